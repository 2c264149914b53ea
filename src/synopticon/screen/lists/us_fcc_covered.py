"""The FCC Covered List: a table of equipment and services with the day of inclusion, HTML or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.errors import SourceError
from synopticon.screen.listing import RULE, Listed, Listing, Row
from synopticon.screen.lists._pages import table_rows
from synopticon.screen.lists._tables import day, rows_of, text_of

_MADE_BY = re.compile(
    r"\b(?:produced|provided|supplied|offered|developed)(?: or (?:produced|provided))?"
    r"(?:,? directly or indirectly,?)? by\s+"
)
_END = re.compile(
    r",? to the extent|,? including|,? or any of|,? or its\b|,? and its\b|,? or any\b"
    r"|, (?:its|subject)\b|\s\(|[;.]\s|\n"
)
_SEVERAL = re.compile(r"\s+(?:and|or)\s+(?=[A-Z])")
_A_CLASS = re.compile(
    r"\b(?:a|any|the) (?:foreign|covered|person|entity|entities|country)\b|\bforeign\b", re.IGNORECASE
)


def _is_like(data: bytes) -> bool:
    start = data[:400_000].decode("utf-8", "replace").casefold()
    return "covered list" in start and "date of inclusion" in start


def _parse(data: bytes) -> Iterator[Row]:
    content = text_of(data)
    is_page = "<t" in content.casefold()
    if is_page and "</table>" not in content.casefold():
        raise SourceError("truncated", "the table of the page is never closed; fetch the file again")
    is_header_seen = False
    for row in table_rows(content) if is_page else rows_of(content):
        line = " ".join(row).casefold()
        if not is_header_seen:
            is_header_seen = "date of inclusion" in line and len(row) > 1
        elif len(row) > 1 and row[0].strip():
            yield from _listed(row[0], row[1])
    if not is_header_seen:
        raise SourceError("wrong format", "expected a table with the day of inclusion, found none")


def _listed(equipment: str, included: str) -> Iterator[Row]:
    found = _MADE_BY.search(equipment)
    words = equipment[found.end() :] if found else ""
    words = _END.split(words, maxsplit=1)[0].strip(" ,.")
    if not words or _A_CLASS.search(words) or not words[0].isupper():
        yield RULE
        return
    for name in _SEVERAL.split(words):
        yield Listed(name, (name,), since=day(included), condition=" ".join(equipment.split())[:300])


LIST = Listing(
    code="US-FCC-CL",
    name="FCC Covered List",
    jurisdiction="US",
    legal_type="equipment_authorisation",
    url="https://www.fcc.gov/supplychain/coveredlist",
    min_entries=5,
    canaries=("Huawei Technologies Company", "Hangzhou Hikvision Digital Technology Company"),
    is_like=_is_like,
    parse=_parse,
)
