"""Ranks: "Kestrel has the most, 311; Dunmere has 340"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.fractions import is_like
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern

#: A name, or a word that lists: what another number of the ranking follows.
_NAMED = re.compile(r"(?:[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*|by|and|with)\W+(?:[^\W\d_]+\W+){0,4}\Z")
_OF = re.compile(r"\b(?:of|out of|from|to|since|than|by|another|further)\s+(?:the\s+|all\s+)?\Z", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield a "most" or "fewest" beside a number of the same ranking that goes beyond it."""
    for place, tied in enumerate(scene.tied):
        for role in ("most", "fewest"):
            top = _top(tied, role)
            if top is not None:
                following = scene.tied[place + 1 : place + 2]
                near = [one for one in following if one.sentence.block == tied.sentence.block]
                said = pattern(role).search(tied.sentence.text.text, tied.sentence.start, tied.sentence.end)
                start = said.start() if said else top.start
                yield from _beyond(tied, start, top, [tied, *near], is_most=role == "most")


def _top(tied: Tied, role: str) -> Number | None:
    """Return the number that is said to be the highest or lowest: the first one after the words."""
    sentence = tied.sentence
    found = pattern(role).search(sentence.text.text, sentence.start, sentence.end)
    if found is None or any(n.kind == "date" for n in sentence.numbers):
        return None
    is_denied = re.search(rf"{any_of('none_more')}\s+[^.;:,]{{0,30}}\Z", sentence.before(found.start()), re.IGNORECASE)
    if found[0].lower() == "has more" and not is_denied:
        return None
    later = [n for n in sentence.amounts if n.start >= found.end() and n.kind == "count" and n.qualifier == "exact"]
    return later[0] if later and not _is_aside(tied, later[0]) else None


def _beyond(tied: Tied, start: int, top: Number, near: Sequence[Tied], *, is_most: bool) -> Iterator[Finding]:
    others = [(one, n) for one in near for n in one.sentence.amounts if n is not top and _is_ranked(one, n, top)]
    for one, other in others:
        if other.value is None or top.value is None or other.value == top.value:
            continue
        if (other.value > top.value) == is_most:
            yield tied.sentence.finding(
                start,
                top.end,
                "wrong-rank",
                "error",
                expected=f"{'at least' if is_most else 'at most'} {plain(other.value)}",
                found=tied.sentence.text.text[start : top.end],
                advice=f"{one.sentence.text.text[other.start : other.end]} goes beyond it; check both numbers",
            )
            return


def _is_ranked(tied: Tied, number: Number, top: Number) -> bool:
    """Tell whether a number is of another place in the same ranking, and no total, base or earlier state."""
    if not is_like(number, top) or number.qualifier != "exact" or (number is not top and number.start == top.start):
        return False
    if any(n.kind == "date" for n in tied.sentence.numbers) or pattern("total").search(tied.sentence.words):
        return False
    if any(number in (fraction.part, fraction.whole) for fraction in tied.fractions) or _is_aside(tied, number):
        return False
    return _NAMED.search(tied.sentence.before(number.start)) is not None


def _is_aside(tied: Tied, number: Number) -> bool:
    return _OF.search(tied.sentence.before(number.start)) is not None


RULE = Rule("ranks", check)
