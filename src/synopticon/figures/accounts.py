"""What one file says about one thing: its claims together, its date, whether it calls itself a correction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import PurePosixPath

from synopticon.figures.statements import file_of, is_later, is_row, speaks_for_itself, total, units_of
from synopticon.figures.words import names_correction, says_additional, says_correction
from synopticon.model.locator import unescaped
from synopticon.model.records import Claim, Document

#: A document and the member in it, as `file_of` returns it.
File = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Account:
    """One file's claims about one thing.

    Attributes:
        positions: where its claims stand in the list of claims.
        total: their units together.
        has_number: at least one of them gives a number, a range or a plain "none".
        received: date that the file gives itself, null when it gives none.
        is_correction: it calls itself corrected, amended or revised.
        is_table: its numbers stand in rows.
        is_own_voice: the body says it, not somebody about the body.
        is_additional: it adds to what was said before ("a further 12 cameras") and takes the place of nothing.
    """

    path: str
    positions: tuple[int, ...]
    total: Decimal | None
    has_number: bool
    received: str | None
    is_correction: bool
    is_table: bool
    is_own_voice: bool
    is_additional: bool = False

    @property
    def weight(self) -> tuple[bool, bool, int, bool, tuple[int, ...]]:
        """Which of equal accounts is kept: the body's own, a table, the fuller, the correction, the first."""
        return (
            self.is_own_voice,
            self.is_table,
            len(self.positions),
            self.is_correction,
            tuple(-at for at in self.positions),
        )

    def with_standing_of(self, equal: Iterable[Account]) -> Account:
        """Take the latest date, and the word of correction, of the files that say the same."""
        received, correction = self.received, self.is_correction
        for other in equal:
            if other.is_own_voice == self.is_own_voice:
                correction = correction or other.is_correction
                received = other.received if received is None or is_later(other.received, received) else received
        return replace(self, received=received, is_correction=correction)


def accounts_of(
    claims: Sequence[Claim], positions: Iterable[int], papers: Mapping[str, Document], corrections: Collection[File]
) -> list[Account]:
    """Group the claims at `positions` by file, in the order in which the files first appear.

    `corrections` are the files in which any sentence announces a correction; see `correcting_files`.
    """
    files: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in positions:
        files[file_of(claims[at])].append(at)
    return [_account([(at, claims[at]) for at in held], papers, corrections) for held in files.values()]


def correcting_files(claims: Iterable[Claim]) -> frozenset[File]:
    """Return the files with a claim, of whatever kind, that is itself the announcement of a correction."""
    return frozenset(file_of(claim) for claim in claims if claim.basis == "correction")


def _account(
    held: Sequence[tuple[int, Claim]], papers: Mapping[str, Document], corrections: Collection[File]
) -> Account:
    own = [claim for _, claim in held]
    paper = papers.get(own[0].document)
    path = _path(own[0], paper)
    return Account(
        path=path,
        positions=tuple(at for at, _ in held),
        total=total(own).number,
        has_number=any(units_of(claim).number is not None or claim.polarity == "negated" for claim in own),
        received=paper.received if paper else None,
        is_correction=names_correction(PurePosixPath(path).name)
        or file_of(own[0]) in corrections
        or any(says_correction(claim.quote) for claim in own),
        is_table=any(is_row(claim) for claim in own),
        is_own_voice=speaks_for_itself(own[0], papers),
        is_additional=is_additional(own),
    )


def is_additional(claims: Sequence[Claim]) -> bool:
    """Tell whether the claims of one file add to what another said: its first number is "a further" one."""
    numbered = [claim for claim in claims if units_of(claim).number is not None]
    return bool(numbered) and says_additional(numbered[0].quote)


def _path(claim: Claim, paper: Document | None) -> str:
    """Return the name under which the file arrived: that of the member when it came in an archive."""
    members = [part for part in claim.locator.split(";") if part.startswith("member=")]
    if members:
        return unescaped(members[-1].removeprefix("member="))
    return paper.path if paper else ""


def replaces(new: Account, old: Account) -> bool:
    """Tell whether `new` takes the place of `old`: the same speaker, a number, and later or a correction.

    A news article never replaces what the body itself wrote, however late it is; nor does a letter that only adds to
    an earlier one.
    """
    if new.is_additional or not new.has_number or new.is_own_voice != old.is_own_voice or not new.is_own_voice:
        return False
    if is_later(new.received, old.received):
        return True
    return new.is_correction and not old.is_correction and not is_later(old.received, new.received)
