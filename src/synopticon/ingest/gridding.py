"""Rows of cells that are already apart (a sheet, a table of a letter or page) to a grid and its rows.

The caller says where each cell stands; here the header is found, the title above it, totals, and what is emptied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from synopticon.ingest import tables
from synopticon.ingest.format import Content, Facts, Item
from synopticon.model.records import Grid, Passage, Row


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a table before it is known to be one.

    Attributes:
        row: its 1-based number in the sheet or table.
        texts: the text of each cell.
        locators: where each cell stands below the unit; empty when that is ``cell=row,column``.
        is_hidden: the row is hidden in its file.
    """

    row: int
    texts: tuple[str, ...]
    locators: tuple[str, ...] = ()
    is_hidden: bool = False


def grid_items(
    content: Content,
    unit: str,
    rows: Sequence[Cells],
    *,
    passage: Callable[[Cells, int], Passage],
    title: str = "",
    is_hidden: bool = False,
) -> Iterator[Item]:
    """Yield the passages above a table, the grid, its rows, and how many these are (as ``Facts.rows_in``).

    Args:
        content: the document.
        unit: locator before those of the cells.
        rows: all rows of the table that hold anything, in order.
        passage: makes the passage of one cell of a row, for text above the header.
        title: caption known from elsewhere, put before the text above the header.
        is_hidden: the sheet is hidden.
    """
    texts = [row.texts for row in rows]
    width = max((tables.filled_width(row) for row in texts), default=0)
    head = _head([tables.without_pivot_labels(_wide(row, width)) for row in texts[: tables.HEADER_SEARCH]])
    captions = [
        passage(row, column)
        for row in rows[: head.above]
        for column, text in enumerate(tables.without_pivot_labels(row.texts))
        if text.strip()
    ]
    yield from captions
    grid = tables.make_grid(
        content.document,
        unit,
        head.names,
        content.source_kind,
        title="\n".join([title] * bool(title) + [caption.text for caption in captions]),
        header_row=rows[head.below - 1].row if head.below else 0,
        is_hidden=is_hidden,
        fields=head.fields,
    )
    yield grid
    for note in tables.column_notes(grid):
        yield Facts(note=note)
    yield from _rows(content, rows[head.below :], grid)
    yield Facts(rows_in=len(rows) - head.below)


@dataclass(frozen=True, slots=True)
class _Head:
    """The header of a table: its names and fields, how many rows stand above it, where the rows below begin."""

    names: list[str]
    fields: tuple[str, ...]
    above: int
    below: int


def _head(rows: Sequence[list[str]]) -> _Head:
    """Return the header of a table; one that runs over two rows is joined."""
    at = tables.header_index(rows)
    if at is None:
        width = len(rows[0]) if rows else 0
        return _Head([""] * width, ("",) * width, 0, 0)
    header = rows[at]
    upper = rows[at - 1] if at else []
    if sum(1 for name in upper if name.strip()) >= 2 and not any(map(tables.is_data, filter(None, upper))):
        return _two_rows(upper, header, at - 1)
    below = rows[at + 1] if at + 1 < len(rows) else []
    if below and (_fills_gaps(header, below) or _names_over_numbers(header, below, rows[at + 2 : at + 5])):
        return _two_rows(header, below, at)
    return _Head(header, tables.fields_of(header), at, at + 1)


def _two_rows(upper: Sequence[str], lower: Sequence[str], at: int) -> _Head:
    """Join the two rows of a header; the field of a column is told by its own name before the joined one."""
    names = _joined(upper, lower)
    own = [below or above for above, below in zip(upper, lower, strict=True)]
    fields = [first or second for first, second in zip(tables.fields_of(own), tables.fields_of(names), strict=True)]
    return _Head(names, tuple(fields), at, at + 2)


def joined_header(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str] | None:
    """Return a header joined with the row below it where that names the columns left without a name; else null."""
    width = len(header)
    below, *data = [_wide(row, width) for row in rows[:4]] or [[""] * width]
    if not _fills_gaps(header, below) and not _names_over_numbers(header, below, data):
        return None
    return _joined(header, below)


def _wide(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * width][:width]


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Join two rows of a header; a merged cell stands above all columns up to the next."""
    joined = []
    spanning = ""
    for above, below in zip(upper, lower, strict=True):
        spanning = above.strip() or spanning
        joined.append(f"{spanning} {below}".strip() if below.strip() and spanning != below.strip() else below or above)
    return joined


def _fills_gaps(header: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether the row below a header names the columns that merged cells left without a name of their own."""
    gaps = [index for index, name in enumerate(header) if index and (not name.strip() or name == header[index - 1])]
    filled = [cell for cell in below if cell.strip()]
    return (
        bool(gaps)
        and len(filled) >= 2
        and all(below[index].strip() for index in gaps)
        and not any(map(tables.is_data, filled))
        and sum(map(bool, tables.fields_of(filled))) >= 2
    )


def _names_over_numbers(header: Sequence[str], below: Sequence[str], data: Sequence[Sequence[str]]) -> bool:
    """Tell whether the row below a header names the columns without a name of their own, over columns of numbers."""
    gaps = [index for index, name in enumerate(header) if index and (not name.strip() or name == header[index - 1])]
    if not gaps or not data or any(tables.is_data(cell) for cell in below if cell.strip()):
        return False
    if not all(below[index].strip() for index in gaps) or (header[0].strip() and below[0].strip()):
        return False
    under = [row[index] for row in data for index in gaps if row[index].strip()]
    return bool(under) and all(tables.is_number(cell) for cell in under)


def _rows(content: Content, rows: Sequence[Cells], grid: Grid) -> Iterator[Row]:
    width = len(grid.header)
    dropped = tables.dropped_columns(grid.fields)
    places = tables.place_columns(grid.fields)
    for row in rows:
        cells = _wide(row.texts, width)
        is_total = tables.is_total_row(cells)
        for column in dropped:
            cells[column] = ""
        for column in places:
            if tables.has_coordinates(cells[column]):
                cells[column] = ""
        yield Row(content.document, 0, row.row, tuple(cells), row.locators[:width], is_total, row.is_hidden)
