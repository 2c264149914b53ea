"""What passes between a locked process and the one that trusts it with nothing: frames of a checked size and kind.

Records cross as JSON and are checked field by field against their declared types. A process that its document has
taken over can send wrong values, but nothing that is not a record, and nothing that runs.
"""

from __future__ import annotations

import itertools
import json
import os
import struct
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

#: What a frame is. To the locked process: a document and what to do, an answer to its question.
JOB, DATA, ANSWER = 1, 2, 3
#: From the locked process: what holds it, records, a question, the end of the document, why it could not be done.
HELD, RECORDS, QUESTION, END, FAILED = 16, 17, 18, 19, 20
#: Bytes that a frame from a locked process may have. Records come in batches far smaller, unless one is large itself.
FRAME = 256 << 20
_BATCH = 1000
_HEADER = struct.Struct("<BQ")
_PIECE = 1 << 20


class BrokenWireError(Exception):
    """The other side has sent what it must not, or has gone."""


class Wire:
    """One end of a pair of connected sockets.

    Args:
        handle: its file descriptor; read and written, never sent or received, which a locked process may not do.
        wait: called before every read, to keep a time limit.
    """

    def __init__(self, handle: int, wait: Callable[[], None] = lambda: None) -> None:
        self.handle = handle
        self.wait = wait

    def send(self, kind: int, *parts: bytes) -> None:
        """Send one frame, made of some parts.

        Raises:
            OSError: the other side has gone.
        """
        for part in (_HEADER.pack(kind, sum(map(len, parts))), *parts):
            view = memoryview(part)
            while view:
                view = view[os.write(self.handle, view[:_PIECE]) :]

    def receive(self, limit: int = FRAME) -> tuple[int, bytearray]:
        """Return the kind and the content of the next frame.

        Raises:
            EOFError: the other side has gone.
            BrokenWireError: the frame is longer than `limit`.
        """
        kind, size = _HEADER.unpack(self._read(_HEADER.size))
        if size > limit:
            raise BrokenWireError(f"expected a frame of at most {limit} bytes, found {size}")
        return kind, self._read(size)

    def _read(self, size: int) -> bytearray:
        # Grown as it comes: the size is the word of the other side.
        data = bytearray()
        while len(data) < size:
            self.wait()
            piece = os.read(self.handle, min(_PIECE, size - len(data)))
            if not piece:
                raise EOFError
            data += piece
        return data


class Codec:
    """Records of some types, to bytes and back.

    On the wire is a list of runs, records of one type that follow one another; a run is the number of the type and
    its columns, since one type check for each column is far quicker than one for each value.

    Args:
        kinds: dataclasses whose fields are texts, numbers, booleans, null, or tuples of these.
    """

    def __init__(self, kinds: Sequence[type]) -> None:
        self._kinds = tuple(kinds)
        self._numbers = {kind: number for number, kind in enumerate(kinds)}
        names = [[field.name for field in fields(kind)] for kind in kinds]
        self._values = [attrgetter(*known) if len(known) > 1 else _single(known[0]) for known in names]
        self._checks = [_checks(kind) for kind in kinds]

    def batches(self, records: Iterable[object]) -> Iterator[bytes]:
        """Yield the records as frames hold them, some at a time."""
        stream = iter(records)
        while batch := list(itertools.islice(stream, _BATCH)):
            yield self.encode(batch)

    def encode(self, records: Iterable[object]) -> bytes:
        """Return the records as JSON; half characters, which broken documents hold, survive."""
        runs = []
        for kind, run in itertools.groupby(records, key=type):
            number = self._numbers[kind]
            runs.append((number, list(zip(*map(self._values[number], run), strict=True))))
        return json.dumps(runs, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def decode(self, data: bytes | bytearray) -> list[Any]:
        """Return the records.

        Raises:
            BrokenWireError: this is not JSON, or not of the declared types.
        """
        records: list[Any] = []
        try:
            for number, columns in json.loads(data.decode("utf-8", "surrogatepass")):
                records.extend(self._run(number, columns))
        except (ValueError, TypeError, IndexError, RecursionError) as error:
            raise BrokenWireError(f"expected records of the declared types: {error}") from error
        return records

    def _run(self, number: int, columns: list[Any]) -> Iterator[Any]:
        checked = [check(column) for check, column in zip(self._checks[number], columns, strict=True)]
        if len(set(map(len, checked))) != 1:
            raise ValueError("found columns of different lengths")
        return map(self._kinds[number], *checked)


def _single(name: str) -> Callable[[Any], tuple[Any]]:
    get = attrgetter(name)
    return lambda record: (get(record),)


def _checks(kind: type) -> list[Callable[[Any], list[Any]]]:
    hints = typing.get_type_hints(kind)
    return [_check(hints[field.name]) for field in fields(kind)]


def _check(hint: Any) -> Callable[[Any], list[Any]]:  # noqa: ANN401  # a type hint has no better type
    """Return what gives a column of values of this type back, and raises `TypeError` for any other."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    simple = {option for option in options if isinstance(option, type)}
    inner = next((typing.get_args(option)[0] for option in options if typing.get_origin(option) is tuple), None)
    member = None if inner is None else _check(inner)

    def check(column: Any) -> list[Any]:  # noqa: ANN401
        if type(column) is not list:
            raise TypeError(f"found {type(column).__name__} in the place of a column")
        kinds = set(map(type, column))
        if kinds <= simple:
            return column
        if member is None or not kinds <= simple | {list}:
            raise TypeError(f"found {', '.join(sorted(kind.__name__ for kind in kinds))}")
        member(list(itertools.chain.from_iterable(value for value in column if type(value) is list)))
        return [tuple(value) if type(value) is list else value for value in column]

    return check
