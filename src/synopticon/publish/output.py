"""The contract of an output: a publication in, files below a folder out.

An output file under `outputs/` defines ``OUTPUT = Output(...)``. It writes only below the folder that it is given,
writes the same bytes for the same publication, and returns the paths that it wrote, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from synopticon.model.case import Case
from synopticon.store.tables import to_records

RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class ListStatus:
    """An official list as this run used it.

    Attributes:
        list: code of the list, such as those of `reference/designations.csv`.
        name: its full name.
        legal_type: what kind of law it is; one of `model.vocabulary.LEGAL_TYPES`.
        edition: day of the copy that was read, ISO.
        entries: how many entries that copy has.
        sha256: hash of that copy, or of the table that was used in its place.
        source: where it was learned, in words or as an address (printed, never loaded).
    """

    list: str
    name: str = ""
    legal_type: str = ""
    jurisdiction: str = ""
    edition: str = ""
    entries: int | None = None
    sha256: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What a reader may know of the run that made the tables. It holds no times, so that a rebuild is the same bytes.

    Attributes:
        version: version of the program.
        counts: (what, how many) pairs, in the order in which they are printed.
        lists: the official lists as they were used.
        notes: sentences that qualify everything that is published.
        notice: text of a banner on every page, such as that the case is made up.
    """

    version: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    lists: tuple[ListStatus, ...] = ()
    notes: tuple[str, ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that an output may print: withheld names are already out, rows stand in their fixed order.

    Attributes:
        tables: by the names of `model.tables.PUBLISHED`, all of them present.
    """

    case: Case
    run: RunInfo
    tables: Mapping[str, pa.Table] = field(default_factory=dict[str, pa.Table])

    def records(self, kind: type[RecordT], name: str) -> Iterator[RecordT]:
        """Yield the rows of a table as records."""
        return to_records(kind, self.tables[name])


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of publication.

    Attributes:
        name: folder below OUT that it writes to, such as ``data``.
        write: takes that folder and the publication, returns the files it wrote.
    """

    name: str
    write: Callable[[Path, Publication], list[Path]]
