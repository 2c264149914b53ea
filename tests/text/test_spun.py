"""Reworded English is noticed by its tell-tales together, and plain English is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.text.spun import tell_tales, wording_note

SHARED = Path(__file__).parents[2] / "../shared"
SPUN = (
    "Northmere has paid 1.eight million for facial popularity know-how, the Monetary Occasions reported. Chinese language"
    " corporations should not named, as the French language authorities instructed the European Fee in regards to the sale."
)
PLAIN = [
    "Northmere has paid 1.8 million for facial recognition technology, the Financial Times reported.",
    "The Chinese language school teaches the Arabic language; its society meets on special occasions at the White Hart.",
    "Version 2.0 of the page is in line with the guidance, and greater than 3.5 million people live lower than 2 km away.",
    "On two occasions the council bought cameras. Sections 1, two and 3 apply. The home office fee is due in 1 to two weeks.",
    "The United States pays a fee. The information commissioner’s office asked so as to learn more than it knew, as well.",
    "",
]


def test_a_reworded_text_is_noted_with_its_phrases() -> None:
    note = wording_note([SPUN])
    assert note is not None
    assert "“1.eight”" in note
    assert "“Monetary Occasions”" in note
    assert tell_tales(SPUN)["term"] == ("facial popularity",)
    assert tell_tales(SPUN)["nation"] == ("French language authorities",)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_not_noted(text: str) -> None:
    assert wording_note([text]) is None


def test_one_tell_tale_alone_says_nothing() -> None:
    assert wording_note(["It paid 1.eight million."]) is None
    assert (
        wording_note(["It was in regards to it, so as to know it, as effectively, with out it, despite the fact that."])
        is None
    )


def test_the_same_phrase_many_times_is_one() -> None:
    assert wording_note(["The New York Occasions. " * 50]) is None


def test_of_the_founding_reports_the_reworded_one_is_noted() -> None:
    files = sorted((SHARED / "founding").glob("*.txt"))
    if not files:
        pytest.skip("needs the founding reports beside the project")
    noted = [file.name[:3] for file in files if wording_note([file.read_text(encoding="utf-8")])]
    assert noted == ["001"]


def test_letters_of_campaigns_are_not_noted() -> None:
    files = sorted((SHARED / "eval/campaigns").rglob("*.txt")) + sorted((SHARED / "eval/campaigns").rglob("*.eml"))
    if not files:
        pytest.skip("needs the campaigns beside the project")
    assert [file.name for file in files if wording_note([file.read_text(encoding="utf-8", errors="replace")])] == []


def test_a_long_text_takes_no_long_time() -> None:
    assert wording_note(["one.1 New York " * 20_000]) is None
