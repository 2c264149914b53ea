"""Which number belongs to which maker: "40 Hikvision cameras and 12 Dahua", "Hikvision: 92, Dahua: 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from synopticon.read.claims import Count, Thing
from synopticon.read.clauses import Clause
from synopticon.read.elliptic import bodies_before, is_bare, is_owner, shares_noun, told_before, with_listed
from synopticon.read.rows_things import kind_of
from synopticon.read.spans import MentionSpan, QuantitySpan

_NAMING = {"maker", "brand", "model", "product"}
_JOINER = re.compile(r"^[\s\"'()]*(?:,|/|&|、|و|أو|او|和|或|及|与|以及|and|or|and/or|nor)*[\s\"'()]*و?(?:ال)?$")
_ALTERNATIVE = re.compile(r"\b(?:or|nor)\b|أو|او|或|/")
_SEPARATED = re.compile(r"[,;:.()、，；。]|\b(?:and|or|to)\b|(?:^|\s)(?:و|ل|الي)\s|和|与|及")
_ADJACENT = re.compile(r"^[\s:=\-(x×*]{0,4}$")
#: Between a number and the word that it counts there may stand a few words: "40 Hikvision dome cameras".
_REACH = 45
#: A number of bodies ("28 councils own equipment made by …") stands this near the maker that they own.
_BODY_REACH = 80
_ONE_WORD = 14
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


@dataclass(frozen=True, slots=True)
class _Group:
    spans: tuple[MentionSpan, ...]
    is_alternative: bool = False

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end

    @property
    def makers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(span.maker for span in self.spans if span.maker))


def parts_of(clause: Clause, *, counts_bodies: bool) -> list[Part]:
    """Return the things of a clause with their numbers.

    A number of bodies ("28 councils own …") belongs to a maker only where `counts_bodies`, that is in a report on many
    bodies and not in the reply of one.
    """
    groups = _groups(clause)
    counts = [q for q in clause.quantities if _is_relevant(clause, q, groups, counts_bodies=counts_bodies)]
    counts = with_listed(clause, counts) if groups else counts
    if not groups:
        return [_part(clause, None, q) for q in counts if q.kind == "share" or _kind(clause, q) is not None]
    if not counts:
        return [_part(clause, group, None) for group in groups]
    bound = _in_order(clause, groups, counts) or _bound(clause, groups, _without_parts(counts, groups))
    taken = {maker for group, _ in bound for maker in (group.makers if group else ())}
    rest = [group for group in groups if not set(group.makers) & taken]
    parts = [_part(clause, group, q) for group, q in bound] + [_part(clause, group, None) for group in rest]
    return sorted(parts, key=lambda part: part.start)


def _groups(clause: Clause) -> list[_Group]:
    """Join names that stand together: maker and model, or a list of makers without numbers between."""
    named = [m for m in clause.mentions if m.kind in _NAMING and m.maker]
    groups: list[_Group] = []
    text = clause.spot.plain
    for span in named:
        if groups:
            last = groups[-1]
            if span.start < last.end:
                # Two names at one place: a word such as "both firms" stands for them.
                is_choice = clause.cues.has("either", text[last.start : last.end])
                groups[-1] = _Group((*last.spans, span), last.is_alternative or is_choice)
                continue
            gap = text[last.end : span.start]
            if span.maker in last.makers and len(gap.split()) <= 2 and not any(letter.isdigit() for letter in gap):
                groups[-1] = _Group((*last.spans, span), last.is_alternative)
                continue
            if _is_joined(clause, last, span, gap):
                groups[-1] = _Group((*last.spans, span), last.is_alternative or bool(_ALTERNATIVE.search(gap)))
                continue
        groups.append(_Group((span,)))
    return groups


def _is_joined(clause: Clause, last: _Group, span: MentionSpan, gap: str) -> bool:
    if _JOINER.match(gap) and gap.strip(" \"'()"):
        return not any(last.end <= q.start and q.end <= span.start for q in clause.quantities)
    # "شركة", "company": a generic word may stand before the second name.
    words = gap.split()
    return (
        len(words) in {1, 2}
        and bool(_JOINER.match(words[0]))
        and not any(letter.isdigit() for letter in gap)
        and len(gap) < 20
        and len(words[0]) <= 3
    )


def _is_relevant(clause: Clause, q: QuantitySpan, groups: list[_Group], *, counts_bodies: bool) -> bool:
    if q.kind not in {"count", "share"} or _is_whole(clause, q) or _is_contrast(clause, q) or _is_label(clause, q):
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
    if _is_elliptic(clause, q, groups):
        return True
    if counts_bodies and q.unit is None and is_owner(clause, q):
        return True
    near = any(abs(g.start - q.end) <= _BODY_REACH or abs(q.start - g.end) <= _BODY_REACH for g in groups)
    return counts_bodies and q.unit is not None and near


def _is_elliptic(clause: Clause, q: QuantitySpan, groups: list[_Group]) -> bool:
    """Tell whether a bare number counts what an earlier one counted: "of 212 cameras, 40 are made by …"."""
    if q.unit is not None and not is_bare(clause, q, q.unit):
        return False
    told = any(
        other.product_kind is not None and clause.sentence[0] <= other.start < q.start
        for other in clause.spot.quantities
    )
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


def _is_whole(clause: Clause, q: QuantitySpan) -> bool:
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
    following = _word_after(clause, q) if q.unit is None else None
    return following.product_kind if following is not None else None


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


def _in_order(
    clause: Clause, groups: list[_Group], counts: list[QuantitySpan]
) -> list[tuple[_Group | None, QuantitySpan]]:
    """Bind numbers to names one by one where the text says so: "made by A and B, 65% and 16% respectively"."""
    if not clause.cues.has("respectively", clause.sentence_plain):
        return []
    names = [_Group((span,)) for group in groups for span in group.spans]
    if len(names) < 2 or len(counts) % len(names):
        return []
    return [(names[at % len(names)], q) for at, q in enumerate(counts)]


def _without_parts(counts: list[QuantitySpan], groups: list[_Group]) -> list[QuantitySpan]:
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


def _beside(clause: Clause, groups: list[_Group], q: QuantitySpan) -> _Group | None:
    """Return the name that the number counts by standing right before it: "200 cameras made by A"."""
    group = next((group for group in groups if group.start >= q.end), None)
    if group is None or group.start - q.end > _REACH:
        return None
    gap = clause.spot.plain[q.end : group.start]
    if _SEPARATED.search(gap) or any(q.end <= other.start < group.start for other in clause.quantities):
        return None
    for m in sorted(clause.mentions, key=lambda m: -m.start):
        if m.kind in {"product", "capability"} and m.maker is None and q.end <= m.start and m.end <= group.start:
            gap = gap[: m.start - q.end] + gap[m.end - q.end :]
    while (found := clause.cues.find("made_by", gap)) is not None and found.end() > found.start():
        gap = gap[: found.start()] + gap[found.end() :]
    return group if len(gap.split()) <= 1 and len(gap.strip()) <= _ONE_WORD else None


def _bound(
    clause: Clause, groups: list[_Group], counts: list[QuantitySpan]
) -> list[tuple[_Group | None, QuantitySpan]]:
    """Bind each number to a name: to the one before it where names come first, else to the one after it."""
    names_first = groups[0].start < counts[0].start
    bound: list[tuple[_Group | None, QuantitySpan]] = []
    for q in counts:
        before = [group for group in groups if group.end <= q.start]
        after = [group for group in groups if group.start >= q.end]
        choice = (before[-1:] or after[:1]) if names_first else (after[:1] or before[-1:])
        if (beside := _beside(clause, groups, q)) is not None:
            choice = [beside]
        bound.append((choice[0] if choice else None, q))
    return bound if names_first else _without_totals(clause, bound)


def _without_totals(
    clause: Clause, bound: list[tuple[_Group | None, QuantitySpan]]
) -> list[tuple[_Group | None, QuantitySpan]]:
    """Take the maker from a total: in "1,204 cameras, comprising 600 of make A" the first number is of all makes."""
    kept = list(bound)
    for at, ((group, q), (other, part)) in enumerate(pairwise(bound)):
        # A name between the two belongs to the first; one after both belongs to the part.
        is_after = group is not None and group.start >= part.end
        if is_after and group is other and _kind(clause, part) in {None, _kind(clause, q)}:
            kept[at] = (None, q)
    return kept


def _part(clause: Clause, group: _Group | None, q: QuantitySpan | None) -> Part:
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
    if unit is None:
        word = _word_after(clause, q)
        unit = word.text.lower() if word is not None else unit
    if q.kind == "count" and q.product_kind is None and (unit is None or is_bare(clause, q, unit)):
        told = bodies_before(clause, q) if is_owner(clause, q) else shares_noun(clause, q) or told_before(clause, q)
        unit = told.unit if told is not None else unit
    return Count(value, q.low, q.high, "share" if q.kind == "share" else unit, q.qualifier)


def single(part: Part, maker: str) -> Part:
    """Return the part with one of its makers only."""
    return replace(part, thing=replace(part.thing, makers=(maker,)))
