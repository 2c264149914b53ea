"""Registers of contracts: who supplies what, for how much in all and each year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from synopticon.model.locator import char_span
from synopticon.model.records import Claim, Mention, Quantity, Row
from synopticon.read.claims import NO_COUNT, Money, cell_evidence, make_claim
from synopticon.read.cue import matcher_of, plain
from synopticon.read.ledgers import bought, currency_in_row, is_subject, row_thing
from synopticon.read.notices import code_in, count_in, spans_of
from synopticon.read.rows import Sheet, text_of, title_of
from synopticon.read.rows_dates import cell_date
from synopticon.read.rows_numbers import cell_number

_AMOUNTS = (("amount", None), ("gross_amount", "gross"), ("annual_amount", "annual"))


def is_contracts(sheet: Sheet) -> bool:
    """Tell whether a table is a register of contracts: suppliers with titles or terms, and no equipment counted."""
    if sheet.column("supplier") is None or sheet.column("quantity", "model") is not None:
        return False
    return sheet.column("title", "description") is not None


def read_contracts(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Mention | Quantity | Claim]:
    """Yield the amounts of each contract on the subject; a contract without an amount is still a claim."""
    cues = matcher_of(sheet.language) or matcher_of("en")
    if cues is None:
        return
    columns = sheet.all("title", "description", "category", "product", "maker")
    for row in rows:
        if row.is_total:
            continue
        present = [column for column in columns if text_of(row, column)]
        spans = spans_of(row, present)
        code, use = code_in(" ".join(text_of(row, column) for column in sheet.all("code")))
        if not any(is_subject(span) for _, span in spans) and use != "core":
            continue
        for column, span in spans:
            locator = char_span(sheet.locator(row, column), span.start, span.end)
            yield Mention(
                sheet.document, locator, span.kind, span.id, span.text, sheet.language, span.maker, span.product_kind
            )
        words = plain(" ".join(text_of(row, column) for column in present))
        thing = bought(row_thing(spans), words, cues)
        places: list[tuple[int, Decimal | None, str | None]] = [
            (column, value, basis)
            for field, basis in _AMOUNTS
            for column in sheet.all(field)
            if (value := cell_number(row.cells[column])) is not None
        ]
        for column, value, basis in places or [(column, None, None) for column in present[:1]]:
            evidence = cell_evidence(
                sheet.document,
                sheet.locator(row, column),
                row.cells[column],
                (0, min(40, len(row.cells[column]))),
                sheet.language,
            )
            if evidence is None:
                continue
            yield make_claim(
                evidence,
                "contracted",
                extractor="contract",
                thing=thing,
                count=NO_COUNT if value is not None else count_in(row, [column], sheet.language),
                money=Money(value, currency_in_row(sheet, row, column), "award") if value is not None else Money(),
                confidence="medium",
                body=sheet.body,
                supplier=text_of(row, sheet.column("supplier")) or None,
                buyer=text_of(row, sheet.column("body")) or None,
                date=cell_date(text_of(row, sheet.column("start_date", "date"))),
                code=code,
                title=title_of(sheet, row),
                basis=basis,
            )
