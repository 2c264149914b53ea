"""Tables on disk: records to Arrow and back, Parquet and CSV that are the same bytes for the same content."""

from __future__ import annotations

import csv
import io
import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from synopticon.store.files import write_bytes

RecordT = TypeVar("RecordT")

DECIMAL = pa.decimal128(30, 6)
_PLACES = Decimal("0.000001")
_SIMPLE: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    Decimal: DECIMAL,
}


def schema(record: type) -> pa.Schema:
    """Return the Arrow schema of a record type: one column per field, in order."""
    hints = typing.get_type_hints(record)
    return pa.schema([_column(field.name, hints[field.name]) for field in fields(record)])


def _column(name: str, hint: Any) -> pa.Field[Any]:  # noqa: ANN401  # a type hint has no better type
    nullable = False
    if isinstance(hint, types.UnionType):
        nullable = True
        (hint,) = (part for part in typing.get_args(hint) if part is not type(None))
    kind = pa.list_(pa.string()) if typing.get_origin(hint) is tuple else _SIMPLE[hint]
    return pa.field(name, kind, nullable=nullable)


def to_table(record: type[RecordT], records: Iterable[RecordT]) -> pa.Table:
    """Return the records as an Arrow table with the columns of their type."""
    rows = list(records)
    shape = schema(record)
    arrays = []
    for field in shape:
        values = [getattr(row, field.name) for row in rows]
        if field.type == DECIMAL:
            values = [None if value is None else value.quantize(_PLACES) for value in values]
        arrays.append(pa.array(values, type=field.type))
    return pa.Table.from_arrays(arrays, schema=shape)


def to_records(record: type[RecordT], table: pa.Table) -> Iterator[RecordT]:
    """Yield a record per row; the reverse of `to_table`."""
    shape = schema(record)
    for batch in table.select(shape.names).to_batches():
        columns = [_values(batch.column(index), field) for index, field in enumerate(shape)]
        for values in zip(*columns, strict=True):
            yield record(*values)


def _values(column: pa.Array[Any], field: pa.Field[Any]) -> list[Any]:
    values: list[Any] = column.to_pylist()
    if pa.types.is_list(field.type):
        return [tuple(value) for value in values]
    if field.type == DECIMAL:
        return [None if value is None else plain(value) for value in values]
    return values


def plain(value: Decimal) -> Decimal:
    """Drop trailing zeros without falling into exponents: 1790.000000 becomes 1790."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def to_parquet(table: pa.Table) -> bytes:
    """Return a table as Parquet; the same table gives the same bytes."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", write_statistics=False, store_schema=True)
    return sink.getvalue()


def from_parquet(data: bytes) -> pa.Table:
    """Return the table that `to_parquet` was given."""
    return pq.read_table(pa.BufferReader(data))


def write_parquet(path: Path, table: pa.Table) -> None:
    """Write a table; the same table gives the same bytes. Complete or absent, never half."""
    write_bytes(path, to_parquet(table))


def read_parquet(path: Path) -> pa.Table:
    """Read a table that `write_parquet` wrote."""
    return pq.read_table(path, memory_map=False)


def write_csv(path: Path, table: pa.Table) -> None:
    """Write a table as CSV: UTF-8, LF, lists joined by ``|``, null and empty both as nothing."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(table.column_names)
    columns = [table.column(name).to_pylist() for name in table.column_names]
    writer.writerows([_text(value) for value in row] for row in zip(*columns, strict=True))
    write_bytes(path, sink.getvalue().encode("utf-8"))


def _text(value: Any) -> str:  # noqa: ANN401  # whatever a column holds
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return str(plain(value))
    if isinstance(value, list):
        return "|".join(str(part) for part in typing.cast("Sequence[object]", value))
    return str(value)
