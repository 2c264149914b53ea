"""Rows of tables that add others up: they count only where nothing that they add up was read.

Such a claim has the basis ``total``. Where a body gives a total alone, the total is its number; where rows stand beside
it in the same file, the rows are, whether or not they make the total. Of several totals without rows, such as those of
two sites and of both, the ones that another adds up do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from synopticon.figures.statements import file_of, is_holding, is_row, makers_of, total, units_of
from synopticon.model.records import Claim

TOTAL = "total"


def is_total(claim: Claim) -> bool:
    """Tell whether a claim is of a row that adds others up."""
    return claim.basis == TOTAL and is_row(claim)


def parts_of_totals(claims: Sequence[Claim]) -> list[tuple[int, list[int]]]:
    """Return (position of a total, positions of what it adds up) for each total that has such; in order."""
    files: dict[Hashable, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        if is_row(claim) and is_holding(claim) and units_of(claim).number is not None:
            files[file_of(claim), claim.body].append(at)
    found: list[tuple[int, list[int]]] = []
    for positions in files.values():
        totals = [at for at in positions if is_total(claims[at])]
        rows = [at for at in positions if not is_total(claims[at])]
        for at in totals:
            parts = [row for row in rows if _covers(claims[at], claims[row])]
            if parts:
                found.append((at, parts))
        if totals and not rows:
            found += _of_totals(claims, totals)
    return sorted(found)


def uncounted(claims: Sequence[Claim]) -> frozenset[int]:
    """Return the positions of the totals that do not count, because what they add up does, or another total."""
    return frozenset(at for at, _ in parts_of_totals(claims))


def makes(claims: Sequence[Claim], at: int, parts: Sequence[int]) -> bool:
    """Tell whether parts make the total."""
    return total([claims[part] for part in parts]).number == units_of(claims[at]).number


def _covers(whole: Claim, row: Claim) -> bool:
    """Tell whether a total adds up a row: the same kind of thing, and makers that it names or that it leaves open."""
    same_kind = whole.product_kind is None or row.product_kind is None or whole.product_kind == row.product_kind
    return same_kind and (not makers_of(whole) or makers_of(row) <= makers_of(whole))


def _of_totals(claims: Sequence[Claim], totals: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Return the smaller totals that the largest one adds up; they are in it."""
    largest = max(totals, key=lambda at: units_of(claims[at]).number or 0)
    others = [at for at in totals if at != largest and _covers(claims[largest], claims[at])]
    if len(others) < 2 or not makes(claims, largest, others):
        return []
    return [(at, [largest]) for at in others]
