"""Candidates for a name: which entries of a list share a rare word, a sound or a stretch of letters with it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from itertools import chain

from synopticon.text.names import Name, analyse, common_words, sound

#: Weight of a word by its kind, before its rarity; a distinctive word weighs 1.
_KIND_WEIGHT = {"generic": 0.25, "place": 0.4, "link": 0.03}
#: Rarity is measured as if the list had at least this many names, so that a short list does not make "Digital" rare.
_LEAST_NAMES = 2000
_POSTINGS = 400
_GRAMS = 120
#: Share of the best candidate's first score that another needs to be compared, and where no second search is needed.
_WORTH = 0.4
_WORTH_GRAMS = 0.6
_SHARED_GRAMS = 2
_CONFIDENT = 0.6
#: An entry that shares less of the weight than this shares generic words only.
_LEAST_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Analysed:
    """A name on either side of a comparison with what every comparison needs.

    Attributes:
        tokens: its words, each once.
        weights: what each word weighs: kind and rarity.
        keys: sound key of each word.
        canonical: each word in the form that its translations share.
        total: the sum of the weights.
        initials: first letters of its words, as an acronym would have them.
        places: position of each word.
        kinds: kind of each word, empty for a distinctive one.
    """

    name: Name
    tokens: tuple[str, ...]
    weights: tuple[float, ...]
    keys: tuple[str, ...]
    canonical: tuple[str, ...]
    total: float
    initials: str
    places: dict[str, int]
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Index:
    """Entries of one or many lists, ready to be searched. Entry numbers are positions in `names`."""

    names: list[Analysed] = field(default_factory=list)
    frequency: dict[str, int] = field(default_factory=dict)
    exact: dict[str, list[int]] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)
    sounds: dict[str, list[int]] = field(default_factory=dict)
    deletions: dict[str, list[str]] = field(default_factory=dict)
    grams: dict[str, list[int]] = field(default_factory=dict)
    gram_length: list[float] = field(default_factory=list)
    acronyms: dict[str, list[int]] = field(default_factory=dict)

    def weight(self, token: str) -> float:
        """Return how much a word tells: its kind times its rarity in this index."""
        word = common_words().get(token)
        kind = 1.0 if word is None else _KIND_WEIGHT[word.kind]
        if len(token) == 1:
            kind = min(kind, 0.1)
        elif len(token) == 2 and word is None:
            kind = 0.5
        size = max(len(self.names), _LEAST_NAMES)
        return kind * math.log((size + 1) / (self.frequency.get(token, 0) + 0.5)) / math.log(2 * size + 2)

    def analysed(self, name: Name) -> Analysed:
        """Weigh the words of a name by their rarity in this index."""
        tokens = tuple(dict.fromkeys(name.tokens))
        weights = tuple(map(self.weight, tokens))
        common = common_words()
        canonical = tuple(word.word if (word := common.get(token)) else token for token in tokens)
        places = {token: number for number, token in enumerate(tokens)}
        initials = "".join(token[0] for token in name.tokens if token.isascii() and canonical_kind(token) != "link")
        kinds = tuple(map(canonical_kind, tokens))
        keys = tuple(map(sound, tokens))
        return Analysed(name, tokens, weights, keys, canonical, sum(weights) or 1e-9, initials, places, kinds)


def canonical_kind(token: str) -> str:
    """Return link, generic, place, or the empty string for a distinctive word."""
    word = common_words().get(token)
    return word.kind if word else ""


def build(names: Sequence[str], owners: Sequence[str]) -> Index:
    """Index names; entry `i` of the index is `names[i]`, and `owners[i]` tells whose name it is.

    Rarity counts owners, so that ten spellings of one firm do not make its name common.
    """
    index = Index()
    analysed = [analyse(name) for name in names]
    for token, _ in {(token, owner) for name, owner in zip(analysed, owners, strict=True) for token in name.tokens}:
        index.frequency[token] = index.frequency.get(token, 0) + 1
    index.names = [None] * len(analysed)  # type: ignore[list-item]  # filled below; weights need the number of names
    for number, name in enumerate(analysed):
        entry = index.names[number] = index.analysed(name)
        index.exact.setdefault(name.joined, []).append(number)
        _post(index, number, entry)
    for token in sorted(index.words):
        if len(token) > 4 and token.isascii():
            for shorter in _deletions(token):
                index.deletions.setdefault(shorter, []).append(token)
    _post_grams(index)
    return index


def _post(index: Index, number: int, entry: Analysed) -> None:
    for token, key in zip(entry.tokens, entry.keys, strict=True):
        index.words.setdefault(token, []).append(number)
        if len(key) > 2 and canonical_kind(token) != "link":
            index.sounds.setdefault(key, []).append(number)
    if len(entry.initials) > 2:
        index.acronyms.setdefault(entry.initials, []).append(number)
    for token in entry.tokens:
        if 2 < len(token) <= 6 and canonical_kind(token) == "":
            index.acronyms.setdefault(f"={token}", []).append(number)


def _post_grams(index: Index) -> None:
    for number, entry in enumerate(index.names):
        for gram in grams(entry.name.joined):
            index.grams.setdefault(gram, []).append(number)
    index.gram_length = [math.sqrt(len(entry.name.joined) + 2) for entry in index.names]


@lru_cache(maxsize=1 << 14)
def grams(joined: str) -> frozenset[str]:
    """Return the letter triples of a joined name with its ends marked; pairs for Han."""
    if not joined.isascii():
        return frozenset(joined[at : at + 2] for at in range(max(1, len(joined) - 1)))
    marked = f"^{joined}$"
    return frozenset(marked[at : at + 3] for at in range(len(marked) - 2))


def _deletions(token: str) -> list[str]:
    return [token, *(token[:at] + token[at + 1 :] for at in range(len(token)))]


def repaired(index: Index, token: str) -> Iterable[str]:
    """Return words of the index that differ from an unknown word by one letter, missing, added or changed."""
    if len(token) < 5 or not token.isascii():
        return ()
    found = {word for shorter in _deletions(token) for word in index.deletions.get(shorter, ())}
    return sorted(word for word in found if word != token and abs(len(word) - len(token)) < 2)


def candidates(index: Index, query: Analysed, limit: int) -> list[int]:
    """Return the entries most worth comparing with `query`, best first.

    Words and sounds first; letter triples only when no entry shares more than half of the query's weight.
    """
    scores: dict[int, float] = {}
    for token, weight, key in zip(query.tokens, query.weights, query.keys, strict=True):
        posting = index.words.get(token)
        if posting is not None and len(posting) <= _POSTINGS:
            for number in posting:
                scores[number] = scores.get(number, 0.0) + weight
        same_sound = index.sounds.get(key) if len(key) > 2 else None
        if same_sound is not None and len(same_sound) <= _POSTINGS:
            for number in same_sound:
                scores[number] = scores.get(number, 0.0) + 0.7 * weight
        elif posting is None and weight > 0.5:
            for word in repaired(index, token):
                for number in index.words[word]:
                    scores[number] = scores.get(number, 0.0) + 0.7 * weight
    for number in _by_acronym(index, query):
        scores[number] = scores.get(number, 0.0) + query.total
    names = index.names
    total = query.total
    ranked = nlargest(limit, [(score / (total + names[number].total), -number) for number, score in scores.items()])
    least = max(ranked[0][0] * _WORTH, _LEAST_SHARE) if ranked else 0.0
    best = [-number for score, number in ranked if score >= least]
    if ranked and ranked[0][0] > _CONFIDENT:
        return best
    return list(dict.fromkeys([*best, *_by_grams(index, query, limit)]))


def _by_acronym(index: Index, query: Analysed) -> list[int]:
    found: list[int] = []
    for token in query.tokens:
        if 2 < len(token) < 8 and not canonical_kind(token):
            found += index.acronyms.get(token, ())
    if len(query.initials) > 2:
        found += index.acronyms.get(f"={query.initials}", ())
    return found[:20]


def _by_grams(index: Index, query: Analysed, limit: int) -> list[int]:
    """Return the entries that share most rare letter triples, for the length of their name."""
    postings = [posting for gram in grams(query.name.joined) if (posting := index.grams.get(gram))]
    shared = Counter(chain.from_iterable(posting for posting in postings if len(posting) <= _GRAMS))
    length = index.gram_length
    found = [(count / length[number], -number) for number, count in shared.items() if count >= _SHARED_GRAMS]
    ranked = nlargest(limit, found)
    least = ranked[0][0] * _WORTH_GRAMS if ranked else 0.0
    return [-number for score, number in ranked if score >= least]
