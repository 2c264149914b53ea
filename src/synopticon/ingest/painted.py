"""From the letters of a right-to-left page, wherever they are painted, to words in reading order.

A PDF says where each letter is painted, and little on the order in which letters are read. Programs paint Arabic from
either side, word by word or letter by letter, and PDFium's own guess turns some words round and not others. So a line
is put together from the places of its letters: sorted from left to right, cut into runs of one direction, and read from
the side that most of its words are read from. Letters that follow one another on one level are one line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from synopticon.ingest.righttoleft import RIGHT_TO_LEFT
from synopticon.ingest.words import Word

_BETWEEN_DIGITS = frozenset(".,:/-\u066b\u066c\u2212\u2013")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»"}
#: In sizes of a letter: what parts two words, where the text layer has a blank, has none, or does not tell; what parts
#: two columns, and two lines.
_SEEN_BLANK, _UNSEEN_BLANK, _BLANK, _GUTTER, _LEVEL = 0.07, 0.25, 0.14, 2.0, 0.5


@dataclass(slots=True)
class Letter:
    """A letter as painted.

    Attributes:
        x0, x1: the room that it takes on the line, which is more than its ink.
        box: of its ink (left, bottom, right, top).
        level: height of the line that it stands on.
        size: of its font.
        index: where it comes in the text layer; `last` is that of the last letter of its glyph.
        is_parted: the text layer has a blank before it.
    """

    text: str
    x0: float
    x1: float
    box: tuple[float, float, float, float]
    level: float
    size: float
    index: int
    is_parted: bool
    last: int = -1


def words_in_order(letters: Sequence[Letter]) -> list[Word]:
    """Return the words that letters make, line by line as these are painted."""
    kinds = [_kind(letter) for letter in letters]
    is_rtl = kinds.count("R") >= kinds.count("L")
    words: list[Word] = []
    for line in _lines(letters):
        words += _words(_logical(_units(line), is_rtl_page=is_rtl))
    return words


def _lines(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Yield stretches of letters that follow one another on one level, without the wide gaps between columns."""
    line: list[Letter] = []
    for letter in letters:
        if line and abs(letter.level - line[0].level) > _LEVEL * max(letter.size, line[0].size, 1.0):
            yield from _columns(line)
            line = []
        line.append(letter)
    yield from _columns(line)


def _columns(line: list[Letter]) -> Iterator[list[Letter]]:
    found: list[list[Letter]] = []
    reach = 0.0
    for letter in sorted(line, key=lambda one: (one.x0, one.x1)):
        if found and letter.x0 - reach <= _GUTTER * max(letter.size, 1.0):
            found[-1].append(letter)
        else:
            found.append([letter])
            reach = letter.x1
        reach = max(reach, letter.x1)
    yield from reversed(found)


def _units(line: list[Letter]) -> list[Letter]:
    """Return the letters of a line from left to right: those of one glyph as one, marks behind their letter."""
    units: list[Letter] = []
    marks: list[Letter] = []
    for letter in line:
        if units and letter.box == units[-1].box and letter.x0 == units[-1].x0:
            units[-1].text = _glyph(units[-1].text, letter.text)
            units[-1].last = letter.index
        elif unicodedata.combining(letter.text):
            marks.append(letter)
        else:
            letter.last = letter.index
            units.append(letter)
    units.sort(key=lambda unit: unit.x0 + unit.x1)
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        if units:
            nearest = min(units, key=lambda unit: abs((unit.x0 + unit.x1) / 2 - middle))
            nearest.text += mark.text
            nearest.last = max(nearest.last, mark.index)
    return units


def _glyph(before: str, letter: str) -> str:
    """Return the letters of one glyph with one more: PDFium turns what is read from the right round, there too."""
    return letter + before if RIGHT_TO_LEFT.match(letter) else before + letter


def _kind(unit: Letter) -> str:
    """Return R or L for a letter of a script of that direction, D for a digit, N for the rest."""
    first = unit.text[0]
    if first.isdigit():
        return "D"
    if RIGHT_TO_LEFT.match(first) and first.isalpha():
        return "R"
    return "L" if first.isalpha() else "N"


def _gaps(units: Sequence[Letter]) -> list[bool]:
    """Return for each letter from left to right whether a blank parts it from the one before; true for the first.

    Where two letters follow one another in the text layer too, that says whether there is a blank, and the gap only
    must not contradict it: letters that join to one side only leave small gaps inside a word.
    """
    size = max((unit.size for unit in units), default=1.0)
    found = [True]
    for left, right in pairwise(units):
        first, second = sorted((left, right), key=lambda unit: unit.index)
        needed = _SEEN_BLANK if second.is_parted else _UNSEEN_BLANK
        if not first.index <= second.index - 1 <= first.last:
            needed = _BLANK
        found.append(right.x0 - left.x1 > needed * size)
    return found


def _is_rtl(kinds: Sequence[str], gaps: Sequence[bool], *, is_rtl_page: bool) -> bool:
    """Tell whether a line is read from the right: most of its words are, or it begins there and ends there too.

    On a page that is read from the right it is enough that it begins there; long names are often most of a line.
    """
    starts = [at for at, gap in enumerate(gaps) if gap]
    words = [kinds[start:end] for start, end in zip(starts, [*starts[1:], len(kinds)], strict=True)]
    strong = [kind for kind in kinds if kind in "RL"]
    if 2 * sum("R" in word for word in words) >= sum("R" in word or "L" in word for word in words):
        return True
    return strong[-1] == "R" and (is_rtl_page or strong[0] == "R")


def _logical(units: list[Letter], *, is_rtl_page: bool) -> list[list[Letter]]:
    """Return the words of a line, each its letters, in the order in which they are read."""
    kinds = [_kind(unit) for unit in units]
    gaps = _gaps(units)
    is_rtl = _is_rtl(kinds, gaps, is_rtl_page=is_rtl_page)
    runs = _runs(kinds, _directions(units, kinds, gaps, is_rtl=is_rtl), gaps)
    words: list[list[Letter]] = []
    turned: set[int] = set()
    for turns, start, end in reversed(runs) if is_rtl else runs:
        # Two runs meet at the end of the one that stands to the left.
        is_parted = not words or (gaps[end] if is_rtl else gaps[start])
        for at in range(end - 1, start - 1, -1) if turns else range(start, end):
            if is_parted:
                words.append([])
            words[-1].append(units[at])
            is_parted = gaps[at] if turns else gaps[min(at + 1, end - 1)]
        turned |= {id(units[at]) for at in range(start, end)} if turns else set()
    _pair_brackets([unit for word in words for unit in word], turned)
    return words


def _runs(kinds: Sequence[str], found: Sequence[str], gaps: Sequence[bool]) -> list[tuple[bool, int, int]]:
    """Cut a line into runs of one direction, as (is turned, start, end); two numbers with a blank between are two."""
    runs: list[tuple[bool, int, int]] = []
    has_latin = False
    for at, kind in enumerate(kinds):
        turns = found[at] != "L"
        is_apart = not turns and not has_latin and gaps[at]
        if not runs or runs[-1][0] != turns or is_apart:
            runs.append((turns, at, at))
            has_latin = False
        has_latin = has_latin or kind == "L"
        runs[-1] = (turns, runs[-1][1], at + 1)
    return runs


def _directions(units: Sequence[Letter], kinds: Sequence[str], gaps: Sequence[bool], *, is_rtl: bool) -> list[str]:
    """Return for each unit whether it is read with what stands left of it (L) or is turned with the line (R).

    A number is read from the left with the signs inside of it. So is what stands between two Latin words, or between
    a Latin word and a number behind it. Other signs go with the line.
    """
    found = ["L" if kind in "LD" else "R" if kind == "R" or is_rtl else "N" for kind in kinds]
    for at in range(1, len(units) - 1):
        is_inside = kinds[at - 1] == kinds[at + 1] == "D" and units[at].text in _BETWEEN_DIGITS
        if is_inside and not gaps[at] and not gaps[at + 1]:
            found[at] = "L"
    last = -1
    for at, kind in enumerate(kinds):
        if kind == "R":
            last = -1
        elif kind == "L" or (kind == "D" and last >= 0):
            _fill(found, last, at)
            last = at
    if not is_rtl:
        _fill_neutral(found)
    return found


def _fill(found: list[str], start: int, end: int) -> None:
    if start >= 0:
        found[start:end] = ["L"] * (end - start)


def _fill_neutral(found: list[str]) -> None:
    """Give signs on a line from the left the direction of the words around them."""
    for at, kind in enumerate(found):
        if kind == "N":
            before = next((one for one in reversed(found[:at]) if one != "N"), "L")
            after = next((one for one in found[at + 1 :] if one != "N"), "L")
            found[at] = "M" if before == after == "R" else "L"


def _pair_brackets(units: Sequence[Letter], turned: set[int]) -> None:
    """Give the brackets of turned runs the side on which they are read: a font shows them mirrored, or does not."""
    for opening, closing in _BRACKETS.items():
        brackets = [unit for unit in units if unit.text in (opening, closing) and id(unit) in turned]
        if len(brackets) % 2 == 0:
            for number, unit in enumerate(brackets):
                unit.text = closing if number % 2 else opening


def _words(words: Sequence[Sequence[Letter]]) -> list[Word]:
    made: list[Word] = []
    for number, letters in enumerate(words):
        boxes = [letter.box for letter in letters]
        x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
        x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
        made.append(Word("".join(letter.text for letter in letters), x0, y0, x1, y1, breaks=number == 0))
    return made
