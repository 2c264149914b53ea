"""The consolidated list of the UN Security Council, XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, Listed, Listing, Row
from synopticon.screen.lists._tables import children, day, distinct, local, text, xml_of

_GENERATED = re.compile(rb'dateGenerated="([^"]{10,40})"')


def _published(data: bytes) -> str | None:
    found = _GENERATED.search(data[:2000])
    return day(found[1].decode("ascii", "replace")) if found else None


def _parse(data: bytes) -> Iterator[Row]:
    root = xml_of(data)
    if local(root) != "CONSOLIDATED_LIST":
        raise SourceError("wrong format", f"expected the element CONSOLIDATED_LIST, found {local(root)}")
    for group in children(root, "INDIVIDUALS"):
        yield from (PERSON for _ in children(group, "INDIVIDUAL"))
    for group in children(root, "ENTITIES"):
        for entity in children(group, "ENTITY"):
            aliases = [text(alias, "ALIAS_NAME") for alias in children(entity, "ENTITY_ALIAS")]
            main = text(entity, "FIRST_NAME").split(" ; ")
            names = distinct([*main, text(entity, "NAME_ORIGINAL_SCRIPT"), *aliases])
            if not names:
                raise SourceError("wrong format", "expected a name in every entity, found none")
            yield Listed(
                identity=text(entity, "REFERENCE_NUMBER") or text(entity, "DATAID"),
                names=names,
                since=day(text(entity, "LISTED_ON")),
                citation=text(entity, "UN_LIST_TYPE"),
            )


LIST = Listing(
    code="UN-SC",
    name="UN Security Council Consolidated List",
    jurisdiction="UN",
    legal_type="sanctions",
    url="https://scsanctions.un.org/resources/xml/en/consolidated.xml",
    min_entries=150,
    canaries=(
        "Al-Qaida",
        "TALIBAN|HAQQANI NETWORK|Islamic State in Iraq and the Levant|Al-Nusrah Front for the People of the Levant",
    ),
    is_like=lambda data: b"<CONSOLIDATED_LIST" in data[:2000],
    parse=_parse,
    published=_published,
)
