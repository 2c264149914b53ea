"""Tells numbers that count something from those that are part of a name, a reference, an address or a page head."""

from __future__ import annotations

import re
from collections.abc import Container

from synopticon.read.context import words_before
from synopticon.read.grammar import Grammar
from synopticon.read.money import is_rand, touching
from synopticon.text.grammar import words

_NOT_TOKEN = frozenset(' \t\n\r\u00a0()[]{}«»“”",;،؛。，；、：！？（）【】《》')
_TOKEN_AFTER = re.compile(r"[^\s()\[\]{}«»“”\",;،؛。，；、：！？（）【】《》\u4e00-\u9fff\u0620-\u06d3]*")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|gov|uk|html?|pdf|xlsx?|docx?|csv|jpe?g|png)(?![a-z])|\\")
_LETTERS_BEFORE = re.compile(r"[a-zß-ÿ]+$")
_LETTERS_AFTER = re.compile(r"[a-zß-ÿ]+")
_TIME = re.compile(
    r"\d{1,2}:\d{2}|\d{1,2}(?:[.:]\d{2})? ?(?:am|pm|a\.m|p\.m)(?![a-z])|\d{1,2}[.:]\d{2} ?(?:hrs|hours|uhr)(?![a-z])"
    r"|\d{1,2} ?h ?\d{2}(?!\d)|24/7"
    r"|\d{1,2} ?uhr(?![a-z])|\d{1,2}[点时](?:\d{1,2}分?|整|半)?(?!间)"
    r"|\d{1,2}/f(?![a-z])|\d{1,4}室(?!内|外)|\d{2,3}[国省县]道|\d{1,2}日(?!历|(?:之|以)?内(?![部容]))|\d{1,6}号(?!召)|\d{1,3}楼"
    r"|\d{1,2}世纪(?:\d{2}年代)?|\d{2,4}年代|[06-9][05]后|\d{3,6}(?:热线|报警|专线)|\d{1,2} o'clock"
)
_PHONE = re.compile(r"0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}|0\d{3,}")
_CHAIN = re.compile(
    r"\d{1,20}(?:\.\d{1,20}){2,12}|\d{1,20}(?:-\d{1,20}){2,12}|\d+/\d+/\d+"
    r"|\d{7,8}-\d(?!\d)|\d{2,4}-\d{5,}(?!\d)"
    r"|\d{3}-0\d{3}(?!\d)|\d{3}\) \d{3}-\d{4}(?!\d)"
    r"|(?!(?:19|20)\d\d/)(?:1[3-9]|[2-9]\d|\d{3,4})/(?:19|20)\d{2}(?![\d/])|\d{1,2}[x×]24(?!\d)|\d{1,2}[·・]\d{1,2}(?!\d)"
    r"|(?:19|20)\d{2}[-/]0\d{1,7}(?!\d)|(?:19|20)\d{2}-(?:\d{3}|\d{5,8})(?!\d)"
    r"|\d{4}[〕)\]】][\u4e00-\u9fffa-z0-9]{0,12}?\d{1,7} ?号"
)
_YEAR_NUMBER = re.compile(r"((?:19|20)\d{2})/(\d{1,6})(?![\d/])")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2}(?![\d.]\d)")
_LIST_HEAD = re.compile(r"(?:^|\n)[ \t]*(?:[(\[\"“]?|q|question |no\.? )$")
_LIST_TAIL = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){0,3}(?:[.)\]:](?:[ \t]+(?=\S)"
    r"|(?=[a-z\u0620-\u06d3\u4e00-\u9fff]))|[-–][ \t]*(?=[\u0620-\u064a])"
    r"|(?:(?<=\.\d)|(?<=\.\d\d))[ \t]+(?=[a-z]{2}|[\u4e00-\u9fff](?<![万亿千百十余多]))|、)"
)
_NAME_ENDS = re.compile(
    r"\d*(?:(?:, ?| ?(?:and|or|to|of|&|[-–/]) ?)\d{1,4}(?![\d,.%]{0,20}\d)){0,12}(?! ?[a-z\u4e00-\u9fff])"
)
_MORE_DIGITS = re.compile(
    r"\d*(?: (?!(?:19|20)\d{2}(?!\d))\d{2,}){1,8}(?![\d,.%]{0,20}\d)(?! ?[a-z\u0620-\u06d3\u4e00-\u9fff])"
)
_PHONE_REST = re.compile(r"[\d ()/-]{0,40}\d")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_READING_TIME = re.compile(r"\d+ ?(?:-| )?(?:min|mins|minute|minutes)\.?(?:\s+read|\s+\d[\d,]*\s+words)")
_READING_WORDS = re.compile(r"(?:min|mins|minutes)\.?\s+$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|er|ère|e|ème|º|ª)(?![a-zß-ÿ])")
_FISCAL = re.compile(r"/(?:\d{2}|(?:19|20)\d{2})(?!\d)")
#: Numbers of questions in parliaments: [14623/23].
_BRACKETED = re.compile(r"/\d{2,4}\]")
_DIGIT = re.compile(r"\d")
_JOINED_UNITS = words(
    "x no nos pcs px number yr yrs year years months month days day hrs hours hour hr min mins "
    "minutes secs week weeks off per percent pc"
)
_MAY_TOUCH = words("x c ca qty approx circa fy")
_ERAS = words("mid early late pre post non circa c ca approx around since around- ~")
#: Numbers of Arabic letters: 15/ص/7703, م ش/23.
_ARABIC_CODE = re.compile(r"[\u0620-\u064a]/$")
_ARABIC_REST = re.compile(r"/[\u0620-\u064a]{1,3}(?:/|(?= ?\d))")
_REFERENCE_SIGNS = frozenset("#№§")


def is_reference(text: str, start: int, end: int, grammar: Grammar, products: Container[str]) -> bool:
    """Tell whether the digits at `start` to `end` of the folded text do not stand for a number.

    `products` are words for things, which may touch their number ("12cameras").
    """
    before = _before(text, start)
    after = _after(text, end)
    if _is_joined(text, start, end, before, after, grammar, products):
        return True
    if _ADDRESS.search(before) or _ADDRESS.search(before[-4:] + text[start:end] + after):
        return True
    if _TIME.match(text, start) or (before[-1:] == ":" and before[-2:-1].isdigit()) or _is_chain(text, start):
        return True
    if text[start] == "0" and end - start > 1 and text[start + 1].isdigit():
        return True
    if before[-1:] in _REFERENCE_SIGNS and before:
        return True
    if before in grammar.before:
        return False
    if before[-1:] == "+" or (before[-1:] in "/." and before[-2:-1].isalnum()):
        return True
    if _ARABIC_CODE.search(text, max(0, start - 2), start) or _ARABIC_REST.match(text, end):
        return True
    if after[:1] == ":" and after[1:2].isdigit():
        return True
    if after[:1] == "/" and after[1:2].isdigit() and not _FISCAL.match(after):
        return True
    if text[start - 1 : start] == "[" and _BRACKETED.match(text, end):
        return True
    if _is_list_number(text, start, grammar) or _READING_TIME.match(text, start) or _ORDINAL.match(text, start):
        return True
    return _is_named(text, start, grammar)


def _is_chain(text: str, start: int) -> bool:
    """Tell whether the digits go on as in an address, a version or a code; 1.000.000 is a number."""
    if (numbered := _YEAR_NUMBER.match(text, start)) and not _goes_on(numbered):
        return True
    return _CHAIN.match(text, start) is not None and _GROUPED.match(text, start) is None


def _goes_on(match: re.Match[str]) -> bool:
    """Tell whether a number after a year and a stroke is the next year or a month: 2018/19, 2018/04."""
    year, after = int(match[1]), int(match[2])
    return after in {year + 1, (year + 1) % 100} or after <= 12


def reference_end(text: str, start: int, end: int) -> int:
    """Return where a reference ends that begins with the digits, such as all of a phone number."""
    if whole := _TIME.match(text, start) or _CHAIN.match(text, start) or _YEAR_NUMBER.match(text, start):
        return whole.end()
    if text[start] == "0" or text[start - 1 : start] == "+":
        match = _PHONE_REST.match(text, start)
    else:
        touches = text[start - 1 : start].isalnum() or text[start - 1 : start] == "-"
        match = (None if touches else _MORE_DIGITS.match(text, end)) or _NAME_ENDS.match(text, end)
    return match.end() if match else end


def _before(text: str, start: int) -> str:
    """Return what touches the number on its left: characters of one token, of no Arabic or Chinese letter."""
    at = start
    while at > 0 and start - at < 80 and (sign := text[at - 1]) not in _NOT_TOKEN and not _is_other_script(sign):
        at -= 1
    return text[at:start]


def _is_other_script(sign: str) -> bool:
    return "\u0620" <= sign <= "\u06d3" or "\u3000" <= sign <= "\u9fff"


def _after(text: str, end: int) -> str:
    match = _TOKEN_AFTER.match(text, end, min(len(text), end + 80))
    return match[0] if match else ""


def _is_joined(  # noqa: PLR0917  # the number, its neighbours, and what they are held against
    text: str, start: int, end: int, before: str, after: str, grammar: Grammar, products: Container[str]
) -> bool:
    """Tell whether letters touch the digits as they do in names: Top10VPN, 5G, H.264, DS-2CD, Covid-19."""
    currencies = touching(grammar)
    head = _LETTERS_BEFORE.search(before)
    if head and head[0] not in currencies and head[0] not in _MAY_TOUCH and not is_rand(text, start):
        return True
    if before[-1:] == "-" and before[:-1]:
        part = before[:-1]
        name = _LETTERS_BEFORE.search(part)
        if (name and name[0] not in _ERAS) or (part[-1:].isdigit() and any(sign.isalpha() for sign in part)):
            return True
    if letters := _LETTERS_AFTER.match(after):
        word = letters[0]
        if word in grammar.suffixes:
            return word == "k" and end - start < 2 and (not before or before[-1] not in "£$€¥")
        if (
            word in currencies
            or word in products
            or word in _JOINED_UNITS
            or word in grammar.multipliers
            or word in grammar.cardinals
        ):
            return False
        return not _ORDINAL.match(text, start)
    if after[:1] == "-" and (letters := _LETTERS_AFTER.match(after, 1)):
        return bool(_DIGIT.search(after)) or not (
            letters[0] in grammar.durations
            or letters[0] in grammar.multipliers
            or letters[0] in {"odd", "plus", "ish", "strong"}
            or letters[0] in grammar.count_nouns
            or letters[0] in products
            or letters[0] in grammar.months
        )
    return False


def _is_list_number(text: str, start: int, grammar: Grammar) -> bool:
    head = _LIST_HEAD.search(text, max(0, start - 12), start)
    if head is None:
        return text[max(0, start - 1) : start] in {"[", "("} and _FOOTNOTE.match(text, start - 1) is not None
    if start > 12 and head.start() == max(0, start - 12) and text[head.start()] != "\n":
        return False
    tail = _LIST_TAIL.match(text, start)
    if tail is None:
        return False
    follower = _LETTERS_AFTER.match(text, tail.end())
    word = follower[0] if follower else ""
    if grammar.percent_at.match(text, tail.end()):
        return False
    if "." in tail[0][:-1].strip(".") or tail[0][-1] == ".":  # 1.5 million, 1.eight million
        return (
            word not in grammar.multipliers
            and word not in grammar.currencies
            and word not in grammar.durations
            and (tail[0][-1].isspace() or word not in grammar.cardinals)
        )
    return True


def _is_named(text: str, start: int, grammar: Grammar) -> bool:
    """Tell whether a word before makes the number a name: "Article 5", "رواية 1984", 第889条."""
    previous = text[start - 1 : start]
    if previous in {"第", "《"} and previous:
        return True
    if previous in {":", "："} and "\u4e00" <= text[start - 2 : start - 1] <= "\u9fff":
        start -= 1
        previous = text[start - 1]
    if previous and "\u4e00" <= previous <= "\u9fff":
        return any(text[start - size : start] in grammar.name_heads for size in (4, 3, 2) if start >= size)
    words = words_before(text, start)
    if not words:
        return False
    last = re.split(r"[(\[{'\"]", words[-1])[-1]
    if last in grammar.name_heads or last.rstrip(".") in grammar.name_heads:
        return True
    if last.endswith(":") and last[:-1] in {
        "ref",
        "reference",
        "tel",
        "telephone",
        "phone",
        "fax",
        "page",
        "id",
        "mobile",
        "ext",
        "order",
        "invoice",
    }:
        return True
    if "\u0620" <= last[:1] <= "\u06d3":
        last = last.rstrip(":")
        return last in grammar.name_heads or last[1:] in grammar.name_heads
    return last in {"number:", "no:", "no.:", "nr", "nr."} and len(words) > 1 and words[-2] in grammar.name_heads
