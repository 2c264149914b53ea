"""Shapes of tables that replies send: sheets of others, named answers, the same count year after year, outlines."""

from __future__ import annotations

from synopticon.model.records import Claim, Grid, Row
from synopticon.read.tables import read_tables
from synopticon.reference.headers import fields_of

DOCUMENT = "d" * 64


def claims(header: list[str], rows: list[list[str]], *, unit: str = "", title: str = "") -> list[Claim]:
    grid = Grid(DOCUMENT, 0, unit, "table", title, tuple(header), fields_of(header), 1, is_hidden=False)
    listed = [Row(DOCUMENT, 0, at, tuple(cells)) for at, cells in enumerate(rows, 2)]
    found = read_tables(DOCUMENT, "northmere", "replies", [(grid, listed)], language=None)
    return [record for record in found if isinstance(record, Claim)]


def held(found: list[Claim]) -> list[tuple[str | None, str | None]]:
    return [(c.maker, str(c.quantity)) for c in found if c.modality == "owned" and c.polarity == "affirmed"]


def test_a_sheet_of_somebody_elses_things_is_no_holding() -> None:
    rows = [["Quay", "Bosch", "12"], ["Mole", "Axis", "3"]]
    assert held(claims(["Site", "Make", "Qty"], rows, unit="sheet=Our cameras")) == [("bosch", "12"), ("axis", "3")]
    for other in ("sheet=Pier - not ours", "sheet=Third party owned"):
        assert not held(claims(["Site", "Make", "Qty"], rows, unit=other))
    assert not held(claims(["Site", "Make", "Qty"], rows, title="These are owned by Harbour Living plc."))


def test_a_column_named_answer_holds_sentences() -> None:
    rows = [["Fire", "12 Bosch cameras. Never bought Hikvision."], ["Parks", "No reply received"]]
    found = claims(["Department", "Our response"], rows)
    assert held(found) == [("bosch", "12")]
    assert [(c.maker, c.polarity) for c in found if c.maker == "hikvision"] == [("hikvision", "negated")]


def test_a_chinese_table_of_questions_is_read_as_one() -> None:
    found = claims(["问题", "答复"], [["一、品牌及数量", "海康威视12台，宇视7台"], ["二、金额", "不予公开"]])
    assert held(found) == [("hikvision", "12"), ("uniview", "7")]


def test_a_maker_and_the_one_that_bought_it_are_one() -> None:
    assert held(claims(["Site", "Make", "Qty"], [["Quay", "Samsung / Hanwha", "4"]])) == [("hanwha", "4")]


def summed(found: list[Claim]) -> dict[str | None, int]:
    sums: dict[str | None, int] = {}
    for maker, number in held(found):
        sums[maker] = sums.get(maker, 0) + int(number or 0)
    return sums


def test_a_maker_that_stands_alone_is_a_heading_for_the_rows_below() -> None:
    rows = [
        ["Bosch", ""],
        ["Quay", "12"],
        ["Mole", "3"],
        ["Axis", ""],
        ["Quay", "4"],
        ["Other makes", ""],
        ["Pier", "9"],
    ]
    found = claims(["Site", "Number of cameras"], rows)
    assert summed([c for c in found if c.makers]) == {"bosch": 15, "axis": 4}


def test_a_kind_that_stands_alone_is_a_heading_too() -> None:
    rows = [["CAMERAS", "", ""], ["Dome", "Bosch", "12"], ["RECORDERS", "", ""], ["16 channel", "Bosch", "2"]]
    found = claims(["Item", "Make", "Qty"], rows)
    assert [(c.product_kind, str(c.quantity)) for c in found] == [("camera", "12"), ("recorder", "2")]


def test_a_maker_told_once_holds_for_the_rows_below_and_sums_count_once() -> None:
    rows = [
        ["Bosch", "Quay", "12"],
        ["", "Mole", "3"],
        ["Bosch total", "", "15"],
        ["Axis", "Quay", "4"],
        ["", "Pier", "1"],
    ]
    assert summed(claims(["Make", "Site", "No. of cameras"], rows)) == {"bosch": 15, "axis": 5}


def test_an_empty_maker_beside_another_place_is_unknown() -> None:
    found = claims(["Site", "Make", "No. of cameras"], [["Quay", "Bosch", "12"], ["Mole", "", "3"]])
    assert summed([c for c in found if c.makers]) == {"bosch": 12}


def test_of_the_same_count_year_after_year_the_last_is_what_there_is() -> None:
    found = claims(["31 March", "Cameras (Bosch)"], [["2019", "45"], ["2020", "52"], ["2021", "57"]])
    assert summed(found) == {"bosch": 57}
    assert {c.basis for c in found if c.modality == "other"} == {"earlier"}
    columns = claims(["Make", "2020", "2021", "2022"], [["Bosch", "45", "52", "57"], ["Axis", "9", "9", "8"]])
    assert summed(columns) == {"bosch": 57, "axis": 8}


def test_what_was_bought_each_year_adds_up() -> None:
    rows = [["2019", "5"], ["2020", "12"], ["2021", "7"]]
    assert summed(claims(["Year purchased", "Bosch cameras"], rows)) == {"bosch": 24}
    assert summed(claims(["Year", "Bosch cameras"], [["2019", "5"], ["2020", "52"], ["2021", "7"]])) == {"bosch": 64}


def test_years_of_different_things_are_no_series() -> None:
    rows = [["Quay", "Bosch", "12", "2019"], ["Mole", "Bosch", "13", "2020"], ["Pier", "Axis", "4", "2020"]]
    assert summed(claims(["Site", "Make", "Qty", "Year"], rows)) == {"bosch": 25, "axis": 4}


def test_a_column_of_running_numbers_counts_nothing() -> None:
    rows = [["1", "DS-2CD2143G2-I", "Quay"], ["2", "DS-2CD2143G2-I", "Mole"], ["3", "DS-2CD2143G2-I", "Pier"]]
    assert summed(claims(["Unit", "Model", "Location"], rows)) == {"hikvision": 3}


def test_yes_and_no_under_in_use_are_no_numbers() -> None:
    rows = [["C1", "Bosch", "Yes"], ["C2", "Bosch", "Yes"], ["C3", "Axis", "Yes"]]
    assert summed(claims(["Asset ID", "Mfr", "In use?"], rows)) == {"bosch": 2, "axis": 1}


def test_a_last_column_that_adds_up_the_kinds_beside_it_counts_once() -> None:
    rows = [["Bosch", "10", "5", "1", "16"], ["Axis", "2", "0", "1", "3"]]
    assert summed(claims(["Make", "Dome", "Bullet", "PTZ", "Total"], rows)) == {"bosch": 16, "axis": 3}


def test_makers_across_and_kinds_down() -> None:
    rows = [["Number of cameras", "12", "4"], ["Number of NVRs", "2", "1"]]
    found = claims(["Manufacturer", "Hikvision", "Axis"], rows)
    assert summed([c for c in found if c.product_kind == "camera"]) == {"hikvision": 12, "axis": 4}


def test_a_cell_may_list_makers_with_their_numbers() -> None:
    rows = [["Quay", "Hikvision x 8, Dahua x 4"], ["Mole", "4 Hikvision"], ["Pier", "2"]]
    found = claims(["Site", "Cameras"], rows)
    assert summed([c for c in found if c.makers]) == {"hikvision": 12, "dahua": 4}
    assert {c.locator.split(";")[0] for c in found} == {"cell=2,2", "cell=3,2", "cell=4,2"}


def test_a_subtotal_between_devices_is_no_device() -> None:
    rows = [["", "C1", "Bosch", "Quay"], ["", "", "", "Subtotal page 1"], ["", "C2", "Bosch", "Mole"]]
    assert summed(claims(["", "Asset ID", "Make", "Site"], rows)) == {"bosch": 2}
