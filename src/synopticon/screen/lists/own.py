"""A list of one's own: CSV with the columns id and name; rows that share an id are names of one listing."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.screen.listing import PERSON, Listed, Listing, Row
from synopticon.screen.lists._tables import day, distinct, has_columns, records_of, text_of
from synopticon.text.persons import is_private_person

_PERSONS = ("person", "individual")


def _parse(data: bytes) -> Iterator[Row]:
    names: dict[str, list[str]] = {}
    first: dict[str, dict[str, str]] = {}
    persons: set[str] = set()
    for record in records_of(text_of(data), ("id", "name")):
        if not record["id"] or not record["name"]:
            continue
        if record.get("type", "").casefold() in _PERSONS or is_private_person(record["name"]):
            persons.add(record["id"])
        names.setdefault(record["id"], []).append(record["name"])
        first.setdefault(record["id"], record)
    for identity, spelt in names.items():
        if identity in persons:
            yield PERSON
            continue
        row = first[identity]
        yield Listed(
            identity,
            distinct(spelt),
            legal_type=row.get("legal_type", ""),
            since=day(row.get("in_force_from", "")),
            until=day(row.get("in_force_to", "")),
        )


LIST = Listing(
    code="OWN",
    name="a list of one's own",
    jurisdiction="",
    legal_type="reputational",
    url="",
    min_entries=1,
    canaries=(),
    is_like=lambda data: has_columns(data, ("id", "name")),
    parse=_parse,
)
