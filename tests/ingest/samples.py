"""The smallest and an ugly sample of every format, built in memory; all bodies are made up."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

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


def tar(members: dict[str, str | bytes], *, form: int = tarfile.USTAR_FORMAT, link: str = "") -> bytes:
    """Return a tar archive with these members, and a link that leads out of it."""
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode="w", format=form) as made:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            body = data.encode() if isinstance(data, str) else data
            info.size = len(body)
            made.addfile(info, io.BytesIO(body))
        if link:
            info = tarfile.TarInfo(link)
            info.type, info.linkname = tarfile.SYMTYPE, "/etc/hostname"
            made.addfile(info)
    return sink.getvalue()


def database(*statements: str) -> bytes:
    """Return a SQLite database made by these statements."""
    base = sqlite3.connect(":memory:")
    for statement in statements:
        base.execute(statement)
    base.commit()
    data = base.serialize()
    base.close()
    return data


def parquet(columns: Mapping[str, pa.Array[Any] | Sequence[object]], *, row_group: int = 1000) -> bytes:
    """Return a Parquet table with these columns."""
    sink = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), sink, row_group_size=row_group, compression="snappy")
    return sink.getvalue()


def seven(members: Mapping[str, str | bytes], *, method: str = "lzma", folders: tuple[str, ...] = ()) -> bytes:
    """Return a 7-Zip archive with these members in one block, and empty folders."""
    bodies = {name: body.encode() if isinstance(body, str) else body for name, body in members.items()}
    whole = b"".join(bodies.values())
    lzma1 = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 16, "lc": 3, "lp": 0, "pb": 2}
    coder, packed = {
        "copy": (b"\x01\x00", whole),
        "lzma": (b"\x23\x03\x01\x01\x05\x5d" + struct.pack("<I", 1 << 16), lzma.compress(whole, lzma.FORMAT_RAW, filters=[lzma1])),
        "lzma2": (b"\x21\x21\x01\x10", lzma.compress(whole, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}])),
        "deflate": (b"\x03\x04\x01\x08", zlib.compress(whole, wbits=-15)),
        "bzip2": (b"\x03\x04\x02\x02", bz2.compress(whole)),
        "x86": (b"\x21\x21\x01\x10\x04\x03\x03\x01\x03", lzma.compress(whole, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}])),
        "aes": (b"\x04\x06\xf1\x07\x01", whole),
        "ppmd": (b"\x03\x03\x04\x01", whole),
    }[method]  # fmt: skip

    def number(value: int) -> bytes:
        return bytes([value]) if value < 0x80 else b"\xf0" + struct.pack("<I", value)

    sizes = b"".join(number(len(body)) for body in list(bodies.values())[:-1])
    sums = b"".join(struct.pack("<I", zlib.crc32(body)) for body in bodies.values())
    names = b"\x00" + "".join(f"{name}\x00" for name in [*bodies, *folders]).encode("utf-16-le")
    count = len(bodies) + len(folders)
    empty = int("".join("0" * len(bodies) + "1" * len(folders)).ljust(-(-count // 8) * 8, "0"), 2).to_bytes(
        -(-count // 8)
    )
    coders = 2 if method == "x86" else 1
    coder = bytes([coders]) + coder + b"\x01\x00" * (coders - 1)
    header = b"\x01\x04\x06\x00\x01\x09" + number(len(packed)) + b"\x00\x07\x0b\x01\x00" + coder
    header += (
        b"\x0c"
        + number(len(whole)) * coders
        + b"\x00\x08\x0d"
        + number(len(bodies))
        + (b"\x09" + sizes if sizes else b"")
    )
    header += b"\x0a\x01" + sums + b"\x00\x00\x05" + number(count) + b"\x11" + number(len(names)) + names
    header += (b"\x0e" + number(len(empty)) + empty if folders else b"") + b"\x00\x00"
    start = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + struct.pack("<I", zlib.crc32(start)) + start + packed + header


def slides(*pages: str) -> bytes:
    """Return a presentation; each page is the DrawingML inside its tree of shapes."""
    names = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    )
    members: dict[str, str | bytes] = {"ppt/presentation.xml": f"<p:presentation {names}/>"}
    for number, page in enumerate(pages, 1):
        members[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {names}><p:cSld><p:spTree>{page}</p:spTree></p:cSld></p:sld>"
        )
    return package(members)


def shape(text: str, place: str = "body") -> str:
    """Return a shape of a slide with one paragraph."""
    kind = f'<p:nvSpPr><p:nvPr><p:ph type="{place}"/></p:nvPr></p:nvSpPr>'
    return f"<p:sp>{kind}<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file with these streams; ``/`` in a name parts storages. There is no mini stream."""
    free, last = 0xFFFFFFFF, 0xFFFFFFFE
    paths = sorted({"/".join(path.split("/")[: depth + 1]) for path in streams for depth in range(path.count("/") + 1)})
    sectors: list[bytes] = []
    chains: list[int] = []

    def stored(data: bytes) -> int:
        start = len(sectors)
        for at in range(0, max(len(data), 1), 512):
            sectors.append(data[at : at + 512].ljust(512, b"\x00"))
            chains.append(len(sectors))
        chains[-1] = last
        return start

    def entry(name: str, kind: int, links: tuple[int, int], start: int, size: int) -> bytes:
        raw = (name + "\x00").encode("utf-16-le")
        head = raw.ljust(64, b"\x00") + struct.pack("<HBBIII", len(raw), kind, 1, free, *links)
        return head + bytes(36) + struct.pack("<IQ", start, size)

    def children(above: str) -> list[int]:
        return [n for n, path in enumerate(paths, 1) if path.rpartition("/")[0] == above]

    def next_of(number: int, above: str) -> int:
        row = children(above)
        at = row.index(number)
        return row[at + 1] if at + 1 < len(row) else free

    entries = [entry("Root Entry", 5, (free, children("")[0]), last, 0)]
    for number, path in enumerate(paths, 1):
        above, _, name = path.rpartition("/")
        inner = children(path)
        start, size = (stored(streams[path]), len(streams[path])) if path in streams else (0, 0)
        kind = 2 if path in streams else 1
        entries.append(entry(name, kind, (next_of(number, above), inner[0] if inner else free), start, size))
    directory = stored(b"".join(entries))
    table = len(sectors)
    count = -(-(table + 1) // 127)
    chains += [0xFFFFFFFD] * count
    numbers = struct.pack(f"<{len(chains)}I", *chains).ljust(512 * count, b"\xff")
    listed = [*range(table, table + count), *[free] * (109 - count)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, count, directory, 0, 0, last, 0, last, 0) + struct.pack("<109I", *listed)
    return head + b"".join(sectors) + numbers


def message(body: str, *, above: str = "", attached: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the streams of an Outlook message sent on 25 November 2020, with attachments by name."""
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 6, 132_507_656_400_000_000)
    streams = {
        f"{above}__properties_version1.0": bytes(32) + sent,
        f"{above}__substg1.0_0037001F": "RE: cameras".encode("utf-16-le"),
        f"{above}__substg1.0_1000001F": body.encode("utf-16-le"),
    }
    for number, (name, data) in enumerate((attached or {}).items()):
        storage = f"{above}__attach_version1.0_#{number:08X}/"
        streams[f"{storage}__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[f"{storage}__substg1.0_37010102"] = data
    return streams


def show(title: str, box: str, *, note: str = "", deleted: str = "") -> dict[str, bytes]:
    """Return the streams of an old presentation: one slide, a note, and a slide of an earlier save."""

    def record(kind: int, body: bytes, *, instance: int = 0, is_container: bool = False) -> bytes:
        return struct.pack("<HHI", instance << 4 | (0xF if is_container else 0), kind, len(body)) + body

    def words(text: str, kind: int) -> bytes:
        return record(0x0F9F, struct.pack("<I", kind)) + record(0x0FA0, text.encode("utf-16-le"))

    def slide(text: str, kind: int = 0x03EE) -> bytes:
        return record(kind, record(0xF00D, words(text, 4), is_container=True), is_container=True)

    listed = record(0x0FF0, record(0x03F3, struct.pack("<I", 2)) + words(title, 0), is_container=True)
    notes = record(0x0FF0, record(0x03F3, struct.pack("<I", 3)), instance=2, is_container=True)
    document = record(0x03E8, listed + notes, is_container=True)
    parts = [document, slide(box), slide(note or "*", 0x03F0), slide(deleted)]
    places = [sum(map(len, parts[:number])) for number in range(len(parts))]
    whole = b"".join(parts)

    def save(entries: dict[int, int], last: int, stream: bytes) -> tuple[bytes, int]:
        listing = b"".join(struct.pack("<II", number | 1 << 20, place) for number, place in entries.items())
        stream += record(0x1772, listing)
        edit = struct.pack("<IIIII", 0, 0, last, len(stream) - 8 - len(listing), 1)
        return stream + record(0x0FF5, edit + bytes(8)), len(stream)

    whole, first = save({1: places[0], 2: places[3], 3: places[2]}, 0, whole)
    whole, at = save({2: places[1]}, first, whole)
    return {
        "PowerPoint Document": whole,
        "Current User": bytes(8) + struct.pack("<III", 20, 0xE391C05F, at) + bytes(20),
    }


def word(text: str, *, is_wide: bool = False) -> bytes:
    """Return an old Word file with this text in one piece."""
    data = text.encode("utf-16-le" if is_wide else "cp1252")
    place = 0x400 if is_wide else 0x400 * 2 | 0x40000000
    head = bytearray(0x400)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0x00C1)
    struct.pack_into("<H", head, 10, 0x0200)
    struct.pack_into("<i", head, 0x4C, len(text))
    pieces = b"\x02" + struct.pack("<I", 16) + struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, place, 0)
    struct.pack_into("<II", head, 0x01A2, 0, len(pieces))
    return compound({"1Table": pieces, "WordDocument": bytes(head) + data})


def eforms(kind: str, body: str) -> bytes:
    """Return an EU notice with this body."""
    oasis = "urn:oasis:names:specification:ubl:schema:xsd"
    names = (
        f'xmlns="{oasis}:{kind}-2" xmlns:cac="{oasis}:CommonAggregateComponents-2" '
        f'xmlns:cbc="{oasis}:CommonBasicComponents-2" xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1" '
        'xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><{kind} {names}>{body}</{kind}>'.encode()


def company(number: str, name: str, *, is_person: bool = False) -> str:
    """Return an organisation of an EU notice, with a contact that nobody may see."""
    person = "<efbc:NaturalPersonIndicator>true</efbc:NaturalPersonIndicator>" if is_person else ""
    return (
        f"<efac:Organization>{person}<efac:Company><cac:PartyIdentification><cbc:ID>{number}</cbc:ID>"
        f"</cac:PartyIdentification><cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName><cac:Contact><cbc:Name>Ada Vale"
        "</cbc:Name></cac:Contact></efac:Company></efac:Organization>"
    )


PROJECT = (
    "<cac:ProcurementProject><cbc:Name>CCTV</cbc:Name><cbc:Description>28 cameras</cbc:Description><cac:RequestedTenderTotal>"
    '<cbc:EstimatedOverallContractAmount currencyID="EUR">90000</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>'
    "<cac:MainCommodityClassification><cbc:ItemClassificationCode>35125300</cbc:ItemClassificationCode>"
    "</cac:MainCommodityClassification></cac:ProcurementProject>"
)
BUYER = (
    "<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification></cac:Party>"
    "</cac:ContractingParty>"
)
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
    "7z": ("reply.7z", seven({"letter.txt": LETTER})),
    "csv": ("ledger.csv", LEDGER.encode()),
    "doc": ("letter.doc", word("The Council owns 28 Hikvision cameras.\r")),
    "docx": ("letter.docx", docx(paragraph("The Council owns 28 Hikvision cameras."))),
    "eforms": (
        "notice.xml",
        eforms("ContractNotice", f"<cbc:ID>n-1</cbc:ID>{company('ORG-1', 'Northmere')}{BUYER}{PROJECT}"),
    ),
    "eml": ("reply.eml", (MAIL + "\nWe own 28 Hikvision cameras.\n").encode()),
    "gzip": ("ledger.csv.gz", gzip.compress(LEDGER.encode(), mtime=0)),
    "html": ("page.html", PAGE.encode()),
    "image": ("scan.png", png()),
    "json": ("notices.json", NOTICE.encode()),
    "mbox": (
        "replies.mbox",
        ("From clerk@northmere.example Wed Nov 25 10:14:00 2020\n" + MAIL + "\nWe own 28 cameras.\n").encode(),
    ),
    "msg": ("reply.msg", compound(message("We own 28 Hikvision cameras."))),
    "odt": ("letter.odt", odt("<text:p>The Council owns 28 Hikvision cameras.</text:p>")),
    "parquet": ("register.parquet", parquet({"Make": ["Hikvision", "Dahua"], "Quantity": [28, 9]})),
    "pdf": ("letter.pdf", pdf([letter_page(["The Council owns 28 Hikvision cameras."])])),
    "ppt": ("slides.ppt", compound(show("Northmere", "The Council owns 28 Hikvision cameras."))),
    "pptx": ("slides.pptx", slides(shape("The Council owns 28 Hikvision cameras."))),
    "rtf": ("letter.rtf", rb"{\rtf1\ansi The Council owns 28 Hikvision cameras.\par}"),
    "sheet": ("register.xlsx", xlsx({"Cameras": {"A1": "Make", "B1": "Quantity", "A2": "Hikvision", "B2": 28}})),
    "sqlite": (
        "register.db",
        database("CREATE TABLE cameras (Make, Quantity)", "INSERT INTO cameras VALUES ('Dahua', 9)"),
    ),
    "tar": ("replies.tar", tar({"letter.txt": LETTER})),
    "text": ("letter.txt", LETTER.encode()),
    "xml": ("register.xml", b"<?xml version='1.0'?><reply><p>The Council owns 28 Hikvision cameras.</p></reply>"),
    "zip": ("reply.zip", package({"letter.txt": LETTER})),
}

UGLY: dict[str, tuple[str, bytes]] = {
    "7z": (
        "x.zip",
        seven(
            {"__MACOSX/a": "x", "../../up;1.txt": LETTER, "in.zip": package({"a.csv": LEDGER})},
            method="lzma2",
            folders=("empty",),
        ),
    ),
    "csv": (
        "spend",
        'Northmere spending;;;\n;;;\nBody;Date;Supplier;Amount\nNorthmere;01/03/2021;"Tower\nHill; Ltd";1.200,50 €\n'
        "Northmere;02/03/2021;Larkfold;80;;#N/A\n\nTotal;;;1.280,50 €\n".encode("cp1252"),
    ),
    "doc": (
        "x.txt",
        word("\x13 HYPERLINK x \x14Größe\x15: £350\x0cMake\x07Quantity\x07\x07Dahua\x079\x07\x07بلدية\r", is_wide=True),
    ),
    "docx": (
        "x.bin",
        docx(
            "<w:p><w:del><w:r><w:delText>29</w:delText></w:r></w:del><w:ins><w:r><w:t>28 cameras</w:t></w:r></w:ins></w:p>"
            + word_table([["Make", "Quantity"], ["Hikvision", "28"], ["Total", "28"]])
        ),
    ),
    "eforms": (
        "x.html",
        eforms(
            "ContractAwardNotice",
            "<cbc:IssueDate>2024-03-01+01:00</cbc:IssueDate>"
            + "".join((company("ORG-1", "Northmere"), company("ORG-2", "Osprey Gate Ltd")))
            + company("ORG-3", "Ben Thorpe", is_person=True)
            + BUYER
            + PROJECT
            + "".join(
                f"<cac:ProcurementProjectLot><cbc:ID>LOT-{n}</cbc:ID><cac:ProcurementProject><cbc:Name>Lot {n}</cbc:Name>"
                "</cac:ProcurementProject></cac:ProcurementProjectLot>"
                for n in (1, 2, 3)
            )
            + "<efac:NoticeResult>"
            + "".join(
                f"<efac:LotTender><cbc:ID>TEN-{n}</cbc:ID><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='EUR'>{n}000"
                f"</cbc:PayableAmount></cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-{n}</cbc:ID></efac:TenderingParty>"
                f"<efac:TenderLot><cbc:ID>LOT-{n}</cbc:ID></efac:TenderLot></efac:LotTender><efac:TenderingParty><cbc:ID>TPA-{n}"
                f"</cbc:ID><efac:Tenderer><cbc:ID>ORG-{n + 1}</cbc:ID></efac:Tenderer></efac:TenderingParty><efac:SettledContract>"
                f"<cbc:ID>CON-{n}</cbc:ID><efac:LotTender><cbc:ID>TEN-{n}</cbc:ID></efac:LotTender></efac:SettledContract>"
                for n in (1, 2)
            )
            + "<efac:LotResult><cbc:TenderResultCode>clos-nw</cbc:TenderResultCode><efac:TenderLot><cbc:ID>LOT-3</cbc:ID>"
            "</efac:TenderLot></efac:LotResult></efac:NoticeResult>",
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
    "msg": (
        "x.doc",
        compound(
            message(
                "See the table.",
                attached={"a.csv": b"Make,Quantity\nDahua,9\n", "image001.png": b"x", "b.bin": bytes(900)},
            )
            | message("Forwarded.", above="__attach_version1.0_#00000009/__substg1.0_3701000D/")
        ),
    ),
    "odt": ("x", odt("<text:list><text:list-item><text:p>28<text:s/>cameras</text:p></text:list-item></text:list>")),
    "parquet": (
        "x.txt",
        parquet(
            {
                "Make; and model": pa.array(["Dahua", None, "بلدية\n28"]).dictionary_encode(),
                "Contact": ["Ada Vale", "Ben Thorpe", None],
                "Place": ["51.50701,-0.12702", "Car park", None],
                "Installed": pa.array(
                    [0, 1_600_000_000_000_000_000, 1_600_000_000_123_456_789], pa.timestamp("ns", "Asia/Tokyo")
                ),
                "Far": pa.array([1, None, 2**31 - 1], pa.date32()),
                "Price": pa.array([Decimal("1200.50"), Decimal(-3), None]),
                "Blob": [b"\xff\x00", b"a", None],
                "Kit": [{"n": 28, "contactPoint": {"name": "Ada Vale"}}, None, {"n": 9, "contactPoint": None}],
                "Tags": [["a", "b"], [], None],
                "Share": [0.5, 2.0, float("nan")],
                "Empty": pa.nulls(3),
            },
            row_group=2,
        ),
    ),
    "pdf": ("x.doc", b"\n\n" + pdf([letter_page(["28 cameras"]), []])),
    "ppt": ("x.doc", compound(show("بلدية\r*\x0b28", "Größe: £350\rDahua", note="Dahua 9", deleted="29"))),
    "pptx": (
        "x.zip",
        slides(
            shape("Cameras", "title"),
            "<a:tbl><a:tr><a:tc><a:p><a:r><a:t>Make</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>Quantity</a:t></a:r></a:p>"
            "</a:tc></a:tr><a:tr><a:tc><a:p><a:r><a:t>Dahua</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>9</a:t></a:r></a:p>"
            "</a:tc></a:tr></a:tbl>",
        ),
    ),
    "rtf": (
        "x.doc",
        (
            rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset178 Arial;}}{\*\generator none}\f0 Gr\'f6\'dfe"
            rb"\u8364? \{1\}\par {\f1 \'c8\'e1\'cf\'ed\'c9}\par\trowd\intbl Make\cell Quantity\cell\row\intbl Dahua\cell 9\cell\row"
            rb"\pard{\pict 89504e47}Below.}}}"
        ),
    ),
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
    "sqlite": (
        "x.txt",
        database(
            'CREATE TABLE "odd ""name; 1" (Make TEXT, "Site manager", Place, Data BLOB)',
            """INSERT INTO "odd ""name; 1" VALUES ('Dahua', 'Ada Vale', '51.50701,-0.12702', x'00ff'), (NULL, 7, 2.0, 1.5)""",
            "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        ),
    ),
    "tar": (
        "x",
        tar({"../../up;1.txt": LETTER, "a/in.zip": package({"a.csv": LEDGER})}, form=tarfile.GNU_FORMAT, link="l"),
    ),
    "text": ("x.pdf", "Größe: 28 Kameras für £350\r\rNeuer Absatz\x00 hier.".encode("cp1252")),
    "xml": (
        "x.txt",
        (
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY e "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
            '<r xmlns="urn:n" note="as at March 2021"><!-- x --><?pi x?>&e;&f;<kit make="Dahua" number="9"><place><name>بلدية</name>'
            "</place><contactPoint><name>Ada Vale</name></contactPoint></kit><kit make='Hikvision'><model>a</model><model>b</model></kit>"
            "<![CDATA[<b>28</b>]]> cameras &lt;and&gt; <b>more<email>ada@northmere.example</email></b>.</r>"
        ).encode("utf-16"),
    ),
    "zip": (
        "x",
        package({"__MACOSX/a": "x", "../../up;1.txt": LETTER, "empty.txt": "", "in.zip": package({"a.csv": LEDGER})}),
    ),
}
