"""Names in running text: spellings, scripts, boundaries, barriers, model numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.read.lexicon import build_lexicon, default_lexicon
from synopticon.read.mentions import find_mentions
from synopticon.read.models import compile_patterns, default_patterns, find_models, openings
from synopticon.reference.records import (
    Alias,
    Brand,
    Capability,
    ContextWord,
    ListName,
    ModelPattern,
    Negative,
    ProductTerm,
)


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


#: Sentences with the makers that they name; most names here are ordinary words or somebody else's too.
SENTENCES = [
    ("Officers of the county force wear Axon cameras on duty.", "axon"),
    ("The Axon contract was renewed by the police.", "axon"),
    ("Axon of a nerve cell carries impulses; axons are long.", ""),
    ("The NSO played Mahler with a new conductor.", ""),
    ("Figures from the NSO show inflation at 4%.", ""),
    ("The NSO, the statistics office, counted 40 cameras.", ""),
    ("NSO sold its spyware to the ministry.", "nso"),
    ("The ministry bought Pegasus, the spyware.", "nso"),
    ("Pegasus Airlines flies to Ankara.", ""),
    ("Pegasus, the winged horse of myth, adorns the fountain near the CCTV cameras.", ""),
    ("A palantir is a seeing-stone in Tolkien.", ""),
    ("Palantir runs the health data platform.", "palantir"),
    ("The Axis powers lost the war.", ""),
    ("The x axis shows the number of cameras.", ""),
    ("Forty Axis cameras watch the Theatre Square.", "axis"),
    ("The Rev Ines Canon spoke about surveillance.", ""),
    ("We hold 12 Canon cameras and 3 Sony recorders.", "canon sony"),
    ("Huawei Road is closed.", ""),
    ("Dahua Street CCTV", ""),
    ("Hikvison, Hikvission and Hik Vision cameras", "hikvision hikvision hikvision"),
    ("Hangzhou Hikvision Digital Technolgy Co Ltd", "hikvision"),
    ("Milestone XProtect video software", "milestone"),
    ("The project reached a milestone with 40 cameras.", ""),
    ("A flock of 40 sheep.", ""),
    ("Flock cameras read plates.", "flock"),
    ("Ring road works near the cameras", ""),
    ("Residents share Ring doorbell video with police.", "ring"),
    ("President Bush met the police.", ""),
    ("Bosch cameras", "bosch"),
    ("The Bosch exhibition of paintings opened; police watched.", ""),
    ("Predator spyware was found on the phone.", "intellexa"),
    ("The predator hunts its prey.", ""),
    ("Intellexa sold Predator to the agency.", "intellexa intellexa"),
    ("Oracle of Delphi", ""),
    ("Thales was a philosopher from Miletus.", ""),
    ("Thales supplied biometrics to the police.", "thales"),
    ("Samsung phones were given to teachers.", ""),
    ("The Leica and Canon lenses of the photographer", ""),
    ("حصان بيغاسوس المجنح", ""),
    ("اشترت الوزارة برنامج بيغاسوس", "nso"),
    ("خطوط بيغاسوس للطيران", ""),
    ("كاميرات هيكفيجين وهايكفيجن وهيكفجن", "hikvision hikvision hikvision"),
    ("بوش الابن رئيس أمريكا", ""),
    ("كاميرات بوش في المحطة", "bosch"),
    ("كانون الأول شهر المطر", ""),
    ("نهر الأمازون", ""),
    ("أكسون العصب", ""),
    ("كاميرات أكسون للشرطة", "axon"),
    ("برنامج بريداتور للتجسس", "intellexa"),
    ("民族复兴与中兴之主", ""),
    ("向中兴采购设备，监控点位40个", "zte"),
    ("商汤灭夏建立商朝", ""),
    ("商汤的算法用于人脸识别", "sensetime"),
    ("佳能相机摄影比赛", ""),
    ("监控设备为佳能和索尼", "canon sony"),
    ("海康医院的摄像头", ""),
    ("飞马星座", ""),
    ("以色列飞马间谍软件", "nso"),
    ("华为路由器40台", "huawei"),
    ("大华路口的摄像头", "dahua"),
    ("住在大华路", ""),
    ("三星堆遗址", ""),
    ("宇视、大华、海康的摄像机", "uniview dahua hikvision"),
    ("松下问童子", ""),
    ("浪潮拍打海边", ""),
    ("科达的视频会议系统", "kedacom"),
    ("Wexley bought Axon Fleet 3 units", "axon"),
    ("Motorola Solutons radios", "motorola"),
    ("Clearview Windows Ltd cleaned the glass", ""),
    ("We asked about Clearview and facial recognition", "clearview"),
    ("the DJI Matrice 30", "dji"),
    ("NEC is the exhibition centre in Birmingham; the concert at the NEC", ""),
    ("face recognition from NEC", "nec"),
    ("Avigilon H5A and Pelco Sarix", "avigilon pelco"),
    ("ELITE athletes", ""),
    ("Reveal body cameras", "reveal"),
    ("They reveal nothing about cameras", ""),
    ("Parrot drones", "parrot"),
    ("A parrot escaped.", ""),
]


@pytest.mark.parametrize(("text", "makers"), SENTENCES)
def test_a_doubtful_name_is_the_maker_or_somebody_else_by_the_words_around_it(text: str, makers: str):
    spans = find_mentions(text)
    named = [span.maker for span in spans if span.maker and span.kind in {"maker", "brand", "product"}]
    assert " ".join(map(str, named)) == makers


def test_a_model_that_begins_with_the_name_of_its_maker_names_both():
    spans = find_mentions("We use 40 Axon Body 3 cameras.")
    assert [(span.kind, span.text) for span in spans if span.maker] == [("maker", "Axon"), ("model", "Body 3")]


def test_context_words_without_a_name_give_nothing():
    lexicon = build_lexicon(contexts=[ContextWord("police", "en", "subject", (), "X")])
    assert find_mentions("The police said no", lexicon=lexicon) == []


@pytest.mark.parametrize(
    "text",
    [
        "评审专家名单：大华国栋、海康宁、马平川",
        "咨询监控事宜请联系小海康（政务网短号）",
        "承办商为「恒大華科技」，供应摄像机",
    ],
)
def test_people_and_other_firms_that_hold_the_letters_of_a_maker_are_no_makers(text: str):
    assert [m.text for m in find_mentions(text) if m.maker] == []


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("摄像头品牌：大华、海康、宇视。", ["dahua", "hikvision", "uniview"]),
        ("「用大華」攝影機", ["dahua"]),
        ("中标：海康中标、大华落选，摄像头", ["hikvision", "dahua"]),
    ],
)
def test_makers_in_lists_and_quotation_marks_stay_makers(text: str, makers: list[str]):
    assert [m.maker for m in find_mentions(text) if m.maker] == makers
