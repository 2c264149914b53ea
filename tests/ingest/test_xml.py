"""XML of any kind: texts in order at their places, records as tables, persons left out, hostile trees."""

from __future__ import annotations

from tests.ingest.samples import UGLY

from synopticon.ingest import Facts, read_document
from synopticon.model.records import Grid, Passage, Row, SetAside

SPEND = """<?xml version="1.0" encoding="UTF-8"?>
<spending period="March 2021" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b">
  <publisher>Northmere Council</publisher>
  <payment ref="7"><supplierName>Osprey Gate Ltd</supplierName><amount>120.50</amount><date>2021-03-01</date>
    <contactPoint><name>Ada Vale</name></contactPoint></payment>
  <payment ref="8"><supplierName>Larkfold Ltd</supplierName><amount>80</amount><date>2021-03-02</date></payment>
  <remarks>The Council owns <b>28</b> cameras.</remarks>
</spending>"""


def read(text, kind="ledger", name="x.xml"):
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_document(data, document="d", name=name, source_kind=kind))


def texts(found):
    return [(item.kind, item.text) for item in found if isinstance(item, Passage)]


def aside(found):
    return [(item.locator, item.reason) for item in found if isinstance(item, SetAside)]


def test_texts_come_in_their_order_and_attributes_with_their_names():
    assert texts(read(SPEND)) == [
        ("field", "period: March 2021"),
        ("field", "Northmere Council"),
        ("paragraph", "The Council owns 28 cameras."),
    ]


def test_records_that_repeat_are_a_table_with_their_places():
    found = read(SPEND)
    grid = next(item for item in found if isinstance(item, Grid))
    rows = [item for item in found if isinstance(item, Row)]
    assert grid.header == ("ref", "supplierName", "amount", "date")
    assert (grid.kind, grid.fields[1:]) == ("ledger", ("supplier", "amount", "date"))
    assert [row.cells for row in rows] == [
        ("7", "Osprey Gate Ltd", "120.50", "2021-03-01"),
        ("8", "Larkfold Ltd", "80", "2021-03-02"),
    ]
    start, end = map(int, rows[0].locators[1].removeprefix("char=").split(","))
    assert end - start == len("Osprey Gate Ltd")
    before = "period: March 2021\nNorthmere Council\nref\tsupplierName\tamount\tdate\n7\t"
    assert start == len(before)


def test_persons_are_left_out_and_the_document_says_so():
    found = read(SPEND)
    assert "Ada" not in repr(found)
    assert any("contactPoint" in (item.note or "") for item in found if isinstance(item, Facts))
    assert "northmere.example" not in repr(read(UGLY["xml"][1]))


def test_entities_are_not_filled_in():
    found = read(UGLY["xml"][1])
    assert "boom" not in repr(found)
    assert "root:" not in repr(found)
    assert any("<b>28</b> cameras <and>" in text for _, text in texts(found))


def test_records_inside_records_are_read_as_texts():
    found = read(
        "<a><lot><t>One</t><item><n>Dome</n><q>2</q></item><item><n>Bullet</n><q>3</q></item></lot><lot><t>Two</t></lot></a>"
    )
    assert texts(found) == [("field", "One"), ("field", "Two")]
    assert [item.cells for item in found if isinstance(item, Row)] == [("Dome", "2"), ("Bullet", "3")]


def test_a_broken_a_deep_and_a_laughing_file_are_set_aside():
    assert aside(read(SPEND[:-12])) == [("", "broken XML")]
    assert aside(read("<?xml version='1.0'?>" + "<a>" * 100_000)) == [("", "broken XML")]
    laugh = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    found = read(f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{laugh}]><l>&l11; 28 cameras</l>')
    assert len(repr(found)) < 5000


def test_a_page_and_a_notice_are_still_what_they_are():
    page = '<?xml version="1.0"?><!DOCTYPE html><html><body><p>We own 28 cameras.</p></body></html>'
    assert [item.media_type for item in read(page) if isinstance(item, Facts) and item.media_type] == ["text/html"]


def test_markup_without_its_first_line_is_told_by_the_suffix():
    bare = "<reply><p>We own 28 cameras.</p></reply>"
    assert texts(read(bare)) == [("field", "We own 28 cameras.")]
    assert texts(read(bare, name="x.txt")) == [("paragraph", bare)]
