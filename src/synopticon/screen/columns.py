"""Many names taken apart at once: their words as numbers, without legal forms, each word once a name.

Names in plain letters go through a few passes over one long string and over columns of numbers; the others are taken
apart one by one. Both ways give what `taken` gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from synopticon.screen.spelling import Real, Whole
from synopticon.screen.vocabulary import LINK, Vocabulary, ranges
from synopticon.text.across import latin_words
from synopticon.text.names import (
    ENDS,
    NEVER_FIRST,
    analyse,
    code_starts,
    form_phrases,
    legal_forms,
    mended_end,
    undotted,
    words,
)

_PLAIN = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"})
_LINES = str.maketrans(dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\n", " "))
_JOINED_WITHOUT = "and"
_LONGEST_ACRONYM = 9


@dataclass(frozen=True, slots=True)
class Names:
    """Names as columns; the words of name `i` are `words[starts[i]:starts[i + 1]]`.

    Attributes:
        joined: the words without spaces, in the name's own script, for exact comparison.
        letters: the same in Latin letters.
        forms: kinds of its legal forms, one bit each.
        script: see `SCRIPTS`.
        total: sum of the weights of its words.
        lengths: characters of the name as it stands.
        initials: the word that the first letters of its words make, -1 when no name has that word.
    """

    starts: Whole
    words: Whole
    joined: list[str]
    letters: list[str]
    forms: Whole
    script: NDArray[np.int8]
    total: Real
    initials: Whole
    lengths: Whole

    def __len__(self) -> int:
        return len(self.joined)


#: Scripts whose letters are compared with Latin ones through what their words mean and how they sound.
SCRIPTS = {"latin": 0, "cyrillic": 1, "greek": 1, "han": 2, "arabic": 3, "other": 4}


@dataclass(frozen=True, slots=True)
class Taken:
    """A name taken apart: see `Names` for the fields."""

    tokens: tuple[str, ...]
    joined: str
    letters: str
    forms: int
    script: int


@cache
def _form_bits() -> dict[str, int]:
    return {kind: 1 << number for number, kind in enumerate(sorted(set(legal_forms().values())))}


def taken(name: str) -> Taken:
    """Take one name apart."""
    whole = analyse(name)
    tokens = tuple(dict.fromkeys(latin_words(name)))
    bits = _form_bits()
    letters = whole.joined if name.isascii() else "".join(word for word in latin_words(name) if word != _JOINED_WITHOUT)
    forms = sum(bits[kind] for kind in whole.forms)
    return Taken(tokens, whole.joined, letters, forms, SCRIPTS[whole.script])


def take_apart(names: Sequence[str], vocabulary: Vocabulary) -> Names:
    """Take names apart; words that the vocabulary has not are added to it."""
    plain = [number for number, name in enumerate(names) if name.isascii()]
    if len(plain) == len(names):
        tokens, lengths, forms, joined = _plain(names, vocabulary)
        found = _Parts(tokens, lengths, forms, joined, joined, np.zeros(len(names), np.int8))
    else:
        found = _mixed(names, plain, vocabulary)
    starts = np.zeros(len(names) + 1, np.int64)
    np.cumsum(found.lengths, out=starts[1:])
    owner = np.repeat(np.arange(len(names)), found.lengths)
    total = np.bincount(owner, vocabulary.weight[found.words], minlength=len(names))
    initials = _initials(starts, found.words, vocabulary)
    return Names(
        starts,
        found.words,
        found.joined,
        found.letters,
        found.forms,
        found.script,
        np.maximum(total, 1e-9),
        initials,
        np.fromiter(map(len, names), np.int64, len(names)),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    words: Whole
    lengths: Whole
    forms: Whole
    joined: list[str]
    letters: list[str]
    script: NDArray[np.int8]


def _mixed(names: Sequence[str], plain: list[int], vocabulary: Vocabulary) -> _Parts:
    apart = {number: taken(name) for number, name in enumerate(names) if not name.isascii()}
    tokens, lengths, forms, joined = _plain([names[number] for number in plain], vocabulary)
    others = vocabulary.of([token for one in apart.values() for token in one.tokens])
    every_length = np.zeros(len(names), np.int64)
    every_length[plain] = lengths
    for number, one in apart.items():
        every_length[number] = len(one.tokens)
    starts = np.cumsum(every_length) - every_length
    words = np.zeros(int(every_length.sum()), np.int64)
    words[ranges(starts[plain], lengths)] = tokens
    rest = np.array(list(apart), np.int64)
    words[ranges(starts[rest], every_length[rest])] = others
    every_form = np.zeros(len(names), np.int64)
    every_form[plain] = forms
    script = np.zeros(len(names), np.int8)
    every_joined, letters = [""] * len(names), [""] * len(names)
    for number, text in zip(plain, joined, strict=True):
        every_joined[number] = letters[number] = text
    for number, one in apart.items():
        every_joined[number], letters[number] = one.joined, one.letters
        every_form[number], script[number] = one.forms, one.script
    return _Parts(words, every_length, every_form, every_joined, letters, script)


def _plain(names: Sequence[str], vocabulary: Vocabulary) -> tuple[Whole, Whole, Whole, list[str]]:
    """Return words, how many each name has, bits of legal forms and joined words of names in ASCII."""
    if not names:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int64), []
    text = "\n".join(names)
    if text.count("\n") != len(names) - 1 or any(mark in text for mark in "\r\x0b\x0c\x1c\x1d\x1e"):
        text = "\n".join(name.translate(_LINES) for name in names)
    rows = text.lower().replace("'", "").split("\n")
    dotted = [number for number, row in enumerate(rows) if "." in row]
    for number, row in zip(dotted, undotted("\n".join(rows[number] for number in dotted)).split("\n"), strict=False):
        rows[number] = row
    lines = [line.split() for line in "\n".join(rows).translate(_PLAIN).split("\n")]
    for number in [number for number, line in enumerate(lines) if line and line[-1][-1].isdigit()]:
        lines[number] = lines[number][: code_starts(lines[number])]
    _mend_ends(lines)
    lengths = np.fromiter(map(len, lines), np.int64, len(lines))
    flat = list(chain.from_iterable(lines))
    words = vocabulary.of(flat)
    ends = np.cumsum(lengths)
    first, last, forms = _strip_forms(words, ends - lengths, ends, vocabulary)
    joined = _join(flat, first, last)
    kept = last - first
    words = words[ranges(first, kept)]
    return (*_each_once(words, kept), forms, joined)


def _mend_ends(lines: list[list[str]]) -> None:
    """Mend misspelt and cut legal forms, looking once at each word that names end with."""
    long_forms = tuple(words("long_form", "en"))
    is_sound: dict[str, bool] = {}
    for number, line in enumerate(lines):
        if not line:
            continue
        last = line[-1]
        known = is_sound.get(last)
        if known is None:
            known = is_sound[last] = _needs_no_mending(last, long_forms)
        if not known:
            lines[number] = list(mended_end(line) or line)


def _needs_no_mending(last: str, long_forms: tuple[str, ...]) -> bool:
    if len(last) < 3 or last in long_forms:
        return True
    return (
        mended_end(("x" * 30, last)) is None
        and not any(form.startswith(last) for form in long_forms)
        and not last.endswith(long_forms)
    )


def _join(flat: list[str], first: Whole, last: Whole) -> list[str]:
    joined = ["".join(flat[start:end]) for start, end in zip(first.tolist(), last.tolist(), strict=True)]
    for number in [number for number, text in enumerate(joined) if _JOINED_WITHOUT in text]:
        words = flat[first[number] : last[number]]
        joined[number] = "".join(word for word in words if word != _JOINED_WITHOUT) or joined[number]
    return joined


def _each_once(words: Whole, lengths: Whole) -> tuple[Whole, Whole]:
    """Drop a word that its name has had already."""
    owner = np.repeat(np.arange(len(lengths)), lengths)
    key = owner << np.int64(32) | words
    ordered = np.sort(key)
    double = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(double):
        return words, lengths
    keep = np.ones(len(words), np.bool_)
    seen: set[int] = set()
    for number in np.flatnonzero(np.isin(key, double)).tolist():
        one = int(key[number])
        keep[number] = one not in seen
        seen.add(one)
    return words[keep], np.bincount(owner[keep], minlength=len(lengths))


# --- legal forms --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Forms:
    """Legal forms as a tree: `step[node, word]` is the next node, `bit[node]` the form that ends there, or 0."""

    numbers: dict[str, int]
    step: NDArray[np.int32]
    bit: Whole
    alone: NDArray[np.bool_]


@cache
def _forms(*, backwards: bool) -> _Forms:
    last, first = form_phrases()
    phrases = [pair for pairs in (last if backwards else first).values() for pair in pairs]
    numbers: dict[str, int] = {}
    children: list[dict[int, int]] = [{}]
    bits = [0]
    alone = [True]
    for phrase, kind in sorted(phrases, key=lambda pair: (pair[0], pair[1]), reverse=True):
        node = 0
        for word in reversed(phrase) if backwards else phrase:
            number = numbers.setdefault(word, len(numbers))
            if number not in children[node]:
                children[node][number] = len(children)
                children.append({})
                bits.append(0)
                alone.append(True)
            node = children[node][number]
        bits[node] = _form_bits()[kind]
        alone[node] = backwards or " ".join(phrase) not in NEVER_FIRST
    step = np.full((len(children), len(numbers) + 1), -1, np.int32)
    for node, following in enumerate(children):
        for number, child in following.items():
            step[node, number] = child
    return _Forms(numbers, step, np.array(bits, np.int64), np.array(alone))


def _strip_forms(words: Whole, first: Whole, last: Whole, vocabulary: Vocabulary) -> tuple[Whole, Whole, Whole]:
    """Move both ends of names over their legal forms; a word always remains."""
    first, last = first.copy(), last.copy()
    forms = np.zeros(len(first), np.int64)
    back, fore = _forms(backwards=True), _forms(backwards=False)
    behind, before = _local(back, vocabulary)[words], _local(fore, vocabulary)[words]
    dropped = _local_set(ENDS, vocabulary)[words]
    active = np.flatnonzero(last - first > 1)
    while len(active):
        start = last[active] - first[active]
        size, bit = _longest(back, behind, last[active] - 1, -1, start)
        last[active] -= size
        forms[active] |= bit
        more = last[active] - first[active] > 1
        size, bit = _longest(fore, before, first[active], 1, np.where(more, last[active] - first[active], 0))
        first[active] += size
        forms[active] |= bit
        ends = (last[active] - first[active] > 1) & dropped[last[active] - 1]
        last[active[ends]] -= 1
        now = last[active] - first[active]
        active = active[(now != start) & (now > 1)]
    the = vocabulary.ids.get("the", -1)
    leading = np.flatnonzero(last - first > 1)
    first[leading[words[first[leading]] == the]] += 1
    return first, last, forms


def _longest(tree: _Forms, local: Whole, at: Whole, way: int, size: Whole) -> tuple[Whole, Whole]:
    """Return the length and the bit of the longest form that begins at each place and leaves a word."""
    best, bits = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
    node = np.zeros(len(at), np.int64)
    rows = np.flatnonzero(size > 1)
    depth = 0
    while len(rows):
        depth += 1
        node[rows] = tree.step[node[rows], local[at[rows] + way * (depth - 1)]]
        rows = rows[node[rows] >= 0]
        ended = rows[(tree.bit[node[rows]] > 0) & tree.alone[node[rows]]]
        best[ended], bits[ended] = depth, tree.bit[node[ended]]
        rows = rows[size[rows] > depth + 1]
    return best, bits


def _local(tree: _Forms, vocabulary: Vocabulary) -> Whole:
    found = np.full(len(vocabulary.words), len(tree.numbers), np.int64)
    for word, number in tree.numbers.items():
        at = vocabulary.ids.get(word)
        if at is not None:
            found[at] = number
    return found


def _local_set(words: Sequence[str], vocabulary: Vocabulary) -> NDArray[np.bool_]:
    found = np.zeros(len(vocabulary.words), np.bool_)
    found[[vocabulary.ids[word] for word in words if word in vocabulary.ids]] = True
    return found


def _initials(starts: Whole, words: Whole, vocabulary: Vocabulary) -> Whole:
    """Return the word that the first letters of a name's words spell, links left out, where it is a known word."""
    keep = vocabulary.kind[words] != LINK
    kept = words[keep].tolist()
    texts = vocabulary.words
    letters = "".join([texts[word][0] for word in kept])
    counts = np.bincount(np.repeat(np.arange(len(starts) - 1), np.diff(starts))[keep], minlength=len(starts) - 1)
    ends = np.cumsum(counts)
    found = np.full(len(starts) - 1, -1, np.int64)
    rows = np.flatnonzero((counts > 2) & (counts < _LONGEST_ACRONYM))
    spelt = [letters[start:end] for start, end in zip((ends - counts)[rows].tolist(), ends[rows].tolist(), strict=True)]
    known = vocabulary.ids
    found[rows] = np.fromiter((known.get(word, -1) for word in spelt), np.int64, len(spelt))
    return found
