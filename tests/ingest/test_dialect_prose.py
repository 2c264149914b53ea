"""A table inside a letter does not make the letter a table."""

from __future__ import annotations

from synopticon.ingest.dialect import dialect_of

LETTER = [
    "You asked the Northmere Harbour Trust which makes of camera it holds at each of its depots, and how many.",
    "",
    "According to the asset system, which was last brought up to date in the spring, these are held today:",
    "",
    "Depot | Brand | Cameras",
    "Works | Dahua | 14",
    "Library | Axis | 6",
    "Total | | 20",
    "",
    "The cameras at the pool were taken down last year; the airport's own are not held by us and are left out here.",
    "If you are unhappy with this reply you may ask for a review within twenty working days of its date.",
]


def test_a_letter_with_a_small_table_is_no_separated_text() -> None:
    assert dialect_of(LETTER).certainty == 0


def test_the_same_table_below_two_titles_is_one() -> None:
    titles = ["Northmere Harbour Trust", "Register of cameras, all depots, as of the end of March"]
    assert dialect_of([*titles, *LETTER[4:8]]).certainty == 2
