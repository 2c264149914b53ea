"""Model numbers by the patterns of the reference table."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import ahocorasick_rs

from synopticon import reference
from synopticon.reference.records import ModelPattern

_TAIL = re.compile(r"[.,;:/(+-]+$")
_DEPTH = 3
_MANY = 4_000


@dataclass(frozen=True, slots=True)
class ModelHit:
    """A model number: its span in the original text, and the row of the pattern that it fits."""

    start: int
    end: int
    row: ModelPattern


@dataclass(frozen=True, slots=True)
class ModelPatterns:
    """The compiled patterns of tier A and B.

    Attributes:
        automaton: over all openings (the first letters a match can have), so that prose costs next to nothing.
        openings: for each opening the numbers of the patterns that can begin so.
    """

    patterns: tuple[re.Pattern[str], ...]
    rows: tuple[ModelPattern, ...]
    automaton: ahocorasick_rs.AhoCorasick
    openings: tuple[tuple[int, ...], ...]


@cache
def default_patterns() -> ModelPatterns:
    """Return the patterns of the reference table."""
    return compile_patterns(reference.models())


def compile_patterns(rows: Iterable[ModelPattern]) -> ModelPatterns:
    """Compile the patterns that may give a mention; a pattern of tier C is a hint for people only."""
    usable = tuple(sorted((row for row in rows if row.tier in {"A", "B"}), key=lambda row: row.tier))
    by_opening: dict[str, list[int]] = {}
    for number, row in enumerate(usable):
        for opening in openings(row.regex):
            by_opening.setdefault(opening, []).append(number)
    words = sorted(by_opening)
    return ModelPatterns(
        tuple(re.compile(row.regex) for row in usable),
        usable,
        ahocorasick_rs.AhoCorasick(words or ["\x00"]),
        tuple(tuple(by_opening[word]) for word in words),
    )


def find_models(text: str, patterns: ModelPatterns) -> Iterator[ModelHit]:
    """Yield model numbers from left to right, without overlap; the longest of those that begin together."""
    done = last = -1
    tried: set[int] = set()
    best: ModelHit | None = None
    for opening, start, _ in sorted(
        patterns.automaton.find_matches_as_indexes(text, overlapping=True), key=lambda match: match[1]
    ):
        if start != last:
            if best is not None:
                done = best.end
                yield best
            best, last = None, start
            tried.clear()
        if start < done or (start and text[start - 1].isalnum() and text[start - 1].isascii()):
            continue
        for number in patterns.openings[opening]:
            if number in tried:
                continue
            tried.add(number)
            match = patterns.patterns[number].match(text, start)
            if match is not None:
                end = start + len(_trimmed(match[0]))
                if end > start and (best is None or end > best.end):
                    best = ModelHit(start, end, patterns.rows[number])
    if best is not None:
        yield best


def _trimmed(model: str) -> str:
    """Drop punctuation that belongs to the sentence, such as the bracket that closes around a model number."""
    if model.endswith(")") and "(" not in model:
        model = model[:-1]
    return _TAIL.sub("", model)


def openings(regex: str) -> list[str]:
    """Return the beginnings, of up to three characters, that a match of `regex` can have."""
    # The parser of `re` is private but stable; writing a second parser of regular expressions would be worse.
    parse: Any = importlib.import_module("re._parser").parse
    tree = parse(regex)
    heads = _grow([("", True)], tree)
    found = [word for word, _ in (_both_cases(heads) if tree.state.flags & re.IGNORECASE else heads)]
    return sorted(set(filter(None, found)))


def _grow(heads: list[tuple[str, bool]], parts: Sequence[Any]) -> list[tuple[str, bool]]:
    """Extend each open beginning by what the parsed parts allow; a closed one is not extended any more."""
    for name, value in parts:
        heads = _step(heads, str(name), value)
        if all(not is_open for _, is_open in heads):
            break
    return heads


def _step(heads: list[tuple[str, bool]], name: str, value: Any) -> list[tuple[str, bool]]:  # noqa: ANN401  # a parse tree
    if name in {"ASSERT", "ASSERT_NOT", "AT"}:
        return heads
    if name == "SUBPATTERN":
        grown = _grow(heads, value[-1])
        return _both_cases(grown) if value[1] & re.IGNORECASE else grown
    if name == "BRANCH":
        return _few([head for branch in value[1] for head in _grow(heads, branch)])
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        least, most, inner = min(value[0], _DEPTH), value[1], value[2]
        grown, kept = heads, heads if least == 0 else []
        for count in range(1, min(int(most), _DEPTH) + 1):
            grown = _grow(grown, inner)
            kept = [*kept, *grown] if count >= least else kept
        return _few(kept)
    letters = [chr(value)] if name == "LITERAL" else _class(value) if name == "IN" else None
    if letters is None:
        return [(word, False) for word, _ in heads]
    return _few(
        [
            (word + letter, len(word) + 1 < _DEPTH) if is_open else (word, False)
            for word, is_open in heads
            for letter in (letters if is_open else [""])
        ]
    )


def _both_cases(heads: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    pairs = [(product(*({sign.lower(), sign.upper()} for sign in word)), is_open) for word, is_open in heads]
    return _few([("".join(signs), is_open) for spelled, is_open in pairs for signs in spelled])


def _few(heads: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    heads = list(dict.fromkeys(heads))
    return heads if len(heads) <= _MANY else list(dict.fromkeys((word[:1], False) for word, _ in heads))


def _class(parts: Sequence[Any]) -> list[str] | None:
    letters: list[str] = []
    for name, value in parts:
        if str(name) == "LITERAL":
            letters.append(chr(value))
        elif str(name) == "RANGE":
            letters.extend(map(chr, range(value[0], value[1] + 1)))
        elif str(name) == "CATEGORY" and str(value) == "CATEGORY_SPACE":
            letters.extend(" \t\u00a0")
        elif str(name) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            letters.extend("0123456789")
        else:
            return None
    return letters
