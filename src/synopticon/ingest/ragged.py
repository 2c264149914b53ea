"""Records that do not have as many cells as the table has columns: mended when there is one way, else set aside.

Publishers who write commas without quotes shift every later column; a spreadsheet leaves empty cells or ``#N/A`` at the
end. A record is mended only when exactly one reading puts dates and amounts where the other records have them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence

from synopticon.ingest import tables
from synopticon.ingest.phrases import total_words

RAGGED = "ragged row"
UNCLOSED = "unclosed quote"

_EMPTY = {"", "#N/A", "#REF!", "#VALUE!", "NULL", "N/A"}
_MIN_SAMPLES, _TYPED = 5, 0.95
#: A table without typed columns must be this wide before a line inside a cell is taken for a row.
_WIDE = 5
_THOUSANDS = re.compile(r"\s*[-(]?[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?\s*")


class Mender:
    """What is known of the columns of one table, and how to bring a record into its shape.

    Attributes:
        width: number of columns.
        amounts: columns of amounts and quantities.
        total_initials: first letters that the label of a total may have.
    """

    def __init__(
        self, header: Sequence[str], fields: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str
    ) -> None:
        """Learn the types of the columns from the header and the first rows."""
        self.width = len(header)
        self.amounts = tuple(
            index for index, field in enumerate(fields) if field in tables.AMOUNT_FIELDS or field == "quantity"
        )
        initials = {word[0] for word in total_words()}
        self.total_initials = initials | {letter.upper() for letter in initials} | set(" *=")
        self._delimiter = delimiter
        self._dropped = tables.dropped_columns(fields)
        self._places = tables.place_columns(fields)
        whole = [row for row in rows if len(row) == self.width]
        self._dates = _typed(whole, self.width, tables.is_date)
        self._shapes = {_shape(row[column]) for row in whole for column in self._dates}
        self._numbers = _typed(whole, self.width, tables.is_number) - self._dates

    @property
    def empties(self) -> bool:
        """Whether any column must be emptied."""
        return bool(self._dropped or self._places)

    def emptied(self, cells: list[str]) -> list[str]:
        """Return the cells without those that name people, addresses or coordinates."""
        for column in self._dropped:
            cells[column] = ""
        for column in self._places:
            if tables.has_coordinates(cells[column]):
                cells[column] = ""
        return cells

    def mended(self, cells: list[str], number: int) -> tuple[list[str], tuple[str, ...]] | str:
        """Return the record in the shape of the table and the locators of its cells, or the reason why it has none.

        Locators are empty when each cell stands where its column is. `number` is the number of the record.
        """
        spans_lines = any("\n" in text for text in cells)
        if spans_lines and self._swallows_lines(cells):
            return UNCLOSED
        while len(cells) > self.width and cells[-1].strip() in _EMPTY:
            cells.pop()
        if len(cells) == self.width - 1 and not spans_lines:
            split = self._split(cells, number)
            if split is not None:
                return split
        if len(cells) <= self.width:
            padded = cells + [""] * (self.width - len(cells))
            is_whole = len(cells) == self.width and not spans_lines
            return (padded, ()) if is_whole or self._fits(padded) else RAGGED
        return RAGGED if spans_lines else self._merged(cells, number)

    def _merged(self, cells: Sequence[str], number: int) -> tuple[list[str], tuple[str, ...]] | str:
        """Join the neighbours that one unquoted cell was cut into, if there is exactly one way."""
        extra = len(cells) - self.width
        ways = [column for column in range(self.width) if self._joins(cells, column, extra)]
        if len(ways) > 1:
            blank = {index for index, text in enumerate(cells) if text.startswith(" ")}
            ways = [column for column in ways if blank == set(range(column + 1, column + extra + 1))]
        if len(ways) != 1:
            return RAGGED
        at = ways[0]
        locators = tuple(
            f"cell={number},{at + 1}-{number},{at + extra + 1}"
            if column == at
            else f"cell={number},{column + 1 + (extra if column > at else 0)}"
            for column in range(self.width)
        )
        return self._join(cells, at, extra), locators

    def _split(self, cells: Sequence[str], number: int) -> tuple[list[str], tuple[str, ...]] | None:
        """Part a date from the amount that runs into it where a delimiter was lost, if there is exactly one way.

        The date must be written as the other dates of its column are. Both keep exact places inside the one cell.
        """
        ways = [
            (column, cut)
            for column in sorted(self._dates)
            if column + 1 in self._numbers and column < len(cells)
            for cut in range(6, len(cells[column]))
            if _shape(cells[column][:cut]) in self._shapes and self._fits(_cut(cells, column, cut))
        ]
        if len(ways) != 1:
            return None
        at, cut = ways[0]
        whole = len(cells[at])
        places = [f"cell={number},{column + 1}" for column in range(len(cells))]
        parts = [f"{places[at]};char=0,{cut}", f"{places[at]};char={cut},{whole}"]
        return _cut(cells, at, cut), (*places[:at], *parts, *places[at + 1 :])

    def _join(self, cells: Sequence[str], column: int, extra: int) -> list[str]:
        joined = self._delimiter.join(cells[column : column + extra + 1])
        return [*cells[:column], joined, *cells[column + extra + 1 :]]

    def _joins(self, cells: Sequence[str], column: int, extra: int) -> bool:
        row = self._join(cells, column, extra)
        if column in self._numbers and not _THOUSANDS.fullmatch(row[column]):
            return False
        return column not in self._dates and self._is_typed(row) and self._fits(row)

    def _fits(self, row: Sequence[str]) -> bool:
        """Tell whether every typed column holds its type or nothing."""
        return all(not row[column].strip() or tables.is_date(row[column]) for column in self._dates) and all(
            row[column].strip() in _EMPTY or tables.is_number(row[column]) for column in self._numbers
        )

    def _is_typed(self, row: Sequence[str]) -> bool:
        """Tell whether every typed column holds something, and there is such a column."""
        typed = self._dates | self._numbers
        return bool(typed) and any(row[column].strip() for column in typed)

    def _swallows_lines(self, cells: Sequence[str]) -> bool:
        """Tell whether a cell holds a whole line that is a row of this table: its quote was never meant to open."""
        has_types = bool(self._dates or self._numbers)
        if self.width < (2 if has_types else _WIDE):
            return False
        inner = [line for text in cells if "\n" in text for line in text.splitlines()[1:-1]]
        for row in csv.reader(inner, delimiter=self._delimiter):
            if len(row) == self.width and (not has_types or (self._is_typed(row) and self._fits(row))):
                return True
        return False


def _shape(text: str) -> str:
    """Return how a date is written: its digits as nines, its letters as a."""
    return "".join("9" if letter.isdecimal() else "a" if letter.isalpha() else letter for letter in text)


def _cut(cells: Sequence[str], column: int, cut: int) -> list[str]:
    return [*cells[:column], cells[column][:cut], cells[column][cut:], *cells[column + 1 :]]


def _typed(rows: Sequence[Sequence[str]], width: int, test: Callable[[str], bool]) -> set[int]:
    """Return the columns nearly all of whose cells pass a test."""
    typed: set[int] = set()
    for column in range(width):
        filled = [row[column] for row in rows if row[column].strip()]
        if len(filled) >= _MIN_SAMPLES and sum(map(test, filled)) >= _TYPED * len(filled):
            typed.add(column)
    return typed
