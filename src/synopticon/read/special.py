"""Numbers that are words of another kind too: years, months, shares, ranks, duals, "one"."""

from __future__ import annotations

import re
from decimal import Decimal

from synopticon.read.context import qualifier_before, words_before
from synopticon.read.dates import DateHit
from synopticon.read.found import Context, Found, bounds, word_end
from synopticon.read.grammar import LETTER
from synopticon.read.money import currency_after, currency_before
from synopticon.read.numbers import Number, han_scale, han_value
from synopticon.read.units import Unit, unit_after
from synopticon.text.fold import folded_key
from synopticon.text.grammar import words

_WORD = re.compile(rf"[{LETTER}]+(?:[-'’][{LETTER}]+)*")
_HAN = "零〇一二两三四五六七八九十百千万亿"
_HAN_PERCENT = re.compile(rf"百分之(?:([{_HAN}]+)(?:点([{_HAN}]+))?|(\d+(?:\.\d+)?))")
_HAN_FRACTION = re.compile(rf"([{_HAN}]+)分之([{_HAN}]+)")
_HAN_TENTHS = re.compile(r"([一二两三四五六七八九])成(?:([一二三四五六七八九]|半)|(?![为员功立本都就长熟效果]))")
_HAN_PAIR = re.compile(
    r"((?:[二三四五六七八九]?十)?)([一二两三四五六七八])([二两三四五六七八九])([十百千万]*)(?![零〇一二三四五六七八九亿])"
)
_HAN_RANK = re.compile(rf"([{_HAN}]+|\d+)(大|名|高|多|位)")
_MADE = re.compile(r" (?:made|supplied|built|produced|sold|bought|purchased|manufactured|provided|from|by|of)(?![a-z])")
_ELLIPSIS = 60
_ONE_BEFORE = words("no any each every this that which the another not is was neither either number day only-")
_SURE_YEAR_WORDS = words("in since during year early late mid fy عام العام سنه السنه منذ لعام بعام وعام لسنه في وفي")
_YEAR_RUN = re.compile(r" ?[-–] ?(\d{4})(?!\d)")
_ARABIC_BEFORE = re.compile(r"([\u0620-\u06d3]+) $")
_DUAL_PREFIX = re.compile(r"(?:و|ف|ب|ل|ك)?ال$|لل$")


def year_stands(context: Context, year: DateHit) -> bool:
    """Tell whether four digits are a year: the words before say so, or nothing that is counted follows."""
    text, grammar = context.text, context.grammar
    words = words_before(text, year.start)
    last = words[-1].strip("([{'\"") if words else ""
    if last in {"act", "acts", "regulations", "order", "directive", "regulation", "code"}:
        return False
    after = text[year.end : year.end + 1]
    if after == "年":
        return True
    if (run := _YEAR_RUN.match(text, year.end)) and int(run[1]) > max(2100, int(year.value)):
        return False
    if after in {"%", "+"} or text[max(0, year.start - 1) : year.start] in set("£$€¥"):
        return False
    if year.end - year.start == 4 and _is_priced(context, year):
        return False
    unit = unit_after(text, year.end, grammar, context.products)
    if unit is not None and unit.product_kind is not None:
        return last in _SURE_YEAR_WORDS
    if last in grammar.year_words or (last[:1] in "وبلف" and last[1:] in grammar.year_words):
        return True
    qualifier, _ = qualifier_before(text, year.start, grammar)
    if qualifier is not None and (unit is not None or qualifier != "about"):
        return False
    if unit is None:
        return not names_product(context, year)
    counted = text[unit.start : unit.end]
    if counted in grammar.count_nouns or counted in grammar.measures:
        return False
    return not (int(year.value) % 100 == 0 and year.value != "2000")


def names_product(context: Context, year: DateHit) -> bool:
    """Tell whether a round number behind an Arabic noun is part of a name: كاميرا المستقبل 2000."""
    text = context.text
    words = words_before(text, year.start)
    if int(year.value) % 1000 or not words or not words[-1].startswith("ال") or text[year.end : year.end + 1] == "م":
        return False
    if any(word.removeprefix("و").startswith(context.grammar.measured) or word.startswith("بلغ") for word in words):
        return False
    noun = words[-1][2:]
    return noun not in context.products and noun not in context.grammar.count_nouns


def _is_priced(context: Context, year: DateHit) -> bool:
    """Tell whether money, a share or a duration is said with the four digits (1900元, GBP 2000, 2000 hours)."""
    text, grammar = context.text, context.grammar
    if currency_before(text, year.start, grammar) or currency_after(text, year.end, grammar):
        return True
    return bool(word_end(grammar.percent_at, text, year.end) or word_end(grammar.duration_at, text, year.end))


def month_stands(context: Context, start: int, end: int, hit: DateHit) -> bool:
    """Tell whether a month name is one: "may" and "march" need a number, a capital or a preposition beside them."""
    text, grammar, original = context.text, context.grammar, context.folded
    word = text[start:end]
    first, _ = original.span(start, end)
    if hit.end > end and any(sign.isdigit() for sign in text[end : hit.end]):
        return word not in {"may", "march"} or original.original[first : first + 1].isupper() or len(hit.value) > 4
    if word.isascii() or (word[0].isalpha() and word[0] < "\u0250"):
        if not original.original[first].isupper() and grammar.latin.code in {"en", "de"}:
            return False
        if word in grammar.doubtful_months:
            return _follows_preposition(text, start, grammar.year_words)
        return True
    if word in grammar.doubtful_months:
        return _follows_preposition(text, start, grammar.year_words | {"شهر"})
    return True


def _follows_preposition(text: str, start: int, words: frozenset[str]) -> bool:
    before = words_before(text, start)
    return bool(before) and before[-1] in words - {"to", "and", "of", "بين"}


def is_alone(context: Context, number: Number) -> bool:
    """Tell whether a number word does not count here: "one of them", "No one", "two-way", "Channel Four"."""
    text, grammar = context.text, context.grammar
    start, end = number.start, number.end
    if number.form == "han" and text.startswith("年代", end):
        return True
    if number.form == "han" and text[end : end + 1] in set("期届号楼层代级等流手维线环字"):
        return True
    if number.form == "han" and _is_lone_sign(context, number):
        return True
    if number.form == "han":
        return text[start - 1 : start] in {"第", "其", "唯", "统", "之", "每", "同", "万", "任", "星"} and start > 0
    if not text[start].isascii():
        return _is_alone_arabic(context, number)
    original = context.folded.original
    first, _ = context.folded.span(start, end)
    after = text[end : end + 1]
    if after == "-" and text[end + 1 : end + 2].isalpha() and not text.startswith("-and-a-half", end):
        follower = _WORD.match(text, end + 1)
        loose = {"odd", "plus", "some", "ish"}
        return follower is None or follower[0].split("-")[0] not in {*grammar.durations, *grammar.count_nouns, *loose}
    if text[start - 1 : start] in {"-", "'", "’"} and start > 0:
        return True
    word = text[start:end]
    if text.startswith(" o'clock", end) or text.startswith(" o’clock", end):
        return True
    if word == "zero" and text[end + 1 : end + 5] in {"tole", "day ", "carb", "emis", "trus", "hour"}:
        return True
    if number.value == 1 and not number.is_scaled:
        return _is_pronoun(context, number)
    if original[first].isupper() and (start < 2 or text[start - 2] in '.!?:;\n"”’)') and _is_title_word(context, end):
        return True
    if original[first].isupper() and start > 1 and text[start - 1] == " " and text[start - 2] not in '.!?:;\n"”’)':
        follower = _WORD.match(text, end + 1)
        at = context.folded.span(end + 1, end + 2)[0] if follower else 0
        named = follower is not None and original[at].isupper() and follower[0] not in context.products
        return named or unit_after(text, end, grammar, context.products) is None
    return False


def _is_lone_sign(context: Context, number: Number) -> bool:
    """Tell whether a Han numeral numbers a point, is a surname, 陆, or stands for makers named before, 两家产品.

    A surname has no measure word after it.
    """
    text, start, end = context.text, number.start, number.end
    if text[start - 1 : start] in {"(", "（", "["} and text[end : end + 1] in {")", "）", "]"} and start:
        return number.value <= _POINTS
    if end - start > 1 and text[end : end + 1] in {"路", "街"} and set(text[start:end]) <= set("一二三四五六七八九"):
        return True  # 五四路 is a street
    if end - start == 1 and text[start] in "陆伍":
        return text[end : end + 1] not in context.grammar.measures
    return text[start] == "两" and _BOTH_HAN.match(text, start) is not None


_POINTS = 30
#: "Both" of makers that were named: what follows is theirs or what they do.
_BOTH_HAN = re.compile(r"两[家者](?=产品|设备|品牌|的(?:产品|设备|货)|都|均|皆|也|则|之[间一])")


def _is_title_word(context: Context, end: int) -> bool:
    """Tell whether a capitalised word that nothing counts follows a number word: "Seven Samurai was shown"."""
    follower = _WORD.match(context.text, end + 1)
    if follower is None or unit_after(context.text, end, context.grammar, context.products) is not None:
        return False
    at = context.folded.span(*follower.span())[0]
    return context.folded.original[at].isupper() and follower[0] not in context.names


def is_elliptic(context: Context, number: Number) -> bool:
    """Tell whether a "one" counts what was counted before: "two drones and one made by"."""
    text, last = context.text, context.last
    if last is None or last.kind != "count" or last.unit is None or last.unit.product_kind is None:
        return False
    words = words_before(text, number.start)
    if not words or words[-1] not in context.grammar.joiners or number.start - last.end > _ELLIPSIS:
        return False
    return number.value == 1 and _MADE.match(text, number.end) is not None


def _is_pronoun(context: Context, number: Number) -> bool:
    text, grammar = context.text, context.grammar
    words = words_before(text, number.start)
    if words and words[-1] in grammar.range_openers - {"from"}:
        return False
    if word_end(grammar.half_at, text, number.end):
        return False
    if is_elliptic(context, number):
        return False
    if words and words[-1] in _ONE_BEFORE:
        return True
    unit = unit_after(text, number.end, grammar, context.products, is_one=True)
    if unit is None:
        return (
            grammar.currency_at.match(text, number.end + 1) is None
            and grammar.duration_at.match(text, number.end + 1) is None
        )
    follower = _WORD.match(text, number.end + 1)
    if follower is None or follower[0] in grammar.unit_stops or follower[0] in grammar.unit_fillers:
        return True
    return unit.product_kind is None and text[unit.end - 1] == "s" and text[unit.start : unit.end] != "premises"


def _is_alone_arabic(context: Context, number: Number) -> bool:
    """Tell whether an Arabic number word is part of another word's phrase: "the three", "in the hundred", "one"."""
    text, grammar = context.text, context.grammar
    article = _DUAL_PREFIX.search(text, max(0, number.start - 3), number.start)
    if number.value == 1 and not number.is_scaled:
        return True
    word = text[number.start : number.end]
    before = words_before(text, number.start)
    if before and before[-1] in grammar.range_openers - _LOOSE_OPENERS and text[number.end : number.end + 2] == " و":
        return False
    if number.value == 10 and before and before[-1].startswith("ال"):
        return True  # the eighteenth: الثامن عشر
    if article is not None and qualifier_before(text, number.start - len(article[0]), grammar)[0] is None:
        return True
    if word in grammar.multipliers and number.value <= 1_000:
        if qualifier_before(text, number.start, grammar)[0] is not None:
            return False
        unit = unit_after(text, number.end, grammar, context.products)
        known = unit is not None and (
            unit.product_kind is not None or text[unit.start : unit.end] in grammar.count_nouns
        )
        gap = number.end + 1
        if _OF_THEM.match(text, number.end):
            return False
        return not (known or grammar.currency_at.match(text, gap) or grammar.duration_at.match(text, gap))
    return False


_LOOSE_OPENERS = frozenset(("من", "في"))
#: Tells that a hundred without a noun counts what was counted before.
_OF_THEM = re.compile(r" (?:فقط|منها|منهم|لا غير|لا اكثر|تقريبا|علي الاقل|اخري)(?![\u0620-\u06d3])")
#: "Not one camera" counts nothing.
_NOT_ONE = re.compile(r"(?:^|\s)(?:و|ف)?(?:دون|بدون|بلا|ولا|ما من|اي|ليست?)\s(?:[\u0620-\u06d3]+\s){0,2}$")


def arabic_definite(context: Context, number: Number) -> Found | None:
    """Return the number behind a definite noun that tells who is left: البلديات السبع الباقية, the other seven."""
    text, grammar = context.text, context.grammar
    if number.value < _FEWEST or text[number.start - 2 : number.start] != "ال":
        return None
    before = _ARABIC_BEFORE.search(text, max(0, number.start - 22), number.start - 2)
    if before is None or not before[1].startswith("ال") or _REMAINING.match(text, number.end) is None:
        return None
    noun = before[1][2:]
    entry = context.products.get(noun) or context.products.get(before[1])
    if entry is None and noun not in grammar.count_nouns:
        return None
    unit = Unit(before.start(1), before.end(1), entry.product_kind if entry else None)
    return Found(number.start, number.end, "count", number.value, number.value, number.value, unit=unit)


_FEWEST = 3
_REMAINING = re.compile(r" (?:الباقيه|المتبقيه|الاخري|الباقون|المتبقون|الباقين)(?![\u0620-\u06d3])")


def arabic_one(context: Context, number: Number) -> Found | None:
    """Return the one that follows its thing in Arabic: كاميرا واحدة."""
    text = context.text
    if number.value != 1 or text[number.start] != "و":
        return None
    before = _ARABIC_BEFORE.search(text, max(0, number.start - 20), number.start)
    if before is not None and _NOT_ONE.search(text, max(0, before.start() - 40), before.start(1)):
        return Found.nothing(number.end)
    entry = context.products.get(before[1]) if before else None
    if before is None or entry is None:
        return None
    one = Decimal(1)
    unit = Unit(before.start(1), before.end(1), entry.product_kind)
    return Found(number.start, number.end, "count", one, one, one, unit=unit)


def share_at(context: Context, start: int, end: int) -> Decimal | None:
    """Return the value of a share word unless the words around make something else of it ("third party")."""
    text, grammar = context.text, context.grammar
    word = text[start:end]
    value = grammar.shares[word]
    before = words_before(text, start)
    following = _WORD.match(text, end + 1)
    if following is not None and following[0] in grammar.not_shares:
        return None
    if "\u4e00" <= word[0] <= "\u9fff":
        return value
    if before and before[-1] in grammar.not_shares:
        return None
    if "\u0620" <= word[0] <= "\u06d3":
        article = _DUAL_PREFIX.search(text, max(0, start - 3), start)
        stands = following is not None or word.startswith("ال") or word.endswith(("ها", "هم", "هن"))
        return value if stands and article is None else None
    if text[end : end + 1] == "-" and " " not in word and "-" not in word:
        return None
    is_plural = word.endswith(("ds", "rs", "hs"))
    if (
        not is_plural
        and " in " not in word
        and grammar.share_links
        and (following is None or following[0] not in grammar.share_links)
        and not (text[end : end + 1] in _ENDS and before and before[-1] in _SHARE_BEFORE)
    ):
        return None
    return None if before[-2:] == ("and", "a") or (before and before[-1] == "and" and word.startswith("a ")) else value


#: A share may end a sentence where a qualifier stands before it: "in just under half."
_ENDS = frozenset(".,;:)")
_SHARE_BEFORE = frozenset(
    ("under", "over", "than", "nearly", "almost", "about", "roughly", "around", "below", "above", "by")
)


def han_share_at(text: str, start: int) -> tuple[Decimal, int] | None:
    """Return a Chinese share and its end: 百分之六十五, 三分之二, 七成."""
    if match := _HAN_PERCENT.match(text, start):
        if match[3]:
            return Decimal(match[3]) / 100, match.end()
        whole = han_value(match[1])
        if whole is None:
            return None
        tail = "".join(str(han_value(sign)) for sign in match[2] or "")
        return Decimal(f"{whole}.{tail or 0}") / 100, match.end()
    if match := _HAN_FRACTION.match(text, start):
        below, above = han_value(match[1]), han_value(match[2])
        if below and above is not None and above < below:
            return round(Decimal(above) / Decimal(below), 4), match.end()
    if (match := _HAN_TENTHS.match(text, start)) and text[start - 1 : start] not in set("第分" + _HAN):
        half = 5 if match[2] == "半" else han_value(match[2]) if match[2] else 0
        return Decimal(f"0.{han_value(match[1])}{half}"), match.end()
    return None


def han_pair_at(context: Context, start: int) -> Found | None:
    """Return the range that two neighbouring Han digits say: 二三十台 is twenty to thirty, 七八家 seven or eight."""
    match = _HAN_PAIR.match(context.text, start)
    if match is None:
        return None
    low, high = (han_value(sign) or 0 for sign in (match[2], match[3]))
    if high - low not in {1, 2} or (high - low == 2 and low != 3):
        return None
    tens = han_value(match[1]) or 0 if match[1] else 0
    if tens and match[4][:1] in {"十", "百", "千"}:
        return None
    low, high = low + tens, high + tens
    scale = Decimal(han_scale(match[4] or ""))
    duration = context.grammar.duration_at.match(context.text, match.end())
    if duration is not None:
        unit: Unit | None = Unit(duration.start(), duration.end(), None)
        return Found(start, duration.end(), "duration", None, low * scale, high * scale, "between", unit=unit)
    unit = unit_after(context.text, match.end(), context.grammar, context.products)
    if unit is None:
        return None
    return Found(start, match.end(), "count", None, low * scale, high * scale, "between", unit=unit)


def rank_at(context: Context, start: int) -> Found | None:
    """Return a rank: an ordinal with a superlative ("second largest", ثاني أكبر, 第二大)."""
    text, grammar = context.text, context.grammar
    if text[start - 1 : start] == "第":
        match = _HAN_RANK.match(text, start)
        if match is None:
            return None
        value = Decimal(match[1]) if match[1].isdigit() else Decimal(han_value(match[1]) or 0)
        return Found(start - 1, match.end(), "rank", value, value, value) if value else None
    word = _WORD.match(text, start)
    following = _WORD.match(text, word.end() + 1) if word else None
    parts = word[0].split("-") if word else []
    if word is not None and len(parts) == 2 and parts[0] in grammar.ordinals and parts[1] in grammar.superlatives:
        value = Decimal(grammar.ordinals[parts[0]])
        return Found(start, word.end(), "rank", value, value, value)
    if word is None or following is None or following[0] not in grammar.superlatives or word[0] not in grammar.ordinals:
        return None
    value = Decimal(grammar.ordinals[word[0]])
    return Found(start, following.end(), "rank", value, value, value)


_TWO = re.compile(r" (?:اثنان|اثنين|اثنتان|اثنتين)(?![\u0620-\u06d3])")


def dual_at(context: Context, start: int, end: int) -> Found | None:
    """Return the two that an Arabic dual says: كاميرتين is two cameras; with the article it points back and is none."""
    text, grammar = context.text, context.grammar
    if _DUAL_PREFIX.search(text, max(0, start - 3), start) is not None:
        return None
    word = text[start:end]
    thing = grammar.duals[word]
    if (
        context.last is not None
        and context.last.end == start - 1
        and text[context.last.start : start - 1] in grammar.duals
    ):
        return None  # طائرتان مسيرتان are two
    if folded_key(thing) in grammar.durations:
        qualifier, _ = qualifier_before(text, start, grammar)
        half = word_end(grammar.half_at, text, end)
        value = Decimal("2.5") if half else Decimal(2)
        low, high = bounds(value, qualifier or "exact")
        unit = Unit(start, end, None)
        return Found(start, half or end, "duration", value, low, high, qualifier or "exact", unit=unit)
    entry = context.products.get(thing)
    unit = Unit(start, end, entry.product_kind if entry else None)
    if said := _TWO.match(text, end):
        end = said.end()
    two = Decimal(2)
    qualifier, _ = qualifier_before(text, start, grammar)
    return Found(start, end, "count", two, two, two if qualifier is None else None, qualifier or "exact", unit=unit)
