"""Ledgers of payments: only rows that name something of the subject go on, marked where they are tax or taken back."""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources
from itertools import islice

import ahocorasick_rs

from synopticon import reference
from synopticon.model.locator import char_span
from synopticon.model.records import Claim, Mention, Quantity, Row
from synopticon.read.claims import (
    NO_COUNT,
    Count,
    Money,
    Thing,
    cell_evidence,
    make_claim,
    with_basis,
)
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.ledger_pairs import TAKES_BACK, with_reversals, without_repeats
from synopticon.read.lexicon import default_lexicon
from synopticon.read.mentions import find_mentions
from synopticon.read.models import default_patterns
from synopticon.read.quantities import find_quantities
from synopticon.read.reply_words import reversal_words
from synopticon.read.rows import Sheet, row_context, text_of
from synopticon.read.rows_dates import cell_date
from synopticon.read.rows_numbers import cell_number, currency_of
from synopticon.read.rows_things import thing_of
from synopticon.read.spans import MentionSpan

_CHUNK = 4096
_NEAR_ROWS = 3
_TEXT_FIELDS = ("description", "title", "category", "product", "model", "maker")
#: Scopes of capabilities that need a word of the subject beside them.
_BESIDE = {"context", "contract_type"}
_ACRONYM = re.compile(r"[A-Z][B-DF-HJ-NP-TV-Z]{2,4}")
_STRONG = {"maker", "brand", "model", "product", "capability"}
#: The usual rate, which tells a row of tax without a word; the others need one.
_VAT_USUAL = Decimal("0.2")
_VAT_RANGE = (Decimal("0.03"), Decimal("0.28"))
_CENT = Decimal("0.011")


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that names something of the subject, in its text or only in the supplier's name.

    A row that `takes_back` another names nothing of it; it counts only beside the payment that it takes back.
    """

    row: Row
    spans: tuple[tuple[int, MentionSpan], ...]
    is_weak: bool
    takes_back: bool = False


def is_ledger(sheet: Sheet) -> bool:
    """Tell whether a table is a ledger: its columns say so, or it has suppliers, amounts and dates of payment."""
    if sheet.grid.kind == "ledger" or sheet.source_kind == "ledger":
        return sheet.column("amount", "gross_amount") is not None
    return False


def read_ledger(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Mention | Quantity | Claim]:
    """Yield a claim per payment that names the subject; VAT rows and reversals are marked in `basis`."""
    cues = matcher_of(sheet.language) or matcher_of("en")
    amount = sheet.column("amount", "gross_amount")
    if cues is None or amount is None:
        return
    claims: list[Claim] = []
    for hit, near in _hits(sheet, rows):
        for record in _records(sheet, hit, cues):
            if isinstance(record, Claim) and hit.takes_back:
                claims += [with_basis(record, TAKES_BACK)] if record.basis != "vat" else []
            elif isinstance(record, Claim):
                claims.append(replace(record, context=row_context(sheet, hit.row, record.quote)))
                claims.extend(_vat_rows(sheet, hit.row, near, record, cues))
            else:
                yield record
    yield from with_reversals(without_repeats(claims))


def _hits(sheet: Sheet, rows: Iterable[Row]) -> Iterator[tuple[Hit, list[Row]]]:
    """Yield rows with a hit and their neighbours, looking at many rows at once."""
    columns = [*sheet.all(*_TEXT_FIELDS)]
    supplier = sheet.column("supplier")
    looked: tuple[int, ...] = tuple(dict.fromkeys([*columns, *([] if supplier is None else [supplier])])) or tuple(
        range(len(sheet.grid.header))
    )
    iterator = iter(rows)
    before: list[Row] = []
    chunk = list(islice(iterator, _CHUNK))
    while chunk:
        following = list(islice(iterator, _CHUNK))
        rows_here = before + chunk + following[:_NEAR_ROWS]
        for index in _candidates(chunk, looked):
            hit = _hit(chunk[index], columns, supplier)
            if hit is not None:
                at = index + len(before)
                yield hit, rows_here[max(0, at - _NEAR_ROWS) : at] + rows_here[at + 1 : at + 1 + _NEAR_ROWS]
        before, chunk = chunk[-_NEAR_ROWS:], following


def _candidates(rows: list[Row], columns: tuple[int, ...]) -> list[int]:
    """Return the numbers of the rows in which some word of the subject may stand.

    The cells of all rows are one text for one pass; what a word means is decided later, on the few rows it hits.
    """
    parts: list[str] = []
    starts: list[int] = []
    position = 0
    for row in rows:
        cells = row.cells
        starts.append(position)
        text = "\n".join([cells[column] for column in columns])
        parts.append(text)
        position += len(text) + 1
    text = "\n".join(parts)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = plain(text)
    found: set[int] = set()
    for _, start, end in _row_filter().find_matches_as_indexes(lowered):
        if start and lowered[start - 1].isascii() and lowered[start - 1].isalpha() and lowered[start].isalpha():
            continue
        del end
        found.add(bisect_right(starts, start) - 1)
    return sorted(found)


@cache
def _row_filter() -> ahocorasick_rs.AhoCorasick:
    """Return the automaton of all words that may make a row worth reading, and of the beginnings of model numbers."""
    lexicon = default_lexicon()
    words = {
        word
        for word, entry in zip(lexicon.words, lexicon.entries, strict=True)
        if entry.kind in {"maker", "brand"} or entry.is_subject or (entry.kind == "product" and entry.maker)
    }
    for pattern in default_patterns().rows:
        words |= {_beginning(example) for example in pattern.examples if len(_beginning(example)) > 3}
    words.update(reversal_words())
    return ahocorasick_rs.AhoCorasick(sorted(words), matchkind=ahocorasick_rs.MatchKind.LeftmostFirst)


def _beginning(example: str) -> str:
    """Return the letters of a model number up to its first digit, one digit included."""
    for index, letter in enumerate(example):
        if letter.isdigit():
            return example[: index + 1].lower()
    return ""


def _hit(row: Row, columns: list[int], supplier: int | None) -> Hit | None:
    """Read the cells of a row; null when what looked like the subject is not."""
    if row.is_total:
        return None
    name = text_of(row, supplier)
    cells = [(column, row.cells[column]) for column in columns if column != supplier and row.cells[column].strip()]
    # The supplier's name is read together with the description, so that a firm of another trade is told by it.
    spans: list[tuple[int, MentionSpan]] = []
    joined = "\n".join([*(text for _, text in cells), name])
    start = 0
    bounds = []
    for column, text in cells:
        bounds.append((start, start + len(text), column))
        start += len(text) + 1
    found = find_mentions(joined)
    for span in found:
        place = next(((a, c) for a, b, c in bounds if a <= span.start and span.end <= b), None)
        if place is not None:
            a, column = place
            spans.append(
                (
                    column,
                    MentionSpan(
                        span.start - a, span.end - a, span.kind, span.id, span.text, span.maker, span.product_kind
                    ),
                )
            )
    if any(span.kind in _STRONG and is_subject(span) for _, span in spans):
        return Hit(row, tuple(spans), is_weak=False)
    in_name = [span for span in found if span.start >= start]
    if any(_names_trade(span) for span in in_name):
        return Hit(row, (), is_weak=True)
    lowered = joined[:start].lower()
    takes_back = any(word in lowered for word in reversal_words())
    return Hit(row, (), is_weak=True, takes_back=True) if takes_back else None


def is_subject(span: MentionSpan) -> bool:
    """Tell whether a mention belongs to the subject; a word that is merely a thing ("licence") does not."""
    if span.kind == "product" and span.maker is None:
        return span.text.casefold() in _subject_words()
    if span.kind == "capability":
        return span.id in _capabilities_of_the_subject()
    return span.maker is None or span.kind == "model" or span.maker in _makers_of_the_subject()


@cache
def _capabilities_of_the_subject() -> frozenset[str]:
    """Return the capabilities that tell the subject by themselves; cloud services beside it are only context."""
    return frozenset(row.capability for row in reference.capabilities() if row.scope not in _BESIDE)


def _names_trade(span: MentionSpan) -> bool:
    """Tell whether a word in a supplier's name tells its trade: an acronym of the subject does, "cameras" does not.

    Ledgers are often in capitals throughout, so an acronym is told by its letters: no vowel after the first.
    """
    is_acronym = any(_ACRONYM.fullmatch(word) for word in span.text.split())
    return span.kind in {"product", "capability"} and is_acronym and is_subject(span)


def row_thing(spans: Sequence[tuple[int, MentionSpan]]) -> Thing:
    """Return what a row is about: the kind comes from the first cell that has a word of the subject.

    A long description counts brackets and hard disks too; its title says what is bought.
    """
    listed = [span for _, span in spans]
    thing = thing_of(listed)
    if thing.model is not None:
        return thing
    for column in dict.fromkeys(column for column, _ in spans):
        words = [span for place, span in spans if place == column and span.kind == "product" and is_subject(span)]
        kind = thing_of(words).product_kind
        if kind is not None:
            return replace(thing, product_kind=kind)
    return thing


@cache
def _makers_of_the_subject() -> frozenset[str]:
    """Return the makers that are listed or whose sector names equipment; a seller of clouds and licences is not one."""
    listed = {row.maker for row in reference.designations() if row.maker}
    return frozenset(row.maker for row in reference.makers() if row.maker in listed or find_mentions(row.sector))


@cache
def _subject_words() -> frozenset[str]:
    lexicon = default_lexicon()
    return frozenset(
        word
        for word, entry in zip(lexicon.words, lexicon.entries, strict=True)
        if entry.kind == "product" and entry.is_subject
    )


def _records(sheet: Sheet, hit: Hit, cues: Matcher) -> Iterator[Mention | Quantity | Claim]:
    row = hit.row
    for column, span in hit.spans:
        locator = char_span(sheet.locator(row, column), span.start, span.end)
        yield Mention(
            sheet.document, locator, span.kind, span.id, span.text, sheet.language, span.maker, span.product_kind
        )
    paid = _amount(sheet, row)
    if paid is None:
        return
    column, value, basis = paid
    evidence = cell_evidence(
        sheet.document, sheet.locator(row, column), row.cells[column], (0, len(row.cells[column])), sheet.language
    )
    if evidence is None:
        return
    words = " ".join(text_of(row, c) for c in dict.fromkeys(c for c, _ in hit.spans))
    all_words = " ".join(text_of(row, c) for c in sheet.all("description", "title", "product"))
    thing = bought(row_thing(hit.spans), plain(all_words or words), cues) if not hit.is_weak else Thing()
    if cues.has("vat_row", plain(all_words)):
        basis = "vat"
    counted = _quantity(sheet, row, hit)
    count = NO_COUNT
    if counted is not None:
        # The place of a counted claim is where the number stands; the amount is in another cell of the same row.
        place, core, count = counted
        held = cell_evidence(sheet.document, sheet.locator(row, place), row.cells[place], core, sheet.language)
        evidence, count = (held, count) if held is not None else (evidence, NO_COUNT)
    yield make_claim(
        evidence,
        "paid",
        extractor="ledger",
        thing=thing,
        count=count,
        money=Money(value, currency_in_row(sheet, row, column), _kind(sheet, row, column, cues)),
        confidence="low" if hit.is_weak else "high" if thing.makers else "medium",
        body=sheet.body,
        supplier=text_of(row, sheet.column("supplier")) or None,
        buyer=text_of(row, sheet.column("body")) or None,
        date=_date(sheet, row),
        title=(all_words or words)[:200] or None,
        basis=basis or ("supplier_name" if hit.is_weak else None),
    )


def bought(thing: Thing, words: str, cues: Matcher) -> Thing:
    """Return the thing with the kind of what was bought: cleaning a control room buys a service, not a camera."""
    kind = thing.product_kind
    if cues.has("utility", words):
        # "Supply" of current to a mast is no supply of masts.
        kind = "service"
    elif not cues.has("purchase", words):
        kinds = (("maintenance", "service_maintenance"), ("service", "service"))
        kind = next((name for cue, name in kinds if cues.has(cue, words)), kind)
    return Thing(thing.makers, thing.brand, thing.model, kind, thing.capability)


def _amount(sheet: Sheet, row: Row) -> tuple[int, Decimal, str | None] | None:
    for field, basis in (("amount", None), ("gross_amount", "gross")):
        for column in sheet.all(field):
            value = cell_number(row.cells[column])
            if value is not None:
                return column, value, basis
    return None


def _kind(sheet: Sheet, row: Row, column: int, cues: Matcher) -> str:
    header = plain(sheet.grid.header[column] + " " + sheet.grid.title)
    stated = plain(text_of(row, sheet.column("amount_kind")))
    return "invoice" if cues.has("invoice", header + " " + stated) else "paid"


def currency_in_row(sheet: Sheet, row: Row, column: int) -> str | None:
    """Return the currency of an amount: of its row, its cell, its header, the table, or the body's country."""
    stated = text_of(row, sheet.column("currency"))
    if stated:
        return currency_of(stated) or (stated if len(stated) == 3 and stated.isupper() else None)
    signs = "".join(letter for letter in row.cells[column] if not letter.isalnum() and not letter.isspace())
    return (
        currency_of(signs)
        or currency_of(sheet.grid.header[column])
        or currency_of(sheet.grid.title)
        or _currency_of_country(sheet.body)
    )


@cache
def _currency_of_country(body: str | None) -> str | None:
    """Return the currency of a body that a register places in a country with one; null for a body it does not know."""
    country = next((known.country for known in reference.bodies() if known.body == body), None) if body else None
    table = resources.files("synopticon.read").joinpath("country_currency.csv").read_text(encoding="utf-8")
    return next((row["currency"] for row in csv.DictReader(table.splitlines()) if row["country"] == country), None)


def _date(sheet: Sheet, row: Row) -> str | None:
    column = sheet.column("date", "start_date")
    return cell_date(text_of(row, column)) if column is not None else None


def _quantity(sheet: Sheet, row: Row, hit: Hit) -> tuple[int, tuple[int, int], Count] | None:
    """Return how many things the row's words count ("5 number recorders"), and where they say so."""
    column = sheet.column("quantity")
    if column is not None and (number := cell_number(row.cells[column])) is not None:
        return column, (0, len(row.cells[column])), Count(number, number, number, None, "exact")
    for place in dict.fromkeys(column for column, _ in hit.spans):
        for span in find_quantities(row.cells[place], language=sheet.language):
            if span.kind == "count" and span.product_kind and isinstance(span.value, Decimal):
                return place, (span.start, span.end), Count(span.value, span.low, span.high, span.unit, span.qualifier)
    return None


def _vat_rows(sheet: Sheet, row: Row, near: list[Row], claim: Claim, cues: Matcher) -> Iterator[Claim]:
    """Yield the VAT that stands in a row of its own beside a payment: same supplier, same day, a tax's share of it."""
    if claim.amount is None or claim.basis == "vat":
        return
    supplier, day = text_of(row, sheet.column("supplier")), text_of(row, sheet.column("date"))
    for other in near:
        paid = _amount(sheet, other)
        if paid is None or text_of(other, sheet.column("supplier")) != supplier:
            continue
        column, value, _ = paid
        if text_of(other, sheet.column("date")) != day or value * claim.amount <= 0:
            continue
        words = plain(" ".join(text_of(other, c) for c in sheet.all("description", "title", "category")))
        is_share = abs(value - claim.amount * _VAT_USUAL) < _CENT
        is_named = cues.has("vat", words) and _VAT_RANGE[0] <= value / claim.amount <= _VAT_RANGE[1]
        if not (is_share or is_named):
            continue
        evidence = cell_evidence(
            sheet.document,
            sheet.locator(other, column),
            other.cells[column],
            (0, len(other.cells[column])),
            sheet.language,
        )
        if evidence is None:
            continue
        yield make_claim(
            evidence,
            "paid",
            extractor="ledger",
            money=Money(value, claim.currency, claim.amount_kind),
            body=sheet.body,
            supplier=claim.supplier,
            buyer=claim.buyer,
            date=claim.date,
            title=words[:200] or None,
            basis="vat",
        )
