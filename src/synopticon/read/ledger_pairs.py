"""Payments held against one another: rows read twice, and rows that take another back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.claims import with_basis


def without_repeats(claims: list[Claim]) -> list[Claim]:
    """Keep one claim per cell; where a row is both a hit and the VAT of its neighbour, it is VAT."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        known = kept.get(claim.locator)
        if known is None or claim.basis == "vat":
            kept[claim.locator] = claim
    return list(kept.values())


def with_reversals(claims: list[Claim]) -> Iterator[Claim]:
    """Mark a payment and the negative row that takes it back, so that figures count neither."""
    open_rows: dict[tuple[str | None, Decimal], list[int]] = {}
    marked: set[int] = set()
    for number, claim in enumerate(claims):
        if claim.amount is None or claim.basis == "vat":
            continue
        key = (claim.supplier, -claim.amount)
        if open_rows.get(key):
            marked |= {number, open_rows[key].pop()}
        else:
            open_rows.setdefault((claim.supplier, claim.amount), []).append(number)
    for number, claim in enumerate(claims):
        yield with_basis(claim, "reversal") if number in marked else claim
