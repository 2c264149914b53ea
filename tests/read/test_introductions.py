"""Short names of makers in documents that introduce them."""

from __future__ import annotations

from synopticon.model.records import Passage
from synopticon.read.introductions import with_short_names
from synopticon.read.survey import spots_of


def makers(*texts: str) -> list[list[str | None]]:
    passages = [Passage("d", "", number, 0, "paragraph", text) for number, text in enumerate(texts)]
    spots = with_short_names([*spots_of(passages, None)])
    return [[m.maker for m in spot.mentions if m.kind in {"maker", "brand"}] for spot in spots]


def test_a_short_name_counts_below_the_full_one() -> None:
    full = "Northmere's sheriff signed with Flock Safety for licence plate readers."
    assert makers(full, "They cancelled their Flock contract in May.") == [["flock"], ["flock"]]


def test_a_short_name_alone_stays_a_doubt() -> None:
    assert makers("They cancelled their Flock contract in May.") == [[]]


def test_a_word_in_small_letters_stays_a_word() -> None:
    full = "Northmere's sheriff signed with Flock Safety for licence plate readers."
    assert makers(full, "A flock of sheep blocked the road.") == [["flock"], []]


def test_the_chinese_short_name_counts_below_the_full_one() -> None:
    assert makers("北湾区采购了浙江大华技术股份有限公司的摄像机。", "大华未予回应。") == [["dahua"], ["dahua"]]
