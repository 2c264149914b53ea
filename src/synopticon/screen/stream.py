"""Names in, candidates out, as Arrow record batches: millions of rows in bounded memory.

Names come as a list, as anything that Arrow can read (an array, a table, a reader), or as a frame or series of another
library that hands out its columns through the Arrow C interface; none of those libraries is imported here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TypeAlias, cast

import numpy as np
import pyarrow as pa

from synopticon.errors import UsageError
from synopticon.screen.added import added_entries
from synopticon.screen.entries import built_in_entries, entries_from_csv, in_force, with_known_names
from synopticon.screen.records import ListEntry
from synopticon.screen.screener import TIERS, Screened, Screener, screener


class ArrowStream(Protocol):
    """A frame, series or reader of any library that speaks the Arrow C stream interface."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return a capsule of the stream."""
        ...


#: An Arrow array, whole or in chunks; pyarrow's stubs know the kinds of values only.
Column: TypeAlias = Any
#: Names to screen; see `screen`.
Names: TypeAlias = "Iterable[str | None] | ArrowStream"
#: What to hold them against; see `screen`.
Against: TypeAlias = "Sequence[ListEntry] | Iterable[tuple[str, str]] | ArrowStream | Path | str"

BATCH = 20_000
_FIELDS: list[Column] = [
    pa.field("row", pa.int64(), nullable=False),
    pa.field("query", pa.string(), nullable=False),
    pa.field("rank", pa.int32(), nullable=False),
    pa.field("tier", pa.string()),
    pa.field("score", pa.float64()),
    pa.field("listing", pa.string()),
    pa.field("listed_name", pa.string()),
    pa.field("list", pa.string()),
    pa.field("legal_type", pa.string()),
    pa.field("in_force_from", pa.string()),
    pa.field("in_force_to", pa.string()),
    pa.field("via", pa.string()),
    pa.field("why", pa.string()),
]
#: The columns of `screen`, in their order.
SCHEMA: pa.Schema = pa.schema(_FIELDS)
_ENTRY_COLUMNS = ("listing", "listed_name", "list", "legal_type", "in_force_from", "in_force_to")
_NAME_COLUMNS = ("name", "query")


def screen(
    names: Names,
    against: Against | None = None,
    as_of: str | None = None,
    *,
    top: int = 5,
    column: str | None = None,
    batch_size: int = BATCH,
    explain: bool = True,
) -> pa.RecordBatchReader:
    """Hold names against lists and return their candidates as Arrow record batches, best first.

    One row per listing of each candidate; a name without a candidate has one row with `rank` 0 and nulls. `row` counts
    the names from 1, in their order. The names are read as the batches are asked for: `for batch in screen(…)` keeps
    one batch in memory, `screen(…).read_all()` gives a table.

    Args:
        names: strings, an Arrow array, table, record batch or reader, or a frame or series of another library with
            the Arrow C interface (`__arrow_c_stream__`). A null is an empty name.
        against: entries, pairs of id and name, a table with the columns `id` and `name`, or the path of a CSV with
            those columns. Without it the built-in lists and those that were added.
        as_of: ISO day; only listings in force on it are shown. Without it all are, with their dates.
        top: how many entities a name may stand for at most; every listing of each is a row, so that no list is lost.
        column: which column of a table holds the names; needed when there are several and none is called `name`.
        batch_size: how many names are compared at a time; more is faster and takes more memory.
        explain: whether to write `why`; without it the column is empty and screening several times faster.

    Raises:
        UsageError: a table has no column of that name, a list has no id or name, a number is not positive.

    >>> screen(["Hikvision UK Limited"], top=1).read_all().column("tier").unique().to_pylist()
    ['brand_or_group']
    """
    if top < 1 or batch_size < 1:
        raise UsageError(f"expected top and batch_size to be at least 1, found {top!r} and {batch_size!r}")
    ready = screener(in_force(_entries(against, as_of), as_of))
    batches = _batches(ready, _texts(names, column), top=top, size=batch_size, explain=explain)
    return pa.RecordBatchReader.from_batches(SCHEMA, batches)


def _entries(against: Against | None, as_of: str | None) -> Sequence[ListEntry]:
    if against is None:
        return [*built_in_entries(), *added_entries(as_of)[0]]
    if isinstance(against, str | Path):
        return with_known_names(entries_from_csv(Path(against)))
    if hasattr(against, "__arrow_c_stream__"):
        table: Any = pa.table(cast("Any", against))
        missing = [name for name in ("id", "name") if name not in table.column_names]
        if missing:
            raise UsageError(f"expected the columns id and name in the list, found {table.column_names!r}")
        return with_known_names(_own(zip(_strings(table["id"]), _strings(table["name"]), strict=True)))
    rows = list(cast("Iterable[ListEntry | tuple[str, str]]", against))
    entries = [row for row in rows if isinstance(row, ListEntry)]
    return with_known_names(entries or _own(row for row in rows if not isinstance(row, ListEntry)))


def _own(rows: Iterable[tuple[str, str]]) -> Iterator[ListEntry]:
    """Yield entries of a list of one's own: the first name of an id is its name, the others are aliases."""
    first: dict[str, str] = {}
    for listing, name in rows:
        if listing and name:
            tier = "alias" if listing in first else "entity"
            yield ListEntry(listing, name, first.setdefault(listing, name), tier=tier)


# --- names --------------------------------------------------------------------------------------------------------


def _texts(names: Names, column: str | None) -> Iterator[str]:
    """Yield the names one by one, whatever holds them."""
    if isinstance(names, str):
        raise UsageError("expected many names, found one string; put it into a list")
    if isinstance(names, (pa.Array, pa.ChunkedArray)):
        yield from _strings(names)
    elif hasattr(names, "__arrow_c_stream__") or isinstance(names, pa.RecordBatch):
        for part in _columns(names, column):
            yield from _strings(part)
    else:
        for name in cast("Iterable[object]", names):
            yield "" if name is None else str(name)


def _columns(names: Column, column: str | None) -> Iterator[Column]:
    if isinstance(names, pa.RecordBatch):
        yield names.column(_named(names.schema, column))
        return
    try:
        reader = pa.RecordBatchReader.from_stream(names)
    except (pa.ArrowInvalid, pa.ArrowTypeError, TypeError):  # a stream of values, not of rows: a series
        yield pa.chunked_array(names)
        return
    place = _named(reader.schema, column)
    for batch in reader:
        yield batch.column(place)


def _named(schema: Column, column: str | None) -> int:
    if column is None:
        if len(schema.names) == 1:
            return 0
        column = next((name for name in _NAME_COLUMNS if name in schema.names), None)
    if column is None or column not in schema.names:
        raise UsageError(f"expected a column {column or 'name'!r} with the names, found {schema.names!r}; name it")
    return int(schema.get_field_index(column))


def _strings(values: Column) -> Iterator[str]:
    chunks = values.chunks if isinstance(values, pa.ChunkedArray) else [values]
    for chunk in chunks:
        for value in chunk.cast(pa.string()).to_pylist():
            yield value or ""


# --- batches ------------------------------------------------------------------------------------------------------


def _batches(ready: Screener, names: Iterator[str], *, top: int, size: int, explain: bool) -> Iterator[pa.RecordBatch]:
    columns = _entry_columns(ready.entries)
    first = 1
    while batch := list(islice(names, size)):
        yield _batch(ready.columns(batch, top, explain=explain), batch, first, columns)
        first += len(batch)


def _entry_columns(entries: Sequence[ListEntry]) -> dict[str, Column]:
    return {name: pa.array([getattr(entry, name) for entry in entries], pa.string()) for name in _ENTRY_COLUMNS}


def _batch(found: Screened, names: list[str], first: int, entries: dict[str, Column]) -> pa.RecordBatch:
    """Return the rows of some names: their candidates, and one row for each name without any."""
    counts = np.bincount(found.row, minlength=len(names))
    without = np.flatnonzero(counts == 0)
    row = np.concatenate((found.row, without))
    order = np.argsort(row, kind="stable")
    is_none = order >= len(found.row)
    pick: Column = pa.array(np.where(is_none, 0, order), pa.int64(), mask=is_none)

    def taken(values: Column) -> Column:
        return values.take(pick)

    entry: Column = taken(pa.array(found.entry, pa.int64()))
    held = {name: values.take(entry) for name, values in entries.items()}
    rows = row[order]
    columns: dict[str, Column] = {
        "row": pa.array(rows + first, pa.int64()),
        "query": pa.array(names, pa.string()).take(pa.array(rows, pa.int64())),
        "rank": taken(pa.array(found.rank, pa.int32())).fill_null(0),
        "tier": taken(pa.array([TIERS[tier] for tier in found.tier.tolist()], pa.string())),
        "score": taken(pa.array(found.score, pa.float64())),
        **held,
        "via": taken(pa.array(found.via, pa.string())),
        "why": taken(pa.array(found.why, pa.string())),
    }
    return pa.RecordBatch.from_arrays([columns[name] for name in SCHEMA.names], schema=SCHEMA)
