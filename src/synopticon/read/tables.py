"""Sends each table to the reader that its columns and its source ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from synopticon.model.records import Claim, Grid, Mention, Quantity, Row
from synopticon.read.contracts import is_contracts, read_contracts
from synopticon.read.ledgers import is_ledger, read_ledger
from synopticon.read.legends import meanings_in, meanings_told
from synopticon.read.notices import read_notices
from synopticon.read.register_columns import recast_ledger
from synopticon.read.registers import read_register
from synopticon.read.rows import sheet_of

#: Sources whose tables are too long to be held whole; in others one table can explain the codes of another.
_STREAMED = {"ledger", "notices"}
#: So many rows show what the columns of a ledger hold.
_SAMPLE = 200


def read_tables(
    document: str,
    body: str | None,
    source_kind: str,
    tables: Iterable[tuple[Grid, Iterable[Row]]],
    *,
    language: str | None = None,
    texts: Sequence[str] = (),
    explained: Mapping[str, str] | None = None,
) -> Iterator[Mention | Quantity | Claim]:
    """Yield what the tables of one document state; a table that explains the codes of another states nothing.

    Args:
        document: the document.
        body: whose records these are.
        source_kind: the kind of the source.
        tables: the tables with their rows.
        language: of the document.
        texts: the passages, which may explain codes too.
        explained: codes for makers that the text around the tables explains.
    """
    meanings: dict[str, str] = {}
    if source_kind not in _STREAMED:
        held = [(grid, list(rows)) for grid, rows in tables]
        meanings = meanings_told(texts)
        keys = [meanings_in(grid, listed) for grid, listed in held]
        for key in keys:
            meanings |= key
        tables = [table for table, key in zip(held, keys, strict=True) if not key]
    for grid, rows in tables:
        yield from read_rows(
            document, body, source_kind, grid, rows, language=language, explained=explained, meanings=meanings
        )


def read_rows(
    document: str,
    body: str | None,
    source_kind: str,
    grid: Grid,
    rows: Iterable[Row],
    *,
    language: str | None = None,
    explained: Mapping[str, str] | None = None,
    meanings: Mapping[str, str] | None = None,
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
        yield from read_register(sheet, rows, explained, meanings)
