"""Tables of equipment: asset registers, the tables of letters, answers in two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from synopticon import reference
from synopticon.model.locator import unescaped
from synopticon.model.records import Claim, Mention, Quantity, Row
from synopticon.read.claims import NO_COUNT, NO_THING, Money, Thing, cell_evidence, exactly, make_claim
from synopticon.read.cue import Matcher, matcher_of, plain
from synopticon.read.rows import Sheet, text_of
from synopticon.read.rows_numbers import cell_number, currency_of
from synopticon.read.rows_things import CellReader, Found
from synopticon.text.language import language_of

#: How many rows are looked at to learn what the columns of a table hold.
_SAMPLE = 200
#: Modalities that a heading, a column name or a status can give to rows that otherwise are simply there.
_STATES = ("removed", "planned", "installed", "used", "delivered", "owned")


@dataclass(frozen=True, slots=True)
class Plan:
    """What was learned of a table before its rows are read.

    Attributes:
        counts: columns that count things, with the maker and kind that their header names.
        amounts: columns of money with the kind of amount; unit prices are apart.
        names: columns that may name a maker, model or kind, the most telling first.
        caption: what the caption or header says of all rows.
        modality: what caption or sheet name say of all rows, ``owned`` when nothing.
        is_one_per_row: each row is one thing.
    """

    counts: tuple[tuple[int, Thing, str | None], ...]
    amounts: tuple[tuple[int, str], ...]
    unit_amounts: tuple[int, ...]
    names: tuple[int, ...]
    statuses: tuple[int, ...]
    dates: tuple[int, ...]
    caption: Thing
    modality: str
    basis: str | None
    currency: str | None
    is_one_per_row: bool


def read_register(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Mention | Quantity | Claim]:
    """Yield a claim per counted thing: a row, or each counting cell of a row that has several."""
    iterator = iter(rows)
    sample = list(islice(iterator, _SAMPLE))
    language = sheet.language or language_of(" ".join(sheet.grid.header))
    reader = CellReader(language, _context(sheet))
    cues = matcher_of(reader.language) or matcher_of("en")
    if cues is None:
        return
    if (answer := _answer_columns(sheet, sample, cues)) is not None:
        from synopticon.read.claims_questions import read_answer_rows  # noqa: PLC0415  # needed by few tables

        yield from read_answer_rows(sheet, chain(sample, iterator), answer, cues)
        return
    plan = _plan(sheet, sample, reader, cues)
    for row in chain(sample, iterator):
        if not row.is_total:
            yield from _read_row(sheet, row, plan, reader, cues)


def _context(sheet: Sheet) -> str:
    """Return the words that stand around every row: header and caption.

    In a column of makers "Bosch" and 大华 are makers: the column says what the words of the subject say elsewhere.
    """
    words = [*sheet.grid.header, *sheet.grid.title.splitlines()[-2:]]
    if sheet.column("maker", "model") is not None:
        words += [next((row.term for row in reference.products() if row.is_subject), "")]
    return " ".join(words)


def _answer_columns(sheet: Sheet, sample: list[Row], cues: Matcher) -> tuple[int, int] | None:
    """Return the columns of questions and answers when the table is one of questions."""
    rows = [row for row in sample if any(text.strip() for text in row.cells)]
    for column in range(len(sheet.grid.header) - 1):
        asked = sum("?" in (text := plain(text_of(row, column))) or cues.has("request", text) for row in rows)
        if asked and asked * 3 >= len(rows):
            answers = (
                other for other in range(column + 1, len(sheet.grid.header)) if any(text_of(row, other) for row in rows)
            )
            answer = next(answers, None)
            return None if answer is None else (column, answer)
    return None


def _plan(sheet: Sheet, sample: list[Row], reader: CellReader, cues: Matcher) -> Plan:
    grid = sheet.grid
    width = len(grid.header)
    numeric = {column for column in range(width) if _is_numeric(sample, column)}
    money = {*sheet.all("gross_amount", "annual_amount", "vat_amount", "unit_amount")}
    # "Total" is an amount in a ledger and a number of cameras here: money shows its sign or says so.
    money |= {c for c in sheet.all("amount") if _is_money(sheet, sample, c, cues)}
    money |= {c for c in numeric if grid.fields[c] in {"", "quantity"} and _is_money_column(grid.header[c], sample, c)}
    counts = _count_columns(sheet, reader, cues, numeric - money)
    named = [
        *sheet.all("model"),
        *sheet.all("maker"),
        *sheet.all("product"),
        *sheet.all("title"),
        *sheet.all("description"),
        *sheet.all("category"),
    ]
    counted = {column for column, _, _ in counts}
    others = [
        c
        for c in range(width)
        if c not in {*named, *counted, *money} and c not in numeric and _may_name(grid.fields[c])
    ]
    caption = _caption(sheet, reader)
    modality, basis = _sheet_modality(sheet, cues)
    units = tuple(c for c in sorted(money) if grid.fields[c] == "unit_amount" or _is_unit_price(grid.header[c], cues))
    kinds = tuple(
        (c, _amount_kind(grid.header[c], cues))
        for c in sorted(money)
        if c not in units and grid.fields[c] != "vat_amount"
    )
    return Plan(
        counts=counts,
        amounts=kinds,
        unit_amounts=units,
        names=(*named, *others),
        statuses=tuple(sheet.all("status")),
        dates=tuple(sheet.all("date", "start_date")),
        caption=caption,
        modality=modality,
        basis=basis,
        currency=currency_of(grid.title),
        is_one_per_row=not counts and _is_one_per_row(sheet, sample, money),
    )


def _may_name(field: str) -> bool:
    return field in {"", "maker", "model", "product", "title", "description", "category", "reference", "place"}


def _is_numeric(sample: list[Row], column: int) -> bool:
    cells = [text for row in sample if not row.is_total and (text := text_of(row, column))]
    return bool(cells) and sum(cell_number(text) is not None for text in cells) * 10 >= len(cells) * 6


def _is_money_column(header: str, sample: list[Row], column: int) -> bool:
    return currency_of(header) is not None or any(currency_of(_signs(text_of(row, column))) for row in sample[:20])


def _is_money(sheet: Sheet, sample: list[Row], column: int, cues: Matcher) -> bool:
    header = plain(sheet.grid.header[column])
    names = ("spent", "budget", "estimate", "invoice", "unit_price", "award")
    return _is_money_column(sheet.grid.header[column], sample, column) or any(cues.has(name, header) for name in names)


def _signs(text: str) -> str:
    """Keep only what may be a currency sign, so that thousands of amounts share one lookup."""
    return "".join(letter for letter in text if not letter.isalnum() and not letter.isspace())


def _count_columns(
    sheet: Sheet, reader: CellReader, cues: Matcher, numeric: set[int]
) -> tuple[tuple[int, Thing, str | None], ...]:
    """Return the columns that count: named so, or numbers under the name of a maker or a kind of thing."""
    found: list[tuple[int, Thing, str | None]] = []
    explicit = set(sheet.all("quantity"))
    for column, header in enumerate(sheet.grid.header):
        thing = reader.thing(header)
        is_count = column in explicit or (
            column in numeric
            and sheet.grid.fields[column] in {"", "maker", "product", "model"}
            and bool(thing.makers or thing.product_kind)
        )
        if is_count:
            found.append((column, thing, _header_state(header, cues)))
            continue
        state = _header_state(header, cues) if column in numeric and not sheet.grid.fields[column] else None
        if state is not None and cues.has("count_word", plain(header)):
            found.append((column, thing, state))
    if not found:
        # "Number" or "Total" counts things only where no other column does.
        bare = (
            c
            for c in sorted(numeric)
            if not sheet.grid.fields[c] and cues.has("count_word", plain(sheet.grid.header[c]))
        )
        found = [(c, NO_THING, None) for c in bare]
    return tuple(found)


def _is_unit_price(header: str, cues: Matcher) -> bool:
    return cues.has("unit_price", plain(header))


def _amount_kind(header: str, cues: Matcher) -> str:
    text = plain(header)
    for cue, kind in (("estimate", "estimate"), ("budget", "budget"), ("invoice", "invoice")):
        if cues.has(cue, text):
            return kind
    return "invoice"


def _caption(sheet: Sheet, reader: CellReader) -> Thing:
    """Return what the lines above the table and its header say of all rows; two makers there say nothing."""
    lines = [line for line in sheet.grid.title.splitlines() if line.strip() and "?" not in line]
    above = reader.thing(" ".join(lines[-2:]))
    header = reader.thing(" ".join(sheet.grid.header))
    makers = above.makers if len(above.makers) == 1 else ()
    if not makers and len(header.makers) == 1:
        makers = header.makers
    kind = header.product_kind or above.product_kind
    return Thing(makers=makers, product_kind=kind)


def _sheet_modality(sheet: Sheet, cues: Matcher) -> tuple[str, str | None]:
    """Return what the sheet's name and the lines above say of all its rows."""
    names = [unescaped(part[6:]) for part in sheet.grid.unit.split(";") if part.startswith("sheet=")]
    lines = [line for line in sheet.grid.title.splitlines() if line.strip()]
    for text in (*names, *reversed(lines[-3:])):
        state = _state(plain(text), cues)
        if state in {"removed", "planned"} and "?" not in text and len(text) < 160:
            return state, None
    return ("other", "hidden_sheet") if sheet.grid.is_hidden else ("owned", None)


def _state(text: str, cues: Matcher) -> str | None:
    """Return the modality that a heading or status gives, null when it gives none."""
    for modality, pattern in cues.modalities:
        if modality in _STATES and pattern.search(text):
            return modality
    return None


def _header_state(header: str, cues: Matcher) -> str | None:
    """Return the state that a column name gives its numbers; "monitors" in a name is a thing, not a use."""
    state = _state(plain(header), cues)
    return state if state in {"removed", "planned", "installed"} else None


def _is_one_per_row(sheet: Sheet, sample: list[Row], money: set[int]) -> bool:
    """Tell whether each row is one thing: some column tells the rows apart, or models come again and again."""
    rows = [row for row in sample if not row.is_total and sum(bool(text.strip()) for text in row.cells) > 1]
    if not rows:
        return False
    named = {*sheet.all("model", "maker", "product"), *money}
    for column in range(len(sheet.grid.header)):
        values = [text_of(row, column) for row in rows]
        if column not in named and all(values) and len(set(values)) == len(values):
            return True
    places = set(sheet.all("place"))
    return bool(places) or (len(sheet.grid.header) > 1 and len({row.cells for row in rows}) < len(rows))


def _read_row(
    sheet: Sheet, row: Row, plan: Plan, reader: CellReader, cues: Matcher
) -> Iterator[Mention | Quantity | Claim]:
    texts = tuple(row.cells[column] for column in plan.names)
    cells = list(zip(plan.names, reader.row(texts), strict=True))
    thing, where = _row_thing(cells, plan.caption)
    for column, found in cells:
        yield from _mentions(sheet, row, column, found, reader.language)
    modality, state_basis = _row_modality(sheet, row, plan, cues)
    confidence = "high" if thing.makers and modality != "other" else "medium"
    if row.is_hidden:
        state_basis, confidence = "hidden_row", "low"
    for column, header, header_state in plan.counts:
        yield from _counted(
            sheet, row, column, _joined(thing, header), header_state or modality, plan, reader, confidence, state_basis
        )
    if plan.is_one_per_row and thing.makers and where is not None:
        evidence = cell_evidence(
            sheet.document, sheet.locator(row, where), row.cells[where], (0, len(row.cells[where])), reader.language
        )
        if evidence is not None:
            yield make_claim(
                evidence,
                modality,
                extractor="register",
                thing=thing,
                count=exactly(1),
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
        state = _state(plain(text_of(row, column)), cues)
        if state is not None:
            return (
                "owned" if state in {"installed", "used", "delivered"} and plan.modality == "owned" else state
            ), None
    for column, header in enumerate(sheet.grid.header):
        # "Removed: 2018-04" is a date of removal; an empty cell says that it was not removed.
        text = plain(text_of(row, column))
        state = _state(plain(header), cues)
        if (
            state == "removed"
            and text
            and not cues.has("nothing", text)
            and column not in {c for c, _, _ in plan.counts}
        ):
            return "removed", None
    return plan.modality, plan.basis


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
    if not text or not (thing.makers or thing.model):
        return
    count = reader.count(text)
    if count is None:
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
        currency = currency_of(_signs(row.cells[column])) or currency_of(sheet.grid.header[column]) or plan.currency
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
