"""Formats of other and older programs: what is read of the ugly samples, and what is refused."""

from __future__ import annotations

import struct
import tarfile

import pytest
from tests.ingest.samples import (
    LETTER,
    SMALLEST,
    UGLY,
    compound,
    database,
    message,
    package,
    shape,
    show,
    slides,
    tar,
    word,
)

from synopticon.errors import SourceError
from synopticon.ingest import Facts, read_document
from synopticon.ingest.formats.eforms import notice_text
from synopticon.ingest.formats.rtf import rtf_flow
from synopticon.ingest.ocds import COLUMNS
from synopticon.ingest.ole import Compound
from synopticon.model.records import Grid, Passage, Row, SetAside


def read(data: bytes, name: str = "x"):
    return list(read_document(data, document="d", name=name, source_kind="replies"))


def texts(found) -> list[str]:
    return [item.text for item in found if isinstance(item, Passage)]


def rows(found) -> list[tuple[str, ...]]:
    return [item.cells for item in found if isinstance(item, Row)]


def asides(found) -> list[tuple[str, str]]:
    return [(item.reason, item.locator) for item in found if isinstance(item, SetAside)]


def test_a_word_file_gives_fields_as_their_result_and_tables_as_rows() -> None:
    found = read(UGLY["doc"][1])
    assert texts(found) == ["Größe: £350", "بلدية"]
    assert rows(found) == [("Dahua", "9")]


def test_a_locked_or_ancient_word_file_is_set_aside() -> None:
    data = word("The Council owns 28 cameras.")
    at = data.index(struct.pack("<HH", 0xA5EC, 0x00C1))
    locked = data[: at + 10] + struct.pack("<H", 0x0300) + data[at + 12 :]
    assert asides(read(locked)) == [("encrypted", "")]
    ancient = data[: at + 2] + struct.pack("<H", 0x0065) + data[at + 4 :]
    assert asides(read(ancient)) == [("unsupported format", "")]


def test_an_outlook_message_gives_body_attachments_and_the_message_inside() -> None:
    found = read(UGLY["msg"][1])
    units = [(item.unit, item.text) for item in found if isinstance(item, Passage)]
    assert ("part=0", "RE: cameras") in units
    assert ("part=1", "See the table.") in units
    assert any(text == "Forwarded." and unit.startswith("part=5;part=1") for unit, text in units)
    assert rows(found) == [("Dahua", "9")]
    assert [item.received for item in found if isinstance(item, Facts) and item.received] == ["2020-11-25"]
    assert asides(found) == [("unsupported format", "part=4")]


def test_a_message_of_packed_rich_text_only_says_what_to_do() -> None:
    streams = {name: data for name, data in message("").items() if "1000001F" not in name}
    found = read(compound(streams | {"__substg1.0_10090102": b"packed"}))
    assert asides(found) == [("unsupported format", "part=1")]


def test_a_compound_file_whose_chain_turns_in_a_circle_ends() -> None:
    data = bytearray(compound(message("We own 28 cameras." * 200)))
    table = len(data) - 512
    first = data.index("We own".encode("utf-16-le")) // 512 - 1
    struct.pack_into("<I", data, table + 4 * (first + 1), first)
    assert read(bytes(data))
    with pytest.raises(SourceError):
        Compound(bytes(data[:600]))


def test_rich_text_keeps_letters_of_every_code_page_and_its_tables() -> None:
    found = read(UGLY["rtf"][1])
    assert texts(found) == ["Größe€ {1}", "بلدية", "Below."]
    assert rows(found) == [("Dahua", "9")]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (rb"{\rtf1\uc1 A\u1603 ?B}", "AكB\n"),
        (rb"{\rtf1\uc0 \u-10179 x}", "\ufffdx\n"),
        (rb"{\rtf1 {\*\unknown gone}{\field{\fldinst HYPERLINK}{\fldrslt shown}}\line end}", "shown end\n"),
        (rb"{\rtf1 a{b{c\par", "abc\n"),
        (b"{\\rtf1 }}}}", ""),
    ],
)
def test_rich_text_is_read_as_a_writer_sees_it(data: bytes, text: str) -> None:
    assert rtf_flow(data).text == text


def test_slides_are_read_in_their_order_with_their_tables() -> None:
    found = read(UGLY["pptx"][1])
    assert texts(found) == ["Cameras"]
    assert rows(found) == [("Dahua", "9")]
    many = read(slides(*(shape(f"Slide {number}") for number in range(1, 12))))
    assert texts(many) == [f"Slide {number}" for number in range(1, 12)]


def test_a_database_gives_its_tables_without_people_and_runs_no_view() -> None:
    found = read(UGLY["sqlite"][1])
    (grid,) = [item for item in found if isinstance(item, Grid)]
    assert grid.unit == 'sheet=odd "name%3B 1'
    assert grid.fields[:3] == ("maker", "person", "place")
    assert rows(found) == [("Dahua", "", "", ""), ("", "", "2", "1.5")]


def test_a_database_with_a_log_beside_it_is_read_and_a_broken_one_set_aside() -> None:
    data = database("CREATE TABLE cameras (Make)", "INSERT INTO cameras VALUES ('Dahua')")
    assert rows(read(data[:18] + b"\x02\x02" + data[20:])) == [("Dahua",)]
    assert asides(read(data[:100] + b"\xff" * (len(data) - 100)))[0][0] == "broken database"


def test_a_tar_is_read_by_its_files_and_never_by_its_links() -> None:
    found = read(UGLY["tar"][1])
    units = {item.unit for item in found if isinstance(item, Passage)}
    assert "member=../../up%3B1.txt" in units
    assert not any("hostname" in text for text in texts(found))
    assert len(rows(found)) == 2


def test_a_tar_without_a_mark_is_known_by_its_sum_and_a_cut_one_is_partly_read() -> None:
    data = bytearray(tar({"letter.txt": LETTER}, form=tarfile.USTAR_FORMAT))
    data[257:265] = bytes(8)
    data[148:156] = b" " * 8
    data[148:156] = f"{sum(data[:512]):06o}\0 ".encode()
    assert "The Council owns 28 Hikvision cameras." in texts(read(bytes(data)))
    data[148] ^= 1
    assert asides(read(bytes(data))) == [("unsupported format", "")]
    cut = read(tar({"a.txt": "Northmere.", "b.txt": LETTER * 20})[:1800])
    assert texts(cut) == ["Northmere."]
    assert asides(cut)


def test_an_award_notice_gives_a_row_per_contract_and_no_person() -> None:
    data = UGLY["eforms"][1]
    found = read(data)
    text = notice_text(data)
    named = [dict(zip(COLUMNS, item.cells, strict=True)) for item in found if isinstance(item, Row)]
    keys = ("body", "title", "supplier", "amount", "currency", "amount_kind", "date", "status")
    assert [tuple(row[key] for key in keys) for row in named] == [
        ("Northmere", "Lot 1", "Osprey Gate Ltd", "1000", "EUR", "award", "2024-03-01", ""),
        ("Northmere", "Lot 2", "", "2000", "EUR", "award", "2024-03-01", ""),
        ("Northmere", "Lot 3", "", "", "", "", "2024-03-01", "clos-nw"),
    ]
    assert {row["code"] for row in named} == {"35125300"}
    for item in found:
        if isinstance(item, Row):
            spans = [locator.removeprefix("char=").split(",") for locator in item.locators]
            assert tuple(text[int(start) : int(end)] for start, end in spans) == item.cells
        if isinstance(item, Passage):
            assert text[item.start : item.start + len(item.text)] == item.text
    assert "Ada Vale" not in text
    assert "Ben Thorpe" not in text


def test_a_tender_notice_gives_its_estimate() -> None:
    (row,) = [item for item in read(SMALLEST["eforms"][1]) if isinstance(item, Row)]
    named = dict(zip(COLUMNS, row.cells, strict=True))
    assert (named["body"], named["amount"], named["amount_kind"]) == ("Northmere", "90000", "estimate")
    assert named["notice_kind"] == "ContractNotice"


def test_a_batch_of_requests_keeps_the_folder_of_each_request() -> None:
    data = package({"northmere/1/reply.txt": LETTER, "larkfold/1/reply.msg": SMALLEST["msg"][1]})
    units = {item.unit.split(";")[0] for item in read(data) if isinstance(item, Passage)}
    assert units == {"member=northmere/1/reply.txt", "member=larkfold/1/reply.msg"}


def test_an_old_presentation_is_read_as_it_was_last_saved():
    data = compound(
        show("Northmere CCTV", "28 Hikvision cameras\r9 of Dahua", note="Ask for models", deleted="30 cameras")
    )
    found = list(read_document(data, document="d", name="x.ppt", source_kind="replies"))
    assert [(item.kind, item.text) for item in found if isinstance(item, Passage)] == [
        ("heading", "Northmere CCTV"),
        ("paragraph", "28 Hikvision cameras"),
        ("paragraph", "9 of Dahua"),
        ("paragraph", "Ask for models"),
    ]
    assert [item.pages for item in found if isinstance(item, Facts) and item.pages] == [1]


def test_a_presentation_with_a_password_is_named():
    streams = show("Northmere", "28 cameras")
    user = streams["Current User"]
    streams["Current User"] = user[:12] + struct.pack("<I", 0xF3D1C4DF) + user[16:]
    found = list(read_document(compound(streams), document="d", name="x.ppt", source_kind="replies"))
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["encrypted"]
