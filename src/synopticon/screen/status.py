"""The official lists that the package holds, and their state."""

from __future__ import annotations

from functools import cache

from synopticon import reference
from synopticon.screen.records import ListStatus


@cache
def built_in_lists() -> tuple[ListStatus, ...]:
    """Return the state of every built-in list, in the order of the codes."""
    codes = sorted({row.list for row in reference.designations()})
    return tuple(_status(code) for code in codes)


def _status(code: str) -> ListStatus:
    rows = [row for row in reference.designations() if row.list == code]
    starts = sorted(row.in_force_from for row in rows if row.in_force_from)
    return ListStatus(
        list=code,
        name=rows[0].list_name,
        jurisdiction=rows[0].jurisdiction,
        legal_type=rows[0].legal_type,
        entries=sum(row.scope == "entity" for row in rows),
        classes=sum(row.scope == "class" for row in rows),
        earliest=starts[0] if starts else None,
        latest=starts[-1] if starts else None,
        sources=tuple(sorted({source for row in rows for source in row.source.split(";")})),
        low_confidence=sum(row.confidence == "low" for row in rows),
    )
