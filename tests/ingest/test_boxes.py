"""Boxes: where on a page the words of its text stand, on upright, turned and cut pages and on scans."""

from __future__ import annotations

import ctypes

import pytest
from tests.ingest.samples import letter_page, pdf, png, recognise

from synopticon.ingest import read_document
from synopticon.ingest.scans import scan_of
from synopticon.ingest.words import Frame, SeenPage, SeenWord, Word
from synopticon.model.boxes import PageMap, packed
from synopticon.model.locator import is_locator, span_of
from synopticon.model.records import Mention, PageBoxes, Passage
from synopticon.pipeline.places import Places

LINES = ["Northmere Council", "The Council owns 28 Hikvision cameras in 9 sites.", "It owns no other cameras."]


def read(data, reader=None):
    return list(read_document(data, document="d", name="x", source_kind="replies", recognise=reader))


def maps(found):
    return {item.unit: PageMap.unpacked(item.boxes) for item in found if isinstance(item, PageBoxes)}


def box_of(found, words):
    """Return the box of some words of the first passage that holds them."""
    passage = next(item for item in found if isinstance(item, Passage) and words in item.text)
    start = passage.start + passage.text.index(words)
    box = maps(found)[passage.unit].box(start, start + len(words))
    return tuple(float(part) for part in box.split(","))


def shown(data, box):
    """Return what PDFium finds in a box of the first page as it is shown."""
    import pypdfium2
    from pypdfium2 import raw

    page = pypdfium2.PdfDocument(data)[0]
    width, height = page.get_size()
    corners = []
    for x, y in (box[:2], box[2:]):
        left, top = ctypes.c_double(), ctypes.c_double()
        size = round(10 * width), round(10 * height)
        raw.FPDF_DeviceToPage(page.raw, 0, 0, *size, 0, round(10 * x), round(10 * y), left, top)
        corners.append((left.value, top.value))
    (x0, y0), (x1, y1) = corners
    found = page.get_textpage().get_text_bounded(min(x0, x1) - 1, min(y0, y1) - 1, max(x0, x1) + 1, max(y0, y1) + 1)
    return " ".join(found.split())


@pytest.mark.parametrize("words", ["28", "Hikvision", "28 Hikvision cameras", "no other", "Northmere Council"])
@pytest.mark.parametrize(
    "change",
    [
        b"",
        b"/Rotate 90 ",
        b"/Rotate 180 ",
        b"/Rotate 270 ",
        b"/CropBox [40 600 595 842] ",
        b"/Rotate 90 /CropBox [40 500 500 842] ",
    ],
)
def test_the_words_at_a_place_stand_in_its_box_on_the_page_as_it_is_shown(words, change):
    data = pdf([letter_page(LINES)]).replace(b"/MediaBox", change + b"/MediaBox")
    assert shown(data, box_of(read(data), words)) == words


def test_a_box_is_measured_from_the_top_left():
    x0, y0, x1, y1 = box_of(
        read(pdf([letter_page(LINES, top=780)])), "The Council owns 28 Hikvision cameras in 9 sites."
    )
    assert x0 == pytest.approx(56, abs=1)
    assert y1 == pytest.approx(842 - 764, abs=3)
    assert x1 > x0
    assert y0 < y1


def test_a_cell_of_a_table_has_its_own_box():
    rows = [("Manufacturer", "Quantity"), ("Hikvision", "19"), ("Dahua", "9")]
    data = pdf(
        [[(x, 500 - 16 * n, text) for n, row in enumerate(rows) for x, text in zip((56, 300), row, strict=True)]]
    )
    found = read(data)
    cells = {
        cell: locator
        for item in found
        if hasattr(item, "cells")
        for cell, locator in zip(item.cells, item.locators, strict=True)
    }
    span = span_of(cells["19"])
    assert span is not None
    _, start, end = span
    box = tuple(map(float, maps(found)["page=1"].box(start, end).split(",")))
    assert shown(data, box) == "19"


def test_letters_of_a_word_without_blanks_have_boxes_of_their_own():
    seen = SeenPage(1000, 1000, (SeenWord("本市拥有海康威视摄像机", 100, 100, 440, 40, 90, 0),), "chi_sim")
    scan = scan_of(seen, 360)
    found = list(read_document(png(), document="d", name="x", source_kind="replies", recognise=lambda _: (seen,)))
    assert scan.frame == Frame(360, 360)
    x0, y0, x1, y1 = box_of(found, "海康威视")
    assert (x0, x1) == pytest.approx((72 / 200 * 260, 72 / 200 * 420), abs=0.2)
    assert (y0, y1) == pytest.approx((36, 50.4), abs=0.1)


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        (0, (100, 200, 300, 250)),
        (90, (200, 700, 250, 900)),
        (180, (700, 1750, 900, 1800)),
        (270, (1750, 100, 1800, 300)),
    ],
)
def test_a_page_that_was_turned_to_be_read_has_its_boxes_where_it_lies(turned, expected):
    # The word stands 100 from the left and 200 from the top of an upright page of 1000 by 2000.
    word = Word("28", 100, 2000 - 250, 300, 2000 - 200)
    assert Frame(1000, 2000, turned).shown(word) == tuple(10 * value for value in expected)


def test_a_scan_has_boxes_in_points_of_its_page():
    data = pdf([[]])
    found = read(data, recognise)
    x0, y0, _, y1 = box_of(found, "The Council")
    scale = 595 / 1654
    assert (x0, y0, y1) == pytest.approx((60 * scale, 100 * scale, 130 * scale), abs=0.2)


def test_a_document_without_pages_has_no_boxes():
    assert not maps(read(b"The Council owns 28 cameras.\n"))


def test_boxes_are_kept_and_asked_by_span():
    page = PageMap.unpacked(packed([(4, 110, 95, 180, 110), (0, 50, 100, 95, 110), (12, 50, 120, 99, 135)]))
    assert page.box(0, 3) == "5,10,9.5,11"
    assert page.box(1, 2) == "5,10,9.5,11"
    assert page.box(0, 8) == "5,9.5,18,11"
    assert page.box(4, 14) == "5,9.5,18,13.5"
    assert page.box(13, 14) == "5,12,9.9,13.5"
    assert PageMap.unpacked("").box(0, 3) is None
    assert PageMap.unpacked(packed([(0, -25, -5, 10, 10)])).box(0, 1) == "-2.5,-0.5,1,1"


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("page=1;char=10,17", "page=1;char=10,17;box=1,2,3,4"),
        ("page=1;char=8,17;char=2,9", "page=1;char=10,17;box=1,2,3,4"),
        ("page=2;char=10,17", "page=2;char=10,17"),
        ("cell=3,2;char=8,17;char=2,9", "cell=3,2;char=10,17"),
        ("sheet=a;cell=3,2", "sheet=a;cell=3,2"),
        ("", ""),
    ],
)
def test_a_box_is_added_where_the_page_is_known(locator, expected):
    places = Places([PageBoxes("d", "page=1", packed([(10, 10, 20, 30, 40)]))])
    (mention,) = places.with_boxes([Mention("d", locator, "maker", "hikvision", "x", "en")])
    assert mention.locator == expected
    assert is_locator(mention.locator)


def test_a_box_is_no_part_of_the_span():
    assert span_of("part=2;page=3;char=4,9;box=1,2,3,4") == ("part=2;page=3", 4, 9)
    assert span_of("page=3;char=10,40;char=3,5;box=1,2,3,4") == ("page=3", 13, 15)
    assert span_of("char=4,9") == ("", 4, 9)
    assert span_of("sheet=a;row=3") is None
