"""Gzip: one packed file, read as if it were not packed; it adds nothing to the locators."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Format, Item

_STEP = 1 << 20


def _recognises(data: bytes) -> int:
    return 3 if data.startswith(b"\x1f\x8b\x08") else 0


def _read(content: Content) -> Iterator[Item]:
    name = content.name.removesuffix(".gz")
    yield from content.read_part(replace(content, data=unpacked(content.data), name=name, depth=content.depth + 1))


def unpacked(data: bytes) -> bytes:
    """Return what a gzip file holds.

    Raises:
        SourceError: it is cut off or broken.
        LimitError: it unpacks to more than one document may hold.
    """
    pieces: list[bytes] = []
    size = 0
    rest = data
    while rest.startswith(b"\x1f\x8b"):
        decoder = zlib.decompressobj(wbits=31)
        try:
            while not decoder.eof:
                piece = decoder.decompress(rest, _STEP)
                rest = decoder.unconsumed_tail
                size += len(piece)
                limits.within_ratio(len(data), size)
                pieces.append(piece)
                if not piece and not rest and not decoder.eof:
                    raise SourceError("truncated archive", f"the packed file ends after {size} bytes")
        except zlib.error as error:
            raise SourceError("broken archive", str(error)) from error
        rest = decoder.unused_data.lstrip(b"\x00")
    return b"".join(pieces)


FORMAT = Format(
    name="gzip",
    media_types=("application/gzip",),
    suffixes=(".gz",),
    recognises=_recognises,
    read=_read,
)
