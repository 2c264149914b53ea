"""A report read a second time, number by number: what each counts, whose it is, and whether it is worth a claim.

The first reading goes clause by clause and sees only what a clause says itself. Here every number is held against what
the text speaks of: a number that counts documents or votes loses its claim, one without a maker gets that of the things
it points back to, and one that the first reading passed over gets a claim of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from synopticon.model.records import Claim
from synopticon.read.amounts import amount_claim, is_kept
from synopticon.read.attribution import voice_of
from synopticon.read.bare import bare_claims
from synopticon.read.binding import is_whole
from synopticon.read.claims import Count, Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause, Spot, clause_of, clauses
from synopticon.read.counted import Counted, counted_by
from synopticon.read.cue import matcher_of
from synopticon.read.doings import doing_of
from synopticon.read.frames import Frame, body_of, date_of, subject_of
from synopticon.read.groups import Group
from synopticon.read.polarity import polarity_of
from synopticon.read.register_columns import subject_kind
from synopticon.read.settings import Focus, Setting, by_passage, number_of, place_of, settings_of, things_in
from synopticon.read.spans import QuantitySpan
from synopticon.read.suppositions import is_supposition
from synopticon.read.whose import (
    beside,
    distance,
    has_things,
    is_left_out,
    is_taken,
    maker_after,
    maker_around,
    maker_before,
    topic_maker,
)


def completed(frame: Frame, spots: Sequence[Spot], claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a report after its second reading.

    Args:
        frame: what holds for all of the report.
        spots: its passages, in order.
        claims: what the first reading found in them.
    """
    cues = matcher_of(frame.language)
    if cues is None or not frame.is_about or not cues.reads_numbers:
        return list(claims)
    fate: dict[int, list[Claim]] = {}
    added: dict[int, list[Claim]] = {}
    focus = Focus()
    known = by_passage(spots, claims)
    numbers = {id(spot): number for number, spot in enumerate(spots)}
    for setting, following in _paired(settings_of(spots, known)):
        if setting.clause.cues.reads_numbers:
            changed, fresh = _read(frame, setting, following, focus)
            fate.update({id(claim): kept for claim, kept in changed})
            added.setdefault(numbers[id(setting.spot)], []).extend(fresh)
    last = {id(own[-1]): number for number, own in known.items()}
    result: list[Claim] = []
    for claim in claims:
        result.extend(fate.get(id(claim), [claim]))
        result.extend(added.pop(last.get(id(claim), -1), []))
    return [*result, *(claim for number in sorted(added) for claim in added[number])]


def _paired(settings: Iterator[Setting]) -> Iterator[tuple[Setting, Setting | None]]:
    listed = list(settings)
    yield from pairwise(listed)
    if listed:
        yield listed[-1], None


def _read(
    frame: Frame, setting: Setting, following: Setting | None, focus: Focus
) -> tuple[list[tuple[Claim, list[Claim]]], list[Claim]]:
    """Return what becomes of the claims of a sentence, and its new ones; `focus` moves on."""
    parts = list(clauses(setting.spot, (setting.start, setting.end)))
    known = _known(setting)
    fate: dict[int, tuple[Claim, list[Claim]]] = {}
    fresh: list[Claim] = []
    counted: list[Claim] = []
    last: Claim | None = None
    focus.here, focus.sorts = [], []
    for q in setting.clause.quantities:
        clause = next((part for part in parts if part.start <= q.start < part.end), setting.clause)
        old = known.get(q.start, [])
        if q.kind == "money":
            new = _amount(frame, setting, following, clause, q, old, focus)
        elif q.kind in {"count", "share"}:
            new = _number(frame, setting, following, clause, q, old, focus)
        else:
            continue
        if new is None:
            continue
        for claim in old:
            fate[id(claim)] = (claim, [])
        if old:
            fate[id(old[0])] = (old[0], new)
        else:
            fresh.extend(new)
        fresh_counts = [claim for claim in new if claim.quantity is not None or claim.low is not None]
        focus.here += [claim.makers for claim in fresh_counts if claim.unit != "share"]
        counted += fresh_counts
        if fresh_counts and q.kind == "count" and focus.counted == "thing":
            last = fresh_counts[-1]
    _without_bare(setting, fate, fresh)
    kept = [claim for claim in setting.claims if id(claim) not in fate]
    fresh.extend(
        bare_claims(frame, setting, parts, [*kept, *(c for _, own in fate.values() for c in own), *fresh], focus)
    )
    _moved(setting, focus, counted)
    if last is not None and last.unit and last.product_kind != subject_kind():
        focus.noun, focus.kind = last.unit, last.product_kind or focus.kind
    return list(fate.values()), fresh


def _known(setting: Setting) -> dict[int, list[Claim]]:
    """Return the claims of a sentence by the place of the number that they state."""
    known: dict[int, list[Claim]] = {}
    for claim in setting.claims:
        q = number_of(claim, setting)
        if q is None:
            continue
        twins = [o for o in setting.clause.quantities if o.kind == q.kind and o.value == q.value and o.low == q.low]
        free = next((o for o in twins if o.start not in known), q)
        place = place_of(claim, setting.spot)
        if place is not None and not (place[0] <= free.start < place[1]):
            free = q
        known.setdefault(free.start, []).append(claim)
    return known


def _number(  # noqa: PLR0917  # a number and all it is read with
    frame: Frame,
    setting: Setting,
    following: Setting | None,
    clause: Clause,
    q: QuantitySpan,
    old: list[Claim],
    focus: Focus,
) -> list[Claim] | None:
    """Return the claims of a number, null where those of the first reading stand as they are."""
    if is_left_out(setting, q) or is_former(setting, q) or _is_supposed(clause):
        return [] if old else None
    counted = counted_by(setting, q, focus) if q.kind == "count" else _shared(setting, clause, q, focus)
    if counted.sort == "body":
        if not _is_where(setting, q):
            focus.bodies = counted.unit or focus.bodies
        if isinstance(q.value, Decimal) and counted.unit:
            focus.sizes.setdefault(q.value, counted.unit)
    if counted.sort == "company" and isinstance(q.value, Decimal):
        focus.firms.add(q.value)
    focus.counted = counted.sort if counted.sort != "unknown" else focus.counted
    focus.sorts.append(counted.sort)
    if counted.sort == "none" or _is_property(setting, q, counted) or _is_restated(setting, q):
        return [] if old else None
    if old and counted.sort != "company":
        if counted.sort in {"body", "site"} and not _is_worthy(setting, clause, q, counted, focus):
            return []
        is_idle = counted.sort == "unknown" and q.kind == "count" and old[0].product_kind is None
        if is_idle and not setting.groups and not frame.is_reply:
            return []
        named = [claim for claim in old if claim.makers]
        return [_mended(setting, following, clause, q, claim, counted, focus) for claim in named or old]
    if counted.sort == "unknown" or not _is_worthy(setting, clause, q, counted, focus):
        return [] if old else None
    makers, group = _makers(setting, following, clause, q, counted, focus)
    claim = _new(frame, setting, clause, q, counted, makers, group)
    return [claim] if claim is not None else None


def _is_supposed(clause: Clause) -> bool:
    """Tell whether a clause states nothing; "the number of cameras is 130" only looks like a request."""
    if not is_supposition(clause):
        return False
    told = any(clause.cues.has(cue, clause.plain) for cue in ("the_number", "number_verb"))
    return "?" in clause.plain or not told


def is_former(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number is no longer so: the first of "fell from 300 to 120"."""
    before = setting.plain[max(setting.start, q.start - 40) : q.start]
    cues = setting.clause.cues
    held = cues.last("versus", before)
    if held is not None and not before[held.end() :].strip() and len(held.group().split()) > 1:
        return True
    found = cues.last("changed_from", before)
    if found is None or before[found.end() :].strip():
        return False
    return setting.clause.cues.find("changed_to", setting.plain, q.end, min(setting.end, q.end + 25)) is not None


def _is_property(setting: Setting, q: QuantitySpan, counted: Counted) -> bool:
    """Tell whether a number is a property of a thing: "each with four", "four per tower"."""
    before = setting.plain[max(setting.start, q.start - 24) : q.start].rstrip()
    found = setting.clause.cues.last("spec", before)
    if found is not None and not before[found.end() :].strip() and counted.sort != "body":
        words = found.group().split()
        return words[0] in {"each", "per", "every", "times"} or words[-1] == "by" or counted.sort in {"unknown", "site"}
    after = setting.clause.cues.find("ratio_after", setting.plain, q.end, min(setting.end, q.end + 45))
    return after is not None and q.value == 1


def _is_restated(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a share in brackets only says again what the number before it says: "164 (or 77%)"."""
    if q.kind != "share":
        return False
    before = setting.plain[max(setting.start, q.start - 8) : q.start]
    is_aside = "(" in before or (", or " in before and setting.plain[q.end : q.end + 1] == ",")
    return is_aside and any(o.kind == "count" and 0 <= q.start - o.end <= _RESTATED for o in setting.clause.quantities)


#: How far after a number its share may stand in brackets: "28 of the councils (65%)".
_RESTATED = 24


def _shared(setting: Setting, clause: Clause, q: QuantitySpan, focus: Focus) -> Counted:
    """Return what a share is of."""
    if clause.mentions or things_in(setting.clause.mentions) or setting.groups:
        return Counted("thing", "share")
    if clause.cues.find("the_share", clause.plain) is not None and focus.is_share:
        return Counted("thing", "share")
    done = clause.cues.find("thing_does", setting.plain, q.end, min(setting.end, q.end + 12))
    if done is not None and focus.noun is not None and not setting.plain[q.end : done.start()].strip():
        return Counted("thing", "share")
    near = setting.plain[max(setting.start, q.start - 40) : min(setting.end, q.end + 40)]
    if clause.cues.find("whole_noun", near) is not None and focus.noun is not None:
        return Counted("thing", "share")
    return Counted("unknown", "share")


def _is_worthy(setting: Setting, clause: Clause, q: QuantitySpan, counted: Counted, focus: Focus) -> bool:
    """Tell whether a number is worth a claim: of equipment always, of bodies where they have or answer something."""
    cues = clause.cues
    if q.kind == "share":
        return counted.sort == "thing" and not _is_of_money(setting, q)
    if counted.sort == "thing":
        if q.value == 1 and q.product_kind is None and not setting.groups:
            return False
        if q.value == 1 and q.qualifier == "at_least":
            return False
        inside = any(q.end <= g.start and g.end <= (q.unit_start or 0) for g in setting.groups)
        return inside or not (is_whole(clause, q) or _is_whole_of(setting, q))
    asked = cues.find("asked_of", setting.plain, q.end, min(setting.end, q.end + 14))
    if (
        is_whole(clause, q)
        or _is_whole_of(setting, q)
        or q.value == 1
        or (asked is not None and asked.start() <= q.end + 2)
    ):
        return False
    if counted.sort == "body":
        if cues.has("request", clause.plain) or _counts_more(setting, clause, q) or _is_where(setting, q):
            return False
        text = clause.plain
        if any(o.kind == "money" and 0 <= o.start - q.end <= _SPENT for o in setting.clause.quantities):
            return False
        if cues.find("have_them", setting.plain, q.end, clause.end) is not None and (focus.holders or focus.makers):
            return True
        silent = any(cues.has(cue, text) for cue in ("not_responded", "declined"))
        return (
            silent
            or has_things(setting)
            or any(cues.has(cue, text) for cue in ("both", "neither", "either", "have_both"))
        )
    if counted.sort == "company":
        return any(name == "listed" and pattern.search(clause.plain) for name, pattern in cues.modalities) or any(
            m.kind == "list" for m in clause.mentions
        )
    if counted.sort == "site":
        before = setting.plain[setting.start : q.start]
        found = cues.last("found_in", before)
        return (
            found is not None
            and not before[found.end() :].strip()
            and (bool(setting.groups) or bool(things_in(setting.clause.mentions)))
            and not any(o.kind == "count" and o.start < q.start for o in setting.clause.quantities)
        )
    return False


def _is_whole_of(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number is the whole of which another is a part: "seven of the islands' nine councils"."""
    counts = [o for o in setting.clause.quantities if o.kind in {"count", "share"}]
    before = [o for o in counts if o.end <= q.start]
    if before and _PART_OF.fullmatch(setting.plain, before[-1].end, q.start):
        return True
    return _OPENS.fullmatch(setting.plain, setting.start, q.start) is not None and any(o.start > q.end for o in counts)


_PART_OF = re.compile(r"\s(?:out )?of (?:the|its|our|their|all|these|those|his|her)(?: [\w'-]+){0,3}\s")
_OPENS = re.compile(r"\s*(?:and |but )?of (?:the|its|our|their|all|these|those|his|her)(?: [\w'-]+){0,3}\s")
#: A number of bodies this near before an amount are those who spent it.
_SPENT = 60


def _is_where(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number of bodies or places only tells where the things are that were counted before it."""
    before = setting.plain[setting.start : q.start]
    found = setting.clause.cues.last("found_in", before)
    if found is None or before[found.end() :].strip():
        return False
    place = setting.start + found.start()
    if any(g.end <= q.start and len(setting.plain[g.end : place].split()) <= 1 for g in setting.groups):
        return False
    return any(o.kind == "count" and o.start < q.start for o in setting.clause.quantities)


def _is_of_money(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a share is one of money: "60% of the sum"."""
    near = setting.plain[q.end : min(setting.end, q.end + 30)]
    return setting.clause.cues.find("of_money", near) is not None


def _counts_more(setting: Setting, clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number of bodies only tells whose the things are that are counted after it."""
    following = [o for o in clause.quantities if o.kind == "count" and o.start > q.end]
    return bool(following) and following[0].product_kind is not None and not setting.groups


def _makers(  # noqa: PLR0917  # a number and all it is read with
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
    if counted.sort == "body" and len(named) > 1 and _has_both(setting, q):
        return named[-2:], None
    if counted.sort == "body" and setting.clause.cues.find("have_them", setting.plain, q.end, clause.end) is not None:
        return focus.holders or focus.makers[-1:], None
    others = _rivals(setting, clause, q)
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
        return topic_maker(setting, following, focus), None
    if counted.sort == "site" and (group := maker_after(following)) is not None:
        return group.makers, None
    return (), None


#: What the first reading says of those who kept silent stands.
_FIRM = frozenset(("not_responded", "refused", "listed"))


def _deed(setting: Setting, clause: Clause, q: QuantitySpan, counted: Counted) -> str | None:
    if counted.sort == "body" and _is_unaware(setting, clause, q):
        return "other"
    return doing_of(setting, clause, q, is_body=counted.sort == "body")


def _is_unaware(setting: Setting, clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number of bodies only could not say something."""
    others = [o.start for o in clause.quantities if o.start >= q.end and o.kind == "count"]
    last = min([*others, clause.end])
    return clause.cues.find("unaware", setting.plain, q.end, last) is not None


def _rivals(setting: Setting, clause: Clause, q: QuantitySpan) -> list[QuantitySpan]:
    """Return the other numbers of a clause that a name may belong to instead."""
    listed = [o for o in clause.quantities if o.kind in {"count", "share"} and o is not q and not is_whole(clause, o)]
    return [o for o in listed if "(" not in setting.plain[max(q.end, o.start - 2) : o.start] or o.start < q.start]


def _mended(  # noqa: PLR0917  # a number and all it is read with
    setting: Setting,
    following: Setting | None,
    clause: Clause,
    q: QuantitySpan,
    claim: Claim,
    counted: Counted,
    focus: Focus,
) -> Claim:
    """Return a claim of the first reading with the noun and the maker that the context gives."""
    unit, kind, makers = claim.unit, claim.product_kind, claim.makers
    if q.kind == "count" and counted.unit is not None and counted.sort != "unknown":
        unit, kind = counted.unit, counted.kind or (kind if counted.sort != "body" else None)
    elif q.kind == "count" and (unit is None or clause.cues.find("uncounted", unit) is not None):
        unit, kind = counted.unit or unit, kind or counted.kind
    if (group := maker_around(setting, q)) is not None:
        makers = group.makers
    elif counted.sort == "body" and _has_both(setting, q):
        makers, _ = _makers(setting, following, clause, q, counted, focus)
    elif not makers or not _is_named(setting, makers):
        # What the first reading took from before is decided anew.
        makers, _ = _makers(setting, following, clause, q, counted, focus)
    elif q.kind == "count":
        makers = _nearer(setting, clause, q, makers)
    modality = claim.modality
    if modality not in _FIRM or counted.sort in {"thing", "body"}:
        modality = _deed(setting, clause, q, counted) or modality
    if (unit, kind, makers, modality) == (claim.unit, claim.product_kind, claim.makers, claim.modality):
        return claim
    return replace(
        claim, modality=modality, unit=unit, product_kind=kind, makers=makers, maker=makers[0] if makers else None
    )


def _has_both(setting: Setting, q: QuantitySpan) -> bool:
    end = q.end if q.unit_end is None else max(q.end, q.unit_end)
    found = setting.clause.cues.find("have_both", setting.plain, end, min(setting.end, end + 30))
    if found is None or setting.plain[end : found.start()].strip():
        return False
    # In "twelve use both A and B" the two are named there.
    return not any(0 <= g.start - found.end() <= _LINK for g in setting.groups)


def _is_named(setting: Setting, makers: tuple[str, ...]) -> bool:
    return any(set(group.makers) & set(makers) for group in setting.groups)


def _nearer(setting: Setting, clause: Clause, q: QuantitySpan, makers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the makers named nearest to a number where those of the first reading stand much farther off."""
    others = _rivals(setting, clause, q)
    own = [g for g in setting.groups if clause.start <= g.start and g.end <= clause.end]
    ranked = sorted((distance(setting, q, g, others), g.start, g) for g in own)
    mine = [cost for cost, _, g in ranked if set(g.makers) & set(makers)]
    if _is_part(setting, q, own):
        return ()
    if _names_another(setting, q):
        return ()
    if mine and all(is_taken(setting, g, q) for g in own if set(g.makers) & set(makers)):
        free = [(cost, group) for cost, _, group in ranked if not is_taken(setting, group, q)]
        return free[0][1].makers if free and free[0][0] <= _MUCH + 2 else ()
    if not ranked or set(ranked[0][2].makers) & set(makers):
        return makers
    if not mine:
        return ranked[0][2].makers if ranked[0][0] <= _MUCH else makers
    return ranked[0][2].makers if mine[0] - ranked[0][0] >= _MUCH else makers


def _names_another(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a capitalised word that no table knows follows a number in a list of makers: "16 Quorvex"."""
    word = _CAPITAL.match(setting.spot.passage.text, q.end)
    if word is None or any(m.start < word.end() and word.start(1) < m.end for m in setting.clause.mentions):
        return False
    return setting.plain[word.end() : word.end() + 1] in {",", ".", ";", "", "\n"} or setting.plain.startswith(
        " and ", word.end()
    )


_CAPITAL = re.compile(r" ([A-Z][A-Za-z]+(?:-[A-Z]+)?)\b")
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


def _new(  # noqa: PLR0917  # a number and all it is read with
    frame: Frame,
    setting: Setting,
    clause: Clause,
    q: QuantitySpan,
    counted: Counted,
    makers: tuple[str, ...],
    group: Group | None,
) -> Claim | None:
    start, end = q.start, q.end
    if group is not None and clause.start <= group.start and group.end <= clause.end:
        start, end = min(start, group.start), max(end, group.end)
    passage = setting.spot.passage
    evidence = text_evidence(
        frame.document,
        passage.unit,
        passage.start,
        passage.text,
        (clause.start, clause.end),
        (start, end),
        clause.cues.language,
    )
    if evidence is None:
        return None
    modality = _deed(setting, clause, q, counted) or "owned"
    polarity = _polarity(setting, clause, q, counted, modality)
    voice = voice_of(clause)
    value = q.value if isinstance(q.value, Decimal) else None
    claim = make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=Thing(makers=makers, product_kind=counted.kind),
        count=Count(value, q.low, q.high, "share" if q.kind == "share" else counted.unit, q.qualifier),
        confidence="low",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
    )
    return replace(claim, polarity=polarity)


def _narrow(setting: Setting, clause: Clause, q: QuantitySpan) -> Clause:
    """Return the part of a clause in which a number stands: a denial before a comma is not of it."""
    breaks = [hit.end() for hit in _BREAK.finditer(setting.plain, clause.start, q.start)]
    return clause_of(setting.spot, breaks[-1] if breaks else clause.start, clause.end, clause.sentence, clause.cues)


_BREAK = re.compile(r"[,;:]\s|\b(?:and|but)\s")


def _polarity(setting: Setting, clause: Clause, q: QuantitySpan, counted: Counted, modality: str) -> str:
    if modality in {"not_responded", "refused"}:
        return "affirmed"
    if counted.sort == "body" and _is_unaware(setting, clause, q):
        return "negated"
    if clause.cues.has("neither", clause.plain) and counted.sort == "body":
        return "negated"
    polarity = polarity_of(_narrow(setting, clause, q), q.start, q.end, has_number=True)
    if polarity == "affirmed" and clause.cues.has("estimate", clause.plain):
        return "estimated"
    return polarity


def _amount(  # noqa: PLR0917  # an amount and all it is read with
    frame: Frame,
    setting: Setting,
    following: Setting | None,
    clause: Clause,
    q: QuantitySpan,
    old: list[Claim],
    focus: Focus,
) -> list[Claim] | None:
    if _is_supposed(clause) or not is_kept(setting, q) or is_former(setting, q):
        return [] if old else None
    return amount_claim(frame, setting, following, clause, q, old, focus)


def _without_bare(setting: Setting, fate: dict[int, tuple[Claim, list[Claim]]], fresh: list[Claim]) -> None:
    """Drop claims without a number beside one that states the number of the same maker's things."""
    valued = [claim for _, kept in fate.values() for claim in kept] + fresh
    valued = [claim for claim in valued if claim.quantity is not None or claim.low is not None or claim.amount]
    for claim in setting.claims:
        if id(claim) in fate or claim.quantity is not None or claim.low is not None or claim.amount is not None:
            continue
        if claim.maker is None or (claim.polarity != "affirmed" and _is_named(setting, claim.makers)):
            continue
        place = place_of(claim, setting.spot)
        for other in valued:
            own = place_of(other, setting.spot)
            if (
                place
                and own
                and own[0] < place[1]
                and place[0] < own[1]
                and (set(claim.makers) <= set(other.makers) or not _is_named(setting, claim.makers))
            ):
                fate[id(claim)] = (claim, [])


def _moved(setting: Setting, focus: Focus, counted: list[Claim]) -> None:
    """Let the focus move on over a sentence; makers that are denied do not come into it."""
    denied = {
        maker for claim in setting.claims if claim.polarity in {"negated", "denied"} for maker in claim.makers
    } - {maker for claim in [*setting.claims, *counted] if claim.polarity == "affirmed" for maker in claim.makers}
    named = tuple(dict.fromkeys(m.maker for m in setting.clause.mentions if m.maker))
    fresh = tuple(maker for maker in named if maker not in denied)
    focus.named = (*(maker for maker in focus.named if maker not in named), *named)
    focus.makers = fresh or focus.makers
    focus.known = tuple(dict.fromkeys((*focus.known, *fresh)))
    if not focus.title and fresh and setting.spot.passage.start < _TITLE:
        focus.title = fresh
    before = focus.passage[1] if focus.passage[0] == id(setting.spot) else ()
    focus.passage = (id(setting.spot), tuple(dict.fromkeys((*before, *fresh))))
    things = [claim for claim in counted if claim.unit not in {None, "share"} and claim.polarity != "negated"]
    things = [claim for claim in things if claim.product_kind is not None or claim.makers]
    for claim in things:
        if claim.quantity is not None:
            focus.sets[claim.quantity] = claim.makers
        for name in _NAMES.findall(setting.spot.passage.text[setting.start : setting.end]):
            focus.owners[name] = claim.makers
    if things:
        several = len({claim.makers for claim in things if claim.makers}) > 1
        focus.holders = () if several else things[-1].makers
        focus.lasting = next((claim.makers for claim in reversed(things) if claim.makers), focus.lasting)
        focus.is_shared = several or not things[-1].makers
    elif len(fresh) == 1 or (fresh and len(setting.groups) == 1):
        focus.holders, focus.is_shared, focus.lasting = fresh, False, fresh
    focus.is_share = any(claim.unit == "share" for claim in counted) or focus.is_share
    _move_noun(setting, focus)


#: Makers named so near the beginning of a text are in its title.
_TITLE = 40
_NAMES = re.compile(r"(?:[A-Z][a-z]+ (?:of |and |for |the )*){1,5}[A-Z][a-z]+")


def _move_noun(setting: Setting, focus: Focus) -> None:
    things = things_in(setting.clause.mentions)
    counts = [q for q in setting.clause.quantities if q.kind == "count" and q.product_kind is not None]
    plural = [m for m in things if m.text.lower().endswith("s") or " " in m.text or m.product_kind == "camera"]
    plural = [m for m in plural if not m.text.isupper() or focus.noun is None]
    if len({m.product_kind for m in plural}) > 1 and (main := [m for m in plural if m.product_kind == subject_kind()]):
        plural = main
    elif counts and (same := [m for m in things if m.product_kind == counts[-1].product_kind]):
        plural = same
    if plural:
        focus.noun, focus.kind = plural[-1].text.lower(), plural[-1].product_kind
    if focus.bodies is None or focus.counted != "body":
        found = [hit for hit in setting.clause.cues.all("bodies", setting.clause.plain) if _is_many(hit.group())]
        focus.bodies = found[-1].group() if found else focus.bodies


def _is_many(word: str) -> bool:
    return word.endswith("s") or " " in word or not word.isascii() or word == "body"
