"""Who says so, in the words of the source."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.read.claims import without_person
from synopticon.read.clauses import Clause
from synopticon.read.speakers import speaker_in
from synopticon.text.persons import is_private_person

_WORDS, _LENGTH = 9, 80
_STOPS = ',;.。；،:\n"“”()（）'
_EDGES = " \t\n,;:.،。\"'“”‘’()-–—"


@dataclass(frozen=True, slots=True)
class Voice:
    """The one who says so: its name without persons, and its span in the passage."""

    name: str | None
    start: int
    end: int


def voice_of(clause: Clause) -> Voice | None:
    """Return who a sentence gives as the source of a clause: before a verb of saying, or after "according to"."""
    start, end = clause.sentence
    text = clause.spot.plain
    before = clause.cues.find("attribution_before", text, start, end)
    if before is not None:
        stop = _stop(text, before.end(), end, clause)
        return _voice(clause, before.end(), stop)
    verb = clause.cues.find("attribution_verb", text, start, clause.end)
    if verb is None:
        return None
    if clause.cues.verb_first:
        return _voice(clause, verb.end(), _stop(text, verb.end(), end, clause))
    return _voice(clause, _begin(text, start, verb.start()), verb.start())


def _stop(text: str, start: int, end: int, clause: Clause) -> int:
    that = clause.cues.find("that", text, start, end)
    stops = [position for mark in _STOPS if (position := text.find(mark, start, end)) > start]
    if that is not None and that.start() > start:
        stops.append(that.start())
    return min([*stops, end])


def _begin(text: str, start: int, end: int) -> int:
    return max([start, *(text.rfind(mark, start, end) + 1 for mark in _STOPS)])


def _voice(clause: Clause, start: int, end: int) -> Voice | None:
    words = clause.spot.passage.text[start:end].strip(_EDGES)
    if not words or len(words) > _LENGTH or len(words.split()) > _WORDS:
        words = " ".join(words.split()[:_WORDS])[:_LENGTH].strip(_EDGES)
    if not words:
        return None
    if _may_be_surname(clause, words, start):
        return Voice(None, start, end)
    at = clause.spot.passage.text.find(words, start, end)
    said = speaker_in(clause, at, at + len(words))
    return Voice(without_person(said), start, end)


def _may_be_surname(clause: Clause, words: str, start: int) -> bool:
    """Tell whether a voice is one capitalised word that no table knows: it may be a spokesman's surname."""
    if is_private_person(words):
        return True
    if " " in words or not words[:1].isupper() or words.isupper():
        return False
    return not any(start <= m.start <= start + len(words) + 2 for m in clause.spot.mentions)
