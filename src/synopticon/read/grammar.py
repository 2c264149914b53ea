"""What the number finders know of the languages of a text, compiled: scripts side by side, one Latin language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TypeVar

import ahocorasick_rs

from synopticon.discover import discover
from synopticon.text import languages
from synopticon.text.fold import folded_key
from synopticon.text.grammar import Language

LETTER = "a-zß-öø-ɏ\u0620-\u064a\u066e-\u06d3"
DEFAULT = "en"
_ENDS_IN_LETTER = re.compile(f"[{LETTER}]$")
_PARTS = re.compile("[ -]")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The folded words of up to one language per script, and an automaton over those that can begin a quantity.

    Attributes:
        triggers: for each pattern of the automaton the tables that it stands in, a string of the letters
            n (number word), r (round number), v (vague), s (share), m (month), d (dual), o (ordinal), t (time span).
        longest_cardinal: the number of words of the longest number word (quatre-vingt-dix-sept).
    """

    latin: Language
    automaton: ahocorasick_rs.AhoCorasick
    words: tuple[str, ...]
    triggers: tuple[str, ...]
    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    suffixes: Mapping[str, int]
    joiners: frozenset[str]
    shares: Mapping[str, Decimal]
    not_shares: frozenset[str]
    share_links: frozenset[str]
    changes: tuple[str, ...]
    part_at: re.Pattern[str]
    half_at: re.Pattern[str]
    rounds: Mapping[str, tuple[int, str]]
    vague: Mapping[str, int | None]
    before: Mapping[str, str]
    range_openers: frozenset[str]
    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    year_words: frozenset[str]
    currencies: Mapping[str, str]
    durations: Mapping[str, str]
    ordinals: Mapping[str, int]
    superlatives: frozenset[str]
    after: Mapping[str, str]
    name_heads: frozenset[str]
    name_tails: frozenset[str]
    duals: Mapping[str, str]
    count_nouns: frozenset[str]
    unit_stops: frozenset[str]
    unit_fillers: frozenset[str]
    measures: frozenset[str]
    multiplier_at: re.Pattern[str]
    percent_at: re.Pattern[str]
    currency_at: re.Pattern[str]
    duration_at: re.Pattern[str]
    month_at: re.Pattern[str]
    after_at: re.Pattern[str]
    joiner_at: re.Pattern[str]
    longest_cardinal: int
    joins_tens: bool
    groups_by_dot: bool
    has_arabic: bool
    bare_heads: frozenset[str]
    clock_words: frozenset[str]
    title_heads: frozenset[str]
    ratio_at: re.Pattern[str]
    spans: Mapping[str, tuple[Decimal, str]]
    currency_hints: Mapping[str, Mapping[str, str]]
    money_words: Mapping[str, int]
    mere: Mapping[str, frozenset[str]]
    lasting: frozenset[str]
    parted: Mapping[str, str]
    measured: tuple[str, ...]
    passed_verbs: frozenset[str]


@cache
def all_languages() -> dict[str, Language]:
    """Return the languages by code."""
    return {language.code: language for language in discover(languages, "LANGUAGE", Language)}


@cache
def grammar_of(language: str | None) -> Grammar:
    """Return the grammar for a text whose main language is `language`; a language we do not have reads as English."""
    known = all_languages()
    latin = known.get(language or DEFAULT, known[DEFAULT])
    if latin.script != "Latn":
        latin = known[DEFAULT]
    return _compiled(latin, [latin, *(other for other in known.values() if other.script != "Latn")])


def _compiled(latin: Language, parts: list[Language]) -> Grammar:
    def table(pick: Callable[[Language], Mapping[str, ValueT]]) -> dict[str, ValueT]:
        return {folded_key(word): value for part in parts for word, value in pick(part).items()}

    def names(pick: Callable[[Language], frozenset[str]]) -> frozenset[str]:
        return frozenset(folded_key(word) for part in parts for word in pick(part))

    cardinals, months = table(lambda part: part.cardinals), table(lambda part: part.months)
    rounds, vague = table(lambda part: part.rounds), table(lambda part: part.vague)
    shares, duals = table(lambda part: part.shares), table(lambda part: part.duals)
    multipliers, ordinals = table(lambda part: part.multipliers), table(lambda part: part.ordinals)
    currencies, durations = table(lambda part: part.currencies), table(lambda part: part.durations)
    after = table(lambda part: part.after)
    number_words = {word for word in cardinals if not _is_han(word)} | names(lambda part: part.lone_multipliers)
    begins: dict[str, str] = {}
    spans = table(lambda part: part.spans)
    tables: tuple[Iterable[str], ...] = (number_words, rounds, vague, shares, months, duals, ordinals, spans)
    for letter, entries in zip("nrvsmdot", tables, strict=True):
        for word in sorted(entries):
            begins[word] = begins.get(word, "") + letter
    ordered = tuple(sorted(begins))
    return Grammar(
        latin=latin,
        automaton=ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest),
        words=ordered,
        triggers=tuple(begins[word] for word in ordered),
        cardinals=cardinals,
        multipliers=multipliers,
        suffixes=table(lambda part: part.digit_suffixes),
        joiners=names(lambda part: part.joiners),
        shares=shares,
        not_shares=names(lambda part: part.not_shares),
        share_links=names(lambda part: part.share_links),
        changes=tuple(folded_key(stem) for part in parts for stem in part.changes),
        half_at=_alternation(names(lambda part: part.halves)),
        part_at=_alternation(names(lambda part: part.part_of)),
        rounds=rounds,
        vague=vague,
        before=table(lambda part: part.before),
        range_openers=names(lambda part: part.range_openers),
        months=months,
        doubtful_months=names(lambda part: part.doubtful_months),
        year_words=names(lambda part: part.year_words),
        currencies=currencies,
        durations=durations,
        ordinals=ordinals,
        superlatives=names(lambda part: part.superlatives),
        after=after,
        name_heads=names(lambda part: part.name_heads),
        name_tails=names(lambda part: part.name_tails),
        duals=duals,
        count_nouns=names(lambda part: part.count_nouns),
        unit_stops=names(lambda part: part.unit_stops),
        unit_fillers=names(lambda part: part.unit_fillers),
        measures=names(lambda part: part.measures),
        multiplier_at=_alternation(multipliers),
        percent_at=_alternation(names(lambda part: part.percent)),
        currency_at=_alternation(currencies),
        duration_at=_alternation(durations),
        month_at=_alternation(months),
        after_at=_alternation(after),
        joiner_at=_alternation(names(lambda part: part.range_joiners)),
        longest_cardinal=max(len(_PARTS.split(word)) for word in cardinals),
        joins_tens=latin.joins_tens,
        groups_by_dot=latin.groups_by_dot,
        has_arabic=any(part.script == "Arab" for part in parts),
        bare_heads=names(lambda part: part.bare_heads),
        clock_words=names(lambda part: part.clock_words),
        title_heads=names(lambda part: part.title_heads),
        ratio_at=_alternation(names(lambda part: part.ratio_words)),
        spans=spans,
        currency_hints={
            code: {folded_key(word): known for word, known in hints.items()}
            for code, hints in _merged(part.currency_hints for part in parts).items()
        },
        money_words=table(lambda part: part.money_words),
        mere={word: frozenset(map(folded_key, nouns)) for word, nouns in table(lambda part: part.mere).items()},
        lasting=names(lambda part: part.lasting),
        parted=table(lambda part: part.parted),
        measured=tuple(folded_key(stem) for part in parts for stem in part.measured),
        passed_verbs=names(lambda part: part.passed_verbs),
    )


def _merged(tables: Iterable[Mapping[str, Mapping[str, str]]]) -> dict[str, dict[str, str]]:
    merged: dict[str, dict[str, str]] = {}
    for table in tables:
        for key, entries in table.items():
            merged.setdefault(key, {}).update(entries)
    return merged


def _is_han(word: str) -> bool:
    return "\u3000" <= word[:1] <= "\u9fff"


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, the longest first; only a word that ends in a letter needs an end after it."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    end = f"(?![{LETTER}])"
    pieces = [re.escape(word) + (end if _ENDS_IN_LETTER.search(word) else "") for word in longest_first]
    return re.compile("|".join(pieces) or r"(?!)")
