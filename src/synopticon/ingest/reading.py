"""Reads one document: finds its format by its content, numbers what comes out, and fences every failure.

Inside a format all numbers are local: a `Row` belongs to the `Grid` yielded last, and a passage whose `grid` is not
null stands above the `Grid` yielded next. Here they get their numbers over the whole document, members of archives
and attachments included.
"""

from __future__ import annotations

import contextlib
import encodings
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from synopticon.discover import discover
from synopticon.errors import LimitError, PluginError, SourceError
from synopticon.ingest import limits, phrases, schema
from synopticon.ingest.decoding import codec_of, encoding_of
from synopticon.ingest.format import Content, Facts, Format, Item, Recognise
from synopticon.ingest.signatures import name_of_unread
from synopticon.model.records import Grid, Passage, Row, SetAside
from synopticon.text.language import language_of
from synopticon.text.persons import person_spans

#: Read when nothing better is known of a file that holds text.
_FALLBACK = "text"
#: Imported when they are first needed; see `warm_up`.
_LIBRARIES = (
    "bz2",
    "charset_normalizer",
    "email.parser",
    "lxml.etree",
    "lxml.html",
    "pyarrow.compute",
    "pyarrow.parquet",
    "pypdfium2",
    "pypdfium2.raw",
    "python_calamine",
    "sqlite3",
    "tarfile",
)


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, in the order of their file names."""
    return tuple(discover(importlib.import_module("synopticon.ingest.formats"), "FORMAT", Format))


def format_of(data: bytes, name: str) -> Format:
    """Return the format that recognises the content best; the suffix decides only between equals.

    Raises:
        SourceError: the file is empty, or no format recognises it.
    """
    if not data:
        raise SourceError("empty file", "0 bytes")
    scored = [(known.recognises(data), known) for known in formats()]
    best = max(score for score, _ in scored)
    if best == 0:
        raise SourceError("unsupported format", name_of_unread(data))
    equals = [known for score, known in scored if score == best]
    named = [known for known in equals if name.lower().endswith(known.suffixes)]
    plain = [known for known in equals if known.name == _FALLBACK]
    return (named or plain or equals)[0]


def read_document(
    data: bytes, *, document: str, name: str, source_kind: str, recognise: Recognise | None = None
) -> Iterator[Item]:
    """Yield everything that stands in one document, in reading order; never raises for what the document holds.

    Args:
        data: the bytes of the document.
        document: SHA-256 of `data`, hexadecimal.
        name: its file name, a hint only.
        source_kind: what the case says the source is, one of `vocabulary.SOURCE_KINDS`.
        recognise: reads pages that are pictures, such as `recognition.recognise`, which starts Tesseract. Without one
            such pages are set aside.

    Yields:
        Passages with their ordinals and languages; each grid, then its rows; what is set aside, with the reason; facts.
        A document of which nothing can be read yields one `SetAside` with the empty locator.
    """
    numbering = _Numbering()
    content = Content(document, data, name, "", source_kind, 0, numbering.read_part, recognise)
    yield from numbering.numbered(_fenced(content, numbering))
    if numbering.is_silent:
        yield SetAside(document, "", "nothing to read", "the document holds no text and no rows")
    yield Facts(rows_in=numbering.rows_in, received=numbering.received, is_partial=numbering.is_partial)


def warm_up() -> None:
    """Load every table and library now, for a process that will soon be forbidden to open files."""
    for library in _LIBRARIES:
        importlib.import_module(library)
    for codec in pkgutil.iter_modules(encodings.__path__):
        # Two codecs exist on Windows only.
        with contextlib.suppress(ImportError):
            importlib.import_module(f"encodings.{codec.name}")

    from synopticon.reference.headers import field_of, fields_of  # noqa: PLC0415

    formats()
    phrases.load()
    schema.load()
    field_of("supplier")
    fields_of(("No", "Make"))
    person_spans("Dr Ada Vale, Clerk, 020 7946 0000\nالأستاذة ليلى مراد\n联系人：王小明")
    language_of("The council owns two cameras.")
    codec_of("utf-8")
    encoding_of("Zażółć gęślą jaźń".encode("cp1250") * 8)
    _warm_up_arrow()


def _warm_up_arrow() -> None:
    """Have Arrow reserve its memory and register its functions; it does so when a table is first read."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    # Its own allocators reserve more address space at once than a locked process is allowed.
    pa.set_memory_pool(pa.system_memory_pool())
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table({"Supplier": pa.array(["Osprey"]).dictionary_encode()}), sink)
    data = sink.getvalue().to_pybytes()
    list(read_document(data, document="", name="", source_kind="ledger"))


@dataclass(slots=True)
class _Numbering:
    """What is counted over a whole document while its parts are read."""

    ordinal: int = 0
    grid: int = -1
    rows_in: int = 0
    received: str | None = None
    is_partial: bool = False
    is_silent: bool = True

    def read_part(self, content: Content) -> Iterator[Item]:
        """Read a member or attachment with the right format."""
        if content.depth > limits.DEPTH:
            raise LimitError("nested too deeply", f"more than {limits.DEPTH} containers", locator=content.unit)
        yield from _fenced(content, self)

    def numbered(self, items: Iterator[Item]) -> Iterator[Item]:
        for item in items:
            if type(item) is Row:
                number = self.grid
                self.is_silent = False
                yield item if item.grid == number else replace(item, grid=number)
            elif isinstance(item, Passage):
                self.is_silent = False
                yield self._passage(item)
            elif isinstance(item, Grid):
                self.grid += 1
                yield replace(item, grid=self.grid)
            else:
                self.is_silent = self.is_silent and not isinstance(item, SetAside)
                yield item

    def _passage(self, passage: Passage) -> Passage:
        ordinal = self.ordinal
        self.ordinal += 1
        return replace(
            passage,
            ordinal=ordinal,
            grid=None if passage.grid is None else self.grid + 1,
            language=passage.language or language_of(passage.text),
        )


def _fenced(content: Content, numbering: _Numbering) -> Iterator[Item]:
    """Read one part; whatever its parser raises becomes a `SetAside` with the reason."""
    rows_in = 0
    try:
        found = format_of(content.data, content.name)
        if content.depth == 0:
            yield Facts(media_type=found.media_types[0])
        for item in found.read(content):
            if isinstance(item, Facts):
                rows_in = item.rows_in if item.rows_in is not None else rows_in
                yield _own_facts(item, content, numbering)
            else:
                yield item
    except (KeyboardInterrupt, SystemExit, GeneratorExit, PluginError):
        raise
    except BaseException as error:  # noqa: BLE001  # the fence: native parsers raise PanicException, a BaseException
        problem = _as_source_error(error)
        numbering.is_partial = True
        yield SetAside(content.document, problem.locator or content.unit, problem.reason, problem.detail)
    numbering.rows_in += rows_in


def _own_facts(facts: Facts, content: Content, numbering: _Numbering) -> Facts:
    """Keep what a part says of itself from being taken for a fact about the whole document."""
    numbering.is_partial = numbering.is_partial or facts.is_partial
    if facts.received and (content.depth == 0 or numbering.received is None):
        numbering.received = facts.received
    if content.depth == 0:
        return replace(facts, rows_in=None, received=None)
    note = f"{content.unit}: {facts.note}" if facts.note and content.unit else facts.note
    return Facts(note=note, is_partial=facts.is_partial)


def _as_source_error(error: BaseException) -> SourceError:
    if isinstance(error, SourceError):
        return error
    if isinstance(error, MemoryError | RecursionError):
        return LimitError("too large or too deep", type(error).__name__)
    return SourceError("unreadable", f"{type(error).__name__}: {error}"[:300])
