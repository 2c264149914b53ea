"""How claims are told apart and what number each puts on the table; shared by settling, states and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from synopticon.model.records import Claim, Document

#: Modalities that say that the equipment is there now.
HOLDING = frozenset({"owned", "installed", "used"})
#: Polarities that assert something.
ASSERTED = frozenset({"affirmed", "estimated"})
#: Review states that take a claim out of every figure.
DEAD = frozenset({"rejected", "superseded", "duplicate", "withdrawn", "retracted", "held"})
#: Sources in which the body itself speaks, or its books do.
OWN_VOICE = frozenset({"replies", "register", "assets", "ledger"})
#: Bases of claims about the course of a request, which answer nothing.
COURSE = frozenset({"acknowledgement", "clarification", "review"})
_ROW_PARTS = ("cell=", "row=", "json=")
_ROW_EXTRACTORS = frozenset({"register", "table", "ledger", "notice", "contract"})
#: Rules that read sentences, even where the sentence stands in a cell.
_SENTENCE_EXTRACTORS = frozenset({"prose", "answer", "state"})
_INNER_PARTS = ("char=", "box=", "cell=", "row=", "col=")
_CONTAINERS = ("part=", "member=")


@dataclass(frozen=True, slots=True)
class Range:
    """A number with what it leaves open; a null `high` is open upwards, a null `number` is no number at all."""

    number: Decimal | None
    low: Decimal
    high: Decimal | None

    def __add__(self, other: Range) -> Range:
        """Add what is known; what is open stays open."""
        numbers = [value for value in (self.number, other.number) if value is not None]
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(sum(numbers, Decimal(0)) if numbers else None, self.low + other.low, high)


NOTHING = Range(None, Decimal(0), Decimal(0))


def is_live(claim: Claim) -> bool:
    """Tell whether the claim still counts after review and settling."""
    return claim.review_state not in DEAD


def is_row(claim: Claim) -> bool:
    """Tell whether the claim was read from a row of a table, not from a sentence."""
    if claim.extractor in _SENTENCE_EXTRACTORS:
        return False
    is_in_table = any(part.startswith(_ROW_PARTS) for part in claim.locator.split(";"))
    return claim.extractor in _ROW_EXTRACTORS or is_in_table


def is_holding(claim: Claim) -> bool:
    """Tell whether the claim asserts that a body has equipment now."""
    return claim.modality in HOLDING and claim.polarity in ASSERTED


def is_zero(claim: Claim) -> bool:
    """Tell whether the claim says "0 cameras", which is nobody's holding."""
    return claim.quantity == 0 or (claim.quantity is None and claim.high == 0)


@cache
def _owners() -> Mapping[str, str]:
    from synopticon.reference import brands  # noqa: PLC0415  # the tables are read only when a figure needs them

    makers: dict[str, set[str]] = {}
    for row in brands():
        if row.confidence != "low":
            makers.setdefault(row.brand, set()).add(row.maker)
    # A label that two makers build for says nothing of the maker.
    return {brand: owner for brand, owners in makers.items() if len(owners) == 1 for owner in owners if owner != brand}


def family(maker: str) -> str:
    """Return the maker that a sub-brand counts for; any other id is returned as it is."""
    return _owners().get(maker, maker)


def makers_of(claim: Claim) -> frozenset[str]:
    """Return the makers that the claim speaks of together, sub-brands under their maker."""
    named = claim.makers or ((claim.maker,) if claim.maker else ())
    return frozenset(family(maker) for maker in named)


def file_of(claim: Claim) -> tuple[str, str]:
    """Return the document and the attachment or archive member in it, which is what people call a file."""
    parts = claim.locator.split(";")
    return claim.document, ";".join(part for part in parts if part.startswith(_CONTAINERS))


def place_of(claim: Claim) -> tuple[str, str]:
    """Return the document and the page, sheet or file in it that the claim's sentence or row stands on."""
    parts = claim.locator.split(";")
    return claim.document, ";".join(part for part in parts if not part.startswith(_INNER_PARTS))


def span_of(claim: Claim) -> tuple[int, int] | None:
    """Return the character span of the claim's words on its page, or null for a row."""
    for part in claim.locator.split(";"):
        if part.startswith("char="):
            start, _, end = part.removeprefix("char=").partition(",")
            return int(start), int(end)
    return None


def is_later(one: str | None, other: str | None) -> bool:
    """Tell whether ISO date `one` is surely after `other`; unknown or overlapping dates are not.

    ``2020-11`` is neither before nor after ``2020-11-20``, and a month without a year cannot be compared.
    """
    if not one or not other or one.startswith("-") or other.startswith("-"):
        return False
    size = min(len(one), len(other))
    return one[:size] > other[:size]


def units_of(claim: Claim) -> Range:
    """Return the number of units that a claim puts on the table, and what it leaves open.

    "About", "over", "at least" and "up to" give the number that is said; "between" its low; "a number of" gives
    none. The low of "up to" is nothing; the high of "about", "over" and "at least" is open.
    """
    low, high = claim.low, claim.high
    number = claim.quantity
    if number is None and claim.qualifier != "vague":
        number = high if claim.qualifier in ("at_most", "under") else low
    if number is None:
        return Range(None, low or Decimal(0), high)
    if claim.qualifier in ("at_most", "under"):
        return Range(number, low or Decimal(0), number if high is None else high)
    is_closed = claim.qualifier in (None, "exact")
    return Range(number, number if low is None else low, number if high is None and is_closed else high)


def total(claims: Iterable[Claim]) -> Range:
    """Add the units of claims."""
    return sum((units_of(claim) for claim in claims), NOTHING)


def speaks_for_itself(claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Tell whether the body's own papers say it; without its document a claim is taken for one of them."""
    document = documents.get(claim.document)
    return document is None or document.source_kind in OWN_VOICE
