"""Cuts running text into paragraphs and tells whose words they are: the writer's, quoted ones, or a signature.

Every paragraph is a stretch of the text as it stands, so that a span in it is a span in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.ingest.phrases import folded, letter_words
from synopticon.model.records import Passage

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"(?:[-*•‣▪●○–—·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|[٠-٩]{1,3}[.)-])\s")
_HEADER_LINE = re.compile(r"\*{0,2}([^\W\d_][^:：\r\n]{0,24})[:：]")
_DASHES = re.compile(r"^[-_=*\s>]{2,}|[-_=*\s]{2,}$")
_WRAP_MIN, _WRAP_MAX = 40, 110
_SIGNATURE_LINES, _SIGNATURE_WIDTH = 14, 120


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
    start, end = lines[0]
    for next_start, next_end in lines[1:]:
        following = text[next_start:next_end]
        first_word = following.split(None, 1)[0]
        starts_anew = bool(_ITEM.match(following)) or (following[0] == ">") != (text[start] == ">")
        if is_wrapped and not starts_anew and end - _line_start(text, end) + 1 + len(first_word) > width:
            end = next_end
            continue
        yield start, end
        start, end = next_start, next_end
    yield start, end


def _line_start(text: str, end: int) -> int:
    return max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1


def letter_roles(pieces: list[str]) -> list[str]:
    """Return the role of each paragraph of a letter or e-mail: ``text``, ``quoted`` or ``signature``.

    Words below a line that introduces an earlier message are quoted to the end; lines that begin with ``>`` are
    quoted wherever they stand. A signature runs from the closing words to the quoted part, if it is short.
    """
    roles: list[str] = []
    mode = "text"
    signed = 0
    for index, piece in enumerate(pieces):
        if mode != "quoted" and (is_quote_start(piece) or _is_header_block(pieces, index)):
            mode = "quoted"
        elif mode == "text" and is_closing(piece):
            mode, signed = "signature", 0
        elif mode == "signature":
            signed += 1
            if signed > _SIGNATURE_LINES or len(piece) > _SIGNATURE_WIDTH:
                mode = "text"
        roles.append("quoted" if piece.lstrip().startswith(">") else mode)
    return roles


def is_closing(piece: str) -> bool:
    """Tell whether a paragraph begins the end of a letter: "-- ", "Yours sincerely", "مع التحية"."""
    first = piece.split("\n", 1)[0].strip()
    if first == "--":
        return True
    return len(first) <= 60 and (
        folded(first) in letter_words("closing") or folded(first.split(",")[0]) in letter_words("closing")
    )


def is_quote_start(piece: str) -> bool:
    """Tell whether a paragraph introduces an earlier message: "-----Original Message-----", "On … wrote:"."""
    first = piece.split("\n", 1)[0]
    bare = folded(_DASHES.sub("", first))
    if bare in letter_words("quote"):
        return True
    last = piece.rstrip()
    if len(piece) > 300 or not last.endswith((":", "：")):
        return False
    ending = folded(last)
    return any(ending.endswith(word) or f" {word} " in f" {ending} " for word in letter_words("wrote")) and any(
        character.isdigit() for character in piece
    )


def _is_header_block(pieces: list[str], index: int) -> bool:
    """Tell whether "From:" stands here with "Sent:" or "To:" right below, as mail programs print it."""
    lines = [line for piece in pieces[index : index + 3] for line in piece.splitlines()][:4]
    names = [folded(match[1]) if (match := _HEADER_LINE.match(line.strip())) else "" for line in lines]
    return bool(names) and names[0] in letter_words("from") and any(name in letter_words("sent") for name in names[1:])
