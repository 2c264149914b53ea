"""Tells which standard field a publisher's column header means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from synopticon import reference
from synopticon.reference._read import read_table

#: A word may run into the next as in ``SupplierName``; the seam is where a small letter meets a capital.
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{（【][^()\[\]{}（）【】]*[)\]}）】]")
#: "No." numbers or counts; "No" without its dot is an answer, not a header.
_NUMBER = re.compile(r"\W*nos?\.\W*", re.IGNORECASE)
_NOT_WORD = re.compile(r"[^\w#]+|_+")
#: Marks that some writers set and others leave out: Arabic vowels and the lengthening stroke.
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class HeaderWord:
    """A word that may stand before or behind a known header without changing what the column means."""

    word: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class HeaderChoice:
    """A header whose meaning depends on its neighbours: "No." counts cameras beside a make, else it numbers rows.

    The header means `field` when one of `beside` is among the other columns (or `beside` is empty), none of `without`
    is, and it stands ``first``, ``later`` or at ``any`` place.
    """

    header: str
    field: str
    beside: tuple[str, ...]
    without: tuple[str, ...]
    position: str
    source: str


def fold_header(text: str) -> str:
    """Return a header as the table holds it: lower case, punctuation as single spaces, joined words split.

    ``SupplierName`` and ``supplier_name`` both become ``supplier name``; ``Amount (£)`` becomes ``amount``; ``No.``
    becomes ``number``.
    """
    text = unicodedata.normalize("NFKC", _MARKS.sub("", text))
    if _NUMBER.fullmatch(text):
        return "number"
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


def fields_of(headers: Sequence[str]) -> tuple[str, ...]:
    """Return the standard field of every column of a table, the empty string where it is not known.

    Like `field_of` for each, and then headers that mean different things in different tables are decided by the other
    columns; see `HeaderChoice`.
    """
    first = tuple(field_of(header) for header in headers)
    return tuple(_chosen(index, header, first) for index, header in enumerate(headers))


def _chosen(index: int, header: str, fields: tuple[str, ...]) -> str:
    folded = fold_header(_BRACKETS.sub(" ", header))
    others = {field for place, field in enumerate(fields) if place != index}
    for choice in _choices().get(folded, ()):
        is_placed = choice.position == "any" or (choice.position == "first") == (index == 0)
        is_beside = not choice.beside or bool(others.intersection(choice.beside))
        if is_placed and is_beside and not others.intersection(choice.without):
            return choice.field
    return fields[index]


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


@cache
def _choices() -> dict[str, tuple[HeaderChoice, ...]]:
    found: dict[str, tuple[HeaderChoice, ...]] = {}
    for choice in read_table("header_choices.csv", HeaderChoice):
        found[choice.header] = (*found.get(choice.header, ()), choice)
    return found
