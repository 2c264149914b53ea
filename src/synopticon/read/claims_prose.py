"""Sentences to claims: who has how many of what, who says so, and what is denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.attribution import Voice, voice_of
from synopticon.read.binding import Part, parts_of, single
from synopticon.read.claims import Count, Thing, make_claim, text_evidence
from synopticon.read.claims_money import money_claim, part_for
from synopticon.read.claims_other import other_claims
from synopticon.read.clauses import Clause, Spot, clauses
from synopticon.read.corrections import after_correction
from synopticon.read.elliptic import is_bare, is_owner
from synopticon.read.frames import Frame, Told, body_of, date_of, subject_of, supplier_of
from synopticon.read.polarity import negation_in, polarity_of
from synopticon.read.prose_kinds import modality_of
from synopticon.read.referents import with_referents
from synopticon.read.reply_words import ReplyMatcher, reply_matcher
from synopticon.read.spans import MentionSpan
from synopticon.read.suppositions import is_supposition

_HOLDING = {"owned", "installed", "used", "delivered", "planned", "removed", "paid"}
_SENTENCE_LIMIT = 2_000


def sentence_claims(frame: Frame, spot: Spot, span: tuple[int, int], told: Told) -> tuple[list[Claim], Told]:
    """Return the claims of one sentence, and what the next sentence may refer to."""
    if span[1] - span[0] > _SENTENCE_LIMIT:
        span = (span[0], span[0] + _SENTENCE_LIMIT)
    found: list[Claim] = []
    for clause in clauses(spot, span):
        if is_supposition(clause):
            continue
        claims, told = _clause_claims(frame, clause, told)
        found.extend(claims)
    return found, told


def _clause_claims(frame: Frame, clause: Clause, told: Told) -> tuple[list[Claim], Told]:
    named = clause
    clause = with_referents(clause, told.makers, told.last)
    if _is_empty(clause, told):
        return [], told
    parts = [*parts_of(clause, counts_bodies=not frame.is_reply)]
    parts = _corrected(clause, parts, told)
    righted = after_correction(clause, parts) if frame.is_reply else parts
    is_righted, parts = righted is not parts, righted
    parts += _carried(clause, parts, told)
    if not frame.is_reply:
        parts += _of_the_topic(clause, parts, told)
    money = [q for q in clause.quantities if q.kind == "money" and not clause.cues.has("refused", clause.plain)]
    voice = voice_of(clause) if parts or money or clause.mentions else None
    parts = [part for part in parts if not _is_source(part, voice)] or parts
    parts = _without_voices(parts, voice)
    if _is_withdrawn(frame, clause) and not is_righted:
        return [], _remembered(named, parts, told)
    claims: list[Claim] = []
    estimated = clause.cues.has("estimate", clause.plain)
    if money and estimated and len(parts) == 1:
        claims += [c for q in money if (c := money_claim(frame, clause, q, parts[0], told, voice)) is not None]
    else:
        amounts = [c for q in money if (c := money_claim(frame, clause, q, part_for(parts), told, voice)) is not None]
        # A report's "contract of 1.2 billion won by two firms" is one statement; a reply's cost stands beside a count.
        if frame.is_reply or not amounts or any(part.quantity is not None for part in parts):
            claims += _part_claims(frame, clause, parts, told, voice)
        claims += amounts
    if not claims:
        claims += other_claims(frame, clause, told, voice)
    return claims, _remembered(named, parts, told)


def _is_empty(clause: Clause, told: Told) -> bool:
    """Tell whether a clause has nothing to count and nobody to speak of; an earlier clause may have named a maker."""
    if clause.mentions or clause.quantities:
        return False
    if any(clause.cues.has(cue, clause.plain) for cue in ("not_responded", "declined")):
        return False
    return not told.makers or not any(clause.sentence[0] <= m.start < clause.start for m in clause.spot.mentions)


def _is_source(part: Part, voice: Voice | None) -> bool:
    return voice is not None and part.quantity is None and voice.start <= part.start and part.end <= voice.end


def _without_voices(parts: list[Part], voice: Voice | None) -> list[Part]:
    """Leave out the number of those who say something ("two officials said"), unless it is all that is counted."""
    if voice is None or len(parts) < _SEVERAL:
        return parts
    counted = [part for part in parts if part.quantity is not None]
    spoken = [part for part in counted if part.quantity and voice.start <= part.quantity.start < voice.end]
    return [part for part in parts if part not in spoken] if len(spoken) < len(counted) else parts


_SEVERAL = 2


def _is_withdrawn(frame: Frame, clause: Clause) -> bool:
    """Tell whether a reply repeats in this clause what it said earlier, in order to correct it."""
    words = reply_matcher(clause.cues.language)
    stands = words is not None and words.has("stands", clause.plain)
    return frame.is_reply and not stands and clause.cues.has("withdrawn", clause.plain)


def _of_the_topic(clause: Clause, parts: list[Part], told: Told) -> list[Part]:
    """Return the bare numbers of a report that count what it was about shortly before: "a count in 2021 found 118"."""
    kind, noun = told.noun
    if noun is None or any(part.quantity is not None for part in parts):
        return []
    counts = [
        q
        for q in clause.quantities
        if q.kind == "count" and q.product_kind is None and (q.unit is None or is_bare(clause, q, q.unit))
    ]
    if not counts or not any(clause.cues.has(cue, clause.plain) for cue in ("counting", "further")):
        return []
    is_same = bool(told.thing.makers) and clause.cues.has("further", clause.plain)
    thing = told.thing if is_same else Thing(product_kind=kind)
    return [
        Part(
            thing,
            Count(q.value if isinstance(q.value, Decimal) else None, q.low, q.high, noun, q.qualifier),
            q.start,
            q.end,
            q,
        )
        for q in counts
    ]


def _corrected(clause: Clause, parts: list[Part], told: Told) -> list[Part]:
    """Let "the correct figure is 304" count what the withdrawn number counted."""
    if len(parts) != 1 or parts[0].thing.makers or not told.thing.makers:
        return parts
    return [replace(parts[0], thing=told.thing)] if clause.cues.has("corrected", clause.plain) else parts


def _carried(clause: Clause, parts: list[Part], told: Told) -> list[Part]:
    """Return the number of a clause that leaves out what it counts: "…, but still has 22 in operation"."""
    if parts or not told.thing.makers or any(m.maker for m in clause.mentions):
        return []
    is_corrected = clause.cues.has("corrected", clause.plain)
    is_here = any(clause.sentence[0] <= m.start < clause.start and m.maker for m in clause.spot.mentions)
    if not (is_corrected or is_here):
        return []
    counts = [q for q in clause.quantities if q.kind == "count" and q.product_kind is None]
    verb = clause.cues.find("holding", clause.plain)
    if len(counts) != 1 or not (is_corrected or verb):
        return []
    q = counts[0]
    gap = clause.spot.plain[clause.start + verb.end() : q.start] if verb is not None else ""
    if not is_corrected and (
        len(gap.split()) > _CARRY or (q.unit is not None and not clause.cues.has("made_by", q.unit))
    ):
        return []
    value = q.value if isinstance(q.value, Decimal) else None
    unit = q.unit or told.thing.product_kind
    return [Part(told.thing, Count(value, q.low, q.high, unit, q.qualifier), q.start, q.end, q)]


_CARRY = 2


def _remembered(clause: Clause, parts: list[Part], told: Told) -> Told:
    """Return what later clauses may refer to; `clause` is as it stands, so pronouns name nothing new."""
    fresh = tuple(dict.fromkeys(m.maker for m in clause.mentions if m.maker))
    makers = tuple(dict.fromkeys((*(maker for maker in told.makers if maker not in fresh), *fresh)))
    last = fresh or told.last
    told = replace(told, noun=_noun(clause.mentions) or told.noun)
    named = next((part for part in parts if part.thing.makers), None)
    if named is not None:
        # "We have 14 cameras. Not one is an A. All are B.": a denial leaves the number open.
        is_denied = named.quantity is None and negation_in(clause.cues, clause.plain) is not None
        return Told(named.thing, told.pending if is_denied else None, makers, last, told.noun)
    counted = next((part for part in parts if part.quantity is not None), None)
    if counted is not None:
        return Told(told.thing, (clause.spot, counted, clause.sentence), makers, last, told.noun)
    return replace(told, makers=makers, last=last) if fresh else told


def heard(told: Told, spot: Spot, span: tuple[int, int]) -> Told:
    """Return what later numbers may refer to after a sentence that claims nothing itself but names equipment."""
    noun = _noun([m for m in spot.mentions if span[0] <= m.start < span[1]])
    return told if noun is None else replace(told, noun=noun)


def _noun(mentions: Sequence[MentionSpan]) -> tuple[str | None, str | None] | None:
    """Return the kind and the word of the things that are spoken of last."""
    heads = [m for m in mentions if m.kind == "capability" and " " in m.text and not m.product_kind]
    if heads:
        return "platform", heads[-1].text.lower().split()[-1]
    named = [m for m in mentions if m.kind == "product" and m.maker is None and m.product_kind]
    named = [m for m in named if m.product_kind != "platform" and not str(m.product_kind).startswith("service")]
    return (named[-1].product_kind, named[-1].text.lower()) if named else None


def _part_claims(frame: Frame, clause: Clause, parts: list[Part], told: Told, voice: Voice | None) -> list[Claim]:
    claims: list[Claim] = []
    for part in parts:
        modality = modality_of(clause, part) or _default(frame, clause, part)
        if modality is None:
            continue
        if modality == "paid" and part.quantity is not None and part.quantity.product_kind is None and part.count.unit:
            continue  # "17 forces have spent …" counts who paid, not what was bought
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
            return "owned" if part.thing.makers and clause.cues.has("whole_is", clause.plain) else None
        # "300 of the cameras are made by A": a part of an estate, whatever the verb.
        return "owned" if part.thing.makers else "installed"
    if part.quantity is not None and (part.thing.makers or part.thing.product_kind):
        return "owned"
    if not part.thing.makers:
        return None
    words = reply_matcher(clause.cues.language)
    if clause.cues.has("whole_is", clause.plain) or (words is not None and _is_made(clause, part, words)):
        return "owned"
    # "Most of our cameras are …", "75 % are …": a part of the estate, however many.
    tells = any(clause.cues.has(cue, clause.plain) for cue in ("negation", "anaphora", "part_word"))
    if tells or any(q.kind == "share" for q in clause.quantities):
        return "owned"
    return None


def _is_made(clause: Clause, part: Part, words: ReplyMatcher) -> bool:
    """Tell whether words right before a maker say that the things, or the rest of them, are of that make."""
    before = clause.spot.plain[clause.start : part.start]
    ends = (found.end() for name in ("rest_is", "make_is") for found in words.all(name, before))
    return any(len(before) - end <= _MADE for end in ends)


#: How far after "the others are" the maker stands ("made by").
_MADE = 20


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
    polarity = (
        "affirmed"
        if modality == "not_responded"
        else polarity_of(
            clause, part.start, part.end, has_number=part.quantity is not None, source_is_maker=source_is_maker
        )
    )
    if part.count.value == 0 and polarity == "affirmed":
        polarity = "negated"
    # What things can do, told in a reply ("24 body worn, 3 with plate readers"), is no noun for the numbers of makers.
    if not (frame.is_reply and told.noun[0] == "platform"):
        part = _with_noun(clause, part, told)
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
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
        supplier=supplier_of(clause),
    )


def _with_noun(clause: Clause, part: Part, told: Told) -> Part:
    """Let "大华57支" count what the sentences before speak of, where the number itself names nothing."""
    kind, noun = told.noun
    q, unit = part.quantity, part.count.unit
    if q is None or q.kind != "count" or noun is None or not part.thing.makers or part.thing.product_kind:
        return part
    if is_owner(clause, q) or (unit is not None and not clause.cues.has("counter", unit)):
        return part
    return replace(part, thing=replace(part.thing, product_kind=kind), count=replace(part.count, unit=noun))


def _with_pending(
    clause: Clause, part: Part, told: Told
) -> tuple[tuple[int, int], tuple[int, int], Count, Part] | None:
    """Join "We have 40 cameras. All of them are Hikvision." to one statement."""
    words = reply_matcher(clause.cues.language)
    is_make = words is not None and words.has("make_is", clause.spot.plain[clause.start : part.start])
    if told.pending is None or not (is_make or clause.cues.find("anaphora", clause.plain.lstrip(" ,.;-"), 0, 40)):
        return None
    spot, counted, sentence = told.pending
    if spot is not clause.spot or clause.sentence[0] - sentence[1] > _PENDING:
        return None
    kind = part.thing.product_kind or counted.thing.product_kind
    joined = replace(part, thing=replace(part.thing, product_kind=kind), count=counted.count, quantity=counted.quantity)
    return (counted.start, clause.end), (counted.start, part.end), counted.count, joined


#: How far after the sentence with a number its makers may be told: one more sentence may stand between.
_PENDING = 160


def _confidence(frame: Frame, part: Part, modality: str) -> str:
    if modality == "other":
        return "low"
    return "high" if frame.is_reply and part.thing.makers else "medium"
