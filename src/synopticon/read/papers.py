"""Papers of trade that a reply encloses: an invoice says what was bought, not what is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from synopticon.model.records import Claim
from synopticon.read.clauses import Spot
from synopticon.read.cue import matcher_of
from synopticon.read.reply_words import reply_matcher

#: The title of a paper stands among its first passages, and alone or nearly so on its line.
_FIRST, _LINE = 6, 90
_HELD = {"owned", "installed", "used"}


def is_paper(spots: Sequence[Spot]) -> bool:
    """Tell whether a document is an invoice, an order or the like, and no letter about one."""
    heads = [spot for spot in spots[:_FIRST] if len(spot.passage.text) <= _LINE]
    titled = any((words := reply_matcher(s.language)) is not None and words.has("paper", s.plain) for s in heads)
    if not titled:
        return False
    for spot in spots:
        cues = matcher_of(spot.language)
        if cues is not None and cues.has("letter", spot.plain):
            return False
    return True


def as_bought(claim: Claim) -> Claim:
    """Return a claim of a holding as one of a delivery."""
    return replace(claim, modality="delivered") if claim.modality in _HELD and claim.polarity == "affirmed" else claim
