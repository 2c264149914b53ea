"""Reads the table of bodies: whoever was asked, one row each; what cannot be meant is reported with its line."""

from __future__ import annotations

import csv
import datetime as dt
import difflib
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.model.records import Body

_COLUMNS = ("id", "name", "country", "region", "group", "asked_on", "channel")
_REQUIRED = ("id", "name")
#: Spreadsheets write a semicolon where the comma parts decimals.
_SEPARATORS = (",", ";", "\t")
_CUT_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_DAY_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d)?", re.ASCII)


def read_bodies(path: Path, name: str) -> Iterator[Body]:
    """Yield the bodies of a table, separated by commas, semicolons or tabs, in the order of its rows.

    Args:
        path: where the table stands.
        name: what it is called in messages.

    Raises:
        UsageError: there is no such table, it lacks a column, a quote is not closed, a row has more cells than there
            are columns, or a day is none.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"expected a table of bodies at {name!r}, as case.toml says, found no such file") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name}: expected UTF-8 text, found another encoding at byte {error.start}; save it as UTF-8"
        ) from None
    rows = _rows(text, name)
    _, header = next(rows, (1, []))
    columns = [column.strip() for column in header]
    _check_columns(columns, name)
    for line, cells in rows:
        if any(cells):
            yield _body(dict(zip(columns, cells, strict=False)), cells[len(columns) :], name, line)


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line on which the row starts, its cells)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UsageError(
                f"{name}, line {line}: expected every quote to be closed before the next separator or line end,"
                f" found one that is not ({error}); close it, or write two quotes for one that is meant"
            ) from None
        yield line, [cell.strip() for cell in cells]


def _separator(text: str) -> str:
    first = text.split("\n", 1)[0]
    for separator in _SEPARATORS:
        if {cell.strip(' \r"') for cell in first.split(separator)}.issuperset(_REQUIRED):
            return separator
    return max(_SEPARATORS, key=first.count)


def _check_columns(columns: Sequence[str], name: str) -> None:
    for required in _REQUIRED:
        if required not in columns:
            near = difflib.get_close_matches(required, columns, n=1, cutoff=0.4)
            hint = f"; is {near[0]!r} meant?" if near else ""
            found = ", ".join(columns) or "none"
            raise UsageError(f"{name}, line 1: expected a column {required!r}, found {found}{hint}")


def _body(row: dict[str, str], beyond: Sequence[str], name: str, line: int) -> Body:
    where = f"{name}, line {line}"
    if any(beyond):
        raise UsageError(
            f"{where}: expected one cell for each of the {len(row)} columns, found {len(row) + len(beyond)};"
            " put a cell that holds the separator in quotes"
        )
    if not row["id"]:
        raise UsageError(f"{where}: expected an id for {row.get('name', '')!r}, found none")
    return Body(
        body=row["id"],
        name=row.get("name") or row["id"],
        country=row.get("country") or None,
        region=row.get("region") or None,
        group=row.get("group") or None,
        asked_on=_day(row.get("asked_on", ""), where),
        channel=row.get("channel") or None,
        reply_state=None,
        state_evidence=None,
        extra=tuple(f"{key}={value}" for key, value in row.items() if key not in _COLUMNS and key),
    )


def _day(text: str, where: str) -> str | None:
    """Return the day, which may be cut to a month or a year; a time of day beside it is dropped."""
    if not text or _CUT_DAY.fullmatch(text):
        return text or None
    timed = _DAY_WITH_TIME.fullmatch(text)
    try:
        return dt.date.fromisoformat(timed[1] if timed else text).isoformat()
    except ValueError:
        raise UsageError(
            f"{where}: expected asked_on to be a day of the calendar as YYYY-MM-DD, found {text!r};"
            " write it so, or leave it empty where the day is not known"
        ) from None
