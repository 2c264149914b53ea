"""The sentences of a passage one after the other: what each claims, denies, guesses or takes away from those before."""

from __future__ import annotations

from synopticon.model.records import Claim
from synopticon.read.claims_prose import heard, sentence_claims
from synopticon.read.clauses import Spot, cues_at, sentence_spans
from synopticon.read.corrections import left_over
from synopticon.read.denials import denial_claims, with_strokes
from synopticon.read.frames import Frame, Told
from synopticon.read.gate import Gate
from synopticon.read.gone import gone_in, with_planned, without_gone
from synopticon.read.guesses import is_guess
from synopticon.read.states import of_equipment, state_claims

_HELD = {"owned", "used", "installed", "delivered"}


def said_in(  # noqa: PLR0917  # a stretch of a passage and what is known before it
    frame: Frame, spot: Spot, start: int, end: int, told: Told, gate: Gate
) -> tuple[list[Claim], Told]:
    """Return what the sentences of a stretch of a passage claim, and what is known behind it.

    Args:
        frame: what holds for the document.
        spot: the passage.
        start: where the stretch begins in it.
        end: where it ends.
        told: what earlier sentences told.
        gate: of the passage.
    """
    claims: list[Claim] = []
    is_told = told.is_open if frame.is_reply else told.noun[0] is not None
    if start >= end or (not spot.mentions and gate.is_empty(is_told=is_told)):
        return claims, told
    mark = 0
    for span in sentence_spans(spot, start, end):
        gone = gone_in(spot, span) if frame.is_reply and spot.passage.kind != "heading" else None
        if not gate.lets(span, is_told=told.is_open if frame.is_reply else told.noun[0] is not None):
            claims = without_gone(spot, gone, claims, []) if gone is not None else claims
            told = heard(told, spot, span) if spot.mentions else told
            continue
        if frame.is_reply and spot.passage.kind != "heading":
            claims.extend(state_claims(frame.document, frame.body, spot, span))
        if frame.is_reply and is_guess(spot, span):
            continue
        found, told = sentence_claims(frame, spot, span, told)
        if frame.is_reply:
            found = with_strokes(
                of_equipment(found, cues_at(spot, span), spot.plain[slice(*span)]),
                frame.document,
                frame.body,
                spot,
                span,
            )
            found = with_planned(spot, span, found)
            if not any(claim.makers or claim.polarity == "negated" for claim in found):
                found = [*found, *denial_claims(frame.document, frame.body, spot, span)]
            earlier, last = claims[:mark], claims[mark:]
            if any(claim.makers and claim.modality in _HELD for claim in found):
                mark = len(claims)
            told_now = without_gone(spot, gone, last, found) if gone is not None else [*last, *found]
            claims = left_over(frame, spot, span, [*earlier, *told_now])
            continue
        claims.extend(found)
    return claims, told
