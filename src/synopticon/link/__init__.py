"""Names to bodies and organisations: which public body is meant, which spellings are one supplier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from synopticon.link.bodies import BodyIndex, BodyLink
from synopticon.link.organisations import WITHHELD, group_of, is_withheld, maker_of, organisations_of, withhold_doubtful
from synopticon.link.suppliers import SupplierUse, company_identifier, suppliers_of
from synopticon.model.records import Claim

__all__ = [
    "WITHHELD",
    "BodyIndex",
    "BodyLink",
    "SupplierUse",
    "company_identifier",
    "group_of",
    "is_withheld",
    "link_claims",
    "maker_of",
    "organisations_of",
    "suppliers_of",
    "withhold_doubtful",
]


def link_claims(claims: Iterable[Claim], index: BodyIndex) -> Iterator[Claim]:
    """Yield the claims with their body filled in from the buyer's name, and suppliers' names withheld where needed.

    A body that is already known is never changed; a buyer that is ambiguous stays without a body. The quote is not
    touched: it is the exact text at the locator, and publication has its own gate for it.
    """
    for claim in claims:
        changes: dict[str, str] = {}
        if claim.body is None and claim.buyer:
            link = index.find(claim.buyer, claim.date if claim.date and len(claim.date) == 10 else None)
            if link is not None:
                changes["body"] = link.body
        if claim.supplier and is_withheld(claim.supplier):
            changes["supplier"] = WITHHELD
        yield replace(claim, **changes) if changes else claim  # type: ignore[arg-type]  # names and types of fields
