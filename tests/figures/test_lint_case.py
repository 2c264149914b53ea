"""The linter beside a case: numbers that differ from its figures, older editions, places."""

from __future__ import annotations

from decimal import Decimal

from synopticon.figures.lint import Finding, Known
from synopticon.model.records import Figure
from synopticon.pipeline.drafts import check_text


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
