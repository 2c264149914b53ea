"""Decides which claims say the same thing twice and which have been replaced by a later word of the same body.

Nothing is dropped: a claim that no longer counts keeps its row with `review_state` ``duplicate`` or ``superseded``.
A person's decision (confirmed, rejected, held) is never touched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from synopticon.figures.accounts import Account, accounts_of, correcting_files, replaces
from synopticon.figures.statements import (
    HOLDING,
    file_of,
    is_holding,
    is_live,
    is_row,
    makers_of,
    place_of,
    span_of,
    total,
    units_of,
)
from synopticon.figures.totals import is_total, makes, parts_of_totals, uncounted
from synopticon.model.records import Claim, Document

#: Two sentences of one letter with the same small number may well be two sites; with a larger one they are a repeat.
_COINCIDENCE = Decimal(20)


class _Ledger:
    """The states decided so far, by position, because the same claim may stand in the list twice."""

    def __init__(self, claims: Sequence[Claim], papers: Mapping[str, Document]) -> None:
        self.claims = claims
        self.papers = papers
        self.corrections = correcting_files(claim for claim in claims if is_live(claim))
        self.states: dict[int, str] = {}

    def live(self, positions: Iterable[int]) -> list[int]:
        return [at for at in positions if at not in self.states and is_live(self.claims[at])]

    def mark(self, at: int, state: str) -> None:
        if self.claims[at].review_state == "unreviewed":
            self.states.setdefault(at, state)

    def accounts(self, positions: Iterable[int]) -> list[Account]:
        return accounts_of(self.claims, positions, self.papers, self.corrections)

    def taken(self, positions: Iterable[int]) -> list[Claim]:
        return [self.claims[at] for at in positions]


def settle(claims: Sequence[Claim], documents: Iterable[Document]) -> list[Claim]:
    """Return the claims, in the same order, with `review_state` superseded or duplicate where that is so.

    * The same statement in two files, formats or languages counts once; of a table and a sentence with the same
      total the table stays, of two equal tables the fuller one.
    * A correction, or a later word of the same body on the same maker and kind of product, replaces the earlier.
    * A sentence that gives the sum of the rows or sentences beside it is a duplicate of them. When the two disagree
      both stay; figures count the rows and say so.

    Settling twice changes nothing more.
    """
    ledger = _Ledger(claims, {document.document: document for document in documents})
    everything = range(len(claims))
    _mark_same_record(ledger, everything)
    _mark_repeated_sentences(ledger, ledger.live(everything))
    _mark_repeated_payments(ledger, ledger.live(everything))
    _mark_added_up(ledger, ledger.live(everything))
    for positions in _subjects(ledger, ledger.live(everything)):
        _settle_holdings(ledger, positions)
    _settle_denials(ledger)
    return [
        replace(claim, review_state=ledger.states[at]) if at in ledger.states else claim
        for at, claim in enumerate(claims)
    ]


def _grouped(positions: Iterable[int], keys: Iterable[Hashable]) -> list[list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at, key in zip(positions, keys, strict=True):
        groups[key].append(at)
    return list(groups.values())


def _mark_same_record(ledger: _Ledger, positions: Iterable[int]) -> None:
    """The same file at two paths gives the same claims twice; from two bodies it is the answer of each."""
    seen: set[tuple[str, str | None]] = set()
    for at in ledger.live(positions):
        record = ledger.claims[at].claim, ledger.claims[at].body
        if record in seen:
            ledger.mark(at, "duplicate")
        seen.add(record)


# -- sentences -----------------------------------------------------------------------------------------------------


def _statement_key(claim: Claim) -> Hashable:
    """Return what a sentence says, without where and in which words; null when nobody is known to be its subject."""
    about = claim.body or (claim.subject or "").casefold()
    group = "holding" if claim.modality in HOLDING else claim.modality
    numbers = (claim.quantity, claim.low, claim.high)
    money = (claim.amount, claim.currency, claim.amount_kind, claim.basis)
    what = (claim.product_kind, claim.capability, claim.brand, claim.model)
    # Numbers of a body are compared file by file further down, because there the later file wins.
    is_account = claim.body is not None and is_holding(claim) and units_of(claim).number is not None
    where = file_of(claim) if is_account else None
    return (about, group, claim.polarity, makers_of(claim), what, numbers, money, claim.supplier, claim.date, where)


def _mark_repeated_sentences(ledger: _Ledger, positions: list[int]) -> None:
    """Keep each statement once: the file and language that makes it most often keeps it, the others repeat it."""
    sentences = [at for at in positions if not is_row(ledger.claims[at])]
    known = [at for at in sentences if _states_something(ledger.claims[at])]
    for group in _grouped(known, (_statement_key(claim) for claim in ledger.taken(known))):
        if len(group) == 1:
            continue
        voices = _grouped(group, ((file_of(c), c.language) for c in ledger.taken(group)))
        distinct = [_distinct(ledger, voice) for voice in voices]
        kept = max(distinct, key=len)
        for at in group:
            if at not in kept:
                ledger.mark(at, "duplicate")


def _states_something(claim: Claim) -> bool:
    """Signals of a reply, such as an acknowledgement, state nothing about equipment that could be repeated."""
    about = claim.body or claim.subject
    return bool(about and (claim.makers or claim.product_kind or claim.capability or claim.amount is not None))


def _distinct(ledger: _Ledger, positions: list[int]) -> list[int]:
    """Return those of one voice's equal statements that are separate: items of one sentence, or small numbers."""
    kept: list[int] = []
    for at in positions:
        claim = ledger.claims[at]
        if not kept or _is_listed_beside(claim, ledger.claims[kept[-1]]) or _may_be_two_sites(claim):
            kept.append(at)
    return kept


def _is_listed_beside(claim: Claim, other: Claim) -> bool:
    one, two = span_of(claim), span_of(other)
    if one is None or two is None or claim.locator == other.locator or _frame(claim) != _frame(other):
        return False
    overlaps = one[0] < two[1] and two[0] < one[1]
    return overlaps or (claim.quote == other.quote and abs(one[0] - two[0]) < len(claim.quote))


def _frame(claim: Claim) -> list[str]:
    return [part for part in claim.locator.split(";") if not part.startswith(("char=", "box="))]


def _may_be_two_sites(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity < _COINCIDENCE


# -- payments ------------------------------------------------------------------------------------------------------


def _mark_repeated_payments(ledger: _Ledger, positions: list[int]) -> None:
    """A payment published in a monthly and in a yearly file counts once; two like payments in one file are two."""
    rows = [at for at in positions if ledger.claims[at].amount is not None and is_row(ledger.claims[at])]
    for group in _grouped(rows, (_payment_key(claim) for claim in ledger.taken(rows))):
        files = _grouped(group, (file_of(claim) for claim in ledger.taken(group)))
        kept = max(files, key=len)
        for at in group:
            if at not in kept:
                ledger.mark(at, "duplicate")


def _payment_key(claim: Claim) -> Hashable:
    who = (claim.body, claim.buyer, claim.supplier, makers_of(claim), claim.product_kind)
    money = (claim.amount, claim.currency, claim.amount_kind, claim.basis)
    # Without a date two rows of two files are not known to be one payment: then the file is part of the key.
    where = None if claim.date else file_of(claim)
    return (who, money, claim.date, claim.modality, claim.code, claim.title, where)


# -- holdings ------------------------------------------------------------------------------------------------------


def _subjects(ledger: _Ledger, positions: list[int]) -> list[list[int]]:
    """Group what bodies are said to have by body, makers and kind of product."""
    held = [at for at in positions if ledger.claims[at].body and is_holding(ledger.claims[at])]
    # A total that is not the sum of its rows neither replaces them nor is replaced by them.
    apart = {held[at] for at in uncounted(ledger.taken(held))}
    held = [at for at in held if at not in apart]
    return _grouped(held, ((c.body, makers_of(c), c.product_kind) for c in ledger.taken(held)))


def _mark_added_up(ledger: _Ledger, positions: list[int]) -> None:
    """A row of a table that is the sum of its rows repeats them; one that differs stays, and is shown against them."""
    live = ledger.taken(positions)
    for at, parts in parts_of_totals(live):
        if makes(live, at, parts) or any(is_total(live[part]) for part in parts):
            ledger.mark(positions[at], "duplicate")


def _settle_holdings(ledger: _Ledger, positions: list[int]) -> None:
    if len(positions) == 1:
        return
    for group in _grouped(positions, (file_of(claim) for claim in ledger.taken(positions))):
        _mark_sum(ledger, group)
        _mark_equal_tables(ledger, ledger.live(group))
    accounts = ledger.accounts(ledger.live(positions))
    if _mark_restated(ledger, accounts):
        accounts = ledger.accounts(ledger.live(positions))
    accounts = _mark_equal_accounts(ledger, accounts)
    _mark_contained_accounts(ledger, accounts)
    for account in accounts:
        if any(replaces(other, account) for other in accounts if other is not account):
            for at in account.positions:
                ledger.mark(at, "superseded")


def _mark_sum(ledger: _Ledger, positions: list[int]) -> None:
    """Within one file: a sentence that gives the sum of the rows, or of at least two other sentences."""
    numbered = [at for at in positions if units_of(ledger.claims[at]).number is not None]
    rows = [at for at in numbered if is_row(ledger.claims[at])]
    sentences = [at for at in numbered if not is_row(ledger.claims[at])]
    if rows:
        summed = total(ledger.taken(rows)).number
        for at in sentences:
            if units_of(ledger.claims[at]).number == summed:
                ledger.mark(at, "duplicate")
        return
    whole = total(ledger.taken(sentences)).number
    for at in sentences if len(sentences) >= 3 else ():
        number = units_of(ledger.claims[at]).number
        if number is not None and whole is not None and whole - number == number:
            ledger.mark(at, "duplicate")
            return


def _mark_equal_tables(ledger: _Ledger, positions: list[int]) -> None:
    """Within one file: a summary sheet or table that adds up to the same as a longer one."""
    rows = [at for at in positions if is_row(ledger.claims[at])]
    tables = _grouped(rows, (place_of(claim) for claim in ledger.taken(rows)))
    by_total: dict[Decimal | None, list[list[int]]] = defaultdict(list)
    for table in tables:
        by_total[total(ledger.taken(table)).number].append(table)
    for number, equal in by_total.items():
        if number is None or number < _COINCIDENCE:
            continue
        kept = max(equal, key=len)
        for table in equal:
            if table is not kept:
                for at in table:
                    ledger.mark(at, "duplicate")


def _mark_restated(ledger: _Ledger, accounts: list[Account]) -> bool:
    """A correction that quotes the old number beside the new one ("we said 340, it is 304") means the new one."""
    earlier = {account.total for account in accounts if account.has_number and not account.is_correction}
    found = False
    for account in accounts:
        restated = [at for at in account.positions if units_of(ledger.claims[at]).number in earlier]
        if account.is_correction and not account.is_table and 0 < len(restated) < len(account.positions):
            found = True
            for at in restated:
                ledger.mark(at, "superseded")
    return found


def _mark_equal_accounts(ledger: _Ledger, accounts: list[Account]) -> list[Account]:
    """Of files that give the same total keep one, with the latest date of them; return what is left."""
    by_total: dict[Hashable, list[Account]] = defaultdict(list)
    for account in accounts:
        is_alone = account.is_additional or not account.has_number
        by_total[id(account) if is_alone else account.total].append(account)
    left: list[Account] = []
    for equal in by_total.values():
        kept = max(equal, key=lambda account: account.weight)
        for account in equal:
            if account is not kept:
                for at in account.positions:
                    ledger.mark(at, "duplicate")
        left.append(kept.with_standing_of(equal))
    return left


def _mark_contained_accounts(ledger: _Ledger, accounts: list[Account]) -> None:
    """A file all of whose rows or sentences also stand in a longer one, neither being the later, is an extract."""
    signatures = {id(account): _signature(ledger, account) for account in accounts}
    for account in accounts:
        if account.is_additional:
            continue
        own = signatures[id(account)]
        if account.is_table and own.total() < 3:
            continue  # two short tables may share a row by chance
        if any(own < signatures[id(other)] and _is_beside(account, other) for other in accounts):
            for at in account.positions:
                ledger.mark(at, "duplicate")


def _is_beside(account: Account, other: Account) -> bool:
    return account.is_table == other.is_table and not replaces(account, other) and not replaces(other, account)


def _signature(ledger: _Ledger, account: Account) -> Counter[Hashable]:
    claims = ledger.taken(account.positions)
    return Counter((c.model, c.brand, c.quantity, c.low, c.high, c.title, c.code) for c in claims)


def _settle_denials(ledger: _Ledger) -> None:
    """A later "none" replaces an earlier number of that maker, and a later number replaces an earlier "none"."""
    held: dict[str | None, list[int]] = defaultdict(list)
    denied: dict[str | None, list[int]] = defaultdict(list)
    for at in ledger.live(range(len(ledger.claims))):
        claim = ledger.claims[at]
        if claim.body is None or claim.modality not in HOLDING:
            continue
        if is_holding(claim):
            held[claim.body].append(at)
        elif claim.polarity in ("negated", "denied") and claim.capability is None:
            denied[claim.body].append(at)
    for body in sorted(body for body in denied if body in held and body is not None):
        for no in ledger.accounts(denied[body]):
            for yes in ledger.accounts(held[body]):
                _settle_denial(ledger, no, yes)


def _settle_denial(ledger: _Ledger, no: Account, yes: Account) -> None:
    for no_at in no.positions:
        for yes_at in yes.positions:
            if not _speaks_of(ledger.claims[no_at], ledger.claims[yes_at]):
                continue
            if replaces(no, yes):
                ledger.mark(yes_at, "superseded")
            elif replaces(yes, no) and makers_of(ledger.claims[no_at]) <= makers_of(ledger.claims[yes_at]):
                ledger.mark(no_at, "superseded")


def _speaks_of(no: Claim, yes: Claim) -> bool:
    makers = makers_of(no)
    same_maker = not makers or makers_of(yes) <= makers
    same_kind = no.product_kind is None or yes.product_kind is None or no.product_kind == yes.product_kind
    return same_maker and same_kind and no.brand in (None, yes.brand) and no.model in (None, yes.model)
