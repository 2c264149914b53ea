"""The EU's consolidated financial sanctions list: XML (1.0, 1.1) or CSV with semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, Listed, Listing, Row
from synopticon.screen.lists._tables import children, day, distinct, has_columns, records_of, text_of, xml_of

_GENERATED = re.compile(rb'generationDate="([^"]{10,40})"')
#: Names of the same columns in the versions of the CSV: number, type, name, date of the regulation.
_VERSIONS = (
    ("entity_logicalid", "entity_subjecttype", "namealias_wholename", "entity_regulation_publicationdate"),
    ("entity_logical_id", "subject_type", "naal_wholename", "leba_publication_date"),
)


def _is_like(data: bytes) -> bool:
    if b"<export" in data[:2000]:
        return b"sanctionEntity" in data[:20_000]
    return any(has_columns(data, version[:3], ";") for version in _VERSIONS)


def _published(data: bytes) -> str | None:
    found = _GENERATED.search(data[:2000])
    if found:
        return day(found[1].decode("ascii", "replace"))
    lines = text_of(data[:20_000]).splitlines()[1:2]
    return day(lines[0].split(";")[0]) if lines else None


def _parse(data: bytes) -> Iterator[Row]:
    if b"<export" in data[:2000]:
        for entity in children(xml_of(data), "sanctionEntity"):
            yield _entity(entity)
    else:
        yield from _from_csv(text_of(data))


def _entity(entity: ET.Element) -> Row:
    kinds = [one.get("code", one.get("classificationCode", "")) for one in children(entity, "subjectType")]
    if any(kind.casefold() in ("person", "p") for kind in kinds):
        return PERSON
    names = distinct([alias.get("wholeName", "") for alias in children(entity, "nameAlias")])
    if not names:
        raise SourceError("wrong format", "expected a wholeName in every sanctionEntity, found none")
    rules = children(entity, "regulation")
    since = next((one.get("entryIntoForceDate") or one.get("publicationDate") or "" for one in rules), "")
    return Listed(
        identity=entity.get("euReferenceNumber") or entity.get("logicalId") or names[0],
        names=names,
        since=day(since),
        citation=next((one.get("numberTitle", "") for one in rules), ""),
    )


def _from_csv(content: str) -> Iterator[Row]:
    version = next((one for one in _VERSIONS if one[0] in content[:20_000].casefold()), _VERSIONS[0])
    number, kind, name, since = version
    names: dict[str, list[str]] = {}
    days: dict[str, str | None] = {}
    persons: set[str] = set()
    for record in records_of(content, version[:3], ";"):
        identity = record[number]
        if record[kind].casefold() in ("p", "person"):
            persons.add(identity)
        else:
            names.setdefault(identity, []).append(record[name])
            days.setdefault(identity, day(record.get(since, "")))
    yield from (PERSON for _ in persons)
    for identity, spelt in names.items():
        if identity not in persons and (found := distinct(spelt)):
            yield Listed(identity, found, since=days[identity])


LIST = Listing(
    code="EU-FSF",
    name="EU consolidated financial sanctions list",
    jurisdiction="EU",
    legal_type="sanctions",
    url="https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content",
    min_entries=500,
    canaries=("Rosoboronexport|JSC Rosoboronexport|Wagner Group|Bank Rossiya|Hamas",),
    is_like=_is_like,
    parse=_parse,
    published=_published,
)
