"""Reads pages of a PDF again, with another parser, and says whether some words stand there too, at the same place.

The other parser is pdfminer.six, an extra that may be missing. It is slow and patient, and shares no code with PDFium;
where the two agree, the words are on the page and not in a parser. It gives every letter with its box, so that words
are looked for where they stand, whatever order the letters of a page come in.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from synopticon.errors import SourceError
from synopticon.ingest import limits
from synopticon.ingest.format import Content, Item
from synopticon.ingest.reading import format_of
from synopticon.ingest.righttoleft import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from synopticon.ingest.miner import Letter

AGREES, DIFFERS, NOT_CHECKED = "agrees", "differs", "not checked"
_MISSING = f"{NOT_CHECKED}: pdfminer.six is not installed"
_NO_PDF = f"{NOT_CHECKED}: the page is a picture"
_NO_LETTERS = f"{NOT_CHECKED}: the second parser finds no letters there"
_UNREAD = f"{NOT_CHECKED}: the second parser cannot read the page"
#: Words of so many letters are found wherever they stand on the page; fewer must stand at their place.
_LONG = 16
#: Points by which the two parsers may differ on where a letter is.
_SLACK = 1.5
_SAME = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\x02\ufffe"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e"), '"'),
    **dict.fromkeys(map(ord, "\u0640\u200b\u200c\u200d\u200e\u200f\ufeff"), None),
}
_PARSER = "synopticon.ingest.miner"
_DIGITS = re.compile(r"\d+")

#: Left, top, right, bottom in points from the top left of the page as it is shown.
Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Words on a page.

    Attributes:
        unit: the page, such as ``part=2;page=3``.
        areas: for each line of the words the box around it.
    """

    number: int
    unit: str
    words: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What the second parser says of the words with this number: agrees, differs, or not checked and why."""

    number: int
    outcome: str


@cache
def version() -> str:
    """Return the version of the second parser, empty where it is missing."""
    try:
        return importlib.metadata.version("pdfminer.six")
    except importlib.metadata.PackageNotFoundError:
        return ""


def warm_up() -> None:
    """Load the parser, where it is there, for a process that will soon be forbidden to open files."""
    if version():
        importlib.import_module(_PARSER).warm_up()


def packed(spots: Sequence[Spot]) -> str:
    """Return spots as one text, for a locked process."""
    return json.dumps([[spot.number, spot.unit, spot.words, spot.areas] for spot in spots])


def second_readings(data: bytes, *, document: str, name: str, spots: str) -> Iterator[SecondReading]:
    """Yield what a second parser finds at some spots of a document, also of PDF files inside of it.

    Args:
        data: the bytes of the document.
        document: SHA-256 of `data`, hexadecimal.
        name: its file name, a hint only.
        spots: what `packed` made.
    """
    wanted = [
        Spot(number, unit, words, tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in areas))
        for number, unit, words, areas in json.loads(spots)
    ]
    if not version():
        yield from (SecondReading(spot.number, _MISSING) for spot in wanted)
        return
    walk = _Walk(wanted)
    for _ in walk.part(Content(document, data, name, "", "articles", 0, walk.part)):
        pass
    yield from (SecondReading(spot.number, walk.outcomes.get(spot.number, _NO_PDF)) for spot in wanted)


class _Walk:
    """Goes through the containers of a document to the PDF files that are asked about."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self._pages: dict[str, dict[int, list[Spot]]] = defaultdict(lambda: defaultdict(list))
        for spot in spots:
            file, _, page = spot.unit.rpartition("page=")
            self._pages[file.rstrip(";")][int(page)].append(spot)
        self.outcomes: dict[int, str] = {}

    def part(self, content: Content) -> Iterator[Item]:
        """Note the second readings of one part; what is yielded on the way there is of no interest."""
        if content.depth > limits.DEPTH or not any(unit.startswith(content.unit) for unit in self._pages):
            return
        found = format_of(content.data, content.name)
        if found.name != "pdf":
            with contextlib.suppress(SourceError):  # what its format told the first time
                yield from found.read(content)
        elif content.unit in self._pages:
            readings = _of_file(content.data, self._pages[content.unit])
            self.outcomes |= {reading.number: reading.outcome for reading in readings}


def _of_file(data: bytes, pages: dict[int, list[Spot]]) -> Iterator[SecondReading]:
    read: Callable[[bytes, list[int]], Iterator[list[Letter]]] = importlib.import_module(_PARSER).pages_of
    numbers = sorted(pages)
    done = 0
    try:
        for number, letters in zip(numbers, read(data, numbers), strict=False):
            yield from [SecondReading(spot.number, _compared(spot, letters)) for spot in pages[number]]
            done += 1
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # the parser raises errors of many kinds, and all say the same
        done = min(done, len(numbers))
    for number in numbers[done:]:
        yield from (SecondReading(spot.number, _UNREAD) for spot in pages[number])


# --- holding words against letters ----------------------------------------------------------------------------


def folded(text: str) -> str:
    """Return the letters of a text alone: no blanks, marks or ligatures, one kind of hyphen and quotation mark."""
    plain = unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)
    return "".join(letter for letter in plain if not letter.isspace() and not unicodedata.combining(letter))


def _compared(spot: Spot, letters: Sequence[Letter]) -> str:
    words = folded(spot.words)
    there = [_inside(letters, area) for area in spot.areas]
    text = folded("".join(letter.text for line in there for letter in line))
    level = folded("".join(letter.text for line in there for letter in sorted(line, key=lambda one: one.x)))
    if _holds(words, level) or _holds(words, text):
        return AGREES
    if "(cid:" in text or not any(letter.text.strip() for letter in letters):
        return _NO_LETTERS
    everywhere = folded("".join(letter.text for letter in letters))
    return AGREES if len(words) >= _LONG and words in everywhere else DIFFERS


def _inside(letters: Sequence[Letter], area: Area) -> list[Letter]:
    x0, y0, x1, y1 = area
    middle, half = (y0 + y1) / 2, (y1 - y0) / 2
    return [
        letter
        for letter in letters
        if x0 - _SLACK <= letter.x <= x1 + _SLACK and abs(letter.y - middle) <= max(half, 0.5 * letter.size)
    ]


def _holds(words: str, text: str) -> bool:
    """Tell whether words stand in a text; of right-to-left words only letters and numbers, for their order differs."""
    if not RIGHT_TO_LEFT.search(words):
        return words in text
    numbers = Counter(_DIGITS.findall(words)) - Counter(_DIGITS.findall(text))
    return not numbers and not Counter(words) - Counter(text)
