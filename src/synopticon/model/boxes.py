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
    boxes: tuple[tuple[int, ...], ...]

    @classmethod
    def unpacked(cls, text: str) -> PageMap:
        """Return what `packed` kept."""
        numbers = [int(number) for number in text.split()]
        rows = list(zip(*(numbers[at::5] for at in range(5)), strict=True))
        return cls(tuple(row[0] for row in rows), tuple(row[1:] for row in rows))

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


def _points(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' * (tenths < 0)}{whole}{f'.{rest}' * (rest > 0)}"
