"""The founding campaign in small: 52 bodies asked, 43 usable answers, 28 with one maker, 7 with another, 30 with either."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from synopticon.errors import UsageError
from synopticon.figures import body_states, compute, next_edition, settle
from synopticon.model.records import Body, Claim, Document, Figure
from tests.figures.made_up import a_body, a_case, a_claim, a_document, a_figure, values

FIGURES = (
    a_figure("hikvision"),
    a_figure("dahua", where={"maker": ("dahua",)}),
    a_figure("either", where={"maker": ("hikvision", "dahua")}),
    a_figure("capital", where={"maker": ("hikvision", "dahua")}, of="asked", within={"region": ("Capital",)}),
    a_figure("of-replied", where={"maker": ("hikvision", "dahua")}, of="replied"),
    a_figure("of-asked", where={"maker": ("hikvision", "dahua")}, of="asked"),
    a_figure("number", where={"maker": ("hikvision", "dahua")}, of="none"),
)


def a_campaign(*, is_late_reply_in: bool = False) -> tuple[list[Body], list[Claim], list[Document]]:
    """Bodies 0 to 42 answer, 43 to 48 reply without answering, 49 to 51 are silent; 0 to 31 lie in the capital."""
    names = [f"body{number:02d}" for number in range(52)]
    bodies = []
    for number, name in enumerate(names):
        # 16 of the 30 owners and 16 of the 22 others lie in the capital.
        is_capital = number < 16 or 30 <= number < 46
        bodies.append(a_body(name, None, region="Capital" if is_capital else "North"))
    claims: list[Claim] = []
    documents: list[Document] = []
    for number, name in enumerate(names[:49]):
        documents.append(a_document(f"letter-{name}", name))
        if number < 28:
            claims.append(a_claim(name, "hikvision", 10 + number))
        if 23 <= number < 30:
            claims.append(a_claim(name, "dahua", 5))
        if 30 <= number < 43:
            claims.append(a_claim(name, "hikvision", polarity="negated"))
        if 43 <= number < 46:
            claims.append(a_claim(name, None, modality="refused", product_kind=None))
        if number == 46:
            claims.append(a_claim(name, None, modality="not_held", product_kind=None))
        if number > 46:
            claims.append(a_claim(name, None, 700))
            claims.append(a_claim(name, None, modality="refused", basis="partial", product_kind=None))
    if is_late_reply_in:
        documents.append(a_document("letter-body49", "body49", received="2021-02-23"))
        claims.append(a_claim("body49", "hikvision", polarity="negated"))
    return bodies, claims, documents


def figures_of(*, is_late_reply_in: bool = False) -> dict[str, Figure]:
    bodies, claims, documents = a_campaign(is_late_reply_in=is_late_reply_in)
    settled = settle(claims, documents)
    judged = body_states(bodies, settled, documents)
    return {figure.figure: figure for figure in compute(a_case(*FIGURES), settled, judged, documents=documents)}


@pytest.mark.parametrize(
    ("figure", "numerator", "denominator", "value"),
    [
        ("hikvision", 28, 43, "0.651163"),
        ("dahua", 7, 43, "0.162791"),
        ("either", 30, 43, "0.697674"),
        ("capital", 16, 32, "0.5"),
        ("of-replied", 30, 49, "0.612245"),
        ("of-asked", 30, 52, "0.576923"),
    ],
)
def test_founding_shares_come_out_on_their_own_bases(figure: str, numerator: int, denominator: int, value: str) -> None:
    found = figures_of()[figure]
    assert values(found.numerator, found.denominator, found.value) == (numerator, denominator, Decimal(value))
    assert values(found.low, found.high) == (found.value, found.value)
    assert len(found.bodies) == numerator
    assert found.bodies == tuple(sorted(found.bodies))


def test_five_bodies_own_both_because_the_union_is_no_sum() -> None:
    figures = figures_of()
    both = set(figures["hikvision"].bodies) & set(figures["dahua"].bodies)
    assert len(both) == 5
    assert figures["either"].numerator == 28 + 7 - 5


def test_figure_without_a_base_is_a_number_and_no_share() -> None:
    figure = figures_of()["number"]
    assert values(figure.numerator, figure.denominator, figure.value) == (30, None, 30)


def test_note_says_the_base_in_words() -> None:
    note = figures_of()["hikvision"].note
    assert note.startswith("28 of 43 bodies that gave a usable answer (52 asked, 49 replied, 43 usable")
    assert "3 silent, 3 refused, 1 not held, 2 partial" in note


def test_late_none_makes_a_second_edition_of_the_usable_base_only() -> None:
    first, late = figures_of(), figures_of(is_late_reply_in=True)
    editions = next_edition(first.values(), late.values())
    hikvision = [figure for figure in editions if figure.figure == "hikvision"]
    assert [values(f.edition, f.numerator, f.denominator) for f in hikvision] == [(1, 28, 43), (2, 28, 44)]
    assert hikvision[1].value == Decimal("0.636364")
    assert "28 of 43 became 28 of 44" in hikvision[1].note
    assert hikvision[0].note == first["hikvision"].note
    assert [f.edition for f in editions if f.figure == "of-asked"] == [1]


def test_third_run_without_news_keeps_edition_and_its_story() -> None:
    late = figures_of(is_late_reply_in=True).values()
    second = next_edition(figures_of().values(), late)
    assert next_edition(second, late) == second


def test_unread_reply_is_no_silence_and_opens_the_share() -> None:
    bodies = [a_body("northmere", None), a_body("southmere", None)]
    documents = [
        a_document("letter-northmere", "northmere"),
        a_document("scan", "southmere", status="set_aside", reason="no text layer"),
    ]
    claims = [a_claim("northmere", "hikvision", 10)]
    judged = body_states(bodies, claims, documents)
    (figure,) = compute(a_case(a_figure()), claims, judged, documents=documents)
    assert values(figure.numerator, figure.denominator) == (1, 1)
    assert values(figure.low, figure.high) == (Decimal("0.5"), Decimal(1))
    assert "1 not readable" in figure.note


def test_joint_statement_counts_for_the_union_and_for_neither_maker() -> None:
    claims = [a_claim("northmere", makers=("hikvision", "dahua"), quantity=40)]
    case = a_case(
        a_figure("one"),
        a_figure("union", where={"maker": ("dahua", "hikvision")}),
        a_figure("one-units", count="units", of="none"),
        a_figure("union-units", count="units", of="none", where={"maker": ("dahua", "hikvision")}),
    )
    one, union, one_units, union_units = compute(case, claims, [a_body("northmere")])
    assert values(one.numerator, one.high) == (0, 1)
    assert "only named together" in one.note
    assert union.numerator == 1
    assert one_units.numerator == 0
    assert union_units.numerator == 40


@pytest.mark.parametrize(
    ("changes", "owners", "units"),
    [
        ({"quantity": 12, "unit": None}, 1, 12),
        ({"quantity": 12, "unit": "sites"}, 1, 0),
        ({"quantity": 0, "unit": None}, 0, 0),
        ({"document": "article-hash", "quantity": 12, "unit": None}, 0, 0),
        ({"modality": "planned", "quantity": 12, "unit": None}, 0, 0),
    ],
)
def test_reply_need_not_repeat_the_kind_of_thing_that_was_asked_for(
    changes: dict[str, Any], owners: int, units: int
) -> None:
    documents = [a_document("letter-northmere", "northmere"), a_document("article", source_kind="articles")]
    claims = [a_claim("northmere", **({"product_kind": None} | changes))]
    case = a_case(a_figure(), a_figure("units", count="units", of="none"))
    bodies = [a_body("northmere")]
    share, added = compute(case, claims, bodies, documents=documents)
    assert values(share.numerator, added.numerator) == (owners, units)
    assert share.low == 0
    recorder = a_claim("northmere", product_kind="recorder")
    assert compute(case, [*claims, recorder], bodies, documents=documents)[0].numerator == 0


def test_sub_brand_counts_for_its_maker_and_can_be_asked_for() -> None:
    claims = [a_claim("northmere", "hikvision", 5, brand="hilook"), a_claim("southmere", "ezviz", 3)]
    case = a_case(a_figure("maker"), a_figure("brand", where={"maker": ("ezviz",)}))
    maker, brand = compute(case, claims, [a_body("northmere"), a_body("southmere")])
    assert maker.bodies == ("northmere", "southmere")
    assert brand.bodies == ("southmere",)


@pytest.mark.parametrize("polarity", ["negated", "denied", "alleged"])
def test_claim_that_asserts_nothing_makes_no_owner(polarity: str) -> None:
    (figure,) = compute(a_case(a_figure()), [a_claim(polarity=polarity)], [a_body("northmere")])
    assert figure.numerator == 0


@pytest.mark.parametrize("state", ["rejected", "superseded", "duplicate"])
def test_claim_that_is_out_makes_no_owner(state: str) -> None:
    (figure,) = compute(a_case(a_figure()), [a_claim(review_state=state)], [a_body("northmere")])
    assert figure.numerator == 0


def test_zero_cameras_make_no_owner() -> None:
    (figure,) = compute(a_case(a_figure()), [a_claim(quantity=0)], [a_body("northmere")])
    assert figure.numerator == 0


def test_owner_outside_the_base_is_not_counted() -> None:
    bodies = [a_body("northmere", "partial"), a_body("southmere")]
    (figure,) = compute(a_case(a_figure()), [a_claim("northmere", quantity=3)], bodies)
    assert values(figure.numerator, figure.denominator) == (0, 1)


def test_nobody_usable_gives_no_share() -> None:
    (figure,) = compute(a_case(a_figure()), [], [a_body("northmere", "silent")])
    assert values(figure.numerator, figure.denominator, figure.value) == (0, 0, None)


REMOVED_ALL = "We replaced all Dahua units in 2019."


@pytest.mark.parametrize(
    ("removal", "held", "owners"),
    [
        ({"quote": REMOVED_ALL, "date": "2019"}, {"quantity": 52}, 0),
        ({"quote": "We removed our last Dahua camera in March 2020.", "date": "2020-03"}, {"quantity": 52}, 0),
        ({"quote": "We removed a few over the last year."}, {"quantity": 52}, 1),
        ({"quote": "لقد أزلنا جميع الكاميرات"}, {"quantity": 52}, 0),
        ({"quote": "所有摄像头均已拆除"}, {"quantity": 52}, 0),
        ({"quote": "We replaced some Dahua units in 2019.", "date": "2019", "qualifier": "vague"}, {"quantity": 52}, 1),
        ({"quote": "We removed ten of them", "quantity": 10, "date": "2020"}, {"quantity": 52, "date": "2018"}, 1),
        ({"quote": "They were removed in 2020", "date": "2020"}, {"quantity": 52, "date": "2018"}, 0),
        ({"quote": "They were removed in 2020", "date": "2020"}, {"quantity": 52, "date": "2021"}, 1),
        ({"quote": "All will be gone in 2023", "date": "2023"}, {"quantity": 52}, 1),
        ({"quote": REMOVED_ALL, "product_kind": "recorder"}, {"quantity": 52}, 1),
        ({"quote": REMOVED_ALL, "brand": "lorex"}, {"quantity": 52}, 1),
        ({"quote": REMOVED_ALL, "body": "southmere"}, {"quantity": 52}, 1),
        ({"quote": REMOVED_ALL, "extractor": "register", "locator": "row=3"}, {"quantity": 52}, 1),
    ],
)
def test_body_that_removed_everything_owns_nothing(
    removal: dict[str, object], held: dict[str, object], owners: int
) -> None:
    claims = [
        a_claim(**({"body": "northmere", "maker": "dahua", "modality": "removed"} | removal)),  # type: ignore[arg-type]
        a_claim("northmere", "dahua", **held),  # type: ignore[arg-type]
    ]
    bodies = [a_body("northmere"), a_body("southmere")]
    (figure,) = compute(a_case(a_figure(where={"maker": ("dahua",)})), claims, bodies)
    assert figure.numerator == owners


@pytest.mark.parametrize(
    ("changes", "word", "nearest"),
    [
        ({"where": {"makr": ("x",)}}, "'makr'", "maker"),
        ({"where": {"maker": ("hikvison",)}}, "'hikvison'", "hikvision"),
        ({"where": {"modality": ("ownd",)}}, "'ownd'", "owned"),
        ({"where": {"product_kind": ("camra",)}}, "'camra'", "camera"),
        ({"of": "usible"}, "'usible'", "usable"),
        ({"count": "body"}, "'body'", "bodies"),
        ({"within": {"regoin": ("Capital",)}}, "'regoin'", "region"),
        ({"within": {"region": ("Captal",)}}, "'Captal'", "Capital"),
        ({"within": {"id": ("northmeer",)}}, "'northmeer'", "northmere"),
    ],
)
def test_unknown_word_of_a_question_names_the_nearest_known_one(
    changes: dict[str, object], word: str, nearest: str
) -> None:
    with pytest.raises(UsageError) as caught:
        compute(a_case(a_figure("owners", **changes)), [], [a_body("northmere")])
    assert word in str(caught.value)
    assert f"did you mean {nearest!r}" in str(caught.value)
    assert "'owners'" in str(caught.value)


def test_where_may_name_any_column_of_claims() -> None:
    claims = [
        a_claim("northmere", "hikvision", 5, supplier="Larch Ltd", date="2019-03-04"),
        a_claim("southmere", "hikvision", 5, supplier="Elm Ltd", date="2020"),
    ]
    bodies = [a_body("northmere"), a_body("southmere")]
    case = a_case(
        a_figure("supplier", where={"supplier": ("larch ltd",)}),
        a_figure("date", where={"date": ("2019",)}),
        a_figure("quantity", where={"quantity": ("5.0",)}),
    )
    supplier, date, quantity = compute(case, claims, bodies)
    assert supplier.bodies == date.bodies == ("northmere",)
    assert quantity.numerator == 2


def test_titles_are_readable_when_the_case_gives_none() -> None:
    (figure,) = compute(a_case(a_figure()), [], [a_body("northmere")])
    assert figure.title.startswith("Bodies with claims on Hikvision (modality owned, installed or used")
    (named,) = compute(a_case(a_figure(title="Who owns it")), [], [a_body("northmere")])
    assert named.title == "Who owns it"
