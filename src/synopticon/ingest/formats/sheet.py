"""Workbooks: XLSX, XLSM, XLSB, XLS, ODS.

Cells have the text that a person would read where the file tells it: whole numbers without a point, ISO dates, the
sign of a currency or share that only the number format shows. Row and column numbers are those of the sheet, also where
its first rows or columns are empty. Hidden rows and sheets are read and marked; notes on cells are passages at their
cells. XLS and XLSB do not tell formats, merged cells, hidden rows and notes here.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from synopticon.errors import SourceError
from synopticon.ingest import limits, tables
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.gridding import Cells, grid_items
from synopticon.ingest.packages import member_names, open_package
from synopticon.ingest.spreading import spread
from synopticon.ingest.workbooks import Layout, layouts
from synopticon.model.locator import cell, escaped, within
from synopticon.model.records import Passage, SetAside

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = "Workbook".encode("utf-16-le")
_BOOK = "Book".encode("utf-16-le") + b"\x00\x00"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_REFERENCE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})(\d{1,8})"')
_GAP = 2


def _recognises(data: bytes) -> int:
    return 3 if _kind(data) else 0


def _kind(data: bytes) -> str:
    """Return which workbook this is, the empty string when it is none."""
    if data.startswith(_OLE):
        is_book = _WORKBOOK in data or _BOOK in data
        return "xls" if is_book or _ENCRYPTED in data else ""
    if data[:4] in (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00"):
        return "xls"
    names = member_names(data)
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.lower() == "xl/workbook.xml" for name in names):
        return "xlsx"
    is_ods = "content.xml" in names and b"opendocument.spreadsheet" in data[:200]
    return "ods" if is_ods or ("content.xml" in names and _declares_ods(data)) else ""


def _declares_ods(data: bytes) -> bool:
    with open_package(data) as package:
        head = package.read("mimetype")[:100] if "mimetype" in package.namelist() else b""
    return b"opendocument.spreadsheet" in head


def _read(content: Content) -> Iterator[Item]:
    import python_calamine

    kind = _kind(content.data)
    yield Facts(media_type=_TYPES[kind])
    if kind == "xls" and _ENCRYPTED in content.data:
        raise SourceError("encrypted", "the workbook needs a password")
    if kind != "xls":
        _check_package(content.data)
    try:
        book = python_calamine.load_workbook(io.BytesIO(content.data))
    except python_calamine.PasswordError as error:
        raise SourceError("encrypted", "the workbook needs a password") from error
    layout: dict[str, Layout] = {}
    try:
        layout = layouts(content.data, kind)
    except SourceError as error:
        # The values may be whole all the same.
        detail = f"hidden rows, merged cells, notes and formats are not told: {error.detail}"
        yield SetAside(content.document, content.unit, error.reason, detail)
        yield Facts(is_partial=True)
    rows_in = 0
    for info in book.sheets_metadata:
        if "sheet" not in str(info.typ).lower() or "chart" in str(info.typ).lower():
            continue
        is_hidden = "visible" not in str(info.visible).lower() or "hidden" in str(info.visible).lower()
        for item in _sheet(content, book, info.name, layout.get(info.name, Layout()), is_hidden=is_hidden):
            if isinstance(item, Facts) and item.rows_in is not None:
                rows_in += item.rows_in
            else:
                yield item
    yield Facts(rows_in=rows_in)


def _check_package(data: bytes) -> None:
    """Refuse a workbook that would be unpacked beyond all measure, or whose corners lie too far apart."""
    with open_package(data) as package:
        for info in package.infolist():
            limits.within_ratio(info.compress_size, info.file_size)
            if info.filename.startswith("xl/worksheets/sheet") and info.filename.endswith(".xml"):
                _check_corners(package, info)


def _check_corners(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    rows = columns = 0
    rest = b""
    with package.open(info) as stream:
        while chunk := stream.read(1 << 20):
            for column, row in _REFERENCE.findall(rest + chunk):
                rows, columns = max(rows, int(row)), max(columns, _column(column))
            rest = chunk[-200:]
    if info.file_size < rows * columns // 400:
        limits.within_limit("empty cells between the corners of a sheet", rows * columns, limits.SHEET_CELLS)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet(
    content: Content,
    book: Any,  # noqa: ANN401
    name: str,
    layout: Layout,
    *,
    is_hidden: bool,
) -> Iterator[Item]:
    unit = within(content.unit, f"sheet={escaped(name)}")
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None or not sheet.height:
        return
    limits.within_limit("cells in a sheet", sheet.height * sheet.width, limits.SHEET_CELLS, locator=unit)
    row, column = sheet.start
    rows = [
        Cells(number, ("",) * column + tuple(map(_text, values)))
        for number, values in enumerate(sheet.to_python(skip_empty_area=True), row + 1)
    ]
    rows = spread([line for line in rows if any(map(str.strip, line.texts))], layout)
    if is_hidden:
        yield Facts(note=f"sheet {name} is hidden")
    yield from _layout_facts(name, layout, [line.row for line in rows])

    def passage(line: Cells, at: int) -> Passage:
        return Passage(content.document, cell(unit, line.row, at + 1), 0, 0, "heading", line.texts[at], grid=0)

    total = 0
    for block in _blocks(rows):
        if not _is_table(block):
            yield from _notes(content, unit, block)
            continue
        for item in grid_items(content, unit, block, passage=passage, is_hidden=is_hidden):
            if isinstance(item, Facts) and item.rows_in is not None:
                total += item.rows_in
            else:
                yield item
    for number, column_number, text in layout.notes:
        yield Passage(content.document, cell(unit, number, column_number), 0, 0, "paragraph", text)
    yield Facts(rows_in=total)


def _layout_facts(name: str, layout: Layout, rows: Sequence[int]) -> Iterator[Facts]:
    """Say what a reader of the sheet does not see, or sees beside its cells."""
    hidden = sum(row in layout.hidden_rows for row in rows)
    if hidden:
        yield Facts(note=f"sheet {name}: {hidden} hidden rows")
    if layout.hidden_columns:
        columns = ", ".join(map(str, sorted(layout.hidden_columns)[:20]))
        yield Facts(note=f"sheet {name}: columns {columns} are hidden")
    if layout.notes:
        yield Facts(note=f"sheet {name}: {len(layout.notes)} notes on cells are read as text at their cells")


def _text(value: object) -> str:
    """Return the text of a value as a person reads it in the sheet."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        is_day = value.time() == dt.time(0)
        return value.date().isoformat() if is_day else value.isoformat(sep=" ", timespec="seconds")
    return str(value)


def _blocks(rows: Sequence[Cells]) -> Iterator[list[Cells]]:
    """Cut a sheet where rows stay empty and another header follows: several tables may stand in one sheet."""
    block: list[Cells] = []
    for row in rows:
        if block and row.row - block[-1].row >= _GAP and _starts_anew(block, row):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _starts_anew(block: Sequence[Cells], row: Cells) -> bool:
    """Tell whether what follows empty rows is another table, or text below the table."""
    if not _is_table(block):
        return False
    filled = [text for text in row.texts if text.strip()]
    if len(filled) == 1 and not tables.is_number(filled[0]) and not tables.is_total_label(filled[0]):
        return True
    fields = tables.fields_of(filled)
    return len(filled) >= 2 and 2 * sum(map(bool, fields)) >= len(filled) and not any(map(tables.is_data, filled))


def _is_table(rows: Sequence[Cells]) -> bool:
    wide = [row for row in rows if sum(1 for text in row.texts if text.strip()) >= 2]
    return len(wide) >= 2


def _notes(content: Content, unit: str, rows: Sequence[Cells]) -> Iterator[Item]:
    for row in rows:
        for column, text in enumerate(row.texts, 1):
            if text.strip():
                yield Passage(content.document, cell(unit, row.row, column), 0, 0, "paragraph", text)


FORMAT = Format(
    name="sheet",
    media_types=tuple(_TYPES.values()),
    suffixes=(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
    recognises=_recognises,
    read=_read,
)
