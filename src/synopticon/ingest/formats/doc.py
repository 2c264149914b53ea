"""Old Word files (DOC, Word 97 to 2003): paragraphs and tables of the main text; see `flow` for how it is built.

The text is found through the piece table ([MS-DOC] 2.9.38), so that pieces of fast-saved files come in their order.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.letters import letter_date
from synopticon.ingest.ole import Compound, names_stream

_STREAM = "WordDocument"
_WORD_97 = 0x00C1
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_NARROW = 0x40000000
#: The instruction of a field stands between these two marks, its result between the second and a third.
_INSTRUCTION = re.compile("\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15|\x15")
_DROPPED = re.compile("[\x01-\x06\x08\x0e-\x12\x15-\x1d\x1f]")
_MAX_COLUMNS = 63


def _recognises(data: bytes) -> int:
    return 3 if names_stream(data, _STREAM) else 0


def _read(content: Content) -> Iterator[Item]:
    text = _main_text(Compound(content.data))
    limits.within_limit("characters", len(text), limits.TEXT, locator=content.unit)
    flow = Flow()
    for paragraph in _plain(text).split("\r"):
        _block(paragraph, flow)
    yield Facts(received=letter_date(flow.text))
    yield from flow_items(content, flow)


def _main_text(compound: Compound) -> str:
    stream = compound.stream(_STREAM)
    try:
        (version,) = struct.unpack("<H", stream[2:4])
        (flags,) = struct.unpack("<H", stream[10:12])
        (length,) = struct.unpack("<i", stream[0x4C:0x50])
        start, size = struct.unpack("<II", stream[0x01A2:0x01AA])
    except struct.error as error:
        raise SourceError("truncated document", "the head of the text is missing") from error
    if flags & _ENCRYPTED:
        raise SourceError("encrypted", "the document needs a password")
    if version < _WORD_97:
        raise SourceError("unsupported format", "a Word file from before 1997: save it as DOCX or PDF")
    table = compound.stream("1Table" if flags & _OTHER_TABLE else "0Table")
    try:
        return "".join(_pieces(stream, table[start : start + size]))[: max(length, 0)]
    except (struct.error, IndexError) as error:
        raise SourceError("truncated document", "the table of text pieces is cut off") from error


def _pieces(stream: bytes, table: bytes) -> Iterator[str]:
    at = 0
    while table[at] == 1:
        (size,) = struct.unpack("<H", table[at + 1 : at + 3])
        at += 3 + size
    (size,) = struct.unpack("<I", table[at + 1 : at + 5])
    count = (size - 4) // 12
    limits.within_limit("pieces of text", count, limits.MEMBERS * 10)
    places = struct.unpack(f"<{count + 1}I", table[at + 5 : at + 5 + 4 * (count + 1)])
    pieces = at + 5 + 4 * (count + 1)
    for index in range(count):
        (place,) = struct.unpack("<I", table[pieces + 8 * index + 2 : pieces + 8 * index + 6])
        length = max(0, places[index + 1] - places[index])
        if place & _NARROW:
            first = (place & ~_NARROW) // 2
            yield stream[first : first + length].decode("cp1252", "replace")
        else:
            yield stream[place : place + 2 * length].decode("utf-16-le", "replace")


def _plain(text: str) -> str:
    """Return the text without the instructions of fields and the marks of pictures; page breaks end paragraphs."""
    for _ in range(4):  # fields stand in fields
        shorter = _INSTRUCTION.sub("", text)
        if shorter == text:
            break
        text = shorter
    text = text.replace("\x0c", "\r").replace("\x0b", " ").replace("\x1e", "-").replace("\xa0", " ")
    return _DROPPED.sub("", text.replace("\x14", ""))


def _block(paragraph: str, flow: Flow) -> None:
    """Write a paragraph; cells end with a mark, rows with one more, and the text behind the last is a paragraph."""
    *cells, rest = paragraph.split("\x07")
    width = _width(cells)
    if width:
        flow.table([cells[at : at + width] for at in range(0, len(cells), width + 1)])
    else:
        for cell in cells:
            flow.block(cell, "paragraph")
    flow.block(rest, "paragraph")


def _width(cells: list[str]) -> int:
    """Return how many cells a row has: the least number after which every row ends with an empty mark, else 0."""
    for width in range(1, min(len(cells), _MAX_COLUMNS + 1)):
        if len(cells) % (width + 1) == 0 and not any(cells[width :: width + 1]):
            return width
    return 0


FORMAT = Format(
    name="doc",
    media_types=("application/msword",),
    suffixes=(".doc", ".dot"),
    recognises=_recognises,
    read=_read,
)
