"""Locks the process that calls it: no files, no network, no programs, little memory, little time. There is no way back.

It is called in a process that is about to be given the bytes of one stranger's document, after everything that
parsing needs has been imported, and before the bytes are there.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from synopticon.engines.landlock import forbid_files
from synopticon.engines.seccomp import forbid_calls

if sys.platform != "win32":
    import resource

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_SIGKILL = 9


@dataclass(frozen=True, slots=True)
class Lockdown:
    """What holds a process.

    Attributes:
        landlock: version of the Landlock interface in force, 0 for none.
        seccomp: the filter of system calls is in force.
        rlimits: limits on memory, time, files and processes are in force.
    """

    landlock: int
    seccomp: bool
    rlimits: bool

    @property
    def is_strong(self) -> bool:
        """A document that takes over its parser can read, write, send and start nothing."""
        return self.landlock > 0 and self.seccomp and self.rlimits

    @property
    def word(self) -> str:
        """``strong`` or ``weak``, as documents are marked."""
        return "strong" if self.is_strong else "weak"

    def describe(self) -> str:
        """Return what holds and what does not, in words."""
        held = []
        if self.landlock:
            held.append(f"Landlock {self.landlock}")
        if self.seccomp:
            held.append("a filter of system calls")
        if self.rlimits:
            held.append("limits on memory and time")
        return f"{self.word}: {', '.join(held) or 'a time limit only'}"


#: What holds where no process can be locked: the pool's own limits.
UNLOCKED = Lockdown(0, False, False)


def lock(*, memory: int, seconds: int) -> Lockdown:
    """Lock this process for good and return what holds.

    Args:
        memory: bytes of address space it may take beyond what it has now.
        seconds: processor time after which the kernel ends it, whatever its parent does.

    Raises:
        OSError: a lock is in force by its own word, and a file could be opened all the same.
    """
    memory += _address_space()
    if not sys.platform.startswith("linux"):
        return Lockdown(0, False, _limit(memory, seconds))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    is_humble = libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
    # In this order: Landlock needs a file handle, which the limits forbid, and the filter forbids to set limits.
    landlock = _tried(forbid_files) if is_humble else 0
    limited = _limit(memory, seconds)
    held = Lockdown(landlock, bool(is_humble and _tried(forbid_calls)), limited)
    if held.is_strong:
        _check()
    return held


def _tried(forbid: Callable[[], int]) -> int:
    """Some systems compile a lock in and switch it off, or a container forbids it: then it does not hold."""
    try:
        return int(forbid())
    except OSError:
        return 0


def _check() -> None:
    """Raise unless the simplest attempt fails: what says it is locked is tried before it is believed."""
    try:
        handle = os.open("/", os.O_RDONLY)
    except PermissionError:
        return
    os.close(handle)
    raise OSError("expected a locked process to be refused a folder, found that it could open one")


def _limit(memory: int, seconds: int) -> bool:
    if sys.platform == "win32":
        return False
    limits = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0, "RLIMIT_NOFILE": 0, "RLIMIT_NPROC": 0}
    limits |= {"RLIMIT_CPU": seconds, "RLIMIT_AS": memory}
    held = True
    for name, value in limits.items():
        try:
            which = getattr(resource, name)
            hard = resource.getrlimit(which)[1]
            most = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (most, most))
        except (AttributeError, ValueError, OSError):
            held = held and name not in {"RLIMIT_CPU", "RLIMIT_AS"}
    return held


def _address_space() -> int:
    """Return the bytes of address space that this process has, 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # no path object is wanted here
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
