"""Checks the numbers of a draft before it is published: numbers with their spans in, findings out.

A new rule is one file in `rules` that defines ``RULE = Rule(name, check)``; its words go to `words.csv`.
"""

from __future__ import annotations

import importlib
from functools import cache

from synopticon.discover import discover
from synopticon.figures.lint.records import SEVERITIES, Draft, Finding, Known, Name, Number, Sheet, Text
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.sentence import sentences_of
from synopticon.figures.lint.ties import Tied, tie
from synopticon.figures.lint.words import pattern

__all__ = [
    "SEVERITIES",
    "Draft",
    "Finding",
    "Known",
    "Name",
    "Number",
    "Sheet",
    "Text",
    "all_rules",
    "is_of_them",
    "is_total_row",
    "lint",
]


def is_total_row(first: str) -> bool:
    """Tell whether a row of a table whose first cell this is adds up the rows above it."""
    return pattern("total_row").fullmatch(first.strip(" *_:：\u00a0")) is not None


def is_of_them(unit: str) -> bool:
    """Tell whether the word after a number says "of them", and so names nothing that is counted."""
    return pattern("of_them").fullmatch(unit) is not None


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the file names."""
    return tuple(discover(importlib.import_module("synopticon.figures.lint.rules"), "RULE", Rule))


def lint(draft: Draft, known: Known | None = None) -> list[Finding]:
    """Return what is wrong or missing in the numbers of a draft, in the order of the draft.

    Args:
        draft: its texts with the numbers and names found in them, its tables.
        known: the figures of a case, where the draft belongs to one.
    """
    tied: list[Tied] = []
    for sentence in sentences_of(draft.texts):
        previous = tied[-1] if tied and tied[-1].sentence.block == sentence.block else None
        tied.append(tie(sentence, previous))
    scene = Scene(draft, tuple(tied), known or Known())
    found: dict[tuple[str, str], Finding] = {}
    for rule in all_rules():
        for finding in rule.check(scene):
            found.setdefault((finding.rule, finding.locator), finding)
    order = {text.unit: place for place, text in reversed(list(enumerate(draft.texts)))}
    return sorted(found.values(), key=lambda finding: _place(finding, order))


def _place(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str]:
    unit, _, inner = finding.locator.rpartition("char=")
    start = int(inner.split(",")[0]) if inner[:1].isdigit() else 0
    return order.get(unit.rstrip(";"), len(order)), start, SEVERITIES.index(finding.severity), finding.rule
