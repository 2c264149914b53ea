"""A table as its readers see it: where its cells stand, which columns mean what."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.model.locator import cell, within
from synopticon.model.records import Grid, Row
from synopticon.read.claims import without_person


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with what its readers need to know of it.

    Attributes:
        language: of the document, null when unknown.
        columns: standard field to the numbers (0-based) of the columns that have it.
    """

    document: str
    body: str | None
    source_kind: str
    grid: Grid
    language: str | None
    columns: dict[str, tuple[int, ...]]

    def column(self, *fields: str) -> int | None:
        """Return the first column that has one of the fields, in the order of the fields."""
        return next((self.columns[field][0] for field in fields if field in self.columns), None)

    def all(self, *fields: str) -> list[int]:
        """Return all columns that have one of the fields, in the order of the fields."""
        return [index for field in fields for index in self.columns.get(field, ())]

    def locator(self, row: Row, column: int) -> str:
        """Return the locator of a cell."""
        if row.locators:
            return within(self.grid.unit, row.locators[column])
        return cell(self.grid.unit, row.row, column + 1)


def sheet_of(document: str, body: str | None, source_kind: str, grid: Grid, language: str | None) -> Sheet:
    """Return a table with its columns by field."""
    columns: dict[str, tuple[int, ...]] = {}
    for index, field in enumerate(grid.fields):
        if field:
            columns[field] = (*columns.get(field, ()), index)
    return Sheet(document, body, source_kind, grid, language, columns)


def text_of(row: Row, column: int | None) -> str:
    """Return the text of a cell without the space around it; empty when there is no such column."""
    return row.cells[column].strip() if column is not None and column < len(row.cells) else ""


def title_of(sheet: Sheet, row: Row) -> str | None:
    """Return the title of a contract or notice, and its description where that says more; 300 characters at most."""
    said = dict.fromkeys(text_of(row, sheet.column(field)).strip() for field in ("title", "description"))
    return ": ".join(words for words in said if words)[:300] or None


def row_context(sheet: Sheet, row: Row, quote: str) -> str | None:
    """Return what the other cells of a row say of the thing, as ``header: value``; 160 characters at most.

    Only columns that are known to describe things speak; a name of a person is left out wherever it stands.
    """
    pieces = [
        f"{sheet.grid.header[column].strip()}: {text}"
        for column, field in enumerate(sheet.grid.fields)
        if field in _DESCRIBING and (text := text_of(row, column)) and text != quote.strip()
    ]
    kept: list[str] = []
    for piece in pieces:
        if without_person(piece) is not None and len("; ".join([*kept, piece])) <= _CONTEXT:
            kept.append(piece)
    return "; ".join(kept) or None


_DESCRIBING = {
    "maker",
    "model",
    "product",
    "category",
    "quantity",
    "status",
    "date",
    "start_date",
    "description",
    "title",
}
_CONTEXT = 160
