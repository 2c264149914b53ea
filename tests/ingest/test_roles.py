"""Whose words the paragraphs of a letter are."""

from __future__ import annotations

import pytest

from synopticon.ingest.roles import letter_roles


def roles(*pieces: str) -> str:
    """Return one letter for each piece: t(ext), q(uoted), s(ignature)."""
    return "".join(role[0] for role in letter_roles(pieces))


def test_a_letter_that_opens_with_its_own_header_is_the_writers_words() -> None:
    assert roles("MEMORANDUM", "From: Northmere Council", "Date: 3 May 2024", "Dear Applicant", "(a) Nil.") == "ttttt"
    assert roles("From: Northmere", "To: You", "Subject: Cameras", "We own 3 cameras.") == "tttt"


def test_a_header_below_words_of_the_writer_begins_an_earlier_message() -> None:
    assert roles("We own 3 cameras.", "From: A\nSent: 3 May 2024\nTo: B", "How many do you own?") == "tqq"
    assert roles("Hello,", "None are owned here.", "发件人：甲", "收件人：乙", "多少台？") == "ttqqq"


def test_an_announced_request_is_quoted_up_to_its_answer() -> None:
    assert roles("You asked:", "Each year since 2019.", "The makers.", "Our response", "We own 3.") == "tqqtt"
    assert (
        roles("In your e-mail you asked for the following information:", "How many Hikvision?", "What price?", "Three.")
        == "tqqt"
    )
    assert roles("نص الطلب:", "كم كاميرا تملك البلدية؟", "ومتى اشتريت؟", "الجواب: لا شيء.") == "tqqt"
    assert roles("申请内容：请告知贵市拥有多少台摄像机。", "经审查，不予公开。") == "qt"


def test_a_request_in_one_paragraph_is_quoted_and_an_answer_in_it_is_not() -> None:
    assert roles("Please tell me (a) how many cameras you own, and (b) their price.", "We own 3 cameras.") == "qt"
    assert roles("You asked about two makers. The Council owns 46 cameras.") == "t"
    assert roles("You wrote: please tell me how many cameras the city owns.", "The City owns 49 cameras.") == "qt"


def test_questions_that_stand_above_their_own_answers_stay_readable() -> None:
    pieces = ("Your request:", "1. How many Hikvision cameras?", "Answer: 20", "2. How many Dahua?", "Answer: none")
    assert roles(*pieces) == "ttttt"


def test_a_request_without_an_answer_mark_ends_where_nothing_more_is_asked() -> None:
    assert roles("Your request", "How many cameras?", "Which makers?", "There are 12 cameras.") == "tqqt"


@pytest.mark.parametrize(
    "pieces",
    [
        ("We own 3 cameras.", "Ada Vale-Thorpe", "Borough of Northmere", "01632 960041", "Printed notice of 8 words."),
        ("We own 3 cameras.", "Ada Vale-Thorpe", "Information Governance Officer", "Northmere"),
        ("我市没有摄像机。", "特此通知。", "卢砚秋", "法制科"),
        ("لا تملك البلدية كاميرات.", "مع التقدير", "ليلى مراد", "رئيس الديوان"),
    ],
)
def test_a_signature_is_found_without_the_usual_closing_words(pieces: tuple[str, ...]) -> None:
    assert set(roles(*pieces)[1:]) == {"s"}
    assert roles(*pieces)[0] == "t"


def test_short_answers_at_the_end_are_no_signature() -> None:
    assert roles("The answers are as follows.", "Hikvision", "28 cameras", "Not held") == "tttt"


def test_a_letter_that_only_asks_is_the_writers_own() -> None:
    assert letter_roles(["Please could you confirm whether you want the cameras on buses as well?"]) == ["text"]
    asked = ["Dear Ms Vane,", "Please tell us how many sites you mean?"]
    assert letter_roles(asked) == ["text", "text"]
