"""Short forms: where a text speaks of "licence plate readers", its "212 readers" are those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from synopticon.read.clauses import Spot

#: A head word shorter than this is too common to stand for the whole name.
_SHORTEST = 5
_UNKNOWN_KIND = "platform"


def with_short_forms(spots: Sequence[Spot]) -> list[Spot]:
    """Return the passages with the numbers of a short form known as numbers of the thing.

    The short form is the last word of a name of equipment or a capability of several words, in the same document.
    """
    heads: dict[str, str] = {}
    for spot in spots:
        for mention in spot.mentions:
            words = mention.text.lower().split()
            is_thing = mention.kind == "capability" or (mention.kind == "product" and mention.maker is None)
            if is_thing and len(words) > 1 and len(words[-1]) >= _SHORTEST:
                heads.setdefault(_singular(words[-1]), mention.product_kind or _UNKNOWN_KIND)
    if not heads:
        return list(spots)
    return [_known(spot, heads) for spot in spots]


def _known(spot: Spot, heads: dict[str, str]) -> Spot:
    if not any(_is_short(q.unit, q.product_kind, heads) for q in spot.quantities):
        return spot
    quantities = tuple(
        replace(q, product_kind=heads[_singular(q.unit)]) if q.unit and _is_short(q.unit, q.product_kind, heads) else q
        for q in spot.quantities
    )
    return replace(spot, quantities=quantities)


def _is_short(unit: str | None, kind: str | None, heads: dict[str, str]) -> bool:
    return unit is not None and kind is None and _singular(unit) in heads


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word.isascii() else word
