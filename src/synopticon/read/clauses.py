"""Sentences cut into clauses, each with the names and numbers that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from synopticon.model.records import Passage
from synopticon.read.cue import Matcher, matcher_of
from synopticon.read.mentions import find_mentions
from synopticon.read.quantities import find_quantities
from synopticon.read.reply_words import reply_matcher
from synopticon.read.spans import MentionSpan, QuantitySpan
from synopticon.text.fold import fold
from synopticon.text.language import language_of
from synopticon.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage with all that was found in it; `plain` is its text for cues, character for character."""

    passage: Passage
    plain: str
    language: str | None
    mentions: tuple[MentionSpan, ...]
    quantities: tuple[QuantitySpan, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence of a passage; spans count in the passage.

    Attributes:
        sentence: the span of the whole sentence.
        cues: of the language of the sentence.
    """

    spot: Spot
    start: int
    end: int
    sentence: tuple[int, int]
    cues: Matcher
    mentions: tuple[MentionSpan, ...]
    quantities: tuple[QuantitySpan, ...]

    @property
    def plain(self) -> str:
        """The clause's own words for cues."""
        return self.spot.plain[self.start : self.end]

    @property
    def sentence_plain(self) -> str:
        """The words of the whole sentence for cues."""
        return self.spot.plain[self.sentence[0] : self.sentence[1]]


def own_language(passage: Passage, lowered: str, language: str | None) -> str | None:
    """Return the language of a passage; `language` is the document's, used where the passage is too short to tell."""
    goes_on = passage.language is None and _goes_on(lowered, language)
    return passage.language or (language if goes_on else language_of(passage.text)) or language


def spot_of(passage: Passage, lowered: str, own: str | None) -> Spot:
    """Find the names and numbers of a passage; `lowered` is its plain text, `own` its language."""
    text = passage.text
    folded = fold(text)
    quantities = tuple(find_quantities(text, language=own, folded=folded))
    mentions = find_mentions(text, language=own, folded=folded)
    # A name inside a date is the name of a month: كانون الأول.
    dates = [q for q in quantities if q.kind == "date"] if mentions else []
    named = tuple(m for m in mentions if not any(q.start < m.end and m.start < q.end for q in dates))
    return Spot(passage, lowered, own, named, quantities)


def _goes_on(text: str, language: str | None) -> bool:
    """Tell whether plain ASCII text goes on in the English of its document: cheaper than to identify each passage."""
    return language == "en" and text.isascii() and sum(word in text for word in _ENGLISH) >= _ENGLISH_ENOUGH


_ENGLISH = (" the ", " of ", " and ", " is ", " are ", " with ", " that ", " not ", " was ", " by ")
_ENGLISH_ENOUGH = 2


def sentence_spans(spot: Spot, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of a part of a passage."""
    text = spot.passage.text[start:end]
    return [(start + a, start + b) for a, b in sentences(text, spot.language) if text[a:b].strip()]


def cues_at(spot: Spot, span: tuple[int, int]) -> Matcher | None:
    """Return the cues for a sentence, by its own language where it is long enough to tell."""
    text = spot.passage.text[slice(*span)]
    # A passage found to be English is not asked again for each of its sentences.
    if len(text) <= _TOO_SHORT or (spot.language == "en" and text.isascii()):
        return matcher_of(spot.language)
    own = language_of(text)
    return matcher_of(own) if own is not None else matcher_of(spot.language)


def clauses(spot: Spot, span: tuple[int, int]) -> Iterator[Clause]:
    """Yield the clauses of a sentence. Nothing in a language without cues."""
    cues = cues_at(spot, span)
    if cues is None:
        return
    start, end = span
    text = spot.plain
    cuts = [start]
    position = start
    while position < end and (found := cues.find("split", text, position, end)) is not None:
        position = max(found.end(), found.start() + 1)
        # A clause without a word of its own is no clause: "However, we own 12".
        is_opening = _only_opens(text[cuts[-1] : found.start()], cues)
        if found.start() - cuts[-1] >= _SHORTEST and end - found.end() >= 2 and not is_opening:
            cuts.append(found.start())
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        yield clause_of(spot, first, last, span, cues)


def _only_opens(text: str, cues: Matcher) -> bool:
    """Tell whether words only say what the rest of the sentence is about: "As for Dahua, not more than 20 …"."""
    if len(text) > _OPENING or any(letter.isdigit() for letter in text):
        return False
    words = reply_matcher(cues.language)
    found = words.find("as_for", text) if words is not None else None
    return found is not None and not text[: found.start()].strip() and not text.rstrip().endswith(":")


_OPENING = 40
_SHORTEST = 4
#: A sentence of fewer characters does not tell its own language.
_TOO_SHORT = 30


def clause_of(spot: Spot, start: int, end: int, sentence: tuple[int, int], cues: Matcher) -> Clause:
    """Return the clause at a span of a passage."""
    return Clause(
        spot,
        start,
        end,
        sentence,
        cues,
        tuple(m for m in spot.mentions if start <= m.start and m.end <= end),
        tuple(q for q in spot.quantities if start <= q.start and q.end <= end),
    )
