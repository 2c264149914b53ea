"""Candidates for names: which entries of a list share a rare word, a sound or a stretch of letters with each.

All names of a batch are searched at once: words are joined with the postings of entries in columns, and only what is
left is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from synopticon.screen.columns import Names, take_apart
from synopticon.screen.spelling import Real, Whole, best_first, distinct
from synopticon.screen.vocabulary import CORE, LINK, Vocabulary, ranges, vocabulary_of

#: A word that more entries have than this is of no use for finding one; the share counts on long lists.
_POSTINGS, _POSTINGS_SHARE = 400, 1 / 400
_GRAM, _GRAM_POSTINGS, _GRAM_SHARE = 4, 60, 1 / 2000
_SYMBOLS = 38
#: Share of the best candidate's first score that another needs to be compared, and where no second search is needed.
_WORTH, _WORTH_GRAMS = 0.4, (0.6, 0.4)
_LEAST_GRAMS, _MOST_GRAMS = 2, 8
_LEAST_BIGRAM = 5
#: Where few candidates are asked for, letters alone must be this much alike; where many are, all are compared.
_SPELT_ALIKE, _WIDE = 0.55, 10
_CONFIDENT = 0.6
#: An entry that shares less of the weight than this shares words of trade only; less is asked where many are wanted.
_LEAST_SHARE = (0.1, 0.05)
_BOTH_UNVOWELLED = (2, 3)


@dataclass(frozen=True, slots=True)
class Postings:
    """Numbers of entries by key: those of key `k` are `entries[starts[k]:starts[k + 1]]`."""

    starts: Whole
    entries: Whole

    def counts(self, keys: Whole) -> Whole:
        """Return how many entries each key has; none for a key beyond the last."""
        inside = np.minimum(keys, len(self.starts) - 2)
        return np.where(keys < len(self.starts) - 1, self.starts[inside + 1] - self.starts[inside], 0)

    def of(self, keys: Whole, counts: Whole) -> Whole:
        """Return the entries of keys, one key after the other; `counts` of each."""
        return self.entries[ranges(self.starts[np.minimum(keys, len(self.starts) - 1)], counts)]


def postings(keys: Whole, entries: Whole, size: int) -> Postings:
    """Return postings of keys below `size`, an entry once under a key."""
    width = np.int64(int(entries.max()) + 1) if len(entries) else np.int64(1)
    pairs = distinct(keys * width + entries)
    counts = np.bincount(pairs // width, minlength=size)
    return Postings(np.concatenate(([0], np.cumsum(counts))), pairs % width)


@dataclass(frozen=True, slots=True)
class Index:
    """Names of entries, ready to be searched; entry numbers are positions in `originals`.

    Attributes:
        names: the names of the entries, taken apart.
        exact: entries by their joined words.
        words: entries by canonical word; `grams`: by stretch of letters; `acronyms`: by the word their initials make.
    """

    originals: Sequence[str]
    vocabulary: Vocabulary
    names: Names
    exact: dict[str, list[int]]
    words: Postings
    grams: Postings
    acronyms: Postings
    bigrams: dict[str, tuple[int, int]]
    numbers: dict[str, int]


def build(names: Sequence[str], owners: Sequence[str]) -> Index:
    """Index names; entry `i` of the index is `names[i]`, and `owners[i]` tells whose name it is."""
    scratch = Vocabulary()
    apart = take_apart(names, scratch)
    words = [scratch.words[word] for word in apart.words.tolist()]
    bounds = pairwise(apart.starts.tolist())
    vocabulary = vocabulary_of([words[start:end] for start, end in bounds], owners)
    columns = take_apart(names, vocabulary)
    exact: dict[str, list[int]] = {}
    for number, joined in enumerate(columns.joined):
        exact.setdefault(joined, []).append(number)
    entry = np.repeat(np.arange(len(names)), np.diff(columns.starts))
    useful = vocabulary.kind[columns.words] != LINK
    by_words = postings(vocabulary.canonical[columns.words[useful]], entry[useful], len(vocabulary.forms))
    grams, owner = _grams(columns.letters)
    made = columns.initials >= 0
    acronyms = postings(columns.initials[made], np.flatnonzero(made), len(vocabulary.words))
    numbers = {name: number for number, name in enumerate(names)}
    by_grams = postings(grams, owner, _SYMBOLS**_GRAM)
    return Index(
        names, vocabulary, columns, exact, by_words, by_grams, acronyms, _bigrams(columns, vocabulary.words), numbers
    )


def _bigrams(names: Names, words: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return neighbouring words of entries written as one, with the two."""
    found: dict[str, tuple[int, int]] = {}
    ends = set(names.starts.tolist())
    flat: list[int] = names.words.tolist()
    for at, (first, second) in enumerate(pairwise(flat), 1):
        if at not in ends:
            joined = words[first] + words[second]
            if len(joined) > _LEAST_BIGRAM:
                found.setdefault(joined, (first, second))
    return found


_CODES = np.zeros(256, np.int64)
_CODES[[*range(48, 58), *range(97, 123)]] = np.arange(1, 37)
_CODES[ord("^")] = 37


def _grams(letters: Sequence[str]) -> tuple[Whole, Whole]:
    """Return every stretch of four letters of each name, its ends marked, as a number, and whose it is."""
    text = ("^" + "^\n^".join(letters) + "^\n").encode("ascii", "replace")
    raw = np.frombuffer(text, np.uint8)
    codes = _CODES[raw]
    row = np.cumsum(raw == ord("\n"))
    if len(codes) < _GRAM:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    size = len(codes) - _GRAM + 1
    found = np.zeros(size, np.int64)
    is_whole = np.ones(size, np.bool_)
    for at in range(_GRAM):
        part = codes[at : at + size]
        found = found * _SYMBOLS + part
        is_whole &= part > 0
    return found[is_whole], row[:size][is_whole]


# --- search -------------------------------------------------------------------------------------------------------


def candidates(index: Index, queries: Names, limit: int) -> tuple[Whole, Whole]:
    """Return names and the entries most worth comparing with them, at most `limit` of each search for a name.

    Words and sounds first; stretches of letters only for names of which no entry shares more than half of the weight.
    """
    row, entry, score = _by_words(index, queries)
    row, entry, score = _best(
        row, entry, score, count=len(queries), limit=limit, worth=_WORTH, least=_LEAST_SHARE[limit >= _WIDE]
    )
    sure = np.zeros(len(queries), np.bool_)
    sure[row[score > _CONFIDENT]] = True
    more_rows, more_entries = _by_grams(index, queries, np.flatnonzero(~sure), limit)
    by_name = _by_acronym(index, queries)
    width = np.int64(len(index.originals) or 1)
    pairs = distinct(
        np.concatenate((row * width + entry, more_rows * width + more_entries, by_name[0] * width + by_name[1]))
    )
    row, entry = pairs // width, pairs % width
    fits = _may_be_alike(queries.script[row], index.names.script[entry])
    return row[fits], entry[fits]


def _may_be_alike(first: NDArray[np.int8], second: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Tell which scripts may be compared by likeness: never Han with Han, nor Arabic with Arabic or Han."""
    unvowelled = np.isin(first, _BOTH_UNVOWELLED) & np.isin(second, _BOTH_UNVOWELLED)
    return ~unvowelled


def _by_words(index: Index, queries: Names) -> tuple[Whole, Whole, Real]:
    vocabulary = index.vocabulary
    row = np.repeat(np.arange(len(queries)), np.diff(queries.starts))
    word = queries.words
    useful = vocabulary.kind[word] != LINK
    row, word = row[useful], word[useful]
    weight = vocabulary.weight[word]
    alike = vocabulary.starts[word + 1] - vocabulary.starts[word]
    near = ranges(vocabulary.starts[word], alike)
    keys = np.concatenate((vocabulary.canonical[word], vocabulary.canonical[vocabulary.alike[near]]))
    rows = np.concatenate((row, np.repeat(row, alike)))
    values = np.concatenate((weight, np.repeat(weight, alike) * vocabulary.likeness[near]))
    counts = index.words.counts(keys)
    counts[counts > max(_POSTINGS, len(index.originals) * _POSTINGS_SHARE)] = 0
    entry = index.words.of(keys, counts)
    row, entry, shared = _summed(np.repeat(rows, counts), entry, np.repeat(values, counts), len(index.originals))
    return row, entry, shared / (queries.total[row] + index.names.total[entry])


def _summed(row: Whole, entry: Whole, value: Real, size: int) -> tuple[Whole, Whole, Real]:
    """Return each pair of name and entry once, with the sum of its values."""
    if not len(row):
        return row, entry, value
    key = row * np.int64(size) + entry
    order = np.argsort(key, kind="stable")
    key = key[order]
    first = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    return key[first] // size, key[first] % size, np.add.reduceat(value[order], first)


def _best(
    row: Whole, entry: Whole, score: Real, *, count: int, limit: int, worth: float, least: float
) -> tuple[Whole, Whole, Real]:
    """Keep of each name the best entries: those that reach a share of the very best, at most `limit`."""
    if not len(row):
        return row, entry, score
    top = np.zeros(count)
    np.maximum.at(top, row, score)
    keep = (score >= top[row] * worth) & (score >= least)
    row, entry, score = row[keep], entry[keep], score[keep]
    order = best_first(row, score, entry)
    row, entry, score = row[order], entry[order], score[order]
    counts = np.bincount(row, minlength=count)
    rank = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    keep = rank < limit
    return row[keep], entry[keep], score[keep]


def _by_grams(index: Index, queries: Names, rows: Whole, limit: int) -> tuple[Whole, Whole]:
    if not len(rows):
        return rows, rows
    grams, owner = _grams([queries.letters[number] for number in rows.tolist()])
    counts = index.grams.counts(grams)
    grams, owner, counts = _rarest(grams, owner, counts, max(_GRAM_POSTINGS, len(index.originals) * _GRAM_SHARE))
    entry = index.grams.of(grams, counts)
    shared = np.repeat(owner, counts)
    row, entry, score = _summed(shared, entry, np.ones(len(shared)), len(index.originals))
    sizes = np.bincount(owner, minlength=len(rows))
    is_quick = limit < _WIDE
    keep = score >= np.where((sizes[row] < _MOST_GRAMS) | (not is_quick), _LEAST_GRAMS, _LEAST_GRAMS + 1)
    row, entry, score = row[keep], entry[keep], score[keep]
    length = np.fromiter(map(len, index.names.letters), np.float64, len(index.originals))
    row, entry, _ = _best(
        row,
        entry,
        score / np.sqrt(length[entry] + 2),
        count=len(rows),
        limit=limit,
        worth=_WORTH_GRAMS[not is_quick],
        least=0.0,
    )
    return _spelt_alike(index, queries, rows[row], entry) if is_quick else (rows[row], entry)


def _spelt_alike(index: Index, queries: Names, row: Whole, entry: Whole) -> tuple[Whole, Whole]:
    """Keep the pairs whose letters as a whole are alike; where no word is, nothing else speaks for them."""
    from rapidfuzz.distance import Indel  # compiled; loaded when names are compared
    from rapidfuzz.process import cpdist

    if not len(row):
        return row, entry
    mine, others = queries.letters, index.names.letters
    first, second = [mine[number] for number in row.tolist()], [others[number] for number in entry.tolist()]
    keep = cpdist(first, second, scorer=Indel.normalized_similarity, score_cutoff=_SPELT_ALIKE) > 0
    keep |= (queries.script[row] > 0) != (index.names.script[entry] > 0)
    return row[keep], entry[keep]


def _rarest(grams: Whole, owner: Whole, counts: Whole, most: float) -> tuple[Whole, Whole, Whole]:
    """Keep of each name the stretches that fewest entries have, none that more than `most` have."""
    keep = (counts > 0) & (counts <= most)
    grams, owner, counts = grams[keep], owner[keep], counts[keep]
    order = np.argsort((owner << np.int64(32)) | counts, kind="stable")
    grams, owner, counts = grams[order], owner[order], counts[order]
    sizes = np.bincount(owner, minlength=1)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    keep = place < _MOST_GRAMS
    return grams[keep], owner[keep], counts[keep]


def _by_acronym(index: Index, queries: Names) -> tuple[Whole, Whole]:
    """Return names with a word that is made of an entry's initials, or the other way round."""
    vocabulary = index.vocabulary
    row = np.repeat(np.arange(len(queries)), np.diff(queries.starts))
    is_word = vocabulary.kind[queries.words] == CORE
    row, word = row[is_word], queries.words[is_word]
    counts = index.acronyms.counts(word)
    counts[counts > _ACRONYMS] = 0
    first = np.repeat(row, counts), index.acronyms.of(word, counts)
    made = np.flatnonzero(queries.initials >= 0)
    initial = queries.initials[made]
    made, initial = (part[vocabulary.kind[initial] == CORE] for part in (made, initial))
    keys = vocabulary.canonical[initial]
    counts = index.words.counts(keys)
    counts[counts > _ACRONYMS] = 0
    second = np.repeat(made, counts), index.words.of(keys, counts)
    return np.concatenate((first[0], second[0])), np.concatenate((first[1], second[1]))


_ACRONYMS = 20
