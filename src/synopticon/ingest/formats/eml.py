"""E-mail (RFC 5322): the body in its plain form, and every attachment read as a document of its own.

Parts are numbered as in IMAP: ``part=1``, ``part=2.1``; ``part=0`` is the header of the mail: its subject and, in
a line below, the field that says that a machine sent it. Sender and receivers are never given out.
"""

from __future__ import annotations

import contextlib
import email
import email.errors
import email.policy
import email.utils
import re
from collections.abc import Iterator
from dataclasses import replace
from email.header import decode_header
from email.message import Message

from synopticon.errors import SourceError
from synopticon.ingest import limits, prose
from synopticon.ingest.automatic import automatic_line
from synopticon.ingest.decoding import codec_of, decode
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.model.locator import within
from synopticon.model.records import Passage, SetAside

_HEADER = re.compile(
    rb"(?i)^(from|to|subject|date|message-id|received|mime-version|return-path|content-type|delivered-to"
    rb"|x-[\w-]+|reply-to|cc|sender):[ \t]?",
    re.MULTILINE,
)
_FIRST = re.compile(rb"\A>?[\w-]+:[ \t]?[^\r\n]*\r?\n")
_MAX_NESTING = 60


#: Lines that only mail programs write.
_OF_MAIL = frozenset((b"message-id", b"mime-version", b"content-type", b"received", b"return-path"))
_RFC_DATE = re.compile(rb"(?im)^date:[^\n]{0,40}\d{2}:\d{2}(?::\d{2})? ?(?:[+-]\d{4}|[A-Z]{2,4})")


def _recognises(data: bytes) -> int:
    head = data[:16384].lstrip(b"\xef\xbb\xbf\r\n ")
    if not _FIRST.match(head):
        return 0
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(top)}
    if not (names & _OF_MAIL or b"@" in top or _RFC_DATE.search(top)):
        return 0  # a memo begins with "To: … From: … Date: …" too, but with names and days alone
    if {b"from", b"date"} <= names or b"message-id" in names:
        return 3
    if {b"from", b"subject"} <= names and not re.search(rb"(?im)^sent:", top):
        return 3  # "Sent:" stands in mails that were copied as text, never in the mail itself
    has_body = bool(names & {b"content-type", b"mime-version"})
    return 2 if len(names) >= 3 or (has_body and (len(names) >= 2 or b"boundary=" in top.lower())) else 0


def _read(content: Content) -> Iterator[Item]:
    if content.depth > limits.DEPTH:
        raise SourceError("nested too deeply", f"more than {limits.DEPTH} containers", locator=content.unit)
    limits.within_limit("parts", content.data.count(b"\n--"), 5 * limits.MEMBERS, locator=content.unit)
    message = email.message_from_bytes(content.data.lstrip(b"\xef\xbb\xbf\r\n "), policy=email.policy.compat32)
    received = _date(message)
    if received:
        yield Facts(received=received)
    subject = _words(message.get("Subject", ""))
    if subject:
        yield Passage(content.document, within(content.unit, "part=0"), 0, 0, "heading", subject)
    line = automatic_line((name, _words(value)) for name, value in message.items())
    if line:
        # It stands below the subject in the text of the header; people do not write in it, so it is English.
        unit, start = within(content.unit, "part=0"), len(subject) + 1 if subject else 0
        yield Passage(content.document, unit, 0, start, "field", line, "en")
        yield Facts(note="sent by a machine, by its header")
    yield from _Parts(content).items(message, "", 0)


def _date(message: Message) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _words(value: object) -> str:
    text = str(value)[:2000]
    with contextlib.suppress(ValueError, email.errors.HeaderParseError):
        pieces = decode_header(text)
        text = "".join(piece if isinstance(piece, str) else body_text(piece, charset) for piece, charset in pieces)
    return " ".join(text.split())


class _Parts:
    """Walks the parts of one mail and counts them."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._count = 0

    def items(self, message: Message, number: str, depth: int) -> Iterator[Item]:
        self._count += 1
        limits.within_limit("parts", self._count, limits.MEMBERS, locator=self._content.unit)
        limits.within_limit("parts inside parts", depth, _MAX_NESTING, locator=self._content.unit)
        # The payload of a single part is only ever taken as bytes: as text Python would look for its codec.
        payload = message.get_payload() if message.is_multipart() else None
        if message.get_content_type() == "message/rfc822" and isinstance(payload, list):
            yield from self._forwarded(message, number or "1")
        elif message.is_multipart() and isinstance(payload, list):
            yield from self._parts(message, [part for part in payload if isinstance(part, Message)], number, depth)
        else:
            yield from self._leaf(message, number or "1")

    def _parts(self, message: Message, parts: list[Message], number: str, depth: int) -> Iterator[Item]:
        chosen = None
        if message.get_content_type() == "multipart/alternative":
            kinds = [part.get_content_type() for part in parts]
            texts = [at for at, kind in enumerate(kinds) if kind == "text/plain" and _bytes(parts[at]).strip()]
            chosen = texts[0] if texts else len(parts) - 1
        for index, part in enumerate(parts):
            if chosen is None or index == chosen or part.get_filename():
                yield from self.items(part, f"{number}.{index + 1}" if number else str(index + 1), depth + 1)

    def _forwarded(self, message: Message, number: str) -> Iterator[Item]:
        inner = message.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            yield from self._attachment(inner[0].as_bytes(), "forwarded.eml", number)

    def _leaf(self, message: Message, number: str) -> Iterator[Item]:
        kind = message.get_content_type()
        name = _words(message.get_filename() or "")
        data = _bytes(message)
        is_attached = bool(name) or message.get_content_disposition() == "attachment"
        if not data.strip():
            if is_attached:
                unit = within(self._content.unit, f"part={number}")
                yield SetAside(self._content.document, unit, "empty file", name)
            return
        if not is_attached and kind == "text/plain":
            yield from self._body(message, data, number)
        elif (
            is_attached
            or kind == "text/html"
            or not kind.startswith(("image/", "application/pgp", "text/", "application/ms-tnef"))
        ):
            yield from self._attachment(data, name or ("body.html" if kind == "text/html" else ""), number)

    def _body(self, message: Message, data: bytes, number: str) -> Iterator[Item]:
        unit = within(self._content.unit, f"part={number}")
        text = body_text(data, message.get_content_charset()).replace("\x00", "\ufffd")
        limits.within_limit("characters", len(text), limits.TEXT, locator=unit)
        yield from prose.passages(self._content.document, unit, text)

    def _attachment(self, data: bytes, name: str, number: str) -> Iterator[Item]:
        content = self._content
        unit = within(content.unit, f"part={number}")
        yield from content.read_part(replace(content, data=data, name=name, unit=unit, depth=content.depth + 1))


def body_text(data: bytes, charset: str | None) -> str:
    """Return the text of a part in its declared encoding, or in the one that its bytes tell."""
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode(codec_of(charset) or "utf-8")
    return decode(data)[0]


def _bytes(message: Message) -> bytes:
    payload = message.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


FORMAT = Format(
    name="eml",
    media_types=("message/rfc822",),
    suffixes=(".eml", ".mht", ".mhtml"),
    recognises=_recognises,
    read=_read,
)
