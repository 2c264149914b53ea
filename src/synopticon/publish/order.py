"""The fixed order of published rows, so that the same content is the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyarrow as pa

#: Columns that order each table. Locators sort in reading order, all else as text.
KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("path", "document"),
    "bodies": ("body",),
    "claims": ("document", "locator", "claim"),
    "organisations": ("role", "organisation", "name"),
    "matches": ("organisation", "list", "listing", "name", "tier"),
    "figures": ("figure", "edition"),
    "contradictions": ("body", "subject", "differs", "contradiction"),
    "set_aside": ("path", "document", "locator", "reason", "detail"),
}
_MOST_DIGITS = 40
_DIGITS = re.compile(r"(\d+)")


def in_order(name: str, table: pa.Table) -> pa.Table:
    """Return the rows of a published table in their fixed order; equal keys keep the order they came in."""
    if table.num_rows < 2:
        return table
    columns = [table.column(key).to_pylist() for key in KEYS[name]]
    keys = [tuple(map(natural, row)) for row in zip(*columns, strict=True)]
    return table.take(pa.array(sorted(range(len(keys)), key=keys.__getitem__), type=pa.int64()))


def natural(value: object) -> tuple[str | int, ...]:
    """Return a sort key in which page 2 comes before page 10; null comes first."""
    if value is None:
        return ()
    if isinstance(value, int):
        return ("", value)
    parts = _DIGITS.split(str(value))
    return tuple(int(part[:_MOST_DIGITS]) if index % 2 else part for index, part in enumerate(parts))


def by_name(names: Iterable[str]) -> list[str]:
    """Return names in the order a reader expects: case folded, numbers by size, ties by code point."""
    return sorted(names, key=lambda name: (natural(name.casefold()), name))
