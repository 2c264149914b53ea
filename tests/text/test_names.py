"""Names of organisations taken apart."""

from __future__ import annotations

import pytest

from synopticon.text.names import analyse, common_words, latin, legal_forms, sound


@pytest.mark.parametrize(
    ("name", "tokens", "forms"),
    [
        ("Northmere Signals Limited", ("northmere", "signals"), {"limited"}),
        ("NORTHMERE SIGNALS LTD.", ("northmere", "signals"), {"limited"}),
        ("Quill GmbH & Co. KG", ("quill",), {"limited"}),
        ("Grupo Quilla, S.A. de C.V.", ("grupo", "quilla"), {"public"}),
        ("Quilla S.r.l.", ("quilla",), {"limited"}),
        ("ООО «Квилл»", ("kvill",), {"limited"}),
        ("杭州海康威视数字技术股份有限公司", ("杭州", "海康威视数字技术"), {"public"}),
        ("شركة كويل للتجارة المحدودة", ("كويل", "للتجاره"), {"company", "limited"}),
        ("LIMITED LIABILITY COMPANY QUILLGAZ", ("quillgaz",), {"limited"}),
    ],
)
def test_the_legal_form_is_stripped_at_the_ends_in_every_script(name, tokens, forms):
    taken = analyse(name)
    assert taken.tokens == tokens
    assert set(taken.forms) >= forms


def test_a_name_made_of_a_legal_form_alone_keeps_a_word():
    assert analyse("The Limited").tokens == ("the",)
    assert analyse("Limited").tokens == ("limited",)


def test_words_written_apart_and_together_join_alike():
    assert analyse("HIK VISION").joined == analyse("Hikvision").joined


def test_both_sides_of_trading_as_are_kept():
    assert analyse("Quill & Vale t/a Northmere Taxis").parts == ("Quill & Vale", "Northmere Taxis")
    assert analyse("Northmere Taxis").parts == ()


def test_numbers_and_places_are_told_apart():
    taken = analyse("Quill Partners IV (UK) Limited")
    assert taken.numbers == {"iv"}
    assert taken.places == {"uk"}
    assert analyse("Unit 7 Films").numbers == {"7"}


def test_accents_and_cyrillic_become_latin_letters():
    assert latin("Électricité") == "electricite"
    assert latin("Хлеб") == "khleb"


@pytest.mark.parametrize(
    ("first", "second"), [("kalsimin", "calcimin"), ("hizballah", "hezbollah"), ("khalid", "halid")]
)
def test_spellings_of_one_sound_share_a_key(first, second):
    assert sound(first) == sound(second)


def test_arabic_and_latin_share_consonants():
    assert sound("بنك") == sound("bank")


def test_an_empty_name_has_nothing():
    taken = analyse("")
    assert taken.tokens == ()
    assert taken.joined == ""


def test_the_tables_hold_words_in_small_letters_only():
    assert all(form == form.casefold() for form in legal_forms())
    assert all(word == word.casefold() for word in common_words())
