"""Averages: "1,120 devices in 96 buildings, an average of 14 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synopticon.figures.lint.fit import plain
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern

_LOOSE = Decimal("0.05")
_ABOUT = re.compile(r"(?:about|around|roughly|nearly|almost|some|just (?:over|under))\s+\Z", re.IGNORECASE)


def check(scene: Scene) -> Iterator[Finding]:
    """Yield averages of counts that the total and the number of things beside them do not give."""
    for place, tied in enumerate(scene.tied):
        mean = _mean(tied)
        if mean is None:
            continue
        numbers = _counts(tied, mean)
        before = scene.tied[place - 1] if place else None
        if not numbers and before is not None and before.sentence.block == tied.sentence.block:
            numbers = _counts(before, mean)
        if len(numbers) == 2:
            yield from _compared(tied, mean, max(numbers, key=_value), min(numbers, key=_value))


def _mean(tied: Tied) -> Number | None:
    """Return the count that the sentence calls an average for one thing, when there is exactly one."""
    sentence = tied.sentence
    if pattern("median").search(sentence.words) and not pattern("average").search(sentence.words):
        return None
    found = [n for n in sentence.amounts if n.kind == "count" and _is_mean(tied, n)]
    return found[0] if len(found) == 1 else None


def _is_mean(tied: Tied, number: Number) -> bool:
    before = tied.sentence.before(number.start)[-30:]
    after = tied.sentence.after(number.end)[:40]
    is_called = re.search(rf"{any_of('average')}([^.;:,\d]{{0,14}})\Z", before, re.IGNORECASE)
    is_per = re.match(rf"[^.;:,\d]{{0,24}}?{any_of('per')}", after, re.IGNORECASE)
    # In Chinese the thing stands between: "on average each library 14".
    is_per = is_per or (is_called and re.match(any_of("per"), is_called[1].strip(), re.IGNORECASE))
    is_after = re.match(rf"[^.;:,\d]{{0,24}}?{any_of('average')}", after, re.IGNORECASE)
    return bool(is_called and is_per) or bool(is_after and is_per)


def _counts(tied: Tied, mean: Number) -> list[Number]:
    numbers = [n for n in tied.sentence.amounts if n is not mean and n.kind == "count" and n.value]
    # The median that stands beside an average is no total.
    return [
        n
        for n in numbers
        if n.qualifier == "exact" and not pattern("median").search(tied.sentence.before(n.start)[-24:])
    ]


def _compared(tied: Tied, mean: Number, total: Number, things: Number) -> Iterator[Finding]:
    true, said = _value(total) / _value(things), _value(mean)
    step = Decimal(1).scaleb(min(0, _exponent(said)))
    near = max(step / 2, true * _LOOSE if _ABOUT.search(tied.sentence.before(mean.start)) else Decimal(0))
    if abs(true - said) <= near:
        return
    shown = plain(true.quantize(Decimal("0.1")))
    yield tied.sentence.finding(
        mean.start,
        mean.end,
        "wrong-average",
        "error",
        expected=f"{plain(_value(total))} / {plain(_value(things))} = {shown}",
        found=mean.text,
        advice=f'write "{shown}", or say what else the average is of',
    )


def _value(number: Number) -> Decimal:
    return number.value or Decimal(0)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


RULE = Rule("averages", check)
