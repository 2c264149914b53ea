"""How alike two words are by their letters and sounds, and the keys by which words that may be alike are found.

Two words are compared when they share a key: the same sound, the same letters but one, the same beginning or end.
The functions on single words say what the rules are; those on columns give the same numbers for many words at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from synopticon.text.across import consonants, is_consonantal
from synopticon.text.names import misread, sound

Hashes: TypeAlias = NDArray[np.uint64]
Whole: TypeAlias = NDArray[np.int64]
Real: TypeAlias = NDArray[np.float64]

BEGINS = 0.7
_LEAST_FUZZY, _STEM, _END, _LEAST_END = 4, 6, 6, 8
#: Likeness of letters (Indel) below which words that do not sound alike are different words.
_LEAST_LETTERS = 0.74
_STEM_LETTERS, _STEM_REST = 6, 4
_LONGEST = 24
_BASE = np.uint64(0x9E3779B97F4A7C15)
_SALTS = tuple(np.uint64(one) for one in (0x51_7C_C1_B7, 0xA3_B1_95_35, 0x2F_0B_4C_47, 0x68_E3_1D_A4, 0x3C_6E_F3_72))


def letters_alike(first: str, second: str) -> float:
    """Return twice the letters in common, in their order, for all letters of both; 0 to 1."""
    from rapidfuzz.distance import Indel  # compiled; loaded when names are compared

    return Indel.normalized_similarity(first, second)


#: Likeness of words that one letter tells apart, more, less, other or in other order, by the length of the shorter.
_ONE_SLIP = (0.0, 0.0, 0.0, 0.7, 0.8, 0.86, 0.9)


def is_one_slip(first: str, second: str) -> bool:
    """Tell whether one letter more, less, other, or two in other order is all that tells two words apart."""
    from rapidfuzz.distance import OSA  # compiled; loaded when names are compared

    return OSA.distance(first, second, score_cutoff=1) < 2


@lru_cache(maxsize=1 << 18)
def word_likeness(first: str, second: str) -> float:
    """Return how alike two different words are, 0 to 1: by their sound, by their letters, by how they begin."""
    if is_consonantal(first) or is_consonantal(second):
        return _consonants_alike(first, second)
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    if len(shorter) < 3 or not first.isascii() or not second.isascii():
        return 0.0
    key = sound(first)
    is_sound = key == sound(second) and (len(key) > 2 or (first[:3] == second[:3] and len(longer) - len(shorter) < 2))
    if not is_sound and not _share_key(first, second):
        return 0.0
    alike = 0.0
    if len(longer) <= len(shorter) * 1.6:
        found = letters_alike(first, second)
        if is_one_slip(first, second):
            return _ONE_SLIP[min(len(shorter), 6)]
        if len(shorter) >= _LEAST_FUZZY and misread(first) == misread(second):
            return _ONE_SLIP[-1]
        if is_sound and found >= 0.5:
            alike = 0.65 + 0.3 * found
        elif not is_sound and found >= _LEAST_LETTERS:
            alike = found * found
    is_stem = len(longer) < len(shorter) + _STEM_REST and len(shorter) > _STEM_LETTERS
    begins = len(shorter) >= _STEM and (
        longer.startswith(shorter) or (is_stem and longer[:_STEM_LETTERS] == shorter[:_STEM_LETTERS])
    )
    return max(alike, BEGINS) if begins else alike


def _share_key(first: str, second: str) -> bool:
    if min(len(first), len(second)) < _LEAST_FUZZY:
        return False
    if first[:_STEM] == second[:_STEM] and min(len(first), len(second)) >= _STEM:
        return True
    if first[-_END:] == second[-_END:] and min(len(first), len(second)) >= _LEAST_END:
        return True
    if misread(first) == misread(second):
        return True
    return abs(len(first) - len(second)) < 2 and not _deletions(first).isdisjoint(_deletions(second))


def _deletions(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _consonants_alike(first: str, second: str) -> float:
    if is_consonantal(first) and is_consonantal(second):
        return 0.0  # never by likeness within a script that writes no vowels
    shared = set(consonants(first)) & set(consonants(second))
    longest = max(map(len, shared), default=0)
    return 0.9 if longest > 3 else 0.85 if longest == 3 else 0.7 if longest == 2 else 0.0


# --- the same for columns -----------------------------------------------------------------------------------------


def hashed(words: Sequence[str]) -> tuple[Hashes, Hashes, Whole]:
    """Return letters of ASCII words as a matrix, sums of their hashes up to each letter, and their lengths.

    Words in other letters get length 0; letters beyond the twenty-fourth do not count.
    """
    kept = [word[:_LONGEST] if word.isascii() else "" for word in words]
    fixed = np.array(kept, dtype=f"S{_LONGEST}")
    letters = fixed.view(np.uint8).reshape(len(kept), _LONGEST).astype(np.uint64)
    lengths = np.fromiter(map(len, kept), np.int64, len(kept))
    sums = np.zeros((len(kept), _LONGEST + 1), np.uint64)
    np.cumsum(letters * _powers()[:_LONGEST], axis=1, out=sums[:, 1:])
    return letters, sums, lengths


def _powers() -> Hashes:
    with np.errstate(over="ignore"):
        powers = np.cumprod(np.full(_LONGEST + 1, _BASE, np.uint64), dtype=np.uint64)
        return powers.astype(np.uint64) | np.uint64(1)


def hashes_of(words: Sequence[str]) -> Hashes:
    """Return one hash per word, the same on every run; 0 for an empty word."""
    _, sums, _ = hashed(words)
    return sums[:, -1]


def fuzzy_keys(words: Sequence[str], sounds: Sequence[str]) -> tuple[Hashes, Whole]:
    """Return the keys of words in Latin letters, with the number of the word for each, in no order."""
    letters, _, lengths = hashed(words)
    keys: list[Hashes] = []
    owners: list[Whole] = []

    def put(kind: int, values: Hashes, numbers: Whole) -> None:
        mixed = (values ^ _SALTS[kind]) * _BASE
        keys.append(mixed ^ (mixed >> np.uint64(29)))
        owners.append(numbers)

    every = np.arange(len(words))
    spoken = hashes_of(sounds)
    is_spoken = (lengths > 2) & (spoken != 0)
    put(0, spoken[is_spoken], every[is_spoken])
    with np.errstate(over="ignore"):
        powers = _powers()
        for length in range(_LEAST_FUZZY, _LONGEST + 1):
            rows = every[lengths == length]
            if not len(rows):
                continue
            part = letters[rows, :length]
            _put_deletions(put, part, rows, length, powers)
            if length >= _STEM:
                put(2, (part[:, :_STEM] * powers[:_STEM]).sum(axis=1, dtype=np.uint64), rows)
            if length >= _LEAST_END:
                put(3, (part[:, -_END:] * powers[:_END]).sum(axis=1, dtype=np.uint64), rows)
    put(
        4,
        hashes_of([misread(word[:_LONGEST]) for word in words])[lengths >= _LEAST_FUZZY],
        every[lengths >= _LEAST_FUZZY],
    )
    if not keys:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    return np.concatenate(keys), np.concatenate(owners)


def _put_deletions(
    put: Callable[[int, Hashes, Whole], None], part: Hashes, rows: Whole, length: int, powers: Hashes
) -> None:
    own = part * powers[:length]
    shifted = part[:, 1:] * powers[: length - 1]
    before = np.zeros((len(rows), length + 1), np.uint64)
    np.cumsum(own, axis=1, out=before[:, 1:])
    after = np.zeros((len(rows), length + 1), np.uint64)
    after[:, : length - 1] = np.cumsum(shifted[:, ::-1], axis=1, dtype=np.uint64)[:, ::-1]
    put(1, before[:, -1], rows)
    for at in range(length):
        put(1, before[:, at] + after[:, at], rows)


def likeness_of_pairs(
    first: Sequence[str], second: Sequence[str], is_sound: NDArray[np.bool_], is_misread: NDArray[np.bool_]
) -> Real:
    """Return the likeness of pairs of different Latin words that share a key; see `word_likeness`.

    The flags tell which pairs sound alike, and which a scan would take for one another.
    """
    from rapidfuzz.distance import OSA, Indel
    from rapidfuzz.process import cpdist

    if not len(first):
        return np.zeros(0)
    letters = cpdist(first, second, scorer=Indel.normalized_similarity, dtype=np.float64)
    sizes = np.fromiter(map(len, first), np.int64, len(first)), np.fromiter(map(len, second), np.int64, len(second))
    shorter, longer = np.minimum(*sizes), np.maximum(*sizes)
    alike = np.where(is_sound & (letters >= 0.5), 0.65 + 0.3 * letters, 0.0)
    alike = np.where(~is_sound & (letters >= _LEAST_LETTERS), letters * letters, alike)
    alike = np.where(is_misread & (shorter >= _LEAST_FUZZY), _ONE_SLIP[-1], alike)
    alike[longer > shorter * 1.6] = 0.0
    near = np.flatnonzero((longer - shorter < 2) & (letters >= 0.5))
    left, right = [first[at] for at in near.tolist()], [second[at] for at in near.tolist()]
    slips = cpdist(left, right, scorer=OSA.distance, score_cutoff=1) < 2
    slips &= (longer[near] <= shorter[near] * 1.6) & (shorter[near] > 2)
    alike[near[slips]] = np.array(_ONE_SLIP)[np.minimum(shorter[near[slips]], 6)]
    maybe = np.flatnonzero((shorter >= _STEM) & (alike < BEGINS))
    for number in maybe.tolist():
        one, other = first[number], second[number]
        if one[:_STEM] == other[:_STEM] and _begins(one, other):
            alike[number] = BEGINS
    alike[shorter < 3] = 0.0
    return alike


def _begins(one: str, other: str) -> bool:
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if longer.startswith(shorter):
        return True
    is_stem = len(longer) < len(shorter) + _STEM_REST and len(shorter) > _STEM_LETTERS
    return is_stem and longer[:_STEM_LETTERS] == shorter[:_STEM_LETTERS]


_ROW_BITS, _SCORE_BITS, _LAST_BITS = 18, 24, 21


def best_first(row: Whole, score: Real, last: Whole) -> Whole:
    """Return the order by row, then the better score, to a ten millionth, then the lower last number."""
    if not len(row):
        return np.zeros(0, np.int64)
    steps = (1 << _SCORE_BITS) - 1 - np.rint(np.minimum(score, 1.0) * ((1 << _SCORE_BITS) - 1)).astype(np.int64)
    if int(row.max()) >> _ROW_BITS or int(last.max()) >> _LAST_BITS or float(score.max()) > 1.0:
        return np.lexsort((last, steps if float(score.max()) <= 1.0 else -score, row))
    return np.argsort((row << np.int64(_SCORE_BITS + _LAST_BITS)) | (steps << np.int64(_LAST_BITS)) | last)


def distinct(values: Whole) -> Whole:
    """Return each number once, in order; sorting is several times faster here than `np.unique`, which hashes."""
    ordered = np.sort(values)
    if not len(ordered):
        return ordered
    fresh = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return ordered[fresh]
