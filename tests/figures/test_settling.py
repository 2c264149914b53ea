"""What counts once, and what has been replaced."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from synopticon.figures import settle
from synopticon.model.records import Claim, Document
from tests.figures.made_up import a_claim, a_document, a_row


def states(claims: list[Claim], documents: list[Document] | None = None) -> list[str]:
    return [claim.review_state for claim in settle(claims, documents or [])]


def in_letter(name: str, quantity: float | None, **changes: Any) -> Claim:
    return a_claim("northmere", "hikvision", quantity, document=f"{name}-hash", **changes)


def test_correction_replaces_the_earlier_number() -> None:
    letters = [
        a_document("response.pdf", "northmere", received="2020-11-20"),
        a_document("corrected response.pdf", "northmere", received="2020-12-06"),
    ]
    claims = [in_letter("corrected response.pdf", 69), in_letter("response.pdf", 309)]
    assert states(claims, letters) == ["unreviewed", "superseded"]


def test_later_letter_replaces_the_earlier_without_calling_itself_a_correction() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2021-01")]
    assert states([in_letter("a", 309), in_letter("b", 69)], letters) == ["superseded", "unreviewed"]


@pytest.mark.parametrize("word", ["Amended reply", "revised_reply", "رد مصحح", "更正后的答复", "updated-list"])
def test_file_that_calls_itself_corrected_wins_without_dates(word: str) -> None:
    letters = [a_document("reply", "northmere"), a_document(word, "northmere")]
    assert states([in_letter("reply", 309), in_letter(word, 69)], letters) == ["superseded", "unreviewed"]


def test_sentence_that_corrects_wins_without_dates() -> None:
    claims = [in_letter("a", 309), in_letter("b", 69, quote="Correction: we own 69 Hikvision cameras, not 309.")]
    assert states(claims) == ["superseded", "unreviewed"]


def test_any_sentence_of_a_letter_may_announce_the_correction() -> None:
    announced = a_claim("northmere", None, document="b-hash", modality="other", basis="correction", product_kind=None)
    assert states([in_letter("a", 309), in_letter("b", 69), announced])[:2] == ["superseded", "unreviewed"]


def test_correction_that_quotes_the_old_number_means_the_new_one() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    claims = [
        in_letter("b", 340, quote="We said that the Council owned 340 Hikvision cameras."),
        in_letter("b", 304, quote="In correction of this, the Council owns 304 Hikvision cameras."),
        in_letter("a", 340),
    ]
    assert states(claims, letters) == ["superseded", "unreviewed", "superseded"]


def test_correction_of_one_maker_leaves_the_other_alone() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    claims = [in_letter("a", 309), a_claim("northmere", "dahua", 7, document="a-hash"), in_letter("b", 69)]
    assert states(claims, letters) == ["superseded", "unreviewed", "unreviewed"]


def test_correction_of_one_body_leaves_the_other_alone() -> None:
    claims = [in_letter("a", 309), a_claim("southmere", "hikvision", 69, basis="correction")]
    assert states(claims) == ["unreviewed", "unreviewed"]


def test_undated_letters_that_disagree_both_stay() -> None:
    assert states([in_letter("a", 309), in_letter("b", 69)]) == ["unreviewed", "unreviewed"]


def test_later_letter_without_a_number_replaces_no_number() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    claims = [in_letter("a", 309), in_letter("b", None, qualifier="vague")]
    assert states(claims, letters) == ["unreviewed", "unreviewed"]


def test_later_none_replaces_the_number_and_a_later_number_the_none() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    none = {"polarity": "negated"}
    assert states([in_letter("a", 309), in_letter("b", None, **none)], letters) == ["superseded", "unreviewed"]
    assert states([in_letter("a", None, **none), in_letter("b", 309)], letters) == ["superseded", "unreviewed"]


def test_newspaper_never_replaces_what_the_body_wrote() -> None:
    letters = [
        a_document("a", received="2020-11-20"),
        a_document("article", source_kind="articles", received="2021-03-01"),
    ]
    assert states([in_letter("a", 309), in_letter("article", 400)], letters) == ["unreviewed", "unreviewed"]


def test_newspaper_that_repeats_the_body_is_a_duplicate() -> None:
    letters = [a_document("a"), a_document("article", source_kind="articles")]
    assert states([in_letter("article", 309), in_letter("a", 309)], letters) == ["duplicate", "unreviewed"]


def test_bilingual_letter_counts_once() -> None:
    claims = [in_letter("a", 345, language="ar"), in_letter("a", 345, language="en")]
    assert sorted(states(claims)) == ["duplicate", "unreviewed"]


def test_bilingual_letter_with_two_sites_of_the_same_size_keeps_two() -> None:
    claims = [in_letter("a", 8, language=language) for language in ("ar", "ar", "en", "en")]
    assert sorted(states(claims)) == ["duplicate", "duplicate", "unreviewed", "unreviewed"]


def test_large_number_said_twice_in_a_letter_counts_once_and_small_ones_may_be_two_sites() -> None:
    assert states([in_letter("a", 345), in_letter("a", 345)]) == ["unreviewed", "duplicate"]
    assert states([in_letter("a", 4), in_letter("a", 4)]) == ["unreviewed", "unreviewed"]


def test_equal_items_of_one_sentence_are_separate() -> None:
    quote = "30 Hikvision cameras in the car parks and 30 Hikvision cameras at the depot"
    claims = [in_letter("a", 30, quote=quote, locator=f"page=1;char={start},{start + 22}") for start in (0, 44)]
    assert states(claims) == ["unreviewed", "unreviewed"]


def test_same_register_in_two_files_counts_once() -> None:
    makers = (("hikvision", 366), ("dahua", 234))
    letter = [a_row("northmere", m, n, 10 + n, document="letter-hash", locator=f"page=1;row={n}") for m, n in makers]
    sheet = [a_row("northmere", maker, number, number, document="sheet-hash") for maker, number in makers]
    assert states([*letter, *sheet]) == ["unreviewed", "unreviewed", "duplicate", "duplicate"]


def test_fuller_of_two_equal_tables_stays_in_any_order() -> None:
    claims = [
        a_row("northmere", "hikvision", 100, 1, document="summary-hash"),
        a_row("northmere", "hikvision", 60, 1, document="register-hash", model="A"),
        a_row("northmere", "hikvision", 40, 2, document="register-hash", model="B"),
    ]
    for order in permutations(claims):
        settled = {claim.claim: claim.review_state for claim in settle(order, [])}
        assert settled[claims[0].claim] == "duplicate"
        assert settled[claims[1].claim] == settled[claims[2].claim] == "unreviewed"


def test_summary_sheet_of_the_same_workbook_is_a_duplicate() -> None:
    claims = [
        a_row("northmere", "hikvision", 100, 1, locator="sheet=Summary;row=1"),
        a_row("northmere", "hikvision", 60, 1),
        a_row("northmere", "hikvision", 40, 2),
    ]
    assert states(claims) == ["duplicate", "unreviewed", "unreviewed"]


def test_two_registers_of_different_places_are_both_counted() -> None:
    claims = [
        a_row("northmere", "hikvision", 60, 1, document="parks-hash", title="Park"),
        a_row("northmere", "hikvision", 40, 1, document="town-hash", title="Town"),
    ]
    assert states(claims) == ["unreviewed", "unreviewed"]


def test_extract_of_a_longer_register_is_a_duplicate() -> None:
    long = [a_row("northmere", "hikvision", n, n, document="long-hash", model=f"M{n}") for n in range(1, 7)]
    extract = [replace(row, claim=f"x{row.claim}", document="short-hash") for row in long[:4]]
    assert states([*long, *extract]) == ["unreviewed"] * 6 + ["duplicate"] * 4


def test_letter_with_the_total_of_its_register_is_a_duplicate() -> None:
    rows = [a_row("northmere", "hikvision", n, n, document="sheet-hash") for n in (60, 40)]
    assert states([in_letter("a", 100), *rows]) == ["duplicate", "unreviewed", "unreviewed"]
    in_one = [replace(row, document="a-hash") for row in rows]
    assert states([in_letter("a", 100), *in_one]) == ["duplicate", "unreviewed", "unreviewed"]


def test_letter_that_disagrees_with_its_register_stays_beside_it() -> None:
    rows = [a_row("northmere", "hikvision", n, n, document="sheet-hash") for n in (60, 40)]
    assert states([in_letter("a", 150), *rows]) == ["unreviewed"] * 3


def test_sentence_with_the_sum_of_the_others_is_a_duplicate() -> None:
    assert states([in_letter("a", 100), in_letter("a", 60), in_letter("a", 40)]) == [
        "duplicate",
        "unreviewed",
        "unreviewed",
    ]


def test_two_sub_brands_of_one_maker_are_added() -> None:
    claims = [in_letter("a", 378, brand="hilook"), in_letter("a", 5, brand="ezviz")]
    assert states(claims) == ["unreviewed", "unreviewed"]


def test_two_members_of_one_archive_with_the_same_table_count_once() -> None:
    claims = [
        a_row("northmere", "hikvision", 50, 1, locator=f"member={name};row=1", document="zip-hash")
        for name in ("a.csv", "b.csv")
    ]
    assert states(claims) == ["unreviewed", "duplicate"]


def test_same_claim_read_from_a_copy_of_the_file_counts_once() -> None:
    claim = a_claim(quantity=5)
    assert states([claim, claim]) == ["unreviewed", "duplicate"]


def paid(row: int, document: str, amount: str = "952.08", **changes: Any) -> Claim:
    words: dict[str, Any] = {
        "modality": "paid",
        "amount": amount,
        "currency": "GBP",
        "amount_kind": "paid",
        "date": "2020-01-24",
        "supplier": "Larch Ltd",
        "extractor": "ledger",
        "locator": f"row={row}",
        "document": document,
    }
    return a_claim("northmere", None, None, **(words | changes))


def test_payment_in_a_monthly_and_a_yearly_ledger_counts_once() -> None:
    assert states([paid(1, "month-hash"), paid(40, "year-hash")]) == ["unreviewed", "duplicate"]


def test_equal_payments_in_one_ledger_are_two() -> None:
    assert states([paid(1, "month-hash"), paid(2, "month-hash")]) == ["unreviewed", "unreviewed"]


def test_payments_without_a_day_are_never_taken_for_one() -> None:
    claims = [paid(1, "month-hash", date=None), paid(40, "year-hash", date=None)]
    assert states(claims) == ["unreviewed", "unreviewed"]


def test_same_cost_stated_in_two_languages_counts_once() -> None:
    cost: dict[str, Any] = {"modality": "paid", "amount": "15932", "currency": "GBP", "amount_kind": "invoice"}
    claims = [in_letter("a", None, language=language, **cost) for language in ("en", "zh")]
    assert states(claims) == ["unreviewed", "duplicate"]


def test_planned_and_owned_are_not_the_same_statement() -> None:
    assert states([in_letter("a", 79), in_letter("b", 79, modality="planned")]) == ["unreviewed", "unreviewed"]


@pytest.mark.parametrize("state", ["confirmed", "rejected", "held"])
def test_decision_of_a_person_is_never_touched(state: str) -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    claims = [in_letter("a", 309, review_state=state), in_letter("b", 69)]
    assert states(claims, letters)[0] == state


def test_rejected_correction_replaces_nothing() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    claims = [in_letter("a", 309), in_letter("b", 69, review_state="rejected")]
    assert states(claims, letters) == ["unreviewed", "rejected"]


def test_settling_twice_changes_nothing_and_loses_nothing() -> None:
    letters = [a_document("a", received="2020-11-20"), a_document("b", received="2020-12-06")]
    claims = [in_letter("a", 309), in_letter("b", 69), in_letter("b", 69), a_claim("southmere")]
    once = settle(claims, letters)
    assert settle(once, letters) == once
    assert [claim.claim for claim in once] == [claim.claim for claim in claims]


def test_signals_of_a_reply_are_never_duplicates() -> None:
    signal: dict[str, Any] = {
        "modality": "other",
        "basis": "acknowledgement",
        "product_kind": None,
        "extractor": "state",
    }
    assert states([a_claim("northmere", None, **signal) for _ in range(2)]) == ["unreviewed", "unreviewed"]
