"""The five reports that the project grew from: every maker by id in three scripts, and the headline numbers."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from synopticon.model.records import Mention, Quantity
from synopticon.pipeline.loose import Record, read_bytes

pytestmark = pytest.mark.records

SHARED = Path(__file__).parents[2] / "../shared"
REPORTS = SHARED / "founding"
GOLD = SHARED / "eval/reading/founding_gold.jsonl"


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[str, list[Record]]]:
    if not REPORTS.is_dir() or not GOLD.is_file():
        pytest.skip(f"the founding reports are not at {REPORTS}")
    return {
        path.name[:3]: (path.read_text(encoding="utf-8"), read_bytes(path.read_bytes(), name=path.name))
        for path in sorted(REPORTS.glob("*.txt"))
    }


def spans(locator: str) -> tuple[int, int]:
    start, end = locator.removeprefix("char=").split(",")
    return int(start), int(end)


def test_every_place_holds_exactly_the_quote(read: dict[str, tuple[str, list[Record]]]) -> None:
    checked = 0
    for text, found in read.values():
        for record in found:
            start, end = spans(record.locator)
            quote = record.text if isinstance(record, Mention | Quantity) else record.quote  # type: ignore[union-attr]
            assert text[start:end] == quote
            checked += 1
    assert checked > 200


def test_every_maker_is_found_by_id_in_all_three_scripts(read: dict[str, tuple[str, list[Record]]]) -> None:
    wanted = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    kinds = {"maker", "brand", "product", "company", "system", "organisation"}
    missed = []
    total = 0
    for gold in wanted:
        if gold["record"] != "mention" or gold["kind"] not in kinds or not gold.get("id"):
            continue
        if gold.get("in_reference") is False or gold.get("optional"):
            continue
        total += 1
        start, end = spans(gold["locator"])
        found = read[gold["file"][:3]][1]
        if not any(
            isinstance(r, Mention) and r.id == gold["id"] and spans(r.locator)[0] < end and start < spans(r.locator)[1]
            for r in found
        ):
            missed.append((gold["file"], gold["text"], gold["id"]))
    assert total > 50
    assert missed == []


@pytest.mark.parametrize(
    ("report", "kind", "value", "qualifier", "currency", "unit"),
    [
        ("000", "count", 28, "at_least", None, "مجلس"),
        ("000", "count", 1790, "exact", None, "كاميرا"),
        ("000", "money", 350_000, "at_most", "GBP", None),
        ("002", "count", 62_000, "over", None, "cameras"),
        ("003", "money", 1_200_000_000, "exact", "USD", None),
    ],
)
def test_the_headline_numbers_are_read_with_their_qualifiers(  # noqa: PLR0917  # one number per row
    read: dict[str, tuple[str, list[Record]]],
    report: str,
    kind: str,
    value: int,
    qualifier: str,
    currency: str | None,
    unit: str | None,
) -> None:
    text, found = read[report]
    hits = [
        record
        for record in found
        if isinstance(record, Quantity)
        and record.kind == kind
        and record.value is not None
        and Decimal(record.value) == value
        and record.qualifier == qualifier
        and record.currency == currency
        and (unit is None or (record.unit or "").startswith(unit))
    ]
    assert hits
    for hit in hits:
        start, end = spans(hit.locator)
        assert text[start:end] == hit.text
