"""Claims that cannot all be so stand side by side; what was replaced or changed in between does not."""

from __future__ import annotations

from typing import Any

import pytest

from synopticon.figures import contradictions, settle
from synopticon.model.records import Claim, Contradiction, Document
from tests.figures.made_up import a_claim, a_document, a_row

LETTER, PRESS = a_document("letter", "northmere"), a_document("press", None, source_kind="articles")


def letter(*args: Any, **changes: Any) -> Claim:
    return a_claim(*args, **{"document": "letter-hash", **changes})


def press(*args: Any, **changes: Any) -> Claim:
    return a_claim(*args, **{"document": "press-hash", **changes})


def a_deal(amount: float | None = None, **changes: Any) -> Claim:
    row = {
        "document": "press-hash",
        "modality": "contracted",
        "product_kind": None,
        "unit": None,
        "amount": amount,
        "currency": "USD" if amount else None,
        "amount_kind": "award" if amount else None,
    }
    return a_claim(None, **({"maker": "argus"} | row | changes))


def found(*claims: Claim, documents: tuple[Document, ...] = (LETTER, PRESS)) -> list[Contradiction]:
    return contradictions(settle(claims, documents), documents)


def kinds(*claims: Claim) -> list[str]:
    return [one.differs for one in found(*claims)]


def test_two_numbers_for_the_same_cameras_stand_side_by_side() -> None:
    one, other = letter(quantity=150), press(quantity=190)
    (told,) = found(one, other)
    assert (told.differs, told.about, told.body, told.makers) == ("value", "body", "northmere", ("hikvision",))
    assert set(told.claims) == {one.claim, other.claim}
    assert told.why == "150 against 190"
    assert told.documents == ("letter-hash", "press-hash")


@pytest.mark.parametrize(
    "other",
    [
        {"quantity": 150},
        {"quantity": 145, "qualifier": "about", "low": 145, "high": None},
        {"quantity": 100, "qualifier": "over", "low": 100, "high": None},
        {"quantity": None, "low": 140, "high": 160, "qualifier": "between"},
        {"quantity": 150, "maker": "dahua"},
        {"quantity": 190, "product_kind": "bracket"},
        {"quantity": 190, "brand": "hilook"},
        {"quantity": 190, "date": "2019"},
        {"quantity": None, "qualifier": "vague", "low": None, "high": None},
        {"quantity": 190, "body": "southmere"},
        {"quantity": 190, "review_state": "rejected"},
        {"quantity": 190, "review_state": "held"},
    ],
)
def test_what_can_both_be_so_is_no_contradiction(other: dict[str, Any]) -> None:
    assert found(letter(quantity=150, date="2023"), press(**other)) == []


def test_a_correction_is_no_contradiction() -> None:
    first = a_document("first", "northmere", received="2021-01-10")
    second = a_document("second", "northmere", received="2021-02-10")
    claims = [a_claim(quantity=340, document="first-hash"), a_claim(quantity=304, document="second-hash")]
    assert found(*claims, documents=(first, second)) == []


def test_parts_in_one_letter_and_their_sum_in_another_agree() -> None:
    assert found(letter(quantity=22), letter(quantity=18), letter(quantity=9), press(quantity=49)) == []
    assert found(letter(quantity=49), letter(quantity=12), press(quantity=49)) == []


def test_two_speakers_in_one_article_contradict_each_other() -> None:
    told = found(press(quantity=60, attribution="the union"), press(quantity=90, attribution="The Mayor's office"))
    assert [one.differs for one in told] == ["value"]


def test_a_total_that_is_not_that_of_its_rows_is_flagged_with_both_numbers() -> None:
    rows = [a_row("northmere", "hikvision", number, number, document="letter-hash") for number in (60, 40)]
    (told,) = found(letter(quantity=150), *rows)
    assert told.differs == "total"
    assert told.why == "the text says 150, its 2 rows add up to 100"
    assert len(told.claims) == 3


def test_a_part_of_a_table_is_not_its_total() -> None:
    rows = [a_row("northmere", "hikvision", number, number, document="letter-hash") for number in (60, 40)]
    assert found(letter(quantity=12), *rows) == []
    assert [one.differs for one in found(letter(quantity=12, quote="12 Hikvision cameras in total"), *rows)] == [
        "total"
    ]


def test_a_contract_of_1_2_and_of_1_22_billion_is_shown_with_both_sums() -> None:
    claims = [
        a_deal(1_200_000_000, quote="Project Kestrel is worth $1.2 billion"),
        a_deal(1_220_000_000, quote="the $1.22 billion Kestrel contract", document="other-hash"),
    ]
    (told,) = found(*claims)
    assert (told.differs, told.about, told.subject) == ("value", "programme", "kestrel")
    assert told.why == "1,200,000,000 USD against 1,220,000,000 USD; the one may be the other rounded"


def test_sums_of_different_kinds_currencies_or_size_are_different_things() -> None:
    base = a_deal(1_200_000)
    for changes in ({"amount_kind": "ceiling"}, {"currency": "GBP"}, {"maker": "panopt", "makers": ("panopt",)}):
        assert found(base, a_deal(1_220_000, **({"attribution": "a rival"} | changes))) == []
    assert found(base, a_deal(9_000_000, attribution="a rival")) == []


def test_payments_of_a_ledger_do_not_contradict_each_other() -> None:
    paid: dict[str, Any] = {"modality": "paid", "extractor": "ledger", "currency": "GBP", "amount_kind": "paid"}
    assert found(letter(amount=100, locator="row=2", **paid), press(amount=110, locator="row=3", **paid)) == []


def test_a_talk_that_one_side_calls_an_agreement_and_the_other_denies() -> None:
    talk = a_deal(modality="talks", attribution="the ministry")
    deal = a_deal(polarity="alleged", attribution="a person familiar with the talks")
    denial = a_deal(polarity="denied", modality="planned", attribution="Argus")
    told = {one.differs: one for one in found(talk, deal, denial)}
    assert set(told) == {"modality", "polarity"}
    assert set(told["modality"].claims) == {talk.claim, deal.claim}
    assert set(told["polarity"].claims) == {deal.claim, denial.claim}
    assert told["polarity"].why == "alleged by one side, denied by the other"


def test_talks_before_an_agreement_are_its_history() -> None:
    assert found(
        a_deal(modality="talks", date="2019", attribution="a"), a_deal(date="2021", attribution="b")
    ) == []  # fmt: skip


def test_a_denial_covers_the_makers_that_it_names_and_no_other() -> None:
    none = letter(polarity="negated", makers=("hikvision", "dahua"))
    assert [one.differs for one in found(none, press(quantity=5))] == ["polarity"]
    assert found(none, press(quantity=5, maker="axis")) == []
    assert found(letter(polarity="negated"), press(makers=("hikvision", "dahua"), quantity=5)) == []


def test_one_voice_may_say_yes_of_the_past_and_no_of_today() -> None:
    assert found(letter(quantity=41), letter(polarity="negated")) == []


def test_a_removal_is_contradicted_by_use_after_it() -> None:
    gone = letter(modality="removed", date="2020", quote="We removed all Hikvision cameras in 2020.")
    assert kinds(gone, press(modality="used", date="2022")) == ["modality"]
    assert kinds(gone, press(modality="used", date="2018")) == []


def test_two_dates_of_one_event() -> None:
    one = letter(modality="installed", quantity=75, date="2018")
    (told,) = found(one, press(modality="installed", quantity=75, date="2019-03"))
    assert (told.differs, told.why) == ("date", "2018 against 2019-03")


@pytest.mark.parametrize("subject", ["we", "The Council", "البلدية", "该公司", None, "its"])
def test_nobody_in_particular_is_no_common_subject(subject: str | None) -> None:
    assert found(a_claim(None, quantity=5, subject=subject), press(None, quantity=9, subject=subject)) == []


@pytest.mark.parametrize(
    ("one", "other"), [("Eastfell Borough Council", "the Eastfell council"), ("بلدية تل الزهور", "بلديه تل الزهور")]
)
def test_a_name_is_the_same_in_other_spellings(one: str, other: str) -> None:
    (told,) = found(a_claim(None, quantity=5, subject=one), press(None, quantity=9, subject=other))
    assert (told.about, told.differs) == ("subject", "value")


def test_ids_survive_another_order_of_the_claims() -> None:
    claims = [letter(quantity=150), press(quantity=190), letter(polarity="negated", maker="dahua")]
    assert [one.contradiction for one in found(*claims)] == [one.contradiction for one in found(*claims[::-1])]


def test_many_rows_are_compared_in_reasonable_time() -> None:
    rows = [a_row("northmere", "hikvision", 1, row, document=f"d{row % 50}") for row in range(5000)]
    assert found(*rows) == []
