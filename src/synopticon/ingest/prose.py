"""Cuts running text into paragraphs; `roles` tells whose words they are.

Every paragraph is a stretch of the text as it stands, so that a span in it is a span in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.ingest.roles import letter_roles
from synopticon.model.records import Passage

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"(?:[-*•‣▪●○–—·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|[٠-٩]{1,3}[.)-])\s")
_WRAP_MIN, _WRAP_MAX = 40, 110
_LONGEST_WORD = 14
_ENDS = ".?!:؟。？！：…"


def passages(document: str, unit: str, text: str, *, is_letter: bool = True) -> Iterator[Passage]:
    """Yield the paragraphs of a text, with their roles; `is_letter` looks for quoted words and a signature."""
    found = list(paragraphs(text))
    roles = letter_roles([text[start:end] for start, end in found]) if is_letter else ["text"] * len(found)
    for (start, end), role in zip(found, roles, strict=True):
        piece = text[start:end]
        yield Passage(document, unit, 0, start, kind_of_text(piece), piece, role=role)


def kind_of_text(text: str) -> str:
    """Return ``item`` for a list item, ``paragraph`` for the rest."""
    return "item" if _ITEM.match(text.lstrip()) else "paragraph"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the paragraphs of a text, without the blanks at their ends.

    A blank line ends a paragraph. So does a line end that the writer chose; a line end that only stands where the
    next word no longer fitted (as in e-mails wrapped at 72 columns) does not.
    """
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = _stripped(text, match.start(), match.end())
        if start < end:
            block.append((start, end))
            continue
        yield from _joined(text, block)
        block = []
    yield from _joined(text, block)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not lines:
        return
    width = max(end - start for start, end in lines)
    is_wrapped = _WRAP_MIN <= width <= _WRAP_MAX
    # A single long line says little of a margin: where it ends like a sentence, the next begins anew.
    is_lone = sum(end - start + _LONGEST_WORD >= width for start, end in lines) == 1
    start, end = lines[0]
    for next_start, next_end in lines[1:]:
        following = text[next_start:next_end]
        first_word = following.split(None, 1)[0]
        starts_anew = bool(_ITEM.match(following)) or (following[0] == ">") != (text[start] == ">")
        starts_anew |= is_lone and text[end - 1] in _ENDS and not following[0].islower()
        if is_wrapped and not starts_anew and end - _line_start(text, end) + 1 + len(first_word) > width:
            end = next_end
            continue
        yield start, end
        start, end = next_start, next_end
    yield start, end


def _line_start(text: str, end: int) -> int:
    return max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
