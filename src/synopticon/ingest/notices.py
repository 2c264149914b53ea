"""Notices of Contracts Finder as its search gives them to download: one row per notice, one kind of money each.

The table has an estimate and an award side by side, and packs name, address and numbers of a supplier into one cell.
Of a notice with an award the award is shown, of the others the upper end of the estimate, as a ceiling; of a supplier
the name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from synopticon.ingest.format import Content, Facts, Item
from synopticon.ingest.ocds import COLUMNS
from synopticon.ingest.schema import Schema, left_over_note, schema
from synopticon.model.locator import cell, within
from synopticon.model.records import Grid, Row

#: The columns of a table of notices that this source can fill.
_SHOWN = tuple(column for column in COLUMNS if column != "supplier_number")
_CURRENCY = "GBP"
#: One supplier of a cell: its name ends where its address begins.
_SUPPLIER = re.compile(r"\[([^|\[\]]*)\|[^\[\]]*\]")


def notices_in(header: Sequence[str]) -> Schema | None:
    """Return the schema of a table of notices by its header, null when it is another table."""
    known = schema("contracts_finder")
    fields = {known.field_of(name) for name in header}
    return known if {"reference", "notice_kind", "awarded", "ceiling", "supplier", "body"} <= fields else None


class NoticeTable:
    """Turns the rows of a download into notices.

    Args:
        content: the document.
        header: the names of its columns.
        known: what `notices_in` returned for them.
    """

    def __init__(self, content: Content, header: Sequence[str], known: Schema) -> None:
        self._content = content
        self._header = header
        self._at = known.columns(header)
        self._dropped = known.dropped(header)
        self._left = known.left_over(header)

    def items(self, found: Iterator[Item]) -> Iterator[Item]:
        """Yield the table of a download whose rows are given."""
        header = tuple(self._header[self._at[name][0]] if name in self._at else name for name in _SHOWN)
        yield Grid(self._content.document, 0, self._content.unit, "notices", "", header, _SHOWN, 1)
        for item in found:
            yield self._shown(item) if isinstance(item, Row) else item
        if self._dropped:
            yield Facts(note=f"columns that name people or places emptied: {', '.join(self._dropped)}"[:500])
        if note := left_over_note(self._left):
            yield Facts(note=note)

    def _cell(self, row: Row, *names: str) -> tuple[str, str]:
        """Return the first filled cell of some fields, and its place; an empty one at the place of the first."""
        columns = [at for name in names for at in self._at.get(name, ())]
        filled = next((at for at in columns if row.cells[at].strip()), columns[0] if columns else 0)
        place = row.locators[filled] if row.locators else cell("", row.row, filled + 1)
        return (row.cells[filled] if columns else ""), place

    def _shown(self, row: Row) -> Row:
        is_awarded = bool(self._cell(row, "awarded")[0].strip())
        amount, place = self._cell(row, "awarded" if is_awarded else "ceiling")
        kind = "award" if is_awarded else "ceiling"
        shown = {
            "amount": (amount, place),
            "currency": (_CURRENCY if amount.strip() else "", place),
            "amount_kind": (kind if amount.strip() else "", place),
            "date": self._cell(row, "awarded_on", "published") if is_awarded else self._cell(row, "published"),
            "supplier": self._supplier(row),
        }
        cells = [shown[name] if name in shown else self._cell(row, name) for name in _SHOWN]
        return replace(row, cells=tuple(text for text, _ in cells), locators=tuple(at for _, at in cells))

    def _supplier(self, row: Row) -> tuple[str, str]:
        """Return the name of a supplier and its place in its cell; of several the names, at the cell."""
        text, place = self._cell(row, "supplier")
        found = list(_SUPPLIER.finditer(text))
        if not found:
            # A cell of another form may hold an address; a plain name does not have its marks.
            return ("" if "|" in text else text), place
        if len(found) == 1:
            return found[0][1], within(place, f"char={found[0].start(1)},{found[0].end(1)}")
        return "; ".join(match[1].strip() for match in found), place
