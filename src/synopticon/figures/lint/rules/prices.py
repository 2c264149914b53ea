"""Unit prices in a sentence: amount by number of units, and programmes divided by cameras."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern

_LOOSE = Decimal("0.05")


def check(scene: Scene) -> Iterator[Finding]:
    """Yield unit prices that do not follow, and those made from a programme."""
    for place, tied in enumerate(scene.tied):
        price = _price(tied)
        if price is None:
            continue
        before = (
            scene.tied[place - 1] if place and scene.tied[place - 1].sentence.block == tied.sentence.block else None
        )
        yield from _price_of(tied, before, price)


def _price(tied: Tied) -> Number | None:
    """Return the amount that the sentence says is for one unit."""
    for money in tied.sentence.amounts:
        if money.kind != "money":
            continue
        after = tied.sentence.after(money.end)
        before = tied.sentence.before(money.start)[-60:]
        is_for_one = re.match(rf"\s*(?:,\s*)?{any_of('each')}", after, re.IGNORECASE) or re.search(
            rf"{any_of('each')}(?:[^.;:£$€\d]{{0,20}}(?:\d{{1,7}}[^.;:£$€\d]{{0,24}})?\s)?\s*"
            rf"(?:cost|costs|costing|at|for|is)?\s*(?:{any_of('about')}\s*)*\Z",
            before,
            re.IGNORECASE,
        )
        if is_for_one:
            return money
    return None


def _price_of(tied: Tied, before: Tied | None, price: Number) -> Iterator[Finding]:
    sentence = tied.sentence
    totals = [n for n in sentence.amounts if n.kind == "money" and n is not price and n.currency == price.currency]
    units = [n for n in sentence.amounts if n.kind == "count" and n.qualifier in {"exact", "about"}]
    units = [n for n in units if n.product_kind is not None] or units
    is_here = bool(totals and units)
    if not is_here and before is not None and not units and not totals:
        totals = [n for n in before.sentence.amounts if n.kind == "money" and n.currency == price.currency]
        units = [n for n in before.sentence.amounts if n.kind == "count" and n.product_kind is not None]
    if len(totals) != 1 or len(units) != 1 or not units[0].value or not price.value:
        return
    true = (totals[0].value or Decimal(0)) / units[0].value
    if not _is_near(true, price, totals[0], units[0]):
        yield sentence.finding(
            price.start,
            price.end,
            "wrong-unit-price",
            "error",
            expected=f"{totals[0].text} / {plain(units[0].value)} = {plain(true.quantize(Decimal('0.01')))}",
            found=price.text,
            advice="divide again; state what the amount contains (devices, installation, VAT) and its year",
        )
        return
    source = tied if is_here else before
    if source is not None and pattern("programme").search(source.sentence.words):
        yield sentence.finding(
            price.start,
            price.end,
            "programme-price",
            "warning",
            expected="a price from an amount paid for devices alone",
            found=f"{totals[0].text} divided by {plain(units[0].value)}",
            advice="a programme, budget or ceiling is no price of cameras; give the two numbers without dividing",
        )


def _is_near(true: Decimal, price: Number, total: Number, units: Number) -> bool:
    said = price.value or Decimal(0)
    is_loose = any(n.qualifier != "exact" for n in (price, total, units))
    near = max(_last_place(price), true * _LOOSE if is_loose else Decimal(0))
    return abs(true - said) <= near


def _last_place(price: Number) -> Decimal:
    decimals = re.search(r"\.(\d+)", price.text)
    return Decimal(1).scaleb(-len(decimals[1])) if decimals else Decimal(1)


RULE = Rule("prices", check)
