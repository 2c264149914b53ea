"""Pages, however they were read, to passages, grids and rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from synopticon.errors import SourceError
from synopticon.ingest import tables
from synopticon.ingest.flow import CAPTION
from synopticon.ingest.format import Content, Facts, Item
from synopticon.ingest.layout import Page, Table, paragraphs
from synopticon.ingest.letters import letter_date
from synopticon.ingest.phrases import folded
from synopticon.ingest.prose import kind_of_text
from synopticon.ingest.roles import letter_roles
from synopticon.ingest.scans import DOUBTFUL
from synopticon.ingest.words import Frame
from synopticon.model.boxes import Box, packed
from synopticon.model.locator import within
from synopticon.model.records import Grid, PageBoxes, Passage, Row, SetAside

MIN_LETTERS = 3
EMPTY = Page("", [], [], is_mended=False)
#: Letters of scripts that part no words by blanks.
_FIRST_WIDE = "\u2e80"
_WIDE = re.compile("[\u2e80-\ud7ff\uf900-\uffee]")
_FURNITURE_SHARE, _FURNITURE_PAGES, _FURNITURE_LINES = 0.6, 3, 3


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page as it was read.

    Attributes:
        problem: why it was not read, or not all of it.
        confidence: how sure the recogniser is, 0 to 1; null for a text layer.
        frame: how what was laid out lies on the page; null where nothing was.
    """

    page: Page
    problem: SourceError | None = None
    confidence: float | None = None
    frame: Frame | None = None


def page_items(content: Content, pages: Sequence[ReadPage]) -> Iterator[Item]:
    """Yield the passages, grids and rows of the pages of one document, below ``page=N``."""
    for number, read in enumerate(pages, 1):
        if read.confidence is not None:
            sure = f"mean confidence {100 * read.confidence:.0f}"
            yield Facts(
                note=f"page {number} read by optical character recognition, {sure}",
                is_partial=read.confidence < DOUBTFUL,
            )
        if read.frame is not None and read.page.places:
            unit = within(content.unit, f"page={number}")
            yield PageBoxes(content.document, unit, packed(_boxes(read.page, read.frame)))
    yield from _Reading(content, [read.page for read in pages], [read.problem for read in pages]).items()


def _boxes(page: Page, frame: Frame) -> Iterator[Box]:
    """Yield where each word begins in the text and its box; of words that are written without blanks each letter.

    The letters of such a word are taken to be as wide as they usually are, half as wide for those of an alphabet.
    """
    for start, word in page.places:
        box = frame.shown(word)
        if word.text.isascii() or not _WIDE.search(word.text):
            yield start, *box
            continue
        x0, y0, x1, y1 = box
        is_level = x1 - x0 >= y1 - y0
        first, last = (x0, x1) if is_level else (y0, y1)
        widths = [2 if letter >= _FIRST_WIDE else 1 for letter in word.text]
        whole, done = sum(widths), 0
        for index, width in enumerate(widths):
            low, high = (first + (last - first) * part // whole for part in (done, done + width))
            done += width
            yield start + index, *((low, y0, high, y1) if is_level else (x0, low, x1, high))


@dataclass(slots=True)
class _Reading:
    """The pages of one document."""

    content: Content
    pages: list[Page]
    problems: list[SourceError | None]

    def items(self) -> Iterator[Item]:
        furniture = self._furniture()
        rows = 0
        roles = iter(self._roles(furniture))
        above: Grid | None = None
        above_edges: list[float] = []
        for number, page in enumerate(self.pages, 1):
            unit = within(self.content.unit, f"page={number}")
            problem = self.problems[number - 1]
            if problem is not None:
                yield SetAside(self.content.document, unit, problem.reason, problem.detail)
                yield Facts(is_partial=True)
            if sum(map(str.isalnum, page.text[:200])) < MIN_LETTERS:
                continue
            if page.is_mended:
                yield Facts(note=f"text order repaired on page {number}")
            caption = ""
            parts = _parts(page)
            for part, following in zip_longest(parts, parts[1:]):
                if isinstance(part, Table):
                    above = self._grid(page, part, unit, (above, above_edges), caption)
                    above_edges, caption = part.edges, ""
                    rows += len(part.rows) - above.header_row
                    yield from self._table(page, part, above)
                    continue
                start, end = part
                text = page.text[start:end]
                is_furniture = _key(text, number) in furniture
                kind = "furniture" if is_furniture else kind_of_text(text)
                role = "text" if is_furniture else next(roles)
                is_caption = isinstance(following, Table) and not is_furniture
                caption = text if is_caption and len(text) <= CAPTION else ""
                yield Passage(
                    self.content.document,
                    unit,
                    0,
                    start,
                    kind,
                    text,
                    role=role,
                    grid=0 if is_caption else None,
                    confidence=_confidence(page, start, end),
                )
        received = letter_date(self.pages[0].text) if self.pages else None
        yield Facts(rows_in=rows, received=received)

    def _roles(self, furniture: set[str]) -> list[str]:
        pieces = [
            page.text[start:end]
            for number, page in enumerate(self.pages, 1)
            for start, end in _spans(page)
            if _key(page.text[start:end], number) not in furniture
        ]
        return letter_roles(pieces)

    def _furniture(self) -> set[str]:
        """Return the first and last lines that most pages share, numbers aside."""
        if len(self.pages) < _FURNITURE_PAGES:
            return set()
        counts: Counter[str] = Counter()
        for number, page in enumerate(self.pages, 1):
            spans = list(_spans(page))
            edge = spans[:_FURNITURE_LINES] + spans[-_FURNITURE_LINES:]
            counts.update({_key(page.text[start:end], number) for start, end in edge})
        needed = max(_FURNITURE_SHARE * len(self.pages), _FURNITURE_PAGES)
        return {key for key, count in counts.items() if count >= needed}

    def _grid(self, page: Page, table: Table, unit: str, before: tuple[Grid | None, list[float]], caption: str) -> Grid:
        """Return the grid of a table; one that goes on from the page before keeps its header."""
        above, above_edges = before
        texts = [[page.text[start:end] for start, end in row] for row in table.rows]
        at = tables.header_index(texts)
        if above is not None and table.edges == above_edges and (at is None or not _known(texts[at])):
            return Grid(self.content.document, 0, unit, above.kind, "", above.header, above.fields, 0)
        header = texts[at] if at is not None else [""] * len(texts[0])
        return tables.make_grid(
            self.content.document,
            unit,
            header,
            self.content.source_kind,
            title="\n".join([caption] * bool(caption) + [cell for row in texts[: at or 0] for cell in row if cell]),
            header_row=0 if at is None else at + 1,
        )

    def _table(self, page: Page, table: Table, grid: Grid) -> Iterator[Item]:
        yield grid
        dropped = set(tables.dropped_columns(grid.fields))
        for number, row in enumerate(table.rows[grid.header_row :], grid.header_row + 1):
            cells = tuple("" if index in dropped else page.text[start:end] for index, (start, end) in enumerate(row))
            locators = tuple(f"char={start},{end}" for start, end in row)
            yield Row(self.content.document, 0, number, cells, locators, tables.is_total_row(cells))


def _parts(page: Page) -> list[tuple[int, int] | Table]:
    """Return the paragraphs and tables of a page in reading order."""
    parts: list[tuple[int, int] | Table] = [*_spans(page), *page.tables]
    return sorted(parts, key=lambda part: part.start if isinstance(part, Table) else part[0])


def _confidence(page: Page, start: int, end: int) -> float | None:
    """Return how sure the recogniser is of the least sure line of a paragraph; null for a text layer."""
    known = [
        line.confidence
        for line in page.lines
        if start <= line.start and line.end <= end and line.confidence is not None
    ]
    return round(min(known), 2) if known else None


def _known(header: list[str]) -> bool:
    return sum(1 for field in tables.fields_of(header) if field) >= 2


def _spans(page: Page) -> Iterator[tuple[int, int]]:
    for group in paragraphs(page.lines, page.text):
        yield group[0].start, group[-1].end


def _key(text: str, number: int) -> str:
    """Return a line as it is compared between pages: without the number of its page, which is no other number."""
    return re.sub(rf"(?<!\d){number}(?!\d)", "#", folded(text))
