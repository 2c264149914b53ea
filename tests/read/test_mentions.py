"""Names in running text: spellings, scripts, boundaries, barriers, model numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.read.lexicon import build_lexicon, default_lexicon
from synopticon.read.mentions import find_mentions
from synopticon.read.models import compile_patterns, default_patterns, find_models, openings
from synopticon.reference.records import Alias, Brand, Capability, ListName, ModelPattern, Negative, ProductTerm


def _alias(maker: str, alias: str, kind: str = "short", language: str = "en") -> Alias:
    return Alias(maker, alias, language, kind, "high", "X")


LEXICON = build_lexicon(
    aliases=[
        _alias("visiomark", "Visiomark"),
        _alias("visiomark", "Visiomark Technology Co., Ltd.", "full"),
        _alias("visiomark", "فيزيومارك", "transliteration", "ar"),
        _alias("visiomark", "威视马克", "short", "zh"),
        _alias("dahe", "大河", "ambiguous", "zh"),
        _alias("dahe", "Dahe"),
        _alias("dahe", "Dahe Road", "never"),
        _alias("arc", "ARC", "ambiguous"),
        _alias("nova", "NovaSight"),
        _alias("zto", "ZTO"),
    ],
    brands=[
        Brand("lookhi", "LookHi", "visiomark", "own", "high", "X"),
        Brand("swanney", "Swanney", "visiomark", "relabel", "low", "X"),
    ],
    products=[
        ProductTerm("camera", "en", "camera", True, "X"),
        ProductTerm("camera", "ar", "كاميرا", True, "X"),
        ProductTerm("camera", "zh", "摄像头", True, "X"),
        ProductTerm("licence", "en", "licence", False, "X"),
    ],
    capabilities=[
        Capability("face", None, "Face", (("en", "facial recognition"), ("ar", "التعرف على الوجه")), "core", "X")
    ],
    lists=[ListName("US-TEST", "en", "Test Entity List", "X")],
    negatives=[Negative("arc welding camera", "en", "word", "X")],
)
PATTERNS = compile_patterns(
    [
        ModelPattern("a", "visiomark", "dome", "camera", "A", r"(?<![A-Za-z0-9])VM-2(?:CD|CE)[0-9A-Z]+(?:-[0-9A-Z]+)*", (), "high", "X"),
        ModelPattern("b", "dahe", "sd", "camera", "B", r"(?<![A-Za-z0-9])SD[1-9][0-9]{3,}", (), "high", "X"),
        ModelPattern("c", "dahe", "x", "camera", "C", r"(?<![A-Za-z0-9])XX[0-9]+", (), "high", "X"),
    ]
)  # fmt: skip


def found(text: str) -> list[tuple[str, str, str]]:
    spans = find_mentions(text, lexicon=LEXICON, patterns=PATTERNS)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    return [(span.kind, span.id, span.text) for span in spans if span.kind != "product" or span.maker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Visiomark cameras", ["Visiomark"]),
        ("VISIOMARK and visiomark", ["VISIOMARK", "visiomark"]),
        ("Visiomark's reply", ["Visiomark"]),
        ("Visiomark’s reply", ["Visiomark"]),
        ("ＶＩＳＩＯＭＡＲＫ", ["ＶＩＳＩＯＭＡＲＫ"]),
        ("Vіsiomаrk", ["Vіsiomаrk"]),
        ("Visio\u200bmark", ["Visio\u200bmark"]),
        ("Visiomrak, Visiomarc, Visioomark and Visomark", ["Visiomrak", "Visiomarc", "Visioomark", "Visomark"]),
        ("Visiomarkets fell", []),
        ("Nova Sight, Nova-Sight, NOVASIGHT", ["Nova Sight", "Nova-Sight", "NOVASIGHT"]),
        ("Visiomark Technology Co Ltd", ["Visiomark Technology Co Ltd"]),
        ("Visiomark Technology Co., Ltd.", ["Visiomark Technology Co., Ltd."]),
        ("مؤسسة Visiomarkعن", ["Visiomark"]),
        ("وVisiomark", ["Visiomark"]),
        ("كاميرات وفيزيومارك بفيزيومارك الفيزيومارك", ["فيزيومارك", "فيزيومارك", "فيزيومارك"]),
        ("فيزيُومارك", ["فيزيُومارك"]),
        ("采购威视马克摄像头", ["威视马克"]),
        ("採購威視馬克攝像頭", ["威視馬克"]),
    ],
)
def test_a_name_is_found_in_its_spellings(text: str, names: list[str]):
    assert [text_ for kind, _, text_ in found(text) if kind == "maker"] == names


@pytest.mark.parametrize(
    "text", ["Dahe Road is closed", "an arc welding camera", "The arc of history", "zto", "Noah's ark"]
)
def test_what_only_looks_like_a_name_is_passed_over(text: str):
    assert found(text) == []


def test_an_ambiguous_name_counts_only_near_words_of_the_subject():
    assert found("大河向东流") == []
    assert found("采购大河摄像头") == [("maker", "dahe", "大河")]
    assert found("The ARC declined") == []
    assert found("The ARC camera declined") == [("maker", "arc", "ARC")]
    assert found("The arc of the camera") == []
    (span,) = find_mentions("ARC", lexicon=LEXICON, patterns=PATTERNS, is_subject=True)
    assert span.id == "arc"


def test_a_brand_names_its_maker_and_a_hint_names_none():
    spans = find_mentions("LookHi and Swanney cameras", lexicon=LEXICON, patterns=PATTERNS)
    assert [(span.kind, span.id, span.maker) for span in spans[:2]] == [
        ("brand", "lookhi", "visiomark"),
        ("brand", "swanney", None),
    ]


def test_a_word_for_a_thing_has_its_kind_and_no_maker():
    (span,) = find_mentions("two cameras", lexicon=LEXICON, patterns=PATTERNS)
    assert (span.kind, span.id, span.maker, span.product_kind) == ("product", "camera", None, "camera")


def test_models_follow_their_tier():
    assert found("12 x VM-2CD2347G2-LSU.") == [("model", "VM-2CD2347G2-LSU", "VM-2CD2347G2-LSU")]
    assert found("part SD49225") == []
    assert found("camera SD49225") == [("model", "SD49225", "SD49225")]
    assert found("camera XX12") == []


def test_capabilities_and_lists_are_found():
    assert [hit[0] for hit in found("facial recognition is on the Test Entity List")] == ["capability", "list"]


def test_every_example_of_the_reference_patterns_is_found_whole():
    patterns = default_patterns()
    for row in patterns.rows:
        assert openings(row.regex), row.pattern
        for example in row.examples:
            text = f"bought ({example}), then"
            hits = [text[hit.start : hit.end] for hit in find_models(text, patterns)]
            assert any(example.startswith(hit) or hit in example for hit in hits), (row.pattern, example)


def test_every_alias_of_the_reference_tables_is_found_or_held_back_on_purpose():
    lexicon = default_lexicon()
    for word, entry in zip(lexicon.words, lexicon.entries, strict=True):
        text = f"CCTV CAMERA; {word.upper()} ." if word.isascii() else f"摄像头, كاميرا {word} ."
        spans = find_mentions(text, lexicon=lexicon)
        at = text.index(word.upper() if word.isascii() else word)
        covered = any(span.start < at + len(word) and at < span.end for span in spans)
        assert covered or entry.kind == "barrier" or len(word) < 4, (word, entry)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Visiomark", "大河", "摄像头", "وكاميرا", "VM-2CD1", " ", "x", "Dahe Road", "\u200f", "ـ"]),
        max_size=12,
    )
)
def test_any_mix_of_names_gives_exact_spans_without_overlap(parts: list[str]):
    found("".join(parts))
