"""Opens 7-Zip archives from memory with the decoders of the standard library.

Read are members that are stored or packed by LZMA, LZMA2, Deflate or bzip2, alone or in solid blocks; the layout is
that of ``7zFormat.txt`` in the LZMA SDK (public domain). Other methods, and what is encrypted, are named.
"""

from __future__ import annotations

import bz2
import lzma
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import limits

MARK = b"7z\xbc\xaf\x27\x1c"
_END, _HEADER, _PROPERTIES, _ADDITIONAL, _MAIN, _FILES = 0x00, 0x01, 0x02, 0x03, 0x04, 0x05
_PACK, _UNPACK, _SUBSTREAMS, _SIZE, _CRC, _FOLDER = 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B
_UNPACK_SIZE, _COUNT, _EMPTY, _EMPTY_FILE, _NAMES, _ENCODED = 0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x17
_START = 32
_STEP = 1 << 20
_DICTIONARY = 1 << 30
_AES = b"\x06\xf1\x07\x01"
_METHODS = {
    b"\x00": "copy",
    b"\x03\x01\x01": "lzma",
    b"\x21": "lzma2",
    b"\x04\x01\x08": "deflate",
    b"\x04\x02\x02": "bzip2",
}
#: What archivers put before LZMA for programs, and some of them for everything.
_FILTERS = {
    b"\x03": lzma.FILTER_DELTA,
    b"\x04": lzma.FILTER_X86,
    b"\x03\x03\x01\x03": lzma.FILTER_X86,
    b"\x07": lzma.FILTER_ARM,
    b"\x03\x03\x05\x01": lzma.FILTER_ARM,
    b"\x08": lzma.FILTER_ARMTHUMB,
    b"\x03\x03\x07\x01": lzma.FILTER_ARMTHUMB,
}


@dataclass(slots=True)
class _Folder:
    """A block that is packed as one: how, how big it is unpacked, and which packed streams it is made of."""

    methods: list[tuple[bytes, bytes]]
    packed: int
    is_simple: bool
    sizes: list[int] = field(default_factory=list)
    crc: int | None = None
    members: list[tuple[int, int | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name, and its bytes or why they cannot be had."""

    name: str
    data: bytes
    problem: SourceError | None = None


def members(data: bytes) -> Iterator[Member]:
    """Yield the files of an archive, block by block, in their order; folders are no files.

    Raises:
        SourceError: it is cut off, broken or encrypted.
        LimitError: it has too many members, or unpacks to more than one document may hold.
    """
    try:
        archive = _Archive(data)
    except (IndexError, struct.error, UnicodeDecodeError, ValueError) as error:
        raise SourceError("truncated archive", f"the list of members is cut off: {error}") from error
    yield from archive.members()


class _Bytes:
    """Reads numbers one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def take(self, count: int) -> bytes:
        if count < 0 or self.at + count > len(self.data):
            raise IndexError(f"expected {count} bytes more")
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self) -> int:
        """Read a number; the bits that lead the first byte tell how many bytes follow."""
        first = self.byte()
        value, mask = 0, 0x80
        for index in range(8):
            if not first & mask:
                return value | (first & (mask - 1)) << (8 * index)
            value |= self.byte() << (8 * index)
            mask >>= 1
        return value

    def count(self, what: str) -> int:
        found = self.number()
        limits.within_limit(what, found, limits.MEMBERS)
        return found

    def bits(self, count: int) -> list[bool]:
        packed = self.take((count + 7) // 8)
        return [bool(packed[at // 8] & (0x80 >> (at % 8))) for at in range(count)]

    def sums(self, count: int) -> list[int | None]:
        known = [True] * count if self.byte() else self.bits(count)
        return [struct.unpack("<I", self.take(4))[0] if one else None for one in known]


class _Archive:
    def __init__(self, data: bytes) -> None:
        self._data = data
        offset, size, check = struct.unpack("<QQI", data[12:_START])
        header = data[_START + offset : _START + offset + size]
        if len(header) != size or zlib.crc32(header) != check:
            raise IndexError("the end of the file is missing or changed")
        self._folders: list[_Folder] = []
        self._position = 0
        self._sizes: list[int] = []
        self._names: list[str] = []
        self._is_empty: list[bool] = []
        self._is_file: list[bool] = []
        # The list of members is itself packed, as a rule once.
        for _ in range(4):
            source = _Bytes(header)
            kind = source.byte() if header else _END
            if kind == _HEADER:
                self._header(source)
            if kind != _ENCODED:
                return
            self._streams(source)
            header = b"".join(self._unpacked(folder) for folder in self._folders)

    def _header(self, source: _Bytes) -> None:
        self._folders, self._sizes = [], []
        while (kind := source.byte()) != _END:
            if kind == _PROPERTIES:
                while source.byte() != _END:
                    source.take(source.number())
            elif kind in {_ADDITIONAL, _MAIN}:
                self._streams(source)
            elif kind == _FILES:
                self._files(source)
            else:
                raise ValueError(f"found a part of kind {kind}")

    def _streams(self, source: _Bytes) -> None:
        self._folders, self._sizes = [], []
        while (kind := source.byte()) != _END:
            if kind == _PACK:
                self._pack(source)
            elif kind == _UNPACK:
                self._unpack(source)
            elif kind == _SUBSTREAMS:
                self._substreams(source)
            else:
                raise ValueError(f"found a part of kind {kind}")
        for folder in self._folders:
            folder.members = folder.members or [(folder.sizes[-1], folder.crc)]

    def _pack(self, source: _Bytes) -> None:
        self._position = source.number()
        count = source.count("members")
        while (kind := source.byte()) != _END:
            if kind == _SIZE:
                self._sizes = [source.number() for _ in range(count)]
            else:
                source.sums(count)

    def _unpack(self, source: _Bytes) -> None:
        source.byte()
        count = source.count("members")
        if source.byte():
            raise ValueError("the list of blocks is elsewhere")
        self._folders = [self._folder(source) for _ in range(count)]
        source.byte()
        for folder in self._folders:
            folder.sizes = [source.number() for _ in folder.methods]
        while (kind := source.byte()) != _END:
            if kind == _CRC:
                for folder, check in zip(self._folders, source.sums(count), strict=True):
                    folder.crc = check

    def _folder(self, source: _Bytes) -> _Folder:
        methods: list[tuple[bytes, bytes]] = []
        coders = source.number()
        streams_in = streams_out = 0
        limits.within_limit("methods in a block", coders, 32)
        for _ in range(coders):
            flags = source.byte()
            method = source.take(flags & 0x0F)
            into, out = (source.number(), source.number()) if flags & 0x10 else (1, 1)
            streams_in, streams_out = streams_in + into, streams_out + out
            methods.append((method, source.take(source.number()) if flags & 0x20 else b""))
        limits.within_limit("streams in a block", streams_in + streams_out, 64)
        for _ in range(streams_out - 1):
            source.number()
            source.number()
        packed = streams_in - streams_out + 1
        if packed > 1:
            for _ in range(packed):
                source.number()
        return _Folder(methods, packed, coders == streams_in == streams_out and coders in {1, 2})

    def _substreams(self, source: _Bytes) -> None:
        counts = [1] * len(self._folders)
        kind = source.byte()
        if kind == _COUNT:
            counts = [source.count("members") for _ in self._folders]
            limits.within_limit("members", sum(counts), limits.MEMBERS)
            kind = source.byte()
        sizes: list[list[int]] = []
        for folder, count in zip(self._folders, counts, strict=True):
            own = [source.number() for _ in range(count - 1)] if kind == _SIZE else []
            sizes.append([*own, folder.sizes[-1] - sum(own)] if count else [])
        if kind == _SIZE:
            kind = source.byte()
        whole = [count == 1 and folder.crc is not None for folder, count in zip(self._folders, counts, strict=True)]
        missing = sum(count for count, known in zip(counts, whole, strict=True) if not known)
        checks = iter(source.sums(missing) if kind == _CRC else [None] * missing)
        while kind != _END:
            kind = source.byte()
        for folder, own, known in zip(self._folders, sizes, whole, strict=True):
            folder.members = [(size, folder.crc if known else next(checks)) for size in own]

    def _files(self, source: _Bytes) -> None:
        count = source.count("members")
        self._is_empty = [False] * count
        empty_files: list[bool] = []
        while (kind := source.byte()) != _END:
            part = _Bytes(source.take(source.number()))
            if kind == _NAMES and not part.byte():
                self._names = part.data[1:].decode("utf-16-le").split("\x00")[:count]
            elif kind == _EMPTY:
                self._is_empty = part.bits(count)
            elif kind == _EMPTY_FILE:
                empty_files = part.bits(sum(self._is_empty))
        self._names += [f"member {number}" for number in range(len(self._names) + 1, count + 1)]
        rest = iter(empty_files)
        self._is_file = [next(rest, False) if empty else True for empty in self._is_empty]

    def members(self) -> Iterator[Member]:
        """Yield the files in their order."""
        contents = self._contents()
        for name, is_empty, is_file in zip(self._names, self._is_empty, self._is_file, strict=True):
            if is_empty:
                if is_file:
                    yield Member(name, b"")
                continue
            data, problem = next(contents, (b"", SourceError("truncated archive", "the file is not there")))
            yield Member(name, data, problem)

    def _contents(self) -> Iterator[tuple[bytes, SourceError | None]]:
        total = 0
        for folder in self._folders:
            problem: SourceError | None = None
            block = b""
            total += sum(size for size, _ in folder.members)
            limits.within_ratio(len(self._data), total)
            try:
                block = self._unpacked(folder)
            except LimitError:
                raise
            except SourceError as error:
                problem = error
            at = 0
            for size, check in folder.members:
                data = block[at : at + size]
                at += size
                is_whole = len(data) == size and (check is None or zlib.crc32(data) == check)
                broken = None if is_whole else SourceError("broken member", "its bytes are not those that were packed")
                yield (b"", problem or broken) if problem or broken else (data, None)

    def _unpacked(self, folder: _Folder) -> bytes:
        start = _START + self._position + sum(self._sizes[: self._packed_before(folder)])
        index = self._packed_before(folder)
        size = self._sizes[index] if index < len(self._sizes) else 0
        if any(method == _AES for method, _ in folder.methods):
            raise SourceError("encrypted", "the archive needs a password")
        if not folder.is_simple:
            raise SourceError("unsupported method", _named(folder.methods))
        wanted = folder.sizes[-1]
        limits.within_ratio(size, wanted)
        packed = self._data[start : start + size]
        try:
            return _decoded(folder, packed, wanted)
        except (lzma.LZMAError, zlib.error, OSError, EOFError, ValueError, IndexError, struct.error) as error:
            raise SourceError("broken member", str(error)[:200]) from error

    def _packed_before(self, folder: _Folder) -> int:
        at = next(number for number, one in enumerate(self._folders) if one is folder)
        return sum(one.packed for one in self._folders[:at])


def _named(methods: list[tuple[bytes, bytes]]) -> str:
    found = " + ".join(_METHODS.get(method, method.hex()) for method, _ in methods)
    return f"packed by {found}: unpack it with 7-Zip (7z x) and add its files"


def _decoder(folder: _Folder) -> tuple[str, Any]:
    """Return the method of a block and what unpacks it; the second of two methods only prepares for the first."""
    main = [(method, properties) for method, properties in folder.methods if method in _METHODS]
    others = [(method, properties) for method, properties in folder.methods if method not in _METHODS]
    name = _METHODS[main[0][0]] if len(main) == 1 else ""
    if name in {"lzma", "lzma2"} and all(method in _FILTERS for method, _ in others):
        filters: list[dict[str, int]] = [{"id": _FILTERS[method]} for method, _ in others]
        if others and others[0][0] == b"\x03":
            filters[0]["dist"] = others[0][1][0] + 1
        return name, lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=[*filters, _filter(name, main[0][1])])
    if not others and name == "deflate":
        return name, zlib.decompressobj(wbits=-15)
    if not others and name == "bzip2":
        return name, bz2.BZ2Decompressor()
    if not others and name == "copy":
        return name, None
    raise SourceError("unsupported method", _named(folder.methods))


def _decoded(folder: _Folder, packed: bytes, wanted: int) -> bytes:
    method, decoder = _decoder(folder)
    if decoder is None:
        return packed[:wanted]
    pieces: list[bytes] = []
    size = 0
    rest = packed
    while size < wanted and not decoder.eof:
        piece = decoder.decompress(rest, min(_STEP, wanted - size))
        rest = decoder.unconsumed_tail if method == "deflate" else b""
        size += len(piece)
        pieces.append(piece)
        if not piece and (not rest if method == "deflate" else decoder.needs_input):
            break
    return b"".join(pieces)


def _filter(method: str, properties: bytes) -> dict[str, int]:
    if method == "lzma2":
        bits = properties[0] if properties else 0
        size = (2 | bits & 1) << (bits // 2 + 11) if bits < 40 else _DICTIONARY
        limits.within_limit("bytes in a dictionary", size, _DICTIONARY)
        return {"id": lzma.FILTER_LZMA2, "dict_size": max(4096, size)}
    first, size = struct.unpack("<BI", properties[:5])
    limits.within_limit("bytes in a dictionary", size, _DICTIONARY)
    rest, lc = divmod(first, 9)
    pb, lp = divmod(rest, 5)
    return {"id": lzma.FILTER_LZMA1, "dict_size": max(4096, size), "lc": lc, "lp": lp, "pb": pb}
