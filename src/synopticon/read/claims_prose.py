"""Sentences to claims: who has how many of what, who says so, and what is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.attribution import Voice, voice_of
from synopticon.read.binding import Part, parts_of, single
from synopticon.read.claims import NO_COUNT, NO_THING, Count, Money, Thing, make_claim, text_evidence, without_person
from synopticon.read.clauses import Clause, Spot, clauses
from synopticon.read.polarity import polarity_of
from synopticon.read.prose_kinds import amount_kind, modality_of, money_modality
from synopticon.read.spans import QuantitySpan

_HOLDING = {"owned", "installed", "used", "delivered", "planned", "removed", "paid"}
_COMPANY = re.compile(r"(?:[A-Z][\w'&.-]*|&)(?:[ ,]{1,2}(?:[A-Z][\w'&.-]*|&|and|of|the)){0,6}")
_SUBJECT_LENGTH = 80
_SENTENCE_LIMIT = 2_000
#: How far before its sentence a report may have named what an amount or a time is for.
_BEFORE = 250


@dataclass(frozen=True, slots=True)
class Told:
    """What earlier sentences told and later ones may refer to.

    Attributes:
        thing: the equipment named last.
        pending: a number of things of no maker yet, with the sentence that stated it.
    """

    thing: Thing = NO_THING
    pending: tuple[Spot, Part, tuple[int, int]] | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether a bare number may belong to something told before."""
        return bool(self.thing.makers) or self.pending is not None


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for all sentences of a document."""

    document: str
    body: str | None
    source_kind: str
    language: str | None

    @property
    def is_reply(self) -> bool:
        """Tell whether one body speaks of itself."""
        return self.source_kind in {"replies", "assets", "register"}


def sentence_claims(frame: Frame, spot: Spot, span: tuple[int, int], told: Told) -> tuple[list[Claim], Told]:
    """Return the claims of one sentence, and what the next sentence may refer to."""
    if span[1] - span[0] > _SENTENCE_LIMIT:
        span = (span[0], span[0] + _SENTENCE_LIMIT)
    found: list[Claim] = []
    for clause in clauses(spot, span):
        if _is_supposition(clause):
            continue
        claims, told = _clause_claims(frame, clause, told)
        found.extend(claims)
    return found, told


def _is_supposition(clause: Clause) -> bool:
    """Tell whether a clause supposes, asks or repeats a request and so states nothing."""
    text = clause.plain
    if "?" in text or clause.cues.has("request", text):
        return True
    found = clause.cues.find("hypothetical", text)
    if found is None:
        return False
    named = min((m.start - clause.start for m in clause.mentions), default=len(text))
    return found.start() <= named or not clause.mentions


def _clause_claims(frame: Frame, clause: Clause, told: Told) -> tuple[list[Claim], Told]:
    parts = parts_of(clause, counts_bodies=not frame.is_reply)
    money = [q for q in clause.quantities if q.kind == "money" and not clause.cues.has("refused", clause.plain)]
    voice = voice_of(clause)
    parts = [part for part in parts if not _is_source(part, voice)] or parts
    claims: list[Claim] = []
    estimated = clause.cues.has("estimate", clause.plain)
    if money and estimated and len(parts) == 1:
        claims += [c for q in money if (c := _money_claim(frame, clause, q, parts[0], told, voice)) is not None]
    else:
        amounts = [c for q in money if (c := _money_claim(frame, clause, q, _part_for(parts), told, voice)) is not None]
        # A report's "contract of 1.2 billion won by two firms" is one statement; a reply's cost stands beside a count.
        if frame.is_reply or not amounts or any(part.quantity is not None for part in parts):
            claims += _part_claims(frame, clause, parts, told, voice)
        claims += amounts
    if not claims:
        claims += _other_claims(frame, clause, told, voice)
    return claims, _remembered(clause, parts, told)


def _part_for(parts: list[Part]) -> Part | None:
    """Return what an amount is for: the one part, or all makers together where no number tells them apart."""
    named = [part for part in parts if part.thing.makers]
    if len(named) < 2 or any(part.quantity is not None for part in named):
        return parts[0] if len(parts) == 1 else None
    makers = tuple(dict.fromkeys(maker for part in named for maker in part.thing.makers))
    return replace(named[0], thing=replace(named[0].thing, makers=makers), end=named[-1].end)


def _is_source(part: Part, voice: Voice | None) -> bool:
    return voice is not None and part.quantity is None and voice.start <= part.start and part.end <= voice.end


def _remembered(clause: Clause, parts: list[Part], told: Told) -> Told:
    named = next((part for part in parts if part.thing.makers), None)
    if named is not None:
        return Told(named.thing, None)
    counted = next((part for part in parts if part.quantity is not None), None)
    if counted is not None:
        return Told(told.thing, (clause.spot, counted, clause.sentence))
    return told


def _part_claims(frame: Frame, clause: Clause, parts: list[Part], told: Told, voice: Voice | None) -> list[Claim]:
    claims: list[Claim] = []
    for part in parts:
        modality = modality_of(clause, part) or _default(frame, clause, part)
        if modality is None:
            continue
        claims += [
            claim
            for piece in _pieces(clause, part, modality)
            if (claim := _part_claim(frame, clause, piece, modality, told, voice)) is not None
        ]
    return claims


def _default(frame: Frame, clause: Clause, part: Part) -> str | None:
    """Return the modality of a part without a verb: a list in a reply tells what is owned."""
    if not frame.is_reply:
        if part.quantity is None:
            return None
        return "other" if part.thing.makers else "installed"
    if part.quantity is not None and (part.thing.makers or part.thing.product_kind):
        return "owned"
    if not part.thing.makers:
        return None
    # "Most of our cameras are …", "75 % are …": a part of the estate, however many.
    tells = any(clause.cues.has(cue, clause.plain) for cue in ("negation", "anaphora", "part_word"))
    if tells or any(q.kind == "share" for q in clause.quantities):
        return "owned"
    return None


def _pieces(clause: Clause, part: Part, modality: str) -> list[Part]:
    """Cut "Hikvision and Dahua cameras" into one statement each; "or", numbers and denials stay joint."""
    makers = part.thing.makers
    if len(makers) < 2 or part.is_alternative or part.quantity is not None or modality not in _HOLDING:
        return [part]
    if polarity_of(clause, part.start, part.end, has_number=False) != "affirmed":
        return [part]
    return [single(part, maker) for maker in makers]


def _part_claim(  # noqa: PLR0917  # the parts of one statement
    frame: Frame, clause: Clause, part: Part, modality: str, told: Told, voice: Voice | None
) -> Claim | None:
    source_is_maker = voice is not None and any(
        m.maker in part.thing.makers
        for m in clause.spot.mentions
        if voice.start <= m.start and m.end <= voice.end and m.maker
    )
    polarity = polarity_of(
        clause, part.start, part.end, has_number=part.quantity is not None, source_is_maker=source_is_maker
    )
    if part.count.value == 0 and polarity == "affirmed":
        polarity = "negated"
    span, core = (clause.start, clause.end), (part.start, part.end)
    spot, count = clause.spot, part.count
    if part.quantity is None and polarity == "affirmed" and told.pending is not None and part.thing.makers:
        joined = _with_pending(clause, part, told)
        if joined is not None:
            span, core, count, part = joined
    if part.quantity is None and not part.thing.makers:
        return None
    if not part.thing.makers and modality not in _HOLDING:
        return None
    if clause.cues.has("estimate", clause.plain) and part.quantity is not None and polarity == "affirmed":
        polarity = "estimated"
    evidence = text_evidence(
        frame.document, spot.passage.unit, spot.passage.start, spot.passage.text, span, core, clause.cues.language
    )
    if evidence is None:
        return None
    return make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=part.thing,
        count=count,
        polarity=polarity,
        confidence=_confidence(frame, part, modality),
        body=_body(frame, clause),
        subject=_subject(frame, clause),
        date=_date(clause),
        attribution=voice.name if voice is not None else None,
        supplier=_supplier(clause),
    )


def _with_pending(
    clause: Clause, part: Part, told: Told
) -> tuple[tuple[int, int], tuple[int, int], Count, Part] | None:
    """Join "We have 40 cameras. All of them are Hikvision." to one statement."""
    if told.pending is None or not clause.cues.find("anaphora", clause.plain.lstrip(" ,.;-"), 0, 40):
        return None
    spot, counted, sentence = told.pending
    if spot is not clause.spot or clause.sentence[0] - sentence[1] > 5:
        return None
    kind = part.thing.product_kind or counted.thing.product_kind
    joined = replace(part, thing=replace(part.thing, product_kind=kind), count=counted.count, quantity=counted.quantity)
    return (counted.start, clause.end), (counted.start, part.end), counted.count, joined


def _confidence(frame: Frame, part: Part, modality: str) -> str:
    if modality == "other":
        return "low"
    return "high" if frame.is_reply and part.thing.makers else "medium"


def _body(frame: Frame, clause: Clause) -> str | None:
    """Return the body that the document is of, unless the clause speaks of somebody else's equipment."""
    if frame.body is None or not clause.cues.has("other_party", clause.plain):
        return frame.body
    return frame.body if clause.cues.has("own", clause.plain) else None


def _subject(frame: Frame, clause: Clause) -> str | None:
    own = clause.cues.find("own", clause.plain)
    if frame.is_reply and own is not None:
        return clause.spot.passage.text[clause.start + own.start() : clause.start + own.end()]
    verb = next((found for _, pattern in clause.cues.modalities if (found := pattern.search(clause.plain))), None)
    if verb is None:
        return None
    words = clause.spot.passage.text[clause.start : clause.start + verb.start()].strip(" ,;.:\n-—–")
    return without_person(words) if 0 < len(words) <= _SUBJECT_LENGTH else None


def _date(clause: Clause) -> str | None:
    return next((q.value for q in clause.quantities if q.kind == "date" and isinstance(q.value, str)), None)


def _supplier(clause: Clause) -> str | None:
    """Return the company with a legal form that a clause names as supplier or contractor."""
    text = clause.spot.passage.text
    cue = clause.cues.find("supplier", clause.plain)
    if cue is None:
        return None
    for found in _COMPANY.finditer(text, clause.start, clause.end):
        last = found.group().replace(",", " ").split()[-1].lower()
        if len(found.group().split()) > 1 and clause.cues.find("legal_form", last):
            return found.group().strip(" ,")
    return None


def _money_claim(  # noqa: PLR0917  # the parts of one statement
    frame: Frame, clause: Clause, q: QuantitySpan, part: Part | None, told: Told, voice: Voice | None
) -> Claim | None:
    kind = amount_kind(clause)
    thing, count = (part.thing, part.count) if part is not None else (NO_THING, NO_COUNT)
    if part is None and frame.is_reply:
        thing = replace(told.thing, model=None) if told.thing.makers else NO_THING
    near = clause.mentions
    if not frame.is_reply and kind in {"budget", "award", "ceiling"}:
        # "He said the 100 million plan was backed …": what is planned stands in the sentence before.
        near = tuple(m for m in clause.spot.mentions if clause.sentence[0] - _BEFORE <= m.start < clause.end)
    words = [m for m in near if m.kind in {"product", "capability", "maker", "brand", "model"}]
    if kind is None or not (words or thing.makers):
        return None
    is_upkeep = clause.cues.has("maintenance", clause.plain)
    if is_upkeep:
        thing = Thing(product_kind="service_maintenance")
        kind = kind if kind in {"estimate", "budget", "invoice"} else "paid"
    if kind != "estimate":
        count = NO_COUNT
    modality = money_modality(kind)
    start, end = (min(q.start, part.start), max(q.end, part.end)) if part is not None else (q.start, q.end)
    evidence = text_evidence(
        frame.document,
        clause.spot.passage.unit,
        clause.spot.passage.start,
        clause.spot.passage.text,
        (clause.start, clause.end),
        (start, end),
        clause.cues.language,
    )
    if evidence is None:
        return None
    amount = q.value if isinstance(q.value, Decimal) else (q.low or q.high)
    polarity = polarity_of(clause, q.start, q.end, has_number=True)
    return make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=thing,
        count=count,
        money=Money(amount, q.currency, kind, _estimated_by(clause) if kind == "estimate" else None),
        polarity="estimated" if kind == "estimate" and polarity == "affirmed" else polarity,
        confidence="medium",
        body=_body(frame, clause),
        subject=_subject(frame, clause),
        date=_date(clause),
        attribution=voice.name if voice is not None else None,
        supplier=_supplier(clause),
        basis="annual" if clause.cues.has("annual", clause.plain) else None,
    )


def _estimated_by(clause: Clause) -> str | None:
    """Return who made the estimate: the words after "estimated by" up to the amount."""
    cue = clause.cues.find("estimated_by", clause.plain)
    if cue is None:
        return None
    start = clause.start + cue.end()
    ends = [q.start for q in clause.quantities if q.start >= start]
    words = clause.spot.passage.text[start : min([*ends, clause.end])]
    words = re.split(r"[,;.:]", words)[0].strip()
    words = re.sub(r"\s+(?:at|to|as|that|of)(?:\s.*)?$", "", words)
    return without_person(words[:_SUBJECT_LENGTH]) if words else None


def _other_claims(frame: Frame, clause: Clause, told: Told, voice: Voice | None) -> Iterator[Claim]:
    """Yield what a clause without makers and numbers may state.

    That somebody kept silent; that a capability or a kind of equipment is used, planned, removed; in a report, what
    is said of the maker that an earlier clause of the same sentence named ("…, but no contract was reached").
    """
    text = clause.plain
    silent = clause.cues.find("not_responded", text)
    if silent is not None and not frame.is_reply:
        core = (clause.start + silent.start(), clause.start + silent.end())
        counted: list[QuantitySpan | None] = [q for q in clause.quantities if q.kind == "count" and q.unit]
        for q in counted or [None]:
            yield from _plain_claim(frame, clause, "not_responded", core, None, count=_count_of(q))
        return
    modality = modality_of(clause, None)
    if modality is None:
        return
    earlier = [
        m for m in clause.spot.mentions if clause.sentence[0] <= m.start < clause.start and m.maker in told.thing.makers
    ]
    if any(name == "contracted" and pattern.search(text) for name, pattern in clause.cues.modalities):
        modality = "contracted"
    if not frame.is_reply and earlier and modality in {"contracted", "talks"}:
        makers = told.thing.makers
        yield from _plain_claim(frame, clause, modality, (clause.end - 1, clause.end), voice, Thing(makers=makers))
        return
    lasting = next((q for q in clause.quantities if q.kind == "duration" and modality == "planned"), None)
    if lasting is not None and not frame.is_reply:
        near = (m for m in clause.spot.mentions if clause.sentence[0] - _BEFORE <= m.start < clause.end)
        if any(m.kind in {"product", "capability"} for m in near):
            core = (lasting.start, lasting.end)
            yield from _plain_claim(frame, clause, modality, core, voice, count=_count_of(lasting))
            return
    named = next((m for m in clause.mentions if m.kind == "capability"), None)
    if named is None and not frame.is_reply:
        # A system is spoken of as one thing; a plain "cameras" without number and maker tells too little.
        named = next((m for m in clause.mentions if m.kind == "product" and m.product_kind == "platform"), None)
    if named is not None and modality in {
        "used",
        "owned",
        "installed",
        "planned",
        "removed",
        "delivered",
        "contracted",
    }:
        thing = Thing(product_kind=named.product_kind, capability=named.id if named.kind == "capability" else None)
        yield from _plain_claim(frame, clause, modality, (named.start, named.end), voice, thing)


def _count_of(q: QuantitySpan | None) -> Count:
    if q is None:
        return NO_COUNT
    return Count(q.value if isinstance(q.value, Decimal) else None, q.low, q.high, q.unit, q.qualifier)


def _plain_claim(  # noqa: PLR0917  # the parts of one statement
    frame: Frame,
    clause: Clause,
    modality: str,
    core: tuple[int, int],
    voice: Voice | None,
    thing: Thing = NO_THING,
    count: Count = NO_COUNT,
) -> Iterator[Claim]:
    evidence = text_evidence(
        frame.document,
        clause.spot.passage.unit,
        clause.spot.passage.start,
        clause.spot.passage.text,
        (clause.start, clause.end),
        core,
        clause.cues.language,
    )
    if evidence is None:
        return
    polarity = "affirmed" if modality == "not_responded" else polarity_of(clause, *core, has_number=False)
    yield make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=thing,
        count=count,
        polarity=polarity,
        confidence="low",
        body=_body(frame, clause),
        subject=_subject(frame, clause),
        date=_date(clause),
        attribution=voice.name if voice is not None else None,
    )
