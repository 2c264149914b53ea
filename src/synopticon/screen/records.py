"""What this room takes and gives: an entry of a list, a candidate for a name, the state of a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One name of one listing; several entries may share a listing.

    Attributes:
        listing: id of the listing, such as ``US-BIS-EL:hikvision`` or the id of one's own list.
        name: the name that is held against queries.
        listed_name: the name as the list prints it; the same as `name` unless this is another name of the entity.
        list: code of the list, the empty string for a list of one's own.
        tier: what an exact hit is: entity, alias, brand_or_group or weak.
        via: path from the name to the listed entity, empty when the name is on the list itself.
        maker: id in the reference tables, when the entity is one of them.
        in_force_from: first day on which the listing is in force.
        in_force_to: first day on which it is no longer in force; null while it lasts.
        is_exact_only: a misspelling, a word of another script or a short brand: likeness to it means nothing.
    """

    listing: str
    name: str
    listed_name: str = ""
    list: str = ""
    legal_type: str = ""
    in_force_from: str | None = None
    in_force_to: str | None = None
    tier: str = "entity"
    via: str = ""
    maker: str | None = None
    is_exact_only: bool = False

    @property
    def entity(self) -> str:
        """Whom the listing is of: the maker, else whoever bears the listed name; in a list of one's own, its id."""
        if not self.list:
            return self.listing
        return self.maker or " ".join((self.listed_name or self.name).casefold().split())

    def is_in_force(self, day: str) -> bool:
        """Tell whether the listing was in force on an ISO day; dates that are not known do not exclude it."""
        return (self.in_force_from or "") <= day < (self.in_force_to or "9999")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listing that a name may stand for; the fields are columns of `screen`.

    Attributes:
        rank: 1 for the best.
        tier: entity, alias, brand_or_group or weak; weak means below the published threshold.
        score: 0 to 1; at or above `THRESHOLD` precision was at least .9 on public list aliases.
        why: the two names, the aligned words and what each weighed.
    """

    rank: int
    tier: str
    score: float
    listing: str
    listed_name: str
    list: str
    legal_type: str
    in_force_from: str | None
    in_force_to: str | None
    via: str
    why: str


@dataclass(frozen=True, slots=True)
class ListStatus:
    """What the package holds of one official list.

    Attributes:
        entries: named entities; `classes` are rules that name no company and are never matched.
        earliest, latest: first and last day on which one of its entries came into force.
        low_confidence: entries whose source is not the official text.
        day: of an added snapshot the day of its file; null for what is built in, and so is `sha256`.
        persons_dropped: natural persons that were left out on reading.
        accepted: what spoke against the file when it was added in spite of it.
    """

    list: str
    name: str
    jurisdiction: str
    legal_type: str
    entries: int
    classes: int
    earliest: str | None
    latest: str | None
    sources: tuple[str, ...]
    low_confidence: int
    day: str | None = None
    sha256: str | None = None
    persons_dropped: int = 0
    accepted: tuple[str, ...] = ()
