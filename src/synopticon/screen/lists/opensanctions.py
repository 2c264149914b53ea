"""Entities in the FollowTheMoney model, one JSON object a line, as OpenSanctions and others hand them out.

Such collections have licences of their own: the user supplies the file, nothing fetches it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from synopticon.errors import SourceError
from synopticon.screen.listing import PERSON, THING, Listed, Listing, Row
from synopticon.screen.lists._tables import distinct, text_of

_KEPT = ("Company", "Organization", "LegalEntity", "PublicBody")


def _is_like(data: bytes) -> bool:
    first = data[:200_000].lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 1)[0]
    return first[:1] == b"{" and b'"schema"' in first and b'"properties"' in first


def _parse(data: bytes) -> Iterator[Row]:
    for number, line in enumerate(text_of(data).splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise SourceError("truncated", f"line {number} is no whole JSON object: {error}") from None
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
            raise SourceError("wrong format", f"line {number}: expected an object with schema and properties")
        yield _row(entity)


def _row(entity: dict[str, Any]) -> Row:
    if entity.get("schema") == "Person":
        return PERSON
    values = entity["properties"]
    names = [name for key in ("name", "alias", "previousName") for name in values.get(key, ()) if isinstance(name, str)]
    if entity.get("schema") not in _KEPT or not names:
        return THING
    caption = entity.get("caption")
    first = [caption] if caption in names else []
    return Listed(str(entity.get("id") or names[0]), distinct([*first, *names]))


LIST = Listing(
    code="FTM",
    name="entities in the FollowTheMoney model",
    jurisdiction="",
    legal_type="reputational",
    url="",
    min_entries=1,
    canaries=(),
    is_like=_is_like,
    parse=_parse,
)
