"""Opens zip containers (archives, DOCX, XLSX, ODT) from memory, never to disk, and within limits."""

from __future__ import annotations

import io
import itertools
import zipfile
import zlib

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import limits

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
#: What the library raises for a container that is cut off or broken.
READ_ERRORS = (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, ValueError)


def is_package(data: bytes) -> bool:
    """Tell whether the bytes begin like a zip container."""
    return data.startswith(_SIGNATURES)


def is_ornament(name: str) -> bool:
    """Tell whether a member is what desktops leave in archives, and not what somebody put there."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1] in {".DS_Store", "Thumbs.db", "desktop.ini"}


def member_names(data: bytes) -> frozenset[str]:
    """Return the names of all members, none when the container is broken or is not one."""
    if not is_package(data):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except READ_ERRORS:
        return frozenset()


def open_package(data: bytes) -> zipfile.ZipFile:
    """Open a container.

    Raises:
        SourceError: it is cut off or broken.
        LimitError: it has too many members, or members that overlap.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except READ_ERRORS as error:
        raise SourceError("truncated archive", f"the list of members is missing or broken: {error}") from error
    infos = package.infolist()
    limits.within_limit("members", len(infos), limits.MEMBERS)
    offsets = sorted((info.header_offset, info.compress_size) for info in infos if not info.is_dir())
    for (start, size), (following, _) in itertools.pairwise(offsets):
        if start + size > following:
            raise LimitError("overlapping members", "two members share the same bytes, as archive bombs do")
    return package


def read_member(package: zipfile.ZipFile, info: zipfile.ZipInfo, *, locator: str = "") -> bytes:
    """Return the bytes of a member, whatever its headers claim of its size.

    Raises:
        SourceError: it is encrypted, cut off, or packed in an unknown way.
        LimitError: it unpacks to more than one document may hold.
    """
    if info.flag_bits & 0x1:
        raise SourceError("encrypted", f"member {info.filename} needs a password", locator=locator)
    limits.within_ratio(info.compress_size, info.file_size, locator=locator)
    pieces: list[bytes] = []
    size = 0
    try:
        with package.open(info) as stream:
            while piece := stream.read(1 << 20):
                size += len(piece)
                limits.within_ratio(info.compress_size, size, locator=locator)
                pieces.append(piece)
    except RuntimeError as error:
        raise SourceError("encrypted", str(error), locator=locator) from error
    except READ_ERRORS as error:
        raise SourceError("broken member", f"{info.filename}: {error}", locator=locator) from error
    return b"".join(pieces)


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a member that must be there.

    Raises:
        SourceError: it is missing or broken.
    """
    try:
        info = package.getinfo(name)
    except KeyError as error:
        raise SourceError("missing part", f"expected {name} in the container") from error
    return read_member(package, info)
