"""What a case knows of single bodies, for the linter: every number of things and every amount of money, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from synopticon.figures.statements import HOLDING, is_holding, is_live, makers_of, total, units_of
from synopticon.model.records import Body, Claim

#: A shorter form of a name must have this many letters to be looked for.
_SHORTEST = 5
_NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Units:
    """How many things of a kind a body has of some makers; `makers` is empty for all together."""

    makers: frozenset[str]
    product_kind: str
    number: Decimal
    is_replaced: bool = False


@dataclass(frozen=True, slots=True)
class Spent:
    """What a body paid, or was to pay, in money of one kind and currency."""

    amount_kind: str
    currency: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the case with the names that mean it and no other, and its numbers.

    Attributes:
        units: numbers as stated, and their sums by maker and kind and by kind.
        money: amounts as stated, and their sums by kind of amount and currency.
    """

    body: str
    names: tuple[str, ...]
    units: tuple[Units, ...]
    money: tuple[Spent, ...]


def known_bodies(bodies: Iterable[Body], claims: Iterable[Claim]) -> tuple[KnownBody, ...]:
    """Return the bodies of a case that claims give numbers or amounts of."""
    rows = list(bodies)
    mine: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.body is not None:
            mine[claim.body].append(claim)
    names = _names(rows)
    found = [KnownBody(row.body, names[row.body], _units(mine[row.body]), _money(mine[row.body])) for row in rows]
    return tuple(body for body in found if body.names and (body.units or body.money))


def _names(bodies: Iterable[Body]) -> dict[str, tuple[str, ...]]:
    """Return the names of each body that stand for no other: the whole one, and the one without its last word."""
    forms: dict[str, list[str]] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        short = body.name.rpartition(" ")[0]
        forms[body.body] = [body.name, *([short] if len(short) >= _SHORTEST else [])]
        for form in forms[body.body]:
            owners[form.casefold()].add(body.body)
    return {body: tuple(f for f in own if len(owners[f.casefold()]) == 1) for body, own in forms.items()}


def _units(claims: Iterable[Claim]) -> tuple[Units, ...]:
    rows = [claim for claim in claims if claim.modality in HOLDING and claim.product_kind and units_of(claim).number]
    live = [claim for claim in rows if is_live(claim) and is_holding(claim)]
    sums: Mapping[tuple[frozenset[str], str], list[Claim]] = defaultdict(list)
    for claim in live:
        kind = claim.product_kind or ""
        sums[makers_of(claim), kind].append(claim)
        if makers_of(claim):
            sums[_NOTHING, kind].append(claim)
    found = {Units(makers, kind, total(group).number or Decimal(0)) for (makers, kind), group in sums.items()}
    found |= {_stated(claim, is_replaced=False) for claim in live}
    kept = {(one.makers, one.product_kind, one.number) for one in found}
    old = {_stated(claim, is_replaced=True) for claim in rows if claim.review_state == "superseded"}
    found |= {one for one in old if (one.makers, one.product_kind, one.number) not in kept}
    return tuple(sorted(found, key=lambda one: (one.product_kind, sorted(one.makers), one.number, one.is_replaced)))


def _stated(claim: Claim, *, is_replaced: bool) -> Units:
    return Units(makers_of(claim), claim.product_kind or "", units_of(claim).number or Decimal(0), is_replaced)


def _money(claims: Iterable[Claim]) -> tuple[Spent, ...]:
    live = [claim for claim in claims if claim.amount is not None and claim.currency and is_live(claim)]
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    found: set[Spent] = set()
    for claim in live:
        kind, currency, amount = claim.amount_kind or "", claim.currency or "", claim.amount or Decimal(0)
        found.add(Spent(kind, currency, amount))
        if claim.basis not in {"vat", "unit_price", "gross"}:
            sums[kind, currency] += amount
    found |= {Spent(kind, currency, amount) for (kind, currency), amount in sums.items()}
    return tuple(sorted(found, key=lambda one: (one.currency, one.amount_kind, one.amount)))
