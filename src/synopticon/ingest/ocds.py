"""OCDS releases and records (1.0 and 1.1) to rows of notices: one per award or contract, else one per tender.

Releases of one process in one file are merged first; see `merging`.
Every cell has the pointer of the value that it shows. Contact points are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from synopticon.ingest import merging
from synopticon.ingest.pointers import child, paths, place, text_of

COLUMNS = (
    "body",
    "supplier",
    "supplier_number",
    "title",
    "description",
    "amount",
    "currency",
    "amount_kind",
    "date",
    "start_date",
    "end_date",
    "code",
    "procedure",
    "status",
    "reference",
    "notice_kind",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A text and the pointer of the value that it was read from."""

    text: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One row of notices: a cell for each of `COLUMNS`."""

    cells: tuple[Found, ...]


def is_release(value: object) -> bool:
    """Tell whether a value is an OCDS release (or a compiled one)."""
    return (
        isinstance(value, dict)
        and "ocid" in value
        and any(key in value for key in ("tender", "awards", "contracts", "buyer", "planning", "parties", "tag"))
    )


def is_record(value: object) -> bool:
    """Tell whether a value is an OCDS record, which holds the releases of one process."""
    return (
        isinstance(value, dict)
        and "ocid" in value
        and any(key in value for key in ("compiledRelease", "releases", "versionedRelease"))
    )


@dataclass(slots=True)
class Processes:
    """The contracting processes of a file.

    Attributes:
        releases: the state of each process, and its pointer.
        merged: how many releases were put together to these.
        linked: pointer and ocid of records whose releases stand in other files.
        paths: the keys of every value in the releases, joined by ``/``.
    """

    releases: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    merged: int = 0
    linked: list[tuple[str, str]] = field(default_factory=list)
    paths: dict[str, None] = field(default_factory=dict)

    def add(self, release: dict[str, Any], pointer: str, *, raw: object = None) -> None:
        """Add the state of a process, read from `raw` where that is not the release itself."""
        self.paths.update(dict.fromkeys(paths(release if raw is None else raw)))
        self.releases.append((release, pointer))


def processes(values: Iterable[tuple[object, str]]) -> Processes:
    """Return the processes of a file: of a record its compiled release, else what its releases are merged to.

    Args:
        values: the JSON values of the file, each with its pointer.
    """
    found = Processes()
    single: list[tuple[dict[str, Any], str, bool]] = []
    for value, pointer in values:
        _collect(value, pointer, found, single, is_old=False)
    for group in merging.by_process(single):
        _add_merged(group, found)
    return found


def _add_merged(group: list[tuple[dict[str, Any], str, bool]], found: Processes) -> None:
    raw = [release for release, _, _ in group]
    if len(group) == 1:
        found.add(raw[0], group[0][1])
        return
    found.merged += len(group)
    whole = merging.merged(
        [(release, pointer) for release, pointer, _ in group], is_old=any(old for _, _, old in group)
    )
    found.add(whole, group[-1][1], raw=raw)


def _collect(
    value: object,
    pointer: str,
    found: Processes,
    single: list[tuple[dict[str, Any], str, bool]],
    *,
    is_old: bool,
) -> None:
    if isinstance(value, list):
        for index, member in enumerate(value):
            _collect(member, child(pointer, index), found, single, is_old=is_old)
    elif isinstance(value, dict):
        if is_record(value) or isinstance(value.get("compiledRelease"), dict):
            _collect_record(value, pointer, found, is_old=is_old)
        elif is_release(value):
            single.append((value, pointer, is_old))
        else:
            if isinstance(value.get("releases"), list) or isinstance(value.get("records"), list):
                is_old = merging.is_old_version(value.get("version"))
            for key in ("records", "releases", "release", "data", "results", "items"):
                if isinstance(value.get(key), list | dict):
                    _collect(value[key], child(pointer, key), found, single, is_old=is_old)


def _collect_record(record: dict[str, Any], pointer: str, found: Processes, *, is_old: bool) -> None:
    compiled, versioned = record.get("compiledRelease"), record.get("versionedRelease")
    if isinstance(compiled, dict):
        found.add(compiled, child(pointer, "compiledRelease"))
        return
    listed = record.get("releases")
    listed = listed if isinstance(listed, list) else []
    held = [
        (release, child(child(pointer, "releases"), index), is_old)
        for index, release in enumerate(listed)
        if is_release(release)
    ]
    if held:
        _add_merged(held, found)
    elif isinstance(versioned, dict):
        at = child(pointer, "versionedRelease")
        whole = merging.unversioned(versioned, at)
        found.add(whole, at, raw=merging.plain(whole))
    if any(map(merging.is_linked, listed)) and (len(held) < len(listed)) and not (versioned and not held):
        found.linked.append((pointer, text_of(record.get("ocid"))))


class _At:
    """A value and its pointer, with members that may be missing."""

    __slots__ = ("pointer", "value")

    def __init__(self, value: object, pointer: str) -> None:
        self.value = value
        self.pointer = pointer

    def __getitem__(self, key: str) -> _At:
        inner = self.value.get(key) if isinstance(self.value, dict) else None
        return _At(inner, place(self.value, self.pointer, key))

    def all(self, key: str) -> list[_At]:
        inner = self[key]
        if not isinstance(inner.value, list):
            return []
        return [_At(value, place(inner.value, inner.pointer, index)) for index, value in enumerate(inner.value)]

    @property
    def found(self) -> Found:
        return Found(text_of(self.value), self.pointer)


def notices(release: dict[str, Any], pointer: str) -> Iterator[Notice]:
    """Yield the rows of one release."""
    root = _At(release, pointer)
    awards = root.all("awards")
    contracts = root.all("contracts")
    known = {text_of(award["id"].value) for award in awards}
    rows = 0
    for award in awards:
        own = [contract for contract in contracts if text_of(contract["awardID"].value) == text_of(award["id"].value)]
        yield _notice(root, award, own[0] if own and text_of(award["id"].value) else None, "award")
        rows += 1
    for contract in contracts:
        if text_of(contract["awardID"].value) not in known:
            yield _notice(root, contract, contract, "award")
            rows += 1
    if not rows:
        yield _notice(root, root["tender"], None, "ceiling")


def _notice(root: _At, award: _At, contract: _At | None, kind: str) -> Notice:
    tender = root["tender"]
    later = contract or award
    suppliers = award.all("suppliers") or _parties(root, "supplier") * (kind == "award")
    values = [award["value"], later["value"]]
    # The currency stands beside the amount that was taken.
    value = next((one for one in values if one["amount"].found.text.strip()), values[0])
    amount = _first(value["amount"], values[0]["amountNet"])
    period = ("period", "contractPeriod") if contract else ("contractPeriod", "period")
    periods = [source[name] for source in (later, award) for name in period] + [tender["contractPeriod"]]
    return Notice(
        (
            _first(
                root["buyer"]["name"],
                tender["procuringEntity"]["name"],
                *(party["name"] for party in _parties(root, "buyer")),
            ),
            _names(suppliers, award["suppliers"].pointer),
            _number(root, suppliers, award),
            _first(award["title"], tender["title"], later["title"]),
            _first(award["description"], tender["description"], later["description"]),
            amount,
            value["currency"].found if amount.text else Found("", value["currency"].pointer),
            Found(kind if amount.text else "", value.pointer),
            _first(
                award["date"],
                later["dateSigned"],
                tender["tenderPeriod"]["startDate"] if kind == "ceiling" else root["date"],
                root["date"],
            ),
            _first(*(found["startDate"] for found in periods)),
            _first(*(found["endDate"] for found in periods)),
            _codes(award, tender),
            _first(tender["procurementMethodDetails"], tender["procurementMethod"]),
            _first(award["status"], tender["status"]),
            root["ocid"].found,
            _tags(root["tag"]),
        )
    )


def _first(*candidates: _At) -> Found:
    """Return the first that has a text, else an empty text at the pointer of the first."""
    for candidate in candidates:
        found = candidate.found
        if found.text.strip():
            return found
    return Found("", candidates[0].pointer)


def _parties(root: _At, role: str) -> list[_At]:
    return [
        party
        for party in root.all("parties")
        if isinstance(party["roles"].value, list) and role in party["roles"].value
    ]


def _names(suppliers: list[_At], pointer: str) -> Found:
    named = [supplier["name"].found for supplier in suppliers]
    named = [found for found in named if found.text.strip()]
    if len(named) == 1:
        return named[0]
    return Found("; ".join(found.text for found in named), pointer)


def _number(root: _At, suppliers: list[_At], award: _At) -> Found:
    if len(suppliers) != 1:
        return Found("", award["suppliers"].pointer)
    supplier = suppliers[0]
    own = supplier["identifier"]["id"]
    number = text_of(supplier["id"].value)
    parties = [party for party in root.all("parties") if number and text_of(party["id"].value) == number]
    return _first(own, *(party["identifier"]["id"] for party in parties))


def _codes(award: _At, tender: _At) -> Found:
    """Return the codes of the award's items, else of the tender; one has its own pointer, several that of the list."""
    for source in (award, tender):
        found = [source["classification"]["id"].found]
        for item in source.all("items"):
            found.append(item["classification"]["id"].found)
            found += [more["id"].found for more in item.all("additionalClassifications")]
        found += [more["id"].found for more in source.all("additionalClassifications")]
        codes = {one.text: one for one in reversed(found) if one.text.strip()}
        if len(codes) == 1:
            return next(iter(codes.values()))
        if codes:
            ordered = dict.fromkeys(one.text for one in found if one.text.strip())
            return Found("; ".join(ordered), source.pointer)
    return Found("", tender["classification"].pointer)


def _tags(tag: _At) -> Found:
    if isinstance(tag.value, list) and tag.value:
        if len(tag.value) == 1:
            return Found(text_of(tag.value[0]), place(tag.value, tag.pointer, 0))
        return Found("; ".join(map(text_of, tag.value)), tag.pointer)
    return tag.found
