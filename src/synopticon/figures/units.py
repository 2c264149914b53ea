"""How many units bodies have, from claims that overlap: a letter and its table, a union and its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from synopticon.figures.accounts import is_additional
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
from synopticon.figures.totals import uncounted
from synopticon.model.records import Claim, Document


@dataclass(frozen=True, slots=True)
class Sum:
    """Units added up.

    Attributes:
        units: the sum, with what it leaves open.
        claims: those that were added, or that say that there are some.
        beside: those that say another number about the same thing and were not added.
        torn: bodies whose letters disagree and cannot be put in order: low and high hold both.
    """

    units: Range
    claims: tuple[Claim, ...]
    beside: tuple[Claim, ...]
    torn: frozenset[str] = frozenset()


def add_units(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Sum:
    """Add the units of claims of any number of bodies, each thing once.

    Within one body, subject and kind of product, a statement on several makers together, or on no maker, covers the
    statements on one of them: the larger of the two sides counts, never both.
    """
    rows = list(claims)
    added_up = uncounted(rows)
    subjects: dict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for claim in (claim for at, claim in enumerate(rows) if at not in added_up):
        about = claim.body or f"\0{(claim.subject or claim.claim).casefold()}"
        subjects[about, claim.product_kind or "", is_holding(claim)].append(claim)
    parts = [_of_subject(held, documents) for held in subjects.values()]
    found = _joined(parts)
    return replace(found, beside=(*found.beside, *(rows[at] for at in sorted(added_up))))


def _joined(parts: Sequence[Sum]) -> Sum:
    return Sum(
        units=sum((part.units for part in parts), NOTHING),
        claims=tuple(claim for part in parts for claim in part.claims),
        beside=tuple(claim for part in parts for claim in part.beside),
        torn=frozenset[str]().union(*(part.torn for part in parts)),
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
        return replace(whole, beside=(*whole.beside, *parts.claims, *parts.beside))
    return replace(parts, beside=(*parts.beside, *whole.claims, *whole.beside))


def _of_makers(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Sum:
    """Choose among files that speak of the same, and add those that say that they add."""
    if not any(is_holding(claim) for claim in claims):
        return Sum(total(claims), tuple(claims), ())
    own = [claim for claim in claims if speaks_for_itself(claim, documents)] or list(claims)
    files = _by_file(own)
    adding = [file for file, held in files.items() if len(files) > 1 and is_additional(held)]
    base = [claim for file, held in files.items() if file not in adding for claim in held]
    parts = [_chosen(base), *(_chosen(files[file]) for file in adding)]
    added = _joined(parts)
    kept = {id(claim) for claim in (*added.claims, *added.beside)}
    others = tuple(claim for claim in claims if id(claim) not in kept and units_of(claim).number is not None)
    return replace(added, beside=(*added.beside, *others))


def _by_file(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    files: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        files[file_of(claim)].append(claim)
    return files


def _chosen(claims: Sequence[Claim]) -> Sum:
    """Count the rows where there are rows, else the sentences of one file."""
    rows = [claim for claim in claims if is_row(claim) and units_of(claim).number is not None]
    numberless = [claim for claim in claims if units_of(claim).number is None]
    if not rows:
        return _of_letters(claims, numberless)
    brands = {row.brand for row in rows}
    counted = [c for c in claims if is_row(c) or (c.brand is not None and c.brand not in brands)]
    kept = {id(claim) for claim in counted}
    apart = [claim for claim in numberless if id(claim) not in kept]
    beside = tuple(c for c in claims if id(c) not in kept and units_of(c).number is not None)
    return Sum(total(counted), (*counted, *apart), beside)


def _of_letters(claims: Sequence[Claim], numberless: Sequence[Claim]) -> Sum:
    """Choose among letters that disagree and that no date puts in order.

    The number comes from the one that breaks it down into more items, of equals from the smaller one; low and high
    reach over all of them, because nobody can tell which is right.
    """
    numbered = [held for held in _by_file(claims).values() if total(held).number is not None]
    if not numbered:
        return Sum(total(claims), tuple(claims), ())
    counted = max(numbered, key=lambda held: (len(_items(held)), -(total(held).number or Decimal(0))))
    kept = {id(claim) for claim in (*counted, *numberless)}
    apart = [claim for claim in numberless if all(claim is not other for other in counted)]
    beside = tuple(claim for claim in claims if id(claim) not in kept)
    sums = [total(held) for held in numbered]
    highs = [part.high for part in sums]
    units = Range(
        total(counted).number,
        min(part.low for part in sums),
        None if None in highs else max(high for high in highs if high is not None),
    )
    torn = (
        frozenset(claim.body for claim in counted if claim.body) if len({s.number for s in sums}) > 1 else frozenset()
    )
    return Sum(units, (*counted, *apart), beside, torn)


def _items(claims: Iterable[Claim]) -> set[object]:
    return {(claim.locator, claim.quantity, claim.low) for claim in claims if units_of(claim).number is not None}
