"""How likely a name and an entry mean one organisation, and the words that a reviewer reads about it.

Here one pair is compared, word by word, as the rules are meant; `compare` does the same for columns of pairs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synopticon.screen.columns import Names
from synopticon.screen.compare import CUT, FEATURES, FEW_CORES, HAN, LEAST_CUT, LETTER, LONG_CORE, TELLING, Column
from synopticon.screen.spelling import Real, letters_alike
from synopticon.screen.vocabulary import CORE, GENERIC, LINK, PLACE, SAME_MEANING, Vocabulary

#: Fitted by logistic regression on one half of the development sets; `benchmarks/screening.py` checks the other.
#: First column: both names in Latin letters or both in Cyrillic, Greek and so on; second: the scripts differ.
WEIGHTS: dict[str, tuple[float, float]] = {
    "cover": (3.469, 1.057),
    "least_cover": (0.131, 1.331),
    "best": (-2.221, 0.260),
    "unique": (1.283, 0.970),
    "best_unique": (2.174, 0.561),
    "letters": (2.985, 1.643),
    "skeleton": (0.482, 1.577),
    "cover_letters": (-2.035, 0.807),
    "missing_query": (2.200, 0.341),
    "missing_entry": (0.900, 0.167),
    "missing_both": (0.437, 0.068),
    "generic_missing": (8.792, 0.034),
    "generic_both": (0.841, 0.026),
    "number_one": (0.066, -0.068),
    "number_both": (-1.001, 0.000),
    "place_query": (-0.394, -1.248),
    "place_entry": (-0.526, -0.884),
    "place_both": (-1.798, -1.002),
    "leading": (0.699, -0.674),
    "forms": (-1.897, -0.740),
    "acronym": (1.986, 0.000),
    "same": (4.058, -0.001),
    "extra_entry": (-1.003, -0.565),
    "generic_only": (-0.984, -0.053),
    "cores": (0.949, -0.196),
    "first": (0.372, 0.436),
    "cut": (-0.295, 0.000),
    "query_word": (-1.638, 0.241),
    "entry_word": (-0.532, 0.063),
    "both_words": (-0.384, -0.032),
    "trades_differ": (-1.380, -0.440),
    "all_query": (1.434, 0.475),
    "all_entry": (1.199, 0.700),
    "all_both": (2.096, 0.752),
    "inexact_only": (-1.249, 0.122),
    "one_core_more": (0.791, 0.560),
    "core_letters": (-0.944, -0.131),
}
_CONSTANT = (-5.137, -2.834)
#: A word, a number or a place that only one name has lowers what is left of the score to this share.
_LOWERED, _DISTINCTIVE, _SPELT_ALIKE = 0.6, 0.6, 0.7


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the query and one of the entry by their positions, how alike they are and what they weigh."""

    query: int
    entry: int
    likeness: float
    weight: float


@dataclass(frozen=True, slots=True)
class View:
    """One name as the comparison of a pair sees it."""

    words: tuple[int, ...]
    texts: tuple[str, ...]
    weights: tuple[float, ...]
    kinds: tuple[int, ...]
    letters: str
    joined: str
    skeleton: str
    forms: int
    initials: int
    total: float
    length: int
    script: int


def view(names: Names, number: int, vocabulary: Vocabulary) -> View:
    """Return one of many names."""
    words = names.words[names.starts[number] : names.starts[number + 1]]
    return View(
        words=tuple(words.tolist()),
        texts=tuple(vocabulary.words[word] for word in words.tolist()),
        weights=tuple(vocabulary.weight[words].tolist()),
        kinds=tuple(vocabulary.kind[words].tolist()),
        letters=names.letters[number],
        joined=names.joined[number],
        skeleton="".join(vocabulary.skeleton(words)),
        forms=int(names.forms[number]),
        initials=int(names.initials[number]),
        total=float(names.total[number]),
        length=int(names.lengths[number]),
        script=int(names.script[number]),
    )


def aligned(query: View, entry: View, vocabulary: Vocabulary) -> list[Pair]:
    """Align words one to one, those most alike first; of those equally alike the heaviest, then in their order."""
    is_read = HAN in (query.script, entry.script)
    options = [
        Pair(first, second, likeness, max(query.weights[first], entry.weights[second]))
        for first, one in enumerate(query.words)
        for second, other in enumerate(entry.words)
        if (likeness := _likeness(one, other, vocabulary)) > (SAME_MEANING - 1e-9 if is_read else 0)
    ]
    options.sort(key=lambda pair: (-pair.likeness, -pair.weight, pair.query, pair.entry))
    mine: set[int] = set()
    others: set[int] = set()
    pairs: list[Pair] = []
    for pair in options:
        if pair.query not in mine and pair.entry not in others:
            mine.add(pair.query)
            others.add(pair.entry)
            pairs.append(pair)
    return pairs


def _likeness(first: int, second: int, vocabulary: Vocabulary) -> float:
    if first == second:
        return 1.0
    if LINK in (vocabulary.kind[first], vocabulary.kind[second]):
        return _nearly(first, second, vocabulary)
    if vocabulary.canonical[first] == vocabulary.canonical[second]:
        return SAME_MEANING
    return _nearly(first, second, vocabulary)


def _nearly(first: int, second: int, vocabulary: Vocabulary) -> float:
    start, end = int(vocabulary.starts[first]), int(vocabulary.starts[first + 1])
    found = np.flatnonzero(vocabulary.alike[start:end] == second)
    return float(vocabulary.likeness[start + int(found[0])]) if len(found) else 0.0


def features(query: View, entry: View, vocabulary: Vocabulary) -> tuple[float, ...]:
    """Return what the score is computed from, in the order of `FEATURES`; see `compare.features`."""
    pairs = aligned(query, entry, vocabulary)
    is_cut = _is_cut(query, entry)
    seen_query = set(range(len(query.words))) if is_cut else {pair.query for pair in pairs}
    seen_entry = set(range(len(entry.words))) if is_cut else {pair.entry for pair in pairs}
    matched = sum(pair.weight * pair.likeness for pair in pairs)
    cover_query, cover_entry = min(1.0, matched / query.total), min(1.0, matched / entry.total)
    cover = math.sqrt(cover_query * cover_entry)
    best, unique = _best_word(pairs, entry, vocabulary)
    letters = letters_alike(query.letters, entry.letters) ** 2
    same = query.joined == entry.joined
    telling = [
        pair for pair in pairs if entry.kinds[pair.entry] == CORE and not vocabulary.number[entry.words[pair.entry]]
    ]
    exact = [pair for pair in telling if pair.likeness >= SAME_MEANING]
    cores = len(exact)
    told = any(entry.weights[pair.entry] > LETTER and pair.likeness > 0.6 for pair in telling)
    missing_query, missing_entry = (
        _most(*side, CORE, vocabulary) for side in ((query, seen_query), (entry, seen_entry))
    )
    generic_query, generic_entry = (
        _most(*side, GENERIC, vocabulary) for side in ((query, seen_query), (entry, seen_entry))
    )
    place_query, place_entry = (
        _most(*side, PLACE, vocabulary) > 0 for side in ((query, seen_query), (entry, seen_entry))
    )
    number_query, number_entry = _number(query, seen_query, vocabulary), _number(entry, seen_entry, vocabulary)
    all_query, all_entry = _none_left(query, seen_query), _none_left(entry, seen_entry)
    return tuple(
        map(
            float,
            (
                cover,
                min(cover_query, cover_entry),
                best,
                unique,
                best * unique,
                letters,
                letters_alike(query.skeleton, entry.skeleton) ** 2,
                cover * letters,
                missing_query,
                missing_entry,
                min(missing_query, missing_entry),
                max(generic_query, generic_entry),
                min(generic_query, generic_entry),
                number_query != number_entry,
                number_query and number_entry,
                place_query and not place_entry,
                place_entry and not place_query,
                place_query and place_entry,
                _leads(query, seen_query) or _leads(entry, seen_entry),
                query.forms > 0 and entry.forms > 0 and not query.forms & entry.forms,
                max(_acronym(query, entry, vocabulary), _acronym(entry, query, vocabulary)),
                same,
                max(0.0, cover_query - cover_entry),
                not told and not same,
                min(cores, FEW_CORES) / FEW_CORES,
                any(not pair.query and not pair.entry and pair.likeness > SAME_MEANING - 0.1 for pair in pairs),
                is_cut,
                missing_query > TELLING,
                missing_entry > TELLING,
                missing_query > TELLING and missing_entry > TELLING,
                generic_query > 0 and generic_entry > 0,
                all_query,
                all_entry,
                all_query and all_entry,
                not cores and told and not same,
                cores == 1 and generic_query > 0,
                max((min(len(entry.texts[pair.entry]), LONG_CORE) / LONG_CORE for pair in exact), default=0.0),
            ),
        )
    )


def _best_word(pairs: list[Pair], entry: View, vocabulary: Vocabulary) -> tuple[float, float]:
    best = unique = 0.0
    for pair in sorted(pairs, key=lambda pair: (pair.query, pair.entry)):
        part = pair.weight * pair.likeness
        if part > best:
            best = part
            unique = pair.likeness / max(1, int(vocabulary.frequency[entry.words[pair.entry]]))
    return best, unique


def _most(name: View, seen: set[int], kind: int, vocabulary: Vocabulary) -> float:
    return max(
        (
            name.weights[at]
            for at, word in enumerate(name.words)
            if at not in seen and name.kinds[at] == kind and not vocabulary.number[word]
        ),
        default=0.0,
    )


def _number(name: View, seen: set[int], vocabulary: Vocabulary) -> bool:
    return any(at not in seen and bool(vocabulary.number[word]) for at, word in enumerate(name.words))


def _none_left(name: View, seen: set[int]) -> bool:
    return all(at in seen or kind == LINK for at, kind in enumerate(name.kinds))


def _leads(name: View, seen: set[int]) -> bool:
    return bool(name.words) and 0 not in seen and name.kinds[0] == PLACE


def _acronym(short: View, long: View, vocabulary: Vocabulary) -> float:
    if long.initials not in short.words or vocabulary.kind[long.initials] != CORE:
        return 0.0
    weight = short.weights[short.words.index(long.initials)]
    return min(1.0, (len(vocabulary.words[long.initials]) - 2) / 3) * weight / short.total


def _is_cut(query: View, entry: View) -> bool:
    return (
        CUT[0] <= query.length <= CUT[1]
        and not query.forms
        and len(entry.letters) > len(query.letters) >= LEAST_CUT
        and entry.letters.startswith(query.letters)
    )


def scores(values: Mapping[str, Column], across: NDArray[np.bool_]) -> Real:
    """Return the score of each pair from its features, 0 to 1; `across` tells the pairs whose scripts differ."""
    # Sums of columns, not a matrix product: that one starts threads, for a handful of numbers each.
    total = np.full(len(across), _CONSTANT[0])
    for name in FEATURES:
        total += values[name] * WEIGHTS[name][0]
    if across.any():
        total[across] = sum(values[name][across] * WEIGHTS[name][1] for name in FEATURES) + _CONSTANT[1]
    found = 1.0 / (1.0 + np.exp(-total))
    differs = (
        (values["missing_query"] > _DISTINCTIVE)
        | (values["missing_entry"] > _DISTINCTIVE)
        | (values["number_both"] > 0)
        | (values["place_both"] > 0)
    )
    # Without one distinctive word the same, the names must be spelt alike as a whole, or be of words of trade alone.
    differs |= (values["inexact_only"] > 0) & (values["letters"] < _SPELT_ALIKE)
    differs |= (values["generic_only"] > 0) & (values["all_both"] == 0)
    shares_nothing = (values["generic_only"] > 0) & (
        np.maximum(values["missing_query"], values["missing_entry"]) > _DISTINCTIVE
    )
    lowered: Real = np.where((differs & ~across) | shares_nothing, found * _LOWERED, found)
    return lowered


# --- words for a reviewer -----------------------------------------------------------------------------------------


def explained(query: View, entry: View, names: tuple[str, str], vocabulary: Vocabulary) -> str:
    """Return what a reviewer reads: both names, the aligned words with what each weighed, the words left over."""
    pairs = aligned(query, entry, vocabulary)
    words = [
        _pair_words(query.texts[pair.query], entry.texts[pair.entry], pair.weight * pair.likeness)
        for pair in sorted(pairs, key=lambda pair: (-pair.weight * pair.likeness, pair.query))
    ]
    seen_query, seen_entry = {pair.query for pair in pairs}, {pair.entry for pair in pairs}
    text = f"{names[0]!r} and {names[1]!r}: " + (", ".join(words) or "no word in common, letters alike")
    left, right = _left_over(query, seen_query), _left_over(entry, seen_entry)
    if left:
        text += f"; only in the query: {left}"
    if right:
        text += f"; only on the list: {right}"
    if _number(query, seen_query, vocabulary) or _number(entry, seen_entry, vocabulary):
        text += "; the numbers differ"
    if _most(query, seen_query, PLACE, vocabulary) and _most(entry, seen_entry, PLACE, vocabulary):
        text += "; the places differ"
    return text


def _pair_words(first: str, second: str, weight: float) -> str:
    return f"{first} ({weight:.2f})" if first == second else f"{first} ~ {second} ({weight:.2f})"


def _left_over(name: View, seen: set[int]) -> str:
    left = [
        (text, weight) for at, (text, weight) in enumerate(zip(name.texts, name.weights, strict=True)) if at not in seen
    ]
    return ", ".join(f"{text} ({weight:.2f})" for text, weight in left)
