"""Sentences of a report with all that stands in them, and what was spoken of before each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from synopticon.model.locator import char_span
from synopticon.model.records import Claim
from synopticon.read.clauses import Clause, Spot, clause_of, cues_at, sentence_spans
from synopticon.read.groups import Group, groups_of
from synopticon.read.register_plan import is_equipment
from synopticon.read.spans import MentionSpan, QuantitySpan

#: Kinds of equipment that are parts or fittings: their numbers are properties of what they belong to.
_FITTINGS = frozenset(("lens", "bracket", "accessory", "pole", "tag"))
#: So many sentences after the last name or word for equipment a text still speaks of it.
_REMEMBERED = 6


@dataclass(slots=True)
class Setting:
    """One sentence: its words, names and numbers, and the claims that were read from it alone."""

    spot: Spot
    clause: Clause
    groups: list[Group]
    claims: list[Claim]

    @property
    def start(self) -> int:
        """Return where the sentence begins in its passage."""
        return self.clause.start

    @property
    def end(self) -> int:
        """Return where the sentence ends in its passage."""
        return self.clause.end

    @property
    def plain(self) -> str:
        """Return the words of the whole passage for cues."""
        return self.spot.plain


@dataclass(slots=True)
class Focus:
    """What a text speaks of when a sentence begins.

    Attributes:
        named: all makers in the order in which they were last named, the last one at the end.
        makers: those of the sentence that named any last.
        holders: the makers of the things that were counted last, empty where they were of no maker.
        noun, kind: the word for the equipment spoken of last.
        bodies: the word for the bodies spoken of last.
        sizes: how many bodies were counted, so that "of the 51" is known again.
        counted: the class of what the last number counted.
        sets: the makers of the things that were counted, by their number.
        owners: the makers of the things of bodies that were named in full.
        is_shared: the things counted last were of no one maker.
        known: the makers that were not denied, all of the text.
        usual: what is done with equipment in a document of this kind, where no word tells.
        title: the makers that the first passage names.
        passage: which passage was read last, and its makers.
        is_share: a share of equipment was stated.
        lasting: the makers of the last things that were of any.
        firms: how many companies were counted.
        here: the makers of the things counted so far in the sentence.
        sorts: what the numbers before in the sentence count.
        near: the passage of the last sentence, and the makers that it named.
    """

    named: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    noun: str | None = None
    kind: str | None = None
    bodies: str | None = None
    counted: str | None = None
    sizes: dict[object, str] = field(default_factory=dict)
    sets: dict[object, tuple[str, ...]] = field(default_factory=dict)
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    is_shared: bool = False
    is_share: bool = False
    known: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    usual: str | None = None
    passage: tuple[int, tuple[str, ...]] = (0, ())
    lasting: tuple[str, ...] = ()
    firms: set[object] = field(default_factory=set)
    here: list[tuple[str, ...]] = field(default_factory=list)
    sorts: list[str] = field(default_factory=list)
    near: tuple[int, tuple[str, ...]] = (0, ())


def things_in(mentions: Sequence[MentionSpan]) -> list[MentionSpan]:
    """Return the words for equipment that can be counted, without work, programs and fittings."""
    return [m for m in mentions if m.kind == "product" and m.maker is None and is_thing(m.product_kind)]


def is_thing(kind: str | None) -> bool:
    """Tell whether a kind is equipment that claims count."""
    return is_equipment(kind) and kind not in _FITTINGS


def by_passage(spots: Sequence[Spot], claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    """Return claims by the number of the passage in which they stand."""
    placed: dict[str, list[tuple[int, Claim]]] = {}
    for claim in claims:
        unit, found, span = claim.locator.rpartition("char=")
        if found and span.partition(",")[0].isdigit():
            placed.setdefault(unit, []).append((int(span.partition(",")[0]), claim))
    result: dict[int, list[Claim]] = {}
    for number, spot in enumerate(spots):
        unit = char_span(spot.passage.unit, 0, 0).rpartition("char=")[0]
        end = spot.passage.start + len(spot.passage.text)
        own = [claim for start, claim in placed.get(unit, ()) if spot.passage.start <= start < end]
        if own:
            result[number] = own
    return result


def settings_of(spots: Sequence[Spot], claims: dict[int, list[Claim]]) -> Iterator[Setting]:
    """Yield the sentences that hold numbers or names, while the text still speaks of equipment.

    Args:
        spots: the passages, in order.
        claims: what was read so far, by the number of the passage.
    """
    silence = _REMEMBERED
    for number, spot in enumerate(spots):
        read = claims.get(number, [])
        if spot.passage.role not in {"text", "signature"}:
            continue
        if not spot.mentions and not read and (silence >= _REMEMBERED or not spot.quantities):
            silence += 1
            continue
        for span in sentence_spans(spot):
            cues = cues_at(spot, span)
            if cues is None:
                continue
            clause = clause_of(spot, span[0], span[1], span, cues)
            silence = 0 if clause.mentions else silence + 1
            if clause.mentions or clause.quantities or (cues.reads_numbers and cues.has("bodies", clause.plain)):
                own = [claim for claim in read if _lies_in(claim, spot, span)]
                yield Setting(spot, clause, groups_of(clause), own)


def place_of(claim: Claim, spot: Spot) -> tuple[int, int] | None:
    """Return where in its passage the quote of a claim stands."""
    first, found, span = claim.locator.rpartition("char=")
    del first
    start, comma, end = span.partition(",")
    if not (found and comma and start.isdigit() and end.isdigit()):
        return None
    return int(start) - spot.passage.start, int(end) - spot.passage.start


def _lies_in(claim: Claim, spot: Spot, span: tuple[int, int]) -> bool:
    place = place_of(claim, spot)
    return place is not None and span[0] <= place[0] < span[1]


def number_of(claim: Claim, setting: Setting) -> QuantitySpan | None:
    """Return the number of a sentence that a claim states."""
    place = place_of(claim, setting.spot)
    if place is None:
        return None
    for q in setting.clause.quantities:
        if not (place[0] <= q.start and q.end <= place[1]):
            continue
        if q.kind == "money" and claim.currency == q.currency and claim.amount in {q.value, q.low, q.high}:
            if claim.amount is not None:
                return q
        elif q.kind in {"count", "share"} and (claim.unit == "share") == (q.kind == "share"):
            same = claim.quantity == q.value and claim.low == q.low and claim.high == q.high
            if same and (q.value is not None or q.low is not None):
                return q
    return None
