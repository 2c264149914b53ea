"""`synopticon figures --prices`: unit prices, restated with the tables named or left as they stand with the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from synopticon.cli import main

CASE = """
[case]
id = "made-up"
title = "Prices"
as_of = 2024-05-31

[[source]]
kind = "replies"
path = "replies"
bodies = "bodies.csv"
"""
BODIES = "id,name,country,region,group,asked_on,channel\nnorthmere,Northmere Council,GB,,council,2024-01-15,email\n"
TABLE = "Date,Supplier,Description,Quantity,Amount (£)\n12/03/2019,Eastgate Ltd,Hikvision dome camera,56,9690.24\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    (folder / "replies" / "northmere").mkdir(parents=True)
    (folder / "bodies.csv").write_text(BODIES, encoding="utf-8")
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "replies" / "northmere" / "table.csv").write_text(TABLE, encoding="utf-8")
    CliRunner().invoke(main, ["run", str(folder), "--workers", "1"], catch_exceptions=False)
    return folder


def figures(case: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["figures", str(case), *arguments])


def test_prices_are_shown_and_restated_only_on_demand(case: Path) -> None:
    plain = json.loads(figures(case, "--prices", "--json").stdout)
    (price,) = [price for group in plain["ranges"] for price in group["prices"]]
    assert (price["price"], price["currency"], price["restated"]) == (173.04, "GBP", None)
    restated = json.loads(figures(case, "--prices", "--prices-of", "2024", "--json").stdout)
    (price,) = [price for group in restated["ranges"] for price in group["prices"]]
    assert price["restated"] == 213.34  # 173.04 x 100 / 81.1085
    assert "HM Treasury" in price["restated_basis"]


@pytest.mark.parametrize("wrong", [("--prices-of", "1890"), ("--currency", "XYZ")])
def test_a_year_or_currency_that_no_table_has_is_used_wrongly(case: Path, wrong: tuple[str, str]) -> None:
    result = figures(case, "--prices", *wrong)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{wrong[0]}: expected" in result.stderr
    assert wrong[1] in result.stderr


def test_amounts_have_two_decimals_and_one_price_is_one_unit_price(case: Path) -> None:
    result = figures(case, "--prices")
    assert "173.04 GBP" in result.stdout
    assert "1 unit price;" in result.stderr


def test_the_options_of_prices_alone_are_used_wrongly(case: Path) -> None:
    assert figures(case, "--currency", "EUR").exit_code == 2
