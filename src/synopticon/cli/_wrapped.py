"""Tables on a terminal whose cells go on in the next line and are never cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from synopticon.cli._print import WIDTH, columns_of, cut

#: No column becomes narrower than this.
_LEAST = 6


def wrapped_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """Return a table of at most 80 columns; a cell that is too wide goes on in the lines below it.

    Args:
        header: words per column; a line feed begins a new line.
        rows: as many cells per row; a line feed begins a new line.
        right: numbers of the columns that are set to the right, from 0.
    """
    body = [[[_clean(part) for part in cell.split("\n")] for cell in row] for row in [header, *rows]]
    widths = [max(columns_of(part) for row in body for part in row[at]) for at in range(len(header))]
    room = WIDTH - 2 * (len(header) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    blocks = [_block(row, widths, right) for row in body]
    blocks.insert(1, ["  ".join("-" * width for width in widths)])
    return "\n".join(line for block in blocks for line in block)


def _clean(text: str) -> str:
    return cut(text, 2 * len(text) + 1)


def _block(row: Sequence[Sequence[str]], widths: Sequence[int], right: Sequence[int]) -> list[str]:
    cells = [[line for part in cell for line in _lines(part, width)] for cell, width in zip(row, widths, strict=True)]
    lines: list[str] = []
    for number in range(max(map(len, cells))):
        shown: list[str] = []
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            text = cell[number] if number < len(cell) else ""
            space = " " * (width - columns_of(text))
            shown.append(space + text if at in right else text + space)
        lines.append("  ".join(shown).rstrip())
    return lines


def _lines(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many columns, broken between words, a long word anywhere."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if columns_of(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and columns_of(lines[-1] + character) > width:
                lines.append("")
            lines[-1] += character
    return lines
