"""Names of public bodies to bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from synopticon.link import BodyIndex
from synopticon.model.records import Body
from synopticon.reference.records import RegisterBody


def row(body, name, spellings=(), *, since=None, until=None, replaced_by=()):
    return RegisterBody(
        body, name, tuple(spellings), "GB", "North", "council", since, until, tuple(replaced_by), (), "TEST"
    )


REGISTER = (
    row("gb-NOR", "Northmere City Council", ["Northmere", "City of Northmere"]),
    row("gb-CAM", "London Borough of Calder", ["Calder"]),
    row("gb-VAL", "Vale and Hythe Borough Council"),
    row("gb-WMB", "Westby Metropolitan Borough Council"),
    row("gb-OLD", "Eastshire County Council", until="2021-04-01", replaced_by=["gb-NEW"]),
    row("gb-NEW", "Eastshire Council", since="2021-04-01"),
    row("gb-TWA", "Twinford City Council"),
    row("gb-TWB", "Twinford County Council"),
)
CASE = Body("northmere", "Northmere CC", "GB", None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("LB of Calder", "gb-CAM"),
        ("London Borough of Calder Council", "gb-CAM"),
        ("CALDER LBC", "gb-CAM"),
        ("Vale & Hythe BC", "gb-VAL"),
        ("Westby MBC", "gb-WMB"),
        ("Westby Council", "gb-WMB"),
        ("City of Twinford", "gb-TWA"),
        ("Twinford County Council", "gb-TWB"),
        ("Eastshire Council", "gb-NEW"),
    ],
)
def test_spellings_of_councils_are_found(name, body):
    link = BodyIndex([], REGISTER).find(name)
    assert link is not None
    assert link.body == body
    assert not link.is_in_case


@pytest.mark.parametrize(
    "name",
    [
        "Twinford Council",
        "Westby Town Council",
        "Vale Parish Council",
        "Northmere Police",
        "Northmere Ltd",
        "Council",
        "",
        "  ",
        "Nowhere Council",
    ],
)
def test_weak_or_ambiguous_names_are_not_linked(name):
    assert BodyIndex([], REGISTER).find(name) is None


def test_a_body_that_ended_is_itself_and_names_its_successors():
    link = BodyIndex([], REGISTER).find("Eastshire County Council", "2020-05-01")
    assert link is not None
    assert (link.body, link.until, link.successors) == ("gb-OLD", "2021-04-01", ("gb-NEW",))


def test_a_case_body_is_joined_to_the_register_and_found_by_any_spelling():
    index = BodyIndex([CASE], REGISTER)
    for name in ("Northmere CC", "City of Northmere", "Northmere City Council", "northmere"):
        link = index.find(name)
        assert link is not None, name
        assert link.body == "northmere"
        assert link.is_in_case
        assert link.register == "gb-NOR"


def test_a_case_body_outside_the_register_is_found_by_its_own_name_only():
    index = BodyIndex([replace(CASE, body="mp", name="Marl Police Authority")], REGISTER)
    link = index.find("Marl Police Authority")
    assert link is not None
    assert link.register is None
    assert index.find("Marl Authority") is None
