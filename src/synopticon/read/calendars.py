"""Dates of other calendars: years of the Republic as Taiwan counts them (112年 is 2023), and years of the Hijra."""

from __future__ import annotations

import re

from synopticon.read.dates import DateHit
from synopticon.read.found import Context
from synopticon.read.numbers import han_value
from synopticon.text.han import SIMPLIFIED

_BEFORE_FIRST = 1911
_EARLIEST, _LATEST = 80, 135
_SIGNS = "零〇一二三四五六七八九十百"
_ROC = re.compile(
    rf"(?P<year>\d{{2,3}}|[{_SIGNS}]{{2,6}})\s?年(?:(?P<term>度)|\s?(?P<month>\d{{1,2}}|[{_SIGNS}]{{1,3}})\s?月(?:份)?"
    rf"(?:\s?(?P<day>\d{{1,2}}|[{_SIGNS}]{{1,3}})\s?[日号])?)?"
)
_ROC_NUMERIC = re.compile(
    r"(?P<year>\d{2,3})(?P<sign>[/.-])(?P<month>\d{1,2})(?P<rest>(?P=sign)(?P<day>\d{1,2}))(?!\d|[/.-]\d)"
)
_REPUBLIC = re.compile(r"民国\s?$")
#: Words that make of 113年 a length of time.
_LASTS = re.compile(r"(?:历时|长达|达|共|约|近|逾|超过|满|了|有|已|整整|每|第|过去|未来|前|最近)\s?$")
_LENGTH = re.compile(r"(?:来|间|之久|历史|以[前后来内上]|[多余几半后]|的历史|期)")
_HIJRI = re.compile(
    r"(?:\d{1,2}(?: من)? )?(?:محرم|صفر|ربيع ال(?:اول|اخر|ثاني)|جمادي ال(?:اولي|اخره|ثانيه)|رجب|شعبان|رمضان|شوال"
    r"|ذ[ويا] ?القعده|ذ[ويا] ?الحجه) (?:(?:عام|سنه) )?1[34]\d{2}(?: ?هـ?(?![\u0620-\u064a]))?"
    r"|1[34]\d{2} ?ه(?![\u0620-\u064a])(?:ـ)?"
)
_NUMERIC_HIJRI = re.compile(r"\d{1,2}/\d{1,2}/1[34]\d{2}(?: ?ه(?![\u0620-\u064a]))?")


def republic_date_at(context: Context, start: int) -> DateHit | None:
    """Return the date at `start` whose year counts from 1912, where the text says so or is written as in Taiwan."""
    text = context.text
    if text[start].isdigit() and (match := _ROC_NUMERIC.match(text, start)):
        return _dated(match) if is_traditional(context) else None
    match = _ROC.match(text, start)
    if match is None:
        return None
    if _REPUBLIC.search(text, max(0, start - 4), start):
        return _dated(match)
    if not is_traditional(context) and not (match["year"].isdigit() and match["month"]):
        return None
    if match["month"] or match["term"]:
        return _dated(match)
    lasts = _LASTS.search(text, max(0, start - 4), start) or _LENGTH.match(text, match.end())
    return None if lasts or match["year"] == "100" else _dated(match)


def _dated(match: re.Match[str]) -> DateHit | None:
    groups = match.groupdict()
    year, month, day = (_number(groups.get(name)) for name in ("year", "month", "day"))
    if year is None or not _EARLIEST <= year <= _LATEST or not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= 31:
        return None
    value = f"{year + _BEFORE_FIRST}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    # The 度 of 112年度 is no part of the date.
    return DateHit(match.start(), match.end() - bool(groups.get("term")), value)


def _number(signs: str | None) -> int | None:
    if not signs:
        return None
    return int(signs) if signs.isdigit() and signs.isascii() else han_value(signs)


def is_traditional(context: Context) -> bool:
    """Tell whether a text is written in traditional characters."""
    return context.text is not context.folded.original and has_traditional(context.folded.original)


def has_traditional(text: str) -> bool:
    """Tell whether a text holds several characters that are written only in the traditional way."""
    return len(_TRADITIONAL.intersection(text)) >= _SEVERAL


_TRADITIONAL = frozenset(SIMPLIFIED) - frozenset("○")
_SEVERAL = 2


def hijri_end(context: Context, start: int) -> int | None:
    """Return where a date of the Hijra ends that begins with the digits at `start`; such dates are not converted."""
    if not context.grammar.has_arabic:
        return None
    match = _HIJRI.match(context.text, start) or _NUMERIC_HIJRI.match(context.text, start)
    return match.end() if match else None
