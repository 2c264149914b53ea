"""The makers of what a number counts, from all that may tell: beside it, around it, after it, before it."""

from __future__ import annotations

import re
from decimal import Decimal

from synopticon.read.binding import is_whole
from synopticon.read.clauses import Clause
from synopticon.read.counted import Counted
from synopticon.read.groups import Group
from synopticon.read.settings import Focus, Setting
from synopticon.read.spans import QuantitySpan
from synopticon.read.whose import (
    beside,
    distance,
    is_taken,
    maker_after,
    maker_around,
    maker_before,
    neighbour_maker,
    topic_maker,
)


def makers_of(  # noqa: PLR0917  # a number and all it is read with
    setting: Setting,
    following: Setting | None,
    clause: Clause,
    q: QuantitySpan,
    counted: Counted,
    focus: Focus,
) -> tuple[tuple[str, ...], Group | None]:
    """Return the makers of what a number counts, and the names where they stand in the sentence."""
    if counted.sort == "company":
        named = tuple(dict.fromkeys(maker for group in setting.groups for maker in group.makers))
        return named or (focus.named[-int(q.value) :] if isinstance(q.value, Decimal) else ()), None
    if (group := maker_around(setting, q)) is not None:
        return group.makers, group
    earlier = [maker for g in setting.groups if g.end <= q.start for maker in g.makers]
    named = tuple(dict.fromkeys((*(m for m in focus.named if m not in earlier), *earlier)))
    for cue in ("both", "neither", "either", "have_both"):
        if clause.cues.has(cue, clause.plain) and len(named) > 1 and not any(m.maker for m in clause.mentions):
            return named[-2:], None
    if counted.sort == "body" and len(named) > 1 and has_both(setting, q):
        return named[-2:], None
    if counted.sort == "body" and focus.here and setting.clause.cues.find("do_so", setting.plain[q.end : q.end + 12]):
        return focus.here[-1], None
    if counted.sort == "body" and setting.clause.cues.find("have_them", setting.plain, q.end, clause.end) is not None:
        return focus.holders or focus.makers[-1:], None
    others = rivals(setting, clause, q)
    if counted.sort == "body":
        others = [o for o in others if o.kind == "count"]
    reach = _SUBJECT if counted.sort == "body" else _FAR
    if (group := beside(setting, clause.start, clause.end, q, others, reach)) is not None:
        return group.makers, group
    if counted.sort == "thing" and q.kind == "count":
        is_last = ";" not in setting.plain[q.end : setting.end]
        if is_last and (group := maker_after(following)) is not None:
            return group.makers, None
        told = maker_before(setting, q, focus, counted)
        if told or clause.cues.find("old_things", setting.plain, q.end, min(clause.end, q.end + _NEXT)) is not None:
            return told, None
        told = topic_maker(setting, following, focus) or _subject_maker(setting, clause, q)
        return told or (neighbour_maker(setting, focus) if q.value != 1 or counted.is_told else ()), None
    if counted.sort == "thing" and _OF_THEM.match(setting.plain, q.end):
        return neighbour_maker(setting, focus), None
    if counted.sort == "unknown" and q.product_kind is not None:
        return topic_maker(setting, following, focus), None
    if counted.sort == "site" and (group := maker_after(following)) is not None:
        return group.makers, None
    return (), None


def _subject_maker(setting: Setting, clause: Clause, q: QuantitySpan) -> tuple[str, ...]:
    """Return the one maker that a sentence names before a clause that goes on about it: "A, which lost, offered 70"."""
    if len(setting.groups) != 1 or setting.groups[0].end > clause.start:
        return ()
    group = setting.groups[0]
    between = [o for o in setting.clause.quantities if o.kind == "count" and group.end <= o.start < q.start]
    return () if between or ";" in setting.plain[group.end : q.start] else group.makers


def rivals(setting: Setting, clause: Clause, q: QuantitySpan) -> list[QuantitySpan]:
    """Return the other numbers of a clause that a name may belong to instead."""
    listed = [o for o in clause.quantities if o.kind in {"count", "share"} and o is not q and not is_whole(clause, o)]
    return [o for o in listed if "(" not in setting.plain[max(q.end, o.start - 2) : o.start] or o.start < q.start]


def has_both(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether bodies right after their number have the things of two makers: "thirteen have both"."""
    end = q.end if q.unit_end is None else max(q.end, q.unit_end)
    found = setting.clause.cues.find("have_both", setting.plain, end, min(setting.end, end + 30))
    if found is None or setting.plain[end : found.start()].strip():
        return False
    # In "twelve use both A and B" the two are named there.
    return not any(0 <= g.start - found.end() <= _LINK for g in setting.groups)


def is_named(setting: Setting, makers: tuple[str, ...]) -> bool:
    """Tell whether a sentence names one of the makers itself."""
    return any(set(group.makers) & set(makers) for group in setting.groups)


def nearer_makers(setting: Setting, clause: Clause, q: QuantitySpan, makers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the makers named nearest to a number where those of the first reading stand much farther off."""
    if _is_unknown_make(setting, q):
        return ()
    others = rivals(setting, clause, q)
    own = [g for g in setting.groups if clause.start <= g.start and g.end <= clause.end]
    ranked = sorted((distance(setting, q, g, others), g.start, g) for g in own)
    mine = [cost for cost, _, g in ranked if set(g.makers) & set(makers)]
    if _is_part(setting, q, own):
        return ()
    if _names_another(setting, q) or _is_aside_before(setting, q, own):
        return ()
    if mine and all(is_taken(setting, g, q) for g in own if set(g.makers) & set(makers)):
        free = [(cost, group) for cost, _, group in ranked if not is_taken(setting, group, q)]
        return free[0][1].makers if free and free[0][0] <= _MUCH + 2 else ()
    if not ranked or set(ranked[0][2].makers) & set(makers):
        return makers
    if not mine:
        return ranked[0][2].makers if ranked[0][0] <= _MUCH else makers
    return ranked[0][2].makers if mine[0] - ranked[0][0] >= _MUCH else makers


def _is_unknown_make(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether words right after a number say that nobody knows who made its things: "are of unknown make"."""
    return _UNKNOWN.match(setting.plain, q.end if q.unit_end is None else max(q.end, q.unit_end)) is not None


_UNKNOWN = re.compile(
    r",?(?: (?:are|is|were|was|being|of|an?|whose|the|their|by|from)){0,4}"
    r" (?:(?:unknown|unidentified|unspecified|unrecorded|unstated) (?:make|maker|brand|manufacturer|origin)"
    r"|(?:make|maker|brand|manufacturer|origin)s? (?:is |are |was |were )?"
    r"(?:unknown|unidentified|not (?:known|recorded|stated)))",
    re.IGNORECASE,
)


def _is_aside_before(setting: Setting, q: QuantitySpan, own: list[Group]) -> bool:
    """Tell whether a number in brackets closes words before the first name: "of those known (17,204), A made"."""
    first, text = min((g.start for g in own), default=-1), setting.plain
    return first > q.end and text[q.start - 1 : q.start] == "(" and text.startswith("),", q.end)


def taking_maker(setting: Setting, q: QuantitySpan) -> Group | None:
    """Return the makers right before a number that have it: "A made 46%, B 21%"."""
    named = [g for g in setting.groups if g.end <= q.start]
    if not named:
        return None
    gap = setting.plain[named[-1].end : q.start]
    found = setting.clause.cues.find("takes", gap.strip())
    is_own = not gap.strip() or (found is not None and not found.start() and found.end() == len(gap.strip()))
    return named[-1] if is_own else None


def is_apart(setting: Setting, q: QuantitySpan, makers: tuple[str, ...]) -> bool:
    """Tell whether makers stand only before the semicolon before a number: "19 use A; two keep their own"."""
    own = [g for g in setting.groups if set(g.makers) & set(makers)]
    return bool(own) and all(g.end <= q.start and ";" in setting.plain[g.end : q.start] for g in own)


def _names_another(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a capitalised word that no table knows follows a number in a list of makers: "16 Quorvex"."""
    word = _CAPITAL.match(setting.spot.passage.text, q.end)
    if word is None or any(m.start < word.end() and word.start(1) < m.end for m in setting.clause.mentions):
        return False
    return setting.plain[word.end() : word.end() + 1] in {",", ".", ";", "", "\n"} or setting.plain.startswith(
        " and ", word.end()
    )


_CAPITAL = re.compile(r" ([A-Z][A-Za-z]+(?:-[A-Z]+)?)\b")
_OF_THEM = re.compile(r"\s?of (?:them|these|those|the|its|their)\b")
_MUCH, _NEXT = 3, 20
#: How far makers may stand from the number of their things, and from that of the bodies that have them.
_FAR, _SUBJECT = 18, 40


def _is_part(setting: Setting, q: QuantitySpan, own: list[Group]) -> bool:
    """Tell whether a maker is given only to a part of what was counted: "2,300 cameras, most of them made by A"."""
    following = next((g for g in own if g.start >= q.end), None)
    if following is None or any(g.end <= q.start for g in own):
        return False
    gap = setting.plain[q.end : following.start]
    found = setting.clause.cues.last("part_word", gap)
    if found is None or found.group() in {"all", "each"} or "," not in gap[: found.start()]:
        return False
    return len(gap[found.end() :].split()) <= _LINK


_LINK = 5
