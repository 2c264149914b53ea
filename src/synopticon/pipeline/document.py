"""The work on one document: bytes to passages and rows, these to mentions, quantities and claims.

It runs in a process of its own, takes what it needs from the store by hash, and leaves tables there.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from synopticon.engines.engine import LostProcessError
from synopticon.errors import SourceError
from synopticon.ingest import recognition, second
from synopticon.ingest.format import Facts, Item
from synopticon.link import SupplierUse, suppliers_of
from synopticon.model.records import Claim, Grid, Mention, PageBoxes, Passage, Quantity, Row, SetAside
from synopticon.pipeline import parsing
from synopticon.pipeline.doubt import with_doubt
from synopticon.pipeline.places import Places
from synopticon.pipeline.second import with_second_readings
from synopticon.read.documents import read_document
from synopticon.store.archive import Archive
from synopticon.store.derived import Derived, Work, code_fingerprint, work_key
from synopticon.store.tables import to_records, to_table
from synopticon.text.spun import wording_note

#: Rows and claims are written in batches of this many, and so many rows are kept at hand between the two stages.
_BATCH = 50_000
_ROWS_AT_HAND = 400_000
#: So many rows of one table are read together; only ledgers are longer.
_ROWS_TOGETHER = 200_000

_INGEST_CODE = ("errors.py", "model", "text", "reference", "ingest", "engines", "pipeline/limits.py")
_READ_CODE = (
    "errors.py",
    "model",
    "text",
    "reference",
    "read",
    "link",
    "pipeline/places.py",
    "pipeline/second.py",
    "pipeline/doubt.py",
)


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be worked on.

    Attributes:
        store: the store of the case.
        ingest_key, read_key: names of the work of the two stages, made where the task is made.
    """

    document: str
    name: str
    source_kind: str
    body: str | None
    store: str
    ingest_key: str
    read_key: str


def task_of(document: str, *, name: str, source_kind: str, body: str | None, store: Path) -> Task:
    """Return the work on a document, named by all that goes into it."""
    settings = {"name": name, "source_kind": source_kind, "recognition": recognition.version()}
    ingest = work_key("ingest", code_fingerprint(*_INGEST_CODE), [document], settings)
    read = work_key("read", code_fingerprint(*_READ_CODE), [ingest], {"body": body, "second": second.version()})
    return Task(document, name, source_kind, body, str(store), ingest, read)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a document after it was read; the rest of `model.records.Document` is known before."""

    status: str
    media_type: str
    reason: str | None = None
    language: str | None = None
    pages: int | None = None
    rows_in: int = 0
    rows_out: int = 0
    rows_set_aside: int = 0
    encoding: str | None = None
    received: str | None = None
    notes: str | None = None
    sandbox: str | None = None


def is_done(task: Task, derived: Derived) -> bool:
    """Tell whether both stages of this document are done and whole."""
    return derived.has("ingest", task.ingest_key) and derived.has("read", task.read_key)


def work_on(task: Task) -> None:
    """Do what is not yet done of the document, and leave the tables in the store."""
    store = Path(task.store)
    derived = Derived(store / "derived")
    at_hand: _Tables | None = None
    if not derived.has("ingest", task.ingest_key):
        at_hand = _ingest(task, Archive(store / "objects").get(task.document), derived)
    if not derived.has("read", task.read_key):
        _read(task, at_hand or _Tables.loaded(task, derived), derived)


def reading_of(task: Task, derived: Derived) -> Reading:
    """Return what ingest left behind about the document as a whole."""
    table = derived.load("ingest", task.ingest_key, "reading")
    if table is None:
        raise SourceError("store damaged", f"expected a reading of {task.document}, found none; run the case again")
    return next(to_records(Reading, table))


class _Tables:
    """The tables of one document between the stages; many rows stay on disk."""

    def __init__(self) -> None:
        self.reading = Reading("read", "application/octet-stream")
        self.passages: list[Passage] = []
        self.grids: list[Grid] = []
        self.boxes: list[PageBoxes] = []
        self.rows: list[Row] | None = []
        self.batches: pa.Table | None = None

    @classmethod
    def loaded(cls, task: Task, derived: Derived) -> _Tables:
        key = task.ingest_key

        def table(name: str) -> pa.Table | None:
            return derived.load("ingest", key, name)

        tables = cls()
        tables.reading = reading_of(task, derived)
        passages, grids, boxes = table("passages"), table("grids"), table("boxes")
        tables.passages = list(to_records(Passage, passages)) if passages is not None else []
        tables.grids = list(to_records(Grid, grids)) if grids is not None else []
        tables.boxes = list(to_records(PageBoxes, boxes)) if boxes is not None else []
        tables.rows, tables.batches = None, table("rows")
        return tables

    def grids_with_rows(self) -> Iterator[tuple[Grid, list[Row]]]:
        """Yield each grid with its rows. A grid of very many rows comes in several parts, one after the other."""
        parts = _parts(self._all_rows())
        number, rows = next(parts, (-1, []))
        for grid in self.grids:
            if number != grid.grid:
                yield grid, []
            while number == grid.grid:
                yield grid, rows
                number, rows = next(parts, (-1, []))

    def _all_rows(self) -> Iterator[Row]:
        if self.rows is not None:
            yield from self.rows
        elif self.batches is not None:
            yield from to_records(Row, self.batches)


def _parts(rows: Iterator[Row]) -> Iterator[tuple[int, list[Row]]]:
    for number, group in itertools.groupby(rows, key=lambda row: row.grid):
        while part := list(itertools.islice(group, _ROWS_TOGETHER)):
            yield number, part


def _ingest(task: Task, data: bytes, derived: Derived) -> _Tables:
    items = parsing.read_document(data, document=task.document, name=task.name, source_kind=task.source_kind)
    try:
        tables = _collected(task, items, derived)
    except LostProcessError as lost:
        if lost.is_chance:
            raise
        # What came before the end depends on the moment, so nothing of it is kept.
        aside = SetAside(task.document, "", lost.reason, lost.detail)
        tables = _collected(task, iter([aside, Facts(is_partial=True)]), derived)
    return tables if tables.rows is not None else _Tables.loaded(task, derived)


def _collected(task: Task, items: Iterator[Item], derived: Derived) -> _Tables:
    work = derived.work("ingest", task.ingest_key)
    try:
        tables = _Collector(work).collect(items)
        work.done()
    except BaseException:
        work.drop()
        raise
    return tables


class _Collector:
    """Takes the items of one document as they come and writes them to its tables."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.tables = _Tables()
        self.facts: list[Facts] = []
        self.aside: list[SetAside] = []
        self.pending: list[Row] = []
        self.rows_out = 0

    def collect(self, items: Iterator[Item]) -> _Tables:
        failure: SourceError | None = None
        try:
            for item in items:
                self.take(item)
        except LostProcessError:
            raise
        except SourceError as error:
            failure = error
        self.flush()
        tables = self.tables
        tables.reading = self.reading(failure)
        made: tuple[tuple[str, type, list[Any]], ...] = (
            ("passages", Passage, tables.passages),
            ("grids", Grid, tables.grids),
            ("boxes", PageBoxes, tables.boxes),
            ("set_aside", SetAside, self.aside),
        )
        for name, record, rows in made:
            if rows:
                self.work.append(name, to_table(record, rows))
        self.work.append("reading", to_table(Reading, [tables.reading]))
        return tables

    def take(self, item: Item) -> None:
        if isinstance(item, Row):
            self.pending.append(item)
            self.rows_out += 1
            if len(self.pending) == _BATCH:
                self.flush()
        elif isinstance(item, Passage):
            self.tables.passages.append(item)
        elif isinstance(item, Grid):
            self.tables.grids.append(item)
        elif isinstance(item, SetAside):
            self.aside.append(item)
        elif isinstance(item, PageBoxes):
            self.tables.boxes.append(item)
        else:
            self.facts.append(item)

    def flush(self) -> None:
        if self.pending:
            self.work.append("rows", to_table(Row, self.pending))
            if self.tables.rows is not None:
                self.tables.rows.extend(self.pending)
                if self.rows_out > _ROWS_AT_HAND:
                    self.tables.rows = None
            self.pending = []

    def reading(self, failure: SourceError | None) -> Reading:
        known: dict[str, Any] = {}
        for facts in self.facts:
            for name in ("media_type", "pages", "rows_in", "encoding", "received"):
                value = getattr(facts, name)
                if value is not None:
                    known[name] = value
        if failure is not None:
            document = self.tables.passages[0].document if self.tables.passages else ""
            self.aside.append(SetAside(document, failure.locator, failure.reason, failure.detail))
        row_aside = sum("row=" in record.locator.rsplit(";", 1)[-1] for record in self.aside)
        rows_in = known.pop("rows_in", None)
        counted = self.rows_out + row_aside
        notes = [facts.note for facts in self.facts if facts.note]
        if rows_in is not None and rows_in != counted:
            notes.append(f"{rows_in} rows counted before reading, {counted} accounted for")
        wording = wording_note(passage.text for passage in self.tables.passages if passage.language == "en")
        notes += [wording] if wording else []
        nothing = not (self.tables.passages or self.rows_out or self.tables.grids)
        status = "set_aside" if failure is not None and nothing else "read"
        if status == "read" and (self.aside or any(facts.is_partial for facts in self.facts)):
            status = "set_aside" if nothing else "partly"
        return Reading(
            status=status,
            reason="; ".join(dict.fromkeys(record.reason for record in self.aside)) or None,
            media_type=known.pop("media_type", "application/octet-stream"),
            language=_language(self.tables.passages),
            rows_in=counted if rows_in is None else rows_in,
            rows_out=self.rows_out,
            rows_set_aside=row_aside,
            notes="; ".join(dict.fromkeys(notes)) or None,
            sandbox=parsing.lockdown().word,
            **known,
        )


def _language(passages: list[Passage]) -> str | None:
    letters: Counter[str] = Counter()
    for passage in passages:
        if passage.language and passage.kind != "furniture":
            letters[passage.language] += len(passage.text)
    return letters.most_common(1)[0][0] if letters else None


def _read(task: Task, tables: _Tables, derived: Derived) -> None:
    work = derived.work("read", task.read_key)
    try:
        suppliers: list[SupplierUse] = []

        def with_suppliers() -> Iterator[tuple[Grid, Iterable[Row]]]:
            for grid, rows in tables.grids_with_rows():
                suppliers.extend(suppliers_of(grid, rows, task.document))
                yield grid, rows

        records: dict[type, list[Any]] = {Mention: [], Quantity: [], Claim: []}
        for record in read_document(
            document=task.document,
            body=task.body,
            source_kind=task.source_kind,
            received=tables.reading.received,
            language=tables.reading.language,
            passages=tables.passages,
            tables=with_suppliers(),
        ):
            records[type(record)].append(record)
        places = Places(tables.boxes)
        records[Claim] = with_second_readings(
            list(with_doubt(places.with_boxes(records[Claim]), tables.passages)),
            places,
            document=task.document,
            name=task.name,
            data=lambda: Archive(Path(task.store) / "objects").get(task.document),
        )
        for kind, name in ((Mention, "mentions"), (Quantity, "quantities"), (Claim, "claims")):
            if records[kind]:
                work.append(name, to_table(kind, places.with_boxes(records[kind])))
        if suppliers:
            work.append("suppliers", to_table(SupplierUse, suppliers))
        work.done()
    except BaseException:
        work.drop()
        raise


def with_document(record: SetAside, document: str, path: str) -> SetAside:
    """Return what was set aside with the document that it belongs to."""
    return replace(record, document=document, path=path)
