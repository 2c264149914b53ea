"""What one document may take."""

from __future__ import annotations

from synopticon.engines.locked import Allowance

#: Address space of a process that reads documents, in bytes. Libraries reserve far more than they touch.
PARSER_MEMORY = 4 << 30

_SECONDS = 20.0
_OTHER_SECONDS = 900.0
#: Documents up to this size are given the same; so many bytes more give one second more: the slowest ledger reader,
#: with room.
_NORMAL = 4 << 20
_BYTES_PER_SECOND = 500_000
_MEMORY, _MEMORY_PER_BYTE = 1 << 30, 10
#: Pictures of pages that are recognised in one document, with its attachments.
_PICTURES = 1000
_ANSWER, _ANSWER_PER_BYTE = 1 << 30, 40


def allowance_for(size: int) -> Allowance:
    """Return what the parser of a document of `size` bytes may take."""
    beyond = max(0, size - _NORMAL)
    return Allowance(
        seconds=_SECONDS + beyond / _BYTES_PER_SECOND,
        memory=_MEMORY + beyond * _MEMORY_PER_BYTE,
        answer=_ANSWER + size * _ANSWER_PER_BYTE,
        questions=_PICTURES,
    )


def seconds_for(size: int) -> float:
    """Return how long all work on a document of `size` bytes may take by the clock, in seconds.

    The parser has its own limit, in processor time, and recognition one for each page; this one ends what is stuck
    for other reasons.
    """
    return _OTHER_SECONDS + 4 * allowance_for(size).seconds
