"""Deadlines by law: working days, holidays, months, unknown laws; who is overdue."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from synopticon.figures.deadlines import due_of, due_on, law_of, standings
from synopticon.reference.calendars import UNITS, days_off, holidays, request_laws, years_of
from tests.figures.made_up import a_body, a_claim, a_document

LAWS = {law.law: law for law in request_laws()}


@pytest.mark.parametrize(
    ("law", "asked", "due"),
    [
        ("gb-foia", "2020-11-02", "2020-12-01"),  # St Andrew's Day counts in the whole kingdom
        ("gb-foia", "2022-05-16", "2022-06-15"),  # the jubilee's two days, the spring holiday moved
        ("gb-foia", "2022-09-12", "2022-10-11"),  # the state funeral
        ("gb-foia", "2023-04-24", "2023-05-24"),  # the coronation
        ("gb-foia", "2023-12-11", "2024-01-12"),  # Christmas, New Year, 2 January
        ("gb-foia", "2024-02-26", "2024-03-26"),  # St Patrick's Day fell on a Sunday: Monday the 18th
        ("gb-foisa", "2024-02-26", "2024-03-25"),  # no holiday in Scotland
        ("gb-foisa", "2026-06-01", "2026-06-30"),  # 15 June 2026
        ("gb-eir", "2024-08-05", "2024-09-03"),  # late August, England; not early August, Scotland, the first day
        ("us-foia", "2021-06-01", "2021-06-30"),  # the first Juneteenth, on a Friday
        ("us-foia", "2021-12-20", "2022-01-20"),  # Christmas and New Year observed on Fridays
        ("eu-1049", "2023-04-03", "2023-04-27"),  # Easter
        ("ie-foi", "2023-01-20", "2023-02-20"),  # the first St Brigid's Day
        ("ie-foi", "2022-03-07", "2022-04-06"),  # 18 March 2022
        ("de-ifg", "2024-01-31", "2024-02-29"),
        ("de-ifg", "2024-03-01", "2024-04-02"),  # Easter Monday
        ("in-rti", "2024-01-01", "2024-01-31"),
    ],
)
def test_the_due_day_by_law(law: str, asked: str, due: str) -> None:
    assert due_on(date.fromisoformat(asked), LAWS[law]).day == date.fromisoformat(due)


def test_a_year_whose_holidays_are_not_listed_has_no_due_day() -> None:
    due = due_on(date(2027, 12, 20), LAWS["gb-foia"])
    assert due.day is None
    assert "not listed" in due.note
    assert due_on(date(2018, 12, 20), LAWS["us-foia"]).day is None


def test_the_tables_are_whole() -> None:
    assert {law.unit for law in request_laws()} <= set(UNITS)
    assert all(int(law.count) > 0 and law.statute and law.section for law in request_laws())
    assert all(date.fromisoformat(row.day).weekday() < 5 for row in holidays())
    for law in request_laws():
        assert all(years_of(name) == (2019, 2027) for name in law.calendars)
        assert bool(law.calendars) or law.unit != "working_days"
    assert {date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)} <= days_off("gb-eaw")
    assert date(2024, 3, 18) not in days_off("gb-eaw")
    assert len({(row.calendar, row.day, row.name) for row in holidays()}) == len(holidays())


@pytest.mark.parametrize(
    ("changes", "law"),
    [
        ({"country": "GB"}, "gb-foia"),
        ({"country": "GB", "region": "Scotland"}, "gb-foisa"),
        ({"country": "GB", "extra": ("law=EIR",)}, "gb-eir"),
        ({"country": "IE"}, "ie-foi"),
        ({"country": "US", "group": "county"}, None),
        ({"country": "US", "group": "federal"}, "us-foia"),
        ({"country": "DE", "group": "Stadt"}, None),
        ({"country": "DE", "group": "Stadt", "extra": ("law=de-ifg",)}, "de-ifg"),
        ({"country": "XN"}, None),
        ({"country": None}, None),
        ({"country": "GB", "extra": ("law=no-such",)}, None),
    ],
)
def test_the_law_of_a_body_is_named_or_that_of_its_country_and_never_guessed(
    changes: dict[str, Any], law: str | None
) -> None:
    found = law_of(a_body("northmere", **changes))
    assert (found.law if found else None) == law


def test_a_body_without_a_law_has_a_note_in_place_of_a_day() -> None:
    due = due_of(a_body("northmere", country="XN"))
    assert (due.law, due.day) == (None, None)
    assert "column 'law'" in due.note
    assert due_of(a_body("northmere", asked_on="2024-01")).day is None


def test_who_is_overdue_depends_on_the_day_alone() -> None:
    bodies = [a_body("northmere", "silent"), a_body("southby", "usable")]
    before = standings(bodies, (), (), on=date(2020, 12, 1))
    after = standings(bodies, (), (), on=date(2020, 12, 4))
    assert [row.is_overdue for row in before] == [False, False]
    assert [(row.body, row.days_over, row.action) for row in after] == [
        ("northmere", 3, "chase"),
        ("southby", None, ""),
    ]


def test_the_longest_overdue_comes_first() -> None:
    bodies = [a_body("a", "silent", asked_on="2020-11-16"), a_body("b", "silent", asked_on="2020-11-02")]
    assert [row.body for row in standings(bodies, (), (), on=date(2021, 3, 1))] == ["b", "a"]


def test_a_late_answer_is_late_and_not_overdue_and_an_acknowledgement_is_no_answer() -> None:
    letters = [
        a_document("ack", "northmere", received="2020-11-03"),
        a_document("reply", "northmere", received="2020-12-08"),
    ]
    claims = [
        a_claim("northmere", None, document="ack-hash", modality="not_responded", basis="acknowledgement"),
        a_claim("northmere", document="reply-hash"),
    ]
    (row,) = standings([a_body("northmere", "usable")], claims, letters, on=date(2021, 1, 1))
    assert (row.answered_on, row.days_over, row.is_overdue) == (date(2020, 12, 8), 7, False)


def test_a_refusal_is_for_review_and_an_unread_reply_is_not_chased() -> None:
    bodies = [a_body("a", "refused"), a_body("b", None, state_evidence="x#")]
    rows = {row.body: row for row in standings(bodies, (), (), on=date(2021, 3, 1))}
    assert rows["a"].action == "review"
    assert (rows["b"].is_overdue, rows["b"].action) == (False, "")
