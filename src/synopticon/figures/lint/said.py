"""Whether a number of a draft, rounded and qualified as it is, can mean a number of the case."""

from __future__ import annotations

import re
from decimal import Decimal

from synopticon.figures.lint.records import Number

_LEADING = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def is_said(number: Number, known: Decimal) -> bool:
    """Tell whether a number of the draft, rounded and qualified as it is, can mean a number of the case."""
    said = number.value or Decimal(0)
    near = _last_place(number) / 2
    if number.qualifier == "over":
        return known > said - near and known <= said * 2
    if number.qualifier == "at_least":
        return said - near <= known <= said * 2
    if number.qualifier in {"under", "at_most"}:
        return said / 2 <= known <= said + near
    if number.qualifier == "about":
        near = max(near, known / 10)
    return abs(known - said) <= near


def _last_place(number: Number) -> Decimal:
    """Return the size of the last digit that is printed: 100,000 for "£1.2m"; 1 for whole pounds."""
    digits = _LEADING.search(number.text)
    if digits is None or not number.value:
        return Decimal(0)
    bare = Decimal(digits[0].replace(",", ""))
    scale = number.value / bare if bare else Decimal(1)
    if scale == 1:
        return Decimal(1) if number.kind == "money" and digits[1] is None else Decimal(0)
    return scale.scaleb(-len(digits[1] or ""))
