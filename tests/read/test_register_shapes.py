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
