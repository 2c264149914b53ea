"""A sentence of the draft with its numbers and names, and what stands around each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from synopticon.figures.lint.records import Finding, Name, Number, Text, finding_at
from synopticon.figures.lint.words import any_of
from synopticon.text.sentences import sentences

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
        return tuple(n for n in self.text.numbers if self.start <= n.start and n.end <= self.end)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, left to right."""
        return tuple(name for name in self.text.names if self.start <= name.start and name.end <= self.end)

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
        """Return the text of the sentence before an offset."""
        return self.text.text[self.start : at]

    def after(self, at: int) -> str:
        """Return the text of the sentence from an offset on."""
        return self.text.text[at : self.end]

    def gap(self, start: int, end: int) -> str:
        """Return what stands between two offsets, without what is in brackets."""
        return _BRACKETED.sub(" ", self.text.text[start:end])

    def thing_of(self, share: Number) -> str:
        """Return the word for what a share is of ("73 % of the councils"), lower case, or nothing."""
        match = _of_thing().match(self.text.text, share.end, self.end)
        return match[1].lower() if match else ""

    def finding(
        self, start: int, end: int, rule: str, severity: str, *, expected: str, found: str, advice: str
    ) -> Finding:
        """Return a finding on a stretch of the text that this sentence stands in."""
        return finding_at(self.text, start, end, rule, severity, expected=expected, found=found, advice=advice)


def sentences_of(texts: Iterable[Text]) -> list[Sentence]:
    """Return the sentences of the draft in order; a number never spans two of them."""
    found: list[Sentence] = []
    block = -1
    for text in texts:
        if text.kind != "item" or block < 0:
            block += 1
        for start, end in _whole(text):
            found.append(Sentence(text, start, end, len(found), block))
    return found


def _whole(text: Text) -> list[tuple[int, int]]:
    """Return the spans of the sentences, joined where a number would be cut."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text.text, text.language):
        if spans and any(n.start < spans[-1][1] < n.end for n in text.numbers):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans
