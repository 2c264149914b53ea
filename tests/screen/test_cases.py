"""Every known name of a listed maker is found; outside cases score no worse than they did."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from synopticon import reference
from synopticon.screen import THRESHOLD, ListEntry, built_in_entries, screen_names
from synopticon.screen.screener import screener
from synopticon.text.names import analyse

CASES = Path(__file__).parents[2] / "../shared/eval/screening/nk_org_cases.csv"
FROZEN = Path(__file__).with_name("organisation_cases.csv")


def test_every_name_of_a_listed_maker_is_found_in_every_script():
    listed = {entry.maker for entry in built_in_entries()} - {None}
    kinds = ("full", "short", "former", "transliteration", "misspelling", "subsidiary")
    rows = [row for row in reference.aliases() if row.maker in listed and row.kind in kinds]
    assert {row.language for row in rows} >= {"en", "zh", "ar"}
    makers = {entry.listing: entry.maker for entry in built_in_entries()}
    missed = [
        row.alias
        for row, found in zip(rows, screen_names([row.alias for row in rows], top=60), strict=True)
        if not any(one.tier != "weak" and makers[one.listing] == row.maker for one in found)
    ]
    assert missed == []


def test_a_name_that_is_a_word_of_its_own_is_weak():
    listed = {entry.maker for entry in built_in_entries()}
    others = {analyse(row.alias).joined for row in reference.aliases() if row.kind != "ambiguous"}
    rows = [row for row in reference.aliases() if row.maker in listed and row.kind == "ambiguous"]
    rows = [row for row in rows if analyse(row.alias).joined not in others]  # "Ali Baba" is also written in one word
    assert rows
    for row, found in zip(rows, screen_names([row.alias for row in rows], top=60), strict=True):
        assert all(one.tier == "weak" for one in found), row.alias


def test_names_that_are_never_merged_are_not_found():
    rows = [row for row in reference.aliases() if row.kind == "never"]
    makers = {entry.listing: entry.maker for entry in built_in_entries()}
    for row, found in zip(rows, screen_names([row.alias for row in rows], top=60), strict=True):
        assert not any(makers[one.listing] == row.maker and one.tier != "weak" for one in found), row.alias


def scored():
    """Return for each outside case whether it is a match, and the score of its pair; 0 when it is no candidate."""
    with CASES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = list(dict.fromkeys(row["right"] for row in rows))
    ready = screener([ListEntry(name, name, name) for name in names])
    found = ready.screen_many([row["left"] for row in rows], 50)
    return [
        (row["is_match"] == "True", max((one.score for one in some if one.listing == row["right"]), default=0.0))
        for row, some in zip(rows, found, strict=True)
    ]


def f1(pairs):
    right = sum(is_match and score >= THRESHOLD for is_match, score in pairs)
    accepted = sum(score >= THRESHOLD for _, score in pairs)
    return 2 * right / (accepted + sum(is_match for is_match, _ in pairs))


@pytest.mark.skipif(not CASES.is_file(), reason="the outside cases are not beside the project")
def test_outside_cases_score_no_worse_than_they_did():
    now = scored()
    with FROZEN.open(encoding="utf-8") as file:
        frozen = [float(row["score"]) for row in csv.DictReader(file)]
    assert len(frozen) == len(now)
    then = [(is_match, score) for (is_match, _), score in zip(now, frozen, strict=True)]
    assert f1(now) >= f1(then) - 0.005
    moved = [
        (number, before, score)
        for number, ((is_match, score), before) in enumerate(zip(now, frozen, strict=True), 1)
        if (score >= THRESHOLD) != (before >= THRESHOLD) and (score >= THRESHOLD) != is_match
    ]
    assert len(moved) <= 3, moved
