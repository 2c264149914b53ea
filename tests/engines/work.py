"""Functions that the engines apply in other processes; they must be importable there."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from synopticon.errors import SourceError


def double(number: int) -> int:
    return 2 * number


def fail_at_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def sleep_at_three(number: int) -> int:
    if number == 3:
        time.sleep(60)
    return number


def note_process_and_sleep(folder: str) -> None:
    Path(folder, str(os.getpid())).touch()
    time.sleep(60)


def eat_memory_at_three(number: int) -> int:
    if number == 3:
        return len(bytearray(1 << 40))
    return number


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    number: int | None = None
    parts: tuple[str, ...] = ()


def nothing() -> None:
    pass


def locked(data: bytes, *, what: str, ask: Callable[[bytes], object] | None = None) -> Iterator[object]:
    """Do what a document that has taken over its parser might do."""
    if what == "echo":
        for number, line in enumerate(data.decode("utf-8", "surrogatepass").split("\n")):
            yield Note(line, number, (line, "x"))
    elif what == "who":
        yield Note(str(os.getpid()), None, tuple(sorted(os.environ)))
    elif what == "ask":
        assert ask is not None
        for _ in range(3):
            try:
                yield Note(str(ask(data)))
            except SourceError as error:
                yield Note(error.reason, None, (error.detail,))
    elif what == "abort":
        yield Note("first")
        os.abort()
    elif what == "spin":
        while True:
            pass
    elif what == "sleep":
        time.sleep(60)
    elif what == "memory":
        yield Note(str(len(bytearray(1 << 40))))
    elif what == "raise":
        raise ValueError("three")
    elif what == "wrong type":
        yield Note(text=7)  # type: ignore[arg-type]
    elif what == "much":
        for _ in range(100_000):
            yield Note("y" * 100)
    elif what == "no frame":
        os.write(3, b"\x00" * 64)
        time.sleep(60)
    elif what == "endless frame":
        os.write(3, b"\x11" + b"\xff" * 8)
        time.sleep(60)
    elif what == "run code":
        from ctypes import CDLL, c_long

        # mmap of memory that could be executed; -1 when refused
        mmap = CDLL(None).mmap
        mmap.restype = c_long
        yield Note("refused" if mmap(None, 4096, 7, 0x22, -1, 0) == -1 else "given")
