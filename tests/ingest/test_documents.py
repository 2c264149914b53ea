"""Workbooks, letters, pages and plain text: what is read, with which locators."""

from __future__ import annotations

import io

import pytest
from tests.ingest.samples import docx, package, paragraph, word_table, xlsx

from synopticon.ingest import Facts, Format, read_document
from synopticon.ingest.format import Content
from synopticon.ingest.formats.html import page_flow
from synopticon.ingest.markup import parse_html
from synopticon.model.records import Grid, Passage, Row, SetAside


def read(data, name="x", kind="replies"):
    return list(
        read_document(data if isinstance(data, bytes) else data.encode(), document="d", name=name, source_kind=kind)
    )


def kinds(found, kind):
    return [item for item in found if isinstance(item, kind)]


def notes(found):
    return [item.note for item in kinds(found, Facts) if item.note]


def test_cells_of_a_sheet_have_the_numbers_that_the_sheet_shows():
    found = read(
        xlsx(
            {
                "Cameras": {
                    "B3": "Northmere",
                    "B5": "Make",
                    "C5": "Quantity",
                    "B6": "Hikvision",
                    "C6": 28.0,
                    "B8": "Total",
                    "C8": 28.5,
                }
            }
        )
    )
    (grid,) = kinds(found, Grid)
    assert (grid.unit, grid.header_row, grid.title) == ("sheet=Cameras", 5, "Northmere")
    assert grid.header == ("", "Make", "Quantity")
    assert [(row.row, row.cells, row.is_total) for row in kinds(found, Row)] == [
        (6, ("", "Hikvision", "28"), False),
        (8, ("", "Total", "28.5"), True),
    ]
    assert [(item.unit, item.grid) for item in kinds(found, Passage)] == [("sheet=Cameras;cell=3,2", 0)]


def test_hidden_sheets_are_flagged_and_sheets_of_notes_are_passages():
    found = read(
        xlsx(
            {
                "Read me; 1": {"A1": "Cameras in service only."},
                "Old": {"A1": "Model", "B1": "Quantity", "A2": "X1", "B2": 7},
            },
            ("Old",),
        )
    )
    assert [item.unit for item in kinds(found, Passage)] == ["sheet=Read me%3B 1;cell=1,1"]
    assert [grid.is_hidden for grid in kinds(found, Grid)] == [True]


def test_a_header_over_two_rows_is_joined_and_keeps_its_fields():
    cells = {
        "A1": "Asset",
        "C1": "Place",
        "A2": "Model",
        "B2": "Quantity",
        "C2": "Ward",
        "A3": "X1",
        "B3": 2,
        "C3": "Quay",
    }
    (grid,) = kinds(read(xlsx({"S": cells})), Grid)
    assert grid.header == ("Asset Model", "Asset Quantity", "Place Ward")
    assert grid.fields[:2] == ("model", "quantity")
    assert grid.header_row == 2


def test_two_tables_in_one_sheet_are_two_grids_and_the_text_below_is_a_passage():
    cells = {
        "A1": "Make",
        "B1": "Quantity",
        "A2": "Axis",
        "B2": 1,
        "A5": "Supplier",
        "B5": "Amount",
        "A6": "Osprey",
        "B6": 5,
        "A9": "Prepared in March.",
    }
    found = read(xlsx({"S": cells}))
    assert [grid.header_row for grid in kinds(found, Grid)] == [1, 5]
    assert [row.row for row in kinds(found, Row)] == [2, 6]
    assert [item.text for item in kinds(found, Passage)] == ["Prepared in March."]


def test_corners_far_apart_are_refused():
    found = read(xlsx({"S": {"A1": "x", "XFD1048576": "y"}}))
    assert [item.reason for item in kinds(found, SetAside)] == ["too many empty cells between the corners of a sheet"]


def test_an_old_workbook_that_is_rubbish_is_set_aside():
    rubbish = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600)
    assert len(kinds(read(rubbish, "x.xls"), SetAside)) == 1


def test_a_letter_is_read_in_its_order_as_one_text():
    body = (
        paragraph("12 March 2021")
        + paragraph("We own:")
        + word_table([["Make", "Quantity"], ["Hikvision", "28"]])
        + paragraph("Kind regards")
    )
    found = read(docx(body))
    text = "12 March 2021\nWe own:\nMake\tQuantity\nHikvision\t28\nKind regards\n"
    assert all(text[item.start : item.start + len(item.text)] == item.text for item in kinds(found, Passage))
    (row,) = kinds(found, Row)
    assert row.locators == (
        f"char={text.index('Hikvision')},{text.index('Hikvision') + 9}",
        f"char={text.index('28')},{text.index('28') + 2}",
    )
    assert [type(item).__name__ for item in found if not isinstance(item, Facts)] == [
        "Passage",
        "Passage",
        "Grid",
        "Row",
        "Passage",
    ]
    assert [item.received for item in kinds(found, Facts) if item.received] == ["2021-03-12"]
    assert [item.grid for item in kinds(found, Passage)] == [None, 0, None]
    assert [grid.title for grid in kinds(found, Grid)] == ["We own:"]


def test_deleted_text_is_left_out_and_comments_are_not_read():
    body = "<w:p><w:del><w:r><w:delText>29</w:delText></w:r></w:del><w:ins><w:r><w:t>28</w:t></w:r></w:ins><w:r><w:t> cameras</w:t></w:r></w:p>"
    data = docx(body)
    assert [item.text for item in kinds(read(data), Passage)] == ["28 cameras"]
    assert any("tracked changes" in note for note in notes(read(data)))


def test_a_container_with_entities_is_not_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    data = package(
        {
            "word/document.xml": bomb
            + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
        }
    )
    assert "bbbbbbbbbb" not in repr(kinds(read(data), Passage))


def test_menus_forms_and_comments_around_an_article_are_furniture():
    html = (
        "<html><body><header>Site</header><nav>Home</nav><div class='cookie-banner'>We use cookies</div><main><article><header><h1>Cameras</h1></header>"
        "<p>The Council  owns <b>28</b>\n cameras.</p><script>var x = 1</script></article></main><section id='comments'><p>First!</p></section>"
        "<footer>Contact</footer></body></html>"
    )
    found = {item.text: item.kind for item in kinds(read(html), Passage)}
    assert found == {
        "Site": "furniture",
        "Home": "furniture",
        "We use cookies": "furniture",
        "Cameras": "heading",
        "The Council owns 28 cameras.": "paragraph",
        "First!": "furniture",
        "Contact": "furniture",
    }


def test_passages_and_cells_of_a_page_stand_in_its_text():
    html = "<html><body><p>One <i>two</i></p><table><tr><th>Make</th><th>Quantity</th></tr><tr><td>Hikvision</td><td>28</td></tr></table><p>Three<br>four</p></body></html>"
    found = read(html)
    text = page_flow(parse_html(html)).text
    for item in kinds(found, Passage):
        assert text[item.start : item.start + len(item.text)] == item.text
    (row,) = kinds(found, Row)
    assert [text[slice(*map(int, locator.removeprefix("char=").split(",")))] for locator in row.locators] == [
        "Hikvision",
        "28",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2021-03-12T09:00:00Z'>",
        "<meta name='date' content='2021-03-12'>",
        "<title>t</title>",
    ],
)
def test_the_day_of_an_article_is_told(head):
    found = read(
        f"<html><head>{head}</head><body><time datetime='2021-03-12'>today</time><p>28 cameras</p></body></html>"
    )
    assert [item.received for item in kinds(found, Facts) if item.received] == ["2021-03-12"]


def test_plain_text_is_cut_where_the_writer_cut_it():
    text = "\ufeffThe first paragraph of this text is wrapped by a program at about sixty\ncolumns, and goes on here.\n1) None\n2) Two\n\nA last line.\n"
    found = kinds(read(text.encode()), Passage)
    assert [item.text.split("\n")[0] for item in found] == [
        "The first paragraph of this text is wrapped by a program at about sixty",
        "1) None",
        "2) Two",
        "A last line.",
    ]
    assert [item.kind for item in found] == ["paragraph", "item", "item", "paragraph"]
    assert all(text[1:][item.start : item.start + len(item.text)] == item.text for item in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("يملك المجلس ثمانيًا وعشرين كاميرا من صنع هيكفيجن في وسط المدينة", "ar"),
        ("市议会在市中心拥有二十八台海康威视摄像头。", "zh"),
        ("The council owns twenty-eight cameras in the town centre.", "en"),
    ],
)
def test_the_language_of_each_passage_is_told(text, language):
    assert [item.language for item in kinds(read(text), Passage)] == [language]


@pytest.mark.parametrize("data", [b" \n\n", docx(""), b"<html><body></body></html>"])
def test_a_document_that_says_nothing_is_set_aside(data):
    assert [(item.locator, item.reason) for item in kinds(read(data), SetAside)] == [("", "nothing to read")]


def test_an_error_inside_a_parser_is_fenced(monkeypatch):
    from synopticon.ingest import reading

    class Panic(BaseException):
        pass

    def fail(content: Content):
        yield Facts()
        raise Panic("index out of range")

    broken = Format("text", ("text/plain",), (".txt",), lambda data: 1, fail)
    monkeypatch.setattr(reading, "formats", lambda: (broken,))
    assert [(item.reason, item.detail) for item in kinds(read("x"), SetAside)] == [
        ("unreadable", "Panic: index out of range")
    ]


def test_a_person_who_stops_the_program_is_heard(monkeypatch):
    from synopticon.ingest import reading

    def stop(content: Content):
        yield Facts()
        raise KeyboardInterrupt

    broken = Format("text", ("text/plain",), (".txt",), lambda data: 1, stop)
    monkeypatch.setattr(reading, "formats", lambda: (broken,))
    with pytest.raises(KeyboardInterrupt):
        read("x")


def test_an_old_workbook_is_read():
    xlwt = pytest.importorskip("xlwt", reason="xlwt writes old workbooks; it is in the group of fixture writers")
    book = xlwt.Workbook()
    sheet = book.add_sheet("Cameras")
    for at, line in enumerate([("Make", "Quantity"), ("Hikvision", 28)]):
        for column, value in enumerate(line):
            sheet.write(at, column, value)
    sink = io.BytesIO()
    book.save(sink)
    assert [row.cells for row in kinds(read(sink.getvalue()), Row)] == [("Hikvision", "28")]
