"""The interface in other languages: no text is missing, no placeholder is lost, and English stands where it must."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from synopticon.publish import addresses, names, publish, speech, words
from synopticon.publish.chart_kinds import MARKS
from synopticon.publish.legal import CAVEAT
from synopticon.publish.pages.figures import _COUNTED
from tests.publish import made_up
from tests.publish.pages import read

HOME = Path(addresses.__file__).parent
LABELS = (
    words.MODALITIES, words.POLARITIES, words.QUALIFIERS, words.STATES, words.STATE_MEANINGS, words.PROGRESS, words.DECISIONS, words.BASES,
    words.AMOUNT_KINDS, words.TIERS, words.REVIEW_STATES, words.SECOND_READINGS, words.STATUSES, words.SOURCE_KINDS, words.ROLES,
    words.DIFFERENCES, words.SAME_THING, names.legal_labels(), _COUNTED, dict(MARKS),
)  # fmt: skip
TRANSLATED = speech.known_languages()[1:]


def _in_templates() -> set[str]:
    every = "\n".join(path.read_text("utf-8") for path in sorted((HOME / "templates").glob("*.html")))
    return set(re.findall(r'\bt\("((?:[^"\\]|\\.)*)"', every))


def _in_code() -> set[str]:
    found: set[str] = set()
    for path in sorted(HOME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def every_text() -> list[str]:
    labels = {text for table in LABELS for text in table.values()}
    headings = {heading for _, heading, _ in words.GROUPS}
    return sorted((_in_templates() | _in_code() | labels | headings | {CAVEAT}) - {""})


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_arabic_and_chinese_are_spoken():
    assert {"ar", "zh"} <= set(TRANSLATED)
    assert len(every_text()) > 200


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_of_the_interface_is_missing(language):
    assert [text for text in every_text() if not speech.translations(language).get(text, "").strip()] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_of_their_english_texts(language):
    for english, told in speech.translations(language).items():
        assert _places(english) == _places(told), english


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_for_a_text_that_is_gone(language):
    extra = set(speech.translations(language)) - set(every_text())
    assert not [text for text in extra if len(text.split()) > 3]


def test_the_first_language_of_a_case_is_spoken_when_it_is_known():
    assert speech.language_for(("ar", "en")) == "ar"
    assert speech.language_for(("zh-Hant",)) == "zh"
    assert speech.language_for(("tlh", "ar")) == "en"
    assert speech.language_for(()) == "en"


def test_a_language_is_spoken_only_within_its_block():
    with speech.speaking("ar"):
        assert speech.t("Overview") != "Overview"
        assert speech.t("no such text") == "no such text"
    assert speech.t("Overview") == "Overview"


def test_values_are_escaped_and_markup_is_not():
    assert speech.filled("Said by {name}.", name="<b>") == "Said by &lt;b&gt;."


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("zh", "ltr")])
def test_a_whole_site_in_another_language(language, direction, tmp_path):
    publish(tmp_path, case=made_up.case(languages=(language,)), tables=made_up.tables(), run=made_up.run())
    for path in (tmp_path / "site").rglob("*.html"):
        page = read(path)
        assert not page.faults, (path, page.faults)
        assert page.tags[0] == ("html", {"lang": language, "dir": direction})
    told = read(tmp_path / "site/index.html").words
    assert speech.translations(language)["Who answered"] in told
    assert "Who answered" not in told
    assert "Overview" not in told
