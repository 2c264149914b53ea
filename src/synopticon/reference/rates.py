"""Official exchange rates and deflators, dated, each row with its publisher; what is in no table is not converted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from synopticon.errors import UsageError
from synopticon.reference._read import read_table

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How much of `currency` one unit of `base` was worth, the mean of the daily rates of a year.

    Attributes:
        days: how many daily rates the mean is of.
        publisher, series, url: the official source of the daily rates.
    """

    year: str
    base: str
    currency: str
    rate: str
    days: str
    publisher: str
    series: str
    url: str


@dataclass(frozen=True, slots=True)
class Deflator:
    """The price level of a country or currency area in a year, with `base_year` as 100.

    Attributes:
        country: ISO code, or ``EA`` for the euro area.
        publisher, series, url: the official table.
        currency: amounts in it are restated with this level.
        vintage: the release, or the day as of which the series was read; later releases revise some of them.
        read_in: in which copy of the table the number was read.
    """

    country: str
    year: str
    base_year: str
    index: str
    publisher: str
    series: str
    url: str
    currency: str
    vintage: str
    read_in: str


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another currency or in prices of another year, with what it was made with."""

    amount: Decimal
    basis: str


@cache
def exchange_rates() -> tuple[ExchangeRate, ...]:
    """Return the yearly exchange rates, in the order of the file."""
    return read_table("exchange_rates.csv", ExchangeRate)


@cache
def deflators() -> tuple[Deflator, ...]:
    """Return the price levels, in the order of the file; years and countries that are not in it are not restated."""
    return read_table("deflators.csv", Deflator)


def convert(amount: Decimal, currency: str, into: str, year: int) -> Converted:
    """Return an amount of a year in another currency, at that year's mean rate, to the cent.

    Raises:
        UsageError: the table has no rate of one of the currencies in this year.
    """
    if currency == into:
        return Converted(amount, f"{currency}, not converted")
    old, new = _rate(currency, year), _rate(into, year)
    value = (amount / old[0] * new[0]).quantize(_CENT)
    row = old[1] or new[1]
    told = f"{row.publisher}, {row.series}; {row.url}" if row else str(year)
    return Converted(value, f"{currency} to {into} at the mean of {year}: {told}")


def in_prices_of(amount: Decimal, country: str, year: int, target: int) -> Converted:
    """Return an amount in the prices of another year.

    Raises:
        UsageError: the table has no price level of the country for both years on one base.
    """
    if year == target:
        return Converted(amount, f"prices of {year}")
    levels = {(row.year, row.base_year): row for row in deflators() if row.country == country}
    for (_, base), old in levels.items():
        new = levels.get((str(target), base))
        if old.year == str(year) and new is not None:
            value = (amount * Decimal(new.index) / Decimal(old.index)).quantize(_CENT)
            return Converted(value, _told(new, year, target))
    raise UsageError(
        f"expected price levels of {country} for {year} and {target} in deflators.csv, found none;"
        " give the amount in the prices of its own year"
    )


def price_country_of(currency: str) -> str:
    """Return the country or area whose price level amounts in a currency are restated with.

    Raises:
        UsageError: the table has no price level for the currency.
    """
    found = next((row.country for row in deflators() if row.currency == currency), None)
    if found is None:
        raise UsageError(
            f"expected price levels for {currency} in deflators.csv, found none;"
            " give the amount in the prices of its own year"
        )
    return found


def _told(row: Deflator, year: int, target: int) -> str:
    return f"prices of {year} to prices of {target}: {row.publisher}, {row.series}; {row.vintage}; {row.url}"


def _rate(currency: str, year: int) -> tuple[Decimal, ExchangeRate | None]:
    """Return how much of a currency one unit of the table's base was worth."""
    rows = exchange_rates()
    if any(row.base == currency for row in rows):
        return Decimal(1), None
    for row in rows:
        if row.currency == currency and row.year == str(year):
            return Decimal(row.rate), row
    raise UsageError(
        f"expected an official rate of {currency} for {year} in exchange_rates.csv, found none;"
        " give the amount in its own currency"
    )
