"""What a clause says is done with the equipment, and what kind of amount it states."""

from __future__ import annotations

from synopticon.read.binding import Part
from synopticon.read.clauses import Clause
from synopticon.read.reply_words import reply_matcher

_LONG, _NEAR = 160, 90
_HELD = {"owned", "installed", "used", "delivered"}


def modality_of(clause: Clause, part: Part | None) -> str | None:
    """Return the modality of a part of a clause, null when no cue names one."""
    text = clause.plain
    found = clause.cues.modalities_in(text)
    if part is not None and part.quantity is None and clause.end - clause.start > _LONG:
        # In a long clause a verb far from the name speaks of something else.
        first, last = part.start - clause.start - _NEAR, part.end - clause.start + _NEAR
        found = {modality: match for modality, match in found.items() if first <= match.start() <= last}
    if not found:
        return None
    if "removed" in found:
        replaced = _replacement(clause, part, is_planned="planned" in found)
        if replaced is not None:
            return replaced
    if _is_past(clause) and any(modality in _HELD for modality in found):
        return "removed"
    return next(modality for modality, _ in clause.cues.modalities if modality in found)


def _is_past(clause: Clause) -> bool:
    """Tell whether words put the holding in the past; "now" in a later clause of the sentence takes them back."""
    if clause.cues.has("past", clause.plain):
        return True
    words = reply_matcher(clause.cues.language)
    is_now = words is not None and words.has("now", clause.plain)
    return not is_now and clause.cues.has("past", clause.sentence_plain)


def _replacement(clause: Clause, part: Part | None, *, is_planned: bool) -> str | None:
    """Tell the old from the new in a replacement; null when the clause only tells of a removal."""
    text = clause.plain
    removal = next(
        pattern.search(text)
        for modality, pattern in clause.cues.modalities
        if modality == "removed" and pattern.search(text)
    )
    if removal is None or part is None:
        return None
    link = clause.cues.find("replaced_by", text, removal.end())
    is_new = link is not None and part.start - clause.start >= link.end() and link.start() - removal.end() < 120
    if not is_new and clause.cues.find(
        "new_before", text, max(0, part.start - clause.start - 2), part.start - clause.start
    ):
        # The new may stand before the verb: "used A to replace B".
        is_new = part.end - clause.start <= removal.start()
    if is_new:
        return "planned" if is_planned else "owned"
    # What is to be replaced is there until then.
    return "owned" if is_planned else "removed"


_MONEY = (
    ("estimate", "estimate"),
    ("call_off", "call_off"),
    ("invoice", "invoice"),
    ("award", "award"),
    ("budget", "budget"),
    ("spent", "paid"),
    ("ceiling", "ceiling"),
)
_MONEY_MODALITY = {
    "estimate": "other",
    "call_off": "contracted",
    "invoice": "paid",
    "award": "contracted",
    "budget": "planned",
    "paid": "paid",
    "ceiling": "contracted",
}


def amount_kind(clause: Clause) -> str | None:
    """Return the kind of the amounts of a clause, null when nothing tells."""
    kind = next((kind for cue, kind in _MONEY if clause.cues.has(cue, clause.plain)), None)
    is_planned = any(name == "planned" and pattern.search(clause.plain) for name, pattern in clause.cues.modalities)
    # What a plan costs is not paid yet.
    return "budget" if kind == "paid" and is_planned else kind


def money_modality(kind: str | None) -> str:
    """Return the modality that goes with a kind of amount."""
    return _MONEY_MODALITY.get(kind or "", "other")
