"""Decisions of people on states: kept, applied while nothing changed, stale after that, disputes shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from synopticon.errors import UsageError
from synopticon.model.records import Body, Document
from synopticon.review import StateDecision, append, apply_states, decide, read_decisions
from tests.figures.made_up import a_body, a_document

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64


def _letter(name: str, document: str, body: str = "northmere") -> Document:
    return a_document(name, body, document=document)


LETTERS = [_letter("first", ONE), _letter("second", TWO), _letter("other", THREE, "southby")]


def _read(state: str | None = "refused", **changes: Any) -> Body:
    return a_body("northmere", state, state_evidence=f"{ONE}#char=5,20", state_quote="we will not say", **changes)


def _decide(state: str, reviewer: str = "ab", **changes: Any) -> StateDecision:
    body = changes.pop("body", _read())
    letters = changes.pop("letters", LETTERS)
    return decide(
        body, letters, **{"state": state, "because": "page 2", "reviewer": reviewer, "on": "2024-05-01", **changes}
    )


def test_a_decision_is_tied_to_the_place_of_the_reading_and_to_all_that_came() -> None:
    decision = _decide("partial")
    assert (decision.document, decision.locator, decision.was) == (ONE, "char=5,20", "refused")
    assert decision.seen == (ONE, TWO)


def test_a_decision_may_rest_on_another_document_of_the_body_and_on_no_other() -> None:
    decision = _decide("usable", document="replies/northmere/second", locator="page=1")
    assert (decision.document, decision.locator) == (TWO, "page=1")
    assert _decide("usable", document=TWO[:8]).locator == ""
    with pytest.raises(UsageError, match="one of its documents"):
        _decide("usable", document="replies/southby/other")
    with pytest.raises(UsageError, match="one of its documents"):
        _decide("usable", document="2")


def test_a_decision_confirms_or_changes_and_says_who_and_why() -> None:
    (same,) = apply_states([_read()], [_decide("refused")], LETTERS)
    assert (same.reply_state, same.decision, same.decided_by) == ("refused", "confirmed", ("ab",))
    assert same.state_quote == "we will not say"
    (other,) = apply_states(
        [_read()], [_decide("usable", document="replies/northmere/second", locator="page=1")], LETTERS
    )
    assert (other.reply_state, other.decision, other.read_state) == ("usable", "changed", "refused")
    assert (other.state_evidence, other.state_quote) == (f"{TWO}#page=1", None)
    assert "because page 2" in (other.decision_note or "")


@pytest.mark.parametrize(
    ("now", "letters", "why"),
    [
        (_read(), [_letter("first", "9" * 64), _letter("second", TWO)], "rests on is gone or has changed"),
        (_read(), [_letter("first", ONE)], "was seen is gone or has changed"),
        (_read(), [*LETTERS, _letter("third", "4" * 64)], "has come that was not seen"),
        (_read("not_held"), LETTERS, "from refused to not_held"),
        (_read(None), LETTERS, "from refused to nothing"),
    ],
)
def test_a_decision_whose_ground_changed_is_stale_and_not_applied(now: Body, letters: list[Document], why: str) -> None:
    (body,) = apply_states([now], [_decide("usable")], letters)
    assert (body.reply_state, body.decision) == (now.reply_state, "stale")
    assert why in (body.decision_note or "")


def test_a_reading_that_came_round_to_the_decision_is_confirmed_by_it() -> None:
    (body,) = apply_states([_read("usable")], [_decide("usable")], LETTERS)
    assert (body.reply_state, body.decision) == ("usable", "confirmed")


def test_reviewers_who_differ_are_both_shown_and_neither_is_followed() -> None:
    decisions = [_decide("usable"), _decide("partial", "cd")]
    (body,) = apply_states([_read()], decisions, LETTERS)
    assert (body.reply_state, body.decision, body.decided_by) == ("refused", "disputed", ("ab", "cd"))
    assert "ab, 2024-05-01: usable" in (body.decision_note or "")
    assert "cd, 2024-05-01: partial" in (body.decision_note or "")


def test_the_last_word_of_a_reviewer_ends_a_dispute_and_a_stale_one_starts_none() -> None:
    (agreed,) = apply_states([_read()], [_decide("usable"), _decide("partial", "cd"), _decide("partial")], LETTERS)
    assert (agreed.reply_state, agreed.decision) == ("partial", "changed")
    old = _decide("usable", "cd", letters=LETTERS[:1])
    (body,) = apply_states([_read()], [_decide("partial"), old], LETTERS)
    assert (body.reply_state, body.decided_by) == ("partial", ("ab",))
    assert "(stale: a document has come that was not seen)" in (body.decision_note or "")


def test_silence_rests_on_no_document_and_nothing_else_does() -> None:
    silent = a_body("northmere", "silent")
    decision = _decide("silent", body=silent, letters=[])
    assert decision.document is None
    (body,) = apply_states([silent], [decision], [])
    assert body.decision == "confirmed"
    (later,) = apply_states([_read("usable")], [decision], LETTERS)
    assert (later.reply_state, later.decision) == ("usable", "stale")
    with pytest.raises(UsageError, match="expected a document"):
        _decide("usable", body=silent, letters=[])


def test_bodies_without_a_decision_are_left_as_they_are() -> None:
    other = a_body("southby")
    assert apply_states([other], [_decide("usable")], LETTERS) == [other]


def test_the_log_only_grows_and_gives_back_what_was_written(tmp_path: Path) -> None:
    first, second, third = _decide("usable"), _decide("partial"), _decide("refused", "cd")
    path = append(tmp_path, first)
    before = path.read_bytes()
    path.write_bytes(before.rstrip(b"\n"))  # as an editor may leave it
    assert append(tmp_path, second).read_bytes().startswith(before)
    append(tmp_path, third)
    append(tmp_path, second)
    assert read_decisions(tmp_path) == [first, second, third]
    assert read_decisions(tmp_path / "nowhere") == []


@pytest.mark.parametrize("reviewer", ["", "Jane Doe", "a@b.example", "../up", "x" * 33])
def test_a_reviewer_is_initials_or_an_id(reviewer: str) -> None:
    with pytest.raises(UsageError, match="initials"):
        _decide("usable", reviewer)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": "answered"}, "expected a state"),
        ({"because": "  "}, "expected a reason"),
        ({"on": "2024-5-1"}, "YYYY-MM-DD"),
        ({"locator": "line 4"}, "expected a locator"),
    ],
)
def test_a_decision_that_is_not_of_its_form_is_refused(changes: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        _decide(**{"state": "usable", **changes})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<<<<<<< HEAD", "line 2: expected a decision as a JSON object"),
        ("[]", "expected a decision as a JSON object"),
        ('{"kind": "match"}', "of kind state, found 'match'"),
        ('{"kind": "state", "body": "northmere"}', "missing or not known"),
        ({"seen": "all"}, "a list of document hashes"),
        ({"seen": ["x"]}, "SHA-256"),
        ({"body": 4}, "expected text for 'body'"),
        ({"reviewer": "cd"}, "expected a decision of 'ab'"),
    ],
)
def test_a_line_that_cannot_be_understood_stops_the_reading_with_its_place(
    tmp_path: Path, line: str | dict[str, Any], words: str
) -> None:
    path = append(tmp_path, _decide("usable"))
    good = json.loads(path.read_text("utf-8"))
    bad = line if isinstance(line, str) else json.dumps(good | line)
    path.write_text(f"{json.dumps(good)}\n{bad}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=words):
        read_decisions(tmp_path)
