"""Organisations of a case held against the built-in lists as they stood on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from synopticon import reference
from synopticon.model.records import Match, Organisation
from synopticon.reference.records import Designation
from synopticon.screen.entries import built_in_entries, designations_by_id, in_force
from synopticon.screen.records import Candidate
from synopticon.screen.screener import Screener, screener

_TIERS = ("entity", "alias", "brand_or_group", "weak")
#: Relations by which a listing of the parent reaches the child as a group match. A minority stake does not.
_GROUP_RELATIONS = ("subsidiary", "controlled_by", "group_member", "listed_below", "affiliate")
_TOP = 50
_PARENT_SCORE = 0.75
#: A weak match below this is not even a question.
_LEAST_WEAK = 0.6


def match_organisations(organisations: Iterable[Organisation], *, as_of: str) -> list[Match]:
    """Return every listing in force on `as_of` that an organisation's names or group stand for, best first.

    A name that may be a private person's is never screened. A rule that names no company is never a match. A weak
    match is a question for a reviewer and no finding.
    """
    ready = screener(in_force(built_in_entries(), as_of))
    rows = designations_by_id()
    matches: list[Match] = []
    for organisation in organisations:
        if organisation.natural_person_risk:
            continue
        found = _candidates(ready, organisation, as_of)
        matches += [_match(organisation, candidate, rows[candidate.listing], as_of) for candidate in found]
    return matches


def _candidates(ready: Screener, organisation: Organisation, as_of: str) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    for name in dict.fromkeys((organisation.name, *organisation.names)):
        for candidate in ready.screen(name, _TOP):
            if candidate.score >= _LEAST_WEAK:
                _keep(best, candidate)
    if organisation.organisation in _maker_ids():
        for candidate in _by_group(ready, organisation.organisation, as_of):
            if candidate.listing not in best or best[candidate.listing].tier == "weak":
                best[candidate.listing] = candidate
    return sorted(best.values(), key=lambda one: (_TIERS.index(one.tier), -one.score, one.listing))


def _keep(best: dict[str, Candidate], candidate: Candidate) -> None:
    known = best.get(candidate.listing)
    if known is None or candidate.score > known.score:
        best[candidate.listing] = candidate


@cache
def _maker_ids() -> frozenset[str]:
    return frozenset(row.maker for row in reference.makers())


def _by_group(ready: Screener, maker: str, as_of: str) -> Iterator[Candidate]:
    """Yield the listings of the maker's parents on the day, with the path, nearest parent first."""
    listed: set[str] = set()
    for path in _paths(maker, as_of):
        for entry in ready.makers.get(path[-1], ()):
            if entry.listing in listed:
                continue
            listed.add(entry.listing)
            via = " > ".join(path)
            yield Candidate(
                rank=1,
                tier="entity" if len(path) == 1 else "brand_or_group",
                score=1.0 if len(path) == 1 else _PARENT_SCORE,
                listing=entry.listing,
                listed_name=entry.listed_name,
                list=entry.list,
                legal_type=entry.legal_type,
                in_force_from=entry.in_force_from,
                in_force_to=entry.in_force_to,
                via="" if len(path) == 1 else via,
                why=f"{path[0]} belonged to the group of {path[-1]} on {as_of}: {via}"
                if len(path) > 1
                else f"{maker} is the listed entity",
            )


def _paths(maker: str, as_of: str) -> list[tuple[str, ...]]:
    """Return the paths from a maker to its parents as the dated relations stood, shortest first."""
    paths: list[tuple[str, ...]] = [(maker,)]
    queue = list(paths)
    while queue:
        path = queue.pop(0)
        for row in reference.ownership():
            is_dated = (row.since or "") <= as_of <= (row.until or "9999")
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
