"""When two claims are held to speak of the same thing: who, which maker, which kind, which programme, which voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from synopticon.figures.statements import file_of, is_holding, is_later, makers_of
from synopticon.figures.words import name_in, programmes_in
from synopticon.model.records import Claim, Document
from synopticon.text.fold import folded_key

#: Steps towards having equipment, the first the weakest: whoever denies a step denies those that follow from it.
STEPS = {"talks": 0, "planned": 1, "contracted": 2, "delivered": 3}
#: Claims of a review that has spoken against them, or that were replaced by the same voice, contradict nobody.
_SPEAKING = ("confirmed", "unreviewed")


@dataclass(frozen=True, slots=True)
class Thing:
    """What claims are about, with the reason why they are held to be about the same.

    Attributes:
        about: ``body``, ``programme``, ``subject`` or ``document``; see `model.records.Contradiction`.
        name: id of the body, folded name of the programme or subject, hash of the document.
    """

    about: str
    name: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: the file, and the one that the file names as speaker (empty for the file itself)."""

    file: tuple[str, str]
    speaker: str


def speaks(claim: Claim) -> bool:
    """Tell whether a claim may contradict another."""
    return claim.review_state in _SPEAKING


def voice_of(claim: Claim) -> Voice:
    """Return who says a claim."""
    return Voice(file_of(claim), folded_key(claim.attribution or "").strip())


def things_of(claim: Claim) -> list[Thing]:
    """Return everything that a claim is about, the best reason first; none when nobody knows.

    A claim on no known body is about its programme or its subject, when these are names; a claim on a deal is also
    about the one report and maker that it stands with.
    """
    things: list[Thing] = []
    if claim.body:
        things.append(Thing("body", claim.body))
    if claim.extractor != "ledger":  # a payment is its own, whatever programme it was for
        named = programmes_in(f"{claim.title or ''}\n{claim.quote}")
        things += [Thing("programme", name) for name in sorted(named)]
    if claim.body:
        return things
    if name := " ".join(sorted(name_in(claim.subject))):
        things.append(Thing("subject", name))
    if makers_of(claim) and (claim.modality in STEPS or claim.amount is not None) and not is_holding(claim):
        things.append(Thing("document", claim.document))
    return things


def kinds_meet(one: Claim, other: Claim) -> bool:
    """Tell whether two claims may speak of the same kind of thing; an unstated kind meets any without a unit."""
    if one.capability != other.capability and None not in (one.capability, other.capability):
        return False
    if one.product_kind == other.product_kind:
        return one.product_kind is not None or one.unit == other.unit
    silent = one if one.product_kind is None else other if other.product_kind is None else None
    return silent is not None and silent.unit is None


def brand_of(claim: Claim) -> str | None:
    """Return the brand of a claim where it is another name than the maker's."""
    return None if claim.brand in makers_of(claim) or claim.brand == claim.maker else claim.brand


def told_on(claim: Claim, documents: Mapping[str, Document]) -> str | None:
    """Return the day that a claim speaks of: its own date, else that of its document."""
    document = documents.get(claim.document)
    return claim.date or (document.received if document else None)


def are_apart_in_time(one: Claim, other: Claim) -> bool:
    """Tell whether both claims carry dates and these cannot be the same: then something changed in between."""
    return is_later(one.date, other.date) or is_later(other.date, one.date)


def common_makers(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the makers that all of the claims that name makers have in common, else all that any names."""
    named = [makers_of(claim) for claim in claims if makers_of(claim)]
    if not named:
        return ()
    return tuple(sorted(frozenset.intersection(*named) or frozenset.union(*named)))
