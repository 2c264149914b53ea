"""Reads the small word lists of this room: what totals rows and the parts of letters are called, in any language."""

from __future__ import annotations

import csv
import io
import unicodedata
from functools import cache
from importlib import resources


def folded(text: str) -> str:
    """Return text ready to be compared: NFKC, lower case, single spaces, no punctuation at its ends."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" :.,;-–—*=_،：。，")


@cache
def total_words() -> frozenset[str]:
    """Return what the label of a totals row may be."""
    return frozenset(folded(row["phrase"]) for row in _rows("totals.csv"))


@cache
def pivot_labels() -> frozenset[str]:
    """Return what programs write beside the rows and columns of a summary, which names nothing."""
    return frozenset(folded(row["phrase"]) for row in _rows("pivot_labels.csv"))


@cache
def total_parts(part: str) -> frozenset[str]:
    """Return the words that labels of totals are made of.

    A ``head`` makes a label with any number of words of ``beside`` ("Total cameras in use"), a word of ``all`` with at
    least one ("All sites"); a label that ``begins`` with a word of that part needs no other.
    """
    return frozenset(folded(row["word"]) for row in _rows("total_labels.csv") if row["part"] == part)


@cache
def letter_words(kind: str) -> frozenset[str]:
    """Return the words of a letter of one kind.

    ``closing``, ``quote``, ``from``, ``sent`` and ``wrote`` mark a letter and the mails in it; ``request`` announces
    what was asked and ``tail`` goes on with that, in ``ask`` the asker speaks, ``asks`` begins a point, and ``answer``
    ends it.
    """
    return frozenset(folded(row["phrase"]) for row in _rows("letter_marks.csv") if row["kind"] == kind)


@cache
def month_names() -> dict[str, int]:
    """Return the number of each month by its names, lower case."""
    return {row["phrase"]: int(row["month"]) for row in _rows("months.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("synopticon.ingest").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def load() -> None:
    """Read every list now, for a process that will not be allowed to open files later."""
    total_words()
    pivot_labels()
    for part in ("head", "all", "beside", "begins"):
        total_parts(part)
    month_names()
    for kind in ("closing", "quote", "from", "sent", "wrote", "request", "tail", "ask", "asks", "answer"):
        letter_words(kind)
