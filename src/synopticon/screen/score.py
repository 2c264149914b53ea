"""How alike two analysed names are, and the words that a reviewer reads about it."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol, cast

from synopticon.screen.index import Analysed, canonical_kind
from synopticon.text.names import sound


class _Similarity(Protocol):
    def __call__(self, first: str, second: str, *, score_cutoff: float | None = None) -> float: ...


@cache
def _ratio() -> _Similarity:
    from rapidfuzz.distance import Indel

    return cast("_Similarity", Indel.normalized_similarity)


class Pair(NamedTuple):
    """A word of the query, the word of the entry that it was aligned with, how alike they are, what they weigh.

    A tuple, because one is made for every aligned word of every candidate.
    """

    query: str
    entry: str
    likeness: float
    weight: float


#: Words below this weight ("of", "al") are aligned with one another only.
_LINK = 0.04
_SAME_MEANING = 0.85
#: Above this an ordinary word may be a distinctive one misspelt.
_TYPO = 0.86


def aligned(query: Analysed, entry: Analysed) -> list[Pair]:
    """Align the words of two names: equal words first, then the same common word, sound or spelling nearly alike."""
    pairs: list[Pair] = []
    right = dict.fromkeys(range(len(entry.tokens)))
    rest: list[int] = []
    for number, token in enumerate(query.tokens):
        other = entry.places.get(token)
        if other is None:
            rest.append(number)
        else:
            del right[other]
            pairs.append(Pair(token, token, 1.0, max(query.weights[number], entry.weights[other])))
    if not rest or not right:
        return pairs
    if len(rest) + len(right) > 2:
        rest = _glued(query, entry, rest, right, pairs)
    for number in sorted(rest, key=query.weights.__getitem__, reverse=True):
        best, alike = _nearest(query, number, entry, right)
        if best >= 0:
            del right[best]
            weight = max(query.weights[number], entry.weights[best])
            pairs.append(Pair(query.tokens[number], entry.tokens[best], alike, weight))
    return pairs


def _nearest(query: Analysed, number: int, entry: Analysed, right: dict[int, None]) -> tuple[int, float]:
    """Return the word of the entry most like a word of the query, and how alike; -1 when none is."""
    token, canonical, key = query.tokens[number], query.canonical[number], query.keys[number]
    is_link = query.weights[number] < _LINK
    is_common = bool(query.kinds[number])
    best, alike = -1, 0.0
    for other in right:
        if is_link != (entry.weights[other] < _LINK):
            continue
        if canonical == entry.canonical[other]:
            found = _SAME_MEANING
        else:
            word = entry.tokens[other]
            if key != entry.keys[other] and token[0] != word[0] and token[-1] != word[-1]:
                continue  # not worth a closer look: neither sound nor an end in common
            found = word_likeness(token, word)
            if found < _TYPO and is_common != bool(entry.kinds[other]):
                continue  # "vision" is a word of its own, not a poor spelling of "hikvision"
        if found > alike:
            best, alike = other, found
    return best, alike


def _glued(query: Analysed, entry: Analysed, rest: list[int], right: dict[int, None], pairs: list[Pair]) -> list[int]:
    """Align words that one side writes apart and the other together: ``HIK VISION`` and ``Hikvision``.

    Takes the words of the entry out of `right`, adds to `pairs` and returns the words of the query that are left.
    """
    whole = {entry.tokens[number]: number for number in right}
    for first, second in pairwise(rest):
        found = whole.get(query.tokens[first] + query.tokens[second])
        if found is not None and second == first + 1:
            pairs.append(
                Pair(f"{query.tokens[first]} {query.tokens[second]}", entry.tokens[found], 1.0, entry.weights[found])
            )
            del right[found]
            return [number for number in rest if number not in (first, second)]
    whole = {query.tokens[number]: number for number in rest}
    for first, second in pairwise(list(right)):
        found = whole.get(entry.tokens[first] + entry.tokens[second])
        if found is not None and second == first + 1:
            pairs.append(
                Pair(query.tokens[found], f"{entry.tokens[first]} {entry.tokens[second]}", 1.0, query.weights[found])
            )
            del right[first], right[second]
            return [number for number in rest if number != found]
    return rest


@lru_cache(maxsize=1 << 18)
def word_likeness(first: str, second: str) -> float:
    """Return how alike two words are, 0 to 1: the same consonants, nearly the same letters, or one begins the other."""
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    if len(shorter) < 3 or not first.isascii() or not second.isascii():
        return 0.0
    key = sound(first)
    is_alike = key == sound(second) and (len(key) > 2 or (first[:3] == second[:3] and len(longer) - len(shorter) < 2))
    if not is_alike and len(shorter) < 4:
        return 0.0
    alike = 0.0
    if len(longer) <= len(shorter) * 1.6:
        found = _ratio()(first, second, score_cutoff=0.5 if is_alike else 0.74)
        alike = 0.65 + 0.3 * found if is_alike else found * found
    if alike < _BEGINS and (
        (len(shorter) > 4 and longer.startswith(shorter))
        or _same_stem(shorter, longer)
        or _is_shortened(shorter, longer)
    ):
        alike = _BEGINS
    return alike


_BEGINS, _STEM = 0.7, 6
_VOWELS = frozenset("aeiou")


def _same_stem(shorter: str, longer: str) -> bool:
    """Tell ``metal`` forms such as ``agricola`` and ``agricultura``: the same six letters first, little after them."""
    return len(longer) < len(shorter) + 4 and len(shorter) > _STEM and longer.startswith(shorter[:_STEM])


def _is_shortened(shorter: str, longer: str) -> bool:
    """Tell an abbreviation without vowels: ``shpg`` for shipping, its letters in their order and the first the same."""
    if len(shorter) > 5 or len(longer) < len(shorter) + 3 or shorter[0] != longer[0] or _VOWELS & set(shorter):
        return False
    letters = iter(longer)
    return all(letter in letters for letter in shorter) and shorter[-1] in longer[-3:]


def is_spelt_alike(query: Analysed, entry: Analysed) -> bool:
    """Tell whether two names without a word in common are still worth a score."""
    return _ratio()(query.name.joined, entry.name.joined, score_cutoff=0.6) > 0.0 or acronym(query, entry) > 0.0


#: What the score is computed from, in this order; `WEIGHTS` has one number for each.
FEATURES = (
    "cover", "least_cover", "best", "letters", "sounds", "missing_query", "missing_entry", "missing_both", "unique",
    "numbers", "numbers_both", "places", "places_one", "forms", "acronym", "same", "best_unique", "extra_entry",
    "cover_letters", "generic_only",
)  # fmt: skip


#: Fitted by logistic regression on public aliases of listed organisations (see README.md), not set by hand.
WEIGHTS = (
    4.6,
    0.42,
    -2.98,
    2.36,
    1.01,
    0.94,
    -0.02,
    -0.21,
    1.08,
    -0.67,
    -1.79,
    -2.48,
    -0.66,
    -1.53,
    15.77,
    1.0,
    2.92,
    0.71,
    1.34,
    -0.68,
)
_CONSTANT = -5.907
_SCALE = 0.7
#: A word that is on one side only and tells this much keeps the score below the threshold.
_DISTINCTIVE = 0.6
_BOTH_MISSING = 0.45
_CAP_MISSING, _CAP_GENERIC = 0.69, 0.45
#: Least likeness of the letters (squared) where no distinctive word is the same.
_SPELT_ALIKE = 0.7
#: Score of names that differ in words of trade and place only, when what they share is long and nobody else's.
_FLOOR_SHARED, _TELLING = 0.72, 6


def likeness(query: Analysed, entry: Analysed, pairs: list[Pair], frequency: dict[str, int]) -> float:
    """Return how likely two names mean one organisation, 0 to 1, with a cap where a distinctive word is missing."""
    found = features(query, entry, pairs, frequency)
    total = _CONSTANT
    for weight, value in zip(WEIGHTS, found, strict=True):
        total += weight * value
    score = math.pow(1.0 / (1.0 + math.exp(-total)), _SCALE)
    if _share_all_that_tells(query, entry, frequency) and not found[9] and not found[11]:
        score = max(score, _FLOOR_SHARED)
    missing_query, missing_entry, is_generic = found[5], found[6], found[19]
    most = max(missing_query, missing_entry)
    if is_generic and most > _BOTH_MISSING:
        return min(score, _CAP_GENERIC)
    if most > _DISTINCTIVE or min(missing_query, missing_entry) > _BOTH_MISSING:
        return min(score, _CAP_MISSING)
    sure = (
        1.0 if query.name.script == entry.name.script else _SAME_MEANING
    )  # a transliteration is rarely letter for letter
    if found[3] < _SPELT_ALIKE and not any(pair.likeness >= sure and not canonical_kind(pair.query) for pair in pairs):
        return min(score, _CAP_MISSING)
    return score


def _share_all_that_tells(query: Analysed, entry: Analysed, frequency: dict[str, int]) -> bool:
    """Tell whether the names have the same distinctive words, one of them long and of one owner only."""
    mine = {token for token in query.tokens if not canonical_kind(token)}
    other = {token for token in entry.tokens if not canonical_kind(token)}
    return mine == other and any(len(token) >= _TELLING and frequency.get(token, 0) == 1 for token in mine)


def explained(query: Analysed, entry: Analysed, pairs: list[Pair]) -> str:
    """Return what a reviewer reads: both names, the aligned words with what each weighed, the words left over."""
    words = [_pair_words(pair) for pair in sorted(pairs, key=lambda pair: (-pair.weight * pair.likeness, pair.query))]
    left = _left_over(query, {word for pair in pairs for word in pair.query.split()})
    right = _left_over(entry, {word for pair in pairs for word in pair.entry.split()})
    text = f"{query.name.original!r} and {entry.name.original!r}: " + (
        ", ".join(words) or "no word in common, letters alike"
    )
    if left:
        text += f"; only in the query: {left}"
    if right:
        text += f"; only on the list: {right}"
    if query.name.numbers != entry.name.numbers:
        text += "; the numbers differ"
    if query.name.places and entry.name.places and not query.name.places & entry.name.places:
        text += "; the places differ"
    return text


def _pair_words(pair: Pair) -> str:
    weight = f"{pair.weight * pair.likeness:.2f}"
    return f"{pair.query} ({weight})" if pair.query == pair.entry else f"{pair.query} ~ {pair.entry} ({weight})"


def _left_over(name: Analysed, seen: set[str]) -> str:
    left = [(token, weight) for token, weight in zip(name.tokens, name.weights, strict=True) if token not in seen]
    return ", ".join(f"{token} ({weight:.2f})" for token, weight in left)


def features(query: Analysed, entry: Analysed, pairs: list[Pair], frequency: dict[str, int]) -> tuple[float, ...]:
    """Return what the score is computed from, each roughly between 0 and 1, in the order of `FEATURES`."""
    matched = unique = best = 0.0
    is_generic = True
    seen_query: set[str] = set()
    seen_entry: set[str] = set()
    for pair in pairs:
        part = pair.weight * pair.likeness
        matched += part
        seen_query.update(pair.query.split())
        seen_entry.update(pair.entry.split())
        if part > best:
            best, unique = part, pair.likeness / frequency.get(pair.entry, 1)
        if is_generic and pair.likeness > 0.6 and not canonical_kind(pair.entry) and len(pair.entry) > 1:
            is_generic = False
    cover_query, cover_entry = min(1.0, matched / query.total), min(1.0, matched / entry.total)
    missing_query = _heaviest(query, seen_query)
    missing_entry = _heaviest(entry, seen_entry)
    first, second = query.name, entry.name
    letters = _ratio()(first.joined, second.joined) ** 2
    sounds = _ratio()(first.sound, second.sound) ** 2
    cover = math.sqrt(cover_query * cover_entry)
    both_numbers = bool(first.numbers and second.numbers)
    return (
        cover,
        min(cover_query, cover_entry),
        best,
        letters,
        sounds,
        missing_query,
        missing_entry,
        min(missing_query, missing_entry),
        unique,
        float(first.numbers != second.numbers),
        float(both_numbers and first.numbers != second.numbers),
        float(bool(first.places and second.places) and not first.places & second.places),
        float(bool(first.places) != bool(second.places)),
        float(bool(first.forms and second.forms) and not first.forms & second.forms),
        acronym(query, entry),
        float(first.joined == second.joined),
        best * unique,
        max(0.0, cover_query - cover_entry),
        cover * letters,
        float(is_generic and first.joined != second.joined),
    )


def _heaviest(name: Analysed, seen: set[str]) -> float:
    return max(
        (weight for token, weight in zip(name.tokens, name.weights, strict=True) if token not in seen), default=0.0
    )


def acronym(query: Analysed, entry: Analysed) -> float:
    """Return how telling it is that one name has a word made of the initials of the other, from 0 to 1."""
    for short, long in ((query, entry), (entry, query)):
        word = long.initials
        if len(word) > 2 and word in short.tokens and not canonical_kind(word):
            return min(1.0, (len(word) - 2) / 3) * short.weights[short.tokens.index(word)] / short.total
    return 0.0
