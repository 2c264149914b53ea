"""A page per public body: how it replied, and everything the sources say of its equipment."""

from __future__ import annotations

from collections.abc import Iterable

from synopticon.model.records import Body, Claim, Contradiction
from synopticon.publish import addresses, words
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.speech import t
from synopticon.publish.view import MOST_CLAIMS, View

_GROUP_OF = {modality: key for key, _, modalities in words.GROUPS for modality in modalities}
_RANKS = {modality: rank for rank, modality in enumerate(_GROUP_OF)}


def grouped(claims: Iterable[Claim]) -> list[tuple[str, str, list[Claim], int]]:
    """Return claims as (key, heading, those printed, how many are left out), without empty groups."""
    by_group: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: _RANKS.get(claim.modality, len(_RANKS))):
        by_group.setdefault(_GROUP_OF.get(claim.modality, "other"), []).append(claim)
    groups: list[tuple[str, str, list[Claim], int]] = []
    for key, heading, _ in words.GROUPS:
        if mine := by_group.get(key):
            groups.append((key, heading, mine[:MOST_CLAIMS], max(0, len(mine) - MOST_CLAIMS)))
    return groups


def _build(seen: View) -> Iterable[Page]:
    replaced: dict[str, list[Claim]] = {}
    for claim in seen.replaced:
        replaced.setdefault(claim.body or "", []).append(claim)
    disputes: dict[str, list[Contradiction]] = {}
    for found in seen.contradictions:
        disputes.setdefault(found.body or "", []).append(found)
    for body in seen.bodies:
        document, _, locator = (body.state_evidence or "").partition("#")
        context: dict[str, object] = {
            "body": body,
            "state_document": document,
            "state_locator": locator,
            "disputes": disputes.get(body.body, []),
            "groups": grouped(seen.claims_by_body.get(body.body, ())),
            "replaced": replaced.get(body.body, [])[:MOST_CLAIMS],
            "figures": [figure for figure in seen.figures if body.body in figure.bodies],
        }
        yield Page(addresses.body(body.body), "body.html", body.name, context)


def _entries(seen: View) -> Iterable[Entry]:
    for body in seen.bodies:
        yield Entry("body", body.name, _detail(seen, body), addresses.body(body.body))


def _detail(seen: View, body: Body) -> str:
    state = t(words.STATES.get(seen.state(body), "not asked"))
    return " · ".join(part for part in (body.region, body.group, state) if part)


PAGES = Pages(_build, _entries)
