"""How far the request to each body has come on a day, beside the state of what was answered.

The state of a reply says what an answer amounts to; the progress says what is happening: acknowledged, a clarification
asked for, a review under way, answered in time or late, overdue. It rests on the letters' own words and on the law.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from synopticon.figures.statements import COURSE, is_later
from synopticon.model.records import Claim, Document

AWAITED = "awaited"
ACKNOWLEDGED = "acknowledged"
CLARIFICATION = "clarification_asked"
REVIEW = "under_review"
OVERDUE = "overdue"
LATE = "late"
ANSWERED = "answered"
#: Something came that could not be understood.
UNREAD = "unread"
#: What a claim's basis, or else the words of its quote, tell.
_TOLD = {"clarification": CLARIFICATION, "review": REVIEW}


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What the letters of one body say about the course of its request.

    Attributes:
        answered_on: the day of the first letter that does more than acknowledge, where it is dated.
        word: acknowledged, clarification_asked or under_review, by the last letter that says one; else null.
        claim: the claim that `word` rests on.
    """

    answered_on: date | None = None
    word: str | None = None
    claim: Claim | None = None


def correspondence(claims: Iterable[Claim], documents: Iterable[Document]) -> dict[str, Correspondence]:
    """Return for each body with replies what its letters say about the course of the request.

    Letters are taken by their dates. A letter without one is older than every dated letter, because a newer word
    must be known to be newer before it takes the place of an older one.
    """
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.review_state != "rejected":
            said.setdefault(claim.document, []).append(claim)
    letters: dict[str, list[Document]] = {}
    for document in documents:
        if document.source_kind == "replies" and document.body:
            letters.setdefault(document.body, []).append(document)
    return {body: _course(papers, said) for body, papers in letters.items()}


def _course(papers: Sequence[Document], said: dict[str, list[Claim]]) -> Correspondence:
    answered: date | None = None
    last: Document | None = None
    word: str | None = None
    claim: Claim | None = None
    for paper in sorted(papers, key=lambda paper: (paper.received or "", paper.path)):
        claims = said.get(paper.document, [])
        found = _word_of(claims)
        if not _only_acknowledges(claims):
            day = day_of(paper.received)
            answered = min(filter(None, (day, answered)), default=None)
        # A word of the course is taken back by a later letter, be it an answer or another word.
        if last is None or found is not None or is_later(paper.received, last.received):
            word, claim = found if found is not None else (None, None)
            last = paper
    return Correspondence(answered, word, claim)


def unanswered(claims: Iterable[Claim], documents: Iterable[Document], known: Iterable[Document]) -> frozenset[str]:
    """Return the bodies that are answered for by letters of all documents, but by none of those known on a day."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.review_state != "rejected":
            said.setdefault(claim.document, []).append(claim)
    return _answering(documents, said) - _answering(known, said)


def _answering(papers: Iterable[Document], said: dict[str, list[Claim]]) -> frozenset[str]:
    replies = (paper for paper in papers if paper.source_kind == "replies" and paper.body)
    return frozenset(paper.body or "" for paper in replies if not _only_acknowledges(said.get(paper.document, [])))


def _only_acknowledges(claims: Sequence[Claim]) -> bool:
    return bool(claims) and all(claim.basis in COURSE for claim in claims)


def _word_of(claims: Sequence[Claim]) -> tuple[str, Claim] | None:
    """Return what one letter says of the course, the most telling sentence first; null for a letter that answers."""
    if not _only_acknowledges(claims):
        return None
    words = [(_told(claim), claim) for claim in claims]
    for wanted in (REVIEW, CLARIFICATION, ACKNOWLEDGED):
        for word, claim in words:
            if word == wanted:
                return wanted, claim
    return None


def _told(claim: Claim) -> str:
    if claim.basis in _TOLD:
        return _TOLD[claim.basis]
    patterns = _patterns().get((claim.language or "en").split("-")[0], {})
    offer = patterns.get("offer")
    for what, word in _TOLD.items():
        pattern = patterns.get(what)
        # "If you are unhappy you may ask for a review" offers one; none is under way.
        is_offered = what == "review" and offer is not None and offer.search(claim.quote)
        if pattern is not None and not is_offered and pattern.search(claim.quote):
            return word
    return ACKNOWLEDGED


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    path = resources.files("synopticon.figures").joinpath("data/progress_words.csv")
    found: dict[str, dict[str, list[str]]] = {}
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        found.setdefault(row["language"], {}).setdefault(row["what"], []).append(row["pattern"])
    return {
        language: {what: re.compile("|".join(parts), re.IGNORECASE) for what, parts in kinds.items()}
        for language, kinds in found.items()
    }


def progress_of(course: Correspondence, *, is_answered: bool, due: date | None, on: date) -> str:
    """Return the one word for how far a request has come on a day.

    A review under way is shown whatever was answered before it. A body that waits for a clarification is not overdue:
    most laws stop the clock until the question is answered.
    """
    if course.word == REVIEW:
        return REVIEW
    if is_answered:
        is_late = due is not None and course.answered_on is not None and course.answered_on > due
        return LATE if is_late else ANSWERED
    if course.word == CLARIFICATION:
        return CLARIFICATION
    if due is not None and on > due:
        return OVERDUE
    return course.word or AWAITED


def day_of(text: str | None) -> date | None:
    """Return a day that is known to the day."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2024-01-15") else None
    except ValueError:
        return None
