"""Finds what a text states in numbers: counts, shares, money, dates, durations, ranks, each with its qualifier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from synopticon.read.boundaries import is_bounded
from synopticon.read.calendars import hijri_end, republic_date_at
from synopticon.read.counting import finish, finish_round, finish_share, finish_vague
from synopticon.read.dates import DateHit, date_at, han_date_at, month_date_at, year_at
from synopticon.read.found import Context, Found, found_date
from synopticon.read.grammar import Grammar, grammar_of
from synopticon.read.labels import clock_end, is_label_number
from synopticon.read.lexicon import Lexicon, default_lexicon
from synopticon.read.numbers import HAN_NUMERAL, digits_at, han_at, words_at
from synopticon.read.references import is_reference, reference_end
from synopticon.read.spans import QuantitySpan
from synopticon.read.special import (
    arabic_definite,
    arabic_one,
    dual_at,
    han_pair_at,
    han_share_at,
    is_alone,
    month_stands,
    names_product,
    rank_at,
    share_at,
    year_stands,
)
from synopticon.read.spells import arabic_part, percent_before, ratio_at, slashed_at, span_at, spoken_year_at
from synopticon.text.fold import Folded, fold
from synopticon.text.language import language_of

_DIGITS = re.compile(r"\d+")
_LONGEST = 18
_NUMBERED = re.compile(r"度?(?:第)?(?:\d{1,6}|[一二三四五六七八九十百]{1,5})[号期]")
_MOST = Decimal(10) ** 20

Candidate = tuple[int, int, str]


def find_quantities(
    text: str,
    *,
    language: str | None = None,
    folded: Folded | None = None,
    lexicon: Lexicon | None = None,
) -> list[QuantitySpan]:
    """Return the quantities in `text`, left to right, without overlap.

    Numbers in names, references, addresses, times, list numbers and page heads are not quantities; relative dates
    ("last year") and "none" are not reported.

    Args:
        text: one passage or cell.
        language: of the text; guessed when not given. It only decides between languages of one script.
        folded: ``fold(text)`` where the caller has it already.
        lexicon: product words for units, those of the reference tables when not given.
    """
    folded = folded or fold(text)
    if language is None and not (_DIGITS.fullmatch(text) or len(text) < 4):
        language = language_of(text)
    grammar = grammar_of(language)
    context = Context(folded, grammar, lexicon or default_lexicon())
    found: list[Found] = []
    done = 0
    for start, end, table in _candidates(folded.text, grammar):
        if start < done:
            continue
        context.done, context.last = done, found[-1] if found else None
        hit = _READERS[table](context, start, end)
        if hit is None:
            continue
        done = max(hit.end, hit.taken)
        if hit.kind and not _is_absurd(hit):
            found.append(hit)
    return [_span(hit, folded) for hit in found]


def quantities_may_stand(folded: Folded, language: str | None) -> Iterator[int]:
    """Yield where in the original a quantity may begin; `find_quantities` finds none elsewhere."""
    return (folded.span(start, end)[0] for start, end, _ in _candidates(folded.text, grammar_of(language)))


def _is_absurd(hit: Found) -> bool:
    """Tell whether a value is beyond anything that is counted or paid, and beyond what tables can hold."""
    return any(isinstance(value, Decimal) and abs(value) >= _MOST for value in (hit.value, hit.low, hit.high))


def _candidates(text: str, grammar: Grammar) -> list[Candidate]:
    """Return where a quantity may begin: digits, number words on word boundaries, Han numerals; sorted."""
    places: list[Candidate] = [(match.start(), match.end(), "digits") for match in _DIGITS.finditer(text)]
    triggers = grammar.triggers
    places += [
        (start, end, triggers[number])
        for number, start, end in grammar.automaton.find_matches_as_indexes(text)
        if is_bounded(text, start, end)
    ]
    if not text.isascii():
        places += [(match.start(), match.end(), "han") for match in HAN_NUMERAL.finditer(text)]
    places.sort(key=lambda place: (place[0], -place[1]))
    return places


def _read_digits(context: Context, start: int, end: int) -> Found | None:
    text, grammar = context.text, context.grammar
    before = text[start - 1 : start]
    if (hijri := hijri_end(context, start)) is not None:
        return Found.nothing(hijri)
    if not (before.isalpha() and before.isascii()) and before not in {"/", "#"}:
        hit = _republic_at(context, start, end) or date_at(text, start, grammar)
        if hit is not None and (numbered := _NUMBERED.match(text, hit.end)):
            return Found.nothing(numbered.end())  # 2023年第5号 is the number of a paper
        if hit is not None and not (before == "-" and text[start - 2 : start - 1].isalnum()):
            return found_date(context, hit)
    if end - start > _LONGEST:
        return Found.nothing(end)
    if part := slashed_at(context, start):
        return part
    if is_reference(text, start, end, grammar, context.products) or is_label_number(context, start, end):
        if clock := clock_end(context, start):
            return Found.nothing(clock)
        number = digits_at(text, start, grammar)
        return Found.nothing(reference_end(text, start, number.end if number and not number.is_scaled else end))
    number = digits_at(text, start, grammar)
    if number is None:
        return None
    if share := percent_before(context, number) or ratio_at(context, number):
        return share
    year = year_at(text, start) if number.is_plain and number.end - start == 4 else None
    if year is not None and year_stands(context, year):
        return found_date(context, year)
    if year is not None and names_product(context, year):
        return Found.nothing(end)
    return finish(context, number)


def _republic_at(context: Context, start: int, end: int) -> DateHit | None:
    """Return a date that counts its years from 1912: two or three digits before 年 or in a row with month and day."""
    if not _SHORT_YEAR <= end - start <= _LONG_YEAR or context.text[end : end + 1] not in {"年", " ", "/", "-", "."}:
        return None
    return republic_date_at(context, start) if context.text[start - 1 : start] not in {"-", "/", "."} else None


_SHORT_YEAR, _LONG_YEAR = 2, 3


def _read_words(context: Context, start: int, end: int, tables: str) -> Found | None:
    for table in tables:
        hit = _WORD_READERS[table](context, start, end)
        if hit is not None:
            return hit
    return None


def _read_number_word(context: Context, start: int, end: int) -> Found | None:
    del end
    number = words_at(context.text, start, context.grammar)
    if context.text[start] == "و" and (later := words_at(context.text, start + 1, context.grammar)):
        number = later if number is None or later.end > number.end else number  # وأحد عشر looks like واحد
    if number is not None and (one := arabic_one(context, number) or arabic_definite(context, number)):
        return one
    if number is None:
        return None
    if together := spoken_year_at(context, number) or arabic_part(context, number) or ratio_at(context, number):
        return together
    if is_alone(context, number):
        return None
    return finish(context, number)


def _read_share(context: Context, start: int, end: int) -> Found | None:
    value = share_at(context, start, end)
    half = context.text.find("半", start + 1, end)
    if half > 0 and _HALF_TIME.match(context.text, end):
        return None  # 近半年 is nearly half a year
    if value is None or half < 0 or context.text[half - 1] in "一大小对":
        return None if value is None else finish_share(context, start, end, value)
    # 过半 is more than half; what stands before a half is its qualifier.
    return finish_share(context, half, end, value, "over" if context.text[half - 1] == "过" else None)


_HALF_TIME = re.compile(r"[年天月日]|个?(?:小时|钟头|月|世纪)")


def _read_month(context: Context, start: int, end: int) -> Found | None:
    hit = month_date_at(context.text, start, context.grammar)
    if hit is None or not month_stands(context, start, end, hit):
        return None
    return found_date(context, hit)


def _read_han(context: Context, start: int, end: int) -> Found | None:
    hit = han_date_at(context.text, start)
    if hit is None and context.text[end : end + 1] == "年":
        hit = republic_date_at(context, start)
    if hit is not None:
        return found_date(context, hit)
    if share := han_share_at(context.text, start):
        return finish_share(context, start, share[1], share[0])
    if rank := rank_at(context, start):
        return rank
    if pair := han_pair_at(context, start):
        return pair
    number = han_at(context.text, start)
    if number is None or is_alone(context, number):
        return None
    return finish(context, number)


_WORD_READERS: dict[str, Callable[[Context, int, int], Found | None]] = {
    "n": _read_number_word,
    "r": finish_round,
    "v": finish_vague,
    "s": _read_share,
    "m": _read_month,
    "d": dual_at,
    "t": span_at,
    "o": lambda context, start, end: rank_at(context, start),  # noqa: ARG005  # one shape for all readers
}


class _Readers(dict[str, Callable[[Context, int, int], Found | None]]):
    """The reader of each kind of candidate; one made of several tables tries them from the most specific."""

    def __missing__(self, tables: str) -> Callable[[Context, int, int], Found | None]:
        ordered = "".join(sorted(tables, key="trdvsmon".index))

        def read(context: Context, start: int, end: int) -> Found | None:
            return _read_words(context, start, end, ordered)

        self[tables] = read
        return read


_READERS = _Readers(digits=_read_digits, han=_read_han)


def _plain(value: Decimal | None) -> Decimal | None:
    """Drop trailing zeros without an exponent: 1200000.0 is 1200000."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _span(hit: Found, folded: Folded) -> QuantitySpan:
    start, end = folded.span(hit.start, hit.end)
    unit = unit_start = unit_end = None
    if hit.unit is not None:
        unit_start, unit_end = folded.span(hit.unit.start, hit.unit.end)
        unit = folded.original[unit_start:unit_end].lower()
    return QuantitySpan(
        start,
        end,
        hit.kind,
        hit.value if isinstance(hit.value, str) else _plain(hit.value),
        _plain(hit.low),
        _plain(hit.high),
        unit,
        hit.qualifier,
        hit.currency,
        folded.original[start:end],
        unit_start,
        unit_end,
        hit.unit.product_kind if hit.unit else None,
    )
