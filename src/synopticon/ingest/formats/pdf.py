"""PDF: the text layer, page by page; `layout` says what the text of a page is.

A page that is a picture is rendered and given to the recogniser; without one it is set aside. Active content is never
run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item, Recognise
from synopticon.ingest.glyphs import words_of
from synopticon.ingest.layout import page_of
from synopticon.ingest.paged import EMPTY, MIN_LETTERS, ReadPage, page_items
from synopticon.ingest.scans import scan_of
from synopticon.ingest.words import Frame, Rules, SeenPage, Word

_Box = tuple[float, float, float, float]

_MAX_PATHS = 4000
#: A page of fewer letters that also shows a picture is a scan with a stamp or page number over it.
_FEW_LETTERS = 10
_DPI, _MAX_PIXELS = 200, 12_000_000


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
    tried = failed = 0
    for index in range(count):
        may_try = tried < limits.SCANNED_PAGES and failed < limits.HOPELESS_PAGES
        page = _page(document, index, edges, recognise if may_try else _refuse if recognise else None)
        is_picture = page.confidence is not None or page.problem is not None
        tried += is_picture
        failed = 0 if page.confidence is not None else failed + is_picture
        edges = page.page.tables[-1].edges if page.page.tables else []
        pages.append(page)
    return pages


def _refuse(picture: bytes) -> tuple[SeenPage, ...]:
    """Stand in for the recogniser of a document that has had its share."""
    del picture
    most, hopeless = limits.SCANNED_PAGES, limits.HOPELESS_PAGES
    detail = f"of one document {most} are read, and none after {hopeless} on which nothing was recognised"
    raise LimitError("too many pictures", detail)


def _page(document: Any, index: int, edges: list[float], recognise: Recognise | None) -> ReadPage:  # noqa: ANN401
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return ReadPage(EMPTY, SourceError("unreadable page", "the page is damaged"))
    try:
        words, is_repaired = words_of(page)
        if _is_picture(page, words):
            return _scanned(page, words, edges, recognise)
        rules = _rules(page) if words else Rules()
        frame = _upright(page, words, rules)
        laid = page_of(words, rules, edges, is_painted=is_repaired is None)
        laid.is_mended = laid.is_mended or bool(is_repaired)
        return ReadPage(laid, frame=frame)
    finally:
        page.close()


def _is_picture(page: Any, words: list[Word]) -> bool:  # noqa: ANN401
    """Tell whether the words of a page are drawn, not written: nothing but a drawing, or few letters on a picture."""
    from pypdfium2 import raw

    seen = (letter for word in words for letter in word.text if letter.isalnum())
    letters = sum(1 for _ in islice(seen, _FEW_LETTERS))
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
    return ReadPage(scan.page, None, scan.confidence, scan.frame)


def _rendered(page: Any, width: float, height: float) -> bytes:  # noqa: ANN401
    """Return a page as a grey picture (PNM) of `_DPI` dots per inch, fewer where it is very large."""
    scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True)
    rows, across, stride = picture.height, picture.width, picture.stride
    data = bytes(picture.buffer)
    if stride != across:
        data = b"".join(data[row * stride : row * stride + across] for row in range(rows))
    return b"P5 %d %d 255\n" % (across, rows) + data[: across * rows]


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


def _upright(page: Any, words: list[Word], rules: Rules) -> Frame:  # noqa: ANN401
    """Move words and rules to where they stand on the page as it is shown, from its bottom left."""
    from pypdfium2 import raw

    width, height = page.get_size()
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, bounds)
    left, bottom, turn = bounds.left, bounds.bottom, page.get_rotation()
    if left or bottom or turn:
        size = bounds.right - left, bounds.top - bottom
        for word in words:
            box = (word.x0 - left, word.y0 - bottom, word.x1 - left, word.y1 - bottom)
            word.x0, word.y0, word.x1, word.y1 = _turned(turn, box, size)
        level = [(x0 - left, y - bottom, x1 - left, y - bottom) for y, x0, x1 in rules.level]
        upright = [(x - left, y0 - bottom, x - left, y1 - bottom) for x, y0, y1 in rules.upright]
        lines = [_turned(turn, line, size) for line in level + upright]
        rules.level = [(y0, x0, x1) for x0, y0, x1, y1 in lines if x1 - x0 >= y1 - y0]
        rules.upright = [(x0, y0, y1) for x0, y0, x1, y1 in lines if x1 - x0 < y1 - y0]
    rules.upright.sort()
    return Frame(width, height)


def _turned(turn: int, box: _Box, size: tuple[float, float]) -> _Box:
    """Return a box on a page of this size as it stands when the page is turned clockwise by so many degrees."""
    x0, y0, x1, y1 = box
    width, height = size
    if turn == 90:
        return y0, width - x1, y1, width - x0
    if turn == 180:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 270:
        return height - y1, x0, height - y0, x1
    return box


FORMAT = Format(
    name="pdf",
    media_types=("application/pdf",),
    suffixes=(".pdf",),
    recognises=_recognises,
    read=_read,
)
