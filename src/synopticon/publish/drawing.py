"""A chart with its data: drawn once, shown on a page and written as a file of its own beside a CSV of its numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from synopticon.publish.fragments import plain
from synopticon.publish.mirror import direction, mirrored, ordered, turned

#: The colours of the style sheet, because a file of its own has none: light, then dark.
_STYLE = Markup("""
text{font-family:system-ui,"Noto Sans","Noto Sans Arabic","Noto Sans SC",sans-serif;font-size:14px;fill:var(--ink)}
.c-small{font-size:12px;fill:var(--quiet)}.c-value{font-variant-numeric:tabular-nums}.c-paper{fill:var(--paper)}
.c-axis{stroke:var(--line);stroke-width:1}.c-range{stroke:var(--ink);stroke-width:1.5;fill:none}
.c-halo{stroke:var(--paper);stroke-width:5;fill:none}.c-main{fill:var(--accent)}.c-soft{fill:var(--soft)}.c-ring{fill:none;stroke:var(--accent);stroke-width:2}
.c-cross{stroke:var(--refused);stroke-width:2;fill:none}.c-half{fill:var(--soft);stroke:var(--accent);stroke-width:1.5}
.c-dot{fill:var(--quiet)}.c-inside{fill:var(--on-state);font-size:12px;font-weight:600}
""")
_LIGHT = Markup(
    "--paper:#fff;--ink:#16191d;--quiet:#55606b;--line:#d5dae0;--accent:#12497b;--soft:#a9bacb;--refused:#9a2f2a;"
    "--on-state:#fff"
)
_DARK = Markup(
    "--paper:#14171b;--ink:#e6e9ec;--quiet:#a3adb8;--line:#363d45;--accent:#7fb2e3;--soft:#4c5f72;--refused:#ee9a92;"
    "--on-state:#14171b"
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart.

    Attributes:
        name: file name without suffix.
        title, description: what it shows, and what is to be seen in it, in words.
        width, height: size of its own coordinates.
        shapes: what is drawn; its colours are classes of the style sheet.
        header, rows: the numbers that are drawn.
    """

    name: str
    title: str
    description: str
    width: int
    height: int
    shapes: Markup
    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def inline(drawing: Drawing) -> Markup:
    """Return the chart as it stands on a page; it runs as the language of the page does."""
    return Markup(
        '<svg class="chart drawn" role="img" aria-labelledby="t-{name} d-{name}" viewBox="0 0 {width} {height}"'
        ' direction="{direction}"><title id="t-{name}">{title}</title>'
        '<desc id="d-{name}">{description}</desc>{shapes}</svg>'
    ).format(
        name=drawing.name,
        width=drawing.width,
        height=drawing.height,
        direction=direction(),
        title=plain(drawing.title),
        description=plain(drawing.description),
        shapes=mirrored([drawing.shapes], drawing.width),
    )


def standalone(drawing: Drawing) -> str:
    """Return the chart as an SVG file with its own colours for light and dark."""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" viewBox="-20 -16 {wide} {high}"'
        ' width="{wide}" height="{high}" direction="{direction}"><title id="t">{title}</title>'
        '<desc id="d">{description}</desc>'
        "<style>:root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}{style}</style>"
        '<rect class="c-paper" x="-20" y="-16" width="{wide}" height="{high}"/>{shapes}</svg>\n'
    ).format(
        wide=drawing.width + 40,
        high=drawing.height + 32,
        direction=direction(),
        title=plain(drawing.title),
        description=plain(drawing.description),
        light=_LIGHT,
        dark=_DARK,
        style=_STYLE,
        shapes=mirrored([drawing.shapes], drawing.width),
    )


def data(drawing: Drawing) -> str:
    """Return the numbers of the chart as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(drawing.header)
    writer.writerows(["" if cell is None else cell for cell in row] for row in drawing.rows)
    return text.getvalue()


def label(x: float, y: float, text: str, *, kind: str = "c-label", anchor: str = "start", longest: int = 60) -> Markup:
    """Return a text of a source as a label, cut where it would run into something."""
    told = plain(text)
    short = told if len(told) <= longest else told[: longest - 1].rstrip() + "…"
    return Markup('<text class="{}" x="{}" y="{}"{} text-anchor="{}">{}</text>').format(
        kind, round(x, 1), round(y, 1), turned(round(x, 1)), anchor, escape(ordered(short))
    )


def joined(pieces: Sequence[Markup]) -> Markup:
    """Put the shapes of a chart together."""
    return Markup("").join(pieces)
