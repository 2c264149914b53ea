"""Reads the tables that ship inside the package, strictly: a slip in a table is an error, never a silent gap."""

from __future__ import annotations

import csv
import io
import re
import typing
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from importlib import resources
from typing import Any, TypeVar

from synopticon.errors import PluginError

RecordT = TypeVar("RecordT")

#: The package that holds the tables.
FOLDER = "synopticon.reference"

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FLAGS = {"true": True, "false": False}


def read_table(
    name: str, record: type[RecordT], *, may_be_empty: tuple[str, ...] = (), dates: tuple[str, ...] = ()
) -> tuple[RecordT, ...]:
    """Return the rows of a table of this folder as records, in the order of the file.

    Args:
        name: path of the file inside this folder, such as ``makers.csv``.
        record: a frozen dataclass; its fields are the columns. ``str | None`` and tuples may be empty; a tuple is
            joined by ``|``; a tuple of pairs holds ``key:value`` parts.
        may_be_empty: plain text columns that may have nothing in them.
        dates: columns that hold ISO dates, cut to what is known.

    Raises:
        PluginError: an unknown or missing column, an empty required cell, a date that does not exist; the message
            names the file and the line.
    """
    text = resources.files(FOLDER).joinpath(name).read_text(encoding="utf-8")
    return tuple(read_rows(name, text, record, may_be_empty=may_be_empty, dates=dates))


def read_rows(
    name: str,
    text: str,
    record: type[RecordT],
    *,
    may_be_empty: tuple[str, ...] = (),
    dates: tuple[str, ...] = (),
) -> Iterator[RecordT]:
    """Yield a record per row of a CSV text; see `read_table`, which names what is refused."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns = [field.name for field in fields(typing.cast("Any", record))]
    kinds = typing.get_type_hints(record)
    try:
        _check_header(name, next(lines, []), columns)
        for cells in lines:
            where = f"{name} line {lines.line_num}"
            if len(cells) != len(columns):
                raise PluginError(f"expected {len(columns)} cells, found {len(cells)} in {where}; quote the commas")
            values = [
                _value(where, column, kinds[column], cell, is_optional=column in may_be_empty)
                for column, cell in zip(columns, cells, strict=True)
            ]
            for column in dates:
                _check_date(where, column, cells[columns.index(column)])
            yield record(*values)
    except csv.Error as error:
        raise PluginError(f"expected a CSV row, found {error} in {name} line {lines.line_num}") from error


def _check_header(name: str, found: list[str], columns: list[str]) -> None:
    unknown = [column for column in found if column not in columns]
    missing = [column for column in columns if column not in found]
    if unknown or missing:
        raise PluginError(
            f"expected the columns {', '.join(columns)}; missing: {', '.join(missing) or 'none'}, "
            f"unknown: {', '.join(unknown) or 'none'} in {name} line 1"
        )
    if found != columns:
        raise PluginError(f"expected the columns in the order {', '.join(columns)} in {name} line 1")


def _value(where: str, column: str, kind: Any, cell: str, *, is_optional: bool) -> Any:  # noqa: ANN401  # a cell of any column
    if cell != cell.strip():
        raise PluginError(f"expected no space around the cell, found {cell!r} in column {column}, {where}")
    if kind is bool:
        if cell not in _FLAGS:
            raise PluginError(f"expected true or false, found {cell!r} in column {column}, {where}")
        return _FLAGS[cell]
    if typing.get_origin(kind) is tuple:
        parts = tuple(part for part in cell.split("|") if part)
        return parts if typing.get_args(kind)[0] is str else tuple(_pair(where, column, part) for part in parts)
    if kind is not str:
        return cell or None
    if not cell and not is_optional:
        raise PluginError(f"expected a value, found an empty cell in column {column}, {where}")
    return cell


def _pair(where: str, column: str, part: str) -> tuple[str, str]:
    key, colon, value = part.partition(":")
    if not (key and colon and value):
        raise PluginError(f"expected key:value, found {part!r} in column {column}, {where}")
    return key, value


def _check_date(where: str, column: str, cell: str) -> None:
    if cell and not _is_date(cell):
        raise PluginError(f"expected an ISO date such as 2019-10-09, found {cell!r} in column {column}, {where}")


def _is_date(cell: str) -> bool:
    if not _DAY.fullmatch(cell):
        return False
    try:
        date.fromisoformat(cell + "-01-01"[len(cell) - 4 :] if len(cell) < len("2019-10-09") else cell)
    except ValueError:
        return False
    return True
