"""Names as words in Latin letters, whatever their script."""

from __future__ import annotations

import pytest

from synopticon.text.across import common_word, consonants, latin_words, plain, skeletons_of, translated


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("АО «Концерн Квиллон-Антей»", ("concern", "kvillon", "antei")),
        ("杭州海康威视数字技术股份有限公司", ("hangzhou", "haikangweishi", "digital", "technical")),
        ("조선광업개발무역회사", ("korea", "mining", "development", "trade")),
        ("株式会社クイロン", ("kuiron",)),
        ("Εθνική Τράπεζα της Ελλάδος Α.Ε.", ("national", "bank", "of", "greece")),
        ("בנק לאומי לישראל בע״מ", ("bank", "national", "israel")),
        ("شركة قاسيون للتجارة المحدودة", ("قاسيون", "trade")),
        ("Судостроительный завод «Квилл»", ("shipbuilding", "factory", "kvill")),
        ("Quillon Trading Ltd", ("quillon", "trading")),
        ("", ()),
    ],
)
def test_words_of_trade_are_translated_and_names_are_spelt(name, words):
    assert latin_words(name) == words


@pytest.mark.parametrize(
    ("latin", "other"), [("qasioun", "قاسيون"), ("kuwait", "كويت"), ("leumi", "לאומי"), ("novin", "نوین")]
)
def test_a_name_without_vowels_shares_its_consonants_with_one_reading(latin, other):
    assert consonants(latin)[0] in consonants(plain(other))


def test_a_long_rest_after_a_stem_makes_another_word():
    assert translated("уральский") is not None
    assert translated("уралвагонзавод") is None
    assert common_word("mashinostroitelny") is not None
    assert common_word("armitage") is None


def test_han_that_the_table_cannot_read_stays_as_it_is():
    assert latin_words("龘龘有限公司") == ("龘龘",)
    assert consonants("龘龘") == ()


def test_consonants_of_many_words_are_those_of_each():
    words = ["qasioun", "kuwait", "shipping", "قاسيون", "x", "aeiou", "jeddah", "tchad"]
    assert skeletons_of(words) == [consonants(word)[0] for word in words]
    assert skeletons_of([]) == []
