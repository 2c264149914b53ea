"""Tables that give the same count year after year: only the last year is what there is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from synopticon.model.records import Row
from synopticon.read.cue import Matcher, plain
from synopticon.read.register_plan import state_in
from synopticon.read.reply_words import reply_matcher
from synopticon.read.rows import Sheet, text_of
from synopticon.read.rows_numbers import cell_number

#: "2019", "2019/20", "31/03/2019", "March 2019": a year at the end, or one with the next.
_YEAR = re.compile(
    r"(?:[^\W\d_]{0,12}[ ./-]{0,2}(?:\d{1,2}[ ./-]){0,2}[^\W\d_]{0,12}[ .-]?)((?:19|20)\d\d)(?:[/-]\d\d(?:\d\d)?)?年?"
)
_LONGEST = 24
#: A stock changes little from year to year; what is bought each year may be anything.
_STEP = Decimal("1.6")


def year_of(text: str) -> int | None:
    """Return the year that a short text consists of, alone or as the year of a date; else null."""
    found = _YEAR.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return int(found[1]) if found else None


def earlier_rows(sheet: Sheet, rows: Sequence[Row], counts: Sequence[int], cues: Matcher) -> frozenset[int]:
    """Return the numbers of the rows that give a count of an earlier year, which a later row replaces.

    Every group of rows (the same maker, the same place) must have a row for each of the years.
    """
    listed = [row for row in rows if not row.is_total and any(text_of(row, c) for c in counts)]
    if len(listed) < 2:
        return frozenset()
    for column in range(len(sheet.grid.header)):
        years = [year_of(text_of(row, column)) for row in listed]
        if column in counts or None in years or len(set(years)) < 2:
            continue
        others = [c for c in range(len(sheet.grid.header)) if c != column and c not in counts]
        groups = {tuple(text_of(row, c) for c in others) for row in listed}
        cells = {(tuple(text_of(row, c) for c in others), year) for row, year in zip(listed, years, strict=True)}
        if len(cells) != len(listed) or len(listed) != len(groups) * len(set(years)):
            continue
        if (column and len(groups) > 1) or not _is_stock(sheet, (column, *counts), cues):
            continue
        ordered = sorted(zip(years, listed, strict=True), key=lambda pair: (pair[0] or 0, pair[1].row))
        if len(groups) == 1 and not all(_is_steady([text_of(row, c) for _, row in ordered]) for c in counts):
            continue
        last = ordered[-1][0]
        return frozenset(row.row for year, row in ordered if year != last)
    return frozenset()


def earlier_columns(sheet: Sheet, rows: Sequence[Row], counts: Sequence[int], cues: Matcher) -> frozenset[int]:
    """Return the columns of counts of earlier years, where columns of counts are named by years alone."""
    years = {column: year for column in counts if (year := year_of(sheet.grid.header[column])) is not None}
    if len(set(years.values())) < 2 or len(set(years.values())) != len(years) or not _is_stock(sheet, (), cues):
        return frozenset()
    ordered = sorted(years, key=lambda column: years[column])
    if not all(_is_steady([text_of(row, c) for c in ordered]) for row in rows if not row.is_total):
        return frozenset()
    return frozenset(ordered[:-1])


def _is_stock(sheet: Sheet, columns: Sequence[int], cues: Matcher) -> bool:
    """Tell whether nothing says that the numbers are of what was bought, installed or removed in each year."""
    words = reply_matcher(cues.language)
    texts = [plain(sheet.grid.header[column]) for column in columns]
    texts += [plain(line) for line in sheet.grid.title.splitlines() if line.strip()][-1:]
    return not any(
        state_in(text, cues) in {"installed", "delivered", "planned", "removed"}
        or cues.has("purchase", text)
        or cues.has("spent", text)
        or (words is not None and words.has("bought", text))
        for text in texts
    )


def _is_steady(cells: Sequence[str]) -> bool:
    values = [value for text in cells if (value := cell_number(text)) is not None and value > 0]
    return all(max(a, b) <= max(min(a, b) * _STEP, min(a, b) + _FEW) for a, b in pairwise(values))


#: Small numbers may change by so many and still be the same stock.
_FEW = 3
