"""Tables of equipment: asset registers, the tables of letters, answers in two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import chain, islice

from synopticon.model.records import Claim, Mention, Quantity, Row
from synopticon.read.claims import NO_COUNT, Count, Money, Thing, cell_evidence, exactly, make_claim
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.legends import codes_in, column_of_codes, decoded_columns
from synopticon.read.quantities import find_quantities
from synopticon.read.register_columns import parted, recast, with_field, with_totals
from synopticon.read.register_outline import Outline
from synopticon.read.register_plan import Plan, answer_columns, context_of, plan_of, signs_of, state_in
from synopticon.read.register_series import earlier_columns, earlier_rows
from synopticon.read.reply_words import reply_matcher
from synopticon.read.rows import Sheet, row_context, text_of
from synopticon.read.rows_numbers import cell_number, currency_of
from synopticon.read.rows_things import CellReader, Found, kind_beside_subject, whole_cell
from synopticon.text.language import language_of

#: How many rows are looked at to learn what the columns of a table hold.
_SAMPLE = 200
#: Sources that are lists of equipment, where a row without a maker still is a thing.
_LISTS = {"assets", "register"}


def read_register(
    sheet: Sheet,
    rows: Iterable[Row],
    explained: Mapping[str, str] | None = None,
    meanings: Mapping[str, str] | None = None,
) -> Iterator[Mention | Quantity | Claim]:
    """Yield a claim per counted thing: a row, or each counting cell of a row that has several.

    Args:
        sheet: the table.
        rows: its rows.
        explained: codes for makers that the text around the table explains.
        meanings: codes for anything that other tables of the document explain.
    """
    iterator = iter(rows)
    sample = list(islice(iterator, _SAMPLE))
    sheet, sample, iterator = parted(sheet, sample, iterator)
    codes = {**codes_in(cell for row in sample for cell in row.cells if cell.strip()), **(explained or {})}
    column = column_of_codes((row.cells for row in sample), codes)
    codes = codes if column is not None else {}
    if column is not None:
        sheet = with_field(sheet, column, "maker")
    decoded = decoded_columns(sample, meanings or {})
    for coded, field in decoded.items():
        sheet = with_field(sheet, coded, field)
    sheet = recast(sheet, sample)
    language = sheet.language or language_of(" ".join(sheet.grid.header))
    reader = CellReader(language, context_of(sheet), codes)
    cues = matcher_of(reader.language) or matcher_of("en")
    if cues is None:
        return
    if (answer := answer_columns(sheet, sample, cues)) is not None:
        from synopticon.read.claims_questions import read_answer_rows  # noqa: PLC0415  # needed by few tables

        yield from read_answer_rows(sheet, chain(sample, iterator), answer, cues)
        return
    if len(sample) < _SAMPLE:
        sample = with_totals(sample, names_things=sheet.all("maker", "model"))
    plan = replace(plan_of(sheet, sample, reader, cues), decoded=tuple(decoded), meanings=meanings or {})
    plan = _of_today(sheet, sample, plan, cues)
    outline = Outline(sheet, sample, reader, reply_matcher(cues.language))
    for row in chain(sample, iterator):
        if row.is_total or outline.is_heading(row):
            continue
        for record in _read_row(sheet, row, plan, reader, cues, outline.carried(row)):
            yield (
                replace(record, context=row_context(sheet, row, record.quote)) if isinstance(record, Claim) else record
            )


def _of_today(sheet: Sheet, sample: list[Row], plan: Plan, cues: Matcher) -> Plan:
    """Return the plan without columns of earlier years, and with the rows of earlier years told."""
    if sheet.source_kind in _LISTS:
        return plan
    columns = [column for column, _, _ in plan.counts]
    past = earlier_columns(sheet, sample, columns, cues)
    counts = tuple(count for count in plan.counts if count[0] not in past)
    return replace(plan, counts=counts, earlier=earlier_rows(sheet, sample, columns, cues))


def _read_row(  # noqa: PLR0917  # the parts of one statement
    sheet: Sheet, row: Row, plan: Plan, reader: CellReader, cues: Matcher, carried: Thing
) -> Iterator[Mention | Quantity | Claim]:
    texts = tuple(plan.said(row, column) for column in plan.names)
    cells = [
        (column, whole_cell(found, row.cells[column]) if column in plan.decoded else found)
        for column, found in zip(plan.names, reader.row(texts), strict=True)
    ]
    caption = replace(
        plan.caption,
        makers=carried.makers or plan.caption.makers,
        product_kind=carried.product_kind or plan.caption.product_kind,
    )
    thing, where = _row_thing(cells, caption)
    if where is None and carried.makers:
        where = next((column for column in plan.names if text_of(row, column)), None)
    if thing.product_kind is None and thing.makers:
        thing = replace(thing, product_kind=_kind_beside(sheet, row, plan))
    for column, found in cells:
        yield from _mentions(sheet, row, column, found, reader.language)
    modality, state_basis = _row_modality(sheet, row, plan, cues)
    confidence = "high" if thing.makers and modality != "other" else "medium"
    if row.row in plan.earlier:
        modality, state_basis = "other", "earlier"
    if row.is_hidden:
        state_basis, confidence = "hidden_row", "low"
    for column, header, header_state in plan.counts:
        yield from _counted(
            sheet, row, column, _joined(thing, header), header_state or modality, plan, reader, confidence, state_basis
        )
    if where is None and not thing.makers:
        where = _nameless(sheet, row, plan, cells, thing)
    if plan.is_one_per_row and where is not None:
        evidence = cell_evidence(
            sheet.document, sheet.locator(row, where), row.cells[where], (0, len(row.cells[where])), reader.language
        )
        if evidence is not None:
            yield make_claim(
                evidence,
                modality,
                extractor="register",
                thing=thing,
                count=_stated(row.cells[where], reader.language) or exactly(1),
                confidence=confidence,
                body=sheet.body,
                basis=state_basis or plan.basis,
            )
    elif not plan.counts and thing.makers and where is not None:
        evidence = cell_evidence(
            sheet.document, sheet.locator(row, where), row.cells[where], (0, len(row.cells[where])), reader.language
        )
        if evidence is not None:
            yield make_claim(
                evidence,
                modality,
                extractor="register",
                thing=thing,
                confidence="medium",
                body=sheet.body,
                basis=state_basis or plan.basis,
            )
    if thing.makers or thing.product_kind:
        yield from _amounts(sheet, row, thing, plan, reader)


def _stated(text: str, language: str | None) -> Count | None:
    """Return how many things the words of a row count ("Supply of 3 cameras"), null when they count none."""
    for span in find_quantities(text, language=language):
        if span.kind == "count" and span.product_kind and isinstance(span.value, Decimal):
            return Count(span.value, span.low, span.high, span.unit, span.qualifier)
    return None


def _nameless(sheet: Sheet, row: Row, plan: Plan, cells: list[tuple[int, Found]], thing: Thing) -> int | None:
    """Return the cell that stands for a thing of no named maker: its word for the kind, or what tells it apart."""
    kind = thing.product_kind
    if kind is None or kind == "platform" or kind.startswith("service") or plan.counts:
        return None
    own = next((column for column, found in cells if found.thing.product_kind == kind), None)
    if own is not None or sheet.source_kind not in _LISTS:
        return own
    return next((column for column in range(len(row.cells)) if text_of(row, column)), None)


def _kind_beside(sheet: Sheet, row: Row, plan: Plan) -> str | None:
    naming = (c for c in plan.names if sheet.grid.fields[c] in {"product", "category", "description", "title", ""})
    return next((kind for c in naming if (kind := kind_beside_subject(text_of(row, c).lower()))), None)


def _row_thing(cells: list[tuple[int, Found]], caption: Thing) -> tuple[Thing, int | None]:
    """Join what the cells of a row name: the model tells most, then the maker's column, then the other words."""
    makers: tuple[str, ...] = ()
    model = brand = kind = None
    kinds: list[str] = []
    where: int | None = None
    for column, found in cells:
        thing = found.thing
        if thing.model and model is None:
            model, kind, where = thing.model, thing.product_kind, column
            makers = makers or thing.makers
        if thing.makers and not makers:
            makers, where = thing.makers, column if where is None else where
        brand = brand or thing.brand
        if thing.product_kind and not thing.model:
            kinds.append(thing.product_kind)
    makers = makers or caption.makers
    kind = kind or (kinds[0] if kinds else caption.product_kind)
    return Thing(makers=makers, brand=brand, model=model, product_kind=kind), where


def _joined(thing: Thing, header: Thing) -> Thing:
    """Let the header of a counting column name the maker, and the kind where the row names none of its own."""
    makers = header.makers or thing.makers
    own = thing.product_kind if thing.model or not header.product_kind else None
    return replace(
        thing,
        makers=makers,
        brand=thing.brand or header.brand,
        product_kind=own or header.product_kind or thing.product_kind,
    )


def _row_modality(sheet: Sheet, row: Row, plan: Plan, cues: Matcher) -> tuple[str, str | None]:
    for column in plan.statuses:
        status = plain(plan.said(row, column))
        words = reply_matcher(cues.language)
        state = "removed" if words is not None and words.has("gone", status) else state_in(status, cues)
        if state is not None:
            return (
                "owned" if state in {"installed", "used", "delivered"} and plan.modality == "owned" else state
            ), None
    remarked = _remarked(sheet, row, cues)
    if remarked is not None:
        return remarked, None
    for column, header in enumerate(sheet.grid.header):
        # "Removed: 2018-04" is a date of removal; an empty cell says that it was not removed.
        text = plain(text_of(row, column))
        state = state_in(plain(header), cues)
        if (
            state == "removed"
            and text
            and not cues.has("nothing", text)
            and not _is_small(text)
            and column not in {c for c, _, _ in plan.counts}
        ):
            return "removed", None
    return plan.modality, plan.basis


def _is_small(text: str) -> bool:
    """Tell whether a cell is a number that is no year: how many were removed, not when."""
    number = cell_number(text)
    return number is not None and not _YEARS[0] <= number <= _YEARS[1]


_YEARS = (Decimal(1970), Decimal(2045))
_REMARK = 60


def _remarked(sheet: Sheet, row: Row, cues: Matcher) -> str | None:
    """Return what a remark says of the things of a row: planned, removed, or somebody else's (``other``)."""
    words = reply_matcher(cues.language)
    if words is None:
        return None
    for column, header in enumerate(sheet.grid.header):
        text = plain(text_of(row, column))
        if not text or len(text) > _REMARK or not words.has("remarks", plain(header)):
            continue
        if any(words.has(name, text) for name in ("stranger", "owned_elsewhere", "returned")):
            return "other"
        if words.has("gone", text):
            return "removed"
        if state_in(text, cues) in {"planned", "removed"} or words.has("intended", text):
            return "removed" if state_in(text, cues) == "removed" else "planned"
    return None


def _counted(  # noqa: PLR0917  # the parts of one statement
    sheet: Sheet,
    row: Row,
    column: int,
    thing: Thing,
    modality: str,
    plan: Plan,
    reader: CellReader,
    confidence: str,
    basis: str | None,
) -> Iterator[Quantity | Claim]:
    text = text_of(row, column)
    # Beside columns of makers, a column of none is their total.
    is_listed = (
        sheet.source_kind in {*_LISTS, "replies"}
        and thing.product_kind not in {None, "platform"}
        and not any(header.makers for _, header, _ in plan.counts)
    )
    if not text or not (thing.makers or thing.model or is_listed):
        return
    if not thing.makers and (named := reader.thing(text).makers) and any(map(str.isdigit, text)):
        # "Make A x 8, Make B x 4" under "Cameras": the cell is a list of its own.
        yield from _listed(sheet, row, column, thing, named, modality, reader.language)
        return
    count = reader.count(text)
    if count is None or (count.value == 0 and not (thing.makers or thing.model)):
        return
    locator = sheet.locator(row, column)
    evidence = cell_evidence(sheet.document, locator, row.cells[column], (0, len(row.cells[column])), reader.language)
    if evidence is None:
        return
    polarity = "negated" if count.value == 0 else "affirmed"
    if polarity == "affirmed":
        yield Quantity(
            sheet.document,
            evidence.locator,
            "count",
            None if count.value is None else str(count.value),
            count.low,
            count.high,
            count.unit,
            count.qualifier or "exact",
            None,
            evidence.quote,
            reader.language,
        )
    yield make_claim(
        evidence,
        modality,
        extractor="register",
        thing=thing,
        count=replace(count, unit=count.unit or _unit(sheet.grid.header[column]))
        if polarity == "affirmed"
        else NO_COUNT,
        polarity=polarity,
        confidence=confidence,
        body=sheet.body,
        basis=basis or plan.basis,
    )


def _listed(  # noqa: PLR0917  # the parts of one statement
    sheet: Sheet, row: Row, column: int, thing: Thing, named: tuple[str, ...], modality: str, language: str | None
) -> Iterator[Claim]:
    from synopticon.read.claims_cells import cell_claims  # noqa: PLC0415  # needed by few tables

    for claim in cell_claims(sheet, sheet.locator(row, column), row.cells[column], language):
        if claim.maker in named:
            there = modality if claim.modality == "owned" else claim.modality
            yield replace(claim, product_kind=claim.product_kind or thing.product_kind, modality=there)


def _unit(header: str) -> str | None:
    return " ".join(header.split()).lower()[:60] or None


def _amounts(sheet: Sheet, row: Row, thing: Thing, plan: Plan, reader: CellReader) -> Iterator[Claim]:
    """Yield the amounts of a row: its line cost, or the unit price where that is all there is."""
    columns = list(plan.amounts)
    basis: str | None = None
    if not any(cell_number(text_of(row, column)) is not None for column, _ in columns):
        columns, basis = [(column, "invoice") for column in plan.unit_amounts], "unit_price"
    for column, kind in columns[:1]:
        amount = cell_number(text_of(row, column))
        if amount is None or amount == 0:
            continue
        evidence = cell_evidence(
            sheet.document, sheet.locator(row, column), row.cells[column], (0, len(row.cells[column])), reader.language
        )
        if evidence is None:
            continue
        currency = currency_of(signs_of(row.cells[column])) or currency_of(sheet.grid.header[column]) or plan.currency
        yield make_claim(
            evidence,
            "paid",
            extractor="register",
            thing=thing,
            money=Money(amount, currency, kind),
            body=sheet.body,
            basis=basis,
        )


def _mentions(sheet: Sheet, row: Row, column: int, found: Found, language: str | None) -> Iterator[Mention]:
    locator = sheet.locator(row, column)
    for span in found.spans:
        yield Mention(
            sheet.document,
            f"{locator};char={span.start},{span.end}",
            span.kind,
            span.id,
            span.text,
            language,
            span.maker,
            span.product_kind,
        )
