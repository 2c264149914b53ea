"""The UK sanctions lists: ConList.csv of the Treasury, UK-Sanctions-List as CSV or ODS of the Foreign Office."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, THING, Listed, Listing, Row
from synopticon.screen.lists._tables import day, distinct, has_columns, local, records_of, text_of, xml_of

_PARTS = ("name 6", "name 1", "name 2", "name 3", "name 4", "name 5")
_LARGEST = 200 * 1024 * 1024
_MOST_CELLS = 200


def _is_like(data: bytes) -> bool:
    if data[:4] == b"PK\x03\x04":
        return b"application/vnd.oasis.opendocument.spreadsheet" in data[:200]
    return has_columns(data, ("name 6", "name 1", "regime")) or has_columns(data, ("name 6", "unique id"))


def _published(data: bytes) -> str | None:
    start = _ods_text(data)[:2000] if data[:4] == b"PK\x03\x04" else text_of(data[:2000])
    return day(next(iter(start.splitlines()), ""))


def _parse(data: bytes) -> Iterator[Row]:
    content = _ods_text(data) if data[:4] == b"PK\x03\x04" else text_of(data)
    names: dict[str, list[str]] = {}
    first: dict[str, Mapping[str, str]] = {}
    kinds: dict[str, str] = {}
    for record in records_of(content, ("name 6", "name 1")):
        identity = record.get("group id") or record.get("unique id") or ""
        if not identity:
            raise SourceError("wrong format", "expected a Group ID or Unique ID in every row, found a row without")
        kind = (record.get("group type") or record.get("designation type") or "").casefold()
        kinds[identity] = kind
        is_main = "primary name" in " ".join(record.values()).casefold()
        if is_main or identity not in first:
            first[identity] = record
        if kind in ("entity", ""):
            spelt = " ".join(record.get(part, "") for part in (*_PARTS[1:], _PARTS[0]))
            known = names.setdefault(identity, [])
            known.insert(0 if is_main else len(known), spelt)
            known.append(record.get("name non-latin script", ""))
    for identity, group in kinds.items():
        if group in ("individual", "person"):
            yield PERSON
        elif group not in ("entity", ""):
            yield THING
        elif found := distinct(names[identity]):
            row = first[identity]
            since = row.get("uk sanctions list date designated") or row.get("date designated") or ""
            regime = row.get("regime") or row.get("regime name") or ""
            yield Listed(identity, found, since=day(since or row.get("listed on", "")), citation=regime)


def _ods_text(data: bytes) -> str:
    """Return the first sheet of an OpenDocument file as CSV text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo("content.xml").file_size > _LARGEST:
                raise SourceError("wrong format", f"the sheet unpacks to more than {_LARGEST} bytes; not read")
            root = xml_of(archive.read("content.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError) as error:
        raise SourceError("truncated", f"not a whole OpenDocument file: {error}") from None
    rows = [_cells(element) for element in root.iter() if local(element) == "table-row"]
    width = max((len(row) for row in rows if len(row) > 5), default=0)
    lines = [row + [""] * (width - len(row)) if len(row) > 3 else row for row in rows if any(row)]
    return "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in lines) + "\n"


def _cells(row: ET.Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        repeat = next((value for key, value in cell.attrib.items() if key.endswith("number-columns-repeated")), "1")
        words = " ".join("".join(part.itertext()) for part in cell if local(part) == "p")
        cells += [words] * min(int(repeat), _MOST_CELLS)
    while cells and not cells[-1]:
        cells.pop()
    return cells


LIST = Listing(
    code="GB-SANCTIONS",
    name="UK Sanctions List",
    jurisdiction="GB",
    legal_type="sanctions",
    url="https://assets.publishing.service.gov.uk/media/uk-sanctions-list/UK-Sanctions-List.csv",
    min_entries=500,
    canaries=("ROSOBORONEXPORT|JSC ROSOBORONEXPORT|WAGNER GROUP|SBERBANK|PJSC SBERBANK",),
    is_like=_is_like,
    parse=_parse,
    published=_published,
)
