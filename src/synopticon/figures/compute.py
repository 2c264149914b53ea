"""Computes the figures of a case: each a question to the claims, held against a named base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from synopticon.figures.amounts import add_amounts, asked_for
from synopticon.figures.notes import (
    amount_note,
    bodies_note,
    title_of,
    units_note,
)
from synopticon.figures.owning import without_gone
from synopticon.figures.question import check, joins_others, lies_within, names_no_kind, selects, unit_of
from synopticon.figures.sizes import number_in, per_unit, size_of
from synopticon.figures.statements import is_holding, is_live, makers_of, units_of
from synopticon.figures.states import has_answered, has_replied, is_asked, is_unread
from synopticon.figures.units import add_units
from synopticon.model.case import Case, FigureSpec
from synopticon.model.records import Body, Claim, Document, Figure

_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What all figures of a case are computed from."""

    case: Case
    claims: Sequence[Claim]
    bodies: Sequence[Body]
    documents: Mapping[str, Document]
    edition: int


def compute(
    case: Case,
    claims: Sequence[Claim],
    bodies: Sequence[Body],
    *,
    edition: int = 1,
    documents: Iterable[Document] = (),
) -> list[Figure]:
    """Return the figures that the case asks for, in its order.

    * ``bodies``: distinct bodies of the base with at least one claim that answers `where`; `value` is their share,
      or their number when the base is none. `low` and `high` are the share if replies that cannot be read, and
      joint statements that cannot be told apart, all turned out one way or the other.
    * ``units``: the sum that the claims state; `high` is null when something is open upwards, such as "at least", or
      a body that was asked and gave no usable answer.
      With `per`, `value`, `low` and `high` are divided by the sum of that column over the bodies that answered.
    * ``amount``: the sum, net; null when several kinds of amount or currencies would have to be added.

    Args:
        case: what is asked.
        claims: settled claims; see `settle`.
        bodies: with their reply states; see `body_states`.
        edition: number that the figures carry.
        documents: where the claims stand; they tell a body's own papers from others' reports about it.

    Raises:
        UsageError: a question uses an unknown column, maker, modality or base.
    """
    papers = {document.document: document for document in documents}
    evidence = _Evidence(case, claims, bodies, papers, edition)
    for spec in case.figures:
        check(spec, claims, bodies)
    return [_figure(spec, evidence) for spec in case.figures]


def _figure(spec: FigureSpec, evidence: _Evidence) -> Figure:
    inside = lies_within(spec)
    population = [body for body in evidence.bodies if inside(body)]
    if spec.count == "bodies":
        return _count_bodies(spec, evidence, population)
    if spec.count == "units":
        return _count_units(spec, evidence, population)
    return _count_amount(spec, evidence, population)


def _answers(evidence: _Evidence, test: Callable[[Claim], bool]) -> list[Claim]:
    """Return the claims that pass a test and still hold on the case's day."""
    return without_gone(
        (claim for claim in evidence.claims if test(claim)),
        evidence.claims,
        as_of=evidence.case.as_of,
        documents=evidence.documents,
    )


def _replies_without_kind(spec: FigureSpec, evidence: _Evidence) -> list[Claim]:
    """Return the holdings of replies that name no kind of thing: they answer the question in the words it was asked.

    "Hikvision: 12" in a reply to a request on cameras means cameras, unless the same body names kinds for that maker
    elsewhere, or counts something of another name ("12 sites").
    """
    test = names_no_kind(spec)
    kinds = {
        (claim.body, maker)
        for claim in evidence.claims
        if claim.product_kind and is_holding(claim) and is_live(claim)
        for maker in makers_of(claim)
    }
    return [
        claim
        for claim in _answers(evidence, test)
        if is_holding(claim)
        and claim.body
        and makers_of(claim)
        and (paper := evidence.documents.get(claim.document)) is not None
        and paper.source_kind == "replies"
        and not any((claim.body, maker) in kinds for maker in makers_of(claim))
    ]


def _count_bodies(spec: FigureSpec, evidence: _Evidence, population: list[Body]) -> Figure:
    base = base_of(spec.of, population)
    ids = {body.body for body in base} | _unlisted(spec, evidence)
    explicit = [claim for claim in _answers(evidence, selects(spec)) if claim.body in ids]
    sure = {claim.body for claim in explicit}
    implied = [c for c in _replies_without_kind(spec, evidence) if c.body in ids and c.body not in sure]
    counted = [*explicit, *implied]
    owners = {claim.body for claim in counted if claim.body}
    joined = _answers(evidence, joins_others(spec))
    joint = {claim.body for claim in joined if claim.body and claim.body in ids} - owners
    unread = {body.body for body in population if is_unread(body)} - owners
    numerator = Decimal(len(owners))
    denominator = None if spec.of == "none" else Decimal(len(base))
    outside = len(unread - ids)
    widest = None if denominator is None else denominator + outside
    return _finished(
        spec,
        evidence,
        numerator=numerator,
        denominator=denominator,
        value=numerator if denominator is None else _share(numerator, denominator),
        low=_bound(Decimal(len(sure)), widest),
        high=_bound(numerator + len(joint | unread), widest),
        note=bodies_note(spec, population, len(owners), len(base), joint=len(joint), implied=len(owners) - len(sure)),
        claims=counted,
        bodies=owners,
    )


def _bound(numerator: Decimal, denominator: Decimal | None) -> Decimal | None:
    return numerator if denominator is None else _share(numerator, denominator)


def _share(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    return (numerator / denominator).quantize(_PLACES) if denominator else None


def _count_units(spec: FigureSpec, evidence: _Evidence, population: list[Body]) -> Figure:
    implied = [claim for claim in _replies_without_kind(spec, evidence) if claim.unit is None or not _has_number(claim)]
    answers = _of_population(spec, evidence, population, also=implied)
    if spec.per:
        sized = {body.body for body in population if number_in(body, spec.per) is not None and has_answered(body)}
        answers = [claim for claim in answers if claim.body in sized]
    added = add_units(answers, evidence.documents)
    unanswered = [] if spec.per else [body for body in population if is_asked(body) and not has_answered(body)]
    without_answer, without_body = len(unanswered), _without_body(spec, evidence)
    number = added.units.number
    if number is None and not added.claims and _is_known_to_be_none(population):
        number = Decimal(0)
    size = size_of(spec.per, population) if spec.per else None
    return _finished(
        spec,
        evidence,
        numerator=number,
        denominator=size.total if size else None,
        value=per_unit(number, size) if size else number,
        low=per_unit(added.units.low, size) if size else added.units.low,
        high=None if unanswered else per_unit(added.units.high, size) if size else added.units.high,
        note="; ".join(
            filter(None, (units_note(spec, added, without_answer, without_body), size.note if size else ""))
        ),
        claims=added.claims,
        bodies={claim.body for claim in added.claims if claim.body},
    )


def _is_known_to_be_none(population: list[Body]) -> bool:
    """A sum over bodies none of which answered is not known to be nothing."""
    return not population or any(has_answered(body) or not is_asked(body) for body in population)


def _count_amount(spec: FigureSpec, evidence: _Evidence, population: list[Body]) -> Figure:
    amounts = add_amounts(_of_population(spec, evidence, population))
    words = [value for column, values in spec.where if column in ("modality", "amount_kind") for value in values]
    chosen = asked_for(amounts, words)
    number = chosen.total if chosen else None if amounts.subtotals else Decimal(0)
    claims = chosen.claims if chosen else tuple(claim for part in amounts.subtotals for claim in part.claims)
    return _finished(
        spec,
        evidence,
        numerator=number,
        denominator=None,
        value=number,
        low=number,
        high=number,
        note=amount_note(spec, amounts, chosen, _without_body(spec, evidence)),
        claims=claims,
        bodies={claim.body for claim in claims if claim.body},
        unit=chosen.currency if chosen else None,
    )


def _has_number(claim: Claim) -> bool:
    return units_of(claim).number is not None


def _of_population(
    spec: FigureSpec, evidence: _Evidence, population: list[Body], *, also: Sequence[Claim] = ()
) -> list[Claim]:
    """Return the answers of the bodies of the base; claims on no known body count only where no bodies are known."""
    ids: set[str | None] = {body.body for body in base_of(spec.of, population)}
    ids |= _unlisted(spec, evidence)
    if not evidence.bodies and not spec.within:
        ids.add(None)
    return [claim for claim in (*_answers(evidence, selects(spec)), *also) if claim.body in ids]


def _unlisted(spec: FigureSpec, evidence: _Evidence) -> set[str]:
    """Return the bodies that claims name though the table of bodies does not, where the question lets them in."""
    if spec.of != "none" or any(column not in ("id", "body") for column, _ in spec.within):
        return set()
    listed = {body.body for body in evidence.bodies}
    named = {claim.body for claim in evidence.claims if claim.body} - listed
    return {
        name for name in named if all(name.casefold() in {v.casefold() for v in values} for _, values in spec.within)
    }


def _without_body(spec: FigureSpec, evidence: _Evidence) -> int:
    """Return how many answers name no known body and are therefore not counted."""
    if not evidence.bodies or spec.within:
        return 0
    test = selects(spec)
    return sum(1 for claim in evidence.claims if claim.body is None and test(claim))


def _finished(
    spec: FigureSpec,
    evidence: _Evidence,
    *,
    numerator: Decimal | None,
    denominator: Decimal | None,
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    note: str,
    claims: Iterable[Claim],
    bodies: Iterable[str | None],
    unit: str | None = None,
) -> Figure:
    return Figure(
        figure=spec.id,
        edition=evidence.edition,
        as_of=evidence.case.as_of,
        numerator=numerator,
        denominator=denominator,
        base=spec.of,
        value=value,
        low=low,
        high=high,
        note=note,
        count=spec.count,
        title=spec.title or title_of(spec),
        unit=spec.unit or unit or ("bodies" if spec.count == "bodies" else unit_of(spec)),
        claims=tuple(sorted({claim.claim for claim in claims})),
        bodies=tuple(sorted(body for body in bodies if body)),
        per=spec.per,
    )


def base_of(base: str, population: Iterable[Body]) -> list[Body]:
    """Return the bodies of a population that belong to a base; with base none all of them."""
    return [body for body in population if _belongs(body, base)]


def _belongs(body: Body, base: str) -> bool:
    if base == "none":
        return True
    if base == "usable":
        return body.reply_state == "usable"
    return is_asked(body) and (base == "asked" or has_replied(body))
