"""Sums of money: net of VAT and of reversals, one kind of amount and one currency at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from synopticon.model.records import Claim


@dataclass(frozen=True, slots=True)
class Amounts:
    """Money added up.

    Attributes:
        sums: (kind of amount, currency, sum), kinds and currencies never mixed; null kind or currency is its own.
        claims: those that were added.
        vat: those left out because they are the tax on others.
    """

    sums: tuple[tuple[str | None, str | None, Decimal], ...]
    claims: tuple[Claim, ...]
    vat: tuple[Claim, ...]


def add_amounts(claims: Iterable[Claim]) -> Amounts:
    """Add the amounts of claims by kind and currency.

    A row of VAT is left out; a reversal is negative and takes its payment away again.
    """
    sums: dict[tuple[str | None, str | None], Decimal] = defaultdict(Decimal)
    added: list[Claim] = []
    vat: list[Claim] = []
    for claim in claims:
        if claim.amount is None:
            continue
        if claim.basis == "vat":
            vat.append(claim)
            continue
        sums[claim.amount_kind, claim.currency] += _signed(claim, claim.amount)
        added.append(claim)
    ordered = sorted(sums, key=lambda key: (key[0] or "", key[1] or ""))
    return Amounts(
        sums=tuple((kind, currency, sums[kind, currency]) for kind, currency in ordered),
        claims=tuple(added),
        vat=tuple(vat),
    )


def _signed(claim: Claim, amount: Decimal) -> Decimal:
    """Some ledgers print a reversal without its sign; the reader then says what the row is."""
    return -abs(amount) if claim.basis == "reversal" else amount
