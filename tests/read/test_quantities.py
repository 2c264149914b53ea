"""Sentences of letters, tables and news with the quantities that a careful reader would note down."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synopticon.read.quantities import find_quantities
from synopticon.read.spans import QuantitySpan
from synopticon.text.fold import fold

HERE = Path(__file__).parent
STRINGS = Path(__file__).parents[2] / "../shared/eval/corpora/strings"


def _sentences() -> list[tuple[str, str, str]]:
    rows = []
    for path in sorted(HERE.glob("quantities_*.tsv")):
        language = path.stem.removeprefix("quantities_")
        for line in path.read_text(encoding="utf-8").splitlines():
            sentence, _, expected = line.partition("\t")
            rows.append((language, sentence, expected))
    return rows


def _said(span: QuantitySpan) -> str:
    limits = f"{'' if span.low is None else span.low}..{'' if span.high is None else span.high}"
    value = limits if span.value is None else str(span.value)
    words = [
        span.kind,
        value,
        span.currency or "",
        "" if span.qualifier == "exact" else span.qualifier,
        f"/{span.unit}" if span.unit else "",
    ]
    return " ".join(filter(None, words)) + " = " + span.text


@pytest.mark.parametrize(("language", "sentence", "expected"), _sentences())
def test_a_sentence_gives_just_the_quantities_that_it_states(language: str, sentence: str, expected: str):
    found = find_quantities(sentence, language=language)
    assert " | ".join(map(_said, found)) == expected
    assert all(sentence[span.start : span.end] == span.text for span in found)


def test_spans_point_into_the_original_when_marks_were_folded_away():
    text = "كشف أن لديه ما لا يقل عن ٢٨ مجلسًا، و\u200f٤٠ كاميراً"
    found = find_quantities(text)
    assert [(span.text, span.value, span.qualifier) for span in found] == [
        ("٢٨", Decimal(28), "at_least"),
        ("٤٠", Decimal(40), "exact"),
    ]
    assert found[0].unit == "مجلسًا"
    assert text[found[0].unit_start : found[0].unit_end] == "مجلسًا"


def test_limits_follow_the_qualifier():
    at_least, at_most, about = (find_quantities(f"{word} 28 cameras")[0] for word in ("at least", "up to", "about"))
    assert (at_least.low, at_least.high) == (Decimal(28), None)
    assert (at_most.low, at_most.high) == (None, Decimal(28))
    assert (about.low, about.high) == (Decimal(28), None)


def test_a_conversion_in_brackets_carries_the_qualifier_of_the_amount_before_it():
    first, second = find_quantities("It may cost up to £350,000 ($485,000).")
    assert (first.currency, second.currency) == ("GBP", "USD")
    assert first.qualifier == second.qualifier == "at_most"


def test_the_product_kind_of_the_unit_is_known():
    (span,) = find_quantities("We own 12 Dahua recorders.")
    assert (span.unit, span.product_kind) == ("recorders", "recorder")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "no number here",
        "٪",
        "½",
        "£",
        "$ -",
        "百",
        "و",
        "1" * 5000,
        "1," * 3000,
        "一" * 5000,
        "1." * 3000,
    ],
)
def test_texts_without_a_number_or_with_too_much_of_one_are_harmless(text: str):
    assert all(text[span.start : span.end] == span.text for span in find_quantities(text, language="en"))


@pytest.mark.parametrize("piece", ["1 ", "1.", "1-", "020 ", "one ", "و", "百", "(1) ", "x12 ", "£"])
def test_time_grows_no_faster_than_the_text(piece: str):
    started = time.process_time()
    find_quantities(piece * (20_000 // len(piece)), language="en")
    assert time.process_time() - started < 5


_AMOUNT = st.integers(min_value=1, max_value=999_999_999)


@given(
    _AMOUNT,
    st.sampled_from(
        ["£{:,}", "GBP {:,}", "{:,} pounds", "£ {:,}", "{:,} GBP", "£{:,}.00", "GBP {}", "£{}", "{} pounds"]
    ),
)
def test_an_english_amount_that_is_printed_reads_back(amount: int, style: str):
    (span,) = find_quantities(f"It cost {style.format(amount)} in all", language="en")
    assert (span.kind, span.value, span.currency) == ("money", Decimal(amount), "GBP")


@given(_AMOUNT, st.sampled_from([",", "٬"]))
def test_an_arabic_amount_that_is_printed_reads_back(amount: int, comma: str):
    digits = f"{amount:,}".translate(str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩" + comma))
    (span,) = find_quantities(f"بلغت القيمة {digits} دولار أمريكي", language="ar")
    assert (span.kind, span.value, span.currency) == ("money", Decimal(amount), "USD")


@given(_AMOUNT, st.sampled_from(["{:,}元", "{}元", "人民币{:,}元", "¥{:,}"]))
def test_a_chinese_amount_that_is_printed_reads_back(amount: int, style: str):
    (span,) = find_quantities(f"合同金额为{style.format(amount)}。", language="zh")
    assert (span.kind, span.value, span.currency) == ("money", Decimal(amount), "CNY")


@given(_AMOUNT, st.sampled_from([("fr", " "), ("de", "."), ("es", ".")]))
def test_a_european_amount_that_is_printed_reads_back(amount: int, style: tuple[str, str]):
    language, dot = style
    (span,) = find_quantities(f"x {amount:,} €".replace(",", dot), language=language)
    assert (span.kind, span.value, span.currency) == ("money", Decimal(amount), "EUR")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,-/:()£$%k mبو٢٨百二十年月万 \n", max_size=60))
def test_any_mix_of_digits_and_signs_gives_ordered_exact_spans(text: str):
    found = find_quantities(text)
    assert all(text[span.start : span.end] == span.text for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_naughty_strings_neither_raise_nor_hang():
    if not STRINGS.exists():
        pytest.skip("the collection of naughty strings is not on this machine")
    for path in sorted(STRINGS.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            folded = fold(line)
            found = find_quantities(line, folded=folded)
            assert all(line[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("PC 1234 has 3 Hikvision cameras", ["3"]),
        ("Sgt 77 counted 12 cameras", ["12"]),
        ("collar number 5521, badge no. 12, warrant no. 44312", []),
        ("a camera at longitude -0.1278 and latitude 51.5072", []),
        ("51.5072,-0.1278", []),
        ("Easting: 530080 Northing: 180080", []),
        ("رقم الشارة 4412 ولدينا 3 كاميرات", ["3"]),
        ("خط الطول 46.6753 ولدينا 3 كاميرات", ["3"]),
        ("شارع النور، عمارة 12 وفيها 3 كاميرات", ["3"]),
        ("警号012345，共3台摄像机", ["3"]),
        ("建设路12号5栋302室有3台摄像机", ["3"]),
        ("about 1.2345 million cameras", ["1234500"]),
    ],
)
def test_numbers_of_officers_places_and_houses_count_nothing(text: str, counts: list[str]):
    found = [f"{span.value:f}" for span in find_quantities(text) if span.kind == "count" and span.value is not None]
    assert [value.removesuffix(".0000") for value in found] == counts
