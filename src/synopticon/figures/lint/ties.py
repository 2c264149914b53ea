"""Ties numbers of a sentence to one another: parts to wholes ("28 of 43"), shares to both ("65 %")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from synopticon.figures.lint.fractions import (
    Fraction,
    fractions_of,
    is_like,
    is_of_answers,
    leading_of,
    of_gap,
    stem_of,
)
from synopticon.figures.lint.records import Number
from synopticon.figures.lint.sentence import Sentence
from synopticon.figures.lint.words import any_of, pattern, value_of, valued_pattern

_CLOSER = re.compile(r"\s*(?:[,.;:)\]!?—–、，。；：）،؛]|\s-\s|$)")
_RELATIVE = re.compile(r"\s+(?:that|who|which|asked|surveyed|to)\b", re.IGNORECASE)
_OF_THINGS = re.compile(r"[^,.;:()—–，。；（）\d]{1,60}?(?=[,.;:)—–，。；）]|$)")
#: A share that stands alone in its brackets but for its label: "(a 90 % response rate)".
_OPENED = re.compile(r"[(（][^()（）]{1,40}\Z")
_LABEL = re.compile(r"[^()（）\d]{0,40}[)）]")
#: An aside between dashes or brackets: " – 41 of the 66 with something to say – ".
_DASHED = re.compile(r"[—–(]\s*\Z")
_DASH_LATER = re.compile(r"[^—–()\d.;:]{0,60}[—–)]")
_RATIO = {"in", "in every", "out of every", "out of"}
_QUALIFIED = tuple(
    (name, re.compile(rf"(?:{words})\s+\Z", re.IGNORECASE))
    for name, words in (
        ("over", "more than|over|above"),
        ("under", "less than|fewer than|under|below|not quite"),
        ("at_least", "at least"),
        ("about", "about|around|roughly|nearly|almost|close to|some|approximately"),
    )
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A share with the numbers that it is said of; what the sentence does not state is null.

    Attributes:
        is_stated: the sentence itself joins part and whole.
        is_of_those: the base is "them" or "those", named earlier.
    """

    share: Number
    part: Number | None
    whole: Number | None
    is_stated: bool = True
    is_of_those: bool = False


@dataclass(frozen=True, slots=True)
class Tied:
    """A sentence with its fractions, its shares, and the base that leads it ("Of the 43 councils, …")."""

    sentence: Sentence
    fractions: tuple[Fraction, ...]
    leading: Number | None
    ties: tuple[Tie, ...]


def tie(sentence: Sentence, previous: Tied | None) -> Tied:
    """Return the sentence with everything that its words join.

    Args:
        sentence: whose numbers are tied.
        previous: the sentence before it in the same paragraph, for "That is 65 %".
    """
    fractions = fractions_of(sentence)
    leading = leading_of(sentence, fractions)
    if pattern("respectively").search(sentence.words):
        return Tied(sentence, fractions, leading, ())
    ties: list[Tie] = []
    for share in (*sentence.shares, *_majorities(sentence), *_bare_fractions(sentence)):
        found = _tie_of(sentence, share, fractions, leading, previous)
        if found is not None:
            ties.append(found)
    return Tied(sentence, fractions, leading, tuple(ties))


@cache
def _apposed() -> re.Pattern[str]:
    """The end of a text after which a share or fraction restates what was said: a bracket, a comma, "or", "about"."""
    about = rf"(?:(?:{any_of('about')})\s*)*"
    aside = rf"(?:(?:{any_of('aside')})\s*)*"
    return re.compile(
        rf"(?:[,(\[（，،、:：—–=]|\s-|(?:{any_of('aside')}))\s*(?:and\s+)?{aside}{about}\Z", re.IGNORECASE
    )


@cache
def _copula() -> re.Pattern[str]:
    about = rf"(?:(?:{any_of('about')})\s*)*"
    return re.compile(rf"\s*[,—–，]?\s*(?:{any_of('this')})?\s*(?:{any_of('is')})\s*{about}", re.IGNORECASE)


def _majorities(sentence: Sentence) -> list[Number]:
    found: list[Number] = []
    for role in ("majority", "minority"):
        for match in pattern(role).finditer(sentence.text.text, sentence.start, sentence.end):
            word = match[0].lower()
            before = sentence.before(match.start()).rstrip().lower()
            if word == "most" and before.endswith((" at", " the", " second", "at", "the")):
                continue
            start, end = match.span()
            found.append(Number(start, end, "share", None, None, None, None, role, None, match[0], end))
    return found


def _bare_fractions(sentence: Sentence) -> list[Number]:
    """Return fractions in words that stand without a thing and are no quantities by themselves: ", or half,"."""
    found = _ratios(sentence)
    for match in valued_pattern("fraction").finditer(sentence.text.text, sentence.start, sentence.end):
        start, end = match.span()
        if any(n.start < end and start < n.end for n in sentence.numbers):
            continue
        if pattern("fraction_after").match(sentence.after(end).lstrip(" -")):
            continue
        value = value_of("fraction", match[0])
        qualifier = _qualifier(sentence.before(start))
        found.append(Number(start, end, "share", value, value, value, None, qualifier, None, match[0], end))
    return found


def _ratios(sentence: Sentence) -> list[Number]:
    """Return "two in three" as a share in words; the grammar of quantities reads only "one in three"."""
    found: list[Number] = []
    for one, other in pairwise(sentence.amounts):
        part, whole = one.value or Decimal(0), other.value or Decimal(0)
        gap = sentence.text.text[one.end : other.start].strip().lower()
        if gap in _RATIO and 0 < part < whole <= 10 and one.kind == other.kind == "count":
            value = part / whole
            words = sentence.text.text[one.start : other.end]
            qualifier = _qualifier(sentence.before(one.start))
            found.append(
                Number(one.start, other.end, "share", value, value, value, None, qualifier, None, words, other.end)
            )
    return found


def _qualifier(before: str) -> str:
    return next((name for name, words in _QUALIFIED if words.search(before)), "exact")


def _tie_of(
    sentence: Sentence, share: Number, fractions: Sequence[Fraction], leading: Number | None, previous: Tied | None
) -> Tie | None:
    return (
        _share_of_base(sentence, share, fractions)
        or _restating(sentence, share, fractions, leading)
        or _restated(sentence, share, fractions)
        or _in_next_sentence(sentence, share, fractions, previous)
        or _rate(sentence, share)
    )


@cache
def _rate_before() -> re.Pattern[str]:
    return re.compile(rf"{any_of('rate')}\s*(?:of|was|is|:|：|为)?\s*(?:{any_of('about')}\s*)*\Z", re.IGNORECASE)


def _rate(sentence: Sentence, share: Number) -> Tie | None:
    """Tie "52 requests, 43 replies, a response rate of 83 %": the smaller number is the part."""
    counts = [n for n in sentence.amounts if n.kind == "count" and n.product_kind is None]
    if len(counts) != 2 or len(sentence.amounts) != 2 or not _rate_before().search(sentence.before(share.start)):
        return None
    part, whole = sorted(counts, key=lambda n: n.value or 0)
    return Tie(share, part, whole)


def _share_of_base(sentence: Sentence, share: Number, fractions: Sequence[Fraction]) -> Tie | None:
    """Tie "65 % of the 43 councils", with the count in brackets after it or before it."""
    whole = next((n for n in sentence.amounts if n.start >= share.end), None)
    if whole is None or (_fraction_at(fractions, whole) is not None and _is_part(fractions, whole)):
        return None
    match = of_gap().fullmatch(sentence.gap(share.end, whole.start))
    if match is None or match["unit"].strip() or any(pattern("stop").fullmatch(w) for w in match["filler"].split()):
        return None
    part = _bracketed_part(sentence, whole) or _part_before(sentence, share, whole)
    return Tie(share, part, whole)


def _is_part(fractions: Sequence[Fraction], number: Number) -> bool:
    return any(fraction.part is number for fraction in fractions)


def _bracketed_part(sentence: Sentence, whole: Number) -> Number | None:
    part = next((n for n in sentence.amounts if n.start > whole.end), None)
    if part is None or not is_like(part, whole):
        return None
    between = sentence.text.text[whole.end : part.start]
    if any(share.start > whole.end and share.end < part.start for share in sentence.shares):
        return None
    is_apposed = _apposed().search(between) is not None and _is_closed(sentence, part.end_of_unit)
    return part if is_apposed and len(between) <= 80 else None


def _part_before(sentence: Sentence, share: Number, whole: Number) -> Number | None:
    part = next((n for n in reversed(sentence.amounts) if n.end <= share.start), None)
    if (
        part is None
        or not (is_like(part, whole) or is_of_answers(whole))
        or not _apposed().search(sentence.before(share.start))
    ):
        return None
    if any(other.start > part.start and other.end < share.start for other in sentence.shares):
        return None
    return part if _is_closed(sentence, whole.end_of_unit) or _is_restrictive(sentence, whole) else None


def _is_restrictive(sentence: Sentence, whole: Number) -> bool:
    """Tell whether a clause follows that says which ones: "of the 43 that replied"."""
    return _RELATIVE.match(sentence.after(whole.end_of_unit)) is not None


def _restating(sentence: Sentence, share: Number, fractions: Sequence[Fraction], leading: Number | None) -> Tie | None:
    """Tie a share that restates the number before it: "28 of 43 (65 %)", "28 of 43 councils, or two thirds"."""
    before = sentence.before(share.start)
    last = max((f for f in fractions if f.end <= share.start), key=lambda f: f.end, default=None)
    part = next((n for n in reversed(sentence.amounts) if n.end <= share.start), None)
    is_last = last is not None and part in (last.part, last.whole)
    if last is not None and _copula().fullmatch(sentence.gap(last.end, share.start)):
        return Tie(share, last.part, last.whole)
    if _apposed().search(before) is None or not _is_closed(sentence, share.end):
        return _before_its_whole(share, fractions)
    if _summing().search(before) or (part is not None and _is_of_another(sentence, share, part)):
        return None
    if any(
        n.kind == "share" and (part is None or n.start > part.start) and n.end < share.start for n in sentence.numbers
    ):
        return _before_its_whole(share, fractions)
    if last is not None and (is_last or part is None or part.end <= last.end):
        return Tie(share, last.part, last.whole)
    inside = _before_its_whole(share, fractions)
    if inside is not None:
        return inside
    if part is None or part.kind != "count" or (part.product_kind is not None and part is not leading and last is None):
        return None
    return _with_base(sentence, share, part, last.whole if last else leading)


@cache
def _summing() -> re.Pattern[str]:
    return re.compile(rf"{any_of('overall')}[\s,:،，]*\Z", re.IGNORECASE)


def _is_of_another(sentence: Sentence, share: Number, part: Number) -> bool:
    """Tell whether a number before a share stands in brackets of its own, or counts other things than the share."""
    text = sentence.text.text
    is_bracketed = text[part.start - 1 : part.start] in {"(", "（"} and text[share.start - 1 : share.start] not in {
        "(",
        "（",
    }
    closes = re.search(r"[)）]", text[part.end : share.start]) is not None
    opens = re.search(r"[(（]", text[part.end : share.start]) is not None
    if is_bracketed and closes and not opens:
        return True
    return share.unit is not None and part.unit is not None and stem_of(share.unit) != stem_of(part.unit)


def _before_its_whole(share: Number, fractions: Sequence[Fraction]) -> Tie | None:
    """Tie the share inside "28 (65 %) of the 43"."""
    for fraction in fractions:
        if fraction.part.end <= share.start and share.end <= fraction.whole.start:
            return Tie(share, fraction.part, fraction.whole)
    return None


def _with_base(sentence: Sentence, share: Number, part: Number, whole: Number | None) -> Tie | None:
    those = re.compile(rf"(?:{any_of('leading')}|{any_of('of')})\s+(?:{any_of('those')})", re.IGNORECASE)
    if those.search(sentence.before(share.start)) or those.search(sentence.after(share.end)[:24]):
        return Tie(share, part, None, is_stated=False, is_of_those=True)
    if whole is not None and whole is not part and is_like(part, whole):
        return Tie(share, part, whole, is_stated=False)
    return Tie(share, part, None, is_stated=False)


def _restated(sentence: Sentence, share: Number, fractions: Sequence[Fraction]) -> Tie | None:
    """Tie a share that the fraction after it restates: "two thirds of councils (28 of 43)"."""
    following = next((f for f in fractions if f.start >= share.end), None)
    if following is None or any(n.start >= share.end and n.end <= following.start for n in sentence.numbers):
        return None
    gap = sentence.text.text[share.end : following.start]
    is_explained = gap.strip() in {":", "："}
    is_aside = _DASHED.search(gap) is not None and _DASH_LATER.match(sentence.after(following.end)) is not None
    is_closed = is_aside or _is_closed(sentence, following.end)
    if not is_explained and (_apposed().search(gap) is None or not is_closed):
        return None
    return Tie(share, following.part, following.whole)


def _in_next_sentence(
    sentence: Sentence, share: Number, fractions: Sequence[Fraction], previous: Tied | None
) -> Tie | None:
    """Tie "That is 65 %." to the fraction of the sentence before."""
    if previous is None or not previous.fractions or fractions or sentence.numbers[:1] != (share,):
        return None
    opening = sentence.before(share.start)
    is_told = pattern("this").match(opening) is not None and _copula().fullmatch(opening) is not None
    last = previous.fractions[-1]
    return Tie(share, last.part, last.whole) if is_told else None


def _fraction_at(fractions: Sequence[Fraction], number: Number) -> Fraction | None:
    return next((f for f in fractions if number in (f.part, f.whole)), None)


def _is_closed(sentence: Sentence, end: int) -> bool:
    """Tell whether nothing goes on after a share that would make it the subject of something else."""
    after = sentence.after(end)
    if _CLOSER.match(after) or (_OPENED.search(sentence.before(end)) and _LABEL.match(after)):
        return True
    match = re.match(rf"\s*(?:{any_of('of')})\s*(?P<those>(?:{any_of('those')})?)", after, re.IGNORECASE)
    if match is None:
        return False
    rest = after[match.end() :]
    if match["those"] and not (_CLOSER.match(rest) or _RELATIVE.match(rest)):
        return False
    return _OF_THINGS.match(rest) is not None or _CLOSER.match(rest) is not None
