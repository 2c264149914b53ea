"""What the linter takes and gives: a draft with its numbers and names, findings with their places."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from synopticon.figures.lint.case_bodies import KnownBody
from synopticon.model.locator import char_span
from synopticon.model.records import Figure

#: From the gravest: a contradiction, something a person should look at, something that is missing.
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in a text of the draft; `start` and `end` are code points of that text, half-open.

    Attributes:
        kind: count, share, money, date, duration or rank.
        value: null for a range or a vague word, and for dates.
        end_of_unit: where the words for the counted thing end, when they follow the number.
        product_kind: set when the counted thing is a word of `reference/products.csv`.
    """

    start: int
    end: int
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: str
    currency: str | None
    text: str
    end_of_unit: int
    product_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A maker or list that a text of the draft names; `id` is that of the reference tables."""

    start: int
    end: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, heading or list item of the draft; see `model.records.Passage`."""

    unit: str
    start: int
    kind: str
    text: str
    language: str | None
    numbers: tuple[Number, ...]
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the draft: its rows with their locators, and which of them claim to be totals."""

    rows: tuple[tuple[str, ...], ...]
    locators: tuple[tuple[str, ...], ...]
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is about to be published."""

    texts: tuple[Text, ...]
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the case knows.

    Attributes:
        figures: all editions of its figures.
        makers: figure id -> the makers that it asks for.
        words: figure id -> words that must stand near a number that means it, such as the name of a region.
        as_of: the day on which lists are read.
        bodies: the bodies that the case has numbers or amounts of.
    """

    figures: tuple[Figure, ...] = ()
    makers: tuple[tuple[str, frozenset[str]], ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    as_of: str | None = None
    bodies: tuple[KnownBody, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the draft that a person should change or look at.

    Attributes:
        rule: its name, such as ``wrong-share``.
        severity: ``error``, ``warning`` or ``note``.
        quote: the exact text at the locator.
        expected: what would follow from the numbers.
        found: what the draft says.
        advice: what to write.
        sentence: the sentence that the locator lies in, in one line; empty in a table.
        line: of the draft, from 1; null where the draft is no plain text.
    """

    rule: str
    severity: str
    locator: str
    quote: str
    expected: str
    found: str
    advice: str
    sentence: str = ""
    line: int | None = None


def finding_at(
    text: Text, start: int, end: int, rule: str, severity: str, *, expected: str, found: str, advice: str
) -> Finding:
    """Return a finding on code points `start` to `end` of a text of the draft."""
    locator = char_span(text.unit, text.start + start, text.start + end)
    return Finding(rule, severity, locator, text.text[start:end], expected, found, advice)
