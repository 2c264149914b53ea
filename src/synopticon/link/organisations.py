"""Makers, suppliers and buyers of a case: spellings joined, groups as of a day, private persons withheld."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from synopticon import reference
from synopticon.link.suppliers import SupplierUse
from synopticon.model.records import Claim, Organisation
from synopticon.text.names import Name, analyse
from synopticon.text.persons import is_private_person

#: What stands in place of a name that may be a private person's.
WITHHELD = "[name withheld: may be a private person]"
#: Two to five words of letters, as the full name of a person is written.
_FULL_NAME = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[ '’.\-]+[^\W\d_]+){1,4}\.?")
_GROUP_RELATIONS = ("subsidiary", "controlled_by", "group_member")
_OWN_NAMES = ("full", "short", "former", "transliteration", "misspelling")
_TYPO_LETTERS = 9
_SLUG = re.compile(r"[^\w]+")


def organisations_of(claims: Iterable[Claim], suppliers: Iterable[SupplierUse], *, as_of: str) -> list[Organisation]:
    """Return the makers, suppliers and buyers that claims and supplier columns name, each once, in a fixed order.

    Args:
        claims: their makers, suppliers and buyers are taken up.
        suppliers: all distinct suppliers of ledgers and notices.
        as_of: ISO day on which ownership is read.
    """
    held = list(claims)
    uses = list(suppliers)
    named = {use.name for use in uses}
    uses += [_use(claim, claim.supplier) for claim in held if claim.supplier and claim.supplier not in named]
    buyers = [_use(claim, claim.buyer) for claim in held if claim.buyer]
    found = [*_makers(held, as_of), *_joined(uses, "supplier", as_of), *_joined(buyers, "buyer", as_of)]
    return sorted(found, key=lambda one: (one.role, one.organisation))


def is_withheld(name: str) -> bool:
    """Tell whether a name is not to be shown because it may be a private person's; a known maker's name is not one."""
    return name != WITHHELD and is_private_person(name) is True and maker_of(name) is None


def _use(claim: Claim, name: str) -> SupplierUse:
    return SupplierUse(name, None, claim.document, claim.locator, 1)


# --- makers and groups ----------------------------------------------------------------------------------------


@cache
def _maker_keys() -> dict[str, str | None]:
    """Return the joined words of makers' own names; null where two makers share one."""
    pairs = [(row.name, row.maker) for row in reference.makers()] + [
        (row.name_local, row.maker) for row in reference.makers()
    ]
    pairs += [(row.alias, row.maker) for row in reference.aliases() if row.kind in _OWN_NAMES]
    found: dict[str, str | None] = {}
    for name, maker in pairs:
        if name:
            key = analyse(name).joined
            found[key] = maker if found.get(key, maker) == maker else None
    return found


def maker_of(name: str) -> str | None:
    """Return the maker whose own name this is, in any script; null for a firm of its group or any other."""
    return _maker_keys().get(analyse(name).joined)


def group_of(maker: str, as_of: str) -> str:
    """Return the furthest parent with an id of the reference tables, as dated relations stood on a day."""
    known = {row.maker for row in reference.makers()}
    path = [maker]
    while True:
        parents = [
            row.parent
            for row in reference.ownership()
            if row.child == path[-1]
            and row.relation in _GROUP_RELATIONS
            and row.parent in known
            and row.parent not in path
            and (row.since or "") <= as_of < (row.until or "9999")
        ]
        if not parents:
            return path[-1]
        path.append(parents[0])


def _makers(claims: Sequence[Claim], as_of: str) -> list[Organisation]:
    rows = {row.maker: row for row in reference.makers()}
    first: dict[str, Claim] = {}
    counts: dict[str, int] = {}
    for claim in claims:
        for maker in dict.fromkeys((*((claim.maker,) if claim.maker else ()), *claim.makers)):
            first.setdefault(maker, claim)
            counts[maker] = counts.get(maker, 0) + 1
    return [
        Organisation(
            organisation=maker,
            name=rows[maker].name if maker in rows else maker,
            role="maker",
            country=rows[maker].country if maker in rows else None,
            identifier=None,
            group=group_of(maker, as_of),
            occurrences=counts[maker],
            names=(rows[maker].name,) if maker in rows else (maker,),
            first_document=claim.document,
            first_locator=claim.locator,
        )
        for maker, claim in first.items()
    ]


# --- joining spellings ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Cluster:
    """Uses that name one organisation."""

    key: str
    forms: frozenset[str] = frozenset()
    identifiers: set[str] = field(default_factory=set)
    uses: list[SupplierUse] = field(default_factory=list)
    count: int = 0

    def add(self, use: SupplierUse) -> None:
        self.uses.append(use)
        self.count += use.count
        if use.identifier:
            self.identifiers.add(use.identifier)

    def take(self, other: _Cluster) -> None:
        for use in other.uses:
            self.add(use)


def _joined(uses: Sequence[SupplierUse], role: str, as_of: str) -> list[Organisation]:
    clusters = _by_typo(_by_form(_by_number(_by_name(uses))))
    return [_organisation(cluster, role, as_of) for cluster in clusters]


def _by_name(uses: Sequence[SupplierUse]) -> list[_Cluster]:
    """Put uses with the same words, legal form and company number together."""
    clusters: dict[tuple[str, frozenset[str], str | None], _Cluster] = {}
    for use in uses:
        name = analyse(use.name)
        key = (name.joined or use.name.strip().casefold(), _forms(name), use.identifier)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = _Cluster(key[0], key[1])
        cluster.add(use)
    return list(clusters.values())


def _forms(name: Name) -> frozenset[str]:
    return name.forms - {"company"}


def _by_number(clusters: list[_Cluster]) -> list[_Cluster]:
    """Join clusters that share a company number."""
    kept: list[_Cluster] = []
    by_number: dict[str, _Cluster] = {}
    for cluster in clusters:
        known = next((by_number[number] for number in sorted(cluster.identifiers) if number in by_number), None)
        if known is None:
            kept.append(cluster)
            by_number.update(dict.fromkeys(cluster.identifiers, cluster))
        else:
            known.take(cluster)
    return kept


def _may_join(first: _Cluster, second: _Cluster) -> bool:
    """Tell whether neither company number nor legal form keeps two clusters apart."""
    if first.identifiers and second.identifiers and not first.identifiers & second.identifiers:
        return False
    return not (first.forms and second.forms) or bool(first.forms & second.forms)


def _by_form(clusters: list[_Cluster]) -> list[_Cluster]:
    """Join the same words with and without a legal form, when only one organisation can be meant."""
    groups: dict[str, list[_Cluster]] = {}
    for cluster in clusters:
        groups.setdefault(cluster.key, []).append(cluster)
    kept: list[_Cluster] = []
    for group in groups.values():
        if all(_may_join(one, other) for at, one in enumerate(group) for other in group[at + 1 :]):
            for other in group[1:]:
                group[0].forms |= other.forms
                group[0].take(other)
            kept.append(group[0])
        else:
            kept += group
    return kept


def _by_typo(clusters: list[_Cluster]) -> list[_Cluster]:
    """Join a rare spelling to a common one that differs by one letter, when the name is long and free of digits."""
    ranked = sorted(clusters, key=lambda cluster: (-cluster.count, cluster.key, sorted(cluster.identifiers)))
    variants: dict[str, _Cluster] = {}
    kept: list[_Cluster] = []
    for cluster in ranked:
        key = cluster.key
        if len(key) < _TYPO_LETTERS or not key.isascii() or not key.isalpha():
            kept.append(cluster)
            continue
        shorter = [key, *(key[:at] + key[at + 1 :] for at in range(1, len(key)))]
        known = next((variants[one] for one in shorter if one in variants), None)
        if known is not None and _is_typo(cluster, known):
            known.take(cluster)
            continue
        kept.append(cluster)
        for one in shorter:
            variants.setdefault(one, cluster)
    return kept


def _is_typo(rare: _Cluster, common: _Cluster) -> bool:
    is_near = abs(len(rare.key) - len(common.key)) < 2 and rare.key != common.key
    words = zip(analyse(rare.uses[0].name).tokens, analyse(common.uses[0].name).tokens, strict=False)
    changed = [(one, other) for one, other in words if one != other]
    is_word = len(changed) < 2 and all(
        min(len(one), len(other)) > 4 and one.rstrip("s") != other.rstrip("s") for one, other in changed
    )
    return is_near and is_word and rare.count * 3 <= common.count and _may_join(rare, common)


def _organisation(cluster: _Cluster, role: str, as_of: str) -> Organisation:
    ranked: dict[str, int] = {}
    for use in cluster.uses:
        ranked[use.name] = ranked.get(use.name, 0) + use.count
    names = sorted(ranked, key=lambda name: (-ranked[name], name))
    first = cluster.uses[0]
    maker = maker_of(names[0])
    is_person = role == "supplier" and not cluster.identifiers and any(is_withheld(name) for name in names)
    return Organisation(
        organisation=_id(cluster, names[0], is_person=is_person),
        name=WITHHELD if is_person else names[0],
        role=role,
        country=None,
        identifier=min(cluster.identifiers) if cluster.identifiers else None,
        group=group_of(maker, as_of) if maker is not None else None,
        natural_person_risk=is_person,
        occurrences=cluster.count,
        names=() if is_person else tuple(names),
        first_document=first.document,
        first_locator=first.locator,
    )


def withhold_doubtful(organisations: Iterable[Organisation], *, needed: Collection[str]) -> list[Organisation]:
    """Withhold the names of suppliers that may be private people and that no finding needs.

    A name such as "Yorath Penhale" does not tell a person from a firm. It is kept where a finding rests on it, and
    withheld where it only stands in a ledger.

    Args:
        organisations: as they were joined and held against the lists.
        needed: ids of organisations with a match, and spellings of suppliers that claims name.
    """
    kept = frozenset(needed)
    return [
        _withheld(one)
        if one.role == "supplier" and _is_doubtful(one) and kept.isdisjoint((one.organisation, *one.names))
        else one
        for one in organisations
    ]


def _is_doubtful(organisation: Organisation) -> bool:
    if organisation.natural_person_risk or organisation.identifier is not None:
        return False
    return any(is_private_person(name) is None and _FULL_NAME.fullmatch(name.strip()) for name in organisation.names)


def _withheld(organisation: Organisation) -> Organisation:
    mark = hashlib.sha256(organisation.organisation.encode()).hexdigest()
    return replace(
        organisation,
        organisation=f"withheld-{mark[:16]}",
        name=WITHHELD,
        natural_person_risk=True,
        names=(),
        group=None,
    )


def _id(cluster: _Cluster, name: str, *, is_person: bool) -> str:
    form = "-".join(sorted(cluster.forms))
    mark = hashlib.sha256(f"{cluster.key}|{form}|{min(cluster.identifiers, default='')}".encode()).hexdigest()
    if is_person:
        return f"withheld-{mark[:16]}"
    slug = _SLUG.sub("-", " ".join(analyse(name).tokens)).strip("-")[:60] or "unnamed"
    return f"org-{slug}-{mark[:8]}"
