"""How a match with an official list may be worded. Nothing on a page about a list is written anywhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from synopticon.model.records import Match
from synopticon.model.vocabulary import LEGAL_TYPES
from synopticon.publish import names, words
from synopticon.publish.speech import t
from synopticon.publish.view import View

CAVEAT = "A listing in one country is not a ban in another."
_SANCTION = re.compile(r"\bsanction(?:s|ed)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a page prints of one match."""

    match: Match
    sentence: str
    list_name: str
    legal_label: str
    tier: str
    path: str = ""

    @property
    def is_itself(self) -> bool:
        """Whether the list names this organisation, not another of its group."""
        return self.match.tier != "brand_or_group"


def wordings(seen: View, organisation: str) -> list[Wording]:
    """Return what is printed of an organisation's matches: in force first, itself before its group."""
    matches = sorted(seen.matches_by_organisation.get(organisation, ()), key=_rank)
    return [wording(seen, match) for match in matches]


def _rank(match: Match) -> tuple[bool, bool, int, str, str]:
    law = LEGAL_TYPES.index(match.legal_type) if match.legal_type in LEGAL_TYPES else len(LEGAL_TYPES)
    return (not match.is_in_force, match.tier == "brand_or_group", law, match.list, match.listing)


def wording(seen: View, match: Match) -> Wording:
    """Return the words for a match: its own wording, or a plain statement that the name stands on the list.

    A wording that speaks of sanctions is used only for a list of that legal type.
    """
    is_sound = match.wording and (match.legal_type == "sanctions" or not _SANCTION.search(match.wording))
    return Wording(
        match,
        match.wording if is_sound else _plain(seen, match),
        seen.list_name(match.list),
        legal_label(match.legal_type),
        t(words.TIERS.get(match.tier, words.readable(match.tier))),
        _path(seen, match),
    )


def _path(seen: View, match: Match) -> str:
    """Return the steps from a name to its entry as names; empty where the name is the entry itself."""
    steps = [step.strip() for step in match.via.split(">") if step.strip()]
    named = [seen.maker_name(step) if step in seen.makers or step in names.spoken_names() else step for step in steps]
    return " → ".join(named) if len(set(named)) > 1 or steps[:1] not in ([], [match.organisation]) else ""


def legal_label(legal_type: str) -> str:
    """Return the kind of law in words, as the reference tables have it."""
    return t(names.legal_labels().get(legal_type, words.readable(legal_type)))


def _plain(seen: View, match: Match) -> str:
    stood = "stands" if match.is_in_force else "did not stand"
    return f"{match.listed_name} {stood} on {seen.list_name(match.list)} on {match.as_of}."
