"""Shares of groups in sentences of their own against the share of all that follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from synopticon.figures.lint.fit import as_published, is_in_words, is_points, step_of
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of

#: A group: its share, and its base where the sentence leads with one.
Group = tuple[Number, Number | None]


def check(scene: Scene) -> Iterator[Finding]:
    """Yield shares of all that lie outside those of the groups, or that their bases do not give."""
    for place, tied in enumerate(scene.tied):
        share = _only_share(tied)
        if share is None or tied.leading is not None or not _is_of_all(tied, share):
            continue
        groups = _groups(scene.tied[:place], tied)
        if len(groups) > 1:
            yield from _compared(tied, share, groups)


def _only_share(tied: Tied) -> Number | None:
    shares = [share for share in tied.sentence.shares if not is_points(share) and not is_in_words(share)]
    if len(shares) != 1 or shares[0].qualifier not in {"exact", "about"} or (shares[0].value or 0) > 1:
        return None
    return shares[0]


def _is_of_all(tied: Tied, share: Number) -> bool:
    return re.search(any_of("pooled"), tied.sentence.before(share.start), re.IGNORECASE) is not None


def _groups(before: Sequence[Tied], tied: Tied) -> list[Group]:
    """Return the groups in the sentences just before, each led by a base of its own; the nearest first."""
    groups: list[Group] = []
    for one in reversed(before):
        share = _only_share(one)
        if one.sentence.block != tied.sentence.block or share is None or one.leading is None:
            break
        groups.append((share, one.leading))
    return groups


def _compared(tied: Tied, share: Number, groups: Sequence[Group]) -> Iterator[Finding]:
    bases = [base.value or Decimal(0) for _, base in groups if base is not None]
    values = [one.value or Decimal(0) for one, _ in groups]
    total = sum(bases, Decimal(0))
    if total <= 0 or len({base.unit for _, base in groups if base is not None}) < 2:
        return
    true = sum((value * base for value, base in zip(values, bases, strict=True)), Decimal(0)) / total
    slack = sum((step_of(one) / 2 * (base.value or 0) for one, base in groups if base is not None), Decimal(0)) / total
    near = slack + step_of(share) / 2 + (Decimal("0.02") if share.qualifier == "about" else 0)
    if abs(true - (share.value or Decimal(0))) <= near:
        return
    yield tied.sentence.finding(
        share.start,
        share.end,
        "sectors-against-total",
        "error",
        expected=f"{true * 100:.1f} % of {total:,}",
        found=as_published(share),
        advice="the share of all must follow from the shares of the groups and their bases",
    )


RULE = Rule("pooled", check)
