"""The charts of a case's figures: shares with intervals, bodies by makers, a timeline, the funnel of replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from synopticon.publish.drawing import Drawing, joined, label
from synopticon.publish.numbers import number, share
from synopticon.publish.speech import t

_WIDTH = 760
_RIGHT = 130


@dataclass(frozen=True, slots=True)
class Share:
    """A share with what the sources leave open, and its numerator and base in words."""

    key: str
    title: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    told: str
    numerator: Decimal
    denominator: Decimal
    base: str


def shares_chart(rows: Sequence[Share]) -> Drawing:
    """Draw shares as bars on one scale from 0 to 100 per cent; the thin line is what the sources leave open."""
    room, step, top = _WIDTH - _RIGHT, 52, 8
    pieces = [_gridline(place, room, top, len(rows) * step) for place in range(0, 101, 25)]
    for index, row in enumerate(rows):
        y = top + index * step
        pieces.append(label(0, y + 14, row.title, longest=80))
        pieces.append(_bar(y + 20, float(row.value) * room))
        end = float(max(row.value, row.high or row.value))
        if row.low is not None and row.high is not None and row.low < row.high:
            pieces.append(_whisker(float(row.low) * room, float(row.high) * room, y + 29))
        pieces.append(label(end * room + 8, y + 34, f"{share(row.value)} · {row.told}", kind="c-value"))
    spoken = "; ".join(f"{row.title}: {share(row.value)} ({row.told})" for row in rows)
    return Drawing(
        "shares",
        t("Shares, with what the sources leave open"),
        spoken,
        _WIDTH,
        top + len(rows) * step + 24,
        joined(pieces),
        ("figure", "title", "numerator", "denominator", "base", "value", "low", "high"),
        tuple((r.key, r.title, r.numerator, r.denominator, r.base, r.value, r.low, r.high) for r in rows),
    )


def _gridline(place: int, room: int, top: int, height: int) -> Markup:
    x = room * place // 100
    line = Markup('<path class="c-axis" d="M{} {}V{}"/>').format(x, top, top + height)
    anchor = "start" if place == 0 else "middle"
    return line + label(x, top + height + 16, f"{place}\N{NO-BREAK SPACE}%", kind="c-small", anchor=anchor)


def _bar(y: float, length: float, kind: str = "c-main") -> Markup:
    return Markup('<rect class="{}" x="0" y="{}" width="{}" height="18" rx="2"/>').format(kind, y, round(length, 1))


def _whisker(start: float, end: float, y: float) -> Markup:
    path = Markup("M{a} {y}H{b}M{a} {t}V{u}M{b} {t}V{u}").format(
        a=round(start, 1), b=round(end, 1), y=y, t=y - 5, u=y + 5
    )
    return Markup('<path class="c-halo" d="{path}"/><path class="c-range" d="{path}"/>').format(path=path)


#: What a body says of a maker, the strongest first, and the shape that stands for it (never colour alone).
MARKS = (
    ("has", "has it"),
    ("deal", "contract, plan or talks"),
    ("paid", "paid or delivered"),
    ("gone", "removed"),
    ("none", "says it has none"),
    ("named", "named otherwise"),
)


def matrix_chart(
    makers: Sequence[tuple[str, str]], rows: Sequence[tuple[str, str, Sequence[str]]], left_out: int
) -> Drawing:
    """Draw bodies by makers. A row is (id, name, a mark of `MARKS` or nothing per maker)."""
    left, step, top = 250, 26, 120
    width = max(_WIDTH, left + 46 * len(makers) + 90)
    gap = (width - left - 90) / max(1, len(makers))
    pieces = [
        Markup('<g transform="translate({} {}) rotate(-40)">{}</g>').format(
            round(left + gap * (index + 0.5), 1), top - 14, label(0, 0, name, longest=18)
        )
        for index, (_, name) in enumerate(makers)
    ]
    for index, (_, name, marks) in enumerate(rows):
        y = top + index * step
        pieces.append(Markup('<path class="c-axis" d="M0 {}H{}"/>').format(y, width))
        pieces.append(label(left - 16, y + 18, name, anchor="end", longest=34))
        pieces += [_mark(left + gap * (at + 0.5), y + 13, mark) for at, mark in enumerate(marks) if mark]
    bottom = top + len(rows) * step + 22
    used = [(mark, words) for mark, words in MARKS if any(mark in marks for _, _, marks in rows)]
    for index, (mark, words) in enumerate(used):
        x, y = 14 + (index % 3) * 250, bottom + (index // 3) * 24
        pieces += [_mark(x, y, mark), label(x + 14, y + 5, t(words), kind="c-small")]
    told = f"{number(len(rows))} × {number(len(makers))}"
    more = f" {number(left_out)} {t('more bodies are in the data')}." if left_out else ""
    return Drawing(
        "matrix",
        t("Which body names which maker"),
        f"{t('Bodies by makers')}: {told}.{more} {t('The table beside it says the same in words.')}",
        width,
        bottom + 24 * ((len(used) + 2) // 3) + 6,
        joined(pieces),
        ("body", "name", *(key for key, _ in makers)),
        tuple((key, name, *marks) for key, name, marks in rows),
    )


_SHAPES = {
    "has": Markup('<circle class="c-main" cx="{x}" cy="{y}" r="7"/>'),
    "deal": Markup('<path class="c-half" d="M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z"/>'),
    "paid": Markup('<rect class="c-half" x="{l}" y="{t}" width="13" height="13" rx="1"/>'),
    "gone": Markup('<circle class="c-ring" cx="{x}" cy="{y}" r="6"/><path class="c-range" d="M{l} {y}H{r}"/>'),
    "none": Markup('<path class="c-cross" d="M{l} {t}L{r} {b}M{l} {b}L{r} {t}"/>'),
    "named": Markup('<circle class="c-dot" cx="{x}" cy="{y}" r="3"/>'),
}


def _mark(x: float, y: float, kind: str) -> Markup:
    reach = 5 if kind == "none" else 6.5
    places = {"x": x, "y": y, "t": y - reach, "b": y + reach, "l": x - reach, "r": x + reach}
    return _SHAPES[kind].format(**{name: round(place, 1) for name, place in places.items()})


def timeline_chart(counts: Sequence[tuple[str, str, str, int]], undated: int) -> Drawing:
    """Draw how many claims of each kind are dated to each period; rows are (modality, its words, period, count)."""
    periods = sorted({period for _, _, period, _ in counts})
    kinds = list(dict.fromkeys((kind, words) for kind, words, _, _ in counts))
    left, step, top = 170, 44, 14
    width = max(_WIDTH, left + 44 * len(periods) + 30)
    gap = (width - left - 30) / max(1, len(periods))
    most = max((count for *_, count in counts), default=1)
    pieces: list[Markup] = []
    for index, (_, words) in enumerate(kinds):
        y = top + index * step + step / 2
        pieces.append(Markup('<path class="c-axis" d="M{} {}H{}"/>').format(left, y, width))
        pieces.append(label(left - 14, y + 5, words, anchor="end", longest=24))
    for kind, words, period, count in counts:
        x = left + gap * (periods.index(period) + 0.5)
        y = top + kinds.index((kind, words)) * step + step / 2
        radius = max(8.0, 18 * (count / most) ** 0.5)
        pieces.append(
            Markup('<circle class="c-main" cx="{}" cy="{}" r="{}"/>').format(round(x, 1), y, round(radius, 1))
        )
        pieces.append(label(x, y + 4, number(count), kind="c-inside", anchor="middle"))
    bottom = top + len(kinds) * step
    every = max(1, round(48 / gap)) if gap else 1
    pieces += [
        label(left + gap * (index + 0.5), bottom + 18, period, kind="c-small", anchor="middle")
        for index, period in enumerate(periods)
        if index % every == 0
    ]
    spoken = "; ".join(f"{words}, {period}: {number(count)}" for _, words, period, count in counts)
    more = f" {t('Claims without a date')}: {number(undated)}." if undated else ""
    return Drawing(
        "timeline",
        t("When: dated claims by kind"),
        f"{spoken}.{more}",
        width,
        bottom + 30,
        joined(pieces),
        ("modality", "period", "statements"),
        tuple((kind, period, count) for kind, _, period, count in counts),
    )


def funnel_chart(steps: Sequence[tuple[str, str, int]]) -> Drawing:
    """Draw how many bodies were asked, replied and gave a usable answer; steps are (key, words, count)."""
    asked = max(1, steps[0][2]) if steps else 1
    room, step = _WIDTH - _RIGHT, 52
    pieces: list[Markup] = []
    for index, (_, words, count) in enumerate(steps):
        kind = "c-main" if index == len(steps) - 1 else "c-soft"
        told = number(count) if index == 0 else f"{number(count)} / {number(asked)} = {share(Decimal(count) / asked)}"
        pieces.append(label(0, index * step + 14, words, longest=80))
        pieces.append(_bar(index * step + 20, room * count / asked, kind))
        pieces.append(label(room * count / asked + 8, index * step + 34, told, kind="c-value"))
    return Drawing(
        "funnel",
        t("From bodies asked to usable answers"),
        "; ".join(f"{words}: {number(count)}" for _, words, count in steps),
        _WIDTH,
        len(steps) * step,
        joined(pieces),
        ("step", "bodies"),
        tuple((key, count) for key, _, count in steps),
    )
