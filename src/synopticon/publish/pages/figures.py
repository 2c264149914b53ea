"""A page per figure: the number, its rule, the bodies that count with their evidence, and those that do not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from synopticon.model.case import FigureSpec
from synopticon.model.records import Body, Claim, Figure
from synopticon.publish import addresses, charts, words
from synopticon.publish.numbers import headline, number, percentage
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.pages.overview import card
from synopticon.publish.view import MOST_CLAIMS, View

_REPLIED = ("usable", "partial", "not_held", "refused", words.UNREAD)
_IN_BASE = {"asked": (*_REPLIED, "silent", ""), "replied": _REPLIED, "usable": ("usable",)}
_MOST_BARS = 30
_MOST_EACH = 25
_COUNTED = {
    "bodies": "Counts the bodies with a statement",
    "units": "Adds up the units of every statement",
    "amount": "Adds up the money of every statement",
}


def _build(seen: View) -> Iterable[Page]:
    for figure in seen.figures:
        told = card(seen, figure)
        spec = seen.specs.get(figure.figure)
        claims = [seen.claim_by_id[key] for key in figure.claims if key in seen.claim_by_id]
        counted = [key for key in figure.bodies if key in seen.body_by_id]
        base, outside = _others(seen, figure, spec)
        context: dict[str, object] = {
            "card": told,
            "figure": figure,
            "rule": rule(seen, figure, spec),
            "question": figure.title if figure.title != told.title else "",
            "formula": _formula(figure),
            "counted": _counted(seen, counted, claims),
            "elsewhere": [claim for claim in claims if claim.body not in set(counted)][:MOST_CLAIMS],
            "unprinted": len(figure.claims) - len(claims),
            "base": base,
            "outside": outside,
            "is_base_whole": figure.denominator in {None, Decimal(len(base) + len(counted))},
            "chart": _chart(seen, figure, claims),
            "editions": seen.editions[figure.figure],
        }
        yield Page(told.address, "figure.html", told.title, context)


def _counted(seen: View, keys: list[str], claims: list[Claim]) -> list[tuple[Body, list[Claim], int]]:
    """Return the counted bodies by name, each with its first claims and how many more its own page has."""
    mine: dict[str, list[Claim]] = {key: [] for key in keys}
    for claim in claims:
        if claim.body in mine:
            mine[claim.body].append(claim)
    listed = [body for body in seen.bodies if body.body in mine]
    return [(body, mine[body.body][:_MOST_EACH], max(0, len(mine[body.body]) - _MOST_EACH)) for body in listed]


def rule(seen: View, figure: Figure, spec: FigureSpec | None) -> str:
    """Return in one sentence what the figure counts and against what it is held."""
    parts = [_COUNTED.get(figure.count, f"Counts {figure.count} of every statement")]
    if spec and spec.where:
        parts.append("that " + " and ".join(_said(seen, column, values) for column, values in spec.where))
    if spec and spec.within:
        told = (f"whose {words.readable(column)} is {' or '.join(values)}" for column, values in spec.within)
        parts.append(f"among the bodies {' and '.join(told)}")
    if words.BASES.get(figure.base):
        parts.append(f"and holds the number against that {words.BASES[figure.base]}")
    return " ".join(parts) + "."


def _said(seen: View, column: str, values: tuple[str, ...]) -> str:
    """Return one condition on claims as what a statement does: "names the maker X", "says owned or installed"."""
    if column in {"maker", "makers", "brand"}:
        names = " or ".join(seen.maker_name(value) for value in values)
        return f"names the {column.removesuffix('s')} {names}"
    if column == "modality":
        return "says " + " or ".join(f"“{words.MODALITIES.get(value, words.readable(value))}”" for value in values)
    return f"has the {words.readable(column)} {' or '.join(map(words.readable, values))}"


def _formula(figure: Figure) -> str:
    if figure.denominator:
        return f"{number(figure.numerator)} ÷ {number(figure.denominator)} = {percentage(figure)}"
    statements = number(len(figure.claims))
    if figure.count == "bodies":
        return f"{headline(figure)} in {statements} statements"
    return f"sum over {statements} statements = {headline(figure)}"


def _others(seen: View, figure: Figure, spec: FigureSpec | None) -> tuple[list[Body], list[Body]]:
    """Return the bodies of the base that do not count, and the asked bodies that are outside the base."""
    states = _IN_BASE.get(figure.base, ())
    counted = set(figure.bodies)
    asked = [body for body in seen.bodies if seen.is_asked(body) and body.body not in counted]
    meant = [body for body in asked if _is_within(body, spec)]
    base = [body for body in meant if seen.state(body) in states]
    outside = [body for body in meant if seen.state(body) not in states]
    return (base, outside) if states else ([], [])


def _is_within(body: Body, spec: FigureSpec | None) -> bool:
    """Tell whether a body meets the figure's `within`, of its own columns or of the further ones."""
    for column, values in spec.within if spec else ():
        further = {name: told for name, _, told in (pair.partition("=") for pair in body.extra)}
        told = further.get(column, getattr(body, "body" if column == "id" else column, ""))
        if str(told or "").casefold() not in {value.casefold() for value in values}:
            return False
    return True


def _chart(seen: View, figure: Figure, claims: list[Claim]) -> Markup:
    """Return the units of each body as bars, largest first, for a figure that adds units of at least two bodies."""
    sums: dict[str, tuple[Decimal, Decimal, Decimal]] = {}
    for claim in claims if figure.count == "units" else ():
        value = claim.quantity if claim.quantity is not None else claim.low
        if value is None or not claim.body:
            continue
        low = claim.low if claim.low is not None else value
        high = claim.high if claim.high is not None else value
        had = sums.get(claim.body, (Decimal(0),) * 3)
        sums[claim.body] = (had[0] + value, had[1] + low, had[2] + high)
    ranked = sorted(sums.items(), key=lambda item: (-item[1][0], item[0]))[:_MOST_BARS]
    rows = [charts.Bar(seen.body_name(key), value, low, high) for key, (value, low, high) in ranked]
    return charts.bars("Units by body, largest first", rows) if len(rows) > 1 else Markup("")


def _entries(seen: View) -> Iterable[Entry]:
    for figure in seen.figures:
        told = card(seen, figure)
        detail = " ".join(part for part in (told.headline, told.percentage, told.base) if part)
        yield Entry("figure", told.title, detail, addresses.figure(figure.figure))


PAGES = Pages(_build, _entries)
