"""What one voice says in numbers about one thing, and whether two voices can both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from synopticon.figures.sameness import Voice, voice_of
from synopticon.figures.statements import is_row, units_of
from synopticon.model.records import Claim

#: "About 40" leaves room for 46 and for 34.
_ROOM = Decimal("0.15")
#: How many rows of a table are linked by name; the others are one click further.
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """The claims of one voice on one thing: the rows of its table, or its sentences."""

    voice: Voice
    claims: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        """The claim that stands for all."""
        return self.claims[0]

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims that are linked: of a long table its first rows."""
        return self.claims[:_MOST_SHOWN]


def statements_of(claims: Iterable[Claim]) -> list[Statement]:
    """Group claims by voice and kind of product; where a voice has rows, its sentences do not count beside them."""
    groups: dict[tuple[Voice, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[voice_of(claim), claim.product_kind].append(claim)
    return [
        Statement(voice, tuple([claim for claim in held if is_row(claim)] or held))
        for (voice, _), held in groups.items()
    ]


def disagree(one: Statement, other: Statement) -> bool:
    """Tell whether no reading of the two gives the same number.

    Sentences of one voice may be parts of a whole or a whole with its parts, so their sum and each of them are tried.
    """
    return not any(_meet(a, b) for a in _readings(one) for b in _readings(other))


Interval = tuple[Decimal, Decimal | None]


def _readings(statement: Statement) -> list[Interval]:
    added = [_interval(claim) for claim in statement.claims]
    whole = _sum(added)
    if len(added) == 1 or is_row(statement.first):
        return [whole]
    return [whole, *added]


def _interval(claim: Claim) -> Interval:
    units = units_of(claim)
    number = units.number if units.number is not None else units.low
    if claim.qualifier == "about" or claim.polarity == "estimated":
        return number * (1 - _ROOM), number * (1 + _ROOM)
    return units.low, units.high


def _sum(intervals: Iterable[Interval]) -> Interval:
    low, high = Decimal(0), Decimal(0)
    is_open = False
    for start, end in intervals:
        low += start
        is_open = is_open or end is None
        high += end or Decimal(0)
    return low, None if is_open else high


def _meet(one: Interval, other: Interval) -> bool:
    starts_before_end = one[1] is None or other[0] <= one[1]
    return starts_before_end and (other[1] is None or one[0] <= other[1])
