"""Unit prices, from like with like only.

A price of one unit comes from an amount and a number that stand in one claim, or from a unit price that the source
states. Prices are put side by side only when the kind of thing, the year, the currency, the kind of money and what is
said of VAT are the same: devices, installation, monitoring and maintenance are different kinds of things. A ceiling, a
budget or an award is a programme and is never divided. What was left out is listed with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synopticon.errors import UsageError
from synopticon.figures.statements import is_live
from synopticon.model.records import Claim
from synopticon.reference.rates import Converted, convert, in_prices_of, price_country_of

#: Money that was paid for things, or said to have been; `estimate` needs its estimator.
_SPENT = frozenset({"invoice", "paid", "call_off", "estimate"})
_PROGRAMMES = frozenset({"ceiling", "budget", "award"})
_NO_PRICE = {
    "vat": "the row is tax on another",
    "reversal": "the payment was reversed",
    "supplier_name": "only the supplier's name connects it with the subject",
}
_UNIT_PRICE = "unit_price"
_PERIODS = {"annual": "a year"}
_CENT = Decimal("0.01")
_NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """What one unit cost, by one claim.

    Attributes:
        year: null when the claim is undated; such a price stands alone.
        vat: ``gross`` where the source says that tax is inside, ``net`` for books that keep it apart, else
            ``not stated``.
        period: ``a year`` for charges that return, else empty.
        low, high: what a number that is about, or between two, leaves open; a null `high` is open.
        estimated_by: who estimated it, in the words of the source; an estimate without a name says so.
        basis: amount, number and kind of money in words.
    """

    claim: str
    body: str | None
    product_kind: str
    year: str | None
    currency: str
    money: str
    vat: str
    period: str
    price: Decimal
    low: Decimal
    high: Decimal | None
    estimated_by: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class PriceRange:
    """Prices of like things, as a range; one price is a range of one and must be printed as such.

    Attributes:
        bodies: how many bodies they come from.
        note: the basis in words.
    """

    product_kind: str
    year: str | None
    currency: str
    money: str
    vat: str
    period: str
    low: Decimal
    high: Decimal
    prices: tuple[UnitPrice, ...]
    bodies: int
    note: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A claim with an amount that gives no unit price, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Costs:
    """All ranges of a set of claims, and every claim with an amount that is in none of them."""

    ranges: tuple[PriceRange, ...]
    refused: tuple[Refused, ...]


def costs(claims: Iterable[Claim]) -> Costs:
    """Return the ranges of unit prices, and why other amounts give none: amounts in = prices out + refused."""
    groups: dict[tuple[str, ...], list[UnitPrice]] = defaultdict(list)
    refused: list[Refused] = []
    for claim in claims:
        if claim.amount is None or not is_live(claim):
            continue
        found = unit_price(claim)
        if isinstance(found, Refused):
            refused.append(found)
        else:
            groups[_group_of(found)].append(found)
    return Costs(tuple(_range(groups[key]) for key in sorted(groups)), tuple(refused))


def unit_price(claim: Claim) -> UnitPrice | Refused:
    """Return what one unit cost by a claim that has an amount, or why it does not say."""
    reason = _why_not(claim)
    if reason is not None:
        return Refused(claim.claim, reason)
    # `_why_not` has seen to the nulls.
    amount, units = claim.amount or Decimal(0), _units(claim)
    price = (amount / units[0]).quantize(_CENT)
    low = (amount / units[2]).quantize(_CENT) if units[2] else Decimal(0)
    high = (amount / units[1]).quantize(_CENT) if units[1] else None
    return UnitPrice(
        claim=claim.claim,
        body=claim.body,
        product_kind=claim.product_kind or "",
        year=_year(claim),
        currency=claim.currency or "",
        money=claim.amount_kind or _UNIT_PRICE,
        vat=_vat(claim),
        period=_PERIODS.get(claim.basis or "", ""),
        price=price,
        low=low,
        high=high,
        estimated_by=_estimator(claim),
        basis=_basis(claim, units[0]),
    )


def restated(price: UnitPrice, *, currency: str | None = None, year: int | None = None) -> Converted:
    """Return a price in another currency, in prices of another year, or both, with the tables it was made with.

    Prices are first restated in their own currency, then converted at the mean rate of the year that they are then of.

    Raises:
        UsageError: the price has no year, or a table has nothing for a year or currency.
    """
    if price.year is None:
        raise UsageError("the price has no year; give it as it stands")
    own = int(price.year)
    target = own if year is None else year
    amount, told = price.price, list[str]()
    if target != own:
        levelled = in_prices_of(amount, price_country_of(price.currency), own, target)
        amount = levelled.amount
        told.append(levelled.basis)
    if currency is not None and currency != price.currency:
        exchanged = convert(amount, price.currency, currency, target)
        amount = exchanged.amount
        told.append(exchanged.basis)
    return Converted(amount, "; then ".join(told) or "as it stands")


def _why_not(claim: Claim) -> str | None:
    """Return why a claim gives no unit price, the plainest reason first."""
    is_unit_price = claim.basis == _UNIT_PRICE
    if claim.basis in _NO_PRICE:
        return _NO_PRICE[claim.basis]
    if claim.amount is None or claim.amount <= 0:
        return "the amount is not above 0"
    if claim.amount_kind in _PROGRAMMES and not is_unit_price:
        return f"a programme ({claim.amount_kind}) is not divided by the number of things"
    if claim.currency is None:
        return "the currency is not stated"
    if claim.product_kind is None:
        return "what was paid for is not named"
    if claim.polarity in {"negated", "denied"}:
        return f"the claim is {claim.polarity}"
    if is_unit_price:
        return None
    if claim.amount_kind not in _SPENT:
        return "what kind of money it is, is not stated"
    if claim.quantity is None and (claim.low is None or claim.high is None):
        return "amount and number of units do not stand in one place"
    return None if _units(claim)[0] > 0 else "the number of units is not above 0"


def _units(claim: Claim) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """Return the number of units with its low and high; null for an open end."""
    if claim.basis == _UNIT_PRICE:
        return Decimal(1), Decimal(1), Decimal(1)
    number = claim.quantity if claim.quantity is not None else claim.low or Decimal(0)
    return number, claim.low, claim.high


def _vat(claim: Claim) -> str:
    if claim.basis == "gross":
        return "gross"
    return "net" if claim.extractor == "ledger" else _NOT_STATED


def _year(claim: Claim) -> str | None:
    return claim.date[:4] if claim.date and claim.date[:4].isdigit() else None


def _estimator(claim: Claim) -> str | None:
    if claim.polarity != "estimated" and claim.amount_kind != "estimate":
        return None
    return claim.estimated_by or claim.attribution or "an estimator who is not named"


def _basis(claim: Claim, units: Decimal) -> str:
    if claim.basis == _UNIT_PRICE:
        return f"unit price of {claim.amount:,} {claim.currency} as stated"
    qualifier = (claim.qualifier or "exact").replace("_", " ")
    about = "" if qualifier == "exact" else f" ({qualifier})"
    return f"{claim.amount:,} {claim.currency} ({claim.amount_kind}) / {units:,} {claim.unit or 'units'}{about}"


def _group_of(price: UnitPrice) -> tuple[str, ...]:
    # Without a year nothing is known to be like it, so it stands alone.
    alone = price.claim if price.year is None else ""
    return (price.product_kind, price.year or "", price.currency, price.money, price.vat, price.period, alone)


def _range(prices: Sequence[UnitPrice]) -> PriceRange:
    first = prices[0]
    bodies = len({price.body or price.claim for price in prices})
    ordered = tuple(sorted(prices, key=lambda price: (price.price, price.claim)))
    return PriceRange(
        product_kind=first.product_kind,
        year=first.year,
        currency=first.currency,
        money=first.money,
        vat=first.vat,
        period=first.period,
        low=min(price.low for price in prices),
        high=max(price.high if price.high is not None else price.price for price in prices),
        prices=ordered,
        bodies=bodies,
        note=_note(first, ordered, bodies),
    )


def _note(first: UnitPrice, prices: Sequence[UnitPrice], bodies: int) -> str:
    parts = [
        f"{first.product_kind}, {first.year or 'year not stated'}, {first.currency}, {first.money}, VAT {first.vat}",
        f"{len(prices)} price{'' if len(prices) == 1 else 's'} from {bodies} bod{'y' if bodies == 1 else 'ies'}",
    ]
    if first.period:
        parts.append(f"per unit and {first.period.removeprefix('a ')}")
    estimators = sorted({price.estimated_by for price in prices if price.estimated_by})
    if estimators:
        parts.append(f"estimated by {', '.join(estimators)}")
    return "; ".join(parts)
