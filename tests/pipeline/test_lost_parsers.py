"""A parser that dies or takes too long costs one document; whether that is kept depends on whose fault it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from synopticon import ingest
from synopticon.engines import SerialEngine
from synopticon.engines.engine import LostProcessError
from synopticon.ingest.format import Item
from synopticon.model.records import Passage
from synopticon.pipeline import parsing, run_case
from synopticon.pipeline.run import Run, records

CASE = """
[case]
id = "two"
title = "Two made-up letters"
as_of = 2024-05-31

[[source]]
kind = "replies"
path = "replies"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("northmere", "southmere"):
        (tmp_path / "replies" / name).mkdir(parents=True)
        text = f"12 March 2024\n\nThe council of {name} owns 4 Hikvision cameras.\n"
        (tmp_path / "replies" / name / "letter.txt").write_text(text, encoding="utf-8")
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    return tmp_path


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, lost: LostProcessError | None = None) -> Run:
    """Run the case; the parser of one letter yields a passage and is then lost."""

    def read(data: bytes, *, document: str, name: str, source_kind: str) -> Iterator[Item]:
        for item in ingest.read_document(data, document=document, name=name, source_kind=source_kind):
            yield item
            if lost is not None and isinstance(item, Passage) and b"southmere" in data:
                raise lost

    monkeypatch.setattr(parsing, "read_document", read)
    return run_case(folder, engine=SerialEngine())


def states(made: Run) -> dict[str, tuple[str, str | None]]:
    return {record.path: (record.status, record.reason) for record in records(made, "documents")}


def test_a_document_that_ends_its_parser_is_set_aside_whole_and_not_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run(folder, monkeypatch, LostProcessError("time limit", "the document takes more than 20 s to parse"))
    assert states(made) == {
        "replies/northmere/letter.txt": ("read", None),
        "replies/southmere/letter.txt": ("set_aside", "time limit"),
    }
    assert {claim.body for claim in records(made, "claims")} == {"northmere"}
    assert run(folder, monkeypatch).is_unchanged
    again = run_case(folder, engine=SerialEngine(), again=True)
    assert states(again)["replies/southmere/letter.txt"] == ("read", None)


def test_a_parser_that_was_killed_by_chance_is_told_and_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = LostProcessError("process died", "the parser was ended by SIGKILL", is_chance=True)
    made = run(folder, monkeypatch, lost)
    assert states(made)["replies/southmere/letter.txt"] == ("set_aside", "process died")
    assert states(run(folder, monkeypatch))["replies/southmere/letter.txt"] == ("read", None)


def test_every_document_says_what_held_its_parser(folder: Path) -> None:
    made = run_case(folder, engine=SerialEngine())
    assert {record.sandbox for record in records(made, "documents")} == {parsing.lockdown().word}


def test_where_no_process_can_be_locked_documents_are_read_and_marked_weak(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "_reader", lambda process: None)
    made = run_case(folder, engine=SerialEngine())
    assert states(made)["replies/southmere/letter.txt"] == ("read", None)
    assert {record.sandbox for record in records(made, "documents")} == {"weak"}
