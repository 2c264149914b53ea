"""Parquet: one table, read in one thread, batch by batch; rows are numbered as the file has them.

Texts and numbers stand as they are, dates in ISO form, times of a zone in UTC; lists and structures are JSON text,
without what speaks of persons.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import limits, tables
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.pointers import is_personal
from synopticon.model.records import Grid, Row, SetAside

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_MARK, _ENCRYPTED = b"PAR1", b"PARE"
_BATCH = 2048
#: What the tail of a file may claim, in bytes and in entries of one list.
_TAIL, _ENTRIES = 64 * 1024**2, 1_000_000


def _recognises(data: bytes) -> int:
    return 3 if data.startswith((_MARK, _ENCRYPTED)) else 0


def _read(content: Content) -> Iterator[Item]:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    if content.data.startswith(_ENCRYPTED) or content.data.endswith(_ENCRYPTED):
        raise SourceError("encrypted", "the columns are encrypted: export the table as CSV", locator=content.unit)
    try:
        file = pq.ParquetFile(
            pa.BufferReader(content.data),
            pre_buffer=False,
            thrift_string_size_limit=_TAIL,
            thrift_container_size_limit=_ENTRIES,
        )
        header = tuple(file.schema_arrow.names)
    except _broken() as error:
        raise _as_source_error(error, content.unit) from error
    limits.within_limit("columns", len(header), limits.COLUMNS, locator=content.unit)
    grid = tables.make_grid(content.document, content.unit, header, content.source_kind, title="", header_row=0)
    yield grid
    for note in tables.column_notes(grid):
        yield Facts(note=note)
    yield from _groups(content, file, grid)


def _groups(content: Content, file: pq.ParquetFile, grid: Grid) -> Iterator[Item]:
    """Yield the rows, one part of the file after the other; of a broken part what stands before the break."""
    first = rows = size = 0
    packed: set[str] = set()
    for group in range(file.num_row_groups):
        last = first + file.metadata.row_group(group).num_rows
        number = first
        try:
            for batch in file.iter_batches(batch_size=_BATCH, row_groups=[group], use_threads=False):
                for cells in _rows(batch, grid, packed):
                    number += 1
                    size += len(cells) + sum(map(len, cells))
                    yield Row(content.document, 0, number, cells, (), tables.is_total_row(cells))
                # A few bytes may stand for any number of equal rows.
                limits.within_ratio(len(content.data), size, locator=content.unit)
        except _broken() as error:
            problem = _as_source_error(error, content.unit)
            detail = (
                f"what stands between row {number} and row {max(last, number) + 1} cannot be read: {problem.detail}"
            )
            yield SetAside(content.document, content.unit, problem.reason, detail)
            yield Facts(is_partial=True)
        rows += number - first
        first = max(last, number)
    yield Facts(rows_in=rows, note=_packed_note(packed))


def _broken() -> tuple[type[BaseException], ...]:
    """Return what the library raises for a file that is not as it should be."""
    import pyarrow as pa  # noqa: PLC0415

    return (pa.ArrowException, OSError, ValueError, OverflowError)


def _as_source_error(error: BaseException, unit: str) -> SourceError:
    if isinstance(error, MemoryError):
        return LimitError("too large or too deep", type(error).__name__, locator=unit)
    return SourceError("broken table", f"{type(error).__name__}: {error}"[:300], locator=unit)


def _rows(batch: pa.RecordBatch, grid: Grid, packed: set[str]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of the rows of a batch; what names people or coordinates is empty."""
    dropped, places = tables.dropped_columns(grid.fields), tables.place_columns(grid.fields)
    columns = [
        [""] * batch.num_rows if at in dropped else _texts(batch.column(at), name, packed)
        for at, name in enumerate(grid.header)
    ]
    for cells in zip(*columns, strict=True):
        yield _without_places(cells, places) if places else cells


def _without_places(cells: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple("" if at in places and tables.has_coordinates(cell) else cell for at, cell in enumerate(cells))


def _packed_note(names: set[str]) -> str | None:
    return f"columns of bytes that are no text left out: {', '.join(sorted(names))}" if names else None


def _texts(column: pa.Array[Any], name: str, packed: set[str]) -> list[str]:
    """Return the text of each value; `packed` takes the name of a column that holds bytes."""
    import pyarrow as pa  # noqa: PLC0415

    kind = column.type
    if pa.types.is_dictionary(kind):
        return _texts(column.cast(kind.value_type), name, packed)
    if pa.types.is_timestamp(kind):
        # Without its zone, because the names of zones would be looked up in files; the value is in UTC either way.
        column = column.cast(pa.timestamp("us"), safe=False)
        zone = "Z" if kind.tz else ""
        return [_moment(value, zone) for value in _values(column)]
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_fixed_size_binary(kind):
        return _decoded(column, name, packed)
    return [_text(value) for value in _values(column)]


def _values(column: pa.Array[Any]) -> list[Any]:
    """Return the values; those that Python has no word for, such as a day in the year 20000, as whole numbers."""
    import pyarrow as pa  # noqa: PLC0415

    try:
        return column.to_pylist()
    except (ValueError, OverflowError):
        width = pa.int32() if column.type.bit_width == 32 else pa.int64()
        return column.view(width).to_pylist()


def _decoded(column: pa.Array[Any], name: str, packed: set[str]) -> list[str]:
    """Return texts of a column that does not say that it is text, as old writers leave it."""
    texts = []
    for value in column.to_pylist():
        try:
            texts.append("" if value is None else bytes(value).decode("utf-8").replace("\x00", "\ufffd"))
        except UnicodeDecodeError:
            packed.add(name)
            texts.append("")
    return texts


def _moment(value: object, zone: str) -> str:
    if not isinstance(value, dt.datetime):
        return "" if value is None else str(value)
    if value.time() == dt.time(0):
        return value.date().isoformat()
    return f"{value.isoformat(sep=' ', timespec='seconds')}{zone}"


def _text(value: object) -> str:
    """Return a value as a person writes it: whole numbers without a point, days in ISO form."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list | dict | tuple):
        return json.dumps(_plain(value), ensure_ascii=False)
    return str(value)


def _plain(value: object) -> Any:  # noqa: ANN401  # any JSON value
    """Return a nested value as JSON holds it, without members that speak of persons."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items() if not is_personal(str(key))}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, bool | int):
        return value
    return _text(value) if not isinstance(value, bytes) else ""


FORMAT = Format(
    name="parquet",
    media_types=("application/vnd.apache.parquet",),
    suffixes=(".parquet", ".pq"),
    recognises=_recognises,
    read=_read,
)
