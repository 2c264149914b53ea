"""Sentences that stand in a cell of a table, read as running text."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.model.records import Claim, Passage
from synopticon.read.claims_prose import sentence_claims
from synopticon.read.clauses import sentence_spans
from synopticon.read.frames import Frame, Told
from synopticon.read.rows import Sheet
from synopticon.read.states import state_claims
from synopticon.read.survey import spots_of


def cell_claims(sheet: Sheet, locator: str, text: str, language: str | None) -> Iterator[Claim]:
    """Yield what the sentences of one cell claim; spans count in the cell."""
    passage = Passage(sheet.document, locator, 0, 0, "paragraph", text, language)
    (spot,) = spots_of([passage], language)
    frame = Frame(sheet.document, sheet.body, sheet.source_kind, language)
    told = Told()
    for span in sentence_spans(spot):
        if frame.is_reply:
            yield from state_claims(sheet.document, sheet.body, spot, span)
        claims, told = sentence_claims(frame, spot, span, told)
        yield from claims
