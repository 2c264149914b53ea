"""Outlook messages (MSG): the body, and every attachment as a document of its own.

Parts are numbered as in `eml`: ``part=0`` is the subject, ``part=1`` the body, then come the attachments. Sender and
receivers are never given out.
"""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from dataclasses import replace

from synopticon.errors import SourceError
from synopticon.ingest import limits, prose
from synopticon.ingest.automatic import automatic_line
from synopticon.ingest.decoding import codec_of, decode
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.ole import Compound, names_stream
from synopticon.model.locator import within
from synopticon.model.records import Passage, SetAside

_HEADER = 0x007D
_SUBJECT, _BODY, _HTML, _RICH = 0x0037, 0x1000, 0x1013, 0x1009
_FILE, _LONG_NAME, _SHORT_NAME = 0x3701, 0x3707, 0x3704
_SENT, _DELIVERED, _CODE_PAGE = 0x0039, 0x0E06, 0x3FFD
_TEXT, _OLD_TEXT, _BYTES, _OBJECT = "001F", "001E", "0102", "000D"
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_PROPERTIES = "__properties_version1.0"


def _recognises(data: bytes) -> int:
    return 3 if names_stream(data, "__substg1.0_") else 0


def _read(content: Content) -> Iterator[Item]:
    compound = Compound(content.data)
    received = _date(compound)
    if received:
        yield Facts(received=received)
    yield from _Message(content, compound, "", content.depth).items(content.unit)


def _date(compound: Compound) -> str | None:
    values = _numbers(compound.stream(_PROPERTIES))
    for name in (_SENT, _DELIVERED):
        if values.get(name):
            try:
                return (_EPOCH + dt.timedelta(microseconds=values[name] // 10)).date().isoformat()
            except OverflowError:
                continue
    return None


def _numbers(properties: bytes) -> dict[int, int]:
    """Return the properties that are numbers or times; a message begins with 32 bytes of other things."""
    found: dict[int, int] = {}
    for at in range(32, len(properties) - 15, 16):
        _, name = struct.unpack("<HH", properties[at : at + 4])
        (found[name],) = struct.unpack("<Q", properties[at + 8 : at + 16])
    return found


def _header_fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of the header that the mail came with; one that goes on in the next line is cut."""
    for line in text[:100_000].splitlines():
        name, colon, value = line.partition(":")
        if colon and name and name == name.strip():
            yield name, value


class _Message:
    """One message: the file itself, or one that is attached to it."""

    def __init__(self, content: Content, compound: Compound, path: str, depth: int) -> None:
        self._content = content
        self._compound = compound
        self._path = path
        self._depth = depth
        page = _numbers(compound.stream(_PROPERTIES)).get(_CODE_PAGE, 0) & 0xFFFF
        self._codec = codec_of(f"cp{page}") or "cp1252"

    def _text(self, path: str, name: int) -> str:
        data = self._compound.stream(f"{path}__substg1.0_{name:04X}{_TEXT}")
        if data:
            return data.decode("utf-16-le", "replace").rstrip("\x00")
        return self._compound.stream(f"{path}__substg1.0_{name:04X}{_OLD_TEXT}").decode(self._codec, "replace")

    def items(self, unit: str) -> Iterator[Item]:
        if self._depth > limits.DEPTH:
            raise SourceError("nested too deeply", f"more than {limits.DEPTH} containers", locator=unit)
        document = self._content.document
        subject = " ".join(self._text(self._path, _SUBJECT).split())
        if subject:
            yield Passage(document, within(unit, "part=0"), 0, 0, "heading", subject)
        line = automatic_line(_header_fields(self._text(self._path, _HEADER)))
        if line:
            start = len(subject) + 1 if subject else 0
            yield Passage(document, within(unit, "part=0"), 0, start, "field", line, "en")
            yield Facts(note="sent by a machine, by its header")
        yield from self._body(within(unit, "part=1"))
        attachments = [one for one in self._compound.storages(self._path) if one.startswith("__attach")]
        limits.within_limit("parts", len(attachments), limits.MEMBERS, locator=unit)
        for number, storage in enumerate(attachments, 2):
            yield from self._attachment(f"{self._path}{storage}/", within(unit, f"part={number}"))

    def _body(self, unit: str) -> Iterator[Item]:
        document = self._content.document
        text = self._text(self._path, _BODY).replace("\x00", "\ufffd")
        limits.within_limit("characters", len(text), limits.TEXT, locator=unit)
        page = self._compound.stream(f"{self._path}__substg1.0_{_HTML:04X}{_BYTES}")
        if text.strip():
            yield from prose.passages(document, unit, text)
        elif page:
            yield from self._part(decode(page)[0].encode(), "body.html", unit)
        elif f"{self._path}__substg1.0_{_RICH:04X}{_BYTES}" in self._compound:
            yield SetAside(document, unit, "unsupported format", "the body is packed Rich Text only: save it as EML")
            yield Facts(is_partial=True)

    def _attachment(self, path: str, unit: str) -> Iterator[Item]:
        inner = f"{path}__substg1.0_{_FILE:04X}{_OBJECT}"
        if inner in self._compound:
            yield from _Message(self._content, self._compound, f"{inner}/", self._depth + 1).items(unit)
            return
        data = self._compound.stream(f"{path}__substg1.0_{_FILE:04X}{_BYTES}")
        name = self._text(path, _LONG_NAME) or self._text(path, _SHORT_NAME)
        if not data:
            yield SetAside(self._content.document, unit, "empty file", name)
        elif not self._is_ornament(data, name):
            yield from self._part(data, name, unit)

    def _is_ornament(self, data: bytes, name: str) -> bool:
        """Tell whether an attachment is a picture of the body, such as a crest below the signature."""
        return name.lower().startswith("image0") and len(data) < 100_000

    def _part(self, data: bytes, name: str, unit: str) -> Iterator[Item]:
        part = replace(self._content, data=data, name=name, unit=unit, depth=self._depth + 1)
        yield from self._content.read_part(part)


FORMAT = Format(
    name="msg",
    media_types=("application/vnd.ms-outlook",),
    suffixes=(".msg",),
    recognises=_recognises,
    read=_read,
)
