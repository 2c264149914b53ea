"""The linter beside a case: numbers that differ from its figures, older editions, places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from synopticon.figures.lint import Finding, Known
from synopticon.figures.lint.case_bodies import known_bodies
from synopticon.model.records import Figure
from synopticon.pipeline.drafts import check_text
from tests.figures.made_up import a_body, a_claim


def figure(name: str, part: int, whole: int, edition: int = 1) -> Figure:
    top, bottom = Decimal(part), Decimal(whole)
    return Figure(name, edition, "2024-05-31", top, bottom, "usable", top / bottom, None, None, "")


KNOWN = Known(
    figures=(
        figure("owners", 28, 43),
        figure("owners", 28, 44, edition=2),
        figure("either", 30, 44),
        figure("capital", 16, 32),
    ),
    makers=(
        ("owners", frozenset({"hikvision"})),
        ("either", frozenset({"hikvision", "dahua"})),
        ("capital", frozenset({"hikvision", "dahua"})),
    ),
    words=(("owners", ()), ("either", ()), ("capital", ("Capital",))),
    as_of="2024-05-31",
)


def found(text: str) -> list[Finding]:
    return [finding for finding in check_text(text, known=KNOWN) if finding.severity != "note"]


def test_the_figure_of_the_newest_edition_passes() -> None:
    assert found("28 of 44 councils (64 %) own Hikvision cameras.") == []
    assert found("30 of the 44 councils own Hikvision or Dahua cameras.") == []


def test_another_numerator_on_the_same_base_differs_from_the_case() -> None:
    (finding,) = found("27 of 44 councils own Hikvision cameras.")
    assert (finding.rule, finding.severity) == ("differs-from-case", "error")
    assert "28 of 44" in finding.expected


def test_the_right_numerator_on_another_base_differs_from_the_case() -> None:
    (finding,) = found("28 of 52 councils own Hikvision cameras.")
    assert finding.rule == "differs-from-case"


def test_a_number_of_an_earlier_edition_is_named_as_such() -> None:
    (finding,) = found("28 of 43 councils own Hikvision cameras.")
    assert (finding.rule, finding.severity) == ("older-edition", "warning")
    assert "edition 2" in finding.expected


def test_a_place_in_the_sentence_chooses_the_figure_of_that_place() -> None:
    assert found("In the Capital, 16 of 32 boroughs own Hikvision or Dahua cameras.") == []
    (finding,) = found("In the Capital, 17 of 32 boroughs own Hikvision or Dahua cameras.")
    assert "capital" in finding.expected


def test_a_share_of_bodies_without_its_numbers_is_compared() -> None:
    (finding,) = [one for one in found("Hikvision cameras stand in 71 % of councils.") if "case" in one.rule]
    assert "28 of 44" in finding.expected
    assert found("Hikvision cameras stand in 64 % of councils.") == []


def test_a_maker_the_case_does_not_ask_for_is_left_alone() -> None:
    assert found("12 of 44 councils own Uniview cameras.") == []


def test_a_listing_that_had_not_begun_forbids_no_word() -> None:
    early = Known(as_of="2010-01-01")
    late = Known(as_of="2024-05-31")
    text = "Hikvision is sanctioned."
    assert check_text(text, known=early) == []
    assert [finding.rule for finding in check_text(text, known=late)] == ["legal-word"]


def _known_of_bodies() -> Known:
    claims = [
        a_claim("northmere", "hikvision", 40),
        a_claim("northmere", "dahua", 12),
        a_claim("northmere", "hikvision", 35, review_state="superseded"),
        a_claim("northmere", None, modality="paid", amount=9690, currency="GBP", amount_kind="paid"),
        a_claim("northmere", None, modality="contracted", amount=1_240_000, currency="GBP", amount_kind="award"),
        a_claim("southby", "hikvision", 7),
    ]
    bodies = [a_body("northmere"), a_body("southby")]
    figures = (
        Figure("units", 1, "2024-05-31", Decimal(40), None, "none", None, None, None, "", count="units"),
        Figure("units", 2, "2024-05-31", Decimal(47), None, "none", None, None, None, "", count="units"),
    )
    return Known(
        figures, (("units", frozenset({"hikvision"})),), (("units", ()),), "2024-05-31", known_bodies(bodies, claims)
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Northmere has 40 Hikvision cameras.", None),
        ("Northmere Council has 52 cameras.", None),
        ("Northmere has about 50 cameras.", None),
        ("Northmere has 43 Hikvision cameras.", "differs-from-case"),
        ("Northmere has 12 Hikvision cameras.", "differs-from-case"),
        ("Northmere has 35 Hikvision cameras.", "replaced-number"),
        ("Northmere has more than 60 cameras.", "differs-from-case"),
        ("Northmereside has 43 Hikvision cameras.", None),
        ("Eskwater has 43 Hikvision cameras.", None),
        ("Northmere and Southby have 43 Hikvision cameras between them.", "differs-from-case"),
        ("Northmere plans to buy 90 cameras.", None),
        ("Northmere spent £9,690 on cameras.", None),
        ("Northmere awarded a contract of £1.2m.", None),
        ("Northmere spent £1.3m on cameras.", "differs-from-case"),
        ("Northmere spent £1,249,690 on cameras.", "kinds-added"),
        ("Northmere spent €9,690 on cameras.", None),
        ("In all, 47 Hikvision cameras were counted.", None),
        ("In all, 40 Hikvision cameras were counted.", "older-edition"),
        ("A total of 51 Hikvision cameras were counted.", "differs-from-case"),
        ("Another 51 Hikvision cameras were seen.", None),
    ],
)
def test_numbers_and_amounts_of_single_bodies_and_sums_are_those_of_the_case(text: str, rule: str | None) -> None:
    findings = [one for one in check_text(text, known=_known_of_bodies()) if one.severity != "note"]
    assert [one.rule for one in findings] == ([rule] if rule else [])


def test_what_the_case_has_is_printed_by_kind() -> None:
    (finding,) = check_text("Northmere spent £1.3m on cameras.", known=_known_of_bodies())
    assert "9,690.00 GBP (paid)" in finding.expected
    assert "1,240,000.00 GBP (award)" in finding.expected


@pytest.mark.parametrize(
    "text",
    [
        "Hikvision is under embargo.",
        "Buying from Hikvision is against the law.",
        "هيكفيجن شركة خاضعة للعقوبات.",
        "海康威视被美国制裁。",
    ],
)
def test_words_of_law_that_no_listing_of_the_maker_allows(text: str) -> None:
    assert "legal-word" in [finding.rule for finding in check_text(text, known=Known(as_of="2024-05-31"))]


def test_a_maker_on_a_list_of_asset_freezes_may_be_called_sanctioned() -> None:
    text = "Intellexa is sanctioned."
    assert check_text(text, known=Known(as_of="2024-05-31")) == []


def _known_with_a_figure() -> Known:
    claims = [
        a_claim("northmere", modality="paid", amount=Decimal(amount), currency="GBP", amount_kind="paid")
        for amount in ("48210.40", "9690", "1148.50", "1290.75", "6020", "77", "88")
    ]
    bodies = known_bodies([a_body("northmere")], claims)
    row = figure("northmere-paid", 1, 1)
    rows = tuple(
        replace(row, edition=number, count="amount", unit="GBP", numerator=Decimal(amount), denominator=None)
        for number, amount in ((1, "50000.00"), (2, "55378.90"))
    )
    return Known(rows, (("northmere-paid", frozenset()),), (("northmere-paid", ("northmere",)),), None, bodies)


def test_an_amount_that_a_figure_on_the_body_gives_is_right() -> None:
    assert check_text("Northmere Council paid £55,378.90.", known=_known_with_a_figure()) == []


def test_an_amount_of_an_earlier_edition_of_the_figure_is_named_as_such() -> None:
    (finding,) = check_text("Northmere Council paid £50,000.", known=_known_with_a_figure())
    assert (finding.rule, finding.severity) == ("older-edition", "warning")


def test_every_amount_of_the_body_and_its_figures_is_told() -> None:
    (finding,) = check_text("Northmere Council paid £55,378.91.", known=_known_with_a_figure())
    assert finding.rule == "differs-from-case"
    for amount in ("55,378.90", "48,210.40", "9,690.00", "1,148.50", "1,290.75", "6,020.00", "77.00", "88.00"):
        assert f"{amount} GBP" in finding.expected


def test_a_share_in_words_is_held_against_the_figure() -> None:
    (finding,) = found("A third of councils own Hikvision cameras.")
    assert finding.rule == "differs-from-case"
    assert "28 of 44" in finding.expected
    assert found("Two thirds of councils own Hikvision cameras.") == []


def test_a_finding_says_the_line_and_the_sentence() -> None:
    text = "A heading\n\nNothing here. So 27 of 44 councils\nown Hikvision cameras."
    (finding,) = found(text)
    assert finding.line == 3
    assert finding.sentence == "So 27 of 44 councils own Hikvision cameras."
