"""An engine without processes, for tests and for looking into one document: nothing guards it from a bad one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from synopticon.engines.engine import ItemT, LostProcessError, Outcome, ValueT
from synopticon.store.files import explained


class SerialEngine:
    """Applies the function here and now; time limits are not kept."""

    def map(
        self, function: Callable[[ItemT], ValueT], items: Iterable[ItemT], *, seconds: float
    ) -> Iterator[Outcome[ItemT, ValueT]]:
        """Yield one outcome per item, in order; see `Engine.map`."""
        del seconds
        for item in items:
            try:
                yield Outcome(item, function(item))
            except MemoryError as error:
                yield Outcome(item, None, "memory limit", str(error))
            except LostProcessError as lost:
                yield Outcome(item, None, lost.reason, lost.detail)
            except OSError as error:
                yield Outcome(item, None, "system", explained(error))
            except Exception as error:  # noqa: BLE001  # the fence between documents; the pool has the same one
                yield Outcome(item, None, "error", f"{type(error).__name__}: {error}")
