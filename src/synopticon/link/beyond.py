"""Bodies that a source names and that nobody asked: buyers in ledgers and notices."""

from __future__ import annotations

from collections.abc import Iterable

from synopticon import reference
from synopticon.model.records import Body, Claim


def bodies_beyond(claims: Iterable[Claim], known: Iterable[Body]) -> list[Body]:
    """Return a body for every id in the claims that is not known, from the register, in the order of the ids.

    Their reply state is null: nobody asked them, so they are neither silent nor anything else.
    """
    asked = {body.body for body in known}
    wanted = {claim.body for claim in claims if claim.body and claim.body not in asked}
    register = {body.body: body for body in reference.bodies()}
    return [
        Body(
            body=identity,
            name=entry.name if (entry := register.get(identity)) else identity,
            country=entry.country if entry else None,
            region=(entry.region or None) if entry else None,
            group=(entry.kind or None) if entry else None,
            asked_on=None,
            channel=None,
            reply_state=None,
            state_evidence=None,
            register=identity if entry else None,
        )
        for identity in sorted(wanted)
    ]
