"""Bases: shares set side by side that are of different ones, and shares whose base stands nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from synopticon.figures.lint.fit import as_published, is_in_words, is_points, plain
from synopticon.figures.lint.fractions import is_like
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern
from synopticon.figures.recompute import fitting_bases

#: A base above this says nothing of itself in rounded shares.
_LARGEST = 60
#: Bases below this are plain to every reader.
_SMALLEST = 10
_GROUP = re.compile(
    r"\s+(?:in|from|within|across|outside|inside|north|south|east|west)\b|\s*(?:في|من)\s", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|among|across|for|at)\s+(?:the\s+)?[^\W\d_]+(?:\s+[^\W\d_]+)?,?\s+\Z", re.IGNORECASE
)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield sentences with mixed bases, and shares without any base."""
    for place, tied in enumerate(scene.tied):
        yield from _mixed(tied)
        yield from _missing(scene, place, tied)


def _mixed(tied: Tied) -> Iterator[Finding]:
    """Yield the second of two shares or fractions of one unit whose bases differ and nothing says why."""
    sides = _sides(tied)
    for (first, end, _), (second, _, start) in pairwise(sides):
        if first.value is None or second.value is None or first.value == second.value:
            continue
        if not is_like(first, second) or first.kind != "count" or not _is_drift(first.value, second.value):
            continue
        if first.product_kind is not None or second.product_kind is not None:
            continue
        if first.unit is None and second.unit is not None:
            continue
        if _is_nested(tied, first, second) or _is_told_apart(tied, first, second):
            continue
        if first.unit != second.unit and first.end_of_unit > first.end and second.end_of_unit > second.end:
            continue
        del end
        yield tied.sentence.finding(
            start,
            second.end,
            "mixed-bases",
            "warning",
            expected=f"one base in a sentence, {plain(first.value)} or {plain(second.value)}",
            found=f"{plain(first.value)} and {plain(second.value)}",
            advice="put both on one base, or say in words what each base is",
        )
        return


def _is_drift(one: Decimal, other: Decimal) -> bool:
    """Tell whether two bases are near enough to be taken for one another: 43 replies and 52 requests."""
    return min(one, other) >= _SMALLEST and max(one, other) < 2 * min(one, other)


def _sides(tied: Tied) -> list[tuple[Number, int, int]]:
    """Return (whole, end, start) of every fraction and tied share, in order."""
    found = {id(f.whole): (f.whole, f.end, f.start) for f in tied.fractions if not f.is_written}
    for tie in tied.ties:
        if tie.whole is not None and tie.is_stated and id(tie.whole) not in found:
            start = min(tie.share.start, tie.part.start if tie.part else tie.share.start)
            found[id(tie.whole)] = (tie.whole, tie.whole.end, start)
    if tied.leading is not None and (tied.ties or tied.fractions):
        found.setdefault(id(tied.leading), (tied.leading, tied.leading.end, tied.leading.start))
    return sorted(found.values(), key=lambda side: side[0].start)


def _is_nested(tied: Tied, first: Number, second: Number) -> bool:
    """Tell whether one base is a part of the other: "43 of 52 replied, and 28 of the 43 …"."""
    parts = {f.part.value for f in tied.fractions} | {tie.part.value for tie in tied.ties if tie.part}
    between = {n.value for n in tied.sentence.amounts if first.start < n.start < second.start}
    smaller = min(first.value or 0, second.value or 0)
    # "Of 52 that were asked 43 replied, and 28 of them …"
    is_them = tied.leading is first and any(f.whole is second and f.whole.end < f.part.start for f in tied.fractions)
    return is_them or smaller in parts or (smaller in between and smaller == second.value and tied.leading is first)


def _is_told_apart(tied: Tied, first: Number, second: Number) -> bool:
    """Tell whether each base has its own place, group or time."""
    dates = [n for n in tied.sentence.numbers if n.kind == "date"]
    if dates:
        return True
    text = tied.sentence.text.text
    if any(_GROUP.match(text[n.end_of_unit : n.end_of_unit + 12]) for n in (first, second)):
        return True
    starts = [f.start for f in tied.fractions if f.whole in (first, second)]
    if any(_PLACE_BEFORE.search(text[max(0, start - 40) : start]) for start in starts):
        return True
    return _differs_before(tied, first, second)


def _differs_before(tied: Tied, first: Number, second: Number) -> bool:
    """Tell whether a name stands between "of" and a base: "16 of London's 32"."""
    text = tied.sentence.text.text
    before = (text[max(0, n.start - 14) : n.start] for n in (first, second))
    return any(re.search(r"[A-Z]\w+['’]s?\s*$", part) for part in before)


def _missing(scene: Scene, place: int, tied: Tied) -> Iterator[Finding]:
    """Yield the shares of things that can be counted when the draft has named no number of them so far."""
    tied_shares = {id(tie.share) for tie in tied.ties if tie.whole is not None or tie.part is not None}
    loose = [share for share in tied.sentence.shares if id(share) not in tied_shares and _is_of_things(tied, share)]
    if not loose or any(_has_base(scene, place, share) for share in loose):
        return
    # Shares listed beside one that is of counted things are of them too.
    loose = [share for share in tied.sentence.shares if id(share) not in tied_shares and not is_points(share)]
    printed = [as_published(share) for share in loose if not is_in_words(share)]
    bases = fitting_bases(printed, up_to=_LARGEST) if len(printed) > 1 else []
    # Many bases fit one or two shares; a short list is worth printing.
    told = f"; they fit a base of {', '.join(map(str, bases[:8]))}" if bases else ""
    first, last = loose[0], loose[-1]
    yield tied.sentence.finding(
        first.start,
        last.end,
        "share-without-base",
        "note",
        expected="the number that the share is of",
        found=", ".join(share.text for share in loose),
        advice=f'name the base beside the share, as in "28 of 43"{told}',
    )


def _is_of_things(tied: Tied, share: Number) -> bool:
    if is_points(share) or share.qualifier in {"majority", "minority"} or share.value is None or share.value >= 1:
        return False
    after = tied.sentence.after(share.end)
    is_of = re.match(rf"\s*{any_of('of')}", after, re.IGNORECASE) is not None
    is_change = pattern("rise").search(tied.sentence.words) or pattern("fall").search(tied.sentence.words)
    return (share.unit is not None or is_of) and share.product_kind is None and not is_change


def _has_base(scene: Scene, place: int, share: Number) -> bool:
    """Tell whether the paragraph, or anything before it, counts things of this unit."""
    block = scene.tied[place].sentence.block
    for tied in scene.tied:
        if tied.sentence.block > block:
            break
        for number in tied.sentence.amounts:
            if number.kind == "count" and (share.unit is None or number.unit is None or _same_thing(number, share)):
                return True
    return False


def _same_thing(number: Number, share: Number) -> bool:
    return is_like(number, _as_count(share))


def _as_count(share: Number) -> Number:
    return Number(
        share.start, share.end, "count", share.value, None, None, share.unit, "exact", None, share.text, share.end
    )


RULE = Rule("bases", check)
