"""Published shares against their numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from synopticon.errors import UsageError
from synopticon.figures import check_share, fitting_bases


@pytest.mark.parametrize(
    ("numerator", "denominator", "published", "matches"),
    [
        (28, 43, "65 %", True),
        (28, 43, "65.1%", True),
        (28, 43, "0.65", True),
        (30, 43, "70 per cent", True),
        (16, 32, "50%", True),
        (28, 44, "64 %", True),
        (30, 52, "67 %", False),
        (30, 52, "57.7 %", True),
        (28, 44, "65 %", False),
        (39, 43, "91 %", True),
        (39, 47, "91 %", False),
        (1, 3, "33,3 %", True),
        (2, 3, "66 %", True),
        (5, 5, "100 %", True),
        (1, 100, "1 %", True),
    ],
)
def test_share_follows_from_its_numbers(numerator: int, denominator: int, published: str, matches: bool) -> None:
    assert check_share(numerator, denominator, published).matches is matches


def test_check_returns_both_shares() -> None:
    check = check_share(30, 52, "67 %")
    assert (check.recomputed, check.published) == (Decimal("0.576923"), Decimal("0.67"))


@pytest.mark.parametrize("published", ["two thirds", "", "65 cats", "-5 %"])
def test_unreadable_share_is_said_so(published: str) -> None:
    with pytest.raises(UsageError, match="expected a share"):
        check_share(1, 2, published)


@pytest.mark.parametrize("denominator", [0, -3])
def test_share_needs_a_base(denominator: int) -> None:
    with pytest.raises(UsageError, match="expected a base above 0"):
        check_share(1, denominator, "50 %")


def test_rounded_shares_betray_their_base() -> None:
    bases = fitting_bases(["33 %", "30 %", "78 %"], up_to=50)
    assert 36 in bases  # 12, 11 and 28 of 36, the second cut and not rounded
    assert 35 not in bases


def test_no_share_betrays_no_base() -> None:
    assert fitting_bases([]) == []
