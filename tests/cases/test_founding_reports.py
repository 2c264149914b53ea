"""The five reports that the project grew from: every maker by id in three scripts, and the headline numbers."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from synopticon.model.records import Claim, Contradiction, Mention, Quantity
from synopticon.pipeline import run_case
from synopticon.pipeline.loose import Record, read_bytes
from synopticon.pipeline.run import Run, records

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


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Run:
    if not REPORTS.is_dir():
        pytest.skip(f"the founding reports are not at {REPORTS}")
    folder = tmp_path_factory.mktemp("reports")
    (folder / "articles").mkdir()
    for path in sorted(REPORTS.glob("*.txt")):
        shutil.copy(path, folder / "articles")
    (folder / "case.toml").write_text(
        '[case]\nid = "reports"\ntitle = "Five reports"\nas_of = 2023-10-01\n'
        '[[source]]\nkind = "articles"\npath = "articles"\n',
        encoding="utf-8",
    )
    return run_case(folder)


def stated(case: Run, **wanted: object) -> list[Claim]:
    return [claim for claim in records(case, "claims") if all(getattr(claim, k) == v for k, v in wanted.items())]


@pytest.mark.parametrize(
    "wanted",
    [
        {"makers": ("hikvision",), "modality": "owned", "quantity": 28, "qualifier": "at_least"},
        {"makers": ("dahua",), "modality": "owned", "quantity": 7},
        {"makers": ("hikvision", "dahua"), "modality": "owned", "quantity": 16},
        {"makers": ("hikvision",), "modality": "owned", "quantity": 1790},
        {"makers": ("hikvision",), "modality": "owned", "quantity": 40},
        {"makers": ("hikvision",), "amount": 350_000, "currency": "GBP", "amount_kind": "estimate"},
        {"modality": "installed", "quantity": 62_000, "qualifier": "over", "attribution": "the Taliban"},
        {"makers": ("aws", "google"), "modality": "contracted", "amount": 1_200_000_000, "currency": "USD"},
        {"makers": ("aws", "google"), "modality": "contracted", "amount": 1_220_000_000, "currency": "USD"},
    ],
    ids=lambda wanted: str(wanted.get("quantity", wanted.get("amount"))),
)
def test_the_reports_as_a_case_state_their_numbers(case: Run, wanted: dict[str, object]) -> None:
    assert len(stated(case, **wanted)) == 1


def test_an_estimate_says_who_made_it(case: Run) -> None:
    (claim,) = stated(case, amount=350_000)
    assert claim.polarity == "estimated"
    assert claim.estimated_by


def test_what_contradicts_stands_side_by_side(case: Run) -> None:
    claims = {claim.claim: claim for claim in records(case, "claims")}
    found: list[Contradiction] = records(case, "contradictions")
    values = [{claims[c].amount for c in one.claims} for one in found if one.differs == "value"]
    assert {Decimal(1_200_000_000), Decimal(1_220_000_000)} in values
    denials = [{claims[c].polarity for c in one.claims} for one in found if "huawei" in one.makers]
    assert any("denied" in polarities and polarities & {"affirmed", "alleged"} for polarities in denials)
