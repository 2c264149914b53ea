"""Sums: "12 + 20 + 5 = 40", "a total of 155: 79, 56 and 21", "43 of 52 replied, the other 8 did not"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import pairwise

from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.fractions import is_like
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern

_NUMBER = r"[£$€¥]?\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?"
#: A word for what is counted, which may stand behind each number.
_THING = r"(?:\s[^\W\d_]{1,20})?"
_WRITTEN = re.compile(
    rf"(?<![\w.,/]){_NUMBER}(?:{_THING}\s?[+−–×*÷-]\s?{_NUMBER}){{1,20}}{_THING}\s?=\s?{_NUMBER}(?![\w/]|[.,]\d)(?!\s?%)"
)
_LEADING = re.compile(_NUMBER)
_SIGN = re.compile(r"\s?([+−–×*÷=-])\s?")
_MULTIPLY, _DIVIDE, _MINUS = "×*", "÷", "−–-"
_LOOSE = Decimal("0.05")
_LISTED = re.compile(r"(?:[,;:.]|\band|\bor|\A)\s*\(\Z")


@cache
def _introduces() -> re.Pattern[str]:
    return re.compile(rf"[:：(（—–]|\s-\s|{any_of('comprise')}", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield sums that do not add up."""
    for place, tied in enumerate(scene.tied):
        yield from _written(tied)
        yield from _lists(tied)
        yield from _jointly(tied, [one for one in scene.tied[max(0, place - 5) : place] if _is_same_block(one, tied)])
        near = [other for other in scene.tied[max(0, place - 3) : place] if _is_same_block(other, tied)]
        yield from _rest(tied, [] if tied.leading is not None else near)


def _is_same_block(one: Tied, other: Tied) -> bool:
    return one.sentence.block == other.sentence.block


def _written(tied: Tied) -> Iterator[Finding]:
    """Yield sums that are written with signs."""
    sentence = tied.sentence
    for match in _WRITTEN.finditer(sentence.text.text, sentence.start, sentence.end):
        terms = [_bare(part) for part in _SIGN.split(match[0])]
        true = _evaluate(terms[:-2])
        said = _decimal(terms[-1])
        if true is None or said is None or abs(true - said) <= _half_place(terms[-1]) * (0 if _is_whole(terms) else 1):
            continue
        yield sentence.finding(
            *match.span(),
            "wrong-sum",
            "error",
            expected=f"{' '.join(terms[:-2])} = {plain(true)}",
            found=terms[-1],
            advice=f"the result is {plain(true)}; check every number",
        )


def _bare(part: str) -> str:
    """Return a term without the word behind its number; a sign as it is."""
    match = _LEADING.match(part)
    return match[0] if match else part


def _is_whole(terms: Sequence[str]) -> bool:
    return not any(sign in _DIVIDE for sign in terms[1::2])


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.lstrip("£$€¥").replace(",", ""))
    except InvalidOperation:
        return None


def _half_place(text: str) -> Decimal:
    return Decimal("0.5").scaleb(-len(text.partition(".")[2]))


def _evaluate(terms: Sequence[str]) -> Decimal | None:
    """Work out a chain of numbers and signs; products come before sums."""
    total, term, sign = Decimal(0), _decimal(terms[0]), 1
    for operator, text in zip(terms[1::2], terms[2::2], strict=True):
        number = _decimal(text)
        if number is None or term is None or (operator in _DIVIDE and number == 0):
            return None
        if operator in _MULTIPLY:
            term *= number
        elif operator in _DIVIDE:
            term /= number
        else:
            total += sign * term
            term, sign = number, -1 if operator in _MINUS else 1
    return None if term is None else total + sign * term


def _lists(tied: Tied) -> Iterator[Finding]:
    """Yield totals that differ from the list that makes them up."""
    sentence = tied.sentence
    for total in sentence.amounts:
        if total.qualifier in {"between", "vague"} or any(f.part is total for f in tied.fractions):
            continue
        parts = _parts_after(tied, total) or _parts_before(tied, total)
        if len(parts) < 2:
            continue
        added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
        if _is_sum(total, added, parts):
            continue
        start, end = min(total.start, parts[0].start), max(total.end, parts[-1].end)
        yield sentence.finding(
            start,
            end,
            "wrong-total",
            "error",
            expected=f"{' + '.join(plain(part.value or Decimal(0)) for part in parts)} = {plain(added)}",
            found=total.text,
            advice=f"the parts make {plain(added)}; correct the total or the part that is wrong",
        )
        return


def _is_sum(total: Number, added: Decimal, parts: Sequence[Number]) -> bool:
    value = total.value or Decimal(0)
    is_loose = total.qualifier == "about" or any(part.qualifier != "exact" for part in parts)
    if is_loose:
        return abs(added - value) <= value * _LOOSE
    if total.qualifier in {"over", "at_least"}:
        return added >= value
    if total.qualifier in {"under", "at_most"}:
        return added <= value
    return added == value or (total.kind == "money" and abs(added - value) <= _last_place(total) / 2 * (len(parts) + 1))


def _last_place(number: Number) -> Decimal:
    """Return the size of the last place that is printed: £1.2m is told to 100,000."""
    if number.value is None or number.text.replace(",", "").strip("£$€¥ ").isdigit() or not number.value:
        return Decimal(0)
    exponent = number.value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _parts_after(tied: Tied, total: Number) -> list[Number]:
    """Return the list after "a total of 155 cameras:", or after "155 cameras:" where it is plainly its list."""
    sentence = tied.sentence
    later = [n for n in sentence.amounts if n.start > total.end]
    signs = list(_introduces().finditer(sentence.text.text, total.end, sentence.end))
    signs = [sign for sign in signs if sum(n.start >= sign.end() for n in later) > 1][:1]
    following = [n for n in later if signs and n.start >= signs[0].end()]
    if any(is_like(n, total) for n in later if n not in following):
        return []
    if not signs or pattern("overlap").search(sentence.words):
        return []
    if pattern("part_of_list").search(sentence.words):
        return _parts_over(tied, total, following)
    is_total = _is_named_total(tied, total)
    parts = _list_of(tied, total, following)
    if not is_total and (
        total.unit is None or (len(parts) < 3 and total.product_kind is None) or not _is_bare_list(tied, parts)
    ):
        return []
    if parts and total.product_kind is None and _names_among(tied, parts[0].start, parts[-1].end):
        return []
    return parts


def _parts_over(tied: Tied, total: Number, numbers: Sequence[Number]) -> list[Number]:
    """Return a list that need not be whole ("including", "of which") where it makes more than its total.

    Three parts or more, of which only the numbers and the names before them differ, are shares of one thing by place or
    kind; two may be told of the same things.
    """
    parts = [n for n in numbers if is_like(n, total) and n.qualifier == "exact"]
    if len(parts) != len(numbers) or any(n.value is None or n.value >= (total.value or 0) for n in parts):
        return []
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    is_plain = len(parts) > 2 and _is_bare_list(tied, parts) and not _names_among(tied, parts[0].start, parts[-1].end)
    return parts if is_plain and added > (total.value or Decimal(0)) else []


def _parts_before(tied: Tied, total: Number) -> list[Number]:
    """Return the list before ", a total of 155" or ", 155 in all"."""
    sentence = tied.sentence
    before = [n for n in sentence.amounts if n.end <= total.start]
    if len(before) < 2 or not _is_named_total(tied, total):
        return []
    joint = sentence.text.text[before[-1].end : total.start]
    if _parts_after(tied, total) or not re.search(r"[,;:—–，、()]|\bmak|\bfor a\b|=|\bor\b|و", joint):
        return []
    if pattern("part_of_list").search(sentence.words) or pattern("overlap").search(sentence.words):
        return []
    if total.product_kind is None and _names_among(tied, before[0].start, total.start):
        return []
    parts = list(reversed(_list_of(tied, total, list(reversed(before)))))
    return parts if total.unit is not None or _is_bare_list(tied, parts) else []


def _is_named_total(tied: Tied, total: Number) -> bool:
    sentence = tied.sentence
    before = sentence.before(total.start)[-34:]
    after = sentence.after(total.end)[: total.end_of_unit - total.end + 16]
    about = rf"(?:\s*{any_of('about')})*\s*\Z"
    return (
        re.search(rf"{any_of('total')}(?:\s*(?:of|to|،|:))?{about}", before, re.IGNORECASE) is not None
        or re.match(rf"[^.,;:()\d]*?(?:{any_of('total')})", after, re.IGNORECASE) is not None
    )


def _list_of(tied: Tied, total: Number, numbers: Sequence[Number]) -> list[Number]:
    """Return the run of numbers that can be parts of the total: of its kind, not bases, not larger in unit."""
    wholes = {id(f.whole) for f in tied.fractions} | {id(f.part) for f in tied.fractions}
    parts: list[Number] = []
    text = tied.sentence.text.text
    for number in numbers:
        if _LISTED.search(text[max(0, number.start - 6) : number.start]) and text[number.end : number.end + 1] == ")":
            break  # the number of a list item, not that of a thing before it
        if not is_like(number, total) or id(number) in wholes or number.value is None:
            break
        if any(not is_like(number, part) for part in parts):
            break
        # In a written sum "79 +" means no more than 79.
        is_summand = text[number.end : number.end + 3].lstrip().startswith("+")
        parts.append(replace(number, qualifier="exact") if is_summand else number)
    return parts


def _is_bare_list(tied: Tied, parts: Sequence[Number]) -> bool:
    """Tell whether the parts follow one another in one list: no verb-like stretch, no second sentence between."""
    text = tied.sentence.text.text
    gaps = [text[one.end : other.start] for one, other in pairwise(parts)]
    return bool(gaps) and all(
        len(gap) <= 60 and re.search(r"[,;，；、]|\band\b|و|和|\+|\bplus\b", gap) is not None for gap in gaps
    )


def _names_among(tied: Tied, start: int, end: int) -> bool:
    """Tell whether makers stand among the parts: bodies may own equipment of several."""
    return any(name.kind == "maker" and start <= name.start < end + 40 for name in tied.sentence.names)


def _jointly(tied: Tied, before: Sequence[Tied]) -> Iterator[Finding]:
    """Yield "Together they have 210" when the sentences before it, one number each, do not add up to it."""
    if len(tied.sentence.amounts) != 1 or not pattern("jointly").search(tied.sentence.words):
        return
    (total,) = tied.sentence.amounts
    parts: list[Number] = []
    for other in reversed(before):
        if (
            len(other.sentence.numbers) != 1
            or not other.sentence.amounts
            or not is_like(other.sentence.amounts[0], total)
        ):
            break
        parts.insert(0, other.sentence.amounts[0])
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if len(parts) > 1 and not _is_sum(total, added, parts) and not any(_names_any(one) for one in before):
        yield tied.sentence.finding(
            total.start,
            total.end,
            "wrong-total",
            "error",
            expected=f"{' + '.join(plain(part.value or Decimal(0)) for part in parts)} = {plain(added)}",
            found=total.text,
            advice=f"the parts make {plain(added)}; correct the total or the part that is wrong",
        )


def _names_any(tied: Tied) -> bool:
    return any(name.kind == "maker" for name in tied.sentence.names)


def _rest(tied: Tied, before: Sequence[Tied]) -> Iterator[Finding]:
    """Yield "the other 8" or "8 did not" when it makes no whole together with what stands before it."""
    sentence = tied.sentence
    counts = [n for n in sentence.amounts if n.kind == "count" and n.qualifier == "exact"]
    for place, rest in enumerate(counts):
        if place < 2 or not _is_rest(tied, rest):
            continue
        earlier = counts[:place]
        if not all(is_like(rest, number) for number in earlier):
            continue
        wholes = [n.value for other in before for n in other.sentence.amounts if n.kind == "count"]
        if _makes_whole(rest, earlier, wholes):
            continue
        whole = max(earlier, key=lambda n: n.value or 0)
        left = (whole.value or Decimal(0)) - sum((n.value or Decimal(0) for n in earlier if n is not whole), Decimal(0))
        yield sentence.finding(
            rest.start,
            rest.end,
            "wrong-remainder",
            "error",
            expected=f"{plain(left)} of {plain(whole.value or Decimal(0))} are left",
            found=rest.text,
            advice="the parts and the rest do not make the whole; check them",
        )
        return


def _is_rest(tied: Tied, number: Number) -> bool:
    sentence = tied.sentence
    before = sentence.before(number.start)[-18:]
    after = sentence.after(number.end_of_unit)[:14]
    return re.search(rf"{any_of('rest')}\s*[,(—–:]?\s*\Z", before, re.IGNORECASE) is not None or (
        tied.leading is not None and re.match(rf"\s*{any_of('negated')}", after, re.IGNORECASE) is not None
    )


def _makes_whole(rest: Number, earlier: Sequence[Number], stated: Sequence[Decimal | None]) -> bool:
    """Tell whether some run of numbers before the rest makes a number that was stated before."""
    values = [n.value or Decimal(0) for n in earlier]
    wholes = {*values, *stated}
    for start in range(len(values)):
        added = rest.value or Decimal(0)
        for value in values[start:]:
            added += value
            if added in wholes:
                return True
    return False


RULE = Rule("sums", check)
