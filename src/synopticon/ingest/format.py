"""The contract of a file format: bytes in, a stream of records out.

A format file under `formats/` defines ``FORMAT = Format(...)``. It reads one document from memory, never from a
path, opens no file and no socket, and imports its library inside its functions, because it runs in a child process
that may be locked down. It yields, in reading order:

* `Passage` for running text, `Grid` once before the `Row`s of each table, `Row` for each of its rows;
* `PageBoxes` once for every page that has a shape, so that a place in its text is also a place on it;
* `SetAside` for every page, row or member that it cannot read, so that rows in = rows out + rows set aside;
* `Facts`, at any time, for what it learns of the document as a whole (the last value of each field wins).

It raises `SourceError` when nothing of the document can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from synopticon.ingest.words import SeenPage
from synopticon.model.records import Grid, PageBoxes, Passage, Row, SetAside

#: Reads the words in a picture (PNG, JPEG, TIFF, PNM), page by page; raises `SourceError` when it cannot.
Recognise = Callable[[bytes], tuple[SeenPage, ...]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reading tells of the document as a whole; null leaves what is known.

    Attributes:
        rows_in: records that the source has, counted before any is set aside.
        received: the date that the document gives itself, ISO.
        note: one fact more about the reading; notes are collected, not replaced.
        is_partial: something of the document was not read.
    """

    media_type: str | None = None
    pages: int | None = None
    rows_in: int | None = None
    encoding: str | None = None
    received: str | None = None
    note: str | None = None
    is_partial: bool = False


Item = Passage | Grid | Row | SetAside | Facts | PageBoxes


@dataclass(frozen=True, slots=True)
class Content:
    """One document, or one member or part of it, ready to be read.

    Attributes:
        document: SHA-256 of the document as received (also for its members and parts).
        data: the bytes of this document, member or part.
        name: its file name, a hint only; the type is found from the content.
        unit: locator of this part within the document, empty for the document itself.
        source_kind: what the case says the source is: replies, ledger, notices, register, articles, assets.
        depth: how many containers are around it.
        read_part: reads a contained file (an attachment, a member) with the right format, in the same way.
        recognise: reads the words in a picture; null where no program may be started, and scans are set aside.
    """

    document: str
    data: bytes
    name: str
    unit: str
    source_kind: str
    depth: int
    read_part: Callable[[Content], Iterator[Item]]
    recognise: Recognise | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One file format.

    Attributes:
        name: short name, such as ``pdf``.
        media_types: the first is what `documents.media_type` says.
        suffixes: lower case, with the dot; used only between formats that recognise the content equally well.
        recognises: how sure the format is of the content: 0 not at all, 1 may be, 2 by structure, 3 by signature.
        read: yields the items; see the module.
        needs: the program or extra without which it sets a document aside, empty when it needs none.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], int]
    read: Callable[[Content], Iterator[Item]]
    needs: str = ""
