"""What the rows above a row of a table say of it: headings that stand alone, and cells that are not repeated."""

from __future__ import annotations

from collections.abc import Sequence

from synopticon.model.records import Row
from synopticon.read.claims import NO_THING, Thing
from synopticon.read.cue import plain
from synopticon.read.register_columns import maker_share
from synopticon.read.register_plan import is_equipment
from synopticon.read.reply_words import ReplyMatcher
from synopticon.read.rows import Sheet, text_of
from synopticon.read.rows_things import CellReader

_COVERED = 0.5


class Outline:
    """Follows the rows of a table from the first to the last and remembers what holds for those below.

    A row of one filled cell that names a maker or a kind is a heading for the rows below that name none. A maker that
    stands in the first row of several with an empty cell, and nothing before it, holds for these too.
    """

    def __init__(self, sheet: Sheet, sample: Sequence[Row], reader: CellReader, words: ReplyMatcher | None) -> None:
        self._reader = reader
        self._words = words
        self._makers = sheet.all("maker")
        self._is_wide = len(sheet.grid.header) > 1 and any(_filled(row)[1:] for row in sample)
        self._heading: Thing = NO_THING
        self._column = -1
        self._above: Thing = NO_THING

    def is_heading(self, row: Row) -> bool:
        """Tell whether a row is only a heading or a sum of the rows above it, and remember what it says."""
        filled = _filled(row)
        if not self._is_wide or not filled:
            return False
        if len(filled) > 1:
            return self._is_sum(row, filled)
        text = text_of(row, filled[0])
        thing = self._reader.row((text,))[0].thing
        self._heading, self._column, self._above = NO_THING, -1, NO_THING
        if thing.model is not None or not any(map(str.isalpha, text)):
            return False
        is_maker = len(thing.makers) == 1 and maker_share(text) >= _COVERED
        if not is_maker and not (is_equipment(thing.product_kind) and not thing.makers):
            return False
        self._heading = Thing(
            makers=thing.makers if is_maker else (), brand=thing.brand, product_kind=thing.product_kind
        )
        self._column = filled[0]
        return True

    def _is_sum(self, row: Row, filled: Sequence[int]) -> bool:
        """Tell whether a row is a sum on the way: "Bosch total", "Subtotal page 2", and numbers."""
        texts = [plain(text) for c in filled if any(map(str.isalpha, text := text_of(row, c)))]
        if self._words is None or not texts or len(texts) > 2:
            return False
        found = self._words.find("total", texts[0])
        if found is None or (found.start() and found.end() != len(texts[0])):
            return False
        if not found.start() and self._makers and not any(text_of(row, column) for column in self._makers):
            return True
        if len(texts) > 1:
            return False
        rest = (texts[0][: found.start()] + texts[0][found.end() :]).strip(" :-–")
        return bool(rest) and maker_share(rest) >= _COVERED

    def carried(self, row: Row) -> Thing:
        """Return what the rows above say of a row that does not say it itself; call it for every row, in order."""
        own = [text for column in self._makers if (text := text_of(row, column))]
        if own:
            self._above = self._reader.row((own[0],))[0].thing
            return Thing(product_kind=self._heading.product_kind)
        if self._heading.makers and self._column in self._makers:
            return self._heading
        if self._makers and any(text_of(row, column) for column in range(min(self._makers))):
            self._above = NO_THING
        makers = self._heading.makers or self._above.makers
        return Thing(makers=makers, product_kind=self._heading.product_kind)


def _filled(row: Row) -> list[int]:
    return [column for column, text in enumerate(row.cells) if text.strip()]
