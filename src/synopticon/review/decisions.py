"""The log of decisions: JSON Lines below ``reviews/`` of a case, one file per reviewer, only ever added to.

Lines of several people merge in a version control system without a conflict. A reviewer is initials or an id that the
person chose; nothing else is kept of anybody.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, cast

from synopticon.errors import UsageError
from synopticon.model.locator import is_locator
from synopticon.model.vocabulary import REPLY_STATES

FOLDER = "reviews"
#: The kinds of decision that are understood; a line of any other kind stops the run.
KINDS = ("state",)
_REVIEWER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class StateDecision:
    """What a reviewer says that the replies of a body amount to, and what was there to be seen.

    Attributes:
        reviewer: id or initials that the reviewer chose.
        on: ISO day.
        state: silent, refused, not_held, partial or usable.
        because: the reason, in the reviewer's words.
        document: hash of the document that it rests on; null for silence, which rests on none.
        locator: where in it; empty for the whole document.
        was: the state that had been read, null when nothing of the reply was understood.
        seen: hashes of all documents that had come from the body, in order.
    """

    body: str
    state: str
    because: str
    reviewer: str
    on: str
    document: str | None
    locator: str
    was: str | None
    seen: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name of the decision that follows from what it says."""
        return "d" + hashlib.sha256(_line(self).encode()).hexdigest()[:15]


def check(decision: StateDecision) -> StateDecision:
    """Return the decision as it is.

    Raises:
        UsageError: a value is not of the form it should have.
    """
    if not _REVIEWER.fullmatch(decision.reviewer):
        raise UsageError(
            "expected initials or an id of the reviewer (letters, digits, '.', '_', '-'; at most 32),"
            f" found {decision.reviewer!r}"
        )
    for state in (decision.state, decision.was):
        if state is not None and state not in REPLY_STATES:
            raise UsageError(f"expected a state ({', '.join(REPLY_STATES)}), found {state!r}")
    if not decision.because.strip():
        raise UsageError("expected a reason for the decision, found none; say why in a few words")
    if not _is_day(decision.on):
        raise UsageError(f"expected the day of the decision as YYYY-MM-DD, found {decision.on!r}")
    for name in filter(None, (decision.document, *decision.seen)):
        if not _HASH.fullmatch(name):
            raise UsageError(f"expected the SHA-256 of a document, found {name!r}")
    if not is_locator(decision.locator):
        raise UsageError(f"expected a locator such as 'page=1;char=10,42', found {decision.locator!r}")
    return decision


def log_files(folder: Path) -> list[Path]:
    """Return the files of decisions of a case, in the order of their names."""
    return sorted((folder / FOLDER).glob("*.jsonl"))


def read_decisions(folder: Path) -> list[StateDecision]:
    """Return all decisions of a case, file by file, each file from its oldest line to its newest; each line once.

    Raises:
        UsageError: a line cannot be read, is of a kind that is not known, or is another reviewer's.
    """
    found: dict[str, StateDecision] = {}
    for path in log_files(folder):
        name = f"{FOLDER}/{path.name}"
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise UsageError(f"{name}: expected UTF-8 text, found another encoding at byte {error.start}") from None
        for number, line in enumerate(lines, 1):
            if line.strip():
                decision = _parsed(line, f"{name}, line {number}", reviewer=path.stem)
                found.setdefault(decision.id, decision)
    return list(found.values())


def append(folder: Path, decision: StateDecision) -> Path:
    """Add a decision to the file of its reviewer; nothing that stands there is changed. Return the file."""
    path = folder / FOLDER / f"{check(decision).reviewer}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            # A line that a person or another program left without its end must stay a line of its own.
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(f"{_line(decision)}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    return path


def _line(decision: StateDecision) -> str:
    return json.dumps({"kind": "state", **asdict(decision)}, ensure_ascii=False, sort_keys=True)


def _parsed(line: str, where: str, *, reviewer: str) -> StateDecision:
    try:
        content = json.loads(line)
    except ValueError:
        raise UsageError(f"{where}: expected a decision as a JSON object, found {line[:60]!r}") from None
    if not isinstance(content, dict):
        raise UsageError(f"{where}: expected a decision as a JSON object, found {line[:60]!r}")
    record = cast("dict[str, Any]", content)
    if record.get("kind") not in KINDS:
        raise UsageError(f"{where}: expected a decision of kind {' or '.join(KINDS)}, found {record.get('kind')!r}")
    try:
        decision = check(_from_record(record))
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from None
    if decision.reviewer != reviewer:
        raise UsageError(
            f"{where}: expected a decision of {reviewer!r}, as the file is named, found {decision.reviewer!r}"
        )
    return decision


def _from_record(record: Mapping[str, Any]) -> StateDecision:
    names = {field.name for field in fields(StateDecision)}
    if set(record) - {"kind"} != names:
        wrong = sorted(names.symmetric_difference(set(record) - {"kind"}))
        raise UsageError(f"expected the keys {', '.join(sorted(names))}; missing or not known: {', '.join(wrong)}")
    optional = {"document", "was"}
    for name in names - {"seen"}:
        value = record[name]
        if not isinstance(value, str) and not (name in optional and value is None):
            raise UsageError(f"expected text for {name!r}, found {value!r}")
    seen = record["seen"]
    if not isinstance(seen, list) or not all(isinstance(name, str) for name in cast("list[object]", seen)):
        raise UsageError(f"expected a list of document hashes for 'seen', found {seen!r}")
    return StateDecision(**{name: record[name] for name in names - {"seen"}}, seen=tuple(cast("list[str]", seen)))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
