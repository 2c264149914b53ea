"""Shares against their numbers: "28 of 43 (56 %)", "half" for 16 of 43, "57.3 % of 20", "50 of 43"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from synopticon.figures.lint.fit import as_published, is_fit, is_in_words, is_points, percent, plain, step_of
from synopticon.figures.lint.fractions import Fraction, is_like, is_of_answers
from synopticon.figures.lint.records import Finding, Number
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tie, Tied
from synopticon.figures.lint.words import pattern
from synopticon.figures.recompute import fitting_bases

#: How many sentences back a base may stand that a sentence does not repeat.
_BACK = 12
_MANY = 400
#: How many sentences back "those that answered" were counted.
_NEAR = 3


def check(scene: Scene) -> Iterator[Finding]:
    """Yield shares that do not follow from their part and whole, and parts larger than their whole."""
    for place, tied in enumerate(scene.tied):
        for fraction in tied.fractions:
            yield from _part_over_whole(tied, fraction)
        for tie in tied.ties:
            if is_points(tie.share):
                continue
            if tie.part is not None and tie.whole is not None:
                yield from _wrong(scene, place, tie)
            elif tie.part is not None:
                yield from _unexplained(scene, place, tie)
            elif tie.whole is not None:
                yield from _impossible(tied, tie)


def _part_over_whole(tied: Tied, fraction: Fraction) -> Iterator[Finding]:
    part, whole = _value(fraction.part), _value(fraction.whole)
    if part <= whole:
        return
    yield tied.sentence.finding(
        fraction.start,
        max(fraction.part.end, fraction.whole.end),
        "part-over-whole",
        "error",
        expected=f"a part of at most {plain(whole)}",
        found=plain(part),
        advice=f"{plain(part)} cannot be counted out of {plain(whole)}; check both numbers",
    )


def _wrong(scene: Scene, place: int, tie: Tie) -> Iterator[Finding]:
    part, whole = _value(tie.part), _value(tie.whole)
    tied = scene.tied[place]
    if (
        whole <= 0
        or part > whole
        or is_fit(
            tie.share, part, whole, is_exact=_is(tied, tie.share, "exactly"), is_just=_is(tied, tie.share, "just")
        )
    ):
        return
    if not tie.is_stated and any(is_fit(tie.share, part, _value(n)) for n in _bases(scene, place, tie.part)):
        return
    rule = "wrong-fraction-word" if is_in_words(tie.share) else "wrong-share"
    true = percent(part, whole)
    other = [n for n in _bases(scene, place, tie.part) if is_fit(tie.share, part, _value(n))]
    hint = f"; {tie.share.text} would fit a base of {plain(_value(other[0]))}" if other else ""
    yield tied.sentence.finding(
        tie.share.start,
        tie.share.end,
        rule,
        "error",
        expected=f"{plain(part)} of {plain(whole)} = {true}",
        found=tie.share.text,
        advice=f'write "{plain(part)} of {plain(whole)} ({percent(part, whole, _places(tie.share))})"{hint}',
    )


def _unexplained(scene: Scene, place: int, tie: Tie) -> Iterator[Finding]:
    """Yield a share after a count when no base that the draft has named so far would give it."""
    part = _value(tie.part)
    bases = _bases(scene, place, tie.part)
    near = [n for n in bases if n.unit is not None or tie.is_of_those]
    named = _named_base(scene, place, tie)
    if named is not None and part <= _value(named):
        near, bases = [named], [named]
    if not near or any(is_fit(tie.share, part, _value(n)) for n in bases):
        return
    base = _value(near[-1])
    yield scene.tied[place].sentence.finding(
        tie.share.start,
        tie.share.end,
        "wrong-share",
        "error" if tie.is_of_those or named is not None else "warning",
        expected=f"{plain(part)} of {plain(base)} = {percent(part, base)}",
        found=tie.share.text,
        advice="no base that the text has named gives this share; name the base beside it",
    )


def _named_base(scene: Scene, place: int, tie: Tie) -> Number | None:
    """Return the number of those that replied, where a share is of "those that answered" and it was counted before.

    It is the last part of a whole in the sentences before: "Of the 212 that were asked, 187 answered."
    """
    sentence = scene.tied[place].sentence
    after = sentence.after(tie.share.end)[:90].split(",")[0]
    if not pattern("repliers").search(after) or tie.part is None:
        return None
    for tied in reversed(scene.tied[max(0, place - _NEAR) : place]):
        if tied.sentence.block != sentence.block:
            return None
        counts = [n for n in tied.sentence.amounts if n.kind == "count" and n.product_kind is None]
        parts = [n for n in counts if tied.leading is not None and n is not tied.leading and n.start > tied.leading.end]
        parts = parts or [fraction.part for fraction in tied.fractions]
        if len(parts) == 1:
            return parts[0]
    return None


def _impossible(tied: Tied, tie: Tie) -> Iterator[Finding]:
    """Yield a percentage that no whole number over the stated base gives."""
    share, whole = tie.share, tie.whole
    if whole is None or whole.kind != "count" or share.value is None or is_in_words(share):
        return
    base = _value(whole)
    if share.qualifier != "exact" or whole.qualifier != "exact" or base != int(base) or not 1 <= base <= _MANY:
        return
    if share.value > 1 or int(base) in fitting_bases([as_published(share)], up_to=int(base)):
        return
    nearest = (share.value * base).to_integral_value()
    yield tied.sentence.finding(
        share.start,
        share.end,
        "impossible-share",
        "error",
        expected=f"{plain(nearest)} of {plain(base)} = {percent(nearest, base, _places(share))}",
        found=f"{share.text} of {plain(base)}",
        advice=f"no whole number over {plain(base)} gives {share.text}; check the share or the base",
    )


def _bases(scene: Scene, place: int, part: Number | None) -> list[Number]:
    """Return the counts up to this sentence that can be the base of a part, the nearest last."""
    if part is None:
        return []
    found = [
        number
        for tied in scene.tied[max(0, place - _BACK) : place + 1]
        for number in tied.sentence.amounts
        if number is not part
        and number.value is not None
        and number.value > _value(part)
        and (is_like(part, number) or is_of_answers(number))
    ]
    return [n for n in found if n.product_kind is None or part.product_kind is not None]


def _is(tied: Tied, share: Number, role: str) -> bool:
    """Tell whether a word such as "exactly" or "just" stands shortly before a share."""
    return pattern(role).search(tied.sentence.before(share.start)[-20:]) is not None


def _places(share: Number) -> int:
    if share.value is None or is_in_words(share):
        return 1
    exponent = step_of(share).as_tuple().exponent
    return max(0, -exponent - 2) if isinstance(exponent, int) else 1


def _value(number: Number | None) -> Decimal:
    return number.value if number is not None and number.value is not None else Decimal(0)


RULE = Rule("shares", check)
