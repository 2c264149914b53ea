"""PDF: pages, paragraphs, tables, furniture, right-to-left lines, what cannot be read."""

from __future__ import annotations

import io

import pytest
from tests.ingest.samples import letter_page, pdf

from synopticon.ingest import Facts, read_document
from synopticon.ingest.formats.pdf import page_text
from synopticon.ingest.righttoleft import is_turned_ligature, joined_mark, mended_line
from synopticon.model.records import Grid, Passage, Row, SetAside

LETTER = [
    "Northmere Council",
    "12 March 2021",
    "Dear Applicant",
    "Thank you for your request of 2 February 2021, which has been considered under the Act and is",
    "answered below.",
    "The Council owns 28 Hikvision cameras.",
    "Yours faithfully",
    "A. Clerk",
]


def read(data):
    return list(read_document(data, document="d", name="x", source_kind="replies"))


def table(rows, top=500.0, columns=(56, 200, 330)):
    return [
        (x, top - 16 * number, text)
        for number, row in enumerate(rows)
        for x, text in zip(columns, row, strict=False)
        if text
    ]


def kinds(found, kind):
    return [item for item in found if isinstance(item, kind)]


def test_lines_become_paragraphs_and_stand_in_the_text_of_their_page():
    data = pdf([letter_page(LETTER)])
    passages = kinds(read(data), Passage)
    text = page_text(data, 1)
    assert [item.text.replace("\n", " ") for item in passages] == [*LETTER[:3], f"{LETTER[3]} {LETTER[4]}", *LETTER[5:]]
    assert all(text[item.start : item.start + len(item.text)] == item.text for item in passages)
    assert {item.unit for item in passages} == {"page=1"}
    assert [item.role for item in passages][-2:] == ["signature", "signature"]


def test_the_date_of_the_letter_is_told_and_not_that_of_the_request():
    assert [item.received for item in kinds(read(pdf([letter_page(LETTER)])), Facts) if item.received] == ["2021-03-12"]


def test_a_table_has_a_locator_for_every_cell():
    rows = [
        ("Manufacturer", "Model", "Quantity"),
        ("Hikvision", "DS-2CD2043G0-I", "19"),
        ("Dahua Technology", "IPC-HFW1230S", "9"),
        ("Total", "", "28"),
    ]
    data = pdf([letter_page(LETTER[:3]) + table(rows) + letter_page(["The mounts are older."], 400)])
    found = read(data)
    (grid,) = kinds(found, Grid)
    text = page_text(data, 1)
    assert (grid.kind, grid.header, grid.header_row) == ("register", rows[0], 1)
    for row, expected in zip(kinds(found, Row), rows[1:], strict=True):
        assert row.cells == expected
        spans = [tuple(map(int, locator.removeprefix("char=").split(","))) for locator in row.locators]
        assert tuple(text[a:b] for a, b in spans) == expected
    assert [row.is_total for row in kinds(found, Row)] == [False, False, True]
    assert grid.title == "Dear Applicant"
    assert [item.grid for item in kinds(found, Passage)][2:] == [0, None]
    assert "Hikvision" not in " ".join(item.text for item in kinds(found, Passage))


def test_a_cell_over_two_lines_is_one_cell():
    rows = [
        ("Manufacturer", "Model", "Quantity"),
        ("Hikvision", "DS-2CD2043G0-I", "19"),
        ("Dahua", "IPC-HFW1230S", "9"),
    ]
    page = table(rows, columns=(56, 200, 330))
    wrapped = [(x, y - (20 if y < 480 else 0), text) for x, y, text in page] + [(200, 500 - 16 - 12, "with bracket")]
    found = read(pdf([wrapped]))
    assert [row.cells for row in kinds(found, Row)] == [
        ("Hikvision", "DS-2CD2043G0-I with bracket", "19"),
        ("Dahua", "IPC-HFW1230S", "9"),
    ]


def test_a_table_goes_on_over_the_page_with_its_header():
    head = [("Supplier", "Date", "Amount")] + [(f"Osprey {n} Ltd", f"{n:02}/03/2021", f"{n}.50") for n in range(1, 9)]
    rest = [(f"Larkfold {n} Ltd", f"{n:02}/04/2021", f"{n}.75") for n in range(1, 9)]
    found = read(pdf([table(head, 780), table(rest, 780)]))
    grids = kinds(found, Grid)
    assert [grid.header for grid in grids] == [head[0], head[0]]
    assert [grid.header_row for grid in grids] == [1, 0]
    assert [row.cells for row in kinds(found, Row)] == head[1:] + rest


def test_prose_in_two_columns_is_no_table():
    left = "The Council has looked into the matter with care and found"
    right = "that the cameras in the town centre are in good working order"
    found = read(
        pdf(
            [
                [
                    entry
                    for n in range(8)
                    for entry in ((40, 700 - 16 * n, left[: 44 + n]), (310, 700 - 16 * n, right[: 44 + n]))
                ]
            ]
        )
    )
    assert not kinds(found, Grid)


def test_lines_that_every_page_repeats_are_furniture_and_counts_are_not():
    pages = [
        letter_page(
            ["Northmere Council - Freedom of Information", f"We own {n + 20} cameras of this make.", f"Page {n} of 9"]
        )
        for n in range(1, 5)
    ]
    passages = kinds(read(pdf(pages)), Passage)
    assert [item.kind for item in passages] == ["furniture", "paragraph", "furniture"] * 4


def test_a_page_without_text_is_set_aside_and_the_others_are_read():
    found = read(pdf([letter_page(["28 cameras"]), []]))
    assert [(item.locator, item.reason) for item in kinds(found, SetAside)] == [("page=2", "no text layer")]
    assert any(item.is_partial for item in kinds(found, Facts))
    assert [item.text for item in kinds(found, Passage)] == ["28 cameras"]


@pytest.mark.parametrize("cut", [20, 200, 400])
def test_an_unreadable_pdf_is_set_aside(cut):
    found = read(pdf([letter_page(LETTER)])[:cut])
    assert [item.locator for item in kinds(found, SetAside)][:1] in ([""], ["page=1"])
    assert not kinds(found, Passage)


def test_an_encrypted_pdf_is_named():
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes encrypted files; it is in the group of fixture writers")
    document = fpdf.FPDF()
    document.add_page()
    document.set_font("helvetica", size=12)
    document.cell(text="28 cameras")
    document.set_encryption(owner_password="o", user_password="u")
    sink = io.BytesIO(bytes(document.output()))
    assert [item.reason for item in kinds(read(sink.getvalue()), SetAside)] == ["encrypted"]


@pytest.mark.parametrize(
    ("painted", "read_as"),
    [
        ("شركة Dahua Zhejiang في الصين", "شركة Zhejiang Dahua في الصين"),
        ("قالت مؤسسة Foundation Reuters Thomson اليوم", "قالت مؤسسة Thomson Reuters Foundation اليوم"),
        ("يملك المجلس 28 كاميرا من Hikvision فقط", "يملك المجلس 28 كاميرا من Hikvision فقط"),
        ("The council owns cameras", "The council owns cameras"),
        ("مؤسسة Foundation Reuters Thomsonعن قيام", "مؤسسة Thomson Reuters Foundation عن قيام"),
        ("وDahua في المجلس", "وDahua في المجلس"),
    ],
)
def test_latin_names_on_right_to_left_lines_are_turned_round(painted, read_as):
    assert mended_line(painted) == read_as


def test_a_vowel_mark_painted_too_early_joins_its_word():
    assert joined_mark("مجل", "\u064bسا") == "مجلس\u064bا"
    assert joined_mark("مجل", "سا") is None
    assert joined_mark("abc", "\u0301d") is None


def test_only_lam_and_alef_of_one_glyph_are_a_turned_ligature():
    assert is_turned_ligature("\u0625", "\u0644")
    assert not is_turned_ligature("\u0644", "\u0625")
    assert not is_turned_ligature("\u0628", "\u0644")
