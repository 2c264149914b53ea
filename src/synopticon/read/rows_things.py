"""What the cells of a row name: makers, models, kinds of things; with a memory, because cells repeat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from synopticon import reference
from synopticon.read.claims import NO_THING, Count, Thing
from synopticon.read.cue import matcher_of, plain
from synopticon.read.legends import named_by
from synopticon.read.mentions import find_mentions
from synopticon.read.quantities import find_quantities
from synopticon.read.rows_numbers import cell_number
from synopticon.read.spans import MentionSpan

_NAMING = ("maker", "brand", "model", "product")
_REMEMBERED = 20_000
_RANGE = re.compile(r"^\s*(\d{1,6})\s*[-–]\s*(\d{1,6})\s*$")
_COUNTED = re.compile(r"^\s*(\d{1,3}(?:,\d{3})+|\d{1,6})\s*([^\W\d]{1,20})\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of one cell and the thing that they make."""

    spans: tuple[MentionSpan, ...] = ()
    thing: Thing = NO_THING


def thing_of(spans: list[MentionSpan] | tuple[MentionSpan, ...]) -> Thing:
    """Join mentions to one thing: a model tells its maker and kind, a brand its maker, a word the kind."""
    model = next((span for span in spans if span.kind == "model"), None)
    brand = next((span for span in spans if span.kind == "brand"), None)
    makers = tuple(dict.fromkeys(span.maker for span in spans if span.maker and span.kind in _NAMING))
    words = [span.product_kind for span in spans if span.product_kind and span.kind == "product"]
    kind = model.product_kind if model is not None and model.product_kind else None
    return Thing(
        makers=makers,
        brand=brand.id if brand is not None else None,
        model=model.text if model is not None else None,
        product_kind=kind or kind_of(words),
        capability=next((span.id for span in spans if span.kind == "capability"), None),
    )


def whole_cell(found: Found, cell: str) -> Found:
    """Return what the meaning of a code names as named by the whole cell that holds the code."""
    start = len(cell) - len(cell.lstrip())
    end = start + len(cell.strip())
    spans = {
        (span.kind, span.id): replace(span, start=start, end=end, text=cell.strip())
        for span in reversed(found.spans)
        if span.maker
    }
    return Found(tuple(spans.values()), found.thing)


def kind_of(words: list[str]) -> str | None:
    """Return the kind that words for things make together: of "CCTV camera bracket" the last word is the thing.

    A word for the whole system, or for work on it, is less telling than a word for a part of it.
    """
    parts = [word for word in words if word != "platform" and not word.startswith("service")]
    return (parts or words)[-1] if words else None


@cache
def kind_beside_subject(text: str) -> str | None:
    """Return the kind that a short cell names together with a word of the subject: "bullet" is a bullet camera."""
    if not text or len(text) > _SHORT_CELL:
        return None
    for term in _subject_terms():
        blank = "" if term >= "\u2e80" else " "
        for joined in (f"{text}{blank}{term}", f"{term}{blank}{text}"):
            for span in find_mentions(joined):
                if span.kind == "product" and span.end - span.start == len(joined):
                    return span.product_kind
    return None


_SHORT_CELL = 24


@cache
def _subject_terms() -> tuple[str, ...]:
    """Return the first word of the subject in each language."""
    terms: dict[str, str] = {}
    for row in reference.products():
        if row.is_subject:
            terms.setdefault(row.language, row.term)
    return tuple(terms.values())


class CellReader:
    """Reads cells of one table. `context` are words that stand around every row: the header, the caption."""

    def __init__(self, language: str | None, context: str = "", codes: Mapping[str, str] | None = None) -> None:
        self.language = language
        self._codes = codes or {}
        self._context = context
        self._cues = matcher_of(language) or matcher_of("en")
        self._rows: dict[tuple[str, ...], tuple[Found, ...]] = {}
        self._counts: dict[str, Count | None] = {}

    def thing(self, text: str) -> Thing:
        """Return what a header or caption names."""
        return thing_of(find_mentions(text, language=self.language)) if text.strip() else Thing()

    def row(self, cells: tuple[str, ...]) -> tuple[Found, ...]:
        """Return what each cell names; the cells of a row and the table's context stand near one another."""
        known = self._rows.get(cells)
        if known is None:
            known = self._read(cells)
            if len(self._rows) >= _REMEMBERED:
                self._rows.clear()
            self._rows[cells] = known
        return known

    def _read(self, cells: tuple[str, ...]) -> tuple[Found, ...]:
        text = "\n".join((*cells, self._context))
        spans = find_mentions(text, language=self.language)
        found, start = [], 0
        for cell in cells:
            end = start + len(cell)
            inside = tuple(
                MentionSpan(s.start - start, s.end - start, s.kind, s.id, s.text, s.maker, s.product_kind)
                for s in spans
                if start <= s.start and s.end <= end
            )
            if self._codes and not inside and (named := named_by(cell, self._codes)) is not None:
                inside = (named,)
            found.append(Found(inside, thing_of(inside)))
            start = end + 1
        return tuple(found)

    def count(self, text: str) -> Count | None:
        """Return the count that a cell states, with its qualifier; a denial ("Nil") is zero; null for no count."""
        if text not in self._counts:
            if len(self._counts) >= _REMEMBERED:
                self._counts.clear()
            self._counts[text] = self._count(text)
        return self._counts[text]

    def _count(self, text: str) -> Count | None:
        number = cell_number(text)
        if number is not None:
            return Count(number, number, number, None, "exact") if number >= 0 else None
        if (ends := _RANGE.match(text)) is not None and int(ends[1]) < int(ends[2]):
            return Count(None, Decimal(ends[1]), Decimal(ends[2]), None, "between")
        # "nil (phones: 12)": what stands in brackets is something else.
        head = plain(text).partition("(")[0].strip()
        if (
            head
            and self._cues is not None
            and (none := self._cues.find("nothing", head))
            and none.span() == (0, len(head))
        ):
            return Count(Decimal(0), None, None, None, "exact")
        spans = [span for span in find_quantities(text, language=self.language) if span.kind == "count"]
        if spans:
            span = spans[0]
            value = span.value if isinstance(span.value, Decimal) else None
            return Count(value, span.low, span.high, span.unit, span.qualifier)
        if (counted := _COUNTED.match(text)) is not None:
            number = Decimal(counted[1].replace(",", ""))
            return Count(number, number, number, counted[2].strip() or None, "exact")
        if self._cues is None:
            return None
        words = plain(text).strip()
        denied = self._cues.find("negation", words)
        is_denied = denied is not None and not denied.start() and len(words) <= _SHORT_CELL
        if is_denied or self._cues.find("nothing", words):
            return Count(Decimal(0), None, None, None, "exact")
        return None
