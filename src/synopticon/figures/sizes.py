"""What a sum of units is divided by: people, area or whatever column the case's table of bodies has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from synopticon.figures.notes import plain
from synopticon.figures.question import cell_of
from synopticon.figures.states import has_answered
from synopticon.model.records import Body

_PLACES = Decimal("0.000001")
_GROUPING = str.maketrans("", "", ", \u00a0\u202f'")


@dataclass(frozen=True, slots=True)
class Size:
    """The sum of a column over the bodies that answered, null when none of them has a number there."""

    total: Decimal | None
    note: str


def size_of(column: str, population: Iterable[Body]) -> Size:
    """Add a column over the bodies that answered; those without a number, or without an answer, are left out and said.

    Units of a body that is left out must be left out too: numerator and denominator speak of the same bodies.
    """
    bodies = list(population)
    answered = [body for body in bodies if has_answered(body)]
    numbers = [number for body in answered if (number := number_in(body, column)) is not None]
    whole = sum(numbers, Decimal(0))
    parts = [f"divided by {column} {plain(whole)} of {len(numbers)} bodies that answered"]
    parts.append(_source_of(column, [body for body in answered if number_in(body, column) is not None]))
    if len(bodies) > len(answered):
        parts.append(f"{len(bodies) - len(answered)} without a full answer left out of both")
    if len(answered) > len(numbers):
        parts.append(f"{len(answered) - len(numbers)} without a number in {column} left out of both")
    return Size(whole or None, "; ".join(parts))


def _source_of(column: str, bodies: Iterable[Body]) -> str:
    """Return from where and of which year the numbers of a column are, as further columns of the table say."""
    told: dict[str, list[str]] = {"source": [], "year": []}
    missing = 0
    for body in bodies:
        cells = {what: str(_cell(body, f"{column}_{what}") or "") for what in told}
        missing += not cells["source"]
        for what, cell in cells.items():
            if cell and cell not in told[what]:
                told[what].append(cell)
    if not told["source"]:
        return f"the source of {column} is not stated (columns {column}_source, {column}_year)"
    years = f" of {', '.join(sorted(told['year']))}" if told["year"] else ""
    gap = f"; of {missing} bodies not stated" if missing else ""
    return f"{column}{years} from {'; '.join(told['source'])}{gap}"


def _cell(body: Body, column: str) -> str | None:
    return next((cell.partition("=")[2] for cell in body.extra if cell.partition("=")[0] == column), None)


def number_in(body: Body, column: str) -> Decimal | None:
    """Return the number in a column of a body, null when the cell is empty or holds something else."""
    try:
        number = Decimal(str(cell_of(body, column) or "").translate(_GROUPING))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number > 0 else None


def per_unit(number: Decimal | None, size: Size) -> Decimal | None:
    """Return units for one of the column's things, to six places."""
    return None if number is None or size.total is None else (number / size.total).quantize(_PLACES)
