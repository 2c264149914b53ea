"""The US Entity List as the regulation prints it: the table of Supplement No. 4 to part 744, HTML or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, Listed, Listing, Row
from synopticon.screen.lists._pages import table_rows
from synopticon.screen.lists._persons import is_person
from synopticon.screen.lists._tables import day, distinct, rows_of, text_of
from synopticon.text.names import legal_forms

_HEADER = ("country", "entity", "license requirement")
_ALIASES = re.compile(r",?\s+(?:a\.k\.a\.|f\.k\.a\.),?(?:\s+the following[^:]{0,60}:)?", re.IGNORECASE)
_ALIAS = re.compile(r"(?:^|[\n;:])\s*(?:and\s+)?[-–—]\s*([^\n;]+)")
_REMOVED = ("[reserved]", "")


def _is_like(data: bytes) -> bool:
    start = data[:400_000].decode("utf-8", "replace").casefold()
    return "federal register citation" in start and all(word in start for word in ("country", "entity", "license"))


def _rows(data: bytes) -> Iterator[list[str]]:
    content = text_of(data)
    if "<t" in content[:400_000].casefold():
        if "</table>" not in content.casefold():
            raise SourceError("truncated", "the table of the page is never closed; fetch the file again")
        yield from table_rows(content)
    else:
        yield from rows_of(content)


def _parse(data: bytes) -> Iterator[Row]:
    is_header_seen = False
    for row in _rows(data):
        cells = [" ".join(cell.split(" ")) for cell in row]
        if not is_header_seen:
            lower = [cell.casefold() for cell in cells]
            is_header_seen = len(lower) > 3 and all(any(word in cell for cell in lower) for word in _HEADER)
            continue
        if len(cells) < 3:
            continue
        entity = cells[-4] if len(cells) > 3 else cells[0]
        if entity.strip().casefold() not in _REMOVED and not entity.casefold().startswith("entity"):
            yield _listed(entity, cells[-3], cells[-1])
    if not is_header_seen:
        raise SourceError("wrong format", f"expected a table with {', '.join(_HEADER)}, found none")


def _listed(entity: str, condition: str, citation: str) -> Row:
    parts = _ALIASES.split(entity, maxsplit=1)
    main = _name(parts[0])
    if is_person(main, is_mostly_persons=False):
        return PERSON
    rest = parts[1] if len(parts) > 1 else ""
    others = [_name(one.removesuffix(" and").strip(" ,")) for one in _ALIAS.findall(rest)]
    if rest and not others:  # a single other name stands without a dash, before the address
        others = [_name(rest.strip(" ,;"))]
    names = distinct([main, *(one for one in others if len(one) > 2)])
    return Listed(main, names, since=_since(citation), condition=condition[:300], citation=citation[:300])


def _since(citation: str) -> str | None:
    days = re.findall(r"\d{1,2}/\d{1,2}/\d{2,4}", citation)
    if not days:
        return None
    month, number, year = days[0].split("/")
    return day(
        f"{month}/{number}/{year if len(year) == 4 else ('20' + year if int(year) < 80 else '19' + year)}",
        is_month_first=True,
    )


def _name(entry: str) -> str:
    """Return the name at the start of an entry: up to the first comma that no legal form follows."""
    pieces = [piece.strip() for piece in entry.split("\n", maxsplit=1)[0].split(",")]
    name = pieces[0]
    for piece in pieces[1:]:
        if piece.rstrip(".").casefold() not in legal_forms():
            break
        name += f", {piece}"
    return name.strip(" ;.") if not name.endswith(("Ltd.", "Inc.", "Co.")) else name


LIST = Listing(
    code="US-BIS-EL",
    name="US Entity List",
    jurisdiction="US",
    legal_type="export_control",
    url="",
    min_entries=1000,
    canaries=("Huawei Technologies Co., Ltd.|Huawei Technologies", "Hikvision", "Dahua Technology"),
    is_like=_is_like,
    parse=_parse,
)
