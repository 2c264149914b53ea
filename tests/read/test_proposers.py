"""What a user's own model proposes is kept only as far as the source bears it out, and never counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from synopticon.model.records import Claim, Passage
from synopticon.read.proposers import Candidate, TurnedDown, propose

TEXT = "The Trust of Northmere owns 40 Hikvision cameras and no others."


def passages(text: str = TEXT, role: str = "text") -> list[Passage]:
    return [Passage("d", "page=2", 0, 10, "paragraph", text, "en", role)]


def proposed(*candidates: Candidate, text: str = TEXT, role: str = "text") -> list[Claim | TurnedDown]:
    return list(propose("fake-1", lambda _: candidates, passages(text, role), body="northmere"))


def test_a_candidate_that_stands_in_the_source_is_held_back_with_its_place():
    (claim,) = proposed(Candidate("owns 40 Hikvision cameras", "owned", "affirmed", "hikvision", Decimal(40)))
    assert isinstance(claim, Claim)
    assert (claim.extractor, claim.confidence, claim.review_state) == ("machine:fake-1", "low", "held")
    assert (claim.maker, claim.quantity, claim.unit, claim.body) == ("hikvision", 40, "cameras", "northmere")
    start, end = (int(place) for place in claim.locator.rpartition("char=")[2].split(","))
    assert TEXT[start - 10 : end - 10] == claim.quote == "owns 40 Hikvision cameras"


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (Candidate("owns forty Hikvision cameras", "owned"), "does not stand"),
        (Candidate("", "owned"), "does not stand"),
        (Candidate("owns 40 Hikvision cameras", "owned", maker="dahua"), "does not name"),
        (Candidate("owns 40 Hikvision cameras", "owned", quantity=Decimal(41)), "does not state"),
        (Candidate("owns 40 Hikvision cameras", "has"), "unknown"),
        (Candidate("owns 40 Hikvision cameras", "owned", "surely"), "unknown"),
    ],
)
def test_what_the_source_does_not_bear_out_is_turned_down_with_a_reason(candidate, reason):
    (found,) = proposed(candidate)
    assert isinstance(found, TurnedDown)
    assert reason in found.reason


def test_a_quote_that_names_a_person_is_turned_down():
    text = "Dr Peregrine Ashdown told us that we own 40 Hikvision cameras."
    (found,) = proposed(Candidate(text, "owned", maker="hikvision"), text=text)
    assert isinstance(found, TurnedDown)


def test_quoted_words_of_others_are_not_shown_and_repeats_count_once():
    candidate = Candidate("40 Hikvision cameras", "owned")
    assert proposed(candidate, role="quoted") == []
    assert len(proposed(candidate, candidate)) == 1


def test_a_proposer_needs_a_plain_name():
    with pytest.raises(ValueError, match="name"):
        list(propose("a b", lambda _: (), passages()))
