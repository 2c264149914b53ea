"""Letters: a request and a reminder in five languages, with the law where it is known, and nobody's name."""

from __future__ import annotations

from datetime import date

import pytest

from synopticon.errors import UsageError
from synopticon.figures.deadlines import Standing, standings
from synopticon.figures.letter_subjects import subject_of
from synopticon.figures.letters import language_for, languages, reminder, request
from synopticon.model.case import FigureSpec
from synopticon.model.records import Body
from tests.figures.made_up import a_body


def standing(body: Body) -> Standing:
    (row,) = standings([body], (), (), on=date(2021, 3, 1))
    return row


def test_there_are_letters_in_five_languages() -> None:
    assert set(languages()) == {"ar", "de", "en", "fr", "zh"}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("country", ["GB", "XN"])
def test_every_letter_is_whole_with_and_without_a_law(language: str, country: str) -> None:
    body = a_body("northmere", "silent", country=country)
    for write in (request, reminder):
        text = write(body, standing(body), subject="cameras of two makers", language=language).text
        assert "Northmere Council" in text
        assert "cameras of two makers" in text
        assert "$" not in text
        assert "?" not in {line[:1] for line in text.splitlines()}
        assert "\n\n\n" not in text
        assert ("2020-12-01" in text) is (country == "GB")
        assert ("Freedom of Information Act 2000" in " ".join(text.split())) is (country == "GB")


def test_a_request_asks_for_no_names_and_leaves_the_signature_open() -> None:
    body = a_body("northmere", "silent")
    text = request(body, standing(body), subject="cameras", language="en").text
    assert "Names of members of staff are not asked for" in " ".join(text.split())
    assert text.endswith("[your name and address]\n")


def test_a_reminder_names_the_day_of_the_request_and_the_section() -> None:
    body = a_body("northmere", "silent")
    letter = reminder(body, standing(body), subject="cameras", language="en")
    assert "2020-11-02" in letter.text
    assert "s.10(1)" in letter.text
    assert letter.file_name == "reminder.en.txt"


def test_a_reminder_of_nothing_cannot_be_written() -> None:
    body = a_body("northmere", "silent", asked_on=None)
    with pytest.raises(UsageError, match="asked_on"):
        reminder(body, standing(body), subject="cameras", language="en")


def test_the_language_is_the_one_asked_for_then_the_body_s_then_the_case_s() -> None:
    arabic = a_body("rawda", extra=("language=ar",))
    assert language_for(arabic, wanted="fr", of_case=("en",)) == "fr"
    assert language_for(arabic, of_case=("en",)) == "ar"
    assert language_for(a_body("northmere"), of_case=("zh",)) == "zh"
    assert language_for(a_body("northmere"), of_case=("zh", "ar")) == "en"
    assert language_for(a_body("northmere", extra=("language=xx",))) == "en"
    with pytest.raises(UsageError, match="expected a language of the letters"):
        language_for(arabic, wanted="xx")


SPECS = (
    FigureSpec("a", "bodies", (("maker", ("hikvision", "dahua")), ("product_kind", ("camera",)))),
    FigureSpec("b", "units", (("maker", ("hikvision",)), ("product_kind", ("recorder",)))),
)


def test_a_request_asks_for_the_kinds_and_makers_of_the_figures() -> None:
    said = "surveillance cameras and video recorders made by Hikvision or Dahua, or sold under their brands"
    assert subject_of(SPECS, "en") == said
    assert subject_of((), "en") == "surveillance equipment"
    assert subject_of((FigureSpec("c", "units", (("product_kind", ("lens",)),)),), "en") == "surveillance equipment"


@pytest.mark.parametrize("language", languages())
def test_every_language_of_the_letters_names_the_equipment(language: str) -> None:
    said = subject_of(SPECS, language)
    assert "Hikvision" in said
    assert "$" not in said
    assert language == "en" or said != subject_of(SPECS, "en")


def test_a_long_subject_leaves_no_long_line_in_the_letter() -> None:
    body = a_body("northmere", "silent")
    text = reminder(body, standing(body), subject="surveillance cameras of many makers, " * 4, language="en").text
    assert max(map(len, text.split("\n\n", 1)[1].splitlines())) <= 78
