"""What a locked process does with a document: reads it, or reads some of its pages a second time."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.ingest import second
from synopticon.ingest.format import Item, Recognise
from synopticon.ingest.reading import read_document
from synopticon.ingest.reading import warm_up as warm_up_formats
from synopticon.ingest.second import SecondReading

Answer = Item | SecondReading


def work(
    data: bytes, *, document: str, name: str, source_kind: str, recognise: Recognise | None = None, spots: str = ""
) -> Iterator[Answer]:
    """Yield what `read_document` yields, or with `spots` what `second.second_readings` does."""
    if spots:
        yield from second.second_readings(data, document=document, name=name, spots=spots)
    else:
        yield from read_document(data, document=document, name=name, source_kind=source_kind, recognise=recognise)


def warm_up() -> None:
    """Load all that either needs."""
    warm_up_formats()
    second.warm_up()
