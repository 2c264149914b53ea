from __future__ import annotations

import pytest

from synopticon.model.records import Claim
from synopticon.pipeline.loose import read_bytes

HEADER = "Supplier Name,Date,Amount,Description\n"


def claims(supplier: str) -> list[Claim]:
    ledger = f"{HEADER}{supplier},01/02/2020,50.00,Services\nFENWICK PAPER LTD,02/02/2020,7.00,Stationery\n"
    return [record for record in read_bytes(ledger.encode(), name="ledger.csv") if isinstance(record, Claim)]


def test_an_acronym_of_the_subject_in_a_supplier_s_name_is_a_weak_sign_of_its_trade() -> None:
    (claim,) = claims("NORTHMERE CCTV LTD")
    assert (claim.supplier, claim.basis, claim.maker, claim.product_kind) == (
        "NORTHMERE CCTV LTD",
        "supplier_name",
        None,
        None,
    )


@pytest.mark.parametrize("supplier", ["DOME CAFE LTD", "MAST HOUSE LTD", "THE CCTV TRAINING ACADEMY", "LENS LIBRARY"])
def test_an_ordinary_word_in_capitals_is_no_sign(supplier: str) -> None:
    assert claims(supplier) == []
