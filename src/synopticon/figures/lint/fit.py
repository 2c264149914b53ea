"""Whether a share, as language means it, follows from a part and a whole.

Percentages must agree to the places that are printed. A fraction in words is looser: "half" is said of 45 to 55 per
cent, "a quarter" of 20 to 30, "a tenth" of 8 to 12: five points, or a fifth of the fraction where that is less.
"About" and "nearly" add two points; "more than" and "at least" must be exceeded or reached, however far.
"""

from __future__ import annotations

from decimal import Decimal

from synopticon.figures.lint.records import Number
from synopticon.figures.lint.words import pattern
from synopticon.figures.recompute import check_share

_POINTS = Decimal("0.05")
_RELATIVE = Decimal("0.2")
_LOOSER = Decimal("0.02")
_HALF = Decimal("0.5")


def is_in_words(share: Number) -> bool:
    """Tell whether a share is a fraction in words ("two thirds"), not a percentage."""
    if " in " in share.text.lower():
        return True
    has_digits = any(character.isdigit() for character in share.text)
    return not has_digits and pattern("percent").search(share.text) is None and "%" not in share.text


def is_points(share: Number) -> bool:
    """Tell whether a number is one of percentage points."""
    return pattern("points").search(share.text) is not None


def step_of(share: Number) -> Decimal:
    """Return the size of the last place of a percentage as a fraction: 0.01 for "65 %"."""
    exponent = share.value.normalize().as_tuple().exponent if share.value is not None else 0
    return Decimal(1).scaleb(min(-2, exponent if isinstance(exponent, int) else 0))


def tolerance_of(share: Number) -> Decimal:
    """Return by how much the true share may differ from the stated one, a fraction."""
    value = share.value or Decimal(0)
    if not is_in_words(share):
        return step_of(share) / 2
    return min(_POINTS, value * _RELATIVE)


def is_fit(share: Number, part: Decimal, whole: Decimal, *, is_exact: bool = False, is_just: bool = False) -> bool:
    """Tell whether a stated share follows from part and whole.

    Args:
        share: with its qualifier.
        part: what was counted.
        whole: the base, above 0.
        is_exact: the draft says "exactly", so that words are held to half a point.
        is_just: it says "just over" or "slightly under", so that the share must be near too.
    """
    true = part / whole
    if share.qualifier == "majority":
        return true > _HALF
    if share.qualifier == "minority":
        return true < _HALF
    if share.qualifier == "between":
        return share.low is not None and share.high is not None and share.low <= true <= share.high
    if share.value is None:
        return True
    near = tolerance_of(share)
    if is_just and share.qualifier in {"over", "under"} and abs(true - share.value) > max(near, _POINTS):
        return False
    if share.qualifier == "over":
        return true > share.value - (0 if is_in_words(share) else near)
    if share.qualifier == "at_least":
        return true >= share.value - near
    if share.qualifier in {"under", "at_most"}:
        return true < share.value + near
    if share.qualifier == "about":
        return abs(true - share.value) <= max(near, step_of(share)) + _LOOSER
    if is_in_words(share):
        return abs(true - share.value) <= (Decimal("0.005") if is_exact else near)
    return check_share(part, whole, as_published(share)).matches


def as_published(share: Number) -> str:
    """Return a percentage as digits, to the places that it has: "65 %"."""
    value = (share.value or Decimal(0)) * 100
    return f"{value.normalize():f} %"


def percent(part: Decimal, whole: Decimal, places: int = 1) -> str:
    """Return part / whole as a percentage: "65.1 %"."""
    return f"{part / whole * 100:.{places}f} %"


def plain(value: Decimal) -> str:
    """Return a number for reading: "1,790", "195.53"."""
    whole = value.to_integral_value()
    return f"{whole:,}" if whole == value else f"{value.normalize():,f}"
