"""Amounts of a report in their context: what is for equipment, and whose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.attribution import voice_of
from synopticon.read.claims import NO_COUNT, Count, Money, Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause
from synopticon.read.frames import Frame, body_of, date_of, subject_of, supplier_of
from synopticon.read.polarity import polarity_of
from synopticon.read.prose_kinds import amount_kind, money_modality
from synopticon.read.settings import Focus, Setting
from synopticon.read.spans import QuantitySpan
from synopticon.read.whose import beside, maker_after, neighbour_maker, topic_maker

_BEFORE = 28


def is_kept(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether an amount may be for equipment: fees, limits and salaries are not."""
    before = setting.plain[max(setting.start, q.start - _BEFORE) : q.start]
    found = setting.clause.cues.last("not_amount", before)
    if found is not None and len(before[found.end() :].split()) <= _NEXT:
        return False
    after = setting.clause.cues.find("not_amount", setting.plain, q.end, min(setting.end, q.end + _AFTER))
    return after is None or len(setting.plain[q.end : after.start()].split()) > 1


_NEXT, _AFTER = 2, 20


def amount_claim(  # noqa: PLR0917  # an amount and all it is read with
    frame: Frame,
    setting: Setting,
    following: Setting | None,
    clause: Clause,
    q: QuantitySpan,
    old: list[Claim],
    focus: Focus,
) -> list[Claim] | None:
    """Return the claim of an amount with the maker that the context gives; null where the old ones stand."""
    makers = _makers(setting, following, clause, q, focus)
    if old:
        return [_mended(setting, clause, q, claim, makers) for claim in old]
    kind = amount_kind(clause) or _kind_near(clause, q) or amount_kind(setting.clause) or _kind_near(setting.clause, q)
    kind = kind or "paid"
    own = [g for g in setting.groups if clause.start <= g.start and g.end <= clause.end]
    if not makers and own and not _is_removal(clause):
        amounts = [o for o in clause.quantities if o.kind == "money" and o is not q]
        group = beside(setting, clause.start, clause.end, q, amounts)
        makers = group.makers if group is not None else ()
    passage = setting.spot.passage
    evidence = text_evidence(
        frame.document,
        passage.unit,
        passage.start,
        passage.text,
        (clause.start, clause.end),
        (q.start, q.end),
        clause.cues.language,
    )
    if evidence is None:
        return None
    voice = voice_of(clause)
    polarity = polarity_of(clause, q.start, q.end, has_number=True)
    claim = make_claim(
        evidence,
        money_modality(kind),
        extractor="prose",
        thing=Thing(makers=makers),
        count=Count(None, q.low, q.high, None, q.qualifier) if q.qualifier == "between" else NO_COUNT,
        money=Money(q.value if isinstance(q.value, Decimal) else None, q.currency, kind),
        polarity="estimated" if kind == "estimate" and polarity == "affirmed" else polarity,
        confidence="low",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
        supplier=supplier_of(clause),
    )
    return [claim]


_KINDS = (
    ("invoice_words", "invoice"),
    ("budget_words", "budget"),
    ("award_words", "award"),
    ("paid_words", "paid"),
    ("value_words", "estimate"),
)


def _kind_near(clause: Clause, q: QuantitySpan) -> str | None:
    """Return the kind of an amount by the word for it that stands nearest."""
    found = [
        (min(abs(q.start - hit.end() - clause.start), abs(hit.start() + clause.start - q.end)), order, kind)
        for order, (cue, kind) in enumerate(_KINDS)
        for hit in clause.cues.all(cue, clause.plain)
    ]
    return min(found)[2] if found else None


def _mended(setting: Setting, clause: Clause, q: QuantitySpan, claim: Claim, makers: tuple[str, ...]) -> Claim:
    if q.qualifier == "between":
        claim = replace(claim, amount=None, low=q.low, high=q.high, qualifier="between")
    if _is_removal(clause) and claim.makers and claim.quantity is None:
        return replace(claim, makers=(), maker=None)
    if claim.makers and claim.quantity is None and _is_of_another_line(setting, q, claim):
        return replace(claim, makers=(), maker=None)
    return claim if claim.makers or not makers else _with(claim, makers)


def _is_of_another_line(setting: Setting, q: QuantitySpan, claim: Claim) -> bool:
    """Tell whether a maker stands in another line than an amount that has a label of its own: "Spend: 212,000"."""
    text = setting.plain
    line = text.rfind("\n", 0, q.start) + 1
    if line <= setting.start or ":" not in text[line : q.start]:
        return False
    return not any(g.start >= line and set(g.makers) & set(claim.makers) for g in setting.groups)


def _is_removal(clause: Clause) -> bool:
    return any(pattern.search(clause.plain) for name, pattern in clause.cues.modalities if name == "removed")


def _makers(
    setting: Setting, following: Setting | None, clause: Clause, q: QuantitySpan, focus: Focus
) -> tuple[str, ...]:
    """Return whose things an amount is for where the clause itself names nobody: "the bill", "for both"."""
    if (group := maker_after(following, "covers")) is not None:
        return group.makers
    own = [g for g in setting.groups if clause.start <= g.start and g.end <= clause.end]
    if own or _is_removal(clause):
        return ()
    if len(named := {group.makers for group in setting.groups}) == 1 and _is_free(setting, q):
        return next(iter(named))
    counts = [o for o in clause.quantities if o.kind == "count" and (o.product_kind is not None or o.unit is None)]
    if focus.here and focus.here[-1] and len(counts) == 1 and counts[0].start < q.start:
        return focus.here[-1]
    words = setting.spot.passage.text[setting.start : setting.end]
    known = [makers for name, makers in focus.owners.items() if name in words and makers]
    if known:
        return known[-1]
    if clause.cues.find("the_price", setting.plain, setting.start, setting.end) is None:
        idle = any(clause.cues.has(cue, setting.clause.plain) for cue in ("new_things", "budget_words"))
        if idle or q.qualifier == "between":
            return ()
        near = neighbour_maker(setting, focus)
        return near or (topic_maker(setting, following, focus) if len(focus.known) == 1 else ())
    return focus.holders or (focus.makers if len(focus.makers) == 1 and not focus.is_shared else ())


def _is_free(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether no other amount of its sentence may be that of the maker that the sentence names."""
    if any(o.kind == "money" and o is not q for o in setting.clause.quantities):
        return False
    following = next((g for g in setting.groups if g.start >= q.end), None)
    is_before = any(g.end <= q.start for g in setting.groups)
    return is_before or (following is not None and ";" not in setting.plain[q.end : following.start])


def _with(claim: Claim, makers: tuple[str, ...]) -> Claim:
    return replace(claim, makers=makers, maker=makers[0])
