"""A sentence of the draft with its numbers and names, and what stands around each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from synopticon.figures.lint.records import Finding, Name, Number, Text, finding_at
from synopticon.figures.lint.words import any_of
from synopticon.text.sentences import sentences

#: How far words may stand from a number to have anything to do with it, in characters.
_FAR = 300
#: Stands where a text was cut, so that a cut is never taken for the beginning or end of a sentence.
_CUT = "\0"
#: A "sentence" of more numbers than this is a table that lost its lines; its words join nothing.
_MOST = 120
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")


@cache
def _of_thing() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of('of')}\s+(?:(?:the|all|its|their|our|these|those)\s+)*([^\W\d_]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence; all offsets are code points of the text that it stands in.

    Attributes:
        place: its number in the draft, from 0.
        block: number of the paragraph; list items share that of the paragraph that leads to them.
    """

    text: Text
    start: int
    end: int
    place: int
    block: int

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the sentence, left to right."""
        numbers = self.text.numbers
        first = bisect_left(numbers, self.start, key=_start)
        return tuple(n for n in numbers[first : bisect_left(numbers, self.end, key=_start)] if n.end <= self.end)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, left to right."""
        names = self.text.names
        first = bisect_left(names, self.start, key=_start)
        return tuple(n for n in names[first : bisect_left(names, self.end, key=_start)] if n.end <= self.end)

    @cached_property
    def amounts(self) -> tuple[Number, ...]:
        """Counts and money with a value, left to right."""
        return tuple(n for n in self.numbers if n.kind in {"count", "money"} and n.value is not None)

    @cached_property
    def shares(self) -> tuple[Number, ...]:
        """Shares with a value, left to right."""
        return tuple(n for n in self.numbers if n.kind == "share" and n.value is not None)

    @property
    def words(self) -> str:
        """The text of the sentence."""
        return self.text.text[self.start : self.end]

    def before(self, at: int) -> str:
        """Return the text of the sentence before an offset; of a very long one the end, marked as cut."""
        start = max(self.start, at - _FAR)
        return ("" if start == self.start else _CUT) + self.text.text[start:at]

    def after(self, at: int) -> str:
        """Return the text of the sentence from an offset on; of a very long one the beginning, marked as cut."""
        end = min(self.end, at + _FAR)
        return self.text.text[at:end] + ("" if end == self.end else _CUT)

    def gap(self, start: int, end: int) -> str:
        """Return what stands between two offsets, without what is in brackets; what is far apart is cut."""
        return _BRACKETED.sub(" ", self.text.text[start : min(end, start + _FAR)]) + (
            _CUT if end - start > _FAR else ""
        )

    def thing_of(self, share: Number) -> str:
        """Return the word for what a share is of ("73 % of the councils"), lower case, or nothing."""
        match = _of_thing().match(self.text.text, share.end, self.end)
        return match[1].lower() if match else ""

    def finding(
        self, start: int, end: int, rule: str, severity: str, *, expected: str, found: str, advice: str
    ) -> Finding:
        """Return a finding on a stretch of the text that this sentence stands in."""
        told = finding_at(self.text, start, end, rule, severity, expected=expected, found=found, advice=advice)
        return replace(told, sentence=" ".join(self.words.split()))


def sentences_of(texts: Iterable[Text]) -> list[Sentence]:
    """Return the sentences of the draft in order; a number never spans two of them."""
    found: list[Sentence] = []
    block = -1
    for text in texts:
        if text.kind != "item" or block < 0:
            block += 1
        for start, end in _whole(text):
            sentence = Sentence(text, start, end, len(found), block)
            if len(sentence.numbers) <= _MOST:
                found.append(sentence)
    return found


def _whole(text: Text) -> list[tuple[int, int]]:
    """Return the spans of the sentences, joined where a number would be cut."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text.text, text.language):
        if spans and _is_inside_number(text, spans[-1][1]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _is_inside_number(text: Text, at: int) -> bool:
    place = bisect_left(text.numbers, at, key=_start) - 1
    return place >= 0 and at < text.numbers[place].end


def _start(span: Number | Name) -> int:
    return span.start
