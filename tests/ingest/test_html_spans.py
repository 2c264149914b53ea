"""Cells of HTML tables that reach over columns and rows."""

from __future__ import annotations

from synopticon.ingest import read_document
from synopticon.model.records import Row


def rows_of(html: str) -> list[tuple[str, ...]]:
    items = read_document(html.encode(), document="d", name="a.html", source_kind="replies")
    return [item.cells for item in items if isinstance(item, Row)]


def test_a_text_over_several_rows_stands_in_each_and_a_number_once() -> None:
    page = (
        "<table><tr><th>Depot</th><th>Make</th><th>Cameras</th></tr>"
        "<tr><td rowspan=2>Quay</td><td>Axis</td><td>4</td></tr>"
        "<tr><td>Bosch</td><td rowspan='2'>7</td></tr>"
        "<tr><td>Mill</td><td>Bosch</td></tr></table>"
    )
    assert rows_of(page) == [("Quay", "Axis", "4"), ("Quay", "Bosch", "7"), ("Mill", "Bosch", "")]


def test_spans_that_make_no_sense_do_no_harm() -> None:
    page = (
        "<table><tr><th>Depot</th><th>Make</th></tr><tr><td rowspan='x' colspan='-1'>Quay</td><td>Axis</td></tr>"
        "<tr><td>Mill</td><td rowspan='99999'>Bosch</td></tr></table>"
    )
    assert rows_of(page) == [("Quay", "Axis"), ("Mill", "Bosch")]
