"""Suppliers, integrators and buyers that the sources name. A supplier is not a maker."""

from __future__ import annotations

from collections.abc import Iterable

from synopticon.model.records import Organisation
from synopticon.publish import legal, words
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.view import View


def _build(seen: View) -> Iterable[Page]:
    listed = [(row, legal.wordings(seen, row.organisation)) for row in _suppliers(seen)]
    context: dict[str, object] = {"listed": listed, "withheld": seen.unprinted["private"]}
    yield Page("organisations.html", "organisations.html", "Suppliers and other organisations", context)


def _suppliers(seen: View) -> list[Organisation]:
    """Return the organisations that are not makers, the most often named first; flagged names never."""
    rows = [row for row in seen.organisations if row.role not in {"maker", "brand"} and not row.natural_person_risk]
    return sorted(rows, key=lambda row: (-row.occurrences, row.name.casefold(), row.organisation, row.role))


def _entries(seen: View) -> Iterable[Entry]:
    for row in _suppliers(seen):
        yield Entry(words.ROLES.get(row.role, row.role), row.name, " · ".join(row.names), "organisations.html")


PAGES = Pages(_build, _entries)
