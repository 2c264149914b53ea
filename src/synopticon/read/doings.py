"""What is done with what a number counts: by the deed that stands nearest to it."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.read.clauses import Clause, clause_of
from synopticon.read.prose_kinds import modality_of
from synopticon.read.settings import Setting
from synopticon.read.spans import QuantitySpan


@dataclass(frozen=True, slots=True)
class _Deed:
    modality: str
    start: int
    end: int


def doing_of(setting: Setting, clause: Clause, q: QuantitySpan, *, is_body: bool) -> str | None:
    """Return the modality of a number: that of the words between it and its neighbours, else of its clause."""
    cues = clause.cues
    others = [o for o in clause.quantities if o.kind in {"count", "share", "money"} and o is not q]
    first = max((o.end for o in others if o.end <= q.start), default=clause.start)
    last = min((o.start for o in others if o.start >= q.end), default=clause.end)
    if is_body:
        for cue, modality in (("not_responded", "not_responded"), ("declined", "refused")):
            if cues.find(cue, setting.plain, q.start, last) is not None:
                return modality
    near = _nearest(setting, clause, q, first, last)
    if near is None and (first, last) != (clause.start, clause.end):
        near = _nearest(setting, clause, q, clause.start, clause.end)
    if near is not None:
        return near
    if any(o.kind == "count" for o in others):
        return None
    return modality_of(clause_of(setting.spot, clause.start, clause.end, clause.sentence, cues), None)


def deed_in(clause: Clause) -> str | None:
    """Return the modality of the first deed of a clause."""
    found = [
        (hit.start(), order, modality)
        for order, (modality, pattern) in enumerate(clause.cues.deeds)
        if (hit := pattern.search(clause.spot.plain, clause.start, clause.end)) is not None
    ]
    return min(found)[2] if found else None


def _nearest(setting: Setting, clause: Clause, q: QuantitySpan, first: int, last: int) -> str | None:
    """Return the modality of the deed nearest to a number; one before it counts as nearer than one after."""
    deeds = _deeds(setting, clause, first, last)
    end = q.end if q.unit_end is None else max(q.end, q.unit_end)
    before = [deed for deed in deeds if deed.end <= q.start]
    after = [deed for deed in deeds if deed.start >= q.end]
    left = q.start - before[-1].end if before else _FAR
    right = max(0, after[0].start - end) if after else _FAR
    if not before and not after:
        return None
    is_subject = right <= _SUBJECT and (not before or left > _OBJECT)
    if before and not is_subject and left <= right + _LEFT:
        return before[-1].modality
    return after[0].modality if after else before[-1].modality


_FAR, _LEFT, _SUBJECT, _OBJECT = 1_000, 40, 24, 12


def _deeds(setting: Setting, clause: Clause, first: int, last: int) -> list[_Deed]:
    """Return the deeds in a stretch of text, in order; one within another is none ("will be installed")."""
    found = [
        _Deed(modality, hit.start(), hit.end())
        for modality, pattern in clause.cues.deeds
        for hit in pattern.finditer(setting.plain, first, last)
    ]
    found.sort(key=lambda deed: (deed.start, -deed.end))
    kept: list[_Deed] = []
    for deed in found:
        if not kept or deed.start >= kept[-1].end:
            kept.append(deed)
    return kept
