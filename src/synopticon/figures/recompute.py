"""Checks published shares: does the percentage follow from its numbers, and which base would explain it?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from synopticon.errors import UsageError

_SHARE = re.compile(r"\s*(\d{1,9}(?:[.,]\d{1,9})?)\s*(%|٪|%|per ?cent|percent)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShareCheck:
    """A published share held against its numbers.

    Attributes:
        recomputed: numerator / denominator, a fraction, six places.
        published: what was published, as a fraction.
        matches: the recomputed share gives the published one when rounded, or cut, to as many places as it has.
    """

    numerator: Decimal
    denominator: Decimal
    recomputed: Decimal
    published: Decimal
    matches: bool


def check_share(numerator: Decimal | int, denominator: Decimal | int, published: str) -> ShareCheck:
    """Hold a published share against its numbers, to the places that were published.

    ``check_share(28, 43, "65 %")`` matches; ``check_share(30, 52, "67 %")`` does not: it is 57.7 %.

    Args:
        numerator: what was counted.
        denominator: the base, above 0.
        published: a percentage ("65 %", "65.1 per cent") or a fraction ("0.65").

    Raises:
        UsageError: the share cannot be read, or the base is not above 0.
    """
    top, bottom = Decimal(numerator), Decimal(denominator)
    if bottom <= 0:
        raise UsageError(f"expected a base above 0, found {denominator!r}; a share needs a base")
    share, step = _read_share(published)
    exact = top / bottom
    return ShareCheck(
        numerator=top,
        denominator=bottom,
        recomputed=exact.quantize(Decimal("0.000001")),
        published=share,
        matches=_rounds_to(exact, share, step),
    )


def fitting_bases(shares: Iterable[str], *, up_to: int = 200) -> list[int]:
    """Return every base up to a limit on which all the published shares can be counts of whole things.

    ``fitting_bases(["33 %", "30 %", "78 %"])`` begins with 27 and holds 36: rounded shares betray their base.

    Raises:
        UsageError: a share cannot be read.
    """
    read = [_read_share(share) for share in shares]
    return [base for base in range(1, up_to + 1) if read and all(_fits(base, *share) for share in read)]


def _fits(base: int, share: Decimal, step: Decimal) -> bool:
    nearest = int((share * base).to_integral_value())
    return any(
        0 <= count <= base and _rounds_to(Decimal(count) / base, share, step)
        for count in (nearest - 1, nearest, nearest + 1)
    )


def _rounds_to(exact: Decimal, share: Decimal, step: Decimal) -> bool:
    modes = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
    return any(exact.quantize(step, rounding=mode) == share for mode in modes)


def _read_share(text: str) -> tuple[Decimal, Decimal]:
    """Return the share as a fraction and the size of its last place."""
    match = _SHARE.fullmatch(text)
    if match is None:
        raise UsageError(f"expected a share such as '65 %' or '0.65', found {text!r}")
    number = Decimal(match[1].replace(",", "."))
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if match[2] or number > 1:
        return number.scaleb(-2), step.scaleb(-2)
    return number, step
