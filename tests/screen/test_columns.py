"""Many names at once give what one name after the other gives."""

from __future__ import annotations

import random

import numpy as np
import pytest

from synopticon import reference
from synopticon.screen.columns import take_apart, taken
from synopticon.screen.compare import FEATURES
from synopticon.screen.compare import features as of_columns
from synopticon.screen.index import build, candidates
from synopticon.screen.score import WEIGHTS, features, scores, view
from synopticon.screen.spelling import best_first, fuzzy_keys, likeness_of_pairs, word_likeness
from synopticon.text.names import misread, sound, sounds_of

ODD = [
    "", "Ltd", "The Limited", "A.B.C. Ltd", "The The", "CO & CO LTD", "ltd ltd ltd", "Quill GmbH & Co. KG",
    "x\ny ltd", "Société Quillon", "ООО «Квилл»", "杭州奎龙威远数字技术股份有限公司", "شركة كويل للتجارة", "QUILL LTD 0045123",
    "Quill's Ltd.", "O'Quill & Sons (UK) PLC", "QUILL A/C 99123456", "Quill Films IV", "a" * 200, "한국전력공사", "בנק קוויל",
    "quill quill vale", "\x00\x1c", "Quill—Vale S.à r.l.", "limited liability company quillgaz", "Τράπεζα Κουίλ",
]  # fmt: skip


@pytest.fixture(scope="module")
def listed():
    names = [row.listed_name for row in reference.designations() if row.scope == "entity"]
    names += [row.alias for row in reference.aliases()] + [maker.name for maker in reference.makers()] + ODD[1:]
    return list(dict.fromkeys(names))


@pytest.fixture(scope="module")
def index(listed):
    return build(listed, listed)


def misspelt(names, seed):
    source = random.Random(seed)
    for name in names:
        at = source.randrange(len(name)) if name else 0
        yield source.choice(
            (name.upper(), name[:at] + name[at + 1 :], name[:at] + "x" + name[at:], name + " Group", name)
        )


def test_names_taken_apart_together_are_as_taken_apart_one_by_one(index, listed):
    names = [*ODD, *misspelt(listed, 1)]
    columns = take_apart(names, index.vocabulary)
    words = index.vocabulary.words
    for number, name in enumerate(names):
        one = taken(name)
        part = columns.words[columns.starts[number] : columns.starts[number + 1]].tolist()
        assert tuple(words[word] for word in part) == one.tokens, name
        assert columns.joined[number] == one.joined, name
        assert columns.letters[number] == one.letters, name
        assert columns.forms[number] == one.forms, name
        assert columns.script[number] == one.script, name


def test_pairs_in_columns_have_the_features_of_single_pairs(index, listed):
    names = [*ODD, *misspelt(listed, 2)]
    queries = take_apart(names, index.vocabulary)
    row, entry = candidates(index, queries, 12)
    source = np.random.default_rng(3)
    row = np.concatenate((row, source.integers(0, len(names), 400)))
    entry = np.concatenate((entry, source.integers(0, len(listed), 400)))
    values = np.column_stack([*of_columns(index, queries, row, entry).values()]).astype(float)
    assert len(row) > 1000
    for number in range(len(row)):
        mine = view(queries, int(row[number]), index.vocabulary)
        other = view(index.names, int(entry[number]), index.vocabulary)
        slow = features(mine, other, index.vocabulary)
        assert values[number] == pytest.approx(slow, abs=1e-9), (names[row[number]], listed[entry[number]])


def test_nothing_likely_is_missed_by_the_search(index, listed):
    names = [name for name in misspelt(listed[:60], 4) if len(name) > 6]
    queries = take_apart(names, index.vocabulary)
    row, entry = candidates(index, queries, 40)
    found = set(zip(row.tolist(), entry.tolist(), strict=True))
    every = np.repeat(np.arange(len(names)), len(listed)), np.tile(np.arange(len(listed)), len(names))
    across = (queries.script[every[0]] > 0) != (index.names.script[every[1]] > 0)
    sure = scores(of_columns(index, queries, *every), across) > 0.9
    may = ~((queries.script[every[0]] > 1) & (index.names.script[every[1]] > 1))
    likely = {(int(one), int(other)) for one, other in zip(every[0][sure & may], every[1][sure & may], strict=True)}
    assert len(likely) > 40
    assert len(likely - found) <= len(likely) // 50, [(names[one], listed[other]) for one, other in likely - found]


def test_every_feature_has_its_weights():
    assert set(WEIGHTS) == set(FEATURES)


def test_likeness_of_words_in_columns_is_that_of_single_words():
    words = sorted({word.casefold() for name in misspelt([row.listed_name for row in reference.designations()], 5)
                    for word in name.split() if word.isascii() and word.isalpha() and len(word) > 2})  # fmt: skip
    keys, owners = fuzzy_keys(words, sounds_of(words))
    sharing: dict[int, list[int]] = {}
    for key, owner in zip(keys.tolist(), owners.tolist(), strict=True):
        sharing.setdefault(key, []).append(owner)
    pairs = sorted({(one, two) for group in sharing.values() for one in group for two in group if one < two})
    first, second = [words[one] for one, _ in pairs], [words[two] for _, two in pairs]
    is_sound = np.array([_sounds_alike(one, two) for one, two in zip(first, second, strict=True)])
    is_misread = np.array([misread(one) == misread(two) for one, two in zip(first, second, strict=True)])
    values = likeness_of_pairs(first, second, is_sound, is_misread)
    assert len(pairs) > 50
    assert values.tolist() == pytest.approx([word_likeness(one, two) for one, two in zip(first, second, strict=True)])
    paired = set(pairs)
    for one in range(0, len(words), 7):  # and words without a key in common are not alike
        for two in range(one + 1, len(words)):
            assert (one, two) in paired or word_likeness(words[one], words[two]) == 0.0


def _sounds_alike(one, two):
    key = sound(one)
    return key == sound(two) and (len(key) > 2 or (one[:3] == two[:3] and abs(len(one) - len(two)) < 2))


def test_the_order_is_the_same_where_the_numbers_are_too_large_for_one_word():
    source = np.random.default_rng(7)
    row, last = source.integers(0, 50, 300), source.permutation(300)
    score = source.random(300).round(2)
    shift = np.where(row == row.max(), 1 << 40, 0)
    assert best_first(row, score, last).tolist() == best_first(row + shift, score, last).tolist()
