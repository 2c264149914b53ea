"""US federal awards as USAspending gives them to download: one table of actions, or of whole awards.

Three kinds of money stand side by side, and each becomes a table of its own, so that they are never added together:

* what an action obligates (negative where money is taken back): one row per action;
* the value of the award, and the ceiling with all options: one row per award, from its newest modification.

The words for what is bought are shown for all rows of an award at one place, where they stand first, so that they are
one statement however many actions follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from synopticon.ingest import tables
from synopticon.ingest.format import Content, Facts, Item
from synopticon.ingest.schema import Schema, left_over_note, schema
from synopticon.model.locator import cell, within
from synopticon.model.records import Grid, Row, SetAside

#: The columns of the tables that come out, in their order; several source columns may have one field.
_SHOWN = (
    "body",
    "department",
    "supplier",
    "parent",
    "title",
    "description",
    "amount",
    "currency",
    "amount_kind",
    "date",
    "start_date",
    "end_date",
    "code",
    "category",
    "procedure",
    "status",
    "reference",
    "notice_kind",
)
_CURRENCY = "USD"
_OBLIGATION, _VALUE, _CEILING = "obligation", "award", "ceiling"
_TITLES = {
    _OBLIGATION: "obligated by each action",
    _VALUE: "value of each award, by its newest modification",
    _CEILING: "ceiling of each award, by its newest modification",
}
_TRUE = frozenset({"t", "true", "y", "yes", "1"})
_DELETED = "d"
_PARTS = re.compile(r"\d+|\D+")


def awards_in(header: Sequence[str]) -> Schema | None:
    """Return the schema of a table of awards by its header, null when it is another table."""
    known = schema("usaspending")
    fields = {known.field_of(name) for name in header}
    return known if {"award", "obligation", "supplier", "body"} <= fields else None


@dataclass(slots=True)
class _Award:
    """What is kept of an award while its actions go by."""

    words: tuple[str, str]
    newest: Row | None = None
    order: tuple[object, ...] = ()


class AwardTable:
    """Turns the rows of a download into tables of notices.

    Args:
        content: the document.
        header: the names of its columns.
        known: what `awards_in` returned for them.
    """

    def __init__(self, content: Content, header: Sequence[str], known: Schema) -> None:
        self._content = content
        self._header = header
        self._at = known.columns(header)
        self._dropped = known.dropped(header)
        self._left = known.left_over(header)
        self._awards: dict[str, _Award] = {}
        self._actions: set[str] = set()
        self._withheld = 0
        self._rows = 0

    def items(self, found: Iterator[Item]) -> Iterator[Item]:
        """Yield the tables of a download whose rows are given; `Facts.rows_in` counts every row of every table."""
        rows_in = 0
        yield self._grid(_OBLIGATION)
        for item in found:
            if isinstance(item, Row):
                yield self._action(item)
            elif isinstance(item, Facts) and item.rows_in is not None:
                rows_in = item.rows_in
                yield replace(item, rows_in=None)
            else:
                yield item
        actions = self._rows
        self._rows = 0
        for kind, source in ((_VALUE, "value"), (_CEILING, "ceiling")):
            yield from self._of_awards(kind, source)
        yield from self._facts(actions)
        yield Facts(rows_in=rows_in + self._rows)

    def _facts(self, actions: int) -> Iterator[Facts]:
        made = f"{actions} actions on {len(self._awards)} awards gave {self._rows} rows of values and ceilings"
        yield Facts(note=made)
        if self._dropped:
            yield Facts(note=f"columns that name people or places emptied: {', '.join(self._dropped)}"[:500])
        if self._withheld:
            yield Facts(note=f"{self._withheld} rows of sole proprietors: their names withheld")
        if left := left_over_note(self._left):
            yield Facts(note=left)

    def _grid(self, kind: str) -> Grid:
        # The second name of a company group is a supplier's name too, as far as lists are concerned.
        fields = tuple("supplier" if name == "parent" else name for name in _SHOWN)
        header = tuple(self._name(name, kind) for name in _SHOWN)
        unit = self._content.unit
        return Grid(self._content.document, 0, unit, "notices", _TITLES[kind], header, fields, 1)

    def _name(self, name: str, kind: str) -> str:
        source = {_OBLIGATION: "obligation", _VALUE: "value", _CEILING: "ceiling"}[kind] if name == "amount" else name
        columns = self._at.get(source)
        return self._header[columns[0]] if columns else name

    def _text(self, row: Row, name: str) -> str:
        return next((text for at in self._at.get(name, ()) if (text := row.cells[at]).strip()), "")

    def _action(self, row: Row) -> Row | SetAside:
        where = within(self._content.unit, f"row={row.row}")
        if self._text(row, "correction").strip().lower() == _DELETED:
            return SetAside(self._content.document, where, "withdrawn by its publisher", self._text(row, "transaction"))
        action = self._text(row, "transaction")
        if action and action in self._actions:
            return SetAside(self._content.document, where, "repeated row", f"the action {action} stands above")
        self._actions.add(action)
        key = self._text(row, "award") or self._text(row, "reference") or where
        award = self._awards.get(key)
        if award is None:
            award = self._awards[key] = _Award(self._first_words(row))
        order = self._order(row)
        if award.newest is None or order >= award.order:
            award.newest, award.order = row, order
        self._rows += 1
        return self._shown(row, award, _OBLIGATION, "obligation")

    def _first_words(self, row: Row) -> tuple[str, str]:
        for name in ("title", "description"):
            for at in self._at.get(name, ()):
                if row.cells[at].strip():
                    return row.cells[at], _place(row, at)
        return "", _place(row, self._at["supplier"][0])

    def _order(self, row: Row) -> tuple[object, ...]:
        """Return what tells which of two modifications is newer: its day, its number, when it was last changed."""
        number = [
            (part.isdecimal(), int(part) if part.isdecimal() else 0, part)
            for part in _PARTS.findall(self._text(row, "modification")[:60])
        ]
        return (self._text(row, "date")[:10], number, self._text(row, "modified"), row.row)

    def _of_awards(self, kind: str, source: str) -> Iterator[Item]:
        if source not in self._at:
            return
        yield self._grid(kind)
        shown = [(award.newest, award) for award in self._awards.values() if award.newest is not None]
        for row, award in sorted(shown, key=lambda pair: pair[0].row):
            amount = self._text(row, source)
            value = tables.number_of(amount)
            # A ceiling that is the value says nothing more.
            if not amount.strip() or (kind == _CEILING and value == tables.number_of(self._text(row, "value") or "x")):
                continue
            self._rows += 1
            yield self._shown(row, award, kind, source)

    def _shown(self, row: Row, award: _Award, kind: str, source: str) -> Row:
        cells: list[str] = []
        places: list[str] = []
        amount_at = self._at[source][0]
        is_person = self._text(row, "is_person").strip().lower() in _TRUE
        self._withheld += is_person and kind == _OBLIGATION
        for name in _SHOWN:
            text, at = self._cell(row, name)
            if name == "title":
                cells.append(award.words[0])
                places.append(award.words[1])
                continue
            if name in {"amount", "currency", "amount_kind"}:
                text = {"amount": row.cells[amount_at], "currency": _CURRENCY, "amount_kind": kind}[name]
                text, at = (text, amount_at) if row.cells[amount_at].strip() else ("", amount_at)
            is_said = name == "description" and " ".join(text.split()) == " ".join(award.words[0].split())
            is_same = name == "parent" and text.casefold() == self._text(row, "supplier").casefold()
            is_withheld = is_person and name in {"supplier", "parent"}
            cells.append("" if is_said or is_same or is_withheld else text)
            places.append(_place(row, at))
        return Row(row.document, 0, row.row, tuple(cells), tuple(places), row.is_total, row.is_hidden)

    def _cell(self, row: Row, name: str) -> tuple[str, int]:
        """Return the first filled cell of a field and its column."""
        columns = self._at.get(name, ())
        filled = next((at for at in columns if row.cells[at].strip()), columns[0] if columns else 0)
        return (row.cells[filled], filled) if columns else ("", 0)


def _place(row: Row, at: int) -> str:
    """Return the locator of a cell below the unit of its table."""
    return row.locators[at] if row.locators else cell("", row.row, at + 1)
