"""What one document may take."""

from __future__ import annotations

#: Address space of a process that parses, in bytes. Libraries reserve far more than they touch.
PARSER_MEMORY = 4 << 30

_SECONDS = 60.0
#: So many bytes more give one second more: the slowest ledger reader, with room.
_BYTES_PER_SECOND = 500_000


def seconds_for(size: int) -> float:
    """Return how long a document of `size` bytes may take, in seconds."""
    return _SECONDS + size / _BYTES_PER_SECOND
