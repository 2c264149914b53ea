"""The entries that names are held against: those of the reference tables, or of a list of one's own."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from synopticon import reference
from synopticon.errors import UsageError
from synopticon.reference.records import Designation
from synopticon.screen.records import ListEntry
from synopticon.text.names import analyse, common_words, words

#: What an exact hit on a maker's other name is. Names of products and barriers are not names of the entity.
_TIERS = {
    "full": "alias",
    "short": "alias",
    "former": "alias",
    "transliteration": "alias",
    "misspelling": "alias",
    "subsidiary": "brand_or_group",
    "ambiguous": "weak",
}
#: Names that a query may be like; the others count only when they are the same.
_ALIKE = ("full", "short", "former", "subsidiary")
_OWN = ("full", "short", "former", "transliteration")
_COLUMNS = ("id", "name")
_LARGEST_CELL = 10_000


def entries_from_csv(path: Path) -> list[ListEntry]:
    """Read a list of one's own: columns ``id`` and ``name``; rows that share an id are names of one listing.

    The first name of an id is its name, the others are aliases.

    Raises:
        UsageError: the file is absent, is not UTF-8, lacks a column or holds no name.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            entries = list(_own_rows(path, csv.DictReader(file)))
    except OSError as error:
        raise UsageError(f"expected a readable list at {str(path)!r}: {error.strerror}; check the path") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"expected CSV in UTF-8, found something else in {str(path)!r}: {error}; save it as UTF-8 CSV"
        ) from error
    if not entries:
        raise UsageError(f"expected at least one row with id and name in {str(path)!r}, found none")
    return entries


def _own_rows(path: Path, rows: csv.DictReader[str]) -> Iterator[ListEntry]:
    header = {(name or "").strip().casefold(): name for name in rows.fieldnames or ()}
    missing = [column for column in _COLUMNS if column not in header]
    if missing:
        raise UsageError(
            f"expected the columns id and name in {str(path)!r}, "
            f"found {list(rows.fieldnames or ())!r}; add {missing[0]!r}"
        )
    first: dict[str, str] = {}
    for row in rows:
        listing, name = (row.get(header[column]) or "" for column in _COLUMNS)
        listing, name = listing.strip(), name.strip()[:_LARGEST_CELL]
        if not listing or not name:
            continue
        tier = "alias" if listing in first else "entity"
        listed_name = first.setdefault(listing, name)
        yield ListEntry(listing=listing, name=name, listed_name=listed_name, tier=tier)


@cache
def built_in_entries() -> tuple[ListEntry, ...]:
    """Return every named entity of the official lists, with the other names of the makers among them."""
    named = [
        ListEntry(
            listing=row.designation,
            name=row.listed_name,
            listed_name=row.listed_name,
            list=row.list,
            legal_type=row.legal_type,
            in_force_from=row.in_force_from,
            in_force_to=row.in_force_to,
            maker=row.maker if row.maker in maker_names(row.listed_name) else None,
        )
        for row in reference.designations()
        if row.scope == "entity"
    ]
    return tuple(_expanded(named))


def with_known_names(entries: Iterable[ListEntry]) -> list[ListEntry]:
    """Add to entries that name a maker of the reference tables the other names of that maker."""
    return list(_expanded(replace(entry, maker=_only(maker_names(entry.name))) for entry in entries))


def _expanded(entries: Iterable[ListEntry]) -> Iterator[ListEntry]:
    seen: set[tuple[str, str, str]] = set()
    for entry in entries:
        for other in (entry, *(_other_names(entry) if entry.maker else ())):
            key = (other.listing, analyse(other.name).joined, other.name if other is entry else "")
            if key in seen or (key[0], key[1], other.listed_name) in seen:
                continue
            seen.add(key)
            yield other


def _other_names(entry: ListEntry) -> Iterator[ListEntry]:
    maker = entry.maker or ""
    own = analyse(entry.name).joined
    for name, kind in _names_of().get(maker, ()):
        if analyse(name).joined != own:
            via = f"{name} > {maker}" if kind == "subsidiary" else maker
            is_exact_only = kind not in _ALIKE
            yield replace(entry, name=name, tier=_TIERS[kind], via=via, is_exact_only=is_exact_only)
    for row in reference.brands():
        if row.maker == maker and row.confidence != "low" and analyse(row.name).joined != own:
            via = f"{row.brand} > {maker}"
            yield replace(entry, name=row.name, tier="brand_or_group", via=via, is_exact_only=True)


@cache
def _names_of() -> dict[str, list[tuple[str, str]]]:
    """Return all names of each maker with their kind, those that make the surest hit first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for maker in reference.makers():
        names = [maker.name, maker.name_local]
        found[maker.maker] = [(name, "full") for name in names if name]
    for kind in _TIERS:
        for row in reference.aliases():
            if row.kind == kind:
                found.setdefault(row.maker, []).append((row.alias, kind))
    return found


@cache
def _makers_by_key() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for maker, names in _names_of().items():
        for name, kind in names:
            if kind in _OWN:
                found.setdefault(analyse(name).joined, set()).add(maker)
    return {key: frozenset(makers) for key, makers in found.items()}


def maker_names(name: str) -> frozenset[str]:
    """Return the makers whose own name, in any script, this is; a subsidiary's or brand's name is not."""
    return _makers_by_key().get(analyse(name).joined, frozenset())


def _only(makers: frozenset[str]) -> str | None:
    return next(iter(makers)) if len(makers) == 1 else None


@cache
def barriers() -> dict[str, frozenset[str]]:
    """Return names that look like a maker's and are not, as joined words, with the makers that they are not."""
    found: dict[str, set[str]] = {}
    for row in reference.aliases():
        if row.kind == "never":
            found.setdefault(analyse(row.alias).joined, set()).add(row.maker)
    return {key: frozenset(makers) for key, makers in found.items()}


@cache
def strangers() -> tuple[str, ...]:
    """Return firms that bear a name of the subject by chance, as joined words."""
    return tuple(sorted({analyse(row.phrase).joined for row in reference.negatives() if row.kind == "firm"}))


@cache
def group_marks() -> dict[str, tuple[str, str]]:
    """Return the words that tell a firm of a maker's group inside a longer name: ``hikvision`` in "Hikvision UK".

    Only one coined word counts: no common word, no given name or surname, five letters or more, of one maker only.
    """
    found: dict[str, set[tuple[str, str]]] = {}
    barred = {name.casefold() for names in _names_of().values() for name, kind in names if kind == "ambiguous"}
    marks = [
        (name, maker, "")
        for maker, names in _names_of().items()
        for name, kind in names
        if kind in ("short", "former", "misspelling")
    ]
    marks += [
        (row.name, row.maker, row.brand)
        for row in reference.brands()
        if row.relation == "own" and row.confidence != "low"
    ]
    for name, maker, brand in marks:
        taken = analyse(name)
        if taken.script == "latin" and is_coined(taken.joined) and len(taken.tokens) < 3 and taken.joined not in barred:
            found.setdefault(taken.joined, set()).add((maker, brand))
    return {mark: next(iter(owners)) for mark, owners in found.items() if len({maker for maker, _ in owners}) == 1}


_COINED_LETTERS = 5


def is_coined(word: str) -> bool:
    """Tell whether a word is no word of trade, place or person that unrelated firms would share."""
    shared = ("surname", "given", "given_weak", "job", "family")
    return (
        len(word) >= _COINED_LETTERS
        and word.isalpha()
        and word not in common_words()
        and not any(word in words(kind) for kind in shared)
    )


def designations_by_id() -> dict[str, Designation]:
    """Return the rows of the built-in lists by id."""
    return {row.designation: row for row in reference.designations()}


def in_force(entries: Sequence[ListEntry], day: str | None) -> list[ListEntry]:
    """Return the entries in force on an ISO day, or all of them when no day is given."""
    return [entry for entry in entries if day is None or entry.is_in_force(day)]
