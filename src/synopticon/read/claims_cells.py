"""Sentences and lines that stand in a cell of a table, read as running text."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.model.records import Claim, Passage
from synopticon.read.cue import matcher_of
from synopticon.read.frames import Frame, Told
from synopticon.read.gate import Gate
from synopticon.read.reply_spots import prepared
from synopticon.read.rows import Sheet
from synopticon.read.sentences import said_in
from synopticon.read.survey import spots_of


def cell_claims(sheet: Sheet, locator: str, text: str, language: str | None) -> Iterator[Claim]:
    """Yield what the sentences and lines of one cell claim; spans count in the cell."""
    passage = Passage(sheet.document, locator, 0, 0, "paragraph", text, language)
    frame = Frame(sheet.document, sheet.body, sheet.source_kind, language, is_about=True)
    told = Told()
    spots = [*spots_of([passage], language)]
    for spot in prepared(spots, language) if frame.is_reply else spots:
        gate = Gate(spot, matcher_of(spot.language or language), is_reply=frame.is_reply)
        claims, told = said_in(frame, spot, 0, len(spot.plain), told, gate)
        yield from claims
