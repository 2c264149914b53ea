"""How many units bodies have, from claims that overlap: a letter and its table, a union and its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synopticon.figures.statements import (
    NOTHING,
    Range,
    file_of,
    is_holding,
    is_row,
    makers_of,
    speaks_for_itself,
    total,
    units_of,
)
from synopticon.model.records import Claim, Document


@dataclass(frozen=True, slots=True)
class Sum:
    """Units added up.

    Attributes:
        units: the sum, with what it leaves open.
        claims: those that were added, or that say that there are some.
        beside: those that say another number about the same thing and were not added.
    """

    units: Range
    claims: tuple[Claim, ...]
    beside: tuple[Claim, ...]


def add_units(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Sum:
    """Add the units of claims of any number of bodies, each thing once.

    Within one body, subject and kind of product, a statement on several makers together, or on no maker, covers the
    statements on one of them: the larger of the two sides counts, never both.
    """
    subjects: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for claim in claims:
        about = claim.body or f"\0{(claim.subject or claim.claim).casefold()}"
        subjects[about, claim.product_kind or "", is_holding(claim)].append(claim)
    parts = [_of_subject(held, documents) for held in subjects.values()]
    return _joined(parts)


def _joined(parts: Sequence[Sum]) -> Sum:
    return Sum(
        units=sum((part.units for part in parts), NOTHING),
        claims=tuple(claim for part in parts for claim in part.claims),
        beside=tuple(claim for part in parts for claim in part.beside),
    )


def _of_subject(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Sum:
    by_makers: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_makers[makers_of(claim)].append(claim)
    sums = {makers: _of_makers(held, documents) for makers, held in by_makers.items()}
    # The widest statements first, so that each takes in the narrower ones that it covers.
    open_makers = sorted(sums, key=lambda makers: (bool(makers), -len(makers), sorted(makers)))
    parts: list[Sum] = []
    while open_makers:
        widest = open_makers.pop(0)
        covered = [makers for makers in open_makers if not widest or makers < widest]
        open_makers = [makers for makers in open_makers if makers not in covered]
        parts.append(_larger(sums[widest], _joined([sums[makers] for makers in covered])))
    return _joined(parts)


def _larger(whole: Sum, parts: Sum) -> Sum:
    """Return the side with the larger number; the other stands beside it."""
    if not parts.claims:
        return whole
    if (whole.units.number or Decimal(0)) > (parts.units.number or Decimal(0)):
        return Sum(whole.units, whole.claims, (*whole.beside, *parts.claims, *parts.beside))
    return Sum(parts.units, parts.claims, (*parts.beside, *whole.claims, *whole.beside))


def _of_makers(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Sum:
    """Choose among files that speak of the same: the body's own words, then tables, then the smallest number."""
    if not any(is_holding(claim) for claim in claims):
        return Sum(total(claims), tuple(claims), ())
    chosen = [claim for claim in claims if speaks_for_itself(claim, documents)] or list(claims)
    rows = [claim for claim in chosen if is_row(claim) and units_of(claim).number is not None]
    if rows:
        brands = {row.brand for row in rows}
        counted = [c for c in chosen if is_row(c) or (c.brand is not None and c.brand not in brands)]
    else:
        counted = _smallest_file(chosen)
    kept = {id(claim) for claim in counted}
    numberless = [c for c in chosen if id(c) not in kept and units_of(c).number is None]
    beside = tuple(claim for claim in claims if id(claim) not in kept and units_of(claim).number is not None)
    return Sum(total(counted), (*counted, *numberless), beside)


def _smallest_file(claims: Sequence[Claim]) -> list[Claim]:
    """Return the sentences of the file with the smallest total: two undated letters that disagree cannot both count."""
    files: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        files[file_of(claim)].append(claim)
    numbered = [held for held in files.values() if total(held).number is not None]
    if not numbered:
        return list(claims)
    return min(numbered, key=lambda held: total(held).number or Decimal(0))
