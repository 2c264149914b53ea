"""Facts about the world, one table each: makers and their names, lists, models, words, headers, bodies.

Every function reads one table of this folder once and returns its rows in the order of the file. `records` says what
the columns mean; every row names its source, an id of `sources`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from synopticon.reference._read import FOLDER, read_table
from synopticon.reference.records import (
    Alias,
    Brand,
    Capability,
    Code,
    ContextWord,
    Designation,
    FieldName,
    LegalType,
    ListName,
    Maker,
    ModelPattern,
    Negative,
    Ownership,
    ProductTerm,
    RegisterBody,
    Source,
)


@cache
def makers() -> tuple[Maker, ...]:
    """Return the companies that make equipment, own makers, or are named beside them."""
    return read_table("makers.csv", Maker, may_be_empty=("name_local",))


@cache
def aliases() -> tuple[Alias, ...]:
    """Return the names under which makers stand in documents; read `kind` before matching one."""
    return read_table("aliases.csv", Alias)


@cache
def brands() -> tuple[Brand, ...]:
    """Return the labels under which makers' equipment is sold; rows of low confidence are hints."""
    return read_table("brands.csv", Brand)


@cache
def ownership() -> tuple[Ownership, ...]:
    """Return the dated relations between companies; either end may be a maker's id or a plain name."""
    return read_table("ownership.csv", Ownership, may_be_empty=("note",), dates=("since", "until"))


@cache
def designations() -> tuple[Designation, ...]:
    """Return the entries of official lists, one per list, entity and unbroken interval."""
    return read_table(
        "designations.csv",
        Designation,
        may_be_empty=("condition", "citation"),
        dates=("in_force_from", "in_force_to"),
    )


@cache
def models() -> tuple[ModelPattern, ...]:
    """Return the patterns of model numbers; where several match a text, the longest match wins, then the tier."""
    return read_table("models.csv", ModelPattern, may_be_empty=("maker",))


@cache
def capabilities() -> tuple[Capability, ...]:
    """Return what equipment can do, with the terms for it in several languages."""
    return read_table("capabilities.csv", Capability)


@cache
def products() -> tuple[ProductTerm, ...]:
    """Return the words for kinds of things that can be counted."""
    return read_table("products.csv", ProductTerm)


@cache
def list_names() -> tuple[ListName, ...]:
    """Return the names under which official lists stand in prose."""
    return read_table("lists.csv", ListName, may_be_empty=("list",))


@cache
def codes() -> tuple[Code, ...]:
    """Return the codes of procurement classifications that belong to the subject."""
    return read_table("codes.csv", Code)


@cache
def bodies() -> tuple[RegisterBody, ...]:
    """Return the public bodies of every register in the folder `bodies`, in the order of the file names."""
    folder = resources.files(FOLDER).joinpath("bodies")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".csv"))
    return tuple(
        body
        for name in names
        for body in read_table(f"bodies/{name}", RegisterBody, may_be_empty=("region",), dates=("since", "until"))
    )


@cache
def field_names() -> tuple[FieldName, ...]:
    """Return the column headers of publishers, folded, with the standard field that each means."""
    return read_table("fields.csv", FieldName)


@cache
def legal_types() -> tuple[LegalType, ...]:
    """Return the kinds of law that lists belong to, with the wording that may be used of each."""
    return read_table("legal_types.csv", LegalType)


@cache
def negatives() -> tuple[Negative, ...]:
    """Return the phrases that look like the subject and are not."""
    return read_table("negatives.csv", Negative)


@cache
def context_words() -> tuple[ContextWord, ...]:
    """Return the words that tell what a doubtful name beside them is."""
    return read_table("contexts.csv", ContextWord, may_be_empty=("makers",))


@cache
def sources() -> tuple[Source, ...]:
    """Return where the facts of all tables were learned."""
    return read_table("sources.csv", Source, may_be_empty=("url",))
