"""Where on a page a span of its text stands: the boxes of its words, kept as one short text a page.

The text holds five whole numbers a word, parted by blanks: where the word begins in the text of the page, then its box
in tenths of a point from the top left of the page (left, top, right, bottom).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

#: Start in the text, left, top, right, bottom.
Box = tuple[int, int, int, int, int]


def packed(boxes: Iterable[Box]) -> str:
    """Return boxes as the text that keeps them, those that begin first in front."""
    return " ".join([f"{at} {x0} {y0} {x1} {y1}" for at, x0, y0, x1, y1 in sorted(boxes)])


@dataclass(frozen=True, slots=True)
class PageMap:
    """The boxes of one page, ready to be asked."""

    starts: tuple[int, ...]
    boxes: tuple[tuple[int, int, int, int], ...]

    @classmethod
    def unpacked(cls, text: str) -> PageMap:
        """Return what `packed` kept."""
        numbers = [int(number) for number in text.split()]
        rows = list(zip(*(numbers[at::5] for at in range(5)), strict=True))
        return cls(tuple(row[0] for row in rows), tuple((x0, y0, x1, y1) for _, x0, y0, x1, y1 in rows))

    def box(self, start: int, end: int) -> str | None:
        """Return the box around the words of a span as locators have it, null where none is known.

        A span over several lines has the box around them all.
        """
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_left(self.starts, end), first + 1)
        found = self.boxes[first:last]
        if not found:
            return None
        lefts, tops, rights, bottoms = zip(*found, strict=True)
        return ",".join(map(_points, (min(lefts), min(tops), max(rights), max(bottoms))))


def lines_of(page: PageMap, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """Return a box for each line that the words of a span stand on, in tenths of a point."""
    first = max(bisect_right(page.starts, start) - 1, 0)
    last = max(bisect_left(page.starts, end), first + 1)
    lines: list[tuple[int, int, int, int]] = []
    for left, top, right, bottom in page.boxes[first:last]:
        if lines and lines[-1][1] <= (top + bottom) / 2 <= lines[-1][3]:
            x0, y0, x1, y1 = lines[-1]
            lines[-1] = min(x0, left), min(y0, top), max(x1, right), max(y1, bottom)
        else:
            lines.append((left, top, right, bottom))
    return lines


def _points(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' * (tenths < 0)}{whole}{f'.{rest}' * (rest > 0)}"
