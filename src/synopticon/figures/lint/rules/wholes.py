"""Shares of one whole: never more than 100 % together, and exactly 100 % with "the rest"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from synopticon.figures.lint.fit import as_published, is_in_words, is_points, step_of
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern

_ONE = Decimal(1)
_ELSEWHERE = re.compile(r"\s+(?:in|at|among|within|across)\b", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield shares above 100 % and parts of one whole that do not make it."""
    for place, tied in enumerate(scene.tied):
        if _is_change(tied):
            continue
        yield from _above(tied)
        before = scene.tied[place - 1] if place else None
        # "More than one answer could be ticked" stands before the shares as often as beside them.
        if before is None or before.sentence.block != tied.sentence.block or not _allows_overlap(before):
            yield from _together(tied)


def _allows_overlap(before: Tied) -> bool:
    return not before.sentence.shares and pattern("overlap").search(before.sentence.words) is not None


def _is_change(tied: Tied) -> bool:
    return any(pattern(role).search(tied.sentence.words) for role in ("rise", "fall")) or bool(
        re.search(r"\bup on\b|\bmore than in\b|\bcompared\b|\bagainst\b|\bversus\b", tied.sentence.words)
    )


def _above(tied: Tied) -> Iterator[Finding]:
    for share in tied.sentence.shares:
        if (share.value or 0) > 1 and re.match(rf"\s*{any_of('of')}", tied.sentence.after(share.end), re.IGNORECASE):
            yield _wrong(tied, share, share, "at most 100 %", as_published(share))


def _together(tied: Tied) -> Iterator[Finding]:
    for shares in _one_whole(tied):
        if len(shares) < 2:
            continue
        total = sum((share.value or Decimal(0) for share in shares), Decimal(0))
        slack = sum((step_of(share) / 2 for share in shares), Decimal(0))
        first, last = shares[0], shares[-1]
        found = " + ".join(as_published(share) for share in shares) + f" = {(total * 100).normalize():f} %"
        if _has_rest(tied, shares) and abs(total - _ONE) > slack:
            yield _wrong(tied, first, last, "100 %", found)
        elif total > _ONE + slack and _is_exclusive(tied, shares):
            yield _wrong(tied, first, last, "at most 100 %", found)


def _wrong(tied: Tied, first: Number, last: Number, expected: str, found: str) -> Finding:
    return tied.sentence.finding(
        first.start,
        last.end,
        "parts-over-whole" if "most" in expected else "parts-of-whole",
        "error",
        expected=expected,
        found=found,
        advice="parts of one whole make 100 %; correct a part, or say that answers overlap",
    )


def _one_whole(tied: Tied) -> Iterator[list[Number]]:
    """Yield the runs of exact percentages that can be parts of one whole."""
    run: list[Number] = []
    for share in tied.sentence.shares:
        is_part = share.qualifier == "exact" and not is_points(share) and not is_in_words(share)
        is_part = is_part and not tied.sentence.after(share.end)[:1].isalnum()
        thing = _thing(tied, share)
        if not is_part or (thing and run and thing not in {_thing(tied, run[0]), "them", "those"}):
            yield run
            run = []
        if is_part:
            run.append(share)
    yield run


def _thing(tied: Tied, share: Number) -> str:
    """Return the word for what the share is of, its base when that is stated, or nothing."""
    base = next((tie.whole for tie in tied.ties if tie.share is share and tie.whole is not None), None)
    if base is not None:
        return base.text
    return tied.sentence.thing_of(share)


def _has_rest(tied: Tied, shares: Sequence[Number]) -> bool:
    """Tell whether the last share is what is left: "the remaining 15 %"."""
    before = tied.sentence.before(shares[-1].start)[-24:]
    return re.search(rf"{any_of('rest')}\s*[,(—–:]?\s*\Z", before, re.IGNORECASE) is not None


def _is_exclusive(tied: Tied, shares: Sequence[Number]) -> bool:
    """Tell whether nothing can be in two of the parts at once."""
    sentence = tied.sentence
    if pattern("overlap").search(sentence.words):
        return False
    if pattern("split").search(sentence.words):
        return True
    text = sentence.text.text
    if any(_ELSEWHERE.match(text[share.end : share.end + 12]) for share in shares):
        return False
    if any(n.kind == "date" and shares[0].start < n.start < shares[-1].end for n in sentence.numbers):
        return False
    has_makers = any(name.kind == "maker" for name in sentence.names)
    is_of_units = shares[0].product_kind is not None or _is_spending(tied, shares[0])
    if is_of_units:
        return True
    return not has_makers and len(shares) >= 3 and not any(_thing(tied, share) for share in shares[1:])


def _is_spending(tied: Tied, share: Number) -> bool:
    return _thing(tied, share) in {"spending", "spend", "budget", "money", "cost", "costs", "payments", "cameras"}


RULE = Rule("wholes", check)
