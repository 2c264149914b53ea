"""Numbers that only label: clock times, list numbers within a line, series of products, titles, references by word."""

from __future__ import annotations

import re
from functools import lru_cache

from synopticon.read.context import words_before
from synopticon.read.found import Context, word_end
from synopticon.read.money import currency_before
from synopticon.read.numbers import digits_at
from synopticon.read.units import unit_after
from synopticon.text.addresses import address_spans, with_ascii_digits
from synopticon.text.grammar import words as words_of

_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)(?![\d]|[.,]\d)")
_CLOCK_JOIN = re.compile(r" ?(?:-|–|to|and|until|till|a|à|bis|y|et|hasta|und|و|الى|حتى|至|到) ?")
_EARLY = 6
_ENUMERATED = re.compile(r"(?:^|[:;,.\n]|(?:^|\s)(?:and|or|et|y|und)) ?\($")
_ENUMERATOR = re.compile(r"\d{1,2}\) ?[^\W\d]")
_IN_BRACKET = re.compile(r"[\d)]\($|(?<![a-z])[a-z]\($")
_CLOSED = re.compile(r"\d{1,3}\)")
_TITLE_OPEN = re.compile(r"《[^》\n]{0,24}$")
_LINE_LABEL = re.compile(r"(?:^|\n)[ \t]*([^\W\d_]{3,})\s$")
_LABEL_ENDS = re.compile(r"\d{1,4}(?:[.:)](?=\s)|\s?[–—-]\s)")
_CAPITALS = re.compile(r"((?:[A-Z][\w.'’-]*[ \u00a0]){1,4})$")
_LOOSE_AFTER = re.compile(r" (?:on|at|in|by|from|with|for|tonight|last|next|this)(?![a-z])")
_QUOTED = re.compile(r"[\"“”«»„‘’'「『]$")
_QUOTE_ENDS = frozenset("\"“”«»‘’'」』")
_ARABIC_WORD = re.compile(r" ([\u0620-\u064a\u066e-\u06d3]+)")
_NO_NOUN = ("و", "ال", "لل", "ل", "ب", "ف")
_NOT_LABELS = frozenset(
    ("answer", "total", "totals", "only", "about", "yes", "none", "sum", "overall", "approximately")
)
_DASHED = re.compile(r"\d{1,5}[-/]\d{1,5}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d{2}(?!\d)")


def is_label_number(context: Context, start: int, end: int) -> bool:
    """Tell whether the digits from `start` to `end` label something and count nothing."""
    text = context.text
    if clock_end(context, start) is not None or _is_of_address(context, start, end):
        return True
    before = text[start - 1 : start]
    if before == "(" and (_is_enumerator(text, start) or _is_subsection(context, start)):
        return True
    if _TITLE_OPEN.search(text, max(0, start - 26), start):
        return True
    if before in {" ", "\u00a0", "\n"} or _QUOTED.match(before):
        return (
            _heads_line(context, start)
            or _follows_name(context, start, end)
            or _is_title(context, start, end)
            or _follows_head(context, start, end)
        )
    return False


def _is_of_address(context: Context, start: int, end: int) -> bool:
    """Tell whether the digits stand in an address, a place on the map or an officer's number, and count no thing."""
    spans = _addresses(context.folded.original)
    if not spans:
        return False
    first, last = context.folded.span(start, end)
    kinds = {kind for a, b, kind in spans if a <= first and last <= b}
    if kinds != {"address"}:
        return bool(kinds)
    unit = unit_after(context.text, end, context.grammar, context.products)
    return unit is None or unit.product_kind is None


@lru_cache(maxsize=64)
def _addresses(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where addresses stand; a text with many numbers is looked through once."""
    return tuple(address_spans(with_ascii_digits(text)))


def clock_end(context: Context, start: int) -> int | None:
    """Return where a time of day ends that is written with a point: "between 9.00 and 16.30", "at 7.30"."""
    text, grammar = context.text, context.grammar
    match = _CLOCK.match(text, start)
    if match is None or int(match[1]) > 24:
        return None
    words = words_before(text, start)
    last = words[-1] if words else ""
    join = _CLOCK_JOIN.match(text, match.end())
    second = _CLOCK.match(text, join.end()) if join else None
    if second is not None:
        hours, minutes = (int(match[1]), int(second[1])), (int(match[2]), int(second[2]))
        likely = max(hours) >= _EARLY and max(hours) <= 24 and all(minute % 5 == 0 for minute in minutes)
        opened = last in grammar.clock_words or last in grammar.range_openers or last.endswith(":")
        opened = opened or ("to" not in text[match.end() : second.start()] and all(m % 15 == 0 for m in minutes))
        return second.end() if likely and opened and not _is_measured(context, second.end()) else None
    if last not in grammar.clock_words or int(match[1]) < _EARLY or int(match[2]) % 5:
        return None
    return None if _is_measured(context, match.end()) else match.end()


def _is_measured(context: Context, end: int) -> bool:
    text, grammar = context.text, context.grammar
    patterns = (grammar.multiplier_at, grammar.currency_at, grammar.percent_at, grammar.duration_at)
    if any(word_end(pattern, text, end) for pattern in patterns):
        return True
    return unit_after(text, end, grammar, context.products) is not None


def _is_enumerator(text: str, start: int) -> bool:
    """Tell whether a number in brackets numbers a point: "clause 14(2)", "state: (1) how many; (2) at what cost"."""
    if _IN_BRACKET.search(text, max(0, start - 3), start) and _CLOSED.match(text, start):
        return True
    if not _ENUMERATED.search(text, max(0, start - 8), start) or not _ENUMERATOR.match(text, start):
        return False
    return "(1)" in text and "(2)" in text


def _is_subsection(context: Context, start: int) -> bool:
    """Tell whether a number in brackets is the smaller part of one that a word heads: "section 12 (3)"."""
    words = words_before(context.text, start - 1)
    if len(words) < 2 or not words[-1][:1].isdigit() or _CLOSED.match(context.text, start) is None:
        return False
    return words[-2].strip("([") in context.grammar.name_heads


def _heads_line(context: Context, start: int) -> bool:
    """Tell whether a line begins with a word and this number as its label: "Motion 7 – carried"."""
    text = context.text
    head = _LINE_LABEL.search(text, max(0, start - 32), start)
    if head is None or _LABEL_ENDS.match(text, start) is None:
        return False
    if head.start() and text[head.start()] != "\n":
        return False
    word, grammar = head[1], context.grammar
    if word in _NOT_LABELS or word in grammar.before or word in grammar.year_words or word in context.names:
        return False
    if word in grammar.months or word in grammar.count_nouns or word in context.products or word[-1] == "s":
        return False
    at = context.folded.span(head.start(1), head.end(1))[0]
    return word[0].isascii() is False or context.folded.original[at].isupper()


def _follows_name(context: Context, start: int, end: int) -> bool:
    """Tell whether the number belongs to a capitalised name: "Axon Body 3 cameras", "Blade Runner 2049 at the"."""
    text, original = context.text, context.folded.original
    first, _ = context.folded.span(start, end)
    run = _CAPITALS.search(original, max(0, first - 60), first)
    if run is None:
        return False
    words = run[1].lower().split()
    if currency_before(text, start, context.grammar) is not None:
        return False
    if end - start <= 2 and _is_series(context, words):
        return True
    if text[end : end + 1] in {",", "."} and text[end + 1 : end + 2].isdigit():
        return False
    begins = run.start() == 0 or original[run.start() - 1] == "\n" or original[max(0, run.start() - 2)] in ".!?:"
    if (begins and len(words) < 2) or words[-1] in context.names or words[-1] in context.grammar.months:
        return False
    if words[-1] in context.grammar.year_words or words[-1] in context.grammar.before or words[-1] in context.products:
        return False
    if _LOOSE_AFTER.match(text, end) is None or end - start > 4:
        return False
    year = _YEAR.match(text, start)
    return not year or (len(words) >= 2 and words[-2] not in context.grammar.year_words and not begins)


def _is_series(context: Context, words: list[str]) -> bool:
    """Tell whether the words are a maker's product, or a maker and a word more that is no word for equipment."""
    for size in (1, 2, 3):
        entry = context.names.get(" ".join(words[-size:]))
        if entry is not None and entry.kind == "product":
            return True
        if entry is not None and entry.kind in {"maker", "brand"}:
            return False
    if words[-1] in context.products or words[-1] in context.grammar.count_nouns:
        return False
    return any(
        (entry := context.names.get(word)) is not None and entry.kind in {"maker", "brand"} for word in words[-3:-1]
    )


def _is_title(context: Context, start: int, end: int) -> bool:
    """Tell whether a year is the title of a work: "reading 1984", «1984»."""
    text = context.text
    if _YEAR.match(text, start) is None or end - start != 4:
        return False
    quoted = bool(_QUOTED.match(text[start - 1 : start])) and text[end : end + 1] in _QUOTE_ENDS
    words = words_before(text, start)
    return quoted or (bool(words) and words[-1] in context.grammar.title_heads)


def _follows_head(context: Context, start: int, end: int) -> bool:
    """Tell whether a word for papers, cases or calls stands before a number that no noun follows: "request 5521"."""
    text, grammar = context.text, context.grammar
    words = words_before(text, start)
    if not words:
        return False
    last = words[-1].lstrip("([{'\"«“")
    if last == "عدد" and is_listed_thing(context, start):
        return False
    if last not in grammar.bare_heads and not _is_head_with_proclitic(last, grammar.bare_heads):
        return False
    number = digits_at(text, start, grammar)
    if number is None or number.is_scaled or not (number.is_plain or _DASHED.match(text, start)):
        return False
    if _YEAR.match(text, start) and end - start == 4 and last[:1].isascii():
        return False
    if any(word_end(p, text, number.end) for p in (grammar.currency_at, grammar.percent_at, grammar.duration_at)):
        return False
    word = _ARABIC_WORD.match(text, number.end)
    if word is not None:
        return word[1] not in context.products and (
            word[1].startswith(_NO_NOUN) or word[1] in grammar.unit_stops or word[1] in grammar.year_words
        )
    unit = unit_after(text, number.end, grammar, context.products)
    return unit is None


def is_named_number(context: Context, start: int) -> bool:
    """Tell whether bare digits follow an Arabic or Chinese noun that they only number: "office 12", 表3, 天网2.0.

    In Chinese whatever does not lead on to a number (a verb, a qualifier, a word for equipment) makes a label of it.
    """
    text = context.text
    before = text[start - 1 : start]
    if "\u4e00" <= before <= "\u9fff":
        head = text[max(0, start - 6) : start]
        if before in _HAN_LEADS or any(head[-size:] in context.grammar.before for size in (4, 3, 2, 1)):
            return False
        return not any(head[-size:] in known for size in (6, 5, 4, 3, 2) for known in (context.products, context.names))
    words = words_before(text, start) if before == " " else ()
    if not words or not _ARABIC_RUN.fullmatch(words[-1]):
        return False
    return any(words[-1].removeprefix(head) in _ARABIC_LABELS for head in ("", "ال", "و", "وال", "ب", "بال"))


_HAN_LEADS = frozenset("有共达为是仅只约近超逾至到计增减了中余于名少多下上的和与及出满过足剩装买购用需占台数量即得")
_ARABIC_LABELS = words_of(
    "مكتب غرفه قطعه بنايه عماره شقه طريق بطاقه مفتاح جزء مجلد مخرج حرب قرن فيه جيل تصنيف درجه دقه حمايه وطني سلطاني "
    "اوسلو فرانس صك لوحه حساب بنكي رمز كود بريدي طواري كلمات منفذ بروتوكول محل مربع لقطه صوره تذكره رحله استماره "
    "نموذج فصل حصه مسار سنه اتفاق موديل ميزه عنصر خطوه مرجع عموديه"
)


def is_listed_thing(context: Context, start: int) -> bool:
    """Tell whether a thing stands earlier in the line of "عدد 500": a list of goods, no issue of a paper."""
    line = context.text[max(context.text.rfind("\n", 0, start), start - _LISTED, 0) : start]
    return any(
        (entry := context.products.get(word) or context.products.get(word.removeprefix("ال"))) is not None
        and entry.product_kind is not None
        for word in _ARABIC_RUN.findall(line)
    )


_LISTED = 70
_ARABIC_RUN = re.compile(r"[\u0620-\u064a\u066e-\u06d3]+")


def _is_head_with_proclitic(word: str, heads: frozenset[str]) -> bool:
    if not "\u0620" <= word[:1] <= "\u06d3":
        return False
    return any(
        word.startswith(head) and word[len(head) :] in heads for head in ("وال", "بال", "ال", "لل", "و", "ب", "ل", "ف")
    )
