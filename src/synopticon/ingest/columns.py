"""Finds tables among the words of a page by the empty strips between their columns.

Careful rather than complete: text that is set in two columns, or a line with a wide gap, is not a table. A run of
lines with wide gaps is one when strips as wide as a letter stay empty through all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from synopticon.ingest.righttoleft import is_right_to_left
from synopticon.ingest.tables import is_number
from synopticon.reference.headers import field_of

if TYPE_CHECKING:
    from synopticon.ingest.layout import Rules, Word

_WIDE_GAP = 1.0
_MIN_STRIP = 0.18
_LINE_STEP = 3.2
_MAX_CELL = 160
_PROSE_CELL = 42
_MAX_WORDS = 20_000


@dataclass(slots=True)
class Found:
    """A table as words: rows of cells of words, and the left ends of its columns."""

    rows: list[list[list[Word]]]
    columns: list[float]


def find_tables(words: Sequence[Word], rules: Rules) -> list[Found]:
    """Return the tables of a page, from top to bottom."""
    if len(words) > _MAX_WORDS or _is_turned(words):
        return []
    lines = visual_lines(words)
    found: list[Found] = []
    block: list[list[Word]] = []
    for line in lines:
        if block and not _belongs(block, line, rules):
            found += _table_of(block, rules)
            block = []
        if block or _has_gap(line, rules):
            block.append(line)
    return found + _table_of(block, rules)


def visual_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Group words that stand at the same height, from top to bottom, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.x0)):
        last = lines[-1] if lines else None
        if last and last[0].middle - word.middle < 0.45 * max(_height(last), word.y1 - word.y0):
            last.append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.x0)
    return lines


def _is_turned(words: Sequence[Word]) -> bool:
    long = [word for word in words if len(word.text) > 3]
    return 2 * sum(1 for word in long if word.y1 - word.y0 > word.x1 - word.x0) > len(long) > 0


def _height(line: Sequence[Word]) -> float:
    return median(word.y1 - word.y0 for word in line)


def _em(line: Sequence[Word]) -> float:
    return max(4.0, *(word.y1 - word.y0 for word in line))


def _has_gap(line: Sequence[Word], rules: Rules) -> bool:
    em = _em(line)
    return any(after.x0 - word.x1 > _WIDE_GAP * em or _is_ruled(word, after, rules) for word, after in pairwise(line))


def _is_ruled(word: Word, after: Word, rules: Rules) -> bool:
    """Tell whether an upright line is drawn between two words."""
    return any(word.x1 - 1 <= x <= after.x0 + 1 and low <= word.middle <= high for x, low, high in rules.upright)


def _belongs(block: Sequence[Sequence[Word]], line: Sequence[Word], rules: Rules) -> bool:
    """Tell whether a line goes on a block: it has gaps itself, or it is the rest of cells above it."""
    last = block[-1]
    step = last[0].middle - line[0].middle
    em = max(_em(last), _em(line))
    if step > _LINE_STEP * em:
        return False
    if _has_gap(line, rules):
        return True
    strips = _strips(block)
    if step > 1.7 * em and not rules.level:
        return False
    left, right = line[0].x0, line[-1].x1
    if any(left < low and high < right for low, high in strips):
        return False
    is_narrow = any(right <= low for low, _ in strips) or any(left >= high for _, high in strips)
    return bool(strips) and is_narrow and _is_inside(block, line)


def _is_inside(block: Sequence[Sequence[Word]], line: Sequence[Word]) -> bool:
    right = max(words[-1].x1 for words in block)
    left = min(words[0].x0 for words in block)
    return line[0].x0 >= left - 3 and line[-1].x1 <= right + 3


def _strips(block: Sequence[Sequence[Word]]) -> list[tuple[float, float]]:
    """Return the empty upright strips that all lines of a block share."""
    spans = sorted((word.x0, word.x1) for line in block for word in line)
    em = median(_em(line) for line in block)
    strips: list[tuple[float, float]] = []
    reach = spans[0][1]
    for x0, x1 in spans:
        if x0 - reach > _MIN_STRIP * em:
            strips.append((reach, x0))
        reach = max(reach, x1)
    return strips


def _table_of(block: list[list[Word]], rules: Rules) -> list[Found]:
    """Return the table of a block of lines, or nothing when it does not look like one."""
    while block and not _has_gap(block[-1], rules):
        block = block[:-1]
    if len(block) < 2:
        return []
    strips = _strips(block)
    if not strips:
        return _halves(block, rules)
    edges = [(low + high) / 2 for low, high in strips]
    rows = _rows(block, edges)
    rows = _merged_rows(rows, block, rules)
    if not _is_table(rows):
        return _halves(block, rules)
    columns = [min((word.x0 for row in rows for word in row[index]), default=0.0) for index in range(len(edges) + 1)]
    if is_right_to_left(" ".join(word.text for line in block for word in line)):
        rows = [row[::-1] for row in rows]
        columns.reverse()
    return [Found(rows, columns)]


def _halves(block: list[list[Word]], rules: Rules) -> list[Found]:
    """Look again without the first line, which may be a title with a wide gap of its own."""
    return _table_of(block[1:], rules) if len(block) > 2 and len(block) < 200 else []


def _rows(block: Sequence[Sequence[Word]], edges: Sequence[float]) -> list[list[list[Word]]]:
    rows: list[list[list[Word]]] = []
    for line in block:
        cells: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
        for word in line:
            cells[sum(1 for edge in edges if edge < word.x0 + 0.01)].append(word)
        rows.append(cells)
    return rows


def _merged_rows(rows: list[list[list[Word]]], block: Sequence[Sequence[Word]], rules: Rules) -> list[list[list[Word]]]:
    """Join the lines of rows whose cells run over several lines.

    Where the page has level lines, they part the rows. Elsewhere a line that fills less than half of the columns,
    close below another, goes on with it.
    """
    merged: list[list[list[Word]]] = []
    separators = _separators(block, rules)
    for index, row in enumerate(rows):
        above = block[index - 1][0].middle if index else 0.0
        here = block[index][0].middle
        if index and separators:
            joins = not any(here < y < above for y in separators)
        elif index:
            filled = sum(1 for cell in row if cell)
            joins = 2 * filled <= len(row) - 1 and above - here < 1.6 * _em(block[index]) and not row[0]
        else:
            joins = False
        if joins:
            for cell, more in zip(merged[-1], row, strict=True):
                cell.extend(more)
        else:
            merged.append([list(cell) for cell in row])
    return merged


def _separators(block: Sequence[Sequence[Word]], rules: Rules) -> list[float]:
    """Return the heights of the level lines inside a block, when there are enough to part its rows."""
    top, bottom = block[0][0].y1, block[-1][0].y0
    left, right = min(line[0].x0 for line in block), max(line[-1].x1 for line in block)
    heights = sorted({round(y, 0) for y, low, high in rules.level if bottom < y < top and low < right and high > left})
    return heights if len(heights) >= max(1, (len(block) - 1) // 4) else []


def _is_table(rows: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Tell whether cut lines are a table: a known header above a row, or at least three even rows."""
    texts = [[" ".join(word.text for word in cell) for cell in row] for row in rows]
    columns = len(texts[0])
    cells = [cell for row in texts for cell in row if cell]
    if len(rows) < 2 or max(map(len, cells)) > _MAX_CELL:
        return False
    if any(_is_header(row) for row in texts[:4]):
        return True
    if columns == 2 and len(rows) >= 3 and all(row[0] and is_number(row[1]) for row in texts[1:]):
        return True
    filled = sum(1 for row in texts if 2 * sum(1 for cell in row if cell) > columns)
    is_even = len(rows) >= 3 and columns >= 3 and 2 * filled > len(rows)
    return is_even and median(map(len, cells)) < _PROSE_CELL


def _is_header(row: Sequence[str]) -> bool:
    known = [cell for cell in row if cell and len(cell) < 60 and field_of(cell)]
    filled = [cell for cell in row if cell]
    return len(known) >= 2 and 2 * len(known) >= len(filled)
