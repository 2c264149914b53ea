"""Where the header of a table is found."""

from __future__ import annotations

from synopticon.ingest import tables


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
