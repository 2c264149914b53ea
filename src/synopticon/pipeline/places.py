"""Says of what was read on pages where on the page it stands: adds `box=` to locators that count characters there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from synopticon.model.boxes import PageMap
from synopticon.model.locator import char_span, span_of
from synopticon.model.records import Claim, Mention, PageBoxes, Quantity

RecordT = TypeVar("RecordT", bound=Mention | Quantity | Claim)


class Places:
    """The pages of one document; each is unpacked when something is said to stand on it."""

    def __init__(self, pages: Iterable[PageBoxes]) -> None:
        self._packed = {page.unit: page.boxes for page in pages}
        self._maps: dict[str, PageMap] = {}

    def with_boxes(self, records: Iterable[RecordT]) -> Iterator[RecordT]:
        """Yield the records, each with the box beside its span where its page has one."""
        for record in records:
            locator = self.boxed(record.locator)
            yield record if locator == record.locator else replace(record, locator=locator)

    def page(self, unit: str) -> PageMap | None:
        """Return the boxes of a page, null where it has none."""
        if unit not in self._maps and unit in self._packed:
            self._maps[unit] = PageMap.unpacked(self._packed[unit])
        return self._maps.get(unit)

    def boxed(self, locator: str) -> str:
        """Return a locator with one span, and the box of that span where its page is known."""
        found = span_of(locator)
        if found is None:
            return locator
        unit, start, end = found
        if unit not in self._packed:
            return char_span(unit, start, end) if locator.count("char=") > 1 else locator
        page = self.page(unit)
        box = page.box(start, end) if page else None
        return char_span(unit, start, end) + (f";box={box}" if box else "")
