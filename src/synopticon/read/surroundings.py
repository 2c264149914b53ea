"""What the words around a name make of it: the maker, or somebody else of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick_rs

from synopticon.read.boundaries import is_bounded
from synopticon.reference.records import ContextWord
from synopticon.text.fold import Folded, folded_key

_SENTENCE_END = re.compile(r"[.!?;](?=\s)|[。！？；\n]|\.(?=[”\"’])")
_NEXT = re.compile(r"[ \u00a0-]?([^\s,.;:!?()\[\]\"“”«»]+)")
_TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of the reference table by role, with one automaton over those that are looked for in sentences.

    Attributes:
        near: the rows of each pattern of the automaton (roles ``subject`` and ``other``).
        after, not_after, before: folded words that stand right beside a name; `weakly_after` turns doubtful ones only.
        watched: makers whose names may be turned even where they are else beyond doubt.
    """

    automaton: ahocorasick_rs.AhoCorasick
    near: tuple[tuple[ContextWord, ...], ...]
    after: frozenset[str]
    weakly_after: frozenset[str]
    not_after: frozenset[str]
    before: frozenset[str]
    watched: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A context word in a text: its span in the original, whether it speaks for the subject, and its makers."""

    start: int
    end: int
    is_subject: bool
    makers: tuple[str, ...]


def compile_surroundings(rows: Iterable[ContextWord]) -> Surroundings:
    """Compile the words of `rows`."""
    by_word: dict[str, list[ContextWord]] = {}
    beside: dict[str, set[str]] = {"after": set(), "after_doubtful": set(), "not_after": set(), "before": set()}
    watched: set[str] = set()
    for row in rows:
        if row.role in beside:
            beside[row.role].add(folded_key(row.term))
        else:
            by_word.setdefault(folded_key(row.term), []).append(row)
            watched.update(row.makers)
    words = sorted(by_word)
    return Surroundings(
        ahocorasick_rs.AhoCorasick(words or ["\x00"]),
        tuple(tuple(by_word[word]) for word in words),
        frozenset(beside["after"]),
        frozenset(beside["after_doubtful"]),
        frozenset(beside["not_after"]),
        frozenset(beside["before"]),
        frozenset(watched),
    )


def places_in(folded: Folded, surroundings: Surroundings) -> list[Place]:
    """Return the context words of a text, left to right."""
    text = folded.text
    found: list[Place] = []
    for number, start, end in surroundings.automaton.find_matches_as_indexes(text, overlapping=True):
        if start >= 0 and is_bounded(text, start, end):
            first, last = folded.span(start, end)
            found += [Place(first, last, row.role == "subject", row.makers) for row in surroundings.near[number]]
    return sorted(found, key=lambda place: place.start)


def is_other_name(text: str, start: int, end: int, surroundings: Surroundings, *, is_doubtful: bool) -> bool:
    """Tell whether the word right after or before makes another name: Dahua Street, 中兴小学, the horse Pegasus."""
    follower = _NEXT.match(text, end)
    if follower is not None:
        word = follower[1]
        if "\u4e00" <= word[0] <= "\u9fff":
            if follower[0] == word and _begins_with(word, surroundings, is_doubtful=is_doubtful):
                return True
        elif (
            word[0].isupper()
            and (key := folded_key(word))
            and (key in surroundings.after or (is_doubtful and key in surroundings.weakly_after))
        ):
            return True
    if not is_doubtful:
        return False
    head = text[max(0, start - 24) : start]
    if head[-1:] and "\u4e00" <= head[-1] <= "\u9fff":
        return head[-2:] in surroundings.before
    words = [folded_key(word).strip("\"'“”«»([.") for word in head.split()]
    near = words[-_TITLE_WORDS:] if head[-1:].isspace() else []
    if not near:
        return False
    # A title may stand before the first name: "Dr Ines Canon".
    return near[-1] in surroundings.before or (
        len(near) > 1
        and near[0] in surroundings.before
        and head.split()[-1][:1].isupper()
        and "." not in head.split()[-1]
    )


def _begins_with(word: str, surroundings: Surroundings, *, is_doubtful: bool) -> bool:
    for size in (3, 2, 1):
        part = folded_key(word[:size])
        if len(word) < size:
            continue
        if part in surroundings.not_after:
            return False
        if part in surroundings.after:
            return is_doubtful or size > 1
    return False


def speaks_against(
    text: str, span: tuple[int, int], maker: str | None, places: list[Place], subject: list[int]
) -> bool:
    """Tell whether a word of another world stands in the sentence of the name, and nearer than one of the subject.

    Args:
        text: the passage.
        span: of the name.
        maker: whose name it would be.
        places: the context words of the text.
        subject: where words of the subject and names beyond doubt begin.
    """
    start, end = span
    others = [place for place in places if not place.is_subject and (not place.makers or maker in place.makers)]
    if not others:
        return False
    first, last = sentence_around(text, start, end)
    away = [_distance(place.start, place.end, start, end) for place in others if first <= place.start < last]
    if not away:
        return False
    for_it = [_distance(place, place + 1, start, end) for place in subject if first <= place < last]
    return min(away) < min(for_it, default=len(text))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence that holds a name."""
    first = 0
    for match in _SENTENCE_END.finditer(text, max(0, start - 400), start):
        first = match.end()
    after = _SENTENCE_END.search(text, end, end + 400)
    return first or max(0, start - 400), after.start() if after else min(len(text), end + 400)


def _distance(first: int, last: int, start: int, end: int) -> int:
    return max(first - end, start - last, 0)
