"""Parts of a number that stand apart: "twenty-two (22)", مليار و200 مليون, 1万2千, 100多万."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from synopticon.read.found import Context, word_end
from synopticon.read.grammar import Grammar
from synopticon.read.numbers import HAN_OR_DIGIT, Number, han_scale, scaled_number, words_at
from synopticon.read.ranges import number_at

_REPEATED = re.compile(r" ?[(（](\d[\d,]*)[)）]")
_LOOSE_SCALE = re.compile(r"[多余几]([十百千万亿]+)")
_BRACKET = re.compile(r" ?[(（]")


def repeated(text: str, number: Number, grammar: Grammar) -> Number:
    """Take in the digits that repeat a number word: "twenty-two (22) cameras"."""
    if number.form == "digits":
        return _said_again(text, number, grammar)
    match = _REPEATED.match(text, number.end)
    if match is None or Decimal(match[1].replace(",", "")) != number.value:
        return number
    return replace(number, end=match.end())


def _said_again(text: str, number: Number, grammar: Grammar) -> Number:
    """Take in the words that repeat digits: "20 (twenty) working days"."""
    bracket = _BRACKET.match(text, number.end)
    again = words_at(text, bracket.end(), grammar) if bracket else None
    if again is None or again.value != number.value or text[again.end : again.end + 1] not in {")", "）"}:
        return number
    return replace(number, end=again.end + 1, is_plain=False)


def continued(context: Context, number: Number) -> Number:
    """Take in a smaller number that goes on: مليار و200 مليون, 1万2千; and a scale behind 多 or 余: 100多万."""
    text = context.text
    if half := word_end(context.grammar.half_at, text, number.end):
        if number.is_scaled:
            return replace(number, end=half, value=number.value + _round_to(number.value) / 2)
        scaled = scaled_number(text, replace(number, end=half, value=number.value + Decimal("0.5")), context.grammar)
        return replace(scaled, is_plain=False)
    if match := _LOOSE_SCALE.match(text, number.end):
        context.loose = "over"
        scale = Decimal(han_scale(match[1]))
        return replace(number, end=match.end(), value=number.value * scale, is_scaled=True, scale=scale, is_plain=False)
    at = number.end
    if text[at : at + 2] == " و":
        at += 2
    elif not (number.is_scaled and text[at - 1 : at] in "万亿千兆" and HAN_OR_DIGIT.match(text, at)):
        return number
    smaller = number_at(context, at) if number.value >= 1_000 else None
    if smaller is not None and text[at - 1] in "万亿千" and smaller.value < _DIGIT and smaller.end == at + 1:
        # One digit behind a scale is said of the next smaller one: 26万8 is 268,000.
        smaller = replace(smaller, value=smaller.value * _round_to(number.scale) / 10)
    if (
        smaller is None
        or not 0 < smaller.value < _round_to(number.value)
        or not (number.is_scaled or smaller.is_scaled)
    ):
        return number
    return replace(number, end=smaller.end, value=number.value + smaller.value)


_DIGIT = 10


def _round_to(value: Decimal) -> Decimal:
    return next(
        (Decimal(10) ** power for power in (12, 9, 8, 6, 4, 3) if value % Decimal(10) ** power == 0), Decimal(1)
    )
