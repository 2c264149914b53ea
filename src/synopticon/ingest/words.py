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

    @property
    def middle(self) -> float:
        """Height of the middle of the word."""
        return (self.y0 + self.y1) / 2


@dataclass(slots=True)
class Rules:
    """Lines drawn on the page: heights of the level ones, x of the upright ones."""

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
