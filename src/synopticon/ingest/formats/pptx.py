"""PPTX: the texts and tables of the slides in their order, then the notes, as one text; see `flow`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.markup import parse_xml
from synopticon.ingest.packages import member_names, open_package, read_part

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/drawingml/main": _A[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/presentationml/main": _P[1:-1].encode(),
}
_SLIDE = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d{1,6})\.xml")
_PRESENTATION = "ppt/presentation.xml"


def _recognises(data: bytes) -> int:
    return 3 if _PRESENTATION in member_names(data) else 0


def _read(content: Content) -> Iterator[Item]:
    flow = Flow()
    with open_package(content.data) as package:
        found = [(match[1] != "slides/slide", int(match[2]), match[0]) for match in _slides(package.namelist())]
        for _, _, name in sorted(found):
            data = read_part(package, name)
            for strict, usual in _STRICT.items():
                data = data.replace(strict, usual)
            _blocks(parse_xml(data, name), flow)
    yield Facts(pages=sum(1 for is_note, _, _ in found if not is_note))
    yield from flow_items(content, flow, is_letter=False)


def _slides(names: list[str]) -> Iterator[re.Match[str]]:
    return (match for name in names if (match := _SLIDE.fullmatch(name)))


def _blocks(parent: Any, flow: Flow) -> None:  # noqa: ANN401  # lxml elements have partial types
    for child in parent:
        if child.tag == f"{_A}tbl":
            flow.table([[_text(cell) for cell in row.iter(f"{_A}tc")] for row in child.iter(f"{_A}tr")])
        elif child.tag == f"{_A}p":
            flow.block(_text(child), "heading" if _is_title(child) else "paragraph")
        else:
            _blocks(child, flow)


def _text(element: Any) -> str:  # noqa: ANN401
    parts = element.iter(f"{_A}t", f"{_A}br", f"{_A}p")
    return "".join((part.text or "") if part.tag == f"{_A}t" else " " for part in parts)


def _is_title(paragraph: Any) -> bool:  # noqa: ANN401
    shape = next(paragraph.iterancestors(f"{_P}sp"), None)
    place = None if shape is None else shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return place is not None and place.get("type") in ("title", "ctrTitle")


FORMAT = Format(
    name="pptx",
    media_types=("application/vnd.openxmlformats-officedocument.presentationml.presentation",),
    suffixes=(".pptx", ".ppsx"),
    recognises=_recognises,
    read=_read,
)
