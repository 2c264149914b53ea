"""Numbers without a noun: "12 in the car parks", "seven own B", "300 made by A"; what they count stands before."""

from __future__ import annotations

from synopticon.read.clauses import Clause
from synopticon.read.spans import QuantitySpan

#: How far a word that belongs to a number may stand after it.
_NEXT = 14
#: How far before its sentence the things may have been counted that an elliptic number is of.
_EARLIER = 160


def shares_noun(clause: Clause, q: QuantitySpan) -> QuantitySpan | None:
    """Return the number right after this one whose noun both have: "300 and 150 cameras"."""
    if q.unit is not None or q.kind != "count":
        return None
    following = next((other for other in clause.quantities if other.start >= q.end), None)
    if following is None or following.unit is None or following.kind != "count" or following.product_kind is None:
        return None
    gap = clause.spot.plain[q.end : following.start].split()
    return following if len(gap) == 1 and len(gap[0]) <= _JOINER else None


#: The longest word that joins two numbers: "and", "و", "和".
_JOINER = 3


def is_owner(clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a bare number counts those who have something: "seven own B", "7个拥有"."""
    end = q.end if q.unit_end is None else max(q.end, q.unit_end)
    verb = clause.cues.find("holding", clause.spot.plain, end, min(end + _NEXT, clause.end))
    return verb is not None and not clause.spot.plain[end : verb.start()].strip()


def is_bare(clause: Clause, q: QuantitySpan, unit: str) -> bool:
    """Tell whether a unit only says how things are counted or whose they are: "300台", "300 من صنع", "150 units"."""
    if len(unit) == 1:
        return True
    at = q.unit_start
    return at is not None and clause.cues.find("made_by", clause.spot.plain[q.end : at + len(unit) + 1]) is not None


def told_before(clause: Clause, q: QuantitySpan) -> QuantitySpan | None:
    """Return the number of things earlier in the sentence, whose noun an elliptic number leaves out."""
    earlier = [
        other
        for other in clause.spot.quantities
        if other.kind == "count" and other.unit and clause.sentence[0] - _EARLIER <= other.start < q.start
    ]
    things = [other for other in earlier if other.product_kind is not None]
    return things[-1] if things else earlier[-1] if earlier and q.unit is None else None


def bodies_before(clause: Clause, q: QuantitySpan) -> QuantitySpan | None:
    """Return the number of bodies named last, whose noun a bare number of owners leaves out."""
    earlier = (
        other
        for other in reversed(clause.spot.quantities)
        if other.kind == "count" and other.start < q.start and other.product_kind is None
    )
    return next((other for other in earlier if other.unit is not None and not is_bare(clause, other, other.unit)), None)


def with_listed(clause: Clause, counts: list[QuantitySpan]) -> list[QuantitySpan]:
    """Add the bare numbers that go on counting what the first one counts: "12 in the car parks and 12 at the depot"."""
    kept = list(counts)
    for q in clause.quantities:
        if q in kept or q.kind != "count" or q.product_kind is not None or not kept or q.start < kept[0].start:
            continue
        if q.unit is not None and not is_bare(clause, q, q.unit):
            continue
        after = clause.cues.find("place", clause.spot.plain, q.end, min(q.end + 4 + _NEXT, clause.end))
        if after is not None and not clause.spot.plain[q.end : after.start()].strip():
            kept.append(q)
    return sorted(kept, key=lambda q: q.start)
