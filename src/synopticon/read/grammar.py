"""What the number finders know about the languages of a text, compiled: one script next to another, one Latin language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import ahocorasick_rs

from synopticon.discover import discover
from synopticon.text import languages
from synopticon.text.fold import folded_key
from synopticon.text.grammar import Language

LETTER = "a-zß-öø-ɏ\u0620-\u064a\u066e-\u06d3"
DEFAULT = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The folded words of up to one language per script, and an automaton over those that can begin a quantity.

    Attributes:
        triggers: for each pattern of the automaton the tables that it stands in, a string of the letters
            n (number word), r (round number), v (vague), s (share), m (month), d (dual), o (ordinal).
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
    def words(name: str) -> dict[str, object]:
        return {folded_key(word): value for part in parts for word, value in getattr(part, name).items()}

    def names(name: str) -> frozenset[str]:
        return frozenset(folded_key(word) for part in parts for word in getattr(part, name))

    tables: dict[str, dict[str, object]] = {
        "n": {
            **{w: v for w, v in words("cardinals").items() if not _is_han(w)},
            **dict.fromkeys(names("lone_multipliers")),
        },
        "r": words("rounds"),
        "v": words("vague"),
        "s": words("shares"),
        "m": words("months"),
        "d": words("duals"),
        "o": words("ordinals"),
    }
    begins: dict[str, str] = {}
    for letter, table in tables.items():
        for word in table:
            begins[word] = begins.get(word, "") + letter
    ordered = tuple(sorted(begins))
    currencies, durations, after = words("currencies"), words("durations"), words("after")
    fields = {
        name: words(name)
        for name in (
            "cardinals", "multipliers", "shares", "rounds", "vague", "before", "months", "ordinals", "duals",
        )
    }  # fmt: skip
    sets = {
        name: names(name)
        for name in (
            "joiners", "not_shares", "share_links", "range_openers", "doubtful_months", "year_words", "superlatives", "name_heads",
            "name_tails", "count_nouns", "unit_stops", "unit_fillers", "measures",
        )
    }  # fmt: skip
    return Grammar(
        latin=latin,
        automaton=ahocorasick_rs.AhoCorasick(ordered, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest),
        words=ordered,
        triggers=tuple(begins[word] for word in ordered),
        suffixes={folded_key(w): v for part in parts for w, v in part.digit_suffixes.items()},
        currencies=currencies,
        durations=durations,
        after=after,
        multiplier_at=_alternation(fields["multipliers"]),
        percent_at=_alternation(names("percent")),
        currency_at=_alternation(currencies),
        duration_at=_alternation(durations),
        month_at=_alternation(fields["months"]),
        after_at=_alternation(after),
        joiner_at=_alternation(names("range_joiners")),
        part_at=_alternation(names("part_of")),
        changes=tuple(folded_key(stem) for part in parts for stem in part.changes),
        longest_cardinal=max(len(re.split("[ -]", word)) for word in fields["cardinals"]),
        joins_tens=latin.joins_tens,
        groups_by_dot=latin.groups_by_dot,
        has_arabic=any(part.script == "Arab" for part in parts),
        **fields,  # type: ignore[arg-type]  # read by field name from the records of the languages
        **sets,
    )


def _is_han(word: str) -> bool:
    return "\u3000" <= word[:1] <= "\u9fff"


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, the longest first; only a word that ends in a letter needs an end after it."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pieces = [
        re.escape(word) + (f"(?![{LETTER}])" if re.search(f"[{LETTER}]$", word) else "") for word in longest_first
    ]
    return re.compile("|".join(pieces) or r"(?!)")
