"""Old PowerPoint files (PPT, 97 to 2003): the texts of the slides in their order, then the notes; see `flow`.

Only what the last save holds is read ([MS-PPT] 2.1.2): a file that was saved quickly keeps what was deleted.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.ole import Compound, names_stream

_STREAM, _USER = "PowerPoint Document", "Current User"
_ENCRYPTED = 0xF3D1C4DF
_EDIT, _DIRECTORY = 0x0FF5, 0x1772
_LIST, _SLIDE_OF_LIST, _TEXT_KIND, _WIDE_TEXT, _NARROW_TEXT = 0x0FF0, 0x03F3, 0x0F9F, 0x0FA0, 0x0FA8
_SLIDES, _NOTES = 0, 2
_TITLES = frozenset({0, 6})
_CONTAINER = 0x0F
_DEPTH = 40
#: Stands for the date or number of a slide, which the program fills in.
_FIELD = "*"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")

#: A record: kind, instance, is it a container, where its content begins and ends.
_Record = tuple[int, int, bool, int, int]


def _recognises(data: bytes) -> int:
    return 3 if names_stream(data, _STREAM) else 0


def _read(content: Content) -> Iterator[Item]:
    compound = Compound(content.data)
    try:
        show = _Show(compound.stream(_STREAM), compound.stream(_USER))
        flow = Flow()
        slides = show.write(_SLIDES, flow)
        show.write(_NOTES, flow)
    except (struct.error, IndexError) as error:
        raise SourceError("truncated document", f"a record ends too early: {error}", locator=content.unit) from error
    yield Facts(pages=slides)
    yield from flow_items(content, flow, is_letter=False)


class _Show:
    """A presentation as it was last saved."""

    def __init__(self, stream: bytes, user: bytes) -> None:
        self._stream = stream
        token, at = struct.unpack("<II", user[12:20])
        if token == _ENCRYPTED:
            raise SourceError("encrypted", "the presentation needs a password")
        self._places: dict[int, int] = {}
        document = None
        seen: set[int] = set()
        while at and at not in seen:
            seen.add(at)
            kind, _, _, start, _ = self._record(at)
            if kind != _EDIT:
                raise SourceError("broken document", "the list of saves leads nowhere")
            last, directory, reference = struct.unpack("<III", stream[start + 8 : start + 20])
            document = reference if document is None else document
            self._directory(directory)
            at = last
        limits.within_limit("saves", len(seen), limits.MEMBERS)
        self._document = self._places.get(document or 0)

    def _record(self, at: int) -> _Record:
        head, kind, length = struct.unpack("<HHI", self._stream[at : at + 8])
        end = at + 8 + length
        return kind, head >> 4, head & 0x0F == _CONTAINER, at + 8, min(end, len(self._stream))

    def _directory(self, at: int) -> None:
        """Take where things stand, unless a later save has said so already."""
        _, _, _, start, end = self._record(at)
        while start + 4 <= end:
            (head,) = struct.unpack("<I", self._stream[start : start + 4])
            first, count = head & 0xFFFFF, head >> 20
            for number, place in enumerate(
                struct.unpack(f"<{count}I", self._stream[start + 4 : start + 4 + 4 * count])
            ):
                self._places.setdefault(first + number, place)
            limits.within_limit("members", len(self._places), 10 * limits.MEMBERS)
            start += 4 + 4 * count

    def _inside(self, start: int, end: int) -> Iterator[_Record]:
        while start + 8 <= end:
            record = self._record(start)
            yield record
            start = record[4]

    def write(self, which: int, flow: Flow) -> int:
        """Write the texts of the slides or notes and return how many of these there are."""
        if self._document is None:
            raise SourceError("broken document", "the presentation itself is not there")
        _, _, _, start, end = self._record(self._document)
        count = 0
        for kind, instance, _, first, last in self._inside(start, end):
            if kind != _LIST or instance != which:
                continue
            pending: int | None = None
            text_kind = -1
            for inner, _, _, begin, stop in self._inside(first, last):
                if inner == _SLIDE_OF_LIST:
                    self._write_shapes(pending, flow)
                    (pending,) = struct.unpack("<I", self._stream[begin : begin + 4])
                    count += 1
                text_kind = self._write_text(inner, begin, stop, text_kind, flow)
            self._write_shapes(pending, flow)
        return count

    def _write_shapes(self, reference: int | None, flow: Flow) -> None:
        """Write the texts that stand in a slide itself: those of boxes, not of its title and body."""
        place = self._places.get(reference) if reference is not None else None
        if place is not None:
            _, _, is_container, start, end = self._record(place)
            if is_container:
                self._walk(start, end, flow, 0)

    def _walk(self, start: int, end: int, flow: Flow, depth: int) -> None:
        limits.within_limit("records inside records", depth, _DEPTH)
        text_kind = -1
        for kind, _, is_container, first, last in self._inside(start, end):
            if is_container:
                self._walk(first, last, flow, depth + 1)
            else:
                text_kind = self._write_text(kind, first, last, text_kind, flow)

    def _write_text(self, kind: int, start: int, end: int, text_kind: int, flow: Flow) -> int:
        """Write a text record; return the kind of the text that follows, which the record before it tells."""
        if kind == _TEXT_KIND:
            return int(struct.unpack("<I", self._stream[start : start + 4])[0])
        if kind in {_WIDE_TEXT, _NARROW_TEXT}:
            data = self._stream[start:end]
            text = data.decode("utf-16-le", "replace") if kind == _WIDE_TEXT else data.decode("latin-1")
            for paragraph in text.replace("\x0b", " ").split("\r"):
                if paragraph == _FIELD:
                    continue
                flow.block(_CONTROL.sub("", paragraph), "heading" if text_kind in _TITLES else "paragraph")
        return text_kind


FORMAT = Format(
    name="ppt",
    media_types=("application/vnd.ms-powerpoint",),
    suffixes=(".ppt", ".pps", ".pot"),
    recognises=_recognises,
    read=_read,
)
