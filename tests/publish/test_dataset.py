"""The data files: exact cells, described columns, hashes that hold."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import fields

import pytest

from synopticon.errors import UsageError
from synopticon.model.records import Claim
from synopticon.model.tables import PUBLISHED, TABLES
from synopticon.publish import columns, publish
from synopticon.store.tables import read_parquet, to_records
from tests.publish import made_up


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_written_twice_with_the_same_columns(built):
    for name in PUBLISHED:
        table = read_parquet(built / "data" / f"{name}.parquet")
        header = (built / "data" / f"{name}.csv").read_text("utf-8").split("\n", 1)[0]
        assert header.split(",") == table.column_names == [field.name for field in fields(TABLES[name])]


def test_cells_that_look_like_formulas_are_exactly_the_words_of_the_source(built):
    quotes = {row["claim"]: row["quote"] for row in _rows(built / "data/claims.csv")}
    for number, text in enumerate(made_up.HOSTILE):
        assert quotes[f"c{300 + number:04}"] == text
    assert "take for a formula" in (built / "data/README.txt").read_text("utf-8").replace("\n", " ")


def test_negative_amounts_stay_numbers(built):
    row = next(row for row in _rows(built / "data/claims.csv") if row["claim"] == "c0207")
    assert row["amount"] == "-40"


def test_rows_stand_in_reading_order(built):
    ledger = [
        claim.locator
        for claim in to_records(Claim, read_parquet(built / "data/claims.parquet"))
        if claim.document == made_up.digest("ledger")
    ]
    assert ledger[:3] == ["row=2", "row=6", "row=14"]


def test_the_data_package_describes_every_column_and_its_hashes_hold(built):
    package = json.loads((built / "data/datapackage.json").read_text("utf-8"))
    assert package["name"] == "made-up-shires"
    assert len(package["resources"]) == 2 * len(PUBLISHED)
    for resource in package["resources"]:
        data = (built / "data" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        for column in resource.get("schema", {}).get("fields", ()):
            assert column["description"], (resource["name"], column["name"])


def test_the_list_of_hashes_names_every_other_file(built):
    lines = (built / "data/SHA256SUMS").read_text("utf-8").splitlines()
    hashes = dict(reversed(line.split("  ")) for line in lines)
    files = {path.name for path in (built / "data").iterdir()} - {"SHA256SUMS"}
    assert hashes.keys() == files
    for name, digest in hashes.items():
        assert hashlib.sha256((built / "data" / name).read_bytes()).hexdigest() == digest


def test_every_published_column_has_its_description():
    for name in PUBLISHED:
        for field in fields(TABLES[name]):
            assert columns.describe(name, field.name), (name, field.name)


def test_a_missing_table_is_an_error_that_names_it(tmp_path):
    tables = made_up.empty_tables()
    del tables["matches"]
    with pytest.raises(UsageError, match="expected the table matches"):
        publish(tmp_path, case=made_up.case(), tables=tables, run=made_up.run())
    assert not list(tmp_path.iterdir())


def test_a_missing_column_is_an_error_that_names_it(tmp_path):
    tables = made_up.tables()
    tables["claims"] = tables["claims"].drop_columns(["quote"])
    with pytest.raises(UsageError, match="columns of claims, missing quote"):
        publish(tmp_path, case=made_up.case(), tables=tables, run=made_up.run())


def _publish(out, **changes):
    return publish(out, case=made_up.case(**changes), tables=made_up.tables(), run=made_up.run())


def test_the_manifest_names_every_file_that_was_written(tmp_path):
    written = _publish(tmp_path)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert sorted(written) == files
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(lines) == len(files) - 1
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


def test_pages_of_an_earlier_publication_are_removed_and_other_files_stay(tmp_path):
    _publish(tmp_path)
    mine = tmp_path / "site" / "mine.html"
    mine.write_text("kept")
    outside = tmp_path / "kept.txt"
    outside.write_text("kept")
    with (tmp_path / "SHA256SUMS").open("a", encoding="utf-8") as manifest:
        manifest.write("0  site/../kept.txt\n0  kept.txt\n")
    publish(tmp_path, case=made_up.case(), tables=made_up.empty_tables(), run=made_up.run())
    assert not list((tmp_path / "site").glob("bodies/*.html"))
    assert mine.read_text() == outside.read_text() == "kept"
