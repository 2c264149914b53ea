"""7-Zip archives: every member is read as a document of its own, from memory, within limits; see `sevenzip`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.packages import is_ornament
from synopticon.ingest.sevenzip import MARK, members
from synopticon.model.locator import escaped, within
from synopticon.model.records import SetAside


def _recognises(data: bytes) -> int:
    return 3 if data.startswith(MARK) else 0


def _read(content: Content) -> Iterator[Item]:
    if content.depth >= limits.DEPTH:
        raise SourceError("nested too deeply", f"more than {limits.DEPTH} containers", locator=content.unit)
    for member in members(content.data):
        if is_ornament(member.name):
            continue
        unit = within(content.unit, f"member={escaped(member.name)}")
        if member.problem is not None:
            yield SetAside(content.document, unit, member.problem.reason, member.problem.detail)
            yield Facts(is_partial=True)
            continue
        name = member.name.rsplit("/", 1)[-1]
        yield from content.read_part(replace(content, data=member.data, name=name, unit=unit, depth=content.depth + 1))


FORMAT = Format(
    name="7z",
    media_types=("application/x-7z-compressed",),
    suffixes=(".7z",),
    recognises=_recognises,
    read=_read,
)
