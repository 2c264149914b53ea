"""Claims that a user's own model proposes: checked against the source, held back, never counted.

A proposer is any callable from a passage to candidates: a named-entity model, an endpoint on the user's machine. None
comes with this package and none is called unless the caller hands one over. A candidate is an opinion about the text;
what remains of it is only what the text itself bears out: words that stand there, numbers that stand in those words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from synopticon.model.records import Claim, Passage
from synopticon.read.claims import Count, Thing, make_claim, text_evidence
from synopticon.read.mentions import find_mentions
from synopticon.read.quantities import find_quantities

MODALITIES = frozenset(
    (
        *("asked", "talks", "planned", "contracted", "delivered", "installed", "owned", "used", "paid", "removed"),
        *("not_held", "refused", "listed", "not_responded", "other"),
    )
)
POLARITIES = frozenset(("affirmed", "negated", "denied", "alleged", "estimated"))
HELD = "held"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a model proposes of one passage.

    Attributes:
        quote: the words of the passage that state it, copied exactly.
        modality, polarity: of the words of `Claim`; a candidate with others is turned down.
        maker: id of a maker that the quote names, or null.
        quantity: a number that stands in the quote, or null.
    """

    quote: str
    modality: str
    polarity: str = "affirmed"
    maker: str | None = None
    quantity: Decimal | None = None


Proposer = Callable[[Passage], Iterable[Candidate]]


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """A candidate that the source does not bear out, and why."""

    candidate: Candidate
    reason: str


def propose(
    name: str, proposer: Proposer, passages: Iterable[Passage], *, body: str | None = None
) -> Iterator[Claim | TurnedDown]:
    """Yield a held claim for each candidate that the source bears out, and `TurnedDown` for each that it does not.

    Every claim has the extractor ``machine:NAME``, low confidence and the review state ``held``, so that no figure
    counts it before a person has decided. Words quoted from others ("role" quoted) are not shown to the proposer.

    Args:
        name: what the extractor is called after; letters, digits and ``-_.`` only.
        proposer: called once per passage.
        passages: of one document.
        body: the body that the document is of, where it has one.

    Raises:
        ValueError: the name is empty or holds other characters.
    """
    if not name or not all(letter.isalnum() or letter in "-_." for letter in name):
        raise ValueError(f"expected a proposer's name of letters, digits and -_., found {name!r}")
    seen: set[str] = set()
    for passage in passages:
        if passage.role == "quoted" or not passage.text.strip():
            continue
        for candidate in proposer(passage):
            found = _checked(name, candidate, passage, body)
            if isinstance(found, Claim):
                if found.claim in seen:
                    continue
                seen.add(found.claim)
            yield found


def _checked(name: str, candidate: Candidate, passage: Passage, body: str | None) -> Claim | TurnedDown:
    if candidate.modality not in MODALITIES or candidate.polarity not in POLARITIES:
        return TurnedDown(candidate, f"unknown modality or polarity: {candidate.modality}, {candidate.polarity}")
    start = passage.text.find(candidate.quote) if candidate.quote.strip() else -1
    if start < 0:
        return TurnedDown(candidate, "the quote does not stand in the passage")
    end = start + len(candidate.quote)
    named = [m for m in find_mentions(passage.text) if start <= m.start and m.end <= end and m.maker]
    if candidate.maker is not None and candidate.maker not in {m.maker for m in named}:
        return TurnedDown(candidate, "the quote does not name the maker")
    counted = [q for q in find_quantities(passage.text) if start <= q.start and q.end <= end and q.kind == "count"]
    number = next((q for q in counted if candidate.quantity is not None and q.value == candidate.quantity), None)
    if candidate.quantity is not None and number is None:
        return TurnedDown(candidate, "the quote does not state the number")
    evidence = text_evidence(
        passage.document, passage.unit, passage.start, passage.text, (start, end), (start, end), passage.language
    )
    if evidence is None or evidence.quote not in candidate.quote:
        return TurnedDown(candidate, "the quote cannot be shown without naming a person")
    count = Count()
    if number is not None and isinstance(number.value, Decimal):
        count = Count(number.value, number.low, number.high, number.unit, number.qualifier)
    claim = make_claim(
        evidence,
        candidate.modality,
        extractor=f"machine:{name}",
        thing=Thing(makers=(candidate.maker,) if candidate.maker is not None else ()),
        count=count,
        polarity=candidate.polarity,
        confidence="low",
        body=body,
    )
    return replace(claim, review_state=HELD)
