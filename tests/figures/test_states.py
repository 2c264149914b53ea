"""What the replies of a body amount to."""

from __future__ import annotations

from typing import Any

import pytest

from synopticon.figures import body_states, settle
from synopticon.model.records import Body, Document
from tests.figures.made_up import a_body, a_claim, a_document

ACKNOWLEDGED: dict[str, Any] = {"maker": None, "modality": "other", "basis": "acknowledgement", "product_kind": None}
REFUSED: dict[str, Any] = {"maker": None, "modality": "refused", "product_kind": None}
WITHHELD: dict[str, Any] = REFUSED | {"basis": "partial"}
NOT_HELD: dict[str, Any] = {"maker": None, "modality": "not_held", "product_kind": None}
OWNED: dict[str, Any] = {"quantity": 12}
NONE: dict[str, Any] = {"polarity": "negated"}
NONE_AT_ALL: dict[str, Any] = {"maker": None, "polarity": "negated"}
NUMBER: dict[str, Any] = {"maker": None, "quantity": 692}
NO_FACES: dict[str, Any] = {
    "maker": None,
    "polarity": "negated",
    "modality": "used",
    "capability": "facial_recognition",
    "product_kind": None,
}


def judged(letters: list[tuple[str | None, list[dict[str, Any]]]]) -> Body:
    """Return the body after letters, each a date and its claims."""
    documents: list[Document] = []
    claims = []
    for number, (received, said) in enumerate(letters):
        documents.append(a_document(f"letter{number}", "northmere", received=received))
        claims += [a_claim(**{"document": f"letter{number}-hash", **words}) for words in said]
    (body,) = body_states([a_body("northmere", None)], claims, documents)
    return body


@pytest.mark.parametrize(
    ("letters", "state"),
    [
        ([], "silent"),
        ([(None, [ACKNOWLEDGED])], "silent"),
        ([(None, [OWNED])], "usable"),
        ([(None, [NONE])], "usable"),
        ([(None, [NONE_AT_ALL])], "usable"),
        ([(None, [NUMBER])], "partial"),
        ([(None, [NUMBER, REFUSED])], "partial"),
        ([(None, [NUMBER, WITHHELD])], "partial"),
        ([(None, [NUMBER, WITHHELD, NO_FACES])], "partial"),
        ([(None, [OWNED, REFUSED])], "usable"),
        ([(None, [OWNED, NOT_HELD])], "usable"),
        ([(None, [REFUSED])], "refused"),
        ([(None, [NOT_HELD])], "not_held"),
        ([(None, [NOT_HELD, NONE_AT_ALL])], "not_held"),
        ([(None, [NOT_HELD, NONE])], "usable"),
        ([(None, [NONE_AT_ALL, NOT_HELD | {"basis": "detail"}])], "usable"),
        ([(None, [REFUSED, NOT_HELD])], "refused"),
        ([(None, [ACKNOWLEDGED]), (None, [OWNED])], "usable"),
        ([("2020-11-20", [REFUSED]), ("2020-12-20", [NONE])], "usable"),
        ([("2020-12-20", [REFUSED]), ("2020-11-20", [OWNED])], "usable"),
        ([("2020-11-20", [REFUSED]), ("2020-12-20", [NOT_HELD])], "not_held"),
        ([("2020-12-20", [REFUSED]), ("2020-11-20", [NOT_HELD])], "refused"),
        ([(None, [ACKNOWLEDGED]), (None, [REFUSED])], "refused"),
    ],
)
def test_replies_give_the_state(letters: list[tuple[str | None, list[dict[str, Any]]]], state: str) -> None:
    body = judged(letters)
    assert body.reply_state == state
    assert (body.state_evidence is None) == (not letters)


def test_state_rests_on_a_quoted_place() -> None:
    body = judged([(None, [ACKNOWLEDGED]), (None, [OWNED | {"quote": "We own 12.", "locator": "char=5,15"}])])
    assert (body.state_evidence, body.state_quote) == ("letter1-hash#char=5,15", "We own 12.")


@pytest.mark.parametrize("is_acknowledged", [True, False])
def test_unreadable_reply_has_no_state_but_evidence(is_acknowledged: bool) -> None:
    documents = [a_document("scan", "northmere", status="set_aside", reason="no text layer")]
    claims = []
    if is_acknowledged:
        documents.append(a_document("receipt", "northmere"))
        claims.append(a_claim(document="receipt-hash", **ACKNOWLEDGED))
    (body,) = body_states([a_body("northmere", None)], claims, documents)
    assert body.reply_state is None
    assert body.state_evidence is not None


def test_rejected_claim_makes_no_state() -> None:
    assert judged([(None, [OWNED | {"review_state": "rejected"}, REFUSED])]).reply_state == "refused"


def test_ledger_of_a_body_is_no_reply() -> None:
    ledger = a_document("ledger", "northmere", source_kind="ledger")
    claims = [a_claim(document="ledger-hash", modality="paid", amount=10)]
    (body,) = body_states([a_body("northmere", None)], claims, [ledger])
    assert body.reply_state == "silent"


def test_body_that_nobody_asked_has_no_state() -> None:
    bodies = [a_body("northmere", None), a_body("buyer", None, asked_on=None, channel=None)]
    assert [body.reply_state for body in body_states(bodies, [], [])] == ["silent", None]


def test_table_of_bodies_without_days_holds_those_who_were_asked() -> None:
    bodies = [a_body(name, None, asked_on=None, channel=None) for name in ("northmere", "southmere")]
    assert [body.reply_state for body in body_states(bodies, [], [])] == ["silent", "silent"]


def test_asked_bodies_can_be_named() -> None:
    bodies = [a_body(name, None, asked_on=None, channel=None) for name in ("northmere", "southmere")]
    states = [body.reply_state for body in body_states(bodies, [], [], asked={"southmere"})]
    assert states == [None, "silent"]


def test_why_a_reply_is_not_understood_is_a_note_and_no_quote() -> None:
    paper = a_document("scan", "northmere", status="set_aside", reason="no text layer")
    (body,) = body_states([a_body("northmere", None)], [], [paper])
    assert (body.reply_state, body.state_quote, body.state_note) == (None, None, "no text layer")


def test_the_same_bytes_from_two_bodies_are_the_answer_of_each() -> None:
    letters = [a_document("same", "northmere"), a_document("same", "southby")]
    claims = [
        a_claim(body, document="same-hash", claim="c-same", polarity="negated") for body in ("northmere", "southby")
    ]
    settled = settle(claims, letters)
    assert [claim.review_state for claim in settled] == ["unreviewed", "unreviewed"]
    bodies = [a_body("northmere", None), a_body("southby", None)]
    assert [body.reply_state for body in body_states(bodies, settled, letters)] == ["usable", "usable"]
