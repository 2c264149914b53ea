r"""From the characters of a page to lines, paragraphs and tables.

The text of a page is defined here: the words in the order of the text layer, one line per line of the page, lines
parted by ``\n``; a table stands where its first word stands, one line per row, its cells parted by ``\t``. Every
span in it is a ``char`` locator of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from synopticon.ingest.columns import find_tables
from synopticon.ingest.prose import kind_of_text
from synopticon.ingest.righttoleft import is_right_to_left, mended_line, places_in
from synopticon.ingest.words import Rules, Word

#: A line of fewer characters than this ended where its writer wanted; the margin of a page of short lines is not known.
_FULL_LINE = 45
_SENTENCE_ENDS = (".", "!", "?", "؟", "。", "！", "？", ":", "：", ";", "；")


@dataclass(slots=True)
class Line:
    """A line of running text: its span in the text of the page, and where it stands."""

    start: int
    end: int
    x0: float
    x1: float
    y: float
    height: float
    first_width: float
    is_rtl: bool
    confidence: float | None = None


@dataclass(slots=True)
class Table:
    """A table of a page: the span of every cell in the text of the page, row by row."""

    rows: list[list[tuple[int, int]]]
    edges: list[float]
    start: int


@dataclass(slots=True)
class Page:
    """The text of a page and what it consists of, in reading order; `places` is where each word of it begins."""

    text: str
    lines: list[Line]
    tables: list[Table]
    is_mended: bool
    places: list[tuple[int, Word]] = field(default_factory=list)


def page_of(words: Sequence[Word], rules: Rules, carried: Sequence[float] = (), *, is_painted: bool = True) -> Page:
    """Lay out the words of a page.

    Args:
        words: in the order of the text layer or of the recogniser.
        rules: the lines drawn on the page.
        carried: the edges of a table of the page before that may go on here.
        is_painted: right-to-left lines come as they are painted and must be mended; a recogniser gives them mended.
    """
    for index, word in enumerate(words):
        word.order = index
    found = find_tables(words, rules, carried)
    writer = _Writer(is_painted=is_painted)
    for index, group in enumerate(found):
        for row in group.rows:
            for cell in row:
                for word in cell:
                    word.table = index
    written: dict[int, Table] = {}
    line: list[Word] = []
    for word in words:
        if word.breaks or word.table >= 0:
            writer.line(line)
            line = []
        if word.table < 0:
            line.append(word)
        elif word.table not in written:
            written[word.table] = writer.table(found[word.table].rows, found[word.table].edges)
    writer.line(line)
    return Page("".join(writer.pieces), writer.lines, list(written.values()), writer.is_mended, writer.places)


class _Writer:
    """Writes the text of a page and keeps the spans."""

    def __init__(self, *, is_painted: bool) -> None:
        self._is_painted = is_painted
        self.pieces: list[str] = []
        self.lines: list[Line] = []
        self.places: list[tuple[int, Word]] = []
        self.is_mended = False
        self._length = 0

    def _write(self, text: str) -> tuple[int, int]:
        start = self._length
        self.pieces.append(text)
        self._length += len(text)
        return start, self._length

    def _words(self, words: Sequence[Word]) -> tuple[int, int, str]:
        """Write words that stand in one line or cell, and return their span and text."""
        text = " ".join([word.text for word in words])
        mended = mended_line(text) if self._is_painted else text
        at = self._length
        if mended == text:
            for word in words:
                self.places.append((at, word))
                at += len(word.text) + 1
        else:
            self.is_mended = True
            self.places += ((at + start, word) for start, word in places_in(mended, words))
        return *self._write(mended), mended

    def line(self, words: list[Word]) -> None:
        if not words:
            return
        start, end, text = self._words(words)
        self._write("\n")
        left, right = min(word.x0 for word in words), max(word.x1 for word in words)
        first = _first_width(words[0])
        middle = median(word.middle for word in words)
        height = max(word.y1 - word.y0 for word in words)
        sure = _confidence(words)
        self.lines.append(Line(start, end, left, right, middle, height, first, is_right_to_left(text), sure))

    def table(self, rows: Sequence[Sequence[Sequence[Word]]], edges: list[float]) -> Table:
        spans: list[list[tuple[int, int]]] = []
        first = self._length
        for row in rows:
            cells: list[tuple[int, int]] = []
            for index, cell in enumerate(row):
                if index:
                    self._write("\t")
                cells.append(self._words(cell)[:2])
            self._write("\n")
            spans.append(cells)
        return Table(spans, edges, first)


def mean_confidence(words: Iterable[Word]) -> float | None:
    """Return how sure the recogniser is of words, 0 to 1, long words counting for more; null for a text layer."""
    known = [(word.confidence, len(word.text)) for word in words if word.confidence is not None]
    weight = sum(length for _, length in known)
    return sum(confidence * length for confidence, length in known) / weight / 100 if weight else None


def _confidence(words: Sequence[Word]) -> float | None:
    """Return how sure the recogniser is of a line: of its least sure number where it holds one, else of its words."""
    mean = mean_confidence(words)
    if mean is None:
        return None
    return min([mean, *((word.confidence or 0.0) / 100 for word in words if any(map(str.isdigit, word.text)))])


def _first_width(word: Word) -> float:
    """Return how much room the beginning of a line needs: a word, or one character where a line breaks anywhere."""
    width = word.x1 - word.x0
    return width / max(len(word.text), 1) if word.text[:1] >= "\u2e80" else width


def paragraphs(lines: Sequence[Line], text: str) -> Iterator[list[Line]]:
    """Join the lines of a page to paragraphs.

    A line goes on in the next when the first word of the next would not have fitted behind it, and the two stand
    close together.
    """
    if not lines:
        return
    right, left = max(line.x1 for line in lines), min(line.x0 for line in lines)
    ends = _block_ends(lines, text)
    group = [lines[0]]
    for index, line in enumerate(lines[1:]):
        end = ends[index] if ends[index] == ends[index + 1] else None
        if _goes_on(group[-1], line, left, right, text) or (end and _fills_block(group[-1], line, end, text)):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _block_ends(lines: Sequence[Line], text: str) -> list[tuple[float, float]]:
    """Return for each line the left and right end of its block: lines that begin alike and stand close together.

    A request that a letter repeats is often set narrower than the page, so that its lines end before the margin.
    """
    ends: list[tuple[float, float]] = []
    block: list[Line] = []
    for line in [*lines, None]:
        if block and (line is None or not _is_block(block[-1], line, text)):
            ends += [(min(one.x0 for one in block), max(one.x1 for one in block))] * len(block)
            block = []
        if line is not None:
            block.append(line)
    return ends


def _is_block(line: Line, following: Line, text: str) -> bool:
    height = max(line.height, following.height, 1.0)
    is_aligned = abs(line.x1 - following.x1) < height if line.is_rtl else abs(line.x0 - following.x0) < height
    return is_aligned and _is_below(line, following, text)


def _is_below(line: Line, following: Line, text: str) -> bool:
    """Tell whether a line stands right below another of about its size, with nothing between them in the text."""
    step = line.y - following.y
    height = max(line.height, following.height, 1.0)
    return 0 < step < 2.0 * height and text[line.end : following.start].strip(" ") == "\n"


def _fills_block(line: Line, following: Line, end: tuple[float, float], text: str) -> bool:
    """Tell whether a line ended, inside a sentence, because the next word did not fit into its block."""
    words = text[line.start : line.end].rstrip()
    if (
        _width(words) < _FULL_LINE
        or words.endswith(_SENTENCE_ENDS)
        or kind_of_text(text[following.start :][:40]) == "item"
    ):
        return False
    room = line.x0 - end[0] if line.is_rtl else end[1] - line.x1
    return following.first_width + 0.2 * line.height > room


def _width(text: str) -> int:
    """Return the width of a text in Latin letters; a Chinese character is as wide as two."""
    return len(text) if text.isascii() else sum(2 if character >= "\u2e80" else 1 for character in text)


def _goes_on(line: Line, following: Line, left: float, right: float, text: str) -> bool:
    height = max(line.height, following.height, 1.0)
    if not _is_below(line, following, text):
        return False
    if line.x1 - line.x0 < 0.4 * (right - left) or _width(text[line.start : line.end]) < _FULL_LINE:
        return False
    if line.is_rtl:
        return line.x0 - following.first_width - 0.9 * height < left
    return line.x1 + following.first_width + 0.9 * height > right and abs(following.x0 - line.x0) < 2.5 * height
