"""Numbers that stand alone in a cell: counts and signed amounts, with the currency of the cell or its header."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

_NUMBER = re.compile(r"\d[\d.,' ]*")
_SIGN = re.compile(r"^\s*[(\-−–]|-\s*$|\bCR\s*$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_DECIMAL_TAIL = re.compile(r"[.,]\d{1,2}$")
#: What may stand beside a number in a cell without changing it: signs, currency codes and symbols.
_BESIDE = re.compile(
    r"^[\s()\-−–+\"'*#]*(?:[^\w\s]|[A-Z]{3})?[\s()\-−–+\"'*.]*(?:CR|DR|[A-Z]{3})?[\s)]*$", re.IGNORECASE
)


def cell_number(text: str) -> Decimal | None:
    """Return the number that a cell consists of, negative for ``-5``, ``5-``, ``(5)`` and ``5 CR``; else null.

    Thousands may be grouped by comma, point, apostrophe or space; digits may be of any script.
    """
    text = _western(text)
    found = _NUMBER.search(text)
    if found is None or not _BESIDE.match(text[: found.start()] + text[found.end() :]):
        return None
    number = _decimal(found.group().strip(" .,'"))
    if number is None:
        return None
    return -number if _SIGN.search(text) else number


def _western(text: str) -> str:
    if text.isascii():
        return text
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("٬", ",").replace("٫", ".")
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() and not letter.isascii() else letter for letter in text
    )


def _decimal(digits: str) -> Decimal | None:
    digits = digits.replace(" ", "").replace("'", "")
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma > -1 and point > -1:
        group = "," if point > comma else "."
        digits = digits.replace(group, "").replace(",", ".")
    elif comma > -1:
        is_decimal = _DECIMAL_TAIL.search(digits) is not None and digits.count(",") == 1
        digits = digits.replace(",", "." if is_decimal else "")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    return Decimal(digits) if digits.count(".") <= 1 and digits else None


@cache
def currency_of(text: str) -> str | None:
    """Return the currency whose sign or code stands in a header or cell, such as ``Amount (£)``; else null."""
    from synopticon.read.quantities import find_quantities  # noqa: PLC0415  # only needed once per header

    for sign in {letter for letter in text if unicodedata.category(letter) == "Sc"} | set(_codes(text)):
        for probe in (f"{sign}100", f"{sign} 100"):
            for span in find_quantities(probe):
                if span.kind == "money" and span.currency:
                    return span.currency
    return None


def _codes(text: str) -> list[str]:
    return [word for word in _LETTERS.findall(text) if len(word) == 3 and word.isupper()]
