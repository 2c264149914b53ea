"""Reads the tables of a web page as rows of text."""

from __future__ import annotations

from html.parser import HTMLParser

_CELLS, _BREAKS = ("td", "th"), ("br", "p", "li", "div")


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # as the class above
        if tag == "tr":
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self.cell = []
        elif tag in _BREAKS and self.cell is not None:
            self.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS and self.cell is not None:
            lines = (" ".join(line.split()) for line in "".join(self.cell).split("\n"))
            self.rows[-1].append("\n".join(line for line in lines if line))
            self.cell = None

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(data)


def table_rows(page: str) -> list[list[str]]:
    """Return the rows of all tables of a page; a cell keeps its line breaks."""
    reader = _Tables()
    reader.feed(page)
    reader.close()
    return reader.rows
