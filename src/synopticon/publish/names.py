"""The names under which people know makers and brands: short ones from the reference tables."""

from __future__ import annotations

import re
from functools import cache

from synopticon import reference

_LONGEST_INITIALS = 4
_OWN_CODE = re.compile("AA|Q[M-Z]|X[A-Z]|ZZ")


@cache
def spoken_names() -> dict[str, str]:
    """Return for each maker and brand of the reference tables the name to print in headings and tables.

    That is the short English alias that is spelt like the id, else the shortest one, else the full name.
    """
    names = {row.maker: row.name for row in reference.makers()}
    names.update({row.brand: row.name for row in reference.brands()})
    short: dict[str, list[str]] = {}
    for row in reference.aliases():
        if row.kind == "short" and row.language == "en":
            short.setdefault(row.maker, []).append(row.alias)
    for maker, aliases in short.items():
        best = min(aliases, key=lambda alias: (_letters(alias) != _letters(maker), alias.isupper(), len(alias), alias))
        names[maker] = _calm(best)
    return names


@cache
def legal_labels() -> dict[str, str]:
    """Return the readable name of each kind of law."""
    return {row.legal_type: row.label for row in reference.legal_types()}


@cache
def list_names() -> dict[str, str]:
    """Return the readable name of each official list."""
    return {row.list: row.list_name for row in reference.designations()}


@cache
def thing_words() -> frozenset[str]:
    """Return the words for things that can be counted, in all languages, folded to lower case."""
    return frozenset(row.term.casefold() for row in reference.products())


def country(code: str | None) -> str:
    """Return a country code that a page may print; empty for those that ISO 3166 leaves to users, such as ``XN``.

    Such a code names no country to a reader; ``XK`` is the one that everybody uses alike.
    """
    return "" if not code or (code != "XK" and _OWN_CODE.fullmatch(code)) else code


def _calm(name: str) -> str:
    """Return a long name in capitals as a name; short ones are initials and stay."""
    return name.title() if name.isupper() and len(name) > _LONGEST_INITIALS else name


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
