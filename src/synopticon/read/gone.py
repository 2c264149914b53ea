"""Equipment that a later sentence of a reply takes away again: "They have all since been replaced with B; 91 now"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.claims import Count, Thing, make_claim, text_evidence
from synopticon.read.clauses import Spot, cues_at
from synopticon.read.reply_words import reply_matcher

_HELD = {"owned", "used", "installed", "delivered"}


def gone_in(spot: Spot, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return where a sentence of a reply says that all that was told before it is gone; null when it does not."""
    words = reply_matcher(spot.language)
    text = spot.plain[slice(*span)]
    found = words.find("gone_since", text) if words is not None else None
    return None if found is None or "?" in text else (span[0] + found.start(), span[0] + found.end())


def without_gone(spot: Spot, gone: tuple[int, int], told: list[Claim], found: list[Claim]) -> list[Claim]:
    """Return the claims of a sentence and of the one before it when the sentence says that the things are gone.

    Args:
        spot: where the sentence stands.
        gone: where it says so.
        told: what the last sentence that named makers claimed.
        found: what the sentence itself claims: makers before the words are gone, those after them took their place.
    """
    before = {m.maker for m in spot.mentions if m.maker and m.end <= gone[0]}
    after = {m.maker for m in spot.mentions if m.maker and m.start >= gone[1]}
    here = [_placed(claim, spot, gone, before=before, after=after) for claim in found]
    is_here = any(claim.modality == "removed" and claim.makers for claim in here)
    return [*(told if is_here else (_removed(claim) for claim in told)), *here]


def with_planned(spot: Spot, span: tuple[int, int], found: list[Claim]) -> list[Claim]:
    """Return the claims of a sentence on a replacement to come: "ordered 20 A to replace our 18 B" removes nothing."""
    words, cues = reply_matcher(spot.language), cues_at(spot, span)
    text = spot.plain[slice(*span)]
    hit = words.find("to_replace", text) if words is not None else None
    if hit is None or cues is None or not any(claim.makers for claim in found):
        return found
    lead = text[: hit.start()]
    is_planned = any(name in {"planned", "contracted"} and p.search(lead) for name, p in cues.modalities)
    if words is None or not (is_planned or words.has("intended", text)):
        return found
    place = span[0] + hit.start()
    new = {m.maker for m in spot.mentions if m.maker and span[0] <= m.start < place}
    old = {m.maker for m in spot.mentions if m.maker and place <= m.start < span[1]}
    return [_to_come(claim, new=new, old=old) for claim in found]


def _to_come(claim: Claim, *, new: set[str], old: set[str]) -> Claim:
    makers = set(claim.makers)
    if not makers or claim.modality not in {*_HELD, "removed", "planned", "contracted"}:
        return claim
    if makers <= new and not makers & old:
        return replace(claim, modality="planned")
    return replace(claim, modality="owned") if makers <= old and not makers & new else claim


def _removed(claim: Claim) -> Claim:
    is_held = claim.makers and claim.modality in _HELD and claim.polarity in {"affirmed", "estimated"}
    return replace(claim, modality="removed") if is_held else claim


def _placed(claim: Claim, spot: Spot, gone: tuple[int, int], *, before: set[str], after: set[str]) -> Claim:
    """Return a claim as gone, or as what took the place of what is gone, by where its maker stands."""
    makers = set(claim.makers)
    if makers and makers <= after:
        new = replace(claim, modality="owned") if claim.modality == "removed" else claim
        return _counted(new, spot, gone[1]) if new.quantity is None and new.modality in _HELD else new
    return _removed(claim) if makers and makers <= before and _names(spot, claim, gone[0]) else claim


def _names(spot: Spot, claim: Claim, end: int) -> bool:
    """Tell whether the sentence of the words names the makers before them."""
    start = max(spot.plain.rfind(".", 0, end), spot.plain.rfind("。", 0, end)) + 1
    return any(m.maker in claim.makers and start <= m.start < end for m in spot.mentions)


def _counted(claim: Claim, spot: Spot, start: int) -> Claim:
    """Give what took the place its number where one stands right behind it: "with A; there are 91 of those today"."""
    named = [m for m in spot.mentions if m.maker and m.start >= start]
    cues = cues_at(spot, (0, len(spot.plain)))
    if cues is None or claim.polarity != "affirmed" or len({m.maker for m in named}) != 1:
        return claim
    end = named[-1].end
    for q in spot.quantities:
        if q.kind != "count" or q.start < end or q.start - end > _NEAR or not isinstance(q.value, Decimal):
            continue
        rest = spot.plain[q.end : q.end + _OF_THEM]
        if _BREAK.search(spot.plain[end : q.start]) or not (cues.has("back", rest) or q.product_kind):
            break
        return _with_number(claim, spot, (start, q.end), Count(q.value, q.low, q.high, claim.unit, q.qualifier))
    return claim


def _with_number(claim: Claim, spot: Spot, span: tuple[int, int], count: Count) -> Claim:
    """Return the claim with its number, at the place that shows both."""
    passage = spot.passage
    names = [m.start for m in spot.mentions if m.maker in claim.makers and m.start >= span[0]]
    core = (min(names, default=span[0]), span[1])
    evidence = text_evidence(
        claim.document, passage.unit, passage.start, passage.text, core, core, claim.language or spot.language
    )
    if evidence is None:
        return claim
    thing = Thing(claim.makers, claim.brand, claim.model, claim.product_kind)
    return make_claim(
        evidence,
        claim.modality,
        extractor=claim.extractor,
        thing=thing,
        count=count,
        confidence="medium",
        body=claim.body,
    )


_NEAR, _OF_THEM = 40, 14
_BREAK = re.compile(r"[.。?!]")
