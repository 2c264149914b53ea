"""Added lists as entries to hold names against, and as rows that a match can cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from synopticon.reference.records import Designation
from synopticon.screen import snapshots
from synopticon.screen.entries import built_in_entries, with_known_names
from synopticon.screen.listing import Listed
from synopticon.screen.records import ListEntry, ListStatus
from synopticon.screen.snapshots import Snapshot
from synopticon.text.names import analyse


def entries_of(snapshot: Snapshot) -> list[ListEntry]:
    """Return the names of a snapshot's organisations; a name that the built-in lists have is left to them.

    The built-in rows know when a listing began and ended, which most official files do not say.
    """
    held = _built_in_names()
    found: list[ListEntry] = []
    for entry in snapshot.entries:
        code = entry.code or snapshot.list
        if any((code, analyse(name).joined) in held for name in entry.names):
            continue
        for number, name in enumerate(entry.names):
            found.append(
                ListEntry(
                    listing=_identity(snapshot, entry),
                    name=name,
                    listed_name=entry.names[0],
                    list=code,
                    legal_type=entry.legal_type or snapshot.legal_type,
                    in_force_from=entry.since,
                    in_force_to=entry.until,
                    tier="alias" if number else "entity",
                )
            )
    return found


def _identity(snapshot: Snapshot, entry: Listed) -> str:
    return f"{entry.code or snapshot.list}:{entry.identity}"


@lru_cache(maxsize=1)
def _built_in_names() -> frozenset[tuple[str, str]]:
    return frozenset((entry.list, analyse(entry.listed_name).joined) for entry in built_in_entries())


def added_entries(day: str | None = None, folder: Path | None = None) -> tuple[list[ListEntry], list[str]]:
    """Return the entries of all added lists as of a day, with a note for each list that is not of that very day.

    An organisation that is a maker of the tables of facts is found under that maker's other names too. Of a list that
    has only later files the organisations without a first day are left out, and the note counts them: whether they
    stood on the list by then is not known.
    """
    chosen, notes = snapshots.as_of(day, folder)
    known = [_known_by(snapshot, day) for snapshot in chosen]
    for snapshot, part in zip(chosen, known, strict=True):
        undated = len(snapshot.entries) - len(part.entries)
        if undated:
            notes.append(
                f"{snapshot.list}: {undated} of its {len(snapshot.entries)} organisations left out: the file of"
                f" {snapshot.day} has no day of listing for them, so whether they were listed on {day} is not known;"
                " add an older file with --date to know"
            )
    return [entry for snapshot in known for entry in with_known_names(entries_of(snapshot))], notes


def _known_by(snapshot: Snapshot, day: str | None) -> Snapshot:
    """Return a snapshot without the organisations of which nothing says that they were listed before its own day."""
    if day is None or snapshot.day <= day:
        return snapshot
    return replace(snapshot, entries=tuple(entry for entry in snapshot.entries if entry.since))


def added_rows(day: str | None = None, folder: Path | None = None) -> dict[str, Designation]:
    """Return what a match prints of an added listing, by the id of the listing."""
    chosen, _ = snapshots.as_of(day, folder)
    return {_identity(snapshot, entry): _row(snapshot, entry) for snapshot in chosen for entry in snapshot.entries}


def _row(snapshot: Snapshot, entry: Listed) -> Designation:
    code = entry.code or snapshot.list
    return Designation(
        designation=_identity(snapshot, entry),
        list=code,
        list_name=snapshot.name if code == snapshot.list else f"{snapshot.name} ({code})",
        jurisdiction=snapshot.jurisdiction,
        legal_type=entry.legal_type or snapshot.legal_type,
        listed_name=entry.names[0],
        maker=None,
        scope="entity",
        in_force_from=entry.since,
        in_force_to=entry.until,
        condition=entry.condition,
        citation=entry.citation or f"{snapshot.name}, file of {snapshot.day}, SHA-256 {snapshot.sha256[:16]}",
        confidence="high",
        source=f"added {snapshot.day}",
    )


def added_lists(folder: Path | None = None) -> list[ListStatus]:
    """Return the state of every added snapshot, in the order of codes and days."""
    return [_status(one) for code in snapshots.codes(folder) for one in snapshots.stored(code, folder)]


def _status(snapshot: Snapshot) -> ListStatus:
    left_out = dict(snapshot.left_out)
    starts: Iterable[str] = sorted(entry.since for entry in snapshot.entries if entry.since)
    days = list(starts)
    return ListStatus(
        list=snapshot.list,
        name=snapshot.name,
        jurisdiction=snapshot.jurisdiction,
        legal_type=snapshot.legal_type,
        entries=len(snapshot.entries),
        classes=left_out.get("rule", 0),
        earliest=days[0] if days else None,
        latest=days[-1] if days else None,
        sources=(f"added file, SHA-256 {snapshot.sha256}",),
        low_confidence=0,
        day=snapshot.day,
        sha256=snapshot.sha256,
        persons_dropped=left_out.get("person", 0),
        accepted=snapshot.accepted,
    )
