"""What every set of figures was made from, so that an earlier edition can be made again to the byte.

A snapshot is a small file below ``.synopticon/snapshots``: the hashes of the case file, the table of bodies, the
decisions and every document, of the editions before it, and of the tables that came out. The bytes themselves are in
the archive of originals, which forgets nothing; a document that was deleted or corrected later is still there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.model.case import Case
from synopticon.model.records import Figure
from synopticon.pipeline.memory import EDITIONS, restore_editions
from synopticon.review import log_files
from synopticon.store.archive import Archive
from synopticon.store.derived import code_fingerprint
from synopticon.store.files import write_bytes

_FOLDER = "snapshots"
_CASE = "case.toml"
#: So many paths are named in the note of a figure.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one run was made from, and what came out.

    Attributes:
        number: from 1; rising.
        as_of: the day of the lists and figures.
        code: fingerprint of the program; another version may read the same documents better.
        lists: fingerprint of the lists that were added on the machine.
        inputs: hash by path, relative to the case: the case file, tables of bodies, decisions, documents.
        before: hash of the file of editions as it was before the run, null for the first.
        outputs: hash by path, relative to the output, of the tables.
        editions: the newest edition of each figure.
    """

    number: int
    as_of: str
    code: str
    lists: str
    inputs: Mapping[str, str]
    before: str | None
    outputs: Mapping[str, str]
    editions: Mapping[str, int]


def snapshots(store: Path) -> list[Snapshot]:
    """Return the snapshots of a case, the oldest first."""
    paths = sorted((store / _FOLDER).glob("*.json"))
    return [Snapshot(**json.loads(path.read_text(encoding="utf-8"))) for path in paths]


def inputs_of(folder: Path, store: Path, case: Case, documents: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keep the case file, the tables of bodies and the decisions in the archive; return the hash of every input.

    Args:
        folder: of the case.
        store: its private store.
        case: as it was read.
        documents: (path, hash) of every document, which the archive has already.
    """
    archive = Archive(store / "objects")
    tables = sorted({source.bodies for source in case.sources if source.bodies})
    own = [folder / _CASE, *(folder / name for name in tables), *log_files(folder)]
    kept = {path.relative_to(folder).as_posix(): archive.keep(path.read_bytes()) for path in own}
    return dict(sorted((kept | dict(documents)).items()))


def keep_editions(store: Path) -> str | None:
    """Keep the file of editions as it is before a run; return its hash, null when there is none."""
    path = store / EDITIONS
    return Archive(store / "objects").keep(path.read_bytes()) if path.is_file() else None


def save_snapshot(
    store: Path,
    *,
    as_of: str,
    lists: str,
    inputs: Mapping[str, str],
    before: str | None,
    out: Path,
    figures: Sequence[Figure],
) -> Snapshot:
    """Write down what a run was made from, unless the last one was made from the same and gave the same."""
    known = snapshots(store)
    tables = sorted(path for path in (out / "data").glob("*.csv"))
    outputs = {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in tables}
    editions: dict[str, int] = {}
    for figure in figures:
        editions[figure.figure] = max(figure.edition, editions.get(figure.figure, 0))
    number = known[-1].number + 1 if known else 1
    made = Snapshot(number, as_of, code_fingerprint("."), lists, dict(inputs), before, outputs, editions)
    if known and replace(known[-1], number=number, before=before) == made:
        return known[-1]
    _write(store, made)
    return made


def _write(store: Path, made: Snapshot) -> None:
    content = json.dumps(asdict(made), ensure_ascii=False, indent=1, sort_keys=True)
    write_bytes(store / _FOLDER / f"{made.number:06}.json", f"{content}\n".encode())


def with_gone(editions: Sequence[Figure], earlier: Iterable[Figure], told: str) -> list[Figure]:
    """Return the editions, new ones with what became of documents since the run before in their notes."""
    known = {(figure.figure, figure.edition) for figure in earlier}
    changed = {figure.figure for figure in editions if figure.edition > 1}
    return [
        replace(figure, note=f"{figure.note}; {told}")
        if told and figure.figure in changed and (figure.figure, figure.edition) not in known
        else figure
        for figure in editions
    ]


def gone_since(last: Snapshot | None, inputs: Mapping[str, str], *, shown: Callable[[str], str] = str) -> str:
    """Return in words which documents are gone or were replaced since a snapshot; nothing when none is.

    `shown` gives a path as it may be printed: file names can hold the names of people.
    """
    if last is None:
        return ""
    documents = {path: digest for path, digest in last.inputs.items() if path != _CASE}
    gone = [shown(path) for path in documents if path not in inputs]
    other = [shown(path) for path, digest in documents.items() if inputs.get(path, digest) != digest]
    parts = [_named(gone, "no longer there"), _named(other, "replaced by another text")]
    return "; ".join(part for part in parts if part)


def _named(paths: Sequence[str], words: str) -> str:
    if not paths:
        return ""
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return f"{words}: {', '.join(paths[:_NAMED])}{more}"


def restore(folder: Path, number: int, to: Path) -> Snapshot:
    """Write the case as it was at a snapshot into a new folder, to be run again there.

    The editions before it are put back too, so that the same version of the program gives the same bytes.

    Raises:
        UsageError: there is no such snapshot, or the folder is not empty.
        SourceError: an original is missing from the archive or damaged.
    """
    store = folder / ".synopticon"
    known = {one.number: one for one in snapshots(store)}
    found = known.get(number)
    if found is None:
        numbers = ", ".join(map(str, known)) or "none"
        raise UsageError(f"expected the number of a snapshot of {str(folder)!r} ({numbers}), found {number}")
    if to.exists() and any(to.iterdir()):
        raise UsageError(f"expected an empty folder to restore to, found files in {str(to)!r}")
    archive = Archive(store / "objects")
    for path, digest in found.inputs.items():
        write_bytes(to / path, archive.get(digest))
    if found.before is not None:
        restore_editions(to / ".synopticon", archive.get(found.before))
    if number - 1 in known:  # it tells which documents were gone
        _write(to / ".synopticon", known[number - 1])
    return found
