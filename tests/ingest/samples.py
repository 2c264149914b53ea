"""The smallest and an ugly sample of every format, built in memory; all bodies are made up."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from synopticon.ingest.words import SeenPage, SeenWord

LETTER = "Northmere Council\n\n12 March 2021\n\nThe Council owns 28 Hikvision cameras.\n\nYours faithfully\nA. Clerk\n"
LEDGER = (
    "Body,Date,Supplier,Amount\nNorthmere,2021-03-01,Osprey Gate Ltd,120.50\nNorthmere,2021-03-02,Larkfold Ltd,80\n"
)

_SHEET_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATION_NS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(members: dict[str, str | bytes], *, first: str = "") -> bytes:
    """Return a zip container with these members."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            kind = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name, (2021, 1, 1, 0, 0, 0)), data, kind)
    return sink.getvalue()


def xlsx(sheets: Mapping[str, Mapping[str, object]], hidden: tuple[str, ...] = ()) -> bytes:
    """Return a workbook: name of sheet -> cell reference -> value."""
    entries, relations, parts = [], [], {}
    for number, (name, cells) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name in hidden else ""
        entries.append(f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"{state}/>')
        relations.append(
            f'<Relationship Id="rId{number}" Type="{_OFFICE_TYPE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(cells)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    package_ns = "http://schemas.openxmlformats.org/package/2006"
    return package(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{package_ns}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'{head}<Relationships xmlns="{package_ns}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE_TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f"{head}<workbook {_SHEET_NS} {_RELATION_NS}><sheets>{''.join(entries)}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package_ns}/relationships">'
            f"{''.join(relations)}</Relationships>",
            **parts,
        }
    )


def _sheet(cells: Mapping[str, object]) -> str:
    rows: dict[int, list[str]] = {}
    for reference, value in cells.items():
        row = int(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        body = (
            f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'
            if isinstance(value, str)
            else f'<c r="{reference}"><v>{value}</v></c>'
        )
        rows.setdefault(row, []).append(body)
    lines = "".join(f'<row r="{row}">{"".join(found)}</row>' for row, found in sorted(rows.items()))
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {_SHEET_NS}><sheetData>{lines}</sheetData></worksheet>'


def docx(body: str) -> bytes:
    """Return a letter with this body of WordprocessingML."""
    return package({"word/document.xml": f"<w:document {_WORD_NS}><w:body>{body}</w:body></w:document>"})


def paragraph(text: str) -> str:
    """Return a paragraph of WordprocessingML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_table(rows: list[list[str]]) -> str:
    """Return a table of WordprocessingML."""
    lines = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def odt(body: str) -> bytes:
    """Return an OpenDocument text with this body."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "text", "table")
    )
    content = f"<office:document-content{names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, first="mimetype")


def pdf(pages: list[list[tuple[float, float, str]]]) -> bytes:
    """Return a PDF; each page is a list of (x, y, text) in points from the bottom left, set in 11 point Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for index, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        drawn = "".join(
            f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({text.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
            for x, y, text in page
        )
        # A page with nothing to read still has something drawn, as a scan has.
        drawn = drawn or "10 10 100 100 re f\n"
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def letter_page(lines: list[str], top: float = 780) -> list[tuple[float, float, str]]:
    """Return the lines of a letter as they stand on a page."""
    return [(56, top - 16 * index, line) for index, line in enumerate(lines)]


def png(width: int = 4, height: int = 4) -> bytes:
    """Return a white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def tiff(pages: int = 2) -> bytes:
    """Return white pictures of 4 by 4 pixels, one behind the other."""
    out = b"II*\x00" + struct.pack("<I", 8)
    for page in range(pages):
        start = len(out)
        after = start + 2 + 12 * 6 + 4
        tags = ((256, 4), (257, 4), (258, 8), (262, 1), (273, after), (279, 16))
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
        following = after + 16 if page + 1 < pages else 0
        out += struct.pack("<H", 6) + entries + struct.pack("<I", following) + b"\xff" * 16
    return out


def recognise(picture: bytes) -> tuple[SeenPage, ...]:
    """Read any picture as a short letter; a stand-in for the program, which is slow and may be missing."""
    told = ("The Council owns 28 Hikvision cameras.", "Make\tQuantity", "Dahua\t9")
    words = []
    for line, text in enumerate(told):
        left = 60
        for word in text.split():
            words.append(SeenWord(word, left, 100 + 60 * line, 20 * len(word), 30, 91.0, line))
            left = 600 if "\t" in text else left + 20 * len(word) + 15
    return (SeenPage(1654, 2339, tuple(words), "eng"),) * (2 if picture.startswith(b"II") else 1)


MAIL = (
    "From: A Clerk <clerk@northmere.example>\nTo: asker@campaign.example\nSubject: RE: cameras\n"
    "Date: Wed, 25 Nov 2020 10:14:00 +0000\nMIME-Version: 1.0\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>t</title></head><body><nav><a href='/'>Home</a></nav><article>"
    "<h1>Northmere</h1><p>The Council owns 28 Hikvision cameras.</p></article></body></html>"
)
NOTICE = '{"releases": [{"ocid": "ocds-x-1", "tag": ["award"], "buyer": {"name": "Northmere"}, "awards": [{"id": "1", "value": {"amount": 1200.50, "currency": "GBP"}, "suppliers": [{"name": "Osprey Gate Ltd"}]}]}]}'

SMALLEST: dict[str, tuple[str, bytes]] = {
    "csv": ("ledger.csv", LEDGER.encode()),
    "docx": ("letter.docx", docx(paragraph("The Council owns 28 Hikvision cameras."))),
    "eml": ("reply.eml", (MAIL + "\nWe own 28 Hikvision cameras.\n").encode()),
    "gzip": ("ledger.csv.gz", gzip.compress(LEDGER.encode(), mtime=0)),
    "html": ("page.html", PAGE.encode()),
    "image": ("scan.png", png()),
    "json": ("notices.json", NOTICE.encode()),
    "mbox": (
        "replies.mbox",
        ("From clerk@northmere.example Wed Nov 25 10:14:00 2020\n" + MAIL + "\nWe own 28 cameras.\n").encode(),
    ),
    "odt": ("letter.odt", odt("<text:p>The Council owns 28 Hikvision cameras.</text:p>")),
    "pdf": ("letter.pdf", pdf([letter_page(["The Council owns 28 Hikvision cameras."])])),
    "sheet": ("register.xlsx", xlsx({"Cameras": {"A1": "Make", "B1": "Quantity", "A2": "Hikvision", "B2": 28}})),
    "text": ("letter.txt", LETTER.encode()),
    "zip": ("reply.zip", package({"letter.txt": LETTER})),
}

UGLY: dict[str, tuple[str, bytes]] = {
    "csv": (
        "spend",
        'Northmere spending;;;\n;;;\nBody;Date;Supplier;Amount\nNorthmere;01/03/2021;"Tower\nHill; Ltd";1.200,50 €\n'
        "Northmere;02/03/2021;Larkfold;80;;#N/A\n\nTotal;;;1.280,50 €\n".encode("cp1252"),
    ),
    "docx": (
        "x.bin",
        docx(
            "<w:p><w:del><w:r><w:delText>29</w:delText></w:r></w:del><w:ins><w:r><w:t>28 cameras</w:t></w:r></w:ins></w:p>"
            + word_table([["Make", "Quantity"], ["Hikvision", "28"], ["Total", "28"]])
        ),
    ),
    "eml": (
        "mail",
        (
            MAIL
            + 'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=no-such\n\nSee the table.\n'
            '> What do you own?\n--b\nContent-Type: text/csv; name="a.csv"\nContent-Disposition: attachment; filename="a.csv"\n\n'
            "Make,Quantity\nHikvision,28\n"
        ).encode(),
    ),
    "gzip": ("x", gzip.compress(LETTER.encode(), mtime=0) + gzip.compress(b"One more line.\n", mtime=0)),
    "html": (
        "x.txt",
        b"<html><p>Unclosed <b>tags<p>28 cameras<table><tr><th>Make<th>Quantity<tr><td>Hikvision<td>28</table>",
    ),
    "image": ("x.txt", tiff()),
    "json": (
        "x.csv",
        b'{"ocid": "ocds-x-1", "tender": {"title": "CCTV"}}\n{"broken\n{"ocid": "ocds-x-2", "tender": {"title": "Masts"}}\n',
    ),
    "mbox": (
        "x",
        2
        * (
            "From - Wed Nov 25 10:14:00 2020\r\n"
            + MAIL.replace("\n", "\r\n")
            + "\r\nFrom here on we own 28.\r\n\r\n>From\r\n\r\n"
        ).encode(),
    ),
    "odt": ("x", odt("<text:list><text:list-item><text:p>28<text:s/>cameras</text:p></text:list-item></text:list>")),
    "pdf": ("x.doc", b"\n\n" + pdf([letter_page(["28 cameras"]), []])),
    "sheet": (
        "x.csv",
        xlsx(
            {
                "Notes": {"C5": "Read me"},
                "Old kit": {"C4": "Model", "D4": "Quantity", "C5": "DS-2CD2043G0-I", "D5": 7.0},
            },
            ("Old kit",),
        ),
    ),
    "text": ("x.pdf", "Größe: 28 Kameras für £350\r\rNeuer Absatz\x00 hier.".encode("cp1252")),
    "zip": (
        "x",
        package({"__MACOSX/a": "x", "../../up;1.txt": LETTER, "empty.txt": "", "in.zip": package({"a.csv": LEDGER})}),
    ),
}
