"""Writes letters as PDF: with a text layer in three layouts and three scripts, and one as a picture of a page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tools.demo_parts import Block, H, Letter, Q, T

CREATED = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
FONTS = {
    "ar": Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    "zh": Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
}
#: Number of the simplified Chinese face in the collection.
_CHINESE_FACE = 2
_LATIN = ("Helvetica", "Times", "Helvetica")


def pdf(letter: Letter, *, script: str = "en") -> bytes:
    """Return a letter as PDF with a text layer; `script` is en, ar or zh."""
    page = _new(letter, script)
    _head(page, letter)
    for block in letter.blocks:
        _block(page, block)
    _foot(page, letter)
    return bytes(page.output())


def _new(letter: Letter, script: str) -> Any:
    from fpdf import FPDF

    class Page(FPDF):
        house = side = ""
        is_latin = True

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font(self.house, size=8)
            self.cell(0, 5, text=letter.fiction, align="C")

    page = Page(format="A4")
    page.set_creation_date(CREATED)
    page.set_title(letter.subject if script == "en" else letter.ref)
    page.set_auto_page_break(True, margin=20)
    page.set_margins(22, 20)
    page.side = "R" if script == "ar" else "L"
    if script == "en":
        page.house = _LATIN[letter.layout]
    else:
        page.house = script
        page.add_font(script, fname=FONTS[script], collection_font_number=_CHINESE_FACE if script == "zh" else 0)
    if script == "ar":
        page.set_text_shaping(True, direction="rtl")
    page.is_latin = script == "en"
    page.add_page()
    return page


def _write(
    page: Any, text: str, *, align: str = "", bold: bool = False, italic: bool = False, size: int = 11, indent: int = 0
) -> None:
    style = (("B" if bold else "") + ("I" if italic else "")) if page.is_latin else ""
    page.set_font(page.house, style=style, size=size)
    page.set_x(page.l_margin + indent)
    width = page.epw - 2 * indent
    page.multi_cell(width, size * 0.52, text=text, align=align or page.side, new_x="LMARGIN", new_y="NEXT")


def _head(page: Any, letter: Letter) -> None:
    if letter.layout == 2:
        _write(page, "MEMORANDUM OF RESPONSE" if page.is_latin else letter.subject, bold=True, size=14)
        for name, value in (("From", letter.sender), ("Our reference", letter.ref), ("Date", letter.date)):
            _write(page, f"{name}: {value}" if page.is_latin else value, size=10)
    else:
        _write(page, letter.sender, bold=True, size=15, align="C" if letter.layout == 1 else "")
        page.ln(3)
        for value in (letter.ref, letter.date):
            _write(page, value, size=10, align="R" if page.side == "L" else "L")
    page.ln(5)
    _write(page, letter.salutation)
    page.ln(3)
    _write(page, letter.subject, bold=True)
    page.ln(2)


def _block(page: Any, block: Block) -> None:
    if isinstance(block, T):
        _table(page, block)
    elif isinstance(block, Q):
        _write(page, block.text, italic=True, size=10, indent=10)
    else:
        _write(page, block.text, bold=isinstance(block, H))
    page.ln(3)


def _table(page: Any, block: T) -> None:
    page.set_font(page.house, size=10)
    width = page.epw / len(block.header)
    for number, row in enumerate((block.header, *block.rows)):
        if page.is_latin:
            page.set_font(page.house, style="B" if number == 0 else "", size=10)
        for cell in row:
            page.cell(width, 7, text=cell, border=1)
        page.ln(7)


def _foot(page: Any, letter: Letter) -> None:
    page.ln(2)
    _write(page, letter.closing)
    page.ln(6)
    _write(page, letter.officer.name)
    _write(page, letter.role)
    _write(page, letter.contact.format(phone=letter.officer.phone, email=letter.officer.email), size=9)


def scan(lines: list[str]) -> bytes:
    """Return a PDF whose only page is a picture of those lines, a little askew, without a text layer."""
    from fpdf import FPDF
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1000, 1414), 236)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONTS["ar"].with_name("DejaVuSerif.ttf")), 21)
    for number, line in enumerate(lines):
        draw.text((95, 120 + 34 * number), line, fill=52, font=font)
    askew = picture.rotate(0.7, fillcolor=236).point(lambda value: 255 if value > 150 else 0).convert("1")
    page = FPDF(format="A4")
    page.set_creation_date(CREATED)
    page.add_page()
    page.image(askew, x=0, y=0, w=210)
    return bytes(page.output())
