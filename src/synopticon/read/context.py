"""The words on either side of a number, looked up as phrases."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from synopticon.read.grammar import Grammar, all_languages
from synopticon.text.fold import folded_key
from synopticon.text.grammar import words

_WINDOW = 64
_LONGEST = 5
_TRIM = " \t\n\u00a0([{«“\"'*"
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب", "ول")
_PASSED = words("a an the another further additional only just now total")
_MARK = re.compile(r"[>≥<≤~≈]=?$")
_ARTICLE = re.compile(r"(?<![\u0620-\u06d3])(?:[وفبلك]?ال|لل|ب|ل|ك)$")
_LEADS_ON = frozenset(("عن", "علي", "الي", "نحو", "حوالي", "ب", "مبلغ"))
_CUT = re.compile(r"[.!?;。！？；\n]\s|\n")


@lru_cache(maxsize=32)
def words_before(text: str, start: int, limit: int = 0) -> tuple[str, ...]:
    """Return up to six words before `start`, nearest last, within the sentence and not before `limit`."""
    window = text[max(limit, start - _WINDOW) : start]
    cut = next(reversed(list(_CUT.finditer(window))), None)
    if cut is not None and not (cut[0][0] == "." and _is_abbreviation(window[: cut.start()])):
        window = window[cut.end() :]
    return tuple(window.rstrip(_TRIM + "£$€¥").split()[-_LONGEST - 1 :])


def _is_abbreviation(head: str) -> bool:
    words = head.rsplit(maxsplit=1)
    return bool(words) and words[-1].lstrip("(") in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(folded_key(word) for language in all_languages().values() for word in language.abbreviations)


def qualifier_before(text: str, start: int, grammar: Grammar, limit: int = 0) -> tuple[str | None, int]:
    """Return the qualifier that stands right before `start` and where its words begin."""
    if (
        start
        and "\u0620" <= text[start - 1] <= "\u064a"
        and (article := _ARTICLE.search(text, max(0, start - 4), start))
    ):
        start = article.start()
    window = text[max(limit, start - _WINDOW) : start].rstrip(_TRIM)
    if mark := _MARK.search(window):
        found = grammar.before.get(mark[0])
        return (found, start) if found else (None, start)
    if window and not window[-1].isascii() and (han := _han_before(window, grammar)) is not None:
        return han, start
    words = list(words_before(text, start, limit))
    while words and words[-1] in _PASSED:
        words.pop()
    found = phrase_ending(words, grammar.before) or _parted(words, grammar)
    if found is None and words and words[-1][-1:] in ":," and len(words) > 1:
        return None, start
    if found is None or found.endswith("?"):
        return None, start
    return found, start


def _parted(words: Sequence[str], grammar: Grammar) -> str | None:
    """Return a qualifier that the name of what is measured parts from the number: لا يتجاوز ثمنها في السوق 200 ألف."""
    if not words or not "\u0620" <= words[-1][:1] <= "\u06d3":
        return None
    most = len(words) - 1 if words[-1] in _LEADS_ON else len(words)
    for at in range(most - 1):
        for size in (2, 1):
            opening = " ".join(words[at : at + size])
            found = grammar.parted.get(opening) or (grammar.parted.get(opening[1:]) if opening[:1] in "وف" else None)
            if found is None or at + size >= most:
                continue
            if words[at + size].removeprefix("ال").startswith(grammar.measured):
                return found
    return None


def _han_before(window: str, grammar: Grammar) -> str | None:
    found = _han_ending(window, grammar)
    if found is not None:
        return found
    for size in (4, 3, 2, 1):
        if window[-size:] in grammar.passed_verbs and len(window) > size:
            return _han_ending(window[:-size], grammar) if window[-size - 2 : -size] in grammar.before else None
    return None


def _han_ending(window: str, grammar: Grammar) -> str | None:
    for size in (5, 4, 3, 2, 1):
        tail = window[-size:]
        if len(tail) == size and "\u4e00" <= tail[0] <= "\u9fff" and (found := grammar.before.get(tail)) is not None:
            return found or None
    return None


def phrase_ending(words: Sequence[str], phrases: Mapping[str, str]) -> str | None:
    """Return what the longest phrase that ends these words means; an Arabic proclitic may stand before it."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        parts = list(words[-size:])
        parts[0] = parts[0].lstrip("([{«“\"'")
        joined = " ".join(parts)
        found = phrases.get(joined)
        if found is not None:
            return found
        for head in _PROCLITICS if joined[:1] >= "\u0620" else ():
            if joined.startswith(head) and (found := phrases.get(joined[len(head) :])) is not None:
                return found
    return None
