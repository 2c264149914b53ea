"""Builds claims: the id, the evidence, the rules that hold for every claim wherever it was read.

How a sentence, a row or a notice is understood is not told here; see `claims_prose`, `registers`, `ledgers`, `notices`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from synopticon.model.locator import char_span
from synopticon.model.records import Claim
from synopticon.text.persons import person_spans, safe_window

QUOTE_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands, and the exact text there.

    Attributes:
        core: where in its unit the number or name stands, so that "12 here and 12 there" are two statements.
    """

    document: str
    locator: str
    quote: str
    language: str | None = None
    core: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """What a claim is about: equipment by maker, brand, model and kind. A joint statement has several makers."""

    makers: tuple[str, ...] = ()
    brand: str | None = None
    model: str | None = None
    product_kind: str | None = None
    capability: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many, in the words of the source."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """How much, and what kind of amount it is."""

    amount: Decimal | None = None
    currency: str | None = None
    kind: str | None = None
    estimated_by: str | None = None


NO_THING, NO_COUNT, NO_MONEY = Thing(), Count(), Money()


def exactly(value: int | Decimal, unit: str | None = None) -> Count:
    """Return an exact count."""
    number = Decimal(value)
    return Count(number, number, number, unit, "exact")


def make_claim(
    evidence: Evidence,
    modality: str,
    *,
    extractor: str,
    thing: Thing = NO_THING,
    count: Count = NO_COUNT,
    money: Money = NO_MONEY,
    polarity: str = "affirmed",
    confidence: str = "medium",
    body: str | None = None,
    subject: str | None = None,
    date: str | None = None,
    attribution: str | None = None,
    supplier: str | None = None,
    buyer: str | None = None,
    code: str | None = None,
    title: str | None = None,
    basis: str | None = None,
) -> Claim:
    """Return a claim with its id. A negated claim carries no number: "none of our 212" is not 212."""
    if polarity == "negated":
        count = NO_COUNT
    maker = thing.makers[0] if thing.makers else None
    return Claim(
        claim=claim_id(evidence, modality, maker, count.value, money.amount),
        body=body,
        subject=subject,
        modality=modality,
        maker=maker,
        makers=thing.makers,
        brand=thing.brand,
        model=thing.model,
        product_kind=thing.product_kind,
        capability=thing.capability,
        quantity=count.value,
        low=count.low,
        high=count.high,
        unit=count.unit,
        qualifier=count.qualifier,
        amount=money.amount,
        currency=money.currency,
        amount_kind=money.kind,
        # Whoever is said to state an estimate made it, where nobody else is named.
        estimated_by=money.estimated_by or (attribution if money.kind == "estimate" else None),
        date=date,
        date_precision=precision_of(date),
        polarity=polarity,
        attribution=attribution,
        language=evidence.language,
        document=evidence.document,
        locator=evidence.locator,
        quote=evidence.quote,
        extractor=extractor,
        confidence=confidence,
        supplier=supplier,
        buyer=buyer,
        code=code,
        title=title,
        basis=basis,
    )


def claim_id(
    evidence: Evidence, modality: str, maker: str | None, quantity: Decimal | None, amount: Decimal | None
) -> str:
    """Return 16 hexadecimal digits that are the same in every run for the same statement at the same place."""
    parts = (evidence.document, evidence.locator, modality, maker, quantity, amount, evidence.core)
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def precision_of(date: str | None) -> str | None:
    """Tell how much of a date is said: ``year``, ``month``, ``day``, or ``partial`` when the year is missing."""
    if not date:
        return None
    if date.startswith("--"):
        return "partial"
    return {4: "year", 7: "month", 10: "day"}.get(len(date), "partial")


def text_evidence(  # noqa: PLR0917  # the parts of one statement
    document: str,
    unit: str,
    offset: int,
    text: str,
    span: tuple[int, int],
    core: tuple[int, int],
    language: str | None,
) -> Evidence | None:
    """Return the evidence for a span of running text, shrunk so that it is short and names no person.

    `text` begins at `offset` of its unit; `span` is the sentence or clause, `core` the part that must stay (the
    number, the maker). Null when even the core cannot be quoted without naming a person.
    """
    start, end = _trimmed(text, *span)
    if end - start > QUOTE_LIMIT or any(a < end and start < b for a, b in _persons(text)):
        window = safe_window(text, *core, QUOTE_LIMIT)
        if window is None:
            return None
        start, end = _on_words(text, (max(start, window[0]), min(end, window[1])), (start, end), core)
    if start >= end:
        return None
    place = (offset + core[0], offset + core[1])
    return Evidence(document, char_span(unit, offset + start, offset + end), text[start:end], language, place)


def cell_evidence(
    document: str, locator: str, text: str, core: tuple[int, int], language: str | None
) -> Evidence | None:
    """Return the evidence for a cell: the whole cell when it is short and names no person, else a part of it."""
    if len(text) <= QUOTE_LIMIT and not _persons(text):
        return Evidence(document, locator, text, language)
    window = safe_window(text, *core, QUOTE_LIMIT)
    if window is None:
        return None
    start, end = _trimmed(text, *window)
    return Evidence(document, char_span(locator, start, end), text[start:end], language)


def without_person(text: str | None) -> str | None:
    """Return a title, subject or attribution cut to what names no person, or null when nothing is left."""
    if not text or not _persons(text):
        return text or None
    return None


def with_basis(claim: Claim, basis: str) -> Claim:
    """Return the claim with the reason why figures must treat it differently (``vat``, ``reversal``, …)."""
    return replace(claim, basis=basis)


@lru_cache(maxsize=256)
def _persons(text: str) -> tuple[tuple[int, int], ...]:
    """Return where persons are named; a passage with ten claims is looked through once."""
    return tuple((span[0], span[1]) for span in person_spans(text))


def _on_words(text: str, window: tuple[int, int], span: tuple[int, int], core: tuple[int, int]) -> tuple[int, int]:
    """Move the ends of a window inwards to where a word begins and ends, but never into the core."""
    start, end = window
    if start > span[0] and not text[start - 1].isspace():
        blank = next((at for at in range(start, core[0]) if text[at].isspace()), start)
        start = blank
    if end < span[1] and not text[end : end + 1].isspace():
        end = next((at for at in range(end, core[1], -1) if text[at].isspace()), end)
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;،؛，；"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
