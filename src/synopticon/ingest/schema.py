"""What is done with each field of a publisher's data: used, ignored for a reason, or dropped because it names people.

Each table of `schemas/` is one publisher's format. A field that stands in none of its rows is reported with the
document, so that nothing is lost without a word.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

USED, IGNORED, PERSON = "used", "ignored", "person"
#: A report names at most so many fields.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Use:
    """One row of a schema.

    Attributes:
        path: name of a column, or the keys down to a value joined by ``/``; ``*`` stands for any letters.
        use: ``used``, ``ignored`` or ``person``.
        field: what a used one is to its adapter.
        reason: why an ignored one is not used; whom one that is dropped speaks of.
    """

    path: str
    use: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of one format; the first row that fits a path counts, names without ``*`` before the others."""

    name: str
    uses: tuple[Use, ...]
    _known: dict[str, Use | None] = field(default_factory=dict, compare=False)

    def use_of(self, path: str) -> Use | None:
        """Return what is done with a field, null when the schema does not know it."""
        if path not in self._known:
            if len(self._known) > 100_000:
                self._known.clear()
            self._known[path] = next((use for use, pattern in _patterns(self.name) if pattern.fullmatch(path)), None)
        return self._known[path]

    def field_of(self, path: str) -> str:
        """Return what a used field is to its adapter, the empty string for all others."""
        use = self.use_of(path)
        return use.field if use is not None and use.use == USED else ""

    def columns(self, header: Sequence[str]) -> dict[str, list[int]]:
        """Return the places of the columns of each used field."""
        found: dict[str, list[int]] = {}
        for index, name in enumerate(header):
            if known := self.field_of(name):
                found.setdefault(known, []).append(index)
        return found

    def dropped(self, paths: Iterable[str]) -> list[str]:
        """Return the fields that name people, in their order."""
        return [path for path in paths if (use := self.use_of(path)) is not None and use.use == PERSON]

    def left_over(self, paths: Iterable[str]) -> list[str]:
        """Return the fields that the schema does not know, in their order."""
        return [path for path in paths if self.use_of(path) is None]


def left_over_note(names: Iterable[str]) -> str:
    """Say which fields of a document were neither used nor ignored for a reason; empty when there are none."""
    found = list(dict.fromkeys(name for name in names if name))
    if not found:
        return ""
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"fields not used: {', '.join(name[:60] for name in found[:_NAMED])}{more}"


@cache
def schema(name: str) -> Schema:
    """Return the schema of this name."""
    text = resources.files("synopticon.ingest").joinpath(f"schemas/{name}.csv").read_text("utf-8")
    rows = [Use(**row) for row in csv.DictReader(io.StringIO(text, newline=""))]
    return Schema(name, tuple(sorted(rows, key=lambda row: "*" in row.path)))


@cache
def _patterns(name: str) -> tuple[tuple[Use, re.Pattern[str]], ...]:
    found = []
    for use in schema(name).uses:
        words = ".*".join(re.escape(part) for part in use.path.split("*"))
        found.append((use, re.compile(words, re.DOTALL)))
    return tuple(found)


def load() -> None:
    """Read every schema now, for a process that will not be allowed to open files later."""
    for entry in resources.files("synopticon.ingest").joinpath("schemas").iterdir():
        if entry.name.endswith(".csv"):
            _patterns(entry.name.removesuffix(".csv"))
