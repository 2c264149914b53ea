"""Finds the names in a text: makers, brands, products, models, capabilities, lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from synopticon.read.boundaries import is_bounded
from synopticon.read.han_names import is_look_alike
from synopticon.read.lexicon import LONG_NAME, Entry, Lexicon, default_lexicon
from synopticon.read.models import ModelPatterns, default_patterns, find_models
from synopticon.read.spans import MentionSpan
from synopticon.read.surroundings import Place, Surroundings, is_other_name, places_in, speaks_against
from synopticon.text.fold import Folded, fold
from synopticon.text.languages.zh import common_words

#: How far words of the subject may stand from a name that needs them, in characters.
NEAR = 300
_NAMES = frozenset(("maker", "brand"))
_SHORT_ACRONYM = 3
_SHORT_PASSAGE = 1_200
_RANK = {"model": 0, "maker": 1, "brand": 1, "product": 2, "list": 2, "capability": 3}
_POSSESSIVE = re.compile(r"['’]s?(?![a-z])")
_PROCLITICS = ("", "و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "ول", "وب")
_ARABIC_LONG = re.compile(rf"[\u0620-\u064a\u066e-\u06d3]{{{LONG_NAME - 1},}}")
_CAPITALISED = re.compile(rf"(?<![A-Za-z0-9])[A-Z][A-Za-z]{{{LONG_NAME - 2},}}(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A candidate: its folded span, its span in the original, and what it would be."""

    start: int
    end: int
    kind: str
    id: str
    maker: str | None
    product_kind: str | None
    needs: str = ""
    is_subject: bool = False


def find_mentions(
    text: str,
    *,
    language: str | None = None,
    lexicon: Lexicon | None = None,
    folded: Folded | None = None,
    patterns: ModelPatterns | None = None,
    is_subject: bool = False,
    introduced: frozenset[str] = frozenset(),
) -> list[MentionSpan]:
    """Return the names in `text`, left to right, without overlap; of overlapping ones the longest and most specific.

    A name that could be something else counts only near words of the subject, and a phrase known to be something
    else is passed over whole. The kind ``product`` has two uses: a maker's product has the maker's id and `maker`;
    a word for a kind of thing ("cameras") has the product kind as id and no maker.

    Args:
        text: one passage; "near" is measured within it.
        language: not needed; names are looked for in every script.
        lexicon: what to look for, the reference tables when not given.
        folded: ``fold(text)`` where the caller has it already.
        is_subject: the text is known to be about the subject (a cell of a maker column), so doubtful names count.
        patterns: model patterns, those of the reference tables when not given.
        introduced: makers whose names elsewhere in the same document leave no doubt, so that their short ones count.
    """
    del language
    folded = folded or fold(text)
    lexicon = lexicon or default_lexicon()
    hits, barriers = _named(folded, lexicon)
    hits += _misspelt(folded, lexicon, {hit.start for hit in hits})
    hits += [
        _Hit(
            model.start,
            model.end,
            "model",
            _model_id(text[model.start : model.end]),
            model.row.maker or None,
            model.row.product_kind,
            "subject" if model.row.tier == "B" else "",
        )
        for model in find_models(text, patterns or default_patterns())
    ]
    if not hits:
        return []
    hits = _cut(hits, text, lexicon)
    kept = _without_overlap(
        _wanted(hits, barriers, folded, lexicon.surroundings, is_subject=is_subject, introduced=introduced)
    )
    return [
        MentionSpan(hit.start, hit.end, hit.kind, hit.id, text[hit.start : hit.end], hit.maker, hit.product_kind)
        for hit in kept
    ]


def names_may_stand(folded: Folded) -> Iterator[int]:
    """Yield where in the original a name of the reference tables may begin; `find_mentions` finds none elsewhere."""
    lexicon = default_lexicon()
    for _, start, end in lexicon.automaton.find_matches_as_indexes(folded.text, overlapping=True):
        if is_bounded(folded.text, start, end):
            yield folded.span(start, end)[0]
    yield from (hit.start for hit in _misspelt(folded, lexicon, set()))
    for model in find_models(folded.original, default_patterns()):
        yield from (model.start, model.end - 1)


def _cut(hits: list[_Hit], text: str, lexicon: Lexicon) -> list[_Hit]:
    """Cut the models that begin with their maker's name; shorter names within such a model give way."""
    cut = {(hit.start, hit.end): _parts(hit, text, lexicon) for hit in hits if hit.kind == "model"}
    whole = [span for span, parts in cut.items() if len(parts) > 1]
    if not whole:
        return hits
    kept = [h for h in hits if h.kind != "model" and not any(a <= h.start and h.end <= b for a, b in whole)]
    return [*kept, *(part for parts in cut.values() for part in parts)]


def _parts(hit: _Hit, text: str, lexicon: Lexicon) -> list[_Hit]:
    """Cut a model at the name of its maker: "Axon Body 3" names Axon and the model Body 3."""
    head, blank, rest = text[hit.start : hit.end].partition(" ")
    if hit.kind != "model" or not blank or not rest[:1].isalnum():
        return [hit]
    entry = lexicon.names.get(head.lower())
    if entry is None or entry.kind != "maker" or entry.maker != hit.maker:
        return [hit]
    cut = hit.start + len(head)
    name = replace(hit, end=cut, kind="maker", id=entry.id, product_kind=None, needs=hit.needs)
    return [name, replace(hit, start=cut + 1)]


def _model_id(text: str) -> str:
    return " ".join(text.upper().split())


def _named(folded: Folded, lexicon: Lexicon) -> tuple[list[_Hit], list[tuple[int, int]]]:
    """Return what the automaton finds and the stretches that known false friends cover, as spans of the original."""
    hits: list[_Hit] = []
    barriers: list[tuple[int, int]] = []
    text = folded.text
    for number, start, end in _matches(text, lexicon):
        entry = lexicon.entries[number]
        first, last = folded.span(start, end)
        if entry.kind == "barrier":
            barriers.append((first, last))
            continue
        if entry.needs_capital and not _has_capitals(folded.original, first, last):
            continue
        if entry.needs_subject and entry.kind in _NAMES and _is_common_word(folded.original, first, last):
            continue
        hits.append(_hit(entry, first, last))
    return hits, barriers


def _matches(text: str, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Return bounded matches, leftmost and longest first; a match inside a kept one is left out."""
    found = [
        match
        for match in lexicon.automaton.find_matches_as_indexes(text, overlapping=True)
        if is_bounded(text, match[1], match[2])
    ]
    if len(found) < 2:
        return found
    found.sort(key=lambda match: (match[1], -match[2]))
    kept: list[tuple[int, int, int]] = []
    end = -1
    for match in found:
        if kept and match[1] < end < match[2] and _lies_across(text, kept[-1][1]):
            kept.pop()
            end = -1
        if match[2] > end:
            kept.append(match)
            end = match[2]
    return kept


def _lies_across(text: str, start: int) -> bool:
    """Tell whether the first character of a Chinese name ends a common word before it (最大|华为 is not 大华)."""
    return start > 0 and not text[start].isascii() and text[start - 1 : start + 1] in common_words()


def _hit(entry: Entry, start: int, end: int) -> _Hit:
    needs = "subject" if entry.needs_subject else ""
    return _Hit(start, end, entry.kind, entry.id, entry.maker, entry.product_kind, needs, entry.is_subject)


def _is_common_word(text: str, start: int, end: int) -> bool:
    """Tell whether a doubtful Latin name stands in small letters among capitals ("a milestone"): a word, not a name."""
    name = text[start:end]
    return name.isascii() and name.islower() and not text.islower()


def _has_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether an acronym stands in capitals, a plural "s" apart ("NVRs"); of a longer one the first is enough."""
    if end - start > _SHORT_ACRONYM:
        return text[start].isupper()
    return text[start : max(start + 1, end - 1)].isupper()


def _misspelt(folded: Folded, lexicon: Lexicon, taken: set[int]) -> list[_Hit]:
    """Return long maker names with one letter too many, too few, wrong or swapped; a name begins with a capital."""
    if not lexicon.long_names:
        return []
    index = lexicon.near
    hits = [] if folded.text.isascii() else _misspelt_arabic(folded, lexicon)
    for match in _CAPITALISED.finditer(folded.original):
        word = match[0].lower()
        # One edit leaves the first four or the last four letters of the name as they are.
        names = index.get(word[:4]) or index.get(word[-4:])
        if names is None or word in lexicon.long_names or match.start() in taken:
            continue
        entry = next((lexicon.long_names[name] for name in names if _is_one_edit(word, name)), None)
        if entry is not None:
            hits.append(_hit(entry, *match.span()))
    return hits


def _misspelt_arabic(folded: Folded, lexicon: Lexicon) -> list[_Hit]:
    """Return long Arabic maker names with one letter wrong, as every writer spells a foreign name in his own way."""
    hits: list[_Hit] = []
    for match in _ARABIC_LONG.finditer(folded.text):
        for head in _PROCLITICS:
            word = match[0][len(head) :]
            if not match[0].startswith(head) or len(word) < LONG_NAME - 1:
                continue
            names = lexicon.near.get(word[:4]) or lexicon.near.get(word[-4:])
            if names is None or word in lexicon.long_names:
                continue
            entry = next((lexicon.long_names[name] for name in names if _is_one_edit(word, name)), None)
            if entry is not None:
                hits.append(_hit(entry, *folded.span(match.start() + len(head), match.end())))
                break
    return hits


def _is_one_edit(word: str, name: str) -> bool:
    """Tell whether one insertion, deletion, substitution or swap of neighbours makes `name` of `word`.

    A plural or possessive "s" at the end, and a change of the first letter, make another word.
    """
    if abs(len(word) - len(name)) > 1 or word[0] != name[0] or word in {name + "s", name + "n"}:
        return False
    head = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, wanted = word[head:], name[head:]
    if len(rest) == len(wanted):
        return rest[1:] == wanted[1:] or (rest[2:] == wanted[2:] and rest[:2] == wanted[1::-1])
    return rest[1:] == wanted if len(rest) > len(wanted) else rest == wanted[1:]


def _wanted(
    hits: list[_Hit],
    barriers: list[tuple[int, int]],
    folded: Folded,
    words: Surroundings,
    *,
    is_subject: bool,
    introduced: frozenset[str],
) -> list[_Hit]:
    """Leave out what a false friend covers, what words beside it turn, and what has no subject near."""
    text = folded.original
    hits = [hit for hit in hits if not _is_covered(hit, barriers) and not _is_other(hit, text, words)]
    if is_subject or not any(hit.needs or hit.maker in words.watched for hit in hits):
        return hits
    places = places_in(folded, words)
    sure = [hit.start for hit in hits if hit.is_subject or (hit.maker and not hit.needs and hit.kind != "product")]
    subject = sorted([*sure, *(place.start for place in places if place.is_subject)])
    near = len(text) if len(text) <= _SHORT_PASSAGE else NEAR
    return [
        hit
        for hit in hits
        if (not hit.needs or hit.maker in introduced or _is_near(subject, hit, near))
        and not _is_turned(hit, text, words, places, subject)
    ]


def _is_covered(hit: _Hit, barriers: list[tuple[int, int]]) -> bool:
    return any(first < hit.end and hit.start < last and hit.end - hit.start <= last - first for first, last in barriers)


def _is_other(hit: _Hit, text: str, words: Surroundings) -> bool:
    if hit.kind not in _NAMES:
        return False
    if is_look_alike(text, hit.start, hit.end):
        return True
    return is_other_name(text, hit.start, hit.end, words, is_doubtful=bool(hit.needs) or hit.maker in words.watched)


def _is_turned(hit: _Hit, text: str, words: Surroundings, places: list[Place], subject: list[int]) -> bool:
    is_name = hit.kind in _NAMES or (hit.kind == "product" and hit.maker is not None)
    if not is_name or not (hit.needs or hit.maker in words.watched):
        return False
    beside = [place for place in subject if not hit.start <= place < hit.end]
    return speaks_against(text, (hit.start, hit.end), hit.maker, places, beside)


def _is_near(places: list[int], hit: _Hit, reach: int) -> bool:
    at = bisect_left(places, hit.start - reach)
    return any(place <= hit.end + reach and not hit.start <= place < hit.end for place in places[at : at + 3])


def _without_overlap(hits: list[_Hit]) -> list[_Hit]:
    hits = sorted(hits, key=lambda hit: (_is_thing(hit), hit.start - hit.end, _RANK[hit.kind], hit.start))
    taken: list[_Hit] = []
    if all(a.end <= b.start for a, b in _pairs(sorted(hits, key=lambda hit: hit.start))):
        return sorted(hits, key=lambda hit: hit.start)
    starts: list[int] = []
    for hit in hits:
        at = bisect_left(starts, hit.start)
        before, after = taken[at - 1] if at else None, taken[at] if at < len(taken) else None
        if (before is not None and before.end > hit.start) or (after is not None and after.start < hit.end):
            continue
        starts.insert(at, hit.start)
        taken.insert(at, hit)
    return taken


def _is_thing(hit: _Hit) -> bool:
    """Tell whether the hit is a common word; a name wins over it even when it is shorter."""
    return hit.kind == "capability" or (hit.kind == "product" and hit.maker is None)


def _pairs(hits: list[_Hit]) -> list[tuple[_Hit, _Hit]]:
    return list(pairwise(hits))
