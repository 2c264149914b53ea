"""Arabic and Chinese reports, read statement by statement: what each number counts, and whose it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.model.records import Claim, Passage
from synopticon.read import read_document
from synopticon.read.quantities import find_quantities

HEADS = {"ar": "كاميرات المراقبة في المدينة", "zh": "监控摄像头调查"}


def claims_of(text: str, language: str) -> list[Claim]:
    passages = [
        Passage(document="d", ordinal=number, unit="", start=at, kind="paragraph", text=words, language=None)
        for number, (at, words) in enumerate(((0, HEADS[language]), (len(HEADS[language]) + 2, text)))
    ]
    records = read_document(
        document="d",
        body=None,
        source_kind="articles",
        received=None,
        language=language,
        passages=passages,
        tables=[],
    )
    return [record for record in records if isinstance(record, Claim)]


def said(text: str, language: str) -> set[tuple[str | None, object, str | None]]:
    return {
        (claim.maker, claim.quantity if claim.amount is None or claim.quantity else claim.amount, claim.unit)
        for claim in claims_of(text, language)
        if claim.quantity is not None or claim.amount is not None
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "全市现有监控摄像头3600个，其中海康威视占六成。", {(None, 3600, "cameras"), ("hikvision", Decimal("0.6"), "share")}),
        ("zh", "施工单位申报安装海康威视摄像机2,050台，实际安装1,688台。", {("hikvision", 2050, "cameras"), ("hikvision", 1688, "cameras")}),
        ("zh", "機場的410台攝影機全部由安訊士生產。", {("axis", 410, "cameras")}),
        ("zh", "八所大学使用海康威视系统，两所使用博世。", {("hikvision", 8, "schools"), ("bosch", 2, "schools")}),
        ("ar", "تضم الشبكة 4,120 كاميرا، ثلثاها من إنتاج داهوا.", {(None, 4120, "cameras"), ("dahua", Decimal("0.6667"), "share")}),
        ("ar", "قالت 19 بلدية إن لديها كاميرات من إنتاج هيكفيجن.", {("hikvision", 19, "municipalities")}),
        ("ar", "يوجد في السجن المركزي 64 كاميرا، 40 منها معطلة.", {(None, 64, "cameras"), (None, 40, "cameras")}),
    ],
)  # fmt: skip
def test_each_number_is_the_value_of_one_claim_with_its_maker(
    language: str, text: str, expected: set[tuple[str | None, object, str | None]]
):
    assert said(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "本报向全省36个区县发出信息公开申请，询问监控设备由谁生产。"),
        ("zh", "采购文件每份售价300元，代理服务费3.9万元。"),
        ("ar", "أرسلت المنصة طلبات إلى 42 بلدية لمعرفة نوع الكاميرات."),
        ("ar", "ثمن نسخة المناقصة 50 دينارا غير مستردة."),
    ],
)
def test_bodies_that_were_only_asked_and_fees_are_no_claims(language: str, text: str):
    assert said(text, language) == set()


def test_a_number_of_bodies_that_have_none_stays_beside_its_denial():
    (claim,) = [c for c in claims_of("ليس لدى البلديات السبع الباقية أي كاميرات.", "ar") if c.quantity is not None]
    assert (claim.quantity, claim.unit, claim.polarity) == (7, "municipalities", "negated")


_HAN = "零一二三四五六七八九"


def _in_han(number: int) -> str:
    """Print a number below ten thousand in Han numerals."""
    parts = [(number // size % 10, sign) for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, ""))]
    text = "".join(_HAN[digit] + sign if digit else "零" for digit, sign in parts)
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零")


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=11, max_value=9_999))
def test_an_amount_of_yuan_reads_as_it_was_printed(number: int):
    formal = _in_han(number).translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))
    for printed in (f"{number}元", f"{number:,}元", f"{_in_han(number)}元", f"人民币{formal}元整", f"¥{number:,}.00"):
        (found,) = find_quantities(f"支付{printed}。", language="zh")
        assert (found.kind, found.value, found.currency) == ("money", number, "CNY"), printed


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=11, max_value=9_999_999))
def test_an_amount_of_dirhams_reads_as_it_was_printed(number: int):
    eastern = f"{number:,}".translate(str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬"))
    dotted = f"{number:,}".replace(",", ".")
    for printed in (f"{number:,} درهم مغربي", f"{eastern} درهم مغربي", f"{dotted},00 درهم مغربي", f"{number} د.م."):
        (found,) = find_quantities(f"دفعت البلدية {printed} للمورد", language="ar")
        assert (found.kind, found.value, found.currency) == ("money", number, "MAD"), printed


def stated(text: str, language: str) -> set[tuple[str, str | None, str]]:
    return {(claim.modality, claim.maker, claim.polarity) for claim in claims_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "北岭区从未购买海康威视的任何摄像头。", ("owned", "hikvision", "negated")),
        ("zh", "设备清单上的摄像头均由大华生产，厂家是大华。", ("delivered", "dahua", "affirmed")),
        ("ar", "لم تركب بلدية الشمال أي كاميرات من داهوا.", ("installed", "dahua", "negated")),
    ],
)
def test_a_statement_without_a_number_says_who_makes_or_what_was_never_done(
    language: str, text: str, expected: tuple[str, str | None, str]
):
    assert expected in stated(text, language)


@pytest.mark.parametrize(
    ("language", "text", "modality", "amount"),
    [
        ("zh", "A方案是海康威视摄像头，报价276万。", "talks", 2_760_000),
        ("zh", "北岭区把摄像头合同授予大华，金额2.4亿欧元。", "contracted", 240_000_000),
        ("zh", "街道办买了80个摄像头，花了26万8。", "paid", 268_000),
        ("ar", "رفعت قيمة عقد الكاميرات إلى 9,120,000 ريال.", "contracted", 9_120_000),
    ],
)
def test_an_amount_says_what_is_done_with_the_things_it_is_for(language: str, text: str, modality: str, amount: int):
    assert (modality, amount) in {(claim.modality, claim.amount) for claim in claims_of(text, language)}


def test_an_amount_between_two_is_neither():
    (claim,) = [claim for claim in claims_of("拆除摄像头的费用为35万至40万欧元。", "zh") if claim.currency]
    assert (claim.amount, claim.low, claim.high) == (None, 350_000, 400_000)


def test_things_of_no_known_make_are_not_those_counted_before():
    assert said("现场有大华摄像头58支，另三十支无法辨识厂牌。", "zh") == {
        ("dahua", 58, "cameras"),
        (None, 30, "cameras"),
    }
