"""What all tables have in common: where the header is, what its columns mean, which rows add others up.

The functions work on rows as plain sequences of cell texts, whatever the file was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice

from synopticon.ingest.phrases import folded, month_names, pivot_labels, total_parts, total_words
from synopticon.ingest.schema import left_over_note, schema
from synopticon.model.records import Grid
from synopticon.model.vocabulary import DROPPED_FIELDS
from synopticon.reference import headers
from synopticon.reference.headers import field_of

AMOUNT_FIELDS = ("amount", "gross_amount", "vat_amount", "annual_amount", "unit_amount")
DATE_FIELDS = ("date", "start_date", "end_date")
_EQUIPMENT_FIELDS = ("maker", "model", "product", "quantity")
_NOTICE_FIELDS = ("title", "procedure", "notice_kind", "code", "start_date", "end_date", "status")
HEADER_SEARCH = 60
_LONG_HEADER = 120

_NUMBER = re.compile(
    r"\s*[-−+(]?\s*(?:[A-Z]{3}\s?|[£$€¥]|\ufffd)?\s*[-−]?(?:\d[\d,.'’\u00a0 ٬٫]*|\.\d+)"
    r"\s*(?:%|CR|DR|[£$€¥]|[A-Z]{3})?\s*-?\)?\s*"
)
_DATE = re.compile(
    r"\s*(?:\d{1,2}[-/. ](?:\d{1,2}|[^\W\d_]{3,9})[-/., ]{1,2}\d{2,4}|\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{8}"
    r"|[^\W\d_]{3,9}[-/., ]{1,2}\d{2,4})(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*"
)
_NOTHING = frozenset({"n/a", "na", "nil", "none", "yes", "no", "-", "tbc", "unknown", "#n/a", "null"})
_COORDINATES = re.compile(r"-?\d{1,3}\.\d{3,}\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_DIGIT = re.compile(r"[^\d.\-−(]")


def is_number(text: str) -> bool:
    """Tell whether a cell is a number, an amount of money or a share, and nothing else."""
    return _NUMBER.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a cell is a date and nothing else."""
    return _DATE.fullmatch(text) is not None


def number_of(text: str) -> Decimal | None:
    """Return the value of a number with commas for thousands, null when it has another form."""
    digits = _NOT_DIGIT.sub("", text.replace("−", "-"))
    is_negative = digits.startswith(("-", "(")) or digits.endswith("-")
    try:
        value = Decimal(digits.strip("-("))
    except InvalidOperation:
        return None
    return -value if is_negative else value


def fields_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return the standard field of each column, the empty string where it is not known."""
    return headers.fields_of(tuple(name if len(name) <= _LONG_HEADER else "" for name in header))


def header_index(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the position of the header among the first rows of a table, null when there is none.

    The first row most of whose cells are known headers; else the first row that is as wide as the table and holds
    text only, above at least one more row.
    """
    width = usual_width(rows)
    first_full = _first_full(rows[:HEADER_SEARCH], width)
    # Below a row as wide as the table stands data; a header there is a coincidence of words, unless the wide row was
    # part of a preamble of a narrow table.
    stop = HEADER_SEARCH if first_full is None else first_full + (1 if width > 3 else 3)
    known = _known_header(rows[:stop])
    if known is not None or first_full is None:
        return known
    filled = [cell for cell in rows[first_full] if cell.strip()]
    is_header = len(rows) > first_full + 1 and (
        all(_may_be_header(cell) for cell in _told(filled)) or _is_of_dates(rows[first_full], rows[first_full + 1])
    )
    return first_full if is_header and len(set(filled)) == len(filled) else None


def _first_full(rows: Sequence[Sequence[str]], width: int) -> int | None:
    for index, row in enumerate(rows):
        if _names_in(row) >= max(2, 0.6 * width):
            return index
    return None


def _names_in(row: Sequence[str]) -> int:
    """Count the filled cells of a row, a text that a merged cell spreads over its neighbours once."""
    return sum(1 for at, cell in enumerate(row) if cell.strip() and (not at or cell != row[at - 1] or is_data(cell)))


def _known_header(rows: Sequence[Sequence[str]]) -> int | None:
    for index, row in enumerate(rows):
        filled = [cell for cell in row if cell.strip()]
        if len(filled) < 2:
            continue
        known = sum(1 for cell in filled if len(cell) <= _LONG_HEADER and field_of(cell))
        if known >= 2 and 2 * known >= len(filled) and not any(map(is_data, filled)):
            return index
    return None


def is_data(cell: str) -> bool:
    """Tell whether a cell is a value that no header has: a number, a full date, a word for nothing."""
    if folded(cell) in _NOTHING:
        return True
    return (is_number(cell) and not _may_be_year(cell)) or (
        is_date(cell) and any(map(str.isdigit, cell)) and len(cell) > 7 and not _is_word_and_year(cell)
    )


def _is_word_and_year(cell: str) -> bool:
    """Tell whether a cell is a word that is no month before a year: "Planned 2024"."""
    word = _WORD.match(cell.strip())
    return word is not None and word[0].casefold() not in month_names()


def _is_of_dates(header: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row is a header of days over numbers: "Maker | 31/03/2021 | 31/03/2022"."""
    dates = [column for column, cell in enumerate(header) if cell.strip() and is_date(cell)]
    words = [cell for column, cell in enumerate(header) if cell.strip() and column not in dates]
    under = [below[column] for column in dates if column < len(below) and below[column].strip()]
    return (
        len(dates) >= 2
        and bool(words)
        and all(map(_may_be_header, words))
        and bool(under)
        and all(is_number(cell) and not is_date(cell) for cell in under)
    )


def _told(header: Sequence[str]) -> list[str]:
    """Return the cells of a row without the words for nothing where most are other words: "Make A | Unknown"."""
    told = [cell for cell in header if folded(cell) not in _NOTHING]
    return told if len(told) >= 2 and len(header) - len(told) <= 1 else list(header)


def _may_be_header(cell: str) -> bool:
    return len(cell) <= _LONG_HEADER and not is_data(cell)


def _may_be_year(cell: str) -> bool:
    return cell.strip().isdecimal() and len(cell.strip()) == 4


def without_pivot_labels(row: Sequence[str]) -> list[str]:
    """Return a row without the words that a program writes around a summary ("Row Labels"); they name no column."""
    return ["" if cell.strip() and folded(cell) in pivot_labels() else cell for cell in row]


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """Return the number of cells that most rows have, trailing empty ones not counted."""
    widths = Counter(filled_width(row) for row in rows)
    widths.pop(0, None)
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def filled_width(row: Sequence[str]) -> int:
    """Return the number of cells up to the last that is not empty."""
    for width in range(len(row), 0, -1):
        if row[width - 1].strip():
            return width
    return 0


def kind_of(fields: Sequence[str], source_kind: str) -> str:
    """Return the kind of a grid by what its columns are; the source's kind decides only between equals."""
    has = set(fields)
    if has & set(_EQUIPMENT_FIELDS) and not ({"supplier", "amount", "date"} <= has):
        return "register"
    if "amount" in has and has & {"supplier", "supplier_number"} and len(has & set(_NOTICE_FIELDS)) >= 2:
        return "notices"
    if has & {"amount", "gross_amount"} and has & {"supplier", "date"}:
        return "ledger"
    if source_kind == "notices" and len(has & set(_NOTICE_FIELDS)) >= 2:
        return "notices"
    if source_kind in {"register", "assets"} and has - {""}:
        return "register"
    return "table"


def make_grid(
    document: str,
    unit: str,
    header: Sequence[str],
    source_kind: str,
    *,
    title: str,
    header_row: int,
    is_hidden: bool = False,
    fields: tuple[str, ...] | None = None,
) -> Grid:
    """Return the grid of a header; its number is given later. `fields` are given where the names do not tell them."""
    found = fields_of(header) if fields is None else fields
    kind = kind_of(found, source_kind)
    return Grid(document, 0, unit, kind, title, tuple(header), found, header_row, is_hidden)


def dropped_columns(fields: Sequence[str]) -> tuple[int, ...]:
    """Return the columns that name people, addresses or coordinates; their cells are emptied when they are read."""
    return tuple(index for index, field in enumerate(fields) if field in DROPPED_FIELDS)


def place_columns(fields: Sequence[str]) -> tuple[int, ...]:
    """Return the columns of places, whose cells are emptied where they hold coordinates."""
    return tuple(index for index, field in enumerate(fields) if field == "place")


def has_coordinates(text: str) -> bool:
    """Tell whether a cell holds a pair of coordinates."""
    return _COORDINATES.search(text) is not None


def dropped_note(header: Sequence[str], fields: Sequence[str]) -> str:
    """Say which columns were emptied, or the empty string when none was."""
    names = [header[index] or f"column {index + 1}" for index in dropped_columns(fields)]
    return f"columns that name people or places emptied: {', '.join(names)}" if names else ""


def column_notes(grid: Grid) -> Iterator[str]:
    """Yield what a document must say of the columns of a table: which were emptied, and which nobody reads.

    Only tables whose columns tell what they are have unread columns; of others nothing is known.
    """
    if note := dropped_note(grid.header, grid.fields):
        yield note
    if grid.kind != "table" and (note := left_over_note(_unread(grid))):
        yield note


def _unread(grid: Grid) -> Iterator[str]:
    known = schema("tables")
    for name, field in zip(grid.header, grid.fields, strict=True):
        if name.strip() and not field and known.use_of(headers.fold_header(name)) is None:
            yield " ".join(name.split())


def is_total_row(cells: Sequence[str]) -> bool:
    """Tell whether the first text of a row is a word for a total, and the row says little else in words.

    A supplier may be called Total: its row has a date, a department and a description too.
    """
    # Three texts decide, and most rows have them in front; this is called for every row of a ledger.
    texts = list(islice((cell for cell in cells if cell.strip() and not is_number(cell)), 3))
    return 0 < len(texts) <= 2 and is_total_label(texts[0])


def is_total_label(cell: str) -> bool:
    """Tell whether a cell is the label of a total: "Grand total:", "Total (net)", "المجموع", "合计"."""
    if len(cell) > 60:
        return False
    label = folded(cell)
    if label in total_words():
        return True
    head = label.split("(", 1)[0].strip()
    return head in total_words() or _is_made_of_total_words(head)


def _is_made_of_total_words(label: str) -> bool:
    """Tell whether every word of a label belongs to a total: "Total cameras in use", "All sites"."""
    words = label.replace("/", " ").replace("-", " ").split()
    if not words:
        return False
    if words[0] in total_parts("begins") or (words[0] >= "\u2e80" and label.startswith(tuple(total_parts("begins")))):
        return True
    heads = [word for word in words if word in total_parts("head")]
    wholes = [word for word in words if word in total_parts("all")]
    others = [word for word in words if word in total_parts("beside")]
    return len(heads) + len(wholes) + len(others) == len(words) and bool(heads or (wholes and others))


def adds_up(cells: Sequence[str], columns: Sequence[int], sums: Sequence[Decimal], rows: int) -> bool:
    """Tell whether an unlabelled last row gives the sum of a column of at least two rows."""
    if rows < 2:
        return False
    for column, total in zip(columns, sums, strict=True):
        value = number_of(cells[column]) if is_number(cells[column]) else None
        if value is not None and value == total and total != 0:
            return True
    return False
