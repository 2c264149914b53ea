"""Whether a clause affirms, negates, denies, alleges or estimates what it says of a part of it."""

from __future__ import annotations

import re

from synopticon.read.clauses import Clause
from synopticon.read.cue import Matcher

#: How near after a name a bare denial ("Dahua: none") stands.
_CLOSE = 15


def polarity_of(clause: Clause, start: int, end: int, *, has_number: bool, source_is_maker: bool = False) -> str:
    """Return the polarity of the part of a clause from `start` to `end` (a name, a number, or both)."""
    lead = _lead(clause)
    if clause.cues.has("denial", clause.plain) or clause.cues.has("denial", lead):
        return "denied"
    if _is_negated(clause, start, end, has_number=has_number):
        return "denied" if source_is_maker else "negated"
    sentence = clause.sentence_plain
    if (
        clause.cues.has("allegation", clause.plain)
        or clause.cues.has("allegation", lead)
        or clause.cues.has("unnamed", sentence)
    ):
        return "alleged"
    return "affirmed"


def _lead(clause: Clause) -> str:
    """Return the words before a clause that only introduce it ("Critics allege that, …") and count nothing."""
    start = clause.sentence[0]
    if any(start <= m.start < clause.start and m.maker for m in clause.spot.mentions):
        return ""
    if any(start <= q.start < clause.start and q.kind in {"count", "money"} for q in clause.spot.quantities):
        return ""
    return "" if clause.cues.find("contrast_link", clause.plain, 0, 8) else clause.spot.plain[start : clause.start]


def negation_in(cues: Matcher, text: str) -> re.Match[str] | None:
    """Return the first word of plain text that denies, passing over expressions that only look like it."""
    return cues.find("negation", _blanked(cues, text))


def _is_negated(clause: Clause, start: int, end: int, *, has_number: bool) -> bool:
    text = _blanked(clause.cues, clause.plain)
    first, last = start - clause.start, end - clause.start
    before = clause.cues.find("negation", text, max(0, first - clause.cues.reach), max(first, 0))
    if before is not None and not clause.cues.find("exception", text, before.end(), first):
        return True
    inside = clause.cues.find("negation", text, max(first, 0), min(last, len(text)))
    if inside is not None and not has_number:
        return True
    after = clause.cues.find("negation", text, min(last, len(text)))
    if after is None:
        return False
    # "40 Hikvision cameras that do not record sound" still are 40 cameras; "… are not in use" are none in use.
    rest = text[after.end() : after.end() + 25]
    states_holding = any(
        (found := pattern.search(rest)) is not None and found.start() < 12
        for modality, pattern in clause.cues.modalities
        if modality in {"owned", "used", "installed", "planned", "contracted", "delivered", "talks"}
    )
    return states_holding or (not has_number and after.start() - last < _CLOSE)


def _blanked(cues: Matcher, text: str) -> str:
    """Replace expressions that hold a negation word and deny nothing, so that their words are not found."""
    for cue in ("not_negation",):
        for found in list(cues.all(cue, text)):
            text = text[: found.start()] + "_" * (found.end() - found.start()) + text[found.end() :]
    for found in list(cues.all("contrast", text)):
        # "not 309 as stated" withdraws a number, it does not deny the sentence.
        if text[found.end() :].lstrip()[:1].isdigit():
            text = text[: found.start()] + "_" * (found.end() - found.start()) + text[found.end() :]
    return text
