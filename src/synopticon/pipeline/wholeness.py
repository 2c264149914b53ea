"""Whether what a case keeps is still as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.pipeline.health import Finding
from synopticon.pipeline.memory import changed_since, check_editions, outputs_of
from synopticon.pipeline.run import STORE
from synopticon.store.archive import Archive
from synopticon.store.case import read_case
from synopticon.store.derived import Derived


def findings_of_case(folder: Path) -> list[Finding]:
    """Check every file that the case keeps, and all that its runs wrote to any output, against its hash.

    Raises:
        UsageError: there is no case, or it has not been run.
    """
    store = folder.resolve() / STORE
    if not store.is_dir():
        read_case(folder)  # says what is not there
        raise UsageError(f"expected a case that has been run, found no {store}; run `synopticon run {folder}` first")
    return [*_originals(store), *_derived(store), *_editions(store), *_published(store)]


def _originals(store: Path) -> Iterator[Finding]:
    archive = Archive(store / "objects")
    damaged = archive.damaged()
    for digest, _ in damaged:
        detail = (
            f"{archive.path(digest)} is not what its name says: put a copy in its place, or delete it and run again"
        )
        yield Finding("original", "broken", detail, "the evidence of what was read from it")
    if not damaged:
        yield Finding("originals", "ok", f"all {len(archive)} have the hash of their name")


def _derived(store: Path) -> Iterator[Finding]:
    damaged = Derived(store / "derived").damaged()
    for name in damaged:
        yield Finding(
            "derived table", "changed", f"{name} is not as it was written", "nothing; the next run makes it again"
        )
    if not damaged:
        yield Finding("derived tables", "ok", "all as they were written")


def _editions(store: Path) -> Iterator[Finding]:
    try:
        check_editions(store)
    except UsageError as error:
        yield Finding("editions", "broken", str(error), "the earlier editions of the figures")
    else:
        yield Finding("editions", "ok", "as they were written")


def _published(store: Path) -> Iterator[Finding]:
    for out in outputs_of(store):
        again = f"nothing; a run with --out {out} makes it again"
        if not out.is_dir():
            yield Finding("output", "missing", f"{out} is no longer there", again)
            continue
        changed = changed_since(store, out)
        for name, is_there in changed:
            what = "is not as the run wrote it" if is_there else "is gone"
            yield Finding("published file", "changed" if is_there else "missing", f"{out / name} {what}", again)
        if not changed:
            yield Finding("published files", "ok", f"all in {out} are as the run wrote them")
