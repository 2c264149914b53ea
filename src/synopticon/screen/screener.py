"""Holds names against entries: exact and alias names first, then marks of a group, then likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from synopticon.screen.entries import barriers, group_marks, maker_names, strangers
from synopticon.screen.index import Analysed, Index, build, candidates, canonical_kind
from synopticon.screen.records import Candidate, ListEntry
from synopticon.screen.score import Pair, aligned, explained, is_spelt_alike, likeness
from synopticon.text.names import Name, analyse, core_sound
from synopticon.text.pinyin import spelt

#: Published threshold: below it a candidate is weak.
THRESHOLD = 0.7
_EXACT = {"entity": 1.0, "alias": 0.97, "brand_or_group": 0.9, "weak": 0.6}
_GROUP = 0.8
_STRANGER = 0.3
_SAME_SOUND = 0.72
#: Fewer consonants are shared by chance.
_LEAST_SOUND, _LONG_SOUND = 4, 7
#: Two syllables are read alike in many names, three hardly ever.
_SURE_SYLLABLES = 3
_COMPARED = 8
_FUZZY_SCRIPTS = ("latin", "cyrillic", "greek", "other")


@cache
def _strangers() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, strangers())) or r"(?!)")


@dataclass(frozen=True, slots=True)
class _Hit:
    entry: ListEntry
    tier: str
    score: float
    via: str
    why: str = ""
    alike: tuple[Analysed, Analysed, list[Pair]] | None = None


def _order(hit: _Hit) -> tuple[float, str, str]:
    return -hit.score, hit.entry.listing, hit.entry.name


def _candidate(rank: int, hit: _Hit) -> Candidate:
    entry = hit.entry
    return Candidate(
        rank=rank,
        tier=hit.tier,
        score=round(hit.score, 4),
        listing=entry.listing,
        listed_name=entry.listed_name,
        list=entry.list,
        legal_type=entry.legal_type,
        in_force_from=entry.in_force_from,
        in_force_to=entry.in_force_to,
        via=hit.via,
        why=explained(*hit.alike) if hit.alike is not None else hit.why,
    )


@dataclass(frozen=True, slots=True)
class Screener:
    """Entries with their index; made once for many names.

    Attributes:
        index: over the distinct names; `named` has the entries of each.
        sounds: names by their consonants.
        makers: the entries that are listings of a maker itself.
        spelt: Chinese names by their pinyin: in Han, and in Latin letters.
        cores: names in Arabic and Latin letters by the consonants of their distinctive words.
    """

    entries: Sequence[ListEntry]
    index: Index
    named: list[list[ListEntry]]
    sounds: dict[str, list[int]]
    makers: dict[str, list[ListEntry]]
    spelt: dict[tuple[str, str], list[int]]
    cores: dict[tuple[str, str], list[int]]

    @property
    def has_arabic(self) -> bool:
        """Tell whether a name of the lists is written in Arabic letters."""
        return ("arabic", "") in self.cores

    def screen(self, name: str, top: int) -> list[Candidate]:
        """Return the best candidates for one name, at most one per listing, best first."""
        query = analyse(name)
        hits = list(self._hits(query))
        for part in query.parts:
            hits += self._hits(analyse(part))
        best: dict[str, _Hit] = {}
        for hit in hits:
            known = best.get(hit.entry.listing)
            if known is None or _order(hit) < _order(known):
                best[hit.entry.listing] = hit
        ranked = sorted(best.values(), key=_order)[:top]
        return [_candidate(rank, hit) for rank, hit in enumerate(ranked, 1)]

    def _hits(self, query: Name) -> Iterator[_Hit]:
        if not query.joined:
            return
        barred = barriers().get(query.joined, frozenset[str]())
        is_stranger = bool(barred) or _strangers().search(query.joined) is not None
        exact = self._exact(query)
        for entry in (entry for number in exact for entry in self.named[number]):
            if entry.maker is None or entry.maker not in barred:
                why = f"{query.original!r} is {entry.name!r}, {_KINDS[entry.tier]}"
                yield _Hit(entry, entry.tier, _EXACT[entry.tier], entry.via, why)
        group = [] if is_stranger else list(self._group(query))
        yield from group
        if not exact and query.script in ("han", "latin"):
            yield from self._same_pinyin(query)
        if query.script in _FUZZY_SCRIPTS:
            groups = {hit.entry.maker for hit in group}
            known = maker_names(query.original)
            for hit in self._alike(query, set(exact), groups, _STRANGER if is_stranger else _MOST):
                if not known or hit.entry.maker in known or not hit.entry.list:
                    yield hit  # a known maker's name is that maker's, however like another it looks
        if query.script == "arabic" or (query.script == "latin" and not exact and not is_stranger):
            yield from self._same_sound(query)

    def _exact(self, query: Name) -> list[int]:
        found = self.index.exact.get(query.joined, [])
        if not found and query.script == "han":
            core = "".join(token for token in query.tokens if canonical_kind(token) != "place")
            found = self.index.exact.get(core, []) if len(core) > 2 else []
        return found

    def _group(self, query: Name) -> Iterator[_Hit]:
        """Yield the listings of a maker whose coined name stands inside a longer name."""
        marks = group_marks()
        for start in range(len(query.tokens)):
            for end in (start + 1, start + 2):
                mark = "".join(query.tokens[start:end])
                owner = marks.get(mark)
                if owner is None or mark == query.joined or end > len(query.tokens):
                    continue
                maker, brand = owner
                for entry in self.makers.get(maker, ()):
                    words = " ".join(query.tokens[start:end])
                    why = f"{query.original!r} bears the name {words!r} of {maker}; it is not the listed firm itself"
                    yield _Hit(
                        entry,
                        "brand_or_group",
                        _GROUP,
                        f"{brand or mark} > {maker}" if brand else f"{' '.join(query.tokens)} > {maker}",
                        why,
                    )

    def _same_sound(self, query: Name) -> Iterator[_Hit]:
        is_arabic = query.script == "arabic"
        least = _LEAST_SOUND if is_arabic else _LONG_SOUND
        numbers = self.sounds.get(query.sound, ()) if len(query.sound) >= least else ()
        core, is_long = query.sound, True
        if not numbers and self.has_arabic:
            core = core_sound(query)
            is_long = len(core) > _LEAST_SOUND
            numbers = self.cores.get(("latin" if is_arabic else "arabic", core), ()) if core else ()
        found = [entry for number in numbers for entry in self.named[number]]
        if not is_arabic:  # makers have their names in Latin letters in the tables: consonants would only add errors
            found = [entry for entry in found if entry.maker is None]
        owners = {entry.maker or entry.listing for entry in found}
        for entry in found:
            is_clear = len(owners) == 1 and is_long and entry.tier in ("entity", "alias")
            why = f"{query.original!r} and {entry.name!r} share the consonants {core!r}"
            yield _Hit(entry, "alias" if is_clear else "weak", _SAME_SOUND if is_clear else 0.5, entry.via, why)

    def _same_pinyin(self, query: Name) -> Iterator[_Hit]:
        """Yield the entries that a Chinese name in the other script stands for; sure only when it is one owner's."""
        mine = spelt(query)
        if mine is None:
            return
        script = "latin" if query.script == "han" else "han"
        numbers = self.spelt.get((script, mine.key), ())
        others = [(entry, spelt(self.index.names[number].name)) for number in numbers for entry in self.named[number]]
        owners = {entry.maker or entry.listing for entry, _ in others}
        for entry, other in others:
            if other is None or (mine.places and other.places and not mine.places & other.places):
                continue
            is_long = mine.syllables >= _SURE_SYLLABLES or bool(mine.places & other.places)
            is_clear = len(owners) == 1 and is_long and entry.tier in ("entity", "alias")
            why = f"{query.original!r} and {entry.name!r} are both read {mine.key!r}"
            yield _Hit(entry, "alias" if is_clear else "weak", _SAME_SOUND if is_clear else 0.5, entry.via, why)

    def _alike(self, query: Name, exact: set[int], groups: set[str | None], cap: float) -> Iterator[_Hit]:
        name = self.index.analysed(query)
        sure = {entry.listing for number in exact for entry in self.named[number]}
        for number in candidates(self.index, name, _COMPARED):
            if number in exact:
                continue
            other = self.index.names[number]
            if other.name.script in ("han", "arabic"):
                continue  # likeness of a Latin name to what is left of a Han one ("360") means nothing
            pairs = aligned(name, other)
            if not pairs and not is_spelt_alike(name, other):
                continue
            score = min(cap, likeness(name, other, pairs, self.index.frequency))
            if score < _LEAST:
                continue
            left_over = _is_left_over(name, pairs)
            for entry in self.named[number]:
                if entry.listing in sure or entry.is_exact_only:
                    continue
                tier = entry.tier if score >= THRESHOLD else "weak"
                if left_over and entry.maker in groups:
                    continue  # a firm of the group, not the listed firm: `_group` has said so
                yield _Hit(entry, tier, score, entry.via, alike=(name, other, pairs))


#: Likeness is never shown as sure as a name that is on the list, nor shown at all when it is next to nothing.
_MOST, _LEAST = 0.96, 0.005


def _is_left_over(query: Analysed, pairs: list[Pair]) -> bool:
    """Tell whether the query has a word, other than a link, that the entry has not."""
    seen = {word for pair in pairs for word in pair.query.split()}
    return any(token not in seen and weight > 0.1 for token, weight in zip(query.tokens, query.weights, strict=True))


_KINDS = {
    "entity": "the listed name",
    "alias": "another name of the listed entity",
    "brand_or_group": "a brand or firm of its group",
    "weak": "a word that counts only near words of the subject",
}


def screener(entries: Sequence[ListEntry]) -> Screener:
    """Index entries for screening."""
    places: dict[str, int] = {}
    named: list[list[ListEntry]] = []
    for entry in entries:
        if entry.name not in places:
            places[entry.name] = len(named)
            named.append([])
        named[places[entry.name]].append(entry)
    index = build(list(places), [first.maker or first.listing for first, *_ in named])
    sounds: dict[str, list[int]] = {}
    for number, taken in enumerate(index.names):
        if len(taken.name.sound) > 3 and taken.name.script != "han":
            sounds.setdefault(taken.name.sound, []).append(number)
    makers: dict[str, list[ListEntry]] = {}
    for entry in entries:
        if entry.maker is not None and entry.name == entry.listed_name:
            makers.setdefault(entry.maker, []).append(entry)
    return Screener(entries, index, named, sounds, makers, _by_pinyin(index), _by_consonants(index))


def _by_consonants(index: Index) -> dict[tuple[str, str], list[int]]:
    """Return names by script and consonants; the empty key tells that there is a name in Arabic letters at all."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, taken in enumerate(index.names):
        script = taken.name.script
        if script == "arabic":
            found.setdefault((script, ""), []).append(number)
        if script in ("arabic", "latin") and len(key := core_sound(taken.name)) >= _LEAST_SOUND:
            found.setdefault((script, key), []).append(number)
    return found


def _by_pinyin(index: Index) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for number, taken in enumerate(index.names):
        read = spelt(taken.name)
        if read is not None:
            found.setdefault((taken.name.script, read.key), []).append(number)
    return found
