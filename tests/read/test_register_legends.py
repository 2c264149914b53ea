"""Codes in tables that another table, or a line of the document, explains."""

from __future__ import annotations

from synopticon.model.records import Claim, Grid, Row
from synopticon.read.legends import decoded_columns, meanings_in, meanings_told
from synopticon.read.tables import read_tables
from synopticon.reference.headers import fields_of

DOCUMENT = "d" * 64


def table(header: list[str], rows: list[list[str]], unit: str = "", number: int = 0) -> tuple[Grid, list[Row]]:
    grid = Grid(DOCUMENT, number, unit, "table", "", tuple(header), fields_of(header), 1, is_hidden=False)
    return grid, [Row(DOCUMENT, number, at, tuple(cells)) for at, cells in enumerate(rows, 2)]


def claims(*tables: tuple[Grid, list[Row]], texts: tuple[str, ...] = ()) -> list[Claim]:
    found = read_tables(DOCUMENT, "northmere", "replies", tables, language="en", texts=texts)
    return [record for record in found if isinstance(record, Claim)]


KEY = table(
    ["Code", "Meaning"],
    [["HK", "Hikvision (UK)"], ["BO", "Bosch"], ["CA", "Camera"], ["MO", "Monitor"], ["L", "Live"], ["D", "Disposed"]],
    "sheet=Key",
    1,
)
DEVICES = table(
    ["Asset ID", "Cls", "Mfr", "St"],
    [["A1", "CA", "HK", "L"], ["A2", "CA", "BO", "L"], ["A3", "MO", "HK", "L"], ["A4", "CA", "HK", "D"]],
    "sheet=Extract",
)


def test_a_key_on_another_sheet_explains_makers_kinds_and_states() -> None:
    found = {(c.maker, c.product_kind, c.modality) for c in claims(DEVICES, KEY)}
    assert found == {
        ("hikvision", "camera", "owned"),
        ("bosch", "camera", "owned"),
        ("hikvision", "monitor", "owned"),
        ("hikvision", "camera", "removed"),
    }


def test_evidence_of_a_code_is_the_code_in_its_cell() -> None:
    assert {(c.locator, c.quote) for c in claims(DEVICES, KEY) if c.maker == "bosch"} == {
        ("sheet=Extract;cell=3,3", "BO")
    }


def test_the_key_itself_claims_nothing() -> None:
    assert not claims(KEY)


def test_a_key_without_a_header_is_known_by_its_sheet() -> None:
    key = table(["HK", "Hikvision"], [["BO", "Bosch"]], "sheet=Legend", 1)
    assert meanings_in(*key) == {"hk": "Hikvision", "bo": "Bosch"}


def test_two_columns_of_places_and_makers_are_no_key() -> None:
    assert not meanings_in(*table(["Site", "Maker"], [["HQ", "Bosch"], ["DEPOT", "Axis"]]))


def test_a_line_of_the_letter_explains_codes_of_states() -> None:
    assert meanings_told(["L = live; R = removed from site"]) == {"l": "live", "r": "removed from site"}
    rows = table(["ID", "Make", "St"], [["1", "Bosch", "L"], ["2", "Bosch", "R"]])
    found = claims(rows, texts=("St: L = live; R = removed from site",))
    assert sorted(c.modality for c in found) == ["owned", "removed"]


def test_numbers_of_things_are_not_read_as_codes() -> None:
    _, rows = table(["Make", "Qty"], [["Bosch", "3"], ["Axis", "12"]])
    assert not decoded_columns(rows, {"a": "Axis", "b": "Bosch"})
