"""Where sentences end: full stops of three scripts, and the ones that end nothing."""

from __future__ import annotations

import re
from functools import cache

from synopticon.discover import discover
from synopticon.text import languages
from synopticon.text.grammar import Language

_CLOSERS = "\"'”’»)\\]）】」』"
# A mark that may end a sentence, the quotes and brackets that close with it, and the space after it. The Chinese
# marks need no space; the dots of an ellipsis are one mark.
_END = re.compile(
    rf"(?:[.]+|[!?؟؛…]+)[{_CLOSERS}]*(?=\s|$)|[。！？；]+[{_CLOSERS}]*|\n\s*\n|\n(?=\s*(?:[-•*·–]|\(?\d{{1,2}}[.)])\s)"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“‘(\[«]*$")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\Z")
# An ellipsis inside a sentence goes on in lower case.
_GOES_ON = re.compile(r"\s+[a-z\u00df-\u00ff]")
_SPACE = re.compile(r"\s*")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]\Z")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(
        word.casefold().rstrip(".")
        for language in discover(languages, "LANGUAGE", Language)
        for word in language.abbreviations
    )


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, in order, without the white space around them.

    A full stop inside a number, after an abbreviation ("No. 5", "approx. 40"), after an initial ("U.S.") or after the
    number of a list item ends nothing; an empty line and the start of a list item end a sentence without a stop.

    Args:
        text: a passage.
        language: not needed; the rules of all scripts are used side by side, because passages mix them.
    """
    del language
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _ends_nothing(text, start, match.start(), match.end()):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _ends_nothing(text: str, start: int, dot: int, end: int) -> bool:
    before = text[max(start, dot - 30) : dot]
    found = _WORD_BEFORE.search(before)
    word = found.group() if found else ""
    if _NUMBERING.match(word) and not text[start : dot - len(word)].strip():
        return True
    if word.casefold() in _abbreviations():
        return end < len(text)
    if _INITIAL.match(word):
        # "the U.S. Department" goes on; "in the U.S. They" cannot be told apart, and a long sentence does less harm.
        return end < len(text)
    return _GOES_ON.match(text, end) is not None


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    found = _SPACE.match(text, start, end)
    start = found.end() if found else start
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
