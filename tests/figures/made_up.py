"""Makers of made-up bodies, documents and claims for the tests of this room."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from synopticon.model.case import Case, FigureSpec
from synopticon.model.records import Body, Claim, Document

HOLDING = ("owned", "installed", "used")
_number = count(1)


def a_document(name: str, body: str | None = None, **changes: Any) -> Document:
    row: dict[str, Any] = {
        "document": f"{name}-hash",
        "path": f"replies/{body}/{name}",
        "media_type": "text/plain",
        "bytes": 100,
        "source": "1-replies",
        "body": body,
        "status": "read",
        "reason": None,
        "language": "en",
        "pages": None,
        "rows_in": 0,
        "rows_out": 0,
        "rows_set_aside": 0,
        "source_kind": "replies",
    }
    return Document(**(row | changes))


def a_claim(
    body: str | None = "northmere", maker: str | None = "hikvision", quantity: float | None = None, **changes: Any
) -> Claim:
    number = next(_number)
    value = None if quantity is None else Decimal(str(quantity))
    row: dict[str, Any] = {
        "claim": f"c{number:05d}",
        "body": body,
        "subject": None,
        "modality": "owned",
        "maker": maker,
        "makers": (maker,) if maker else (),
        "brand": None,
        "model": None,
        "product_kind": "camera",
        "capability": None,
        "quantity": value,
        "low": value,
        "high": value,
        "unit": "cameras",
        "qualifier": None if value is None else "exact",
        "amount": None,
        "currency": None,
        "amount_kind": None,
        "estimated_by": None,
        "date": None,
        "date_precision": None,
        "polarity": "affirmed",
        "attribution": None,
        "language": "en",
        "document": f"letter-{body}-hash",
        "locator": f"page=1;char={number * 1000},{number * 1000 + 40}",
        "quote": f"sentence {number} about {maker} cameras: {quantity}",
        "extractor": "prose",
        "confidence": "high",
    }
    for key in ("amount", "quantity", "low", "high"):
        if isinstance(changes.get(key), int | float | str):
            changes[key] = Decimal(str(changes[key]))
    if "maker" not in changes and "makers" in changes and changes["makers"]:
        changes["maker"] = changes["makers"][0]
    return Claim(**(row | changes))


def a_row(body: str, maker: str | None, quantity: float | None, row: int, **changes: Any) -> Claim:
    return a_claim(body, maker, quantity, **{"extractor": "register", "locator": f"sheet=Cameras;row={row}", **changes})


def a_body(name: str, state: str | None = "usable", **changes: Any) -> Body:
    row: dict[str, Any] = {
        "body": name,
        "name": f"{name.title()} Council",
        "country": "GB",
        "region": "Capital",
        "group": "borough",
        "asked_on": "2020-11-02",
        "channel": "email",
        "reply_state": state,
        "state_evidence": None,
    }
    return Body(**(row | changes))


def a_figure(name: str = "owners", **changes: Any) -> FigureSpec:
    where = {"maker": ("hikvision",), "modality": HOLDING, "product_kind": ("camera",)} | changes.pop("where", {})
    within = changes.pop("within", {})
    row: dict[str, Any] = {"count": "bodies", "of": "usable"} | changes
    return FigureSpec(
        id=name,
        where=tuple((column, tuple(words)) for column, words in where.items() if words),
        within=tuple((column, tuple(words)) for column, words in within.items()),
        **row,
    )


def a_case(*figures: FigureSpec, as_of: str = "2021-02-18") -> Case:
    return Case(id="made-up", title="Made up", as_of=as_of, figures=figures)


def values(*found: object) -> tuple[object, ...]:
    """Return numbers side by side, so that decimals may be compared with whole numbers."""
    return found
