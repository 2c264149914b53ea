"""Links claims about the same thing that cannot all be so. Nothing is settled: they are to be shown side by side.

What the same voice replaced (a correction, a later inventory) is no contradiction, nor is what changed between two
dates that the sources give. `sameness.py` says when claims are about the same thing; the kinds of difference are the
functions below, one each.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from synopticon.figures.disagreeing import Statement, disagree, statements_of
from synopticon.figures.notes import plain
from synopticon.figures.sameness import (
    STEPS,
    Thing,
    are_apart_in_time,
    brand_of,
    common_makers,
    kinds_meet,
    speaks,
    things_of,
    told_on,
    voice_of,
)
from synopticon.figures.statements import HOLDING, file_of, is_holding, is_later, is_row, makers_of, total, units_of
from synopticon.figures.totals import is_total, makes, parts_of_totals, uncounted
from synopticon.figures.words import says_all, says_total
from synopticon.model.records import Claim, Contradiction, Document

_YES = ("affirmed", "estimated", "alleged")
_NO = ("negated", "denied")
#: Two amounts further apart than this are not taken for one deal without another sign.
_NEAR = Decimal("1.25")
#: Pairs are compared one by one; in a group of more claims the rest is left to the first ones.
_MOST = 200
Pair = tuple[Claim, Claim]
Papers = Mapping[str, Document]


def contradictions(claims: Sequence[Claim], documents: Iterable[Document] = ()) -> list[Contradiction]:
    """Return what contradicts what among settled claims, ordered by what it is about.

    * ``value``: two voices give numbers, or sums of money of one kind, that cannot both be so ("about" and ranges
      are given their room).
    * ``total``: a sentence gives a sum that is not that of the rows in the same file.
    * ``polarity``: one voice says yes (or a source alleges it), another no.
    * ``modality``: one voice speaks of an agreement, another of talks; or of a removal, and another of use after it.
    * ``date``: two voices date the same event differently.

    Two voices are two files, or two speakers in one file. A claim may stand in several contradictions.
    """
    papers = {document.document: document for document in documents}
    order = {claim.claim: at for at, claim in enumerate(claims)}
    found: dict[tuple[str, ...], Contradiction] = {}
    linked: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for thing, held in _by_thing(claims):
        for differs, pairs in _differences(thing, held, papers):
            for group in _joined(pairs):
                members = frozenset(claim.claim for claim in group)
                if any(members <= known for known in linked[differs, min(members)]):
                    continue  # the same claims are linked already, for a better reason
                for member in members:
                    linked[differs, member].append(members)
                record = _record(thing, differs, sorted(group, key=lambda claim: order[claim.claim]), papers)
                found[record.about, thing.name, record.contradiction] = record
    return [found[key] for key in sorted(found)]


def _by_thing(claims: Iterable[Claim]) -> list[tuple[Thing, list[Claim]]]:
    """Group the claims that may contradict by what they are about, the best reasons first."""
    groups: dict[Thing, list[Claim]] = defaultdict(list)
    for claim in claims:
        if speaks(claim) or claim.review_state == "duplicate":
            for thing in things_of(claim):
                groups[thing].append(claim)
    ranks = {about: rank for rank, about in enumerate(("body", "programme", "subject", "document"))}
    return sorted(groups.items(), key=lambda item: (ranks[item[0].about], item[0].name))


def _differences(thing: Thing, every: Sequence[Claim], papers: Papers) -> list[tuple[str, list[Pair]]]:
    """Return the pairs of each kind. A repeated number does not count twice, but its date may be another."""
    held = [claim for claim in every if speaks(claim)]
    return [
        ("total", _totals(held)),
        ("value", [*_numbers(held), *_amounts(thing, held)]),
        ("polarity", _polarities(held, papers)),
        ("modality", [*_steps(held, papers), *_removals(held, papers)]),
        ("date", _dates(every)),
    ]


def _pairs(held: Sequence[Claim], test: Callable[[Claim, Claim], bool]) -> list[Pair]:
    return [(one, other) for one, other in combinations(held[:_MOST], 2) if test(one, other)]


def _are_two_voices(one: Claim, other: Claim) -> bool:
    return voice_of(one) != voice_of(other)


# -- numbers -------------------------------------------------------------------------------------------------------


def _numbers(every: Sequence[Claim]) -> list[Pair]:
    """Holdings of one maker, brand and kind, file by file and speaker by speaker; a total is held against its rows."""
    added_up = uncounted(every)
    held = [claim for at, claim in enumerate(every) if at not in added_up]
    groups: dict[tuple[frozenset[str], str | None], list[Claim]] = defaultdict(list)
    for claim in held:
        if is_holding(claim) and claim.unit != "share" and units_of(claim).number is not None and _names_thing(claim):
            groups[makers_of(claim), brand_of(claim)].append(claim)
    pairs: list[Pair] = []
    for group in groups.values():
        for one, other in combinations(statements_of(group)[:_MOST], 2):
            if _is_comparable(one, other) and disagree(one, other):
                pairs += [(one.first, claim) for claim in other.shown] + [(other.first, claim) for claim in one.shown]
    return pairs


def _names_thing(claim: Claim) -> bool:
    return bool(makers_of(claim)) or claim.product_kind is not None


def _is_comparable(one: Statement, other: Statement) -> bool:
    return (
        one.voice != other.voice
        and kinds_meet(one.first, other.first)
        and not are_apart_in_time(one.first, other.first)
    )


def _totals(held: Sequence[Claim]) -> list[Pair]:
    """A sentence and the rows of the same file."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in held:
        if is_holding(claim) and units_of(claim).number is not None:
            groups[file_of(claim), makers_of(claim), brand_of(claim), claim.product_kind].append(claim)
    pairs = [(held[at], held[row]) for at, rows in parts_of_totals(held) if not makes(held, at, rows) for row in rows]
    for group in groups.values():
        rows = [claim for claim in group if is_row(claim) and not is_total(claim)]
        whole = total(rows).number
        for claim in group:
            if rows and whole and not is_row(claim) and _is_rival(claim, whole) and disagree(*_as_two(claim, rows)):
                pairs += [(claim, row) for row in rows]
    return pairs


def _is_rival(claim: Claim, whole: Decimal) -> bool:
    """A sentence with a much smaller number than the table speaks of a part of it."""
    number = units_of(claim).number or Decimal(0)
    return says_total(claim.quote) or number * 2 >= whole


def _as_two(claim: Claim, rows: Sequence[Claim]) -> tuple[Statement, Statement]:
    return Statement(voice_of(claim), (claim,)), Statement(voice_of(rows[0]), tuple(rows))


def _amounts(thing: Thing, held: Sequence[Claim]) -> list[Pair]:
    """Sums of money of one kind for one deal, told by two voices; payments of ledgers are each their own."""
    told = [claim for claim in held if claim.amount is not None and claim.extractor != "ledger"]
    return _pairs(told, lambda one, other: _is_same_deal(thing, one, other) and one.amount != other.amount)


def _is_same_deal(thing: Thing, one: Claim, other: Claim) -> bool:
    same_money = (one.amount_kind, one.currency, one.basis) == (other.amount_kind, other.currency, other.basis)
    makers = makers_of(one), makers_of(other)
    if not same_money or not _are_two_voices(one, other) or not (makers[0] & makers[1] or not any(makers)):
        return False
    if thing.about != "programme" and are_apart_in_time(one, other):
        return False
    same_title = bool(one.title) and one.title == other.title
    same_units = one.quantity is not None and one.quantity == other.quantity
    is_near = thing.about == "programme" or same_title or same_units or _are_near(one.amount, other.amount)
    return is_near and (None in (one.supplier, other.supplier) or one.supplier == other.supplier)


def _are_near(one: Decimal | None, other: Decimal | None) -> bool:
    if not one or not other or (one < 0) != (other < 0):
        return False
    small, large = sorted((abs(one), abs(other)))
    return large <= small * _NEAR


# -- yes and no ----------------------------------------------------------------------------------------------------


def _polarities(held: Sequence[Claim], papers: Papers) -> list[Pair]:
    yes = [claim for claim in held if claim.polarity in _YES][:_MOST]
    no = [claim for claim in held if claim.polarity in _NO][:_MOST]
    return [(one, other) for other in no for one in yes if _is_denied(one, other, papers)]


def _is_denied(yes: Claim, no: Claim, papers: Papers) -> bool:
    """The denial covers what is said, another voice makes it, and nothing shows that the one came after the other."""
    if not _are_two_voices(yes, no) or not _covers(no, yes) or not _is_step_denied(yes, no):
        return False
    if yes.modality in HOLDING and yes.quantity == 0:
        return False
    when, then = told_on(yes, papers), told_on(no, papers)
    return not (is_later(when, then) or is_later(then, when)) or (yes.date is None and no.date is None)


def _covers(no: Claim, yes: Claim) -> bool:
    makers = makers_of(no)
    if makers:
        same_maker = bool(makers_of(yes)) and makers_of(yes) <= makers
        is_specific = no.brand in (None, yes.brand, no.maker) and no.model in (None, yes.model)
        return same_maker and is_specific and no.capability in (None, yes.capability) and _kind_covers(no, yes)
    is_named = no.product_kind is not None or no.capability is not None
    return is_named and no.capability == yes.capability and no.product_kind == yes.product_kind and no.quantity is None


def _kind_covers(no: Claim, yes: Claim) -> bool:
    return None in (no.product_kind, yes.product_kind) or no.product_kind == yes.product_kind


def _is_step_denied(yes: Claim, no: Claim) -> bool:
    if no.modality in HOLDING:
        return yes.modality in HOLDING
    if no.modality in STEPS and yes.modality in STEPS:
        is_reached = STEPS[yes.modality] >= STEPS[no.modality]
        return yes.modality == no.modality or (no.polarity == "denied" and is_reached)
    return yes.modality == no.modality and yes.modality in ("removed", "paid", "listed")


# -- what happened, and when ---------------------------------------------------------------------------------------


def _steps(held: Sequence[Claim], papers: Papers) -> list[Pair]:
    """One side calls it talks, the other an agreement."""
    talks = [c for c in held if c.modality == "talks" and c.polarity in _YES and makers_of(c)][:_MOST]
    deals = [c for c in held if c.modality == "contracted" and c.polarity in _YES and makers_of(c)][:_MOST]
    return [
        (talk, deal)
        for talk in talks
        for deal in deals
        if _are_two_voices(talk, deal)
        and makers_of(talk) & makers_of(deal)
        and not is_later(told_on(deal, papers), told_on(talk, papers))
    ]


def _removals(held: Sequence[Claim], papers: Papers) -> list[Pair]:
    """One side says that all of it is gone, the other speaks of it later."""
    gone = [
        c for c in held if c.modality == "removed" and c.polarity in _YES and c.quantity is None and says_all(c.quote)
    ][:_MOST]
    there = [c for c in held if is_holding(c) and not is_row(c)][:_MOST] if gone else []
    return [
        (removal, claim)
        for removal in gone
        for claim in there
        if _are_two_voices(removal, claim)
        and makers_of(claim)
        and makers_of(claim) <= makers_of(removal)
        and _kind_covers(removal, claim)
        and is_later(told_on(claim, papers), told_on(removal, papers))
    ]


def _dates(held: Sequence[Claim]) -> list[Pair]:
    """One event, known by its number, sum or title, on two dates."""
    dated = [c for c in held if c.date and c.polarity in _YES and not is_row(c) and c.modality not in ("paid", "other")]
    return _pairs(dated, lambda one, other: _is_same_event(one, other) and are_apart_in_time(one, other))


def _is_same_event(one: Claim, other: Claim) -> bool:
    if one.modality != other.modality or makers_of(one) != makers_of(other) or not _are_two_voices(one, other):
        return False
    if one.modality == "listed" or not kinds_meet(one, other) or is_holding(one) != is_holding(other):
        return False
    same_number = one.quantity is not None and one.quantity == other.quantity
    same_money = one.amount is not None and (one.amount, one.currency) == (other.amount, other.currency)
    return same_number or same_money or (bool(one.title) and one.title == other.title)


# -- the record ----------------------------------------------------------------------------------------------------


def _joined(pairs: Iterable[Pair]) -> list[list[Claim]]:
    """Join pairs that share a claim into groups, in the order in which their first claims appear."""
    claims: dict[str, Claim] = {}
    leader: dict[str, str] = {}

    def head(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for one, other in pairs:
        for claim in (one, other):
            claims.setdefault(claim.claim, claim)
            leader.setdefault(claim.claim, claim.claim)
        leader[head(other.claim)] = head(one.claim)
    groups: dict[str, list[Claim]] = defaultdict(list)
    for key, claim in claims.items():
        groups[head(key)].append(claim)
    return list(groups.values())


def _record(thing: Thing, differs: str, claims: Sequence[Claim], papers: Papers) -> Contradiction:
    makers = common_makers(claims)
    kinds = sorted({claim.product_kind for claim in claims if claim.product_kind})
    kind = kinds[0] if len(kinds) == 1 else None
    first = min(claim.claim for claim in claims)
    key = "\0".join((thing.about, thing.name, differs, *makers, kind or "", first))
    return Contradiction(
        contradiction=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        differs=differs,
        about=thing.about,
        body=thing.name if thing.about == "body" else None,
        subject=thing.name if thing.about in ("programme", "subject") else None,
        makers=makers,
        product_kind=kind,
        why=_why(differs, claims, papers),
        claims=tuple(claim.claim for claim in claims),
        documents=tuple(dict.fromkeys(claim.document for claim in claims)),
    )


def _why(differs: str, claims: Sequence[Claim], papers: Papers) -> str:
    words = _WORDS[differs](claims)
    days = sorted({day for claim in claims if (day := told_on(claim, papers)) and not day.startswith("-")})
    return f"{words}; told {days[0]} to {days[-1]}" if differs != "date" and len(days) > 1 else words


def _total_words(claims: Sequence[Claim]) -> str:
    rows = [claim for claim in claims if is_row(claim) and not is_total(claim)]
    others = [claim for claim in claims if claim not in rows]
    said = sorted({number for claim in others if (number := units_of(claim).number) is not None})
    counted = total(rows).number or Decimal(0)
    where = "table's total" if all(map(is_total, others)) else "text"
    return f"the {where} says {' and '.join(map(plain, said))}, its {len(rows)} rows add up to {plain(counted)}"


def _value_words(claims: Sequence[Claim]) -> str:
    amounts = sorted({claim.amount for claim in claims if claim.amount is not None})
    if len(amounts) > 1:
        currency = claims[0].currency or ""
        words = " against ".join(f"{plain(amount)} {currency}".strip() for amount in amounts)
        return words + ("; the one may be the other rounded" if _is_rounded(amounts) else "")
    sums = sorted({number for held in statements_of(claims) if (number := total(held.claims).number) is not None})
    return " against ".join(plain(number) for number in sums)


def _is_rounded(amounts: Sequence[Decimal]) -> bool:
    """1.2 billion may be 1.22 billion said shortly."""
    short = min(amounts, key=lambda amount: len(amount.normalize().as_tuple().digits))
    exponent = short.normalize().as_tuple().exponent
    unit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return all(abs(amount - short) <= unit / 2 for amount in amounts)


def _polarity_words(claims: Sequence[Claim]) -> str:
    yes = sorted({claim.polarity for claim in claims if claim.polarity in _YES})
    no = sorted({claim.polarity for claim in claims if claim.polarity in _NO})
    return f"{' and '.join(yes)} by one side, {' and '.join(no)} by the other"


def _modality_words(claims: Sequence[Claim]) -> str:
    return " against ".join(dict.fromkeys(claim.modality for claim in claims))


def _date_words(claims: Sequence[Claim]) -> str:
    return " against ".join(sorted({claim.date for claim in claims if claim.date}))


_WORDS: Mapping[str, Callable[[Sequence[Claim]], str]] = {
    "total": _total_words,
    "value": _value_words,
    "polarity": _polarity_words,
    "modality": _modality_words,
    "date": _date_words,
}
