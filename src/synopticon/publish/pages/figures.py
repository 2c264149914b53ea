"""A page per figure: the number, its rule, the bodies that count with their evidence, and those that do not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from markupsafe import Markup

from synopticon.model.case import FigureSpec
from synopticon.model.records import Body, Claim, Figure
from synopticon.publish import addresses, charts, words
from synopticon.publish.numbers import headline, money, number, percentage, thousandfold
from synopticon.publish.page import Entry, Page, Pages
from synopticon.publish.pages.editions import edition_rows
from synopticon.publish.pages.overview import card
from synopticon.publish.speech import t
from synopticon.publish.view import MOST_CLAIMS, View

_REPLIED = ("usable", "partial", "not_held", "refused", words.UNREAD)
_IN_BASE = {"asked": (*_REPLIED, "silent", ""), "replied": _REPLIED, "usable": ("usable",)}
_FEWEST_BARS, _MOST_BARS = 2, 30
_MOST_EACH = 25
_COUNTED = {
    "bodies": "Counts the bodies with a claim",
    "units": "Adds up the units of every claim",
    "amount": "Adds up the money of every claim",
}


def _money(figure: Figure, claims: list[Claim]) -> list[tuple[str, str, int]]:
    """Return the money of a figure by kind and currency: (kind, sum, claims). Kinds are never added together."""
    groups: dict[tuple[str, str], list[Decimal]] = {}
    for claim in claims if figure.count == "amount" else ():
        if claim.amount is not None:
            groups.setdefault((claim.amount_kind or "", claim.currency or ""), []).append(claim.amount)
    return [
        (t(words.AMOUNT_KINDS.get(kind, "kind not told")), money(sum(sums, Decimal(0)), currency or None), len(sums))
        for (kind, currency), sums in sorted(groups.items())
    ]


def _build(seen: View) -> Iterable[Page]:
    for figure in seen.figures:
        told = card(seen, figure)
        spec = seen.specs.get(figure.figure)
        claims = [seen.claim_by_id[key] for key in figure.claims if key in seen.claim_by_id]
        counted = [key for key in figure.bodies if key in seen.body_by_id]
        base, outside = _others(seen, figure, spec)
        chart, chart_notes = _chart(seen, figure, claims)
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
            "chart": chart,
            "chart_notes": chart_notes,
            "editions": edition_rows(seen, figure.figure),
            "kinds": _money(figure, claims),
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
    parts = [t(_COUNTED.get(figure.count, "Counts every claim"))]
    if spec and spec.where:
        told = t(" and ").join(_said(seen, column, values) for column, values in spec.where)
        parts.append(t("that {conditions}").format(conditions=told))
    if spec and spec.within:
        within = t(" and ").join(
            t("whose {column} is {values}").format(column=t(words.readable(column)), values=t(" or ").join(values))
            for column, values in spec.within
        )
        parts.append(t("among the bodies {conditions}").format(conditions=within))
    if words.BASES.get(figure.base):
        parts.append(t("and holds the number against that {base}").format(base=t(words.BASES[figure.base])))
    if figure.per:
        parts.append(t("and divides it by {column}").format(column=t(words.readable(figure.per))))
    return t("{sentence}.").format(sentence=" ".join(parts))


def _said(seen: View, column: str, values: tuple[str, ...]) -> str:
    """Return one condition on claims as what a claim does: "names the maker X", "says owned or installed"."""
    either = t(" or ")
    if column in {"maker", "makers", "brand"}:
        names = either.join(seen.maker_name(value) for value in values)
        return t("names the {column} {names}").format(column=t(column.removesuffix("s")), names=names)
    if column == "modality":
        told = either.join(f"“{t(words.MODALITIES.get(value, words.readable(value)))}”" for value in values)
        return t("says {words}").format(words=told)
    spoken = either.join(t(words.readable(value)) for value in values)
    return t("has the {column} {values}").format(column=t(words.readable(column)), values=spoken)


def _formula(figure: Figure) -> str:
    if figure.denominator and figure.per:
        return f"{number(figure.numerator)} ÷ {number(figure.denominator)} = {number(figure.value)}"
    if figure.denominator:
        return f"{number(figure.numerator)} ÷ {number(figure.denominator)} = {percentage(figure)}"
    claims = number(len(figure.claims))
    if figure.count == "bodies":
        return t("{number} in {count} claims").format(number=headline(figure), count=claims)
    return t("sum over {count} claims = {number}").format(count=claims, number=headline(figure))


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


def _chart(seen: View, figure: Figure, claims: list[Claim]) -> tuple[Markup, list[str]]:
    """Return the units of each body as bars, largest first, and what the bars leave out.

    A figure that is divided by a column has bars that are divided by the body's own number in it. A figure of fewer
    than two bodies has no chart.
    """
    if figure.count != "units":
        return Markup(""), []
    sums = _units(claims)
    bare = sum(key not in sums for key in figure.bodies)
    title, undivided = t("Units by body, largest first"), 0
    if figure.per:
        per = t(words.readable(figure.per))
        title = t("Units per 1,000 {per} by body, largest first").format(per=per)
        rates = {key: rate for key, ends in sums.items() if (rate := _divided(seen, key, figure.per, ends))}
        undivided, sums = len(sums) - len(rates), rates
    ranked = sorted(sums.items(), key=lambda item: (-item[1][0], item[0]))
    rows = [charts.Bar(seen.body_name(key), *ends) for key, ends in ranked[:_MOST_BARS]]
    if len(rows) < _FEWEST_BARS:
        return Markup(""), []
    notes = [
        (len(ranked) - len(rows), t("Bodies with smaller numbers that are not drawn: {count}.")),
        (bare, t("Bodies that count but gave no number, and have no bar: {count}.")),
        (undivided, t("Bodies without a number to divide by, and without a bar: {count}.")),
    ]
    return charts.bars(title, rows), [title + ".", *(text.format(count=number(left)) for left, text in notes if left)]


def _units(claims: Iterable[Claim]) -> dict[str, tuple[Decimal, Decimal, Decimal]]:
    """Return the units of each body with the ends of what is left open."""
    sums: dict[str, tuple[Decimal, Decimal, Decimal]] = {}
    for claim in claims:
        value = claim.quantity if claim.quantity is not None else claim.low
        if value is None or not claim.body:
            continue
        low = claim.low if claim.low is not None else value
        high = claim.high if claim.high is not None else value
        had = sums.get(claim.body, (Decimal(0),) * 3)
        sums[claim.body] = (had[0] + value, had[1] + low, had[2] + high)
    return sums


def _divided(
    seen: View, key: str, column: str, ends: tuple[Decimal, Decimal, Decimal]
) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return units for each thousand of a body's number in a column; null where it has none."""
    extra = seen.body_by_id[key].extra if key in seen.body_by_id else ()
    told = next((value for name, _, value in (pair.partition("=") for pair in extra) if name == column), "")
    try:
        size = Decimal("".join(told.replace(",", "").split()))
    except InvalidOperation:
        return None
    if not size.is_finite() or size <= 0:
        return None
    value, low, high = (thousandfold(end / size) for end in ends)
    return value, low, high


def _entries(seen: View) -> Iterable[Entry]:
    for figure in seen.figures:
        told = card(seen, figure)
        detail = " ".join(part for part in (told.headline, told.percentage, told.base) if part)
        yield Entry("figure", told.title, detail, addresses.figure(figure.figure))


PAGES = Pages(_build, _entries)
