"""What stands on a page before it is laid out: words with their boxes, and drawn lines."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """Letters without a blank between them; the box is in points from the bottom left of the page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    breaks: bool = False
    table: int = -1
    confidence: float | None = None
    order: int = 0

    @property
    def middle(self) -> float:
        """Height of the middle of the word."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word that was recognised in a picture.

    Attributes:
        left, top, width, height: its box in pixels from the top left of the upright page.
        confidence: 0 to 100, as the recogniser tells it.
        line: lines have different numbers, in reading order; words of a line come in reading order too.
    """

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float
    line: int


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page that was recognised in a picture.

    Attributes:
        width, height: of the upright page, in pixels.
        language: the data it was read with, in the words of the recogniser.
        turned: degrees by which the picture had to be turned clockwise to stand upright.
    """

    width: int
    height: int
    words: tuple[SeenWord, ...]
    language: str
    turned: int = 0


@dataclass(slots=True)
class Rules:
    """Lines drawn on the page: heights of the level ones, x of the upright ones."""

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)

    def parts(self, left: float, right: float, height: float) -> bool:
        """Tell whether an upright line is drawn between two x at a height; `upright` must be in order."""
        upright = self.upright
        at = bisect_left(upright, (left,))
        while at < len(upright) and upright[at][0] <= right:
            if upright[at][1] <= height <= upright[at][2]:
                return True
            at += 1
        return False


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page that was laid out lies on the page as it is shown.

    Attributes:
        width, height: of the page as it was laid out, in points.
        turned: degrees by which the shown page was turned clockwise to be read.
    """

    width: float
    height: float
    turned: int = 0

    def shown(self, word: Word) -> tuple[int, int, int, int]:
        """Return the box of a word in tenths of a point from the top left of the page as it is shown."""
        x0, y0, x1, y1 = word.x0, self.height - word.y1, word.x1, self.height - word.y0
        if self.turned == 90:
            x0, y0, x1, y1 = y0, self.width - x1, y1, self.width - x0
        elif self.turned == 180:
            x0, y0, x1, y1 = self.width - x1, self.height - y1, self.width - x0, self.height - y0
        elif self.turned == 270:
            x0, y0, x1, y1 = self.height - y1, x0, self.height - y0, x1
        return round(10 * x0), round(10 * y0), round(10 * x1), round(10 * y1)
