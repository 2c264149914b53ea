"""ODT: paragraphs and tables in document order as one text; see `flow` for how the text is built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from synopticon.errors import SourceError
from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.letters import letter_date
from synopticon.ingest.markup import parse_xml
from synopticon.ingest.packages import member_names, open_package, read_part

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LEFT_OUT = frozenset({f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"})
_MARK = b"application/vnd.oasis.opendocument.text"


def _recognises(data: bytes) -> int:
    return 3 if _MARK in data[:200] and "content.xml" in member_names(data) else 0


def _read(content: Content) -> Iterator[Item]:
    with open_package(content.data) as package:
        if b"encryption-data" in (
            read_part(package, "META-INF/manifest.xml") if "META-INF/manifest.xml" in package.namelist() else b""
        ):
            raise SourceError("encrypted", "the document needs a password")
        root = parse_xml(read_part(package, "content.xml"), "content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise SourceError("missing part", "expected office:text in content.xml")
    flow = Flow()
    _blocks(body, flow)
    yield Facts(received=letter_date(flow.text))
    yield from flow_items(content, flow)


def _blocks(parent: Any, flow: Flow) -> None:  # noqa: ANN401  # lxml elements have partial types
    for child in parent:
        if child.tag == f"{_TEXT}h":
            flow.block(_text(child), "heading")
        elif child.tag == f"{_TEXT}p":
            flow.block(_text(child), "item" if parent.tag == f"{_TEXT}list-item" else "paragraph")
        elif child.tag == f"{_TABLE}table":
            flow.table([list(_cells(row)) for row in child.iter(f"{_TABLE}table-row")])
        elif child.tag not in _LEFT_OUT:
            _blocks(child, flow)


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        text = " ".join(_text(paragraph) for paragraph in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
        repeated = cell.get(f"{_TABLE}number-columns-repeated", "1")
        yield from [text] * min(int(repeated) if repeated.isdecimal() else 1, 50)


def _text(element: Any) -> str:  # noqa: ANN401
    pieces: list[str] = []
    _gather(element, pieces)
    return "".join(pieces)


def _gather(element: Any, pieces: list[str]) -> None:  # noqa: ANN401
    pieces.append(element.text or "")
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            pieces.append(" ")
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            _gather(child, pieces)
        pieces.append(child.tail or "")


FORMAT = Format(
    name="odt",
    media_types=("application/vnd.oasis.opendocument.text",),
    suffixes=(".odt",),
    recognises=_recognises,
    read=_read,
)
