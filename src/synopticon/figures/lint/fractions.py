"""Parts and wholes that one sentence joins ("28 of 43", "28/43"), and the base that leads it ("Of the 43, …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from synopticon.figures.lint.records import Number
from synopticon.figures.lint.sentence import Sentence
from synopticon.figures.lint.words import any_of, pattern

_WORD = r"[^\W\d_][\w'’.-]*"
_SLASH = re.compile(r"(?<![\d/.,])(\d{1,3}(?:,\d{3})*|\d+)\s?/\s?(\d{1,3}(?:,\d{3})*|\d+)(?![\d/]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Fraction:
    """A part and its whole as they stand in one sentence, with the stretch that both take.

    Attributes:
        is_written: written with a slash ("28/43"), which can be many things; it counts only where a share restates it.
    """

    part: Number
    whole: Number
    start: int
    end: int
    is_written: bool = False


def is_like(one: Number, other: Number) -> bool:
    """Tell whether two numbers can count the same things: one kind, one currency, units that do not differ."""
    if one.kind != other.kind or one.currency != other.currency:
        return False
    if one.unit is None or other.unit is None or stem_of(one.unit) == stem_of(other.unit):
        return True
    return any(pattern("classifier").fullmatch(number.unit or "") for number in (one, other))


def is_of_answers(number: Number) -> bool:
    """Tell whether a number counts replies or bodies in general, so that it can be the base of any of them."""
    return number.unit is not None and pattern("answers").search(number.unit) is not None


def stem_of(unit: str) -> str:
    """Return the last word of a unit without the ending of its plural."""
    last = unit.rsplit(maxsplit=1)[-1]
    return last[:-3] + "y" if last.endswith("ies") else last.removesuffix("s")


@cache
def of_gap() -> re.Pattern[str]:
    """Return the pattern of what stands between part and whole: "of", up to three words more."""
    filler = rf"(?P<filler>(?:{_WORD}\s+){{0,3}}?)"
    return re.compile(rf"(?P<unit>[^,.;:—–]*?)\s*(?P<of>{any_of('of')})\s+{filler}(?:الـ\s?)?", re.IGNORECASE)


@cache
def _inside_gap() -> re.Pattern[str]:
    return re.compile(rf"[^。；;.!?！？\d]{{0,14}}?(?:{any_of('inside')})[^。；;\d]{{0,6}}")


@cache
def _leading_gap() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[.;:,(—–]\s*|(?<!\w)(?:and|while|but)\s+|\A\W*)(?:{any_of('leading')})\s+(?P<filler>(?:{_WORD}\s+){{0,3}}?)\Z",
        re.IGNORECASE,
    )


def fractions_of(sentence: Sentence) -> tuple[Fraction, ...]:
    """Return the parts with their wholes that the words of a sentence join, left to right."""
    found: list[Fraction] = []
    amounts = sentence.amounts
    for first, second in pairwise(amounts):
        fraction = _fraction(sentence, first, second)
        if fraction is not None:
            found.append(fraction)
    found += _of_them(sentence, found)
    found += _with_slash(sentence)
    return tuple(sorted(found, key=lambda fraction: fraction.start))


def _fraction(sentence: Sentence, first: Number, second: Number) -> Fraction | None:
    gap = sentence.gap(first.end, second.start)
    match = of_gap().fullmatch(gap)
    if match is not None and is_like(first, second) and _is_plain_of(sentence, first, match):
        return Fraction(first, second, first.start, second.end_of_unit)
    if _inside_gap().fullmatch(gap) and first.kind == second.kind == "count":
        return Fraction(second, first, first.start, second.end_of_unit)
    return None


def _is_plain_of(sentence: Sentence, part: Number, match: re.Match[str]) -> bool:
    if any(pattern("stop").fullmatch(word) for word in match["filler"].split()):
        return False
    unit = match["unit"].strip()
    if pattern("out_of").fullmatch(match["of"]):
        return len(unit.split()) <= 6
    return unit in {"", sentence.text.text[part.end : part.end_of_unit].strip()}


def _of_them(sentence: Sentence, found: Sequence[Fraction]) -> list[Fraction]:
    """Return parts of what was counted just before: "60 councils, and 45 of them"."""
    used = {id(number) for fraction in found for number in (fraction.part, fraction.whole)}
    fractions: list[Fraction] = []
    for whole, part in pairwise(n for n in sentence.amounts if n.kind == "count"):
        if id(part) in used or not is_like(part, whole) or (part.value or 0) > (whole.value or 0):
            continue
        if _them().match(sentence.after(part.end)):
            fractions.append(Fraction(part, whole, part.start, part.end))
    return fractions


@cache
def _them() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of('of_them')}", re.IGNORECASE)


def _with_slash(sentence: Sentence) -> list[Fraction]:
    found: list[Fraction] = []
    for match in _SLASH.finditer(sentence.text.text, sentence.start, sentence.end):
        if any(
            n.kind in {"date", "money"} and n.start < match.end() and match.start() < n.end for n in sentence.numbers
        ):
            continue
        part, whole = (_written(match, group) for group in (1, 2))
        if 0 < (part.value or 0) <= (whole.value or 0) and not match[2].startswith("0"):
            found.append(Fraction(part, whole, match.start(), match.end(), is_written=True))
    return found


def _written(match: re.Match[str], group: int) -> Number:
    value = Decimal(match[group].replace(",", ""))
    start, end = match.span(group)
    return Number(start, end, "count", value, value, value, None, "exact", None, match[group], end)


def leading_of(sentence: Sentence, fractions: Sequence[Fraction]) -> Number | None:
    """Return the base that leads a sentence, null when none does."""
    used = {id(number) for fraction in fractions for number in (fraction.part, fraction.whole)}
    for number in sentence.amounts:
        match = _leading_gap().search(sentence.before(number.start))
        if match is None or id(number) in used:
            continue
        if not any(pattern("stop").fullmatch(word) for word in match["filler"].split()):
            return number
    return None
