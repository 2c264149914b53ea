"""Which number belongs to which maker: "40 Hikvision cameras and 12 Dahua", "Hikvision: 92, Dahua: 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from synopticon.read.claims import Count, Thing
from synopticon.read.clauses import Clause
from synopticon.read.elliptic import (
    bodies_before,
    is_bare,
    is_owner,
    is_told_count,
    quantities_before,
    shares_noun,
    told_before,
    told_noun,
    with_listed,
)
from synopticon.read.grammar import grammar_of
from synopticon.read.groups import Group, beside, groups_of, has_verb, is_measured, owns
from synopticon.read.replying import alone, with_closing, without_subsets
from synopticon.read.rows_things import kind_of
from synopticon.read.spans import MentionSpan, QuantitySpan

#: A sign or two, the blanks of lines set in columns, or a row of dots.
_ADJACENT = re.compile(r"^(?:[\s:=\-()x×*]{0,4}|\s{0,60}|[\s.…·_]{3,90})$")
#: Between a number and the word that it counts there may stand a few words: "40 Hikvision dome cameras".
_REACH = 45
#: A number of bodies ("28 councils own equipment made by …") stands this near the maker that they own.
_BODY_REACH = 80
_ONE_WORD = 14
#: Between a noun and the number after it there may stand a qualifier or a short bracket: "录像机(NVR)四十五台".
_AFTER_NOUN = 8
_THEM = 14


@dataclass(frozen=True, slots=True)
class Part:
    """A thing and the number that belongs to it in one clause.

    Attributes:
        start, end: from the first to the last character of name and number.
        is_alternative: the makers are joined by "or".
    """

    thing: Thing
    count: Count
    start: int
    end: int
    quantity: QuantitySpan | None = None
    is_alternative: bool = False


def parts_of(clause: Clause, *, counts_bodies: bool) -> list[Part]:
    """Return the things of a clause with their numbers.

    A number of bodies ("28 councils own …") belongs to a maker only where `counts_bodies`, that is in a report on many
    bodies and not in the reply of one.
    """
    groups = groups_of(clause)
    if groups and (told := _in_order(clause, groups)):
        return sorted((_part(clause, group, q) for group, q in told), key=lambda part: part.start)
    counts = [q for q in clause.quantities if _is_relevant(clause, q, groups, counts_bodies=counts_bodies)]
    counts = with_listed(clause, counts) if groups else counts
    if not counts_bodies:
        counts = without_subsets(clause, with_closing(clause, counts, groups), groups) or alone(clause, groups)
    if not groups:
        return [_part(clause, None, q) for q in counts if q.kind == "share" or _kind(clause, q) is not None]
    if not counts:
        return [_part(clause, group, None) for group in groups]
    bound = _bound(clause, groups, _without_parts(counts, groups))
    taken = {maker for group, _ in bound for maker in (group.makers if group else ())}
    rest = [group for group in groups if not set(group.makers) & taken]
    parts = [_part(clause, group, q) for group, q in bound] + [_part(clause, group, None) for group in rest]
    return sorted(parts, key=lambda part: part.start)


def _is_relevant(clause: Clause, q: QuantitySpan, groups: list[Group], *, counts_bodies: bool) -> bool:
    if q.kind not in {"count", "share"} or is_whole(clause, q) or _is_contrast(clause, q) or _is_label(clause, q):
        return False
    if q.kind == "share":
        return counts_bodies and (bool(groups) or any(m.kind in {"product", "capability"} for m in clause.mentions))
    if _kind(clause, q) is not None:
        return True
    if any(
        _ADJACENT.match(_between(clause, a, b))
        for g in groups
        for a, b in ((g.end, q.start), (q.end, g.start))
        if a <= b
    ):
        return True
    if not counts_bodies and (
        any(_is_banded(clause, g, q) for g in groups if g.end <= q.start) or _goes_on(clause, q, groups)
    ):
        return True
    if _is_elliptic(clause, q, groups) or beside(clause, groups, q) is not None:
        return True
    if is_measured(clause, q, groups) or ((groups[0].end <= q.start if groups else False) and is_told_count(clause, q)):
        return True
    if counts_bodies and q.unit is None and is_owner(clause, q):
        return True
    near = [g for g in groups if abs(g.start - q.end) <= _BODY_REACH or abs(q.start - g.end) <= _BODY_REACH]
    return counts_bodies and q.unit is not None and any(has_verb(clause, q, group) for group in near)


def _is_banded(clause: Clause, group: Group, q: QuantitySpan) -> bool:
    """Tell whether a name stands beside a number that is not exact: "A - between 30 and 40", "B: fewer than 5"."""
    if q.qualifier in {"exact", "vague"} or q.unit is not None or q.start - group.end > _REACH:
        return False
    gap = _between(clause, group.end, q.start)
    found = _qualifier_at_end(clause.spot.language or clause.cues.language).search(gap)
    return found is not None and _ADJACENT.match(gap[: found.start()]) is not None


def _goes_on(clause: Clause, q: QuantitySpan, groups: list[Group]) -> bool:
    """Tell whether a clause that opens with a bare number goes on with a list: "37 to A; 362 to B"."""
    if q.unit is not None or _OPENING.fullmatch(clause.spot.plain[clause.start : q.start]) is None or not groups:
        return False
    gap = clause.spot.plain[q.end : groups[0].start].split()
    is_list = any(
        other.kind == "count" for other in clause.spot.quantities if clause.sentence[0] <= other.start < q.start
    )
    return is_list and groups[0].start >= q.end and len(gap) == 1 and len(gap[0]) <= _SHORT_WORD and gap[0].isalpha()


_OPENING = re.compile(r"[\s;,]*(?:[^\W\d]{1,3}\s)?\s*")
_SHORT_WORD = 4


@cache
def _qualifier_at_end(language: str) -> re.Pattern[str]:
    grammar = grammar_of(language)
    phrases = sorted({*grammar.before, *grammar.range_openers}, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})\s?$")


def _is_elliptic(clause: Clause, q: QuantitySpan, groups: list[Group]) -> bool:
    """Tell whether a bare number counts what an earlier one counted: "of 212 cameras, 40 are made by …"."""
    if q.unit is not None and not is_bare(clause, q, q.unit):
        return False
    told = any(other.product_kind is not None for other in quantities_before(clause, q))
    if not told:
        # "Of these, 12 are made by A", "A made 12 of them"
        words = clause.spot.plain[q.end : q.end + _THEM]
        told = clause.cues.find("anaphora", words) is not None or (
            clause.cues.find("anaphora", clause.spot.plain, clause.start, min(clause.start + _THEM, q.start))
            is not None
        )
        if told and any(0 <= q.start - group.end <= _REACH for group in groups):
            return True
    return told and any(0 <= group.start - q.end <= _REACH for group in groups)


def _between(clause: Clause, start: int, end: int) -> str:
    """Return the text between a name and a number without the words for things: "cameras (" is no more than "("."""
    text = clause.spot.plain[start:end]
    for m in reversed(clause.mentions):
        if m.kind == "product" and m.maker is None and start <= m.start and m.end <= end:
            text = text[: m.start - start] + text[m.end - start :]
    return text


def is_whole(clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number is the whole of which another is a part: the 212 of "40 of our 212 cameras"."""
    before = clause.spot.plain[max(clause.sentence[0], q.start - 40) : q.start]
    found = clause.cues.last("whole", before)
    if found is None or before[found.end() :].strip():
        return False
    place = q.start - len(before) + found.start()
    part = clause.spot.plain[clause.sentence[0] : place].rstrip()
    if any(
        clause.sentence[0] + len(part) in {other.end, other.unit_end}
        for other in clause.spot.quantities
        if other.kind in {"count", "share"}
    ):
        return True
    words = part.split()
    if not words:
        # "Of our 212 cameras, 40 are …": the sentence begins with the whole, the part follows.
        return any(
            other.start > q.end and other.kind == "count"
            for other in clause.spot.quantities
            if other.end <= clause.sentence[1]
        )
    return clause.cues.find("part_word", words[-1]) is not None


def _is_contrast(clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number is withdrawn: the 309 of "69, not 309 as stated"."""
    before = clause.spot.plain[max(clause.start, q.start - 40) : q.start]
    found = clause.cues.last("contrast", before)
    return found is not None and not before[found.end() :].strip(" :-")


def _is_label(clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number only orders the text: "1)", "Q2."."""
    after = clause.spot.plain[q.end : q.end + 2]
    before = clause.spot.plain[clause.spot.plain.rfind("\n", 0, q.start) + 1 : q.start].strip(" (q")
    return not before and after[:1] in {")", "."} and (len(after) < 2 or after[1:2].isspace())


def _kind(clause: Clause, q: QuantitySpan) -> str | None:
    """Return the kind of thing that a number counts, by its unit or the word shortly after it."""
    if q.product_kind is not None:
        return q.product_kind
    if (shared := shares_noun(clause, q)) is not None:
        return shared.product_kind
    if q.unit_start is not None and q.kind == "count":
        # The counted word may only begin the name of a thing: "90 جهاز تسجيل".
        for m in clause.mentions:
            if m.kind == "product" and m.maker is None and m.start == q.unit_start:
                return m.product_kind
    following = _word_after(clause, q) if q.unit is None else None
    if following is None and (q.unit is None or len(q.unit) == 1):
        following = _word_before(clause, q)
    return following.product_kind if following is not None else None


def _word_before(clause: Clause, q: QuantitySpan) -> MentionSpan | None:
    """Return the noun right before a number: "交换机不少于60台", "عدد الكاميرات 40"."""
    before = [m for m in clause.mentions if m.kind == "product" and m.maker is None and m.end <= q.start]
    if not before or any(other.start >= before[-1].end and other.end <= q.start for other in clause.quantities):
        return None
    gap = clause.spot.plain[before[-1].end : q.start]
    is_close = len(gap.strip()) <= _AFTER_NOUN and not any(c in gap for c in ",.;、，。；:") and not gap.isspace()
    has_space = clause.cues.language == "zh" or clause.cues.has("count_word", gap)
    return before[-1] if is_close and has_space else None


def _word_after(clause: Clause, q: QuantitySpan) -> MentionSpan | None:
    """Return the last word for a thing in the noun phrase after a number; another number or a stop ends the phrase."""
    text = clause.spot.plain
    best: MentionSpan | None = None
    position = q.end
    for mention in clause.mentions:
        if mention.start < q.end:
            continue
        gap = text[position : mention.start]
        if (
            mention.start - q.end > _REACH
            or len(gap.split()) > 2
            or any(s in gap for s in ",;.()、，:")
            or any(c.isdigit() for c in gap)
        ):
            break
        position = mention.end
        if mention.kind == "product" and mention.maker is None:
            best = mention
    return best


def _in_order(clause: Clause, groups: list[Group]) -> list[tuple[Group | None, QuantitySpan]]:
    """Bind numbers to names one by one where the text says so: "made by A and B, 65% and 16% respectively"."""
    if not clause.cues.has("respectively", clause.sentence_plain):
        return []
    names = [Group((span,)) for group in groups for span in group.spans]
    counts = [q for q in clause.quantities if q.kind in {"count", "share"} and not is_whole(clause, q)]
    if len(names) < 2 or not counts or len(counts) % len(names):
        return []
    return [(names[at % len(names)], q) for at, q in enumerate(counts)]


def _without_parts(counts: list[QuantitySpan], groups: list[Group]) -> list[QuantitySpan]:
    """Leave out the parts of a sum that stands before them: "49 cameras: 22 here, 18 there and 9 elsewhere"."""
    for at, whole in enumerate(counts):
        rest = counts[at + 1 :]
        if len(rest) < 2 or any(group.start > rest[0].start for group in groups):
            continue
        if not isinstance(whole.value, Decimal) or any(not isinstance(part.value, Decimal) for part in rest):
            continue
        if whole.value == sum(part.value for part in rest if isinstance(part.value, Decimal)):
            return counts[: at + 1]
    return counts


def _bound(clause: Clause, groups: list[Group], counts: list[QuantitySpan]) -> list[tuple[Group | None, QuantitySpan]]:
    """Bind each number to a name: to the one before it where names come first, else to the one after it."""
    names_first = groups[0].start < counts[0].start
    bound: list[tuple[Group | None, QuantitySpan]] = []
    for q in counts:
        before = [group for group in groups if group.end <= q.start]
        after = [group for group in groups if group.start >= q.end]
        choice = (before[-1:] or after[:1]) if names_first else (after[:1] or before[-1:])
        labelled = next((g for g in reversed(before) if _LABEL_SIGN.fullmatch(_between(clause, g.end, q.start))), None)
        if labelled is not None:
            choice = [labelled]
        elif (nearest := beside(clause, groups, q)) is not None:
            choice = [nearest]
        elif after and q.product_kind is None and q.unit and owns(clause, q, after[0]):
            choice = after[:1]
        bound.append((choice[0] if choice else None, q))
    return bound if names_first else _without_totals(clause, bound)


#: What parts a label and its value: in "A: 12 B: 4" the sign tells which name a number belongs to.
_LABEL_SIGN = re.compile(r"\s{0,3}[:=：]\s{0,3}")


def _without_totals(
    clause: Clause, bound: list[tuple[Group | None, QuantitySpan]]
) -> list[tuple[Group | None, QuantitySpan]]:
    """Take the maker from a total: in "1,204 cameras, comprising 600 of make A" the first number is of all makes."""
    kept = list(bound)
    for at, ((group, q), (other, part)) in enumerate(pairwise(bound)):
        # A name between the two belongs to the first; one after both belongs to the part.
        is_after = group is not None and group.start >= part.end
        if is_after and group is other and _kind(clause, part) in {None, _kind(clause, q)}:
            kept[at] = (None, q)
    return kept


def _part(clause: Clause, group: Group | None, q: QuantitySpan | None) -> Part:
    spans = group.spans if group is not None else ()
    edges = [(span.start, span.end) for span in spans] + ([(q.start, q.end)] if q is not None else [])
    start, end = min(a for a, _ in edges), max(b for _, b in edges)
    thing = _thing(clause, spans, q)
    return Part(thing, _count(clause, q), start, end, q, group is not None and group.is_alternative)


def _thing(clause: Clause, spans: tuple[MentionSpan, ...], q: QuantitySpan | None) -> Thing:
    model = next((span for span in spans if span.kind == "model"), None)
    brand = next((span for span in spans if span.kind == "brand"), None)
    kind = (_kind(clause, q) if q is not None else None) or (model.product_kind if model else None)
    if kind is None and spans:
        near = [m.product_kind for m in clause.mentions if m.kind == "product" and m.product_kind and m.maker is None]
        kind = kind_of([word for word in near if word])
    return Thing(
        makers=tuple(dict.fromkeys(span.maker for span in spans if span.maker)),
        brand=brand.id if brand else None,
        model=model.text if model else None,
        product_kind=kind,
        capability=next((m.id for m in clause.mentions if m.kind == "capability"), None),
    )


def _count(clause: Clause, q: QuantitySpan | None) -> Count:
    if q is None:
        return Count()
    value = q.value if isinstance(q.value, Decimal) else None
    unit = q.unit
    if q.kind == "count" and (said := told_noun(clause, q)) is not None:
        return Count(value, q.low, q.high, said.text.lower(), q.qualifier)
    noun = _word_before(clause, q) if q.kind == "count" and (unit is None or len(unit) == 1) else None
    if noun is not None:
        unit = noun.text.lower()
    if unit is None:
        word = _word_after(clause, q)
        unit = word.text.lower() if word is not None else unit
    if q.kind == "count" and q.product_kind is None and noun is None and (unit is None or is_bare(clause, q, unit)):
        told = bodies_before(clause, q) if is_owner(clause, q) else shares_noun(clause, q) or told_before(clause, q)
        unit = told.unit if told is not None else unit
    return Count(value, q.low, q.high, "share" if q.kind == "share" else unit, q.qualifier)


def single(part: Part, maker: str) -> Part:
    """Return the part with one of its makers only."""
    return replace(part, thing=replace(part.thing, makers=(maker,)))
