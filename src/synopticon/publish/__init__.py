"""Publishes a run: the data files, and a static site that opens from a folder without a server."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from synopticon.discover import discover
from synopticon.errors import UsageError
from synopticon.model.case import Case
from synopticon.model.tables import PUBLISHED, TABLES
from synopticon.publish import outputs
from synopticon.publish.manifest import replace_manifest
from synopticon.publish.order import in_order
from synopticon.publish.output import ListStatus, Output, Publication, RunInfo
from synopticon.publish.privacy import without_private_names
from synopticon.store.tables import schema

__all__ = ["ListStatus", "Output", "Publication", "RunInfo", "publication", "publish"]


def publish(out: Path, *, case: Case, tables: Mapping[str, pa.Table], run: RunInfo) -> list[Path]:
    """Write every output below `out` and return the paths of the files, in order.

    The same case, tables and run give the same bytes. Names that may be those of private persons are taken out
    first, of every table, so no output has to remember to. What an earlier publication wrote there and this one
    does not is removed; ``SHA256SUMS`` names every file.

    Args:
        out: the folder that receives one folder per output, such as ``data`` and ``site``.
        case: what was asked; it gives the title, the day and the rules of the figures.
        tables: the tables of `model.tables.PUBLISHED`, columns as the fields of their records.
        run: what a reader may know of the run.

    Raises:
        UsageError: a published table is missing or has other columns.
    """
    content = publication(case, tables, run)
    written: list[Path] = []
    kinds = list(discover(outputs, "OUTPUT", Output))
    for output in kinds:
        written.extend(output.write(out / output.name, content))
    return [*written, replace_manifest(out, written, (output.name for output in kinds))]


def publication(case: Case, tables: Mapping[str, pa.Table], run: RunInfo) -> Publication:
    """Return what may be printed: the published tables, checked, without private names, in their fixed order."""
    checked = {name: _checked(name, tables) for name in PUBLISHED}
    cleared = without_private_names(checked)
    return Publication(case, run, {name: in_order(name, table) for name, table in cleared.items()})


def _checked(name: str, tables: Mapping[str, pa.Table]) -> pa.Table:
    if name not in tables:
        raise UsageError(f"expected the table {name}, found {', '.join(sorted(tables))}; run the stage that makes it")
    expected = schema(TABLES[name])
    found = tables[name]
    if not set(expected.names) <= set(found.column_names):
        missing = [column for column in expected.names if column not in found.column_names]
        raise UsageError(f"expected the columns of {name}, missing {', '.join(missing)}; run the case again")
    return found.select(expected.names).combine_chunks()
