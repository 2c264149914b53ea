"""Suppliers joined, groups dated, private persons withheld."""

from __future__ import annotations

import pyarrow as pa
import pytest

from synopticon.link import (
    WITHHELD,
    BodyIndex,
    SupplierUse,
    company_identifier,
    group_of,
    link_claims,
    maker_of,
    organisations_of,
    suppliers_of,
)
from synopticon.model.records import Claim, Grid, Row
from synopticon.reference.records import RegisterBody
from synopticon.store.tables import to_table


def use(name, count=1, identifier=None):
    return SupplierUse(name, identifier, "d" * 64, "cell=2,3", count)


def claim(**changes):
    blank = dict.fromkeys(Claim.__dataclass_fields__, None)
    base = {
        "claim": "c1",
        "modality": "paid",
        "makers": (),
        "polarity": "affirmed",
        "document": "d" * 64,
        "locator": "row=2",
        "quote": "q",
        "extractor": "ledger",
        "confidence": "high",
        "review_state": "unreviewed",
    }
    return Claim(**{**blank, **base, **changes})


def joined(*uses):
    return sorted(sorted(one.names) for one in organisations_of([], uses, as_of="2021-02-18"))


def test_legal_form_variants_are_one_supplier():
    assert joined(use("NORTHMERE SIGNALS LTD"), use("Northmere Signals Limited"), use("Northmere Signals")) == [
        ["NORTHMERE SIGNALS LTD", "Northmere Signals", "Northmere Signals Limited"]
    ]


def test_different_legal_persons_are_not_joined():
    assert len(joined(use("Quillon Signals Ltd"), use("Quillon Signals LLP"), use("Quillon Signals"))) == 3


def test_one_company_number_joins_and_two_keep_apart():
    same = joined(
        use("Quillon Signals Ltd", identifier="GB-COH-01234567"), use("QS Group Ltd", identifier="GB-COH-01234567")
    )
    assert same == [["QS Group Ltd", "Quillon Signals Ltd"]]
    apart = joined(
        use("Quillon Signals Ltd", identifier="GB-COH-01234567"),
        use("Quillon Signals Ltd", identifier="GB-COH-07654321"),
    )
    assert len(apart) == 2


def test_a_rare_typo_of_a_long_name_is_joined_and_a_number_is_not():
    assert joined(use("Quillon Signalling Ltd", 30), use("Quillon Signaling Ltd", 1)) == [
        ["Quillon Signaling Ltd", "Quillon Signalling Ltd"]
    ]
    assert len(joined(use("Quillon Signalling 1 Ltd", 30), use("Quillon Signalling 2 Ltd", 1))) == 2
    assert (
        len(
            joined(
                use("Quillon Signalling Ltd", 30, "GB-COH-01234567"), use("Quillon Signaling Ltd", 1, "GB-COH-07654321")
            )
        )
        == 2
    )


def test_a_private_person_is_withheld_with_an_opaque_id():
    (one,) = organisations_of([], [use("Mr Aldous Wrenfold-Pike", 3)], as_of="2021-02-18")
    assert one.natural_person_risk
    assert one.name == WITHHELD
    assert one.names == ()
    assert one.occurrences == 3
    assert "mungo" not in one.organisation.casefold()


def test_occurrences_names_and_first_place_are_kept():
    (one,) = organisations_of([], [use("Quillon Ltd", 4), use("QUILLON LIMITED", 2)], as_of="2021-02-18")
    assert (one.name, one.occurrences, one.first_locator) == ("Quillon Ltd", 6, "cell=2,3")


def test_makers_of_claims_have_their_group_as_of_the_day():
    claims = [claim(maker="hikvision", makers=("hikvision", "dahua"))]
    makers = {one.organisation: one for one in organisations_of(claims, [], as_of="2021-02-18")}
    assert makers["hikvision"].role == "maker"
    assert makers["hikvision"].group == "cetc"
    assert makers["dahua"].group == "dahua"


def test_ownership_is_read_as_of_the_day():
    assert group_of("hikvision", "2010-01-01") == "hikvision"
    assert group_of("hikvision", "2021-02-18") == "cetc"


def test_makers_are_known_in_every_script_and_barriers_hold():
    assert maker_of("海康威视") == maker_of("هيكفيجن") == maker_of("HIK VISION") == "hikvision"
    assert maker_of("Axon Solutions") is None


def test_the_same_input_in_another_order_gives_the_same_organisations():
    uses = [use("Quillon Ltd", 4), use("Northmere Taxis"), use("J SMITH"), use("QUILLON LIMITED", 2)]
    ids = [one.organisation for one in organisations_of([], uses, as_of="2021-02-18")]
    assert ids == [one.organisation for one in organisations_of([], uses[::-1], as_of="2021-02-18")]


def grid(**changes):
    base = {
        "document": "d" * 64,
        "grid": 0,
        "unit": "sheet=Spend",
        "kind": "ledger",
        "title": "",
        "header": ("Supplier", "No", "Amount"),
        "fields": ("supplier", "supplier_number", "amount"),
        "header_row": 1,
    }
    return Grid(**{**base, **changes})


ROWS = [
    Row("d" * 64, 0, 2, ("Quillon Ltd", "01234567", "5")),
    Row("d" * 64, 0, 3, ("Vale LLP", "99", "6")),
    Row("d" * 64, 0, 4, ("Quillon Ltd", "01234567", "7")),
    Row("d" * 64, 0, 5, ("Quillon Ltd", "01234567", "18"), is_total=True),
    Row("d" * 64, 0, 6, ("", "", "1")),
]


def test_suppliers_are_the_same_from_records_and_from_a_table():
    expected = [
        SupplierUse("Quillon Ltd", "GB-COH-01234567", "d" * 64, "sheet=Spend;cell=2,1", 2),
        SupplierUse("Vale LLP", None, "d" * 64, "sheet=Spend;cell=3,1", 1),
    ]
    assert list(suppliers_of(grid(), ROWS, "d" * 64)) == expected
    assert list(suppliers_of(grid(), to_table(Row, ROWS), "d" * 64)) == expected


def test_a_grid_without_a_supplier_column_has_no_suppliers():
    assert list(suppliers_of(grid(fields=("title", "", "amount")), ROWS, "d" * 64)) == []
    assert list(suppliers_of(grid(), pa.table(to_table(Row, [])), "d" * 64)) == []


@pytest.mark.parametrize(
    ("code", "identifier"),
    [
        ("04598488", "GB-COH-04598488"),
        ("SC123456", "GB-COH-SC123456"),
        ("GB-CHC-1089464", "GB-CHC-1089464"),
        ("417", None),
        ("", None),
    ],
)
def test_only_known_schemes_are_identifiers(code, identifier):
    assert company_identifier(code) == identifier


def test_claims_get_their_body_from_the_buyer_and_lose_private_names():
    register = (
        RegisterBody("gb-NOR", "Northmere City Council", (), "GB", "North", "city", None, None, (), (), "TEST"),
    )
    claims = [
        claim(buyer="City of Northmere", supplier="J SMITH"),
        claim(buyer="Nowhere", supplier="Quillon Ltd"),
        claim(body="kept", buyer="Northmere City Council"),
    ]
    linked = list(link_claims(claims, BodyIndex([], register)))
    assert [one.body for one in linked] == ["gb-NOR", None, "kept"]
    assert [one.supplier for one in linked] == [WITHHELD, "Quillon Ltd", None]


def test_an_ampersand_and_the_word_are_the_same():
    assert joined(use("Quillon & Vale Ltd"), use("Quillon and Vale Limited")) == [
        ["Quillon & Vale Ltd", "Quillon and Vale Limited"]
    ]
