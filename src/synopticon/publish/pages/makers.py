"""A page per maker or brand: its names, the lists it stands on as of the case's day, who says they have it."""

from __future__ import annotations

from collections.abc import Iterable

from synopticon.model.records import Claim
from synopticon.publish import addresses, legal
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.view import MOST_CLAIMS, View


def _build(seen: View) -> Iterable[Page]:
    for maker in seen.makers:
        rows = seen.organisations_by_id.get(maker, [])
        claims = seen.claims_by_maker.get(maker, [])
        by_body = _by_body(seen, claims[:MOST_CLAIMS])
        group = next((row.group for row in rows if row.group and row.group != maker), None)
        context: dict[str, object] = {
            "maker": maker,
            "rows": rows,
            "names": sorted({name for row in rows for name in row.names if name != row.name}),
            "group": group,
            "members": [
                other for other in seen.makers if other != maker and _group(seen, other) in {maker, group} - {None}
            ],
            "listings": legal.wordings(seen, maker),
            "by_body": by_body,
            "bodies": len([key for key, _ in by_body if key]),
            "left": max(0, len(claims) - MOST_CLAIMS),
        }
        yield Page(addresses.maker(maker), "maker.html", seen.maker_name(maker), context)


def _group(seen: View, maker: str) -> str | None:
    return next((row.group for row in seen.organisations_by_id.get(maker, ()) if row.group), None)


def _by_body(seen: View, claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """Return claims by body in the order of the bodies' names; claims without a body of the case come last."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.body if claim.body in seen.body_by_id else "", []).append(claim)
    ranks = {body.body: rank for rank, body in enumerate(seen.bodies)}
    return sorted(groups.items(), key=lambda item: ranks.get(item[0], len(ranks)))


def _entries(seen: View) -> Iterable[Entry]:
    for maker in seen.makers:
        names = {name for row in seen.organisations_by_id.get(maker, ()) for name in row.names}
        yield Entry("maker", seen.maker_name(maker), " · ".join(sorted(names)), addresses.maker(maker))


PAGES = Pages(_build, _entries)
