"""JSON documents with numbers as they stand, and pointers (RFC 6901) to what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from synopticon.errors import SourceError
from synopticon.model.locator import escaped, within
from synopticon.model.vocabulary import DROPPED_FIELDS
from synopticon.reference.headers import field_of

#: Parts of the names of keys whose values speak of persons, whatever stands below them.
_PERSONAL = ("contact", "officer", "signator", "telephone", "faxnumber", "email")
_PLACE_KEYS = frozenset(
    {"address", "streetaddress", "geometry", "coordinates", "latitude", "longitude", "lat", "lon", "lng"}
)


#: Letters that cannot stand in a locator as they are.
_UNSAFE = frozenset("%;\n\r")


class Literal(str):
    """A number, true or false as it is written in the file."""

    __slots__ = ()


def parse(text: str) -> Any:  # noqa: ANN401  # whatever a JSON text holds
    """Return the value of a JSON text; numbers stay as they are written.

    Raises:
        SourceError: it is not JSON; the detail names line and column.
    """
    try:
        return json.loads(text, parse_float=Literal, parse_int=Literal, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise SourceError("broken JSON", f"{error.msg} in line {error.lineno}, column {error.colno}") from error


def _refuse(name: str) -> Any:  # noqa: ANN401
    raise SourceError("broken JSON", f"{name} is no number")


def child(pointer: str, key: str | int) -> str:
    """Return the pointer of a member of the value at `pointer`."""
    if isinstance(key, int):
        return f"{pointer}/{key}"
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"


def locator(unit: str, pointer: str) -> str:
    """Return the locator of the value at a pointer."""
    # Most pointers need no escape, and there is one for every cell.
    plain = pointer if _UNSAFE.isdisjoint(pointer) else escaped(pointer)
    return within(unit, f"json={plain}")


def text_of(value: object) -> str:
    """Return a value as text: strings as they are, numbers as written, null and containers as nothing."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return ""


@lru_cache(maxsize=100_000)
def is_personal(key: str) -> bool:
    """Tell whether what stands below a key speaks of persons, addresses or coordinates."""
    bare = key.lower().replace("_", "").replace("-", "").replace(" ", "")
    return bare.startswith(_PERSONAL) or bare in _PLACE_KEYS or field_of(key) in DROPPED_FIELDS


def strings(value: object, pointer: str) -> Iterator[tuple[str, str, str]]:
    """Yield key, pointer and text of every string below a value, but for what speaks of persons."""
    stack: list[tuple[str, str, object]] = [("", pointer, value)]
    while stack:
        key, at, found = stack.pop()
        if isinstance(found, dict):
            members = [(name, child(at, name), inner) for name, inner in found.items() if not is_personal(name)]
            stack += members[::-1]
        elif isinstance(found, list):
            stack += [(key, child(at, index), inner) for index, inner in enumerate(found)][::-1]
        elif isinstance(found, str) and not isinstance(found, Literal):
            yield key, at, found
