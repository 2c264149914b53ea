"""Codes for makers that a legend explains: "HIK = Hikvision" below a table with HIK in its column of makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from synopticon.read.mentions import find_mentions
from synopticon.read.spans import MentionSpan

#: "HIK = Hikvision; DAH = Dahua", "H: Hikvision", "(A) Axis"
_PAIR = re.compile(
    r"(?<!\w)\(?([A-Za-z]{1,5}\d{0,2}|\d{1,2})\)?[ \t]{0,2}(?:=|:|：|-|–|—|→|\))[ \t]{0,2}([^\W\d][^;,，；\n=|]{2,40})"
)
_LONGEST_TEXT = 600
_LONGEST_CODE = 12
_FEWEST = 1


def codes_in(texts: Iterable[str]) -> dict[str, str]:
    """Return code (as it stands, lower case) to maker for all codes that the texts explain."""
    codes: dict[str, str] = {}
    for text in texts:
        if len(text) > _LONGEST_TEXT:
            continue
        for found in _PAIR.finditer(text):
            named = [m for m in find_mentions(found[2], is_subject=True) if m.maker and m.kind in {"maker", "brand"}]
            makers = {m.maker for m in named}
            if len(makers) == 1 and named[0].start == 0 and found[1].lower() != named[0].text.lower():
                codes.setdefault(found[1].lower(), next(iter(makers)) or "")
    return codes


def named_by(cell: str, codes: Mapping[str, str]) -> MentionSpan | None:
    """Return the maker that a cell names by its code, null when it is no code."""
    code = cell.strip().strip("()").lower()
    maker = codes.get(code)
    if not maker:
        return None
    start = len(cell) - len(cell.lstrip())
    return MentionSpan(start, start + len(cell.strip()), "maker", maker, cell.strip(), maker, None)


def column_of_codes(rows: Iterable[tuple[str, ...]], codes: Mapping[str, str]) -> int | None:
    """Return the column most cells of which are codes, null when there is none."""
    listed = list(rows)
    if not codes or not listed:
        return None
    for column in range(len(listed[0])):
        cells = [row[column] for row in listed if column < len(row) and 0 < len(row[column].strip()) <= _LONGEST_CODE]
        known = sum(cell.strip().strip("()").lower() in codes for cell in cells)
        if known and known >= _MOST * len(cells):
            return column
    return None


_MOST = 0.6
