"""Tables of the draft: a row of totals that disagrees with its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.records import Finding, Sheet
from synopticon.figures.lint.rule import Rule, Scene

_PLAIN = re.compile(r"[*_]{0,3}[£$€¥]?\s?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,4})?[*_]{0,3}")


def check(scene: Scene) -> Iterator[Finding]:
    """Yield the cells of totals rows that are not the sum of what stands above."""
    for sheet in scene.draft.sheets:
        start = 0
        for total in sheet.totals:
            for column in range(len(sheet.rows[total])):
                yield from _column(sheet, start, total, column)
            start = total + 1


def _column(sheet: Sheet, start: int, total: int, column: int) -> Iterator[Finding]:
    said = _number(sheet.rows[total][column])
    above = [row[column] for row in sheet.rows[start:total] if column < len(row) and row[column].strip()]
    numbers = [number for number in map(_number, above) if number is not None]
    # One cell that is no number (a header, "n/a") leaves the sum open, unless it is the first, the header.
    others = above[1:] if above and _number(above[0]) is None else above
    if said is None or len(numbers) < 2 or len(numbers) != len(others):
        return
    added = sum(numbers, Decimal(0))
    if added != said:
        cell = sheet.rows[total][column]
        yield Finding(
            "table-total",
            "error",
            sheet.locators[total][column],
            cell,
            f"{' + '.join(plain(number) for number in numbers)} = {plain(added)}",
            cell,
            "show both numbers, or correct the row that is wrong",
        )


def _number(cell: str) -> Decimal | None:
    match = _PLAIN.fullmatch(cell.strip())
    return Decimal((match[1] + (match[2] or "")).replace(",", "")) if match else None


RULE = Rule("sheets", check)
