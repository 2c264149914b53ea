"""PDF: the text layer, page by page; `layout` says what the text of a page is.

A page that is a picture is rendered and given to the recogniser; without one it is set aside. Active content is never
run.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item, Recognise
from synopticon.ingest.layout import page_of
from synopticon.ingest.paged import EMPTY, MIN_LETTERS, ReadPage, page_items
from synopticon.ingest.righttoleft import is_turned_ligature, joined_mark
from synopticon.ingest.scans import scan_of
from synopticon.ingest.words import Rules, Word

_MAX_PATHS = 4000
#: A page of fewer letters that also shows a picture is a scan with a stamp or page number over it.
_FEW_LETTERS = 10
_DPI, _MAX_PIXELS = 200, 12_000_000
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}


def _recognises(data: bytes) -> int:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-"):
        return 3
    # Some files carry mail headers or other rubbish before the mark; archives may hold a PDF unpacked.
    return 1 if b"%PDF-" in data[:1024] and not data.startswith((b"PK", b"\x1f\x8b", b"\xd0\xcf")) else 0


def page_text(data: bytes, number: int, recognise: Recognise | None = None) -> str:
    """Return the text of a page (1-based) in which the ``char`` locators of that page count."""
    document = _opened(data)
    try:
        return _pages(document, number, recognise)[-1].page.text
    finally:
        document.close()


def _read(content: Content) -> Iterator[Item]:
    document = _opened(content.data)
    try:
        count = len(document)
        yield Facts(pages=count)
        limits.within_limit("pages", count, limits.PAGES)
        pages = _pages(document, count, content.recognise)
    finally:
        document.close()
    yield from page_items(content, pages)


def _opened(data: bytes) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        raise SourceError("encrypted" if is_locked else "unreadable PDF", str(error)) from error


def _pages(document: Any, count: int, recognise: Recognise | None) -> list[ReadPage]:  # noqa: ANN401
    """Return the first pages; tables may go on from page to page."""
    pages: list[ReadPage] = []
    edges: list[float] = []
    scanned = 0
    for index in range(count):
        page = _page(document, index, edges, recognise if scanned < limits.SCANNED_PAGES else None)
        scanned += page.confidence is not None
        edges = page.page.tables[-1].edges if page.page.tables else []
        pages.append(page)
    return pages


def _page(document: Any, index: int, edges: list[float], recognise: Recognise | None) -> ReadPage:  # noqa: ANN401
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return ReadPage(EMPTY, SourceError("unreadable page", "the page is damaged"))
    try:
        words = _words(page)
        if _is_picture(page, words):
            return _scanned(page, words, edges, recognise)
        return ReadPage(page_of(words, _rules(page) if words else Rules(), edges))
    finally:
        page.close()


def _is_picture(page: Any, words: list[Word]) -> bool:  # noqa: ANN401
    """Tell whether the words of a page are drawn, not written: nothing but a drawing, or few letters on a picture."""
    from pypdfium2 import raw

    letters = sum(1 for word in words for letter in word.text if letter.isalnum())
    if letters >= _FEW_LETTERS:
        return False
    kinds = None if letters < MIN_LETTERS else (raw.FPDF_PAGEOBJ_IMAGE,)
    return next(iter(page.get_objects(filter=kinds, max_depth=3)), None) is not None


def _scanned(page: Any, words: list[Word], edges: list[float], recognise: Recognise | None) -> ReadPage:  # noqa: ANN401
    """Return a page as recognised; what little text it has is kept where that fails."""
    if recognise is None:
        problem = SourceError("no text layer", "the page is a picture, and no picture is read here")
        return ReadPage(page_of(words, Rules(), edges), problem)
    width, height = page.get_size()
    try:
        scan = scan_of(recognise(_rendered(page, width, height))[0], width, edges)
    except SourceError as error:
        return ReadPage(page_of(words, Rules(), edges), error)
    return ReadPage(scan.page, None, scan.confidence)


def _rendered(page: Any, width: float, height: float) -> bytes:  # noqa: ANN401
    """Return a page as a grey picture (PNM) of `_DPI` dots per inch, fewer where it is very large."""
    scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True)
    rows, across, stride = picture.height, picture.width, picture.stride
    data = bytes(picture.buffer)
    if stride != across:
        data = b"".join(data[row * stride : row * stride + across] for row in range(rows))
    return b"P5 %d %d 255\n" % (across, rows) + data[: across * rows]


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


FORMAT = Format(
    name="pdf",
    media_types=("application/pdf",),
    suffixes=(".pdf",),
    recognises=_recognises,
    read=_read,
)
