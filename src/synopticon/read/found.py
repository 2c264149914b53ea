"""What is being read and what is found, and the qualifier around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from synopticon.read.context import qualifier_before, words_before
from synopticon.read.dates import DateHit
from synopticon.read.grammar import Grammar
from synopticon.read.lexicon import Entry, Lexicon
from synopticon.read.units import Unit
from synopticon.text.fold import Folded

_ENDS = re.compile(r"\s*(?:[.,;:)]|$)")
_TENS_MORE = re.compile(r"[十百千万0]来[^\u4e00-\u9fff]?(?![自到看说讲了的源])")
#: Arabic says "at least" after the thing and what describes it: مئتي كاميرا منها على الأقل.
_LATE = re.compile(
    r"(?: [\u0620-\u06d3]+){1,3}? (علي الاقل|كحد اقصي|بحد اقصي|علي الاكثر|كحد ادني|بحد ادني|تقريبا"
    r"|علي اقل تقدير|علي اكثر تقدير|او اكثر|فاكثر)"
    r"(?![\u0620-\u06d3])"
)
_AFTER_GAP = re.compile(r"-|[ \u00a0]{0,2}")


class Context:
    """One text while its quantities are read.

    Attributes:
        done: up to where quantities are already taken.
        last: the quantity before this one.
        loose: the qualifier that stands inside the number being read (100多万), else empty.
        names: folded names of makers and of their products.
    """

    __slots__ = ("done", "folded", "grammar", "last", "loose", "names", "products", "text")

    def __init__(self, folded: Folded, grammar: Grammar, lexicon: Lexicon) -> None:
        self.folded = folded
        self.text = folded.text
        self.grammar = grammar
        self.products: Mapping[str, Entry] = lexicon.products
        self.names: Mapping[str, Entry] = lexicon.names
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


def is_mere(context: Context, start: int, noun: str) -> bool:
    """Tell whether the word before a number is only a preposition before `noun`: "under four agreements".

    ``*`` as the noun is any length of time: "within 20 days", "bought over three years", but "for over three years".
    """
    text, grammar = context.text, context.grammar
    if start and "\u4e00" <= text[start - 1] <= "\u9fff":
        nouns = grammar.mere.get(text[start - 1])
        before = text[max(0, start - 3) : start - 1]
        return (
            nouns is not None and noun in nouns and before not in grammar.lasting and before[-1:] not in grammar.lasting
        )
    words = words_before(text, start, context.done)
    nouns = grammar.mere.get(words[-1]) if words else None
    return nouns is not None and noun in nouns and (len(words) < 2 or words[-2] not in grammar.lasting)


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
            if qualifier == "exact" and (late := _LATE.match(context.text, unit.end)):
                qualifier = context.grammar.after.get(late[1].strip(), qualifier)
        elif unit is not None and is_mere(context, start, context.text[unit.start : unit.end]):
            qualifier = "exact"
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
    if match is None and text[end : end + 2] == ", ":
        match = context.grammar.after_at.match(text, end + 2)
        if match is not None and not _ENDS.match(text, match.end()):
            return None
    if match is None or (match[0] == "+" and text[match.end() : match.end() + 2].strip()[:1].isdigit()):
        return None
    if match[0] == "来" and not _TENS_MORE.match(text, end - 1):
        return None
    return context.grammar.after[match[0]], match.end()


def word_end(pattern: re.Pattern[str], text: str, at: int) -> int | None:
    """Return where a word of `pattern` ends that stands at `at` after at most a blank, else null."""
    gap = _AFTER_GAP.match(text, at)
    match = pattern.match(text, gap.end() if gap else at)
    return match.end() if match else None
