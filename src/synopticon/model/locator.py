"""Where in a document a value stands.

Existing fragment forms, joined with ``;`` from the outside in: ``page=3`` (RFC 8118), ``char=416,481``
(RFC 5147, code points, half-open), ``row=14`` and ``cell=14,3`` (RFC 7111, 1-based) after ``sheet=NAME`` in a
workbook, ``json=/releases/0/tender/title`` (RFC 6901), ``part=2`` in an e-mail, ``member=NAME`` in an archive,
``box=x0,y0,x1,y1`` in points from the top left of the page beside ``char``.
"""

from __future__ import annotations

import re

# Inside a name `;` and `%` would end or escape a part, so they are percent-encoded as RFC 3986 does.
_ESCAPES = {"%": "%25", ";": "%3B", "\n": "%0A", "\r": "%0D"}
_PART = re.compile(
    r"(?:page=\d+|char=\d+,\d+|cell=\d+,\d+(?:-\d+,\d+)?|row=\d+(?:-\d+)?|col=\d+|sheet=[^;]+|json=(?:/[^;]*)?"
    r"|part=[\d.]+|member=[^;]+|box=[-\d.]+(?:,[-\d.]+){3})"
)


def escaped(name: str) -> str:
    """Encode a sheet or member name so that it can stand inside a locator."""
    return "".join(_ESCAPES.get(character, character) for character in name)


def unescaped(name: str) -> str:
    """Decode what `escaped` encoded."""
    for character, code in reversed(_ESCAPES.items()):
        name = name.replace(code, character)
    return name


def within(unit: str, inner: str) -> str:
    """Join an outer locator with an inner one; either may be empty."""
    return f"{unit};{inner}" if unit and inner else unit or inner


def char_span(unit: str, start: int, end: int) -> str:
    """Return the locator of code points `start` to `end` (half-open) of the text of `unit`."""
    return within(unit, f"char={start},{end}")


def cell(unit: str, row: int, column: int) -> str:
    """Return the locator of a cell, both numbers 1-based."""
    return within(unit, f"cell={row},{column}")


def span_of(locator: str) -> tuple[str, int, int] | None:
    """Return the unit that a locator counts characters in and the span, null for one that counts none.

    A span inside a span counts from its beginning, so that ``page=1;char=10,40;char=3,5`` is 13 to 15 of the page. A
    box says again where the span stands, and is left out.
    """
    start, end = 0, -1
    outer: list[str] = []
    for part in locator.split(";"):
        if part.startswith("char="):
            low, _, high = part.removeprefix("char=").partition(",")
            start, end = start + int(low), start + int(high)
        elif not part.startswith("box="):
            outer.append(part)
    return None if end < 0 else (";".join(outer), start, end)


def is_locator(text: str) -> bool:
    """Tell whether every part of `text` has one of the documented forms. The empty locator is a whole document."""
    return text == "" or all(_PART.fullmatch(part) for part in text.split(";"))
