"""What a table of equipment holds: which columns count, cost and name things, and what all rows share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from decimal import Decimal

from synopticon.model.locator import unescaped
from synopticon.model.records import Row
from synopticon.read.claims import NO_THING, Thing
from synopticon.read.cue import Matcher, plain
from synopticon.read.mentions import find_mentions
from synopticon.read.register_columns import are_years, numbers_rows, subject_term
from synopticon.read.reply_words import ReplyMatcher, reply_matcher
from synopticon.read.rows import Sheet, text_of
from synopticon.read.rows_numbers import cell_number, currency_of
from synopticon.read.rows_things import CellReader, kind_beside_subject

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
        decoded: columns whose cells are codes, and `meanings` what these stand for.
        earlier: rows with counts of earlier years.
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
    decoded: tuple[int, ...] = ()
    meanings: Mapping[str, str] = made(default_factory=dict[str, str])
    earlier: frozenset[int] = frozenset()

    def said(self, row: Row, column: int) -> str:
        """Return what a cell says: the meaning of its code where the column holds codes, else its text."""
        text = row.cells[column]
        return self.meanings.get(text.strip().lower(), text) if column in self.decoded else text


def context_of(sheet: Sheet) -> str:
    """Return the words that stand around every row: header and caption.

    In a column of makers "Bosch" and 大华 are makers: the column says what the words of the subject say elsewhere.
    """
    words = [*sheet.grid.header, *sheet.grid.title.splitlines()[-2:]]
    # Two headers that name makers are a table of makers side by side; a third may be a word of another trade too.
    if sheet.column("maker", "model") is not None or _makers_named(sheet) >= _SIDE_BY_SIDE:
        words.append(subject_term())
    return " ".join(words)


def _makers_named(sheet: Sheet) -> int:
    """Return how many headers name a maker; beside one, a word of another trade too is a maker."""
    headers = [header for header in sheet.grid.header if header.strip()]
    sure = sum(any(span.maker for span in find_mentions(header)) for header in headers)
    if not sure and sheet.column("maker", "model") is None:
        return 0
    return sum(any(span.maker for span in find_mentions(header, is_subject=True)) for header in headers)


_SIDE_BY_SIDE = 2


def answer_columns(sheet: Sheet, sample: list[Row], cues: Matcher) -> tuple[int, int] | None:
    """Return the columns of questions and answers when the table is one of questions."""
    rows = [row for row in sample if any(text.strip() for text in row.cells)]
    if _makers_named(sheet) >= _SIDE_BY_SIDE:
        return None
    for column in range(len(sheet.grid.header) - 1):
        asked = sum("?" in (text := plain(text_of(row, column))) or cues.has("request", text) for row in rows)
        if asked and asked * 3 >= len(rows):
            answers = (
                other for other in range(column + 1, len(sheet.grid.header)) if any(text_of(row, other) for row in rows)
            )
            answer = next(answers, None)
            return None if answer is None else (column, answer)
    return _named_answers(sheet, rows, cues)


def _named_answers(sheet: Sheet, rows: list[Row], cues: Matcher) -> tuple[int, int] | None:
    """Return the columns of questions and answers when the header names the answers, and no column is of equipment."""
    if {"maker", "model", "quantity"} & set(sheet.grid.fields):
        return None
    named = [c for c, header in enumerate(sheet.grid.header) if c and _is_answer(plain(header), cues)]
    if len(named) != 1:
        return None
    asked = next((c for c in range(named[0] - 1, -1, -1) if any(_has_words(text_of(row, c)) for row in rows)), None)
    return None if asked is None else (asked, named[0])


def _is_answer(header: str, cues: Matcher) -> bool:
    """Tell whether a header says that its column holds answers: "Our response", 答复内容."""
    words = header.split()
    if not words or len(words) > _HEADER_WORDS:
        return False
    pieces = [piece for word in words for piece in ((word,) if word.isascii() else (word, word[:2]))]
    return any(cues.has("answer", f"{piece}{mark}") for piece in pieces for mark in ("", ": x"))


_HEADER_WORDS = 4


def _has_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1


def plan_of(sheet: Sheet, sample: list[Row], reader: CellReader, cues: Matcher) -> Plan:
    """Learn from a sample of rows what the columns of a table hold."""
    grid = sheet.grid
    width = len(grid.header)
    numeric = {column for column in range(width) if _is_numeric(sample, column)}
    money = {*sheet.all("gross_amount", "annual_amount", "vat_amount", "unit_amount")}
    # "Total" is an amount in a ledger and a number of cameras here: money shows its sign or says so.
    money |= {c for c in sheet.all("amount") if _is_money(sheet, sample, c, cues)}
    money |= {c for c in numeric if grid.fields[c] in {"", "quantity"} and _is_money_column(grid.header[c], sample, c)}
    years = {column for column in numeric if are_years(sample, column) and not sheet.grid.fields[column]}
    running = {column for column in numeric if column == 0 and numbers_rows(sample, column)}
    counts = _count_columns(sheet, reader, cues, numeric - money - years, running)
    counts = _without_sums(sample, counts)
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
    single = _single_prices(sample, money, {column for column, _, _ in counts})
    units = tuple(
        c
        for c in sorted(money)
        if grid.fields[c] == "unit_amount" or c in single or _is_unit_price(grid.header[c], cues)
    )
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


def _single_prices(sample: list[Row], money: set[int], counts: set[int]) -> set[int]:
    """Return the columns of money that are prices of one thing: times the number they make another column."""
    found: set[int] = set()
    for column in money:
        for number in counts - money:
            for other in money - {column}:
                rows = [
                    [cell_number(text_of(row, c)) for c in (number, column, other)]
                    for row in sample[:_PRICED]
                    if not row.is_total
                ]
                known = [(n, a, b) for n, a, b in rows if n is not None and a is not None and b is not None and n > 1]
                if known and all(abs(n * a - b) <= _CENT for n, a, b in known):
                    found.add(column)
    return found


#: So many rows show that one column is another times the number.
_PRICED = 20
_CENT = Decimal("0.05")


def _may_name(field: str) -> bool:
    return field in {"", "maker", "model", "product", "title", "description", "category", "reference", "place"}


def _is_numeric(sample: list[Row], column: int) -> bool:
    cells = [text for row in sample if not row.is_total and (text := text_of(row, column))]
    return bool(cells) and sum(cell_number(text) is not None for text in cells) * 10 >= len(cells) * 6


def _is_money_column(header: str, sample: list[Row], column: int) -> bool:
    return currency_of(header) is not None or any(currency_of(signs_of(text_of(row, column))) for row in sample[:20])


def _is_money(sheet: Sheet, sample: list[Row], column: int, cues: Matcher) -> bool:
    header = plain(sheet.grid.header[column])
    names = ("spent", "budget", "estimate", "invoice", "unit_price", "award")
    return _is_money_column(sheet.grid.header[column], sample, column) or any(cues.has(name, header) for name in names)


def signs_of(text: str) -> str:
    """Keep only what may be a currency sign, so that thousands of amounts share one lookup."""
    return "".join(letter for letter in text if not letter.isalnum() and not letter.isspace())


def _count_columns(
    sheet: Sheet, reader: CellReader, cues: Matcher, numeric: set[int], running: set[int]
) -> tuple[tuple[int, Thing, str | None], ...]:
    """Return the columns that count: named so, or numbers under the name of a maker or a kind of thing."""
    found: list[tuple[int, Thing, str | None]] = []
    explicit = set(sheet.all("quantity"))
    headers = reader.row(sheet.grid.header)
    for column, header in enumerate(sheet.grid.header):
        thing = headers[column].thing
        if column in numeric and thing == NO_THING and not sheet.grid.fields[column]:
            # "Bullet" beside "Dome": a word that names a thing only together with the subject.
            thing = replace(thing, product_kind=kind_beside_subject(header.strip().lower()))
        is_count = column in explicit or (
            column in numeric
            and sheet.grid.fields[column] in {"", "maker", "product", "model"}
            and bool(thing.makers or is_equipment(thing.product_kind))
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
            if not sheet.grid.fields[c] and cues.has("count_word", plain(sheet.grid.header[c])) and c not in running
        )
        found = [(c, NO_THING, None) for c in bare]
    return tuple(found)


def _without_sums(
    sample: list[Row], counts: tuple[tuple[int, Thing, str | None], ...]
) -> tuple[tuple[int, Thing, str | None], ...]:
    """Return the counting columns without the last where it names no maker and adds the others up in every row."""
    if len(counts) <= _SIDE_BY_SIDE or counts[-1][1].makers or counts[-1][0] != max(c for c, _, _ in counts):
        return counts
    if any(state is not None for _, _, state in counts):
        return counts
    sums = 0
    for row in sample:
        values = [cell_number(text_of(row, column)) or Decimal(0) for column, _, _ in counts]
        if sum(values[:-1]) != values[-1]:
            return counts
        sums += values[-1] > 0
    return counts[:-1] if sums else counts


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
    telling = [
        name for name, field in zip(sheet.grid.header, sheet.grid.fields, strict=True) if field not in _SILENT_HEADERS
    ]
    header = reader.thing(" ".join(telling))
    makers = above.makers if len(above.makers) == 1 else ()
    if not makers and len(header.makers) == 1:
        makers = header.makers
    kind = next((kind for kind in (header.product_kind, above.product_kind) if is_equipment(kind)), None)
    return Thing(makers=makers, product_kind=kind)


#: "Year of installation" and "Software version" name no kind of thing for the rows below them.
_SILENT_HEADERS = {"date", "start_date", "end_date", "status", "place", "amount", "unit_amount", "supplier"}


def is_equipment(kind: str | None) -> bool:
    """Tell whether a kind is that of a thing; work, programs and whole systems stand in captions for other reasons."""
    return kind is not None and kind not in {"software", "platform"} and not kind.startswith("service")


def _sheet_modality(sheet: Sheet, cues: Matcher) -> tuple[str, str | None]:
    """Return what the sheet's name and the lines above say of all its rows."""
    names = [unescaped(part[6:]) for part in sheet.grid.unit.split(";") if part.startswith("sheet=")]
    lines = [line for line in sheet.grid.title.splitlines() if line.strip()]
    words = reply_matcher(cues.language)
    for text in (*names, *reversed(lines[-3:])):
        if "?" in text or len(text) >= _HEADING:
            continue
        state = state_in(plain(text), cues)
        if state in {"removed", "planned"}:
            return state, None
        if words is not None and (text in names or text == lines[-1]) and _is_strange(plain(text), words, cues):
            return "other", "partner"
    return ("other", "hidden_sheet") if sheet.grid.is_hidden else ("owned", None)


_HEADING = 160


def _is_strange(text: str, words: ReplyMatcher, cues: Matcher) -> bool:
    """Tell whether a heading says that the things below are somebody else's."""
    is_own = cues.find("own", text) is not None and not words.has("stranger", text)
    return not is_own and any(words.has(name, text) for name in ("stranger", "owned_elsewhere"))


def state_in(text: str, cues: Matcher) -> str | None:
    """Return the modality that a heading or status gives, null when it gives none."""
    for modality, pattern in cues.modalities:
        if modality in _STATES and pattern.search(text):
            return modality
    return None


def _header_state(header: str, cues: Matcher) -> str | None:
    """Return the state that a column name gives its numbers; "monitors" in a name is a thing, not a use."""
    state = state_in(plain(header), cues)
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
