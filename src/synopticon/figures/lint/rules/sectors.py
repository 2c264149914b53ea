"""Shares of groups against the share of all: "73 % of 325 councils, 60 % of 50 trusts, 61 % of all 375 bodies"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from synopticon.figures.lint.fit import as_published, is_in_words, is_points, plain, step_of
from synopticon.figures.lint.fractions import is_like
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.sentence import Sentence
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of

_BRACKET = re.compile(r"[^.;:()\d%]{1,50}[(（]\s*\Z")

#: A share, the number of the group that it is of, the sentence in which it stands.
Group = tuple[Number, Number | None, Tied]


def check(scene: Scene) -> Iterator[Finding]:
    """Yield shares of all that the shares of the groups cannot make."""
    for _, block in groupby(scene.tied, key=lambda tied: tied.sentence.block):
        yield from _block(list(block))


def _block(block: Sequence[Tied]) -> Iterator[Finding]:
    groups = [group for tied in block for group in _groups(tied)]
    overall = [group for group in groups if _is_overall(group[2].sentence, group[0])]
    if len(overall) != 1:
        return
    share, whole, tied = overall[0]
    others = [group for group in groups if group[0] is not share and not is_in_words(group[0])]
    beside = [group for group in others if group[2] is tied]
    others = beside if len(beside) > 1 else others
    if is_in_words(share) or share.qualifier not in {"exact", "about"} or len(others) < 2:
        return
    based = [(other, base) for other, base, _ in others if base is not None and base.value]
    if (
        len(based) == len(others)
        and len({(_thing(place, one, base), base.value) for one, base, place in others if base is not None}) > 1
    ):
        yield from _weighted(tied, share, whole, based)
    elif (
        all(place is tied for _, _, place in others)
        and len({tied.sentence.thing_of(other) for other, _, _ in others}) > 1
    ):
        yield from _between(tied, share, [other for other, _, _ in others])


def _thing(tied: Tied, share: Number, base: Number) -> str | None:
    """Return the words for a group: those before its number in brackets, else the unit of its number."""
    between = tied.sentence.text.text[share.end : base.start] if base.start > share.end else ""
    return between.strip("( （").lower() if _BRACKET.fullmatch(between) else base.unit


def _groups(tied: Tied) -> Iterator[Group]:
    bases = {id(tie.share): tie.whole or tie.part for tie in tied.ties}
    for share in tied.sentence.shares:
        if is_points(share) or (share.value or 0) > 1:
            continue
        base = _in_brackets(tied.sentence, share) or bases.get(id(share))
        if base is not None or share.unit is not None or re.match(rf"\s*{any_of('of')}", _rest(tied, share)):
            yield share, base, tied
        elif _is_overall(tied.sentence, share):
            yield share, None, tied


def _rest(tied: Tied, share: Number) -> str:
    return tied.sentence.after(share.end)


def _in_brackets(sentence: Sentence, share: Number) -> Number | None:
    """Return the count in "73 % of councils (325)" or "73 % of councils (325 replies)"."""
    following = next((n for n in sentence.numbers if n.start >= share.end), None)
    if following is None or following.kind != "count" or following.value is None:
        return None
    return following if _BRACKET.fullmatch(sentence.text.text[share.end : following.start]) else None


def _is_overall(sentence: Sentence, share: Number) -> bool:
    before = sentence.before(share.start)[-28:]
    after = sentence.after(share.end)[:30]
    words = any_of("overall")
    return (
        re.search(rf"{words}\s*[:：]?[^.;:\d%]{{0,14}}\Z", before, re.IGNORECASE) is not None
        or re.match(rf"\s*(?:{any_of('of')}\s+)?(?:the\s+)?{words}", after, re.IGNORECASE) is not None
    )


def _weighted(
    tied: Tied, share: Number, whole: Number | None, based: Sequence[tuple[Number, Number]]
) -> Iterator[Finding]:
    """Compare with the shares weighted by their bases; what is rounded away and not listed leaves a range."""
    total = sum((base.value or Decimal(0) for _, base in based), Decimal(0))
    stated = whole.value if whole is not None and whole.value else total
    if total > stated:
        if whole is not None and is_like(whole, based[0][1]):
            yield _wrong(tied, share, f"groups of at most {plain(stated)}", f"groups of {plain(total)}")
        return
    slack = sum((step_of(one) / 2 * (base.value or 0) for one, base in based), Decimal(0))
    counted = sum(((one.value or Decimal(0)) * (base.value or 0) for one, base in based), Decimal(0))
    low, high = (counted - slack) / stated, (counted + slack + stated - total) / stated
    near = step_of(share) / 2 + (Decimal("0.02") if share.qualifier == "about" else 0)
    value = share.value or Decimal(0)
    if low - near <= value <= high + near:
        return
    yield _wrong(tied, share, f"{_percent(low)} to {_percent(high)} of {plain(stated)}", as_published(share))


def _between(tied: Tied, share: Number, others: Sequence[Number]) -> Iterator[Finding]:
    values = [other.value or Decimal(0) for other in others]
    near = step_of(share)
    if min(values) - near <= (share.value or 0) <= max(values) + near:
        return
    expected = f"between {_percent(min(values))} and {_percent(max(values))}"
    yield _wrong(tied, share, expected, as_published(share))


def _wrong(tied: Tied, share: Number, expected: str, found: str) -> Finding:
    return tied.sentence.finding(
        share.start,
        share.end,
        "sectors-against-total",
        "error",
        expected=expected,
        found=found,
        advice="the share of all must follow from the shares of the groups and their bases; are two editions mixed?",
    )


def _percent(value: Decimal) -> str:
    return f"{value * 100:.1f} %"


RULE = Rule("sectors", check)
