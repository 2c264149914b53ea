"""Right-to-left pages: letters in reading order, whoever painted them and from which side."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from synopticon.ingest import Facts, read_document
from synopticon.ingest.painted import Letter, words_in_order
from synopticon.model.records import Passage, Row

SENTENCES = [
    "تملك البلدية 126 كاميرا من صنع Hikvision في 14 مبنى، وقد دفعت 18,450.50 دينارا في عام 2021.",
    "ولا تملك البلدية أي كاميرا من صنع Zhejiang Dahua Technology (داهوا) منذ 12/05/2019.",
    "قالت مؤسسة Thomson Reuters Foundation إن البلدية اشترت ٥٧ كاميرا بنسبة 65% من طراز DS-2CD2T47G2-L.",
]
ROWS = [("هيكفيجن", "DS-2CD2043G0-I", "83"), ("داهوا", "IPC-HFW1230S", "43")]
COLUMNS = [
    "في العمود الأول نقول إن المدينة ركبت كاميرات كثيرة في الأسواق والحدائق العامة ومحطات الحافلات منذ سنوات طويلة.",
    "وفي العمود الثاني نقول إن الشركة لم تجب عن أسئلتنا حتى اليوم ولم ترسل أي بيان عن الأمر كله.",
]
FONTS = Path("/usr/share/fonts/truetype")


def painted(text: str, *, step: int = 10, blank: int = 6) -> list[Letter]:
    """Return a line of letters from left to right as a page shows them, each word given its place by hand."""
    letters: list[Letter] = []
    x = 0
    for character in text:
        if character == " ":
            x += blank
            continue
        box = (float(x), 0.0, float(x + step), 10.0)
        letters.append(Letter(character, x, x + step, box, 0.0, 10.0, len(letters), is_parted=False))
        x += step
    return letters


def read(data: bytes):
    return list(read_document(data, document="d", name="x.pdf", source_kind="replies"))


def texts(found) -> list[str]:
    return [" ".join(item.text.split()) for item in found if isinstance(item, Passage)]


@pytest.mark.parametrize(
    ("shown", "read_as"),
    [
        ("دمحأ", "أحمد"),
        ("اريماك 126 كلمت", "تملك 126 كاميرا"),
        ("Hikvision نم", "من Hikvision"),
        ("مويلا Thomson Reuters Foundation تلاق", "قالت Thomson Reuters Foundation اليوم"),
        (".12/05/2019 ذنم", "منذ 12/05/2019."),
        ("%65 ةبسنب", "بنسبة 65%"),
        ("(اوهاد) ةكرش", "شركة (داهوا)"),
        (")اوهاد( ةكرش", "شركة (داهوا)"),
        ("14 126 نيب", "بين 126 14"),
        ("The council said مويلا yesterday", "The council said اليوم yesterday"),
        ("DS-2CD2T47G2-L زارط", "طراز DS-2CD2T47G2-L"),
        ("28 cameras", "28 cameras"),
    ],
)
def test_a_line_is_read_from_the_places_of_its_letters(shown: str, read_as: str) -> None:
    expected = [word.text for word in words_in_order(painted(shown))]
    assert " ".join(expected) == read_as
    # In whatever order they were painted.
    backwards = painted(shown)[::-1]
    for number, letter in enumerate(backwards):
        letter.index = number
    assert [word.text for word in words_in_order(backwards)] == expected


def test_letters_of_one_glyph_are_turned_back_and_marks_follow_their_letter() -> None:
    box = (0.0, 0.0, 10.0, 10.0)
    ligature = [Letter(text, 0, 10, box, 0, 10, at, is_parted=False) for at, text in enumerate("ال")]
    assert [word.text for word in words_in_order(ligature)] == ["لا"]
    mark = [Letter("\u064b", 2, 4, (2, 9, 4, 10), 0, 10, 0, is_parted=False)]
    word = [*mark, *painted("اس")]
    assert [found.text for found in words_in_order(word)] == ["سا\u064b"]


def test_columns_side_by_side_are_parted_and_lines_kept_apart() -> None:
    line = painted("ةنيدم" + " " * 10 + "ةكرش")
    assert [(word.text, word.breaks) for word in words_in_order(line)] == [("شركة", True), ("مدينة", True)]
    below = painted("ةرازو")
    for letter in below:
        letter.level = -14.0
    assert [word.breaks for word in words_in_order([*painted("ةكرش"), *below])] == [True, True]


@pytest.mark.parametrize("font", ["dejavu/DejaVuSans.ttf", "noto/NotoNaskhArabic-Regular.ttf"])
def test_a_page_that_is_painted_run_by_run_is_read_in_order(font: str) -> None:
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the page")
    pytest.importorskip("uharfbuzz", reason="shapes Arabic")
    if not (FONTS / font).exists():
        pytest.skip(f"needs the font {FONTS / font}")
    lines = ["تملك البلدية 126 كاميرا في 14 مبنى", "وقد دفعت 18,450.50 دينارا في عام 2021."]
    document = fpdf.FPDF()
    document.add_page()
    document.add_font("f", fname=FONTS / font)
    document.set_font("f", size=12)
    document.set_text_shaping(use_shaping_engine=True)
    for line in lines:
        document.multi_cell(w=180, text=line, align="R", new_x="LMARGIN", new_y="NEXT")
    assert texts(read(bytes(document.output()))) == lines


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium to print a page")
@pytest.mark.parametrize("font", ["DejaVu Sans", "Noto Naskh Arabic", "Noto Sans Arabic"])
def test_a_printed_web_page_is_read_in_order(font: str, tmp_path: Path) -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    head = "<tr><th>الشركة</th><th>الطراز</th><th>العدد</th></tr>"
    body = "".join(f"<p>{line}</p>" for line in SENTENCES)
    columns = "".join(f"<p>{column}</p>" for column in COLUMNS)
    page = (
        f'<html lang="ar" dir="rtl"><meta charset="utf-8"><style>body{{font:14px {font!r}}}</style>{body}'
        f'<table border=1>{head}{cells}</table><div style="column-count:2">{columns}</div></html>'
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    out = tmp_path / "page.pdf"
    subprocess.run(
        [*command, f"--print-to-pdf={out}", (tmp_path / "page.html").as_uri()], check=False, capture_output=True
    )
    if not out.exists():
        pytest.skip("Chromium does not print here")
    found = read(out.read_bytes())
    said = [text.replace("( ", "(") for text in texts(found)]
    assert said == [*SENTENCES, *COLUMNS]
    assert [item.cells for item in found if isinstance(item, Row)] == ROWS
    assert [item.note for item in found if isinstance(item, Facts) and item.note] == ["text order repaired on page 1"]
