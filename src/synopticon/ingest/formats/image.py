"""Pictures of pages (PNG, JPEG, TIFF): read by the recogniser, a page at a time."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.paged import EMPTY, ReadPage, page_items
from synopticon.ingest.scans import scan_of
from synopticon.ingest.words import SeenPage

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_TIFF = (b"II*\x00", b"MM\x00*")
_MEDIA = {_PNG: "image/png", _JPEG: "image/jpeg", _TIFF[0]: "image/tiff", _TIFF[1]: "image/tiff"}
_SIZES_BELOW = 0xC0
_NO_SIZE = frozenset({0xC4, 0xC8, 0xCC})


def _recognises(data: bytes) -> int:
    return 3 if data.startswith(tuple(_MEDIA)) else 0


def _read(content: Content) -> Iterator[Item]:
    if content.depth == 0:
        yield Facts(media_type=next(media for mark, media in _MEDIA.items() if content.data.startswith(mark)))
    if content.recognise is None:
        raise SourceError("no text layer", "the file is a picture, and no picture is read here", locator=content.unit)
    width, height = size_of(content.data)
    limits.within_limit("pixels", width * height, limits.PIXELS, locator=content.unit)
    seen = content.recognise(content.data)
    yield Facts(pages=len(seen))
    limits.within_limit("pages", len(seen), limits.PAGES, locator=content.unit)
    yield from page_items(content, [_page(page) for page in seen])


def _page(seen: SeenPage) -> ReadPage:
    try:
        scan = scan_of(seen)
    except SourceError as error:
        return ReadPage(EMPTY, error)
    return ReadPage(scan.page, None, scan.confidence, scan.frame)


def size_of(data: bytes) -> tuple[int, int]:
    """Return the width and height that a picture claims, before anything decodes it.

    Raises:
        SourceError: the picture does not say its size.
    """
    try:
        if data.startswith(_PNG):
            width, height = struct.unpack(">II", data[16:24])
            return width, height
        if data.startswith(_JPEG):
            return _size_of_jpeg(data)
        return _size_of_tiff(data)
    except (struct.error, IndexError) as error:
        raise SourceError("truncated picture", "its size is missing") from error


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        if _SIZES_BELOW <= kind < 0xD0 and kind not in _NO_SIZE:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    raise SourceError("unreadable picture", "expected the size of a JPEG")


def _size_of_tiff(data: bytes) -> tuple[int, int]:
    """Return the size of the largest of the pages of a TIFF."""
    order = "<" if data.startswith(b"II") else ">"
    (at,) = struct.unpack(order + "I", data[4:8])
    largest = (0, 0)
    seen: set[int] = set()
    while at and at not in seen:
        seen.add(at)
        if len(seen) > limits.SCANNED_PAGES:
            raise LimitError("too many pages", f"expected at most {limits.SCANNED_PAGES}")
        (count,) = struct.unpack(order + "H", data[at : at + 2])
        size = {256: 0, 257: 0}
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind = struct.unpack(order + "HH", data[entry : entry + 4])
            if tag in size:
                form = order + ("H" if kind == 3 else "I")
                (size[tag],) = struct.unpack(form, data[entry + 8 : entry + 8 + struct.calcsize(form)])
        if size[256] * size[257] >= largest[0] * largest[1]:
            largest = size[256], size[257]
        (at,) = struct.unpack(order + "I", data[at + 2 + 12 * count : at + 6 + 12 * count])
    return largest


FORMAT = Format(
    name="image",
    media_types=("image/png", "image/jpeg", "image/tiff"),
    suffixes=(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    recognises=_recognises,
    read=_read,
    needs="tesseract",
)
