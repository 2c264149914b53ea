"""Puts what a sheet says beside its values to its rows: signs, hidden rows, the texts of merged cells.

A merged cell has its value in its first cell only. Its text is given to the others too where that is what a reader
sees: down a column of texts, and along a row of headers. Numbers are never repeated, because they would be counted
twice. A cell that was given a text stands where the merged cell stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from synopticon.ingest import tables
from synopticon.ingest.gridding import Cells
from synopticon.ingest.workbooks import Layout

#: Texts longer than this are notes that happen to be merged, not values of rows.
_LONG = 200
_HIGH = 10_000


def spread(rows: Sequence[Cells], layout: Layout) -> list[Cells]:
    """Return the rows of a sheet with what its layout tells of them, in the same order."""
    signs: dict[int, dict[int, str]] = {}
    for (number, column), sign in layout.signs.items():
        signs.setdefault(number, {})[column] = sign
    shown = [_signed(row, signs[row.row]) if row.row in signs else row for row in rows]
    given = _given(shown, layout.merges) if layout.merges else {}
    return [_with(row, given.get(row.row, {}), is_hidden=row.row in layout.hidden_rows) for row in shown]


def _signed(row: Cells, signs: Mapping[int, str]) -> Cells:
    texts = list(row.texts)
    for column, sign in signs.items():
        if column <= len(texts) and texts[column - 1]:
            texts[column - 1] = _with_sign(texts[column - 1], sign)
    return replace(row, texts=tuple(texts))


def _with_sign(text: str, sign: str) -> str:
    """Return a number as its format shows it: £1200, -£5, EUR 1200, 65%."""
    value = tables.number_of(text) if tables.is_number(text) else None
    if value is None or not (text[0].isdigit() or text[0] == "-"):
        return text
    if sign == "%":
        return f"{(value * 100).normalize():f}%"
    minus, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    return f"{minus}{sign}{' ' if sign.isalpha() else ''}{digits}"


_Given = dict[int, dict[int, tuple[str, str]]]


def _given(rows: Sequence[Cells], merges: Sequence[tuple[int, int, int, int]]) -> _Given:
    """Return by row and column the texts that merged cells give away, each with its locator."""
    by_number = {row.row: row for row in rows}
    given: _Given = {}
    for top, bottom, left, right in merges:
        row = by_number.get(top)
        text = row.texts[left - 1] if row is not None and left <= len(row.texts) else ""
        if row is None or not text.strip() or len(text) > _LONG or tables.is_number(text):
            continue
        is_high = top < bottom <= top + _HIGH
        is_wide = left < right and _is_header(row, text)
        place = f"cell={top},{left}-{bottom},{right}"
        for number in range(top, bottom + 1) if is_high else (top,):
            for column in range(left, min(right, len(row.texts)) + 1) if is_wide else (left,):
                if (number, column) != (top, left) and number in by_number:
                    given.setdefault(number, {})[column] = (text, place)
    return given


def _is_header(row: Cells, text: str) -> bool:
    """Tell whether a row may be a header: it has another text beside this one, and no values."""
    texts = [cell for cell in row.texts if cell.strip()]
    return any(cell != text for cell in texts) and not any(map(tables.is_data, texts))


def _with(row: Cells, given: Mapping[int, tuple[str, str]], *, is_hidden: bool) -> Cells:
    taken = {at: found for at, found in given.items() if at <= len(row.texts) and not row.texts[at - 1].strip()}
    if not taken:
        return replace(row, is_hidden=True) if is_hidden else row
    texts = list(row.texts)
    places = [f"cell={row.row},{at}" for at in range(1, len(texts) + 1)]
    for at, (text, place) in taken.items():
        texts[at - 1], places[at - 1] = text, place
    return Cells(row.row, tuple(texts), tuple(places), is_hidden)
