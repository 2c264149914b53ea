"""Notices of procurement: what is sought and what was awarded, where the code or the words are of the subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from synopticon import reference
from synopticon.model.locator import char_span
from synopticon.model.records import Claim, Mention, Quantity, Row
from synopticon.read.claims import NO_COUNT, NO_MONEY, Count, Evidence, Money, Thing, cell_evidence, make_claim
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.ledgers import bought, currency_in_row, is_subject, row_thing
from synopticon.read.mentions import find_mentions
from synopticon.read.quantities import find_quantities
from synopticon.read.rows import Sheet, text_of, title_of
from synopticon.read.rows_dates import cell_date
from synopticon.read.rows_numbers import cell_number
from synopticon.read.spans import MentionSpan
from synopticon.text.language import language_of

_TEXTS = ("title", "description", "category", "product", "model", "maker")


def read_notices(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Mention | Quantity | Claim]:
    """Yield a claim per notice of the subject: planned with a ceiling for a tender, contracted for an award."""
    for row in rows:
        if not row.is_total:
            yield from _read_notice(sheet, row)


def _read_notice(sheet: Sheet, row: Row) -> Iterator[Mention | Quantity | Claim]:
    columns = [column for column in sheet.all(*_TEXTS) if text_of(row, column)]
    code, use = code_in(" ".join(text_of(row, column) for column in sheet.all("code")))
    spans = spans_of(row, columns)
    named = [span for _, span in spans if is_subject(span)]
    if not named and use != "core":
        return
    words = " ".join(text_of(row, column) for column in columns)
    language = sheet.language or language_of(words)
    cues = matcher_of(language) or matcher_of("en")
    if cues is None:
        return
    for column, span in spans:
        locator = char_span(sheet.locator(row, column), span.start, span.end)
        yield Mention(sheet.document, locator, span.kind, span.id, span.text, language, span.maker, span.product_kind)
    thing = bought(row_thing(spans), plain(words), cues)
    yield from _claims(
        sheet, row, columns, thing, code, language, cues, "high" if named and code else "medium" if named else "low"
    )


def _claims(  # noqa: PLR0917  # the parts of one statement
    sheet: Sheet,
    row: Row,
    columns: list[int],
    thing: Thing,
    code: str | None,
    language: str | None,
    cues: Matcher,
    confidence: str,
) -> Iterator[Claim]:
    kind = plain(
        " ".join(text_of(row, column) for column in sheet.all("notice_kind", "procedure", "status", "amount_kind"))
    )
    supplier = text_of(row, sheet.column("supplier"))
    amount_kind = plain(text_of(row, sheet.column("amount_kind")))
    is_award = bool(supplier) or amount_kind in {"award", "obligation"} or cues.has("notice_award", kind)
    if amount_kind == "ceiling" or (cues.has("tender", kind) and not supplier):
        is_award = False
    modality = "contracted" if is_award else "planned"
    words = plain(" ".join(text_of(row, column) for column in columns))
    stated = (
        amount_kind if amount_kind in {"ceiling", "award", "call_off", "budget", "estimate", "obligation"} else None
    )
    money_kind = stated or ("award" if is_award else "ceiling")
    if money_kind == "award" and (cues.has("framework", words) or cues.has("framework", kind)):
        money_kind = "ceiling"
    count = count_in(row, columns, language) if columns else NO_COUNT
    amounts = [(c, value) for c in sheet.all("amount", "gross_amount") if (value := cell_number(row.cells[c]))]
    named = thing.makers or count.value is not None
    for column, value in amounts[:1]:
        evidence = cell_evidence(sheet.document, sheet.locator(row, column), row.cells[column], (0, 1), language)
        if evidence is not None:
            money = Money(value, currency_in_row(sheet, row, column), money_kind)
            yield _claim(sheet, row, evidence, modality, thing, NO_COUNT, money, code, confidence)
    if not columns or (amounts and not named):
        return
    # What is sought or bought stands in the words, how much in another cell: two places, two claims.
    column, core = _place(row, columns, thing, count)
    evidence = cell_evidence(sheet.document, sheet.locator(row, column), row.cells[column], core, language)
    if evidence is not None:
        held = count if _holds(evidence.quote, count) else NO_COUNT
        yield _claim(sheet, row, evidence, modality, thing, held, NO_MONEY, code, confidence)


def _place(row: Row, columns: list[int], thing: Thing, count: Count) -> tuple[int, tuple[int, int]]:
    """Return the cell that states the number, else one that names the maker, else the first; and the words there."""
    for column in columns:
        for span in find_quantities(row.cells[column]):
            if span.kind == "count" and span.product_kind and span.value == count.value is not None:
                return column, (span.start, span.end)
    for column, mention in spans_of(row, columns):
        if mention.maker is not None and mention.maker in thing.makers:
            return column, (mention.start, mention.end)
    return columns[0], (0, min(40, len(row.cells[columns[0]])))


def _claim(  # noqa: PLR0917  # the parts of one statement
    sheet: Sheet,
    row: Row,
    evidence: Evidence,
    modality: str,
    thing: Thing,
    count: Count,
    money: Money,
    code: str | None,
    confidence: str,
) -> Claim:
    date = next((found for c in sheet.all("date", "start_date") if (found := cell_date(text_of(row, c)))), None)
    return make_claim(
        evidence,
        modality,
        extractor="notice",
        thing=thing,
        count=count,
        money=money,
        confidence=confidence,
        body=sheet.body,
        subject=text_of(row, sheet.column("body")) or None,
        supplier=text_of(row, sheet.column("supplier")) or None,
        buyer=text_of(row, sheet.column("body")) or None,
        date=date,
        code=code,
        title=title_of(sheet, row),
    )


def _holds(quote: str, count: Count) -> bool:
    return count.value is not None and any(span.value == count.value for span in find_quantities(quote))


def count_in(row: Row, columns: list[int], language: str | None) -> Count:
    """Return how many things the text cells of a row count, by the first that does."""
    for column in columns:
        for span in find_quantities(row.cells[column], language=language):
            if span.kind == "count" and span.product_kind and isinstance(span.value, Decimal):
                return Count(span.value, span.low, span.high, span.unit, span.qualifier)
    return NO_COUNT


def spans_of(row: Row, columns: list[int]) -> list[tuple[int, MentionSpan]]:
    """Return what the text cells of a row name; the cells stand near one another."""
    joined = "\n".join(row.cells[column] for column in columns)
    bounds, start = [], 0
    for column in columns:
        bounds.append((start, start + len(row.cells[column]), column))
        start += len(row.cells[column]) + 1
    spans = []
    for span in find_mentions(joined):
        place = next(((a, c) for a, b, c in bounds if a <= span.start and span.end <= b), None)
        if place is not None:
            a, column = place
            moved = MentionSpan(
                span.start - a, span.end - a, span.kind, span.id, span.text, span.maker, span.product_kind
            )
            spans.append((column, moved))
    return spans


def code_in(text: str) -> tuple[str | None, str | None]:
    """Return the first code of the subject in a cell of codes and its use, the core ones first; else nulls."""
    found = [
        (use, known)
        for word in text.replace(";", " ").replace(",", " ").split()
        if (known := _codes().get(word.split("-")[0]))
        for use in (known[1],)
    ]
    best = min(
        found,
        key=lambda pair: ("core", "beside", "note").index(pair[0]) if pair[0] in {"core", "beside"} else 2,
        default=None,
    )
    return best[1] if best is not None else (None, None)


@cache
def _codes() -> dict[str, tuple[str, str]]:
    return {row.code.split("-")[0]: (row.code, row.use) for row in reversed(reference.codes())}
