"""The words that tie numbers together, per role and language, from `words.csv` beside this file."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from functools import cache
from importlib import resources

from synopticon.errors import PluginError

_COLUMNS = ["role", "language", "term"]


@cache
def terms(role: str) -> tuple[str, ...]:
    """Return the terms of a role in all languages, the longest first.

    Raises:
        PluginError: no row of the table has this role.
    """
    found = _table().get(role)
    if not found:
        raise PluginError(f"expected rows of the role {role!r} in words.csv, found none")
    return tuple(sorted(found, key=lambda term: (-len(term), term)))


def any_of(role: str) -> str:
    """Return a group of a regular expression that matches a term of the role as whole words."""
    return "(?:" + "|".join(_bounded(term) for term in terms(role)) + ")"


@cache
def pattern(role: str) -> re.Pattern[str]:
    """Return a pattern that finds a term of the role as whole words, in any case."""
    return re.compile(any_of(role), re.IGNORECASE)


@cache
def valued(role: str) -> dict[str, str]:
    """Return the words of a role that name a number ("doubled:2") with the number that each means."""
    pairs = (term.partition(":") for term in terms(role))
    return {word: number for word, _, number in pairs}


@cache
def valued_pattern(role: str) -> re.Pattern[str]:
    """Return a pattern that finds a word of `valued`, the longest first."""
    words = sorted(valued(role), key=lambda word: (-len(word), word))
    return re.compile("|".join(_bounded(word) for word in words), re.IGNORECASE)


def value_of(role: str, word: str) -> Decimal | None:
    """Return the number that a word found by `valued_pattern` means."""
    number = valued(role).get(re.sub(r"\s+", " ", word).lower())
    return Decimal(number) if number else None


def _bounded(term: str) -> str:
    # Scripts without spaces have no word boundaries to ask for.
    words = r"\s+".join(re.escape(word) for word in term.split())
    return words if ord(term[0]) > 0x2E7F else rf"(?<!\w){words}(?!\w)"


@cache
def _table() -> dict[str, list[str]]:
    text = resources.files("synopticon.figures.lint").joinpath("words.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if rows[0] != _COLUMNS or any(len(row) != len(_COLUMNS) or not all(row) for row in rows):
        raise PluginError(f"expected the columns {', '.join(_COLUMNS)} and three cells a row in words.csv")
    table: dict[str, list[str]] = {}
    for role, _, term in rows[1:]:
        if term not in table.setdefault(role, []):
            table[role].append(term)
    return table
