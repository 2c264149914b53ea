"""Plain text: code points of the decoded file, paragraphs by blank lines and chosen line ends."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.ingest import limits, prose
from synopticon.ingest.decoding import decode, is_text, require_text
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.letters import letter_date


def _recognises(data: bytes) -> int:
    # XML is read as such: as text it would be tags and names.
    is_xml = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")
    return 1 if is_text(data) and not is_xml else 0


def _read(content: Content) -> Iterator[Item]:
    require_text(content.data)
    text, encoding = decode(content.data)
    text = text.replace("\x00", "\ufffd")
    limits.within_limit("characters", len(text), limits.TEXT, locator=content.unit)
    is_whole = encoding.errors == "strict"
    yield Facts(encoding=encoding.name, note=encoding.note or None, received=letter_date(text), is_partial=not is_whole)
    yield from prose.passages(content.document, content.unit, text)


FORMAT = Format(
    name="text",
    media_types=("text/plain",),
    suffixes=(".txt", ".text", ".md", ".log"),
    recognises=_recognises,
    read=_read,
)
