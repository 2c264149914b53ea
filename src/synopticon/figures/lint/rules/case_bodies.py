"""Numbers and amounts of single bodies against what the case says of them: "Northmere has 40 cameras"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from synopticon.figures.lint.case_bodies import KnownBody, Spent, Units
from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.said import is_said
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import pattern

#: So many numbers of a body are printed as what was expected.
_SHOWN = 6


def check(scene: Scene) -> Iterator[Finding]:
    """Yield numbers and amounts beside one body of the case that no claim and no sum of claims on it gives."""
    for tied in scene.tied:
        body = _only_body(scene.known.bodies, tied.sentence.words)
        if body is None or pattern("asked").search(tied.sentence.words):
            continue
        makers = frozenset(name.id for name in tied.sentence.names if name.kind == "maker")
        for number in tied.sentence.amounts:
            if any(number in (fraction.part, fraction.whole) for fraction in tied.fractions):
                continue
            if number.kind == "money":
                yield from _amount(tied, body, number)
            elif number.product_kind is not None and len(makers) < 2:
                yield from _number(tied, body, number, makers)


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


def _number(tied: Tied, body: KnownBody, number: Number, makers: frozenset[str]) -> Iterator[Finding]:
    known = [one for one in body.units if one.product_kind == number.product_kind]
    known = [one for one in known if one.makers == makers] if makers else known
    now = [one for one in known if not one.is_replaced]
    if not now or any(is_said(number, one.number) for one in now):
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
    return "; ".join(list(dict.fromkeys(map(_told, (*whole, *known))))[:_SHOWN])


def _told(one: Units) -> str:
    makers = f" ({', '.join(sorted(one.makers))})" if one.makers else ""
    return f"{plain(one.number)} {one.product_kind}{makers}"


def _amount(tied: Tied, body: KnownBody, number: Number) -> Iterator[Finding]:
    known = [one for one in body.money if one.currency == number.currency]
    if not known or any(is_said(number, one.amount) for one in known):
        return
    kinds = sorted({one.amount_kind for one in known})
    sums = {kind: max(one.amount for one in known if one.amount_kind == kind) for kind in kinds}
    mixed = _mixed(number, sums)
    yield tied.sentence.finding(
        number.start,
        number.end,
        "kinds-added" if mixed else "differs-from-case",
        "error",
        expected=f"{body.names[0]}: {_money_told(known)}",
        found=number.text,
        advice=f"{' and '.join(mixed)} are kinds of amounts that are never added together; give each by itself"
        if mixed
        else "no amount of this body, and no sum of amounts of one kind, gives it",
    )


def _mixed(number: Number, sums: dict[str, Decimal]) -> tuple[str, ...]:
    """Return the kinds whose sums together give an amount."""
    for size in range(2, len(sums) + 1):
        for kinds in combinations(sorted(sums), size):
            if is_said(number, sum((sums[kind] for kind in kinds), Decimal(0))):
                return tuple(kind.replace("_", " ") or "amounts of no stated kind" for kind in kinds)
    return ()


def _money_told(known: Sequence[Spent]) -> str:
    kinds = (one.amount_kind.replace("_", " ") or "kind not stated" for one in known)
    told = (f"{plain(one.amount)} {one.currency} ({kind})" for one, kind in zip(known, kinds, strict=True))
    return "; ".join(list(dict.fromkeys(told))[:_SHOWN])


RULE = Rule("case bodies", check)
