"""What a request of a campaign is about, from the questions of the case: kinds of things and their makers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from string import Template

from synopticon.model.case import FigureSpec
from synopticon.reference import aliases

#: The row for things of no kind, or of a kind that has no words.
_OTHER = "other"
_FALLBACK = "en"
#: Shorter names in capitals are abbreviations and stay as they are.
_LONGEST_ABBREVIATION = 4


def subject_of(figures: Iterable[FigureSpec], language: str) -> str:
    """Return what a request asks for, in a language: the kinds and makers that the figures of the case name.

    Without a kind it is surveillance equipment in general; without a maker, that of every maker.
    """
    specs = list(figures)
    words = _words().get(language) or _words()[_FALLBACK]
    kinds = [words.get(kind, words[_OTHER]) for kind in _values(specs, "product_kind")]
    things = _joined(kinds or [words[_OTHER]], words["and"], language)
    makers = _joined([_name(maker) for maker in _values(specs, "maker")], words["or"], language)
    return Template(words["makers"]).substitute(things=things, makers=makers) if makers else things


def _values(specs: Sequence[FigureSpec], column: str) -> list[str]:
    """Return what the figures accept in a column of claims, each once, in their order."""
    return list(
        dict.fromkeys(value for spec in specs for name, values in spec.where if name == column for value in values)
    )


def _joined(parts: Sequence[str], last: str, language: str) -> str:
    """Return parts as a list in words; Arabic writes its "and" on the word, Chinese leaves no spaces."""
    unique = list(dict.fromkeys(parts))
    if len(unique) < 2:
        return "".join(unique)
    comma = {"zh": "、", "ar": "، "}.get(language, ", ")
    gap = {"و": f" {last}"}.get(last, last if language == "zh" and unique[-1][0] > "\u2e7f" else f" {last} ")
    return f"{comma.join(unique[:-1])}{gap}{unique[-1]}"


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in aliases():
        if row.kind == "short" and row.language == "en" and len(row.alias) < len(found.get(row.maker, row.alias + "x")):
            found[row.maker] = row.alias
    return found


def _name(maker: str) -> str:
    name = _names().get(maker, maker.replace("_", " ").title())
    return name.title() if name.isupper() and len(name) > _LONGEST_ABBREVIATION else name


@cache
def _words() -> dict[str, dict[str, str]]:
    path = resources.files("synopticon.figures").joinpath("data/letter_subjects.csv")
    found: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        found.setdefault(row["language"], {})[row["what"]] = row["words"]
    return found
