"""Editions of figures: what a late reply changed, with everything that was said before kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from synopticon.figures.notes import plain
from synopticon.model.records import Figure

_CHANGE = "; changed: "


def next_edition(previous: Iterable[Figure], now: Iterable[Figure]) -> list[Figure]:
    """Return all editions: those of `previous` as they were, and `now` where it differs from the latest of them.

    A figure that did not change keeps its edition, and its claims and note are brought up to date. A changed one
    gets the next number and says what became of what ("28 of 43 became 28 of 44"). Figures that are no longer
    asked stay in the list. The order is that of `now`, then the figures only in `previous`, editions rising.
    """
    history: dict[str, dict[int, Figure]] = {}
    fresh = list(now)
    for figure in fresh:
        history.setdefault(figure.figure, {})
    for figure in previous:
        history.setdefault(figure.figure, {})[figure.edition] = figure
    for figure in fresh:
        editions = history[figure.figure]
        if not editions:
            editions[figure.edition] = figure
            continue
        last = editions[max(editions)]
        following = _unchanged(last, figure) if _same(last, figure) else _changed(last, figure)
        editions[following.edition] = following
    return [editions[number] for editions in history.values() for number in sorted(editions)]


def _same(last: Figure, figure: Figure) -> bool:
    if last.unit is None and last.count == "units":
        figure = replace(figure, unit=None)  # an edition of a time when units had no name says the same
    return _numbers(last) == _numbers(figure)


def _numbers(figure: Figure) -> tuple[object, ...]:
    shown = (figure.numerator, figure.denominator, figure.value, figure.low, figure.high)
    return (figure.count, figure.base, figure.unit, figure.per, *shown)


def _unchanged(last: Figure, figure: Figure) -> Figure:
    _, mark, change = last.note.partition(_CHANGE)
    return replace(figure, edition=last.edition, note=figure.note + mark + change)


def _changed(last: Figure, figure: Figure) -> Figure:
    change = f"{_CHANGE}{_spoken(last, figure)} became {_spoken(figure, last)}"
    return replace(figure, edition=last.edition + 1, note=figure.note + change)


def _spoken(figure: Figure, other: Figure) -> str:
    """Say the numbers of one edition; the limits only where nothing else tells the two apart."""
    words = _number(figure.numerator)
    if figure.denominator is not None:
        words += f" of {plain(figure.denominator)}"
    if (figure.numerator, figure.denominator, figure.unit) != (other.numerator, other.denominator, other.unit):
        return f"{words} {figure.unit}" if figure.unit != other.unit and figure.unit else words
    return f"{words} ({_number(figure.low)} to {_number(figure.high)}, base {figure.base})"


def _number(number: Decimal | None) -> str:
    return "open" if number is None else plain(number)
