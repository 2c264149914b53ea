"""Scans: pictures drawn here and read with Tesseract, and what is done where it is missing."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest
from tests.ingest.samples import letter_page, pdf, png, recognise, tiff

from synopticon.errors import LimitError, SourceError
from synopticon.ingest import Facts, read_document, recognition
from synopticon.ingest.formats.image import size_of
from synopticon.ingest.formats.pdf import page_text
from synopticon.ingest.scans import scan_of
from synopticon.ingest.words import SeenPage, SeenWord
from synopticon.model.records import Grid, Passage, Row, SetAside

FONTS = {
    "eng": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "ara": "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
    "chi_sim": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
}
LINES = {
    "eng": ["Northmere Council", "The Council owns 28 Hikvision cameras.", "It owns no other cameras in the county."],
    "ara": ["بلدية نورثمير", "تملك البلدية 126 كاميرا من صنع شركة هيكفيجن", "وقد ركبت في الأسواق والحدائق العامة"],
    "chi_sim": ["北原市政厅", "本市现有监控摄像机共83台，均由海康威视制造。", "上述设备分批购置，单价未作统计。"],
}


def read(data: bytes, reader=recognition.recognise):
    return list(read_document(data, document="d", name="x", source_kind="replies", recognise=reader))


def kinds(found, kind):
    return [item for item in found if isinstance(item, kind)]


def drawn(language: str, *, turned: int = 0) -> bytes:
    """Return a PNG of the lines of a letter, as a scanner gives it; skip where it cannot be made or read."""
    if language not in recognition.languages():
        pytest.skip(f"Tesseract with the data {language} is not installed")
    if importlib.util.find_spec("PIL") is None or not Path(FONTS[language]).exists():
        pytest.skip(f"needs Pillow and {FONTS[language]} to draw a page")
    from PIL import Image, ImageDraw, ImageFont, features

    is_rtl = language == "ara"
    if is_rtl and not features.check("raqm"):
        pytest.skip("Pillow was built without Raqm, which sets Arabic")
    font = ImageFont.truetype(FONTS[language], 36)
    picture = Image.new("L", (1654, 800), 255)
    draw = ImageDraw.Draw(picture)
    shape = {"direction": "rtl", "language": "ar"} if is_rtl else {}
    for index, line in enumerate(LINES[language] * 3):
        x = 1654 - 150 - draw.textlength(line, font=font, **shape) if is_rtl else 150
        draw.text((x, 60 + 72 * index), line, fill=20, font=font, **shape)
    sink = io.BytesIO()
    picture.rotate(-turned, expand=True, fillcolor=255).save(sink, "PNG", dpi=(200, 200))
    return sink.getvalue()


@pytest.mark.parametrize("language", list(LINES))
def test_a_scanned_letter_is_read_in_its_own_script(language: str) -> None:
    found = read(drawn(language))
    texts = [passage.text for passage in kinds(found, Passage)]
    assert LINES[language][1] in "\n".join(texts)
    assert {passage.unit for passage in kinds(found, Passage)} == {"page=1"}
    assert all(passage.confidence is not None and passage.confidence > 0.7 for passage in kinds(found, Passage))
    (note,) = [item.note for item in kinds(found, Facts) if item.note]
    assert note.startswith("page 1 read by optical character recognition, mean confidence ")


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(turned: int) -> None:
    (page,) = recognition.recognise(drawn("eng", turned=turned))
    assert page.width > page.height
    assert page.turned == (360 - turned) % 360
    first = page.words[0]
    assert first.text == "Northmere"
    assert first.left < page.width / 3
    assert first.top < page.height / 5


def test_without_the_program_a_scan_is_set_aside_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    recognition.languages.cache_clear()
    monkeypatch.setenv("PATH", "")
    try:
        (aside,) = kinds(read(pdf([[]])), SetAside)
        assert recognition.version() == ""
    finally:
        recognition.languages.cache_clear()
        recognition.version.cache_clear()
    assert (aside.locator, aside.reason) == ("page=1", "no text layer")
    assert "apt-get install tesseract-ocr tesseract-ocr-ara tesseract-ocr-chi-sim" in aside.detail


def test_only_pages_that_are_pictures_are_recognised() -> None:
    seen: list[bytes] = []

    def watched(picture: bytes) -> tuple[SeenPage, ...]:
        seen.append(picture)
        return recognise(picture)

    data = pdf([letter_page(["The Council owns 3 cameras."]), []])
    found = read(data, watched)
    assert len(seen) == 1
    assert seen[0].startswith(b"P5 ")
    assert [passage.unit for passage in kinds(found, Passage)] == ["page=1", "page=2"]
    assert [passage.confidence for passage in kinds(found, Passage)] == [None, 0.91]


def test_the_text_at_a_locator_of_a_recognised_page_is_the_passage() -> None:
    data = pdf([[]])
    text = page_text(data, 1, recognise)
    found = read(data, recognise)
    for passage in kinds(found, Passage):
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
    (grid,) = kinds(found, Grid)
    assert grid.fields == ("maker", "quantity")
    (row,) = kinds(found, Row)
    spans = [tuple(map(int, locator.removeprefix("char=").split(","))) for locator in row.locators]
    assert [text[start:end] for start, end in spans] == list(row.cells) == ["Dahua", "9"]


def test_a_doubtful_reading_is_partly_and_a_hopeless_one_set_aside() -> None:
    def unsure(confidence: float):
        word = SeenWord("cameras", 60, 100, 140, 30, confidence, 0)
        return lambda _: (SeenPage(1654, 2339, (word,), "eng"),)

    found = read(png(), unsure(55.0))
    assert kinds(found, Passage)
    assert any(item.is_partial for item in kinds(found, Facts))
    found = read(png(), unsure(20.0))
    assert not kinds(found, Passage)
    assert [(item.reason, item.locator) for item in kinds(found, SetAside)] == [("no text layer", "page=1")]


def test_a_picture_that_claims_to_be_huge_is_not_decoded() -> None:
    data = png()
    bomb = data[:16] + b"\x00\x01\x00\x00\x00\x01\x00\x00" + data[24:]
    assert size_of(bomb) == (65536, 65536)

    def never(_: bytes) -> tuple[SeenPage, ...]:
        raise AssertionError

    assert [item.reason for item in kinds(read(bomb, never), SetAside)] == ["too many pixels"]


def test_the_size_of_pictures_is_read_from_their_head() -> None:
    assert size_of(tiff(3)) == (4, 4)
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00"
    assert size_of(jpeg) == (32, 16)
    with pytest.raises(SourceError, match="truncated picture"):
        size_of(jpeg[:12])


def test_of_two_readings_of_a_number_the_one_that_fills_its_place_stands() -> None:
    def reading(*texts: str) -> SeenPage:
        places = ((100, 80), (300, 38), (500, 80))
        words = (
            SeenWord(text, left, 10, width, 30, 96.0, 0) for text, (left, width) in zip(texts, places, strict=True)
        )
        return SeenPage(1000, 500, tuple(words), "eng")

    def told(*pages: SeenPage) -> list[tuple[str, float]]:
        return [(word.text, word.confidence) for word in recognition.mixed(*pages).words]

    dropped = told(reading("2012", "4", "2021"), reading("2012", "54", "20211"))
    assert dropped == [("2012", 96.0), ("54", 96.0), ("2021", 96.0)]
    disputed = told(reading("2012", "64", "2021"), reading("2012", "54", "2021"))
    assert disputed == [("2012", 96.0), ("64", 40.0), ("2021", 96.0)]


def test_all_numbers_of_a_page_with_eastern_digits_are_in_doubt() -> None:
    words = tuple(SeenWord(text, 100 * at, 10, 90, 30, 96.0, 0) for at, text in enumerate(("٢٠٢٤", "كاميرا", "06")))
    page = recognition.doubted(SeenPage(1000, 500, words, "ara"))
    assert [word.confidence for word in page.words] == [40.0, 96.0, 40.0]
    assert scan_of(page).page.lines[0].confidence == 0.4
    western = SeenPage(1000, 500, words[1:], "ara")
    assert recognition.doubted(western) == western


def test_words_of_two_languages_are_mixed_where_the_other_is_sure() -> None:
    page = SeenPage(
        1000,
        500,
        (
            SeenWord("شركة", 700, 10, 100, 30, 92.0, 0),
            SeenWord("1ا0|", 400, 10, 250, 30, 12.0, 0),
            SeenWord("في", 300, 10, 60, 30, 90.0, 0),
        ),
        "ara",
    )
    other = SeenPage(
        1000,
        500,
        (SeenWord("Zhejiang", 410, 12, 120, 28, 91.0, 4), SeenWord("Dahua", 545, 12, 100, 28, 95.0, 4)),
        "eng",
    )
    mixed = recognition.mixed(page, other)
    assert [word.text for word in mixed.words] == ["شركة", "Zhejiang", "Dahua", "في"]
    assert scan_of(mixed).page.text == "شركة Zhejiang Dahua في\n"


def test_after_some_hopeless_pictures_no_further_one_is_tried() -> None:
    asked = []

    def nothing(picture: bytes) -> tuple[SeenPage, ...]:
        asked.append(picture)
        return (SeenPage(100, 100, (), "eng"),)

    found = read(pdf([letter_page(["28 cameras"]), *[[]] * 9, letter_page(["40 cameras"])]), nothing)
    reasons = [(item.locator, item.reason) for item in kinds(found, SetAside)]
    assert len(asked) == 5
    assert reasons[:5] == [(f"page={page}", "no text layer") for page in range(2, 7)]
    assert reasons[5:] == [(f"page={page}", "too many pictures") for page in range(7, 11)]
    assert [item.text for item in kinds(found, Passage)] == ["28 cameras", "40 cameras"]
    assert any(item.is_partial for item in kinds(found, Facts))


def test_a_document_has_its_share_of_pictures_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("synopticon.ingest.limits.SCANNED_PAGES", 2)
    found = read(pdf([[]] * 4), recognise)
    assert [(item.locator, item.reason) for item in kinds(found, SetAside)] == [
        ("page=3", "too many pictures"),
        ("page=4", "too many pictures"),
    ]


@pytest.mark.skipif(not Path("/proc").exists(), reason="only Linux limits another process")
def test_the_program_is_ended_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nwhile :; do :; done\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setattr(recognition, "program", lambda: str(program))
    monkeypatch.setattr(recognition, "languages", lambda: frozenset({"eng"}))
    monkeypatch.setattr(recognition, "SECONDS", 1)
    with pytest.raises(LimitError, match="1 s of processor time"):
        recognition.recognise(png())
