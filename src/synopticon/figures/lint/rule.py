"""What a rule of the linter is: one file in `rules` that defines RULE."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from synopticon.figures.lint.records import Draft, Finding, Known
from synopticon.figures.lint.ties import Tied


@dataclass(frozen=True, slots=True)
class Scene:
    """A draft with its sentences and what their numbers have to do with one another."""

    draft: Draft
    tied: tuple[Tied, ...]
    known: Known = field(default_factory=Known)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of a whole draft.

    Attributes:
        name: of the family; its findings name what exactly is wrong.
        check: yields what it finds, in any order.
    """

    name: str
    check: Callable[[Scene], Iterator[Finding]]
