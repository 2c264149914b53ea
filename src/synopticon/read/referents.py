"""Words that stand for makers named before: "both firms", "either of them", "the company"."""

from __future__ import annotations

from dataclasses import replace

from synopticon.read.clauses import Clause
from synopticon.read.spans import MentionSpan

_NAMING = {"maker", "brand", "model", "product"}


def with_referents(clause: Clause, makers: tuple[str, ...], last: tuple[str, ...]) -> Clause:
    """Return the clause with mentions at the words that stand for makers.

    Args:
        clause: one that may speak of makers without naming them; one that names makers is returned as it is.
        makers: the makers named before, in the order in which they were first named.
        last: those of the statement before.
    """
    if not makers or any(m.maker and m.kind in _NAMING for m in clause.mentions):
        return clause
    text = clause.plain
    meant: tuple[str, ...] = ()
    found = None
    if len(makers) >= _PAIR:
        pair = last if len(last) == _PAIR else makers[-_PAIR:]
        found = clause.cues.find("both", text) or clause.cues.find("either", text)
        meant = pair if found is not None else ()
    if not meant and len(last) == 1:
        found = clause.cues.find("company", text)
        meant = last if found is not None else ()
    if found is None or not meant:
        return clause
    start, end = clause.start + found.start(), clause.start + found.end()
    words = clause.spot.passage.text[start:end]
    added = [MentionSpan(start, end, "maker", maker, words, maker, None) for maker in meant]
    return replace(clause, mentions=tuple(sorted((*clause.mentions, *added), key=lambda m: m.start)))


_PAIR = 2
