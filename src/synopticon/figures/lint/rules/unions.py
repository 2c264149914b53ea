"""Unions: "28 own Hikvision, 7 own Dahua, 36 own either" cannot be; nor can an overlap above the smaller part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from synopticon.figures.lint.fit import plain, step_of
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import pattern

#: How many sentences back the parts of a union may stand.
_BACK = 3
_TWO = Decimal(2)
_OF_THE = re.compile(r"\bof\s+(?:the|these|those)\s+\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.—–，；。()（）]|\band\b|\bwhile\b|\bbut\b")


def check(scene: Scene) -> Iterator[Finding]:
    """Yield unions above the sum or below the largest part, and overlaps that cannot be."""
    for place, tied in enumerate(scene.tied):
        near = [one for one in scene.tied[max(0, place - _BACK) : place] if one.sentence.block == tied.sentence.block]
        for kind in ("count", "share"):
            yield from _unions(tied, near, kind)


def _unions(tied: Tied, near: Sequence[Tied], kind: str) -> Iterator[Finding]:
    sentence = tied.sentence
    numbers = _values(tied, kind)
    union, overlap = (_number_at(tied, numbers, role) for role in ("either", "both"))
    if union is None and overlap is None:
        return
    parts = [n for n in numbers if n not in (union, overlap) and _is_of_maker(tied, n)]
    for previous in reversed(near):
        if len(parts) < 2:
            parts = [n for n in _values(previous, kind) if _is_of_maker(previous, n)] + parts
    if len(parts) < 2 and union is not None and overlap is not None and union is not overlap and near:
        # Firms that no table knows: exactly two numbers before one sentence with both the overlap and the union.
        parts = _values(near[-1], kind)
        parts = parts if len(parts) == 2 and not near[-1].fractions else []
    if not 2 <= len(parts) <= 6:
        return
    slack = max((step_of(n) for n in parts), default=Decimal(0)) * len(parts) if kind == "share" else Decimal(0)
    values = [n.value or Decimal(0) for n in parts]
    problem = _problem(values, _value(union), _value(overlap), slack)
    if problem is None:
        return
    wrong = union if union is not None else overlap
    if wrong is None:
        return
    told, expected = problem
    yield sentence.finding(
        wrong.start,
        wrong.end,
        "impossible-union",
        "error",
        expected=_shown(expected, kind),
        found=wrong.text,
        advice=f"{told}; the parts are {', '.join(n.text for n in parts)}",
    )


def _shown(expected: tuple[Decimal, ...], kind: str) -> str:
    words = [f"{(value * 100).normalize():f} %" if kind == "share" else plain(value) for value in expected]
    return words[0] if len(words) == 1 else f"{words[0]} to {words[1]}"


def _problem(
    parts: Sequence[Decimal], union: Decimal | None, overlap: Decimal | None, slack: Decimal
) -> tuple[str, tuple[Decimal, ...]] | None:
    """Return what cannot be, and the number or range that could."""
    low, high = max(parts), sum(parts, Decimal(0))
    if union is not None and union > high + slack:
        return "a union is never larger than the sum of its parts", (low, high)
    if union is not None and union < low - slack:
        return "a union is never smaller than its largest part", (low, high)
    if overlap is not None and overlap > min(parts) + slack:
        return "an overlap is never larger than the smallest part", (Decimal(0), min(parts))
    if union is not None and overlap is not None and len(parts) == 2 and abs(high - overlap - union) > slack:
        return "the two parts less those in both must make the union", (high - overlap,)
    return None


def _value(number: Number | None) -> Decimal | None:
    return None if number is None else number.value


def _values(tied: Tied, kind: str) -> list[Number]:
    """Return the numbers of a kind that are no bases."""
    if kind == "share":
        return [n for n in tied.sentence.shares if (n.value or 0) <= 1]
    bases = {id(f.whole) for f in tied.fractions} | {id(tie.whole) for tie in tied.ties} | {id(tied.leading)}
    return [
        n
        for n in tied.sentence.amounts
        if n.kind == "count" and n.qualifier == "exact" and id(n) not in bases and n.product_kind is None
    ]


def _number_at(tied: Tied, numbers: Sequence[Number], role: str) -> Number | None:
    """Return the number of the clause in which a word such as "either" stands; the nearest one."""
    sentence = tied.sentence
    match = pattern(role).search(sentence.text.text, sentence.start, sentence.end)
    if match is None or not numbers:
        return None
    # "At least one of the two" counts the firms, not what is in either.
    numbers = [n for n in numbers if not (n.value == _TWO and _OF_THE.search(sentence.before(n.start)))]
    same = [n for n in numbers if not _CLAUSE.search(_between(sentence.text.text, n, match.start(), match.end()))]
    return min(same, key=lambda n: min(abs(n.start - match.end()), abs(match.start() - n.end)), default=None)


def _between(text: str, number: Number, start: int, end: int) -> str:
    stretch = text[number.end : start] if number.end <= start else text[end : number.start]
    return re.sub(r"[(（][^()（）]*[)）]", " ", stretch)


def _is_of_maker(tied: Tied, number: Number) -> bool:
    """Tell whether exactly one maker stands in the clause of a number."""
    sentence = tied.sentence
    makers = [name for name in sentence.names if name.kind == "maker"]
    text = sentence.text.text
    near = {name.id for name in makers if not _is_cut(text, number, name.start, name.end)}
    return len(near) == 1


def _is_cut(text: str, number: Number, start: int, end: int) -> bool:
    between = _between(text, number, start, end)
    return _CLAUSE.search(between) is not None or any(character.isdigit() for character in between.replace(",", ""))


RULE = Rule("unions", check)
