"""Legal words: what may not be said of a maker whose listings are of another kind of law."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from synopticon.figures.lint.records import Finding, Name
from synopticon.figures.lint.rule import Rule, Scene
from synopticon.figures.lint.ties import Tied
from synopticon.figures.lint.words import any_of
from synopticon.reference import designations, legal_types, makers

_QUOTES = re.compile(r"[\"“„«「『][^\"”“»」』]{1,400}[\"”»」』]")
_CLAUSE = re.compile(r"[;；。:]")
_NEAR = 90


def check(scene: Scene) -> Iterator[Finding]:
    """Yield words of law beside a maker none of whose listings allows them."""
    day = scene.known.as_of
    for tied in scene.tied:
        named = [name for name in tied.sentence.names if name.kind == "maker"]
        if named:
            yield from _sentence(tied, named, day)


def _sentence(tied: Tied, named: list[Name], day: str | None) -> Iterator[Finding]:
    sentence = tied.sentence
    text = sentence.text.text
    quoted = [match.span() for match in _QUOTES.finditer(text, sentence.start, sentence.end)]
    lists = {name.id for name in sentence.names if name.kind == "list" and name.id}
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        if _is_negated(sentence.before(match.start())) or any(a < match.start() < b for a, b in quoted):
            continue
        name = min(named, key=lambda one: max(one.start - match.end(), match.start() - one.end))
        distance = max(name.start - match.end(), match.start() - name.end)
        between = text[min(name.end, match.end()) : max(name.start, match.start())]
        if distance > _NEAR or _CLAUSE.search(between):
            continue
        means, severity = _words()[re.sub(r"\s+", " ", match[0]).lower()]
        kinds = _kinds(name.id, lists, day)
        if not kinds or not all(means in _forbidden()[kind] for kind in kinds):
            continue
        yield sentence.finding(
            match.start(),
            match.end(),
            "legal-word",
            severity,
            expected=f"{_name(name.id)}: {', '.join(_label(kind) for kind in sorted(kinds))}",
            found=match[0],
            advice=f'no listing of {_name(name.id)} allows "{match[0]}"; name the list and what it does',
        )


def _kinds(maker: str, lists: Iterable[str], day: str | None) -> set[str]:
    """Return the kinds of law of a maker's listings: those of the lists that the sentence names, else all."""
    rows = [
        row
        for row in designations()
        if row.maker == maker
        and row.scope == "entity"
        and (day is None or ((row.in_force_from or "") <= day and (row.in_force_to is None or day < row.in_force_to)))
        and (day is not None or row.in_force_to is None)
    ]
    wanted = set(lists)
    beside = {row.legal_type for row in rows if row.list in wanted}
    return beside or {row.legal_type for row in rows}


def _is_negated(before: str) -> bool:
    return re.search(rf"{any_of('not')}\s*(?:[^\W\d_]+\s+){{0,3}}\Z", before, re.IGNORECASE) is not None


@cache
def _forbidden() -> dict[str, frozenset[str]]:
    return {row.legal_type: frozenset(row.forbidden) for row in legal_types()}


def _label(kind: str) -> str:
    return next((row.label for row in legal_types() if row.legal_type == kind), kind)


@cache
def _names() -> dict[str, str]:
    return {row.maker: row.name for row in makers()}


def _name(maker: str) -> str:
    return _names().get(maker, maker)


@cache
def _words() -> dict[str, tuple[str, str]]:
    text = resources.files("synopticon.figures.lint").joinpath("legal_words.csv").read_text(encoding="utf-8")
    return {row["term"].lower(): (row["means"], row["severity"]) for row in csv.DictReader(io.StringIO(text))}


@cache
def _pattern() -> re.Pattern[str]:
    terms = sorted(_words(), key=len, reverse=True)
    words = (r"\s+".join(map(re.escape, term.split())) for term in terms)
    return re.compile(
        "|".join(w if ord(t[0]) > 0x2E7F else rf"(?<!\w){w}(?!\w)" for t, w in zip(terms, words, strict=True)),
        re.IGNORECASE,
    )


RULE = Rule("legal", check)
