"""Dates as they are written, cut to what is said. Spans are of the folded text; relative dates are not resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from synopticon.read.grammar import LETTER, Grammar, grammar_of

_DIGITS = re.compile(r"\d+")
_ISO = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?)?)?(?![\d-])"
)
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])/((?:19|20)\d{2})(?![\d/])")
_HAN = re.compile(r"(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:份)?(?:\s?(\d{1,2})\s?[日号])?)?")
_HAN_WORDS = re.compile(
    r"([一二][〇零一二三四五六七八九]{3})(?:年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?)?"
    r"|(?=[至/–—-]\s?(?:[一二][〇零一二三四五六七八九])?[〇零一二三四五六七八九]{2}(?:财政)?年))"
)
_HAN_NEXT = re.compile(r"[至/–—-]\s?(?:[一二][〇零一二三四五六七八九])?[〇零一二三四五六七八九]{2}(?=(?:财政)?年)")
_HAN_MONTH = re.compile(r"(\d{1,2})\s?月(?:(\d{1,2})\s?[日号]|份|(?![\d]))")
_HAN_MONTH_WORDS = re.compile(r"(十[一二]?|[一二三四五六七八九])月(?:([一二三四五六七八九十]{1,3})[日号]|份)?")
_FISCAL = re.compile(r"((?:19|20)\d{2})\s?[/–—至-]\s?(\d{2}|(?:19|20)\d{2})(?![\d/-])")
_YEAR = re.compile(r"(?:19|20)\d{2}(?![\d])")
_NO_LETTER = f"(?![{LETTER}])"
_JOIN = r"(?:\s?[(/]\s?|\s?-\s?)"


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date: its folded span and its ISO form, cut to what is said."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    month = f"(?:{grammar_of(code).month_at.pattern})"
    pair = rf"(?P<month>{month})(?:\.|{_JOIN}{month}(?:\s?\))?)?"
    year = r"(?P<year>(?:19|20)\d{2}|'\d{2}(?!\d))(?!\d|,\d{3})"
    before_year = r"(?:[\s,.-]{1,3}(?:(?:of|de|del|من|عام|سنه|لعام|من عام|من العام|العام|في عام)\s)?)"
    return _Patterns(
        re.compile(
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?(?:\s(?:day\s)?(?:of|de|من|من شهر|شهر)\s|\s|-)?\s?{pair}"
            rf"(?:{before_year}{year}|-(?P<short>\d{{2}})(?!\d))?"
        ),
        re.compile(
            rf"{pair}(?:[ .-]{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?(?:million|مليون)))?"
            rf"(?:{before_year}{year})?"
        ),
    )


def date_at(text: str, start: int, grammar: Grammar) -> DateHit | None:
    """Return the date that begins with the digits at `start`. A year alone is not one: see `year_at`."""
    digits = _DIGITS.match(text, start)
    if digits is None:
        return None
    end = digits.end()
    sign = text[end : end + 1]
    if sign in {"-", "/", "."} and sign and (hit := _iso(text, start) or _numeric(text, start)):
        return hit
    if (sign in {"年", "月", " "} and sign) and (hit := _han(text, start)):
        return hit
    if end - start > 2 or not sign or not (sign in " -.ºª" or sign.isalpha()):
        return None
    match = _patterns(grammar.latin.code).day_first.match(text, start)
    if match:
        day = int(match["day"])
        if 1 <= day <= 31:
            return _named(match, day, grammar)
    return None


def month_date_at(text: str, start: int, grammar: Grammar) -> DateHit | None:
    """Return the date that begins with the month name at `start`: "July 2016", "Sept. 12", "October"."""
    if match := _HAN_MONTH_WORDS.match(text, start):
        return _made(match, None, _han_number(match[1]), match[2] and _han_number(match[2]))
    match = _patterns(grammar.latin.code).month_first.match(text, start)
    if match is None:
        return None
    day = int(match["day"]) if match["day"] else None
    if day is not None and not 1 <= day <= 31:
        return DateHit(start, match.end("month"), f"--{grammar.months[match['month']]:02}")
    return _named(match, day, grammar)


def han_date_at(text: str, start: int) -> DateHit | None:
    """Return a date in Han numerals: 二〇二三年八月."""
    if match := _HAN_WORDS.match(text, start):
        year = "".join(str("〇一二三四五六七八九".index(sign.replace("零", "〇"))) for sign in match[1])
        if following := _HAN_NEXT.match(text, match.end()):
            return DateHit(start, following.end(), year)
        return _made(match, year, match[2] and _han_number(match[2]), match[3] and _han_number(match[3]))
    if match := _HAN_MONTH_WORDS.match(text, start):
        return _made(match, None, _han_number(match[1]), match[2] and _han_number(match[2]))
    return None


def year_at(text: str, start: int) -> DateHit | None:
    """Return the year, or the first year of "2019/20", at `start`; whether it is one, the words around must tell."""
    if match := _FISCAL.match(text, start):
        first, second = int(match[1]), int(match[2])
        if second == (first + 1) % 100 or second == first + 1 or (second > first and "/" not in match[0]):
            end = match.end() if second in {(first + 1) % 100, first + 1} else match.end(1)
            return DateHit(start, end, match[1])
    match = _YEAR.match(text, start)
    return DateHit(start, match.end(), match[0]) if match else None


def _iso(text: str, start: int) -> DateHit | None:
    match = _ISO.match(text, start)
    if match is None or not 1900 <= int(match[1]) <= 2099:
        return None
    if not match[3] and int(match[2]) == int(match[1][2:]) + 1:  # 2010-11 is more often a financial year
        return None
    return _made(match, match[1], int(match[2]), match[3] and int(match[3]))


def _numeric(text: str, start: int) -> DateHit | None:
    if match := _YEAR_FIRST.match(text, start):
        return _made(match, match[1], int(match[3]), int(match[4]))
    if match := _NUMERIC.match(text, start):
        day, month, year = int(match[1]), int(match[3]), match[4]
        if month > 12 and day <= 12:  # the day stands first unless that is impossible
            day, month = month, day
        if len(year) == 2 and match[2] == ".":
            return None
        return _made(match, year if len(year) == 4 else _century(year), month, day)
    if match := _MONTH_YEAR.match(text, start):
        return _made(match, match[2], int(match[1]), None)
    return None


def _han(text: str, start: int) -> DateHit | None:
    if match := _HAN.match(text, start):
        return _made(match, match[1], match[2] and int(match[2]), match[3] and int(match[3]))
    if match := _HAN_MONTH.match(text, start):
        return _made(match, None, int(match[1]), match[2] and int(match[2]))
    return None


def _made(match: re.Match[str], year: str | None, month: int | str | None, day: int | str | None) -> DateHit | None:
    if not month:
        return DateHit(match.start(), match.end(), year) if year else None
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    value = f"{year or '-'}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return DateHit(match.start(), match.end(), value)


def _named(match: re.Match[str], day: int | None, grammar: Grammar) -> DateHit:
    groups = match.groupdict()
    year = groups.get("year") or groups.get("short")
    if year is not None and len(year) < 4:
        year = _century(year.strip("'"))
    value = f"{year or '-'}-{grammar.months[match['month']]:02}" + (f"-{day:02}" if day else "")
    end = match.end()
    return DateHit(match.start(), end, value)


def _century(year: str) -> str:
    return ("20" if int(year) < 70 else "19") + year


def _han_number(signs: str) -> int:
    head, ten, tail = signs.partition("十")
    digits = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
    if not ten:
        return digits.get(head, 0)
    return (digits.get(head, 1) if head else 1) * 10 + (digits.get(tail, 0) if tail else 0)
