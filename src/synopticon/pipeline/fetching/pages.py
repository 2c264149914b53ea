"""Looks at a page before it counts: is it JSON, does it hold releases or records, where is the next one."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import ocds
from synopticon.ingest.decoding import decode
from synopticon.ingest.pointers import parse

_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
#: One release in a line of its own is never longer.
_LINE = 64 * 1024**2
#: Lists that may be empty where nothing was found.
_LISTS = ("releases", "records", "release", "data", "results", "items")
#: Lists around releases: packages in a list of results in an object are five.
_DEPTH = 8
#: Content types of pages for people, which come in the place of data when a service is down or wants a log-in.
_FOREIGN = ("xml", "image/", "audio/", "video/", "font/", "pdf", "zip", "tar", "csv")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is.

    Attributes:
        suffix: of its file name, with the dot.
        releases: how many releases or records it holds.
        next: where the next page stands, as it is written there; null on the last.
    """

    suffix: str
    releases: int
    next: str | None


def look(path: Path, url: str, *, content_type: str, next_links: Sequence[str], most: int, page: int) -> Page:
    """Check a file that has come whole.

    Args:
        path: the file.
        url: where it comes from, for messages.
        content_type: as the host gives it.
        next_links: JSON Pointers at which the next page may be named.
        most: bytes to which a packed file may unpack.
        page: bytes of one JSON text.

    Raises:
        SourceError: it is not JSON, or not JSON Lines, or holds nothing of OCDS; another try may bring a whole one.
        LimitError: it unpacks to more than it may.
    """
    with path.open("rb") as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
    if not is_packed:
        _check_type(content_type, url)
    lines = _lines(path, url, is_packed=is_packed, most=most, longest=page)
    first = next(lines, b"")
    value = _value(first, url, 1) if first.endswith(b"\n") and first.strip().endswith((b"}", b"]")) else None
    if value is not None and (second := next((line for line in lines if line.strip()), b"")):
        count = _count(value) + _count(_value(second, url, 2))
        count += sum(_count(_value(line, url, number)) for number, line in enumerate(lines, 3) if line.strip())
        _check_found(value, count, url)
        return Page(".jsonl.gz" if is_packed else ".jsonl", count, None)
    if value is None:
        value = _value(_whole(first, lines, url, page), url, 0)
    count = _count(value)
    _check_found(value, count, url)
    return Page(".json.gz" if is_packed else ".json", count, _next(value, next_links, url))


def look_broken(path: Path, next_links: Sequence[str]) -> Page:
    """Return what can be told of a page that is not JSON: the next one, where the object that names it is whole."""
    with path.open("rb") as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
    data = b"" if is_packed else path.read_bytes()
    for pointer in next_links:
        *_, holder, key = pointer.split("/")
        for found in re.finditer(rb'"%s"\s*:\s*(\{[^{}]*\})' % re.escape(holder.encode()), data):
            try:
                link = parse(decode(found[1])[0]).get(key)
            except SourceError:
                continue
            if type(link) is str and link:
                return Page(".json", 0, link)
    return Page(".json.gz" if is_packed else ".json", 0, None)


def _check_type(content_type: str, url: str) -> None:
    kind = content_type.partition(";")[0].strip().lower()
    if "html" in kind:
        raise SourceError(
            "not data",
            f"{url}: expected JSON, found {kind!r}, as when a service is down or asks to log in; open it in a browser",
        )
    if any(word in kind for word in _FOREIGN):
        raise SourceError(
            "not data",
            f"{url}: expected JSON, JSON Lines or gzip, found {kind!r}; put such a file into the case by hand",
        )


def _value(data: bytes, url: str, line: int) -> object:
    where = f"{url}, line {line}" if line else url
    try:
        return parse(decode(data)[0])
    except (SourceError, RecursionError, ValueError) as error:
        if line == 1:
            return None  # a JSON text over several lines, perhaps
        raise SourceError(
            "broken JSON",
            f"{where}: expected JSON, found {str(error) or 'too many levels'}; if it stays so, tell the publisher",
        ) from None


def _count(value: object, depth: int = 0) -> int:
    """Return how many releases and records a value holds, each record once."""
    if depth > _DEPTH:
        return 0
    if isinstance(value, list):
        return sum(_count(member, depth + 1) for member in value)
    if not isinstance(value, dict):
        return 0
    if ocds.is_record(value) or ocds.is_release(value):
        return 1
    return sum(_count(value[key], depth + 1) for key in _LISTS if isinstance(value.get(key), list | dict))


def _check_found(value: object, count: int, url: str) -> None:
    """Tell a page on which nothing was found from one that is something else."""
    if count or value == [] or (isinstance(value, dict) and any(value.get(key) == [] for key in _LISTS)):
        return
    found = ", ".join(repr(key[:40]) for key in list(value)[:6]) if isinstance(value, dict) else type(value).__name__
    raise SourceError(
        "not OCDS", f"{url}: expected releases or records of OCDS, found {found or 'nothing'}; check the address"
    )


def _next(value: object, pointers: Sequence[str], url: str) -> str | None:
    for pointer in pointers:
        found = value
        for key in pointer.split("/")[1:]:
            found = found.get(key) if isinstance(found, Mapping) else None
        if found is None or found == "":
            continue
        if type(found) is not str:  # a number is a text of another kind here
            raise SourceError("bad link", f"{url}: expected an address at {pointer}, found {json.dumps(found)[:80]}")
        return found
    return None


def _whole(first: bytes, lines: Iterator[bytes], url: str, page: int) -> bytes:
    pieces, size = [first], len(first)
    for line in lines:
        size += len(line)
        if size > page:
            raise LimitError("too big", f"{url}: expected one JSON text of at most {page:,} bytes, found more")
        pieces.append(line)
    return b"".join(pieces)


def _lines(path: Path, url: str, *, is_packed: bool, most: int, longest: int) -> Iterator[bytes]:
    """Yield the lines of a file with their ends, unpacked, never more than may be in memory or at all."""
    rest = b""
    size = 0
    for piece in _unpacked(path, url) if is_packed else _read(path):
        size += len(piece)
        if size > most:
            raise LimitError(
                "archive bomb",
                f"{url}: expected at most {most:,} bytes when unpacked, found more; allow it with --most-mb",
            )
        *whole, rest = (rest + piece).split(b"\n") if b"\n" in piece else (rest + piece,)
        yield from (line + b"\n" for line in whole)
        if len(rest) > longest:
            raise LimitError("too big", f"{url}: expected lines of at most {longest:,} bytes, found a longer one")
    if rest:
        yield rest


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            yield piece


def _unpacked(path: Path, url: str) -> Iterator[bytes]:
    decoder = zlib.decompressobj(wbits=31)
    try:
        for piece in _read(path):
            rest = piece
            while rest:
                if decoder.eof:
                    decoder = zlib.decompressobj(wbits=31)
                yield decoder.decompress(rest, _CHUNK)
                rest = decoder.unconsumed_tail or decoder.unused_data.lstrip(b"\0")
    except zlib.error as error:
        raise SourceError("broken archive", f"{url}: expected gzip, found a fault: {error}; try again later") from None
    if not decoder.eof:
        raise SourceError(
            "truncated archive", f"{url}: expected a whole gzip file, found one that is cut; try again later"
        )
