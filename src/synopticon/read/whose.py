"""Whose make the things are that a number counts: named beside it, after it, before it, or in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from synopticon.read.groups import Group
from synopticon.read.settings import Focus, Setting, things_in
from synopticon.read.spans import QuantitySpan

if TYPE_CHECKING:
    from synopticon.read.counted import Counted

_LINK = 4
#: Words before a number of what is left of the things counted last.
_REST = re.compile(r"\b(?:remaining|other|rest|last|another|further|missing) $")
#: Where things come from, so that they need not be those of the maker named before: "40 Chinese-made cameras".
_MADE = re.compile(r"-(?:made|built|manufactured)\b")
_FAR, _APART = 18, 99
_SEPARATE = re.compile(r"[;:.]")
_DENIES = re.compile(r"[;.]|\bnot\b|\bno\b")


def maker_around(setting: Setting, q: QuantitySpan) -> Group | None:
    """Return the makers that words after a number give to all that it counts: "690, all but eleven of them B"."""
    cues, text = setting.clause.cues, setting.plain
    group = next((g for g in setting.groups if g.start >= q.end), None)
    if group is None:
        return None
    gap = text[q.end : group.start]
    noun = q.unit_end if q.unit_end is not None and q.end <= q.unit_end <= group.start else q.end
    told = cues.find("told_which", text, noun, group.start)
    if told is not None and not text[noun : told.start()].strip(" ,"):
        return group if not text[told.end() : group.start].strip() else None
    found = cues.last("everyone", gap)
    if found is None or _SEPARATE.search(gap) or not _links(setting, gap[found.end() :]):
        return None
    between = [o for o in setting.clause.quantities if o.kind == "count" and q.end <= o.start < group.start]
    # "eight cameras and one recorder, all A" is all A's; a number right after "all but" is left out.
    whole = q.end + found.start()
    return group if all(o.start < whole or is_left_out(setting, o) for o in between) else None


def _links(setting: Setting, words: str) -> bool:
    """Tell whether nothing but words for being made stands before a name."""
    left = words
    while (found := setting.clause.cues.find("made_by", left)) is not None and found.end() > found.start():
        left = left[: found.start()] + left[found.end() :]
    return len(left.split()) <= 1


def is_left_out(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number is taken out of a whole: the eleven of "all but eleven"."""
    before = setting.plain[max(setting.start, q.start - 30) : q.start]
    found = setting.clause.cues.last("all_but", before)
    return found is not None and not before[found.end() :].strip()


def maker_after(following: Setting | None, cue: str = "told_after") -> Group | None:
    """Return the makers that the next sentence names for the things counted here: "The devices, made by A, …"."""
    if following is None or not following.groups:
        return None
    cues, text = following.clause.cues, following.plain
    group = following.groups[0]
    sentence = text[following.start : following.end]
    first = following.start + len(sentence) - len(sentence.lstrip(" \n\"'(-"))
    opening = cues.find(cue, text, first, group.start)
    if opening is None or opening.start() > first:
        return None
    if any(q.kind == "count" and q.start < group.start for q in following.clause.quantities):
        return None
    gap = text[opening.end() : group.start]
    return group if len(gap.split()) <= _LINK and not _DENIES.search(gap) else None


def maker_before(setting: Setting, q: QuantitySpan, focus: Focus, counted: Counted) -> tuple[str, ...]:
    """Return the makers of the things that were spoken of, where a number points back to them."""
    if not counted.is_told or (q.unit_start is not None and _MADE.search(setting.plain[q.end : q.unit_start])):
        return ()
    after = setting.plain[q.end : q.end + 24]
    if len(focus.named) > 1:
        for cue, at in (("former", -2), ("latter", -1)):
            if (found := setting.clause.cues.find(cue, after)) is not None and len(after[: found.start()].split()) <= 2:
                return (focus.named[at],)
    if counted.unit is not None and setting.clause.cues.find("new_things", counted.word) is not None:
        return focus.lasting
    if q.value is not None and q.value in focus.sets and not _REST.search(setting.plain[: q.start]):
        return focus.sets[q.value]
    if focus.here and counted.is_part:
        return focus.here[-1]
    named = [g for g in setting.groups if g.end <= q.start]
    if named:
        return named[-1].makers
    if focus.passage[0] != id(setting.spot) and len(focus.known) > 1:
        return ()  # what a paragraph before spoke of is rarely meant
    return focus.holders or (focus.makers if len(focus.makers) == 1 and not focus.is_shared else ())


def topic_maker(setting: Setting, following: Setting | None, focus: Focus) -> tuple[str, ...]:
    """Return the one maker that a text, or this passage of it, speaks of, where no other is named beside it."""
    named = {maker for group in setting.groups for maker in group.makers}
    if following is not None and following.spot is setting.spot:
        named |= {maker for group in following.groups for maker in group.makers}
    here = focus.passage[1] if focus.passage[0] == id(setting.spot) else ()
    for topic in (focus.known, here, focus.title if not here else ()):
        if len(topic) == 1 and named <= set(topic):
            return topic
    return ()


def neighbour_maker(setting: Setting, focus: Focus) -> tuple[str, ...]:
    """Return the one maker that the sentence before names in the same passage, where this one names nobody."""
    spot, makers = focus.near
    return makers if spot == id(setting.spot) and len(makers) == 1 and not setting.groups else ()


def has_things(setting: Setting) -> bool:
    """Tell whether a sentence speaks of equipment or names a maker."""
    if setting.groups or things_in(setting.clause.mentions):
        return True
    if any(m.kind == "capability" or m.product_kind in {"platform", "software"} for m in setting.clause.mentions):
        return True
    return setting.clause.cues.has("whole_noun", setting.clause.plain)


def beside(  # noqa: PLR0917  # a number, where to look, and its rivals
    setting: Setting, start: int, end: int, q: QuantitySpan, others: Sequence[QuantitySpan], reach: int = _FAR
) -> Group | None:
    """Return the names in a stretch of a sentence that a number belongs to: the nearest that no other number has."""
    own = [g for g in setting.groups if start <= g.start and g.end <= end and not is_taken(setting, g, q)]
    ranked = sorted((distance(setting, q, g, others), g.start, g) for g in own)
    for cost, _, group in ranked:
        # A name that another number stands much nearer to is that number's.
        if cost <= reach and cost <= min((distance(setting, o, group, [q]) for o in others), default=_FAR) + _RIVAL:
            return group
    return None


def is_taken(setting: Setting, group: Group, q: QuantitySpan) -> bool:
    """Tell whether names have a number of their own right beside them: "845 cameras: A (610), B (200)"."""
    text = setting.plain
    for o in setting.clause.quantities:
        if o.kind != "count" or o.start == q.start:
            continue
        if 0 <= o.start - group.end <= _OWN and not text[group.end : o.start].strip(" (:=|"):
            return True
    return False


_OWN = 4


def distance(setting: Setting, q: QuantitySpan, group: Group, others: Sequence[QuantitySpan]) -> int:
    """Return how far a number stands from names: in words, where a comma counts as three and a number as five."""
    end = q.end if q.unit_end is None or q.unit_end > group.start >= q.end else max(q.end, q.unit_end)
    first, last = (end, group.start) if group.start >= q.end else (group.end, q.start)
    gap = setting.plain[first:last]
    if ";" in gap:
        return _APART
    left = gap
    if group.start >= q.end:
        while (found := setting.clause.cues.find("made_by", left)) is not None and found.end() > found.start():
            left = left[: found.start()] + left[found.end() :]
    cost = len(left.split()) + 3 * gap.count(",") + 4 * bool(_PAUSE.search(gap))
    cost += 5 * sum(first <= o.start < last for o in others)
    return cost + 5 * sum(first <= g.start < last for g in setting.groups if g is not group)


_RIVAL = 2
_PAUSE = re.compile(r"\b(?:and|but|while|whereas|though|although|or)\b|[:()]")
