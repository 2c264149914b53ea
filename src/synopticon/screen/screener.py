"""Holds names against entries: exact and alias names first, then marks of a group, then likeness.

All names of a batch are compared in columns. Names about which more than likeness is known (an exact hit, a maker's
mark, a reading in another script) are few; what is known of those is put together one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from synopticon.screen.columns import SCRIPTS, Names, take_apart
from synopticon.screen.compare import features
from synopticon.screen.entries import barriers, group_marks, maker_names, strangers
from synopticon.screen.index import Index, build, candidates
from synopticon.screen.readings import holding, parts, respaced, with_forms
from synopticon.screen.records import Candidate, ListEntry
from synopticon.screen.score import aligned, explained, scores, view
from synopticon.screen.spelling import Real, Whole, best_first, distinct
from synopticon.screen.vocabulary import Vocabulary, ranges
from synopticon.text.names import Name, analyse, common_words
from synopticon.text.names import words as words_of_kind
from synopticon.text.pinyin import Spelt, is_pinyin, spelt

#: Published threshold: below it a candidate is weak.
THRESHOLD = 0.7
_EXACT = {"entity": 1.0, "alias": 0.97, "brand_or_group": 0.9, "weak": 0.6}
_GROUP = 0.8
_STRANGER = 0.3
_SAME_READING, _UNSURE_READING = 0.72, 0.5
#: Two syllables are read alike in many names, three hardly ever.
_SURE_SYLLABLES = 3
_FIRST_WORDS = 4
#: Likeness is never shown as sure as a name that is on the list, nor shown at all when it is next to nothing.
_MOST, _LEAST = 0.96, 0.005
#: Entries compared with a name by each way of searching; fewer where few are asked for.
_COMPARED, _COMPARED_FOR_FEW, _FEW = 20, 6, 2
#: The tiers, surest first.
TIERS = ("entity", "alias", "brand_or_group", "weak")
_WEAK = TIERS.index("weak")
_ALIAS = TIERS.index("alias")
_OTHER_LETTERS = SCRIPTS["han"]  # and those after it: Arabic, Hebrew, Hangul and so on
_KINDS = {
    "entity": "the listed name",
    "alias": "another name of the listed entity",
    "brand_or_group": "a brand or firm of its group",
    "weak": "a word that counts only near words of the subject",
}


@cache
def _mark_beginnings() -> frozenset[str]:
    return frozenset(mark[:end] for mark in group_marks() for end in range(2, len(mark) + 1))


@dataclass(frozen=True, slots=True)
class _Hit:
    entry: int
    tier: str
    score: float
    via: str
    why: str = ""
    reading: int = -1


@dataclass(frozen=True, slots=True)
class Screened:
    """Candidates of many names as columns, names in their order, best first.

    Attributes:
        row: position of the name among those that were given.
        entry: number of the entry, as the screener holds them.
        tier: position in entity, alias, brand_or_group, weak.
        via, why: one text for each candidate; `why` is empty when no explanation was asked for.
    """

    row: Whole
    rank: Whole
    entry: Whole
    tier: Whole
    score: Real
    via: list[str]
    why: list[str]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Names of a batch in all their readings, and the pairs of reading and name of the list that are alike."""

    names: Sequence[str]
    readings: tuple[Names, Names]
    owner: Whole
    texts: Sequence[str]
    row: Whole
    number: Whole
    score: Real
    reading: Whole

    def reading_of(self, reading: int) -> tuple[Names, int]:
        """Return the columns and the position in them of a reading."""
        first = len(self.readings[0])
        return (self.readings[0], reading) if reading < first else (self.readings[1], reading - first)


@dataclass(frozen=True, slots=True)
class Screener:
    """Entries with their index; made once for many names.

    Attributes:
        index: over the distinct names; the entries of name `i` are `owned[starts[i]:starts[i + 1]]`.
        entities: whom each entry is of; all listings of one count as one candidate.
        makers: the entries that are listings of a maker itself.
        spelt: Chinese names by script and pinyin: in Han, and in Latin letters.
    """

    entries: Sequence[ListEntry]
    index: Index
    starts: Whole
    owned: Whole
    makers: dict[str, list[ListEntry]]
    spelt: dict[tuple[str, str], list[int]]
    listings: Whole
    tiers: Whole
    is_open: NDArray[np.bool_]
    has_one_each: bool
    entities: Whole
    has_lone_entities: bool
    maker_entries: dict[str, list[int]] = field(default_factory=dict)

    def screen(self, name: str, top: int) -> list[Candidate]:
        """Return the candidates for one name, one per listing of the `top` best entities, best first."""
        return self.screen_many([name], top)[0]

    def screen_many(self, names: Sequence[str], top: int) -> list[list[Candidate]]:
        """Return the best candidates of each name; many names at once are far cheaper than one by one."""
        found = self.columns(names, top)
        lists: list[list[Candidate]] = [[] for _ in names]
        for at, row in enumerate(found.row.tolist()):
            entry = self.entries[found.entry[at]]
            lists[row].append(
                Candidate(
                    rank=int(found.rank[at]),
                    tier=TIERS[found.tier[at]],
                    score=float(found.score[at]),
                    listing=entry.listing,
                    listed_name=entry.listed_name,
                    list=entry.list,
                    legal_type=entry.legal_type,
                    in_force_from=entry.in_force_from,
                    in_force_to=entry.in_force_to,
                    via=found.via[at],
                    why=found.why[at],
                )
            )
        return lists

    def columns(self, names: Sequence[str], top: int, *, explain: bool = True) -> Screened:
        """Return the best candidates of each name as columns; each spelling is worked out once."""
        unique = list(dict.fromkeys(names))
        compared = self._compare(unique, _COMPARED if top > _FEW else _COMPARED_FOR_FEW)
        exact = self._exact_hits(compared)
        special = self._special(compared, exact)
        is_special = np.zeros(len(unique), np.bool_)
        is_special[list(special)] = True
        row, entry, score, tier, reading = self._alike(compared, ~is_special[compared.row])
        row, entry, score, tier, reading = self._ranked(row, entry, score, tier=tier, reading=reading, top=top)
        via = [self.entries[one].via for one in entry.tolist()]
        why = [""] * len(row)
        if explain:
            why = [self._why(compared, one, other) for one, other in zip(reading.tolist(), entry.tolist(), strict=True)]
        more = self._special_hits(compared, exact, special, top)
        rows = np.concatenate((row, np.array([one for one, hits in more for _ in hits], np.int64)))
        every = [hit for _, hits in more for hit in hits]
        entry = np.concatenate((entry, np.array([hit.entry for hit in every], np.int64)))
        score = np.concatenate((score, np.array([hit.score for hit in every], np.float64)))
        tier = np.concatenate((tier, np.array([TIERS.index(hit.tier) for hit in every], np.int64)))
        via += [hit.via for hit in every]
        for hit in every:
            is_silent = not explain
            why.append("" if is_silent else hit.why or self._why(compared, hit.reading, hit.entry))
        every_row = Screened(rows, np.zeros(0, np.int64), entry, tier, np.round(score, 4), via, why)
        return _repeated(names, unique, every_row)

    # --- likeness ---------------------------------------------------------------------------------------------

    def _compare(self, names: list[str], limit: int) -> _Compared:
        index = self.index
        owners, texts = parts(names)
        first = take_apart([*names, *texts], index.vocabulary)
        again, spelt_anew = respaced(index, first)
        second = take_apart(spelt_anew, index.vocabulary)
        with_forms(second, first, again)
        owner = np.concatenate((np.arange(len(names)), np.array(owners, np.int64)))
        owner = np.concatenate((owner, owner[np.array(again, np.int64)]))
        found: list[tuple[Whole, Whole, Real]] = []
        for reading, offset in ((first, 0), (second, len(first))):
            row, number = candidates(index, reading, limit)
            across = (reading.script[row] > 0) != (index.names.script[number] > 0)
            values = scores(features(index, reading, row, number), across)
            keep = values >= _LEAST
            found.append((row[keep] + offset, number[keep], np.minimum(values[keep], _MOST)))
        reading_of, number, score = (np.concatenate(part) for part in zip(*found, strict=True))
        row = owner[reading_of]
        if len(owner) > len(names):
            key = row * np.int64(len(index.originals) + 1) + number
            order = np.lexsort((reading_of, -score, key))
            order = order[np.concatenate(([True], np.diff(key[order]) != 0))] if len(order) else order
            row, number, score, reading_of = row[order], number[order], score[order], reading_of[order]
        every = [*names, *texts, *(names[owner[one]] for one in again)]
        index.vocabulary.forget()
        return _Compared(names, (first, second), owner, every, row, number, score, reading_of)

    def _alike(self, compared: _Compared, keep: NDArray[np.bool_]) -> tuple[Whole, Whole, Real, Whole, Whole]:
        """Return name, entry, score, tier and reading of the pairs that count, once for each entry of a name."""
        row, number, score = compared.row[keep], compared.number[keep], compared.score[keep]
        counts = self.starts[number + 1] - self.starts[number]
        entry = self.owned[ranges(self.starts[number], counts)]
        row, score = np.repeat(row, counts), np.repeat(score, counts)
        reading = np.repeat(compared.reading[keep], counts)
        number = np.repeat(number, counts)
        tier = np.where(score >= THRESHOLD, self.tiers[entry], _WEAK)
        scripts = self._scripts(compared, reading)
        differs = (scripts >= _OTHER_LETTERS) != (self.index.names.script[number] >= _OTHER_LETTERS)
        tier = np.where(differs & (tier == 0), _ALIAS, tier)
        is_open = self.is_open[entry]
        return row[is_open], entry[is_open], score[is_open], tier[is_open], reading[is_open]

    def _scripts(self, compared: _Compared, reading: Whole) -> NDArray[np.int8]:
        first, second = compared.readings
        return np.concatenate((first.script, second.script))[reading]

    def _ranked(
        self, row: Whole, entry: Whole, score: Real, *, tier: Whole, reading: Whole, top: int
    ) -> tuple[Whole, Whole, Real, Whole, Whole]:
        """Keep the best entry of each listing for a name, and of those all of the best entities, best first."""
        listing = self.listings[entry]
        order = best_first(row, score, listing if self.has_one_each else entry)
        row, entry, listing = row[order], entry[order], listing[order]
        if not self.has_one_each:
            order, row, entry = self._one_each(order, row, entry, listing, score)
        keep = self._places(row, entry) < top
        order = order[keep]
        return row[keep], entry[keep], score[order], tier[order], reading[order]

    def _places(self, row: Whole, entry: Whole) -> Whole:
        """Return for candidates, best first, how many better entities their name has; listings of one count once."""
        counts = np.bincount(row, minlength=1)
        starts = np.cumsum(counts) - counts
        if self.has_lone_entities:
            return np.arange(len(row)) - np.repeat(starts, counts)
        key = row * np.int64(len(self.entries) + 1) + self.entities[entry]
        _, first, back = np.unique(key, return_index=True, return_inverse=True)
        is_first = np.zeros(len(row), np.int64)
        is_first[first] = 1
        before = np.cumsum(is_first) - is_first
        place = before - np.repeat(before[np.minimum(starts, max(len(row) - 1, 0))], counts) if len(row) else before
        placed: Whole = place[first[back]]
        return placed

    def _one_each(self, order: Whole, row: Whole, entry: Whole, listing: Whole, score: Real) -> tuple[Whole, ...]:
        """Keep the first of each listing for a name; of those equally good the lower listing comes first."""
        _, first = np.unique(row * np.int64(len(self.entries) + 1) + listing, return_index=True)
        again = first[best_first(row[first], score[order[first]], listing[first])]
        return order[again], row[again], entry[again]

    def _why(self, compared: _Compared, reading: int, entry: int) -> str:
        names, at = compared.reading_of(reading)
        number = self._number_of(entry)
        vocabulary = self.index.vocabulary
        both = compared.texts[reading], self.entries[entry].name
        return explained(view(names, at, vocabulary), view(self.index.names, number, vocabulary), both, vocabulary)

    def _number_of(self, entry: int) -> int:
        return self.index.numbers[self.entries[entry].name]

    # --- what is known beyond likeness ------------------------------------------------------------------------

    def _exact_hits(self, compared: _Compared) -> dict[int, list[tuple[str, int]]]:
        """Return for names that are on the list as they stand the reading's text and the number of the list's name."""
        known = self.index.exact
        found: dict[int, list[tuple[str, int]]] = {}
        first = compared.readings[0]
        owner = compared.owner
        for at, joined in enumerate(first.joined):
            numbers = known.get(joined) if joined else None
            if numbers is None and first.script[at] == SCRIPTS["han"]:
                tokens = analyse(compared.texts[at]).tokens
                common = common_words()
                core = "".join(token for token in tokens if (word := common.get(token)) is None or word.kind != "place")
                numbers = known.get(core) if len(core) > 2 else None
            if numbers:
                found.setdefault(int(owner[at]), []).extend((compared.texts[at], number) for number in numbers)
        return found

    def _special(self, compared: _Compared, exact: dict[int, list[tuple[str, int]]]) -> set[int]:
        """Return the names for which more than likeness counts."""
        found = set(exact)
        first = compared.readings[0]
        owner = compared.owner
        if self.makers:
            beginnings = _mark_beginnings()
            texts = self.index.vocabulary.words
            used = distinct(first.words)
            begins = np.zeros(len(texts) + 1, np.bool_)
            begins[[one for one in used.tolist() if texts[one] in beginnings]] = True
            at = np.flatnonzero(begins[first.words])
            found.update(owner[np.searchsorted(first.starts, at, "right") - 1].tolist())
        barred = barriers()
        rows: list[int] = distinct(compared.row).tolist()
        joined = [first.joined[row] for row in rows]
        found.update(rows[at] for at in holding(strangers(), joined))
        found.update(row for row, text in zip(rows, joined, strict=True) if text in barred)
        if self.makers:
            found.update(row for row in rows if maker_names(compared.names[row]))
        if any(script == "han" for script, _ in self.spelt):
            rows = _may_be_chinese(first, self.index.vocabulary).tolist()
            found.update(row for row in rows if row < len(compared.names))
        else:
            found.update(np.flatnonzero(first.script[: len(compared.names)] == SCRIPTS["han"]).tolist())
        return found

    def _special_hits(
        self, compared: _Compared, exact: dict[int, list[tuple[str, int]]], special: set[int], top: int
    ) -> list[tuple[int, list[_Hit]]]:
        is_special = np.zeros(len(compared.names), np.bool_)
        is_special[list(special)] = True
        alike: dict[int, list[_Hit]] = {}
        columns = self._alike(compared, is_special[compared.row])
        for row, entry, score, tier, reading in zip(*(column.tolist() for column in columns), strict=True):
            alike.setdefault(row, []).append(_Hit(entry, TIERS[tier], score, self.entries[entry].via, "", reading))
        extra: dict[int, list[str]] = {}
        count = len(compared.names)
        for at in range(count, len(compared.readings[0])):
            extra.setdefault(int(compared.owner[at]), []).append(compared.texts[at])
        found: list[tuple[int, list[_Hit]]] = []
        for row in sorted(special):
            hits: list[_Hit] = []
            for text in (compared.names[row], *extra.get(row, ())):
                hits += self._hits(analyse(text), [number for one, number in exact.get(row, ()) if one == text])
            hits += self._filtered(compared, row, alike.get(row, ()), hits, exact.get(row, ()))
            found.append((row, self._best(hits, top)))
        return found

    def _best(self, hits: Sequence[_Hit], top: int) -> list[_Hit]:
        best: dict[str, _Hit] = {}
        for hit in hits:
            listing = self.entries[hit.entry].listing
            known = best.get(listing)
            if known is None or self._order(hit) < self._order(known):
                best[listing] = hit
        places: dict[int, int] = {}
        ordered = sorted(best.values(), key=self._order)
        return [hit for hit in ordered if places.setdefault(int(self.entities[hit.entry]), len(places)) < top]

    def _order(self, hit: _Hit) -> tuple[float, str, str]:
        entry = self.entries[hit.entry]
        return -hit.score, entry.listing, entry.name

    def _hits(self, query: Name, exact: Sequence[int]) -> Iterator[_Hit]:
        if not query.joined:
            return
        barred = barriers().get(query.joined, frozenset[str]())
        for number in exact:
            for at in self.owned[self.starts[number] : self.starts[number + 1]].tolist():
                entry = self.entries[at]
                if _is_word_of_trade(query, entry.name):
                    why = f"{query.original!r} is {entry.name!r} without its legal form: a word of trade alone"
                    yield _Hit(at, "weak", _EXACT["weak"], entry.via, why)
                elif entry.maker is None or entry.maker not in barred:
                    why = f"{query.original!r} is {entry.name!r}, {_KINDS[entry.tier]}"
                    yield _Hit(at, entry.tier, _EXACT[entry.tier], entry.via, why)
        if not _is_stranger(query):
            yield from self._group(query)
        if not exact and query.script in ("han", "latin"):
            yield from self._same_pinyin(query)

    def _filtered(
        self,
        compared: _Compared,
        row: int,
        alike: Sequence[_Hit],
        hits: Sequence[_Hit],
        exact: Sequence[tuple[str, int]],
    ) -> Iterator[_Hit]:
        """Yield likeness as far as nothing better is known: no second way to a listing, no stranger above its cap."""
        query = analyse(compared.names[row])
        numbers = {number for _, number in exact}
        sure = {self.entries[at].listing for number in numbers for at in self._owned(number)}
        groups = {self.entries[hit.entry].maker for hit in hits if hit.tier == "brand_or_group"}
        known = maker_names(query.original)
        cap = _STRANGER if _is_stranger(query) else _MOST
        for hit in alike:
            entry = self.entries[hit.entry]
            if entry.listing in sure or (known and entry.list and entry.maker not in known):
                continue  # a known maker's name is that maker's, however like another it looks
            if entry.maker in groups and self._is_left_over(compared, hit):
                continue  # a firm of the group, not the listed firm: `_group` has said so
            score = self._read_aloud(query, hit, min(hit.score, cap))
            if score >= _LEAST:
                yield _Hit(hit.entry, hit.tier if score >= THRESHOLD else "weak", score, hit.via, "", hit.reading)

    def _owned(self, number: int) -> list[int]:
        found: list[int] = self.owned[self.starts[number] : self.starts[number + 1]].tolist()
        return found

    def _is_left_over(self, compared: _Compared, hit: _Hit) -> bool:
        """Tell whether the query has a word, other than a link, that the entry has not."""
        names, at = compared.reading_of(hit.reading)
        vocabulary = self.index.vocabulary
        mine, other = view(names, at, vocabulary), view(self.index.names, self._number_of(hit.entry), vocabulary)
        seen = {pair.query for pair in aligned(mine, other, vocabulary)}
        home = words_of_kind("home")
        return any(
            at not in seen and (weight > 0.1 or text in home)
            for at, (text, weight) in enumerate(zip(mine.texts, mine.weights, strict=True))
        )

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
                for at in self.maker_entries.get(maker, ()):
                    words = " ".join(query.tokens[start:end])
                    why = f"{query.original!r} bears the name {words!r} of {maker}; it is not the listed firm itself"
                    via = f"{brand or mark} > {maker}" if brand else f"{' '.join(query.tokens)} > {maker}"
                    yield _Hit(at, "brand_or_group", _GROUP, via, why)

    # --- Chinese readings -------------------------------------------------------------------------------------

    def _same_pinyin(self, query: Name) -> Iterator[_Hit]:
        """Yield the entries that a Chinese name in the other script stands for; sure only when it is one owner's."""
        mine = spelt(query)
        if mine is None:
            return
        for number in self._read_alike(query, mine):
            other = spelt(analyse(self.index.originals[number]))
            if other is None or _elsewhere(mine, other):
                continue
            for at in self._owned(number):
                entry = self.entries[at]
                is_clear = entry.tier in ("entity", "alias") and self._is_clear(query, mine, other)
                why = f"{query.original!r} and {entry.name!r} are both read {mine.key!r}"
                score = _SAME_READING if is_clear else _UNSURE_READING
                yield _Hit(at, "alias" if is_clear else "weak", score, entry.via, why)

    def _read_alike(self, query: Name, mine: Spelt) -> list[int]:
        return self.spelt.get(("latin" if query.script == "han" else "han", mine.key), [])

    def _is_clear(self, query: Name, mine: Spelt, other: Spelt) -> bool:
        entries = [self.entries[at] for number in self._read_alike(query, mine) for at in self._owned(number)]
        is_long = mine.syllables >= _SURE_SYLLABLES or bool(mine.places & other.places)
        return is_long and len({entry.maker or entry.listing for entry in entries}) == 1

    def _read_aloud(self, query: Name, hit: _Hit, score: float) -> float:
        """Return a score lowered where a Chinese name and its spelling are another firm's, or several firms'."""
        name = self.entries[hit.entry].name
        if name.isascii() == query.original.isascii():
            return score
        other = analyse(name)
        if "han" not in (query.script, other.script) or "latin" not in (query.script, other.script):
            return score
        mine, theirs = spelt(query), spelt(other)
        if mine is None or theirs is None:
            return score
        if _elsewhere(mine, theirs):
            return 0.0
        if mine.key == theirs.key:
            return score if self._is_clear(query, mine, theirs) else min(score, _UNSURE_READING)
        return min(score, _UNSURE_READING) if _shares_no_core(mine, theirs) else score


def _is_word_of_trade(query: Name, name: str) -> bool:
    """Tell whether a name is one common word that is a listed name only because that one's legal form was dropped."""
    return (
        len(query.tokens) == 1
        and query.tokens[0] in common_words()
        and query.original.casefold() != name.casefold()
        and len(name) > len(query.tokens[0]) + 1
        and query.forms != analyse(name).forms
    )


def _elsewhere(mine: Spelt, other: Spelt) -> bool:
    return bool(mine.places and other.places and not mine.places & other.places)


def _shares_no_core(mine: Spelt, other: Spelt) -> bool:
    return not (mine.key.startswith(other.key) or other.key.startswith(mine.key))


def _is_stranger(query: Name) -> bool:
    return query.joined in barriers() or any(one in query.joined for one in strangers())


def _may_be_chinese(names: Names, vocabulary: Vocabulary) -> Whole:
    """Return the names in Han, and those of whose first words one can be read as Chinese."""
    used = distinct(names.words)
    is_syllable = np.zeros(len(vocabulary.words) + 1, np.bool_)
    is_syllable[[word for word in used.tolist() if is_pinyin(vocabulary.words[word])]] = True
    at = np.flatnonzero(is_syllable[names.words])
    row = np.searchsorted(names.starts, at, "right") - 1
    row = row[at - names.starts[row] < _FIRST_WORDS]
    return distinct(np.concatenate((row, np.flatnonzero(names.script == SCRIPTS["han"]))))


def _repeated(names: Sequence[str], unique: list[str], found: Screened) -> Screened:
    """Give every name the candidates of its spelling, in the order of the names."""
    order = np.argsort(found.row, kind="stable")
    counts = np.bincount(found.row, minlength=len(unique))
    starts = np.cumsum(counts) - counts
    if len(unique) == len(names):
        at, row, sizes = order, found.row[order], counts
    else:
        numbers = {name: number for number, name in enumerate(unique)}
        back = np.fromiter((numbers[name] for name in names), np.int64, len(names))
        sizes = counts[back]
        at = order[ranges(starts[back], sizes)]
        row = np.repeat(np.arange(len(names)), sizes)
    rank = np.arange(len(at)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + 1
    texts = at.tolist()
    return Screened(
        row=row,
        rank=rank,
        entry=found.entry[at],
        tier=found.tier[at],
        score=found.score[at],
        via=[found.via[one] for one in texts],
        why=[found.why[one] for one in texts],
    )


def screener(entries: Sequence[ListEntry]) -> Screener:
    """Index entries for screening."""
    places: dict[str, int] = {}
    named: list[list[int]] = []
    for at, entry in enumerate(entries):
        if entry.name not in places:
            places[entry.name] = len(named)
            named.append([])
        named[places[entry.name]].append(at)
    index = build(list(places), [entries[first].maker or entries[first].listing for first, *_ in named])
    makers: dict[str, list[ListEntry]] = {}
    maker_entries: dict[str, list[int]] = {}
    for at, entry in enumerate(entries):
        if entry.maker is not None and entry.name == entry.listed_name:
            makers.setdefault(entry.maker, []).append(entry)
            maker_entries.setdefault(entry.maker, []).append(at)
    listings = {listing: number for number, listing in enumerate(sorted({entry.listing for entry in entries}))}
    entities = {entity: number for number, entity in enumerate(sorted({entry.entity for entry in entries}))}
    return Screener(
        entries=entries,
        index=index,
        starts=np.concatenate(([0], np.cumsum([len(owned) for owned in named]))).astype(np.int64),
        owned=np.array([at for owned in named for at in owned], np.int64),
        makers=makers,
        spelt=_by_pinyin(index),
        listings=np.array([listings[entry.listing] for entry in entries], np.int64),
        tiers=np.array([TIERS.index(entry.tier) for entry in entries], np.int64),
        is_open=np.array([not entry.is_exact_only for entry in entries], np.bool_),
        has_one_each=len(listings) == len(entries),
        entities=np.array([entities[entry.entity] for entry in entries], np.int64),
        has_lone_entities=len(entities) == len(listings),
        maker_entries=maker_entries,
    )


def _by_pinyin(index: Index) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for number in _may_be_chinese(index.names, index.vocabulary).tolist():
        name = analyse(index.originals[number])
        read = spelt(name)
        if read is not None:
            found.setdefault((name.script, read.key), []).append(number)
    return found
