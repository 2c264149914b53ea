"""The second parser: it finds the same words at the same place, and says so when it does not."""

from __future__ import annotations

import importlib
import io
import json
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.ingest.samples import letter_page, pdf, png, recognise

from synopticon.ingest import read_document, second
from synopticon.ingest.second import Spot, folded, packed, second_readings
from synopticon.model.boxes import PageMap, lines_of
from synopticon.model.records import PageBoxes, Passage

LINES = [
    "Northmere Council",
    "The Council owns 19 Hikvision cameras and 9 Dahua",
    "cameras, which stand in the car parks.",
]
needs_parser = pytest.mark.skipif(not second.version(), reason="pdfminer.six, the extra pdf-check, is not installed")


def spot(data, words, *, number=0, reader=None):
    """Return where some words of a document stand."""
    found = list(read_document(data, document="d", name="x", source_kind="replies", recognise=reader))
    passage = next(item for item in found if isinstance(item, Passage) and words in item.text)
    boxes = next(item.boxes for item in found if isinstance(item, PageBoxes) and item.unit == passage.unit)
    start = passage.start + passage.text.index(words)
    areas = lines_of(PageMap.unpacked(boxes), start, start + len(words))
    return Spot(number, passage.unit, words, tuple((x0 / 10, y0 / 10, x1 / 10, y1 / 10) for x0, y0, x1, y1 in areas))


def told(data, *spots):
    return [reading.outcome for reading in second_readings(data, document="d", name="x", spots=packed(spots))]


@needs_parser
@pytest.mark.parametrize(
    "change", [b"", b"/Rotate 90 ", b"/Rotate 180 ", b"/Rotate 270 ", b"/Rotate 90 /CropBox [40 500 500 842] "]
)
@pytest.mark.parametrize("words", ["19", "9", "Hikvision", "owns 19 Hikvision cameras and 9 Dahua"])
def test_words_that_stand_there_are_found_by_both(words, change):
    data = pdf([letter_page(LINES)]).replace(b"/MediaBox", change + b"/MediaBox")
    assert told(data, spot(data, words)) == ["agrees"]


@needs_parser
def test_words_over_two_lines_are_found_line_by_line():
    data = pdf(
        [
            letter_page(
                ["It owns 9 cameras at the north gate of the town, and at the south gate it owns 40", "Dahua cameras."]
            )
        ]
    )
    where = spot(data, "40\nDahua cameras")
    assert len(where.areas) == 2
    assert told(data, where) == ["agrees"]
    assert told(data, replace(where, words="41\nDahua cameras")) == ["differs"]


@needs_parser
@pytest.mark.parametrize("words", ["91", "10", "20 Hikvision", "The Council owns 18 Hikvision cameras"])
def test_other_words_at_the_place_differ(words):
    data = pdf([letter_page(LINES)])
    assert told(data, replace(spot(data, "19 Hikvision"), words=words)) == ["differs"]


@needs_parser
def test_a_short_number_must_stand_at_its_place_and_a_sentence_anywhere_on_the_page():
    data = pdf([letter_page(LINES)])
    elsewhere = spot(data, "Northmere").areas
    assert told(data, replace(spot(data, "19"), areas=elsewhere)) == ["differs"]
    assert told(data, replace(spot(data, "The Council owns 19 Hikvision"), areas=elsewhere)) == ["agrees"]


@needs_parser
def test_pdf_files_inside_mails_and_archives_are_found():
    letter = pdf([letter_page(["Other page"]), letter_page(LINES)])
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "foi@northmere.example", "Your request"
    mail.set_content("See the letter.")
    mail.add_attachment(letter, maintype="application", subtype="pdf", filename="a.pdf")
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("reply.eml", bytes(mail))
        archive.writestr("other.txt", "no cameras")
    data = sink.getvalue()
    where = spot(data, "19 Hikvision")
    assert where.unit.startswith("member=reply.eml;part=")
    assert told(data, where, replace(where, number=1, words="20 Hikvision")) == ["agrees", "differs"]


@needs_parser
def test_a_picture_is_not_checked():
    scan = pdf([[]])
    assert told(scan, spot(scan, "28", reader=recognise)) == ["not checked: the second parser finds no letters there"]
    assert told(png(), spot(png(), "28", reader=recognise)) == ["not checked: the page is a picture"]


@needs_parser
def test_a_broken_file_is_not_checked():
    data = pdf([letter_page(LINES)])
    where = spot(data, "19")
    assert told(data[:60], where) == ["not checked: the second parser cannot read the page"]
    assert told(data, replace(where, unit="page=7")) == ["not checked: the second parser cannot read the page"]


def test_without_the_parser_nothing_is_checked(monkeypatch):
    monkeypatch.setattr(second, "version", lambda: "")
    data = pdf([letter_page(LINES)])
    assert told(data, spot(data, "19")) == ["not checked: pdfminer.six is not installed"]


@needs_parser
@pytest.mark.parametrize(
    ("font", "text", "words", "others"),
    [
        ("truetype/noto/NotoNaskhArabic-Regular.ttf", "تملك البلدية 126 كاميرا في 14 مبنى", "126 كاميرا", "621 كاميرا"),
        (
            "opentype/noto/NotoSansCJK-Regular.ttc",
            "本市现有监控摄像机共83台，均由海康威视制造。",
            "海康威视",
            "大华威视",
        ),
    ],
)
def test_arabic_and_chinese_pages_are_checked(font, text, words, others):
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the page")
    pytest.importorskip("uharfbuzz", reason="shapes Arabic")
    file = Path("/usr/share/fonts") / font
    if not file.exists():
        pytest.skip(f"needs the font {file}")
    document = fpdf.FPDF()
    document.add_page()
    document.add_font("f", fname=file)
    document.set_font("f", size=12)
    document.set_text_shaping(use_shaping_engine=True)
    document.cell(text=text, w=180)
    data = bytes(document.output())
    where = spot(data, words)
    assert told(data, where) == ["agrees"]
    assert told(data, replace(where, words=others)) == ["differs"]


def test_letters_are_compared_without_blanks_marks_ligatures_and_kinds_of_hyphen():
    assert folded("oﬃce – 12\u00a0000") == folded("office-12 000") == "office-12000"
    assert folded("مجلسًا") == folded("مجلسا")
    assert folded("\ufefb") == "لا"


def test_spots_pass_through_text():
    one = Spot(3, "part=2;page=1", "19 \u2028 كاميرا", ((1.5, 2.0, 3.0, 4.0),))
    assert json.loads(packed([one])) == [[3, "part=2;page=1", one.words, [[1.5, 2.0, 3.0, 4.0]]]]


@needs_parser
def test_what_the_parser_needs_is_loaded_before_the_lock():
    second.warm_up()
    assert importlib.import_module("pdfminer.cmapdb").CMapDB._cmap_cache
