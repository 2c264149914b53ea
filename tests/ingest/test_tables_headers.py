"""Where the header of a table is found."""

from __future__ import annotations

from synopticon.ingest import tables
from synopticon.ingest.gridding import joined_header


def test_a_row_of_merged_group_names_above_the_header_is_not_the_header() -> None:
    rows = [
        ["Northmere Harbour Trust - register", "", "", "", ""],
        ["Asset", "Asset", "Asset", "Location", "Location"],
        ["Ref", "Model number", "Quantity", "Ward", "Commissioned"],
        ["C1", "AXIS P1448-LE", "80", "Quay", "2015"],
    ]
    assert tables.header_index(rows) == 2


def test_a_row_of_equal_numbers_is_as_wide_as_it_is() -> None:
    assert tables.header_index([["Site", "Axis", "Bosch", "Sony"], ["Quay", "1", "1", "1"]]) == 0


def test_a_column_of_the_unknown_is_part_of_a_header() -> None:
    rows = [["Wing", "Maker A", "Maker B", "Unknown"], ["North", "4", "2", "-"], ["South", "1", "-", "3"]]
    assert tables.header_index(rows) == 0
    assert tables.header_index([["none", "unknown", "n/a"], ["quay", "mole", "pier"]]) is None


def test_what_a_program_writes_around_a_summary_names_no_column() -> None:
    assert tables.without_pivot_labels(["Row Labels", "Bosch", "Grand Total"]) == ["", "Bosch", "Grand Total"]
    assert tables.without_pivot_labels(["行标签", "Zeilenbeschriftungen", ""]) == ["", "", ""]


def test_days_over_numbers_are_a_header() -> None:
    assert tables.header_index([["Make", "31/03/2021", "31/03/2022"], ["Maker A", "45", "52"]]) == 0
    assert tables.header_index([["Pier", "31/03/2021", "01/04/2022"], ["Mole", "02/03/2021", "01/04/2023"]]) is None


def test_a_word_that_is_no_month_before_a_year_is_no_date() -> None:
    assert not tables.is_data("Planned 2024")
    assert tables.is_data("March 2024")


def test_a_second_row_of_a_header_names_what_merged_cells_left_open() -> None:
    header = ["Site", "Maker A", "", "Maker B", ""]
    rows = [["", "Int", "Ext", "Int", "Ext"], ["Quay", "3", "1", "4", ""]]
    assert joined_header(header, rows) == ["Site", "Maker A Int", "Maker A Ext", "Maker B Int", "Maker B Ext"]
    assert joined_header(["Site", "Maker A", ""], [["Quay", "3", "broken"], ["Mole", "4", ""]]) is None
    assert joined_header(["Site", "Maker A"], [["Quay", "3"]]) is None
