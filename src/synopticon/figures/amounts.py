"""Sums of money: net of VAT and of reversals, one kind of amount and one currency at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from synopticon.model.records import Claim

#: Rows that are no money spent: the tax on others, payments taken back with what took them back, prices of one unit,
#: payments that only a supplier's name connects with the subject.
LEFT_OUT = {
    "vat": "of VAT",
    "reversal": "of payments that were reversed",
    "unit_price": "with unit prices",
    "supplier_name": "chosen by a supplier's name only",
}
#: Amounts that are another kind of sum though their kind is the same.
_APART = ("annual", "gross")


@dataclass(frozen=True, slots=True)
class Subtotal:
    """Money of one kind in one currency; a null kind or currency is its own.

    Attributes:
        apart: ``annual`` or ``gross`` where the source says so, else the empty string.
    """

    kind: str | None
    apart: str
    currency: str | None
    total: Decimal
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Money added up, kinds and currencies never mixed, and how many claims were left out for which reason."""

    subtotals: tuple[Subtotal, ...]
    left_out: tuple[tuple[str, int], ...]


def add_amounts(claims: Iterable[Claim]) -> Amounts:
    """Add the amounts of claims by kind and currency, net of VAT and of reversals.

    A reversal that found its payment is left out together with it; any other negative amount is taken off.
    """
    groups: dict[tuple[str | None, str, str | None], list[Claim]] = defaultdict(list)
    left_out = Counter[str]()
    for claim in claims:
        if claim.amount is None:
            continue
        if claim.basis in LEFT_OUT:
            left_out[claim.basis] += 1
        else:
            apart = claim.basis if claim.basis in _APART else ""
            groups[claim.amount_kind, apart, claim.currency].append(claim)
    ordered = sorted(groups.items(), key=lambda item: tuple(part or "" for part in item[0]))
    return Amounts(
        subtotals=tuple(
            Subtotal(*key, sum((c.amount for c in held if c.amount is not None), Decimal(0)), tuple(held))
            for key, held in ordered
        ),
        left_out=tuple(sorted(left_out.items())),
    )


def asked_for(amounts: Amounts, words: Iterable[str]) -> Subtotal | None:
    """Return the one sum that answers a question: the only one, or the only one whose kind is among its words.

    "Paid" is both something that bodies do and a kind of amount, so a question for what was paid means that kind.
    """
    if len(amounts.subtotals) == 1:
        return amounts.subtotals[0]
    named = frozenset(words)
    fitting = [part for part in amounts.subtotals if part.kind in named and not part.apart]
    return fitting[0] if len(fitting) == 1 else None
