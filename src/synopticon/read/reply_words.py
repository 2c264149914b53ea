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
        remarks: the header of a column of remarks.
        former, latter: the first and the second of two makers named before.
        tried: equipment was looked at, offered, tried, borrowed or hired, and so is not the body's.
        returned: equipment went back to where it came from.
        left: what stands before the number that is left after some went.
        hearsay: somebody else's statement about the body, repeated to be put right, or a guess about somebody else.
        clarifies: questions to the requester about what is meant.
        owned_elsewhere: what was asked about is the property of somebody else, whatever its number.
        helping: verbs of having that only help another verb ("has considered").
        closed: what shuts something; it refuses only in a document that says nothing else.
        cited: a part of a law; it refuses only in a document of which nothing else is understood.
        passed_on: the request went or belongs elsewhere; it tells only in a document that says nothing else.
        as_for: what opens a statement about one maker ("as regards", "in respect of").
        subset: what makes a number a part of the one before ("of which", "including").
        stands: an earlier statement is repeated and still holds ("as previously stated").
        bought: verbs of buying, beside which a statement of what is held counts the same things.
        more: tells that what was bought is added to what was told ("a further").
        intended: money or a tender for things that are not there yet.
        sorts: what a number of kinds is followed by ("two makes").
        work: what stands before the title of a book or film that may hold a maker's name.
        gone: things that are there no more, beyond the words for removal of the cues ("thrown away").
        now: the present against the past in one sentence ("currently").
        chosen: an offer that was taken ("successful", "awarded").
        other_things: nouns of things that no camera is ("phones").
        fees: what a request or an appeal costs; it is never money spent on equipment.
        paper: the title of a paper of trade: what stands in it was bought, which is no statement of what is held.
        reversals: beginnings of words, lower case, for a payment that takes back another ("revers").
        guess: what stands before a maker that things are only thought or not known to be of ("could be").
        gone_since: says that all that was told before is gone ("they have all since been replaced").
        rest: which of those words may also name the rest of a list ("the remaining 13").
        for_body: tells that somebody else did something for the body ("fitted for us").
        rest_is: what makes all the others of one maker ("everything else is").
        to_replace: what stands between what is to come and what it takes the place of.
        make_is: what stands before the one maker of all that was counted ("the manufacturer is").
        total: the label of a line that adds up those above it.
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
    remarks: str = ""
    former: str = ""
    latter: str = ""
    tried: str = ""
    returned: str = ""
    left: str = ""
    hearsay: str = ""
    clarifies: str = ""
    owned_elsewhere: str = ""
    helping: str = ""
    closed: str = ""
    cited: str = ""
    passed_on: str = ""
    as_for: str = ""
    subset: str = ""
    stands: str = ""
    bought: str = ""
    more: str = ""
    intended: str = ""
    sorts: str = ""
    work: str = ""
    gone: str = ""
    now: str = ""
    chosen: str = ""
    other_things: str = ""
    fees: str = ""
    paper: str = ""
    guess: str = ""
    rest: str = ""
    for_body: str = ""
    rest_is: str = ""
    to_replace: str = ""
    make_is: str = ""
    gone_since: str = ""
    reversals: tuple[str, ...] = ()
    total: str = ""


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

    def all(self, name: str, text: str) -> Iterator[re.Match[str]]:
        """Yield every place of a word in plain text."""
        return self._patterns[name].finditer(text)

    def places(self, text: str) -> Iterator[int]:
        """Yield where in plain text something is said about the request."""
        for name in ("refusal", "refusal_of", "absent", "elsewhere", "received", "none", "clarifies"):
            yield from (found.start() for found in self._patterns[name].finditer(text))


@cache
def _matchers() -> dict[str, ReplyMatcher]:
    from synopticon.read import replies  # noqa: PLC0415  # the files import this module

    return {record.language: ReplyMatcher(record) for record in discover(replies, "REPLY", ReplyWords)}


@cache
def reversal_words() -> tuple[str, ...]:
    """Return the beginnings of words for payments that take others back, in every language."""
    from synopticon.read import replies  # noqa: PLC0415  # the files import this module

    return tuple(sorted({word for record in discover(replies, "REPLY", ReplyWords) for word in record.reversals}))


def reply_matcher(language: str | None) -> ReplyMatcher | None:
    """Return the words of a language, the empty string and null meaning English; null for one without a file."""
    return _matchers().get((language or "en").split("-")[0].lower())
