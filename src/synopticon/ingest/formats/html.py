"""HTML: the text of the page, blocks in document order; menus, forms and the like are furniture.

The text is that of `flow`: blanks collapsed, blocks parted by line ends. Scripts and styles are no text.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from synopticon.ingest import limits
from synopticon.ingest.decoding import codec_of, decode, is_text
from synopticon.ingest.flow import Flow, flow_items
from synopticon.ingest.format import Content, Facts, Format, Item
from synopticon.ingest.letters import letter_date
from synopticon.ingest.markup import parse_html
from synopticon.ingest.tables import is_number

_START = re.compile(
    rb"(?is)\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)
_TAGS = re.compile(rb"(?i)<(?:p|div|table|span|a|br|h[1-6]|li|td|title|meta)\b[^>]*>")
_CHARSET = re.compile(rb"(?i)<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)")
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "select", "canvas"}
)
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "menu", "button"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu"}
)
_FURNITURE_WORDS = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|cookies?|consent|gdpr|comments?|respond|disqus"
    r"|share|sharing|social|related|recommended|newsletter|subscribe|advert(?:isement)?|ads?|promo|popup|modal|banner|pagination"
    r"|skip|login|search)(?:$|[\s_-])"
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption
        figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section
        summary table tbody td tfoot th thead tr ul""",
    )
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_MAX_DEPTH = 250
_DATE_NAMES = frozenset(
    {
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "publishdate",
        "pubdate",
        "sailthru.date",
        "parsely-pub-date",
    }
)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _recognises(data: bytes) -> int:
    head = data[:65536]
    if _START.match(head):
        return 3
    if not is_text(data):
        return 0
    tags = len(_TAGS.findall(head))
    return 2 if tags >= 3 and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else 1 if tags >= 5 else 0


def _read(content: Content) -> Iterator[Item]:
    text, encoding = _decoded(content.data)
    limits.within_limit("characters", len(text), limits.TEXT, locator=content.unit)
    root = parse_html(text)
    flow = page_flow(root)
    received = _published(root) or letter_date(flow.text)
    yield Facts(encoding=encoding, received=received)
    yield from flow_items(content, flow)


def page_flow(root: Any) -> Flow:  # noqa: ANN401  # lxml elements have partial types
    """Return the text of a parsed page with its blocks."""
    flow = Flow()
    walker = _Walker(flow)
    walker.walk(root, is_furniture=False, is_quoted=False, depth=0)
    walker.flush()
    return flow


def _decoded(data: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    name = codec_of(declared[1].decode("ascii", "replace")) if declared else None
    if name and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(name), name
    text, encoding = decode(data)
    return text, encoding.name


def _published(root: Any) -> str | None:  # noqa: ANN401
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        found = _ISO_DATE.match((meta.get("content") or "").strip()) if name in _DATE_NAMES else None
        if found:
            return found[0]
    for time in root.iter("time"):
        found = _ISO_DATE.match((time.get("datetime") or "").strip())
        if found:
            return found[0]
    return None


class _Walker:
    """Walks the tree and writes blocks."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._inline: list[str] = []
        self._kind = "paragraph"
        self._is_quoted = False
        self._has_article = False

    def flush(self) -> None:
        text = "".join(self._inline)
        self._inline.clear()
        self._flow.block(text, self._kind, is_quoted=self._is_quoted)

    def walk(self, element: Any, *, is_furniture: bool, is_quoted: bool, depth: int) -> None:  # noqa: ANN401
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or _is_unseen(element):
            return
        limits.within_limit("elements inside elements", depth, _MAX_DEPTH)
        is_block = tag in _BLOCKS
        is_furniture = is_furniture or _is_furniture(element, tag)
        is_quoted = is_quoted or tag == "blockquote" or "gmail_quote" in (element.get("class") or "")
        if is_block or tag == "br":
            self.flush()
        if tag == "table" and not is_furniture and self._table(element):
            return
        self._style(tag, is_furniture=is_furniture, is_quoted=is_quoted)
        self._inline.append(element.text or "")
        for child in element:
            self.walk(child, is_furniture=is_furniture, is_quoted=is_quoted, depth=depth + 1)
            if child.tag in _BLOCKS:
                self._style(tag, is_furniture=is_furniture, is_quoted=is_quoted)
            self._inline.append(child.tail or "")
        if is_block:
            self.flush()

    def _style(self, tag: str, *, is_furniture: bool, is_quoted: bool) -> None:
        if tag in _BLOCKS or is_furniture:
            self._kind = (
                "furniture"
                if is_furniture
                else "heading"
                if tag in _HEADINGS
                else "item"
                if tag == "li"
                else "paragraph"
            )
            self._is_quoted = is_quoted

    def _table(self, table: Any) -> bool:  # noqa: ANN401
        """Write a table of data; a table that lays out a page or holds tables is walked instead."""
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:
            return False
        cells = _grid_of(rows)
        if max(map(len, cells)) < 2 or max((len(text) for row in cells for text in row), default=0) > 2000:
            return False
        caption = next((_cell_text(found) for found in table.iter("caption")), "")
        if caption:
            self._flow.block(caption, "heading")
        self._flow.table(cells, " ".join(caption.split()))
        return True


def _grid_of(rows: list[Any]) -> list[list[str]]:
    """Return the texts of the rows of a table, each cell below the header of its column.

    A cell over several columns is followed by empty ones. A text over several rows stands in each of them, for it
    names them all; a number does not, because it counts once.
    """
    grid: list[list[str]] = []
    open_cells: dict[int, tuple[int, str]] = {}
    for row in rows:
        texts: list[str] = []
        for cell in (found for found in row if found.tag in ("td", "th")):
            _carry(texts, open_cells)
            text = _cell_text(cell)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(texts), len(texts) + width):
                if height > 1:
                    is_text = column == len(texts) and not is_number(text)
                    open_cells[column] = (height - 1, text if is_text else "")
            texts += [text, *[""] * (width - 1)]
        _carry(texts, open_cells)
        grid.append(texts)
    return grid


def _carry(texts: list[str], open_cells: dict[int, tuple[int, str]]) -> None:
    """Go on with cells of earlier rows that reach down to where the row stands."""
    while (held := open_cells.get(len(texts))) is not None:
        left, text = held
        if left > 1:
            open_cells[len(texts)] = (left - 1, text)
        else:
            del open_cells[len(texts)]
        texts.append(text)


def _span(cell: Any, name: str) -> int:  # noqa: ANN401
    value = cell.get(name, "1")
    return min(max(int(value), 1), 50) if value.isdecimal() and len(value) < 4 else 1


def _cell_text(cell: Any) -> str:  # noqa: ANN401
    return " ".join(" ".join(cell.itertext()).split())


def _is_unseen(element: Any) -> bool:  # noqa: ANN401
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_furniture(element: Any, tag: str) -> bool:  # noqa: ANN401
    if tag in _FURNITURE_TAGS or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if tag == "header":
        return next(element.iterancestors("article", "main"), None) is None
    if tag in {"html", "body", "main", "article"}:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) < 300 and _FURNITURE_WORDS.search(names) is not None


FORMAT = Format(
    name="html",
    media_types=("text/html",),
    suffixes=(".html", ".htm", ".xhtml"),
    recognises=_recognises,
    read=_read,
)
