"""Folds text for comparison and search, and leads every folded span back to the exact characters it came from.

Folding evens out what is not meant as a difference: case, width, invisible marks, look-alike letters inside Latin
words, Arabic vowel signs and letter seats, digits of other scripts, traditional Chinese characters. It does not strip
Latin accents and does not transliterate. Superscripts, fractions and circled digits stay as they are, because
"28²" is not 282.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from synopticon.text.han import SIMPLIFIED

# Letters that look like a Latin one, folded only inside a word that is otherwise Latin.
_PLAIN_LOOKALIKES = dict(
    zip(
        "аАеЕоОрРсСхХуУкКмМтТнНвВіІјЈѕЅԁԛԝһӏαΑβΒεΕηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧζΖ",
        "aAeEoOpPcCxXyYkKmMtThHbBiIjJsSdqwhlaAbBeEnHiIkKuMvNoOpPtTuYxXzZ",
        strict=True,
    )
) | {"µ": "u"}
# Mathematical Greek letters fold to the plain ones, so in a word of Latin letters they are look-alikes too.
_LOOKALIKES = _PLAIN_LOOKALIKES | {
    chr(code): _PLAIN_LOOKALIKES[plain]
    for code in range(0x1D6A8, 0x1D7CC)
    if (plain := unicodedata.normalize("NFKC", chr(code))) in _PLAIN_LOOKALIKES
}
_MIXED_WORD = re.compile(r"[a-zA-Z][Ѐ-ԯͰ-Ͽµ\U0001d6a8-\U0001d7cb]|[Ѐ-ԯͰ-Ͽµ\U0001d6a8-\U0001d7cb][a-zA-Z]")
_WORD = re.compile(r"[^\W\d_]+")

_ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي", "ئ": "ي", "ی": "ي", "ې": "ي", "ے": "ي",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
    "ؤ": "و", "ک": "ك", "ڪ": "ك",
    "٫": ".", "٬": ",", "٪": "%",
}  # fmt: skip
_PUNCTUATION = {
    **dict.fromkeys("‐‑‒−﹣－⁃", "-"),
    **dict.fromkeys("‘’ʼ＇`´", "'"),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
}
# Harakat, Quranic marks, tatweel; soft hyphen; zero-width and directional marks; byte-order mark; variation selectors.
_DROPPED = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f]"
)  # fmt: skip
_MANY, _SHORT = 40, 200
_KEPT_FORMS = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back.

    Attributes:
        text: the folded text.
        original: the text that was folded.
        starts, sources: where pieces of constant offset begin, in the folded and in the original text; empty
            when every character kept its place.
        lengths: for a piece that does not keep one character per character its length in the original, else 0.
    """

    text: str
    original: str
    starts: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original from which the folded span `start`, `end` came.

        Marks that were dropped inside the span lie inside the result; those around it do not. An empty span
        gives an empty span.
        """
        if not self.starts:
            return start, end
        first = self._source(start)
        if end <= start:
            return first, first
        return first, self._source_end(end - 1)

    def _source(self, index: int) -> int:
        piece = bisect_right(self.starts, index) - 1
        source = self.sources[piece]
        return source if self.lengths[piece] else source + index - self.starts[piece]

    def _source_end(self, index: int) -> int:
        piece = bisect_right(self.starts, index) - 1
        source, length = self.sources[piece], self.lengths[piece]
        return source + length if length else source + index - self.starts[piece] + 1

    def quote(self, start: int, end: int) -> str:
        """Return the characters of the original behind a folded span."""
        first, last = self.span(start, end)
        return self.original[first:last]


class _Table(dict[int, str]):
    """Character to folded form, worked out once per character."""

    def __missing__(self, code: int) -> str:
        form = self[code] = _fold_character(chr(code))
        return form


def _fold_character(character: str) -> str:
    if _DROPPED.match(character):
        return ""
    if (form := _ARABIC.get(character) or _PUNCTUATION.get(character) or SIMPLIFIED.get(character)) is not None:
        return form
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if unicodedata.decomposition(character).startswith(_KEPT_FORMS):
        return character
    wide = unicodedata.normalize("NFKC", character)
    if wide == character:
        return character.lower()
    return "".join(_fold_character(part) if part != character else part for part in wide)


_TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold `text`; see the module for what folding evens out.

    >>> fold("ＨＩＫvision").text
    'hikvision'
    >>> fold("أغسطس").span(0, 5)
    (0, 5)
    """
    if text.isascii():
        return Folded(text.lower(), text)
    letters = _even_lookalikes(text)
    alphabet = {character for character in set(letters) if not character.isascii()}
    uneven = sorted(character for character in alphabet if _is_uneven(character))
    changes = _changes(alphabet)
    if not uneven:
        return Folded(_evenly(letters, changes), text)
    return _fold_unevenly(letters, text, uneven, changes)


def folded_key(text: str) -> str:
    """Return just the folded form of a short string, such as an alias."""
    return fold(text).text


def _is_uneven(character: str) -> bool:
    return len(_TABLE[ord(character)]) != 1 or (character > "\u02ff" and unicodedata.combining(character) != 0)


def _changes(alphabet: set[str]) -> list[tuple[str, str]]:
    """Return what to replace by what, beyond lower case; in any order, because folding twice changes nothing."""
    forms = ((character, _TABLE[ord(character)]) for character in sorted(alphabet))
    return [(character, form) for character, form in forms if len(form) == 1 and form != character]


def _evenly(letters: str, changes: list[tuple[str, str]]) -> str:
    # Replacing a dozen characters one by one is several times faster than translating every character.
    if len(changes) > _MANY or len(letters) < _SHORT:
        return letters.translate(_TABLE)
    for character, form in changes:
        letters = letters.replace(character, form)
    lowered = letters.lower()
    return lowered if len(lowered) == len(letters) else letters.translate(_TABLE)


def _even_lookalikes(text: str) -> str:
    if _MIXED_WORD.search(text) is None:
        return text
    return _WORD.sub(_latin_word, text)


def _latin_word(match: re.Match[str]) -> str:
    word = match[0]
    foreign = [character for character in word if not character.isascii()]
    if len(foreign) == len(word) or any(character not in _LOOKALIKES for character in foreign):
        return word
    return "".join(_LOOKALIKES.get(character, character) for character in word)


def _fold_unevenly(letters: str, original: str, uneven: list[str], changes: list[tuple[str, str]]) -> Folded:
    odd = re.compile("[" + re.escape("".join(uneven)) + "]+")
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    lengths: list[int] = []
    size = 0

    def put(piece: str, source: int, length: int) -> None:
        nonlocal size
        if piece:
            parts.append(piece)
            starts.append(size)
            sources.append(source)
            lengths.append(length)
            size += len(piece)

    done = 0
    for match in odd.finditer(letters):
        first = match.start()
        accent = _accent(letters, first) if first > done else ""
        put(_evenly(letters[done : first - bool(accent)], changes), done, 0)
        if accent:
            put(_TABLE[ord(accent)], first - 1, 2)
            first += 1
        for index in range(first, match.end()):
            put(_TABLE[ord(letters[index])], index, 1)
        done = match.end()
    put(_evenly(letters[done:], changes), done, 0)
    return Folded("".join(parts), original, tuple(starts) or (0,), tuple(sources) or (0,), tuple(lengths) or (0,))


def _accent(letters: str, index: int) -> str:
    """Return the one character that a letter and the combining mark after it make, or the empty string."""
    if not unicodedata.combining(letters[index]) or not _TABLE[ord(letters[index])]:
        return ""
    joined = unicodedata.normalize("NFC", letters[index - 1] + letters[index])
    return joined if len(joined) == 1 and len(_TABLE[ord(joined)]) == 1 else ""
