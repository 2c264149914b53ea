from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from synopticon.store.derived import Derived, code_fingerprint, work_key


def make(tmp_path: Path) -> Derived:
    derived = Derived(tmp_path / "derived")
    derived.folder.mkdir()
    work = derived.work("ingest", "ab" * 32)
    work.append("rows", pa.table({"x": [1, 2]}))
    work.append("rows", pa.table({"x": [3]}))
    work.done()
    return derived


def test_work_is_there_when_it_is_done_and_not_before(tmp_path: Path) -> None:
    derived = Derived(tmp_path / "derived")
    derived.folder.mkdir()
    work = derived.work("ingest", "ab" * 32)
    work.append("rows", pa.table({"x": [1]}))
    assert not derived.has("ingest", "ab" * 32)
    work.done()
    assert derived.has("ingest", "ab" * 32)


def test_batches_stand_one_after_the_other(tmp_path: Path) -> None:
    table = make(tmp_path).load("ingest", "ab" * 32, "rows")
    assert table is not None
    assert table.column("x").to_pylist() == [1, 2, 3]


def test_a_table_without_rows_is_none(tmp_path: Path) -> None:
    assert make(tmp_path).load("ingest", "ab" * 32, "passages") is None


def test_a_damaged_table_is_not_done(tmp_path: Path) -> None:
    derived = make(tmp_path)
    path = derived.path("ingest", "ab" * 32) / "rows.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert not derived.has("ingest", "ab" * 32)


def test_what_an_interrupted_run_left_is_swept(tmp_path: Path) -> None:
    derived = make(tmp_path)
    derived.work("ingest", "cd" * 32)
    assert list(derived.folder.glob(".work-*"))
    derived.sweep()
    assert not list(derived.folder.glob(".work-*"))
    assert derived.has("ingest", "ab" * 32)


def test_work_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    derived = make(tmp_path)
    work = derived.work("ingest", "ef" * 32)
    work.append("rows", pa.table({"x": [1]}))
    work.drop()
    assert not derived.has("ingest", "ef" * 32)
    assert not list(derived.folder.glob(".work-*"))


def test_the_name_of_work_changes_with_everything_that_goes_in() -> None:
    key = work_key("read", "code", ["doc"], {"body": "northmere"})
    others = [
        work_key("ingest", "code", ["doc"], {"body": "northmere"}),
        work_key("read", "code 2", ["doc"], {"body": "northmere"}),
        work_key("read", "code", ["doc 2"], {"body": "northmere"}),
        work_key("read", "code", ["doc"], {"body": None}),
    ]
    assert key not in others
    assert len(set(others)) == len(others)


def test_the_fingerprint_of_code_is_of_its_own_packages_only() -> None:
    assert code_fingerprint("model") == code_fingerprint("model")
    assert code_fingerprint("model") != code_fingerprint("store")
