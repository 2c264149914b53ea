"""What is being read and what is found, and the qualifier around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from synopticon.read.context import qualifier_before
from synopticon.read.dates import DateHit
from synopticon.read.grammar import Grammar
from synopticon.read.lexicon import Entry
from synopticon.read.units import Unit
from synopticon.text.fold import Folded

_AFTER_GAP = re.compile(r"-|[ \u00a0]{0,2}")


class Context:
    """One text while its quantities are read.

    Attributes:
        done: up to where quantities are already taken.
        last: the quantity before this one.
        loose: the qualifier that stands inside the number being read (100多万), else empty.
    """

    __slots__ = ("done", "folded", "grammar", "last", "loose", "products", "text")

    def __init__(self, folded: Folded, grammar: Grammar, products: Mapping[str, Entry]) -> None:
        self.folded = folded
        self.text = folded.text
        self.grammar = grammar
        self.products = products
        self.done = 0
        self.loose = ""
        self.last: Found | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in the folded text; an empty kind is a stretch that is known to be none.

    `taken` is the end of the words that belong to it and lie behind its span, such as 多 in 二十多台.
    """

    start: int
    end: int
    kind: str
    value: Decimal | str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "exact"
    currency: str | None = None
    unit: Unit | None = None
    taken: int = 0

    @classmethod
    def nothing(cls, end: int) -> Found:
        """Return a stretch to pass over."""
        return cls(0, end, "")


def found_date(context: Context, hit: DateHit) -> Found:
    """Return a date; only "about" qualifies one ("circa 2015")."""
    qualifier, _ = qualifier_before(context.text, hit.start, context.grammar, context.done)
    return Found(hit.start, hit.end, "date", hit.value, qualifier="about" if qualifier == "about" else "exact")


def bounds(value: Decimal, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    """Return what a qualified number leaves open: (low, high), null for an open end."""
    if qualifier in {"at_most", "under"}:
        return None, value
    return value, value if qualifier == "exact" else None


def valued(  # noqa: PLR0917  # one field each of what it makes
    context: Context,
    value: Decimal,
    upper: Decimal | None,
    start: int,
    end: int,
    kind: str,
    *,
    qualifier: str | None = None,
    currency: str | None = None,
    unit: Unit | None = None,
) -> Found:
    """Return the quantity of a value, or of the range from it to `upper`, with the qualifier around its span."""
    if upper is not None:
        return Found(start, end, kind, None, value, upper, "between", currency, unit)
    if qualifier is None:
        qualifier = qualifier_of(context, start, end)
        if unit is not None and qualifier == "exact":
            qualifier = qualifier_of(context, start, unit.end)
    low, high = bounds(value, qualifier)
    return Found(start, end, kind, value, low, high, qualifier, currency, unit)


def qualifier_of(context: Context, start: int, end: int) -> str:
    """Return the qualifier before `start`, inside the number, or after `end`; exact when there is none."""
    found, _ = qualifier_before(context.text, start, context.grammar, context.done)
    if found is not None or context.loose:
        return found or context.loose
    tail = tail_after(context, end)
    return tail[0] if tail else "exact"


def tail_after(context: Context, end: int) -> tuple[str, int] | None:
    """Return a qualifier after the number (余, 左右, "or more") and where it ends."""
    text = context.text
    gap = 1 if text[end : end + 1] == " " else 0
    match = context.grammar.after_at.match(text, end + gap)
    if match is None:
        return None
    return context.grammar.after[match[0]], match.end()


def word_end(pattern: re.Pattern[str], text: str, at: int) -> int | None:
    """Return where a word of `pattern` ends that stands at `at` after at most a blank, else null."""
    gap = _AFTER_GAP.match(text, at)
    match = pattern.match(text, gap.end() if gap else at)
    return match.end() if match else None
