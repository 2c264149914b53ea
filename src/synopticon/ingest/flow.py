r"""Builds one text out of the blocks of a document (HTML, DOCX, ODT) and keeps where each stands.

Blocks are parted by ``\n`` and the cells of a table row by ``\t``; blanks inside a block are collapsed. Every span in
the text is a ``char`` locator of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from synopticon.ingest import limits
from synopticon.ingest.format import Content, Facts, Item
from synopticon.ingest.gridding import Cells, grid_items
from synopticon.ingest.prose import kind_of_text
from synopticon.ingest.roles import letter_roles
from synopticon.model.records import Passage

#: A paragraph above a table of at most so many characters is its title.
CAPTION = 300


@dataclass(slots=True)
class Block:
    """A paragraph, heading, item or piece of furniture: a span of the text."""

    start: int
    end: int
    kind: str
    is_quoted: bool = False


@dataclass(slots=True)
class TableBlock:
    """A table: the spans of the cells of each row."""

    rows: list[list[tuple[int, int]]]
    caption: str = ""


@dataclass(slots=True)
class Flow:
    """The text that grows, and its blocks in reading order."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block | TableBlock] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> tuple[int, int]:
        """Append text and return its span.

        Raises:
            LimitError: the text grows beyond what one document may hold.
        """
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        limits.within_limit("characters", self.length, limits.TEXT)
        return start, self.length

    def block(self, text: str, kind: str, *, is_quoted: bool = False) -> None:
        """Append a block, unless it is blank."""
        text = " ".join(text.split())
        if text:
            start, end = self.write(text)
            self.write("\n")
            self.blocks.append(Block(start, end, kind, is_quoted))

    def table(self, rows: Sequence[Sequence[str]], caption: str = "") -> None:
        """Append a table, row by row."""
        spans: list[list[tuple[int, int]]] = []
        for row in rows:
            cells: list[tuple[int, int]] = []
            for index, text in enumerate(row):
                if index:
                    self.write("\t")
                cells.append(self.write(" ".join(text.split())))
            self.write("\n")
            spans.append(cells)
        self.blocks.append(TableBlock(spans, caption))

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


def flow_items(content: Content, flow: Flow, *, is_letter: bool = True) -> Iterator[Item]:
    """Yield the passages, grids and rows of a text built of blocks."""
    text = flow.text
    prose = [block for block in flow.blocks if isinstance(block, Block) and block.kind != "furniture"]
    pieces = [text[block.start : block.end] for block in prose]
    roles = iter(letter_roles(pieces) if is_letter else ["text"] * len(pieces))
    rows_in = 0
    caption = ""
    for block, following in zip_longest(flow.blocks, flow.blocks[1:]):
        if isinstance(block, TableBlock):
            for item in _table(content, text, block, caption):
                if isinstance(item, Facts) and item.rows_in is not None:
                    rows_in += item.rows_in
                else:
                    yield item
            continue
        role = "text" if block.kind == "furniture" else next(roles)
        piece = text[block.start : block.end]
        kind = kind_of_text(piece) if block.kind == "paragraph" else block.kind
        role = "quoted" if block.is_quoted else role
        is_caption = isinstance(following, TableBlock) and _is_data(following) and block.kind != "furniture"
        caption = piece if is_caption and len(piece) <= CAPTION else ""
        grid = 0 if is_caption else None
        yield Passage(content.document, content.unit, 0, block.start, kind, piece, role=role, grid=grid)
    yield Facts(rows_in=rows_in)


def _table(content: Content, text: str, block: TableBlock, caption: str) -> Iterator[Item]:
    rows = [
        Cells(
            number,
            tuple(text[start:end] for start, end in row),
            tuple(f"char={start},{end}" for start, end in row),
        )
        for number, row in enumerate(block.rows, 1)
    ]
    rows = [row for row in rows if any(row.texts)]
    if not _is_data(block):
        yield from _prose(content, text, block)
        return

    def passage(row: Cells, column: int) -> Passage:
        start = block.rows[row.row - 1][column][0]
        return Passage(content.document, content.unit, 0, start, "heading", row.texts[column], grid=0)

    width = max(len(row.texts) for row in rows)
    wide = [_widened(row, width, block.rows[row.row - 1]) for row in rows]
    yield from grid_items(content, content.unit, wide, passage=passage, title=block.caption or caption)


def _is_data(block: TableBlock) -> bool:
    """Tell whether a table has at least two rows that hold something, and two columns."""
    filled = [row for row in block.rows if any(start < end for start, end in row)]
    return len(filled) >= 2 and max(map(len, filled)) >= 2


def _widened(row: Cells, width: int, spans: Sequence[tuple[int, int]]) -> Cells:
    """Give a short row its missing cells, each an empty span at its end."""
    missing = width - len(row.texts)
    end = spans[-1][1] if spans else 0
    locators = row.locators + (f"char={end},{end}",) * missing
    return Cells(row.row, row.texts + ("",) * missing, locators)


def _prose(content: Content, text: str, block: TableBlock) -> Iterator[Item]:
    """Yield the cells of a table that only lays out a page as paragraphs."""
    for row in block.rows:
        for start, end in row:
            if start < end:
                piece = text[start:end]
                yield Passage(content.document, content.unit, 0, start, kind_of_text(piece), piece)
