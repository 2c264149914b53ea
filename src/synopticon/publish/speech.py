"""The language of the interface: English stands in the code and the templates, other languages in one file each.

A file `languages/<code>.csv` gives for every English text its translation; a text that it lacks stays English. Which
language is spoken is known only while a site is rendered, and every function that words something would otherwise
have to hand it on, so it is kept in a context variable that `speaking` sets and takes back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources

from markupsafe import Markup, escape

from synopticon.errors import PluginError

_COLUMNS = ["english", "translation"]
_spoken: ContextVar[str] = ContextVar("language of the interface", default="en")


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that the interface speaks, English first."""
    files = resources.files("synopticon.publish").joinpath("languages").iterdir()
    return ("en", *sorted(file.name.removesuffix(".csv") for file in files if file.name.endswith(".csv")))


def language_for(codes: Iterable[str]) -> str:
    """Return the language of the interface for a case: its first language where that is spoken, else English."""
    first = next(iter(codes), "en").split("-")[0].lower()
    return first if first in known_languages() else "en"


@contextmanager
def speaking(language: str) -> Generator[None, None, None]:
    """Speak a language within the block."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """Return the code of the language that is spoken."""
    return _spoken.get()


def t(text: str) -> str:
    """Return a text of the interface in the language that is spoken."""
    language = _spoken.get()
    return text if language == "en" else translations(language).get(text, text)


def filled(text: str, **values: object) -> Markup:
    """Return a text of the interface as markup, its ``{names}`` filled; values are escaped unless they are markup."""
    told = escape(t(text))
    return Markup(told).format(**values) if values else told  # noqa: S704  # escaped on the line before


@cache
def translations(language: str) -> Mapping[str, str]:
    """Return the translations of a language by their English text.

    Raises:
        PluginError: the file has other columns, or a text twice.
    """
    text = resources.files("synopticon.publish").joinpath("languages", f"{language}.csv").read_text("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames != _COLUMNS:
        raise PluginError(
            f"languages/{language}.csv: expected the columns {', '.join(_COLUMNS)}, found {rows.fieldnames}"
        )
    found: dict[str, str] = {}
    for row in rows:
        if row["english"] in found:
            raise PluginError(f"languages/{language}.csv: expected each text once, found {row['english']!r} again")
        found[row["english"]] = row["translation"]
    return found
