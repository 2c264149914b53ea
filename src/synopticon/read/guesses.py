"""Makers that a reply only guesses at: "they could be anything - A, B, who knows", "some may be A for all we know"."""

from __future__ import annotations

from synopticon.read.clauses import Spot
from synopticon.read.reply_words import reply_matcher

#: How far after the words of a guess the name stands that is guessed at.
_NEAR = 20


def is_guess(spot: Spot, span: tuple[int, int]) -> bool:
    """Tell whether a sentence of a reply names makers only as what something may be.

    A number makes it an estimate ("perhaps 12 A cameras"), which is a statement.
    """
    named = [m.start for m in spot.mentions if m.maker and span[0] <= m.start and m.end <= span[1]]
    words = reply_matcher(spot.language)
    if not named or words is None:
        return False
    if any(q.kind == "count" and span[0] <= q.start and q.end <= span[1] for q in spot.quantities):
        return False
    first = min(named) - span[0]
    guesses = words.all("guess", spot.plain[slice(*span)])
    return any(found.start() < first <= found.end() + _NEAR for found in guesses)
