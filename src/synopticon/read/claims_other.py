"""Clauses without a maker and a number: who kept silent, what a system does, what was said of makers named before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.attribution import Voice
from synopticon.read.claims import NO_COUNT, NO_THING, Count, Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause
from synopticon.read.elliptic import bodies_before, is_bare
from synopticon.read.frames import Frame, Told, body_of, date_of, subject_of
from synopticon.read.gate import BEFORE
from synopticon.read.polarity import polarity_of
from synopticon.read.prose_kinds import modality_of
from synopticon.read.spans import MentionSpan, QuantitySpan


def other_claims(frame: Frame, clause: Clause, told: Told, voice: Voice | None) -> Iterator[Claim]:
    """Yield what a clause without makers and numbers may state.

    That somebody kept silent; that a capability or a kind of equipment is used, planned, removed; in a report, what
    is said of the maker that an earlier clause of the same sentence named ("…, but no contract was reached").
    """
    text = clause.plain
    kept_quiet = [] if frame.is_reply else _silences(clause)
    if kept_quiet:
        for state, core, counts in kept_quiet:
            for count in [_bodies_of(clause, q) for q in counts] or [NO_COUNT]:
                yield from plain_claim(frame, clause, state, core, None, count=count, polarity="affirmed")
        return
    if frame.is_reply and (denied := _denied_equipment(clause)) is not None:
        thing = Thing(product_kind=denied.product_kind)
        core = (denied.start, denied.end)
        yield from plain_claim(frame, clause, "owned", core, voice, thing, polarity="negated")
        return
    modality = modality_of(clause, None)
    if modality is None:
        return
    earlier = [
        m for m in clause.spot.mentions if clause.sentence[0] <= m.start < clause.start and m.maker in told.thing.makers
    ]
    if any(name == "contracted" and pattern.search(text) for name, pattern in clause.cues.modalities):
        modality = "contracted"
    if not frame.is_reply and earlier and modality in {"contracted", "talks"}:
        makers = told.thing.makers
        yield from plain_claim(frame, clause, modality, (clause.end - 1, clause.end), voice, Thing(makers=makers))
        return
    lasting = next((q for q in clause.quantities if q.kind == "duration" and modality == "planned"), None)
    if lasting is not None and not frame.is_reply:
        near = (m for m in clause.spot.mentions if clause.sentence[0] - BEFORE <= m.start < clause.end)
        if any(m.kind in {"product", "capability"} for m in near):
            core = (lasting.start, lasting.end)
            yield from plain_claim(frame, clause, modality, core, voice, count=_count_of(lasting))
            return
    named = next((m for m in clause.mentions if m.kind == "capability"), None)
    if named is None and not frame.is_reply:
        # A system is spoken of as one thing; a plain "cameras" without number and maker tells too little.
        named = next((m for m in clause.mentions if m.kind == "product" and m.product_kind == "platform"), None)
    if named is not None and modality in {
        "used",
        "owned",
        "installed",
        "planned",
        "removed",
        "delivered",
        "contracted",
    }:
        thing = Thing(product_kind=named.product_kind, capability=named.id if named.kind == "capability" else None)
        yield from plain_claim(frame, clause, modality, (named.start, named.end), voice, thing)


def _bodies_of(clause: Clause, q: QuantitySpan) -> Count:
    """Return how many bodies kept silent; the noun of a bare number stands before ("of 56 councils, eleven …")."""
    count = _count_of(q)
    if q.unit is not None and not is_bare(clause, q, q.unit):
        return count
    told = bodies_before(clause, q)
    return count if told is None else replace(count, unit=told.unit)


def _silences(clause: Clause) -> list[tuple[str, tuple[int, int], list[QuantitySpan]]]:
    """Return who did not answer and who refused to: modality, place, and how many each time."""
    text = clause.plain
    found = [
        (clause.start + hit.start(), clause.start + hit.end(), modality)
        for cue, modality in (("not_responded", "not_responded"), ("declined", "refused"))
        for hit in clause.cues.all(cue, text)
    ]
    found.sort()
    events: list[tuple[str, tuple[int, int], list[QuantitySpan]]] = []
    for at, (start, end, modality) in enumerate(found):
        before = clause.start if not at else start if clause.cues.verb_first else found[at - 1][1]
        after = found[at + 1][0] if at + 1 < len(found) else clause.end
        counts = [q for q in clause.quantities if q.kind == "count" and before <= q.start < after]
        events.append((modality, (start, end), _silent(clause, (start, end), counts)))
    return events


def _silent(clause: Clause, core: tuple[int, int], counts: list[QuantitySpan]) -> list[QuantitySpan]:
    """Return how many kept silent: the numbers after the words for it where the verb comes first, else those before."""
    after = [q for q in counts if q.start >= core[0] and q.unit]
    if clause.cues.verb_first and after:
        return after
    before = [q for q in counts if q.end <= core[0]]
    if not before:
        return after
    nearest = before[-1]
    if nearest.unit is None and core[0] - nearest.end > _BARE_REACH:
        return []
    # "Six boroughs and three councils did not reply": what no comma parts belongs together.
    joined = [
        q
        for q in before
        if not any(c in (gap := clause.spot.plain[q.end : nearest.start]) for c in ",،，;")
        and len(gap.split()) <= _JOINED
    ]
    return [q for q in joined if q.unit or q is nearest]


#: Between two numbers of those who kept silent stand so many words at most: "six boroughs and three councils".
_JOINED = 5
#: How far before the word for silence a number without a noun may stand: "and three did not answer".
_BARE_REACH = 12


def _denied_equipment(clause: Clause) -> MentionSpan | None:
    """Return the word for equipment that a body says it has none of, whatever the maker: "has no cameras"."""
    verb = clause.cues.find("holding", clause.plain)
    while verb is not None:
        first, last = clause.start + verb.start(), clause.start + verb.end()
        named = next((m for m in clause.mentions if m.kind == "product" and m.maker is None and m.start >= last), None)
        if named is None or named.start - last > _OBJECT:
            return None
        between = clause.spot.plain[last : named.start]
        is_plain = not any(c in between for c in ",.;:،。，") and not clause.cues.has("detail", between)
        before = clause.spot.plain[max(clause.start, first - _VERB_REACH) : first]
        denies = clause.cues.has("negation", before + between) or clause.cues.has(
            "negation", clause.plain[:1] + between
        )
        if is_plain and denies and len(between.split()) <= _OBJECT_WORDS and not _is_recorded(between):
            return named
        verb = clause.cues.find("holding", clause.plain, verb.end())
    return None


def _is_recorded(between: str) -> bool:
    """Tell whether what is not held is a record or a detail of the equipment and not the equipment."""
    return bool(
        {"of", "on", "about", "for", "list", "record", "records", "information", "data", "in"} & set(between.split())
    )


_OBJECT, _OBJECT_WORDS, _VERB_REACH = 40, 5, 24


def _count_of(q: QuantitySpan | None) -> Count:
    if q is None:
        return NO_COUNT
    return Count(q.value if isinstance(q.value, Decimal) else None, q.low, q.high, q.unit, q.qualifier)


def plain_claim(  # noqa: PLR0917  # the parts of one statement
    frame: Frame,
    clause: Clause,
    modality: str,
    core: tuple[int, int],
    voice: Voice | None,
    thing: Thing = NO_THING,
    count: Count = NO_COUNT,
    polarity: str | None = None,
) -> Iterator[Claim]:
    """Yield a claim without a maker of its own; `polarity` where it is known without reading the clause."""
    evidence = text_evidence(
        frame.document,
        clause.spot.passage.unit,
        clause.spot.passage.start,
        clause.spot.passage.text,
        (clause.start, clause.end),
        core,
        clause.cues.language,
    )
    if evidence is None:
        return
    if polarity is None:
        polarity = "affirmed" if modality == "not_responded" else polarity_of(clause, *core, has_number=False)
    yield make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=thing,
        count=count,
        polarity=polarity,
        confidence="low",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
    )
