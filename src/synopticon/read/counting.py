"""Makes a quantity of a number: its kind from what stands around it, its unit, its range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from synopticon.read.context import qualifier_before
from synopticon.read.found import Context, Found, bounds, is_mere, qualifier_of, tail_after, valued, word_end
from synopticon.read.grammar import LETTER
from synopticon.read.joining import continued, repeated
from synopticon.read.labels import is_named_number
from synopticon.read.money import Currency, change_at, currency_after, currency_before
from synopticon.read.numbers import Number, han_scale, money_scale, words_at
from synopticon.read.ranges import number_at, range_end
from synopticon.read.special import is_elliptic
from synopticon.read.units import Unit, noun_before, unit_after, unit_before

_HUNDRED = Decimal(100)
_POWERS = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)
_OPEN_BRACKET = re.compile(r"\s*[(\[/（（]\s*(?:or|i\.e\.|about|approx\.?|around|equivalent to|أي|نحو|حوالي|约)?\s*$")
_YEAR_OLD = re.compile(r"[ -](?:years?|yrs?)[ -]old|[ -]year-old|عاما من العمر|岁")
_DURATION_GAP = re.compile(r"-|[ \u00a0]{0,2}(?:(?:full|consecutive|more|further|additional|calendar)\s)?")
_READ_FOR = re.compile(
    r"(?:قراءه(?: في)?|القراءه|阅读(?:时间)?|(?<![a-z])read(?:ing)?(?: time)?"
    r"|(?:فيديو|حلقه|مقطع)[^.،\n]{0,20}(?:مدته|مدتها)|(?:视频|时长)(?:时长|约)?)[:：]?\s*$"
)
_MEDIA = re.compile(
    r"[ -](?:min|mins|minute|minutes) (?:read|listen|watch|video|film|clip)(?![a-z])"
    r"| (?:دقيقه|دقائق) (?:قراءه|للقراءه|مشاهده|استماع)|分钟(?:阅读|读完|视频|音频)"
)
_READING = re.compile(r"(?:min|mins|minutes|دقائق|دقيقه|分钟)(?: read)?\W*$")
_PRICED = re.compile(
    r"(?:价|预算|金额|总额|合同额|花了|花费|耗资|造价|投资|经费|费用|成本|标的)(?:为|约|是|共|达|仅|近|超|逾)?$"
)
_HAN_AFTER = re.compile(r"\s?[\u4e00-\u9fff]")
#: Years of the calendar of Taiwan, such as 113年底, are no lengths of time.
_ROC_YEAR = 80
_YEAR_PARTS = re.compile(r"[底度初末]|\d{1,2}月|[一二三四五六七八九十]{1,3}月")
_DAYS = re.compile(r"(?:之|以)?内(?![部容])")
_MEASURE = re.compile(
    r"[ -]?(?:mp|megapixels?|tb|gb|mb|kb|mm|cm|km|kg|kw|kwh|hz|khz|mhz|ghz|fps|inch|inches|"
    r"dpi|mbps|gbps|px|db|channels?|ch|ports?|"
    r"x (?:more|as|the|faster|higher|cheaper|larger|bigger|less|fewer)|"
    r"degrees?|vdc|vac|amps?|lux|volts?|watts?|bits?|u)(?![a-z])|°|[\"″]|\s?(?:公里|千米|平方|米|公斤|吨|摄氏|درجه|倍|万?像素"
    r"|路(?:高清|网络|数字|硬盘|视频)?(?:录像|录影|nvr|dvr|xvr|编码|解码|主机)|ميغا|ميجا|تيرا|جيجا|غيغا|بوصه|بكسل|بيكسل|ملم|واط|فولت"
    r"|قنا(?:ه|تين)|قنوات|كيلوغرام|كجم|كغم|متر مربع|لوكس)"
)
_ADDRESS = re.compile(
    r"(?: [a-z'’]+){1,3} (?:street|road|avenue|lane|square|drive|court|house|place|gardens|terrace|"
    r"crescent|way|hill|row|rd|st|ave)(?![a-z])"
)
_LETTERS = re.compile(r"[a-z]+")
_LABEL = re.compile(r"([a-z]+) $")
_NEXT_WORD = re.compile(rf" ?([{LETTER}]+)")
_POINTED = re.compile(r"\d{1,3}\.\d{3}")


def finish(context: Context, number: Number) -> Found | None:
    """Return the quantity that `number` begins."""
    text, grammar = context.text, context.grammar
    context.loose = ""
    number = continued(context, repeated(text, number, grammar))
    sign = currency_before(text, number.start, grammar)
    if sign is not None and sign.start < context.done:
        sign = None
    if sign is not None:
        number = money_scale(text, number, grammar)
    second = range_end(context, number, is_money=sign is not None)
    last = second or number
    if sign is not None:
        return _money(context, number, second, sign, last.end)
    if told := _in_brackets(context, number):
        return told
    if percent := word_end(grammar.percent_at, text, number.end):
        second = second or range_end(context, replace(number, end=percent), is_money=False)
        end = percent if second is None else word_end(grammar.percent_at, text, second.end) or second.end
        return valued(context, _part(number), None if second is None else _part(second), number.start, end, "share")
    if second and (percent := word_end(grammar.percent_at, text, second.end)):
        return valued(context, _part(number), _part(second), number.start, percent, "share")
    scaled = money_scale(text, last, grammar) if number.form == "digits" else last
    currency = currency_after(text, scaled.end, grammar, number.start)
    if currency is not None and text[currency.start : currency.end] in grammar.measures:
        # 硬盘8块 are eight disks.
        currency = None if noun_before(text, number.start, context.products) else currency
    if currency is not None:
        if second is not None:
            return _money(context, number, scaled, currency, currency.end)
        return _money(context, scaled, None, currency, currency.end)
    if (tail := tail_after(context, last.end)) and (currency := currency_after(text, tail[1], grammar)) is not None:
        return _money(context, number, second, currency, currency.end, tail[0])
    if slang := _slang(context, last.end):
        scale = Decimal(grammar.money_words[text[slang[0] : slang[1]]])
        number = replace(number, value=number.value * scale, is_scaled=True, scale=scale)
        second = second and replace(second, value=second.value * scale)
        return _money(context, number, second, Currency(slang[0], slang[1], None), slang[1])
    if money := _bare_money(context, number):
        return money
    if (aged := _YEAR_OLD.match(text, last.end)) and not _is_age_of_things(context, number, aged[0]):
        return Found.nothing(last.end)
    return _duration(context, number, second) or _count(context, number, second)


def _in_brackets(context: Context, number: Number) -> Found | None:
    """Return an amount whose unit stands in brackets before or behind it: 预算金额（万元）：350.5, 128.6（万元）."""
    text = context.text
    if text.isascii():
        return None
    before = _UNIT_BEFORE.search(text, max(0, number.start - 16), number.start)
    told = before or _UNIT_AFTER.match(text, number.end)
    if told is None or number.is_scaled:
        return None
    scale = Decimal(han_scale(told["scale"] or ""))
    end = number.end if before else told.end()
    currency = Currency(number.start, end, context.grammar.currencies.get(told["name"] or told["unit"]))
    return _money(context, replace(number, value=number.value * scale, is_scaled=True), None, currency, end)


_UNIT = (
    r"[（(](?:单位[:：])?\s?(?P<name>人民币|新台币|港币)?\s?(?P<scale>[百千万亿]{1,2})?"
    r"(?P<unit>元|美元|港元|欧元|英镑|日元)[)）]"
)
_UNIT_BEFORE = re.compile(_UNIT + r"[:：]?\s?$")
_UNIT_AFTER = re.compile(r"\s?" + _UNIT)


def _is_age_of_things(context: Context, number: Number, words: str) -> bool:
    """Tell whether "more than ten years old" says how long things have lasted: of people it is said exactly."""
    qualifier, _ = qualifier_before(context.text, number.start, context.grammar)
    return words[0] == " " and words.endswith("s old") and qualifier is not None


def _slang(context: Context, end: int) -> tuple[int, int] | None:
    """Return where a word stands that makes money of a number ("eighty grand"); before a noun it does not."""
    word = _NEXT_WORD.match(context.text, end)
    if word is None or word[1] not in context.grammar.money_words:
        return None
    noun = unit_after(context.text, word.end(), context.grammar, context.products)
    return None if noun else word.span(1)


def _bare_money(context: Context, number: Number) -> Found | None:
    """Return an amount of yuan that a Chinese text gives without 元, after a word for money (中标价十五万)."""
    text = context.text
    if not (number.is_scaled and _PRICED.search(text, max(0, number.start - 8), number.start)):
        return None
    if _HAN_AFTER.match(text, number.end) or "元" not in text:
        return None
    return _money(context, number, None, Currency(number.end, number.end, "CNY"), number.end)


def _part(number: Number) -> Decimal:
    return number.value / _HUNDRED


def _money(  # noqa: PLR0917  # the two ends of an amount, its currency and its qualifier
    context: Context, number: Number, second: Number | None, currency: Currency, end: int, qualifier: str | None = None
) -> Found:
    start = min(number.start, currency.start)
    value = number.value
    upper = None
    if second is not None:
        upper = second.value
        value = value if number.is_scaled or not second.is_scaled else value * second.scale
    if second is None and any(
        context.text[at - 1 : at] == "-" and _is_sign(context.text, at) for at in {number.start, start}
    ):
        value = -value
    code_after = currency_after(context.text, end, context.grammar)
    code = currency.code
    if _is_chinese(context.text, currency, end):
        change, end = change_at(context.text, end)
        value += change
    if (
        code_after is not None
        and code_after.start <= end + 1
        and code in {"USD", None}
        and currency.start < number.start
        and not "\u4e00" <= context.text[currency.start] <= "\u9fff"
    ):
        code, end = code_after.code, code_after.end
    qualifier = qualifier or qualifier_of(context, start, end)
    if qualifier == "exact" and start < number.start:
        qualifier = qualifier_of(context, number.start, end)  # 人民币约八百万
    last = context.last
    follows = last is not None and last.kind == "money" and start - last.end <= 24
    if qualifier == "exact" and last and follows and _OPEN_BRACKET.fullmatch(context.text, last.end, start):
        qualifier = last.qualifier if last.qualifier != "between" else "exact"
    return valued(context, value, upper, start, end, "money", qualifier=qualifier, currency=code)


def _is_chinese(text: str, currency: Currency, end: int) -> bool:
    """Tell whether an amount is said in Chinese, so that 元, 角 or 整 may stand behind it."""
    return text[currency.start : currency.start + 1] in "¥￥" or "\u4e00" <= text[end - 1 : end] <= "\u9fff"


def _is_sign(text: str, at: int) -> bool:
    before = text[at - 2 : at - 1]
    return not before.isalnum() or not before


def _duration(context: Context, number: Number, second: Number | None) -> Found | None:
    text, grammar = context.text, context.grammar
    last = second or number
    end = last.end
    if _READ_FOR.search(text, max(0, number.start - 40), number.start) or _MEDIA.match(text, end):
        return Found.nothing(end)
    tail = tail_after(context, end)
    at = tail[1] if tail and tail[0] != "exact" else end
    gap = _DURATION_GAP.match(text, at)
    at = gap.end() if gap else at
    match = grammar.duration_at.match(text, at)
    if match is None or match.end() == end:
        return None
    if match.end() - at == 1 and match[0].isascii() and text[end : end + 1] != " ":
        return None
    if match[0] == "日" and not _DAYS.match(text, match.end()) and number.value <= 31:
        return None  # 十五日 is the fifteenth, 十五日内 within fifteen days
    half = word_end(grammar.half_at, text, match.end())
    if number.value >= _ROC_YEAR and match[0] == "年" and _YEAR_PARTS.match(text, match.end()):
        return Found.nothing(match.end())
    if number.form == "han" and number.value == 1 and half is None and not match[0].startswith("个半"):
        return Found.nothing(match.end())
    unit = Unit(match.start(), match.end(), None)
    stop = match.end()
    if match[0].startswith("个半"):
        number = replace(number, value=number.value + Decimal("0.5"))
    elif half:
        number, stop = replace(number, value=number.value + Decimal("0.5")), half
    if (
        text[end : end + 1] == "-"
        and grammar.durations[match[0]] in {"hours", "days", "minutes"}
        and number.value in {24, 7, 365}
    ):
        return Found.nothing(match.end())
    upper = second.value if second else None
    qualifier = (
        tail[0] if tail and at > tail[1] - 1 and not second else qualifier_of(context, number.start, match.end())
    )
    if qualifier != "exact" and is_mere(context, number.start, "*"):
        qualifier = "exact"
    last_hit = context.last
    if qualifier == "over" and last_hit and last_hit.kind == "money" and number.start - last_hit.end < 32:
        qualifier = "exact"  # "£2m over four years" says during, not more than
    return valued(context, number.value, upper, number.start, stop, "duration", qualifier=qualifier, unit=unit)


def _count(context: Context, number: Number, second: Number | None) -> Found | None:
    text = context.text
    last = second or number
    end = last.end
    tail = tail_after(context, end)
    unit = unit_of(context, end if tail is None else tail[1], is_one=number.value == 1)
    if unit is None and tail is not None:
        unit = unit_of(context, end, is_one=number.value == 1)
    if (
        unit is not None
        and unit.end - unit.start == 1
        and (before := noun_before(text, number.start, context.products))
    ):
        unit = before
    if unit is None:
        unit = unit_before(text, number.start, context.grammar, context.products)
    if (
        unit
        and not number.is_scaled
        and number.value < 1_000
        and _POINTED.fullmatch(text, number.start, number.end)
        and (unit.product_kind or text[unit.start : unit.end] in context.grammar.count_nouns)
    ):
        number = replace(number, value=number.value * 1_000)  # things are counted whole: 10.000 cameras
    if not _counts(context, number, unit, has_range=second is not None):
        return Found.nothing(end)
    qualifier = qualifier_of(context, number.start, end)
    if qualifier == "exact" and tail is not None:
        qualifier = tail[0]
    low = number.value
    if second is not None and second.is_scaled and not number.is_scaled:
        low *= second.scale
    upper = second.value if second else None
    if qualifier != "exact" and unit is not None and is_mere(context, number.start, text[unit.start : unit.end]):
        qualifier = "exact"
    known = None if qualifier == "exact" and second is None else qualifier
    hit = valued(context, low, upper, number.start, end, "count", qualifier=known, unit=unit)
    return replace(hit, taken=tail[1]) if tail else hit


def _counts(context: Context, number: Number, unit: Unit | None, *, has_range: bool) -> bool:
    """Tell whether the number counts something; long bare digits, page words and lone number words do not."""
    text = context.text
    tail = _NEXT_WORD.match(text, number.end)
    if (
        tail
        and tail[1] in context.grammar.name_tails
        and (
            _READING.search(text, max(0, number.start - 16), number.start)
            or text[max(0, number.start - 2) : number.start].strip() in {"·", "•", "|"}
        )
    ):
        return False
    if (_MEASURE.match(text, number.end) and not _closes_quote(text, number.end)) or (
        unit is None and _ADDRESS.match(text, number.end)
    ):
        return False
    attached = _LETTERS.match(text, number.end)
    if attached and number.form == "digits" and attached[0] in context.grammar.suffixes:
        return False
    if number.form == "digits" and not number.is_scaled and unit is None and is_named_number(context, number.start):
        return has_range
    if number.form == "digits" and number.is_plain and unit is None:
        return number.end - number.start < 7 and not is_label(context, number.start)
    if number.form == "digits" and text[number.start : number.end].startswith("0") and number.is_plain:
        return number.end - number.start == 1
    if number.form == "digits" and not number.is_plain and not number.is_scaled and unit is None:
        return number.value == number.value.to_integral_value() or has_range or _has_reason(context, number)
    if number.form == "han" and number.value == 1:  # 一个 is an article more often than a number
        return (
            unit is not None
            and unit.product_kind is not None
            and text[number.end : number.end + 1] in context.grammar.measures - {"个", "种", "次", "项"}
        )
    if number.form == "han":
        return unit is not None or number.is_scaled or has_range
    if number.form == "words" and text[number.start] >= "\u4e00" and unit is None:
        return text[number.end - 1] in "打俩仨" and not _is_verb(text, number)
    if number.form == "words" and unit is None:
        return number.is_scaled or has_range or number.value >= 2 or is_elliptic(context, number)
    return True


def _is_verb(text: str, number: Number) -> bool:
    """Tell whether 打 goes on as a verb (一打开), or 俩 speaks of people (他俩)."""
    if text[number.end - 1] == "打":
        return "\u4e00" <= text[number.end : number.end + 1] <= "\u9fff"
    return text[number.start - 1 : number.start] in set("他你咱我她这那们")


def _closes_quote(text: str, end: int) -> bool:
    """Tell whether the sign at `end` closes a quotation ("up to 900") and does not mean inches."""
    return text[end : end + 1] == '"' and text.count('"', max(0, text.rfind("\n", 0, end)), end) % 2 == 1


def is_label(context: Context, start: int) -> bool:
    """Tell whether a thing's name stands right before its number: "Camera 12"."""
    before = _LABEL.search(context.text, max(0, start - 24), start)
    return before is not None and before[1] in context.products and before[1][-1] != "s"


def _has_reason(context: Context, number: Number) -> bool:
    return qualifier_before(context.text, number.start, context.grammar, context.done)[0] is not None


def unit_of(context: Context, end: int, *, is_one: bool = False) -> Unit | None:
    """Return the counted noun after `end`; for "28 of the 43 councils" the noun after the whole."""
    text, grammar = context.text, context.grammar
    gap = 1 if text[end : end + 1] == " " else 0
    part = grammar.part_at.match(text, end + gap)
    if part is not None:
        at = part.end() + (text[part.end() : part.end() + 1] == " ")
        whole = number_at(context, at)
        if whole is not None and whole.end > at:
            return unit_after(text, whole.end, grammar, context.products)
        return unit_after(text, part.end(), grammar, context.products)
    return unit_after(text, end, grammar, context.products, is_one=is_one)


def finish_share(context: Context, start: int, end: int, value: Decimal, qualifier: str | None = None) -> Found:
    """Return a share said in words, with the noun that it is a share of."""
    unit = unit_of(context, end)
    return valued(context, value, None, start, end, "share", qualifier=qualifier, unit=unit)


def finish_round(context: Context, start: int, end: int) -> Found | None:
    """Return a number that is a phrase of its own: a dozen, ألفين."""
    value, loose = context.grammar.rounds[context.text[start:end]]
    if context.text.startswith("分之", end):
        return None  # 近百分之十
    number = Number(start, end, Decimal(value), "words", is_scaled=True)
    text, grammar = context.text, context.grammar
    if text[end : end + 2] == " و" and text[start:end].endswith("ا"):
        # "ألفاً وتسعمئة" is one thousand and more: a dual that goes on ends in ان.
        rest = words_at(text, end + 2, grammar)
        if rest is not None and rest.value < value // 2:
            number = Number(start, rest.end, Decimal(value // 2) + rest.value, "words", is_scaled=True)
            return finish(context, number)
    rest = words_at(text, end + 5, grammar) if text[end : end + 5] == " and " and value >= _HUNDRED else None
    if rest is not None and not rest.is_scaled and rest.value < value:
        return finish(context, Number(start, rest.end, Decimal(value) + rest.value, "words", is_scaled=True))
    following = words_at(text, end + 1, grammar) if value >= 100 and text[end : end + 1] == " " else None
    if following is not None and following.is_scaled and following.value in _POWERS:
        number = replace(number, end=following.end, value=number.value * following.value)
    hit = finish(context, number)
    if hit is None or not hit.kind or hit.value is None or hit.qualifier != "exact" or loose == "exact":
        return hit
    low, high = bounds(Decimal(str(hit.value)), loose)
    return replace(hit, qualifier=loose, low=low, high=high)


def finish_vague(context: Context, start: int, end: int) -> Found | None:
    """Return a vague number; one without a lowest value ("several") only of things that are counted by product kind."""
    text, grammar = context.text, context.grammar
    low = grammar.vague[text[start:end]]
    lowest = None if low is None else Decimal(low)
    currency = currency_after(text, end, grammar)
    if currency is None and text[end : end + 4] == " of ":
        currency = currency_after(text, end + 3, grammar)
    if currency is not None and lowest is not None:
        return Found(start, currency.end, "money", None, lowest, None, "vague", currency.code)
    at = word_end(grammar.duration_at, text, end)
    if at is not None:
        return Found.nothing(end) if lowest is None else Found(start, at, "duration", None, lowest, None, "vague")
    unit = unit_of(context, end)
    if lowest is None and (unit is None or unit.product_kind is None):
        return None
    if lowest is not None and unit is None and not text[end : end + 3].strip().startswith("of"):
        return None if text[end : end + 1] == "-" else Found(start, end, "count", None, lowest, None, "vague")
    return Found(start, end, "count", None, lowest, None, "vague", unit=unit)
