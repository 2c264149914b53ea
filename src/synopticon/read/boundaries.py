"""Where a word begins and ends, per script, on folded text."""

from __future__ import annotations

import re

from synopticon.text.languages.zh import common_words

# Arabic writes these before a word without a blank: and, so, with, like, for, the, and their combinations.
_PROCLITICS = frozenset(
    head + article
    for head in ("", "و", "ف", "ب", "ك", "ل", "وب", "ول", "وك", "فب", "فل", "س", "أ")
    for article in ("", "ال", "ل")
)
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_LATIN = re.compile(r"[a-z0-9\u00df-\u024f]")
_BEFORE = re.compile(r"[\u0620-\u064a\u066e-\u06d3]{1,5}$")
_SUFFIX = re.compile(r"(?:ات|ين|ان|ه|ها|هم|نا|ي)(?![\u0620-\u064a\u066e-\u06d3])")


def is_bounded(text: str, start: int, end: int) -> bool:
    """Tell whether the folded span is a whole word of its script, or a name with an Arabic proclitic before it.

    A Latin name glued to Arabic or Chinese letters is whole: neither script would continue a Latin word.
    """
    first, last = text[start], text[end - 1]
    if first.isascii():
        if first.isalnum() and start and _LATIN.match(text[start - 1]):
            return False
    elif _ARABIC.match(first) and not _arabic_start(text, start):
        return False
    if last.isascii():
        return not (last.isalnum() and end < len(text) and _LATIN.match(text[end]))
    if _ARABIC.match(last):
        return end == len(text) or not _ARABIC.match(text[end])
    return _han_bounded(text, start, end)


def _arabic_start(text: str, start: int) -> bool:
    if not start or not _ARABIC.match(text[start - 1]):
        return True
    before = _BEFORE.search(text, max(0, start - 5), start)
    if before is None:
        return True
    letters = before[0]
    if len(letters) == 5 and start > 5 and _ARABIC.match(text[start - 6]):
        return False
    return letters in _PROCLITICS


def _han_bounded(text: str, start: int, end: int) -> bool:
    """Reject a short Chinese name where both its ends belong to common words around it (其中|国防)."""
    if end - start > 3 or not start or end == len(text):
        return True
    words = common_words()
    return not (text[start - 1 : start + 1] in words and text[end - 1 : end + 1] in words)
