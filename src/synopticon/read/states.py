"""The state of a reply: what its sentences say about the request, and the state that its claims add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from synopticon.model.records import Claim
from synopticon.read.claims import make_claim, text_evidence
from synopticon.read.clauses import Spot, cues_at

_HOLDING = {"owned", "installed", "used", "delivered", "removed", "planned", "contracted"}


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
    if cues is None or "?" in text:
        return []
    refused, not_held = cues.find("refused", text), cues.find("not_held", text)
    modality, basis, found = "", None, None
    if refused is not None and not cues.has("boilerplate", text):
        modality, found = "refused", refused
        basis = "partial" if cues.has("withheld_make", text) else None
    elif not_held is not None and not cues.has("boilerplate", text):
        modality, found = "not_held", not_held
        basis = "detail" if cues.has("detail", text) else None
    elif (acknowledged := cues.find("acknowledgement", text)) is not None:
        modality, basis, found = "other", "acknowledgement", acknowledged
    elif (corrected := cues.find("correction", text)) is not None:
        modality, basis, found = "other", "correction", corrected
    if found is None:
        return []
    core = (span[0] + found.start(), span[0] + found.end())
    evidence = text_evidence(
        document, spot.passage.unit, spot.passage.start, spot.passage.text, span, core, cues.language
    )
    if evidence is None:
        return []
    return [make_claim(evidence, modality, extractor="state", confidence="high", body=body, basis=basis)]


def reply_signals(claims: Iterable[Claim]) -> ReplySignals:
    """Return the state that claims of one body's replies add up to.

    Equipment of a named maker, held or denied, makes a reply usable whatever else is withheld; numbers without makers
    beside a refusal are partial; a refusal outweighs "not held"; an acknowledgement alone is silence.
    """
    listed = [claim for claim in claims if claim.modality != "paid"]
    holdings = [claim for claim in listed if claim.modality in _HOLDING and claim.extractor != "notice"]
    for claim in holdings:
        if claim.makers and claim.polarity != "alleged":
            return ReplySignals("usable", claim.claim)
    refused = next((claim for claim in listed if claim.modality == "refused"), None)
    counted = next((claim for claim in holdings if claim.quantity is not None or claim.low is not None), None)
    if refused is not None:
        return ReplySignals(
            "partial" if counted is not None or refused.basis == "partial" else "refused", refused.claim
        )
    if counted is not None:
        return ReplySignals("partial", counted.claim)
    not_held = next((claim for claim in listed if claim.modality == "not_held" and claim.basis is None), None)
    if not_held is not None:
        return ReplySignals("not_held", not_held.claim)
    denied = next((claim for claim in holdings if claim.polarity == "negated"), None)
    if denied is not None:
        return ReplySignals("usable", denied.claim)
    return ReplySignals("silent", next((claim.claim for claim in listed), None))
