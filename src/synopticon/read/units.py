"""What a number counts: the noun after it, in the manner of each script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from synopticon.read.grammar import Grammar
from synopticon.read.lexicon import Entry
from synopticon.read.numbers import HAN_NUMERAL
from synopticon.text.grammar import words

_LATIN = re.compile(r"[a-zß-ÿ][\wß-ÿ'’&+/-]*")
_SEPARATOR = re.compile(r"[ \t\u00a0]*(?:\n(?=[a-z]))?[\"“'(]?")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]+")
_HAN_RUN = re.compile(r"[\u4e00-\u9fffa-z0-9 ]{1,24}")
_HAN_STOP = frozenset("的在是与和及被将已并由用于从对向了有为")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|'s|’s|as)$")
_COUNT_SIGN = re.compile(r"[ \u00a0]?(?:x\b|×|no\.?(?= |$)|nos\.?(?= |$)|number(?= )|pcs\.?(?= ))")
_MODIFIER = re.compile(r" ?\d{1,3}(?:\.\d)?[ -]?(?:channel|way|port|ch|mp|megapixel|tb|inch|mm|k)[ ,-]")
_SIZE = re.compile(r"\d{1,4}(?:k|p|mp|tb|gb|mm|ch)[ ,-]+")
_SERIES = re.compile(r"\d{1,2} (?=[a-z])")
_PLURALS = words("people persons men women children staff police personnel media premises series")
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Unit:
    """The counted noun in the folded text, and the product kind when it is one."""

    start: int
    end: int
    product_kind: str | None


def unit_after(
    text: str, end: int, grammar: Grammar, products: Mapping[str, Entry], *, is_one: bool = False
) -> Unit | None:
    """Return the noun counted by the number that ends at `end`, null when the text does not show one."""
    if sign := _COUNT_SIGN.match(text, end):
        end = sign.end()
    if modifier := _MODIFIER.match(text, end):
        end = modifier.end() - 1
    if text[end : end + 1] == "-":
        end += 1
    at = _SEPARATOR.match(text, end)
    start = at.end() if at else end
    if start >= len(text):
        return None
    letter = text[start]
    if "\u4e00" <= letter <= "\u9fff":
        return _han_unit(text, start, grammar, products)
    if "\u0620" <= letter <= "\u06d3":
        return _arabic_unit(text, start, grammar, products)
    if letter.isalpha():
        return _latin_unit(text, start, grammar, products, is_one=is_one)
    return None


def _latin_unit(text: str, start: int, grammar: Grammar, products: Mapping[str, Entry], *, is_one: bool) -> Unit | None:
    product: Unit | None = None
    at = start
    for position in range(_MOST_WORDS):
        match = _LATIN.match(text, at)
        if match is None and (size := _SIZE.match(text, at) or (_SERIES.match(text, at) if position else None)):
            at = size.end()
            continue
        if match is None:
            break
        word = match[0].rstrip("-/'’")
        if position and word in grammar.cardinals:
            break
        if word in grammar.unit_stops and not (position == 0 and word in grammar.unit_fillers):
            break
        if word in grammar.name_tails:
            return None
        entry = products.get(word)
        pair = _LATIN.match(text, match.end() + 1) if text[match.end() : match.end() + 1] in {" ", "-"} else None
        both = products.get(text[match.start() : pair.end()]) if pair else None
        if both is not None and pair is not None and entry is None:
            product = Unit(match.start(), pair.end(), both.product_kind)
            if text[pair.end() - 1] == "s":
                return product
        elif entry is not None:
            product = Unit(match.start(), match.start() + len(word), entry.product_kind)
        if (
            _is_plural(word)
            or (entry is not None and word[-1] == "s" and word[-2:] != "ss")
            or (word in grammar.count_nouns and not is_one)
        ):
            kind = entry.product_kind if entry else (product.product_kind if product else None)
            if product and product.end >= match.end():
                return product
            return Unit(match.start(), match.start() + len(word), kind)
        gap = _SEPARATOR.match(text, match.end())
        at = gap.end() if gap else match.end()
        if text[match.end() : match.end() + 1] in {",", ".", ";", ":", ")", "\n"}:
            break
        if is_one and product is not None and (nxt := _LATIN.match(text, at)) and nxt[0] not in products:
            break
    if product is None and is_one:
        first = _LATIN.match(text, start)
        if first and not {first[0], first[0] + "s"}.isdisjoint(grammar.count_nouns):
            return Unit(first.start(), first.end(), None)
    return product


def _is_plural(word: str) -> bool:
    return (
        word in _PLURALS
        or (len(word) > 3 and word.endswith("s") and _NOT_PLURAL.search(word) is None)
        or (len(word) > 3 and word.endswith("x") and word in {"châteaux", "réseaux", "journaux"})
    )


def _arabic_unit(text: str, start: int, grammar: Grammar, products: Mapping[str, Entry]) -> Unit | None:
    at = start
    for _ in range(2):
        match = _ARABIC.match(text, at)
        if match is None:
            return None
        word = match[0]
        if word in grammar.unit_fillers:
            at = match.end() + 1
            continue
        if word in grammar.unit_stops or word[1:] in grammar.unit_stops or word in grammar.name_tails:
            return None
        if word.startswith("ال") and at == start and text[max(0, start - 3) : start].rstrip()[-1:].isdigit():
            return None  # digits count an indefinite noun; in "the 20 coming" the noun stands before
        bare = word.removeprefix("ال")
        entry = products.get(word) or products.get(bare)
        return Unit(match.start(), match.end(), entry.product_kind if entry else None)
    return None


def _han_unit(text: str, start: int, grammar: Grammar, products: Mapping[str, Entry]) -> Unit | None:
    measure = next(
        (text[start : start + size] for size in (2, 1) if text[start : start + size] in grammar.measures), ""
    )
    at = start + len(measure)
    run = _HAN_RUN.match(text, at)
    limit = run.end() if run else at
    reach = at + 14 if measure or text[at : at + 1] == "的" or not HAN_NUMERAL.match(text, start - 1) else at + 1
    for index in range(at, min(limit, reach)):
        if text[index] in _HAN_STOP:
            if text[index] != "的" or index > at + 6:
                break
            continue
        for size in (6, 5, 4, 3, 2, 1):
            word = text[index : index + size]
            if len(word) < size or index + size > limit:
                continue
            entry = products.get(word)
            if entry is not None and entry.product_kind is not None:
                return Unit(index, index + size, entry.product_kind)
            if word in grammar.count_nouns and (size > 1 or index == at):
                return Unit(index, index + size, None)
    return Unit(start, start + len(measure), None) if measure else None


_SAYS = re.compile(r"(?:[:：=|\t(（]|[ ][-–—]|\b(?:is|are|was|were|x|qty|quantity)|هو|هي|为|是|共|共计|达)[ \u00a0]*$")
_COUNTED = re.compile(r"عدد [\u0620-\u06d3]+ $|number of [a-z ]{3,40} $")
_LINE = 56


def unit_before(text: str, start: int, grammar: Grammar, products: Mapping[str, Entry]) -> Unit | None:
    """Return the counted noun before a number: "Number of cameras: 28", "Dahua dome cameras x 12"."""
    first = max(0, start - _LINE, text.rfind("\n", 0, start) + 1)
    head = text[first:start]
    says = _SAYS.search(head) or _COUNTED.search(head)
    if says is None:
        return None
    best: Unit | None = None
    for match in re.finditer(r"[a-zß-ÿ][\wß-ÿ'-]*|[\u0620-\u06d3]+", head[: says.start() + 1]):
        word = match[0]
        entry = products.get(word) or (products.get(word[2:]) if word.startswith("ال") else None)
        if entry is not None and entry.product_kind is not None:
            best = Unit(first + match.start(), first + match.end(), entry.product_kind)
        elif best is None and word in grammar.count_nouns:
            best = Unit(first + match.start(), first + match.end(), None)
    if best is None and not head.isascii():
        best = _han_before(head, first, products)
    return best


def _han_before(head: str, first: int, products: Mapping[str, Entry]) -> Unit | None:
    for at in range(len(head) - 1, -1, -1):
        for size in (5, 4, 3, 2):
            word = head[at : at + size]
            entry = products.get(word) if len(word) == size and word[0] >= "\u4e00" else None
            if entry is not None and entry.product_kind is not None:
                return Unit(first + at, first + at + size, entry.product_kind)
    return None


def noun_before(text: str, start: int, products: Mapping[str, Entry]) -> Unit | None:
    """Return the product right before a Chinese number whose measure word has no noun after it (摄像机28台)."""
    at = start
    while at > 0 and text[at - 1] in " 共计有为约近达:：":
        at -= 1
    for size in (6, 5, 4, 3, 2):
        word = text[max(0, at - size) : at]
        entry = products.get(word) if len(word) == size and word[0] >= "\u4e00" else None
        if entry is not None and entry.product_kind is not None:
            return Unit(at - size, at, entry.product_kind)
    return None
