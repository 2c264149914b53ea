"""Every field of a source is used, ignored for a reason, dropped because it names people, or reported."""

from __future__ import annotations

import csv
import io
from importlib import resources

import pytest
from tests.ingest.samples import BUYER, PROJECT, company, eforms, parquet, xlsx

from synopticon.ingest import Facts, read_document
from synopticon.ingest.schema import Schema, Use, left_over_note, schema

SCHEMAS = sorted(
    entry.name.removesuffix(".csv") for entry in resources.files("synopticon.ingest").joinpath("schemas").iterdir()
)


def notes(data, kind="ledger"):
    found = read_document(data if isinstance(data, bytes) else data.encode(), document="d", name="x", source_kind=kind)
    return [item.note for item in found if isinstance(item, Facts) and item.note]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_row_of_a_schema_says_what_and_why(name):
    text = resources.files("synopticon.ingest").joinpath(f"schemas/{name}.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    assert len({row["path"] for row in rows}) == len(rows)
    for row in rows:
        assert row["use"] in {"used", "ignored", "person"}
        assert bool(row["field"]) == (row["use"] == "used")
        assert bool(row["reason"]) == (row["use"] != "used")


def test_a_name_without_a_star_counts_before_the_others():
    known = Schema("made up", (Use("*/id", "ignored", "", "numbers"), Use("award/id", "used", "award", "")))
    assert schema("ocds").use_of("awards/id") == Use("awards/id", "used", "award", "")
    assert known.name == "made up"
    assert schema("ocds").left_over(["awards/id", "colour"]) == ["colour"]


LEDGER = {
    "Body": "Northmere",
    "Date": "2021-03-01",
    "Supplier": "Osprey Gate Ltd",
    "Amount": "120.50",
    "Door colour": "green",
}


@pytest.mark.parametrize(
    "data",
    [
        ",".join(LEDGER) + "\n" + ",".join(LEDGER.values()) + "\n",
        parquet({name: [value] for name, value in LEDGER.items()}),
        xlsx({"Spend": {f"{'ABCDE'[at]}{row}": text for at, pair in enumerate(LEDGER.items()) for row, text in enumerate(pair, 1)}}),
        str([LEDGER, LEDGER]).replace("'", '"'),
    ],
)  # fmt: skip
def test_a_column_that_nobody_reads_is_named_in_any_format(data):
    assert "fields not used: Door colour" in notes(data)


def test_columns_that_are_ignored_for_a_reason_and_tables_of_unknown_kind_say_nothing():
    header = "Row ID,Body,Date,Supplier,Amount,Payment Method,Irrecoverable VAT"
    assert notes(f"{header}\n1,Northmere,2021-03-01,Osprey Gate Ltd,120.50,BACS,0\n") == []
    assert notes("Colour,Taste\ngreen,sour\nred,sweet\n") == []


def test_a_notice_of_the_union_names_its_unread_elements_and_no_person():
    body = f"<cbc:ID>n-1</cbc:ID><cbc:DoorColour>green</cbc:DoorColour>{company('ORG-1', 'Northmere')}{BUYER}{PROJECT}"
    data = eforms("ContractNotice", body)
    said = notes(data, "notices")
    assert "fields not used: DoorColour" in said
    assert "elements that name people or places left out: 1" in said
    assert "Ada" not in repr(list(read_document(data, document="d", name="x", source_kind="notices")))
    assert notes(eforms("ContractNotice", body.replace("<cbc:DoorColour>green</cbc:DoorColour>", "")), "notices") == [
        "elements that name people or places left out: 1"
    ]


def test_a_note_stays_short():
    note = left_over_note(f"field {at}" for at in range(40))
    assert note.endswith("and 28 more")
    assert left_over_note([]) == ""
