"""Mends the order of Latin names on right-to-left lines of PDF pages.

PDF text layers hold what is painted; on lines that run from right to left the words of a Latin name come out last word
first ("Foundation Reuters Thomson"). Runs of two or more Latin words are turned round again; single words, and numbers
that do not stand between Latin words, are where they belong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from synopticon.ingest.words import Word

RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_TOKEN = re.compile(r"\S+")
#: A token of one direction: a Latin name may be glued to the word behind it.
_RUN = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+|[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+")
#: The full stop behind a number that ends a line is painted to its left, and so comes out before it.
_EARLY_STOP = re.compile(r"(?<=\s)([.،؛:؟!])(\d[\d.,/]{0,20})$")
_GLUED = re.compile(r"(?<=[A-Za-z])(?=[\u0621-\u064a])")


def is_right_to_left(line: str) -> bool:
    """Tell whether a line holds more right-to-left words than others."""
    tokens = _TOKEN.findall(line)
    return 2 * sum(1 for token in tokens if RIGHT_TO_LEFT.search(token)) >= max(len(tokens), 1)


def mended_line(line: str) -> str:
    """Return a line with its runs of Latin words in reading order; blanks keep their places."""
    if RIGHT_TO_LEFT.search(line) and is_right_to_left(line):
        line = _EARLY_STOP.sub(r"\2\1", line)
    if not RIGHT_TO_LEFT.search(line) or not _LATIN.search(line) or not _has_more_rtl_letters(line):
        return line
    line = _GLUED.sub(" ", line)
    tokens = [(match.start(), match.end()) for match in _RUN.finditer(line)]
    words = [line[start:end] for start, end in tokens]
    turned = _turned(words)
    pieces = []
    last = 0
    for (start, end), word in zip(tokens, turned, strict=True):
        pieces += [line[last:start], word]
        last = end
    return "".join([*pieces, line[last:]])


def places_in(line: str, words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """Yield where in a mended line each of its words begins, in the order of the line.

    Words were moved, and a few cut in two or joined; each piece belongs to the first word left over that holds it.
    """
    left = list(words)
    for match in _TOKEN.finditer(line):
        token = match[0]
        word = next((word for word in left if word.text == token), None)
        if word is not None:
            left.remove(word)
        else:
            word = next((word for word in words if token in word.text or word.text in token), None)
        if word is not None:
            yield match.start(), word


def joined_mark(before: str, word: str) -> str | None:
    """Return two words as one when the second begins with a vowel mark that was painted too early, else null.

    A mark stands behind its letter: "mjl" and "-sa" with the mark in front are one word with the mark behind the s.
    """
    if len(word) < 2 or not unicodedata.combining(word[0]) or not RIGHT_TO_LEFT.search(before):
        return None
    return before + word[1] + word[0] + word[2:]


def is_turned_ligature(first: str, second: str) -> bool:
    """Tell whether two letters of one glyph are lam and alef in the order in which they were painted."""
    return second == "\u0644" and first in "\u0627\u0623\u0625\u0622"


def _has_more_rtl_letters(line: str) -> bool:
    return len(RIGHT_TO_LEFT.findall(line)) >= 0.3 * sum(map(str.isalpha, line))


def _turned(words: list[str]) -> list[str]:
    turned = list(words)
    start = 0
    while start < len(words):
        if not _is_latin(words[start]):
            start += 1
            continue
        end = start + 1
        last = start
        while end < len(words) and not RIGHT_TO_LEFT.search(words[end]):
            if _is_latin(words[end]):
                last = end
            end += 1
        if last > start:
            turned[start : last + 1] = words[start : last + 1][::-1]
        start = end
    return turned


def _is_latin(word: str) -> bool:
    return _LATIN.search(word) is not None and not RIGHT_TO_LEFT.search(word)
