"""Numbers of the draft against the figures of a case: another numerator, another base, an older edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from synopticon.figures.lint.fit import is_fit, percent, plain
from synopticon.figures.lint.records import Finding, Known, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.said import is_said
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import pattern
from synopticon.model.records import Figure


def check(scene: Scene) -> Iterator[Finding]:
    """Yield the numbers near a maker that differ from the figures of the case on that maker."""
    if not scene.known.figures:
        return
    for tied in scene.tied:
        named = frozenset(name.id for name in tied.sentence.names if name.kind == "maker")
        figures = _figures(scene.known, named, tied.sentence.words) if named else []
        if figures:
            yield from _fractions(tied, figures)
            yield from _lone_shares(tied, figures)
        sums = _figures(scene.known, named, tied.sentence.words, ("units", "amount")) if named else []
        if sums and pattern("total").search(tied.sentence.words):
            yield from _sums(tied, sums)


def _figures(known: Known, named: frozenset[str], words: str, counts: tuple[str, ...] = ("bodies",)) -> list[Figure]:
    """Return the figures, in all editions, on exactly these makers, narrowed to the place that the sentence names."""
    makers, places = dict(known.makers), dict(known.words)
    found = [figure for figure in known.figures if makers.get(figure.figure) == named and figure.count in counts]
    folded = words.casefold()
    placed = [f for f in found if places.get(f.figure) and any(w.casefold() in folded for w in places[f.figure])]
    return placed or [figure for figure in found if not places.get(figure.figure)]


def _newest(figures: Sequence[Figure]) -> list[Figure]:
    editions: dict[str, Figure] = {}
    for figure in figures:
        if figure.figure not in editions or figure.edition > editions[figure.figure].edition:
            editions[figure.figure] = figure
    return [figure for figure in editions.values() if figure.numerator is not None and figure.denominator]


def _fractions(tied: Tied, figures: Sequence[Figure]) -> Iterator[Finding]:
    newest = _newest(figures)
    for fraction in tied.fractions:
        part, whole = fraction.part.value, fraction.whole.value
        if part is None or whole is None or any((f.numerator, f.denominator) == (part, whole) for f in newest):
            continue
        old = next((f for f in figures if (f.numerator, f.denominator) == (part, whole)), None)
        near = old or next((f for f in newest if f.denominator == whole or f.numerator == part), None)
        if near is None:
            continue
        now = next(f for f in newest if f.figure == near.figure)
        rule = "older-edition" if old else "differs-from-case"
        yield _finding(tied, (fraction.start, fraction.whole.end), rule, now, f"{plain(part)} of {plain(whole)}")


def _sums(tied: Tied, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Compare a total of things or money of all bodies with the sums of the case on the same makers."""
    for number in tied.sentence.amounts:
        count = "amount" if number.kind == "money" else "units" if number.product_kind is not None else None
        mine = [figure for figure in figures if figure.count == count and figure.numerator is not None]
        mine = [figure for figure in mine if count != "amount" or number.currency in (figure.unit, None)]
        newest = {figure.figure: figure for figure in sorted(mine, key=lambda figure: figure.edition)}
        if not newest or any(is_said(number, figure.numerator or Decimal(0)) for figure in newest.values()):
            continue
        old = next((figure for figure in mine if is_said(number, figure.numerator or Decimal(0))), None)
        now = newest[old.figure] if old else next(iter(newest.values()))
        shown = plain(now.numerator or Decimal(0))
        yield tied.sentence.finding(
            number.start,
            number.end,
            "older-edition" if old else "differs-from-case",
            "warning" if old else "error",
            expected=f"{now.figure}, edition {now.edition}: {shown}",
            found=number.text,
            advice=f'write "{shown}" or say what else is counted',
        )


def _lone_shares(tied: Tied, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Compare a share without its numbers; one maker, one share, so that it is clear what is meant."""
    newest = _newest(figures)
    shares = tied.sentence.shares
    if len(shares) != 1 or tied.fractions or not newest or not _is_of_bodies(tied, shares[0]):
        return
    share = shares[0]
    if any(is_fit(share, f.numerator or Decimal(0), f.denominator or Decimal(1)) for f in newest):
        return
    if any(tie.whole is not None and tie.whole.value not in {f.denominator for f in newest} for tie in tied.ties):
        return
    yield _finding(tied, (share.start, share.end), "differs-from-case", newest[0], share.text)


def _is_of_bodies(tied: Tied, share: Number) -> bool:
    """Tell whether a share is of something that is counted and is no product."""
    return share.product_kind is None and (share.unit is not None or bool(tied.sentence.thing_of(share)))


def _finding(tied: Tied, span: tuple[int, int], rule: str, figure: Figure, found: str) -> Finding:
    top, bottom = figure.numerator or Decimal(0), figure.denominator or Decimal(1)
    said = f"{plain(top)} of {plain(bottom)} ({percent(top, bottom)}), base: {figure.base}"
    return tied.sentence.finding(
        *span,
        rule,
        "warning" if rule == "older-edition" else "error",
        expected=f"{figure.figure}, edition {figure.edition}: {said}",
        found=found,
        advice=f'write "{plain(top)} of {plain(bottom)}" or say what else is counted',
    )


RULE = Rule("case figures", check)
