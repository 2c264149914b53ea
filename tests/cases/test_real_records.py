"""A case over the real public records that may stand beside the project: what must be found, and what must not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from synopticon.model.records import Claim
from synopticon.pipeline import run_case
from synopticon.pipeline.run import Run, records

pytestmark = [pytest.mark.records, pytest.mark.slow]

RECORDS = Path(__file__).parents[2] / "../shared/data/demo"
CASE = """
[case]
id = "records"
title = "Public records"
as_of = 2024-05-31
"""
SOURCES = {
    "spend": "ledger",
    "documents": "ledger",
    "procurement": "notices",
    "ocds": "notices",
    "equipment": "assets",
    "registers": "register",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    if not RECORDS.is_dir():
        pytest.skip(f"the real public records are not at {RECORDS}")
    folder = tmp_path_factory.mktemp("records")
    text = CASE
    for name, kind in SOURCES.items():
        shutil.copytree(RECORDS / name, folder / name)
        text += f'\n[[source]]\nkind = "{kind}"\npath = "{name}"\n'
    (folder / "case.toml").write_text(text, encoding="utf-8")
    yield run_case(folder)
    shutil.rmtree(folder, ignore_errors=True)


def claims(run: Run, **wanted: object) -> list[Claim]:
    return [claim for claim in records(run, "claims") if all(getattr(claim, k) == v for k, v in wanted.items())]


def test_every_file_has_an_outcome_and_every_row_is_accounted_for(run: Run) -> None:
    documents = records(run, "documents")
    assert len(documents) == sum(1 for name in SOURCES for path in (RECORDS / name).rglob("*") if path.is_file())
    assert all(document.status == "read" or document.reason for document in documents)
    assert all(d.rows_in == d.rows_out + d.rows_set_aside for d in documents)


def test_the_five_recorders_of_one_ledger_row_are_found_at_their_cell(run: Run) -> None:
    found = [claim for claim in claims(run, maker="hikvision", modality="paid") if claim.quantity == 5]
    assert len(found) == 1
    (claim,) = found
    assert claim.product_kind == "recorder"
    assert claim.amount is not None
    assert float(claim.amount) == 3627.50
    assert "BAYDALE" in (claim.supplier or "").upper()
    assert "HIK Vision Recorders" in claim.quote
    assert "cell=139,11" in claim.locator
    assert claim.body == "gb-HAG" or "Harrogate" in (claim.buyer or "")


def test_one_supplier_stands_in_a_register_of_one_council_and_the_ledger_of_another(run: Run) -> None:
    organisations = [o for o in records(run, "organisations") if "ingenitech" in o.name.lower()]
    assert len(organisations) == 1
    assert organisations[0].identifier == "GB-COH-04598488"
    assert {name.split()[-1] for name in organisations[0].names} >= {"Ltd", "Limited"}
    theirs = [c for c in records(run, "claims") if "ingenitech" in (c.supplier or "").lower()]
    assert {(c.modality, c.body) for c in theirs} >= {("contracted", "gb-SLF"), ("paid", "gb-TRF")}
    assert any(c.amount is not None and float(c.amount) == 88408 for c in theirs)


def test_a_framework_names_supplier_value_and_its_partner(run: Run) -> None:
    theirs = [c for c in records(run, "claims") if "ezcctv" in (c.supplier or "").lower().replace(" ", "")]
    assert {(c.modality, c.body) for c in theirs} == {("contracted", "gb-SLF")}
    assert any(c.amount is not None and float(c.amount) == 95000 for c in theirs)
    assert any("Trafford" in f"{c.title} {c.quote}" for c in theirs)


def test_real_tenders_have_buyer_value_and_code(run: Run) -> None:
    tenders = [
        claim
        for claim in records(run, "claims")
        if claim.modality in ("planned", "contracted") and "cctv" in (claim.title or "").lower()
    ]
    assert tenders
    assert all(c.buyer for c in tenders)
    assert any(c.amount is not None for c in tenders)
    assert any(c.code for c in tenders)


@pytest.mark.parametrize("look_alike", ["axon", "buildbase", "camerata", "pruning", "training academy", "sitewatch"])
def test_look_alikes_give_nothing(run: Run, look_alike: str) -> None:
    hits = [c for c in records(run, "claims") if look_alike in f"{c.supplier or ''} {c.quote} {c.title or ''}".lower()]
    assert [(c.supplier, c.quote) for c in hits] == []
    assert [m.name for m in records(run, "matches") if look_alike in m.name.lower() and m.tier != "weak"] == []


def test_no_contact_point_reaches_any_output(run: Run) -> None:
    names: set[str] = set()
    for path in [*RECORDS.rglob("*.json"), *RECORDS.rglob("*.jsonl")]:
        lines = path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text("utf-8")]
        for line in lines:
            names.update(_contacts(json.loads(line)))
    assert names
    output = b"".join(
        path.read_bytes() for path in sorted(run.out.rglob("*")) if path.suffix in {".csv", ".html", ".js"}
    )
    text = output.decode("utf-8")
    assert [name for name in sorted(names) if name in text] == []


def _contacts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        contact = value.get("contactPoint")
        if isinstance(contact, dict):
            # A general mailbox or an office is nobody; a first and a last name is somebody.
            name = str(contact.get("name") or "")
            is_office = {"council", "team", "procurement", "services", "office", "unit", "department"} & set(
                name.lower().split()
            )
            if len(name.split()) in (2, 3) and name.replace(" ", "").isalpha() and not name.isupper() and not is_office:
                yield name
            if "@" in str(contact.get("email") or ""):
                yield str(contact["email"])
        for inner in value.values():
            yield from _contacts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _contacts(inner)
