"""Numbers that several words make together: spoken years, ratios, fractions, lengths of time and a half."""

from __future__ import annotations

import re
from decimal import Decimal

from synopticon.read.context import qualifier_before, words_before
from synopticon.read.counting import finish_share
from synopticon.read.dates import DateHit
from synopticon.read.found import Context, Found, found_date, valued, word_end
from synopticon.read.numbers import Number, words_at
from synopticon.read.ranges import number_at
from synopticon.read.units import Unit, unit_after

_CENTURIES = {18, 19, 20}
_ROUND_WHOLES = {20, 50, 100, 1000}
_SLASHED = re.compile(r"([1-9])/([2-9]|10|12|100)(?![\d/]) (?=of |من |de |des |der |del |aller )")
_PERCENT_BEFORE = re.compile(r"(?:^|[\s(\u0620-\u06d3])%$")
_PART_NAMES = {3: "ثلث", 5: "خمس", 6: "سدس", 10: "عشر"}
_PARTS = {name: round(Decimal(1) / whole, 4) for whole, name in _PART_NAMES.items()}
_OWNERS = ("ها", "هم", "هن", "ه", "نا", "كم")
_WHOLE = re.compile(r"(?:ها|هم|هن|ه)?(?![\u0620-\u06d3])")


def spoken_year_at(context: Context, number: Number) -> Found | None:
    """Return the year that two number words say ("nineteen ninety-nine"); without a word before it is a title."""
    if number.form != "words" or number.is_scaled or number.value not in _CENTURIES or number.value == 20:
        return _twenty(context, number) if number.value == 20 and number.form == "words" else None
    return _year_of(context, number)


def _twenty(context: Context, number: Number) -> Found | None:
    before = words_before(context.text, number.start)
    if before and before[-1] in context.grammar.year_words - {"of", "to"}:
        return _year_of(context, number)
    rest = words_at(context.text, number.end + 1, context.grammar)
    return Found.nothing(rest.end) if rest is not None and 10 <= rest.value < 30 and not rest.is_scaled else None


def _year_of(context: Context, number: Number) -> Found | None:
    text = context.text
    if text[number.end : number.end + 1] not in {" ", "-"} or not text[number.start].isascii():
        return None
    rest = words_at(text, number.end + 1, context.grammar)
    if rest is None or rest.is_scaled or not 10 <= rest.value <= 99:
        return None
    before = words_before(text, number.start)
    if before and before[-1] in context.grammar.year_words:
        return found_date(context, DateHit(number.start, rest.end, str(int(number.value * 100 + rest.value))))
    return Found.nothing(rest.end)


def ratio_at(context: Context, number: Number) -> Found | None:
    """Return the share that "two in three councils" or واحد من كل ثلاثة says."""
    text, grammar = context.text, context.grammar
    if text[number.end : number.end + 1] != " " or number.is_scaled or not 0 < number.value < 100:
        return None
    link = grammar.ratio_at.match(text, number.end + 1)
    if link is None or text[link.end() : link.end() + 1] != " ":
        return None
    whole = number_at(context, link.end() + 1)
    if whole is None or whole.form != number.form or whole.is_scaled or not number.value < whole.value:
        return None
    if whole.value > 12 and whole.value not in _ROUND_WHOLES:
        return None
    if any(
        word_end(pattern, text, whole.end) for pattern in (grammar.duration_at, grammar.currency_at, grammar.percent_at)
    ):
        return None
    is_closed = number.form == "words" and _RATIO_ENDS.match(text, whole.end) is not None
    if (
        text[number.start].isascii()
        and not is_closed
        and unit_after(text, whole.end, grammar, context.products) is None
    ):
        return None
    return finish_share(context, number.start, whole.end, round(number.value / whole.value, 4))


#: What follows a ratio whose noun is left out: "two in three, we found", "one in eight is broken".
_RATIO_ENDS = re.compile(
    r"[,;:.)]|\s(?:is|are|was|were|has|have|had|does|do|did|now|still|run|use|own|said|could|can|would)\b"
)


def slashed_at(context: Context, start: int) -> Found | None:
    """Return the share that "1/3 of" says."""
    match = _SLASHED.match(context.text, start)
    if match is None or int(match[1]) >= int(match[2]) or context.text[start - 1 : start] in set("/0123456789"):
        return None
    return finish_share(context, start, match.end() - 1, round(Decimal(match[1]) / Decimal(match[2]), 4))


def percent_before(context: Context, number: Number) -> Found | None:
    """Return a share whose sign stands before the number, as Arabic and Turkish write it: %12."""
    text = context.text
    if text[number.start - 1 : number.start] != "%" or not number.start:
        return None
    if _PERCENT_BEFORE.search(text, max(0, number.start - 2), number.start) is None or text.isascii():
        return None
    return valued(context, number.value / 100, None, number.start - 1, number.end, "share")


def arabic_part(context: Context, number: Number) -> Found | None:
    """Return the part that عشر, خمس or سدس is before a definite noun: عُشر الكاميرات is a tenth, عشر كاميرات are ten."""
    text = context.text
    value = _PARTS.get(text[number.start : number.end])
    if value is None or text[number.end : number.end + 3] != " ال" or text[number.start - 1 : number.start] == "ل":
        return None
    return finish_share(context, number.start, number.end, value)


def span_at(context: Context, start: int, end: int) -> Found | None:
    """Return a length of time said without a plain number: "a year and a half", سنة ونصف."""
    text = context.text
    value, unit = context.grammar.spans[text[start:end]]
    first, last = context.folded.span(start, end)
    if value == 1 and "\u064b" not in context.folded.original[first : last + 1]:
        return None
    del unit
    qualifier, _ = qualifier_before(text, start, context.grammar, context.done)
    stop = next((at for at in range(start, end) if text[at] == " "), end)
    for word in re.finditer(r"[^ ]+", text[start:end]):
        if word[0] in context.grammar.durations:
            start_of, stop = start + word.start(), start + word.end()
            return valued(
                context,
                value,
                None,
                start,
                end,
                "duration",
                qualifier=qualifier or "exact",
                unit=Unit(start_of, stop, None),
            )
    return valued(
        context, value, None, start, end, "duration", qualifier=qualifier or "exact", unit=Unit(start, stop, None)
    )
