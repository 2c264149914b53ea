"""The contract of a language: what the number, date and sentence grammars need to know about it.

A file of `languages/` defines ``LANGUAGE = Language(...)``. Words stand as they are written; they are folded
(`fold.folded_key`) when a grammar is compiled. What a maker or a camera is called is not language: that is data of
the reference tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


def words(text: str) -> frozenset[str]:
    """Return the set of the words of `text`, so that a table of words can be written as one string."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    Attributes:
        code: ISO 639-1.
        script: ISO 15924, such as ``Latn``; grammars of different scripts are used side by side on one text.
        cardinals: number words below a multiplier and their values ("forty", "ثلاثمائة").
        multipliers: words that multiply what stands before them ("hundred", "万").
        lone_multipliers: multipliers that are a number by themselves ("مليون", "mille"; not "million").
        digit_suffixes: written right after digits ("350k", "2bn").
        halves: words after a number that add a half ("and a half", "ونصف المليون").
        joiners: words between parts of one number ("and", "و").
        joins_tens: the joiner stands between tens and units too ("treinta y cinco").
        groups_by_dot: a point separates thousands and a comma decimals (1.790,50).
        shares: words and phrases for a part of one and its value ("two thirds", "نصف"); what they may mean besides
            is barred by `not_shares`.
        not_shares: words that turn a share word into something else when they follow or precede it ("third party").
        share_links: words that must follow a share word which may also be something else ("half *of*").
        changes: beginnings of verbs of change; "rose from 10 to 15" is no range.
        part_of: phrases between a part and its whole ("28 *out of* 43").
        percent: words for per cent.
        rounds: words for an exact number that is meant loosely or is a word of its own: value and qualifier.
        vague: words for an unsaid number and the lowest number that they leave open, if any.
        before, after: qualifier phrases before and after a number, and the qualifier.
        range_openers, range_joiners: "between … and …", "10 to 15".
        months: month names and numbers; `doubtful_months` are also other words and need a number beside them.
        year_words: words before a year ("in", "عام").
        currencies: currency names and signs, and the ISO 4217 code.
        durations: units of time and their plain name.
        ordinals: ordinal words and numbers; `superlatives` make a rank of them ("second largest").
        name_heads: words after which a number belongs to a name or reference ("Article 5", "رواية 1984").
        name_tails: words after which a preceding number is none ("1150 words" of a page head).
        duals: words that say "two of a thing" by their ending, and the thing.
        count_nouns: common counted nouns, beside those of the reference tables.
        unit_stops: words that end the phrase of the counted thing.
        unit_fillers: words between number and counted thing that are passed over ("of", "the", "other").
        measures: measure words between number and noun (台, 个).
        abbreviations: words whose full stop does not end a sentence.
        bare_heads: words after which a number without a noun is a reference ("request 5521", "القضية 12").
        clock_words: words before a time of day ("at 9.30").
        title_heads: words after which a year is the title of a work ("reading 1984").
        ratio_words: between the parts of a ratio ("two *in* three").
        spans: phrases for a length of time without a plain number ("a year and a half"), and how many of what.
        currency_hints: for each currency of several countries (a code that ends in "?") the words that tell which.
        money_words: words that multiply and say money, of no named currency ("eighty grand").
        mere: qualifier words that are prepositions before some nouns ("under four agreements"); ``*`` stands for
            lengths of time ("within 20 days"), unless one of `lasting` precedes.
        lasting: words that keep the sense of a qualifier before a length of time ("*for* over three years").
        parted: beginnings of qualifiers that the name of what is measured may part from the number.
        measured: beginnings of the words for what is measured ("ثمنها", "عدد الكاميرات").
        counted: nouns of what is counted beside equipment, by their sort (body, site, paper, company, none) and the
            English noun for them ("body municipalities": "بلدية بلديات").
        passed_verbs: verbs that may stand between a qualifier and its number (至少*花费*2300万).
    """

    code: str
    name: str
    script: str
    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    lone_multipliers: frozenset[str] = frozenset()
    digit_suffixes: Mapping[str, int] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    joins_tens: bool = False
    groups_by_dot: bool = False
    shares: Mapping[str, Decimal] = field(default_factory=dict)
    not_shares: frozenset[str] = frozenset()
    share_links: frozenset[str] = frozenset()
    changes: tuple[str, ...] = ()
    part_of: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    rounds: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    vague: Mapping[str, int | None] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    range_openers: frozenset[str] = frozenset()
    range_joiners: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    doubtful_months: frozenset[str] = frozenset()
    year_words: frozenset[str] = frozenset()
    currencies: Mapping[str, str] = field(default_factory=dict)
    durations: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    superlatives: frozenset[str] = frozenset()
    name_heads: frozenset[str] = frozenset()
    name_tails: frozenset[str] = frozenset()
    duals: Mapping[str, str] = field(default_factory=dict)
    count_nouns: frozenset[str] = frozenset()
    unit_stops: frozenset[str] = frozenset()
    unit_fillers: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    bare_heads: frozenset[str] = frozenset()
    clock_words: frozenset[str] = frozenset()
    title_heads: frozenset[str] = frozenset()
    ratio_words: frozenset[str] = frozenset()
    spans: Mapping[str, tuple[Decimal, str]] = field(default_factory=dict)
    currency_hints: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    money_words: Mapping[str, int] = field(default_factory=dict)
    mere: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lasting: frozenset[str] = frozenset()
    parted: Mapping[str, str] = field(default_factory=dict)
    measured: tuple[str, ...] = ()
    passed_verbs: frozenset[str] = frozenset()
    counted: Mapping[str, str] = field(default_factory=dict)
