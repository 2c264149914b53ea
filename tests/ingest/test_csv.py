"""Separated text: dialects, headers, records that do not fit, totals, what is emptied."""

from __future__ import annotations

import csv
import io

import pytest

from synopticon.ingest import Facts, read_document
from synopticon.model.records import Grid, Passage, Row, SetAside

HEADER = "Body,Date,Supplier,Amount\n"
GOOD = "".join(f"Northmere,2021-03-{day:02},Osprey Gate Ltd,{day}.50\n" for day in range(1, 13))

GOOD_SWAPPED = "".join(f"Northmere,Osprey Gate Ltd,2021-03-{day:02},{day}.50\n" for day in range(1, 13))


def read(text: str | bytes, name: str = "ledger.csv", kind: str = "ledger"):
    data = text if isinstance(text, bytes) else text.encode()
    found = list(read_document(data, document="d", name=name, source_kind=kind))
    grid = next((item for item in found if isinstance(item, Grid)), None)
    rows = [item for item in found if isinstance(item, Row)]
    aside = [item for item in found if isinstance(item, SetAside)]
    return grid, rows, aside, found


def facts(found, name):
    return [getattr(item, name) for item in found if isinstance(item, Facts) and getattr(item, name)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    grid, rows, aside, _ = read((HEADER + GOOD).replace(",", delimiter))
    assert grid.header == ("Body", "Date", "Supplier", "Amount")
    assert rows[0].cells == ("Northmere", "2021-03-01", "Osprey Gate Ltd", "1.50")
    assert not aside


def test_a_declared_delimiter_wins():
    grid, rows, _, _ = read("sep=;\nMake;Quantity\nHikvision, Dahua;28\n")
    assert grid.header_row == 2
    assert (rows[0].row, rows[0].cells) == (3, ("Hikvision, Dahua", "28"))


def test_every_cell_stands_where_a_reader_of_csv_finds_it():
    text = "Northmere spending,,,\n\n" + HEADER + 'Northmere,2021-03-01,"Tower\nHill, Ltd",5\n\n' + GOOD
    _, rows, _, _ = read(text)
    records = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 13
    assert all(row.cells == tuple(records[row.row - 1]) for row in rows)


def test_lines_above_the_header_become_the_title_and_passages_of_the_grid():
    grid, rows, _, found = read("Northmere Council,,,\nPayments over 500 pounds,,,\n,,,\n" + HEADER + GOOD)
    passages = [item for item in found if isinstance(item, Passage)]
    assert grid.title == "Northmere Council\nPayments over 500 pounds"
    assert [(item.unit, item.grid) for item in passages] == [("cell=1,1", 0), ("cell=2,1", 0)]
    assert (grid.header_row, rows[0].row) == (4, 5)


def test_unquoted_commas_are_mended_when_there_is_one_way():
    _, rows, aside, _ = read(HEADER + GOOD + "Northmere,2021-04-01,Osprey, Gate, and Sons,7.00\n")
    assert not aside
    assert rows[-1].cells == ("Northmere", "2021-04-01", "Osprey, Gate, and Sons", "7.00")
    assert rows[-1].locators == ("cell=14,1", "cell=14,2", "cell=14,3-14,5", "cell=14,6")


def test_unquoted_commas_with_two_ways_are_set_aside():
    text = "Body,Supplier,Title,Date,Amount\n" + "".join(
        f"Northmere,Osprey,Masts,2021-03-{day:02},{day}.50\n" for day in range(1, 13)
    )
    _, rows, aside, found = read(text + "Northmere,Osprey,Gate,Masts,2021-03-02,5\n")
    assert len(rows) == 12
    assert [(item.locator, item.reason) for item in aside] == [("row=14", "ragged row")]
    assert facts(found, "rows_in") == [13]


def test_extra_empty_cells_at_the_end_are_left_out():
    _, rows, aside, _ = read(HEADER + GOOD + "Northmere,2021-04-01,Osprey,7,,#N/A\n")
    assert not aside
    assert rows[-1].cells == ("Northmere", "2021-04-01", "Osprey", "7")


def test_a_date_that_runs_into_the_amount_is_parted_and_keeps_exact_places():
    _, rows, aside, found = read(
        HEADER.replace("Date,Supplier", "Supplier,Date") + GOOD_SWAPPED + "Northmere,Osprey,2021-04-01900\n"
    )
    assert not aside
    assert rows[-1].cells == ("Northmere", "Osprey", "2021-04-01", "900")
    assert rows[-1].locators == ("cell=14,1", "cell=14,2", "cell=14,3;char=0,10", "cell=14,3;char=10,13")
    assert any("1 rows mended" in note for note in facts(found, "note"))


def test_a_short_row_that_can_be_parted_in_no_way_is_set_aside():
    _, rows, aside, _ = read(HEADER + GOOD + "Northmere,Osprey,2021-04-01900\n")
    assert len(rows) == 12
    assert [item.reason for item in aside] == ["ragged row"]


def test_a_quote_that_is_never_closed_sets_aside_from_its_row():
    _, rows, aside, found = read(HEADER + GOOD + 'Northmere,2021-04-01,"Osprey,7\n' + GOOD)
    assert len(rows) == 12
    assert [(item.locator, item.reason) for item in aside] == [("row=14", "unclosed quote")]
    assert "12 lines" in aside[0].detail or "13 lines" in aside[0].detail
    assert facts(found, "rows_in") == [13]


def test_a_quote_closed_by_a_later_quote_does_not_swallow_the_rows_between():
    swallowed = 'Northmere,2021-04-01,"Osprey,7\n' + GOOD + 'Northmere,2021-04-02,Larkfold",8\n'
    _, rows, aside, _ = read(HEADER + GOOD + swallowed + GOOD)
    assert len(rows) == 24
    assert [item.reason for item in aside] == ["unclosed quote"]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("cp1252", "cp1252"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(encoding, told):
    text = "Body,Date,Supplier,Amount\n" + "Northmere,2021-03-01,Café Söhne,£350\n" * 12
    _, rows, _, found = read(text.encode(encoding))
    assert rows[0].cells[2:] == ("Café Söhne", "£350")
    assert facts(found, "encoding") == [told]


def test_a_mark_encoded_twice_is_no_part_of_the_header():
    grid, _, _, found = read(b"\xc3\xaf\xc2\xbb\xc2\xbf" + (HEADER + GOOD).encode())
    assert grid.header[0] == "Body"
    assert "byte order mark encoded twice" in facts(found, "note")


def test_mixed_encodings_are_flagged_and_never_guessed():
    mixed = (HEADER + GOOD + "Northmere,2021-04-01,Café Süd Örtlich,7\n").encode() + b"Northmere,2021-04-02,Caf\xe9,8\n"
    _, rows, _, found = read(mixed)
    assert rows[-2].cells[2] == "Café Süd Örtlich"
    assert rows[-1].cells[2] == "Caf\ufffd"
    assert any("mixed encodings" in note for note in facts(found, "note"))
    assert True in facts(found, "is_partial")


@pytest.mark.parametrize("label", ["Total", "GRAND TOTAL:", "المجموع", "合计", "Sub-total"])
def test_a_totals_row_is_marked(label):
    _, rows, _, _ = read(HEADER + GOOD + f"{label},,,84.00\n")
    assert [row.is_total for row in rows] == [False] * 12 + [True]


def test_a_last_row_without_a_word_is_a_total_when_it_adds_up():
    _, rows, _, _ = read(HEADER + GOOD + ",,,84.00\n")
    assert rows[-1].is_total
    _, rows, _, _ = read(HEADER + GOOD + ",,,84.10\n")
    assert not rows[-1].is_total


def test_a_supplier_called_total_is_no_total():
    _, rows, _, _ = read(
        "Supplier,Body,Description,Amount\nTotal,Northmere,Fuel,5\n" + "Osprey,Northmere,Masts,1\n" * 3
    )
    assert not any(row.is_total for row in rows)


def test_cells_that_name_people_or_coordinates_are_emptied():
    grid, rows, _, found = read(
        "Supplier,Amount,Email,Latitude,Date\nOsprey,5,a@b.example,53.4,2021-03-01\n" * 1
        + "Larkfold,6,c@d.example,53.5,2021-03-02\n"
    )
    assert grid.fields[2:4] == ("email", "coordinate")
    assert [row.cells for row in rows] == [
        ("Osprey", "5", "", "", "2021-03-01"),
        ("Larkfold", "6", "", "", "2021-03-02"),
    ]
    assert any("Email" in note for note in facts(found, "note"))


def test_blank_rows_are_not_counted():
    _, rows, _, found = read(HEADER + GOOD + ",,,\n\n  ,,,\n")
    assert len(rows) == 12
    assert facts(found, "rows_in") == [12]


def test_a_wrong_suffix_does_not_matter():
    grid, rows, _, _ = read(HEADER + GOOD, name="scan.pdf")
    assert grid.kind == "ledger"
    assert len(rows) == 12


def test_a_line_beyond_all_measure_is_refused():
    _, rows, aside, _ = read(HEADER.encode() + b"x," * (9 * 1024**2))
    assert not rows
    assert aside[0].reason == "too many bytes in one line"


def test_prose_with_commas_is_no_table():
    _, _, _, found = read("Dear Sir,\n\nWe own 28 cameras, and no others.\nYours, A. Clerk\n", name="letter.txt")
    assert not any(isinstance(item, Grid) for item in found)
    assert sum(isinstance(item, Passage) for item in found) == 3


def test_a_table_without_a_header_keeps_all_its_rows():
    grid, rows, _, _ = read("1001,Osprey,12.5\n1002,Larkfold,13.5\n1003,Tern,14.5\n")
    assert (grid.header, grid.header_row) == (("", "", ""), 0)
    assert [row.row for row in rows] == [1, 2, 3]


def test_rows_before_a_quote_that_swallows_a_big_file_are_kept():
    _, rows, aside, found = read(HEADER + GOOD + 'Northmere,2021-04-01,"Osprey,7\n' + GOOD * 4000)
    assert len(rows) == 12
    assert [(item.locator, item.reason) for item in aside] == [("row=14", "unclosed quote")]
    assert facts(found, "rows_in") == [13]


def test_ragged_rows_in_a_file_called_csv_are_not_taken_for_prose():
    grid, rows, aside, _ = read("a,b,c\n1\n1,2,3,4,5,6,7\n2,3,4\n", name="x.csv")
    assert grid.header == ("a", "b", "c")
    assert [row.cells for row in rows] == [("1", "", ""), ("2", "3", "4")]
    assert [item.locator for item in aside] == ["row=3"]


def test_a_table_of_too_many_columns_is_refused():
    _, rows, aside, _ = read(",".join("x" * 9000) + "\n" + ",".join("1" * 9000) + "\n")
    assert not rows
    assert [item.reason for item in aside] == ["too many columns"]
