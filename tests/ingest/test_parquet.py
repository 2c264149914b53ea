"""Parquet: values as a person writes them, one thread, limits, columns of persons emptied, broken tails."""

from __future__ import annotations

import hashlib
import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.ingest.samples import SMALLEST, UGLY, parquet

from synopticon.engines.locked import can_fork
from synopticon.ingest import Facts, limits, read_document
from synopticon.model.records import Grid, Row, SetAside
from synopticon.pipeline import parsing


def read(data, kind="register"):
    found = list(read_document(data, document="d", name="x", source_kind=kind))
    return (
        next((item for item in found if isinstance(item, Grid)), None),
        [item for item in found if isinstance(item, Row)],
        found,
    )


def aside(found):
    return [(item.locator, item.reason) for item in found if isinstance(item, SetAside)]


def test_every_type_has_the_text_that_a_person_writes():
    grid, rows, _ = read(UGLY["parquet"][1])
    held = {name: [row.cells[at] for row in rows] for at, name in enumerate(grid.header)}
    assert held["Make; and model"] == ["Dahua", "", "بلدية\n28"]
    assert held["Installed"] == ["1970-01-01", "2020-09-13 12:26:40Z", "2020-09-13 12:26:40Z"]
    assert held["Far"] == ["1970-01-02", "", "2147483647"]
    assert held["Price"] == ["1200.50", "-3.00", ""]
    assert held["Kit"] == ['{"n": 28}', "", '{"n": 9}']
    assert held["Tags"] == ['["a", "b"]', "[]", ""]
    assert held["Share"] == ["0.5", "2", "nan"]
    assert held["Empty"] == ["", "", ""]


def test_rows_stand_where_the_file_has_them():
    grid, rows, _ = read(SMALLEST["parquet"][1])
    assert (grid.unit, grid.header_row, grid.kind) == ("", 0, "register")
    assert [(row.row, row.cells, row.locators) for row in rows] == [
        (1, ("Hikvision", "28"), ()),
        (2, ("Dahua", "9"), ()),
    ]


def test_columns_of_persons_places_and_bytes_are_emptied_and_named():
    _, _, found = read(UGLY["parquet"][1])
    notes = " ".join(item.note or "" for item in found if isinstance(item, Facts))
    assert "Ada Vale" not in repr(found)
    assert "51.50701" not in repr(found)
    assert "Contact" in notes
    assert "Blob" in notes


@pytest.mark.skipif(not can_fork(), reason="no locked processes on this system")
def test_a_locked_process_reads_the_same():
    data = UGLY["parquet"][1]
    options = {"document": hashlib.sha256(data).hexdigest(), "name": "x", "source_kind": "register"}
    assert repr(list(parsing.read_document(data, **options))) == repr(list(parsing.unlocked(data, **options)))


def test_a_bomb_of_equal_rows_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "RATIO_FLOOR", 1000)
    _, _, found = read(parquet({"Supplier": pa.repeat("Osprey Gate Ltd", 200_000)}, row_group=200_000))
    assert aside(found) == [("", "archive bomb")]


def test_a_claim_of_more_rows_than_there_are_is_told():
    data = parquet({"Supplier": [f"Osprey {n}" for n in range(5000)], "Amount": list(range(5000))}, row_group=1000)
    # The tail tells where the parts are, so that a hole in the last one leaves the others whole.
    at = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(4).column(0).data_page_offset
    _, rows, found = read(data[:at] + bytes(60) + data[at + 60 :])
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["broken table"]
    assert len(rows) == 4000
    assert [item.rows_in for item in found if isinstance(item, Facts) and item.rows_in is not None] == [len(rows)]


def test_encrypted_and_cut_tables_are_set_aside():
    data = SMALLEST["parquet"][1]
    assert aside(read(b"PARE" + data[4:-4] + b"PARE")[2]) == [("", "encrypted")]
    assert aside(read(data[:-8])[2]) == [("", "broken table")]


def test_too_many_columns_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "COLUMNS", 2)
    assert aside(read(parquet({name: [1] for name in "abc"}))[2]) == [("", "too many columns")]
