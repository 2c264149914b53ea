"""XML that no other format knows: its texts in their order, and records that repeat as a table.

The text in which ``char`` counts is that of `flow`, as for HTML. An attribute stands there when it holds words, behind
its name. Elements side by side that have one name and hold nothing but values are the rows of a table; its header is
the names of these values. What speaks of persons, addresses or coordinates by its name is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from synopticon.ingest import limits
from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.markup import parse_xml
from synopticon.ingest.pointers import is_personal

_DECLARED = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml\b")
_WIDE = (b"\xff\xfe<\x00", b"\xfe\xff\x00<")
_ROOT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:!--|[A-Za-z_][\w.:-]*[\s/>])")
_END = re.compile(rb">\s*\Z")
#: An attribute of so many words or more says something; codes and addresses of schemas do not.
_WORDS = 2
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}"

_Element = Any  # lxml elements have partial types


def _recognises(data: bytes) -> int:
    if _DECLARED.match(data[:200]) or data.startswith(_WIDE):
        return 2
    return 1 if _ROOT.match(data[:200]) and _END.search(data[-200:]) else 0


def _read(content: Content) -> Iterator[Item]:
    flow = Flow()
    left_out: set[str] = set()
    _write(parse_xml(content.data, "document"), flow, left_out)
    if left_out:
        yield Facts(note=f"elements that speak of people or places left out: {', '.join(sorted(left_out))}"[:500])
    yield from flow_items(content, flow, is_letter=False)


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: _Element, left_out: set[str]) -> list[_Element]:
    """Return the elements right below one, without comments and without what speaks of persons."""
    found = [child for child in element if isinstance(child.tag, str)]
    left_out.update(_name(child) for child in found if is_personal(_name(child)))
    return [child for child in found if not is_personal(_name(child))]


def _write(element: _Element, flow: Flow, left_out: set[str]) -> None:
    """Write the texts of an element and of all below it."""
    children = _children(element, left_out)
    _write_attributes(element, flow)
    if _holds_text(element):
        flow.block(_text(element, left_out), "paragraph" if children else "field")
        return
    counts = Counter(child.tag for child in children)
    shown = set()
    for child in children:
        if child.tag in shown:
            continue
        alike = [other for other in children if other.tag == child.tag] if counts[child.tag] > 1 else []
        if alike and _write_table(alike, flow, left_out):
            shown.add(child.tag)
        else:
            # One by one, and not looked at again as a table.
            counts[child.tag] = 1
            _write(child, flow, left_out)


def _write_attributes(element: _Element, flow: Flow) -> None:
    for name, value in sorted(element.attrib.items()):
        bare = name.rpartition("}")[2]
        if len(value.split()) >= _WORDS and not name.startswith(_SCHEMA) and not is_personal(bare):
            flow.block(f"{bare}: {value}", "field")


def _holds_text(element: _Element) -> bool:
    """Tell whether words stand in an element itself, before, between or behind the elements in it."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _text(element: _Element, left_out: set[str]) -> str:
    """Return the text of an element with all that is in it; every element in it is parted by a blank."""
    pieces: list[str] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            if is_personal(_name(child)):
                left_out.add(_name(child))
            else:
                pieces.append(_text(child, left_out))
        pieces.append(child.tail or "")
    return " ".join(piece for piece in (" ".join(part.split()) for part in pieces) if piece)


def _write_table(records: Sequence[_Element], flow: Flow, left_out: set[str]) -> bool:
    """Write elements as the rows of a table and tell whether they are such."""
    rows = []
    for record in records:
        values = _values(record, left_out)
        if values is None:
            return False
        rows.append(values)
    header = list(dict.fromkeys(name for row in rows for name in row))
    limits.within_limit("columns", len(header), limits.COLUMNS)
    limits.within_limit("cells", len(header) * len(rows), limits.SHEET_CELLS)
    if len(header) < 2:
        return False
    flow.table([header, *([row.get(name, "") for name in header] for row in rows)])
    return True


def _values(record: _Element, left_out: set[str]) -> dict[str, str] | None:
    """Return the values of a record by name, null when it holds more than values."""
    if _holds_text(record):
        return None
    values = {
        bare: " ".join(value.split())
        for name, value in record.attrib.items()
        if not name.startswith(_SCHEMA) and not is_personal(bare := name.rpartition("}")[2])
    }
    for child in _children(record, left_out):
        text = _value(child, left_out)
        if text is None:
            return None
        name = _name(child)
        values[name] = "; ".join(filter(None, (values.get(name, ""), text)))
    return values


def _value(element: _Element, left_out: set[str]) -> str | None:
    """Return the one text of an element, also where it is wrapped, null when there are several."""
    children = _children(element, left_out)
    if not children:
        return " ".join((element.text or "").split())
    return _value(children[0], left_out) if len(children) == 1 and not _holds_text(element) else None


FORMAT = Format(
    name="xml",
    media_types=("application/xml",),
    suffixes=(".xml",),
    recognises=_recognises,
    read=_read,
)
