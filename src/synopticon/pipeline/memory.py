"""What a case remembers between runs: the bytes of every file, the editions of its figures, what was written last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from synopticon.model.case import Case
from synopticon.model.records import Figure
from synopticon.model.tables import PUBLISHED
from synopticon.pipeline.document import Task
from synopticon.store.derived import code_fingerprint
from synopticon.store.files import read_checked, write_bytes, write_checked
from synopticon.store.files_of_case import SourceFile
from synopticon.store.tables import from_parquet, read_parquet, to_parquet, to_records, to_table

EDITIONS = "editions.parquet"
_INDEX, _LAST_RUN = "index.json", "last_run.json"


def load_index(store: Path) -> dict[str, list[Any]]:
    """Return size, time and hash of every file as it was when it was last kept, by path."""
    return _json(store / _INDEX)


def save_index(store: Path, index: dict[str, list[Any]]) -> None:
    """Remember size, time and hash of every file."""
    write_bytes(store / _INDEX, json.dumps(index, sort_keys=True, ensure_ascii=False).encode())


def earlier_editions(store: Path, case: Case) -> list[Figure]:
    """Return the editions that earlier runs made of the figures that the case still asks for.

    Raises:
        UsageError: the file that holds them has changed since it was written.
    """
    data = read_checked(store / EDITIONS)
    known = {spec.id for spec in case.figures}
    return [] if data is None else [f for f in to_records(Figure, from_parquet(data)) if f.figure in known]


def check_editions(store: Path) -> None:
    """Raise `UsageError` when the file of editions has changed since it was written."""
    read_checked(store / EDITIONS)


def save_editions(store: Path, editions: Sequence[Figure]) -> None:
    """Remember all editions of all figures; they cannot be made again."""
    write_checked(store / EDITIONS, to_parquet(to_table(Figure, editions)))


def restore_editions(store: Path, data: bytes) -> None:
    """Put the file of editions back as it was."""
    write_checked(store / EDITIONS, data)


def state_of(
    folder: Path, case: Case, tasks: list[tuple[SourceFile, Task]], *, lists: str, decisions: Sequence[str]
) -> str:
    """Return the hash of everything that the files under OUT depend on; `lists` is that of the added lists."""
    content = [
        code_fingerprint("."),
        lists,
        repr(case),
        list(decisions),
        [
            (name, hashlib.sha256((folder / name).read_bytes()).hexdigest())
            for name in sorted({source.bodies for source in case.sources if source.bodies})
        ],
        [(file.path, file.body, task.document, task.source_kind, task.read_key) for file, task in tasks],
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def finished(store: Path, out: Path, state: str) -> dict[str, pa.Table] | None:
    """Return the tables of the last run when nothing has changed since and its files are whole."""
    last = _json(store / _LAST_RUN)
    if last.get("state") != state or _place(store, last.get("out", "")) != out or changed_since(store, out):
        return None
    return {name: read_parquet(out / "data" / f"{name}.parquet") for name in PUBLISHED}


def outputs_of(store: Path) -> list[Path]:
    """Return every folder that runs of the case wrote to and that was there at the last of them, the newest first."""
    return [_place(store, name) for name in _files_by_output(store)]


def changed_since(store: Path, out: Path) -> list[tuple[str, bool]]:
    """Return the files that a run wrote to `out` and that are not as they were written, and whether each is there."""
    known = next((files for name, files in _files_by_output(store).items() if _place(store, name) == out), {})
    return [
        (name, (out / name).is_file())
        for name, digest in known.items()
        if not (out / name).is_file() or hashlib.sha256((out / name).read_bytes()).hexdigest() != digest
    ]


def remember(store: Path, out: Path, state: str, written: Iterable[Path]) -> None:
    """Remember what a run wrote and what it went by; an empty state means that the next run must look again."""
    files = {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(written)
    }
    name = _named(store, out)
    others = {
        other: hashes
        for other, hashes in _files_by_output(store).items()
        if _place(store, other) != out and _place(store, other).is_dir()
    }
    content = {"state": state, "out": name, "files": files, "others": list(others.items())}
    write_bytes(store / _LAST_RUN, json.dumps(content, sort_keys=True, ensure_ascii=False).encode())


def _files_by_output(store: Path) -> dict[str, dict[str, str]]:
    """Return the hash of every file that runs wrote, by output and path, the output of the last run first."""
    last = _json(store / _LAST_RUN)
    if "out" not in last:
        return {}
    return {last["out"]: last.get("files", {}), **dict(last.get("others", []))}


def _named(store: Path, out: Path) -> str:
    """Name an output so that a case that is moved or copied still finds its own."""
    case = store.parent
    return out.relative_to(case).as_posix() if out.is_relative_to(case) else str(out)


def _place(store: Path, name: str) -> Path:
    return store.parent / name  # an absolute path stays what it is


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
