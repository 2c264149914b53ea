"""Claims on the same thing that cannot all be so, side by side. Nothing here says which is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from synopticon.model.records import Claim, Contradiction
from synopticon.publish import addresses, words
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.speech import t
from synopticon.publish.view import View
from synopticon.text.fold import folded_key

_MOST, _MOST_SIDES = 300, 12


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction as a page shows it: what it is about, and one claim per side."""

    contradiction: Contradiction
    anchor: str
    about: str
    body: str | None
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
        _about(seen, found, claims),
        _body(seen, found, claims),
        found.makers,
        t(words.DIFFERENCES.get(found.differs, words.readable(found.differs))),
        t(words.SAME_THING.get(found.about, "")),
        tuple(claims[:_MOST_SIDES]),
        max(0, len(claims) - _MOST_SIDES),
    )


def _body(seen: View, found: Contradiction, claims: Iterable[Claim]) -> str | None:
    """Return the body of the case that a contradiction is about: its own, or the one that its claims call by name."""
    if found.body:
        return found.body
    told = {_folded(claim.subject or "") for claim in claims}
    named = [body.body for body in seen.bodies if _folded(body.name) in told]
    return named[0] if found.about == "subject" and len(told) == len(named) == 1 else None


def _about(seen: View, found: Contradiction, claims: Iterable[Claim]) -> str:
    """Return what a contradiction is about as its sources spell it; the table has it folded for comparison."""
    if found.body:
        return seen.body_name(found.body)
    if found.about == "subject":
        return min((claim.subject for claim in claims if claim.subject), key=len, default=found.subject or "")
    if not found.subject:
        return t("Without a body of this case")
    texts = [text for claim in claims for text in (claim.title or "", claim.quote)]
    spelt = (re.search(re.escape(found.subject), text, re.IGNORECASE) for text in texts)
    return next((match.group() for match in spelt if match), found.subject)


def _folded(name: str) -> str:
    return " ".join(folded_key(name).split())


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
