"""Decides the delimiter of separated text by how evenly it cuts the first records, and how sure that is."""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from synopticon.ingest import limits, tables
from synopticon.reference.headers import field_of

_DELIMITERS = (",", ";", "\t", "|")
#: Stands behind the last line; a record that ends in it and is more is one whose quote was never closed.
END = "\ue000end of file\ue000"
_LINES = 300
_WIDTH = 1 << 16


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the records of a file are cut.

    Attributes:
        delimiter: one character.
        columns: how many cells most records have.
        certainty: that the file is a table at all: 2 by structure, 1 may be, 0 it is not.
    """

    delimiter: str
    columns: int
    certainty: int


def sample_lines(stream: Iterable[str]) -> list[str]:
    """Return the first lines, cut where one is absurdly long."""
    return [line[:_WIDTH].replace("\x00", "") for line in itertools.islice(stream, _LINES)]


def records(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    """Yield the records of the lines.

    A cell longer than any cell may be is what an unclosed quote looks like: the record is cut there, ends in `END`, and
    is the last.
    """
    csv.field_size_limit(limits.CELL)
    try:
        yield from csv.reader(lines, delimiter=dialect.delimiter)
    except csv.Error:
        yield [f"more than {limits.CELL} characters{END}"]


def dialect_of(lines: Sequence[str]) -> Dialect:
    """Return the dialect of the first lines of a file."""
    declared = _declared(lines)
    if declared:
        return Dialect(declared, _columns(lines[1:], declared)[0], 2)
    best, best_rank = Dialect(",", 1, 0), (0.0, 0)
    for delimiter in _DELIMITERS:
        columns, share, rows = _columns(lines, delimiter)
        rank = (round(share, 1) * min(columns, 6), columns)
        if columns >= 2 and rank > best_rank:
            best_rank = rank
            best = Dialect(delimiter, columns, _certainty(rows, columns, share))
    return best


def _declared(lines: Sequence[str]) -> str:
    """Return the delimiter of a first line ``sep=;`` as spreadsheets write it, else nothing."""
    first = lines[0].strip().strip('"').lower() if lines else ""
    return first[4] if len(first) == 5 and first.startswith("sep=") and first[4] in _DELIMITERS else ""


def _columns(lines: Sequence[str], delimiter: str) -> tuple[int, float, list[list[str]]]:
    """Return the usual number of cells, the share of records that have it, and the records."""
    csv.field_size_limit(limits.LINE)
    rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(map(str.strip, row))]
    if not rows:
        return 0, 0.0, rows
    widths = Counter(map(len, rows))
    if len(widths) > 1 and widths[1]:
        widths[1] //= 2  # a preamble of single cells does not make a table one cell wide
    columns = max(widths, key=lambda width: (widths[width], width))
    return columns, sum(1 for row in rows if len(row) == columns) / len(rows), rows


def _certainty(rows: list[list[str]], columns: int, share: float) -> int:
    if _stands_in_prose(rows):
        return 0
    header = next((row for row in rows if len(row) == columns), [])
    known = sum(1 for name in header if len(name) <= 80 and field_of(name))
    if known >= 2 or (known and columns == 2 and len(header[0]) < 40):
        return 2 if known * 3 >= columns or known >= 3 else 1
    if len(rows) < 2 or share < 0.8:
        return 1 if share >= 0.5 and columns >= 3 and len(rows) > 2 else 0
    is_even = len(rows) >= 3 and columns >= 3
    has_numbers = any(tables.is_number(cell) for row in rows[1:] for cell in row if cell.strip())
    is_prose = _is_prose(rows)
    return 2 if (is_even or has_numbers) and not is_prose else 0 if is_prose else 1


def _stands_in_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table is only a part of a text: most of the letters stand in long lines that nothing cuts."""
    uncut = sum(len(row[0]) for row in rows if len(row) == 1 and len(row[0]) > _LONG_LINE)
    return 2 * uncut > sum(len(cell) for row in rows for cell in row)


#: A line of so many characters without the delimiter is running text, not the title above a table.
_LONG_LINE = 60


def _is_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the cells read like the parts of sentences: the cells after the first begin with a blank."""
    later = [cell for row in rows for cell in row[1:] if cell]
    spaced = sum(1 for cell in later if cell[0] == " " and not tables.is_number(cell))
    return 2 * spaced > len(later)
