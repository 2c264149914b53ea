"""The first page: the figures, who answered, which body named which maker, what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from synopticon.model.records import Body, Claim, Figure
from synopticon.publish import addresses, charts, legal, words
from synopticon.publish.numbers import headline, interval, number, percentage, quantity
from synopticon.publish.page import Page, Pages
from synopticon.publish.ranking import MOST_ROWS, bodies_naming, first_bodies, makers_by_bodies, shown_on_overview
from synopticon.publish.says import verb
from synopticon.publish.speech import t
from synopticon.publish.view import View

_MOST_MAKERS = 12
_RANKS = {word: rank for rank, word in enumerate(dict.fromkeys((*words.HOLDING, *words.MODALITIES)))}


@dataclass(frozen=True, slots=True)
class Card:
    """A figure as the overview shows it."""

    figure: Figure
    title: str
    address: str
    headline: str
    percentage: str
    base: str
    interval: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one body says of one maker: the strongest verb, a number when a single one is told."""

    verb: str = ""
    number: str = ""
    claims: int = 0


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One body of the matrix with its cells in the order of the makers."""

    body: Body
    address: str
    cells: tuple[Cell, ...]


def card(seen: View, figure: Figure) -> Card:
    """Return a figure ready for a card or a heading: titled by the case, else by its id, which is short."""
    spec = seen.specs.get(figure.figure)
    return Card(
        figure,
        (spec.title if spec else "") or words.readable(figure.figure).capitalize(),
        addresses.figure(figure.figure),
        headline(figure),
        percentage(figure),
        t(words.BASES.get(figure.base, words.readable(figure.base))),
        interval(figure),
    )


def _build(seen: View) -> Iterable[Page]:
    asked = [body for body in seen.bodies if seen.is_asked(body)]
    states = Counter(seen.state(body) for body in asked)
    columns = makers_by_bodies(seen)[:_MOST_MAKERS]
    rows = matrix(seen, columns)
    first = first_bodies(seen)
    shown_rows = [row for row in rows if row.body.body in first] if len(rows) > MOST_ROWS else rows
    context: dict[str, object] = {
        **_counts(seen),
        "cards": [card(seen, figure) for figure in seen.figures],
        "asked": len(asked),
        "states": [(state, states[state]) for state in words.STATE_ORDER if states[state]],
        "funnel": _funnel(states),
        "state_bar": _state_bar(states),
        "columns": columns,
        "rows": shown_rows,
        "named": len(rows),
        "makers_left": max(0, len(seen.claims_by_maker) - len(columns)),
        "has_region": any(body.region for body in seen.bodies),
        "has_group": any(body.group for body in seen.bodies),
        "bodies": listed(seen, shown_on_overview(seen)),
        "all_bodies": len(seen.bodies),
        "listings": _listings(seen),
        "reasons": Counter(row.reason for row in seen.set_aside).most_common(),
        "statuses": Counter(rows[0].status for rows in seen.documents.values()),
    }
    yield Page("index.html", "overview.html", seen.case.title or seen.case.id, context)
    if len(seen.bodies) > len(first):
        whole = {key: context[key] for key in ("has_region", "has_group")}
        yield Page("bodies.html", "bodies.html", t("Bodies"), whole | {"bodies": listed(seen, seen.bodies)})
    if len(rows) > len(shown_rows):
        whole = {"columns": columns, "rows": rows, "makers_left": context["makers_left"], "named": len(rows)}
        yield Page("matrix.html", "matrix.html", t("Which body names which maker"), whole)


def _counts(seen: View) -> dict[str, object]:
    """Return how many claims were read, and how many of them no longer stand, so that all numbers can be told apart."""
    repeated = sum(claim.review_state == "duplicate" for claim in seen.replaced)
    aside = len(seen.replaced) + seen.unprinted["rejected"] + seen.unprinted["held"]
    return {"total": len(seen.claims) + aside, "repeated": repeated, "replaced": len(seen.replaced) - repeated}


def listed(seen: View, bodies: Iterable[Body]) -> list[tuple[Body, list[str]]]:
    """Return bodies with the makers that their claims name."""
    return [(body, _named(seen, body)) for body in bodies]


def _funnel(states: Counter[str]) -> Markup:
    asked = states.total()
    steps = (
        (t("Bodies asked"), asked),
        (t("Replied in any way"), asked - states["silent"] - states[""]),
        (t("Gave a usable answer"), states["usable"]),
    )
    rows = [
        charts.Bar(label, Decimal(count), kind="main" if index == 2 else "soft", text=_of(count, asked))
        for index, (label, count) in enumerate(steps)
    ]
    return charts.bars(t("From bodies asked to usable answers"), rows) if asked else Markup("")


def _of(count: int, asked: int) -> str:
    return number(count) if count == asked else t("{count} of {whole}").format(count=number(count), whole=number(asked))


def _state_bar(states: Counter[str]) -> Markup:
    parts = [
        charts.Bar(t(words.STATES[state]), Decimal(states[state]), kind=f"s-{state}")
        for state in words.STATE_ORDER
        if states[state]
    ]
    return charts.shares(t("Bodies by the state of their reply"), parts)


def _listings(seen: View) -> list[tuple[str, int, int, list[legal.Wording]]]:
    """Return (maker, bodies, claims, list matches), the maker that most bodies name first."""
    bodies = bodies_naming(seen)
    ranked = sorted(seen.makers, key=lambda maker: -bodies.get(maker, 0))
    return [
        (maker, bodies.get(maker, 0), len(seen.claims_by_maker.get(maker, ())), legal.wordings(seen, maker))
        for maker in ranked
    ]


def matrix(seen: View, columns: list[str]) -> list[MatrixRow]:
    """Return the bodies that name any of the makers, each with a cell per maker."""
    rows: list[MatrixRow] = []
    for body in seen.bodies:
        mine: dict[str, list[Claim]] = {maker: [] for maker in columns}
        for claim in seen.claims_by_body.get(body.body, ()):
            for maker in {claim.maker, *claim.makers} & mine.keys():
                mine[maker or ""].append(claim)
        if any(mine.values()):
            cells = tuple(_cell(mine[maker]) for maker in columns)
            rows.append(MatrixRow(body, addresses.body(body.body), cells))
    return rows


def _cell(claims: list[Claim]) -> Cell:
    if not claims:
        return Cell()
    strongest = min(claims, key=lambda claim: (claim.polarity != "affirmed", _RANKS.get(claim.modality, len(_RANKS))))
    told = [text for claim in claims if claim.modality == strongest.modality and (text := quantity(claim))]
    is_joint = len(strongest.makers) > 1
    return Cell(
        t("{what}, with others").format(what=verb(strongest)) if is_joint else verb(strongest),
        told[0] if len(told) == 1 else "",
        len(claims),
    )


def _named(seen: View, body: Body) -> list[str]:
    makers = {
        maker: None
        for claim in seen.claims_by_body.get(body.body, ())
        if claim.polarity not in {"negated", "denied"}
        for maker in (claim.maker, *claim.makers)
        if maker
    }
    return sorted(makers, key=lambda maker: (seen.maker_name(maker), maker))


PAGES = Pages(_build)
