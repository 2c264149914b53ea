"""Reads delimited and XML files of official lists: strictly, so that half a file is told from a whole one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

from synopticon.errors import SourceError

_LARGEST_CELL = 2_000_000
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4})")


def text_of(data: bytes) -> str:
    """Return the text of a file: UTF-8, else Western European.

    Raises:
        SourceError: it holds zero bytes, as a program or an archive does.
    """
    if b"\x00" in data[:4096]:
        raise SourceError("wrong format", "expected text, found zero bytes; unpack the file first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows_of(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    """Yield the rows of a delimited file.

    Raises:
        SourceError: a quote is never closed, or a cell is larger than any real one.
    """
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise SourceError("truncated", f"the delimited text breaks off: {error}; fetch the file again") from None
    finally:
        csv.field_size_limit(before)


def records_of(text: str, header_has: tuple[str, ...], delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Yield rows by the names of their columns, lower case; the header is the first row that has the given ones.

    Raises:
        SourceError: no row is that header, or a later row has fewer or more cells.
    """
    header: list[str] = []
    for number, row in enumerate(rows_of(text, delimiter), 1):
        if not header:
            names = [name.strip().casefold() for name in row]
            if all(name in names for name in header_has):
                header = names
            elif number > 20:
                break
            continue
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            detail = f"row {number}: expected {len(header)} cells, found {len(row)}; fetch the file again"
            raise SourceError("truncated", detail, locator=f"row={number}")
        yield dict(zip(header, (cell.strip() for cell in row), strict=True))
    if not header:
        raise SourceError("wrong format", f"expected the columns {', '.join(header_has)}, found no such row")


def has_columns(data: bytes, header_has: tuple[str, ...], delimiter: str = ",") -> bool:
    """Tell whether one of the first lines names these columns."""
    lines = text_of(data[:20_000]).splitlines()[:12] if b"\x00" not in data[:4096] else []
    for line in lines:
        names = [name.strip().strip('"').casefold() for name in line.split(delimiter)]
        if all(name in names for name in header_has):
            return True
    return False


def xml_of(data: bytes) -> ET.Element:
    """Return the root of an XML file.

    Raises:
        SourceError: it breaks off, is no XML, or declares entities, which an official list does not need.
    """
    if _DECLARED.search(data):
        raise SourceError("wrong format", "expected XML without declarations of entities, found some; not read")
    try:
        return ET.fromstring(data)
    except ET.ParseError as error:
        whole = data.rstrip()[-1:] == b">"
        raise SourceError("wrong format" if whole else "truncated", f"not whole XML: {error}") from None


def local(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: ET.Element, name: str) -> list[ET.Element]:
    """Return the direct children of one name, whatever their namespace."""
    return [child for child in element if local(child) == name]


def text(element: ET.Element, name: str) -> str:
    """Return the text of the first child of one name, or the empty string."""
    return next(((child.text or "").strip() for child in children(element, name)), "")


def day(value: str, *, is_month_first: bool = False) -> str | None:
    """Return the first date in a text as an ISO day; null when there is none or it does not exist."""
    if found := _ISO.search(value):
        year, month, number = map(int, found.groups())
    elif found := _DAY_FIRST.search(value):
        first, second, year = map(int, found.groups())
        month, number = (first, second) if is_month_first else (second, first)
    elif found := _WORDED.search(value):
        number, month, year = int(found[1]), _MONTHS.get(found[2].casefold(), 0), int(found[3])
    elif found := _MONTH_FIRST.search(value):
        month, number, year = _MONTHS.get(found[1].casefold(), 0), int(found[2]), int(found[3])
    else:
        return None
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def distinct(names: Iterator[str] | list[str]) -> tuple[str, ...]:
    """Return names once each, without the empty ones, in their order."""
    return tuple(dict.fromkeys(name for one in names if (name := " ".join(one.split()))))
