"""Which public body a name means: spellings, abbreviations, and bodies that were reorganised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from synopticon import reference
from synopticon.model.records import Body
from synopticon.reference.records import RegisterBody
from synopticon.text.names import latin


@dataclass(frozen=True, slots=True)
class BodyLink:
    """The body that a name means.

    Attributes:
        body: id in the case, or in the register when the case does not have it.
        name: its name there.
        register: id in the register, null when only the case knows it.
        is_in_case: `body` is an id of the case.
        until: the day on which the body ended, null while it exists.
        successors: ids in the register of the bodies that took over from it.
        why: the rule that found it.
    """

    body: str
    name: str
    register: str | None
    is_in_case: bool
    until: str | None = None
    successors: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Key:
    """A name of a body: its place words in order, and the words that tell what kind of council it is."""

    core: str
    kinds: frozenset[str]


_ABBREVIATIONS = {
    "lb": ("london", "borough"),
    "lbc": ("london", "borough", "council"),
    "rb": ("royal", "borough"),
    "mbc": ("metropolitan", "borough", "council"),
    "mdc": ("metropolitan", "district", "council"),
    "bc": ("borough", "council"),
    "dc": ("district", "council"),
    "mb": ("metropolitan", "borough"),
    "cbc": ("borough", "council"),
    "met": ("metropolitan",),
    "metro": ("metropolitan",),
    "metropolitian": ("metropolitan",),
    "boro": ("borough",),
    "bor": ("borough",),
    "cncl": ("council",),
    "coun": ("council",),
    "councl": ("council",),
    "councils": ("council",),
    "corp": ("corporation",),
    "saint": ("st",),
    "cc": ("council",),
    "co": ("county",),
    "dist": ("district",),
}
_KINDS = frozenset(
    (
        "city",
        "county",
        "borough",
        "district",
        "metropolitan",
        "london",
        "royal",
        "unitary",
        "parish",
        "town",
        "community",
    )
)
_FILLERS = frozenset(
    (
        "council",
        "of",
        "the",
        "corporation",
        "authority",
        "cyngor",
        "gyngor",
        "sir",
        "mayor",
        "burgesses",
        "comhairle",
        "nan",
        "in",
        "on",
        "upon",
        "le",
        "and",
    )
)
#: Such councils are other bodies than the district or county of the same place.
_LOCAL = frozenset(("parish", "town", "community"))
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")


def _words(name: str) -> list[str]:
    words: list[str] = []
    for word in _WORD.findall(latin(_BRACKETS.sub(" ", name)).replace("&", " and ").replace(".", "")):
        words += _ABBREVIATIONS.get(word, (word,))
    return words


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> _Key:
    words = _words(name)
    core = [word for word in words if word not in _KINDS and word not in _FILLERS]
    if not core:  # "City of London": its kind is its name
        core = [word for word in words if word not in _FILLERS]
    return _Key(" ".join(core), frozenset(word for word in words if word in _KINDS))


def _exact(name: str) -> str:
    return " ".join(word for word in _words(name) if word != "the")


@dataclass(frozen=True, slots=True)
class _Known:
    """A body with what comparing needs: `keys` of all its spellings."""

    body: str
    name: str
    exact: frozenset[str]
    keys: tuple[_Key, ...]
    register: RegisterBody | None
    is_in_case: bool


class BodyIndex:
    """The bodies of a case and of the register, ready to be found by name.

    Example:
        >>> index = BodyIndex([], register=reference.bodies())
        >>> index.find("a name nobody bears") is None
        True
    """

    def __init__(self, case_bodies: Iterable[Body], register: Sequence[RegisterBody] | None = None) -> None:
        """Index the bodies; case bodies come first and are joined to the register by their name or register id."""
        rows = reference.bodies() if register is None else register
        self._register = {row.body: row for row in rows}
        known_register = [_from_register(row) for row in rows]
        self._exact: dict[str, list[_Known]] = {}
        self._core: dict[str, list[_Known]] = {}
        for body in known_register:
            self._add(body)
        case = [self._from_case(body) for body in case_bodies]
        self._in_case = {body.register.body: body for body in case if body.register is not None}
        self._exact = {key: [one for one in found if self._is_free(one)] for key, found in self._exact.items()}
        self._core = {key: [one for one in found if self._is_free(one)] for key, found in self._core.items()}
        for body in case:
            self._add(body)
        self._found: dict[tuple[str, str | None], BodyLink | None] = {}

    def _is_free(self, body: _Known) -> bool:
        return body.register is None or body.register.body not in self._in_case

    def _add(self, body: _Known) -> None:
        for exact in sorted(body.exact):
            self._exact.setdefault(exact, []).append(body)
        for core in sorted({key.core for key in body.keys if key.core}):
            self._core.setdefault(core, []).append(body)

    def _from_case(self, body: Body) -> _Known:
        row = self._register.get(body.register or "") or self._register.get(body.body)
        if row is None:
            found, _ = self._search(body.name, None)
            row = found[0].register if len(found) == 1 else None
        spellings = (body.name, *((row.name, *row.spellings) if row is not None else ()))
        return _Known(
            body=body.body,
            name=body.name,
            exact=frozenset(map(_exact, (body.body.replace("-", " "), *spellings))),
            keys=tuple(map(_key, (body.name, *((row.name,) if row is not None else ())))),
            register=row,
            is_in_case=True,
        )

    def find(self, name: str, on: str | None = None) -> BodyLink | None:
        """Return the body that `name` means, or null when none or more than one would do.

        Args:
            name: as a source writes it: ``LB of Camden``, ``Leeds City Council``, ``City of Leeds``.
            on: ISO day; it decides between a body and the one that replaced it under the same place name.

        A body that has ended is still itself; its successors are named beside it.
        """
        key = (name, on)
        if key not in self._found:
            self._found[key] = self._find(name, on)
        return self._found[key]

    def _find(self, name: str, on: str | None) -> BodyLink | None:
        if not name.strip():
            return None
        found, why = self._search(name, on)
        if len(found) != 1:
            return None
        body = found[0]
        row = body.register
        return BodyLink(
            body=body.body,
            name=body.name,
            register=row.body if row is not None else None,
            is_in_case=body.is_in_case,
            until=row.until if row is not None else None,
            successors=row.replaced_by if row is not None else (),
            why=why,
        )

    def _search(self, name: str, on: str | None) -> tuple[list[_Known], str]:
        exact = _narrowed(self._exact.get(_exact(name), []), on)
        if len(exact) == 1:
            return exact, "spelling"
        key = _key(name)
        words = set(_words(name))
        if exact and not key.kinds:
            return exact, "spelling"
        is_council = "council" in words or "corporation" in words or bool(key.kinds - {"town", "parish", "london"})
        if not is_council:
            return exact, "spelling"
        alike = [body for body in self._core.get(key.core, []) if any(_agree(key, other) for other in body.keys)]
        best = [body for body in alike if any(key.kinds == other.kinds for other in body.keys)]
        return _narrowed(best or alike, on), "place and kind"


def _from_register(row: RegisterBody) -> _Known:
    names = (row.name, *row.spellings)
    return _Known(row.body, row.name, frozenset(map(_exact, names)), (_key(row.name),), row, is_in_case=False)


def _agree(query: _Key, body: _Key) -> bool:
    """Tell whether two names of one place can mean one body: neither says a kind that excludes the other's."""
    if query.core != body.core or bool(query.kinds & _LOCAL) != bool(body.kinds & _LOCAL):
        return False
    if not query.kinds or not body.kinds:
        return True
    if ("county" in query.kinds) != ("county" in body.kinds):
        return False
    return bool(query.kinds & body.kinds) or not ({"london"} & (query.kinds ^ body.kinds))


def _narrowed(found: list[_Known], on: str | None) -> list[_Known]:
    """Keep each body once; when several remain, those that existed on the day."""
    once = list({body.body: body for body in found}.values())
    if len(once) < 2:
        return once
    in_case = [body for body in once if body.is_in_case]
    if len(in_case) == 1:
        return in_case
    if on is None:
        return once
    alive = [body for body in once if body.register is None or _existed(body.register, on)]
    return alive or once


def _existed(row: RegisterBody, on: str) -> bool:
    return (row.since or "") <= on and (row.until is None or on < row.until)
