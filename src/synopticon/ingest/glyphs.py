"""From the text layer of a PDF page to words with boxes, in the order of the layer.

PDFium is asked for all letters at once and for one box a word, because a call for each letter is most of the cost.
Letter by letter are read only pages whose letters cannot be told apart like that, words that are pieced together from
several runs of text, and words of right-to-left scripts, whose marks and ligatures come in the order of painting.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

from synopticon.ingest import limits
from synopticon.ingest.painted import Letter, words_in_order
from synopticon.ingest.righttoleft import RIGHT_TO_LEFT, is_turned_ligature, joined_mark
from synopticon.ingest.words import Word

_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
_LETTERS = {**dict.fromkeys(range(32), " "), 10: "\n", 13: "\n", **_HYPHENS}
_WORD = re.compile(r"\S+")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: A word wider than so many times its height for each letter may hold a gap.
_LOOSE = 1.2
#: Of the height of a line of a font, its size.
_BODY = 0.75


def words_of(page: Any) -> tuple[list[Word], bool | None]:  # noqa: ANN401  # pypdfium2 has no types
    """Return the words of the text layer of a page in its order; boxes are in the page's own coordinates.

    Where there are words of a right-to-left script, the order is made from the places of the letters, and it is told
    whether it is another than that of the text layer; else that is null.

    Raises:
        LimitError: the page has more characters than a page may have.
    """
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        count = max(raw.FPDFText_CountChars(handle), 0)
        limits.within_limit("characters on a page", count, limits.PAGE_TEXT)
        text = _text(handle, count)
        if RIGHT_TO_LEFT.search(text) and page.get_rotation() in (0, 180):
            words = words_in_order(list(_letters(handle, count)))
            return words, [word.text for word in words] != text.translate(_LETTERS).split()
        gather = _Gather(handle)
        if len(text) == count and not _SURROGATE.search(text):
            _by_word(text.translate(_LETTERS), gather)
        else:
            _by_letter(count, gather)
        return gather.words, None
    finally:
        textpage.close()


def _text(handle: Any, count: int) -> str:  # noqa: ANN401
    """Return the text as PDFium gives it in one piece; it leaves out what has no character."""
    from pypdfium2 import raw

    room = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, room)
    return bytes(room)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")


def _by_word(text: str, gather: _Gather) -> None:
    last = 0
    has_marks = RIGHT_TO_LEFT.search(text) is not None
    for match in _WORD.finditer(text):
        start, end = match.span()
        if "\n" in text[last:start]:
            gather.blank(is_break=True)
        letters = match[0]
        if has_marks or not gather.whole(letters, start):
            for index, letter in enumerate(letters, start):
                gather.letter(letter, index)
            gather.blank(is_break=False)
        last = end


def _letters(handle: Any, count: int) -> Iterator[Letter]:  # noqa: ANN401
    """Yield the letters of a text page as painted; blanks show by the room that they leave."""
    from pypdfium2 import raw

    left, bottom, right, top, x, y = (ctypes.c_double() for _ in range(6))
    room = raw.FS_RECTF()
    at, is_parted = 0, False
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        letter = _LETTERS.get(code) or chr(code if code < 0xD800 or code > 0xDFFF else 0xFFFD)
        if letter.isspace():
            is_parted = True
            continue
        raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetLooseCharBox(handle, index, room)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        box = (left.value, bottom.value, right.value, top.value)
        yield Letter(letter, room.left, room.right, box, y.value, _BODY * (room.top - room.bottom), at, is_parted)
        at, is_parted = at + 1, False


def _by_letter(count: int, gather: _Gather) -> None:
    from pypdfium2 import raw

    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(gather.handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        letter = _LETTERS.get(code) or chr(code)
        if letter.isspace():
            gather.blank(is_break=letter == "\n")
        else:
            gather.letter(letter, index)
    gather.blank(is_break=True)


class _Gather:
    """Gathers the letters of one text page to words."""

    def __init__(self, handle: Any) -> None:  # noqa: ANN401
        from pypdfium2 import raw

        self.handle = handle
        self.words: list[Word] = []
        self._count_rects, self._rect, self._box = (
            raw.FPDFText_CountRects,
            raw.FPDFText_GetRect,
            raw.FPDFText_GetCharBox,
        )
        self._left, self._bottom, self._right, self._top = (ctypes.c_double() for _ in range(4))
        self._word: Word | None = None
        self._letters: list[str] = []
        self._breaks = True
        self._last = (0.0, 0.0)

    def whole(self, letters: str, index: int) -> bool:
        """Add a word with one box, and tell whether that could be done: its letters stand close together in one run."""
        if self._count_rects(self.handle, index, len(letters)) != 1:
            return False
        self._rect(self.handle, 0, self._left, self._top, self._right, self._bottom)
        x0, y0, x1, y1 = self._left.value, self._bottom.value, self._right.value, self._top.value
        if x1 - x0 > _LOOSE * (y1 - y0) * len(letters):
            return False
        self.words.append(Word(letters, x0, y0, x1, y1, self._breaks))
        self._breaks = False
        return True

    def blank(self, *, is_break: bool) -> None:
        """End the word."""
        if self._word is not None:
            self._word.text = "".join(self._letters)
            self._add(self._word)
            self._word = None
        self._breaks = self._breaks or is_break

    def _add(self, word: Word) -> None:
        before = self.words[-1] if self.words and not word.breaks else None
        joined = joined_mark(before.text, word.text) if before else None
        if before is None or joined is None:
            self.words.append(word)
            return
        before.text = joined
        before.x0, before.x1 = min(before.x0, word.x0), max(before.x1, word.x1)
        before.y0, before.y1 = min(before.y0, word.y0), max(before.y1, word.y1)

    def letter(self, letter: str, index: int) -> None:
        """Add one letter, the `index`-th of the text page."""
        self._box(self.handle, index, self._left, self._right, self._bottom, self._top)
        x0, y0, x1, y1 = self._left.value, self._bottom.value, self._right.value, self._top.value
        word = self._word
        if word is not None and self._jumps(word, x0, y0, x1, y1):
            self.blank(is_break=y1 < word.y0 or y0 > word.y1)
            word = None
        box = (x0, x1)
        if word is not None and box == self._last and is_turned_ligature(self._letters[-1], letter):
            self._letters.insert(-1, letter)
            return
        self._last = box
        if word is None:
            self._word = Word("", x0, y0, x1, y1, breaks=self._breaks)
            self._letters = [letter]
            self._breaks = False
            return
        self._letters.append(letter)
        word.x0, word.x1 = min(word.x0, x0), max(word.x1, x1)
        word.y0, word.y1 = min(word.y0, y0), max(word.y1, y1)

    @staticmethod
    def _jumps(word: Word, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Tell whether a letter stands so far from the word that it begins another."""
        reach = max(word.y1 - word.y0, y1 - y0, 4.0)
        return x0 - word.x1 > reach or word.x0 - x1 > reach or y1 < word.y0 - reach / 2 or y0 > word.y1 + reach / 2
