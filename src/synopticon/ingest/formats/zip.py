"""Zip archives: every member is read as a document of its own, from memory, within limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.packages import is_ornament, is_package, open_package, read_member
from synopticon.model.locator import escaped, within
from synopticon.model.records import SetAside


def _recognises(data: bytes) -> int:
    # Formats that live in a zip know their own members and are surer.
    return 2 if is_package(data) else 0


def _read(content: Content) -> Iterator[Item]:
    if content.depth >= limits.DEPTH:
        raise SourceError("nested too deeply", f"more than {limits.DEPTH} containers", locator=content.unit)
    total = 0
    with open_package(content.data) as package:
        for info in package.infolist():
            name = info.filename
            if info.is_dir() or is_ornament(name):
                continue
            unit = within(content.unit, f"member={escaped(name)}")
            try:
                data = read_member(package, info, locator=unit)
            except SourceError as error:
                yield SetAside(content.document, unit, error.reason, error.detail)
                yield Facts(is_partial=True)
                continue
            total += len(data)
            limits.within_ratio(len(content.data), total, locator=unit)
            yield from content.read_part(
                replace(content, data=data, name=name.rsplit("/", 1)[-1], unit=unit, depth=content.depth + 1)
            )


FORMAT = Format(
    name="zip",
    media_types=("application/zip",),
    suffixes=(".zip",),
    recognises=_recognises,
    read=_read,
)
