"""Suppliers, integrators and buyers that the sources name. A supplier is not a maker."""

from __future__ import annotations

from collections.abc import Iterable

from synopticon.model.records import Organisation
from synopticon.publish import legal, words
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.speech import t
from synopticon.publish.view import View

_FEW, _MOST = 500, 2000


def _build(seen: View) -> Iterable[Page]:
    every = _suppliers(seen)
    shown = _shown(seen, every)
    context: dict[str, object] = {
        "listed": [(row, legal.wordings(seen, row.organisation)) for row in shown],
        "left": len(every) - len(shown),
        "withheld": seen.unprinted["private"],
    }
    yield Page("organisations.html", "organisations.html", t("Suppliers and other organisations"), context)


def _shown(seen: View, rows: list[Organisation]) -> list[Organisation]:
    """Return the organisations that a page can carry: of many those with claims or matches."""
    if len(rows) <= _FEW:
        return rows
    named = {name for claim in seen.claims for name in (claim.supplier, claim.buyer, claim.subject) if name}
    telling = [
        row
        for row in rows
        if row.organisation in seen.matches_by_organisation or row.name in named or not named.isdisjoint(row.names)
    ]
    return telling[:_MOST]


def _suppliers(seen: View) -> list[Organisation]:
    """Return the organisations that are not makers, the most often named first; flagged names never."""
    rows = [row for row in seen.organisations if row.role not in {"maker", "brand"} and not row.natural_person_risk]
    return sorted(rows, key=lambda row: (-row.occurrences, row.name.casefold(), row.organisation, row.role))


def _entries(seen: View) -> Iterable[Entry]:
    for row in _shown(seen, _suppliers(seen)):
        yield Entry(words.ROLES.get(row.role, row.role), row.name, " · ".join(row.names), "organisations.html")


PAGES = Pages(_build, _entries)
