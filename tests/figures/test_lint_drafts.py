"""The drafts of `tests/figures/drafts`: every fault is found, in every format, and nothing is said of the clean ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.drafts import FORMATS, drafts, score

from synopticon.pipeline.drafts import check_file, check_text

DRAFTS = drafts()


def test_half_of_the_drafts_are_clean_and_all_three_languages_are_there() -> None:
    assert len(DRAFTS) == 40
    assert sum(not draft.faults for draft in DRAFTS) == 20
    assert {draft.language for draft in DRAFTS} == {"en", "ar", "zh"}
    assert all(fault in draft.text for draft in DRAFTS for fault in draft.faults)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.id)
def test_every_fault_is_found_and_nothing_else_is_said(tmp_path: Path, draft) -> None:
    found = score(draft, tmp_path)
    assert found.missed == ()
    assert found.false == ()


@pytest.mark.parametrize("form", FORMATS)
def test_the_format_makes_no_difference(tmp_path: Path, form: str) -> None:
    scores = [score(draft, tmp_path, form) for draft in DRAFTS]
    assert [one.draft.id for one in scores if one.missed or one.false] == []


def test_a_paragraph_that_was_wrapped_by_hand_is_one_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Of the 43 bodies that answered,\n28 own one (56 %).\n\n- 12 of 20\n- 3 of 9\n", encoding="utf-8")
    (found,) = [finding for finding in check_file(path) if finding.severity == "error"]
    assert (found.rule, found.quote) == ("wrong-share", "56 %")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1,120 devices hang in 96 libraries, 14 each on average.", "wrong-average"),
        ("1,120 devices hang in 96 libraries, about 12 each on average.", None),
        ("1,120 devices hang in 96 libraries, 11.7 each on average; the median is 6.", None),
        ("平均每个图书馆14个:96个图书馆共有1,120个设备。", "wrong-average"),
        ("Kestrel has the most, 311, followed by Dunmere with 340.", "wrong-rank"),
        ("Kestrel has the most, 340, followed by Dunmere with 311.", None),
        ("Kestrel has the fewest, 31, followed by Dunmere with 34.", None),
        ("Kestrel has the fewest, 34, followed by Dunmere with 31.", "wrong-rank"),
        ("Kestrel has the most, 311 of the 1,340 that Dunmere counted.", None),
        ("Of 120 councils 60% have one. Of 80 trusts 40% have one. Taken together it is 52%.", None),
        ("Of 120 councils 60% have one. Of 80 trusts 40% have one. Taken together it is 57%.", "sectors-against-total"),
        ("There were 44 sites. Two years later there were 61: the number had doubled.", "wrong-factor"),
        ("There were 44 sites. Two years later there were 90: the number had doubled.", None),
        ("900 cameras, including 420 in the east, 310 in the west and 200 in the south.", "wrong-total"),
        ("900 cameras, including 420 in the east, 310 in the west and 100 in the south.", None),
        ("We asked 60 councils and 45 of them, 80 %, replied.", "wrong-share"),
        ("We asked 60 councils and 45 of them, 75 %, replied.", None),
    ],
)
def test_averages_ranks_pools_and_parts(text: str, rule: str | None) -> None:
    found = [finding.rule for finding in check_text(text) if finding.severity == "error"]
    assert found == ([rule] if rule else [])
