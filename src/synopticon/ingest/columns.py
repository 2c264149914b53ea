"""Finds tables among the words of a page by the empty strips between their columns.

Careful rather than complete: text that is set in two columns, or a line with a wide gap, is not a table. A run of
lines with wide gaps is one when strips as wide as a letter stay empty through all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from synopticon.ingest.righttoleft import is_right_to_left
from synopticon.ingest.tables import is_number
from synopticon.ingest.words import Rules, Word
from synopticon.reference.headers import field_of

_WIDE_GAP = 1.0
_MIN_STRIP = 0.18
_SURE_STRIP, _WIDE_SHARE = 0.9, 0.4
_LINE_STEP = 3.2
_TIGHT = 1.75
_MAX_CELL = 160
_PROSE_CELL = 42
_MAX_WORDS = 20_000
_MAX_RETRY = 60


@dataclass(slots=True)
class Found:
    """A table as words: rows of cells of words, and where its columns are parted."""

    rows: list[list[list[Word]]]
    edges: list[float]


def find_tables(words: Sequence[Word], rules: Rules, carried: Sequence[float] = ()) -> list[Found]:
    """Return the tables of a page, from top to bottom.

    Args:
        words: all words of the page.
        rules: the lines drawn on it.
        carried: edges of the columns of the last table of the page before, which may go on here without a header.
    """
    if len(words) > _MAX_WORDS or _is_turned(words):
        return []
    found: list[Found] = []
    edges = list(carried)
    for block in _blocks(visual_lines(words), rules):
        for table in _table_of(block, rules, edges):
            found.append(table)
            edges = table.edges
    return found


def _blocks(lines: Sequence[list[Word]], rules: Rules) -> Iterator[list[list[Word]]]:
    """Yield runs of lines that may be tables."""
    block: list[list[Word]] = []
    for line in lines:
        if block and not _belongs(block, line, rules):
            yield block
            block = []
        if block or _has_gap(line, rules):
            block.append(line)
    if block:
        yield block


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
    return rules.parts(word.x1 - 1, after.x0 + 1, word.middle)


def _belongs(block: Sequence[Sequence[Word]], line: Sequence[Word], rules: Rules) -> bool:
    """Tell whether a line goes on a block: it has gaps itself, or it is the rest of cells above it."""
    last = block[-1]
    step = last[0].middle - line[0].middle
    em = max(_em(last), _em(line))
    if step > _LINE_STEP * em:
        return False
    if _has_gap(line, rules):
        return True
    strips = _strips(block, rules)
    if step > _TIGHT * em and not rules.level:
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


def _strips(block: Sequence[Sequence[Word]], rules: Rules) -> list[tuple[float, float]]:
    """Return the empty upright strips of a block that part columns.

    Words that begin every cell of a column alike ("Department of Health") leave strips too; those are as narrow as a
    blank, no line is drawn in them, and only few lines have a wide gap there.
    """
    spans = sorted((word.x0, word.x1) for line in block for word in line)
    em = median(_em(line) for line in block)
    strips: list[tuple[float, float]] = []
    reach = spans[0][1]
    for x0, x1 in spans:
        if x0 - reach > _MIN_STRIP * em and _parts(block, (reach, x0), em, rules):
            strips.append((reach, x0))
        reach = max(reach, x1)
    return strips


def _parts(block: Sequence[Sequence[Word]], strip: tuple[float, float], em: float, rules: Rules) -> bool:
    low, high = strip
    if high - low > _SURE_STRIP * em:
        return True
    top, bottom = block[0][0].y1, block[-1][0].y0
    if any(low - 1 <= x <= high + 1 and y0 < top and y1 > bottom for x, y0, y1 in rules.upright):
        return True
    wide = 0
    for line in block:
        left = max((word.x1 for word in line if word.x1 <= low + 0.01), default=None)
        right = min((word.x0 for word in line if word.x0 >= high - 0.01), default=None)
        wide += left is not None and right is not None and right - left > 1.2 * em
    return wide >= _WIDE_SHARE * len(block)


def _table_of(block: list[list[Word]], rules: Rules, carried: Sequence[float]) -> list[Found]:
    """Return the table of a block of lines, or nothing when it does not look like one."""
    while block and not _has_gap(block[-1], rules):
        block = block[:-1]
    if len(block) < 2 and not (block and carried):
        return []
    edges = _edges(block, rules)
    rows = _merged_rows(_rows(block, edges), block, rules)
    if _is_like(len(rows[0]), len(carried) + 1) and not _has_header(rows) and _keeps_to(block, carried):
        rows, edges = _merged_rows(_rows(block, carried), block, rules), list(carried)
    elif not edges or len(block) < 2 or not _is_table(rows):
        # Look again without the first line, which may be a title with a wide gap of its own.
        return _table_of(block[1:], rules, carried) if 2 < len(block) < _MAX_RETRY else []
    if is_right_to_left(" ".join(word.text for line in block for word in line)):
        rows = [row[::-1] for row in rows]
    return [Found(rows, edges)]


def _is_like(columns: int, carried: int) -> bool:
    """Tell whether a table has about as many columns as the one that it may go on from."""
    return carried > 1 and 0.6 * carried <= columns <= 1.3 * carried


def _edges(block: Sequence[Sequence[Word]], rules: Rules) -> list[float]:
    """Return where columns are parted: the middles of the empty strips.

    Two words of a header over a column of numbers leave a strip between them that parts nothing.
    """
    edges = [_edge(strip, rules) for strip in _strips(block, rules)]
    rows = _rows(block, edges)
    for column in range(len(edges) - 1, -1, -1):
        for side in (column, column + 1):
            filled = [index for index, row in enumerate(rows) if row[side]]
            if len(filled) <= max(1, len(rows) // 20) and all(
                _touch(rows[index][column], rows[index][column + 1]) for index in filled
            ):
                del edges[column]
                rows = _rows(block, edges)
                break
    return edges


def _edge(strip: tuple[float, float], rules: Rules) -> float:
    """Return the x at which columns are parted: where a line is drawn, else the middle of the strip."""
    low, high = strip
    drawn = [x for x, _, _ in rules.upright if low - 1 <= x <= high + 1]
    return median(drawn) if drawn else (low + high) / 2


def _touch(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether two cells of a line stand as close as words of one phrase."""
    return bool(left and right) and right[0].x0 - left[-1].x1 < 0.75 * _em(left)


def _keeps_to(block: Sequence[Sequence[Word]], edges: Sequence[float]) -> bool:
    """Tell whether no word of a block stands across an edge."""
    return not any(word.x0 < edge - 1.2 and word.x1 > edge + 1.2 for line in block for word in line for edge in edges)


def _texts(rows: Sequence[Sequence[Sequence[Word]]]) -> list[list[str]]:
    return [[" ".join(word.text for word in cell) for cell in row] for row in rows]


def _has_header(rows: Sequence[Sequence[Sequence[Word]]]) -> bool:
    return any(_is_header(row) for row in _texts(rows[:4]))


def _rows(block: Sequence[Sequence[Word]], edges: Sequence[float]) -> list[list[list[Word]]]:
    rows: list[list[list[Word]]] = []
    for line in block:
        cells: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
        for word in line:
            cells[sum(1 for edge in edges if edge < word.x0 + 0.01)].append(word)
        rows.append([_in_reading_order(cell) for cell in cells])
    return rows


def _in_reading_order(cell: list[Word]) -> list[Word]:
    """Return the words of one line of a cell as they are read: from the right in Arabic, as the text layer has them."""
    is_rtl = len(cell) > 1 and is_right_to_left(" ".join(word.text for word in cell))
    return sorted(cell, key=lambda word: word.order) if is_rtl else cell


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
            joins = (
                2 * filled <= len(row) - 1
                and above - here < _TIGHT * max(_em(block[index]), _em(block[index - 1]))
                and not row[0]
            )
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
    texts = _texts(rows)
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
