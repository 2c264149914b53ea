"""Other ways to read a name: the names on both sides of "trading as", words written apart or together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from synopticon.screen.columns import Names
from synopticon.screen.index import Index
from synopticon.screen.spelling import Whole
from synopticon.screen.vocabulary import CORE
from synopticon.text.names import parts_of

#: One of these stands in a name that has parts; a quick pass over a whole batch looks for them.
_MAY_HAVE_PARTS = (
    "t/a", "t /", "/ a", "t.a", "trading as", " ta ", "(ta ", "dba", "d/b", "d.b", "doing business", "aka", "a/k",
    "a.k", "known as", "fka", "f/k", "f.k", "formerly", "partnership with", "association with", "c/o", "behalf of",
    " ta. ",
)  # fmt: skip
_LEAST_WORD = 5


def parts(names: Sequence[str]) -> tuple[list[int], list[str]]:
    """Return the numbers of names that hold several names, and each of those."""
    owners: list[int] = []
    found: list[str] = []
    for number in holding(_MAY_HAVE_PARTS, [name.lower() for name in names]):
        for part in parts_of(names[number]):
            owners.append(number)
            found.append(part)
    return owners, found


def holding(phrases: Sequence[str], names: Sequence[str]) -> list[int]:
    """Return the numbers of names in which one of the phrases stands, looking through all of them at once."""
    text = "\n".join(names)
    hits: list[int] = []
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            hits.append(at)
            at = text.find(phrase, at + 1)
    if not hits:
        return []
    starts = np.cumsum([0, *(len(name) + 1 for name in names)])
    found: list[int] = np.unique(np.searchsorted(starts, hits, "right") - 1).tolist()
    return found


def respaced(index: Index, names: Names) -> tuple[list[int], list[str]]:
    """Return names with a word that no entry has, where it makes words of entries written apart or with the next."""
    vocabulary = index.vocabulary
    unknown = np.flatnonzero(names.words >= vocabulary.size)
    if not len(unknown):
        return [], []
    owners: list[int] = []
    found: list[str] = []
    row = np.searchsorted(names.starts, unknown, "right") - 1
    texts, ids, pairs, size, kind = vocabulary.words, vocabulary.ids, index.bigrams, vocabulary.size, vocabulary.kind
    for at, number in zip(unknown.tolist(), row.tolist(), strict=True):
        start, end = int(names.starts[number]), int(names.starts[number + 1])
        word = texts[names.words[at]]
        two = pairs.get(word)
        if two is not None:
            new = [texts[two[0]], texts[two[1]]]
            first, last = at, at + 1
        else:
            for first, last in ((at - 1, at + 1), (at, at + 2)):
                if first < start or last > end:
                    continue
                joined = texts[names.words[first]] + texts[names.words[last - 1]]
                known = ids.get(joined, size)
                if known < size and len(joined) >= _LEAST_WORD and kind[known] == CORE:
                    new = [joined]
                    break
            else:
                continue
        before = [texts[one] for one in names.words[start:first].tolist()]
        after = [texts[one] for one in names.words[last:end].tolist()]
        owners.append(number)
        found.append(" ".join((*before, *new, *after)))
    return owners, found


def with_forms(names: Names, parents: Names, owners: Sequence[int]) -> None:
    """Give names made of others' words the legal forms and the script of those."""
    rows: Whole = np.array(owners, np.int64)
    names.forms[:] = parents.forms[rows]
    names.script[:] = parents.script[rows]
