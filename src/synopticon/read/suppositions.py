"""Clauses that state nothing: questions, requests, conditions."""

from __future__ import annotations

from synopticon.read.clauses import Clause


def is_supposition(clause: Clause) -> bool:
    """Tell whether a clause supposes, asks or repeats a request and so states nothing."""
    text = clause.plain
    if "?" in text or clause.cues.has("request", text):
        return True
    found = clause.cues.find("hypothetical", text)
    if found is None:
        return False
    named = min((m.start - clause.start for m in clause.mentions), default=len(text))
    return found.start() <= named or not clause.mentions
