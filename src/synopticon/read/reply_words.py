"""The contract of a file under `replies/`: how one language refuses, sends elsewhere, acknowledges, and says "none".

These are sentences about the request and about information, not about equipment. The patterns follow the rules of
`cue`: plain text, no anchors, no repeated group inside a repetition; gaps are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from synopticon.discover import discover
from synopticon.read.cue import Patterns


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """The words of one language about a request.

    Attributes:
        language: code of the language.
        refusal: what refuses by itself: a verdict, an exemption, harm that would follow, a limit of cost.
        refusal_of: verbs of giving, denied; they refuse only beside a word of `information`.
        information: words for what was asked for.
        not_refusal: what holds a word of refusal and refuses nothing that was asked.
        absent: the information is not there, or not known.
        elsewhere: somebody else owns or runs what was asked about, or is to be asked.
        stranger: equipment of somebody else that is told beside the body's own.
        received: the request has come in, is being dealt with, will be answered.
        pending: tells that a refusal to answer is one for the time being.
        about_request: what was asked, repeated ("your request concerned …").
        none: denies all that was asked about without naming it ("neither brand", "0 results").
        automatic: the subject line of a machine.
    """

    language: str
    has_spaces: bool = True
    refusal: str = ""
    refusal_of: str = ""
    information: str = ""
    not_refusal: str = ""
    absent: str = ""
    elsewhere: str = ""
    stranger: str = ""
    received: str = ""
    pending: str = ""
    about_request: str = ""
    none: str = ""
    automatic: str = ""


class ReplyMatcher:
    """The compiled words of one language. `find` and `has` take plain text."""

    __slots__ = ("_patterns", "language")

    def __init__(self, words: ReplyWords) -> None:
        self.language = words.language
        self._patterns = Patterns(words, has_spaces=words.has_spaces)

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """Return the first place of a word in plain text, or null."""
        return self._patterns[name].search(text)

    def has(self, name: str, text: str) -> bool:
        """Tell whether plain text holds such a word."""
        return self._patterns[name].search(text) is not None

    def places(self, text: str) -> Iterator[int]:
        """Yield where in plain text something is said about the request."""
        for name in ("refusal", "refusal_of", "absent", "elsewhere", "received", "none"):
            yield from (found.start() for found in self._patterns[name].finditer(text))


@cache
def _matchers() -> dict[str, ReplyMatcher]:
    from synopticon.read import replies  # noqa: PLC0415  # the files import this module

    return {record.language: ReplyMatcher(record) for record in discover(replies, "REPLY", ReplyWords)}


def reply_matcher(language: str | None) -> ReplyMatcher | None:
    """Return the words of a language, the empty string and null meaning English; null for one without a file."""
    return _matchers().get((language or "en").split("-")[0].lower())
