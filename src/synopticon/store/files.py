"""Files that are complete or absent: written beside their place, flushed, renamed."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from synopticon.errors import UsageError

_UNFINISHED = ".new-"
_ADVICE = {
    errno.EROFS: "a place that can be written to is needed: copy the case there, or name another folder",
    errno.ENOSPC: "make room",
    errno.EDQUOT: "make room",
    errno.EACCES: "check who may read and write there",
    errno.EPERM: "check who may read and write there",
    errno.ENOENT: "check the path",
    errno.ENOTDIR: "check the path",
    errno.EISDIR: "check the path",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EIO: "check the disk",
    errno.EMFILE: "use fewer --workers, or raise the limit of open files",
    errno.ENFILE: "close other programs",
}


def is_of_the_system(error: OSError) -> bool:
    """Tell whether a person can mend the place or the machine that an error comes from."""
    return error.errno in _ADVICE


def explained(error: OSError) -> str:
    """Return where, what, and what to do, for an error of the file system."""
    what = error.strerror or str(error)
    advice = _ADVICE.get(error.errno or 0, "mend this")
    if not isinstance(error.filename, str | bytes):
        return f"{what}; {advice}"
    path = Path(os.fsdecode(error.filename))
    # What is half-written has a name of its own that nobody has seen.
    shown = path.parent if path.name.startswith((_UNFINISHED, ".work-")) else path
    return f"{str(shown)!r}: {what}; {advice}"


def write_bytes(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Write `data` to `path` so that a reader sees the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8 with the line ends it has."""
    write_bytes(path, text.encode("utf-8"))


def sweep(folders: Iterable[Path]) -> None:
    """Remove what killed processes left half-written anywhere below these folders; the caller is the only writer."""
    for folder in folders:
        for path in folder.rglob(f"{_UNFINISHED}*"):
            path.unlink(missing_ok=True)


def write_checked(path: Path, data: bytes) -> None:
    """Write what cannot be made again, with its hash beside it, so that a changed bit is seen when it is read.

    The hash is written first, and the old one kept next to it: whenever this stops, the file has one of the two.
    """
    sums = _sums(path)
    known = [_hash(path.read_bytes())] if path.exists() else []
    write_text(sums, "\n".join([_hash(data), *known]))
    _flush_folder(path.parent)
    write_bytes(path, data)


def read_checked(path: Path) -> bytes | None:
    """Return what `write_checked` wrote, null when there is no such file.

    Raises:
        UsageError: it is not as it was written.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        known = _sums(path).read_text(encoding="ascii", errors="replace").split("\n")
    except FileNotFoundError:
        known = []
    if _hash(data) not in known:
        raise UsageError(
            f"{path} has changed since it was written: expected the SHA-256 of {_sums(path).name}, found {_hash(data)};"
            " restore both from a copy, or delete both to do without what they hold, and run again"
        )
    return data


def _sums(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
