"""What a number of a report counts: equipment, bodies, places, or something that no claim is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from synopticon.read.elliptic import is_bare
from synopticon.read.settings import Focus, Setting, is_thing, things_in
from synopticon.read.spans import MentionSpan, QuantitySpan
from synopticon.read.whose import maker_around

_STOP = re.compile(r"[;:.()]|, (?=\w+ \w)")
_OF = re.compile(r"\s*of (them|these|those|which|whom|(?:the|its|our|their)(?: |$))")
_OPENING = re.compile(
    r"(?:^|[.;,:(] ?|\band |\bbut )(?:in|at|for|with|among)(?: the| a)?(?: other| further| remaining| first| last)? $"
)
_JOINED = re.compile(r"[^.;:]{0,40}(?:\band\b|,|\bor\b|\bthen\b)[^.;:]{0,15}$")
_BRACKET = re.compile(r"\s*[(\[]\s*$")
_ITEM = re.compile(r"(?:^|\n|[*•–-]\s?)[^.;:\n]{2,60}:\s*$")
_ITEM_ENDS = re.compile(r"\s*(?:$|[.,;(\n])")
_OF_WHOLE = re.compile(r"\s(?:out )?of (?:the|its|our|their|all|these|those)(?: [\w'-]+){1,3}\s")
_LABEL = re.compile(r"[^.;:\n]{0,40}:\s*$")
_NEAR, _BEFORE = 45, 40


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    Attributes:
        sort: ``thing``, ``body``, ``site``, ``company``, ``none`` for what no claim counts, ``unknown``.
        unit, kind: the noun as it stands or was last said, and the kind of equipment.
        is_told: the number points back to things that were spoken of.
        is_part: it is of the things just counted: "of which".
        word: the noun as it stands.
    """

    sort: str
    unit: str | None = None
    kind: str | None = None
    is_told: bool = False
    is_part: bool = False
    word: str = ""


_NONE = Counted("none")


def counted_by(setting: Setting, q: QuantitySpan, focus: Focus) -> Counted:
    """Return what a count of a sentence counts, by its noun, or by what is said of it where it has none."""
    unit = q.unit
    # In "a look with a zoom lens: ten are …" the noun before the colon is not counted.
    is_after = q.unit_start is not None and not (
        q.unit_start < q.start and not is_thing(q.product_kind) and ":" in setting.plain[q.unit_start : q.start]
    )
    if unit is not None and q.unit_start is not None and is_after and not is_bare(setting.clause, q, unit):
        between = setting.plain[q.end : q.unit_start].strip()
        points_back = between.startswith("of ") and q.product_kind is None
        if not points_back and (named := _named(setting, q, unit, focus)) is not None:
            return named
    return _elided(setting, q, focus)


def _named(setting: Setting, q: QuantitySpan, unit: str, focus: Focus) -> Counted | None:
    cues = setting.clause.cues
    given = _is_given(setting, q)
    is_noun = _whole(cues.find("thing_nouns", unit), unit)
    if (q.product_kind is not None or is_noun) and is_place(setting, q):
        return Counted("site", unit)
    is_generic = _whole(cues.find("generic", unit), unit)
    if q.product_kind is not None and not is_thing(q.product_kind):
        return _NONE if q.product_kind not in {"pole", "software"} else Counted("unknown", unit)
    if is_generic and (focus.kind is not None or setting.groups or q.product_kind):
        kind = focus.kind or q.product_kind
        told = given or _is_total_told(setting, q)
        return Counted("thing", _generic(setting, q, unit, focus), kind, told, word=unit)
    if q.product_kind is not None:
        told = given or _is_total_told(setting, q)
        return Counted("thing", unit_of(unit, q.product_kind), q.product_kind, told, word=unit)
    if is_noun and (focus.kind is not None or setting.groups):
        return Counted("thing", unit, None, given or _is_total_told(setting, q), word=unit)
    if focus.noun is not None and _whole(cues.find("other_makes", unit), unit):
        return Counted("thing", unit_of(focus.noun, focus.kind), focus.kind, word=unit)
    if _whole(cues.find("companies", unit), unit):
        return Counted("company", "companies")
    if _whole(cues.find("uncounted", unit), unit):
        return _NONE
    if _whole(cues.find("bodies", unit), unit):
        return Counted("body", unit)
    if _whole(cues.find("sites", unit), unit):
        return Counted("site", unit)
    last = _last_noun(setting, q)
    if last is not None and is_thing(last.product_kind):
        return Counted("thing", unit_of(last.text.lower(), last.product_kind), last.product_kind, given)
    named = [m for m in setting.clause.mentions if m.maker and q.end <= m.start and m.end <= (q.unit_start or 0)]
    if named:
        return Counted("thing", unit, named[-1].product_kind, given)
    over = next((m for m in setting.clause.mentions if m.maker and m.start <= (q.unit_start or 0) < m.end), None)
    if over is not None and over.start - q.end <= _NEAR:
        return Counted("thing", unit_of(focus.noun or unit, over.product_kind), over.product_kind or focus.kind, given)
    return Counted("unknown", unit)


def is_place(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number with a word for equipment tells where other equipment is: "60 cameras at 6 terminals"."""
    earlier = [o for o in setting.clause.quantities if o.kind == "count" and o.end <= q.start]
    is_at = setting.plain[max(setting.start, q.start - 4) : q.start].endswith((" at ", " in "))
    return is_at and any(o.product_kind not in {None, q.product_kind} for o in earlier)


def _last_noun(setting: Setting, q: QuantitySpan) -> MentionSpan | None:
    """Return the word for equipment that ends the noun phrase after a number: "12 ZQ body-worn cameras"."""
    found: MentionSpan | None = None
    at = q.end
    for m in setting.clause.mentions:
        if m.start < q.end:
            continue
        gap = setting.plain[at : m.start]
        if len(gap.split()) > 2 or _STOP.search(gap) or "," in gap or m.start - q.end > _NEAR:
            break
        at = m.end
        found = m if m.kind == "product" and m.maker is None else found
    return found


def _generic(setting: Setting, q: QuantitySpan, unit: str, focus: Focus) -> str:
    """Return the noun that "units" stands for: that of the things spoken of."""
    near = [m for m in things_in(setting.clause.mentions) if m.end <= q.start]
    if near:
        return unit_of(near[-1].text.lower(), near[-1].product_kind)
    return unit_of(focus.noun, focus.kind) if focus.noun and focus.kind in _NOUNS else unit


def unit_of(word: str, kind: str | None) -> str:
    """Return the unit of a kind of equipment: its plainest noun where the word is another ("domes", "cctv")."""
    if kind is None or kind in word or not word.isascii() or _is_plain_kind(kind, word):
        return word
    return f"{kind}s" if kind in _NOUNS else word


#: Kinds whose name is the plainest noun for them.
_NOUNS = frozenset(("camera", "recorder", "drone"))
_OTHER_NOUNS = re.compile(r"reader|device|unit|terminal|[nd]vr")


def _is_plain_kind(kind: str, word: str) -> bool:
    return kind != "drone" and _OTHER_NOUNS.search(word) is not None


def _is_given(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether words around a number say that its things were spoken of: "the missing 28", "90 of the cameras"."""
    cues, text = setting.clause.cues, setting.plain
    before = text[max(setting.start, q.start - _BEFORE) : q.start].rstrip()
    if before and (found := cues.last("given", before)) is not None and not before[found.end() :].strip():
        return True
    after = text[q.end : min(setting.end, q.end + _NEAR)]
    back = cues.find("back", after)
    return back is not None and len(after[: back.start()].split()) <= 1 and not _STOP.search(after[: back.start()])


def _is_total_told(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether words before a number make it that of what was spoken of: "the true number is"."""
    before = setting.plain[max(setting.start, q.start - 70) : q.start]
    found = setting.clause.cues.last("the_number", before)
    if found is None or len(before[found.end() :].split()) > _TOTAL:
        return False
    return setting.clause.cues.find("uncounted", found.group()) is None


#: Between "the number is" and the number stand so many words of a qualifier at most.
_TOTAL = 5


def _whole(found: re.Match[str] | None, unit: str) -> bool:
    return found is not None and found.end() == len(unit)


def _elided(setting: Setting, q: QuantitySpan, focus: Focus) -> Counted:
    """Return what a number without a noun counts."""
    cues, text, end = setting.clause.cues, setting.plain, q.end
    bracketed = next((o for o in setting.clause.quantities if _BRACKET.match(text[o.end : q.start] or " x")), None)
    if bracketed is not None and focus.noun:
        return Counted("thing", unit_of(focus.noun, focus.kind), focus.kind)
    others = [o for o in setting.clause.quantities if o.start >= end and o.kind == "count"]
    if others and _OF_WHOLE.fullmatch(text, end, others[0].start):
        return _part_of(setting, q, others[0], focus)
    of = _OF.match(text, end, setting.end)
    if of is not None:
        if of[1].split()[0] in {"the", "its", "our", "their", "these", "those"}:
            whole = next((o for o in setting.clause.quantities if o.start >= end and o.kind == "count"), None)
            if whole is not None and whole.start - of.end() <= 2:
                return _part_of(setting, q, whole, focus)
            noun = next((m for m in things_in(setting.clause.mentions) if 0 <= m.start - of.end() <= 20), None)
            if noun is not None and of[1].startswith(("the", "its", "our")):
                return Counted("thing", unit_of(noun.text.lower(), noun.product_kind), noun.product_kind, True)
        word = cues.find("thing_nouns", text, of.end(), min(of.end() + _NEAR, setting.end))
        if word is not None and word.start() == of.end() and (focus.kind is not None or setting.groups):
            return Counted("thing", word.group(), None, is_told=True)
        if focus.counted == "none":
            return _NONE
        end = of.end()
        body = setting.clause.cues.find("bodies", text, end, min(end + 24, setting.end))
        if body is not None and body.start() == end:
            return Counted("body", body.group())
    return _by_deed(setting, q, end, focus, is_part=of is not None)


def _part_of(setting: Setting, q: QuantitySpan, whole: QuantitySpan, focus: Focus) -> Counted:
    told = counted_by(setting, whole, focus) if whole.unit is not None else None
    if told is not None and told.sort != "unknown":
        return Counted(told.sort, told.unit, told.kind)
    if whole.value in focus.sizes and focus.bodies is not None:
        return Counted("body", focus.sizes[whole.value])
    end = whole.end if whole.unit_end is None else max(whole.end, whole.unit_end)
    return _by_deed(setting, q, end, focus, is_part=False)


def _by_deed(setting: Setting, q: QuantitySpan, end: int, focus: Focus, *, is_part: bool) -> Counted:
    """Tell by the words beside a number what it counts: "eight never replied", "317 were taken down"."""
    cues, text = setting.clause.cues, setting.plain
    after, before = text[end : setting.end].lstrip(" \"'"), text[setting.start : q.start]
    focus = _with_nearest(setting, q, focus)
    noun = unit_of(focus.noun, focus.kind) if focus.noun else None
    estate = Counted("thing", noun, focus.kind, is_part or _is_total_told(setting, q), is_part) if noun else None
    thing = Counted("thing", noun, focus.kind, True, is_part) if noun else None
    body = Counted("body", focus.bodies) if focus.bodies else None
    if estate is not None and maker_around(setting, q) is not None:
        return estate
    if focus.firms and q.value in focus.firms and any(m.kind == "list" for m in setting.clause.mentions):
        return Counted("company", "companies")
    if q.value in focus.sizes and body is not None and _is_given(setting, q):
        return Counted("body", focus.sizes[q.value])
    asked = cues.find("asked_of", after)
    if body is not None and asked is not None and not asked.start():
        return body
    if (label := _LABEL.search(before)) is not None and cues.find("uncounted", label.group()) is not None:
        return _NONE
    if (gone := _after_former(setting, q)) and estate is not None:
        return Counted("thing", noun, focus.kind, is_told=gone)
    if (alike := _like_the_last(setting, q, focus)) is not None:
        return alike
    does, done = cues.find("body_does", after), cues.find("thing_does", after)
    acts = body is not None and does is not None and not does.start()
    suffers = thing is not None and done is not None and not done.start()
    is_more = acts and suffers and does is not None and done is not None and does.end() > done.end()
    if acts and (is_more or not (suffers and focus.counted == "thing")):
        return body or _NONE
    if thing is not None and (following := _next_name(setting, end)) is not None and following <= 1:
        return thing
    if thing is not None and done is not None and not done.start():
        return thing
    named = [g for g in setting.groups if g.end <= q.start]
    if thing is not None and named and _takes(setting, named[-1].end, q.start):
        return thing
    found = cues.last("found_in", before)
    is_in = found is not None and not before[found.end() :].strip()
    if body is not None and found is not None and is_in and _is_named_by(setting, setting.start + found.start()):
        return body
    if body is not None and _OPENING.search(before):
        return body
    if estate is not None and setting.groups and _is_rest(setting, q):
        return Counted("thing", noun, focus.kind)
    last = cues.last("other_makes", before)
    if estate is not None and last is not None and not before[last.end() :].strip(" :") and setting.groups:
        return Counted("thing", noun, focus.kind)
    if thing is not None and (_is_given(setting, q) or is_part):
        return thing
    if estate is not None and _is_total_told(setting, q):
        return estate
    if estate is not None and _ITEM.search(before) and _ITEM_ENDS.match(after) and focus.counted != "none":
        return estate
    if estate is not None and any(
        (verb := cues.last(cue, before)) is not None and len(before[verb.end() :].split()) <= 2
        for cue in ("holding", "counting", "tie", "tallies")
    ):
        return estate
    handled = cues.last("handles", before)
    if thing is not None and handled is not None and len(before[handled.end() :].split()) <= 1:
        return thing
    return _as_before(setting, q, focus)


def _is_named_by(setting: Setting, place: int) -> bool:
    return any(group.end <= place for group in setting.groups)


def _is_rest(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number ends a list of makers with all the others: "118 A and 73 others"."""
    found = setting.clause.cues.find("other_makes", setting.plain, q.end, min(setting.end, q.end + 16))
    return found is not None and not setting.plain[q.end : found.start()].strip()


def _takes(setting: Setting, start: int, end: int) -> bool:
    """Tell whether words between a maker and a number give it the number: "A accounts for another 770"."""
    gap = setting.plain[start:end].strip(" :-(=\n,|")
    if not gap:
        return True
    found = setting.clause.cues.find("takes", gap)
    return found is not None and not found.start() and len(gap[found.end() :].split()) <= 1


def _with_nearest(setting: Setting, q: QuantitySpan, focus: Focus) -> Focus:
    """Let a word for equipment earlier in the sentence tell what a number without a noun counts."""
    near = [m for m in things_in(setting.clause.mentions) if m.end <= q.start]
    near = [m for m in near if m.text.lower().endswith("s")]
    return replace(focus, noun=near[-1].text.lower(), kind=near[-1].product_kind) if near else focus


def _like_the_last(setting: Setting, q: QuantitySpan, focus: Focus) -> Counted | None:
    """Let a number in a list count bodies as the first does: "A with 14 councils, B with eight"."""
    earlier = [o for o in setting.clause.quantities if o.kind == "count" and o.end <= q.start]
    if not earlier or focus.counted != "body" or focus.bodies is None:
        return None
    ends = [_last_word(setting.plain[max(setting.start, o.start - 12) : o.start]) for o in (earlier[-1], q)]
    return Counted("body", focus.bodies) if ends[0] and ends[0] == ends[1] and setting.groups else None


def _last_word(text: str) -> str:
    """Return the last word of a text, or the bracket that ends it."""
    if text.endswith("("):
        return "("
    words = text.split()
    return words[-1] if words and words[-1].isalpha() else ""


def _next_name(setting: Setting, end: int) -> int | None:
    """Return how many words stand between a number and the name after it."""
    following = next((g for g in setting.groups if g.start >= end), None)
    gap = setting.plain[end : following.start] if following is not None else ","
    if _IN_BRACKET.fullmatch(gap):
        return 0
    if setting.clause.cues.find("not_made_by", gap) is not None:
        return None
    return None if _SEPARATED.search(gap) else len(gap.split())


_IN_BRACKET = re.compile(r"\s*(?:[a-z]+\s)?\((?:all\s)?")
_SEPARATED = re.compile(r"[,;:.()]|\b(?:and|or|but)\b")


def _after_former(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number is what a former one became: the second of "fell from 300 to 120"."""
    cues = setting.clause.cues
    earlier = [o for o in setting.clause.quantities if o.kind == "count" and o.end <= q.start]
    if not earlier:
        return False
    before = setting.plain[max(setting.start, earlier[-1].start - 40) : earlier[-1].start]
    found = cues.last("changed_from", before)
    gap = setting.plain[earlier[-1].end : q.start].split()
    return found is not None and not before[found.end() :].strip() and bool(gap) and len(gap) <= _CHANGED


_CHANGED = 5


def _as_before(setting: Setting, q: QuantitySpan, focus: Focus) -> Counted:
    """Let a number go on counting what the one before it in the sentence counts: "207 in June and 188 in May"."""
    earlier = [o for o in setting.clause.quantities if o.kind == "count" and o.end <= q.start]
    if earlier and earlier[-1].product_kind is not None and is_thing(earlier[-1].product_kind):
        last = earlier[-1]
        end = last.unit_end if last.unit_end is not None else last.end
        if _JOINED.search(setting.plain[max(end, last.end) : q.start]):
            return Counted("thing", unit_of(last.unit or "", last.product_kind), last.product_kind)
    if focus.sorts and focus.sorts[-1] == "body" and focus.bodies is not None:
        return Counted("body", focus.bodies)
    return Counted("unknown", focus.bodies if focus.counted == "body" else focus.noun, focus.kind)
