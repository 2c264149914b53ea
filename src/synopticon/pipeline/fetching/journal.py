"""What a fetch keeps beside its pages, in ``DIR/.synopticon``: how far it is, and every answer that it got.

`fetch-state.json` is replaced as a whole after each page; `fetch.jsonl` grows by a line with each answer. Runs of a
case do not read this folder.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from synopticon.errors import UsageError
from synopticon.pipeline.fetching.plan import Plan
from synopticon.store.files import write_text

FOLDER = ".synopticon"
STATE = "fetch-state.json"
RECORD = "fetch.jsonl"
#: What comes in is written here and gets its name only when it is whole.
INCOMING = "incoming.part"
#: The rules of the host, as they were read the last time.
ROBOTS = "robots.txt"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Saved:
    """A page that is done.

    Attributes:
        name: of its file in the folder.
        url: the address that was asked for.
        sha256: of its bytes.
        start: number of the part of the plan that it belongs to, from 0.
        is_broken: it is not JSON, and was kept because that was asked for.
    """

    name: str
    url: str
    sha256: str
    bytes: int
    releases: int
    start: int
    is_broken: bool = False


@dataclass(slots=True)
class State:
    """How far a fetch is.

    Attributes:
        start: number of the part of the plan that is being fetched, from 0.
        next: address of the next page of this part, null before its first.
    """

    plan: Plan
    start: int = 0
    next: str | None = None
    pages: list[Saved] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether every part of the plan is done."""
        return self.start >= len(self.plan.starts())


def read_state(folder: Path) -> State | None:
    """Return the state of a folder, null when nothing was fetched to it.

    Raises:
        UsageError: it is broken, or of another version, or a page has changed since it was fetched.
    """
    path = folder / FOLDER / STATE
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["format"] != _FORMAT:
            raise UsageError(f"{path}: expected format {_FORMAT}, found {held['format']}; use a new folder for --to")
        state = _state(held)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path}: expected the state of a fetch, found {error!r}; restore it, or use a new folder for --to"
        ) from None
    for page in state.pages:
        _check(folder / page.name, page)
    return state


def write_state(folder: Path, state: State) -> None:
    """Replace the state of a folder."""
    held = {"format": _FORMAT, **asdict(state)}
    write_text(folder / FOLDER / STATE, json.dumps(held, ensure_ascii=False, indent=1) + "\n")


def save(folder: Path, name: str) -> None:
    """Give what came in its name; from then on it is there as a whole."""
    incoming = folder / FOLDER / INCOMING
    with incoming.open("rb") as file:
        os.fsync(file.fileno())
    incoming.chmod(0o600)  # it may name officers
    incoming.replace(folder / name)


def append_record(folder: Path, line: Mapping[str, object]) -> None:
    """Add a line to the record; a line that a killed process left unfinished is cut off first."""
    path = folder / FOLDER / RECORD
    with path.open("ab+") as file:
        _cut_torn_line(file)
        file.write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _cut_torn_line(file: Any) -> None:  # noqa: ANN401  # what open gives has no short name
    end = file.seek(0, os.SEEK_END)
    if not end:
        return
    file.seek(end - 1)
    if file.read(1) == b"\n":
        return
    start = max(0, end - (1 << 16))
    file.seek(start)
    file.truncate(start + file.read().rfind(b"\n") + 1)


def _state(held: Mapping[str, Any]) -> State:
    plan = held["plan"]
    return State(
        Plan(
            endpoint=plan["endpoint"],
            url=plan["url"],
            spans=tuple((first, last) for first, last in plan["spans"]),
            stages=tuple(plan["stages"]),
            next_links=tuple(plan["next_links"]),
            step_hours=plan["step_hours"],
        ),
        held["start"],
        held["next"],
        [Saved(**page) for page in held["pages"]],
    )


def _check(path: Path, page: Saved) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        found = "no such file"
    if found != page.sha256:
        raise UsageError(
            f"{path}: expected the page as it was fetched, with the SHA-256 {page.sha256}, found {found};"
            " restore it, or use a new folder for --to"
        )
