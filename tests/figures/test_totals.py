"""Rows of totals: they count where they stand alone, never beside what they add up, and are shown where they differ."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from synopticon.figures import compute, contradictions, settle
from synopticon.model.records import Claim
from tests.figures.made_up import a_body, a_case, a_document, a_figure, a_row

UNITS: dict[str, Any] = {"count": "units", "of": "none"}


def _number(claims: list[Claim]) -> Decimal | None:
    letters = [a_document("table", "northmere")]
    settled = settle(claims, letters)
    figure = a_figure("units", **UNITS)
    return compute(a_case(figure), settled, [a_body("northmere")], documents=letters)[0].numerator


def _row(quantity: int, row: int, maker: str | None = "hikvision", **changes: Any) -> Claim:
    return a_row("northmere", maker, quantity, row, document="table-hash", **changes)


def _total(quantity: int, row: int, maker: str | None = "hikvision", **changes: Any) -> Claim:
    return _row(quantity, row, maker, basis="total", **changes)


def test_a_total_alone_is_the_number_of_its_body() -> None:
    assert _number([_total(40, 2)]) == 40


def test_a_total_beside_its_rows_never_counts_whether_it_is_their_sum_or_not() -> None:
    rows = [_row(25, 2), _row(15, 3)]
    assert _number([*rows, _total(40, 4)]) == 40
    assert _number([*rows, _total(55, 4)]) == 40
    assert _number([*rows, _total(55, 4, None)]) == 40
    assert _number([_total(12, 1), *rows]) == 40


def test_a_total_that_is_the_sum_of_its_rows_is_a_duplicate_and_no_contradiction() -> None:
    claims = [_row(25, 2), _row(15, 3), _total(40, 4)]
    settled = settle(claims, [a_document("table", "northmere")])
    assert [claim.review_state for claim in settled] == ["unreviewed", "unreviewed", "duplicate"]
    assert contradictions(settled) == []


def test_a_total_that_differs_from_its_rows_is_shown_with_both_numbers() -> None:
    claims = [_row(25, 2), _row(15, 3), _total(55, 4)]
    (found,) = contradictions(settle(claims, [a_document("table", "northmere")]))
    assert found.differs == "total"
    assert set(found.claims) == {claim.claim for claim in claims}
    assert "55" in found.why
    assert "40" in found.why


def test_the_total_of_totals_counts_once() -> None:
    assert _number([_total(25, 2), _total(15, 5), _total(40, 6)]) == 40
    assert _number([_total(25, 2), _total(15, 5)]) == 40


def test_a_total_of_another_kind_of_thing_adds_up_none_of_the_rows() -> None:
    recorders = _total(6, 4, product_kind="recorder")
    settled = settle([_row(25, 2), recorders], [a_document("table", "northmere")])
    assert [claim.review_state for claim in settled] == ["unreviewed", "unreviewed"]
    assert contradictions(settled) == []
