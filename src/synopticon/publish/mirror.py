"""Charts on pages that run from the right: shapes are mirrored as a whole, and each text is turned back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup, escape

from synopticon.publish.fragments import is_right_to_left
from synopticon.publish.speech import spoken

_SHARE = re.compile(r"[\d.,]+\N{NO-BREAK SPACE}%")
_ISOLATE, _END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def is_mirrored() -> bool:
    """Tell whether the language that is spoken runs from the right."""
    return is_right_to_left(spoken())


def direction() -> str:
    """Return the direction in which the texts of a chart run."""
    return "rtl" if is_mirrored() else "ltr"


def mirrored(shapes: Iterable[Markup], width: int) -> Markup:
    """Return the shapes of a chart as they stand, mirrored where the language runs from the right."""
    drawn = Markup("").join(shapes)
    return Markup('<g transform="translate({} 0) scale(-1 1)">{}</g>').format(width, drawn) if is_mirrored() else drawn


def turned(x: float) -> Markup:
    """Return the attribute that turns a text at a place back, nothing where the chart is not mirrored."""
    return Markup(' transform="translate({} 0) scale(-1 1)"').format(round(2 * x, 1)) if is_mirrored() else Markup("")


def told(text: str) -> Markup:
    """Return words of ours with each share isolated, so that its sign stays behind its number."""
    share = Markup('<bdi dir="ltr">{}</bdi>')
    ends = [0, *(place for found in _SHARE.finditer(text) for place in found.span()), len(text)]
    pieces = (text[start:end] for start, end in pairwise(ends))
    return Markup("").join(share.format(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces))


def ordered(text: str) -> str:
    """Return a label whose numbers keep their order among words that run from the right."""
    if not is_mirrored():
        return text
    if not any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text):
        return f"{_ISOLATE}{text}{_END}"
    return _SHARE.sub(lambda found: f"{_ISOLATE}{found.group()}{_END}", text)
