"""Says for each body that was asked what its replies amount to: silent, refused, not held, partial or usable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from synopticon.figures.statements import ASSERTED, COURSE, HOLDING, is_later, is_live
from synopticon.model.records import Body, Claim, Document

#: Modalities in which a named maker answers what was asked, whatever the answer is.
_ANSWERING = HOLDING | {"planned", "contracted", "delivered", "paid", "removed"}
_DENIALS = frozenset({"negated", "denied"})


@dataclass(frozen=True, slots=True)
class _Replies:
    """What came back from one body."""

    documents: list[Document]
    claims: list[Claim]


def body_states(
    bodies: Iterable[Body],
    claims: Iterable[Claim],
    documents: Iterable[Document],
    *,
    asked: Collection[str] | None = None,
) -> list[Body]:
    """Return the bodies, in the same order, with `reply_state`, `state_evidence`, `state_quote` and `state_note`.

    The rules: no document, or an acknowledgement alone, is silent; makers named, or none owned, is usable; numbers
    without makers are partial; neither confirming nor denying is refused; "another body holds it" is not held. The
    best reply of a body counts, so that a later usable reply beats an earlier refusal; between a refusal and "not
    held" the later counts.

    A body whose replies cannot be read keeps null, which is not silence: its evidence is then the document, and
    `state_note` says why it could not be read. Nor has a body a state that nobody asked.

    Args:
        bodies: those that were asked, and others.
        claims: all claims of the case, settled or not.
        documents: all documents of the case.
        asked: ids of the bodies that were asked; when it is not given, those with a day or channel on which they
            were asked, or with replies; when none has either, all.
    """
    rows = list(bodies)
    replies = _replies(claims, documents)
    population = _asked(rows, replies) if asked is None else asked
    return [
        _judged(body, replies.get(body.body)) if body.body in population or body.body in replies else body
        for body in rows
    ]


def is_asked(body: Body) -> bool:
    """Tell whether the body belongs to the population that was asked."""
    return any((body.asked_on, body.channel, body.reply_state, body.state_evidence))


def has_replied(body: Body) -> bool:
    """Tell whether anything but an acknowledgement came back, readable or not."""
    if body.reply_state is None:
        return body.state_evidence is not None
    return body.reply_state != "silent"


def has_answered(body: Body) -> bool:
    """Tell whether nothing is left open about what the body has: it gave a usable answer, or holds nothing itself."""
    return body.reply_state in ("usable", "not_held") or not is_asked(body)


def is_unread(body: Body) -> bool:
    """Tell whether the body replied and nothing of it can be read or understood."""
    return body.reply_state is None and body.state_evidence is not None


def _replies(claims: Iterable[Claim], documents: Iterable[Document]) -> dict[str, _Replies]:
    senders: dict[str, list[str]] = defaultdict(list)
    replies: dict[str, _Replies] = {}
    for document in documents:
        if document.source_kind == "replies" and document.body:
            senders[document.document].append(document.body)
            replies.setdefault(document.body, _Replies([], [])).documents.append(document)
    for claim in claims:
        if claim.review_state == "rejected":
            continue
        # Two bodies may send the same bytes; what names no body is then said by each.
        sent = dict.fromkeys(senders.get(claim.document, ()))
        for body in [claim.body] if len(sent) > 1 and claim.body in sent else sent:
            replies[body].claims.append(claim)
    return replies


def _asked(bodies: Sequence[Body], replies: dict[str, _Replies]) -> set[str]:
    known = {body.body for body in bodies if body.asked_on or body.channel}
    return (known | set(replies)) if known else {body.body for body in bodies}


def _judged(body: Body, replies: _Replies | None) -> Body:
    if replies is None:
        return replace(body, reply_state="silent", state_evidence=None, state_quote=None, state_note=None)
    state, claim = _state(replies)
    if claim is not None:
        evidence = f"{claim.document}#{claim.locator}"
        return replace(body, reply_state=state, state_evidence=evidence, state_quote=claim.quote, state_note=None)
    paper = min(replies.documents, key=lambda document: (document.status == "set_aside", document.path))
    reason = paper.reason or "no statement about the request was found in it"
    return replace(body, reply_state=state, state_evidence=f"{paper.document}#", state_quote=None, state_note=reason)


def _state(replies: _Replies) -> tuple[str | None, Claim | None]:
    """Return the state and the claim that it rests on; the first rule that finds a claim decides."""
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(replies.claims, key=is_live, reverse=True):
        kinds[_answer(claim)].append(claim)
    if kinds["maker"]:
        return "usable", kinds["maker"][0]
    if kinds["number"]:
        return "partial", (kinds["partial"] or kinds["refused"] or kinds["number"])[0]
    # Makers withheld where no number was given either is a refusal of everything.
    kinds["refused"] = [*kinds["refused"], *kinds["partial"]]
    declined = [*kinds["refused"], *kinds["not_held"]]
    if declined:
        claim = _latest(declined, {document.document: document for document in replies.documents})
        return ("refused" if claim in kinds["refused"] else "not_held"), claim
    # "We have none, the police do" is not held, so that a bare "none" comes last.
    if kinds["none"]:
        return "usable", kinds["none"][0]
    is_all_read = all(document.status == "read" for document in replies.documents)
    if kinds["acknowledgement"] and is_all_read and _has_nothing_else(replies):
        return "silent", kinds["acknowledgement"][0]
    return None, None


def _has_nothing_else(replies: _Replies) -> bool:
    acknowledging = {claim.document for claim in replies.claims if claim.basis in COURSE}
    return all(document.document in acknowledging for document in replies.documents)


def _answer(claim: Claim) -> str:
    """Return what a claim is as an answer to "which makers, and how many"."""
    if claim.modality == "refused":
        return "partial" if claim.basis == "partial" else "refused"
    if claim.modality == "not_held":
        return "not_held" if claim.basis is None else "other"
    if claim.modality == "not_responded" or claim.basis in COURSE:
        return "acknowledgement"
    if claim.basis == "partial":
        return "partial"
    # Equipment of somebody else, told beside, answers nothing.
    if claim.modality not in _ANSWERING or claim.body is None:
        return "other"
    if claim.basis == "all_asked":
        return "maker"
    if claim.maker:
        return "maker" if claim.polarity in ASSERTED | _DENIALS else "other"
    if claim.polarity in _DENIALS:
        return "none" if claim.capability is None else "other"
    return "number" if claim.modality in HOLDING and claim.polarity in ASSERTED else "other"


def _latest(claims: list[Claim], papers: dict[str, Document]) -> Claim:
    """Return the claim of the latest document; of one day the first listed, so that a refusal comes first."""
    chosen = claims[0]
    for claim in claims[1:]:
        if is_later(papers[claim.document].received, papers[chosen.document].received):
            chosen = claim
    return chosen
