"""JSON: pointers to every cell, OCDS shapes, plain objects, persons left out, broken lines."""

from __future__ import annotations

import json
from typing import Any

from synopticon.ingest import Facts, read_document
from synopticon.model.locator import unescaped
from synopticon.model.records import Grid, Passage, Row, SetAside

RELEASE: dict[str, Any] = {
    "ocid": "ocds-x-1",
    "date": "2021-03-01T00:00:00Z",
    "tag": ["award"],
    "buyer": {"name": "Northmere", "contactPoint": {"name": "A. Clerk", "email": "clerk@northmere.example"}},
    "tender": {
        "title": "CCTV",
        "description": "Supply of cameras for the town centre and the car parks, with recorders and five years of maintenance.",
        "value": {"amount": 2000, "currency": "GBP"},
        "procurementMethod": "open",
        "items": [{"id": "1", "description": "Dome cameras", "classification": {"scheme": "CPV", "id": "35125300"}}],
        "lots": [{"id": "1", "title": "Town centre"}],
    },
}
AWARDS = [
    {
        "id": "a",
        "status": "active",
        "value": {"amount": 1, "currency": "GBP"},
        "suppliers": [{"name": "Osprey Gate Ltd", "identifier": {"id": "01234567"}}],
    },
    {
        "id": "b",
        "value": {"amount": 2, "currency": "GBP"},
        "suppliers": [{"name": "Larkfold Ltd"}, {"name": "Tern Ltd"}],
    },
]


def read(value, kind="notices"):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    found = list(read_document(data, document="d", name="x", source_kind=kind))
    return (
        next((item for item in found if isinstance(item, Grid)), None),
        [item for item in found if isinstance(item, Row)],
        found,
    )


def at(value, pointer):
    for escaped in pointer.split("/")[1:]:
        key = escaped.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def column(grid, row, name):
    return row.cells[grid.header.index(name)]


def test_each_award_is_a_row_and_each_cell_has_the_pointer_of_its_value():
    package = {"releases": [{**RELEASE, "awards": AWARDS}]}
    grid, rows, _ = read(package)
    assert grid.kind == "notices"
    assert [column(grid, row, "amount") for row in rows] == ["1", "2"]
    assert [column(grid, row, "amount_kind") for row in rows] == ["award", "award"]
    assert column(grid, rows[0], "supplier_number") == "01234567"
    assert column(grid, rows[1], "supplier") == "Larkfold Ltd; Tern Ltd"
    row = rows[0]
    for name in ("body", "supplier", "amount", "currency", "title", "code", "reference", "status", "procedure", "date"):
        index = grid.header.index(name)
        assert str(at(package, unescaped(row.locators[index].removeprefix("json=")))) == row.cells[index]


def test_a_tender_without_awards_is_a_row_with_a_ceiling():
    grid, rows, _ = read(RELEASE)
    assert [column(grid, row, "amount_kind") for row in rows] == ["ceiling"]
    assert column(grid, rows[0], "amount") == "2000"


def test_numbers_stand_as_they_are_written():
    grid, rows, _ = read(b'{"ocid": "x", "awards": [{"id": 1, "value": {"amount": 1200.50}}]}')
    assert column(grid, rows[0], "amount") == "1200.50"
    grid, rows, _ = read(
        b'[{"Supplier": "Osprey", "Amount": 1e3, "Date": "2021"}, {"Supplier": "Larkfold", "Amount": -0.10}]'
    )
    assert [row.cells[1] for row in rows] == ["1e3", "-0.10"]


def test_contact_points_are_never_given_out():
    _, _, found = read({"releases": [{**RELEASE, "awards": AWARDS}]})
    assert "Clerk" not in repr(found)
    assert "clerk@" not in repr(found)
    _, _, found = read(
        [{"Supplier": "Osprey", "contact_name": "A. Clerk", "officer": {"name": "A. Clerk"}, "Amount": 3}]
    )
    assert "Clerk" not in repr(found)


def test_items_lots_and_long_texts_become_fields():
    _, _, found = read({"releases": [RELEASE]})
    fields = {item.unit: item.text for item in found if isinstance(item, Passage)}
    assert fields["json=/releases/0/tender/items/0/description"] == "Dome cameras"
    assert fields["json=/releases/0/tender/lots/0/title"] == "Town centre"
    assert fields["json=/releases/0/tender/description"] == RELEASE["tender"]["description"]
    assert {item.kind for item in found if isinstance(item, Passage)} == {"field"}


def test_a_record_gives_its_compiled_release_else_the_last():
    grid, rows, _ = read({"records": [{"ocid": "x", "compiledRelease": RELEASE, "releases": [RELEASE, RELEASE]}]})
    assert rows[0].locators[0] == "json=/records/0/compiledRelease/buyer/name"
    later = {**RELEASE, "date": "2022-01-01", "buyer": {"name": "Southmere"}}
    grid, rows, _ = read({"records": [{"ocid": "x", "releases": [later, RELEASE]}]})
    assert [column(grid, row, "body") for row in rows] == ["Southmere"]
    versions = [{"releaseDate": "2021", "value": "Old"}, {"releaseDate": "2022", "value": "New"}]
    grid, rows, _ = read({"records": [{"ocid": "x", "versionedRelease": {"ocid": "x", "tender": {"title": versions}}}]})
    assert [column(grid, row, "title") for row in rows] == ["New"]


def test_a_contract_without_an_award_is_a_row_and_one_with_it_is_not():
    contracts = [
        {"id": "c", "awardID": "a", "value": {"amount": 5}},
        {"id": "d", "awardID": "z", "value": {"amount": 7}},
    ]
    grid, rows, _ = read({**RELEASE, "awards": AWARDS, "contracts": contracts})
    assert [column(grid, row, "amount") for row in rows] == ["1", "2", "7"]


def test_a_list_in_a_wrapper_is_a_table_and_the_others_are_named():
    value = {
        "meta": {"n": 2},
        "stats": {"top": [{"name": "Osprey", "total": 5}]},
        "contracts": [{"title": "CCTV", "awarded_value": 3, "awarded_supplier": "Osprey", "id": i} for i in range(3)],
    }
    _, rows, found = read(value)
    assert len(rows) == 3
    assert rows[1].locators[0] == "json=/contracts/1/title"
    assert any("/stats/top" in (item.note or "") for item in found if isinstance(item, Facts))


def test_a_key_with_odd_letters_is_escaped():
    _, rows, _ = read([{"a/b;~c": "x", "Supplier": "Osprey"}, {"a/b;~c": "y"}])
    assert rows[1].locators[0] == "json=/1/a~1b%3B~0c"
    assert rows[1].cells == ("y", "")


def test_a_broken_line_is_set_aside_and_the_others_are_read():
    lines = b"\n".join(
        [json.dumps(RELEASE).encode(), b'{"ocid": ', json.dumps({**RELEASE, "ocid": "y", "awards": AWARDS}).encode()]
    )
    _, rows, found = read(lines)
    assert [row.locators[0] for row in rows] == ["row=1;json=/buyer/name"] + ["row=3;json=/buyer/name"] * 2
    assert [(item.locator, item.reason) for item in found if isinstance(item, SetAside)] == [("row=2", "broken JSON")]


def test_what_is_no_json_is_set_aside():
    for data in (b'{"a": NaN}', b'{"a": 1', b'["a" "b"]'):
        _, rows, found = read(data)
        assert not rows
        assert [item.reason for item in found if isinstance(item, SetAside)] == ["broken JSON"]


def test_a_bottomless_file_is_refused():
    _, _, found = read(b'{"a":' * 200_000)
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["too large or too deep"]


def test_a_key_that_stands_twice_is_flagged_and_the_last_value_taken():
    _, rows, found = read(
        b'[{"Supplier": "Osprey", "Amount": 5, "Amount": 7}, {"Supplier": "Larkfold", "Supplier": "Larkfold"}]'
    )
    assert [row.cells[1] for row in rows] == ["7", ""]
    aside = [item for item in found if isinstance(item, SetAside)]
    assert [(item.locator, item.reason) for item in aside] == [("", "repeated key")]
    assert "'Amount' in 1" in aside[0].detail
    assert "Supplier" not in aside[0].detail
    assert any(item.is_partial for item in found if isinstance(item, Facts))
    lines = json.dumps(RELEASE).encode() + b'\n{"ocid": "y", "tender": {"title": "CCTV", "title": "Doors"}}'
    _, rows, found = read(lines)
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["repeated key"]
    assert [item.rows_in for item in found if isinstance(item, Facts) and item.rows_in is not None] == [len(rows)]
