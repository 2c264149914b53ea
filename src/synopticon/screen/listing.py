"""What a list that can be added promises: how its official file is told, dated, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

#: Why an entry of an official file is not kept.
PERSON, THING, RULE = "person", "thing", "rule"


@dataclass(frozen=True, slots=True)
class Listed:
    """An organisation on a list, as its official file names it.

    Attributes:
        identity: number of the entry in the publication, or made from its name where it has none.
        names: the listed name first, then the other names that the publication gives.
        code: list that the entry belongs to where one file holds several; empty for the code of the file.
        legal_type: kind of law where one file holds several; empty for that of the file.
        since: first day in force, ISO; `until` the first day no longer; null when the file does not say.
        condition: what the listing is limited to, in the words of the publication.
        citation: the publication that put it on the list.
    """

    identity: str
    names: tuple[str, ...]
    code: str = ""
    legal_type: str = ""
    since: str | None = None
    until: str | None = None
    condition: str = ""
    citation: str = ""


#: An entry that is kept, or why it is not: a person, a ship, a rule that names no company.
Row = Listed | str


@dataclass(frozen=True, slots=True)
class Listing:
    """One official list.

    Attributes:
        code: as in the tables of facts: ``US-OFAC-SDN``.
        url: where the body publishes it; `lists update` reads from there. Empty when the user must supply it.
        min_entries: an official file with fewer organisations than this is not whole.
        canaries: names that are on the list as long as it is that list; one that is missing means a wrong file.
        is_like: tells from the bytes whether they are a file of this list.
        parse: yields the organisations of the file; raises `SourceError` where it is broken.
        published: the day that the file gives itself, ISO, or null.
        parts: further addresses whose files belong to it, in order.
    """

    code: str
    name: str
    jurisdiction: str
    legal_type: str
    url: str
    min_entries: int
    canaries: tuple[str, ...]
    is_like: Callable[[bytes], bool]
    parse: Callable[[bytes], Iterator[Row]]
    published: Callable[[bytes], str | None] = lambda _: None
    parts: tuple[str, ...] = ()
