"""Tells which standard field a publisher's column header means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from synopticon import reference
from synopticon.reference._read import read_table

#: A word may run into the next as in ``SupplierName``; the seam is where a small letter meets a capital.
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{（【][^()\[\]{}（）【】]*[)\]}）】]")
_NOT_WORD = re.compile(r"[^\w#]+|_+")
#: Marks that some writers set and others leave out: Arabic vowels and the lengthening stroke.
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class HeaderWord:
    """A word that may stand before or behind a known header without changing what the column means."""

    word: str
    language: str
    source: str


def fold_header(text: str) -> str:
    """Return a header as the table holds it: lower case, punctuation as single spaces, joined words split.

    ``SupplierName`` and ``supplier_name`` both become ``supplier name``; ``Amount (£)`` becomes ``amount``.
    """
    text = unicodedata.normalize("NFKC", _MARKS.sub("", text))
    return " ".join(_NOT_WORD.sub(" ", _SEAM.sub(" ", text)).casefold().split())


@cache
def field_of(header: str) -> str:
    """Return the standard field of a header (see `model.vocabulary`), or the empty string when it is not known.

    An exact match of the folded header comes first. Then what stands in brackets is left out, and then words that
    change nothing (a currency, "net of VAT", "no.") are taken off both ends until a known header is left.
    """
    known, fillers = _known(), _fillers()
    for candidate in (header, _BRACKETS.sub(" ", header), header.lower()):
        folded = fold_header(candidate)
        if folded in known:
            return known[folded]
    return _trimmed(fold_header(_BRACKETS.sub(" ", header)).split(), known, fillers)


def _trimmed(words: list[str], known: dict[str, str], fillers: frozenset[str]) -> str:
    while words:
        if " ".join(words) in known:
            return known[" ".join(words)]
        if words[-1] in fillers or words[-1].isdecimal():
            words = words[:-1]
        elif words[0] in fillers:
            words = words[1:]
        else:
            return ""
    return ""


@cache
def _known() -> dict[str, str]:
    return {row.header: row.field for row in reference.field_names()}


@cache
def _fillers() -> frozenset[str]:
    return frozenset(row.word for row in read_table("header_words.csv", HeaderWord))
