"""What a body no longer has: holdings that another claim says were removed by the case's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from synopticon.figures.statements import (
    ASSERTED,
    is_holding,
    is_later,
    is_live,
    is_row,
    is_zero,
    makers_of,
    units_of,
)
from synopticon.figures.words import says_all
from synopticon.model.records import Claim, Document


def without_gone(
    held: Iterable[Claim], claims: Iterable[Claim], *, as_of: str, documents: Mapping[str, Document]
) -> list[Claim]:
    """Drop from `held` what was removed by `as_of`, and "0 cameras"; claims that are no holdings stay.

    A removal takes a holding of the same body, maker and kind away when it speaks of all of it and the holding is not
    said later, or when both carry dates and the removal is the later. A register row marked as removed speaks of
    its own row only.
    """
    removals: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality == "removed" and claim.polarity in ASSERTED and is_live(claim) and not is_row(claim):
            removals[claim.body or ""].append(claim)
    return [
        claim
        for claim in held
        if not is_holding(claim)
        or not (
            is_zero(claim)
            or any(_takes_away(removal, claim, as_of, documents) for removal in removals[claim.body or ""])
        )
    ]


def _takes_away(removal: Claim, held: Claim, as_of: str, documents: Mapping[str, Document]) -> bool:
    makers = makers_of(removal)
    if not makers or not makers_of(held) <= makers or is_later(removal.date, as_of):
        return False
    if not _is_same_thing(removal, held) or not _is_enough(removal, held):
        return False
    if is_later(held.date, removal.date):
        return False
    if is_later(removal.date, held.date):
        return True
    return (
        removal.quantity is None
        and says_all(removal.quote)
        and not is_later(_received(held, documents), _received(removal, documents))
    )


def _is_same_thing(removal: Claim, held: Claim) -> bool:
    kinds = (removal.product_kind, held.product_kind)
    same_kind = None in kinds or kinds[0] == kinds[1]
    return same_kind and removal.brand in (None, held.brand) and removal.model in (None, held.model)


def _is_enough(removal: Claim, held: Claim) -> bool:
    """Ten removed of fifty leave the body an owner."""
    if removal.qualifier == "vague":
        return False
    gone, there = units_of(removal).number, units_of(held).number
    return gone is None or (there is not None and gone >= there)


def _received(claim: Claim, documents: Mapping[str, Document]) -> str | None:
    document = documents.get(claim.document)
    return document.received if document else None
