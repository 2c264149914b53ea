"""A claim in a few words, for headings and tables."""

from __future__ import annotations

from dataclasses import dataclass

from synopticon.model.records import Claim
from synopticon.publish import words
from synopticon.publish.numbers import amount, quantity
from synopticon.publish.speech import t
from synopticon.publish.view import View, makers_of

#: Rules that read cells, and how many words a quote may have to be a bare cell.
_ROWS = frozenset({"register", "ledger", "notice", "contract", "table"})
_BARE = 4


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, in parts that a template sets apart.

    Attributes:
        verb: what is said of the equipment ("owned"), with its polarity when that is not a plain statement.
        makers: (id, name) of each maker that the claim names.
        is_joint: the claim names several makers together; its number belongs to them together.
        things: brand, model, kind of product and capability, as far as told.
        number, money, date: in words; empty when not told.
    """

    verb: str
    makers: tuple[tuple[str, str], ...]
    is_joint: bool
    things: tuple[str, ...]
    number: str
    money: str
    date: str


def said(seen: View, claim: Claim) -> Said:
    """Return the parts of a claim in words."""
    makers = tuple((maker, seen.maker_name(maker)) for maker in makers_of(claim))
    things = (
        f"{t('brand')} {seen.maker_name(claim.brand)}" if claim.brand and claim.brand != claim.maker else "",
        claim.title or "",
        f"{t('model')} {claim.model}" if claim.model else "",
        "" if quantity(claim) else t(words.readable(claim.product_kind)),
        t(words.readable(claim.capability)),
    )
    return Said(
        verb(claim),
        makers,
        len(makers) > 1,
        tuple(thing for thing in things if thing),
        quantity(claim),
        amount(claim),
        claim.date or "",
    )


def verb(claim: Claim) -> str:
    """Return the modality in words, with the polarity when it is not a plain statement."""
    plain = t(words.MODALITIES.get(claim.modality, words.readable(claim.modality)))
    if claim.polarity == "affirmed":
        return plain
    if claim.polarity == "negated":
        return t("not {what}").format(what=plain)
    return t("{what}, {how}").format(
        what=plain, how=t(words.POLARITIES.get(claim.polarity, words.readable(claim.polarity)))
    )


def in_brief(seen: View, claim: Claim) -> str:
    """Return who, what, which makers and how many in one line, for a list of results."""
    told = said(seen, claim)
    who = seen.body_name(claim.body) or claim.subject or t("Not told who")
    makers = t(" or ").join(name for _, name in told.makers)
    return f"{who}: " + " · ".join(part for part in (makers, told.verb, told.number, told.money, told.date) if part)


def reading_of(claim: Claim) -> str:
    """Return what a second parser makes of a claim: a key of `words.SECOND_READINGS`, empty where none was due."""
    return (claim.second_reading or "").partition(":")[0].strip()


def context_of(claim: Claim) -> str:
    """Return what stands around a quote that is a bare cell; empty for a quote that speaks for itself.

    Where the reading kept the header and the row, these; else what else the claim took from its row.
    """
    if claim.context:
        return claim.context
    if claim.extractor not in _ROWS or len(claim.quote.split()) > _BARE:
        return ""
    parts = (claim.title, claim.model, words.readable(claim.product_kind), claim.unit, claim.supplier, claim.date)
    told = dict.fromkeys(part for part in parts if part and part != claim.quote)
    return " · ".join(told)
