from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synopticon.model.records import Claim, Row
from synopticon.model.tables import TABLES
from synopticon.store.tables import plain, read_parquet, schema, to_records, to_table, write_csv, write_parquet

CLAIM = Claim(
    claim="c1",
    body="northmere",
    subject="the council",
    modality="owned",
    maker="hikvision",
    makers=("hikvision", "dahua"),
    brand=None,
    model=None,
    product_kind="camera",
    capability=None,
    quantity=Decimal(1790),
    low=Decimal(1790),
    high=None,
    unit="cameras",
    qualifier="at_least",
    amount=Decimal("3627.50"),
    currency="GBP",
    amount_kind="paid",
    estimated_by=None,
    date="2021-02",
    date_precision="month",
    polarity="affirmed",
    attribution=None,
    language="ar",
    document="ab" * 32,
    locator="char=0,4",
    quote='1790 كاميرا, "x"\n',
    extractor="prose",
    confidence="high",
)


@pytest.mark.parametrize("name", TABLES)
def test_every_record_type_has_columns(name: str) -> None:
    assert schema(TABLES[name]).names


def test_a_claim_survives_the_table_and_the_disk(tmp_path: Path) -> None:
    table = to_table(Claim, [CLAIM, replace(CLAIM, claim="c2", quantity=None, makers=())])
    write_parquet(tmp_path / "claims.parquet", table)
    back = list(to_records(Claim, read_parquet(tmp_path / "claims.parquet")))
    assert back == [CLAIM, replace(CLAIM, claim="c2", quantity=None, makers=())]


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_parquet(tmp_path / f"{name}.parquet", to_table(Claim, [CLAIM]))
        write_csv(tmp_path / f"{name}.csv", to_table(Claim, [CLAIM]))
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_csv_has_plain_numbers_joined_lists_and_lf(tmp_path: Path) -> None:
    write_csv(tmp_path / "claims.csv", to_table(Claim, [CLAIM]))
    data = (tmp_path / "claims.csv").read_bytes()
    assert b"\r" not in data
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["quantity"], row["amount"], row["makers"], row["high"]) == ("1790", "3627.5", "hikvision|dahua", "")
    assert row["quote"] == CLAIM.quote


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_numbers_keep_their_value_and_never_show_an_exponent(value: Decimal) -> None:
    assert plain(value) == value
    assert "E" not in str(plain(value))


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_cells_survive_exactly(cells: list[str]) -> None:
    cells = [cell.encode("utf-8", "replace").decode() for cell in cells]
    row = Row("d", 0, 1, tuple(cells))
    assert list(to_records(Row, to_table(Row, [row]))) == [row]
