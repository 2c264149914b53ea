"""The tables through which the rooms meet, by name."""

from __future__ import annotations

from synopticon.model.records import (
    Body,
    Claim,
    Contradiction,
    Document,
    Figure,
    Grid,
    Match,
    Mention,
    Organisation,
    Passage,
    Quantity,
    Row,
    SetAside,
)

TABLES: dict[str, type] = {
    "documents": Document,
    "passages": Passage,
    "grids": Grid,
    "rows": Row,
    "set_aside": SetAside,
    "mentions": Mention,
    "quantities": Quantity,
    "claims": Claim,
    "bodies": Body,
    "organisations": Organisation,
    "matches": Match,
    "figures": Figure,
    "contradictions": Contradiction,
}

#: The tables that a run writes to OUT/data; the others stay in the private store of the case.
PUBLISHED = (
    "documents",
    "bodies",
    "claims",
    "organisations",
    "matches",
    "figures",
    "contradictions",
    "set_aside",
)
