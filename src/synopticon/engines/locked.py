"""Has one document after another read by a locked process, and believes nothing that comes back unchecked."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from synopticon.engines.engine import LostProcessError, death
from synopticon.engines.lockdown import Lockdown
from synopticon.engines.wire import (
    ANSWER,
    DATA,
    END,
    FAILED,
    HELD,
    JOB,
    QUESTION,
    RECORDS,
    BrokenWireError,
    Codec,
    Wire,
)
from synopticon.engines.zygote import REPLY, REQUEST, kinds_of
from synopticon.errors import SourceError

#: A locked process is replaced after so many documents, so that what one leaves behind cannot reach many others.
_DOCUMENTS = 50
#: Seconds on the clock for each second of processor time: other work may hold the processors.
_PATIENCE = 3
_START_SECONDS = 60.0
#: Without these some installations of Python do not start.
_FOR_PYTHON = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME")


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one document may take.

    Attributes:
        seconds: processor time.
        memory: bytes of address space beyond what an idle locked process has.
        answer: bytes of records.
        questions: how often its reading may ask.
    """

    seconds: float
    memory: int
    answer: int
    questions: int = 0


def can_fork() -> bool:
    """Tell whether this system has what locked processes are made with."""
    return hasattr(os, "fork") and hasattr(socket, "recv_fds") and hasattr(socket, "AF_UNIX")


@dataclass(slots=True)
class _Child:
    process: int
    wire: Wire
    held: Lockdown
    memory: int
    documents: int = 0


def _pickled(answer: Callable[[bytes], object], question: bytes) -> bytes:
    try:
        return pickle.dumps(answer(question))
    except SourceError as error:
        return pickle.dumps(error)


def _clock_of(process: int) -> int:
    """Return the clock of a process, as Linux numbers them; see clock_getcpuclockid(3)."""
    return (~process << 3) | 2


class _Clock:
    """Waits until a child has something to say, and no longer than it may take.

    The limit counts the child's own processor time, so that a busy machine changes no outcome.
    """

    def __init__(self, child: _Child, seconds: float) -> None:
        self._seconds = seconds
        self._poll = select.poll()
        self._poll.register(child.wire.handle, select.POLLIN)
        self._clock = _clock_of(child.process) if sys.platform.startswith("linux") else None
        self._used = self._processor_time()
        self._end = time.monotonic() + _PATIENCE * seconds

    def __call__(self) -> None:
        while True:
            left = self._end - time.monotonic()
            if left <= 0:
                raise LostProcessError("time limit", "the document is stuck", is_chance=True)
            if self._clock is not None:
                left = min(left, self._used + self._seconds - self._processor_time())
            if left <= 0:
                raise LostProcessError("time limit", f"the document takes more than {self._seconds:.0f} s to parse")
            if self._poll.poll(1000 * left):
                return

    def extend(self, seconds: float) -> None:
        """Give so much more, by the clock, because the child had to wait for us."""
        self._end += seconds

    def _processor_time(self) -> float:
        if self._clock is None:
            return 0.0
        try:
            return time.clock_gettime(self._clock)
        except OSError:  # it has died, which the next read will show
            return self._used


class LockedReader:
    """A function that yields records, called in locked processes of its own.

    Args:
        function: ``package.module:name`` of what is called with the bytes of a document and options.
        prepare: name of what loads everything that the function needs, called once.
        kinds: name of the union of the records that the function yields.
    """

    def __init__(self, function: str, *, prepare: str, kinds: str) -> None:
        self._names = (function, prepare, kinds)
        self._codec = Codec(kinds_of(kinds))
        self._control: socket.socket | None = None
        self._zygote: subprocess.Popen[bytes] | None = None
        self._child: _Child | None = None

    def held(self, memory: int) -> Lockdown:
        """Return what holds the process that will read the next document."""
        return self._ready(memory).held

    def peak(self) -> int:
        """Return the most resident memory that the present process has had, in bytes; 0 when that is not known."""
        if self._child is not None:
            with contextlib.suppress(OSError):
                status = Path(f"/proc/{self._child.process}/status").read_text(encoding="ascii", errors="replace")
                found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
                return int(found[1]) << 10 if found else 0
        return 0

    def spent(self) -> float:
        """Return the processor time of the present process in seconds; 0 when that is not known."""
        if self._child is None or not sys.platform.startswith("linux"):
            return 0.0
        return time.clock_gettime(_clock_of(self._child.process))

    def renew(self) -> None:
        """End the present process; the next document has another."""
        if self._child is not None:
            self._end(self._child)

    def read(
        self,
        data: bytes,
        options: Mapping[str, str],
        allowance: Allowance,
        *,
        asks: str | None = None,
        answer: Callable[[bytes], object] | None = None,
    ) -> Generator[Any, None, None]:
        """Yield the records of one document as they come.

        Args:
            data: the bytes of the document.
            options: what the function is called with besides.
            allowance: what the document may take.
            asks: name of the option by which the function is given the means to ask.
            answer: gives the answer to a question, here, outside the lock. What it raises of `SourceError` is raised
                there; the time that it takes is not counted.

        Raises:
            LostProcessError: the process died, took more than it may, or sent what it must not.
        """
        child = self._ready(allowance.memory)
        child.documents += 1
        is_whole = False
        try:
            yield from self._records(child, data, {**options, "asks": asks}, allowance, answer)
            is_whole = True
        except (EOFError, OSError) as error:
            code = self._end(child)
            raise LostProcessError("process died", death(code), is_chance=code == -signal.SIGKILL) from error
        except BrokenWireError as error:
            raise LostProcessError("process died", "the parser sent what no parser sends") from error
        finally:
            if not is_whole or child.documents >= _DOCUMENTS:
                self._end(child)

    def _records(
        self,
        child: _Child,
        data: bytes,
        options: Mapping[str, str | None],
        allowance: Allowance,
        answer: Callable[[bytes], object] | None,
    ) -> Iterator[Any]:
        wire, clock = child.wire, _Clock(child, allowance.seconds)
        wire.wait = clock
        wire.send(JOB, json.dumps(options).encode())
        wire.send(DATA, data)
        left, questions = allowance.answer, allowance.questions
        while True:
            kind, content = wire.receive()
            left -= len(content) if kind == RECORDS else 0
            if left < 0:
                raise LostProcessError("memory limit", "the document gives more records than it may")
            if kind == RECORDS:
                yield from self._codec.decode(content)
            elif kind == QUESTION and answer is not None and questions > 0:
                questions -= 1
                start = time.monotonic()
                wire.send(ANSWER, _pickled(answer, bytes(content)))
                clock.extend(time.monotonic() - start)
            elif kind == FAILED:
                reason, _, detail = content.decode("utf-8", "replace").partition("\0")
                raise LostProcessError(reason if reason == "memory limit" else "error", detail[:300])
            elif kind == END and not content:
                return
            else:
                raise BrokenWireError(f"found a frame of kind {kind}")

    def _ready(self, memory: int) -> _Child:
        child = self._child
        if child is not None and child.memory != memory:
            self._end(child)
            child = None
        if child is None:
            child = self._child = self._born(memory)
        return child

    def _born(self, memory: int) -> _Child:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                process = self._ask(b"b", memory, theirs)
            wire = Wire(os.dup(ours.fileno()))
        try:
            kind, content = wire.receive(limit=1000)
        except EOFError:
            raise RuntimeError("expected a locked process to start, found that it ended at once") from None
        if kind != HELD:
            raise RuntimeError(f"expected a locked process to say what holds it, found a frame of kind {kind}")
        return _Child(process, wire, Lockdown(*json.loads(content)), memory)

    def _ask(self, verb: bytes, number: int, handle: socket.socket | None = None) -> int:
        """Have the zygote do something and return its answer.

        Raises:
            LostProcessError: it has ended; the next document starts another.
        """
        control = self._control or self._start()
        try:
            socket.send_fds(control, [REQUEST.pack(verb, number)], [] if handle is None else [handle.fileno()])
            reply = control.recv(REPLY.size, socket.MSG_WAITALL)
        except OSError:
            reply = b""
        if len(reply) != REPLY.size:
            self.close()
            raise LostProcessError("process died", "the process that starts the parsers has ended", is_chance=True)
        return int(REPLY.unpack(reply)[0])

    def _start(self) -> socket.socket:
        control, theirs = socket.socketpair()
        # Nothing of our environment goes along, and the same zone, locale and hash seed on every machine.
        path = os.pathsep.join(map(os.path.abspath, sys.path))
        environment = {"PYTHONPATH": path, "PYTHONHASHSEED": "0", "TZ": "UTC0", "LC_ALL": "C.UTF-8"}
        environment |= {name: os.environ[name] for name in _FOR_PYTHON if name in os.environ}
        with theirs:
            self._zygote = subprocess.Popen(  # noqa: S603  # our own module, by the interpreter that runs us
                [sys.executable, "-s", "-X", "utf8", "-m", "synopticon.engines.zygote", *self._names],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                env=environment,
                cwd="/",
                start_new_session=True,  # Ctrl-C is for the main process, and a closed socket ends this one
            )
        control.settimeout(_START_SECONDS)
        self._control = control
        return control

    def _end(self, child: _Child) -> int:
        """End a child and return its exit code, negative for the signal that ended it."""
        if self._child is not child:
            return 0
        self._child = None
        # A child that is well sees its wire closed and goes by itself, but nobody waits for that.
        with contextlib.suppress(OSError):
            os.close(child.wire.handle)
        with contextlib.suppress(OSError):
            os.kill(child.process, signal.SIGKILL)
        return self._ask(b"w", child.process)

    def close(self) -> None:
        """End the locked process and the one that starts them."""
        child, control, zygote = self._child, self._control, self._zygote
        self._child = self._control = self._zygote = None
        if child is not None:
            with contextlib.suppress(OSError):
                os.close(child.wire.handle)
        if control is not None:
            control.close()
        if zygote is not None:
            zygote.wait(10)
