"""The passages of a reply made ready to be read: lines that answer apart, doubtful names, "the former"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from synopticon.model.records import Passage
from synopticon.read.clauses import Spot, spot_of
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.mentions import find_mentions
from synopticon.read.reply_words import ReplyMatcher, reply_matcher
from synopticon.read.spans import MentionSpan

#: A passage of so many characters may name a maker without a word of the subject beside it: a line of a list.
_LINE = 160
_NAMING = {"maker", "brand", "model"}
_NUMBER_LINE = re.compile(r"[\s•*·–-]*(?:\d{1,6}|[٠-٩]{1,6})\s*")
#: A line of a list: a short label and a value, or words and a number at either end.
_LISTED = re.compile(
    r"[\s•*·–-]*[^\W\d][^:：=\n]{0,40}[:：=]\s*\S[^\n]{0,60}|[\s•*·–-]*[^\W\d][^\n\d.]{0,60}[\s(–-]\d{1,6}[).]?"
    r"|[\s•*·–-]*\d{1,6}\s*[x×]?\s[^\W\d][^\n\d.]{0,60}"
)
_ASKS = ("?", "؟", "？", ":", "：")
_ANSWER_LINE = 40
_PAIR = 2


def prepared(spots: Sequence[Spot], language: str | None) -> list[Spot]:
    """Return the passages of a reply with lines that answer on their own, and with all names that may stand in it.

    Args:
        spots: the passages of one document, in order.
        language: of the document; null means English.
    """
    found = [piece for spot in spots for piece in _split(spot, language)]
    if any(m.maker or m.kind == "product" for spot in found for m in spot.mentions):
        found = [_without_titles(_with_doubtful(spot)) for spot in found]
    return _with_ordinals(found)


# --- lines ----------------------------------------------------------------------------------------------------


def _split(spot: Spot, language: str | None) -> Iterator[Spot]:
    """Cut a passage before its lines that are an answer and nothing else ("0", "None", "Yes, 12")."""
    text = spot.passage.text
    if "\n" not in text:
        yield spot
        return
    cues = matcher_of(spot.language or language)
    lines = text.split("\n")
    is_list = sum(line.count("?") for line in lines) > 1 or 2 * sum(
        _LISTED.fullmatch(line.rstrip()) is not None for line in lines
    ) >= len(lines)
    cuts, start, before = [0], 0, ""
    for line in lines:
        low = spot.plain[start : start + len(line)]
        if (
            start
            and (
                is_list
                or (_NUMBER_LINE.fullmatch(low) and not _is_running(before))
                or (before.endswith(_ASKS) and _is_answer(low, cues))
            )
        ) or (len(cuts) > 1 and start > cuts[-1]):
            cuts.append(start)
        start, before = start + len(line) + 1, line.rstrip()
    if len(cuts) == 1:
        yield spot
        return
    for first, last in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[first:last].rstrip()
        passage = replace(spot.passage, start=spot.passage.start + first, text=piece)
        yield _spot(passage, spot.language)


def _is_running(line: str) -> bool:
    """Tell whether a line breaks off in the middle of a sentence, so that a number below it goes on with it."""
    return len(line.split()) >= _RUNNING and line[-1:].isalpha() and line[-1:].islower() and ":" not in line


#: A line of so many words that ends in none of the marks of an end is one of running text.
_RUNNING = 5


def _is_answer(line: str, cues: Matcher | None) -> bool:
    words = line.strip(" .!-–•*·")
    if cues is None or len(line) > _ANSWER_LINE:
        return False
    return any((found := cues.find(cue, words)) is not None and not found.start() for cue in ("nothing", "yes"))


def _spot(passage: Passage, language: str | None) -> Spot:
    return spot_of(passage, plain(passage.text), language)


# --- names ----------------------------------------------------------------------------------------------------


def _with_doubtful(spot: Spot) -> Spot:
    """Return a short passage with names that elsewhere need words of the subject: the document is about the subject."""
    text = spot.passage.text
    if len(text) > _LINE or any(m.kind == "product" and not m.maker for m in spot.mentions):
        return spot
    more = tuple(find_mentions(text, is_subject=True))
    if len(more) <= len(spot.mentions):
        return spot
    return _spot_with(spot, more)


_TITLE = re.compile(r"\"([^\"\n]{3,60})\"|«([^»\n]{3,60})»|《([^》\n]{2,40})》|„([^“\n]{3,60})“")
_BEFORE_TITLE = 30


def _without_titles(spot: Spot) -> Spot:
    """Return a passage without the makers that only stand in the title of a book or film, and without its numbers."""
    words = reply_matcher(spot.language)
    if words is None or not any(m.maker for m in spot.mentions):
        return spot
    titles = [
        found.span()
        for found in _TITLE.finditer(spot.plain)
        if words.has("work", spot.plain[max(0, found.start() - _BEFORE_TITLE) : found.start() + 1])
    ]
    kept = tuple(m for m in spot.mentions if not any(a <= m.start and m.end <= b for a, b in titles))
    return spot if len(kept) == len(spot.mentions) else replace(spot, mentions=kept)


def _spot_with(spot: Spot, mentions: tuple[MentionSpan, ...]) -> Spot:
    dates = [q for q in spot.quantities if q.kind == "date"]
    return replace(
        spot,
        mentions=tuple(m for m in mentions if not any(q.start < m.end and m.start < q.end for q in dates)),
    )


def _with_ordinals(spots: list[Spot]) -> list[Spot]:
    """Let "the former" and "the latter" name the two makers that were named together last."""
    seen: list[str] = []
    return [_with_former(spot, seen) for spot in spots]


def _with_former(spot: Spot, seen: list[str]) -> Spot:
    words = reply_matcher(spot.language)
    added: list[MentionSpan] = []
    if words is not None and (words.has("former", spot.plain) or words.has("latter", spot.plain)):
        added = [*_ordinals(spot, words, seen)]
    for mention in spot.mentions:
        if mention.maker and mention.kind in _NAMING and (not seen or seen[-1] != mention.maker):
            seen.append(mention.maker)
    if not added:
        return spot
    return replace(spot, mentions=tuple(sorted((*spot.mentions, *added), key=lambda m: m.start)))


def names_in_order(spot: Spot, span: tuple[int, int]) -> bool:
    """Tell whether a stretch names makers by their order ("the former")."""
    words = reply_matcher(spot.language)
    text = spot.plain[slice(*span)]
    return words is not None and (words.has("former", text) or words.has("latter", text))


def _ordinals(spot: Spot, words: ReplyMatcher, seen: Sequence[str]) -> Iterator[MentionSpan]:
    for name, index in (("former", 0), ("latter", 1)):
        for found in words.all(name, spot.plain):
            pair = _pair_before(spot, found.start(), seen)
            if len(pair) < _PAIR or any(m.start < found.end() and found.start() < m.end for m in spot.mentions):
                continue
            text = spot.passage.text[found.start() : found.end()]
            yield MentionSpan(found.start(), found.end(), "maker", pair[index], text, pair[index], None)


def _pair_before(spot: Spot, end: int, seen: Sequence[str]) -> list[str]:
    """Return the two makers named last before a place, in the order in which they were named."""
    here = [m.maker for m in spot.mentions if m.end <= end and m.maker and m.kind in _NAMING]
    pair: list[str] = []
    for maker in reversed([*seen, *here]):
        if maker not in pair:
            pair.insert(0, maker)
        if len(pair) == _PAIR:
            break
    return pair
