"""Payments held against one another: rows read twice, and rows that take another back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.claims import with_basis

#: Basis of a row that takes back some payment, until it is known which.
TAKES_BACK = "takes_back"


def without_repeats(claims: list[Claim]) -> list[Claim]:
    """Keep one claim per cell; where a row is both a hit and the VAT of its neighbour, it is VAT."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        known = kept.get(claim.locator)
        if known is None or claim.basis == "vat":
            kept[claim.locator] = claim
    return list(kept.values())


def with_reversals(claims: list[Claim]) -> Iterator[Claim]:
    """Mark a payment and the negative row that takes it back, so that figures count neither.

    A row that only says that it takes something back is left out where no payment is its own.
    """
    open_rows: dict[tuple[str | None, Decimal], list[int]] = {}
    marked: set[int] = set()
    for number, claim in enumerate(claims):
        if claim.amount is None or claim.basis == "vat":
            continue
        key = (claim.supplier, -claim.amount)
        if open_rows.get(key) and not (claim.basis == TAKES_BACK and claim.amount > 0):
            marked |= {number, open_rows[key].pop()}
        elif claim.basis != TAKES_BACK:
            open_rows.setdefault((claim.supplier, claim.amount), []).append(number)
    for number, claim in enumerate(claims):
        if number in marked:
            yield with_basis(claim, "reversal")
        elif claim.basis != TAKES_BACK:
            yield claim
