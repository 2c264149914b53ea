"""Plain JSON objects (spending rows, notices in a wrapper) to the columns of one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synopticon.ingest import limits
from synopticon.ingest.pointers import child, is_personal, text_of

_FLAT_DEPTH = 3
_LIST_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of objects in a file: its pointer, and each object with its own."""

    pointer: str
    objects: list[tuple[dict[str, object], str]]


def object_lists(value: object, pointer: str = "", depth: int = 0) -> Iterator[Listed]:
    """Yield every list of objects of a file that is not inside another such list."""
    if isinstance(value, list):
        objects = [(one, child(pointer, index)) for index, one in enumerate(value) if isinstance(one, dict)]
        if objects and 2 * len(objects) >= len(value):
            yield Listed(pointer, objects)
    elif isinstance(value, dict) and depth < _LIST_DEPTH:
        for key, inner in value.items():
            if not is_personal(key):
                yield from object_lists(inner, child(pointer, key), depth + 1)


def flat(value: dict[str, object], pointer: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, pointer and text of every value of an object; names of nested ones are joined by dots.

    A list of words is joined by ``; ``; of a list with one object its members are given. Persons are left out.
    """
    stack: list[tuple[str, str, object, int]] = [("", pointer, value, 0)]
    while stack:
        name, at, found, depth = stack.pop()
        if isinstance(found, dict) and depth < _FLAT_DEPTH:
            members = [
                (f"{name}.{key}" if name else key, child(at, key), inner, depth + 1)
                for key, inner in found.items()
                if not is_personal(key)
            ]
            stack += members[::-1]
        elif isinstance(found, list):
            if len(found) == 1 and isinstance(found[0], dict):
                stack.append((name, child(at, 0), found[0], depth))
            elif found and all(isinstance(one, str) for one in found):
                yield name, at if len(found) > 1 else child(at, 0), "; ".join(map(text_of, found))
        elif name and not isinstance(found, dict):
            yield name, at, text_of(found)


def columns_of(objects: Sequence[tuple[dict[str, object], str]]) -> tuple[str, ...]:
    """Return the names of all values of some objects, in the order in which they first stand.

    Raises:
        LimitError: there are more than any table may have.
    """
    names: dict[str, None] = {}
    for value, pointer in objects:
        for name, _, _ in flat(value, pointer):
            names.setdefault(name)
    limits.within_limit("columns", len(names), limits.COLUMNS)
    return tuple(names)
