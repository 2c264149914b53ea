"""SQLite databases: every table as a grid, read from memory and never written.

Rows are numbered in the order in which the table gives them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator

from synopticon.errors import SourceError
from synopticon.ingest import limits, tables
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.model.locator import escaped, within
from synopticon.model.records import Row

_MARK = b"SQLite format 3\x00"
_TABLES = 500


def _recognises(data: bytes) -> int:
    return 3 if data.startswith(_MARK) else 0


def _read(content: Content) -> Iterator[Item]:
    base = sqlite3.connect(":memory:")
    try:
        base.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.CELL * 16)
        base.deserialize(_without_journal(content.data))
        base.execute("PRAGMA query_only = 1")
        base.execute("PRAGMA trusted_schema = 0")
        base.text_factory = lambda data: data.decode("utf-8", "replace")
        # A view or a virtual table may compute for ever, and runs code that the file names: only plain tables are read.
        names = base.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        ).fetchall()
        limits.within_limit("tables", len(names), _TABLES, locator=content.unit)
        rows_in = 0
        for (name,) in names:
            rows_in += yield from _table(content, base, str(name))
        yield Facts(rows_in=rows_in)
    except sqlite3.Error as error:
        raise SourceError("broken database", str(error), locator=content.unit) from error
    finally:
        base.close()


def _without_journal(data: bytes) -> bytes:
    """Return the database as one that keeps no journal beside it: a write-ahead log cannot be opened in memory."""
    return data[:18] + b"\x01\x01" + data[20:]


def _table(content: Content, base: sqlite3.Connection, name: str) -> Generator[Item, None, int]:
    """Yield the grid and the rows of a table, and return how many rows it has."""
    quoted = name.replace('"', '""')
    found = base.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608  # the name is quoted, and only reading is allowed
    header = [str(column[0]) for column in found.description]
    limits.within_limit("columns", len(header), limits.COLUMNS, locator=content.unit)
    unit = within(content.unit, f"sheet={escaped(name)}")
    grid = tables.make_grid(content.document, unit, header, content.source_kind, title=name, header_row=0)
    yield grid
    for note in tables.column_notes(grid):
        yield Facts(note=note)
    dropped = set(tables.dropped_columns(grid.fields))
    places = set(tables.place_columns(grid.fields))
    number = 0
    for number, values in enumerate(found, 1):
        cells = tuple("" if at in dropped else _text(value) for at, value in enumerate(values))
        cells = tuple("" if at in places and tables.has_coordinates(cell) else cell for at, cell in enumerate(cells))
        yield Row(content.document, 0, number, cells, (), tables.is_total_row(cells))
    return number


def _text(value: object) -> str:
    if value is None or isinstance(value, bytes):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


FORMAT = Format(
    name="sqlite",
    media_types=("application/vnd.sqlite3",),
    suffixes=(".sqlite", ".sqlite3", ".db"),
    recognises=_recognises,
    read=_read,
)
