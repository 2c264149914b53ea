"""The letters of PDF pages with their places, by pdfminer.six, which is an extra: import this module late.

What the library lacks is mended: a font of Chinese may bring a character map of its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.cmapdb import CMap, CMapDB
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTFigure
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s+(\d{1,5})")
_CHARACTER = re.compile(rb"<([0-9A-Fa-f]{4})>\s+(\d{1,5})")
#: Maps of the library that Chinese files name most; behind the lock it could not open them.
_MAPS = (
    "GB-EUC-H",
    "GBK-EUC-H",
    "GBKp-EUC-H",
    "GBK2K-H",
    "UniGB-UCS2-H",
    "UniGB-UTF16-H",
    "ETen-B5-H",
    "UniCNS-UTF16-H",
)
_COLLECTIONS = ("Adobe-GB1", "Adobe-CNS1")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as the page shows it: its middle in points from the top left of the page, and its height."""

    text: str
    x: float
    y: float
    size: float


def warm_up() -> None:
    """Load the maps of Chinese."""
    for name in _MAPS:
        CMapDB.get_cmap(name)
    for name in _COLLECTIONS:
        CMapDB.get_unicode_map(name)


class Resources(PDFResourceManager):  # type: ignore[misc, unused-ignore]  # untyped where the extra is missing
    """The fonts of a page, those with a character map of their own among them."""

    def get_font(self, objid: Any, spec: Any) -> Any:  # noqa: ANN401  # as the library has them
        """Return a font; see the library."""
        font = super().get_font(objid, spec)
        if "DescendantFonts" in spec:  # its one descendant was given the map when it was made
            return font
        encoding = resolve1(spec.get("Encoding"))
        if isinstance(font, PDFCIDFont) and isinstance(encoding, PDFStream):
            _use(font, _characters(encoding.get_data()))
        return font


def _characters(data: bytes) -> dict[int, int]:
    """Return the glyph of each two-byte code that a character map holds."""
    found: dict[int, int] = {}
    for low, high, first in _RANGE.findall(data):
        start = int(low, 16)
        found |= {code: int(first) + code - start for code in range(start, int(high, 16) + 1)}
    found |= {int(code, 16): int(glyph) for code, glyph in _CHARACTER.findall(_RANGE.sub(b"", data))}
    return found


def _use(font: Any, characters: dict[int, int]) -> None:  # noqa: ANN401
    tree: dict[int, dict[int, int]] = {}
    for code, glyph in characters.items():
        tree.setdefault(code >> 8, {})[code & 255] = glyph
    font.cmap = CMap()
    font.cmap.code2cid.update(tree)
    letters = getattr(font.unicode_map, "cid2unichr", None)
    if letters is not None:  # the file tells letters by code, and the library looks them up by glyph
        font.unicode_map.cid2unichr = {characters[code]: text for code, text in letters.items() if code in characters}


def pages_of(data: bytes, numbers: Sequence[int]) -> Iterator[list[Letter]]:
    """Yield the letters of these pages (1-based, in order), in the order in which they are painted."""
    for page in PDFPage.get_pages(io.BytesIO(data), [number - 1 for number in numbers]):
        yield _letters(page)


class _Device(PDFLayoutAnalyzer):
    shown: list[Any]

    def receive_layout(self, ltpage: Any) -> None:  # noqa: ANN401  # as the library has it
        self.shown = list(ltpage)


def _letters(page: PDFPage) -> list[Letter]:
    """Return the letters of a page with their middles, in points from the top left of the page as it is shown."""
    resources = Resources()
    device = _Device(resources, laparams=None)
    PDFPageInterpreter(resources, device).process_page(page)
    left, top = _corner(page)
    found: list[Letter] = []
    heap = list(reversed(device.shown))
    while heap:
        item = heap.pop()
        if isinstance(item, LTChar):
            middle = (item.x0 + item.x1) / 2 - left
            found.append(Letter(item.get_text(), middle, top - (item.y0 + item.y1) / 2, item.y1 - item.y0))
        elif isinstance(item, LTFigure):
            heap += reversed(list(item))
    return found


def _corner(page: PDFPage) -> tuple[float, float]:
    """Return the left and the top of the shown part of a page, where the library lays it out by its media box."""
    m0, n0, m1, n1 = page.mediabox
    c0, d0, c1, d1 = page.cropbox
    c0, d0, c1, d1 = max(c0, m0), max(d0, n0), min(c1, m1), min(d1, n1)
    if page.rotate == 90:
        return d0 - n0, m1 - c0
    if page.rotate == 180:
        return m1 - c1, n1 - d0
    if page.rotate == 270:
        return n1 - d1, c1 - m0
    return c0 - m0, d1 - n0
