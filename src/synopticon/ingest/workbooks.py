"""What a workbook says beside its values: hidden rows and columns, merged cells, notes, signs that only formats show.

Reads the small parts of XLSX and XLSM files by searching, never as a whole tree, and the one text of an ODS file. The
old and binary forms (XLS, XLSB) do not tell any of this here.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.markup import parse_xml
from synopticon.ingest.packages import READ_ERRORS, open_package, read_part

Place = tuple[int, int]
_MERGES, _NOTES, _NOTE = 100_000, 20_000, 4000
_CHUNK, _OVERLAP = 1 << 20, 4096

_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b[^>]{0,2000}>")
_COLUMN = re.compile(rb"<(?:\w{1,20}:)?col\b[^>]{0,1000}>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true|on)"')
_NUMBER_OF = re.compile(rb'\br="(\d{1,7})"')
_FROM_TO = re.compile(rb'\b(min|max)="(\d{1,5})"')
_MERGE = re.compile(rb'<(?:\w{1,20}:)?mergeCell\b[^>]{0,200}?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

#: The sign of a number format: in brackets with its country, in quotes, behind a stroke, or bare.
_BRACKET = re.compile(r"\[\$([^\]\-]{1,5})(?:-[0-9A-Fa-f]+)?\]")
_SIGN = re.compile(r"[£€¥₹$₪₽₺]|﷼")
_BRACKETED = re.compile(r"\[[^\]]*\]")
#: Formats that every workbook knows by number and that show shares; those for money leave the sign to the country.
_PERCENT = frozenset({9, 10})


@dataclass(slots=True)
class Layout:
    """What one sheet says beside its values; rows and columns are numbered from 1.

    Attributes:
        merges: first and last row, first and last column of merged cells.
        notes: row, column and text of the notes on cells, without their authors.
        signs: what the format of a cell shows with its number: a sign of a currency, or ``%``.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    notes: list[tuple[int, int, str]] = field(default_factory=list)
    signs: dict[Place, str] = field(default_factory=dict)


def layouts(data: bytes, kind: str) -> dict[str, Layout]:
    """Return the layout of each sheet by its name; none for forms that do not tell.

    Args:
        data: the workbook.
        kind: ``xlsx`` or ``ods``, or another, of which nothing is known.

    Raises:
        LimitError: there are more merged cells or notes than any sheet may have.
    """
    if kind not in {"xlsx", "ods"}:
        return {}
    with open_package(data) as package:
        return dict(_sheets(package) if kind == "xlsx" else _ods_sheets(package))


# --- XLSX -----------------------------------------------------------------------------------------------------


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, Layout]]:
    names = {name.lower(): name for name in package.namelist()}
    book = names.get("xl/workbook.xml")
    if book is None:
        return
    targets = dict(_relations(package, names, book))
    signs = _signs_of_styles(package, names)
    for sheet in parse_xml(read_part(package, book), book).iter("{*}sheet"):
        part = targets.get(next((value for key, value in sheet.attrib.items() if key.endswith("}id")), ""), ("", ""))[1]
        if part.lower() in names:
            yield str(sheet.get("name", "")), _layout(package, names, names[part.lower()], signs)


def _relations(package: zipfile.ZipFile, names: dict[str, str], part: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the id, kind and path of every part that a part points to."""
    folder, name = posixpath.split(part)
    relations = names.get(f"{folder}/_rels/{name}.rels".lower())
    if relations is None:
        return
    for one in parse_xml(read_part(package, relations), relations).iter("{*}Relationship"):
        target = str(one.get("Target", ""))
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield str(one.get("Id", "")), (str(one.get("Type", "")).rpartition("/")[2], path)


def _layout(package: zipfile.ZipFile, names: dict[str, str], part: str, signs: dict[int, str]) -> Layout:
    found = Layout()
    styled = re.compile(
        rb'<(?:\w{1,20}:)?c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>]{0,200}?\bs="('
        + b"|".join(b"%d" % one for one in signs)
        + rb')"'
    )
    for chunk, start in _chunks(package, part):
        # What ends inside the part that the chunk before had too was seen there.
        for match in _ROW.finditer(chunk):
            number = _NUMBER_OF.search(match[0])
            if match.end() > start and number and _HIDDEN.search(match[0]):
                found.hidden_rows.add(int(number[1]))
        for match in _COLUMN.finditer(chunk):
            if match.end() > start and _HIDDEN.search(match[0]):
                ends = {key: int(value) for key, value in _FROM_TO.findall(match[0])}
                last = min(ends.get(b"max", 0), ends.get(b"min", 1) + limits.COLUMNS)
                found.hidden_columns.update(range(ends.get(b"min", 1), last + 1))
        for match in _MERGE.finditer(chunk):
            if match.end() > start:
                left, right = _column(match[1].decode()), _column(match[3].decode())
                found.merges.append((int(match[2]), int(match[4]), left, right))
        for match in styled.finditer(chunk) if signs else ():
            if match.end() > start:
                found.signs[int(match[2]), _column(match[1].decode())] = signs[int(match[3])]
    limits.within_limit("merged cells", len(found.merges), _MERGES)
    for _, (kind, path) in _relations(package, names, part):
        if kind in {"comments", "threadedComment"} and path.lower() in names:
            found.notes += _notes(parse_xml(read_part(package, names[path.lower()]), path))
    found.notes = _without_shadows(found.notes)
    limits.within_limit("notes", len(found.notes), _NOTES)
    return found


def _chunks(package: zipfile.ZipFile, part: str) -> Iterator[tuple[bytes, int]]:
    """Yield a part piece by piece, each with the end of the one before, and how long that is."""
    rest = b""
    try:
        with package.open(part) as stream:
            while piece := stream.read(_CHUNK):
                yield rest + piece, len(rest)
                rest = (rest + piece)[-_OVERLAP:]
    except (*READ_ERRORS, RuntimeError) as error:
        raise SourceError("broken member", f"{part}: {error}") from error


def _signs_of_styles(package: zipfile.ZipFile, names: dict[str, str]) -> dict[int, str]:
    """Return the sign that each style of a cell shows, for those that show one."""
    part = names.get("xl/styles.xml")
    if part is None:
        return {}
    root = parse_xml(read_part(package, part), part)
    codes = {_int(one.get("numFmtId")): str(one.get("formatCode", "")) for one in root.iter("{*}numFmt")}
    cells = next(root.iter("{*}cellXfs"), None)
    found: dict[int, str] = {}
    for style, form in enumerate(() if cells is None else cells.iterchildren("{*}xf")):
        number = _int(form.get("numFmtId"))
        sign = "%" if number in _PERCENT else sign_of_format(codes.get(number, ""))
        if sign:
            found[style] = sign
    return found


def sign_of_format(code: str) -> str:
    """Return what a number format shows beside the number: the sign or code of a currency, or ``%``; else nothing."""
    first = code.split(";", 1)[0]
    bracket = _BRACKET.search(first)
    if bracket is not None:
        return bracket[1].strip()
    bare = _BRACKETED.sub("", first)
    sign = _SIGN.search(bare)
    if sign is not None:
        return sign[0]
    return "%" if "%" in re.sub(r'"[^"]*"', "", bare) else ""


def _notes(root: Any) -> Iterator[tuple[int, int, str]]:  # noqa: ANN401  # lxml elements have partial types
    authors = [(one.text or "").strip() for one in root.iter("{*}author")]
    for note in root.iter("{*}comment", "{*}threadedComment"):
        place = _REFERENCE.fullmatch(str(note.get("ref", "")))
        text = "".join(one.text or "" for one in note.iter("{*}t") if not _is_phonetic(one))
        text = text or "".join(one.text or "" for one in note.iter("{*}text"))
        at = _int(note.get("authorId"))
        text = _without_author(text, authors[at] if 0 <= at < len(authors) else "")
        if place is not None and text:
            yield int(place[2]), _column(place[1]), text[:_NOTE]


def _is_phonetic(element: Any) -> bool:  # noqa: ANN401
    return element.getparent() is not None and str(element.getparent().tag).endswith("}rPh")


def _without_author(text: str, author: str) -> str:
    """Return a note without the name of its writer, which programs put before it."""
    text = text.strip()
    head, colon, rest = text.partition(":")
    if colon and "\n" in rest and (head.strip() == author or rest.startswith(("\n", "\r"))):
        return rest.strip()
    return rest.strip() if colon and author and head.strip() == author else text


def _without_shadows(notes: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Leave out the copy that programs keep of a discussion for older programs, and sort by place."""
    kept = [note for note in notes if not note[2].startswith("[Threaded comment]")]
    return sorted(dict.fromkeys(kept), key=lambda note: note[:2])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _int(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else -1


# --- ODS ------------------------------------------------------------------------------------------------------


_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_COLLAPSED = frozenset({"collapse", "filter"})


def _ods_sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, Layout]]:
    try:
        root = parse_xml(read_part(package, "content.xml"), "content.xml")
    except SourceError:
        return  # the reader of the values says what is wrong
    for table in root.iter(f"{_TABLE}table"):
        yield str(table.get(f"{_TABLE}name", "")), _ods_layout(table)


def _ods_layout(table: Any) -> Layout:  # noqa: ANN401
    found = Layout()
    number = 1
    for column in table.iter(f"{_TABLE}table-column"):
        times = _times(column, "columns")
        if column.get(f"{_TABLE}visibility") in _COLLAPSED:
            found.hidden_columns.update(range(number, min(number + times, limits.COLUMNS)))
        number += times
    number = 1
    for row in table.iter(f"{_TABLE}table-row"):
        times = _times(row, "rows")
        if row.get(f"{_TABLE}visibility") in _COLLAPSED:
            found.hidden_rows.update(range(number, number + min(times, limits.COLUMNS)))
        _ods_row(row, number, found)
        number += times
    limits.within_limit("merged cells", len(found.merges), _MERGES)
    limits.within_limit("notes", len(found.notes), _NOTES)
    return found


def _ods_row(row: Any, number: int, found: Layout) -> None:  # noqa: ANN401
    at = 1
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        high = _int(cell.get(f"{_TABLE}number-rows-spanned"))
        wide = _int(cell.get(f"{_TABLE}number-columns-spanned"))
        if high > 1 or wide > 1:
            found.merges.append((number, number + max(high, 1) - 1, at, at + max(wide, 1) - 1))
        for note in cell.iterchildren(f"{_OFFICE}annotation"):
            text = "\n".join("".join(line.itertext()) for line in note.iter(f"{_TEXT}p")).strip()
            if text:
                found.notes.append((number, at, text[:_NOTE]))
        times = _times(cell, "columns")
        kind = cell.get(f"{_OFFICE}value-type")
        sign = {"currency": str(cell.get(f"{_OFFICE}currency") or ""), "percentage": "%"}.get(str(kind), "")
        if sign and times <= limits.COLUMNS:
            found.signs.update({(number, place): sign for place in range(at, at + times)})
        at += times


def _times(element: Any, what: str) -> int:  # noqa: ANN401
    return max(1, _int(element.get(f"{_TABLE}number-{what}-repeated")))
