"""Workbooks: what they say beside their values — hidden rows, merged cells, notes, signs of formats."""

from __future__ import annotations

import pytest
from tests.ingest.samples import package

from synopticon.ingest import Facts, read_document
from synopticon.ingest.workbooks import layouts, sign_of_format
from synopticon.model.locator import is_locator
from synopticon.model.records import Grid, Passage, Row, SetAside

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00"/>'
    '<numFmt numFmtId="165" formatCode="#,##0\\ [$EUR]"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/><xf numFmtId="9"/></cellXfs></styleSheet>'
)
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
COMMENTS = (
    f'<comments xmlns="{_MAIN}"><authors><author>Ada Vale</author></authors><commentList><comment ref="C3" authorId="0"><text><r><t>'
    "Ada Vale:</t></r><r><t>\n12 of these were removed in 2022.</t></r></text></comment>"
    '<comment ref="A9" authorId="0"><text><t>[Threaded comment]\n\nYour version of the program\nComment: x</t></text></comment>'
    "</commentList></comments>"
)


def number(reference, value, style=0):
    return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'


def text(reference, value):
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


def workbook(rows, *, columns="", merges=(), comments="", hidden=()):
    mark = ' hidden="1"'
    lines = "".join(f'<row r="{at}"{mark if at in hidden else ""}>{"".join(cells)}</row>' for at, cells in rows.items())
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    merged = f"<mergeCells>{merged}</mergeCells>" if merges else ""
    cols = f"<cols>{columns}</cols>" if columns else ""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Kit" sheetId="1" r:id="rId7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId7" Type="{_OFFICE}/worksheet" Target="/xl/worksheets/sheet3.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet3.xml": f'<worksheet xmlns="{_MAIN}">{cols}<sheetData>{lines}</sheetData>{merged}</worksheet>',
    }
    if comments:
        parts["xl/comments1.xml"] = comments
        parts["xl/worksheets/_rels/sheet3.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/comments" Target="../comments1.xml"/></Relationships>'
        )
    return package(parts)


def ods(rows, columns=""):
    names = "".join(f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "text", "table"))  # fmt: skip
    names += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="Kit">{columns}{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    return package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": MANIFEST, "content.xml": content}, first="mimetype")  # fmt: skip


def read(data):
    return list(read_document(data, document="d", name="x.xlsx", source_kind="replies"))


def rows_of(found):
    return [item for item in found if isinstance(item, Row)]


def notes_of(found):
    return " | ".join(item.note for item in found if isinstance(item, Facts) and item.note)


HEADER = [text("A1", "Site"), text("B1", "Make"), text("C1", "Quantity")]


def test_hidden_rows_are_kept_and_marked_and_hidden_columns_named():
    rows = {1: HEADER, 2: [text("A2", "Quay"), text("B2", "Dahua"), number("C2", 9)], 3: [text("A3", "Old pier"), text("B3", "Hikvision"), number("C3", 28)]}  # fmt: skip
    found = read(workbook(rows, hidden={3}, columns='<col min="2" max="2" width="9" hidden="1"/>'))
    assert [(row.cells, row.is_hidden) for row in rows_of(found)] == [
        (("Quay", "Dahua", "9"), False),
        (("Old pier", "Hikvision", "28"), True),
    ]
    assert "sheet Kit: 1 hidden rows" in notes_of(found)
    assert "columns 2 are hidden" in notes_of(found)


def test_the_sign_that_only_a_format_shows_stands_with_the_number():
    rows = {
        1: [text("A1", "Supplier"), text("B1", "Amount"), text("C1", "Price"), text("D1", "Share")],
        2: [text("A2", "Osprey Gate Ltd"), number("B2", 1200.5, 1), number("C2", 7, 2), number("D2", 0.655, 3)],
        3: [text("A3", "Larkfold Ltd"), number("B3", -80, 1), number("C3", 8), number("D3", 1, 3)],
    }
    assert [row.cells for row in rows_of(read(workbook(rows)))] == [
        ("Osprey Gate Ltd", "£1200.5", "EUR 7", "65.5%"),
        ("Larkfold Ltd", "-£80", "8", "100%"),
    ]


@pytest.mark.parametrize(
    ("code", "sign"),
    [("[$£-809]#,##0", "£"), ('"£"#,##0.00', "£"), ("\\€ #,##0", "€"), ("#,##0.00 [$USD]", "USD"), ("[$-409]d-mmm-yy", ""), ("0.0%", "%"), ('0" %off"', ""), ("[Red]#,##0", ""), ("General", ""), ("", "")],
)  # fmt: skip
def test_formats_tell_their_sign(code, sign):
    assert sign_of_format(code) == sign


def test_a_site_merged_down_its_rows_is_given_to_each_and_a_number_is_not():
    rows = {
        1: [*HEADER, text("D1", "Cost")],
        2: [text("A2", "Quay"), text("B2", "Dahua"), number("C2", 9), number("D2", 500)],
        3: [text("B3", "Hikvision"), number("C3", 28)],
    }
    found = read(workbook(rows, merges=["A2:A3", "D2:D3"]))
    assert [row.cells for row in rows_of(found)] == [("Quay", "Dahua", "9", "500"), ("Quay", "Hikvision", "28", "")]
    last = rows_of(found)[1]
    assert last.locators[:2] == ("cell=2,1-3,1", "cell=3,2")
    assert all(map(is_locator, last.locators))


def test_a_header_merged_over_its_columns_names_each_of_them():
    rows = {
        1: [text("A1", "Site"), text("B1", "Cameras"), text("D1", "Recorders")],
        2: [text("B2", "Make"), text("C2", "Quantity"), text("D2", "Make"), text("E2", "Quantity")],
        3: [text("A3", "Quay"), text("B3", "Dahua"), number("C3", 9), text("D3", "Hikvision"), number("E3", 2)],
    }
    grid = next(item for item in read(workbook(rows, merges=["A1:A2", "B1:C1", "D1:E1"])) if isinstance(item, Grid))
    assert grid.header == ("Site", "Cameras Make", "Cameras Quantity", "Recorders Make", "Recorders Quantity")


def test_a_title_merged_over_the_table_stays_one_title():
    rows = {1: [text("A1", "CCTV register")], 2: [text(f"{'ABC'[at]}2", name) for at, name in enumerate(("Site", "Make", "Quantity"))], 3: [text("A3", "Quay"), text("B3", "Dahua"), number("C3", 9)]}  # fmt: skip
    found = read(workbook(rows, merges=["A1:C1"]))
    assert [item.text for item in found if isinstance(item, Passage)] == ["CCTV register"]
    assert next(item for item in found if isinstance(item, Grid)).header == ("Site", "Make", "Quantity")


def test_notes_on_cells_are_passages_without_their_writers():
    rows = {1: HEADER, 2: [text("A2", "Quay"), text("B2", "Dahua"), number("C2", 9)], 3: [text("A3", "Pier"), text("B3", "Dahua"), number("C3", 28)]}  # fmt: skip
    found = read(workbook(rows, comments=COMMENTS))
    assert [(item.unit, item.text) for item in found if isinstance(item, Passage)] == [
        ("sheet=Kit;cell=3,3", "12 of these were removed in 2022.")
    ]
    assert "Ada" not in repr(found)
    assert "1 notes on cells" in notes_of(found)


def test_an_ods_tells_the_same():
    def cell(value, kind="string", more="", inner=""):
        said = f'office:value="{value}"' if kind != "string" else ""
        return f'<table:table-cell office:value-type="{kind}" {said} {more}>{inner}<text:p>{value}</text:p></table:table-cell>'

    note = "<office:annotation><dc:creator>Ada Vale</dc:creator><text:p>12 were removed.</text:p></office:annotation>"
    high, pounds = 'table:number-rows-spanned="2"', 'office:currency="GBP"'
    rows = (
        f"<table:table-row>{cell('Site')}{cell('Make')}{cell('Amount')}</table:table-row>"
        f"<table:table-row>{cell('Quay', more=high)}{cell('Dahua')}"
        f"{cell('1200', 'currency', pounds)}</table:table-row>"
        f'<table:table-row table:visibility="collapse"><table:covered-table-cell/>{cell("Hikvision", inner=note)}{cell("7", "float")}</table:table-row>'
    )
    found = read(ods(rows, '<table:table-column table:number-columns-repeated="3"/>'))
    assert [(row.cells, row.is_hidden) for row in rows_of(found)] == [
        (("Quay", "Dahua", "GBP 1200"), False),
        (("Quay", "Hikvision", "7"), True),
    ]
    assert [(item.unit, item.text) for item in found if isinstance(item, Passage)] == [
        ("sheet=Kit;cell=3,2", "12 were removed.")
    ]
    assert "Ada" not in repr(found)


def test_a_layout_that_is_broken_or_beyond_measure_leaves_the_values(monkeypatch):
    rows = {1: HEADER, 2: [text("A2", "Quay"), text("B2", "Dahua"), number("C2", 9)]}
    found = read(workbook(rows, comments="<comments"))
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["broken XML"]
    monkeypatch.setattr("synopticon.ingest.workbooks._MERGES", 1)
    found = read(workbook(rows, merges=["A1:A2", "B1:B2"]))
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["too many merged cells"]
    assert [row.cells for row in rows_of(found)] == [("Quay", "Dahua", "9")]


def test_marks_at_the_seam_of_two_pieces_are_seen_once(monkeypatch):
    rows = {1: HEADER} | {at: [text(f"A{at}", "Quay"), number(f"C{at}", at, 1)] for at in range(2, 60)}
    data = workbook(rows, hidden={5, 40}, merges=["A2:A3", "A8:A9"])
    whole = layouts(data, "xlsx")["Kit"]
    monkeypatch.setattr("synopticon.ingest.workbooks._CHUNK", 97)
    monkeypatch.setattr("synopticon.ingest.workbooks._OVERLAP", 90)
    assert layouts(data, "xlsx")["Kit"] == whole
    assert whole.hidden_rows == {5, 40}
    assert len(whole.signs) == 58
