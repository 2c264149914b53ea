"""From the column headers of publishers to the standard fields."""

from __future__ import annotations

import pytest

from synopticon import reference
from synopticon.model.vocabulary import DROPPED_FIELDS, FIELDS
from synopticon.reference.headers import field_of, fields_of, fold_header


@pytest.mark.parametrize(
    ("header", "folded"),
    [
        ("SupplierName", "supplier name"),
        ("supplier_name", "supplier name"),
        ("  Amount (£) ", "amount"),
        ("VATRegistrationNumber", "vat registration number"),
        ("Capital/ Revenue", "capital revenue"),
        ("\ufeffBody Name", "body name"),
        ("المُورِّد", "المورد"),
        ("ＱＴＹ", "qty"),
        ("", ""),
    ],
)
def test_a_header_is_folded(header: str, folded: str) -> None:
    assert fold_header(header) == folded


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Beneficiary Name", "supplier"),
        ("Invoice Line Value (net of VAT)", "amount"),
        ("Amount (GBP)", "amount"),
        ("NET AMOUNT £", "amount"),
        ("Gross amount (inc. VAT)", "gross_amount"),
        ("Clearing Date", "date"),
        ("Camera manufacturer", "maker"),
        ("Make and Model", "model"),
        ("Number of cameras owned", "quantity"),
        ("Unit Cost (£)", "unit_amount"),
        ("Contact officer name", "person"),
        ("Supplier phone number", "phone"),
        ("E-mail", "email"),
        ("Easting", "coordinate"),
        ("Post Code", "address"),
        ("الشركة المصنعة", "maker"),
        ("المبلغ (بالدرهم)", "amount"),
        ("عدد الكاميرات", "quantity"),
        ("供应商名称", "supplier"),
        ("金额（万元）", "amount"),
        ("數量", "quantity"),
        ("Montant HT (€)", "amount"),
        ("Hersteller", "maker"),
        ("Cantidad", "quantity"),
        ("Enw'r Cyflenwr", "supplier"),
        ("No.", "quantity"),
        ("No", ""),
        ("Yes", ""),
        ("Weather", ""),
        ("SME Supplier?", ""),
        ("(£)", ""),
        ("", ""),
    ],
)
def test_a_header_tells_its_field(header: str, field: str) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("No.", "Make", "Location"), ("reference", "maker", "place")),
        (("Make", "Model", "No."), ("maker", "model", "quantity")),
        (("Make", "Total"), ("maker", "quantity")),
        (("Supplier", "Date", "Total"), ("supplier", "date", "amount")),
        (("Make", "Qty", "Unit cost", "Total"), ("maker", "quantity", "unit_amount", "amount")),
        (("Name", "E-mail"), ("person", "email")),
        (("Name", "Amount"), ("supplier", "amount")),
        (("Name", "Weather"), ("", "")),
        (("Vendor", "Model", "Qty"), ("maker", "model", "quantity")),
        (("Vendor", "Amount"), ("supplier", "amount")),
        (("Type", "Supplier", "Amount"), ("category", "supplier", "amount")),
        (("Make", "Type"), ("maker", "product")),
        ((), ()),
    ],
)
def test_neighbours_decide_what_an_unclear_header_means(headers: tuple[str, ...], fields: tuple[str, ...]) -> None:
    assert fields_of(headers) == fields


def test_every_header_is_folded_unique_and_has_a_known_field() -> None:
    rows = reference.field_names()
    assert [row.header for row in rows if fold_header(row.header) != row.header] == []
    assert len({row.header for row in rows}) == len(rows)
    assert {row.field for row in rows} <= {*FIELDS, *DROPPED_FIELDS}
    assert {"en", "ar", "zh", "fr", "es", "de", "cy"} <= {row.language for row in rows}


def test_every_field_can_be_reached_by_a_header() -> None:
    assert {*FIELDS, *DROPPED_FIELDS} == {row.field for row in reference.field_names()}
