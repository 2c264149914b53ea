"""One writer at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Generator
from pathlib import Path

from synopticon.errors import BusyError


@contextlib.contextmanager
def writing(folder: Path) -> Generator[None, None, None]:
    """Hold the only right to write below `folder`.

    Raises:
        BusyError: another process holds it; the message names its process number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "writer.lock"
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _take(handle):
            holder = path.read_text(encoding="ascii", errors="replace").strip() or "unknown"
            raise BusyError(
                f"another run is writing to {str(folder.parent)!r} (process {holder});"
                " wait for it to end, or stop it, and run again"
            )
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode("ascii"))
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    # The lock belongs to the open file, so a killed process leaves none behind.
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  # exists on Windows only

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # noqa: PLC0415  # exists on POSIX only

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
