"""Pictures of pages to the same pages that a text layer gives, by way of a recogniser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from synopticon.errors import SourceError
from synopticon.ingest.layout import Page, mean_confidence, page_of
from synopticon.ingest.words import Frame, Rules, SeenPage, Word

#: Below this, of 1, the whole reading is doubtful; far below it there is nothing that can be called read.
DOUBTFUL, HOPELESS = 0.7, 0.4
_MIN_LETTERS = 3
#: Pictures do not always say how large they are; only proportions matter.
_POINTS_PER_PIXEL = 72 / 200


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as recognised; `confidence` is that of its letters, 0 to 1."""

    page: Page
    confidence: float
    frame: Frame


def scan_of(seen: SeenPage, width: float | None = None, carried: Sequence[float] = ()) -> Scan:
    """Lay out a recognised page.

    Args:
        seen: the words of the picture.
        width: of the page as it is shown, in points, where that is known.
        carried: edges of a table of the page before that may go on here.

    Raises:
        SourceError: nothing was recognised that could be called text.
    """
    is_sideways = seen.turned in (90, 270)
    scale = width / (seen.height if is_sideways else seen.width) if width else _POINTS_PER_PIXEL
    words = _words(seen, scale)
    sure = mean_confidence(words) or 0.0
    letters = sum(1 for word in words for letter in word.text if letter.isalnum())
    if letters < _MIN_LETTERS or sure < HOPELESS:
        detail = f"the page is a picture; recognition found {letters} letters, mean confidence {100 * sure:.0f}"
        raise SourceError("no text layer", detail)
    frame = Frame(seen.width * scale, seen.height * scale, seen.turned)
    return Scan(page_of(words, Rules(), carried, is_painted=False), sure, frame)


def _words(seen: SeenPage, scale: float) -> list[Word]:
    words: list[Word] = []
    line = -1
    for word in seen.words:
        bottom = seen.height - word.top - word.height
        words.append(
            Word(
                word.text,
                word.left * scale,
                bottom * scale,
                (word.left + word.width) * scale,
                (bottom + word.height) * scale,
                breaks=word.line != line,
                confidence=word.confidence,
            )
        )
        line = word.line
    return words
