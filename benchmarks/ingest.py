"""How fast documents are taken apart: `python benchmarks/ingest.py [--megabytes N]`.

Everything is made by this script, in memory or in a temporary folder. PDF and spreadsheets are held against their
libraries used bare for the same result, in turns, and the ratio is of processor time, the median of the turns. The
ledger is read as a run reads it, by a locked process, and thrown away row by row; the memory is the most that each of
the two processes has held.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import io
import random
import resource
import statistics
import time
import zipfile
from collections.abc import Callable

from synopticon.ingest import read_document
from synopticon.ingest.glyphs import words_of
from synopticon.model.records import Row
from synopticon.pipeline import parsing

SEED, ROUNDS = 20240531, 5
PAGES, ROWS = 60, 40_000
TEXT = "the council owns cameras of this make which were bought under contract for depot school town centre"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--megabytes", type=int, default=300, help="size of the ledger")
    chosen = arguments.parse_args()
    data = pdf(PAGES)
    words = PAGES * 45 * 12
    print(f"PDF of {PAGES} pages, {words} words:")
    against(
        "words with boxes", lambda: our_words(data), "bare pypdfium2, letter by letter", lambda: bare_words(data), words
    )
    against("the whole reading", lambda: read(data, "a.pdf"), "the same", lambda: bare_words(data), words)
    data = xlsx(ROWS)
    print(f"XLSX of {ROWS} rows of 8 cells:")
    against("the whole reading", lambda: read(data, "a.xlsx"), "bare python-calamine", lambda: bare_sheet(data), ROWS)
    data = ledger(20 << 20)
    rows = data.count(b"\n") - 1
    spent = timed(lambda: read(data, "a.csv"))
    print(f"CSV of {rows} rows, 20 MB: {rows / spent:,.0f} rows a second of one processor")
    big(chosen.megabytes)


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def against(ours: str, work: Callable[[], object], theirs: str, bare: Callable[[], object], things: int) -> None:
    work()
    bare()
    pairs = [(timed(work), timed(bare)) for _ in range(ROUNDS)]
    ratio = statistics.median(one / other for one, other in pairs)
    mine = statistics.median(one for one, _ in pairs)
    print(f"  {ours}: {things / mine:,.0f} a second of one processor, {ratio:.2f} times the time of {theirs}")


def read(data: bytes, name: str) -> int:
    return sum(1 for _ in read_document(data, document="d", name=name, source_kind="ledger"))


def our_words(data: bytes) -> int:
    import pypdfium2

    return sum(len(words_of(page)[0]) for page in pypdfium2.PdfDocument(data))


def bare_words(data: bytes) -> int:
    """Return how many words a PDF has, each with its box, as one would write it with the library alone."""
    import pypdfium2
    from pypdfium2 import raw

    found: list[tuple[str, float, float, float, float]] = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for page in pypdfium2.PdfDocument(data):
        textpage = page.get_textpage()
        word, x0, y0, x1, y1 = "", 0.0, 0.0, 0.0, 0.0
        for index in range(raw.FPDFText_CountChars(textpage.raw)):
            letter = chr(raw.FPDFText_GetUnicode(textpage.raw, index))
            if letter.isspace():
                if word:
                    found.append((word, x0, y0, x1, y1))
                word = ""
                continue
            raw.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top)
            if not word:
                x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
            else:
                x0, y0, x1, y1 = min(x0, left.value), min(y0, bottom.value), max(x1, right.value), max(y1, top.value)
            word += letter
        if word:
            found.append((word, x0, y0, x1, y1))
    return len(found)


def bare_sheet(data: bytes) -> int:
    """Return how many cells a workbook has, each as text, as one would write it with the library alone."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = [
        [str(cell) for cell in row]
        for name in workbook.sheet_names
        for row in workbook.get_sheet_by_name(name).iter_rows()
    ]
    return sum(map(len, rows))


def big(megabytes: int) -> None:
    data = ledger(megabytes << 20)
    document = hashlib.sha256(data).hexdigest()
    start = time.monotonic()
    rows = 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for item in parsing.read_document(data, document=document, name="a.csv", source_kind="ledger"):
        rows += isinstance(item, Row)
    seconds = time.monotonic() - start
    mine = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10
    print(f"ledger of {len(data) >> 20} MB, {rows:,} rows, behind the lock: {rows / seconds:,.0f} rows/s by the clock")
    print(f"  at most {parsing.memory_of_parser() >> 20} MB in the parser, {mine} MB more here than the file")


def ledger(size: int) -> bytes:
    dice = random.Random(SEED)
    block = "".join(
        f"Northmere,{dice.randint(1, 28):02}/03/2021,Osprey Gate {dice.randint(1, 999)} Ltd,CCTV maintenance at the"
        f" depot,Highways,{dice.randint(1000, 9999)},{dice.randint(1, 99_999)}.{dice.randint(0, 99):02},GBP\n"
        for _ in range(5000)
    ).encode()
    head = b"Body,Date,Supplier,Description,Department,Reference,Amount,Currency\n"
    return head + block * (size // len(block))


def pdf(pages: int) -> bytes:
    """Return a PDF of lines of twelve words in Helvetica."""
    dice = random.Random(SEED)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(pages))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for index in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        lines = (
            f"BT /F1 9 Tf 1 0 0 1 56 {790 - 16 * line} Tm ({' '.join(dice.choices(TEXT.split(), k=12))}) Tj ET"
            for line in range(45)
        )
        drawn = "\n".join(lines)
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def xlsx(rows: int) -> bytes:
    """Return a workbook of a ledger, with dates and amounts as numbers."""
    dice = random.Random(SEED)
    names = ("Body", "Date", "Supplier", "Description", "Department", "Reference", "Amount", "Currency")
    lines = ["".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in names)]
    for _ in range(rows):
        cells = [
            "Northmere",
            dice.randint(44_000, 45_000),
            f"Osprey Gate {dice.randint(1, 999)} Ltd",
            "CCTV maintenance",
        ]
        cells += ["Highways", dice.randint(1000, 9999), dice.randint(1, 99_999) / 4, "GBP"]
        lines.append(
            "".join(
                f'<c t="inlineStr"><is><t>{cell}</t></is></c>' if isinstance(cell, str) else f"<c><v>{cell}</v></c>"
                for cell in cells
            )
        )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheet = "".join(f'<row r="{number}">{line}</row>' for number, line in enumerate(lines, 1))
    relation = f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}'
    book = '<sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{book}</workbook>',
        "xl/_rels/workbook.xml.rels": f'{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return sink.getvalue()


if __name__ == "__main__":
    main()
