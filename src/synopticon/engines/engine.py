"""The contract of an engine: where the work on many documents is done, one document at a time.

A stage gives an engine a function and the items to apply it to; the engine says for each item what came of it. An
item may take too long or kill its process: that costs this item and nothing else. On one machine the engine is a
pool of processes; a cluster is another file of this folder.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from synopticon.errors import SourceError

ItemT = TypeVar("ItemT")
ValueT = TypeVar("ValueT")


class LostProcessError(SourceError):
    """A process that worked on an item died or was ended; its reason is one of those of `Outcome`.

    Attributes:
        is_chance: the item may not be to blame: a busy machine, a process ended by hand.
    """

    def __init__(self, reason: str, detail: str = "", *, is_chance: bool = False) -> None:
        super().__init__(reason, detail)
        self.is_chance = is_chance


@dataclass(frozen=True, slots=True)
class Outcome(Generic[ItemT, ValueT]):
    """What came of one item.

    Attributes:
        value: what the function returned; null when `reason` says why there is nothing.
        reason: ``process died``, ``time limit``, ``memory limit``, ``error``, or ``system`` when a file could not be
            read or written, which is not the item's fault; null when all went well.
        detail: the signal, the seconds, or the text of the error.
    """

    item: ItemT
    value: ValueT | None
    reason: str | None = None
    detail: str = ""


def death(code: int | None) -> str:
    """Return what a process died of, in words."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"the parser was ended by {signal.Signals(-code).name}"
    return f"the parser ended with exit code {code}"


class Engine(Protocol):
    """Applies a function to items, each on its own."""

    def map(
        self, function: Callable[[ItemT], ValueT], items: Iterable[ItemT], *, seconds: float
    ) -> Iterator[Outcome[ItemT, ValueT]]:
        """Yield one outcome per item, in any order.

        Args:
            function: must be importable by name from another process; its items and values must be picklable.
            items: what it is applied to.
            seconds: how long one item may take.
        """
        ...
