"""Numbers that a reply takes back or brings down: "we said 83, it should read 38", "bought 50, leaving 45"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.binding import Part
from synopticon.read.claims import Count, Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause, Spot, cues_at
from synopticon.read.frames import Frame
from synopticon.read.reply_words import reply_matcher


def after_correction(clause: Clause, parts: list[Part]) -> list[Part]:
    """Return the statement of a clause that takes a number back and gives the right one; else the parts as they are."""
    found = clause.cues.find("corrected", clause.plain)
    if found is None:
        return parts
    place = clause.start + found.end()
    wrong = next((part for part in parts if part.quantity is not None and part.quantity.end <= place), None)
    right = next((q for q in clause.quantities if q.kind == "count" and 0 <= q.start - place <= _NEXT), None)
    if wrong is None or right is None or not wrong.thing.makers:
        return parts
    value = right.value if isinstance(right.value, Decimal) else None
    count = Count(value, right.low, right.high, wrong.count.unit, right.qualifier)
    return [replace(wrong, count=count, quantity=right, start=right.start, end=right.end)]


#: How far after the words that put something right the right number stands.
_NEXT = 20


def left_over(frame: Frame, spot: Spot, span: tuple[int, int], claims: list[Claim]) -> list[Claim]:
    """Return the claims of a reply's sentence with what is left of the things after some went.

    The number told before ("we bought 50") is then no holding any more.
    """
    words = reply_matcher(spot.language)
    text = spot.plain[slice(*span)]
    found = words.find("left", text) if words is not None else None
    if found is None:
        return claims
    place = span[0] + found.end()
    count = next((q for q in spot.quantities if q.kind == "count" and 0 <= q.start - place <= _AFTER), None)
    before = next((c for c in reversed(claims) if c.makers and c.quantity is not None), None)
    if count is None or before is None or not isinstance(count.value, Decimal) or count.end > span[1]:
        return claims
    if before.quantity is None or before.quantity <= count.value or before.modality not in _TOLD:
        return claims
    if words is not None and words.has("rest", found.group()) and not _went(spot, span, found.start(), before):
        return claims
    passage = spot.passage
    core = (count.start, count.end)
    evidence = text_evidence(frame.document, passage.unit, passage.start, passage.text, span, core, spot.language)
    if evidence is None:
        return claims
    thing = Thing(before.makers, before.brand, before.model, before.product_kind)
    left = Count(count.value, count.low, count.high, before.unit, count.qualifier)
    claim = make_claim(
        evidence, "owned", extractor="prose", thing=thing, count=left, confidence="medium", body=frame.body
    )
    went = [replace(c, modality="removed") if c is before and c.modality in _HELD else c for c in claims]
    return [*went, claim]


def _went(spot: Spot, span: tuple[int, int], end: int, before: Claim) -> bool:
    """Tell whether some of the things told before went: "the remaining 13" is else the rest of a list of makes."""
    if before.modality == "removed":
        return True
    cues, words = cues_at(spot, span), reply_matcher(spot.language)
    text = spot.plain[span[0] : span[0] + end]
    is_removed = cues is not None and any(name == "removed" and p.search(text) for name, p in cues.modalities)
    return is_removed or (words is not None and any(words.has(name, text) for name in ("gone", "returned")))


#: How far after "leaving" the number stands.
_AFTER = 14
_HELD = {"owned", "used", "installed", "delivered"}
_TOLD = {*_HELD, "removed"}
