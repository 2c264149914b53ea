"""The pages that explain: what was set aside, how it was read, which data files there are, and the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from synopticon.model.tables import PUBLISHED, TABLES
from synopticon.model.vocabulary import LEGAL_TYPES
from synopticon.publish import columns, legal, words
from synopticon.publish.output import ListStatus
from synopticon.publish.page import Page, Pages
from synopticon.publish.speech import t
from synopticon.publish.view import View
from synopticon.store.tables import schema


def _build(seen: View) -> Iterable[Page]:
    reasons = sorted(Counter(row.reason for row in seen.set_aside).items(), key=lambda item: (-item[1], item[0]))
    yield Page("set-aside.html", "set_aside.html", t("What was set aside"), {"reasons": reasons})
    yield Page(
        "method.html",
        "method.html",
        t("Method"),
        {"lists": _lists(seen), "caveat": legal.CAVEAT, "states": words.STATE_MEANINGS},
    )
    yield Page("data.html", "data.html", t("Data"), {"files": _files()})
    yield Page("search.html", "search.html", t("Search"))


def _lists(seen: View) -> list[tuple[ListStatus, str]]:
    """Return the lists that the run used, with the label of their law; those of the matches when it names none."""
    told = {status.list: status for status in seen.run.lists}
    for match in seen.matches:
        told.setdefault(match.list, ListStatus(match.list, legal_type=match.legal_type))
    ranks = {legal_type: rank for rank, legal_type in enumerate(LEGAL_TYPES)}
    ordered = sorted(told.values(), key=lambda status: (ranks.get(status.legal_type, len(ranks)), status.list))
    return [(status, legal.legal_label(status.legal_type)) for status in ordered]


def _files() -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (
            name,
            columns.TABLES[name],
            [(column, columns.describe(name, column)) for column in schema(TABLES[name]).names],
        )
        for name in PUBLISHED
    ]


PAGES = Pages(_build)
