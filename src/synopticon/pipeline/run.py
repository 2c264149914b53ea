"""One run of a case: from its folder to the files under OUT."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from synopticon import figures as figures_room
from synopticon import link, publish, review
from synopticon.discover import discover
from synopticon.engines import Engine, PoolEngine
from synopticon.errors import UsageError
from synopticon.link import SupplierUse
from synopticon.link.beyond import bodies_beyond
from synopticon.model.case import Case
from synopticon.model.records import Body, Claim, Document, Figure, SetAside
from synopticon.model.tables import PUBLISHED, TABLES
from synopticon.pipeline import snapshots
from synopticon.pipeline.document import Task, is_done, reading_of, task_of, with_document, work_on
from synopticon.pipeline.limits import PARSER_MEMORY, seconds_for
from synopticon.pipeline.memory import (
    earlier_editions,
    finished,
    load_index,
    remember,
    save_editions,
    save_index,
    state_of,
)
from synopticon.pipeline.proof import prove_lock
from synopticon.publish import outputs
from synopticon.publish.output import Output
from synopticon.screen import ListStatus, added_entries, added_lists, built_in_lists, match_organisations
from synopticon.screen.snapshots import fingerprint
from synopticon.store.archive import Archive
from synopticon.store.case import read_case
from synopticon.store.derived import Derived
from synopticon.store.files import explained, sweep
from synopticon.store.files_of_case import SourceFile, bodies_of_case, files_of_case
from synopticon.store.lock import writing
from synopticon.store.tables import read_parquet, to_records, to_table
from synopticon.text.persons import person_spans

RecordT = TypeVar("RecordT")

STORE = ".synopticon"
#: Called with (documents done, documents in all, documents that failed).
Progress = Callable[[int, int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made.

    Attributes:
        out: the folder that holds ``data`` and ``site``.
        tables: the published tables by name.
        counts: documents by status, rows, mentions and so on, for the report.
        is_unchanged: nothing had changed since the last run, so nothing was done.
        written: the files that were written.
    """

    case: Case
    out: Path
    tables: dict[str, pa.Table]
    counts: dict[str, int]
    is_unchanged: bool = False
    written: tuple[Path, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Something was set aside or read in part, and a person should look at it."""
        return bool(self.counts.get("set_aside") or self.counts.get("partly") or self.tables["set_aside"].num_rows)


@dataclass(slots=True)
class _Documents:
    documents: list[Document] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    suppliers: list[SupplierUse] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def run_case(
    folder: Path,
    *,
    out: Path | None = None,
    as_of: str | None = None,
    engine: Engine | None = None,
    workers: int | None = None,
    is_dry: bool = False,
    again: bool = False,
    progress: Progress | None = None,
) -> Run:
    """Do everything that a case asks for: read, link, screen, count, publish. Only what changed is done again.

    Args:
        folder: the case folder with its case.toml.
        out: where to write; ``folder/out`` by default.
        as_of: an ISO day in the place of the case's own.
        engine: where the documents are read; by default a pool of `workers` processes.
        workers: how many processes read documents.
        is_dry: read nothing and write nothing, only say what would be read.
        again: try the documents again of which nothing could be read the last time.
        progress: told after every document.

    Raises:
        UsageError: the case is not as it should be, and nothing was written; or the disk is full or cannot be
            written to, and what is done is kept.
        BusyError: another run is writing to this case.
    """
    folder = folder.resolve()
    out = (out or folder / "out").resolve()
    case = read_case(folder, as_of=as_of)
    bodies = bodies_of_case(folder, case)
    for spec in case.figures:
        figures_room.check(spec, (), bodies)
    files, aside = files_of_case(folder, case, bodies, out=out)
    decisions = review.read_decisions(folder)
    if not case.sources:
        raise UsageError(
            f"{folder / 'case.toml'}: expected at least one [[source]], found none; name what is to be read"
        )
    if is_dry:
        return Run(case, out, _empty_tables(aside), {"files": len(files)})
    store = folder / STORE
    try:
        with writing(store):
            plan = _Plan(folder, out, case, bodies, files, aside, decisions)
            return _run(plan, engine or _pool(workers), progress, again=again)
    except OSError as error:
        raise _cannot_write(explained(error), folder) from error


def _cannot_write(what: str, folder: Path) -> UsageError:
    return UsageError(
        f"the run of {str(folder)!r} had to stop: {what}; what is done is kept, and the same command goes on from there"
    )


def _pool(workers: int | None) -> PoolEngine:
    return PoolEngine(workers, memory=PARSER_MEMORY, preload=("synopticon.pipeline.document",))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done, checked before anything is written."""

    folder: Path
    out: Path
    case: Case
    bodies: list[Body]
    files: list[SourceFile]
    aside: list[SetAside]
    decisions: list[review.StateDecision]


def _run(plan: _Plan, engine: Engine, progress: Progress | None, *, again: bool) -> Run:
    folder, out, case = plan.folder, plan.out, plan.case
    store = folder / STORE
    derived = Derived(store / "derived")
    derived.folder.mkdir(parents=True, exist_ok=True)
    derived.sweep()
    sweep([store, *_folders_of(out)])
    tasks = _tasks(folder, store, plan.files)
    if again:
        _forget_set_aside(tasks, derived)
    state = state_of(folder, case, tasks, lists=fingerprint(), decisions=[one.id for one in plan.decisions])
    known = None if again else finished(store, out, state)
    if known is not None:
        return Run(case, out, known, _report(known), is_unchanged=True)
    failures = _read_documents(tasks, derived, engine, folder, progress)
    found = _gather(tasks, derived, failures)
    found.set_aside[:0] = plan.aside
    inputs = snapshots.inputs_of(folder, store, case, ((file.path, task.document) for file, task in tasks))
    before = snapshots.keep_editions(store)
    last = snapshots.snapshots(store)[-1:]
    gone = snapshots.gone_since(last[0] if last else None, inputs, shown=_published_path)
    tables = _answer(plan, found, store, gone)
    counts = _report(tables) | dict(found.counts)
    run = publish.RunInfo(
        version=_package_version(),
        counts=tuple(sorted(counts.items())),
        lists=tuple(_list_status(status) for status in (*built_in_lists(), *added_lists())),
        notes=tuple(added_entries(case.as_of)[1]),
        notice=case.notice,
    )
    written = publish.publish(out, case=case, tables=tables, run=run)
    figures = list(to_records(Figure, tables["figures"]))
    snapshots.save_snapshot(
        store, as_of=case.as_of, lists=fingerprint(), inputs=inputs, before=before, out=out, figures=figures
    )
    remember(store, out, state if not failures else "", written)
    return Run(case, out, tables, counts, written=tuple(written))


def _folders_of(out: Path) -> list[Path]:
    """Return the folders below `out` that a run writes; the rest of it is not ours."""
    return [out / kind.name for kind in discover(outputs, "OUTPUT", Output)]


def _tasks(folder: Path, store: Path, files: Iterable[SourceFile]) -> list[tuple[SourceFile, Task]]:
    """Keep every original and name the work on it."""
    archive = Archive(store / "objects")
    index = load_index(store)
    tasks = []
    for file in files:
        path = folder / file.path
        stat = path.stat()
        stamp = [stat.st_size, stat.st_mtime_ns]
        known = index.get(file.path)
        if known and known[:2] == stamp and archive.path(known[2]).exists():
            digest = known[2]
        else:
            digest = archive.keep(path.read_bytes())
            index[file.path] = [*stamp, digest]
        task = task_of(digest, name=Path(file.path).name, source_kind=file.source.kind, body=file.body, store=store)
        tasks.append((file, task))
    save_index(store, {file.path: index[file.path] for file, _ in tasks})
    return tasks


def _forget_set_aside(tasks: Iterable[tuple[SourceFile, Task]], derived: Derived) -> None:
    for _, task in tasks:
        if is_done(task, derived) and reading_of(task, derived).status == "set_aside":
            derived.forget("read", task.read_key)
            derived.forget("ingest", task.ingest_key)


def _read_documents(
    tasks: list[tuple[SourceFile, Task]], derived: Derived, engine: Engine, folder: Path, progress: Progress | None
) -> dict[Task, tuple[str, str]]:
    """Do the work that is not done; return why it failed where it did."""
    todo = [task for task in dict.fromkeys(task for _, task in tasks) if not is_done(task, derived)]
    sizes = {task: (folder / file.path).stat().st_size for file, task in tasks}
    # The largest first, so that no process is left alone with one at the end.
    todo.sort(key=lambda task: (-sizes[task], task.document))
    failures: dict[Task, tuple[str, str]] = {}
    if todo:
        prove_lock()
    seconds = seconds_for(max((sizes[task] for task in todo), default=0))
    for done, outcome in enumerate(engine.map(work_on, todo, seconds=seconds), 1):
        if outcome.reason == "system":  # not the document's fault, and the next one would fare no better
            raise _cannot_write(outcome.detail, folder)
        if outcome.reason:
            failures[outcome.item] = (outcome.reason, outcome.detail)
        if progress:
            progress(done, len(todo), len(failures))
    return failures


def _gather(
    tasks: list[tuple[SourceFile, Task]], derived: Derived, failures: dict[Task, tuple[str, str]]
) -> _Documents:
    found = _Documents()
    seen: set[Task] = set()
    for file, task in tasks:
        path = _published_path(file.path)
        size = Archive(Path(task.store) / "objects").path(task.document).stat().st_size
        if task in failures:
            reason, detail = failures[task]
            found.set_aside.append(SetAside(task.document, "", reason, detail, path))
            found.documents.append(_failed(file, task, path, size, reason))
            continue
        reading = reading_of(task, derived)
        found.documents.append(
            Document(
                document=task.document,
                path=path,
                bytes=size,
                source=f"{file.source.number}-{file.source.kind}",
                source_kind=file.source.kind,
                body=file.body,
                **{name: getattr(reading, name) for name in reading.__slots__},
            )
        )
        records = _load(derived, "ingest", task.ingest_key, "set_aside", SetAside)
        found.set_aside.extend(with_document(record, task.document, path) for record in records)
        if task in seen:  # the same bytes twice in one source are one document
            continue
        seen.add(task)
        key = task.read_key
        found.claims.extend(_load(derived, "read", key, "claims", Claim))
        found.suppliers.extend(_load(derived, "read", key, "suppliers", SupplierUse))
        for name in ("mentions", "quantities"):
            table = derived.load("read", key, name)
            found.counts[name] += table.num_rows if table is not None else 0
    return found


def _load(derived: Derived, stage: str, key: str, name: str, record: type[RecordT]) -> Iterator[RecordT]:
    table = derived.load(stage, key, name)
    return iter(()) if table is None else to_records(record, table)


def _failed(file: SourceFile, task: Task, path: str, size: int, reason: str) -> Document:
    return Document(
        document=task.document,
        path=path,
        media_type="application/octet-stream",
        bytes=size,
        source=f"{file.source.number}-{file.source.kind}",
        source_kind=file.source.kind,
        body=file.body,
        status="set_aside",
        reason=reason,
        language=None,
        pages=None,
        rows_in=0,
        rows_out=0,
        rows_set_aside=0,
    )


def _published_path(path: str) -> str:
    """Return the path as it may be printed: file names can hold the names of people."""
    for start, end, _ in reversed(person_spans(path)):
        path = f"{path[:start]}[withheld]{path[end:]}"
    return path


def _answer(plan: _Plan, found: _Documents, store: Path, gone: str) -> dict[str, pa.Table]:
    """Link, screen and count: from claims to the tables of the case."""
    case, bodies = plan.case, plan.bodies
    index = link.BodyIndex(bodies)
    claims = figures_room.settle(list(link.link_claims(found.claims, index)), found.documents)
    organisations = link.organisations_of(claims, found.suppliers, as_of=case.as_of)
    matches = match_organisations(organisations, as_of=case.as_of)
    # Every name was held against the lists; one that may be a person's is kept only where a finding rests on it.
    needed = {match.organisation for match in matches if match.tier != "weak"}
    needed |= {claim.supplier for claim in claims if claim.supplier}
    organisations = link.withhold_doubtful(organisations, needed=needed)
    printed = {organisation.organisation for organisation in organisations}
    matches = [match for match in matches if match.organisation in printed]
    asked = figures_room.body_states(bodies, claims, found.documents)
    asked = review.apply_states(asked, plan.decisions, found.documents)
    asked = figures_room.with_progress(asked, claims, found.documents, on=date.fromisoformat(case.as_of))
    now = figures_room.compute(case, claims, asked, documents=found.documents)
    earlier = earlier_editions(store, case)
    editions = snapshots.with_gone(figures_room.next_edition(earlier, now), earlier, gone)
    save_editions(store, editions)
    everyone = [*asked, *bodies_beyond(claims, asked)]
    records: dict[str, list[Any]] = {
        "documents": found.documents,
        "bodies": everyone,
        "claims": claims,
        "organisations": organisations,
        "matches": matches,
        "figures": editions,
        "contradictions": figures_room.contradictions(claims, found.documents),
        "set_aside": found.set_aside,
    }
    return {name: to_table(TABLES[name], records[name]) for name in PUBLISHED}


def _empty_tables(aside: list[SetAside]) -> dict[str, pa.Table]:
    return {name: to_table(TABLES[name], aside if name == "set_aside" else []) for name in PUBLISHED}


def _report(tables: dict[str, pa.Table]) -> dict[str, int]:
    documents = list(to_records(Document, tables["documents"]))
    counts: Counter[str] = Counter(document.status for document in documents)
    counts["documents"] = len(documents)
    for name in ("rows_in", "rows_out", "rows_set_aside"):
        counts[name] = sum(getattr(document, name) for document in documents)
    for name in ("claims", "organisations", "matches", "figures"):
        counts[name] = tables[name].num_rows
    return dict(counts)


def load_run(folder: Path, *, out: Path | None = None) -> Run:
    """Return the tables of the last run of a case.

    Raises:
        UsageError: the case has not been run, or its files are not there.
    """
    folder = folder.resolve()
    out = (out or folder / "out").resolve()
    case = read_case(folder)
    tables = {}
    for name in PUBLISHED:
        path = out / "data" / f"{name}.parquet"
        if not path.is_file():
            raise UsageError(
                f"expected the tables of a run in {str(out / 'data')!r}, found no {path.name};"
                f" run `synopticon run {folder}` first"
            )
        tables[name] = read_parquet(path)
        if not {field.name for field in fields(TABLES[name])} <= set(tables[name].column_names):
            raise UsageError(
                f"expected the columns of this version in {str(path)!r}, found those of an earlier one;"
                f" run `synopticon run {folder}` again"
            )
    return Run(case, out, tables, _report(tables))


def records(run: Run, name: str) -> list[Any]:
    """Return one table of a run as records; figures in the order of the case, what it no longer asks at the end."""
    found: list[Any] = list(to_records(TABLES[name], run.tables[name]))
    if name == "figures":
        order = {spec.id: number for number, spec in enumerate(run.case.figures)}
        found.sort(key=lambda figure: (order.get(figure.figure, len(order)), figure.figure, figure.edition))
    return found


def _list_status(status: ListStatus) -> publish.ListStatus:
    return publish.ListStatus(
        list=status.list,
        name=status.name,
        legal_type=status.legal_type,
        jurisdiction=status.jurisdiction,
        edition=status.latest or "",
        entries=status.entries,
        source=", ".join(status.sources),
    )


def _package_version() -> str:
    from synopticon import __version__  # noqa: PLC0415  # the package itself imports nothing of ours

    return __version__
