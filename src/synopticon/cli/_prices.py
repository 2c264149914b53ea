"""How unit prices look on a terminal, each with what it was converted with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from synopticon.figures.cost import PriceRange, UnitPrice


def show_prices(case: Path, *, out: Path | None, currency: str | None, year: int | None, as_json: bool) -> None:
    """Print the ranges of unit prices of a case, and how many amounts give none."""
    from synopticon.cli._figures import counted
    from synopticon.cli._print import echo_json, say, to_json
    from synopticon.figures.cost import costs
    from synopticon.pipeline import load_run
    from synopticon.pipeline.run import records

    _check(currency, year)
    found = costs(records(load_run(case, out=out), "claims"))
    if as_json:
        ranges = [
            {**to_json(group), "prices": [_as_json(price, currency, year) for price in group.prices]}
            for group in found.ranges
        ]
        echo_json({"ranges": ranges, "refused": [to_json(row) for row in found.refused]})
        return
    for group in found.ranges:
        _tell(group, currency, year)
    prices, none = sum(len(group.prices) for group in found.ranges), len(found.refused)
    say(f"{counted(prices, 'unit price')}; {counted(none, 'amount')} {'gives' if none == 1 else 'give'} none")


def _check(currency: str | None, year: int | None) -> None:
    """Refuse a currency or a year of which the tables know nothing at all."""
    from synopticon.errors import UsageError
    from synopticon.reference.rates import deflators, exchange_rates

    rates = exchange_rates()
    currencies = sorted({row.currency for row in rates} | {row.base for row in rates})
    if currency is not None and currency not in currencies:
        raise UsageError(f"--currency: expected one of {', '.join(currencies)}, found {currency!r}")
    years = sorted({int(row.year) for row in deflators()})
    if year is not None and year not in years:
        raise UsageError(f"--prices-of: expected a year from {years[0]} to {years[-1]}, found {year}")


def _as_json(price: UnitPrice, currency: str | None, year: int | None) -> dict[str, Any]:
    from synopticon.cli._print import to_json

    amount, basis = _restated(price, currency, year)
    return {**to_json(price), "restated": amount, "restated_basis": basis}


def _tell(group: PriceRange, currency: str | None, year: int | None) -> None:
    from synopticon.cli._figures import money

    click.echo(group.note)
    for price in group.prices:
        click.echo(f"  {money(price.price)} {price.currency}  {price.body or 'body not known'}  {price.basis}")
        amount, basis = _restated(price, currency, year)
        if basis is not None:
            shown = "not restated" if amount is None else f"= {amount:,.2f} {currency or price.currency}"
            click.echo(click.wrap_text(f"{shown}: {basis}", 80, "    ", "    "))
    click.echo("")


def _restated(price: UnitPrice, currency: str | None, year: int | None) -> tuple[float | None, str | None]:
    """Return the restated price with its basis, or the reason why there is none; nothing when none was asked for."""
    from synopticon.errors import UsageError
    from synopticon.figures.cost import restated

    if currency is None and year is None:
        return None, None
    try:
        found = restated(price, currency=currency, year=year)
    except UsageError as error:
        return None, str(error)
    return float(found.amount), found.basis
