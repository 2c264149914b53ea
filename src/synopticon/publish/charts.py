"""Small charts as SVG, drawn here, without a script. Every chart stands beside a table or words that say the same.

Colours come from the style sheet through classes, so that charts follow dark mode and print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from synopticon.publish.fragments import plain
from synopticon.publish.mirror import direction, mirrored, ordered, turned
from synopticon.publish.numbers import number

_WIDTH = 660
_LABEL = 220
_ROW = 30
_LONGEST = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length, and the range that the sources leave open around it.

    Attributes:
        kind: class suffix that picks the colour: ``main``, ``soft``, or one of the reply states.
        text: what is written at its end; the value itself when empty.
    """

    label: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    kind: str = "main"
    text: str = ""


def bars(title: str, rows: Sequence[Bar]) -> Markup:
    """Return horizontal bars with intervals as an ``<svg>`` with a title for screen readers."""
    if not rows:
        return Markup("")
    largest = max(max(row.value, row.high or row.value) for row in rows) or Decimal(1)
    room = _WIDTH - _LABEL - 110
    pieces = [_bar(row, index * _ROW, room, largest) for index, row in enumerate(rows)]
    return _svg(title, "bars", len(rows) * _ROW + 4, pieces)


def _bar(row: Bar, top: int, room: int, largest: Decimal) -> Markup:
    length = _pixels(row.value, room, largest)
    end = length
    interval = Markup("")
    if row.low is not None and row.high is not None and row.low < row.high:
        start, stop = (_pixels(value, room, largest) for value in (row.low, row.high))
        end = max(length, stop)
        interval = Markup('<path class="c-range" d="M{a} {y}H{b}M{a} {t}V{u}M{b} {t}V{u}"/>').format(
            a=_LABEL + start, b=_LABEL + stop, y=top + 14, t=top + 9, u=top + 19
        )
    return Markup(
        '<text class="c-label" x="{x}" y="{y}"{turned} text-anchor="end">{label}</text>'
        '<rect class="c-bar c-{kind}" x="{left}" y="{top}" width="{length}" height="18" rx="2"/>{interval}'
        '<text class="c-value" x="{end}" y="{y}"{turned_end}>{text}</text>'
    ).format(
        x=_LABEL - 10,
        y=top + 19,
        turned=turned(_LABEL - 10),
        label=_short(row.label),
        kind=row.kind,
        left=_LABEL,
        top=top + 5,
        length=length,
        interval=interval,
        end=_LABEL + end + 8,
        turned_end=turned(_LABEL + end + 8),
        text=ordered(row.text or number(row.value)),
    )


def shares(title: str, parts: Sequence[Bar]) -> Markup:
    """Return one stacked bar in which each part has the length of its share."""
    total = sum((part.value for part in parts), Decimal(0))
    if not total:
        return Markup("")
    pieces: list[Markup] = []
    left = 0
    for part in parts:
        width = _pixels(part.value, _WIDTH, total)
        pieces.append(
            Markup('<rect class="c-bar c-{}" x="{}" y="0" width="{}" height="26"><title>{}: {}</title></rect>').format(
                part.kind, left, max(width - 2, 1), plain(part.label), number(part.value)
            )
        )
        if width > 30:
            pieces.append(
                Markup('<text class="c-inside c-on-{}" x="{}" y="18"{}>{}</text>').format(
                    part.kind, left + 8, turned(left + 8), number(part.value)
                )
            )
        left += width
    return _svg(title, "shares", 26, pieces)


def _svg(title: str, kind: str, height: int, pieces: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg class="chart {}" role="img" viewBox="0 0 {} {}" direction="{}"><title>{}</title>{}</svg>'
    ).format(kind, _WIDTH, height, direction(), plain(title), mirrored(pieces, _WIDTH))


def _pixels(value: Decimal, room: int, largest: Decimal) -> int:
    return int(max(Decimal(0), value) * room / largest)


def _short(label: str) -> str:
    told = plain(label)
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1].rstrip() + "…"
