"""The few words on which counting rests, per language, from `words.csv` beside this file.

What announces a correction, what says that something is the whole or comes on top, what names a programme, and which
words name nobody in particular.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from importlib import resources

from synopticon.errors import PluginError
from synopticon.text.fold import folded_key

_COLUMNS = ["role", "language", "pattern"]
_SEPARATORS = re.compile(r"[_\-.+]+")
_TOKEN = re.compile(r"\w+")
#: A subject of more words than a name has is the rest of a sentence.
_LONGEST_NAME = 8


def says_correction(text: str) -> bool:
    """Tell whether quoted words call themselves a correction of something said before."""
    return _pattern("correction").search(text) is not None


def names_correction(file_name: str) -> bool:
    """Tell whether a file's own name says that it is the corrected or updated one.

    A new edition of a file says so with words that mean nothing inside a sentence, such as "updated".
    """
    name = _SEPARATORS.sub(" ", file_name)
    return says_correction(name) or _pattern("new_file").search(name) is not None


def says_all(text: str) -> bool:
    """Tell whether quoted words speak of the whole of something: "we replaced all units"."""
    return _pattern("all").search(text) is not None


def says_additional(text: str) -> bool:
    """Tell whether quoted words add to what was said before: "a further 12 cameras were found"."""
    return _pattern("additional").search(text) is not None


def says_total(text: str) -> bool:
    """Tell whether quoted words give a sum: "in all", "合计"."""
    return _pattern("total").search(text) is not None


def programmes_in(text: str) -> frozenset[str]:
    """Return the folded names of programmes that a text calls by name: "Project Kestrel" gives ``kestrel``."""
    return frozenset(folded_key(name) for rule in _patterns("programme") for name in rule.findall(text))


def name_in(subject: str | None) -> frozenset[str]:
    """Return the words of a subject that name somebody; empty for "we", "the council" and rests of sentences."""
    tokens = _TOKEN.findall(folded_key(subject or ""))
    if len(tokens) > _LONGEST_NAME:
        return frozenset()
    nobody = _nobody()
    return frozenset(token for token in tokens if not nobody.fullmatch(token))


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile("|".join(_folded_alternatives(rule) for rule in _rows("nobody")))


def _folded_alternatives(rule: str) -> str:
    words = rule.removeprefix("(?:").removesuffix(")").split("|")
    return "|".join(re.escape(folded_key(word)) for word in words)


@cache
def _pattern(role: str) -> re.Pattern[str]:
    return re.compile("|".join(_rows(role)), re.IGNORECASE)


@cache
def _patterns(role: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule) for rule in _rows(role))


def _rows(role: str) -> tuple[str, ...]:
    found = tuple(row["pattern"] for row in _table() if row["role"] == role)
    if not found:
        raise PluginError(f"expected rows of the role {role!r} in figures/words.csv, found none")
    return found


@cache
def _table() -> tuple[dict[str, str], ...]:
    text = resources.files("synopticon.figures").joinpath("words.csv").read_text("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames != _COLUMNS:
        raise PluginError(f"expected the columns {', '.join(_COLUMNS)} in figures/words.csv, found {rows.fieldnames}")
    return tuple(rows)
