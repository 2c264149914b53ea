"""Codes for makers that a legend explains: "HIK = Hikvision" below a table with HIK in its column of makes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from synopticon.model.locator import unescaped
from synopticon.model.records import Grid, Row
from synopticon.read.mentions import find_mentions
from synopticon.read.spans import MentionSpan
from synopticon.reference.headers import field_of

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


#: A short code as a table that explains codes holds it: "HKV", "C-2", "07".
_CODE = re.compile(r"[^\W_]{1,6}(?:[-/][^\W_]{1,4})?")
_LONGEST_KEY = 80
_EQUALS = re.compile(r"(?<![\w=])([A-Za-z]{1,5}\d{0,2})[ \t]{0,2}=[ \t]{0,2}([^\W\d][^;,，；、\n=|]{2,40})")
_SHEET = "sheet="


def is_key(grid: Grid) -> bool:
    """Tell whether a table explains codes: a column, its sheet or the line above it says so."""
    names = [unescaped(part[len(_SHEET) :]) for part in grid.unit.split(";") if part.startswith(_SHEET)]
    lines = [line for line in grid.title.splitlines() if line.strip()]
    if len([name for name in grid.header if name.strip()]) > _KEY_COLUMNS:
        return False
    return "code" in grid.fields or any(field_of(name) == "code" for name in (*names, *lines[-1:]))


_KEY_COLUMNS = 3


def meanings_in(grid: Grid, rows: Iterable[Row]) -> dict[str, str]:
    """Return code (lower case) to meaning of a table that explains codes; empty when it does not."""
    listed = [row.cells for row in rows]
    if not is_key(grid) or len(listed) > _LONGEST_KEY or "quantity" in grid.fields:
        return {}
    columns = range(len(grid.header) - 1)
    if "code" in grid.fields:
        columns = range(grid.fields.index("code"), len(grid.header) - 1)[:1]
    else:
        listed = [grid.header, *listed]
    for column in columns:
        pairs = [(cells[column].strip(), cells[column + 1].strip()) for cells in listed]
        pairs = [(code, meaning) for code, meaning in pairs if code or meaning]
        good = [(c, m) for c, m in pairs if _CODE.fullmatch(c) and any(map(str.isalpha, m)) and c.lower() != m.lower()]
        if len(good) >= _FEWEST_CODES and len(good) >= _KNOWN * len(pairs):
            return {code.lower(): meaning for code, meaning in reversed(good)}
    return {}


def meanings_told(texts: Iterable[str]) -> dict[str, str]:
    """Return code (lower case) to meaning of all codes that texts explain with a sign of equality."""
    found: dict[str, str] = {}
    for text in texts:
        if "=" in text and len(text) <= _LONGEST_TEXT:
            for pair in _EQUALS.finditer(text):
                found.setdefault(pair[1].lower(), pair[2].strip())
    return found


def decoded_columns(rows: Sequence[Row], meanings: Mapping[str, str]) -> dict[int, str]:
    """Return the columns of codes, each with what the codes stand for: ``maker``, ``product`` or ``status``.

    Cells of a column that mean neither a maker nor a thing tell its status.
    """
    found: dict[int, str] = {}
    for column in range(len(rows[0].cells) if meanings and rows else 0):
        cells = [text.lower() for row in rows if not row.is_total and (text := row.cells[column].strip())]
        known = [cell for cell in cells if cell in meanings]
        if len(known) >= _MOST * len(cells) and known:
            votes = Counter(_sense(meanings[code]) for code in dict.fromkeys(known))
            found[column] = max(votes, key=lambda sense: (votes[sense], sense))
    return found


def _sense(meaning: str) -> str:
    named = find_mentions(meaning, is_subject=True)
    if any(span.maker and span.kind in {"maker", "brand"} for span in named):
        return "maker"
    return "product" if any(span.product_kind for span in named) else "status"


_FEWEST_CODES = 2
_KNOWN = 0.8
