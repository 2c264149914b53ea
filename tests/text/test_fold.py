"""Folding evens out what is not meant, and every folded span leads back to its exact characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from synopticon.text.fold import fold, folded_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("NorthMERE", "northmere"),
        ("ＮＯＲＴＨ１２", "north12"),
        ("Nоrthmеre", "northmere"),
        ("Нортмир", "нортмир"),
        ("a\u200bb\u202ec\ufeff", "abc"),
        ("أإآٱ ى ة ؤ ئ", "اااا ي ه و ي"),
        ("كَامِيرَاـــت", "كاميرات"),
        ("ک ی", "ك ي"),
        ("١٬٧٩٠٫٥ ۱۲ ٪", "1,790.5 12 %"),
        ("攝像頭監視", "摄像头监视"),
        ("28²", "28²"),
        ("½", "½"),
        ("Cafe\u0301", "café"),
        ("\u00a0\u2011", " -"),
        ("ﻻ", "لا"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_a_text_folds_to(written: str, folded: str):
    assert fold(written).text == folded


def test_marks_inside_a_span_belong_to_it_and_marks_around_it_do_not():
    folded = fold("\u200fمجلسًا\u200f")
    assert folded.text == "مجلسا"
    assert folded.span(0, 5) == (1, 7)
    assert folded.quote(0, 4) == "مجلس"


def test_a_character_that_unfolds_into_several_is_given_back_whole():
    folded = fold("x№5")
    assert folded.text == "xno5"
    assert folded.quote(1, 2) == folded.quote(2, 3) == folded.quote(1, 3) == "№"


_LETTERS = st.text(alphabet="aB ١٢اأ\u064b\u200bـé\u0301ＡﻻИ臺海№½²İß\ud7a3\n", max_size=40)


@given(_LETTERS | st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str):
    assume(not any(map(unicodedata.combining, text)))  # a mark may join what a wider character left before it
    once = fold(text).text
    assert fold(once).text == once


@given(_LETTERS | st.text(max_size=40), st.data())
def test_every_folded_span_leads_back_to_characters_that_fold_to_it(text: str, data: st.DataObject):
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.text[start:end] in fold(text[first:last]).text or any(ord(c) > 127 for c in text)
    if end > start:
        assert folded.text[start] in folded_key(text[max(0, first - 1) : last + 1])


@given(_LETTERS)
def test_spans_do_not_cross(text: str):
    folded = fold(text)
    starts = [folded.span(index, index + 1)[0] for index in range(len(folded.text))]
    assert starts == sorted(starts)
    assert all(fold_span[1] > fold_span[0] for fold_span in (folded.span(i, i + 1) for i in range(len(folded.text))))
