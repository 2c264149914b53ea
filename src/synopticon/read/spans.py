"""What the finders of this room return for one text: spans in code points of that text, half-open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A name found in a text; see `model.records.Mention` for the fields."""

    start: int
    end: int
    kind: str
    id: str
    text: str
    maker: str | None = None
    product_kind: str | None = None


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A number, amount or date found in a text; see `model.records.Quantity` for the fields.

    Attributes:
        value: a decimal for all kinds but dates; an ISO string for a date; null for a range or a vague word.
        unit: the counted thing as it stands, folded to lower case; `unit_start` and `unit_end` are its span.
        product_kind: when the unit is a word of `reference/products.csv`.
    """

    start: int
    end: int
    kind: str
    value: Decimal | str | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: str
    currency: str | None
    text: str
    unit_start: int | None = None
    unit_end: int | None = None
    product_kind: str | None = None
