"""DOCX: paragraphs and tables in document order as one text; see `flow` for how the text is built.

Deleted tracked changes are left out and inserted ones kept, as the last reader of the file sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from synopticon.ingest.flow import Block, Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.letters import letter_date
from synopticon.ingest.markup import parse_xml
from synopticon.ingest.packages import member_names, open_package, read_part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"})
_DOCUMENT = "word/document.xml"


def _recognises(data: bytes) -> int:
    return 3 if _DOCUMENT in member_names(data) else 0


def _read(content: Content) -> Iterator[Item]:
    flow = Flow()
    with open_package(content.data) as package:
        names = package.namelist()
        # Footers and headers of printed pages stand before the text, so that the text ends with the signature.
        for name in sorted(name for name in names if _is_edge(name)):
            for paragraph in _root(read_part(package, name), name).iter(f"{_W}p"):
                flow.block(_text(paragraph), "furniture")
        root = _root(read_part(package, _DOCUMENT), _DOCUMENT)
        body = root.find(f"{_W}body")
        _blocks(root if body is None else body, flow)
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if name in names:
                _blocks(_root(read_part(package, name), name), flow)
        if "word/comments.xml" in names:
            yield Facts(note="comments left out")
    if next(root.iter(f"{_W}del", f"{_W}ins"), None) is not None:
        yield Facts(note="tracked changes: deleted text left out, inserted text kept")
    start = next((block.start for block in flow.blocks if isinstance(block, Block) and block.kind != "furniture"), 0)
    yield Facts(received=letter_date(flow.text[start:]))
    yield from flow_items(content, flow)


def _is_edge(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _root(data: bytes, name: str) -> Any:  # noqa: ANN401  # lxml elements have partial types
    return parse_xml(data.replace(_STRICT.encode(), _W[1:-1].encode()), name)


def _blocks(parent: Any, flow: Flow) -> None:  # noqa: ANN401
    for child in parent:
        if child.tag == f"{_W}p":
            flow.block(_text(child), "heading" if _is_heading(child) else "item" if _is_item(child) else "paragraph")
            for inner in child.iter(f"{_W}txbxContent"):
                _blocks(inner, flow)
        elif child.tag == f"{_W}tbl":
            flow.table([list(_cells(row)) for row in child.iter(f"{_W}tr") if _owner(row) is child])
        elif child.tag not in _LEFT_OUT:
            _blocks(child, flow)


def _owner(row: Any) -> Any:  # noqa: ANN401
    return next(row.iterancestors(f"{_W}tbl"))


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the cells of a row; a cell over several columns is followed by empty ones."""
    for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt"):
        yield " ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p"))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        value = "1" if span is None else span.get(f"{_W}val", "1")
        yield from [""] * (min(int(value), 50) - 1 if value.isdecimal() else 0)


def _text(paragraph: Any) -> str:  # noqa: ANN401
    pieces: list[str] = []
    _gather(paragraph, pieces)
    return "".join(pieces)


def _gather(element: Any, pieces: list[str]) -> None:  # noqa: ANN401
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or tag == f"{_W}txbxContent" or not isinstance(tag, str):
            continue
        if tag == f"{_W}t":
            pieces.append(child.text or "")
        elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            pieces.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif not tag.endswith("}AlternateContent"):
            _gather(child, pieces)
        else:
            for choice in child[:1]:
                _gather(choice, pieces)


def _is_heading(paragraph: Any) -> bool:  # noqa: ANN401
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else str(style.get(f"{_W}val", ""))
    return name.lower().startswith(("heading", "title", "subtitle"))


def _is_item(paragraph: Any) -> bool:  # noqa: ANN401
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None


FORMAT = Format(
    name="docx",
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    suffixes=(".docx", ".docm"),
    recognises=_recognises,
    read=_read,
)
