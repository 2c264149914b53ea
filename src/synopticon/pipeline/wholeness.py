"""Whether what a case keeps is still as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.pipeline.health import Finding
from synopticon.pipeline.memory import changed_since, check_editions
from synopticon.pipeline.run import STORE
from synopticon.store.archive import Archive
from synopticon.store.derived import Derived


def findings_of_case(folder: Path) -> list[Finding]:
    """Check every file that the case keeps against its hash.

    Raises:
        UsageError: the case has not been run.
    """
    store = folder.resolve() / STORE
    if not store.is_dir():
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
        yield Finding("derived table", "missing", f"{name} has changed", "nothing; the next run makes it again")
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
    changed = changed_since(store)
    for name in changed:
        yield Finding("published file", "missing", f"{name} has changed or is gone", "nothing; run again to mend it")
    if not changed:
        yield Finding("published files", "ok", "all as the last run wrote them")
