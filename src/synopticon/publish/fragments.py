"""Foreign text on a page: escaped, isolated from the direction around it, its invisible characters made visible."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

#: Languages that are written from right to left.
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_ARABIC: Final = re.compile(r"[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]")
_HAN = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]")
_KANA = re.compile(r"[\u3040-\u30FF]")
# Joiners are part of the spelling between letters of joining scripts; everything else here only hides or reorders.
_JOINERS = "\u200c\u200d"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_END = "</p></blockquote>"
_SHORT = {
    "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\u00ad": "SHY", "\ufeff": "BOM", "\u2028": "LS", "\u2029": "PS", "\u2060": "WJ",
}  # fmt: skip


def is_right_to_left(language: str | None) -> bool:
    """Tell whether a language code names a language written from right to left."""
    return (language or "").split("-")[0].lower() in _RIGHT_TO_LEFT


def language_of(text: str) -> str | None:
    """Return the language whose fonts a name needs, by its script; null for Latin and the rest."""
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "zh"
    return "ar" if _ARABIC.search(text) else None


def shown(text: object, language: str | None = None) -> Markup:
    """Return a name or short text of a source as an isolated fragment (``<bdi>``)."""
    return _isolated("" if text is None else str(text), language)


@lru_cache(maxsize=8192)
def _isolated(told: str, language: str | None) -> Markup:
    return _joined("<bdi", _language(language or language_of(told)), ">", visible(told), "</bdi>")


def _language(known: str | None) -> Markup:
    return _joined(' lang="', escape(known), '"') if known else Markup("")


def _joined(*pieces: str) -> Markup:
    """Put literals of this file and escaped pieces together; `Markup.format` does the same at ten times the cost."""
    return Markup("".join(pieces))  # noqa: S704  # every caller passes literals and Markup only


def day(text: str | None) -> Markup:
    """Return a date as a fragment that no line break cuts; unknown is nothing."""
    return Markup('<time dir="ltr">{}</time>').format(visible(text)) if text else Markup("")


def quoted(text: object, language: str | None = None, *, is_marked: bool = False) -> Markup:
    """Return the exact words of a source as a block with its own language and direction."""
    told = "" if text is None else str(text)
    known = language or language_of(told)
    direction = "auto" if known is None else "rtl" if is_right_to_left(known) else "ltr"
    start = _joined('<blockquote class="quote" dir="', direction, '"', _language(known), "><p>")
    return _joined(start, "<mark>" if is_marked else "", visible(told), "</mark>" if is_marked else "", _END)


def marked(text: object, language: str | None = None) -> Markup:
    """Return `quoted` with the words highlighted, for the page of their document."""
    return quoted(text, language, is_marked=True)


def visible(text: str) -> Markup:
    """Escape a text and put a labelled box in place of each character that would hide or reorder its neighbours."""
    if not _HIDDEN.search(text):
        return escape(text)
    pieces: list[Markup] = []
    end = 0
    for found in _HIDDEN.finditer(text):
        if _is_spelling(text, found.start()):
            continue
        pieces.append(escape(text[end : found.start()]))
        label = plain_label(found.group())
        pieces.append(Markup('<span class="ctl" title="{}">{}</span>').format(_title(found.group()), label))
        end = found.end()
    pieces.append(escape(text[end:]))
    return Markup("").join(pieces)


def plain(text: object) -> str:
    """Return a text for places without markup (titles, attributes, scripts): hidden characters as labels."""
    told = "" if text is None else str(text)
    return _HIDDEN.sub(
        lambda found: found.group() if _is_spelling(told, found.start()) else plain_label(found.group()), told
    )


def plain_label(character: str) -> str:
    """Return the label of a hidden character, such as ``[RLO]`` or ``[U+0007]``."""
    return f"[{_SHORT.get(character) or f'U+{ord(character):04X}'}]"


def _title(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _is_spelling(text: str, place: int) -> bool:
    """Tell joiners and emoji selectors, which shape the letter beside them, from hidden characters."""
    if text[place] == "\ufe0f":
        return place > 0 and unicodedata.category(text[place - 1]) in {"So", "Sm", "Po", "Nd"}
    if text[place] not in _JOINERS or not 0 < place < len(text) - 1:
        return False
    return all(unicodedata.category(text[near]) in {"Lo", "Mn", "Mc"} for near in (place - 1, place + 1))
