"""Sentences of scripts that chain their statements, cut where a statement ends: "A 12 of these, of which B; C …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from synopticon import reference
from synopticon.read.clauses import Clause, Spot, clause_of
from synopticon.read.cue import Matcher
from synopticon.read.grammar import all_languages
from synopticon.read.groups import Group, groups_of
from synopticon.read.referents import with_referents
from synopticon.read.settings import is_thing
from synopticon.read.spans import MentionSpan, QuantitySpan
from synopticon.text.fold import folded_key

_MARKS = re.compile(r"[，；;。！？!?،؛\n]|[,.](?=\s)|,(?=[^\d\s])|(?<=[^\d]),")
_FIELDS = re.compile(r"[\w\u0600-\u06d3()（）]{2,14}\s?[:：]")
_ENOUGH_FIELDS = 3
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """One statement of a sentence: its clause and the groups of makers in it."""

    clause: Clause
    groups: tuple[Group, ...]

    @property
    def start(self) -> int:
        """Return where the segment begins in its passage."""
        return self.clause.start

    @property
    def end(self) -> int:
        """Return where the segment ends in its passage."""
        return self.clause.end


def segments_of(
    spot: Spot, span: tuple[int, int], cues: Matcher, makers: tuple[str, ...], last: tuple[str, ...]
) -> list[Segment]:
    """Return the statements of a sentence, in order.

    Args:
        spot: the passage.
        span: of the sentence.
        cues: of its language.
        makers: the makers named before, in the order in which they were named first.
        last: those that were named last.
    """
    text = spot.passage.text[span[0] : span[1]]
    if len(_FIELDS.findall(text)) >= _ENOUGH_FIELDS and "\n" not in text.strip():
        cuts = [span[0], span[1]]  # a record in one line: its fields are one statement
    else:
        cuts = [span[0], *sorted(_cuts(spot, span, cues)), span[1]]
    result: list[Segment] = []
    for first, end in pairwise(cuts):
        start, stop = _trimmed(spot.passage.text, first, end)
        if stop - start < _SHORTEST:
            continue
        clause = with_referents(clause_of(spot, start, stop, span, cues), makers, last)
        groups = tuple(groups_of(clause))
        named = tuple(maker for group in groups for maker in group.makers)
        makers = tuple(dict.fromkeys((*(maker for maker in makers if maker not in named), *named)))
        last = named or last
        result.append(Segment(clause, groups))
    return result


def _cuts(spot: Spot, span: tuple[int, int], cues: Matcher) -> set[int]:
    text = spot.passage.text
    found = {match.end() for match in _MARKS.finditer(text, *span)}
    position = span[0]
    while (turn := cues.find("segment", spot.plain, position, span[1])) is not None:
        position = max(turn.end(), turn.start() + 1)
        found.add(turn.start())
    inside = {at for q in spot.quantities for at in range(q.start + 1, q.end)}
    return {at for at in found if span[0] < at < span[1]} - inside


_EDGES = ' \t\n\u3000,，、;；。.،؛:：”」』"»'


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def noun_of(q: QuantitySpan, language: str) -> tuple[str, str] | None:
    """Return what a count counts, as its sort (thing, body, site, paper, none) and an English noun; null if unknown."""
    if q.unit is not None and q.unit in _CAMERAS:
        return "thing", name_of_kind("camera")
    if q.product_kind is not None and is_thing(q.product_kind) and not is_work(q):
        return "thing", name_of_kind(q.product_kind)
    if q.unit is None:
        return None
    words = _counted(language)
    word = _key(q.unit)
    return words.get(word) or words.get(word.removeprefix("ال"))


def is_work(q: QuantitySpan) -> bool:
    """Tell whether the noun of a number is a word for work before it: 安装400支."""
    return q.product_kind is not None and q.product_kind.startswith("service")


def kind_of_counter(q: QuantitySpan) -> str | None:
    """Return the kind of the things that a measure word alone tells: 支 and 颗 count cameras."""
    return "camera" if q.unit in _CAMERA_COUNTERS else None


_CAMERA_COUNTERS = frozenset(("支", "颗", "顆"))


def noun_before(text: str, start: int, language: str) -> tuple[str, str] | None:
    """Return what the noun right before a number with a measure word is: 合同918份, 点位9,200个."""
    words = _counted(language)
    at = start
    while at and text[at - 1] in "共约为计达近逾超 ":
        at -= 1
    found = (words.get(_key(text[max(0, at - size) : at])) for size in (4, 3, 2) if at >= size)
    return next((noun for noun in found if noun is not None and noun[0] != "none"), None)


def kind_of(mention: MentionSpan) -> str | None:
    """Return the kind of equipment that a word names, null for anything else."""
    if mention.kind != "product" or mention.maker is not None:
        return None
    if mention.text in _CAMERAS:
        return "camera"
    return mention.product_kind if is_thing(mention.product_kind) else None


#: Written so, in Taiwan, the word for a monitor is one for a camera.
_CAMERAS = frozenset(("監視器", "監視機"))


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    return folded_key(word)


@cache
def _counted(language: str) -> dict[str, tuple[str, str]]:
    known = all_languages().get(language)
    told = known.counted if known is not None else {}
    return {
        folded_key(word): (sort, noun)
        for named, words in told.items()
        for sort, _, noun in [named.partition(" ")]
        for word in words.split()
    }


_PLURAL = re.compile(r"[a-z]{3,}[^s\W]s")


@cache
def _names() -> dict[str, str]:
    """Return the plural noun of each kind of equipment: the first plural of the English terms."""
    names: dict[str, str] = {}
    for row in reference.products():
        if row.language == "en" and _PLURAL.fullmatch(row.term):
            names.setdefault(row.product_kind, row.term)
    return names


def name_of_kind(kind: str) -> str:
    """Return the English noun for things of a kind."""
    return "devices" if kind in _GEAR else _names().get(kind, "devices")


#: What only serves the equipment a text is about.
_GEAR = frozenset(("switch", "monitor", "access_control", "alarm", "storage", "audio"))
