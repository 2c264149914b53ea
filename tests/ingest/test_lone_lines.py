"""A short answer below a long question is a line of its own."""

from __future__ import annotations

from synopticon.ingest.prose import paragraphs


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_the_answer_below_the_longest_question_is_its_own_paragraph() -> None:
    text = "How many Hikvision cameras does the Trust hold at its sites?\n0\nHow many of Dahua?\n3"
    assert cut(text) == text.split("\n")


def test_a_sentence_that_only_wraps_stays_whole() -> None:
    text = "We hold forty cameras that were bought by the trust in the year\n2019 and are all made by Axis."
    assert cut(text) == [text]
