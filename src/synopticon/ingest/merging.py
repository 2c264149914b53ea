"""Merges the releases of one contracting process into one, as the Open Contracting Data Standard says.

https://standard.open-contracting.org/1.1/en/schema/merging/ : releases are taken by date; a later value replaces an
earlier one, null takes it away; objects in lists are the same where their ``id`` is, and lists of other things, or of a
few fields, are replaced as a whole. Rules of extensions are not known here: their lists are merged by ``id``.

Every value of what comes out knows the pointer of the release that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from synopticon.ingest.pointers import Literal, Placed, PlacedList, child, place, text_of

#: Fields of a release itself that are no part of what is merged.
_OMITTED = frozenset({"id", "date", "tag"})
#: Lists that are replaced as a whole, wherever they stand, also by an empty one; in version 1.0 also lists of
#: organisations.
_WHOLE = frozenset(
    {
        "additionalClassifications",
        "additionalIdentifiers",
        "additionalProcurementCategories",
        "changes",
        "relationship",
        "roles",
        "submissionMethod",
    }
)
_WHOLE_OLD = frozenset({("awards", "suppliers"), ("tender", "tenderers")})
_Paths = frozenset[tuple[str, ...]]
_VERSION = frozenset({"releaseID", "releaseDate", "releaseTag", "value"})

_Release = dict[str, Any]


def merged(releases: Sequence[tuple[_Release, str]], *, is_old: bool = False) -> Placed:
    """Return the compiled release of some releases of one process.

    Args:
        releases: each with its pointer, in any order. Those without a date are taken as the oldest.
        is_old: they follow version 1.0.

    Returns:
        The merged release; its date, tag and id are those of the newest one.
    """
    ordered = sorted(releases, key=lambda pair: text_of(pair[0].get("date")))
    found = Placed()
    for release, pointer in ordered:
        members = {key: value for key, value in release.items() if key not in _OMITTED}
        _merge(found, members, release, pointer, (), _WHOLE_OLD if is_old else frozenset())
    newest, pointer = ordered[-1]
    for key in sorted(_OMITTED & newest.keys()):
        found.put(key, newest[key], child(pointer, key))
    return found


def _merge(  # noqa: PLR0917  # what is merged, and where both stand
    into: Placed, members: _Release, source: object, pointer: str, path: tuple[str, ...], whole: _Paths
) -> None:
    for key, value in members.items():
        at, below = place(source, pointer, key), (*path, key)
        if value is None:
            into.drop(key)
        elif isinstance(value, dict):
            if value and not isinstance(into.get(key), Placed):
                into.put(key, Placed(), at)
            if value:
                _merge(into[key], value, value, at, below, whole)
        elif isinstance(value, list) and not _is_replaced(key, value, below, whole):
            if value and not isinstance(into.get(key), PlacedList):
                into.put(key, PlacedList(), at)
            if value:
                _merge_list(into[key], value, at, below, whole)
        else:
            into.put(key, value, at)


def _is_replaced(key: str, value: list[object], path: tuple[str, ...], whole: _Paths) -> bool:
    if key in _WHOLE or path in whole:
        return True
    return any(not isinstance(one, dict) for one in value)


def _merge_list(into: PlacedList, values: list[_Release], pointer: str, path: tuple[str, ...], whole: _Paths) -> None:
    """Merge objects by their id; those without one are all kept."""
    known = {text_of(one["id"]): one for one in into if isinstance(one, Placed) and one.get("id") is not None}
    for index, value in enumerate(values):
        at = place(values, pointer, index)
        number = text_of(value["id"]) if value.get("id") is not None else None
        held = known.get(number) if number is not None else None
        members = value
        if held is None:
            held = Placed()
            into.add(held, at)
            if number is not None:
                known[number] = held
        else:
            # The id stays as it was first written.
            members = {key: one for key, one in value.items() if key != "id"}
        _merge(held, members, value, at, path, whole)


def unversioned(value: object, pointer: str) -> Any:  # noqa: ANN401  # any JSON value
    """Return a versioned release with the last version of every value; values that were taken away are not there."""
    if isinstance(value, dict):
        found = Placed()
        for key, inner in value.items():
            at = child(pointer, key)
            if _is_versioned(inner):
                if inner[-1]["value"] is not None:
                    found.put(key, inner[-1]["value"], child(child(at, len(inner) - 1), "value"))
            else:
                found.put(key, unversioned(inner, at), at)
        return found
    if isinstance(value, list):
        listed = PlacedList()
        for index, inner in enumerate(value):
            listed.add(unversioned(inner, child(pointer, index)), child(pointer, index))
        return listed
    return value


def _is_versioned(value: object) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and {"releaseDate", "value"} <= one.keys() <= _VERSION for one in value)
    )


def is_linked(release: object) -> bool:
    """Tell whether an entry of a record only says where a release is to be found."""
    return isinstance(release, dict) and "url" in release and "ocid" not in release


def plain(value: object) -> Any:  # noqa: ANN401  # any JSON value
    """Return a merged value without what it knows of its places."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return str(value) if isinstance(value, Literal) else value


def is_old_version(version: object) -> bool:
    """Tell whether a package follows version 1.0; that is so where it does not say."""
    return text_of(version) in {"", "1.0"}


def by_process(releases: Iterable[tuple[_Release, str, bool]]) -> list[list[tuple[_Release, str, bool]]]:
    """Group releases by their process, in the order in which each is first met; those without an ocid stand alone."""
    groups: dict[str, list[tuple[_Release, str, bool]]] = {}
    for number, (release, pointer, is_old) in enumerate(releases):
        key = text_of(release.get("ocid")) or f"\0{number}"
        groups.setdefault(key, []).append((release, pointer, is_old))
    return list(groups.values())
