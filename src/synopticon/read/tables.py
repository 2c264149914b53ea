"""Sends each table to the reader that its columns and its source ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from synopticon.model.records import Claim, Grid, Mention, Quantity, Row
from synopticon.read.contracts import is_contracts, read_contracts
from synopticon.read.ledgers import is_ledger, read_ledger
from synopticon.read.notices import read_notices
from synopticon.read.register_columns import recast_ledger
from synopticon.read.registers import read_register
from synopticon.read.rows import sheet_of

#: So many rows show what the columns of a ledger hold.
_SAMPLE = 200


def read_rows(
    document: str,
    body: str | None,
    source_kind: str,
    grid: Grid,
    rows: Iterable[Row],
    *,
    language: str | None = None,
    explained: Mapping[str, str] | None = None,
) -> Iterator[Mention | Quantity | Claim]:
    """Yield what the rows of one table state, with the cell of each value.

    A ledger costs next to nothing for rows that name nothing of the subject. Totals never give a claim.
    """
    sheet = sheet_of(document, body, source_kind, grid, language)
    if source_kind == "ledger" and grid.kind != "notices":
        rows = iter(rows)
        sample = list(islice(rows, _SAMPLE))
        sheet, rows = recast_ledger(sheet, sample), chain(sample, rows)
    if grid.kind == "notices" or source_kind == "notices":
        yield from read_notices(sheet, rows)
    elif is_ledger(sheet):
        yield from read_ledger(sheet, rows)
    elif is_contracts(sheet):
        yield from read_contracts(sheet, rows)
    else:
        yield from read_register(sheet, rows, explained)
