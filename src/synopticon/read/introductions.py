"""A short name counts throughout a document that has introduced its bearer by a name that leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from synopticon.read.clauses import Spot
from synopticon.read.lexicon import default_lexicon
from synopticon.read.mentions import find_mentions
from synopticon.text.fold import fold

_NAMES = frozenset(("maker", "brand"))


def with_short_names(spots: Sequence[Spot]) -> list[Spot]:
    """Return the passages with the short names found that count only because another passage says the full one.

    "Flock" may be anything; below "Flock Safety" it is that firm, wherever in the document it stands.
    """
    sure = {m.maker for spot in spots for m in spot.mentions if m.kind in _NAMES and _is_sure(m.text)}
    words = {maker: found for maker in sure if maker and (found := _doubtful().get(maker))}
    if not words:
        return list(spots)
    introduced = frozenset(words)
    short = tuple(word for found in words.values() for word in found)
    return [_with_names(spot, short, introduced) for spot in spots]


def _with_names(spot: Spot, short: tuple[str, ...], introduced: frozenset[str]) -> Spot:
    folded = fold(spot.passage.text)
    if not any(word in folded.text for word in short):
        return spot
    taken = [(q.start, q.end) for q in spot.quantities if q.kind == "date"]
    mentions = find_mentions(spot.passage.text, folded=folded, introduced=introduced)
    kept = tuple(m for m in mentions if not any(start < m.end and m.start < end for start, end in taken))
    return spot if kept == spot.mentions else replace(spot, mentions=kept)


@cache
def _doubtful() -> dict[str, tuple[str, ...]]:
    """Return the folded names of each maker that count only near words of the subject."""
    lexicon = default_lexicon()
    found: dict[str, list[str]] = {}
    for word, entry in zip(lexicon.words, lexicon.entries, strict=True):
        if entry.needs_subject and entry.kind in _NAMES and entry.maker:
            found.setdefault(entry.maker, []).append(word)
    return {maker: tuple(words) for maker, words in found.items()}


def _is_sure(text: str) -> bool:
    entry = default_lexicon().names.get(fold(text).text)
    return entry is None or not entry.needs_subject
