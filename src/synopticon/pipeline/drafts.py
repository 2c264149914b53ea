"""Checks a draft before it is published: reads it, finds its numbers and names, and hands them to the linter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from synopticon.errors import SourceError, UsageError
from synopticon.figures.lint import Draft, Finding, Known, Name, Number, Sheet, Text, is_of_them, is_total_row, lint
from synopticon.figures.lint.case_bodies import known_bodies
from synopticon.figures.statements import family
from synopticon.ingest import read_document as ingest_document
from synopticon.model.locator import cell, within
from synopticon.model.records import Figure, Grid, Passage, Row, SetAside
from synopticon.pipeline.run import Run, records
from synopticon.read.mentions import find_mentions
from synopticon.read.quantities import find_quantities
from synopticon.read.spans import QuantitySpan
from synopticon.text.fold import fold
from synopticon.text.language import language_of

#: How far the word for the counted thing may stand behind its number.
_NEAR = 40
_PIPES = re.compile(r"\s*\|.*\|\s*")
#: A paragraph ends at an empty line; a list item stands by itself.
_PARAGRAPH = re.compile(r"(?:(?!\n[^\S\n]*\n|\n[^\S\n]*[-*•·–][^\S\n]).)+", re.DOTALL)
_ITEM = re.compile(r"\s*[-*•·–]\s")
#: A line that begins something of its own: a heading, an item, a quotation.
_MARKED = re.compile(r"\s*(?:#|>|[-*•·–]\s|\d{1,3}[.)]\s)")
_PLACE = re.compile(r"char=(\d+),(\d+)")
_RULE_OF_PIPES = re.compile(r"[\s|:-]+")


def check_file(path: Path, *, known: Known | None = None) -> list[Finding]:
    """Return what is wrong in the numbers of a draft in a file (text, Markdown, HTML, DOCX and other formats).

    Raises:
        UsageError: there is no such file.
        SourceError: nothing of the file can be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"expected a draft, found nothing readable at {str(path)!r}: {error.strerror}") from error
    return _with_lines(lint(draft_of(data, name=path.name), known), data.decode("utf-8-sig", errors="replace"))


def check_text(text: str, *, known: Known | None = None) -> list[Finding]:
    """Return what is wrong in the numbers of a draft that is given as words."""
    language = language_of(text)
    parts = (match for match in _PARAGRAPH.finditer(text) if match[0].strip())
    texts = (_text("", m.start(), "item" if _ITEM.match(m[0]) else "paragraph", m[0], language) for m in parts)
    return _with_lines(lint(Draft(tuple(texts)), known), text)


def _with_lines(findings: Iterable[Finding], text: str) -> list[Finding]:
    """Return the findings with the lines that they stand in, where the text has the quote at the locator."""
    return [replace(finding, line=_line_of(finding, text)) for finding in findings]


def _line_of(finding: Finding, text: str) -> int | None:
    match = _PLACE.fullmatch(finding.locator)
    if match is None or not finding.quote or text[int(match[1]) : int(match[2])] != finding.quote:
        return None
    return text.count("\n", 0, int(match[1])) + 1


def draft_of(data: bytes, *, name: str) -> Draft:
    """Read a draft: its passages with their numbers and names, and its tables.

    Raises:
        SourceError: nothing of it can be read.
    """
    passages: list[Passage] = []
    grids: dict[int, Grid] = {}
    rows: dict[int, list[Row]] = {}
    failed: SetAside | None = None
    document = hashlib.sha256(data).hexdigest()
    for item in ingest_document(data, document=document, name=name, source_kind="articles"):
        if isinstance(item, Passage):
            passages.append(item)
        elif isinstance(item, Grid):
            grids[item.grid] = item
        elif isinstance(item, Row):
            rows.setdefault(item.grid, []).append(item)
        elif isinstance(item, SetAside):
            failed = failed or item
    if failed is not None and not passages and not rows:
        raise SourceError(failed.reason, failed.detail, locator=failed.locator)
    prose = [p for p in passages if not _PIPES.fullmatch(p.text) and p.kind != "furniture"]
    piped = [p for p in passages if _PIPES.fullmatch(p.text)]
    texts = [_text(p.unit, p.start, p.kind, p.text, p.language) for p in _unwrapped(prose)]
    sheets = [_sheet(grids[number], found) for number, found in sorted(rows.items())] + _piped_sheets(piped)
    return Draft(tuple(texts), tuple(sheets))


def _unwrapped(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages with the lines of a paragraph that was wrapped by hand put together again."""
    found: list[Passage] = []
    for passage in passages:
        last = found[-1] if found else None
        if last is not None and _continues(last, passage):
            found[-1] = replace(last, text=f"{last.text}\n{passage.text}")
        else:
            found.append(passage)
    return found


def _continues(last: Passage, passage: Passage) -> bool:
    is_next = last.unit == passage.unit and last.start + len(last.text) + 1 == passage.start
    is_prose = passage.kind == "paragraph" and last.kind in {"paragraph", "item"}
    return is_next and is_prose and _MARKED.match(passage.text) is None and not last.text.startswith("#")


def known_of(run: Run, *, as_of: str | None = None) -> Known:
    """Return what the linter must know of a run: its figures, the makers and places that each asks for."""
    figures: list[Figure] = list(records(run, "figures"))
    makers: list[tuple[str, frozenset[str]]] = []
    words: list[tuple[str, tuple[str, ...]]] = []
    for spec in run.case.figures:
        where = dict(spec.where)
        makers.append((spec.id, frozenset(family(maker) for maker in where.get("maker", ()))))
        words.append((spec.id, tuple(value for _, values in spec.within for value in values)))
    bodies = known_bodies(records(run, "bodies"), records(run, "claims"))
    return Known(tuple(figures), tuple(makers), tuple(words), as_of or run.case.as_of, bodies)


def _text(unit: str, start: int, kind: str, text: str, language: str | None) -> Text:
    folded = fold(text)
    spans = find_quantities(text, language=language, folded=folded)
    numbers = tuple(_number(span, spans, place) for place, span in enumerate(spans))
    return Text(unit, start, kind, text, language, numbers, tuple(_names(text)))


def _names(text: str) -> Iterable[Name]:
    for mention in find_mentions(text):
        if mention.kind == "list":
            yield Name(mention.start, mention.end, "list", mention.id)
        elif mention.maker or mention.kind == "maker":
            maker = mention.maker or mention.id
            yield Name(mention.start, mention.end, "maker", family(maker))


def _number(span: QuantitySpan, spans: list[QuantitySpan], place: int) -> Number:
    end, unit = span.end, span.unit
    if _is_far_before(span, spans[place - 1] if place else None) or (unit and is_of_them(unit)):
        unit = None
    following = spans[place + 1].start if place + 1 < len(spans) else None
    if span.unit_start is not None and span.unit_end is not None and 0 <= span.unit_start - span.end <= _NEAR:
        is_own = following is None or span.unit_end <= following
        end = span.unit_end if is_own else span.end
    return Number(
        span.start,
        span.end,
        span.kind,
        span.value if isinstance(span.value, Decimal) else None,
        span.low,
        span.high,
        unit,
        span.qualifier,
        span.currency,
        span.text,
        end,
        span.product_kind,
    )


def _is_far_before(span: QuantitySpan, previous: QuantitySpan | None) -> bool:
    """Tell whether the word taken for what is counted stands before another number: then it is counted by that."""
    if span.unit_end is None or span.unit_end > span.start or previous is None:
        return False
    return span.unit_end <= previous.start


def _sheet(grid: Grid, rows: list[Row]) -> Sheet:
    locators = [
        tuple(
            within(grid.unit, row.locators[place]) if row.locators else cell(grid.unit, row.row, place + 1)
            for place in range(len(row.cells))
        )
        for row in rows
    ]
    totals = tuple(
        place for place, row in enumerate(rows) if row.is_total or (place and is_total_row(_first_of(row.cells)))
    )
    return Sheet(tuple(row.cells for row in rows), tuple(locators), totals)


def _first_of(cells: Iterable[str]) -> str:
    return next((cell for cell in cells if cell.strip()), "")


def _piped_sheets(passages: list[Passage]) -> list[Sheet]:
    """Return the tables that Markdown writes with bars, one per run of neighbouring lines."""
    runs: list[list[Passage]] = []
    for passage in passages:
        if runs and passage.ordinal == runs[-1][-1].ordinal + 1:
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return [_piped_sheet(run) for run in runs]


def _piped_sheet(run: list[Passage]) -> Sheet:
    rows: list[tuple[str, ...]] = []
    locators: list[tuple[str, ...]] = []
    for passage in run:
        for line in re.finditer(r"[^\n]+", passage.text):
            if _RULE_OF_PIPES.fullmatch(line[0]):
                continue
            cells = list(re.finditer(r"[^|]+", line[0].strip().strip("|")))
            lead = line.start() + len(line[0]) - len(line[0].lstrip()) + (1 if "|" in line[0].lstrip()[:1] else 0)
            rows.append(tuple(part[0].strip() for part in cells))
            locators.append(tuple(_cell_place(passage, lead, part) for part in cells))
    totals = tuple(place for place, row in enumerate(rows) if row and is_total_row(_first_of(row)))
    return Sheet(tuple(rows), tuple(locators), totals)


def _cell_place(passage: Passage, lead: int, part: re.Match[str]) -> str:
    space = len(part[0]) - len(part[0].lstrip())
    start = passage.start + lead + part.start() + space
    return within(passage.unit, f"char={start},{start + len(part[0].strip())}")
