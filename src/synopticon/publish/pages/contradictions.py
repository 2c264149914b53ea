"""Statements on the same thing that cannot all be so, side by side. Nothing here says which is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from synopticon.model.records import Claim, Contradiction
from synopticon.publish import addresses, words
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.speech import t
from synopticon.publish.view import View

_MOST, _MOST_SIDES = 300, 12


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction as a page shows it: what it is about, and one claim per side."""

    contradiction: Contradiction
    anchor: str
    about: str
    makers: tuple[str, ...]
    difference: str
    reason: str
    claims: tuple[Claim, ...]
    left: int


def dispute(seen: View, found: Contradiction) -> Dispute:
    """Return a contradiction in words."""
    claims = [seen.claim_by_id[key] for key in found.claims]
    return Dispute(
        found,
        addresses.page_name(found.contradiction),
        seen.body_name(found.body) or found.subject or t("Without a body of this case"),
        found.makers,
        t(words.DIFFERENCES.get(found.differs, words.readable(found.differs))),
        t(words.SAME_THING.get(found.about, "")),
        tuple(claims[:_MOST_SIDES]),
        max(0, len(claims) - _MOST_SIDES),
    )


def _build(seen: View) -> Iterable[Page]:
    ranks = {body.body: rank for rank, body in enumerate(seen.bodies)}
    ordered = sorted(seen.contradictions, key=lambda one: (ranks.get(one.body or "", len(ranks)), one.subject or ""))
    disputes = [dispute(seen, found) for found in ordered]
    context: dict[str, object] = {"disputes": disputes[:_MOST], "left": max(0, len(disputes) - _MOST)}
    yield Page("contradictions.html", "contradictions.html", t("Contradictions"), context)


def _entries(seen: View) -> Iterable[Entry]:
    for found in seen.contradictions[:_MOST]:
        told = dispute(seen, found)
        names = ", ".join(seen.maker_name(maker) for maker in told.makers)
        yield Entry("contradiction", f"{told.about} {names}".strip(), found.why, f"contradictions.html#{told.anchor}")


PAGES = Pages(_build, _entries)
