"""The charts of the case, each with its numbers as CSV and as an SVG file of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.publish import words
from synopticon.publish.chart_kinds import Share, funnel_chart, matrix_chart, shares_chart, timeline_chart
from synopticon.publish.drawing import Drawing, data, inline, standalone
from synopticon.publish.numbers import headline, number
from synopticon.publish.page import Page, Pages
from synopticon.publish.pages.overview import card
from synopticon.publish.ranking import makers_by_bodies
from synopticon.publish.speech import spoken, t
from synopticon.publish.view import View, makers_of

_MOST_BODIES, _MOST_MAKERS, _MOST_YEARS = 60, 12, 3
_PLACES = Decimal("0.000001")
_DENIED = ("negated", "denied")
_MARK_OF = {
    **dict.fromkeys(("owned", "installed", "used"), "has"),
    **dict.fromkeys(("contracted", "planned", "talks"), "deal"),
    **dict.fromkeys(("paid", "delivered"), "paid"),
    "removed": "gone",
}


def drawings(seen: View) -> list[Drawing]:
    """Return the charts that the case has data for."""
    made = [_funnel(seen), _shares(seen), _matrix(seen), _timeline(seen)]
    return [drawing for drawing in made if drawing is not None and drawing.rows]


def _build(seen: View) -> Iterable[Page]:
    shown = [(drawing, inline(drawing)) for drawing in drawings(seen)]
    yield Page("charts.html", "charts.html", t("Charts"), {"drawings": shown})


def _files(seen: View) -> Iterable[tuple[str, str]]:
    for drawing in drawings(seen):
        yield f"charts/{drawing.name}.svg", standalone(drawing)
        yield f"charts/{drawing.name}.csv", data(drawing)


def _funnel(seen: View) -> Drawing | None:
    asked = [body for body in seen.bodies if seen.is_asked(body)]
    if not asked:
        return None
    states = Counter(seen.state(body) for body in asked)
    return funnel_chart(
        [
            ("asked", t("Bodies asked"), len(asked)),
            ("replied", t("Replied in any way"), len(asked) - states["silent"] - states[""]),
            ("usable", t("Gave a usable answer"), states["usable"]),
        ]
    )


def _shares(seen: View) -> Drawing | None:
    rows: list[Share] = []
    for figure in seen.figures:
        if figure.count != "bodies" or figure.numerator is None or not figure.denominator:
            continue
        rows.append(
            Share(
                figure.figure,
                card(seen, figure).title,
                (figure.numerator / figure.denominator).quantize(_PLACES),
                figure.low,
                figure.high,
                headline(figure) if spoken() == "en" else f"{number(figure.numerator)} / {number(figure.denominator)}",
                figure.numerator,
                figure.denominator,
                figure.base,
            )
        )
    return shares_chart(rows) if rows else None


def _matrix(seen: View) -> Drawing | None:
    makers = makers_by_bodies(seen)[:_MOST_MAKERS]
    rows: list[tuple[int, str, str, list[str]]] = []
    for body in seen.bodies:
        claims = seen.claims_by_body.get(body.body, [])
        marks = [_strongest(claims, maker) for maker in makers]
        if any(marks):
            rows.append((len(claims), body.body, body.name, marks))
    if not rows:
        return None
    kept = {row[1] for row in sorted(rows, key=lambda row: (-row[0], row[1]))[:_MOST_BODIES]}
    shown = [(key, name, marks) for _, key, name, marks in rows if key in kept]
    return matrix_chart([(maker, seen.maker_name(maker)) for maker in makers], shown, len(rows) - len(shown))


def _strongest(claims: Iterable[Claim], maker: str) -> str:
    """Return the strongest mark among a body's own words on one maker; a joint claim is a mention only."""
    found = {_mark(claim) for claim in claims if maker in makers_of(claim)}
    return next((mark for mark in ("has", "paid", "deal", "gone", "none", "named") if mark in found), "")


def _mark(claim: Claim) -> str:
    if claim.polarity in _DENIED:
        return "none"
    if len(makers_of(claim)) > 1 or claim.polarity == "alleged":
        return "named"
    return _MARK_OF.get(claim.modality, "named")


def _timeline(seen: View) -> Drawing | None:
    dated = [
        claim for claim in seen.claims if claim.date and claim.date[:4].isdigit() and claim.polarity not in _DENIED
    ]
    if not dated:
        return None
    years = {claim.date[:4] for claim in dated if claim.date}
    size = 7 if len(years) < _MOST_YEARS else 4
    counts = Counter((claim.modality, (claim.date or "")[:size]) for claim in dated)
    rows = [
        (modality, t(plain), period, counts[modality, period])
        for modality, plain in words.MODALITIES.items()
        for period in sorted({period for kind, period in counts if kind == modality})
    ]
    return timeline_chart(rows, len(seen.claims) - len(dated))


PAGES = Pages(_build, files=_files)
