"""Reports read number by number in languages that chain statements: each number is the value of one claim.

What a number counts, whose make it is and what is done with it stands in its own statement, else in what was said
before: "of which" points to the whole just counted, "all of them A" follows it. Amounts go the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.attribution import voice_of
from synopticon.read.binding import is_whole
from synopticon.read.claims import NO_COUNT, NO_MONEY, Count, Money, Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause, Spot, clause_of, cues_at, sentence_spans
from synopticon.read.cue import Matcher
from synopticon.read.frames import Frame, body_of, date_of, subject_of, supplier_of
from synopticon.read.groups import Group, groups_of
from synopticon.read.polarity import polarity_of
from synopticon.read.prose_kinds import amount_kind
from synopticon.read.register_columns import subject_kind
from synopticon.read.segments import (
    Segment,
    is_work,
    kind_of,
    kind_of_counter,
    name_of_kind,
    noun_before,
    noun_of,
    segments_of,
)
from synopticon.read.settings import by_passage, place_of
from synopticon.read.spans import QuantitySpan
from synopticon.read.suppositions import is_supposition
from synopticon.read.unnumbered import unnumbered

Numbers = list[tuple[QuantitySpan, "Told"]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a number counts (its sort and English noun) and the makers of it."""

    sort: str
    unit: str | None
    kind: str | None = None
    makers: tuple[str, ...] = ()


@dataclass(slots=True)
class Focus:
    """What the text speaks of so far.

    Attributes:
        makers, last: all makers by first naming; those named last.
        kind: the kind of equipment spoken of last.
        whole: the things counted last.
        bodies: the noun of the bodies counted last.
        deal: the makers of the contract spoken of last.
        currency: of the amount named last.
    usual: what is done with things of which nothing else is said.
    sort: of what was counted last.
    near: the makers of the sentence before, in the same passage.
    """

    makers: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    kind: str | None = None
    whole: Told | None = None
    bodies: str | None = None
    deal: tuple[str, ...] = ()
    here: list[Told] = field(default_factory=list)
    currency: str | None = None
    usual: str = "owned"
    sort: str | None = None
    near: tuple[str, ...] = ()


def numbered(frame: Frame, spots: Sequence[Spot], claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a report with those of its numbers read anew, where its language is read so."""
    if not frame.is_about:
        return list(claims)
    known = by_passage(spots, claims)
    focus = Focus(usual=_usual(spots))
    dropped: set[int] = set()
    added: list[Claim] = []
    silence = _REMEMBERED
    for number, spot in enumerate(spots):
        if spot.passage.role not in {"text", "signature"}:
            continue
        before: tuple[str, ...] = ()
        for span in sentence_spans(spot):
            focus.near, before = before, _named_in(spot, span)
            has_number = any(q.kind in _READ and span[0] <= q.start < span[1] for q in spot.quantities)
            is_named = any(span[0] <= m.start < span[1] for m in spot.mentions)
            silence = 0 if is_named else silence + 1
            if not has_number and silence > _REMEMBERED:
                continue
            cues = cues_at(spot, span)
            if cues is None or not cues.reads_segments:
                continue
            segments = segments_of(spot, span, cues, focus.makers, focus.last)
            fresh = _sentence(frame, segments, cues, focus) if has_number else []
            if not has_number:
                clause = clause_of(spot, *span, span, cues)
                _move(Segment(clause, tuple(groups_of(clause))), focus)
            here = known.get(number, ())
            dropped |= {id(c) for c in here if has_number and _is_replaced(c, spot, span, fresh)}
            places = [place_of(c, spot) for c in (*here, *fresh) if id(c) not in dropped]
            added += fresh
            added += unnumbered(frame, segments, [place for place in places if place is not None])
    return [*(claim for claim in claims if id(claim) not in dropped), *added]


def _named_in(spot: Spot, span: tuple[int, int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.maker for m in spot.mentions if m.maker and span[0] <= m.start < span[1]))


def _usual(spots: Sequence[Spot]) -> str:
    """Return what is done with the things of a document: notices of award order them, calls for tenders plan them."""
    head = " ".join(spot.plain for spot in spots[:_HEAD])[:_HEAD_LENGTH]
    cues = cues_at(spots[0], (0, len(spots[0].plain))) if spots else None
    if cues is None:
        return "owned"
    return "contracted" if cues.has("award_words", head) else "planned" if cues.has("tender_words", head) else "owned"


_HEAD, _HEAD_LENGTH = 4, 160
#: So many sentences after the last name or word for equipment a text still speaks of it.
_REMEMBERED = 2


def _is_replaced(claim: Claim, spot: Spot, span: tuple[int, int], fresh: Sequence[Claim]) -> bool:
    """Tell whether a claim of the first reading gives way: it states a number, or only what a new one states better."""
    place = place_of(claim, spot)
    if place is None or not span[0] <= place[0] < span[1]:
        return False
    stated = {value for value in (claim.quantity, claim.amount, claim.low, claim.high) if value is not None}
    if stated:
        inside = [q for q in spot.quantities if span[0] <= q.start < span[1]]
        times = {q.value for q in inside if q.kind == "duration"}
        return not stated & times or any(q.value in stated for q in inside if q.kind in _READ)
    return any(
        new.maker == claim.maker and (at := place_of(new, spot)) and at[0] < place[1] and place[0] < at[1]
        for new in fresh
    )


_READ = {"count", "share", "money"}


def _sentence(frame: Frame, segments: list[Segment], cues: Matcher, focus: Focus) -> list[Claim]:
    found: list[tuple[int, Told, Claim]] = []
    focus.here = []
    for at, segment in enumerate(segments):
        numbers = [] if is_supposition(segment.clause) else _numbers(segments, at, focus)
        claims = [(q, told, _claim(frame, segments, at, q, told, focus.usual)) for q, told in numbers]
        found += [(at, *one) for one in _joined([(told, claim) for _, told, claim in claims if claim is not None])]
        _move(segment, focus)
    return _priced(found, is_near=cues.verb_first)


def _joined(claims: list[tuple[Told, Claim]]) -> list[tuple[Told, Claim]]:
    """Let an estimate of what things cost carry their number: "40 cameras that may have cost 9,000"."""
    counts = [claim for told, claim in claims if told.sort == "thing"]
    guesses = [claim for told, claim in claims if told.sort == "money" and claim.amount_kind == "estimate"]
    if len(counts) != 1 or not guesses:
        return claims
    (count,) = counts
    joined = [(told, _with_number(claim, count) if claim in guesses else claim) for told, claim in claims]
    return [(told, claim) for told, claim in joined if claim is not count]


def _priced(claims: list[tuple[int, Told, Claim]], *, is_near: bool) -> list[Claim]:
    """Let one number of things carry the one amount of its sentence: "320 cameras for 14 million".

    Args:
        claims: of a sentence, each with the number of its statement.
        is_near: only an amount of the same statement is that of the things.
    """
    amounts = {
        (claim.amount, claim.currency): (at, claim) for at, told, claim in reversed(claims) if told.sort == "money"
    }
    counts = [(at, claim) for at, told, claim in claims if told.sort in _PRICED]
    seen = {id(claim) for _, claim in amounts.values()}
    kept = [(at, told, claim) for at, told, claim in claims if told.sort != "money" or id(claim) in seen]
    if len(amounts) != 1 or len(counts) != 1 or len(kept) != len(counts) + 1:
        return [claim for _, _, claim in kept]
    ((first, count),), ((second, money),) = counts, amounts.values()
    is_apart = first != second and (is_near or not count.makers)
    if money.makers != count.makers or count.amount is not None or is_apart:
        return [claim for _, _, claim in kept]
    return [replace(count, amount=money.amount, currency=money.currency, amount_kind=money.amount_kind)]


_PRICED = {"thing", "site", "paper"}


def _with_number(claim: Claim, count: Claim) -> Claim:
    return replace(
        claim,
        quantity=count.quantity,
        low=count.low,
        high=count.high,
        unit=count.unit,
        qualifier=count.qualifier,
        product_kind=count.product_kind,
    )


def _move(segment: Segment, focus: Focus) -> None:
    named = tuple(maker for group in segment.groups for maker in group.makers)
    if named:
        focus.makers = tuple(dict.fromkeys((*(maker for maker in focus.makers if maker not in named), *named)))
        focus.last = tuple(dict.fromkeys(named))
    if named and any(segment.clause.cues.has(cue, segment.clause.plain) for cue in ("award", "the_price")):
        focus.deal = tuple(dict.fromkeys(named))
    kinds = [kind for m in segment.clause.mentions if (kind := kind_of(m)) is not None]
    if kinds:
        focus.kind = kinds[-1]


def _numbers(segments: list[Segment], at: int, focus: Focus) -> Numbers:
    segment = segments[at]
    counts = [q for q in segment.clause.quantities if q.kind in {"count", "share"} and not _is_sum(segments, at, q)]
    counts = [q for q in counts if not is_whole(segment.clause, q)]
    told = [(q, _told(segment, q, focus)) for q in counts]
    counted = [(q, one) for q, one in told if one is not None]
    bound = _bound(segment, [q for q, _ in counted])
    result: Numbers = []
    for q, noun in counted:
        makers = bound.get(q.start)
        one = replace(noun, makers=_makers(segments, at, q, noun, focus) if makers is None else makers)
        makers = one.makers
        result.append((q, one))
        if one.sort == "thing" or (one.sort == "share" and makers):
            focus.here.append(one)
        focus.sort = one.sort if one.sort != "share" else focus.sort
        if one.sort == "thing":
            focus.whole = one
        elif one.sort == "body":
            focus.bodies = one.unit
    for q in segment.clause.quantities:
        if (q.kind == "money" or _is_sum(segments, at, q)) and _is_for_equipment(segments, at, q):
            result.append((q, Told("money", focus.currency, None, _payee(segments, at, q, focus))))
        if q.kind == "money":
            focus.currency = q.currency
    return result


def _is_sum(segments: list[Segment], at: int, q: QuantitySpan) -> bool:
    """Tell whether a bare number of thousands is an amount of the currency said before: "only 9 million was paid"."""
    if q.kind != "count" or q.product_kind is not None or not isinstance(q.value, Decimal) or q.value < _SUM:
        return False
    segment = segments[at]
    cues, text = segment.clause.cues, segment.clause.plain
    if q.unit is not None and (not cues.verb_first or noun_of(q, cues.language) is not None):
        return False
    if q.text.isascii() and q.text.replace(",", "").isdigit():
        return False
    if q.unit is None and any(o.kind == "money" for other in segments[:at] for o in other.clause.quantities):
        return True
    return any(cues.has(cue, text) for cue in ("spent", "paid_words", "budget", "award", "offered", "covers"))


_SUM = 1_000


def _told(segment: Segment, q: QuantitySpan, focus: Focus) -> Told | None:
    """Return what a number counts; null for what no claim counts."""
    cues, text = segment.clause.cues, segment.clause.plain
    if q.kind == "share":
        return Told("share", "share") if _is_of_things(segment, q) else None
    near = segment.clause.spot.plain[q.end : q.end + _NEXT]
    before = segment.clause.spot.plain[max(segment.start, q.start - _NEXT) : q.start].rstrip(" (:")
    named = noun_of(q, cues.language)
    if (
        q.unit is not None
        and len(q.unit) == 1
        and (said := noun_before(segment.clause.spot.plain, q.start, cues.language))
    ):
        named = said
    if named is not None and named[0] == "body":
        focus.bodies = named[1]
    if named is not None:
        sort, noun = named
        if sort == "none" or (sort in {"body", "site", "company"} and not _acts(segment, q, sort)):
            return None
        kind = q.product_kind or (focus.kind if sort == "thing" and noun == _GENERIC else None)
        unit = name_of_kind(kind) if sort == "thing" and noun == _GENERIC and kind else noun
        return Told(sort, unit, kind)
    if q.product_kind is not None and not is_work(q):
        return None
    does = cues.find("body_does", near)
    if focus.bodies is not None and does is not None and not near[: does.start()].strip():
        return Told("body", focus.bodies)
    if focus.bodies is not None and any(cues.has(cue, text) for cue in ("not_responded", "declined", "replied")):
        return Told("body", focus.bodies) if q.unit is None or not cues.has("counter", q.unit) else None
    beside = any(_gap(segment, q, group) <= _BESIDE for group in segment.groups)
    is_counter = is_work(q) or (q.unit is not None and cues.find("counter", q.unit) is not None)
    back, led = cues.find("back", near), cues.last("back", before)
    is_back = (back is not None and not near[: back.start()].strip()) or (led is not None and led.end() == len(before))
    labels = (cues.last(cue, before) for cue in ("count_word", "numbering"))
    is_labelled = any(label is not None and label.end() == len(before) for label in labels)
    lead = text[: q.start - segment.start]
    is_labelled |= q.unit is None and cues.has("count_word", lead) and _kind_in(segment, q) is not None
    further = cues.find("further", near)
    if further is not None and not near[: further.start()].strip() and focus.whole is not None:
        return Told("body", focus.bodies) if focus.sort == "body" else replace(focus.whole, makers=())
    kind = _kind_in(segment, q) or focus.kind or (subject_kind() if beside else None)
    if kind is None:
        return None
    if is_back and not is_counter and focus.sort == "body" and focus.bodies is not None:
        return Told("body", focus.bodies)
    if q.unit in _ANY and focus.sort == "body" and focus.bodies is not None and cues.has("both", text):
        return Told("body", focus.bodies)
    if focus.whole is not None and is_back and not is_counter and not beside:
        return replace(focus.whole, makers=())
    listed = bool(focus.here) and segment.end - segment.start <= _SHORT and q.start - segment.start <= 1
    listed |= bool(focus.here) and cues.verb_first and q.unit is None and q.end >= segment.end - 1
    if is_counter or beside or is_back or is_labelled or listed:
        kind = kind_of_counter(q) or kind
        return Told("thing", name_of_kind(kind), kind)
    return None


_SHORT = 24
_ANY = ("个", "個", "家")


def _is_of_things(segment: Segment, q: QuantitySpan) -> bool:
    """Tell whether a share is one of things or bodies: rates of tax and growth are not."""
    cues, text = segment.clause.cues, segment.clause.plain
    if cues.has("not_amount", text) or cues.has("not_share", text):
        return False
    if segment.groups or q.product_kind is not None or cues.has("back", text) or cues.has("the_share", text):
        return True
    named = noun_of(q, cues.language)
    return (
        (named is not None and named[0] != "none")
        or any(kind_of(m) for m in segment.clause.mentions)
        or any(pattern.search(text) for modality, pattern in cues.modalities if modality in _DONE)
    )


_DONE = {"installed", "removed", "used", "delivered", "paid", "owned", "planned"}


def _acts(segment: Segment, q: QuantitySpan, sort: str) -> bool:
    """Tell whether a number of bodies or places states something of equipment; those that were only asked do not."""
    cues, text = segment.clause.cues, segment.clause.plain
    if any(cues.has(cue, text) for cue in ("not_responded", "declined", "replied")):
        return True
    if sort == "company":
        return any(m.kind == "list" for m in segment.clause.mentions) and not cues.has("both", text)
    if cues.has("asked_of", text) and not segment.groups:
        return False
    before = text[: q.start - segment.start].rstrip()
    if cues.has("largest", before[-_TOP:]):
        return False
    led = cues.last("place", before)
    others = any(o is not q and o.kind == "count" and o.product_kind for o in segment.clause.quantities)
    if others and (
        (led is not None and led.end() == len(before)) or (isinstance(q.value, Decimal) and q.value <= _FEW)
    ):
        return False
    after = [o for o in segment.clause.quantities if o.kind == "count" and o.product_kind and o.start > q.end]
    if sort == "site" and after and cues.find("holding", segment.clause.spot.plain, q.end, after[0].start):
        return False  # "23 parks have 1,406 cameras" counts the cameras
    if segment.groups or any(kind_of(m) or m.kind == "capability" for m in segment.clause.mentions):
        return True
    if any(o is not q and (noun_of(o, cues.language) or ("", ""))[0] == "none" for o in segment.clause.quantities):
        return False
    if sort == "body" and _modality(segment.clause) in _DONE and not cues.has("asked_of", text):
        return True
    return sort == "site" or (cues.has("holding", text) and not cues.has("asked_of", text))


_GENERIC = "devices"
_NEXT, _BESIDE = 14, 3


_TOP, _FEW = 8, 2


def _kind_in(segment: Segment, q: QuantitySpan) -> str | None:
    things = [(m, kind) for m in segment.clause.mentions if (kind := kind_of(m)) is not None]
    before = [kind for m, kind in things if m.end <= q.start]
    return before[-1] if before else things[0][1] if things else None


def _gap(segment: Segment, q: QuantitySpan, group: Group) -> int:
    """Return how many letters stand between a number with its noun and names, without words for things between."""
    end = q.end if q.unit_end is None else max(q.end, q.unit_end)
    if group.start < end and q.start < group.end:
        return 0
    first, last = (q.end, group.start) if group.start >= q.end else (group.end, q.start)
    gap = segment.clause.spot.plain[first:last]
    for m in sorted(segment.clause.mentions, key=lambda m: -m.start):
        if m.kind == "product" and m.maker is None and first <= m.start and m.end <= last:
            gap = gap[: m.start - first] + gap[m.end - first :]
    while (found := segment.clause.cues.find("made_by", gap)) is not None and found.end() > found.start():
        gap = gap[: found.start()] + gap[found.end() :]
    return len(gap.strip())


def _bound(segment: Segment, counts: list[QuantitySpan]) -> dict[int, tuple[str, ...]]:
    """Bind the numbers of one statement to the makers in it."""
    groups = segment.groups
    if not groups or not counts:
        return {}
    if len(groups) == len(counts) and len(groups) > 1:
        return {q.start: group.makers for q, group in zip(counts, groups, strict=True)}
    bound: dict[int, tuple[str, ...]] = {}
    for q in counts:
        ranked = sorted(
            (_gap(segment, q, group) + _CROSSED * _crossed(q, group, counts), group.start) for group in groups
        )
        cost, start = ranked[0]
        if len(counts) > 1 and cost >= _CROSSED and segment.clause.cues.verb_first:
            bound[q.start] = ()
            continue
        bound[q.start] = next(group.makers for group in groups if group.start == start)
    return bound


_CROSSED = 40


def _crossed(q: QuantitySpan, group: Group, counts: list[QuantitySpan]) -> int:
    first, last = (q.end, group.start) if group.start >= q.end else (group.end, q.start)
    return sum(first <= other.start < last for other in counts)


def _makers(segments: list[Segment], at: int, q: QuantitySpan, told: Told, focus: Focus) -> tuple[str, ...]:
    """Return whose things a number counts where its own statement names nobody."""
    segment = segments[at]
    cues, text = segment.clause.cues, segment.clause.plain
    if at + 1 < len(segments) and told.sort in {"thing", "share"} and (after := _made_after(segments[at + 1])):
        return after
    if cues.has("other_makes", text):
        return ()
    part = cues.find("back", text)
    points_back = part is not None and abs(segment.start + part.start() - q.start) <= _PART
    if points_back and focus.whole is not None and told.sort in {"thing", "share"}:
        return focus.whole.makers
    if told.sort == "thing" and focus.here and focus.here[-1].makers:
        is_bare = q.product_kind is None or is_work(q) or cues.has("given", text)
        return focus.here[-1].makers if is_bare else ()
    named = tuple(dict.fromkeys(m for other in segments[:at] for group in other.groups for m in group.makers))
    if told.sort in {"thing", "share"} and len(named) == 1 and not focus.here:
        return named
    if told.sort == "thing" and cues.has("given", text) and len(focus.last) == 1:
        return focus.last
    if told.sort != "thing" or any(other.groups for other in segments):
        return ()
    if any(p.search(text) for m, p in cues.modalities if m in {"removed", "delivered"}):
        if len(focus.makers) == 1:
            return focus.last
        return focus.near if len(focus.near) == 1 else focus.deal if len(focus.deal) == 1 else ()
    return ()


_PART = 24


def _made_after(segment: Segment) -> tuple[str, ...]:
    """Return the makers that the next statement gives to all that was counted: "all of them A", "made by A"."""
    if not segment.groups:
        return ()
    cues, text = segment.clause.cues, segment.clause.plain
    first = segment.groups[0]
    for cue in ("everyone", "told_after"):
        found = cues.find(cue, text)
        if found is not None and not found.start() and first.start - segment.start - found.end() <= _LINK:
            counted = any(q.kind == "count" and q.start < first.start for q in segment.clause.quantities)
            return () if counted else first.makers
    return ()


_LINK = 12


def _is_for_equipment(segments: list[Segment], at: int, q: QuantitySpan) -> bool:
    segment = segments[at]
    cues, text = segment.clause.cues, segment.clause.plain
    before = text[max(0, q.start - segment.start - _FEE) : q.start - segment.start]
    return not cues.has("not_amount", before)


_FEE = 24


def _payee(segments: list[Segment], at: int, q: QuantitySpan, focus: Focus) -> tuple[str, ...]:
    """Return the makers whose things an amount is for."""
    segment = segments[at]
    if segment.groups:
        if not any(o.kind in {"count", "share"} for o in segment.clause.quantities):
            return tuple(dict.fromkeys(maker for group in segment.groups for maker in group.makers))
        nearest = min(segment.groups, key=lambda group: _gap(segment, q, group))
        return nearest.makers
    text, cues = segment.clause.plain, segment.clause.cues
    link = cues.find("covers", text)
    if link is not None and link.start() <= _LINK and focus.here and focus.here[-1].makers:
        return focus.here[-1].makers
    named = tuple(dict.fromkeys(m for other in segments[:at] for group in other.groups for m in group.makers))
    if len(named) == 1 and all(set(one.makers) <= set(named) for one in focus.here[-1:]):
        return named
    if named:
        return ()
    if cues.has("invoice", text) and len(focus.near) == 1:
        return focus.near
    return focus.deal if cues.has("the_price", text) else ()


def _claim(  # noqa: PLR0917  # a number and all it is read with
    frame: Frame, segments: list[Segment], at: int, q: QuantitySpan, told: Told, usual: str
) -> Claim | None:
    segment = segments[at]
    clause = segment.clause
    start, end = min(segment.start, q.start), max(segment.end, q.end)
    passage = clause.spot.passage
    evidence = text_evidence(
        frame.document, passage.unit, passage.start, passage.text, (start, end), (q.start, q.end), clause.cues.language
    )
    if evidence is None:
        return None
    kind = _amount_kind(segments, at, usual) if told.sort == "money" else None
    modality = _money_modality(segment.clause, kind) if kind is not None else _doing(segments, at, told, usual)
    value = q.value if isinstance(q.value, Decimal) else None
    polarity = polarity_of(clause, q.start, q.end, has_number=True)
    if modality in {"not_responded", "refused"} and polarity == "negated":
        polarity = "affirmed"
    told_by = clause.spot.plain[clause.sentence[0] : q.start]
    if polarity == "affirmed" and (kind == "estimate" or clause.cues.has("estimate", told_by)):
        polarity = "estimated"
    voice = voice_of(clause)
    count = Count(value, q.low, q.high, told.unit, q.qualifier) if kind is None else NO_COUNT
    currency = q.currency if q.kind == "money" else told.unit
    amount = value if value is not None or q.qualifier == "between" else q.low or q.high
    money = Money(amount, currency, kind) if kind is not None else NO_MONEY
    if kind is not None and amount is None:
        count = Count(None, q.low, q.high, None, q.qualifier)  # an amount between two says both, and neither alone
    claim = make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=Thing(makers=told.makers, product_kind=told.kind),
        count=count,
        money=money,
        # The number stays: seven bodies that have none are seven.
        polarity="affirmed" if polarity == "negated" else polarity,
        confidence="medium" if told.makers else "low",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
        supplier=supplier_of(clause),
    )
    return replace(claim, polarity=polarity) if polarity == "negated" else claim


_MONEY = {
    "estimate": "other",
    "call_off": "contracted",
    "invoice": "paid",
    "award": "contracted",
    "budget": "planned",
    "paid": "paid",
    "ceiling": "planned",
}


def _money_modality(clause: Clause, kind: str) -> str:
    """Return what an amount says is done: what is only offered is talked of, whatever its kind."""
    if clause.cues.has("offered", clause.plain) or _modality(clause) == "talks":
        return "talks"
    said = _MONEY.get(kind, "paid")
    return "planned" if said == "paid" and _modality(clause) == "planned" else said


def _modality(clause: Clause) -> str | None:
    """Return the modality of the strongest cue of a statement; what is to be removed is a plan."""
    text = clause.plain
    hits = [modality for modality, pattern in clause.cues.modalities if pattern.search(text)]
    found = next((modality for modality in hits if modality not in _LOOSE), hits[0] if hits else None)
    if clause.cues.verb_first and found in _PLAIN:
        # Of plain verbs the first one is the verb of the statement.
        starts = [(p.search(text), m) for m, p in clause.cues.modalities if m in _PLAIN]
        found = min((hit.start(), m) for hit, m in starts if hit is not None)[1]
    if found in {"removed", "planned"} and {"removed", "planned"} <= set(hits):
        return "removed" if clause.cues.has("done", text) else "planned"
    if found == "owned" and clause.cues.has("bought", text):
        return "contracted"
    return "removed" if found in _HELD and clause.cues.has("past", text) else found


_HELD = {"owned", "installed", "used"}
_PLAIN = {"installed", "used", "delivered"}
#: What is said of a thing beside what is done with it.
_LOOSE = {"paid", "listed", "asked"}


_OPEN = {"installed", "contracted", "delivered", "removed", "used"}
_DOINGS = {"owned", "installed", "used", "delivered", "contracted", "planned", "removed"}


def _amount_kind(segments: list[Segment], at: int, usual: str) -> str:
    """Return the kind of the amounts of a statement: what is paid is paid, whatever is said of the contract."""
    clause = segments[at].clause
    if clause.cues.has("paid_words", clause.plain) and not clause.cues.has("budget", clause.plain):
        return "paid"
    kind = amount_kind(clause)
    if kind not in {None, "paid"}:
        return kind or "paid"
    for segment in segments[max(0, at - 1) : at]:
        told = amount_kind(segment.clause)
        told = _KIND_OF_DEED.get(_modality(segment.clause) or "") if told in {None, "paid"} else told
        if told is not None:
            return told
    return _KIND_OF_DEED.get(usual, "paid")


#: The kind of an amount that only is the price of what a statement before it, or the whole document, is about.
_KIND_OF_DEED = {"contracted": "award", "planned": "budget"}


def _doing(segments: list[Segment], at: int, told: Told, usual: str) -> str:
    """Return what is done with what a number counts: by its own statement, else by those before it."""
    clause = segments[at].clause
    if told.sort == "body":
        for cue, modality in (("not_responded", "not_responded"), ("declined", "refused"), ("replied", "other")):
            if clause.cues.has(cue, clause.plain):
                return modality
    own = _modality(clause)
    is_open = own in _OPEN and not clause.cues.has("done", clause.plain)
    if is_open and any(_modality(segment.clause) == "planned" for segment in segments[:at]):
        return "planned"  # verbs without a tense go with the plan told before: 规划三期，增设150支
    if own == "contracted" and usual == "planned":
        return usual
    if own is not None and (own not in _LOOSE or told.sort in {"body", "share"}):
        return own
    for segment in reversed(segments[:at]):
        if (stated := _modality(segment.clause)) is not None and stated in _DOINGS:
            return stated
    for segment in segments[at + 1 :]:
        follows = None if any(o.kind == "count" for o in segment.clause.quantities) else _modality(segment.clause)
        if follows is not None:
            return follows
    return usual
