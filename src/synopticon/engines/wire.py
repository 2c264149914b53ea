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

    Args:
        kinds: dataclasses whose fields are texts, numbers, booleans, null, or tuples of these.
    """

    def __init__(self, kinds: Sequence[type]) -> None:
        self._numbers = {kind: number for number, kind in enumerate(kinds)}
        self._values = {kind: attrgetter(*(field.name for field in fields(kind))) for kind in kinds}
        self._made = [_maker(kind) for kind in kinds]

    def batches(self, records: Iterable[object]) -> Iterator[bytes]:
        """Yield the records as frames hold them, some at a time."""
        stream = iter(records)
        while batch := list(itertools.islice(stream, _BATCH)):
            yield self.encode(batch)

    def encode(self, records: Iterable[object]) -> bytes:
        """Return the records as JSON; half characters, which broken documents hold, survive."""
        lines = [(self._numbers[type(record)], self._values[type(record)](record)) for record in records]
        return json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def decode(self, data: bytes | bytearray) -> list[Any]:
        """Return the records.

        Raises:
            BrokenWireError: this is not JSON, or not of the declared types.
        """
        try:
            lines = json.loads(data.decode("utf-8", "surrogatepass"))
            return [self._made[number](values) for number, values in lines]
        except (ValueError, TypeError, IndexError, RecursionError) as error:
            raise BrokenWireError(f"expected records of the declared types: {error}") from error


def _maker(kind: type) -> Callable[[Sequence[Any]], object]:
    """Return what makes a record of checked values."""
    hints = typing.get_type_hints(kind)
    checks = [_check(hints[field.name]) for field in fields(kind)]

    def make(values: Sequence[Any]) -> object:
        return kind(*[check(value) for check, value in zip(checks, values, strict=True)])

    return make


def _check(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401  # a type hint has no better type
    """Return what gives a value back as it is when it has this type, and raises `TypeError` otherwise."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    simple = frozenset(option for option in options if isinstance(option, type))
    inner = next((typing.get_args(option)[0] for option in options if typing.get_origin(option) is tuple), None)
    member = None if inner is None else _check(inner)
    only_text = inner is str

    def check(value: Any) -> Any:  # noqa: ANN401
        if type(value) in simple:
            return value
        if member is None or type(value) is not list:
            raise TypeError(f"found {type(value).__name__}")
        if only_text:
            if set(map(type, value)) <= {str}:
                return tuple(value)
            raise TypeError("found a list that holds something else than texts")
        return tuple(map(member, value))

    return check
