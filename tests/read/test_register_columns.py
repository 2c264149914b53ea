"""What the columns and last rows of tables hold, told by their cells."""

from __future__ import annotations

import pytest
from tests.read.test_rows_readers import counted, table

from synopticon.ingest.tables import is_total_label


def made(header, rows, **more):
    return [(maker, kind, number) for maker, kind, _, number in counted(table(header, rows, **more)) if maker]


@pytest.mark.parametrize(
    "header", ["In service", "Deployed", "Installed", "Qty deployed", "Strength", "Numbers in position"]
)
def test_numbers_under_a_word_of_state_count(header):
    rows = [("Hikvision", "20"), ("Dahua", "7"), ("Uniview", "-")]
    assert [(maker, number) for maker, _, number in made(("Vendor", header), rows)] == [("hikvision", 20), ("dahua", 7)]


def test_a_column_of_makers_is_one_whatever_its_header():
    for header in ("Supplier", "Vendor", "Company", "What", "الجهة", "单位"):
        found = made((header, "Quantity"), [("Hikvision", "20"), ("大华", "7")])
        assert [(maker, number) for maker, _, number in found] == [("hikvision", 20), ("dahua", 7)]


def test_a_matrix_of_makers_counts_neither_its_total_row_nor_its_total_column():
    rows = [("North", "4", "3", "2", "9"), ("South", "6", "6", "5", "17"), ("The lot", "10", "9", "7", "26")]
    found = made(("Depot", "Dahua", "Axis", "Hikvision", "Altogether"), rows)
    assert sum(number for maker, _, number in found if maker == "axis") == 9
    assert sum(number for _, _, number in found) == 26


def test_a_maker_whose_number_is_the_sum_of_the_others_is_no_total():
    found = made(("Make", "Number"), [("Hikvision", "3"), ("Dahua", "4"), ("Uniview", "5"), ("Tiandy", "12")])
    assert [number for _, _, number in found] == [3, 4, 5, 12]


def test_serial_numbers_and_years_are_not_counted():
    rows = [("1", "Hikvision", "9", "2019"), ("2", "Dahua", "6", "2020")]
    assert [n for _, _, n in made(("Sl. No", "Make", "Nos. installed", "Year"), rows)] == [9, 6]
    assert [n for _, _, n in made(("序号", "厂家", "在用", "安装年份"), rows)] == [9, 6]
    assert [n for _, _, n in made(("م", "الشركة الصانعة", "العدد", "سنة التركيب"), rows)] == [9, 6]


def test_the_year_of_installation_names_no_kind_of_thing():
    found = table(("الشركة الصانعة", "العدد", "سنة التركيب"), [("هيكفيجن", "40", "2018"), ("داهوا", "15", "2020")])
    assert {claim.product_kind for claim in found} == {None}


def test_a_word_that_makes_a_camera_beside_the_subject_is_one_in_a_cell():
    rows = [("Hikvision", "bullet", "4"), ("Hikvision", "bracket", "3")]
    assert made(("Brand", "Item", "In use"), rows) == [("hikvision", "camera", 4), ("hikvision", "bracket", 3)]


def test_a_table_with_makers_withheld_still_says_how_many():
    found = table(("Site", "Cameras", "Make"), [("Library", "12", "withheld"), ("Pool", "8", "withheld")])
    assert [(c.maker, c.product_kind, c.quantity) for c in found] == [(None, "camera", 12), (None, "camera", 8)]


@pytest.mark.parametrize(
    "label",
    [
        "All buildings",
        "Total cameras in use",
        "Sum of units",
        "إجمالي الكاميرات",
        "合计（台）",
        "Grand total (all sites)",
    ],
)
def test_labels_made_of_words_for_totals_are_totals(label):
    assert is_total_label(label)


@pytest.mark.parametrize(
    "label", ["All Saints Church", "Total Gas & Power", "Sumner Road", "Whole Foods Ltd", "Camera store"]
)
def test_names_that_begin_like_totals_are_none(label):
    assert not is_total_label(label)


def ledger(header, rows):
    return table(header, rows, kind="table", source="ledger")


def test_a_ledger_whose_amounts_stand_under_a_currency_is_one():
    rows = [
        ("4416", "Fenbrook DAC", "Purchase of CCTV cameras", "41,624.44", "15-Mar-2022"),
        ("4417", "Fenbrook DAC", "VAT @ 23%", "9,573.62", "15-Mar-2022"),
        ("4432", "Fenbrook DAC", "Repair of CCTV cameras", "1,552.62", "23-Jun-2022"),
        ("4433", "Fenbrook DAC", "Repair of CCTV cameras", "1,552.62-", "23-Jun-2022"),
    ]
    for header in ("Euro", "Amount", "EUR net", "Column 4"):
        found = ledger(("PO", "Payee", "What for", header, "Posted"), rows)
        assert [(str(c.amount), c.basis) for c in found] == [
            ("41624.44", None),
            ("9573.62", "vat"),
            ("1552.62", "reversal"),
            ("-1552.62", "reversal"),
        ]


@pytest.mark.parametrize(
    "words", ["Electricity, CCTV mast supply", "Training course, CCTV cameras", "Insurance of CCTV cameras"]
)
def test_what_is_supplied_to_cameras_is_no_camera(words):
    (claim,) = ledger(("Payee", "Narrative", "Amount", "Date"), [("Lumen Power", words, "470.15", "2022-04-19")])
    assert claim.product_kind == "service"
