"""Gives birth to locked processes: loads everything that parsing needs once, then forks a child whenever it is asked.

Run as ``python -m synopticon.engines.zygote FUNCTION PREPARE KINDS``, each a name such as ``package.module:name``:
what the children do with a document, what loads all it needs, and the union of the records that it yields. The
control socket is standard input. A child reads its documents from a socket that came with the request, and has
nothing else: no files, no other child, no environment but what was given to this process.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pickle
import pkgutil
import signal
import socket
import struct
import sys
import time
import typing
from collections.abc import Callable, Iterable
from typing import Any

from synopticon.engines.lockdown import lock
from synopticon.engines.wire import END, FAILED, HELD, QUESTION, RECORDS, Codec, Wire

#: A request: ``b`` (birth, with the bytes of memory) or ``w`` (wait for the child of this number); and the answer.
REQUEST = struct.Struct("<cQ")
REPLY = struct.Struct("<q")
#: The kernel ends a child after so many seconds of its processor time, should nobody else do it.
_SECONDS = 24 * 3600

#: Packages that no parser needs, and that are slow to load.
_NOT_FOR_PARSING = {"asyncio", "concurrent", "ctypes", "distutils", "logging", "multiprocessing", "unittest"}

Function = Callable[..., Iterable[object]]


def found(name: str) -> Any:  # noqa: ANN401  # whatever stands by this name
    """Return what ``package.module:name`` names."""
    module, _, attribute = name.partition(":")
    return getattr(importlib.import_module(module), attribute)


def kinds_of(name: str) -> tuple[type, ...]:
    """Return the record types of the union, or the one record type, that stands by this name."""
    kinds = found(name)
    return typing.get_args(kinds) or (kinds,)


def load_whole_packages() -> None:
    """Load every module of the packages of the standard library that are loaded in part.

    They load one another when a rare call first needs it, and behind the lock that would fail.
    """
    for name, package in sorted(sys.modules.items()):
        if "." in name or name not in sys.stdlib_module_names or name in _NOT_FOR_PARSING:
            continue
        for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{name}.", onerror=lambda _: None):
            with contextlib.suppress(ImportError):  # some exist for other systems only
                importlib.import_module(module.name)


def main() -> None:
    """Serve requests until the control socket is closed, then take all children along."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    function, prepare = map(found, sys.argv[1:3])
    prepare()
    load_whole_packages()
    time.tzset()
    codec = Codec(kinds_of(sys.argv[3]))
    gc.collect()
    gc.freeze()
    control = socket.socket(fileno=os.dup(0))
    children: set[int] = set()
    with contextlib.suppress(ConnectionError):  # who asked was stopped and waits for no answer
        _serve(control, children, function, codec)
    for child in children:
        with contextlib.suppress(OSError):
            os.kill(child, signal.SIGKILL)


def _serve(control: socket.socket, children: set[int], function: Function, codec: Codec) -> None:
    while True:
        request, handles, *_ = socket.recv_fds(control, REQUEST.size, 1)
        if len(request) != REQUEST.size:
            return
        verb, number = REQUEST.unpack(request)
        if verb == b"b":
            reply = os.fork()
            if reply == 0:
                control.close()
                _live(handles[0], function, codec, number)
            os.close(handles[0])
            children.add(reply)
        else:
            reply = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
            children.discard(number)
        control.sendall(REPLY.pack(reply))


def _live(handle: int, function: Function, codec: Codec, memory: int) -> typing.NoReturn:
    """Lock this process, then work on documents until there are no more."""
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nowhere, standard)
        os.dup2(handle, 3)
        os.closerange(4, 1 << 16)
        wire = Wire(3)
        held = lock(memory=memory, seconds=_SECONDS)
        wire.send(HELD, json.dumps([held.landlock, held.seccomp, held.rlimits]).encode())
        while True:
            _work(wire, function, codec)
    except EOFError:
        code = 0
    finally:
        os._exit(code)


def _work(wire: Wire, function: Function, codec: Codec) -> None:
    _, header = wire.receive()
    _, data = wire.receive(limit=1 << 40)
    options = json.loads(bytes(header))

    def ask(question: bytes) -> object:
        wire.send(QUESTION, question)
        # From the side that is trusted, so it may be unpickled; nothing goes the other way like this.
        answer = pickle.loads(wire.receive()[1])  # noqa: S301
        if isinstance(answer, BaseException):
            raise answer
        return answer

    asks = options.pop("asks", None)
    if asks:
        options[asks] = ask
    document = bytes(data)
    del data
    try:
        for batch in codec.batches(function(document, **options)):
            wire.send(RECORDS, batch)
    except MemoryError:
        wire.send(FAILED, b"memory limit\0the document asks for more memory than it may have")
    except (EOFError, OSError):
        raise
    except BaseException as error:  # noqa: BLE001  # native parsers raise what is no Exception
        wire.send(FAILED, f"error\0{type(error).__name__}: {error}".encode("utf-8", "replace"))
    else:
        wire.send(END)


if __name__ == "__main__":
    main()
