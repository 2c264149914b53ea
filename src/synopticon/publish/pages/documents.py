"""The list of documents and a page per document: what was read of it, and the quotes in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from synopticon.model.records import Body, Claim, Document, SetAside
from synopticon.publish import addresses
from synopticon.publish.order import natural
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.says import in_brief, reading_of
from synopticon.publish.speech import t
from synopticon.publish.view import View, on_document_page

_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document that something rests on: its words and the claims or bodies that rest on them."""

    locator: str
    quote: str
    language: str | None
    claims: tuple[Claim, ...] = ()
    bodies: tuple[Body, ...] = ()


def _build(seen: View) -> Iterable[Page]:
    aside: defaultdict[str, list[SetAside]] = defaultdict(list)
    for row in seen.set_aside:
        aside[row.document].append(row)
    states: defaultdict[str, list[tuple[str, Body]]] = defaultdict(list)
    for body in seen.bodies:
        document, _, locator = (body.state_evidence or "").partition("#")
        states[document].append((locator, body))
    listed = sorted(seen.documents.values(), key=lambda rows: (natural(rows[0].path), rows[0].document))
    yield Page("documents.html", "documents.html", t("Documents"), {"listed": listed})
    for rows in listed:
        key = rows[0].document
        claims = on_document_page(seen, key)
        context: dict[str, object] = {
            "document": rows[0],
            "paths": [row.path for row in rows],
            "places": places(claims, states[key]),
            "aside": aside[key],
            "differing": len({claim.locator for claim in claims if reading_of(claim) == "differs"}),
            "left": len(seen.claims_by_document.get(key, ())) - len(claims),
        }
        yield Page(addresses.document(key), "document.html", _title(rows[0]), context)


def places(claims: Iterable[Claim], states: Iterable[tuple[str, Body]]) -> list[Place]:
    """Return the places of a document in reading order, each with all that rests on it."""
    found: dict[tuple[str, str], tuple[list[Claim], list[Body]]] = {}
    for claim in claims:
        found.setdefault((claim.locator, claim.quote), ([], []))[0].append(claim)
    for locator, body in states:
        # Where a state rests on the whole document, the words beside it are ours and no quote.
        quote = body.state_quote or "" if locator else ""
        found.setdefault((locator, quote), ([], []))[1].append(body)
    return [
        Place(locator, quote, next((c.language for c in mine if c.language), None), tuple(mine), tuple(bodies))
        for (locator, quote), (mine, bodies) in sorted(
            found.items(), key=lambda item: (natural(item[0][0]), item[0][1])
        )
    ]


def _title(document: Document) -> str:
    return document.path.rsplit("/", 1)[-1] or document.document[:16]


def _entries(seen: View) -> Iterable[Entry]:
    for key, rows in seen.documents.items():
        yield Entry("document", rows[0].path, key[:16], addresses.document(key))
    for claim in seen.claims:
        address = seen.claim_address(claim)
        if address:
            yield Entry("claim", in_brief(seen, claim), claim.quote[:_LONGEST_QUOTE], address)


PAGES = Pages(_build, _entries)
