"""What the columns of a table hold, told by its cells where the header misleads or says nothing.

Under "In service" may stand numbers instead of a status, under "Vendor" makers instead of suppliers; a last row may
be the sum of the others without a word that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from synopticon import reference
from synopticon.model.records import Row
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.mentions import find_mentions
from synopticon.read.rows import Sheet, sheet_of, text_of
from synopticon.read.rows_numbers import cell_number
from synopticon.reference.headers import fields_of

#: Fields of columns that may turn out to count things when their cells are numbers.
_MAY_COUNT = {"", "status", "date", "start_date", "category", "place", "reference", "amount"}
#: Fields that are right about their cells whatever these are.
_SURE = {"maker", "model", "quantity", "gross_amount", "vat_amount", "unit_amount", "annual_amount", "code"}
_YEARS = (Decimal(1970), Decimal(2045))
_WHOLE = re.compile(r"\s*\d{1,3}(?:[, ]?\d{3})*\s*$|\s*[\d٠-٩]{1,6}\s*$")
_NOTHING = {"-", "–", "—", "nil", "none", "n/a", "na", "no", "无", "無", "没有", "لا يوجد", "لا شيء", "/"}
_MOST, _COVERED = 0.6, 0.5
_MANY_ADDENDS = 3
_ID_DIGITS = 5


def recast(sheet: Sheet, sample: Sequence[Row]) -> Sheet:
    """Return the table with the fields of its columns as the sample of its rows shows them."""
    rows = [row for row in sample if not row.is_total and sum(bool(cell.strip()) for cell in row.cells) > 1]
    if not rows:
        return sheet
    fields = list(sheet.grid.fields)
    for column in sheet.all("quantity"):
        if _are_words(rows, column):
            fields[column] = "status"
        elif numbers_rows(rows, column) and sheet.grid.header[column].strip() and {"maker", "model"} & set(fields):
            fields[column] = "reference"
    if "maker" not in fields:
        named = next((c for c in range(len(fields)) if fields[c] not in _SURE and _names_makers(rows, c)), None)
        if named is not None:
            fields[named] = "maker"
    if "quantity" not in fields and {"maker", "model", "product"} & set(fields):
        for column in range(len(fields)):
            if fields[column] in {"status", "date", "start_date"} and _counts(rows, column):
                fields[column] = "quantity"
        if "quantity" not in fields:
            for column in _named_counts(sheet, rows, fields):
                fields[column] = "quantity"
        if "quantity" not in fields and not _is_one_each(rows, fields):
            for column in _free_counts(sheet, rows, fields):
                fields[column] = "quantity"
    if fields == list(sheet.grid.fields):
        return sheet
    grid = replace(sheet.grid, fields=tuple(fields))
    return sheet_of(sheet.document, sheet.body, sheet.source_kind, grid, sheet.language)


def with_field(sheet: Sheet, column: int, field: str) -> Sheet:
    """Return the table with a column known to hold what a field says."""
    fields = list(sheet.grid.fields)
    fields[column] = field
    return sheet_of(
        sheet.document, sheet.body, sheet.source_kind, replace(sheet.grid, fields=tuple(fields)), sheet.language
    )


def parted(sheet: Sheet, sample: list[Row], rest: Iterator[Row]) -> tuple[Sheet, list[Row], Iterator[Row]]:
    """Return a table of one column whose cells are parted by the same sign everywhere as the table that it is.

    Each new cell stands where the whole one stands, so that evidence is the cell of the file.
    """
    header, whole = sheet.grid.header, sample
    if len(header) != 1 or not sample:
        return sheet, sample, rest
    if not header[0].strip():
        header, sample = (sample[0].cells[0],), sample[1:]
    for sign in _PARTING:
        parts = header[0].count(sign)
        names = tuple(name.strip() for name in header[0].split(sign))
        if parts and any(fields_of(names)) and all(row.cells[0].count(sign) == parts for row in sample):
            grid = replace(sheet.grid, header=names, fields=fields_of(names))
            new = sheet_of(sheet.document, sheet.body, sheet.source_kind, grid, sheet.language)
            return new, [_cut(row, sign, parts) for row in sample], (_cut(row, sign, parts) for row in rest)
    return sheet, whole, rest


_PARTING = (":", "|", "/", "~", "^", "*")


def _cut(row: Row, sign: str, parts: int) -> Row:
    cells = [cell.strip() for cell in row.cells[0].split(sign)]
    cells = [*cells, *[""] * (parts + 1)][: parts + 1]
    place = row.locators[0] if row.locators else f"cell={row.row},1"
    return replace(row, cells=tuple(cells), locators=(place,) * (parts + 1))


def _named_counts(sheet: Sheet, rows: Sequence[Row], fields: Sequence[str]) -> list[int]:
    """Return the columns whose headers say that they count and whose cells do so in words ("c. 40", "none held")."""
    cues = matcher_of(sheet.language) or matcher_of("en")
    if cues is None:
        return []
    found: list[int] = []
    for column, header in enumerate(sheet.grid.header):
        if fields[column] or not cues.has("count_word", plain(header)) or cues.has("measure", plain(header)):
            continue
        cells = [plain(text) for row in rows if (text := text_of(row, column))]
        telling = [cell for cell in cells if len(cell) <= _SHORT and _tells_number(cell, cues)]
        if cells and len(telling) >= _MOST * len(cells) and not all(_WHOLE.match(cell) for cell in cells):
            found.append(column)
    return found


_SHORT = 30


def _tells_number(cell: str, cues: Matcher) -> bool:
    none = cues.find("negation", cell)
    return any(map(str.isdigit, cell)) or cell in _NOTHING or (none is not None and not none.start())


def _free_counts(sheet: Sheet, rows: Sequence[Row], fields: Sequence[str]) -> list[int]:
    """Return the columns that count though their headers do not say so ("Indoor", "Outdoor")."""
    cues = matcher_of(sheet.language) or matcher_of("en")
    return [
        column
        for column, header in enumerate(sheet.grid.header)
        if fields[column] in _MAY_COUNT
        and not (cues is not None and cues.has("measure", plain(header)))
        and not numbers_rows(rows, column)
        and _counts(rows, column)
    ]


def recast_ledger(sheet: Sheet, sample: Sequence[Row]) -> Sheet:
    """Return a ledger whose headers name no amount with the column of amounts found by its cells.

    Amounts are the column of numbers most of which have cents; the longest words beside them describe the payment.
    """
    if sheet.column("amount", "gross_amount") is not None:
        return sheet
    fields = list(sheet.grid.fields)
    shares = {
        c: sum(_CENTS.search(text_of(row, c)) is not None for row in sample) / max(1, len(sample))
        for c in range(len(fields))
        if fields[c] in {"", "quantity", "status"}
    }
    amount = max(shares, key=lambda c: shares[c], default=None)
    if amount is None or shares[amount] < _MOST:
        return sheet
    fields[amount] = "amount"
    if not {"description", "title"} & set(fields):
        free = [c for c in range(len(fields)) if not fields[c]]
        longest = max(free, key=lambda c: sum(len(text_of(row, c)) for row in sample), default=None)
        if longest is not None:
            fields[longest] = "description"
    grid = replace(sheet.grid, fields=tuple(fields))
    return sheet_of(sheet.document, sheet.body, sheet.source_kind, grid, sheet.language)


_CENTS = re.compile(r"\d[.,]\d{2}\s*(?:\)|-|CR|DR|[£€$¥])?\s*$")


def with_totals(sample: list[Row], *, names_things: Sequence[int]) -> list[Row]:
    """Return the rows with the last numbered one marked a total when it adds the others up.

    `names_things` are the columns in which a maker or model would stand; a row that names one there is a thing.
    """
    at = next((i for i in range(len(sample) - 1, -1, -1) if _numbers(sample[i])), None)
    if at is None or sample[at].is_total:
        return sample
    last = sample[at]
    if any(maker_share(text_of(last, column)) for column in names_things):
        return sample
    above = [_numbers(row) for row in sample[:at] if not row.is_total]
    matches, longest = 0, 0
    for column, value in _numbers(last).items():
        addends = [row[column] for row in above if row.get(column)]
        if not value and not addends:
            continue
        if sum(addends) != value or len(addends) < 2:
            return sample
        matches, longest = matches + 1, max(longest, len(addends))
    if matches >= 2 or (matches == 1 and longest >= _MANY_ADDENDS):
        return [*sample[:at], replace(last, is_total=True), *sample[at + 1 :]]
    return sample


def subject_term() -> str:
    """Return the first word of the subject, beside which a short name is that of a maker."""
    return next((row.term for row in reference.products() if row.is_subject), "")


def subject_kind() -> str | None:
    """Return what is meant where nothing is said: the kind of thing that the subject's first word names."""
    return next((row.product_kind for row in reference.products() if row.is_subject), None)


def _numbers(row: Row) -> dict[int, Decimal]:
    return {
        column: value
        for column, cell in enumerate(row.cells)
        if any(map(str.isdigit, cell)) and (value := cell_number(cell)) is not None
    }


def _names_makers(rows: Sequence[Row], column: int) -> bool:
    cells = list(dict.fromkeys(text for row in rows if (text := text_of(row, column))))[:60]
    named = sum(maker_share(cell) >= _COVERED for cell in cells)
    return bool(cells) and named >= _MOST * len(cells)


def maker_share(cell: str) -> float:
    """Return how much of a cell is the name of a maker, as a share of its letters."""
    if not cell or len(cell) > 80:
        return 0.0
    found = find_mentions(f"{cell}\n{subject_term()}")
    covered = sum(
        span.end - span.start
        for span in found
        if span.maker and span.kind in {"maker", "brand"} and span.end <= len(cell)
    )
    return covered / len(cell)


def _counts(rows: Sequence[Row], column: int) -> bool:
    """Tell whether a column holds how many: whole numbers that are no years, no running numbers, no identifiers."""
    cells = [text for row in rows if (text := text_of(row, column)) and text.lower() not in _NOTHING]
    whole = [value for text in cells if _WHOLE.match(text) and (value := cell_number(text)) is not None]
    if not whole or len(whole) < _MOST * len(cells):
        return False
    if all(_YEARS[0] <= value <= _YEARS[1] for value in whole):
        return False
    return not (len(set(whole)) == len(whole) > 1 and all(value >= 10 ** (_ID_DIGITS - 1) for value in whole))


def _are_words(rows: Sequence[Row], column: int) -> bool:
    """Tell whether a column whose header speaks of numbers holds none: "In use: yes / no"."""
    cells = [text for row in rows if (text := text_of(row, column))]
    return bool(cells) and not any(any(map(str.isdigit, text)) for text in cells) and all(len(t) <= 3 for t in cells)


def numbers_rows(rows: Sequence[Row], column: int) -> bool:
    """Tell whether a column numbers the rows."""
    values = [cell_number(text_of(row, column)) for row in rows]
    return column == 0 and len(values) > 1 and values == [Decimal(at) for at in range(1, len(values) + 1)]


def are_years(rows: Sequence[Row], column: int) -> bool:
    """Tell whether all numbers of a column are years."""
    values = [value for row in rows if (value := cell_number(text_of(row, column))) is not None]
    return bool(values) and all(_YEARS[0] <= value <= _YEARS[1] and value == int(value) for value in values)


def _is_one_each(rows: Sequence[Row], fields: Sequence[str]) -> bool:
    """Tell whether each row seems to be one thing: what the rows name comes again and again."""
    naming = [c for c, field in enumerate(fields) if field in {"maker", "model", "product", "category", "description"}]
    named = [tuple(text_of(row, c) for c in naming) for row in rows]
    return len(set(named)) < len(named)
