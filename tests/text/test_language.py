"""Which language a text is in, and that every language file keeps its contract."""

from __future__ import annotations

from decimal import Decimal

import pytest

from synopticon.discover import discover
from synopticon.text import languages
from synopticon.text.grammar import Language
from synopticon.text.language import language_of, scripts
from synopticon.text.languages.zh import common_words

LANGUAGES = list(discover(languages, "LANGUAGE", Language))
QUALIFIERS = {"exact", "about", "at_least", "at_most", "over", "under", "", "at_least?"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council owns five cameras.", "en"),
        ("Thank you for your request", "en"),
        ("Nous avons douze caméras dans la ville", "fr"),
        ("Tenemos doce cámaras en la ciudad", "es"),
        ("Wir haben zwölf Kameras und keine Rekorder", "de"),
        ("نملك خمس كاميرات", "ar"),
        ("نملك خمس كاميرات من Northmere Vision", "ar"),
        ("ما پنج دوربین مداربسته داریم و گزارش می‌دهیم که آنها را خریدیم", "fa"),
        ("我们有五台摄像头", "zh"),
        ("カメラが五台あります", "ja"),
        ("28", None),
        ("", None),
        ("n/a", None),
        ("\ud800\x00", None),
    ],
)
def test_a_text_is_in(text: str, code: str | None):
    assert language_of(text) == code


def test_scripts_are_counted_most_frequent_first():
    assert scripts("Northmere كاميرا 摄") == {"Latn": 9, "Arab": 6, "Hani": 1}
    assert scripts("28 £") == {}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_language_keeps_its_contract(language: Language):
    assert len(language.code) == 2
    assert set(language.months.values()) == set(range(1, 13))
    assert set(language.before.values()) <= QUALIFIERS
    assert set(language.after.values()) <= QUALIFIERS - {""}
    assert all(Decimal(0) < share < 1 for share in language.shares.values())
    assert all(value >= 10 for value in language.multipliers.values())
    assert all(len(code) in {3, 4} for code in language.currencies.values())
    assert language.lone_multipliers <= set(language.multipliers)
    assert all(value is None or value >= 10 for value in language.vague.values())
    assert {1, 2, 3, 9} <= set(language.cardinals.values())


def test_common_chinese_words_have_two_characters():
    assert all(len(word) == 2 for word in common_words())
