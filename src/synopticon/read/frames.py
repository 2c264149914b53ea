"""What holds for all sentences of a document, and what a clause says of who, when and from whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from synopticon.read.binding import Part
from synopticon.read.claims import NO_THING, Thing, without_person
from synopticon.read.clauses import Clause, Spot
from synopticon.read.speakers import holder_in

_COMPANY = re.compile(r"(?:[A-Z][\w'&.-]*|&)(?:[ ,]{1,2}(?:[A-Z][\w'&.-]*|&|and|of|the)){0,6}")


@dataclass(frozen=True, slots=True)
class Told:
    """What earlier sentences told and later ones may refer to.

    Attributes:
        thing: the equipment named last.
        pending: a number of things of no maker yet, with the sentence that stated it.
        makers: all makers named so far, the one named last at the end.
        last: those of the last statement that named any.
        noun: the kind and the word of the things that were named last.
    """

    thing: Thing = NO_THING
    pending: tuple[Spot, Part, tuple[int, int]] | None = None
    makers: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    noun: tuple[str | None, str | None] = (None, None)

    @property
    def is_open(self) -> bool:
        """Tell whether a bare number may belong to something told before."""
        return bool(self.thing.makers) or self.pending is not None


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for all sentences of a document.

    Attributes:
        is_about: it names equipment or makers somewhere.
        is_letter: a document of no known kind that reads like an answer to a request.
    """

    document: str
    body: str | None
    source_kind: str
    language: str | None
    is_about: bool = False
    is_letter: bool = False

    @property
    def is_reply(self) -> bool:
        """Tell whether one body speaks of itself."""
        return self.is_letter or self.source_kind in {"replies", "assets", "register"}


def body_of(frame: Frame, clause: Clause) -> str | None:
    """Return the body that the document is of, unless the clause speaks of somebody else's equipment."""
    if frame.body is None or not clause.cues.has("other_party", clause.plain):
        return frame.body
    return frame.body if clause.cues.has("own", clause.plain) else None


def subject_of(frame: Frame, clause: Clause) -> str | None:
    """Return the words that a clause has for the body that does it, null when they name a person or no body."""
    own = clause.cues.find("own", clause.plain)
    if frame.is_reply and own is not None:
        return clause.spot.passage.text[clause.start + own.start() : clause.start + own.end()]
    hits = clause.cues.modalities_in(clause.plain)
    verb = next((hits[modality] for modality, _ in clause.cues.modalities if modality in hits), None)
    if verb is None:
        return None
    return without_person(holder_in(clause, clause.start, clause.start + verb.start()))


def date_of(clause: Clause) -> str | None:
    """Return the first date of a clause."""
    return next((q.value for q in clause.quantities if q.kind == "date" and isinstance(q.value, str)), None)


def supplier_of(clause: Clause) -> str | None:
    """Return the company with a legal form that a clause names as supplier or contractor."""
    text = clause.spot.passage.text
    cue = clause.cues.find("supplier", clause.plain)
    if cue is None:
        return None
    for found in _COMPANY.finditer(text, clause.start, clause.end):
        last = found.group().replace(",", " ").split()[-1].lower()
        if len(found.group().split()) > 1 and clause.cues.find("legal_form", last):
            return found.group().strip(" ,")
    return None
