"""Runs a case of twenty documents again and again, each time with a fault at another write; prints what came of it.

    python -m tests.pipeline.faults FOLDER {kill,full} EVERY

A write is whatever changes the disk: a file opened for writing, flushed, renamed, removed or given another mode, a
folder made or removed, a batch of a table. ``kill`` ends the process there, ``full`` fails with "no space left".
Each run is a process of its own, forked before anything was read.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from synopticon.engines import SerialEngine
from synopticon.errors import UsageError
from synopticon.pipeline import parsing, run_case
from synopticon.pipeline.wholeness import findings_of_case

_WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"}


class Shim:
    """Counts writes below a folder, and makes the Nth fail."""

    def __init__(self, folder: Path, mode: str, number: int) -> None:
        self.folder, self.mode, self.number, self.count = str(folder), mode, number, 0
        sys.addaudithook(self.seen)
        for owner, name in ((os, "fsync"), (pq.ParquetWriter, "write_table"), (pq.ParquetWriter, "close")):
            setattr(owner, name, self.wrapped(getattr(owner, name)))

    def seen(self, event: str, arguments: tuple[Any, ...]) -> None:
        is_write = event in _WRITES or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if is_write and str(arguments[0]).startswith(self.folder):
            self.hit()

    def wrapped(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            self.hit()
            return function(*arguments, **options)

        return counted

    def hit(self) -> None:
        self.count += 1
        if self.count == self.number:
            if self.mode == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def forked(work: Callable[[], str]) -> tuple[int, str]:
    """Return the exit code (negative for a signal) of a child that does the work, and what it says."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(theirs, work().encode()[:60_000])
            code = 0
        except BaseException as error:  # noqa: BLE001  # told to the parent
            os.write(theirs, f"{type(error).__name__}: {error}".encode()[:60_000])
        finally:
            os._exit(code)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read().decode()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def run(case: Path, mode: str = "", number: int = 0) -> str:
    """Run the case, with a fault if one is named; return how many writes there were."""
    shim = Shim(case, mode, number)
    try:
        run_case(case, engine=SerialEngine())
    except UsageError as error:
        return f"told: {error}"
    return str(shim.count)


def tree(folder: Path) -> str:
    """Return a hash of the names and bytes of all files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder)} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def fresh(folder: Path) -> Path:
    """Return a new copy of the case, at the same place each time, as it was before the reply that is the news."""
    case = folder / "case"
    _, said = forked(lambda: _restored(folder, case))
    assert not said, said
    return case


def _restored(folder: Path, case: Path) -> str:
    import shutil

    shutil.rmtree(case, ignore_errors=True)
    shutil.copytree(folder / "before", case)
    shutil.copytree(folder / "news", case, dirs_exist_ok=True)
    return ""


def _is_idle(said: str) -> bool:
    """Tell whether a run wrote no more than its lock and its index, as one does when nothing has changed."""
    return said.isdigit() and int(said) < 20


def main() -> None:
    folder, mode, every = Path(sys.argv[1]).resolve(), sys.argv[2], int(sys.argv[3])
    # The parsers are not what is tested here, and a locked one for each of many hundred runs is slow to start.
    parsing.read_document = parsing.unlocked
    case = fresh(folder)
    code, said = forked(lambda: run(case))
    assert code == 0, said
    writes, expected = int(said), tree(case / "out")
    bad = []
    for number in range(1, writes + 1, every):
        fresh(folder)
        code, said = forked(partial(run, case, mode, number))
        # Some failures are overcome (a folder that is there already is not made); then all must be right at once.
        is_told = code == -signal.SIGKILL if mode == "kill" else said.startswith("told: ")
        is_right = is_told or (code == 0 and tree(case / "out") == expected)
        broken = [f"{f.what}: {f.detail}" for f in findings_of_case(case) if f.state == "broken"]
        again, told = forked(lambda: run(case))
        third, count = forked(lambda: run(case))
        found = tree(case / "out")
        if not is_right or broken or again or third or found != expected or not _is_idle(count):
            bad.append([number, code, said[:300], broken, told[:300], count[:300], found == expected])
    sys.stdout.write(json.dumps({"writes": writes, "tried": len(range(1, writes + 1, every)), "bad": bad}))


if __name__ == "__main__":
    main()
