"""What tables claim: registers, ledgers, notices, contracts, answers in columns."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from synopticon.model.records import Claim, Grid, Row
from synopticon.read import read_rows
from synopticon.read.rows_dates import cell_date
from synopticon.read.rows_numbers import cell_number
from synopticon.reference.headers import field_of


def table(header, rows, *, kind="table", source="replies", unit="", title="", totals=(), hidden=False):
    grid = Grid("d", 0, unit, kind, title, tuple(header), tuple(field_of(h) for h in header), 1, hidden)
    records = [Row("d", 0, i + 2, tuple(cells), is_total=i in totals) for i, cells in enumerate(rows)]
    return [r for r in read_rows("d", "northmere", source, grid, records) if isinstance(r, Claim)]


def counted(claims):
    return [(c.maker, c.product_kind, c.modality, c.quantity) for c in claims if c.modality != "paid"]


def test_a_register_by_model_keeps_brackets_apart_and_leaves_totals_out():
    rows = [("DS-2CD2143G2-I", "69"), ("DS-1272ZJ-110", "161"), ("IPC-HFW1200S", "4"), ("Total", "234")]
    assert counted(table(("Model", "Quantity"), rows, totals=(3,))) == [
        ("hikvision", "camera", "owned", 69),
        ("hikvision", "bracket", "owned", 161),
        ("dahua", "camera", "owned", 4),
    ]


def test_the_locator_of_a_count_is_the_cell_that_holds_it():
    (claim,) = table(("Manufacturer", "Cameras"), [("Hikvision", "126")], unit="sheet=Estate")
    assert (claim.locator, claim.quote, claim.product_kind) == ("sheet=Estate;cell=2,2", "126", "camera")


def test_makers_as_column_names_give_a_claim_per_cell():
    rows = [("Car parks", "3", "0"), ("Depot", "5", "7")]
    found = table(("Site", "Hikvision cameras", "Dahua cameras"), rows)
    assert [(c.maker, c.quantity, c.polarity) for c in found] == [
        ("hikvision", 3, "affirmed"),
        ("dahua", None, "negated"),
        ("hikvision", 5, "affirmed"),
        ("dahua", 7, "affirmed"),
    ]


def test_a_total_column_is_no_payment_and_planned_columns_are_planned():
    found = table(("Equipment", "Hikvision", "Dahua", "Total"), [("Cameras", "12", "3", "15")])
    assert [(c.maker, c.quantity, c.modality) for c in found] == [("hikvision", 12, "owned"), ("dahua", 3, "owned")]
    found = table(("Make", "Number installed", "Number planned"), [("Hikvision", "12", "3")])
    assert [(c.quantity, c.modality) for c in found] == [(12, "installed"), (3, "planned")]


def test_ranges_words_and_counted_units_in_cells_are_kept():
    rows = [("Hikvision", "10-12"), ("Dahua", "None"), ("Uniview", "5 units"), ("Bosch", "approx. 40")]
    found = table(("Manufacturer", "Quantity"), rows)
    assert [(c.quantity, c.low, c.high, c.qualifier, c.polarity) for c in found] == [
        (None, 10, 12, "between", "affirmed"),
        (None, None, None, None, "negated"),
        (5, 5, 5, "exact", "affirmed"),
        (40, 40, None, "about", "affirmed"),
    ]


def test_one_row_per_camera_counts_one_and_a_removed_one_is_removed():
    rows = [("C1", "Hikvision", "DS-2CD2143G2-I", "Live"), ("C2", "Hikvision", "DS-2CD2143G2-I", "Removed")]
    found = table(("Camera ID", "Make", "Model", "Status"), rows)
    assert counted(found) == [("hikvision", "camera", "owned", 1), ("hikvision", "camera", "removed", 1)]


def test_a_sheet_of_removed_things_owns_nothing():
    found = table(("Model", "Quantity"), [("IPC-HFW1200S", "32")], unit="sheet=Decommissioned 2018", hidden=True)
    assert counted(found) == [("dahua", "camera", "removed", 32)]


def test_a_hidden_sheet_without_a_reason_is_kept_out_of_ownership():
    (claim,) = table(("Manufacturer", "Cameras"), [("Hikvision", "12")], hidden=True)
    assert (claim.modality, claim.basis) == ("other", "hidden_sheet")


def test_a_line_cost_is_an_amount_and_never_a_count():
    header = ("Model", "Qty", "Unit cost (£)", "Line cost (£)")
    found = table(header, [("DS-2CD2143G2-I", "3", "£162.54", "£487.62")])
    assert counted(found) == [("hikvision", "camera", "owned", 3)]
    assert [(c.amount, c.currency, c.quote) for c in found if c.modality == "paid"] == [
        (Decimal("487.62"), "GBP", "£487.62")
    ]


def test_a_table_of_questions_is_read_as_answers():
    rows = [("How many Hikvision cameras do you own?", "Nil"), ("How many Dahua cameras do you own?", "17")]
    found = table(("Question", "Answer"), rows)
    assert [(c.maker, c.polarity, c.quantity) for c in found] == [
        ("hikvision", "negated", None),
        ("dahua", "affirmed", 17),
    ]


LEDGER = ("Date", "Supplier Name", "Description", "Amount (£)")


def ledger(rows):
    return table(LEDGER, rows, kind="ledger", source="ledger")


def test_a_payment_names_supplier_date_amount_and_what_was_bought():
    row = ("03/02/2020", "Gatemoor Security Ltd", "Supply of 5 number HIK Vision recorders", "3,627.50")
    (claim,) = ledger([row])
    assert (claim.maker, claim.quantity, claim.product_kind) == ("hikvision", 5, "recorder")
    assert claim.quote == row[2]
    assert (claim.amount, claim.currency, claim.amount_kind) == (Decimal("3627.50"), "GBP", "paid")
    assert (claim.supplier, claim.date, claim.locator) == ("Gatemoor Security Ltd", "2020-02-03", "cell=2,3")


def test_tax_and_reversals_are_marked():
    rows = [
        ("03/02/2020", "Gatemoor Security Ltd", "Supply of CCTV cameras", "1,000.00"),
        ("03/02/2020", "Gatemoor Security Ltd", "VAT on invoice 77", "200.00"),
        ("09/03/2020", "Gatemoor Security Ltd", "CCTV camera repairs", "95.10"),
        ("09/03/2020", "Gatemoor Security Ltd", "CCTV camera repairs", "-95.10"),
        ("09/03/2020", "Gatemoor Security Ltd", "CCTV camera repairs", "90.00"),
    ]
    assert [(c.amount, c.basis, c.product_kind) for c in ledger(rows)] == [
        (Decimal("1000.00"), None, "camera"),
        (Decimal("200.00"), "vat", None),
        (Decimal("95.10"), "reversal", "service_maintenance"),
        (Decimal("-95.10"), "reversal", "service_maintenance"),
        (Decimal("90.00"), None, "service_maintenance"),
    ]


@pytest.mark.parametrize(
    ("supplier", "description"),
    [
        ("Wexmoor Coaches", "Home to school transport"),
        ("Manchester Camerata", "Grant"),
        ("Larch Tree Care Ltd", "CCTV pruning of trees"),
        ("Oldmere Cameras Ltd", "Photographic consumables"),
    ],
)
def test_what_only_looks_like_the_subject_is_no_payment_for_it(supplier, description):
    assert ledger([("03/02/2020", supplier, description, "100.00")]) == []


def test_a_word_in_the_name_of_a_supplier_is_no_maker():
    found = ledger([("03/02/2020", "Hikvision Repairs of Oldmere", "Supply of CCTV cameras", "100.00")])
    assert [c.maker for c in found] == [None]


def test_rows_without_a_hit_cost_next_to_nothing():
    rows = [("03/02/2020", f"Firm {i} Ltd", "Home to school transport", "100.00") for i in range(40_000)]
    ledger(rows[:10])
    started = time.perf_counter()
    assert ledger(rows) == []
    assert time.perf_counter() - started < 3


NOTICE = ("Title", "Description", "CPV code", "Buyer", "Supplier", "Notice type", "Value", "Currency")


def notice(*cells):
    grid = Grid(
        "d",
        0,
        "",
        "notices",
        "",
        NOTICE,
        ("title", "description", "code", "body", "supplier", "notice_kind", "amount", "currency"),
        1,
    )
    return [r for r in read_rows("d", None, "notices", grid, [Row("d", 0, 2, cells)]) if isinstance(r, Claim)]


def test_a_tender_is_planned_with_a_ceiling_and_an_award_is_contracted():
    tender, words = notice(
        "Supply of CCTV", "Hikvision or equivalent", "32323500", "Northmere", "", "tender", "61000", "GBP"
    )
    assert (tender.modality, tender.amount_kind, tender.code) == ("planned", "ceiling", "32323500-8")
    assert (words.maker, words.modality, words.quote) == ("hikvision", "planned", "Hikvision or equivalent")
    (award,) = notice("Supply of CCTV", "", "32323500", "Northmere", "Gatemoor Ltd", "award", "37450", "GBP")
    assert (award.modality, award.amount_kind, award.supplier) == ("contracted", "award", "Gatemoor Ltd")


def test_the_maximum_of_a_framework_is_a_ceiling_even_when_awarded():
    (claim,) = notice(
        "Security cameras framework", "", "32323500", "Northmere", "Gatemoor Ltd", "award", "4000000", "GBP"
    )
    assert claim.amount_kind == "ceiling"


def test_a_notice_of_another_subject_gives_nothing():
    assert notice("School meals", "Catering", "55523100", "Northmere", "", "tender", "1000", "GBP") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" 1,271.63 ", "1271.63"),
        ("£487.62", "487.62"),
        ("(952.08)", "-952.08"),
        ("952.08-", "-952.08"),
        ("1.234,56", "1234.56"),
        ("١٢٣", "123"),
        ("12 cameras", None),
        ("", None),
        ("2018-04", None),
        ("n/a", None),
    ],
)
def test_a_cell_is_a_number_or_it_is_not(text, value):
    assert cell_number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [("16/01/2020", "2020-01-16"), ("2019-11", "2019-11"), ("2020-04-24T09:00:00Z", "2020-04-24"), ("n/a", None)],
)
def test_a_cell_gives_a_date_cut_to_what_is_said(text, value):
    assert cell_date(text) == value


def test_a_list_of_cameras_without_makers_counts_one_each():
    rows = [("C1", "Dome camera", "Tanner Row"), ("C2", "Bullet camera", "Quay"), ("C3", "Dome camera", "Mill Lane")]
    found = table(("Asset", "Type", "Location"), rows, kind="register", source="assets")
    assert [(c.maker, c.product_kind, c.quantity, c.modality) for c in found] == [(None, "camera", 1, "owned")] * 3
