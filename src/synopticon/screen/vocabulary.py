"""The words of an index and of the names held against it: what each weighs, means and is nearly spelt like.

A word is worked out once, however many names have it. Words of the entries come first; those that only queries have
come after them and are forgotten when they are many.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from synopticon.screen.spelling import (
    Hashes,
    Real,
    Whole,
    distinct,
    fuzzy_keys,
    hashes_of,
    likeness_of_pairs,
    word_likeness,
)
from synopticon.text.across import common_word, consonants, is_consonantal, skeletons_of
from synopticon.text.names import misread, number_of, sounds_of
from synopticon.text.names import words as words_of_kind

CORE, GENERIC, PLACE, LINK = 0, 1, 2, 3
_KINDS = {"generic": GENERIC, "place": PLACE, "link": LINK}
#: Weight of a word by its kind, before its rarity; a distinctive word weighs 1.
_KIND_WEIGHT = (1.0, 0.25, 0.4, 0.03)
#: Rarity is measured as if the list had at least this many names, so that a short list does not make "Digital" rare.
_LEAST_NAMES = 2000
_CODE = re.compile(r"(?=(?:[a-z]*\d){4})[a-z0-9]{4,}")
_CODE_WEIGHT = 0.05
SAME_MEANING = 0.95
#: Above this an ordinary word may be a distinctive one misspelt, and the other way round.
_TYPO = 0.86
_MOST_WORDS = 3_000_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word is before its rarity: its kind, the form that its translations share, whether it is a number."""

    kind: int
    canonical: str
    number: bool
    base: float


_ROMAN = {"i": 1, "v": 5, "x": 10}


def meaning(token: str) -> Meaning:
    """Return what a word is: one of trade, of place, a link, a number, or a distinctive word."""
    number = number_of(token)
    if number:
        return Meaning(CORE, f"#{_value(number)}", number=True, base=1.0 if len(token) > 1 else 0.6)
    word = common_word(token)
    kind = CORE if word is None else LINK if token in words_of_kind("home") else _KINDS[word.kind]
    base = _KIND_WEIGHT[kind]
    if len(token) == 1 and token.isascii():
        base = min(base, 0.1)
    elif len(token) == 2 and kind == CORE and token.isascii():
        base = 0.5
    return Meaning(kind, word.word if word is not None else token, number=False, base=base)


def _value(number: str) -> int | str:
    if number.isdigit():
        return int(number[:18])
    if not set(number) <= set(_ROMAN):
        return number
    values = [_ROMAN[letter] for letter in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


@dataclass(slots=True)
class Vocabulary:
    """Words by number with what is known of each, as columns.

    Attributes:
        ids: number of each word; `size` of them stand in entries.
        names: how many names the entries have; rarity is measured against it.
        frequency: how many owners have the word; zero for a word of queries.
        kind, base, number: see `Meaning`; `canonical` is the number of the form that translations share.
        weight: what a word tells: kind times rarity.
        alike: for each word the words of entries that are nearly spelt like it, and how alike: `starts` tells where.
    """

    names: int = 0
    size: int = 0
    ids: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    forms: dict[str, int] = field(default_factory=dict)
    frequency: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    kind: NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, np.int8))
    number: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    canonical: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    weight: Real = field(default_factory=lambda: np.zeros(0))
    starts: Whole = field(default_factory=lambda: np.zeros(1, np.int64))
    alike: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    likeness: Real = field(default_factory=lambda: np.zeros(0))
    keys: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    key_words: Whole = field(default_factory=lambda: np.zeros(0, np.int64))
    spoken: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    read: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    skeletons: dict[int, str] = field(default_factory=dict)
    vowelless: tuple[dict[str, list[int]], dict[str, list[int]]] = field(default_factory=lambda: ({}, {}))

    def of(self, tokens: Sequence[str]) -> Whole:
        """Return the numbers of words, adding those that are new."""
        ids = self.ids
        fresh = [token for token in dict.fromkeys(tokens) if token not in ids]
        if fresh:
            self.add(fresh)
        return np.fromiter(map(ids.__getitem__, tokens), np.int64, len(tokens))

    def forget(self) -> None:
        """Drop the words of queries when there are too many."""
        if len(self.words) - self.size < _MOST_WORDS:
            return
        for word in self.words[self.size :]:
            del self.ids[word]
        self.skeletons.clear()
        del self.words[self.size :]
        size = self.size
        for name in ("frequency", "kind", "number", "canonical", "weight"):
            setattr(self, name, getattr(self, name)[:size])
        self.starts = self.starts[: size + 1]
        self.alike, self.likeness = self.alike[: self.starts[-1]], self.likeness[: self.starts[-1]]

    def add(self, fresh: list[str], frequency: Whole | None = None) -> None:
        """Add words: those of entries with how many owners have each, those of queries without."""
        first = len(self.words)
        self.words += fresh
        self.ids.update(zip(fresh, range(first, first + len(fresh)), strict=True))
        known = [meaning(token) for token in fresh]
        forms = self.forms
        canonical = np.fromiter((forms.setdefault(one.canonical, len(forms)) for one in known), np.int64, len(known))
        counts = np.zeros(len(fresh), np.int64) if frequency is None else frequency
        base = np.fromiter((one.base for one in known), np.float64, len(known))
        if frequency is None:  # an account number that a ledger put behind the name
            codes = np.fromiter((_CODE.fullmatch(token) is not None for token in fresh), np.bool_, len(fresh))
            base[codes] = _CODE_WEIGHT
        else:
            codes = np.zeros(len(fresh), np.bool_)
        kind = np.fromiter((one.kind for one in known), np.int8, len(known))
        kind[codes] = LINK
        number = np.fromiter((one.number for one in known), np.bool_, len(known)) & ~codes
        self.frequency = np.concatenate((self.frequency, counts))
        self.kind = np.concatenate((self.kind, kind))
        self.number = np.concatenate((self.number, number))
        self.canonical = np.concatenate((self.canonical, canonical))
        self.weight = np.concatenate((self.weight, base * self._rarity(counts)))
        if frequency is None:
            self._find_alike(first, fresh)

    def _rarity(self, counts: Whole) -> Real:
        size = max(self.names, _LEAST_NAMES)
        return np.log((size + 1) / (counts + 0.5)) / math.log(2 * size + 2)

    def skeleton(self, numbers: Whole) -> list[str]:
        """Return the consonants of words, those of the canonical form for common words."""
        fresh = [number for number in distinct(numbers).tolist() if number not in self.skeletons]
        if fresh:
            words = self.words
            shown = [
                words[number] if self.kind[number] == CORE else meaning(words[number]).canonical for number in fresh
            ]
            self.skeletons.update(zip(fresh, skeletons_of(shown), strict=True))
        return list(map(self.skeletons.__getitem__, numbers.tolist()))

    # --- spelling ---------------------------------------------------------------------------------------------

    def fuzzy(self, numbers: Whole) -> NDArray[np.bool_]:
        """Tell which words may be misspelt ones: links and numbers are not."""
        found: NDArray[np.bool_] = (self.kind[numbers] != LINK) & ~self.number[numbers]
        return found

    def close(self) -> None:
        """Make the keys of the words of entries, once all are known, and tell which of them are alike."""
        self.size = len(self.words)
        every = np.arange(self.size)
        sounds = _sounds(self.words)
        self.spoken, self.read = hashes_of(sounds), self._misread(self.words)
        keys, owners = fuzzy_keys(self.words, sounds)
        keep = self.fuzzy(owners) if len(owners) else np.zeros(0, np.bool_)
        order = np.argsort(keys[keep], kind="stable")
        self.keys, self.key_words = keys[keep][order], owners[keep][order]
        written, unwritten = self.vowelless
        for number in every[(self.kind == CORE) & ~self.number].tolist():
            word = self.words[number]
            for key in consonants(word):
                (unwritten if is_consonantal(word) else written).setdefault(key, []).append(number)
        self.starts = np.zeros(1, np.int64)
        self._find_alike(0, self.words)

    def _find_alike(self, first: int, fresh: list[str]) -> None:
        sounds = _sounds(fresh)
        keys, owners = fuzzy_keys(fresh, sounds)
        keep = self.fuzzy(owners + first) if len(owners) else np.zeros(0, np.bool_)
        keys, owners = keys[keep], owners[keep]
        left = np.searchsorted(self.keys, keys, "left")
        counts = np.searchsorted(self.keys, keys, "right") - left
        mine = np.repeat(owners, counts)
        other = self.key_words[_ranges(left, counts)]
        mine, other = self._allowed(mine, other, first)
        values = self._values(mine, other, first, sounds)
        if any(map(is_consonantal, fresh)) or self.vowelless[1]:
            mine, other, values = self._with_consonants(mine, other, values, fresh)
        is_typo = (self.kind[mine + first] == CORE) == (self.kind[other] == CORE)
        keep = (values > 0) & (is_typo | (values >= _TYPO))
        mine, other, values = mine[keep], other[keep], values[keep]
        order = np.lexsort((other, mine))
        mine, other, values = mine[order], other[order], values[order]
        ends = self.starts[-1] + np.cumsum(np.bincount(mine, minlength=len(fresh)))
        self.starts = np.concatenate((self.starts, ends.astype(np.int64)))
        self.alike = np.concatenate((self.alike, other))
        self.likeness = np.concatenate((self.likeness, values))
        if first >= self.size:
            self._mend(mine + first, other, values)

    def _allowed(self, mine: Whole, other: Whole, first: int) -> tuple[Whole, Whole]:
        """Return pairs once each, without a word beside itself, of which one at least is a distinctive word."""
        pair = distinct(mine * np.int64(self.size + 1) + other)
        mine, other = pair // (self.size + 1), pair % (self.size + 1)
        keep = (mine + first != other) & ((self.kind[mine + first] == CORE) | (self.kind[other] == CORE))
        keep &= self.canonical[mine + first] != self.canonical[other]
        return mine[keep], other[keep]

    def _values(self, mine: Whole, other: Whole, first: int, sounds: list[str]) -> Real:
        words = self.words
        one = [words[number] for number in (mine + first).tolist()]
        two = [words[number] for number in other.tolist()]
        is_sound = hashes_of(sounds)[mine] == self.spoken[other] if len(mine) else np.zeros(0, np.bool_)
        is_misread = self._misread(words[first : first + len(sounds)])[mine] == self.read[other]
        for number in np.flatnonzero(is_sound).tolist():
            a, b = one[number], two[number]
            is_sound[number] = len(sounds[mine[number]]) > 2 or (a[:3] == b[:3] and abs(len(a) - len(b)) < 2)
        return likeness_of_pairs(one, two, is_sound, is_misread)

    @staticmethod
    def _misread(words: Sequence[str]) -> Hashes:
        return hashes_of([misread(word) for word in words])

    def _with_consonants(self, mine: Whole, other: Whole, values: Real, fresh: list[str]) -> tuple[Whole, Whole, Real]:
        written, unwritten = self.vowelless
        rows: list[tuple[int, int, float]] = []
        for number, word in enumerate(fresh):
            is_written = not is_consonantal(word)
            if is_written and (not unwritten or not word.isascii() or meaning(word).kind != CORE):
                continue
            table = unwritten if is_written else written
            found = {match for key in consonants(word) if len(key) > 1 for match in table.get(key, ())}
            rows += [(number, match, word_likeness(word, self.words[match])) for match in sorted(found)]
        if not rows:
            return mine, other, values
        more = np.array(rows)
        return (
            np.concatenate((mine, more[:, 0].astype(np.int64))),
            np.concatenate((other, more[:, 1].astype(np.int64))),
            np.concatenate((values, more[:, 2])),
        )

    def _mend(self, mine: Whole, other: Whole, values: Real) -> None:
        """Give a word that no entry has the weight, and if it is a common one the meaning, of the one it misspells."""
        if not len(mine):
            return
        order = np.lexsort((other, -values, mine))
        mine, other, values = mine[order], other[order], values[order]
        best = np.concatenate(([True], mine[1:] != mine[:-1])) & (values >= _TYPO)
        mine, other = mine[best], other[best]
        self.weight[mine] = np.minimum(self.weight[mine], self.weight[other])
        common = self.kind[other] != CORE
        self.kind[mine[common]] = self.kind[other[common]]
        self.canonical[mine[common]] = self.canonical[other[common]]


def _sounds(words: list[str]) -> list[str]:
    is_ascii = [word if word.isascii() else "" for word in words]
    return sounds_of(is_ascii)


def _ranges(starts: Whole, counts: Whole) -> Whole:
    """Return the numbers start, start + 1, … of each range, one range after the other."""
    total = int(counts.sum())
    if not total:
        return np.zeros(0, np.int64)
    ends = np.cumsum(counts)
    return np.arange(total) - np.repeat(ends - counts - starts, counts)


ranges = _ranges


def vocabulary_of(tokens: Sequence[Sequence[str]], owners: Sequence[str]) -> Vocabulary:
    """Return the words of entries; rarity counts owners: ten spellings of one firm do not make its name common."""
    found = Vocabulary(names=len(tokens))
    counts: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for words, owner in zip(tokens, owners, strict=True):
        for token in words:
            if (token, owner) not in seen:
                seen.add((token, owner))
                counts[token] = counts.get(token, 0) + 1
    words = sorted(counts)
    found.add(words, np.fromiter((counts[word] for word in words), np.int64, len(words)))
    found.close()
    return found
