"""What people said about the state of a body, held against what is there now: applied, stale, or in dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from synopticon.errors import UsageError
from synopticon.model.records import Body, Document
from synopticon.review.decisions import StateDecision, check

#: What `decision` of a body may say.
CONFIRMED = "confirmed"
CHANGED = "changed"
STALE = "stale"
DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision with why it does not hold any more, null while it does."""

    decision: StateDecision
    stale: str | None


def decide(
    body: Body,
    documents: Iterable[Document],
    *,
    state: str,
    because: str,
    reviewer: str,
    on: str,
    document: str | None = None,
    locator: str = "",
) -> StateDecision:
    """Return the decision of a reviewer on a body, tied to the place that it rests on and to all that has come.

    Args:
        body: as it was read, before any decision.
        documents: of the case.
        state: what the reviewer says.
        because: the reason.
        reviewer: id or initials.
        on: ISO day.
        document: path, hash or the first eight signs or more of the hash of the document that it rests on; where the
            reading found the state by default.
        locator: where in it.

    Raises:
        UsageError: a value is not of its form, or there is no such document of the body.
    """
    letters = _letters(body, documents)
    found = _chosen(body, letters, document)
    if document is None and found is not None:
        locator = locator or (body.state_evidence or "").partition("#")[2]
    if found is None and state != "silent":
        raise UsageError(f"{body.body}: expected a document that {state!r} rests on, found none from this body")
    was = body.read_state if body.decision == CHANGED else body.reply_state
    return check(
        StateDecision(
            body=body.body,
            state=state,
            because=because.strip(),
            reviewer=reviewer,
            on=on,
            document=found,
            locator=locator,
            was=was,
            seen=tuple(sorted({letter.document for letter in letters})),
        )
    )


def apply_states(
    bodies: Iterable[Body], decisions: Iterable[StateDecision], documents: Iterable[Document]
) -> list[Body]:
    """Return the bodies, in the same order, with the states that people confirmed or changed.

    Of one reviewer the last decision on a body holds. A decision is stale, and not applied, when a document that it
    rests on is gone or has changed, when another has come, or when something else is read now. Where reviewers
    differ the state stays as it was read, and both are shown.
    """
    rows, papers = list(bodies), list(documents)
    by_body: dict[str, list[StateDecision]] = defaultdict(list)
    for decision in decisions:
        by_body[decision.body].append(decision)
    letters: dict[str, list[Document]] = defaultdict(list)
    for paper in papers:
        if paper.source_kind == "replies" and paper.body in by_body:
            letters[paper.body].append(paper)
    return [
        _applied(body, standing(body, by_body[body.body], letters[body.body])) if body.body in by_body else body
        for body in rows
    ]


def standing(body: Body, decisions: Iterable[StateDecision], letters: Sequence[Document]) -> list[Decided]:
    """Return the last decision of each reviewer on a body, by reviewer, with why it does not hold any more."""
    last = {decision.reviewer: decision for decision in decisions}
    return [Decided(last[name], _why_stale(body, last[name], letters)) for name in sorted(last)]


def _why_stale(body: Body, decision: StateDecision, letters: Sequence[Document]) -> str | None:
    there = {letter.document for letter in letters}
    if decision.document is not None and decision.document not in there:
        return "the document that it rests on is gone or has changed"
    if set(decision.seen) - there:
        return "a document that was seen is gone or has changed"
    if there - set(decision.seen):
        return "a document has come that was not seen"
    if body.reply_state not in (decision.was, decision.state):
        return f"what is read has changed, from {decision.was or 'nothing'} to {body.reply_state or 'nothing'}"
    return None


def _applied(body: Body, decided: Sequence[Decided]) -> Body:
    held = [one.decision for one in decided if one.stale is None]
    note = "; ".join(_spoken(one) for one in decided)
    marked = replace(
        body,
        read_state=body.reply_state,
        decided_by=tuple(decision.reviewer for decision in held) or tuple(one.decision.reviewer for one in decided),
        decision_note=note,
    )
    states = {decision.state for decision in held}
    if not held:
        return replace(marked, decision=STALE)
    if len(states) > 1:
        return replace(marked, decision=DISPUTED)
    state = held[0].state
    if state == body.reply_state:
        return replace(marked, decision=CONFIRMED)
    rests_on = next((decision for decision in held if decision.document), held[0])
    evidence = f"{rests_on.document}#{rests_on.locator}" if rests_on.document else None
    quote = body.state_quote if evidence == body.state_evidence else None
    return replace(
        marked, decision=CHANGED, reply_state=state, state_evidence=evidence, state_quote=quote, state_note=None
    )


def _spoken(one: Decided) -> str:
    words = f"{one.decision.reviewer}, {one.decision.on}: {one.decision.state}, because {one.decision.because}"
    return f"{words} (stale: {one.stale})" if one.stale else words


def _letters(body: Body, documents: Iterable[Document]) -> list[Document]:
    return [paper for paper in documents if paper.source_kind == "replies" and paper.body == body.body]


def _chosen(body: Body, letters: Sequence[Document], named: str | None) -> str | None:
    if named is None:
        evidence = (body.state_evidence or "").partition("#")[0]
        if evidence in {letter.document for letter in letters}:
            return evidence
        hashes = {letter.document for letter in letters}
        if len(hashes) > 1:
            raise UsageError(f"{body.body}: several documents came; name the one that the decision rests on")
        return next(iter(hashes), None)
    fitting = {
        letter.document
        for letter in letters
        if letter.path == named or (len(named) >= 8 and letter.document.startswith(named.lower()))
    }
    if len(fitting) != 1:
        known = ", ".join(sorted(letter.path for letter in letters)) or "none"
        raise UsageError(f"{body.body}: expected one of its documents ({known}), found {named!r}")
    return fitting.pop()
