"""Numbers without a noun: "12 in the car parks", "seven own B", "300 made by A"; what they count stands before."""

from __future__ import annotations

from bisect import bisect_left

from synopticon.read.clauses import Clause
from synopticon.read.spans import MentionSpan, QuantitySpan

#: How far a word that belongs to a number may stand after it.
_NEXT = 14
#: How far before its sentence the things may have been counted that an elliptic number is of.
_EARLIER = 160


def quantities_before(clause: Clause, q: QuantitySpan) -> list[QuantitySpan]:
    """Return the quantities before this one in its sentence and shortly before it, in order."""
    listed = clause.spot.quantities
    at = bisect_left(listed, q.start, key=lambda other: other.start)
    first = bisect_left(listed, clause.sentence[0] - _EARLIER, key=lambda other: other.start)
    return list(listed[max(first, at - _MOST) : at])


#: So many numbers before one are looked at; in a longer run of them none tells what the others count.
_MOST = 40


def is_told_count(clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether words right before say that the number counts what was just named: "البالغ عددها 56"."""
    before = clause.spot.plain[max(clause.start, q.start - _NEXT) : q.start]
    found = clause.cues.last("numbering", before)
    return found is not None and not before[found.end() :].strip(" :")


def told_noun(clause: Clause, q: QuantitySpan) -> MentionSpan | None:
    """Return the noun that such a number counts."""
    if not is_told_count(clause, q):
        return None
    named = [m for m in clause.mentions if m.kind == "product" and m.maker is None and m.end <= q.start]
    return named[-1] if named else None


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
    """Tell whether a bare number counts those who have something: "seven own B", "7个拥有", "nine reported A"."""
    end = q.end if q.unit_end is None else max(q.end, q.unit_end)
    text, stop = clause.spot.plain, min(end + _NEXT, clause.end)
    verbs = (clause.cues.find(cue, text, end, stop) for cue in ("holding", "tie"))
    return any(verb is not None and not text[end : verb.start()].strip() for verb in verbs)


def is_bare(clause: Clause, q: QuantitySpan, unit: str) -> bool:
    """Tell whether a unit only says how things are counted or whose they are: "300台", "300 من صنع", "150 from"."""
    if len(unit) == 1:
        return True
    if q.unit_start is None or q.unit_start < q.end:
        return False
    if any(m.maker and m.start <= q.unit_start < m.end for m in clause.mentions):
        return True
    words = clause.spot.plain[q.end : q.unit_start + len(unit) + 1]
    return any(found.end() > q.unit_start - q.end for found in clause.cues.all("made_by", words))


def told_before(clause: Clause, q: QuantitySpan) -> QuantitySpan | None:
    """Return the number of things earlier in the sentence, whose noun an elliptic number leaves out."""
    earlier = [other for other in quantities_before(clause, q) if other.kind == "count" and other.unit]
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
