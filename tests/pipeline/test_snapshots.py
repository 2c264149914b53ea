"""Earlier editions can be made again to the byte, also when documents are deleted or corrected; retractions show."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from synopticon.engines import SerialEngine
from synopticon.errors import UsageError
from synopticon.pipeline import run_case
from synopticon.pipeline.run import STORE, records
from synopticon.pipeline.snapshots import restore, snapshots

CASE = """
[case]
id = "made-up"
title = "Cameras"
as_of = 2024-05-31

[[source]]
kind = "replies"
path = "replies"
bodies = "bodies.csv"

[[figure]]
id = "owners"
count = "bodies"
where = { maker = ["hikvision"], modality = ["owned"] }
of = "usable"
"""
BODIES = "id,name,country,region,group,asked_on,channel\n" + "".join(
    f"{name},{name.title()} Council,XN,,council,2024-01-15,email\n" for name in ("northmere", "southby", "eskwater")
)
OWNS = "The council owns 40 Hikvision cameras.\n"
NONE = "The council has no Hikvision cameras.\n"


def _write(folder: Path, body: str, text: str) -> Path:
    path = folder / "replies" / body / "reply.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.toml").write_text(CASE, encoding="utf-8")
    (case / "bodies.csv").write_text(BODIES, encoding="utf-8")
    for body, text in (("northmere", OWNS), ("southby", OWNS), ("eskwater", NONE)):
        _write(case, body, text)
    return case


def _run(folder: Path) -> dict[str, str]:
    run = run_case(folder, engine=SerialEngine())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (run.out / "data").glob("*.csv")}


def test_every_edition_is_made_again_to_the_byte_after_deletion_and_correction(folder: Path, tmp_path: Path) -> None:
    made = [_run(folder)]
    _write(folder, "northmere", NONE)
    made.append(_run(folder))
    (folder / "replies" / "southby" / "reply.txt").unlink()
    made.append(_run(folder))
    assert [one.editions["owners"] for one in snapshots(folder / STORE)] == [1, 2, 3]
    for number, wanted in enumerate(made, 1):
        again = tmp_path / f"again-{number}"
        restore(folder, number, again)
        assert _run(again) == wanted


def test_a_new_edition_says_which_documents_are_gone_or_replaced(folder: Path) -> None:
    _run(folder)
    _write(folder, "northmere", NONE)
    (folder / "replies" / "southby" / "reply.txt").unlink()
    run = run_case(folder, engine=SerialEngine())
    first, second = records(run, "figures")
    assert "2 of 3 became 0 of 2" in second.note
    assert "no longer there: replies/southby/reply.txt" in second.note
    assert "replaced by another text: replies/northmere/reply.txt" in second.note
    assert "no longer there" not in first.note
    _write(folder, "eskwater", "The council has no Hikvision cameras at all.\n")
    later = records(run_case(folder, engine=SerialEngine()), "figures")
    assert [figure.note for figure in later][:2] == [first.note, later[1].note]
    assert "no longer there: replies/southby/reply.txt" in later[1].note


def test_a_run_that_changes_nothing_makes_no_snapshot(folder: Path) -> None:
    _run(folder)
    _run(folder)
    assert len(snapshots(folder / STORE)) == 1


def test_a_snapshot_that_is_not_there_and_a_folder_that_is_full_are_refused(folder: Path, tmp_path: Path) -> None:
    _run(folder)
    with pytest.raises(UsageError, match=r"\(1\), found 7"):
        restore(folder, 7, tmp_path / "new")
    with pytest.raises(UsageError, match="expected an empty folder"):
        restore(folder, 1, folder)
