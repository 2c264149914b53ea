"""JSON documents with numbers as they stand, and pointers (RFC 6901) to what is in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
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


#: Parts the number of a line from the pointer in it; it stands in no JSON text.
_LINE = "\x00"


class Literal(str):
    """A number, true or false as it is written in the file."""

    __slots__ = ()


class Placed(dict[str, Any]):
    """An object whose members stand at places of their own, because it was put together from several."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, str] = {}

    def put(self, key: str, value: object, pointer: str) -> None:
        """Set a member and where it stands."""
        self[key] = value
        self.places[key] = pointer

    def drop(self, key: str) -> None:
        """Take a member away, if it is there."""
        self.pop(key, None)
        self.places.pop(key, None)


class PlacedList(list[Any]):
    """A list whose values stand at places of their own."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        super().__init__()
        self.places: list[str] = []

    def add(self, value: object, pointer: str) -> None:
        """Append a value and where it stands."""
        self.append(value)
        self.places.append(pointer)


def place(value: object, pointer: str, key: str | int) -> str:
    """Return the pointer of a member of `value`, which itself stands at `pointer`."""
    if isinstance(value, Placed) and isinstance(key, str):
        return value.places.get(key) or child(pointer, key)
    if isinstance(value, PlacedList) and isinstance(key, int):
        return value.places[key]
    return child(pointer, key)


def parse(text: str, repeated: Counter[str] | None = None) -> Any:  # noqa: ANN401  # whatever a JSON text holds
    """Return the value of a JSON text; numbers stay as they are written.

    Args:
        text: the JSON text.
        repeated: takes the keys that stand in one object with different values, of which the last counts.

    Raises:
        SourceError: it is not JSON; the detail names line and column.
    """

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs) and repeated is not None:
            repeated.update({key for key, value in pairs if value != found[key]})
        return found

    try:
        return json.loads(
            text, object_pairs_hook=members, parse_float=Literal, parse_int=Literal, parse_constant=_refuse
        )
    except json.JSONDecodeError as error:
        raise SourceError("broken JSON", f"{error.msg} in line {error.lineno}, column {error.colno}") from error


def _refuse(name: str) -> Any:  # noqa: ANN401
    raise SourceError("broken JSON", f"{name} is no number")


def child(pointer: str, key: str | int) -> str:
    """Return the pointer of a member of the value at `pointer`."""
    if isinstance(key, int):
        return f"{pointer}/{key}"
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"


def in_line(number: int) -> str:
    """Return the pointer of the whole value that stands in a line of JSON Lines."""
    return f"{number}{_LINE}"


def locator(unit: str, pointer: str) -> str:
    """Return the locator of the value at a pointer; one that begins with `in_line` stands in that line."""
    line, _, rest = pointer.partition(_LINE)
    if line.isdecimal():  # a pointer itself begins with a slash, or is empty
        unit, pointer = within(unit, f"row={line}"), rest
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


def strings(
    value: object, pointer: str, is_dropped: Callable[[str], bool] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Yield key, pointer and text of every string below a value, but for what speaks of persons.

    Args:
        value: any JSON value.
        pointer: where it stands.
        is_dropped: tells of the keys down to a value, joined by ``/``, whether it speaks of persons; beside the names
            that do so in any file.
    """
    stack: list[tuple[str, str, str, object]] = [("", "", pointer, value)]
    while stack:
        key, path, at, found = stack.pop()
        if is_dropped is not None and is_dropped(path):
            continue
        if isinstance(found, dict):
            members = [
                (name, f"{path}/{name}" if path else name, place(found, at, name), inner)
                for name, inner in found.items()
                if not is_personal(name)
            ]
            stack += members[::-1]
        elif isinstance(found, list):
            stack += [(key, path, place(found, at, index), inner) for index, inner in enumerate(found)][::-1]
        elif isinstance(found, str) and not isinstance(found, Literal):
            yield key, at, found


def paths(value: object) -> Iterator[str]:
    """Yield the keys down to every value that is no object or list, joined by ``/``; places in lists are left out."""
    stack: list[tuple[str, object]] = [("", value)]
    while stack:
        path, found = stack.pop()
        if isinstance(found, dict):
            stack += [(f"{path}/{key}" if path else key, inner) for key, inner in found.items()]
        elif isinstance(found, list):
            stack += [(path, inner) for inner in found]
        elif found not in (None, ""):
            yield path
