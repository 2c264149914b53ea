"""How alike names and entries are, for many pairs at once: what `score.features` gives for one pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from synopticon.screen.columns import SCRIPTS, Names
from synopticon.screen.index import Index
from synopticon.screen.spelling import Real, Whole, distinct
from synopticon.screen.vocabulary import CORE, GENERIC, LINK, PLACE, SAME_MEANING, Vocabulary, ranges

#: What the score is computed from, in this order.
FEATURES = (
    "cover", "least_cover", "best", "unique", "best_unique", "letters", "skeleton", "cover_letters", "missing_query",
    "missing_entry", "missing_both", "generic_missing", "generic_both", "number_one", "number_both", "place_query",
    "place_entry", "place_both", "leading", "forms", "acronym", "same", "extra_entry", "generic_only", "cores",
    "first", "cut", "query_word", "entry_word", "both_words", "trades_differ", "all_query", "all_entry", "all_both",
    "inexact_only", "one_core_more", "core_letters",
)  # fmt: skip
#: A name of this length without a legal form may have been cut off by a column of a ledger.
CUT, LEAST_CUT = (28, 45), 16
TELLING = 0.5
FEW_CORES = 3
HAN = SCRIPTS["han"]
_TWO_CORES = 1.5 / FEW_CORES
LONG_CORE = 12


#: One number, or yes or no, for each pair.
Column: TypeAlias = "Real | NDArray[np.bool_]"


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side of every pair, pair after pair.

    Attributes:
        starts: where the words of each pair begin; `pair` is the pair of each word.
        words: their numbers; `is_seen` tells which of them are aligned with a word of the other side.
    """

    starts: Whole
    pair: Whole
    words: Whole
    is_seen: NDArray[np.bool_]


def _side(names: Names, numbers: Whole) -> Side:
    counts = names.starts[numbers + 1] - names.starts[numbers]
    words = names.words[ranges(names.starts[numbers], counts)]
    starts = np.concatenate(([0], np.cumsum(counts)))
    return Side(starts, np.repeat(np.arange(len(numbers)), counts), words, np.zeros(len(words), np.bool_))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words that stand for one another: the pair, the word of each side as a position in it, how alike they are."""

    pair: Whole
    query: Whole
    entry: Whole
    likeness: Real


def features(index: Index, queries: Names, row: Whole, entry: Whole) -> dict[str, Column]:
    """Return what the score of each pair of name and entry is computed from: a column for each of `FEATURES`."""
    vocabulary, size = index.vocabulary, len(row)
    mine, other = _side(queries, row), _side(index.names, entry)
    is_read = (queries.script[row] == HAN) | (index.names.script[entry] == HAN)
    pairs = _align(vocabulary, mine, other, is_read)
    mine.is_seen[pairs.query] = True
    other.is_seen[pairs.entry] = True
    first, second = mine.words[pairs.query], other.words[pairs.entry]
    part = np.maximum(vocabulary.weight[first], vocabulary.weight[second]) * pairs.likeness
    matched = np.bincount(pairs.pair, part, minlength=size)
    cover_query = np.minimum(1.0, matched / queries.total[row])
    cover_entry = np.minimum(1.0, matched / index.names.total[entry])
    cover = np.sqrt(cover_query * cover_entry)
    best, unique = _best_word(vocabulary, pairs, part, second, size)
    letters, skeleton = _whole(index, queries, row, entry)
    cut = _is_cut(index, queries, row, entry)
    mine.is_seen[cut[mine.pair]] = True
    other.is_seen[cut[other.pair]] = True
    same = _joined_alike(index, queries, row, entry)
    left = _Left(vocabulary, mine, other, size)
    tells = (vocabulary.kind[second] == CORE) & ~vocabulary.number[second]
    is_core = tells & (pairs.likeness >= SAME_MEANING)
    cores = np.minimum(np.bincount(pairs.pair[is_core], minlength=size), FEW_CORES) / FEW_CORES
    told = tells & (vocabulary.weight[second] > LETTER) & (pairs.likeness > 0.6)
    generic_only = (np.bincount(pairs.pair[told], minlength=size) == 0) & ~same
    opens = np.zeros(size, np.bool_)
    at_start = (pairs.query == mine.starts[pairs.pair]) & (pairs.entry == other.starts[pairs.pair])
    opens[pairs.pair[at_start & (pairs.likeness > SAME_MEANING - 0.1)]] = True
    missing_query, missing_entry = left.most(mine, CORE), left.most(other, CORE)
    generic_query, generic_entry = left.most(mine, GENERIC), left.most(other, GENERIC)
    number_query, number_entry = left.any_number(mine), left.any_number(other)
    place_query, place_entry = left.most(mine, PLACE) > 0, left.most(other, PLACE) > 0
    all_query, all_entry = left.none(mine), left.none(other)
    forms_query, forms_entry = queries.forms[row], index.names.forms[entry]
    columns = (
        cover,
        np.minimum(cover_query, cover_entry),
        best,
        unique,
        best * unique,
        letters**2,
        skeleton**2,
        cover * letters**2,
        missing_query,
        missing_entry,
        np.minimum(missing_query, missing_entry),
        np.maximum(generic_query, generic_entry),
        np.minimum(generic_query, generic_entry),
        number_query ^ number_entry,
        number_query & number_entry,
        place_query & ~place_entry,
        place_entry & ~place_query,
        place_query & place_entry,
        left.leading_place(mine, other),
        (forms_query > 0) & (forms_entry > 0) & (forms_query & forms_entry == 0),
        _acronym(index, queries, mine=mine, other=other, row=row, entry=entry),
        same,
        np.maximum(0.0, cover_query - cover_entry),
        generic_only,
        cores,
        opens,
        cut,
        missing_query > TELLING,
        missing_entry > TELLING,
        (missing_query > TELLING) & (missing_entry > TELLING),
        (generic_query > 0) & (generic_entry > 0),
        all_query,
        all_entry,
        all_query & all_entry,
        (cores == 0) & ~generic_only & ~same,
        (cores > 0) & (cores < _TWO_CORES) & (generic_query > 0),
        _longest_core(vocabulary, pairs.pair[is_core], second[is_core], size),
    )
    return dict(zip(FEATURES, columns, strict=True))


LETTER = 0.1


def _align(vocabulary: Vocabulary, mine: Side, other: Side, is_read: NDArray[np.bool_]) -> Aligned:
    """Align words one to one, those most alike first; of those equally alike the heaviest, then in their order."""
    size = len(mine.starts) - 1
    counts, widths = np.diff(mine.starts), np.diff(other.starts)
    pair = mine.pair
    width = widths[pair]
    query = np.repeat(np.arange(len(mine.words)), width)
    entry = ranges(other.starts[pair], width)
    likeness = _likeness(vocabulary, mine.words[query], other.words[entry])
    # A reading of Han is the same or another; syllables are too few for likeness to mean anything.
    found = np.flatnonzero((likeness > 0) & (~is_read[pair[query]] | (likeness >= SAME_MEANING)))
    query, entry, likeness = query[found], entry[found], likeness[found]
    owner = pair[query]
    weight = np.maximum(vocabulary.weight[mine.words[query]], vocabulary.weight[other.words[entry]])
    order = np.lexsort((entry, query, -weight, -likeness))
    query, entry, likeness, owner = query[order], entry[order], likeness[order], owner[order]
    taken: list[Whole] = []
    left = np.arange(len(query))
    is_free_query, is_free_entry = np.ones(len(mine.words), np.bool_), np.ones(len(other.words), np.bool_)
    first_query, first_entry = np.zeros(len(mine.words), np.int64), np.zeros(len(other.words), np.int64)
    while len(left):
        # The first of what is left, on both of its sides, is what taking them one after the other would take.
        first_query[query[left[::-1]]] = left[::-1]
        first_entry[entry[left[::-1]]] = left[::-1]
        now = left[(first_query[query[left]] == left) & (first_entry[entry[left]] == left)]
        taken.append(now)
        is_free_query[query[now]] = False
        is_free_entry[entry[now]] = False
        left = left[is_free_query[query[left]] & is_free_entry[entry[left]]]
    del size, counts
    chosen = np.sort(np.concatenate(taken)) if taken else np.zeros(0, np.int64)
    return Aligned(owner[chosen], query[chosen], entry[chosen], likeness[chosen])


def _likeness(vocabulary: Vocabulary, first: Whole, second: Whole) -> Real:
    """Return how alike words are: 1 for the same, less for the same meaning, less for nearly the same letters."""
    found = np.where(vocabulary.canonical[first] == vocabulary.canonical[second], SAME_MEANING, 0.0)
    found[(vocabulary.kind[first] == LINK) | (vocabulary.kind[second] == LINK)] = 0.0
    found[first == second] = 1.0
    starts = vocabulary.starts
    open_ = np.flatnonzero((found == 0) & (starts[first + 1] > starts[first]))
    if len(open_):
        words = distinct(first[open_])
        counts = starts[words + 1] - starts[words]
        near = ranges(starts[words], counts)
        width = np.int64(vocabulary.size + 1)
        keys = np.repeat(words, counts) * width + vocabulary.alike[near]
        wanted = first[open_] * width + second[open_]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        hit = keys[at] == wanted
        found[open_[hit]] = vocabulary.likeness[near][at[hit]]
    return found


def _best_word(vocabulary: Vocabulary, pairs: Aligned, part: Real, entry_words: Whole, size: int) -> tuple[Real, Real]:
    """Return what the most telling aligned word weighs, and how nearly it is one owner's."""
    best, unique = np.zeros(size), np.zeros(size)
    order = np.lexsort((-np.arange(len(part)), part, pairs.pair))
    last = order[np.flatnonzero(np.diff(np.append(pairs.pair[order], -1)) != 0)]
    best[pairs.pair[last]] = part[last]
    unique[pairs.pair[last]] = pairs.likeness[last] / np.maximum(1, vocabulary.frequency[entry_words[last]])
    return best, unique


def _longest_core(vocabulary: Vocabulary, pair: Whole, words: Whole, size: int) -> Real:
    """Return how long the longest distinctive word is that both names have, 1 for twelve letters and more."""
    lengths = np.fromiter((len(vocabulary.words[word]) for word in words.tolist()), np.float64, len(words))
    found = np.zeros(size)
    np.maximum.at(found, pair, np.minimum(lengths, LONG_CORE) / LONG_CORE)
    return found


class _Left:
    """The words of a pair that are aligned with none, looked at from both sides."""

    def __init__(self, vocabulary: Vocabulary, mine: Side, other: Side, size: int) -> None:
        self.vocabulary, self.size = vocabulary, size
        self.mine, self.other = mine, other

    def most(self, side: Side, kind: int) -> Real:
        """Return the weight of the heaviest word of a kind that is left; numbers are no words."""
        numbers = np.flatnonzero(~side.is_seen)
        words = side.words[numbers]
        keep = (self.vocabulary.kind[words] == kind) & ~self.vocabulary.number[words]
        found = np.zeros(self.size)
        np.maximum.at(found, side.pair[numbers[keep]], self.vocabulary.weight[words[keep]])
        return found

    def none(self, side: Side) -> NDArray[np.bool_]:
        """Tell where no word is left but links."""
        words = side.words
        left = ~side.is_seen & (self.vocabulary.kind[words] != LINK)
        found = np.ones(self.size, np.bool_)
        found[side.pair[left]] = False
        return found

    def any_number(self, side: Side) -> NDArray[np.bool_]:
        found = np.zeros(self.size, np.bool_)
        found[side.pair[~side.is_seen & self.vocabulary.number[side.words]]] = True
        return found

    def leading_place(self, mine: Side, other: Side) -> NDArray[np.bool_]:
        """Tell where the first word of one side is a place that the other has not."""
        found = np.zeros(self.size, np.bool_)
        for side in (mine, other):
            held = np.flatnonzero(side.starts[1:] > side.starts[:-1])
            at = side.starts[held]
            is_left = ~side.is_seen[at] & (self.vocabulary.kind[side.words[at]] == PLACE)
            found[held[is_left]] = True
        return found


def _whole(index: Index, queries: Names, row: Whole, entry: Whole) -> tuple[Real, Real]:
    """Return how alike the letters and the consonants of the whole names are."""
    from rapidfuzz.distance import Indel  # compiled; loaded when names are compared
    from rapidfuzz.process import cpdist

    if not len(row):
        return np.zeros(0), np.zeros(0)
    rows, entries = row.tolist(), entry.tolist()
    first = [queries.letters[number] for number in rows]
    second = [index.names.letters[number] for number in entries]
    letters = cpdist(first, second, scorer=Indel.normalized_similarity, dtype=np.float64)
    one, other = _skeletons(index.vocabulary, queries, row), _skeletons(index.vocabulary, index.names, entry)
    skeleton = cpdist(one, other, scorer=Indel.normalized_similarity, dtype=np.float64)
    return letters, skeleton


def _is_cut(index: Index, queries: Names, row: Whole, entry: Whole) -> NDArray[np.bool_]:
    """Tell where a name looks cut off at the width of a column and the entry goes on where it ends."""
    found = np.zeros(len(row), np.bool_)
    length = queries.lengths[row]
    maybe = np.flatnonzero((length >= CUT[0]) & (length <= CUT[1]) & (queries.forms[row] == 0))
    for number in maybe.tolist():
        mine, other = queries.letters[row[number]], index.names.letters[entry[number]]
        found[number] = len(other) > len(mine) >= LEAST_CUT and other.startswith(mine)
    return found


def _skeletons(vocabulary: Vocabulary, names: Names, numbers: Whole) -> list[str]:
    """Return the consonants of names, common words in the form that their translations share."""
    known = distinct(numbers)
    back = np.searchsorted(known, numbers)
    counts = names.starts[known + 1] - names.starts[known]
    words = names.words[ranges(names.starts[known], counts)]
    parts = vocabulary.skeleton(words)
    ends = np.cumsum(counts)
    texts = ["".join(parts[start:end]) for start, end in zip((ends - counts).tolist(), ends.tolist(), strict=True)]
    return [texts[number] for number in back.tolist()]


def _joined_alike(index: Index, queries: Names, row: Whole, entry: Whole) -> NDArray[np.bool_]:
    mine, other = queries.joined, index.names.joined
    alike = [mine[one] == other[two] for one, two in zip(row.tolist(), entry.tolist(), strict=True)]
    return np.array(alike, np.bool_)


def _acronym(index: Index, queries: Names, *, mine: Side, other: Side, row: Whole, entry: Whole) -> Real:
    """Return how telling it is that one name has a word made of the initials of the other, 0 to 1."""
    found = np.zeros(len(row))
    vocabulary = index.vocabulary
    for side, names, numbers, initials in (
        (other, index.names, entry, queries.initials[row]),
        (mine, queries, row, index.names.initials[entry]),
    ):
        hit = (side.words == initials[side.pair]) & (vocabulary.kind[side.words] == CORE)
        pair, word = side.pair[hit], side.words[hit]
        length = np.fromiter((len(vocabulary.words[one]) for one in word.tolist()), np.float64, len(word))
        value = np.minimum(1.0, (length - 2) / 3) * vocabulary.weight[word] / names.total[numbers[pair]]
        np.maximum.at(found, pair, value)
    return found
