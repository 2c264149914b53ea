"""The state of a reply: what its sentences say about the request, and the state that its claims add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from synopticon.model.records import Claim
from synopticon.read.claims import make_claim, text_evidence
from synopticon.read.clauses import Spot, cues_at, sentence_spans
from synopticon.read.cue import Matcher, plain
from synopticon.read.reply_words import ReplyMatcher, reply_matcher

_HOLDING = {"owned", "installed", "used", "delivered", "removed", "planned", "contracted"}
#: A fitting that is only named beside a maker is no statement ("the Dahua column of the sheet").
_FITTINGS = {"pole", "bracket", "lens", "accessory"}
_THERE = {"owned", "installed", "used", "delivered"}
#: How far around words of refusal those stand that take them back ("you may appeal this refusal").
_AROUND = 70


@dataclass(frozen=True, slots=True)
class ReplySignals:
    """The state that the claims of one or more replies of a body add up to, and the claim that it rests on.

    Attributes:
        state: ``silent``, ``refused``, ``not_held``, ``partial`` or ``usable``.
        claim: id of the claim that decides, null when nothing does.
    """

    state: str
    claim: str | None


def state_claims(document: str, body: str | None, spot: Spot, span: tuple[int, int]) -> list[Claim]:
    """Return what one sentence of a reply says about the request: refused, not held, withheld in part, acknowledged."""
    cues = cues_at(spot, span)
    text = spot.plain[slice(*span)]
    if cues is None:
        return []
    said = _said(text, cues) if "?" not in text else _asked_back(text, cues)
    if said is None:
        return []
    modality, basis, found = said
    core = (span[0] + found.start(), span[0] + found.end())
    evidence = text_evidence(
        document, spot.passage.unit, spot.passage.start, spot.passage.text, span, core, cues.language
    )
    if evidence is None:
        return []
    return [make_claim(evidence, modality, extractor="state", confidence="high", body=body, basis=basis)]


def asks_back(document: str, body: str | None, spot: Spot, span: tuple[int, int]) -> list[Claim]:
    """Return what the sentences of a question say where it is one to the requester: "do you mean …?"."""
    cues = cues_at(spot, span)
    words = reply_matcher(cues.language) if cues is not None else None
    if words is None or not words.has("clarifies", spot.plain[slice(*span)]):
        return []
    spans = sentence_spans(spot, *span)
    return [claim for part in spans for claim in state_claims(document, body, spot, part)]


def last_claims(document: str, body: str | None, spots: Iterable[Spot], *, is_nothing: bool) -> list[Claim]:
    """Return what a reply that answers nothing in known words may still say of the request, the first such sentence.

    Args:
        document: the reply.
        body: whose reply it is.
        spots: its passages that are the writer's own.
        is_nothing: nothing at all was found in it, so that a section of a law cited is enough.
    """
    for name, modality in (("closed", "refused"), ("passed_on", "not_held"), ("cited", "refused")):
        if name == "cited" and not is_nothing:
            break
        for spot in spots:
            for span in sentence_spans(spot):
                claims = _last_claim(document, body, spot, span, name, modality)
                if claims:
                    return claims
    return []


def _last_claim(  # noqa: PLR0917  # the parts of one statement
    document: str, body: str | None, spot: Spot, span: tuple[int, int], name: str, modality: str
) -> list[Claim]:
    cues = cues_at(spot, span)
    words = reply_matcher(cues.language) if cues is not None else None
    text = spot.plain[slice(*span)]
    if cues is None or words is None or "?" in text:
        return []
    found = words.find(name, text)
    if found is None or cues.has("boilerplate", text) or words.has("not_refusal", text):
        return []
    core = (span[0] + found.start(), span[0] + found.end())
    passage = spot.passage
    evidence = text_evidence(document, passage.unit, passage.start, passage.text, span, core, cues.language)
    if evidence is None:
        return []
    return [make_claim(evidence, modality, extractor="state", confidence="low", body=body)]


def _asked_back(text: str, cues: Matcher) -> tuple[str, str | None, re.Match[str]] | None:
    """Return that a question asks the requester what is meant."""
    words = reply_matcher(cues.language)
    found = words.find("clarifies", text) if words is not None else None
    return None if found is None else ("other", "clarification", found)


def machine_claims(document: str, body: str | None, spot: Spot) -> list[Claim]:
    """Return the acknowledgement that the subject line of an automatic reply is."""
    cues = cues_at(spot, (0, len(spot.plain)))
    words = reply_matcher(cues.language) if cues is not None else None
    found = words.find("automatic", spot.plain) if words is not None else None
    if found is None:
        return []
    passage, span = spot.passage, (0, len(spot.plain))
    core = (found.start(), found.end())
    evidence = text_evidence(document, passage.unit, passage.start, passage.text, span, core, spot.language)
    if evidence is None:
        return []
    return [make_claim(evidence, "other", extractor="state", confidence="high", body=body, basis="acknowledgement")]


def _said(text: str, cues: Matcher) -> tuple[str, str | None, re.Match[str]] | None:
    """Return the modality and basis of a sentence about the request, and the words that tell it."""
    words = reply_matcher(cues.language)
    refused = refusal_in(text, cues, words)
    if refused is not None:
        return "refused", "partial" if cues.has("withheld_make", text) else None, refused
    not_held = _not_held_in(text, cues, words)
    if not_held is not None:
        return "not_held", "detail" if cues.has("detail", text) and not _is_elsewhere(text, words) else None, not_held
    if (corrected := cues.find("correction", text)) is not None:
        return "other", "correction", corrected
    acknowledged = cues.find("acknowledgement", text) or (words.find("received", text) if words else None)
    return _asked_back(text, cues) if acknowledged is None else ("other", "acknowledgement", acknowledged)


def refusal_in(text: str, cues: Matcher, words: ReplyMatcher | None) -> re.Match[str] | None:
    """Return the words with which a sentence refuses; null when it does not, or only for the time being."""
    found = cues.find("refused", text)
    if words is not None:
        found = words.find("refusal", text) or found
        if found is None and words.has("information", text):
            found = words.find("refusal_of", text)
        if found is not None and words.has("pending", text) and words.has("received", text):
            return None
    if found is None:
        return None
    near = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    takes_back = cues.has("boilerplate", near) or (words is not None and words.has("not_refusal", near))
    return None if takes_back else found


def _not_held_in(text: str, cues: Matcher, words: ReplyMatcher | None) -> re.Match[str] | None:
    found = cues.find("not_held", text)
    if words is not None:
        found = found or words.find("absent", text) or words.find("elsewhere", text)
    return None if found is None or cues.has("boilerplate", text) else found


def _is_elsewhere(text: str, words: ReplyMatcher | None) -> bool:
    return words is not None and words.has("elsewhere", text)


def of_equipment(claims: Iterable[Claim], cues: Matcher | None, sentence: str = "") -> list[Claim]:
    """Return what a reply's sentences claim of its body's equipment.

    Words about the request ("the records you seek on A cameras are exempt", "no information on A is held") name
    makers and claim nothing of them. Equipment of a neighbour, tenant or contractor is no holding of the body; what
    was looked at, offered, tried, borrowed or hired is kept as something else than a holding, and what others are
    said to have said of the body as alleged.

    Args:
        claims: those of one sentence.
        cues: of its language.
        sentence: its plain text, for what stands before the clause of a claim.
    """
    words = reply_matcher(cues.language) if cues is not None else None
    if cues is None or words is None:
        return list(claims)
    kept: list[Claim] = []
    for claim in claims:
        text = plain(claim.quote)
        if claim.unit is not None and words.has("other_things", claim.unit):
            continue
        if claim.amount is not None and words.has("fees", text):
            continue
        if _names_only(claim) and claim.polarity == "affirmed" and claim.product_kind in _FITTINGS:
            continue
        if claim.modality in _HOLDING and _is_anothers(claim, text, sentence, cues, words):
            continue
        if not (_names_only(claim) and _is_of_request(text, cues, words)):
            is_held = claim.modality in _HOLDING
            kept.append(_weakened(claim, text, sentence, cues, words) if is_held else claim)
    return kept


def _is_anothers(claim: Claim, text: str, sentence: str, cues: Matcher, words: ReplyMatcher) -> bool:
    if words.has("for_body", text):
        return False
    if is_of_others(text, cues, words) or (not claim.makers and _is_run_elsewhere(text, cues, words)):
        return True
    if claim.polarity != "affirmed":
        return False
    if words.has("owned_elsewhere", text) and not _has_own_holding(text, cues):
        return True
    lead = sentence[: max(sentence.find(text), 0)]
    return words.has("stranger", lead) and not _has_own_holding(text, cues) and not cues.has("own", text)


def _weakened(claim: Claim, text: str, sentence: str, cues: Matcher, words: ReplyMatcher) -> Claim:
    """Return a claim of a holding as what it is where the body only tried the things, or others say it has them."""
    if claim.polarity not in {"affirmed", "estimated"}:
        return claim
    lead = sentence[: max(sentence.find(text), 0)]
    told = words.find("hearsay", lead + text)
    if told is not None and not _has_own_holding((lead + text)[: told.start()], cues):
        return replace(claim, polarity="alleged")
    if claim.modality in _THERE and _is_gone(text, cues, words):
        return replace(claim, modality="removed")
    if claim.modality in _THERE and words.has("intended", text) and not _has_own_holding(text, cues):
        return replace(claim, modality="planned")
    if claim.modality not in {"planned", "removed"} and _is_only_tried(text, cues, words):
        return replace(claim, modality="other", confidence="low")
    return claim


def _is_only_tried(text: str, cues: Matcher, words: ReplyMatcher) -> bool:
    """Tell whether the equipment of a clause was tried, offered, borrowed or went back, and is not said to be there."""
    if words.has("chosen", text) or _has_own_holding(text, cues):
        return False
    return any(words.has(name, text) for name in ("tried", "returned"))


def _is_gone(text: str, cues: Matcher, words: ReplyMatcher) -> bool:
    """Tell whether all that a clause counts is gone, and not only a part of it ("of which 3 are faulty").

    Words for removal among the cues tell the old from the new in a replacement themselves.
    """
    found = words.find("gone", text)
    if any(name == "removed" and pattern.search(text) for name, pattern in cues.modalities):
        return False
    part = words.find("subset", text)
    return found is not None and (part is None or part.start() > found.start())


def _names_only(claim: Claim) -> bool:
    return claim.quantity is None and claim.low is None and claim.high is None and claim.amount is None


def _is_of_request(text: str, cues: Matcher, words: ReplyMatcher) -> bool:
    if refusal_in(text, cues, words) is not None or words.has("absent", text):
        return True
    asked = words.find("about_request", text)
    if asked is not None and cues.find("holding", text, asked.end()) is None:
        return True
    if words.has("pending", text) and words.has("received", text):
        return True
    return _is_run_elsewhere(text, cues, words)


def _is_run_elsewhere(text: str, cues: Matcher, words: ReplyMatcher) -> bool:
    return words.has("elsewhere", text) and not _has_own_holding(text, cues)


def is_of_others(text: str, cues: Matcher, words: ReplyMatcher) -> bool:
    """Tell whether plain text speaks of equipment of somebody else beside the body."""
    found = words.find("stranger", text)
    return found is not None and not _has_own_holding(text[: found.start()], cues)


def _has_own_holding(text: str, cues: Matcher) -> bool:
    """Tell whether the body says of itself that it has something ("we use 12, run by the police")."""
    own = cues.find("own", text)
    if own is None:
        return False
    held = cues.find("holding", text, own.end(), min(len(text), own.end() + _OWN_REACH))
    # "We have looked at A": a word that only helps another verb holds nothing.
    return held is not None and not _only_helps(text, held.start(), cues)


def _only_helps(text: str, start: int, cues: Matcher) -> bool:
    words = reply_matcher(cues.language)
    found = words.find("helping", text[start:]) if words is not None else None
    return found is not None and found.start() == 0


#: How far after its subject a verb of having stands.
_OWN_REACH = 40


def reply_signals(claims: Iterable[Claim]) -> ReplySignals:
    """Return the state that claims of one body's replies add up to.

    Equipment of a named maker, held or denied, makes a reply usable whatever else is withheld; numbers without makers
    beside a refusal are partial; a refusal outweighs "not held"; an acknowledgement alone is silence.
    """
    listed = [claim for claim in claims if claim.modality != "paid"]
    holdings = [claim for claim in listed if claim.modality in _HOLDING and claim.extractor != "notice"]
    for claim in holdings:
        if (claim.makers and claim.polarity != "alleged") or claim.basis == "all_asked":
            return ReplySignals("usable", claim.claim)
    refused = next((claim for claim in listed if claim.modality == "refused"), None)
    counted = next((claim for claim in holdings if claim.quantity is not None or claim.low is not None), None)
    if refused is not None:
        return ReplySignals("partial" if counted is not None else "refused", refused.claim)
    if counted is not None:
        return ReplySignals("partial", counted.claim)
    not_held = next((claim for claim in listed if claim.modality == "not_held" and claim.basis is None), None)
    if not_held is not None:
        return ReplySignals("not_held", not_held.claim)
    denied = next((claim for claim in holdings if claim.polarity == "negated"), None)
    if denied is not None:
        return ReplySignals("usable", denied.claim)
    return ReplySignals("silent", next((claim.claim for claim in listed), None))
