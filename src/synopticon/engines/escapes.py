"""Tries to break out of a locked process, nineteen ways, and says which of them it stopped.

Each attempt is made by a locked process of its own. All are harmless where they succeed: they name files that do not
exist, times that are not valid, and signals that do nothing. So "no such file" means that the lock let the attempt
through, and only "not permitted", or death, means that it held.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from synopticon.engines.engine import LostProcessError
from synopticon.engines.locked import Allowance, LockedReader
from synopticon.engines.seccomp import call_number

_NOWHERE = "/nonexistent/synopticon"
_NEW_USER_NAMESPACE = 0x10000000
_PTRACE_SEIZE = 0x4206
_ALLOWANCE = Allowance(seconds=10, memory=1 << 30, answer=1 << 16)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to break out.

    Attributes:
        how: what stopped it, or that nothing did.
    """

    name: str
    is_blocked: bool
    how: str


def self_test() -> list[Attempt]:
    """Make every attempt in a locked process and return what came of each."""
    reader = LockedReader(f"{__name__}:attempt", prepare=f"{__name__}:prepare", kinds=f"{__name__}:Attempt")
    try:
        return [_outcome(reader, name) for name in ATTEMPTS]
    finally:
        reader.close()


def _outcome(reader: LockedReader, name: str) -> Attempt:
    try:
        (made,) = reader.read(b"", {"name": name}, _ALLOWANCE)
    except LostProcessError as lost:
        # Only the filter of system calls ends a process by this signal.
        return Attempt(name, signal.Signals.SIGSYS.name in lost.detail, f"{lost.reason}: {lost.detail}")
    return Attempt(name, made.is_blocked, made.how)


def prepare() -> None:
    """Load what the attempts need, as `ingest.warm_up` does for the parsers."""
    _libc()


def attempt(data: bytes, *, name: str) -> Iterator[Attempt]:
    """Make one attempt and yield what came of it; for a locked process."""
    del data
    try:
        ATTEMPTS[name]()
    except MemoryError:
        yield Attempt(name, is_blocked=True, how="no memory")
    except PermissionError as error:
        yield Attempt(name, is_blocked=True, how=error.strerror or "refused")
    except OSError as error:
        yield Attempt(name, error.errno == errno.EMFILE, error.strerror or str(error))
    else:
        yield Attempt(name, is_blocked=False, how="nothing stopped it")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _called(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def _connected(family: int, kind: int, address: object) -> object:
    with socket.socket(family, kind) as made:
        made.connect(address)  # type: ignore[arg-type]  # as the family has them
        return made


def _forked() -> int:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return child


def _read(path: str) -> bytes:
    handle = os.open(path, os.O_RDONLY)
    try:
        return os.read(handle, 100)
    finally:
        os.close(handle)


ATTEMPTS: dict[str, Callable[[], object]] = {
    "read our own code": lambda: _read(__file__),
    "read the password file": lambda: _read("/etc/passwd"),
    "list a folder": lambda: os.listdir("/"),  # noqa: PTH208  # the bare call is what is tried
    "write a file": lambda: os.open(_NOWHERE, os.O_WRONLY | os.O_CREAT),
    "connect over TCP": lambda: _connected(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 9)),
    "send over UDP": lambda: _connected(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 9)),
    "connect to an abstract socket": lambda: _connected(socket.AF_UNIX, socket.SOCK_STREAM, "\0synopticon"),
    "run a program": lambda: os.execv(_NOWHERE, [_NOWHERE]),  # noqa: S606  # that is the attempt
    "fork": _forked,
    "signal the parent": lambda: os.kill(os.getppid(), signal.SIGCONT),
    "read the parent's environment": lambda: _read(f"/proc/{os.getppid()}/environ"),
    "read the parent's memory": lambda: _read(f"/proc/{os.getppid()}/mem"),
    "trace the parent": lambda: _called(_libc().ptrace(_PTRACE_SEIZE, os.getppid(), 0, 0)),
    "make a user namespace": lambda: _called(_libc().unshare(_NEW_USER_NAMESPACE)),
    "mount a file system": lambda: _called(_libc().mount(b"none", _NOWHERE.encode(), b"tmpfs", 0, None)),
    "take 3 GB of memory": lambda: len(bytearray(3 << 30)),
    "make a symbolic link": lambda: os.symlink("/etc/passwd", _NOWHERE),  # noqa: PTH211  # the bare call
    "change the mode of a file": lambda: os.chmod(_NOWHERE, 0o777),  # noqa: PTH101, S103  # that is the attempt
    "set the clock": lambda: _called(_libc().syscall(call_number("clock_settime"), 0, None)),
}
