"""How far a request has come: acknowledged, asked back, under review, late, overdue, beside the state of the reply."""

from __future__ import annotations

from datetime import date

import pytest

from synopticon.figures.deadlines import standings, with_progress
from synopticon.model.records import Claim, Document
from synopticon.model.vocabulary import PROGRESS
from tests.figures.made_up import a_body, a_claim, a_document

ON = date(2021, 3, 1)
BEFORE_DUE = date(2020, 11, 20)


def _ack(document: str, quote: str, *, body: str = "northmere", language: str = "en", basis: str = "acknowledgement"):
    return a_claim(
        body, None, document=document, modality="other", basis=basis, quote=quote, extractor="state", language=language
    )


def _letter(name: str, received: str | None, body: str = "northmere") -> Document:
    return a_document(name, body, received=received)


def _progress(state: str | None, claims: list[Claim], letters: list[Document], on: date = ON) -> str | None:
    (body,) = with_progress([a_body("northmere", state)], claims, letters, on=on)
    assert body.progress in PROGRESS
    return body.progress


def test_a_body_that_said_nothing_is_awaited_until_the_due_day_and_then_overdue() -> None:
    assert _progress("silent", [], [], date(2020, 12, 1)) == "awaited"
    assert _progress("silent", [], [], date(2020, 12, 2)) == "overdue"


def test_an_acknowledgement_is_shown_until_the_due_day_with_its_place() -> None:
    claim = _ack("ack-hash", "We have received your request.")
    (body,) = with_progress([a_body("northmere", "silent")], [claim], [_letter("ack", "2020-11-03")], on=BEFORE_DUE)
    assert (body.progress, body.due_on, body.answered_on) == ("acknowledged", "2020-12-01", None)
    assert body.progress_evidence == f"ack-hash#{claim.locator}"
    assert body.reply_state == "silent"


@pytest.mark.parametrize(
    ("quote", "language"),
    [
        ("Before we can proceed we need you to clarify which years you mean.", "en"),
        ("Please narrow the request to single sites.", "en"),
        ("استلمنا طلبكم ونرجو توضيح السنوات المقصودة.", "ar"),
        ("您的申请已收到,请您补正申请内容。", "zh"),
    ],
)
def test_a_body_that_asks_what_is_meant_is_not_overdue(quote: str, language: str) -> None:
    claim = _ack("ask-hash", quote, language=language)
    (row,) = standings([a_body("northmere", "silent")], [claim], [_letter("ask", "2020-11-20")], on=ON)
    assert (row.progress, row.is_overdue, row.days_over, row.action) == ("clarification_asked", False, None, "clarify")


def test_a_later_acknowledgement_takes_the_question_back() -> None:
    claims = [
        _ack("ask-hash", "We need you to clarify question 2."),
        _ack("ack-hash", "Thank you for your clarification, your request is in hand."),
    ]
    letters = [_letter("ask", "2020-11-10"), _letter("ack", "2020-11-12")]
    assert _progress("silent", claims, letters, BEFORE_DUE) == "acknowledged"
    assert _progress("silent", claims, letters) == "overdue"


def test_an_offer_of_a_review_is_none_under_way() -> None:
    claim = _ack("ack-hash", "We have received your request; if you are unhappy ask for an internal review.")
    assert _progress("silent", [claim], [_letter("ack", "2020-11-03")], BEFORE_DUE) == "acknowledged"


@pytest.mark.parametrize("state", ["refused", "partial", "silent"])
def test_a_review_under_way_is_shown_and_not_asked_for_again(state: str) -> None:
    claims = [
        a_claim("northmere", None, document="no-hash", modality="refused", quote="The information is exempt."),
        _ack("rev-hash", "We have received your request for an internal review."),
    ]
    letters = [_letter("no", "2020-11-20"), _letter("rev", "2020-12-20")]
    (row,) = standings([a_body("northmere", state)], claims, letters, on=ON)
    assert (row.state, row.progress, row.action) == (state, "under_review", "")
    assert row.evidence is claims[1]


def test_an_answer_after_the_review_ends_it() -> None:
    claims = [
        a_claim("northmere", None, document="no-hash", modality="refused"),
        _ack("rev-hash", "We have received your request for an internal review."),
        a_claim("northmere", "dahua", 4, document="yes-hash"),
    ]
    letters = [_letter("no", "2020-11-20"), _letter("rev", "2020-12-20"), _letter("yes", "2021-01-20")]
    assert _progress("usable", claims, letters) == "answered"


def test_an_answer_after_the_due_day_is_late_and_the_day_is_told() -> None:
    claims = [a_claim("northmere", document="yes-hash")]
    (body,) = with_progress([a_body("northmere", "usable")], claims, [_letter("yes", "2020-12-08")], on=ON)
    assert (body.progress, body.due_on, body.answered_on) == ("late", "2020-12-01", "2020-12-08")


def test_an_undated_answer_is_answered_and_never_called_late() -> None:
    assert _progress("usable", [a_claim("northmere", document="yes-hash")], [_letter("yes", None)]) == "answered"


def test_an_unread_reply_and_a_body_that_nobody_asked() -> None:
    unread = a_body("northmere", None, state_evidence="x#")
    nobody = a_body("southby", None, asked_on=None, channel=None)
    first, second = with_progress([unread, nobody], [], [], on=ON)
    assert first.progress == "unread"
    assert (second.progress, second.due_on) == (None, None)


def test_a_basis_that_tells_the_course_is_taken_before_the_words() -> None:
    claim = _ack("ask-hash", "Kindly tell us which sites.", basis="clarification")
    assert _progress("silent", [claim], [_letter("ask", "2020-11-20")]) == "clarification_asked"
