"""Numbers as they are written: digits of all styles, words, Han numerals. Spans are of the folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from synopticon.read.grammar import LETTER, Grammar

_COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){1,7}(?:\.\d+)?(?!\d)")
_BLANKS = re.compile(r"\d{1,3}(?:[ '\u2009]\d{3}){1,7}(?!\d)(?! \d)(?:[.,]\d{1,2}(?!\d))?")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){1,7}(?!\d)(?!\.\d)(?:,\d+)?")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2}){1,7},\d{3}(?:\.\d+)?(?!\d)")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}(?!\d)")
_SPUN = re.compile(r"(\d+)\.([a-z]+)")
_FRACTION = re.compile(r" ?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])")
_HALVES = {"½": "0.5", "⅓": "0.3333", "⅔": "0.6667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6",
           "⅘": "0.8", "⅙": "0.1667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}  # fmt: skip
_WORD = re.compile(rf"[{LETTER}]+")
_SPACED_SUFFIX = re.compile(r" ([a-z]{1,3})(?=[€$£])")
_PHRASE = re.compile(rf"[{LETTER}]+(?:[ -][{LETTER}]+){{1,4}}")
_GAP = re.compile(r"-|[ \u00a0]{0,2}")
HAN_OR_DIGIT = re.compile(r"[\d一二两三四五六七八九]")
#: 参 is three in amounts written out (参万) and else a common word.
HAN_NUMERAL = re.compile(
    r"(?:[零〇一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟]|参(?=[拾佰仟万亿]))+"
)
_HAN_DECIMAL = re.compile(
    r"([零〇一二两三四五六七八九十百]{1,8})点([零〇一二三四五六七八九]{1,4})(?:([万亿]+)|(?=[倍元美英欧港%]))"
)
_HAN_MULTIPLIER = re.compile(r" ?([十百千万亿兆]+)")
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_LARGE = {"万": 10_000, "亿": 10**8, "兆": 10**12}
_OF_A_THOUSAND = frozenset(("KWD", "BHD", "OMR", "JOD", "TND", "LYD", "IQD", "KWD?", "SAR?"))
_BETWEEN_WORDS = re.compile(r"[ \u00a0]{1,2}|-")
_LONGEST_HAN = 24
_MAXIMAL_WORDS = 14


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the folded text.

    Attributes:
        form: ``digits``, ``words`` or ``han``.
        is_plain: digits without separator, decimal or multiplier, so that it may be a year or a reference.
        is_scaled: a multiplier word or letter belongs to it.
        scale: the factor of that multiplier.
    """

    start: int
    end: int
    value: Decimal
    form: str
    is_plain: bool = False
    is_scaled: bool = False
    scale: Decimal = Decimal(1)


def digits_at(text: str, start: int, grammar: Grammar) -> Number | None:
    """Return the number written in digits at `start`, with a multiplier after it."""
    if (spun := _SPUN.match(text, start)) and spun[2] in grammar.cardinals and grammar.cardinals[spun[2]] < 10:
        value = Decimal(f"{spun[1]}.{grammar.cardinals[spun[2]]}")
        return scaled_number(text, Number(start, spun.end(), value, "digits"), grammar)
    match, value = _digits(text, start, grammar)
    end = match.end()
    fraction = _FRACTION.match(text, end)
    if fraction:
        value, end = value + Decimal(_HALVES[fraction[1]]), fraction.end()
    plain = match[0].isdigit() and fraction is None
    return scaled_number(text, Number(start, end, value, "digits", is_plain=plain), grammar)


def _digits(text: str, start: int, grammar: Grammar) -> tuple[re.Match[str], Decimal]:
    if match := _COMMAS.match(text, start) or _LAKHS.match(text, start):
        return match, Decimal(match[0].replace(",", ""))
    dotted = _DOTS.match(text, start)
    if dotted and (grammar.groups_by_dot or dotted[0].count(".") > 1 or _is_grouped(text, dotted, grammar)):
        return dotted, Decimal(dotted[0].replace(".", "").replace(",", "."))
    if match := _BLANKS.match(text, start):
        return match, Decimal(re.sub(r"[ '\u2009]", "", match[0]).replace(",", "."))
    comma = _DECIMAL_COMMA.match(text, start)
    if comma and (grammar.groups_by_dot or _is_measured(text, comma.end(), grammar)):
        return comma, Decimal(comma[0].replace(",", "."))
    plain = _PLAIN.match(text, start)
    if plain is None:  # the caller stands on a digit; a fraction sign alone is no digit
        raise ValueError(text[start : start + 10])
    return plain, Decimal(plain[0])


def _is_grouped(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Tell whether a point before three digits groups thousands: an Arabic noun is counted after it, not measured.

    An amount of money has no three decimals either, but for dinars and rials of a thousand parts.
    """
    after = text[match.end() : match.end() + 2].lstrip()
    money = grammar.currency_at.match(text, match.end() + (text[match.end() : match.end() + 1] == " "))
    if money is not None and "\u0620" <= after[:1] <= "\u064a":
        # Of 275.000 dinars written out nobody says the thousandths; 75.000 د.ك gives them.
        is_round = match[0].endswith(".000") and "." not in money[0]
        return is_round or grammar.currencies[money[0]] not in _OF_A_THOUSAND
    return "\u0620" <= after[:1] <= "\u064a" and not _is_measured(text, match.end(), grammar)


def _is_measured(text: str, end: int, grammar: Grammar) -> bool:
    at = end + (text[end : end + 1] == " ")
    return bool(
        grammar.multiplier_at.match(text, at)
        or grammar.currency_at.match(text, at)
        or grammar.percent_at.match(text, at)
    )


def scaled_number(text: str, number: Number, grammar: Grammar) -> Number:
    """Add the multipliers that stand after a number: "350 thousand", "1.2bn", "20亿"."""
    end, value, scaled = number.end, number.value, False
    for _ in range(3):
        if han := _HAN_MULTIPLIER.match(text, end):
            value, end, scaled = value * han_scale(han[1]), han.end(), True
            continue
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
        match = grammar.multiplier_at.match(text, at)
        if match is None:
            break
        value, end, scaled = value * grammar.multipliers[match[0]], match.end(), True
    suffix = None if scaled else _WORD.match(text, end)
    if suffix is not None and suffix[0] in grammar.suffixes and _multiplies(text, suffix, value, grammar):
        return Number(
            number.start,
            suffix.end(),
            value * grammar.suffixes[suffix[0]],
            number.form,
            is_scaled=True,
            scale=Decimal(grammar.suffixes[suffix[0]]),
        )
    if not scaled:
        return number
    scale = value / number.value if number.value else Decimal(1)
    return Number(number.start, end, value, number.form, is_scaled=True, scale=scale)


def _multiplies(text: str, suffix: re.Match[str], value: Decimal, grammar: Grammar) -> bool:
    """Tell whether letters after a count are a multiplier: "k" and the longer ones are, but not of a "4k" screen."""
    return len(suffix[0]) > 1 or (suffix[0] == "k" and value >= 10) or _counts_millions(text, suffix, grammar)


def _counts_millions(text: str, suffix: re.Match[str], grammar: Grammar) -> bool:
    """Tell whether "m" after a number means million: people are counted after it, not metres of cable."""
    noun = _WORD.match(text, suffix.end() + 1)
    return suffix[0] in {"m", "b"} and noun is not None and noun[0] in grammar.count_nouns


def money_scale(text: str, number: Number, grammar: Grammar) -> Number:
    """Read a letter after an amount as its multiplier: £5k, $1.2m."""
    suffix = _WORD.match(text, number.end)
    if suffix is None and (spaced := _SPACED_SUFFIX.match(text, number.end)):
        suffix = _WORD.match(text, spaced.start(1))
    if number.is_scaled or suffix is None or suffix[0] not in grammar.suffixes:
        return number
    return Number(
        number.start,
        suffix.end(),
        number.value * grammar.suffixes[suffix[0]],
        number.form,
        is_scaled=True,
        scale=Decimal(grammar.suffixes[suffix[0]]),
    )


def han_scale(signs: str) -> int:
    """Return the product of Han multipliers: 百万 is a million."""
    scale = 1
    for sign in signs:
        scale *= _SMALL.get(sign) or _LARGE[sign]
    return scale


def words_at(text: str, start: int, grammar: Grammar) -> Number | None:
    """Return the number written in words from `start`: "one thousand seven hundred and ninety", "ثمانية وعشرون"."""
    total = current = 0
    end, seen, scaled = start, 0, False
    at = start
    joined = False
    least = 10**15
    while seen < _MAXIMAL_WORDS:
        step = _word_value(text, at, grammar)
        if step is None:
            break
        value, size, stop = step
        if size:
            if joined and not current and not grammar.has_arabic:
                break
            if joined and seen and _is_arabic(text, at) and (current or size >= least):
                break  # "between a thousand and three hundred and a thousand …": a second number begins
            if size >= 1_000:
                total, current, least = total + max(current, 1) * size, 0, size
            else:
                current = max(current, 1) * size
            scaled = True
        elif not seen or _fits(total, current, value, joined=joined, tens=grammar.joins_tens or _is_arabic(text, at)):
            current += value
        else:
            break
        end, seen = stop, seen + 1
        at, joined = _next_word(text, end, grammar)
        if at < 0:
            break
    if not seen:
        return None
    return Number(start, end, Decimal(total + current), "words", is_scaled=scaled)


def _is_arabic(text: str, at: int) -> bool:
    return "\u0620" <= text[at : at + 1] <= "\u064a"


def _word_value(text: str, at: int, grammar: Grammar) -> tuple[int, int, int] | None:
    """Return the value, or 0 and the factor, of the number word at `at`, and where it ends."""
    word = _WORD.match(text, at)
    if word is None:
        return None
    if grammar.longest_cardinal > 1 and (phrase := _PHRASE.match(text, at)):
        parts = [match.end() for match in _WORD.finditer(text, at, phrase.end())]
        for stop in reversed(parts[1 : grammar.longest_cardinal]):
            if (value := grammar.cardinals.get(text[at:stop])) is not None:
                return value, 0, stop
    if (value := grammar.cardinals.get(word[0])) is not None:
        return value, 0, word.end()
    if (size := grammar.multipliers.get(word[0])) is not None:
        return 0, size, word.end()
    return None


def _next_word(text: str, end: int, grammar: Grammar) -> tuple[int, bool]:
    """Return where a next part of the number may begin and whether a joiner stands before it; -1 for nowhere."""
    gap = _BETWEEN_WORDS.match(text, end)
    if gap is None:
        return -1, False
    at = gap.end()
    if text[at : at + 1] == "و":
        whole, rest = _WORD.match(text, at), _WORD.match(text, at + 1)
        known = rest is not None and (rest[0] in grammar.cardinals or rest[0] in grammar.multipliers)
        if rest is not None and not known and (second := _PHRASE.match(text, at + 1)) is not None:
            # A part of two words, "أربعمئة واثنتا عشرة": neither is a number alone.
            first_two = [match.end() for match in _WORD.finditer(text, at + 1, second.end())][1:2]
            known = bool(first_two) and text[at + 1 : first_two[0]] in grammar.cardinals
        if known and whole and whole[0] not in grammar.cardinals:
            return at + 1, True
    word = _WORD.match(text, at)
    if word and word[0] in grammar.joiners and word.end() < len(text) and text[word.end()] in " -":
        return word.end() + 1, True
    return at, False


def _fits(total: int, current: int, value: int, *, joined: bool, tens: bool) -> bool:
    """Tell whether a number word continues a number: "twenty" "one", "hundred" "and" "five", but not "two" "three"."""
    if current and current % 100 == 0 and value < 100:
        return True
    if current == 0 and total:
        return value < 1_000
    last = current % 100
    if joined and not tens:
        return False
    if last >= 20 and last % 10 == 0 and 0 < value < 10:
        return True
    return joined and tens and 0 < last < 10 and value >= 20 and value % 10 == 0 and value < 100


def han_at(text: str, start: int) -> Number | None:
    """Return the number written in Han numerals at `start`; digits in a row without 十百千 read by position."""
    match = HAN_NUMERAL.match(text, start)
    if match is None:
        return None
    if spoken := _HAN_DECIMAL.match(text, start):
        whole, scale = han_value(spoken[1]), Decimal(han_scale(spoken[3] or ""))
        if whole is not None:
            exact = Decimal(f"{whole}." + "".join(str(_HAN_DIGIT[sign]) for sign in spoken[2])) * scale
            return Number(start, spoken.end(), exact, "han", is_scaled=bool(spoken[3]), scale=scale)
    signs = match[0]
    value = _short_of(text, match) or (han_value(signs) if len(signs) <= _LONGEST_HAN else None)
    if value is None:
        return None
    scaled = any(sign in _LARGE for sign in signs)
    return Number(start, match.end(), Decimal(value), "han", is_plain=len(signs) == 4 and not scaled, is_scaled=scaled)


def _short_of(text: str, match: re.Match[str]) -> int | None:
    """Return the amount that a scale and a digit say in speech: 千二蚊 is 1,200, 万八块 18,000."""
    short = _HAN_SHORT.fullmatch(match[0])
    if short is None or _HAN_MONEY.match(text, match.end()) is None:
        return None
    return han_scale(short[1]) // 10 * (10 + _HAN_DIGIT[short[2]])


_HAN_SHORT = re.compile(r"([百千万])([一二三四五六七八九])")
_HAN_MONEY = re.compile(r"[蚊元块圆]|港[元币]")
_HAN_DIGIT = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "参": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip


_HAN_TENS = {"廿": 20, "卅": 30, "卌": 40}


def han_value(signs: str) -> int | None:
    """Return the value of Han numerals, null for what is no number (百千)."""
    if all(sign in _HAN_DIGIT for sign in signs):
        return int("".join(str(_HAN_DIGIT[sign]) for sign in signs)) if len(signs) != 1 else _HAN_DIGIT[signs]
    total = section = digit = 0
    last_size = 0
    for sign in signs:
        if sign in _HAN_DIGIT:
            digit = _HAN_DIGIT[sign]
            last_size = last_size if digit else 0
        elif sign in _HAN_TENS:
            section += _HAN_TENS[sign]
            last_size = 10
        elif sign in _SMALL:
            if not digit and sign not in "十拾" and not section:
                return None
            section += max(digit, 1) * _SMALL[sign]
            digit, last_size = 0, _SMALL[sign]
        else:
            if not (section + digit or total):
                return None
            size = _LARGE[sign]
            if total >= size:  # 一亿三千万: the smaller scale takes only what stands after the greater one
                total, section, digit = total + (section + digit) * size, 0, 0
            else:
                total, section, digit = (total + section + digit) * size, 0, 0
            last_size = _LARGE[sign]
    if digit and last_size >= 100:  # 两百三 is 230, 一万二 is 12,000
        digit *= last_size // 10
    return total + section + digit
