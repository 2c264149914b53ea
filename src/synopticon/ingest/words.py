"""What stands on a page before it is laid out: words with their boxes, and drawn lines."""

from __future__ import annotations

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
