"""How figures look on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from synopticon.cli._print import table
from synopticon.model.records import Figure


def figure_table(figures: Iterable[Figure]) -> str:
    """Return the newest edition of each figure as a table."""
    newest: dict[str, Figure] = {}
    for figure in figures:
        if figure.figure not in newest or figure.edition >= newest[figure.figure].edition:
            newest[figure.figure] = figure
    rows = [
        (
            figure.figure,
            value_of(figure),
            share_of(figure),
            figure.base if figure.count == "bodies" else figure.per or "",
            range_of(figure),
        )
        for figure in newest.values()
    ]
    return table(("figure", "value", "share", "of", "low to high"), rows, right=(1, 2))


def value_of(figure: Figure) -> str:
    """Return the number of a figure in words: "28 of 43", "1,790", "27,946.70 GBP", "0.54 per 1,000"."""
    if figure.numerator is None:
        return "not known"
    if figure.denominator is not None and figure.count == "bodies":
        return f"{figure.numerator:,} of {figure.denominator:,}"
    if figure.per is not None and figure.value is not None:
        return f"{_bound(figure, figure.value)} per 1,000"
    shown = money(figure.numerator) if figure.count == "amount" else f"{figure.numerator:,}"
    return shown + (f" {figure.unit}" if figure.unit and figure.count == "amount" else "")


def share_of(figure: Figure) -> str:
    """Return the share in per cent with one decimal, or nothing."""
    if figure.denominator is None or figure.value is None or figure.count != "bodies":
        return ""
    return f"{figure.value * 100:.1f} %"


def range_of(figure: Figure) -> str:
    """Return what the sources leave open, or nothing when they leave nothing; of a share in per cent."""
    if figure.low is None or (figure.low == figure.high and figure.low == figure.value):
        return ""
    return f"{_bound(figure, figure.low)} to {'open' if figure.high is None else _bound(figure, figure.high)}"


def money(value: Decimal) -> str:
    """Return an amount with two decimals: "55,378.90"."""
    return f"{value:,.2f}"


def counted(number: int, word: str) -> str:
    """Return a number with its word: "1 reminder", "2 reminders"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _bound(figure: Figure, value: Decimal) -> str:
    if figure.count == "amount":
        return money(value)
    if figure.per is not None:
        return f"{value * 1000:,.2f}"
    return f"{value * 100:.1f} %" if figure.count == "bodies" and figure.denominator is not None else f"{value:,}"
