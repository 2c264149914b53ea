"""Sums of units and of money."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from synopticon.errors import UsageError
from synopticon.figures import compute, next_edition, settle
from synopticon.model.records import Body, Claim, Document, Figure
from tests.figures.made_up import a_body, a_case, a_claim, a_document, a_figure, a_row, values

UNITS: dict[str, Any] = {"count": "units", "of": "none"}


def units(claims: list[Claim], bodies: list[Body] | None = None, documents: list[Document] | None = None) -> Figure:
    population = [a_body("northmere"), a_body("southmere")] if bodies is None else bodies
    return compute(a_case(a_figure("units", **UNITS)), claims, population, documents=documents or [])[0]


@pytest.mark.parametrize(
    ("claim", "numerator", "low", "high"),
    [
        ({"quantity": 126}, 126, 126, 126),
        ({"quantity": 470, "qualifier": "about", "low": None, "high": None}, 470, 470, None),
        ({"quantity": 155, "qualifier": "over", "low": 155, "high": None}, 155, 155, None),
        ({"quantity": 302, "qualifier": "at_least", "low": 302, "high": None}, 302, 302, None),
        ({"quantity": 40, "qualifier": "at_most", "low": None, "high": 40}, 40, 0, 40),
        ({"quantity": None, "qualifier": "between", "low": 51, "high": 54}, 51, 51, 54),
        ({"quantity": None, "qualifier": "vague", "low": None, "high": None}, None, 0, None),
        ({"quantity": None, "qualifier": "vague", "low": 1000, "high": None}, None, 1000, None),
        ({"quantity": None, "qualifier": None}, None, 0, None),
    ],
)
def test_one_statement_gives_its_number_and_its_limits(
    claim: dict[str, Any], numerator: int | None, low: int, high: int | None
) -> None:
    figure = units([a_claim(**claim)])
    assert values(figure.numerator, figure.low, figure.high) == (numerator, low, high)
    assert figure.value == figure.numerator
    assert figure.denominator is None


def test_sums_keep_low_and_high_apart() -> None:
    claims = [
        a_claim("northmere", quantity=None, qualifier="between", low=51, high=54),
        a_claim("southmere", quantity=100),
        a_claim("southmere", brand="hilook", quantity=None, qualifier="vague"),
    ]
    figure = units(claims)
    assert values(figure.numerator, figure.low, figure.high) == (151, 151, None)
    assert "1 range counted by the low" in figure.note
    assert "1 body without a number, counted as nothing" in figure.note


def test_body_that_did_not_answer_leaves_the_sum_open() -> None:
    figure = units([a_claim(quantity=10)], [a_body("northmere"), a_body("southmere", "refused")])
    assert values(figure.numerator, figure.low, figure.high) == (10, 10, None)
    assert "high is open: 1 body gave no full answer" in figure.note


def test_nothing_is_known_where_nobody_answered() -> None:
    assert units([], [a_body("northmere", "silent")]).numerator is None
    assert units([], [a_body("northmere")]).numerator == 0


def test_brackets_and_monitors_are_no_cameras() -> None:
    claims = [
        a_row("northmere", "hikvision", 92, 1),
        a_row("northmere", "hikvision", 161, 2, product_kind="bracket"),
        a_row("northmere", "hikvision", 6, 3, product_kind="monitor"),
    ]
    assert units(claims).numerator == 92


def test_sum_over_different_things_says_so() -> None:
    claims = [a_row("northmere", "hikvision", 92, 1), a_row("northmere", "hikvision", 161, 2, product_kind="bracket")]
    case = a_case(a_figure("all", **UNITS, where={"product_kind": ()}))
    (figure,) = compute(case, claims, [a_body("northmere")])
    assert "adds different kinds: bracket 161, camera 92" in figure.note


def test_one_camera_per_row_adds_up() -> None:
    assert units([a_row("northmere", "hikvision", 1, row) for row in range(57)]).numerator == 57


def test_register_counts_where_the_letter_disagrees_and_the_note_says_so() -> None:
    rows = [a_row("northmere", "hikvision", number, number) for number in (60, 40)]
    figure = units([a_claim("northmere", quantity=150), *rows])
    assert figure.numerator == 100
    assert "northmere: another source says 150 for hikvision, 100 counted" in figure.note
    assert set(figure.claims) == {row.claim for row in rows}


def test_undated_letters_that_disagree_count_with_the_smaller_number() -> None:
    claims = [a_claim(quantity=150, document="a"), a_claim(quantity=140, document="b")]
    figure = units(claims)
    assert figure.numerator == 140
    assert "another source says 150" in figure.note


def test_body_knows_better_than_the_newspaper() -> None:
    documents = [a_document("letter"), a_document("article", source_kind="articles")]
    claims = [a_claim(quantity=150, document="letter-hash"), a_claim(quantity=90, document="article-hash")]
    assert units(claims, documents=documents).numerator == 150


def test_newspaper_counts_where_the_body_says_nothing() -> None:
    documents = [a_document("article", source_kind="articles")]
    assert units([a_claim(quantity=90, document="article-hash")], documents=documents).numerator == 90


@pytest.mark.parametrize(("joint", "expected"), [(60, 60), (40, 50)])
def test_union_and_its_parts_are_never_added(joint: int, expected: int) -> None:
    claims = [
        a_claim(makers=("hikvision", "dahua"), quantity=joint),
        a_claim(quantity=30),
        a_claim(maker="dahua", quantity=20),
    ]
    case = a_case(a_figure("both", **UNITS, where={"maker": ("hikvision", "dahua")}))
    assert compute(case, claims, [a_body("northmere")])[0].numerator == expected


def test_total_over_all_makers_takes_in_the_makers_beside_it() -> None:
    claims = [a_claim(maker=None, quantity=692), a_claim(quantity=345), a_claim("southmere", "dahua", 10)]
    case = a_case(a_figure("all", **UNITS, where={"maker": ()}))
    figure = compute(case, claims, [a_body("northmere"), a_body("southmere")])[0]
    assert figure.numerator == 702


def test_units_of_one_body() -> None:
    claims = [a_claim(quantity=30), a_claim("southmere", quantity=20)]
    case = a_case(a_figure("one", **UNITS, within={"id": ("southmere",)}))
    figure = compute(case, claims, [a_body("northmere"), a_body("southmere")])[0]
    assert values(figure.numerator, figure.bodies) == (20, ("southmere",))


def test_claims_on_no_body_count_only_where_no_bodies_are_known() -> None:
    claims = [a_claim(None, quantity=30, subject="UK councils")]
    figure = units(claims)
    assert figure.numerator == 0
    assert "1 claim on no known body not counted" in figure.note
    assert units(claims, bodies=[]).numerator == 30


def test_body_that_only_a_ledger_names_can_be_asked_for() -> None:
    claims = [paid("12.50", body="eastmere")]
    case = a_case(a_figure("one", count="amount", of="none", where=PAID, within={"id": ("eastmere",)}))
    assert compute(case, claims, [])[0].numerator == Decimal("12.50")


PAID: dict[str, Any] = {"maker": (), "modality": ("paid",)}


def paid(amount: str, **changes: Any) -> Claim:
    words: dict[str, Any] = {
        "body": "northmere",
        "maker": None,
        "modality": "paid",
        "amount": amount,
        "currency": "GBP",
        "amount_kind": "paid",
        "extractor": "ledger",
    }
    return a_claim(**(words | changes))


def amount(claims: list[Claim], **where: Any) -> Figure:
    case = a_case(a_figure("paid", count="amount", of="none", where=PAID | where))
    return compute(case, claims, [a_body("northmere")])[0]


def test_amount_is_net_of_tax_and_of_reversals() -> None:
    claims = [
        paid("952.08", basis="reversal"),
        paid("-952.08", basis="reversal"),
        paid("951.19"),
        paid("-1.19"),
        paid("26995.54"),
        paid("5399.11", basis="vat"),
    ]
    figure = amount(claims)
    assert figure.numerator == figure.value == Decimal("27945.54")
    assert figure.unit == "GBP"
    assert "1 row of VAT left out" in figure.note
    assert "2 rows of payments that were reversed left out" in figure.note
    assert "1 negative amount taken off" in figure.note
    assert claims[-1].claim not in figure.claims


@pytest.mark.parametrize("basis", ["unit_price", "supplier_name"])
def test_prices_and_mere_names_of_suppliers_are_no_spending(basis: str) -> None:
    figure = amount([paid("100"), paid("40", basis=basis)])
    assert figure.numerator == 100
    assert "1 row" in figure.note


def test_kinds_of_amount_are_never_added() -> None:
    claims = [
        paid("100", modality="contracted", amount_kind="award"),
        paid("350000", modality="contracted", amount_kind="estimate"),
    ]
    figure = amount(claims, modality=("contracted",))
    assert values(figure.numerator, figure.value, figure.unit) == (None, None, None)
    assert "estimate GBP 350,000" in figure.note
    assert "award GBP 100" in figure.note
    assert amount(claims, modality=("contracted",), amount_kind=("estimate",)).numerator == 350000


def test_question_for_what_was_paid_means_that_kind() -> None:
    figure = amount([paid("100"), paid("350", amount_kind="invoice"), paid("70", basis="annual")])
    assert figure.numerator == 100
    assert "not added: invoice GBP 350; annual paid GBP 70" in figure.note


def test_gross_and_net_are_never_added() -> None:
    claims = [paid("100", amount_kind="award"), paid("120", amount_kind="award", basis="gross")]
    assert amount(claims).numerator is None


def test_currencies_are_never_added() -> None:
    figure = amount([paid("100"), paid("100", currency="EUR")])
    assert figure.numerator is None
    assert "paid EUR 100; paid GBP 100" in figure.note


def test_unknown_kind_of_amount_is_a_kind_of_its_own() -> None:
    claims = [paid("100", amount_kind="award"), paid("100", amount_kind=None)]
    assert amount(claims).numerator is None


def test_no_amount_is_nothing() -> None:
    figure = amount([])
    assert figure.numerator == 0
    assert figure.note == "no amount is stated"


def test_cents_survive_addition() -> None:
    assert amount([paid("0.10")] * 3).numerator == Decimal("0.30")


FIRST, SECOND = (
    a_document("first", "northmere", received="2021-01-10"),
    a_document("second", "northmere", received="2021-03-10"),
)


@pytest.mark.parametrize(
    "words",
    [
        "A further 12 Hikvision cameras were found at the depot.",
        "In addition, the Council owns 12 Hikvision cameras.",
        "We own 12 additional Hikvision cameras.",
        "وتملك البلدية 12 كاميرا إضافية من هيكفيجن",
        "另有12台海康威视摄像机",
    ],
)
def test_a_later_letter_that_only_adds_does_not_replace(words: str) -> None:
    claims = settle(
        [
            a_claim(quantity=40, document="first-hash"),
            a_claim(quantity=12, document="second-hash", quote=words),
        ],
        [FIRST, SECOND],
    )
    assert [claim.review_state for claim in claims] == ["unreviewed", "unreviewed"]
    assert values(units(claims, documents=[FIRST, SECOND]).numerator) == (52,)


@pytest.mark.parametrize(
    "words", ["Further to your request, we own 12 Hikvision cameras.", "We own 12 Hikvision cameras."]
)
def test_a_later_letter_that_does_not_add_replaces(words: str) -> None:
    claims = settle(
        [a_claim(quantity=40, document="first-hash"), a_claim(quantity=12, document="second-hash", quote=words)],
        [FIRST, SECOND],
    )
    assert units(claims, documents=[FIRST, SECOND]).numerator == 12


def test_letters_that_disagree_without_dates_leave_both_numbers_open() -> None:
    figure = units([a_claim(quantity=150, document="a"), a_claim(quantity=140, document="b")])
    assert values(figure.numerator, figure.low, figure.high) == (140, 140, 150)
    assert "letters of 1 body disagree and no date orders them: low and high hold both" in figure.note


def test_of_letters_that_disagree_the_more_detailed_one_gives_the_number() -> None:
    detailed = [a_claim(quantity=number, document="a") for number in (100, 31, 25)]
    figure = units([*detailed, a_claim(quantity=140, document="b")])
    assert values(figure.numerator, figure.low, figure.high) == (156, 140, 156)


def per(claims: list[Claim], bodies: list[Body]) -> Figure:
    return compute(a_case(a_figure("rate", **UNITS, per="population")), claims, bodies)[0]


def test_units_per_head_divide_by_the_bodies_that_answered() -> None:
    bodies = [
        a_body("northmere", extra=("population=12,000",)),
        a_body("southmere", extra=("population=8000",)),
        a_body("westmere", "silent", extra=("population=50000",)),
        a_body("eastmere", extra=("population=",)),
    ]
    figure = per([a_claim("northmere", quantity=30), a_claim("eastmere", quantity=99)], bodies)
    assert values(figure.numerator, figure.denominator) == (30, 20000)
    assert values(figure.value, figure.low, figure.high) == (Decimal("0.0015"),) * 3
    assert figure.per == "population"
    assert "divided by population 20,000 of 2 bodies that answered" in figure.note
    assert "1 without a full answer left out of both" in figure.note
    assert "1 without a number in population left out of both" in figure.note


def test_without_sizes_there_is_no_rate() -> None:
    figure = per([a_claim("northmere", quantity=30)], [a_body("northmere", extra=("population=many",))])
    assert figure.denominator is None
    assert figure.value is None


def test_a_size_that_no_body_has_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'population'"):
        compute(a_case(a_figure("rate", **UNITS, per="populaton")), [], [a_body("northmere", extra=("population=1",))])


def test_bodies_can_be_chosen_by_a_further_column() -> None:
    bodies = [a_body("northmere", extra=("party=Blue",)), a_body("southmere", extra=("party=Green",))]
    claims = [a_claim("northmere", quantity=30), a_claim("southmere", quantity=5)]
    case = a_case(a_figure("green", **UNITS, within={"party": ("green",)}))
    assert compute(case, claims, bodies)[0].numerator == 5


def test_a_sum_is_named_by_the_kind_of_thing_that_the_question_fixes() -> None:
    assert units([a_claim(quantity=5)]).unit == "cameras"
    case = a_case(a_figure("all", **UNITS, where={"product_kind": ()}), a_figure("lenses", **UNITS, unit="lenses"))
    assert [figure.unit for figure in compute(case, [a_claim(quantity=5)], [a_body("northmere")])] == [None, "lenses"]


def test_naming_the_unit_makes_no_new_edition() -> None:
    now = units([a_claim(quantity=5)])
    (kept,) = next_edition([replace(now, unit=None)], [now])
    assert (kept.edition, kept.unit) == (1, "cameras")


@pytest.mark.parametrize("state", ["held", "rejected", "superseded", "duplicate"])
def test_a_claim_that_is_held_or_replaced_never_counts(state: str) -> None:
    claims = [a_claim("northmere", quantity=5), a_claim("southmere", quantity=7, review_state=state)]
    bodies = [a_body("northmere"), a_body("southmere")]
    (figure,) = compute(a_case(a_figure(count="units", of="none")), claims, bodies)
    assert figure.numerator == 5


def test_the_source_and_year_of_a_column_are_named_and_what_is_not_stated_is_said() -> None:
    rows = [
        a_body("northmere", extra=("area_km2=20", "area_km2_source=Made-up survey", "area_km2_year=2021")),
        a_body("southmere", extra=("area_km2=30", "area_km2_source=", "area_km2_year=2020")),
    ]
    claims = [a_claim("northmere", quantity=10), a_claim("southmere", quantity=15)]
    (figure,) = compute(a_case(a_figure("rate", **UNITS, per="area_km2")), claims, rows)
    assert values(figure.numerator, figure.denominator, figure.value) == (25, 50, Decimal("0.5"))
    assert "area_km2 of 2020, 2021 from Made-up survey; of 1 bodies not stated" in figure.note
    bare = [a_body("northmere", extra=("area_km2=20",))]
    (figure,) = compute(a_case(a_figure("rate", **UNITS, per="area_km2")), claims[:1], bare)
    assert "the source of area_km2 is not stated" in figure.note
