"""Every edition of every figure, with what changed between one and the next in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synopticon.model.records import Figure
from synopticon.publish.numbers import headline, percentage
from synopticon.publish.page import Page, Pages
from synopticon.publish.pages.overview import card
from synopticon.publish.speech import t
from synopticon.publish.view import View

_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition: what it says, and what is different from the one before."""

    figure: Figure
    headline: str
    percentage: str
    changes: tuple[str, ...]


def edition_rows(seen: View, key: str) -> list[EditionRow]:
    """Return the editions of a figure, the latest first."""
    editions = seen.editions[key]
    return [
        EditionRow(figure, headline(figure), percentage(figure), changes(seen, before, figure))
        for figure, before in zip(editions, (*editions[1:], None), strict=True)
    ]


def changes(seen: View, before: Figure | None, now: Figure) -> tuple[str, ...]:
    """Say what became of what: the number, the bodies that count now or no longer, the claims behind them."""
    if before is None:
        return (t("the first edition"),)
    told: list[str] = []
    if (headline(before), percentage(before)) != (headline(now), percentage(now)):
        told.append(t("{before} became {now}").format(before=headline(before), now=headline(now)))
    elif (before.low, before.high) != (now.low, now.high):
        told.append(t("what the sources leave open is different"))
    told += _moved(seen, t("counts now: {names}"), set(now.bodies) - set(before.bodies))
    told += _moved(seen, t("counts no longer: {names}"), set(before.bodies) - set(now.bodies))
    added, gone = len(set(now.claims) - set(before.claims)), len(set(before.claims) - set(now.claims))
    if added or gone:
        told.append(t("{added} claims more, {gone} fewer").format(added=added, gone=gone))
    return tuple(told)


def _moved(seen: View, words: str, bodies: Iterable[str]) -> list[str]:
    names = sorted(seen.body_name(body) for body in bodies)
    if not names:
        return []
    more = len(names) - _MOST_NAMES
    shown = ", ".join(names[:_MOST_NAMES]) + (f" + {more}" if more > 0 else "")
    return [words.format(names=shown)]


def _build(seen: View) -> Iterable[Page]:
    figures: Sequence[Figure] = seen.figures
    rows = [(card(seen, figure), edition_rows(seen, figure.figure)) for figure in figures]
    yield Page("editions.html", "editions.html", t("Editions of the figures"), {"listed": rows})


PAGES = Pages(_build)
