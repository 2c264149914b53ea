"""Numbers and amounts of single bodies against what the case says of them: "Northmere has 40 cameras"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from synopticon.figures.lint.case_bodies import KnownBody, Spent, Units
from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.records import Finding, Known, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.said import is_said
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import pattern
from synopticon.model.records import Figure

#: What a figure of the case gives for one body: the figure, whether it is its newest edition.
_Figures = list[tuple[Figure, bool]]
_NONE = Decimal(0)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield numbers and amounts beside one body of the case that no claim, sum of claims or figure on it gives."""
    for tied in scene.tied:
        body = _only_body(scene.known.bodies, tied.sentence.words)
        if body is None or pattern("asked").search(tied.sentence.words):
            continue
        makers = frozenset(name.id for name in tied.sentence.names if name.kind == "maker")
        figures = _figures(scene.known, body)
        for number in tied.sentence.amounts:
            if any(number in (fraction.part, fraction.whole) for fraction in tied.fractions):
                continue
            if number.kind == "money":
                yield from _amount(tied, body, number, figures)
            elif number.product_kind is not None and len(makers) < 2:
                yield from _number(tied, body, number, makers, _on(figures, scene.known, makers))


def _only_body(bodies: Sequence[KnownBody], words: str) -> KnownBody | None:
    """Return the one body that a sentence names, null when it names none or several."""
    folded = words.casefold()
    found = [body for body in bodies if any(_stands(name.casefold(), folded) for name in body.names)]
    return found[0] if len(found) == 1 else None


def _stands(name: str, folded: str) -> bool:
    at = folded.find(name)
    while at >= 0:
        around = folded[max(0, at - 1) : at] + folded[at + len(name) : at + len(name) + 1]
        # Scripts without spaces have no word boundaries to ask for.
        if not any(sign.isalnum() for sign in around) or ord(name[0]) > 0x2E7F:
            return True
        at = folded.find(name, at + 1)
    return False


def _figures(known: Known, body: KnownBody) -> _Figures:
    """Return the figures of the case that are on this body alone, in all editions."""
    own = {body.body.casefold(), *(name.casefold() for name in body.names)}
    mine = {figure for figure, words in known.words if words and {word.casefold() for word in words} <= own}
    last = {figure.figure: figure.edition for figure in sorted(known.figures, key=lambda one: one.edition)}
    rows = [one for one in known.figures if one.figure in mine and one.numerator is not None]
    return [(one, one.edition == last[one.figure]) for one in rows]


def _on(figures: _Figures, known: Known, makers: frozenset[str]) -> _Figures:
    asked = dict(known.makers)
    return [(one, is_now) for one, is_now in figures if not makers or asked.get(one.figure) == makers]


def _number(
    tied: Tied, body: KnownBody, number: Number, makers: frozenset[str], figures: _Figures
) -> Iterator[Finding]:
    known = [one for one in body.units if one.product_kind == number.product_kind]
    known = [one for one in known if one.makers == makers] if makers else known
    now = [one for one in known if not one.is_replaced]
    if not now or any(is_said(number, one.number) for one in now) or _gives(figures, number, "units"):
        return
    old = next((one for one in known if one.is_replaced and is_said(number, one.number)), None)
    yield tied.sentence.finding(
        number.start,
        number.end_of_unit,
        "replaced-number" if old else "differs-from-case",
        "warning" if old else "error",
        expected=f"{body.names[0]}: {_units_told(now)}",
        found=number.text,
        advice="a later statement of the body replaced this number" if old else "no claim on this body gives it",
    )


def _units_told(known: Sequence[Units]) -> str:
    whole = [one for one in known if not one.makers] or list(known)
    return "; ".join(dict.fromkeys(map(_told, (*whole, *known))))


def _told(one: Units) -> str:
    makers = f" ({', '.join(sorted(one.makers))})" if one.makers else ""
    return f"{plain(one.number)} {one.product_kind}{makers}"


def _gives(figures: _Figures, number: Number, count: str) -> bool:
    return any(is_now and one.count == count and is_said(number, one.numerator or _NONE) for one, is_now in figures)


def _amount(tied: Tied, body: KnownBody, number: Number, figures: _Figures) -> Iterator[Finding]:
    known = [one for one in body.money if one.currency == number.currency]
    sums_of = [row for row in figures if row[0].count == "amount" and row[0].unit == number.currency]
    if not (known or sums_of) or any(is_said(number, one.amount) for one in known):
        return
    if _gives(sums_of, number, "amount"):
        return
    old = next((one for one, _ in sums_of if is_said(number, one.numerator or _NONE)), None)
    kinds = sorted({one.amount_kind for one in known})
    sums = {kind: max(one.amount for one in known if one.amount_kind == kind) for kind in kinds}
    mixed = () if old else _mixed(number, sums)
    advice = "no figure and no amount of this body, and no sum of amounts of one kind, gives it"
    if mixed:
        advice = f"{' and '.join(mixed)} are kinds of amounts that are never added together; give each by itself"
    elif old:
        advice = f"edition {old.edition} of {old.figure} gave it; a newer one is there"
    yield tied.sentence.finding(
        number.start,
        number.end,
        "kinds-added" if mixed else "older-edition" if old else "differs-from-case",
        "warning" if old else "error",
        expected=f"{body.names[0]}: {_money_told(known, sums_of)}",
        found=number.text,
        advice=advice,
    )


def _mixed(number: Number, sums: dict[str, Decimal]) -> tuple[str, ...]:
    """Return the kinds whose sums together give an amount."""
    for size in range(2, len(sums) + 1):
        for kinds in combinations(sorted(sums), size):
            if is_said(number, sum((sums[kind] for kind in kinds), Decimal(0))):
                return tuple(kind.replace("_", " ") or "amounts of no stated kind" for kind in kinds)
    return ()


def _money_told(known: Sequence[Spent], figures: _Figures) -> str:
    now = [one for one, is_now in figures if is_now]
    told = [f"{_money(one.numerator or _NONE)} {one.unit} (figure {one.figure})" for one in now]
    kinds = (one.amount_kind.replace("_", " ") or "kind not stated" for one in known)
    told += [f"{_money(one.amount)} {one.currency} ({kind})" for one, kind in zip(known, kinds, strict=True)]
    return "; ".join(dict.fromkeys(told))


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}"


RULE = Rule("case bodies", check)
