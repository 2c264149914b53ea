"""Opens compound files (MS-CFB), the containers of old Office files and Outlook messages, from memory."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from synopticon.errors import SourceError
from synopticon.ingest import limits

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
_ENTRY = 128
_STORAGE, _STREAM, _ROOT = 1, 2, 5


def names_stream(data: bytes, name: str) -> bool:
    """Tell whether a compound file seems to hold an entry of this name, without opening it."""
    return data.startswith(MARK) and name.encode("utf-16-le") in data


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """A compound file: its streams by path, names joined by ``/``.

    Raises:
        SourceError: it is cut off or broken.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise SourceError("truncated archive", f"a compound file ends too early: {error}") from error

    def _open(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack("<HH", data[30:34])
        if not (7 <= shift <= 16 and 3 <= mini_shift <= shift):
            raise SourceError("broken archive", f"a compound file with sectors of 2^{shift} bytes")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        (first_directory,) = struct.unpack("<I", data[48:52])
        self._cutoff, first_mini = struct.unpack("<II", data[56:64])
        self._table = self._numbers(self._table_sectors())
        self._entries = self._directory(self._chain(first_directory))
        self._mini_table = self._numbers(self._chain(first_mini))
        root = self._entries[0]
        self._mini = b"".join(map(self._sector, self._chain(root.start)))[: root.size]
        self._paths: dict[str, _Entry] = {}
        self._walk()

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _numbers(self, sectors: Sequence[int]) -> list[int]:
        found: list[int] = []
        for sector in sectors:
            data = self._sector(sector)
            found += struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
        return found

    def _table_sectors(self) -> list[int]:
        """Return the sectors of the table of sectors; those beyond the first 109 are listed in sectors of their own."""
        found = list(struct.unpack("<109I", self._data[76:512]))
        (following,) = struct.unpack("<I", self._data[68:72])
        seen: set[int] = set()
        while following < _LAST and following not in seen:
            seen.add(following)
            numbers = self._numbers([following])
            found += numbers[:-1]
            following = numbers[-1]
        return [sector for sector in found if sector < _LAST]

    def _chain(self, start: int, table: Sequence[int] | None = None) -> list[int]:
        table = self._table if table is None else table
        chain: list[int] = []
        seen: set[int] = set()
        while start < _LAST and start not in seen:
            seen.add(start)
            chain.append(start)
            start = table[start]
        return chain

    def _directory(self, sectors: Sequence[int]) -> list[_Entry]:
        data = b"".join(map(self._sector, sectors))
        limits.within_limit("members", len(data) // _ENTRY, 4 * limits.MEMBERS)
        entries = []
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            (length,) = struct.unpack("<H", data[at + 64 : at + 66])
            name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            left, right, child = struct.unpack("<III", data[at + 68 : at + 80])
            start, size = struct.unpack("<II", data[at + 116 : at + 124])
            entries.append(_Entry(name, data[at + 66], left, right, child, start, size))
        if not entries or entries[0].kind != _ROOT:
            raise SourceError("broken archive", "a compound file without its root")
        return entries

    def _walk(self) -> None:
        seen: set[int] = set()
        waiting = [(self._entries[0].child, "")]
        while waiting:
            number, above = waiting.pop()
            if number >= len(self._entries) or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number]
            path = f"{above}{entry.name}"
            self._paths[path] = entry
            waiting += [(entry.left, above), (entry.right, above)]
            if entry.kind == _STORAGE:
                waiting.append((entry.child, f"{path}/"))

    def __contains__(self, path: str) -> bool:
        """Tell whether there is a stream or storage of this path."""
        return path in self._paths

    def storages(self, above: str = "") -> list[str]:
        """Return the names of the storages right below a path that ends with ``/``, sorted."""
        return sorted(
            path[len(above) :]
            for path, entry in self._paths.items()
            if entry.kind == _STORAGE and path.startswith(above) and "/" not in path[len(above) :]
        )

    def stream(self, path: str) -> bytes:
        """Return the bytes of a stream, nothing when there is none."""
        entry = self._paths.get(path)
        if entry is None or entry.kind != _STREAM:
            return b""
        if entry.size >= self._cutoff:
            return b"".join(map(self._sector, self._chain(entry.start)))[: entry.size]
        size = self._mini_size
        pieces = (self._mini[one * size : (one + 1) * size] for one in self._chain(entry.start, self._mini_table))
        return b"".join(pieces)[: entry.size]
