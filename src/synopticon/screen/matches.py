"""Organisations of a case held against the built-in lists as they stood on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from synopticon import reference
from synopticon.model.records import Match, Organisation
from synopticon.reference.records import Designation
from synopticon.screen.added import added_entries, added_rows
from synopticon.screen.entries import built_in_entries, designations_by_id, in_force
from synopticon.screen.records import Candidate, ListEntry
from synopticon.screen.screener import Screener, screener
from synopticon.text.names import analyse

_TIERS = ("entity", "alias", "brand_or_group", "weak")
#: Relations by which a listing of the parent reaches the child as a group match. A minority stake does not.
_GROUP_RELATIONS = ("subsidiary", "controlled_by", "group_member", "listed_below", "affiliate")
_TOP = 50
_BATCH = 10_000
_PARENT_SCORE = 0.75
#: A weak match of a supplier below this is not even a question: on 47,000 real suppliers one in a thousand reaches it.
_LEAST_WEAK = 0.6


def match_organisations(organisations: Iterable[Organisation], *, as_of: str) -> list[Match]:
    """Return every listing in force on `as_of` that an organisation's names or group stand for, best first.

    Beside the built-in lists those that were added count, as their newest file up to that day shows them.

    A name that may be a private person's is never screened. A rule that names no company is never a match. A weak
    match is a question for a reviewer and no finding.
    """
    added, _ = added_entries(as_of)
    ready = screener(in_force([*built_in_entries(), *added], as_of))
    rows = designations_by_id() | added_rows(as_of) if added else designations_by_id()
    matches: list[Match] = []
    kept = [organisation for organisation in organisations if not organisation.natural_person_risk]
    held = _held(ready, kept)
    for organisation in kept:
        found = _candidates(ready, organisation, as_of, held)
        matches += [_match(organisation, candidate, rows[candidate.listing], as_of) for candidate in found]
    return matches


def _held(ready: Screener, organisations: Iterable[Organisation]) -> dict[str, list[Candidate]]:
    """Hold every name of organisations that are no known makers against the lists, all at once."""
    names = {
        name: None
        for organisation in organisations
        if organisation.organisation not in _maker_ids()
        for name in (organisation.name, *organisation.names)
    }
    found: dict[str, list[Candidate]] = {}
    every = list(names)
    for start in range(0, len(every), _BATCH):
        batch = every[start : start + _BATCH]
        found.update(zip(batch, ready.screen_many(batch, _TOP), strict=True))
    return found


def _candidates(
    ready: Screener, organisation: Organisation, as_of: str, held: dict[str, list[Candidate]]
) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    if organisation.organisation in _maker_ids():
        # A known maker is not held against the lists by likeness: only its own listings count, and those of its group.
        for candidate in _of_maker(ready, organisation, as_of):
            best.setdefault(candidate.listing, candidate)
    else:
        for name in dict.fromkeys((organisation.name, *organisation.names)):
            for candidate in held[name]:
                if candidate.score >= _LEAST_WEAK:
                    _keep(best, candidate)
    return sorted(best.values(), key=lambda one: (_TIERS.index(one.tier), -one.score, one.listing))


def _keep(best: dict[str, Candidate], candidate: Candidate) -> None:
    known = best.get(candidate.listing)
    if known is None or candidate.score > known.score:
        best[candidate.listing] = candidate


@cache
def _maker_ids() -> frozenset[str]:
    return frozenset(row.maker for row in reference.makers())


def _of_maker(ready: Screener, organisation: Organisation, as_of: str) -> Iterator[Candidate]:
    """Yield the maker's own listings, those of its parents on the day, then those of firms listed as part of it."""
    maker = organisation.organisation
    spellings = {analyse(name).joined for name in (organisation.name, *organisation.names)}
    for entry in ready.makers.get(maker, ()):
        is_itself = analyse(entry.listed_name).joined in spellings
        how = "the listed name" if is_itself else "another name of the listed entity"
        why = f"{organisation.name!r} is {entry.listed_name!r}, {how}"
        tier, score = ("entity", 1.0) if is_itself else ("alias", 0.97)
        yield _of_entry(entry, tier, score, "" if is_itself else maker, why)
    for path in _paths(maker, as_of)[1:]:
        via = " > ".join(path)
        for entry in ready.makers.get(path[-1], ()):
            why = f"{path[0]} belonged to the group of {path[-1]} on {as_of}: {via}"
            yield _of_entry(entry, "brand_or_group", _PARENT_SCORE, via, why)
    for entry in ready.entries:
        row = designations_by_id().get(entry.listing)
        if row is not None and row.maker == maker and entry.maker is None and entry.name == entry.listed_name:
            why = f"{entry.listed_name!r} is listed as a firm of the group of {maker}"
            yield _of_entry(entry, "brand_or_group", _PARENT_SCORE, f"{maker} > {entry.listed_name}", why)


def _of_entry(entry: ListEntry, tier: str, score: float, via: str, why: str) -> Candidate:
    return Candidate(
        rank=1,
        tier=tier,
        score=score,
        listing=entry.listing,
        listed_name=entry.listed_name,
        list=entry.list,
        legal_type=entry.legal_type,
        in_force_from=entry.in_force_from,
        in_force_to=entry.in_force_to,
        via=via,
        why=why,
    )


def _paths(maker: str, as_of: str) -> list[tuple[str, ...]]:
    """Return the paths from a maker to its parents as the dated relations stood, shortest first."""
    paths: list[tuple[str, ...]] = [(maker,)]
    queue = list(paths)
    while queue:
        path = queue.pop(0)
        for row in reference.ownership():
            is_dated = (row.since or "") <= as_of < (row.until or "9999")
            if row.child == path[-1] and is_dated and row.relation in _GROUP_RELATIONS and row.parent not in path:
                queue.append((*path, row.parent))
                paths.append((*path, row.parent))
    return paths


def _match(organisation: Organisation, candidate: Candidate, row: Designation, as_of: str) -> Match:
    return Match(
        organisation=organisation.organisation,
        name=organisation.name,
        tier=candidate.tier,
        score=candidate.score,
        list=candidate.list,
        legal_type=candidate.legal_type,
        listing=candidate.listing,
        listed_name=candidate.listed_name,
        in_force_from=candidate.in_force_from,
        in_force_to=candidate.in_force_to,
        as_of=as_of,
        via=candidate.via,
        why=candidate.why,
        wording=_wording(organisation, candidate, row, as_of),
        citation=row.citation,
    )


def _wording(organisation: Organisation, candidate: Candidate, row: Designation, as_of: str) -> str:
    """Return the sentence that may be printed; it speaks of the listed entity, and of the path where there is one."""
    kind = next((one for one in reference.legal_types() if one.legal_type == row.legal_type), None)
    if kind is None or candidate.tier == "weak":
        return ""
    condition = f"{row.condition[:1].upper()}{row.condition[1:].rstrip('.')}." if row.condition else ""
    sentence = kind.wording.format(
        date=as_of, name=row.listed_name, list_name=row.list_name, condition=condition
    ).strip()
    if candidate.tier == "brand_or_group":
        path = f"it is held to be of its group ({candidate.via})"
        return f"{organisation.name} is not itself the listed entity; {path}. {sentence}"
    return sentence
