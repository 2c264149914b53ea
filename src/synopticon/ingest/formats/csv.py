"""Separated text: commas, semicolons, tabs, bars; records and rows are those of RFC 4180 and RFC 7111.

The dialect is decided here and never by a sniffer. `Row.row` numbers every record of the file from 1, whatever it
holds, so that ``cell=row,column`` is what any reader of CSV finds there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from synopticon.ingest import limits, tables
from synopticon.ingest.awards import AwardTable, awards_in
from synopticon.ingest.decoding import Encoding, encoding_of, is_text, opened
from synopticon.ingest.dialect import END, Dialect, dialect_of, records, sample_lines
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.gridding import joined_header
from synopticon.ingest.notices import NoticeTable, notices_in
from synopticon.ingest.ragged import UNCLOSED, Mender
from synopticon.model.locator import cell, within
from synopticon.model.records import Passage, Row, SetAside

_SAMPLE = 200


def _recognises(data: bytes) -> int:
    if not is_text(data):
        return 0
    head = data[: 1 << 16]
    if len(data) > len(head):
        head = head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1] or head
    encoding = replace(encoding_of(head), errors="replace")
    # Any text may be a list of one column; then the suffix decides.
    return max(1, dialect_of(sample_lines(opened(head, encoding))).certainty)


def _read(content: Content) -> Iterator[Item]:
    data = content.data
    _check_lines(data)
    encoding = encoding_of(data)
    if encoding.note or encoding.errors != "strict":
        yield Facts(note=encoding.note or None, is_partial=encoding.errors != "strict")
    dialect = dialect_of(sample_lines(opened(data, encoding)))
    media_type = "text/tab-separated-values" if dialect.delimiter == "\t" else "text/csv"
    yield Facts(encoding=encoding.name, media_type=media_type)
    if b"\x00" in data and not encoding.name.startswith("utf-16"):
        yield Facts(note="NUL characters left out")
    yield from _Reading(content, encoding, dialect).items()


def _check_lines(data: bytes) -> None:
    position = 0
    while len(data) - position > limits.LINE:
        stop = position + limits.LINE
        end = max(data.rfind(b"\n", position, stop), data.rfind(b"\r", position, stop))
        if end < 0:
            limits.within_limit("bytes in one line", limits.LINE + 1, limits.LINE)
        position = end + 1


@dataclass(slots=True)
class _Reading:
    """One pass over one file."""

    content: Content
    encoding: Encoding
    dialect: Dialect
    rows_in: int = 0
    mended: int = 0

    def lines(self) -> Iterator[str]:
        stream: Iterable[str] = opened(self.content.data, self.encoding)
        if b"\x00" in self.content.data:
            stream = (line.replace("\x00", "") for line in stream)
        return itertools.chain(stream, (END,))

    def items(self) -> Iterator[Item]:
        reader = records(self.lines(), self.dialect)
        sample = list(itertools.islice(reader, _SAMPLE))
        whole = [row for row in sample if not (row and row[-1].endswith(END))]
        header_at = tables.header_index(whole)
        header, first = self._header(whole, header_at)
        preamble = list(self._preamble(whole[:header_at] if header_at is not None else []))
        title = "\n".join(passage.text for passage in preamble)
        yield from preamble
        body = whole[first:] if header_at is not None else whole
        start = first if header_at is not None else 0
        rest = itertools.chain(sample[start:], reader)
        known = self._known_table(header)
        if known is not None:
            yield from known.items(self._all_rows(rest, start, Mender(header, (), body, self.dialect.delimiter)))
            return
        grid = tables.make_grid(
            self.content.document,
            self.content.unit,
            header,
            self.content.source_kind,
            title=title,
            header_row=first if header_at is not None else 0,
        )
        yield grid
        for note in tables.column_notes(grid):
            yield Facts(note=note)
        yield from self._all_rows(rest, start, Mender(header, grid.fields, body, self.dialect.delimiter))

    def _known_table(self, header: Sequence[str]) -> AwardTable | NoticeTable | None:
        """Return what reads the table of a known publisher, null for all others."""
        awards, notices = awards_in(header), notices_in(header)
        if awards is not None:
            return AwardTable(self.content, header, awards)
        return None if notices is None else NoticeTable(self.content, header, notices)

    def _all_rows(self, rest: Iterator[list[str]], start: int, mender: Mender) -> Iterator[Item]:
        """Yield the rows below the header, and how many there are."""
        yield from self._rows(rest, start, mender)
        mended = f"{self.mended} rows mended where a delimiter was lost or not quoted" if self.mended else None
        yield Facts(rows_in=self.rows_in, note=mended)

    def _header(self, rows: Sequence[Sequence[str]], header_at: int | None) -> tuple[tuple[str, ...], int]:
        """Return the header and the number of its record; without one, as many empty names as the table is wide."""
        width = max(tables.usual_width(rows), 1)
        limits.within_limit("columns", max(map(len, rows), default=0), limits.COLUMNS, locator=self.content.unit)
        if header_at is None:
            return ("",) * max(map(len, rows), default=1), 0
        found = list(rows[header_at])
        needed = max(tables.filled_width(found), width)
        header = (found + [""] * needed)[: max(needed, len(found) if _same_width(rows, len(found)) else needed)]
        joined = joined_header(header, rows[header_at + 1 : header_at + 5])
        return (tuple(joined), header_at + 2) if joined is not None else (tuple(header), header_at + 1)

    def _preamble(self, rows: Sequence[Sequence[str]]) -> Iterator[Passage]:
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                if text.strip() and not self._is_separator_note(number, text):
                    unit = cell(self.content.unit, number, column)
                    yield Passage(self.content.document, unit, 0, 0, "heading", text, grid=0)

    def _is_separator_note(self, number: int, text: str) -> bool:
        return number == 1 and text.lower().startswith("sep")

    def _rows(self, rest: Iterator[list[str]], start: int, mender: Mender) -> Iterator[Item]:
        document = self.content.document
        width = mender.width
        empties = mender.empties
        has_quotes = b'"' in self.content.data
        number = start
        held: Row | None = None
        count = 0
        for cells in rest:
            number += 1
            if cells and cells[-1].endswith(END):
                if cells != [END]:
                    self.rows_in += 1
                    yield self._unclosed(number, cells)
                break
            if not any(map(str.strip, cells)):
                continue
            count += 1
            locators: tuple[str, ...] = ()
            if len(cells) != width or (has_quotes and "\n" in "".join(cells)):
                mended = mender.mended(cells, number)
                if isinstance(mended, str):
                    yield self._set_aside(number, mended, cells)
                    continue
                self.mended += bool(mended[1])
                cells, locators = mended  # noqa: PLW2901  # the record as it was meant
            if empties:
                cells = mender.emptied(cells)  # noqa: PLW2901
            if held is not None:
                yield held
            is_total = (cells[0] == "" or cells[0][:1] in mender.total_initials) and tables.is_total_row(cells)
            held = Row(document, 0, number, tuple(cells), locators, is_total)
        self.rows_in += count
        if held is not None:
            yield self._last(held, start, mender)

    def _last(self, row: Row, start: int, mender: Mender) -> Row:
        """Mark an unlabelled last row as a total when its number is the sum of the column above it."""
        filled = sum(1 for text in row.cells if text.strip())
        if row.is_total or 2 * filled > mender.width or not mender.amounts:
            return row
        sums, rows = self._sums(start, row.row, mender)
        if not tables.adds_up(row.cells, mender.amounts, sums, rows):
            return row
        return Row(row.document, row.grid, row.row, row.cells, row.locators, is_total=True)

    def _sums(self, start: int, last: int, mender: Mender) -> tuple[list[Decimal], int]:
        sums = [Decimal(0)] * len(mender.amounts)
        rows = 0
        for cells in itertools.islice(records(self.lines(), self.dialect), start, last - 1):
            if len(cells) < mender.width or tables.is_total_row(cells):
                continue
            rows += 1
            for index, column in enumerate(mender.amounts):
                sums[index] += tables.number_of(cells[column]) or 0
        return sums, rows

    def _set_aside(self, number: int, reason: str, cells: Sequence[str]) -> SetAside:
        detail = f"{len(cells)} cells"
        if reason == UNCLOSED:
            detail = f"a quote runs over {sum(text.count(chr(10)) for text in cells)} lines that look like rows"
        return SetAside(self.content.document, within(self.content.unit, f"row={number}"), reason, detail)

    def _unclosed(self, number: int, cells: Sequence[str]) -> SetAside:
        lost = sum(text.count("\n") for text in cells)
        lines = f"{lost} lines to the end of the file" if lost else "the rest of the file"
        detail = f"a quote opened in this row is never closed; it swallows {lines}"
        locator = within(self.content.unit, f"row={number}")
        return SetAside(self.content.document, locator, UNCLOSED, detail)


def _same_width(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Tell whether most rows have this many cells, empty ones at the end counted."""
    return 2 * sum(1 for row in rows if len(row) == width) > len(rows)


FORMAT = Format(
    name="csv",
    media_types=("text/csv", "text/tab-separated-values"),
    suffixes=(".csv", ".tsv", ".tab"),
    recognises=_recognises,
    read=_read,
)
