"""Which passages of a document hold a name or a number, told in one pass over many: most of a text holds neither.

Finding names and numbers costs its calls passage by passage, whether or not there is anything to find. Here the same
automata and patterns run once over passages joined by blank lines; only passages that they touch are looked at whole.
Nothing may be missed: what is touched here is a superset of what `find_mentions` and `find_quantities` report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import accumulate

from synopticon.model.records import Passage
from synopticon.read.clauses import Spot, own_language, spot_of
from synopticon.read.cue import plain
from synopticon.read.currencies import with_currencies
from synopticon.read.introductions import with_short_names
from synopticon.read.mentions import names_may_stand
from synopticon.read.quantities import quantities_may_stand
from synopticon.text.fold import Folded, fold

_BETWEEN = "\n\n"
#: Characters that are looked at together: enough to forget the cost of a call, little enough for any memory.
_TOGETHER = 200_000


def spots_of(passages: Iterable[Passage], language: str | None) -> Iterator[Spot]:
    """Yield each passage with the names and numbers in it, in order; `language` is that of the document."""
    yield from with_currencies(with_short_names([*_found_in(passages, language)]))


def _found_in(passages: Iterable[Passage], language: str | None) -> Iterator[Spot]:
    for batch in _batches(passages):
        texts = [passage.text for passage in batch]
        lowered = [plain(text) for text in texts]
        owned = [own_language(passage, low, language) for passage, low in zip(batch, lowered, strict=True)]
        named = _touched(range(len(texts)), texts, names_may_stand)
        counted: set[int] = set()
        for own in dict.fromkeys(owned):
            numbers = [number for number, of in enumerate(owned) if of == own]
            counted |= _touched(numbers, [texts[n] for n in numbers], partial(quantities_may_stand, language=own))
        for number, passage in enumerate(batch):
            if number in named or number in counted:
                yield spot_of(passage, lowered[number], owned[number])
            else:
                yield Spot(passage, lowered[number], owned[number], (), ())


def _batches(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    batch: list[Passage] = []
    size = 0
    for passage in passages:
        batch.append(passage)
        size += len(passage.text)
        if size >= _TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _touched(numbers: Iterable[int], texts: list[str], places: Callable[[Folded], Iterable[int]]) -> set[int]:
    """Return which of the numbered texts hold a place that is told for all of them joined."""
    ends = list(accumulate(len(text) + len(_BETWEEN) for text in texts))
    found = {bisect_right(ends, place) for place in places(fold(_BETWEEN.join(texts)))}
    return {number for at, number in enumerate(numbers) if at in found}
