"""PDF: the text layer, page by page; `layout` says what the text of a page is.

A page without text is set aside, since only OCR could read it. Active content is never run.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from synopticon.errors import SourceError
from synopticon.ingest import limits, tables
from synopticon.ingest.flow import CAPTION
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.layout import Page, Table, page_of, paragraphs
from synopticon.ingest.letters import letter_date
from synopticon.ingest.phrases import folded
from synopticon.ingest.prose import kind_of_text
from synopticon.ingest.righttoleft import is_turned_ligature, joined_mark
from synopticon.ingest.roles import letter_roles
from synopticon.ingest.words import Rules, Word
from synopticon.model.locator import within
from synopticon.model.records import Grid, Passage, Row, SetAside

_MIN_LETTERS = 3
_MAX_PATHS = 4000
_FURNITURE_SHARE, _FURNITURE_PAGES, _FURNITURE_LINES = 0.6, 3, 3
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}


def _recognises(data: bytes) -> int:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-"):
        return 3
    # Some files carry mail headers or other rubbish before the mark; archives may hold a PDF unpacked.
    return 1 if b"%PDF-" in data[:1024] and not data.startswith((b"PK", b"\x1f\x8b", b"\xd0\xcf")) else 0


def page_text(data: bytes, number: int) -> str:
    """Return the text of a page (1-based) in which the ``char`` locators of that page count."""
    document = _opened(data)
    try:
        return _pages(document, number)[-1][0].text
    finally:
        document.close()


def _read(content: Content) -> Iterator[Item]:
    document = _opened(content.data)
    try:
        count = len(document)
        yield Facts(pages=count)
        limits.within_limit("pages", count, limits.PAGES)
        pages = _pages(document, count)
    finally:
        document.close()
    yield from _Reading(content, [page for page, _ in pages], [is_blank for _, is_blank in pages]).items()


def _opened(data: bytes) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        raise SourceError("encrypted" if is_locked else "unreadable PDF", str(error)) from error


def _pages(document: Any, count: int) -> list[tuple[Page, bool]]:  # noqa: ANN401
    """Return the first pages, each with whether nothing is drawn on it; tables may go on from page to page."""
    pages: list[tuple[Page, bool]] = []
    edges: list[float] = []
    for index in range(count):
        page, is_blank = _page(document, index, edges)
        edges = page.tables[-1].edges if page.tables else []
        pages.append((page, is_blank))
    return pages


def _page(document: Any, index: int, edges: list[float]) -> tuple[Page, bool]:  # noqa: ANN401
    """Return the layout of a page, and whether nothing at all is drawn on it."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page("", [], [], is_mended=False), False
    try:
        words = _words(page)
        rules = _rules(page) if words else Rules()
        is_blank = not words and next(iter(page.get_objects(max_depth=1)), None) is None
        return page_of(words, rules, edges), is_blank
    finally:
        page.close()


def _words(page: Any) -> list[Word]:  # noqa: ANN401
    """Return the words of the text layer in its order, with their boxes."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    handle = textpage.raw
    count = max(raw.FPDFText_CountChars(handle), 0)
    limits.within_limit("characters on a page", count, limits.PAGE_TEXT)
    box = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = box
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox
    gather = _Gather()
    high = 0
    for index in range(count):
        code = unicode_of(handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        if code in _HYPHENS:
            letter = _HYPHENS[code]
        elif code < 32 or 0xD800 <= code < 0xE000:
            letter = "\n" if code in (10, 13) else " "
        else:
            letter = chr(code)
        if letter.isspace():
            gather.blank(is_break=letter == "\n")
            continue
        box_of(handle, index, left, right, bottom, top)
        gather.letter(letter, left.value, bottom.value, right.value, top.value)
    textpage.close()
    gather.blank(is_break=True)
    return gather.words


class _Gather:
    """Gathers letters to words."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._word: Word | None = None
        self._letters: list[str] = []
        self._breaks = True
        self._last = (0.0, 0.0)

    def blank(self, *, is_break: bool) -> None:
        if self._word is not None:
            self._word.text = "".join(self._letters)
            self._add(self._word)
            self._word = None
        self._breaks = self._breaks or is_break

    def _add(self, word: Word) -> None:
        before = self.words[-1] if self.words and not word.breaks else None
        joined = joined_mark(before.text, word.text) if before else None
        if before is None or joined is None:
            self.words.append(word)
            return
        before.text = joined
        before.x0, before.x1 = min(before.x0, word.x0), max(before.x1, word.x1)
        before.y0, before.y1 = min(before.y0, word.y0), max(before.y1, word.y1)

    def letter(self, letter: str, x0: float, y0: float, x1: float, y1: float) -> None:
        word = self._word
        if word is not None and self._jumps(word, x0, y0, x1, y1):
            self.blank(is_break=y1 < word.y0 or y0 > word.y1)
            word = None
        box = (x0, x1)
        if word is not None and box == self._last and is_turned_ligature(self._letters[-1], letter):
            self._letters.insert(-1, letter)
            return
        self._last = box
        if word is None:
            self._word = Word("", x0, y0, x1, y1, breaks=self._breaks)
            self._letters = [letter]
            self._breaks = False
            return
        self._letters.append(letter)
        word.x0, word.x1 = min(word.x0, x0), max(word.x1, x1)
        word.y0, word.y1 = min(word.y0, y0), max(word.y1, y1)

    @staticmethod
    def _jumps(word: Word, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Tell whether a letter stands so far from the word that it begins another."""
        reach = max(word.y1 - word.y0, y1 - y0, 4.0)
        return x0 - word.x1 > reach or word.x0 - x1 > reach or y1 < word.y0 - reach / 2 or y0 > word.y1 + reach / 2


def _rules(page: Any) -> Rules:  # noqa: ANN401
    """Return the lines and the edges of the boxes drawn on a page."""
    from pypdfium2 import raw

    rules = Rules()
    for number, drawn in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        if number > _MAX_PATHS:
            return Rules()
        left, bottom, right, top = drawn.get_bounds()
        if top - bottom < 2.5:
            rules.level.append(((top + bottom) / 2, left, right))
        elif right - left < 2.5:
            rules.upright.append(((left + right) / 2, bottom, top))
        else:
            rules.level += [(bottom, left, right), (top, left, right)]
            rules.upright += [(left, bottom, top), (right, bottom, top)]
    return rules


@dataclass(slots=True)
class _Reading:
    """The pages of one document."""

    content: Content
    pages: list[Page]
    are_blank: list[bool]

    def items(self) -> Iterator[Item]:
        furniture = self._furniture()
        rows = 0
        roles = iter(self._roles(furniture))
        above: Grid | None = None
        above_edges: list[float] = []
        for number, page in enumerate(self.pages, 1):
            unit = within(self.content.unit, f"page={number}")
            if len(page.text.split()) == 0 or sum(map(str.isalnum, page.text[:200])) < _MIN_LETTERS:
                if not self.are_blank[number - 1]:
                    yield SetAside(self.content.document, unit, "no text layer", "the page needs OCR")
                    yield Facts(is_partial=True)
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
                grid = 0 if is_caption else None
                yield Passage(self.content.document, unit, 0, start, kind, text, role=role, grid=grid)
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


def _known(header: list[str]) -> bool:
    return sum(1 for field in tables.fields_of(header) if field) >= 2


def _spans(page: Page) -> Iterator[tuple[int, int]]:
    for group in paragraphs(page.lines, page.text):
        yield group[0].start, group[-1].end


def _key(text: str, number: int) -> str:
    """Return a line as it is compared between pages: without the number of its page, which is no other number."""
    return re.sub(rf"(?<!\d){number}(?!\d)", "#", folded(text))


FORMAT = Format(
    name="pdf",
    media_types=("application/pdf",),
    suffixes=(".pdf",),
    recognises=_recognises,
    read=_read,
)
