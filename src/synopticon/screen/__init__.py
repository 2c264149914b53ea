"""Organisations against official lists: names in, matches with their legal type, dates and path out.

The package can be called: ``synopticon.screen(names)`` is `screen`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from synopticon.screen.added import added_entries, added_lists
from synopticon.screen.entries import built_in_entries, entries_from_csv, in_force, with_known_names
from synopticon.screen.matches import match_organisations
from synopticon.screen.records import Candidate, ListEntry, ListStatus
from synopticon.screen.screener import THRESHOLD, Screener, screener
from synopticon.screen.status import built_in_lists
from synopticon.screen.stream import SCHEMA, screen

__all__ = [
    "SCHEMA",
    "THRESHOLD",
    "Candidate",
    "ListEntry",
    "ListStatus",
    "Screener",
    "added_entries",
    "added_lists",
    "built_in_entries",
    "built_in_lists",
    "entries_from_csv",
    "match_organisations",
    "screen",
    "screen_names",
    "screener",
]


#: Names that are held against the lists at a time, so that memory is bounded on long files.
_BATCH = 20_000


def screen_names(
    names: Iterable[str], *, against: Sequence[ListEntry] | None = None, as_of: str | None = None, top: int = 5
) -> Iterator[list[Candidate]]:
    """Yield the best candidates of each name, in the order of the names; an empty list for a name without one.

    Args:
        names: as they stand in a ledger; each spelling is worked out once.
        against: entries to hold them against; without it the built-in lists and those that were added.
        as_of: ISO day; only listings in force on it are shown. Without it all are, with their dates.
        top: how many entities a name may stand for at most; every listing of each is a row, so that no list is lost.
    """
    if against is None:
        entries: Sequence[ListEntry] = [*built_in_entries(), *added_entries(as_of)[0]]
    else:
        entries = with_known_names(against)
    ready = screener(in_force(entries, as_of))
    waiting: list[str] = []
    for name in names:
        waiting.append(name)
        if len(waiting) == _BATCH:
            yield from ready.screen_many(waiting, top)
            waiting = []
    yield from ready.screen_many(waiting, top)


class _Callable(ModuleType):
    """This package as a function: ``import synopticon.screen; synopticon.screen(names)``."""

    __call__ = staticmethod(screen)


sys.modules[__name__].__class__ = _Callable
