"""OCDS releases and records (1.0 and 1.1) to rows of notices: one per award or contract, else one per tender.

Every cell has the pointer of the value that it shows. Contact points are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from synopticon.ingest.pointers import child, text_of

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


def releases(value: object, pointer: str = "") -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every release of a file with its pointer; of a record the compiled release, else the last."""
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from releases(member, child(pointer, index))
    elif isinstance(value, dict):
        if is_record(value) or isinstance(value.get("compiledRelease"), dict):
            yield from _of_record(value, pointer)
        elif is_release(value):
            yield value, pointer
        else:
            for key in ("records", "releases", "release", "data", "results", "items"):
                if isinstance(value.get(key), list | dict):
                    yield from releases(value[key], child(pointer, key))


def _of_record(record: dict[str, Any], pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    compiled = record.get("compiledRelease")
    if isinstance(compiled, dict):
        yield compiled, child(pointer, "compiledRelease")
        return
    held = [
        (release, child(child(pointer, "releases"), index))
        for index, release in enumerate(record.get("releases") or [])
        if is_release(release)
    ]
    if held:
        yield max(held, key=lambda pair: text_of(pair[0].get("date")))
    elif isinstance(record.get("versionedRelease"), dict):
        yield _unversioned(record["versionedRelease"]), child(pointer, "versionedRelease")


def _unversioned(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    """Return the last version of every value of a versioned release; pointers then end at the list of versions."""
    if isinstance(value, dict):
        return {key: _unversioned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(inner, dict) and "value" in inner and "releaseDate" in inner for inner in value):
            return value[-1]["value"]
        return [_unversioned(inner) for inner in value]
    return value


class _At:
    """A value and its pointer, with members that may be missing."""

    __slots__ = ("pointer", "value")

    def __init__(self, value: object, pointer: str) -> None:
        self.value = value
        self.pointer = pointer

    def __getitem__(self, key: str) -> _At:
        inner = self.value.get(key) if isinstance(self.value, dict) else None
        return _At(inner, child(self.pointer, key))

    def all(self, key: str) -> list[_At]:
        inner = self[key]
        if not isinstance(inner.value, list):
            return []
        return [_At(value, child(inner.pointer, index)) for index, value in enumerate(inner.value)]

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
    amount = _first(award["value"]["amount"], later["value"]["amount"], award["value"]["amountNet"])
    # The currency stands beside the amount that was taken.
    value = _At(None, amount.pointer.rsplit("/", 1)[0])
    currency = next(
        (
            found
            for found in (award["value"]["currency"], later["value"]["currency"])
            if found.pointer.startswith(value.pointer)
        ),
        award["value"]["currency"],
    )
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
            currency.found if amount.text else Found("", currency.pointer),
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
            return Found(text_of(tag.value[0]), child(tag.pointer, 0))
        return Found("; ".join(map(text_of, tag.value)), tag.pointer)
    return tag.found
