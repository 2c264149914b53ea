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
from synopticon.read.claims import Count, Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause, Spot, clause_of, clauses
from synopticon.read.counted import Counted, counted_by
from synopticon.read.cue import Matcher, matcher_of
from synopticon.read.doings import doing_of
from synopticon.read.frames import Frame, body_of, date_of, subject_of
from synopticon.read.groups import Group
from synopticon.read.moving import move
from synopticon.read.owners import has_both, is_apart, is_named, makers_of, nearer_makers, taking_maker
from synopticon.read.polarity import polarity_of
from synopticon.read.register_columns import subject_kind
from synopticon.read.settings import Focus, Setting, by_passage, number_of, place_of, settings_of
from synopticon.read.spans import QuantitySpan
from synopticon.read.whose import is_left_out, maker_around
from synopticon.read.worth import (
    is_former,
    is_property,
    is_restated,
    is_supposed,
    is_unaware,
    is_where,
    is_worthy,
    share_of,
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
    focus = Focus(usual=_usual(spots, cues))
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


def _usual(spots: Sequence[Spot], cues: Matcher) -> str | None:
    """Return what notices of awards and of tenders say of all that they list."""
    opening = " ".join(spot.plain for spot in spots[:_OPENING])[:_HEAD]
    if cues.has("award_doc", opening):
        return "contracted"
    return "planned" if cues.has("tender_doc", opening) else None


#: The kind of a document stands in its first passages and characters.
_OPENING, _HEAD = 4, 200


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
    move(setting, focus, counted)
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
    if is_left_out(setting, q) or is_former(setting, q) or is_supposed(clause):
        return [] if old else None
    counted = counted_by(setting, q, focus) if q.kind == "count" else share_of(setting, clause, q, focus)
    if counted.sort == "body":
        if not is_where(setting, q):
            focus.bodies = counted.unit or focus.bodies
        if isinstance(q.value, Decimal) and counted.unit:
            focus.sizes.setdefault(q.value, counted.unit)
    if counted.sort == "company" and isinstance(q.value, Decimal):
        focus.firms.add(q.value)
    focus.counted = counted.sort if counted.sort != "unknown" else focus.counted
    focus.sorts.append(counted.sort)
    if counted.sort == "none" or is_property(setting, q, counted) or is_restated(setting, q):
        return [] if old else None
    if old and counted.sort != "company":
        if counted.sort in {"body", "site"} and not is_worthy(setting, clause, q, counted, focus):
            return []
        is_idle = counted.sort == "unknown" and q.kind == "count" and old[0].product_kind is None
        if is_idle and not setting.groups and not frame.is_reply:
            return []
        if q.value == 1 and q.qualifier == "at_least" and not frame.is_reply:
            return []
        named = [claim for claim in old if claim.makers]
        return [_mended(setting, following, clause, q, claim, counted, focus) for claim in named or old]
    if counted.sort == "unknown" or not is_worthy(setting, clause, q, counted, focus):
        return [] if old else None
    makers, group = makers_of(setting, following, clause, q, counted, focus)
    claim = _new(frame, setting, clause, q, counted, makers, group, focus)
    return [claim] if claim is not None else None


#: What the first reading says of those who kept silent stands.
_FIRM = frozenset(("not_responded", "refused", "listed"))


def _deed(setting: Setting, clause: Clause, q: QuantitySpan, counted: Counted) -> str | None:
    if counted.sort == "company":
        return "listed"  # companies are counted only where they are put on lists
    if counted.sort == "body" and is_unaware(setting, clause, q):
        return "other"
    return doing_of(setting, clause, q, is_body=counted.sort == "body")


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
    elif counted.sort == "body" and has_both(setting, q):
        makers, _ = makers_of(setting, following, clause, q, counted, focus)
    elif not makers or not is_named(setting, makers):
        # What the first reading took from before is decided anew.
        makers, _ = makers_of(setting, following, clause, q, counted, focus)
    elif counted.sort == "body" and is_apart(setting, q, makers):
        makers = ()
    elif q.kind == "share" and (group := taking_maker(setting, q)) is not None:
        makers = group.makers
    elif q.kind == "count":
        makers = nearer_makers(setting, clause, q, makers)
    modality = claim.modality
    if modality not in _FIRM or counted.sort in {"thing", "body"}:
        modality = _deed(setting, clause, q, counted) or focus.usual or modality
    if (unit, kind, makers, modality) == (claim.unit, claim.product_kind, claim.makers, claim.modality):
        return claim
    return replace(
        claim, modality=modality, unit=unit, product_kind=kind, makers=makers, maker=makers[0] if makers else None
    )


def _new(  # noqa: PLR0917  # a number and all it is read with
    frame: Frame,
    setting: Setting,
    clause: Clause,
    q: QuantitySpan,
    counted: Counted,
    makers: tuple[str, ...],
    group: Group | None,
    focus: Focus,
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
    modality = _deed(setting, clause, q, counted) or focus.usual or "owned"
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


#: What became of plans that came to nothing.
_DROPPED = re.compile(r"\b(?:shelved|dropped|cancell?ed|abandoned|axed|called off|fell through|annulled)\b")
_BREAK = re.compile(r"[,;:]\s|\b(?:and|but)\s")


def _polarity(setting: Setting, clause: Clause, q: QuantitySpan, counted: Counted, modality: str) -> str:
    if modality in {"not_responded", "refused"}:
        return "affirmed"
    if counted.sort == "body" and is_unaware(setting, clause, q):
        return "negated"
    if clause.cues.has("neither", clause.plain) and counted.sort == "body":
        return "negated"
    if modality in {"planned", "contracted", "other"} and _DROPPED.search(clause.plain):
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
    if is_supposed(clause) or not is_kept(setting, q) or is_former(setting, q):
        return [] if old else None
    return amount_claim(frame, setting, following, clause, q, old, focus)


def _without_bare(setting: Setting, fate: dict[int, tuple[Claim, list[Claim]]], fresh: list[Claim]) -> None:
    """Drop claims without a number beside one that states the number of the same maker's things."""
    valued = [claim for _, kept in fate.values() for claim in kept] + fresh
    valued = [claim for claim in valued if claim.quantity is not None or claim.low is not None or claim.amount]
    for claim in setting.claims:
        if id(claim) in fate or claim.quantity is not None or claim.low is not None or claim.amount is not None:
            continue
        if claim.maker is None or (claim.polarity != "affirmed" and is_named(setting, claim.makers)):
            continue
        place = place_of(claim, setting.spot)
        for other in valued:
            own = place_of(other, setting.spot)
            if (
                place
                and own
                and own[0] < place[1]
                and place[0] < own[1]
                and (set(claim.makers) <= set(other.makers) or not is_named(setting, claim.makers))
            ):
                fate[id(claim)] = (claim, [])
