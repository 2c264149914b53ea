"""The upper end of a range: "between 10 and 15", £10-15 million, ما بين 10 و15, 10至15台."""

from __future__ import annotations

import re

from synopticon.read.context import words_before
from synopticon.read.found import Context
from synopticon.read.grammar import Grammar
from synopticon.read.numbers import Number, digits_at, han_at, money_scale, words_at

_TIGHT_JOINER = re.compile(r" ?[-–—~～] ?|[至到] ?")
_SECOND_SIGN = re.compile(r"(?:us)?[£$€¥]|(?:gbp|usd|eur) ?")


def range_end(context: Context, number: Number, *, is_money: bool) -> Number | None:
    """Return the upper end of a range that `number` begins."""
    text, grammar = context.text, context.grammar
    tight = _TIGHT_JOINER.match(text, number.end)
    words = words_before(text, number.start, context.done)
    opener = _opened(words, grammar)
    if tight:
        at, joiner = tight.end(), "-"
    else:
        gap = 1 if text[number.end : number.end + 1] == " " else 0
        match = grammar.joiner_at.match(text, number.end + gap)
        if match is None and text[number.end + gap : number.end + gap + 1] == "و" and opener:
            at, joiner = number.end + gap + 1, "و"
        elif match is None:
            return None
        else:
            at, joiner = match.end(), match[0]
            at += text[at : at + 1] == " "
    if not opener and joiner in {"and", "و", "和", "与", "y", "et", "und", "e"}:
        return None
    if is_money or text[at : at + 1] in "£$€¥":
        sign = _SECOND_SIGN.match(text, at)
        at = sign.end() if sign else at
    second = number_at(context, at)
    if second is None:
        return None
    if is_money:
        second = money_scale(text, second, grammar)
    low = number.value if number.is_scaled or not second.is_scaled else number.value * second.scale
    if second.value <= low or (joiner in {"or", "او", "ou", "oder", "o"} and second.value - low > 2 * second.scale):
        return None
    if not opener and any(word.startswith(grammar.changes) for word in words if grammar.changes) and joiner != "-":
        return None
    if joiner == "-" and number.is_plain and second.is_plain and number.end - number.start > 4:
        return None
    return second


def _opened(words: tuple[str, ...], grammar: Grammar) -> bool:
    for size in (1, 2):
        phrase = " ".join(words[-size:])
        if phrase in grammar.range_openers and phrase not in {"from", "من", "في"}:
            return True
    last = words[-1] if words else ""
    return last[1:] in grammar.range_openers and last[:1] in {"و", "ل", "ب"} if last else False


def number_at(context: Context, at: int) -> Number | None:
    """Return the number at `at`, in digits, words or Han numerals."""
    text = context.text
    letter = text[at : at + 1]
    if letter.isdecimal():
        number = digits_at(text, at, context.grammar)
        after = text[number.end : number.end + 1] if number else ""
        return (
            None
            if number is None or (after.isalpha() and after.isascii() and not number.is_scaled and after not in "kmb")
            else number
        )
    if "\u4e00" <= letter <= "\u9fff":
        return han_at(text, at)
    return words_at(text, at, context.grammar)
