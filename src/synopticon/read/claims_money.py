"""Amounts of money in sentences: what kind they are, what they are for, who estimated them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.attribution import Voice
from synopticon.read.binding import Part
from synopticon.read.claims import NO_COUNT, NO_THING, Money, Thing, make_claim, text_evidence, without_person
from synopticon.read.clauses import Clause
from synopticon.read.frames import Frame, Told, body_of, date_of, subject_of, supplier_of
from synopticon.read.gate import BEFORE
from synopticon.read.polarity import polarity_of
from synopticon.read.prose_kinds import amount_kind, money_modality
from synopticon.read.spans import QuantitySpan

_ESTIMATOR_LENGTH = 80


def part_for(parts: list[Part]) -> Part | None:
    """Return what an amount is for: the one part, or all makers together where no number tells them apart."""
    named = [part for part in parts if part.thing.makers]
    if len({part.thing.makers for part in named}) == 1:
        return named[0] if len(parts) == 1 else replace(named[0], count=NO_COUNT, quantity=None)
    if len(named) < 2 or any(part.quantity is not None for part in named):
        return parts[0] if len(parts) == 1 else None
    makers = tuple(dict.fromkeys(maker for part in named for maker in part.thing.makers))
    return replace(named[0], thing=replace(named[0].thing, makers=makers), end=named[-1].end)


def money_claim(  # noqa: PLR0917  # the parts of one statement
    frame: Frame, clause: Clause, q: QuantitySpan, part: Part | None, told: Told, voice: Voice | None
) -> Claim | None:
    """Return the claim of one amount of a clause, null where nothing tells what it is or what it is for."""
    kind = amount_kind(clause)
    thing, count = (part.thing, part.count) if part is not None else (NO_THING, NO_COUNT)
    if part is None and frame.is_reply:
        thing = replace(told.thing, model=None) if told.thing.makers else NO_THING
    near = clause.mentions
    if not frame.is_reply:
        # "He said the 100 million plan was backed …": what is planned stands in the sentence before.
        near = tuple(m for m in clause.spot.mentions if clause.sentence[0] - BEFORE <= m.start < clause.end)
    words = [m for m in near if m.kind in {"product", "capability", "maker", "brand", "model"}]
    if not frame.is_reply and not thing.makers and (maker := _named_before(clause, q)) is not None:
        thing = replace(thing, makers=(maker,))
    if kind is None or not (words or thing.makers or (not frame.is_reply and told.noun[0] is not None)):
        return None
    is_upkeep = clause.cues.has("maintenance", clause.plain)
    if is_upkeep:
        thing = Thing(product_kind="service_maintenance")
        kind = kind if kind in {"estimate", "budget", "invoice"} else "paid"
    if kind != "estimate":
        count = NO_COUNT
    modality = money_modality(kind)
    start, end = (min(q.start, part.start), max(q.end, part.end)) if part is not None else (q.start, q.end)
    evidence = text_evidence(
        frame.document,
        clause.spot.passage.unit,
        clause.spot.passage.start,
        clause.spot.passage.text,
        (clause.start, clause.end),
        (start, end),
        clause.cues.language,
    )
    if evidence is None:
        return None
    amount = q.value if isinstance(q.value, Decimal) else (q.low or q.high)
    polarity = polarity_of(clause, q.start, q.end, has_number=True)
    return make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=thing,
        count=count,
        money=Money(amount, q.currency, kind, _estimated_by(clause) if kind == "estimate" else None),
        polarity="estimated" if kind == "estimate" and polarity == "affirmed" else polarity,
        confidence="medium",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
        supplier=supplier_of(clause),
        basis="annual" if clause.cues.has("annual", clause.plain) else None,
    )


def _named_before(clause: Clause, q: QuantitySpan) -> str | None:
    """Return the maker named shortly before an amount in its sentence: "awarded to A, for 2.4 million"."""
    first = max(clause.sentence[0], q.start - _AMOUNT_REACH)
    named = [m for m in clause.spot.mentions if m.maker and first <= m.start and m.end <= q.start]
    only = {m.maker for m in clause.spot.mentions if m.maker and clause.sentence[0] <= m.start < clause.sentence[1]}
    if len(only) == 1 and any(m.maker and clause.sentence[0] <= m.start < q.start for m in clause.spot.mentions):
        return only.pop()
    counted = any(named and named[-1].end <= o.start < q.start and o.kind == "money" for o in clause.spot.quantities)
    return named[-1].maker if named and not counted else None


#: How far after a maker's name an amount still is for it.
_AMOUNT_REACH = 40


def _estimated_by(clause: Clause) -> str | None:
    """Return who made the estimate: the words after "estimated by" up to the amount."""
    cue = clause.cues.find("estimated_by", clause.plain)
    if cue is None:
        return None
    start = clause.start + cue.end()
    ends = [q.start for q in clause.quantities if q.start >= start]
    words = clause.spot.passage.text[start : min([*ends, clause.end])]
    words = re.split(r"[,;.:]", words)[0].strip()
    words = re.sub(r"\s+(?:at|to|as|that|of)(?:\s.*)?$", "", words)
    return without_person(words[:_ESTIMATOR_LENGTH]) if words else None
