"""Tar archives: every regular file is read as a document of its own, from memory; links and devices are no files."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from dataclasses import replace

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.model.locator import escaped, within
from synopticon.model.records import SetAside

_BLOCK = 512


def _recognises(data: bytes) -> int:
    head = data[:_BLOCK]
    if head[257:262] == b"ustar":
        return 3
    # Archives older than the mark: the sum of the header must be right.
    digits = head[148:156].strip(b" \x00")
    if len(head) < _BLOCK or not digits or not digits.isdigit() or head[0] == 0:
        return 0
    told = int(digits, 8) if set(digits) <= set(b"01234567") else -1
    return 3 if told == sum(head[:148]) + 8 * 32 + sum(head[156:]) else 0


def _read(content: Content) -> Iterator[Item]:
    if content.depth >= limits.DEPTH:
        raise SourceError("nested too deeply", f"more than {limits.DEPTH} containers", locator=content.unit)
    members = 0
    try:
        with tarfile.open(fileobj=io.BytesIO(content.data), mode="r:") as archive:
            while (member := archive.next()) is not None:
                members += 1
                limits.within_limit("members", members, limits.MEMBERS, locator=content.unit)
                if member.isfile():
                    yield from _member(content, archive, member)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise SourceError("truncated archive", str(error), locator=content.unit) from error


def _member(content: Content, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Item]:
    unit = within(content.unit, f"member={escaped(member.name)}")
    # A sparse member may claim any size; what is here is never more than the archive itself.
    stream = archive.extractfile(member) if member.size <= len(content.data) else None
    if stream is None:
        yield SetAside(content.document, unit, "broken member", f"claims {member.size} bytes")
        yield Facts(is_partial=True)
        return
    name = member.name.rsplit("/", 1)[-1]
    yield from content.read_part(replace(content, data=stream.read(), name=name, unit=unit, depth=content.depth + 1))


FORMAT = Format(
    name="tar",
    media_types=("application/x-tar",),
    suffixes=(".tar",),
    recognises=_recognises,
    read=_read,
)
