"""The question of a figure: is every word of it known, and which claims and bodies does it mean?"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from decimal import Decimal, InvalidOperation
from functools import cache

from synopticon.errors import UsageError
from synopticon.figures.statements import ASSERTED, family, is_live, makers_of
from synopticon.model import vocabulary
from synopticon.model.case import FigureSpec
from synopticon.model.records import Body, Claim

_CLAIM_COLUMNS = tuple(field.name for field in fields(Claim))
_BODY_FIELDS = frozenset(field.name for field in fields(Body))
_BODY_COLUMNS = ("id", *(field.name for field in fields(Body)))
_CLOSED: dict[str, tuple[str, ...]] = {
    "modality": vocabulary.MODALITIES,
    "polarity": vocabulary.POLARITIES,
    "qualifier": vocabulary.QUALIFIERS,
    "amount_kind": vocabulary.AMOUNT_KINDS,
    "review_state": vocabulary.REVIEW_STATES,
}
_DATES = frozenset({"date", "asked_on"})


def check(spec: FigureSpec, claims: Sequence[Claim], bodies: Sequence[Body]) -> None:
    """Raise when the question uses a word that means nothing here.

    Raises:
        UsageError: an unknown count, base, column, maker, modality or other closed word, or a value of `within` that
            looks like a misprint of one that bodies have; it names the nearest known word.
    """
    _expect(spec, "count", spec.count, vocabulary.COUNTS)
    _expect(spec, "of", spec.of, vocabulary.BASES)
    for column, values in spec.where:
        _expect(spec, "column in where", column, _CLAIM_COLUMNS)
        known = _known_values(column, claims)
        for value in values if known else ():
            _expect(spec, f"{column} in where", value, known)
    columns = (*_BODY_COLUMNS, *further_columns(bodies))
    if spec.per is not None:
        _expect(spec, "column in per", spec.per, further_columns(bodies) or _BODY_COLUMNS)
    for column, values in spec.within:
        _expect(spec, "column in within", column, columns)
        present = _present(column, claims, bodies)
        for value in values:
            if value.casefold() not in {word.casefold() for word in present} and _nearest(value, present):
                _expect(spec, f"{column} in within", value, present)


def selects(spec: FigureSpec) -> Callable[[Claim], bool]:
    """Return the test of a claim against `where`, with the defaults: it asserts something and still counts.

    A maker matches when the claim's makers are all among those asked for: a joint statement belongs to the union
    of its makers, never to each. A sub-brand counts for its maker and can be asked for by its own name.
    """
    tests = [_test(column, values) for column, values in spec.where]
    named = {column for column, _ in spec.where}
    if "polarity" not in named:
        tests.append(lambda claim: claim.polarity in ASSERTED)
    if "review_state" not in named:
        tests.append(is_live)
    return lambda claim: all(test(claim) for test in tests)


def lies_within(spec: FigureSpec) -> Callable[[Body], bool]:
    """Return the test of a body against `within`."""
    wanted = [("body" if column == "id" else column, _folded(values)) for column, values in spec.within]
    return lambda body: all(_text(cell_of(body, column)) in values for column, values in wanted)


def cell_of(body: Body, column: str) -> object:
    """Return a cell of a body, of its own columns or of the further ones of the case's table; null when it has none."""
    if column in _BODY_FIELDS:
        return getattr(body, column)
    return next((told for name, _, told in (pair.partition("=") for pair in body.extra) if name == column), None)


def further_columns(bodies: Iterable[Body]) -> tuple[str, ...]:
    """Return the names of the further columns that the case's table of bodies has."""
    return tuple(dict.fromkeys(pair.partition("=")[0] for body in bodies for pair in body.extra))


def joins_others(spec: FigureSpec) -> Callable[[Claim], bool]:
    """Return the test for a joint statement that names a maker asked for beside one that is not."""
    asked = _asked_makers(spec)
    selected = selects(_without(spec, "maker", "makers"))
    return lambda claim: bool(asked & makers_of(claim)) and not makers_of(claim) <= asked and selected(claim)


def names_no_kind(spec: FigureSpec) -> Callable[[Claim], bool]:
    """Return the test for a claim that answers all of `where` but leaves open what kind of thing it speaks of."""
    if all(column != "product_kind" for column, _ in spec.where):
        return lambda _: False
    selected = selects(_without(spec, "product_kind"))
    return lambda claim: claim.product_kind is None and claim.capability is None and selected(claim)


def unit_of(spec: FigureSpec) -> str | None:
    """Return the word for what a sum of units counts, where the question fixes one kind of thing: "cameras"."""
    kinds = [value for column, values in spec.where if column == "product_kind" for value in values]
    return _plurals().get(kinds[0].casefold()) if len(kinds) == 1 and spec.count == "units" else None


@cache
def _plurals() -> dict[str, str]:
    from synopticon.reference import products  # noqa: PLC0415  # the tables are read only when a question needs them

    found: dict[str, str] = {}
    terms: dict[str, list[str]] = {}
    for row in products():
        if row.language == "en":
            terms.setdefault(row.product_kind, []).append(row.term)
    for kind, told in terms.items():
        plurals = [term for term in told if term in (f"{told[0]}s", f"{told[0]}es")]
        found[kind] = plurals[0] if plurals else kind.replace("_", " ")
    return found


def _without(spec: FigureSpec, *columns: str) -> FigureSpec:
    return replace(spec, where=tuple(part for part in spec.where if part[0] not in columns))


def _asked_makers(spec: FigureSpec) -> frozenset[str]:
    named = [value for column, values in spec.where if column in ("maker", "makers") for value in values]
    return frozenset(family(value.casefold()) for value in named)


def _test(column: str, values: tuple[str, ...]) -> Callable[[Claim], bool]:
    folded = _folded(values)
    if column in ("maker", "makers"):
        makers = frozenset(family(value) for value in folded if family(value) == value)
        brands = folded - makers
        return lambda claim: _made_by(claim, makers) or (claim.brand or claim.maker or "").casefold() in brands
    if column in _DATES:
        return lambda claim: any(_text(getattr(claim, column)).startswith(value) for value in folded)
    return lambda claim: _text(getattr(claim, column)) in folded


def _made_by(claim: Claim, makers: frozenset[str]) -> bool:
    named = makers_of(claim)
    return bool(named) and named <= makers


def _folded(values: Iterable[str]) -> frozenset[str]:
    return frozenset(_text(value) for value in values)


def _text(value: object) -> str:
    """Return a cell as it is compared: folded, numbers without trailing zeros, null as nothing."""
    if value is None:
        return ""
    text = str(value).strip().casefold()
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return format(number.normalize(), "f") if number.is_finite() else text


@cache
def _reference_words(column: str) -> frozenset[str]:
    from synopticon import reference  # noqa: PLC0415  # the tables are read only when a question needs them

    if column in ("maker", "makers"):
        return frozenset(row.maker for row in reference.makers()) | {row.brand for row in reference.brands()}
    if column == "brand":
        return frozenset(row.brand for row in reference.brands())
    if column == "product_kind":
        terms = {row.product_kind for row in reference.products()}
        return frozenset(terms | {row.product_kind for row in reference.models()})
    return frozenset(row.capability for row in reference.capabilities())


def _known_values(column: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    if column in _CLOSED:
        return _CLOSED[column]
    if column not in ("maker", "makers", "brand", "product_kind", "capability"):
        return ()
    said = {maker for claim in claims for maker in claim.makers} if column in ("maker", "makers") else set()
    if column != "makers":
        said |= {value for claim in claims if (value := getattr(claim, column))}
    return tuple(sorted(_reference_words(column) | said))


def _present(column: str, claims: Sequence[Claim], bodies: Sequence[Body]) -> tuple[str, ...]:
    if column in ("id", "body"):
        named = {body.body for body in bodies} | {claim.body for claim in claims if claim.body}
        return tuple(sorted(named))
    return tuple(sorted({str(value) for body in bodies if (value := cell_of(body, column))}))


def _nearest(word: str, known: Sequence[str]) -> str | None:
    folded = {candidate.casefold(): candidate for candidate in known}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def _expect(spec: FigureSpec, what: str, found: str, known: Sequence[str]) -> None:
    if found.casefold() in {word.casefold() for word in known}:
        return
    nearest = _nearest(found, known)
    listed = ", ".join(known) if len(known) <= 20 else f"one of {len(known)} known words"
    advice = f"did you mean {nearest!r}" if nearest else f"expected {listed}"
    raise UsageError(f"figure {spec.id!r}: unknown {what}: {found!r}; {advice}")
