"""The charts: the numbers beside them, a description in words, no colour alone, the same bytes every time."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest

from synopticon.publish import charts, publication
from synopticon.publish.chart_kinds import MARKS, Share, funnel_chart, matrix_chart, shares_chart, timeline_chart
from synopticon.publish.drawing import data
from synopticon.publish.mirror import ordered, told
from synopticon.publish.pages.charts import drawings
from synopticon.publish.speech import speaking
from synopticon.publish.view import view
from tests.publish import made_up

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("funnel", "shares", "matrix", "timeline")


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_an_image_of_its_own_with_words_and_numbers_beside_it(site, name):
    root = ET.fromstring((site / f"charts/{name}.svg").read_bytes())
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert (root.findtext(f"{SVG}title") or "").strip()
    assert (root.findtext(f"{SVG}desc") or "").strip()
    style = root.findtext(f"{SVG}style") or ""
    assert "prefers-color-scheme:dark" in style
    assert "url(" not in style
    assert not list(root.iter(f"{SVG}script"))
    rows = list(csv.reader(io.StringIO((site / f"charts/{name}.csv").read_text("utf-8"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_charts_leads_to_image_and_data(pages, name):
    page = pages["charts.html"]
    assert {f"charts/{name}.svg", f"charts/{name}.csv"} <= set(page.links)
    assert {f"t-{name}", f"d-{name}"} <= set(page.ids)


def test_the_numbers_of_the_funnel_are_those_of_the_case(site):
    assert (site / "charts/funnel.csv").read_text("utf-8") == "step,bodies\nasked,52\nreplied,42\nusable,27\n"


def test_a_share_is_drawn_with_its_interval_and_its_base():
    row = Share("f", "<b>", Decimal("0.5"), Decimal("0.25"), Decimal("0.75"), "2 of 4", Decimal(2), Decimal(4), "asked")
    drawn = shares_chart([row])
    assert "c-range" in drawn.shapes
    assert "&lt;b&gt;" in drawn.shapes
    assert "50.0\xa0% · 2 of 4" in drawn.shapes
    assert "c-range" not in shares_chart([replace(row, low=row.value, high=row.value)]).shapes
    assert data(drawn).splitlines()[1] == "f,<b>,2,4,asked,0.5,0.25,0.75"


def test_marks_of_the_matrix_differ_in_shape_and_are_explained():
    drawn = matrix_chart([("argus", "Argus")], [(f"b{n}", f"Body {n}", [mark]) for n, (mark, _) in enumerate(MARKS)], 3)
    for _, words in MARKS:
        assert words in drawn.shapes
    assert "3 more bodies" in drawn.description


def test_a_denial_is_no_holding_in_the_matrix():
    tables = made_up.tables()
    matrix = next(d for d in drawings(view(publication(made_up.case(), tables, made_up.run()))) if d.name == "matrix")
    marks = {row[0]: row[2:] for row in matrix.rows}
    at = matrix.header.index("argus") - 2
    assert marks["body-2"][at] in {"none", ""}
    assert marks["body-0"][at] == "has"


def test_times_are_counted_by_kind():
    drawn = timeline_chart([("owned", "owned", "2019", 2), ("removed", "removed", "2021", 1)], 7)
    assert data(drawn) == "modality,period,statements\nowned,2019,2\nremoved,2021,1\n"
    assert "Claims without a date: 7." in drawn.description


def test_a_funnel_of_nobody_is_not_divided_by_nothing():
    assert funnel_chart([("asked", "Asked", 0)]).rows == (("asked", 0),)


def test_a_case_without_content_has_no_charts_and_says_so():
    seen = view(publication(made_up.case(figures=()), made_up.empty_tables(), made_up.run()))
    assert drawings(seen) == []


def test_a_chart_of_a_language_from_the_right_is_mirrored_and_its_texts_are_not():
    with speaking("ar"):
        drawn = charts.bars("x", [charts.Bar("جهة", Decimal(2), text="49 / 52"), charts.Bar("b", Decimal(1))])
        share = funnel_chart([("asked", "سُئلت", 4), ("usable", "صالحة", 1)])
    assert 'direction="rtl"' in drawn
    assert drawn.count('<g transform="translate(660 0) scale(-1 1)">') == 1
    assert drawn.count('scale(-1 1)">') == 1 + drawn.count("<text") - drawn.count('scale(-1 1)" text-anchor')
    assert "\u206649 / 52\u2069" in drawn
    assert "\u20661 / 4 = 25.0\xa0%\u2069" in share.shapes
    assert "scale(-1 1)" not in charts.bars("x", [charts.Bar("a", Decimal(1))])


def test_shares_among_words_from_the_right_are_isolated():
    assert told("صالحة: 66.7\xa0% <b>") == 'صالحة: <bdi dir="ltr">66.7\xa0%</bdi> &lt;b&gt;'
    with speaking("ar"):
        assert ordered("صالحة 66.7\xa0%") == "صالحة \u206666.7\xa0%\u2069"
    assert ordered("usable 66.7\xa0%") == "usable 66.7\xa0%"


def test_bars_below_one_still_fill_the_room():
    drawn = charts.bars("x", [charts.Bar("a", Decimal("0.5")), charts.Bar("b", Decimal("0.25"))])
    assert 'width="330"' in drawn
    assert 'width="165"' in drawn
