"""Reads documents without a case: what `synopticon read` prints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from synopticon.engines import Outcome, PoolEngine
from synopticon.errors import SourceError
from synopticon.ingest.format import Facts
from synopticon.model.records import Claim, Grid, Mention, PageBoxes, Passage, Quantity, Row, SetAside
from synopticon.pipeline import parsing
from synopticon.pipeline.limits import PARSER_MEMORY, seconds_for
from synopticon.pipeline.places import Places
from synopticon.read import read_document

Record = Mention | Quantity | Claim | SetAside


def read_files(paths: Iterable[Path], *, workers: int | None = None) -> Iterator[tuple[Path, list[Record]]]:
    """Yield each document's records in the order of the paths; what cannot be read comes as `SetAside`.

    Args:
        paths: files; each is read in a process of its own.
        workers: how many processes.
    """
    order = list(paths)
    engine = PoolEngine(workers, memory=PARSER_MEMORY, preload=(__name__,))
    largest = max((path.stat().st_size for path in order if path.is_file()), default=0)
    ready: dict[Path, list[Record]] = {}
    following = iter(order)
    waiting = next(following, None)
    for outcome in engine.map(_read_file, order, seconds=seconds_for(largest)):
        ready[outcome.item] = _records(outcome)
        while waiting is not None and waiting in ready:
            yield waiting, ready[waiting]
            waiting = next(following, None)


def _records(outcome: Outcome[Path, list[Record]]) -> list[Record]:
    if outcome.value is not None:
        return outcome.value
    return [SetAside("", "", outcome.reason or "error", outcome.detail, str(outcome.item))]


def _read_file(path: Path) -> list[Record]:
    try:
        data = path.read_bytes()
    except OSError as error:
        return [SetAside("", "", "file not readable", error.strerror or str(error), str(path))]
    return read_bytes(data, name=path.name)


def read_bytes(data: bytes, *, name: str) -> list[Record]:
    """Return all records of one document: what it mentions, states and claims, and what was set aside."""
    document = hashlib.sha256(data).hexdigest()
    passages: list[Passage] = []
    boxes: list[PageBoxes] = []
    grids: dict[int, Grid] = {}
    rows: dict[int, list[Row]] = {}
    records: list[Record] = []
    received: str | None = None
    try:
        for item in parsing.read_document(data, document=document, name=name, source_kind="articles"):
            if isinstance(item, Passage):
                passages.append(item)
            elif isinstance(item, Grid):
                grids[item.grid] = item
            elif isinstance(item, Row):
                rows.setdefault(item.grid, []).append(item)
            elif isinstance(item, Facts):
                received = item.received or received
            elif isinstance(item, PageBoxes):
                boxes.append(item)
            else:
                records.append(item)
    except SourceError as error:
        records.append(SetAside(document, error.locator, error.reason, error.detail, name))
    tables = [(grid, rows.get(number, [])) for number, grid in sorted(grids.items())]
    found = read_document(
        document=document,
        body=None,
        source_kind="articles",
        received=received,
        language=None,
        passages=passages,
        tables=tables,
    )
    return [*Places(boxes).with_boxes(found), *records]
