"""Has documents parsed where they can do no harm: by a locked process, which is given bytes and gives back records.

Where a system has no means to lock a process (Windows), the document is parsed in the worker process itself, and its
record says ``weak``.
"""

from __future__ import annotations

import atexit
import hashlib
import os
from collections.abc import Iterator
from functools import cache
from typing import Any

from synopticon import demo, ingest
from synopticon.engines.lockdown import UNLOCKED, Lockdown
from synopticon.engines.locked import LockedReader, can_fork
from synopticon.ingest import recognition
from synopticon.ingest import second as second_parser
from synopticon.ingest.format import Item
from synopticon.ingest.second import SecondReading, Spot
from synopticon.pipeline.limits import allowance_for


def read_document(data: bytes, *, document: str, name: str, source_kind: str) -> Iterator[Item]:
    """Yield what `ingest.read_document` yields of a document, parsed by a locked process.

    Raises:
        LostProcessError: the parser died, or took more time or memory than a document may.
    """
    options: dict[str, Any] = {"document": document, "name": name, "source_kind": source_kind}
    reader = _reader(os.getpid())
    if reader is None:
        yield from unlocked(data, **options)
    else:
        # Recognition starts a program, which a locked process cannot, so it asks for the words of a picture.
        answer = recognition.recognise
        yield from reader.read(data, options, allowance_for(len(data)), asks="recognise", answer=answer)


def second_readings(data: bytes, spots: list[Spot], *, document: str, name: str) -> Iterator[SecondReading]:
    """Yield what a second parser says of words on pages of a document, from a locked process.

    Raises:
        LostProcessError: the parser died, or took more time or memory than a document may.
    """
    told = second_parser.packed(spots)
    reader = _reader(os.getpid())
    if reader is None:
        yield from second_parser.second_readings(data, document=document, name=name, spots=told)
        return
    options = {"document": document, "name": name, "source_kind": "articles", "spots": told}
    yield from (
        item for item in reader.read(data, options, allowance_for(len(data))) if isinstance(item, SecondReading)
    )


def unlocked(data: bytes, *, document: str, name: str, source_kind: str) -> Iterator[Item]:
    """Yield the same without a lock, in this process: for our own files, and for systems without locks."""
    return ingest.read_document(
        data, document=document, name=name, source_kind=source_kind, recognise=recognition.recognise
    )


def lockdown() -> Lockdown:
    """Return what holds the process that parses for this one."""
    reader = _reader(os.getpid())
    return UNLOCKED if reader is None else reader.held(allowance_for(0).memory)


def memory_of_parser() -> int:
    """Return the most memory that the process that parses for this one has held, in bytes; 0 when not known."""
    reader = _reader(os.getpid())
    return 0 if reader is None else reader.peak()


def time_of_parser() -> float:
    """Return the processor time in seconds that the process that parses for this one has taken; 0 when not known."""
    reader = _reader(os.getpid())
    return 0.0 if reader is None else reader.spent()


def renew() -> None:
    """Replace the process that parses for this one, which happens by itself after so many documents."""
    reader = _reader(os.getpid())
    if reader is not None:
        reader.renew()
        reader.held(allowance_for(0).memory)


def changed_by_lock() -> list[str]:
    """Read a file of each kind of the bundled demonstration locked and unlocked; return those that differ.

    What a library loads only when it is first used fails behind the lock; this shows it.
    """
    changed = []
    for suffix, (name, data) in sorted({name.rpartition(".")[2]: (name, data) for name, data in demo.files()}.items()):
        options: dict[str, Any] = {"document": hashlib.sha256(data).hexdigest(), "name": name, "source_kind": "replies"}
        # Our own file may be parsed here; a stranger's never is.
        if list(read_document(data, **options)) != list(unlocked(data, **options)):
            changed.append(suffix)
    return changed


@cache
def _reader(process: int) -> LockedReader | None:
    """Return the reader of this process; after a fork the other one's must not be used."""
    del process
    if not can_fork():
        return None
    reader = LockedReader(
        "synopticon.ingest.locked:work",
        prepare="synopticon.ingest.locked:warm_up",
        kinds="synopticon.ingest.locked:Answer",
    )
    atexit.register(reader.close)
    return reader
