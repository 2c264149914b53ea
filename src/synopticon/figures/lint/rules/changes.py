"""Changes: per cent against percentage points, rises and falls against their ends, "doubled" against the ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from synopticon.figures.lint.fit import as_published, is_points, plain, step_of
from synopticon.figures.lint.fractions import is_like
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of, pattern, value_of, valued_pattern

_LOOSE = Decimal("0.15")
_LOOSER = Decimal("0.25")
_SINCE = re.compile(r"(?<!\w)(up|down)\s+from\s+(?:about|some|around|just)?\s*\Z", re.IGNORECASE)
_IN_YEAR = re.compile(r"\s+(?:in|by)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_MORE = re.compile(r"(?:more than|over|at least|well over)\s+(?:a\s+)?\Z", re.IGNORECASE)
_LESS = re.compile(r"(?:nearly|almost|about|around|roughly|some|close to|up to|less than)\s+(?:a\s+)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Change:
    """From what to what, and the stretch where it is said."""

    old: Decimal
    new: Decimal
    start: int
    end: int
    kind: str
    numbers: tuple[Number, ...]
    way: str = ""


def check(scene: Scene) -> Iterator[Finding]:
    """Yield changes that are stated wrongly."""
    for place, tied in enumerate(scene.tied):
        changes = list(_changes(tied)) or list(_since_before(scene, place))
        if len(changes) == 1:
            yield from _direction(tied, changes[0])
            yield from _stated(tied, changes[0])
            yield from _factor(tied, changes[0])


def _changes(tied: Tied) -> Iterator[_Change]:
    sentence = tied.sentence
    numbers = [n for n in sentence.numbers if n.kind in {"count", "money", "share"} and not is_points(n)]
    for number in numbers:
        is_from = re.search(rf"{any_of('from')}\s*\Z", sentence.before(number.start), re.IGNORECASE)
        if number.qualifier == "between" and is_from and number.low is not None and number.high is not None:
            yield _Change(number.low, number.high, number.start, number.end, number.kind, (number,))
    for first, second in pairwise(numbers):
        if first.value is None or second.value is None or not is_like(first, second):
            continue
        gap = sentence.gap(first.end, second.start)
        before = sentence.before(first.start)[-10:]
        if _ends(before, "from") and _is_joint(gap, "to"):
            yield _Change(first.value, second.value, first.start, second.end, first.kind, (first, second))
        elif (match := _SINCE.search(gap)) is not None and len(gap) <= 60:
            yield _Change(second.value, first.value, first.start, second.end, first.kind, (first, second), match[1])
        elif _is_dated(tied, first, second):
            yield _Change(first.value, second.value, first.start, second.end, first.kind, (first, second))
        elif _ends(before, "to") and _is_joint(gap, "from"):
            yield _Change(second.value, first.value, first.start, second.end, first.kind, (first, second))


def _since_before(scene: Scene, place: int) -> Iterator[_Change]:
    """Yield the change from the one number of the sentence before to the one number of this: "44 … By autumn 101"."""
    if not place or scene.tied[place - 1].sentence.block != scene.tied[place].sentence.block:
        return
    before, now = (_only_number(scene.tied[at]) for at in (place - 1, place))
    tied = scene.tied[place]
    if before is None or now is None or not is_like(before, now) or not list(_factors(tied)):
        return
    if before.unit != now.unit and now.end_of_unit > now.end:
        return
    yield _Change(before.value or Decimal(0), now.value or Decimal(0), now.start, now.end, now.kind, (now,))


def _only_number(tied: Tied) -> Number | None:
    numbers = [n for n in tied.sentence.amounts if n.qualifier == "exact"]
    return numbers[0] if len(numbers) == 1 == len(tied.sentence.amounts) else None


def _is_dated(tied: Tied, first: Number, second: Number) -> bool:
    """Tell whether two numbers are of two years, the earlier first: "20 in 2019 and 28 in 2022"."""
    dates = [n for n in tied.sentence.numbers if n.kind == "date"]
    text = tied.sentence.text.text
    years: list[str] = []
    for number in (first, second):
        following = next((date for date in dates if date.start >= number.end), None)
        if following is None or not _IN_YEAR.fullmatch(text[number.end_of_unit : following.start]):
            return False
        years.append(following.text[-4:])
    return len(dates) == 2 and all(year.isdigit() for year in years) and years[0] < years[1]


def _ends(before: str, role: str) -> bool:
    return re.search(rf"{any_of(role)}\s*(?:about|some|around|just)?\s*\Z", before, re.IGNORECASE) is not None


def _is_joint(gap: str, role: str) -> bool:
    return (
        re.fullmatch(rf"[^.;:]{{0,40}}?{any_of(role)}\s*(?:about|some|around|just)?\s*", gap, re.IGNORECASE) is not None
    )


def _direction(tied: Tied, change: _Change) -> Iterator[Finding]:
    sentence = tied.sentence
    before = sentence.before(change.start)
    rises, falls = (bool(pattern(role).search(before)) for role in ("rise", "fall"))
    if change.way:
        rises, falls = change.way.lower() == "up", change.way.lower() == "down"
    if rises == falls or change.old == change.new or rises == (change.new > change.old):
        return
    yield sentence.finding(
        change.start,
        change.end,
        "wrong-direction",
        "error",
        expected="a fall" if rises else "a rise",
        found="a rise" if rises else "a fall",
        advice="the numbers go the other way than the verb",
    )


def _stated(tied: Tied, change: _Change) -> Iterator[Finding]:
    sentence = tied.sentence
    for number in sentence.numbers:
        is_in_change = any(number is one for one in change.numbers) or change.start <= number.start < change.end
        if is_in_change or number.value is None or number.qualifier not in {"exact", "about"}:
            continue
        stretch = sentence.text.text[min(change.end, number.end) : max(change.start, number.start)]
        if ";" not in stretch and _is_change(tied, number):
            yield from _amount_of_change(tied, change, number)


def _is_change(tied: Tied, number: Number) -> bool:
    """Tell whether a number says by how much: "a rise of 10 %", "rose by 10 %", "a 10 % rise"."""
    before = tied.sentence.before(number.start)[-40:]
    after = tied.sentence.after(number.end)[:16]
    change = f"(?:{any_of('rise')}|{any_of('fall')})"
    about = rf"(?:{any_of('about')}\s+)*"
    return (
        re.search(rf"{change}\s+(?:[^\W\d_]+\s+)?(?:of|by)?\s*{about}\Z", before, re.IGNORECASE) is not None
        or re.search(rf"(?<!\w)(?:up|down|by)\s+{about}\Z", before, re.IGNORECASE) is not None
        or re.match(rf"\s*{change}", after, re.IGNORECASE) is not None
        or re.search(rf"{change}(?:了|بنسبة|بمقدار)\s*\Z", before) is not None
    )


def _amount_of_change(tied: Tied, change: _Change, number: Number) -> Iterator[Finding]:
    said = number.value or Decimal(0)
    difference = abs(change.new - change.old)
    if number.kind != "share":
        if (
            number.kind == change.kind
            and number.qualifier == "exact"
            and said != difference
            and said not in (change.old, change.new)
        ):
            yield _wrong(tied, number, "wrong-change", plain(difference), "the difference of the two numbers")
        return
    near = step_of(number) / 2 + (Decimal("0.02") if number.qualifier == "about" else 0)
    relative = difference / change.old if change.old else None
    if is_points(number):
        if change.kind == "share" and abs(said - difference) > near:
            yield _wrong(tied, number, "wrong-change", f"{_points(difference)} percentage points", "the difference")
        return
    if relative is not None and abs(said - relative) <= near + _rounding(change) * relative:
        return
    if change.kind == "share" and abs(said - difference) <= near:
        yield _wrong(
            tied,
            number,
            "per-cent-for-points",
            f"{_points(difference)} percentage points",
            "a difference of two shares",
        )
    elif relative is not None:
        true = f"{relative * 100:.1f} %"
        points = f", or {_points(difference)} percentage points" if change.kind == "share" else ""
        yield _wrong(tied, number, "wrong-change", true + points, "the change divided by what it was before")


def _rounding(change: _Change) -> Decimal:
    """Return the relative slack of a change between rounded shares."""
    return (
        Decimal("0.01") / max(abs(change.new - change.old), Decimal("0.01")) if change.kind == "share" else Decimal(0)
    )


def _points(difference: Decimal) -> str:
    return f"{(difference * 100).normalize():f}"


def _wrong(tied: Tied, number: Number, rule: str, expected: str, told: str) -> Finding:
    return tied.sentence.finding(
        number.start,
        number.end,
        rule,
        "error",
        expected=expected,
        found=number.text if number.kind != "share" or is_points(number) else as_published(number),
        advice=f'write "{expected}": {told}',
    )


def _factor(tied: Tied, change: _Change) -> Iterator[Finding]:
    if change.old <= 0:
        return
    ratio = change.new / change.old
    for start, end, factor in _factors(tied):
        before = tied.sentence.before(start)
        if start > change.end and re.match(r"\s+(?:to|from)\b", tied.sentence.after(end)):
            continue
        if _MORE.search(before):
            is_fit = ratio >= factor if factor > 1 else ratio <= factor
        else:
            near = _LOOSER if _LESS.search(before) or factor >= 10 else _LOOSE
            is_fit = abs(ratio / factor - 1) <= near
        if not is_fit:
            word = tied.sentence.text.text[start:end]
            told = f"{plain(change.old)} to {plain(change.new)} is a factor of {ratio:.1f}"
            yield tied.sentence.finding(
                start, end, "wrong-factor", "error", expected=told, found=word, advice="name both numbers, not a factor"
            )


def _factors(tied: Tied) -> Iterator[tuple[int, int, Decimal]]:
    sentence = tied.sentence
    for match in valued_pattern("factor").finditer(sentence.text.text, sentence.start, sentence.end):
        number = value_of("factor", match[0])
        if number is not None:
            yield match.start(), match.end(), number


RULE = Rule("changes", check)
