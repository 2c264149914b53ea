"""Lists that the user has added: dated snapshots of official files, checked before they are kept.

A snapshot holds the organisations of the file and the hash of its bytes. The bytes themselves are not kept, because
official files name natural persons too, and these never enter the house.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from synopticon.discover import discover
from synopticon.errors import SourceError, UsageError
from synopticon.screen import lists
from synopticon.screen.listing import Listed, Listing
from synopticon.store.files import write_bytes
from synopticon.text.names import analyse

#: Share of its organisations that a list may lose from one snapshot to the next.
_SHRINKS = 0.10
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One list as its file stood on one day.

    Attributes:
        list: code under which it is kept.
        day: ISO day of the file.
        sha256: hash of the bytes that were read, `bytes` how many.
        entries: its organisations; `names` counts their names.
        left_out: how many entries were not kept, by reason: persons, things, rules that name no company.
        accepted: the faults that a person accepted when adding it.
    """

    list: str
    name: str
    jurisdiction: str
    legal_type: str
    day: str
    sha256: str
    bytes: int
    entries: tuple[Listed, ...]
    left_out: tuple[tuple[str, int], ...]
    accepted: tuple[str, ...] = ()

    @property
    def names(self) -> int:
        """Return how many names its organisations have."""
        return sum(len(entry.names) for entry in self.entries)


def home() -> Path:
    """Return where added lists are kept: ``$SYNOPTICON_HOME``, else the platform's folder for user data."""
    chosen = os.environ.get("SYNOPTICON_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "synopticon"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/synopticon"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "synopticon"


@cache
def listings() -> dict[str, Listing]:
    """Return the lists that can be added, by code."""
    return {listing.code: listing for listing in discover(lists, "LIST", Listing)}


def listing_of(data: bytes, code: str | None = None) -> tuple[Listing, str]:
    """Return how to read a file and the code under which to keep it.

    Args:
        data: the bytes of the file.
        code: code of a known list, or a code of one's own for a CSV with id and name or for entities.

    Raises:
        SourceError: the file is like none of the known formats, or not like the list that was named.
    """
    if not data.strip():
        raise SourceError("empty", "the file holds nothing; fetch it again")
    like = [listing for listing in listings().values() if listing.is_like(data)]
    if code is None:
        if len(like) != 1:
            known = ", ".join(listings())
            raise SourceError("wrong format", f"expected the official file of one of {known}; name it with --as")
        return like[0], like[0].code
    named = listings().get(code)
    if named is None:
        own = [listing for listing in like if not listing.canaries]
        if not own:
            raise SourceError(
                "wrong format",
                f"expected CSV with id and name for the own list {code!r}, found something else; add these columns,"
                f" or use the code of an official list: {', '.join(listings())}",
            )
        return own[0], code
    if named not in like:
        others = ", ".join(f"{one.code} ({one.name})" for one in like)
        raise SourceError(
            "wrong format",
            f"expected the official file of {named.name}, found {f'one like {others}' if like else 'another file'};"
            f" fetch that file with `synopticon lists update {code}` or from its publisher, or give the code that fits:"
            " a code of your own for a CSV with id and name",
        )
    return named, code


def read_snapshot(data: bytes, listing: Listing, code: str, *, day: str) -> Snapshot:
    """Read an official file; persons, ships and rules without a name are counted and dropped.

    Raises:
        SourceError: the file is broken or of another format.
    """
    entries: dict[tuple[str, str], Listed] = {}
    left_out: Counter[str] = Counter()
    for row in listing.parse(data):
        if isinstance(row, str):
            left_out[row] += 1
            continue
        known = entries.get((row.code, row.identity))
        names = row.names if known is None else tuple(dict.fromkeys((*known.names, *row.names)))
        entries[row.code, row.identity] = replace(row if known is None else known, names=names)
    return Snapshot(
        list=code,
        name=listing.name if code == listing.code else code,
        jurisdiction=listing.jurisdiction,
        legal_type=listing.legal_type,
        day=day,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        entries=tuple(entries.values()),
        left_out=tuple(sorted(left_out.items())),
    )


def faults(snapshot: Snapshot, listing: Listing, before: Snapshot | None, *, today: str) -> list[str]:
    """Return what speaks against a snapshot, each as a sentence with what was expected and found."""
    found: list[str] = []
    count = len(snapshot.entries)
    if snapshot.day > today:
        found.append(f"date in the future: expected a day up to {today}, found {snapshot.day}")
    if count == 0:
        found.append("empty: expected at least one organisation, found none")
    elif count < listing.min_entries:
        found.append(f"too short: expected at least {listing.min_entries} organisations, found {count}")
    if before is not None and count < len(before.entries) * (1 - _SHRINKS):
        found.append(f"shrunk: expected about {len(before.entries)} organisations as on {before.day}, found {count}")
    keys = {analyse(name).joined for entry in snapshot.entries for name in entry.names} if listing.canaries else set()
    lost = [one for one in listing.canaries if not any(analyse(name).joined in keys for name in one.split("|"))]
    return found + [f"canary lost: expected {one.split('|')[0]!r} on the list, found it nowhere" for one in lost]


def add(
    data: bytes, *, code: str | None = None, day: str | None = None, today: str, accept: bool = False,
    folder: Path | None = None,
) -> Snapshot:  # fmt: skip
    """Check an official file and keep it as a dated snapshot.

    Args:
        data: the bytes; the CSV files of one OFAC list may stand one after another.
        code: the list; without it the format tells.
        day: ISO day of the file; without it the day that the file gives itself, else `today`.
        today: ISO day.
        accept: keep it in spite of what `faults` finds; a broken or empty file is never kept.
        folder: where snapshots are kept; `home()` by default.

    Raises:
        SourceError: the file is refused, with the reason; nothing was written.
    """
    listing, kept_as = listing_of(data, code)
    snapshot = read_snapshot(data, listing, kept_as, day=day or listing.published(data) or today)
    where = folder or home()
    before = next((one for one in reversed(stored(kept_as, where)) if one.day <= snapshot.day), None)
    wrong = faults(snapshot, listing, before, today=today)
    if wrong and (not accept or not snapshot.entries):
        reason = wrong[0].partition(":")[0]
        hint = "" if not snapshot.entries else "; look at the file, and add it with --accept if it is right"
        if reason == "date in the future":
            hint = "; give the day of the file with --date"
        raise SourceError(reason, f"{'; '.join(wrong).removeprefix(f'{reason}: ')}{hint}")
    snapshot = replace(snapshot, accepted=tuple(wrong))
    write_bytes(_path(where, kept_as, snapshot.day), _packed(snapshot))
    return snapshot


def _path(folder: Path, code: str, day: str) -> Path:
    if not code.replace("-", "").replace("_", "").isalnum():
        raise UsageError(f"expected a code of letters, digits and hyphens, found {code!r}")
    return folder / "lists" / code / f"{day}.json"


def _packed(snapshot: Snapshot) -> bytes:
    content = json.dumps(asdict(snapshot), ensure_ascii=False, sort_keys=True)
    mark = hashlib.sha256(content.encode()).hexdigest()
    return json.dumps({"format": _FORMAT, "check": mark, "content": content}, ensure_ascii=False).encode()


def _unpacked(path: Path) -> Snapshot:
    try:
        outer = json.loads(path.read_bytes())
        inner = json.loads(_checked(outer))
        entries = tuple(replace(Listed(**one), names=tuple(one["names"])) for one in inner["entries"])
        left_out = tuple((str(reason), int(count)) for reason, count in inner["left_out"])
        accepted = tuple(map(str, inner["accepted"]))
        plain = {key: inner[key] for key in ("list", "name", "jurisdiction", "legal_type", "day", "sha256", "bytes")}
        return Snapshot(**plain, entries=entries, left_out=left_out, accepted=accepted)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"expected a whole snapshot at {str(path)!r}: {error}; delete it and add the list again"
        ) from error


def _checked(outer: dict[str, str | int]) -> str:
    content = str(outer["content"])
    if outer["format"] != _FORMAT or hashlib.sha256(content.encode()).hexdigest() != outer["check"]:
        raise ValueError("its content does not match its hash")
    return content


def stored(code: str, folder: Path | None = None) -> list[Snapshot]:
    """Return the snapshots of one list, oldest first."""
    place = (folder or home()) / "lists" / code
    return [_unpacked(path) for path in sorted(place.glob("????-??-??.json"))] if place.is_dir() else []


def codes(folder: Path | None = None) -> list[str]:
    """Return the codes of the lists that have been added."""
    place = (folder or home()) / "lists"
    return sorted(path.name for path in place.iterdir() if path.is_dir()) if place.is_dir() else []


def as_of(day: str | None, folder: Path | None = None) -> tuple[list[Snapshot], list[str]]:
    """Return of each added list the newest snapshot not after a day, with a note for each that is not of that day.

    A list that has only later snapshots is taken as the first of them shows it, and the note says so.
    """
    chosen: list[Snapshot] = []
    notes: list[str] = []
    for code in codes(folder):
        days = sorted(path.stem for path in ((folder or home()) / "lists" / code).glob("????-??-??.json"))
        if not days:
            continue
        before = [one for one in days if day is None or one <= day]
        taken = before[-1] if before else days[0]
        chosen.append(_unpacked(_path(folder or home(), code, taken)))
        if day is not None and taken != day:
            which = "its oldest file is after" if taken > day else "the newest up to"
            notes.append(f"{code} is read as of {taken}, {which} {day}")
    return chosen, notes


def fingerprint(folder: Path | None = None) -> str:
    """Return a hash of all added lists, for work that depends on them."""
    place = (folder or home()) / "lists"
    paths: Iterable[Path] = sorted(place.glob("*/*.json")) if place.is_dir() else ()
    marks: Sequence[str] = [
        f"{path.parent.name}/{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths
    ]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest() if marks else ""


def is_day(value: str) -> bool:
    """Tell whether a text is an ISO day that exists."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
