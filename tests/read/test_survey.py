"""One pass over many passages misses nothing that is found passage by passage."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.model.records import Passage
from synopticon.read.clauses import spot_of
from synopticon.read.survey import spots_of

FOUNDING = Path(__file__).parents[2] / "../shared/founding"
PIECES = (
    "Northmere owns 40 Hikvision cameras.",
    "Nothing of the matter here",
    "DS-2CD2143G2-I",
    "twelve",
    "Hikvison",
    "اشترت البلدية كاميرتين من هيكفيجن",
    "三分之二的摄像机是大华的",
    "e\u0301 \u0301 3",
    "Ｈｉｋ vision",
    "İstanbul",
    "\ufb01ve",
    "",
)


def as_passages(texts: list[str]) -> list[Passage]:
    return [Passage("d", "", number, 0, "paragraph", text) for number, text in enumerate(texts)]


def assert_nothing_is_missed(texts: list[str]) -> None:
    passages = as_passages(texts)
    for passage, spot in zip(passages, spots_of(passages, "en"), strict=True):
        alone = spot_of(passage, spot.plain, spot.language)
        assert (spot.mentions, spot.quantities) == (alone.mentions, alone.quantities)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=12))
def test_whatever_stands_before_a_passage_its_names_and_numbers_are_found(texts: list[str]) -> None:
    assert_nothing_is_missed(texts)


def test_real_reports_give_the_same_names_and_numbers_either_way() -> None:
    files = sorted(FOUNDING.glob("*.txt")) if FOUNDING.is_dir() else []
    if not files:
        pytest.skip("the founding reports are not beside the project")
    for file in files:
        assert_nothing_is_missed(file.read_text(encoding="utf-8").split("\n\n"))


def test_a_passage_without_a_name_or_a_number_is_empty() -> None:
    (spot,) = spots_of(as_passages(["The council met and heard a report."]), "en")
    assert not spot.mentions
    assert not spot.quantities
