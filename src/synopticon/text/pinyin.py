"""Chinese names in Latin letters: the syllables of common characters, and the key that both spellings share.

The table holds the characters that names of companies are made of, each with its usual reading, without tones.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from synopticon.text.fold import folded_key
from synopticon.text.names import Name, common_words, words

_HAN = re.compile(r"[\u3400-\u9fff]+")
_PLACE_KIND = re.compile(r"[省市县区]$")
_LONGEST_SYLLABLE = 6
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Spelt:
    """What the Han and the Latin spelling of one name have in common.

    Attributes:
        key: the distinctive part in pinyin without spaces: ``haikangweishi``.
        syllables: how many it has.
        places: places of the name in pinyin.
    """

    key: str
    syllables: int
    places: frozenset[str]


@cache
def _readings() -> dict[str, str]:
    with files("synopticon.text").joinpath("pinyin.csv").open(encoding="utf-8") as file:
        return {one: row["syllable"] for row in csv.DictReader(file) for one in row["characters"]}


@cache
def _syllables() -> frozenset[str]:
    return frozenset(_readings().values())


def pinyin(text: str) -> str:
    """Return Han characters in Latin letters without tones or spaces; empty when one is not in the table.

    >>> pinyin("海康威视")
    'haikangweishi'
    """
    return pinyin_of(folded_key(text))


def pinyin_of(folded: str) -> str:
    """Return folded Han in Latin letters, empty when a character is not in the table."""
    readings = _readings()
    found = [readings.get(character, "") for character in folded]
    return "".join(found) if all(found) else ""


@lru_cache(maxsize=1 << 14)
def spelt(name: Name) -> Spelt | None:
    """Return the key of a Chinese name in either script; null for a name that is none."""
    return _of_han(name) if name.script == "han" else _of_latin(name) if name.script == "latin" else None


def _of_han(name: Name) -> Spelt | None:
    common = common_words()
    places = frozenset(
        _PLACE_KIND.sub("", token) for token in name.tokens if (word := common.get(token)) and word.kind == "place"
    )
    core = "".join(token for token in name.tokens if _HAN.fullmatch(token) and token not in common)
    core = _without_generic(core)
    key = pinyin(core)
    return Spelt(key, len(core), frozenset(map(pinyin, places)) - {""}) if len(core) > 1 and key else None


def _without_generic(core: str) -> str:
    found = True
    while found:
        found = False
        for word in words("han_generic", "zh"):
            if core.endswith(word) and len(core) > len(word) + 1:
                core, found = core[: -len(word)], True
    return core


def _of_latin(name: Name) -> Spelt | None:
    """Take the words up to the first that is no Chinese: "Hubei Huaxin Optoelectronics" has the key huaxin."""
    common, known = common_words(), _places()
    places = frozenset(token for token in name.tokens if token in known)
    parts: list[str] = []
    for token in name.tokens:
        if token in known:
            continue
        if token in common or not _count(token):
            break
        parts.append(token)
    key = "".join(parts)
    count = _count(key)
    return Spelt(key, count, places) if count > 1 else None


@cache
def _places() -> frozenset[str]:
    names = (word for word, kind in common_words().items() if kind.kind == "place" and _HAN.fullmatch(word))
    return frozenset(found for name in names if (found := pinyin(_PLACE_KIND.sub("", name))))


def is_pinyin(word: str) -> bool:
    """Tell whether a word in Latin letters can be read as Chinese syllables."""
    return _count(word) > 0


@lru_cache(maxsize=1 << 16)
def _count(key: str) -> int:
    """Return the least number of syllables that make up a key, 0 when it is not made of syllables."""
    if not 1 < len(key) <= _LONGEST_KEY or not key.isascii():
        return 0
    least = [0] + [0] * len(key)
    for end in range(1, len(key) + 1):
        options = [
            least[start] + 1
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if (start == 0 or least[start]) and key[start:end] in _syllables()
        ]
        least[end] = min(options, default=0)
    return least[-1]
