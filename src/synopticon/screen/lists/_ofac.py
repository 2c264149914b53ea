"""The files that the US Treasury publishes its lists in: CSV without a header, and XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree import ElementTree as ET

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, THING, Listed, Row
from synopticon.screen.lists._tables import children, day, distinct, local, rows_of, text, text_of, xml_of

#: Cells per row: the names, the other names, the addresses. The three files may be read one after another.
_NAMES, _OTHERS, _ADDRESSES = 12, 5, 6
_NONE = "-0-"
_ASIDE = {"individual": PERSON, "vessel": THING, "aircraft": THING}

#: Gives the code and kind of law of an entry by its programmes; empty strings for those of the file.
Kind = Callable[[str], tuple[str, str]]


def programmes(data: bytes) -> list[str]:
    """Return the programmes of the first entries, empty when the bytes are no such file."""
    head = data[:200_000]
    if b"<sdnList" in head[:2000]:
        return [part.split(b"<")[0].decode("utf-8", "replace") for part in head.split(b"<program>")[1:]]
    if b"\x00" in head[:4096]:
        return []
    lines = text_of(head[: head.rfind(b"\n") + 1]).splitlines()[:50]
    try:
        rows = [row for line in lines for row in rows_of(line)]
    except SourceError:
        return []
    return [row[3].strip() for row in rows if len(row) == _NAMES and row[0].strip().isdigit()]


def published(data: bytes) -> str | None:
    """Return the day that the XML gives itself."""
    found = data[:5000].partition(b"<Publish_Date>")[2].partition(b"<")[0].decode("ascii", "replace")
    return day(found, is_month_first=True)


def parsed(data: bytes, kind: Kind) -> Iterator[Row]:
    """Yield the entries of the CSV files or of the XML."""
    if b"<sdnList" in data[:2000]:
        yield from _from_xml(xml_of(data), kind)
    else:
        yield from _from_csv(text_of(data), kind)


def _from_csv(content: str, kind: Kind) -> Iterator[Row]:
    main: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for number, row in enumerate(rows_of(content.replace("\x1a", "")), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) not in (_NAMES, _OTHERS, _ADDRESSES) or not cells[0].isdigit():
            reason = "truncated" if main and cells[0][:1].isdigit() else "wrong format"
            detail = f"row {number}: expected {_NAMES}, {_OTHERS} or {_ADDRESSES} cells and a number first"
            raise SourceError(reason, f"{detail}, found {len(cells)} cells", locator=f"row={number}")
        if len(cells) == _NAMES:
            main[cells[0]] = cells
        elif len(cells) == _OTHERS:
            others.setdefault(cells[0], []).append(cells[3])
    for identity, cells in main.items():
        aside = _ASIDE.get(cells[2].casefold())
        if aside is not None:
            yield aside
            continue
        code, legal_type = kind(cells[3])
        names = distinct([cells[1], *(name for name in others.get(identity, ()) if name != _NONE)])
        yield Listed(identity, names, code, legal_type, citation=cells[3].replace("] [", "; "))


def _from_xml(root: ET.Element, kind: Kind) -> Iterator[Row]:
    if local(root) != "sdnList":
        raise SourceError("wrong format", f"expected the element sdnList, found {local(root)}")
    for entry in children(root, "sdnEntry"):
        aside = _ASIDE.get(text(entry, "sdnType").casefold())
        if aside is not None:
            yield aside
            continue
        programs = "; ".join(
            (one.text or "").strip() for group in children(entry, "programList") for one in children(group, "program")
        )
        others = [text(aka, "lastName") for group in children(entry, "akaList") for aka in children(group, "aka")]
        code, legal_type = kind(programs)
        names = distinct([text(entry, "lastName"), *others])
        if not names:
            raise SourceError("wrong format", f"expected a name in every entry, found none in {text(entry, 'uid')!r}")
        yield Listed(text(entry, "uid"), names, code, legal_type, citation=programs)
