"""Unit prices from like with like, and conversions that refuse without an official table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from synopticon.errors import UsageError
from synopticon.figures.cost import Refused, UnitPrice, costs, restated, unit_price
from synopticon.model.records import Claim
from synopticon.reference.rates import convert, deflators, exchange_rates, in_prices_of
from tests.figures.made_up import a_claim


def paid(amount: float, units: float | None, body: str = "northmere", **changes: Any) -> Claim:
    row = {"amount": amount, "currency": "GBP", "amount_kind": "paid", "modality": "paid", "date": "2019"}
    return a_claim(body, "hikvision", units, **(row | changes))


def test_a_price_is_amount_by_units_of_one_claim() -> None:
    price = unit_price(paid(9690, 56))
    assert isinstance(price, UnitPrice)
    assert (price.price, price.low, price.high) == (Decimal("173.04"),) * 3
    assert "9,690 GBP (paid) / 56 cameras" in price.basis


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"amount_kind": "ceiling"}, "a programme (ceiling)"),
        ({"amount_kind": "budget"}, "a programme (budget)"),
        ({"amount_kind": "award"}, "a programme (award)"),
        ({"amount_kind": None}, "what kind of money"),
        ({"currency": None}, "currency"),
        ({"product_kind": None}, "not named"),
        ({"basis": "vat"}, "tax"),
        ({"basis": "reversal"}, "reversed"),
        ({"polarity": "denied"}, "denied"),
        ({"amount": Decimal(-40)}, "not above 0"),
        ({"quantity": Decimal(0)}, "units is not above 0"),
        ({"quantity": None, "low": None, "high": None}, "do not stand in one place"),
    ],
)
def test_what_gives_no_price_says_why(changes: dict[str, Any], reason: str) -> None:
    found = unit_price(replace(paid(9690, 56), **changes))
    assert isinstance(found, Refused)
    assert reason in found.reason


def test_like_things_make_a_range_and_unlike_things_do_not() -> None:
    claims = [
        paid(1000, 10),
        paid(3000, 20, "southby"),
        paid(4000, 20, "thurmere", date="2020-03"),
        paid(500, 10, product_kind="service_installation"),
        paid(900, 10, "southby", currency="EUR"),
        paid(1200, 10, "eskwater", basis="gross"),
    ]
    found = costs(claims)
    assert found.refused == ()
    (cameras,) = [one for one in found.ranges if one.bodies == 2]
    assert (cameras.low, cameras.high, len(cameras.prices)) == (Decimal(100), Decimal(150), 2)
    assert "camera, 2019, GBP, paid" in cameras.note
    assert len(found.ranges) == 5


def test_prices_without_a_year_stand_alone() -> None:
    found = costs([paid(1000, 10, date=None), paid(3000, 20, "southby", date=None)])
    assert [len(one.prices) for one in found.ranges] == [1, 1]
    assert all("year not stated" in one.note for one in found.ranges)


def test_every_amount_is_a_price_or_refused() -> None:
    claims = [paid(1000, 10), paid(1000, None), paid(5, 1, amount_kind="ceiling"), paid(9, 3, review_state="rejected")]
    found = costs(claims)
    assert sum(len(one.prices) for one in found.ranges) + len(found.refused) == 3


def test_an_estimate_names_its_estimator_or_says_that_nobody_is_named() -> None:
    named = unit_price(paid(350000, 1790, amount_kind="estimate", estimated_by="a researcher"))
    unnamed = unit_price(paid(350000, 1790, amount_kind="estimate"))
    assert isinstance(named, UnitPrice)
    assert isinstance(unnamed, UnitPrice)
    assert named.price == Decimal("195.53")
    assert named.estimated_by == "a researcher"
    assert unnamed.estimated_by == "an estimator who is not named"


def test_a_range_of_units_gives_a_range_of_prices() -> None:
    price = unit_price(paid(1500, None, low=10, high=15, qualifier="between"))
    assert isinstance(price, UnitPrice)
    assert (price.low, price.high) == (Decimal(100), Decimal(150))


def test_a_stated_unit_price_is_taken_as_it_is() -> None:
    price = unit_price(paid(173, None, basis="unit_price", amount_kind=None))
    assert isinstance(price, UnitPrice)
    assert (price.price, price.money) == (Decimal(173), "unit_price")


def test_rates_convert_within_their_years_and_refuse_outside() -> None:
    assert convert(Decimal(100), "GBP", "GBP", 1900).amount == Decimal(100)
    euros = convert(Decimal("0.85960"), "GBP", "EUR", 2021)
    assert euros.amount == Decimal("1.00")
    assert "European Central Bank" in euros.basis
    assert convert(Decimal(100), "GBP", "USD", 2021).amount == Decimal("137.59")
    for currency, year in (("INR", 2021), ("GBP", 2014)):
        with pytest.raises(UsageError, match=f"official rate of {currency} for {year}"):
            convert(Decimal(1), currency, "EUR", year)


def test_the_rates_are_one_per_currency_and_year_with_their_source() -> None:
    rows = exchange_rates()
    assert len({(row.currency, row.year) for row in rows}) == len(rows) == 33
    assert all(row.base == "EUR" and Decimal(row.rate) > 0 and int(row.days) > 250 and row.url for row in rows)


def test_prices_of_another_year_name_years_table_release_and_source() -> None:
    assert in_prices_of(Decimal(5), "GB", 2020, 2020).amount == Decimal(5)
    pounds = in_prices_of(Decimal("81.1085"), "GB", 2019, 2024)
    assert pounds.amount == Decimal("100.00")
    for words in ("prices of 2019 to prices of 2024", "HM Treasury", "December 2025", "https://www.gov.uk/"):
        assert words in pounds.basis
    assert in_prices_of(Decimal(100), "US", 2019, 2024).amount == Decimal("122.70")  # 313.689 / 255.657
    assert in_prices_of(Decimal(100), "EA", 2015, 2024).amount == Decimal("126.07")


@pytest.mark.parametrize(("country", "year", "target"), [("GB", 2009, 2020), ("GB", 2020, 2025), ("IN", 2019, 2020)])
def test_years_and_countries_that_no_table_holds_are_refused(country: str, year: int, target: int) -> None:
    with pytest.raises(UsageError, match=f"price levels of {country} for {year} and {target}"):
        in_prices_of(Decimal(5), country, year, target)


def test_price_levels_are_one_per_country_and_year_each_with_source_and_release() -> None:
    rows = deflators()
    assert len({(row.country, row.year) for row in rows}) == len(rows)
    for country, first, last in (("GB", 2010, 2024), ("US", 2010, 2025), ("EA", 2010, 2025)):
        mine = [row for row in rows if row.country == country]
        assert [int(row.year) for row in mine] == list(range(first, last + 1))
        assert len({(row.base_year, row.currency, row.publisher) for row in mine}) == 1
    assert all(Decimal(row.index) > 0 and row.vintage and row.read_in and row.url for row in rows)


def test_a_price_is_first_restated_and_then_converted_and_says_both() -> None:
    price = unit_price(paid(811085, 10000))
    assert isinstance(price, UnitPrice)
    assert restated(price).basis == "as it stands"
    found = restated(price, currency="EUR", year=2024)
    assert found.amount == (Decimal("100.00") / Decimal("0.84662")).quantize(Decimal("0.01"))
    assert found.basis.index("prices of 2024") < found.basis.index("GBP to EUR at the mean of 2024")


def test_a_price_without_a_year_or_of_another_currency_is_not_restated() -> None:
    undated = unit_price(paid(9690, 56, date=None))
    rupees = unit_price(paid(9690, 56, currency="INR"))
    assert isinstance(undated, UnitPrice)
    assert isinstance(rupees, UnitPrice)
    with pytest.raises(UsageError, match="no year"):
        restated(undated, year=2024)
    with pytest.raises(UsageError, match="price levels for INR"):
        restated(rupees, year=2024)
