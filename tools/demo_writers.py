"""Writes parts as PDF, DOCX, XLSX, XLS, ODS, CSV, HTML, e-mail and archives, the same bytes on every run."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from tools.demo_parts import Block, H, Letter, P, Q, T, plain

WHEN = (2024, 2, 1, 9, 0, 0)
STAMP = "2024-02-01T09:00:00Z"
Cells = Sequence[Sequence[object]]


def archive(members: Mapping[str, bytes], *, first_stored: bool = False) -> bytes:
    """Return a ZIP of the members with fixed times; an ODS wants its first member stored."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as file:
        for index, (name, data) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, WHEN)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if first_stored and index == 0 else zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return sink.getvalue()


def text_csv(rows: Cells, *, delimiter: str = ",", encoding: str = "utf-8", newline: str = "\r\n") -> bytes:
    """Return rows as CSV in the dialect and encoding that the publisher would use."""
    sink = io.StringIO(newline="")
    csv.writer(sink, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return sink.getvalue().encode(encoding)


def letter_text(letter: Letter, mark: str = "> ") -> str:
    """Return a letter as plain text."""
    contact = letter.contact.format(phone=letter.officer.phone, email=letter.officer.email)
    head = f"{letter.sender}\n{letter.ref}\n{letter.date}\n\n{letter.salutation}\n\n{letter.subject}"
    foot = f"{letter.closing}\n\n{letter.officer.name}\n{letter.role}\n{contact}\n\n{letter.fiction}"
    return f"{head}\n\n{plain(letter.blocks, mark)}\n\n{foot}\n"


# --- spreadsheets


def xlsx(
    sheets: Mapping[str, Cells], *, hidden: Iterable[str] = (), bold_rows: Mapping[str, int] | None = None
) -> bytes:
    """Return a workbook; `bold_rows` gives the header row of a sheet, `hidden` the sheets that are hidden."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cell in sheet[(bold_rows or {}).get(name, 1)]:
            cell.font = Font(bold=True)
        sheet.sheet_state = "hidden" if name in set(hidden) else "visible"
    sink = io.BytesIO()
    book.save(sink)
    with zipfile.ZipFile(io.BytesIO(sink.getvalue())) as file:
        members = {name: file.read(name) for name in file.namelist()}
    core = members["docProps/core.xml"].decode()
    members["docProps/core.xml"] = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", STAMP, core).encode()
    return archive(members)


def xls(sheets: Mapping[str, Cells]) -> bytes:
    """Return a workbook in the binary format of Excel 97."""
    import xlwt

    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value is not None:
                    sheet.write(r, c, value)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)
_ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def ods(sheets: Mapping[str, Cells]) -> bytes:
    """Return an OpenDocument spreadsheet."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">' + "".join(_ods_row(row) for row in rows) + "</table:table>"
        for name, rows in sheets.items()
    )
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": _ODS.format(tables).encode(),
        "META-INF/manifest.xml": _ODS_MANIFEST.encode(),
    }
    return archive(members, first_stored=True)


def _ods_row(row: Sequence[object]) -> str:
    cells = []
    for value in row:
        if value is None:
            cells.append("<table:table-cell/>")
        elif isinstance(value, int):
            kind = f'office:value-type="float" office:value="{value}"'
            cells.append(f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>")
        else:
            text = f"<text:p>{escape(str(value))}</text:p>"
            cells.append(f'<table:table-cell office:value-type="string">{text}</table:table-cell>')
    return "<table:table-row>" + "".join(cells) + "</table:table-row>"


# --- letters

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(letter: Letter) -> bytes:
    """Return a letter as a minimal Word document: paragraphs and tables, nothing else."""
    contact = letter.contact.format(phone=letter.officer.phone, email=letter.officer.email)
    head = (P(letter.sender), P(letter.ref), P(letter.date), P(letter.salutation), H(letter.subject))
    foot = (P(letter.closing), P(letter.officer.name), P(letter.role), P(contact), P(letter.fiction))
    body = "".join(_docx_block(block) for block in (*head, *letter.blocks, *foot))
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return archive(
        {"[Content_Types].xml": _TYPES.encode(), "_rels/.rels": _RELS.encode(), "word/document.xml": document.encode()}
    )


def _run(text: str, style: str = "") -> str:
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _docx_block(block: Block) -> str:
    if isinstance(block, T):
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>"
            for row in (block.header, *block.rows)
        )
        return f"<w:tbl>{rows}</w:tbl>"
    if isinstance(block, H):
        return f"<w:p>{_run(block.text, '<w:rPr><w:b/></w:rPr>')}</w:p>"
    indent = '<w:pPr><w:ind w:left="720"/></w:pPr>' if isinstance(block, Q) else ""
    style = "<w:rPr><w:i/></w:rPr>" if isinstance(block, Q) else ""
    return "".join(f"<w:p>{indent}{_run(line, style)}</w:p>" for line in block.text.split("\n"))


def html_page(
    title: str, blocks: Sequence[Block], *, lang: str = "en", nav: Sequence[str] = (), foot: str = ""
) -> bytes:
    """Return a web page with a menu before and a foot after the text, as sites have them."""
    menu = "".join(f'<li><a href="#">{escape(item)}</a></li>' for item in nav)
    body = "\n".join(_html_block(block) for block in blocks)
    direction = ' dir="rtl"' if lang == "ar" else ""
    return (
        f'<!doctype html>\n<html lang="{lang}"{direction}>\n<head><meta charset="utf-8"><title>{escape(title)}</title>'
        "<style>body{font-family:sans-serif;max-width:44em}</style></head>\n<body>\n"
        f"<nav><ul>{menu}</ul></nav>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n"
        f"<footer><p>{escape(foot)}</p></footer>\n</body>\n</html>\n"
    ).encode()


def _html_block(block: Block) -> str:
    if isinstance(block, T):
        head = "".join(f"<th>{escape(cell)}</th>" for cell in block.header)
        rows = "\n".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in block.rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    tag = "h2" if isinstance(block, H) else "blockquote" if isinstance(block, Q) else "p"
    return f"<{tag}>{escape(block.text, quote=False)}</{tag}>"


# --- e-mail


def email(
    *,
    sender: str,
    to: str,
    subject: str,
    when: datetime,
    text: str,
    html: str = "",
    transfer: str = "quoted-printable",
    charset: str = "utf-8",
    attachments: Sequence[tuple[str, str, bytes]] = (),
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return a message with fixed identifiers; `attachments` are (file name, media type, bytes)."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = format_datetime(when)
    message["Message-ID"] = f"<{when:%Y%m%d%H%M%S}@mail.example>"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(text, charset=charset, cte=transfer)
    if html:
        message.add_alternative(html, subtype="html", charset=charset, cte=transfer)
    for name, media_type, data in attachments:
        main, sub = media_type.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_demo_{when:%Y%m%d}_{number}")
    return message.as_bytes()
