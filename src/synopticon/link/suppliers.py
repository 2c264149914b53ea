"""The distinct suppliers of a ledger, register or set of notices, each with its first place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from synopticon.model.locator import cell, within
from synopticon.model.records import Grid, Row


@dataclass(frozen=True, slots=True)
class SupplierUse:
    """A supplier as one document names it.

    Attributes:
        identifier: company number or register code with its scheme, null when the source gives none that is known.
        locator: where it stands first.
        count: in how many rows.
    """

    name: str
    identifier: str | None
    document: str
    locator: str
    count: int


_COMPANY_NUMBER = re.compile(r"(?:\d{8}|(?:SC|NI|OC|SO|NC|R0|IP|SP|RC|FC|CE|CS)\d{6})")
_COMPANY_HEADER = re.compile(r"compan|\bcrn\b|registration|registered", re.IGNORECASE)
_SCHEMED = re.compile(r"[A-Z]{2,3}-[A-Z]{2,8}-[\w./-]{1,40}")


def suppliers_of(grid: Grid, rows: pa.Table | Iterable[Row], document: str) -> Iterator[SupplierUse]:
    """Yield each distinct supplier of a grid with its number of rows, in the order of the first row.

    Args:
        grid: the grid; without a supplier column nothing is yielded.
        rows: its rows, as records or as the table of them; totals are left out.
        document: SHA-256 of the document.
    """
    columns = [at for at, field in enumerate(grid.fields) if field == "supplier"]
    if not columns:
        return
    numbers = [at for at, field in enumerate(grid.fields) if field == "supplier_number"]
    number = numbers[0] if numbers else None
    is_company_number = number is not None and bool(_COMPANY_HEADER.search(grid.header[number]))
    for column in columns:
        pairs = _from_table(rows, column, number) if isinstance(rows, pa.Table) else _from_rows(rows, column, number)
        for name, code, row, count, locator in pairs:
            if not name.strip():
                continue
            place = within(grid.unit, locator) if locator else cell(grid.unit, row, column + 1)
            # A spreadsheet drops the leading nought of a company number; a publisher's own number has none to lose.
            whole = code.strip().zfill(8) if is_company_number and code.strip().isdecimal() else code
            yield SupplierUse(name.strip(), company_identifier(whole), document, place, count)


_Found = tuple[str, str, int, int, str]


def _from_table(table: pa.Table, column: int, number: int | None) -> list[_Found]:
    """Group the columns of an Arrow table; a million rows take about a second."""
    kept = table.filter(pc.invert(table["is_total"])) if "is_total" in table.column_names else table
    least = pa.scalar(max(column, number or 0))
    kept = kept.filter(pc.call_function("greater", [pc.list_value_length(kept["cells"]), least]))
    if kept.num_rows == 0:
        return []
    names = [pc.list_element(kept["cells"], at) for at in (column, *(() if number is None else (number,)))]
    places = pa.array(range(kept.num_rows), pa.int64())
    keys = ["name", "code"][: len(names)]
    plain = pa.Table.from_arrays([*names, kept["row"], places], names=[*keys, "row", "at"])
    groups = plain.group_by(keys).aggregate([("row", "min"), ("row", "count"), ("at", "min")]).sort_by("at_min")
    found: list[_Found] = []
    for one in groups.to_pylist():
        locators = kept["locators"].slice(one["at_min"], 1).to_pylist()[0] if "locators" in kept.column_names else None
        place = locators[column] if locators else ""
        found.append((one["name"] or "", one.get("code") or "", one["row_min"], one["row_count"], place))
    return found


def _from_rows(rows: Iterable[Row], column: int, number: int | None) -> list[_Found]:
    found: dict[tuple[str, str], _Found] = {}
    for row in rows:
        if row.is_total or len(row.cells) <= column:
            continue
        code = row.cells[number] if number is not None and number < len(row.cells) else ""
        key = (row.cells[column], code)
        known = found.get(key)
        if known is None:
            found[key] = (*key, row.row, 1, row.locators[column] if row.locators else "")
        else:
            found[key] = (*key, known[2], known[3] + 1, known[4])
    return list(found.values())


def company_identifier(code: str) -> str | None:
    """Return a company number with its scheme; null for a publisher's own supplier number.

    >>> company_identifier("04598488")
    'GB-COH-04598488'
    """
    plain = code.strip().upper().replace(" ", "")
    if _SCHEMED.fullmatch(plain):
        return plain
    return f"GB-COH-{plain}" if _COMPANY_NUMBER.fullmatch(plain) and not plain.startswith("00000") else None
