"""What is done with what a number counts: by the verb nearest to it."""

from __future__ import annotations

from synopticon.read.clauses import Clause, clause_of
from synopticon.read.prose_kinds import modality_of
from synopticon.read.settings import Setting
from synopticon.read.spans import QuantitySpan


def doing_of(setting: Setting, clause: Clause, q: QuantitySpan, *, is_body: bool) -> str:
    """Return the modality of a number: that of the words between it and its neighbours, else of its clause."""
    cues = clause.cues
    others = [o for o in clause.quantities if o.kind in {"count", "share", "money"} and o is not q]
    first = max((o.end for o in others if o.end <= q.start), default=clause.start)
    last = min((o.start for o in others if o.start >= q.end), default=clause.end)
    if is_body:
        for cue, modality in (("not_responded", "not_responded"), ("declined", "refused")):
            if cues.find(cue, setting.plain, q.start, last) is not None:
                return modality
    right = _within(setting, clause, q.start, last)
    left = _within(setting, clause, first, q.end)
    ordered = (right, left) if q.unit is None or is_body else (left, right)
    found = next((modality for modality in ordered if modality is not None), None)
    if found is None and not any(o.kind == "count" for o in others):
        found = _within(setting, clause, clause.start, clause.end)
    return found or "owned"


def _within(setting: Setting, clause: Clause, start: int, end: int) -> str | None:
    part = clause_of(setting.spot, start, end, clause.sentence, clause.cues)
    return modality_of(part, None)
