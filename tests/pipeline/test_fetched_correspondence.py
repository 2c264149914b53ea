"""Archives of request sites, laid out as replies; every body and person here is made up."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from synopticon.errors import LimitError, SourceError, UsageError
from synopticon.pipeline import run_case
from synopticon.pipeline.fetching.correspondence import LaidOut, lay_out
from synopticon.pipeline.run import records

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
RULE = "-" * 31
CASE = """
[case]
id = "north"
title = "North"
as_of = 2024-05-31

[[source]]
kind = "replies"
path = "replies"
bodies = "bodies.csv"

[[figure]]
id = "hikvision-owners"
count = "bodies"
where = { maker = ["hikvision"], modality = ["owned", "installed"] }
of = "asked"
"""
REQUEST = """
From: Ada Quill
To: Northmere Council
Date: 4 March 2024

Dear Northmere Council,

Have you installed 40 Hikvision cameras?
"""
REPLY = f"""

From: Bob Marsden, Northmere Council
To: Ada Quill
Date: 28 March 2024

Dear Ms Quill,

The Council owns 212 Hikvision cameras.
{RULE}
We hold no records of other makers.

Attachment: inventory.csv (2K)
"""
NOTE = "\nZeno Pell left an annotation: (30 March 2024)\nThey own 9,000 Hikvision cameras!\n"
AGAIN = "\n\nDate: 20 March 2024\nSent request to Northmere Council again.\n"
LETTERS = 'This is a plain-text version of the request "CCTV".\n\n' + "".join(
    f"{RULE}\n{section}" for section in (REQUEST, AGAIN, REPLY, NOTE)
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "bodies.csv").write_text(
        "id,name\nnorthmere,Northmere Council\nfells,Fells & Tarns Police\n", encoding="utf-8"
    )
    return folder


def archive(case: Path, members: dict[str, str | bytes], name: str = "cctv_cameras_12.zip") -> Path:
    path = case.parent / name
    path.write_bytes(zipped(members))
    return path


def one(case: Path, **more: str | bytes) -> Path:
    return archive(case, {"correspondence.txt": LETTERS, "1_3_inventory.csv": "Make,Count\nHikvision,212\n", **more})


def lay(path: Path, case: Path, **options: str) -> LaidOut:
    return lay_out(path, case, now=NOW, **options)


def test_replies_and_attachments_go_to_their_body_and_questions_do_not(case):
    done = lay(one(case), case)
    folder = "replies/northmere/cctv_cameras_12"
    assert done.written == (f"{folder}/reply-01.txt", f"{folder}/1_3_inventory.csv")
    assert dict(done.left_out) == {"notes of readers": 1, "requests": 2}
    text = (case / folder / "reply-01.txt").read_text(encoding="utf-8")
    assert text.startswith("From: Bob Marsden")
    assert "212 Hikvision" in text
    assert "no records of other makers" in text
    assert "installed 40" not in text
    assert "9,000" not in text


def test_what_was_laid_out_is_read_as_what_the_body_said(case):
    lay(one(case), case)
    run = run_case(case)
    claims = [claim for claim in records(run, "claims") if claim.maker]
    assert {(claim.body, claim.maker) for claim in claims} == {("northmere", "hikvision")}
    assert {claim.quantity for claim in claims} == {212}
    figure = records(run, "figures")[0]
    assert (figure.numerator, figure.denominator) == (1, 2)
    assert "Marsden" not in "".join(path.read_text("utf-8") for path in (run.out / "data").glob("*.csv"))


def test_a_request_that_the_site_hides_does_not_turn_question_and_answer_round(case):
    letters = f"A plain-text version.\n{RULE}\n\nThis message has been hidden.\n{RULE}\n{REPLY}{RULE}\n{REQUEST}"
    done = lay(archive(case, {"correspondence.txt": letters}), case)
    assert done.written == ("replies/northmere/cctv_cameras_12/reply-01.txt",)
    assert "212" in (case / done.written[0]).read_text(encoding="utf-8")
    assert dict(done.left_out) == {"requests": 1}


def test_doing_it_twice_changes_nothing(case):
    path = one(case)
    first = lay(path, case)
    record = case / "replies/northmere/cctv_cameras_12/.synopticon/fetch.jsonl"
    lines = record.read_bytes()
    second = lay(path, case)
    assert (second.written, second.kept) == ((), first.written)
    assert record.read_bytes() == lines
    held = [json.loads(line) for line in lines.splitlines()]
    assert [line["member"] for line in held] == ["correspondence.txt", "1_3_inventory.csv"]
    assert all(line["archive"] == path.name and len(line["archive_sha256"]) == 64 for line in held)


def test_another_file_in_its_place_is_never_overwritten(case):
    path = one(case)
    lay(path, case)
    held = case / "replies/northmere/cctv_cameras_12/1_3_inventory.csv"
    held.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"expected no other file at .*1_3_inventory\.csv.*move it away"):
        lay(path, case)
    assert held.read_text(encoding="utf-8") == "mine"


def test_an_archive_that_was_packed_again_in_a_folder_is_the_same(case):
    members: dict[str, str | bytes] = {
        "cctv/correspondence.txt": LETTERS,
        "cctv/1_3_inventory.csv": "Make,Count\nHikvision,212\n",
        "__MACOSX/cctv/._1_3_inventory.csv": b"\0",
    }
    done = lay(archive(case, members), case)
    assert [Path(name).name for name in done.written] == ["reply-01.txt", "1_3_inventory.csv"]


def test_of_an_archive_with_a_pdf_of_all_messages_the_attachments_are_taken(case):
    path = archive(case, {"correspondence.pdf": b"%PDF-1.4", "1_3_inventory.csv": "Make,Count\nHikvision,212\n"})
    with pytest.raises(UsageError, match="found no name; add a row with this name, or name the id with --body"):
        lay(path, case)
    done = lay(path, case, body="northmere")
    assert [Path(name).name for name in done.written] == ["1_3_inventory.csv"]
    assert dict(done.left_out) == {"correspondence that cannot be taken apart": 1}


def test_a_body_of_another_name_is_given_by_its_id(case):
    (case / "bodies.csv").write_text("id,name\nnorth,City of Northmere\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"found 'Northmere Council'; add a row with this name, or .* --body"):
        lay(one(case), case)
    assert not (case / "replies").exists()
    assert lay(one(case), case, body="north").written[0].startswith("replies/north/")


@pytest.mark.parametrize(("body", "word"), [("nowhere", "an id of the table"), ("../x", "can name a folder")])
def test_an_id_that_is_none_is_told(case, body, word):
    with pytest.raises(UsageError, match=word):
        lay(one(case), case, body=body)


def batch(case: Path) -> Path:
    moment = "2024-03-28-103000"
    return archive(
        case,
        {
            "batch-7-cctv-export.csv": "request_url,authority\n",
            f"Northmere Council - cctv/{moment}/incoming_5.txt": "We own 212 Hikvision cameras.",
            "Northmere Council - cctv/2024-03-04-090000/outgoing_4.txt": "Do you own 40 Hikvision cameras?",
            f"Northmere Council - cctv/{moment}/attachments-5/a.csv": "Make,Count\nHikvision,212\n",
            f"Fells & Tarns Police - cctv_2/{moment}/incoming_6.txt": "We own 3 Dahua cameras.",
            f"Moor/Dale - Joint Board - cctv_3/{moment}/incoming_7.txt": "We own 4 Dahua cameras.",
        },
        "batch.zip",
    )


def test_a_batch_goes_to_its_bodies_and_an_unknown_one_is_named(case):
    done = lay(batch(case), case)
    assert done.written == (
        "replies/northmere/cctv/2024-03-28-103000/incoming_5.txt",
        "replies/northmere/cctv/2024-03-28-103000/attachments-5/a.csv",
        "replies/fells/cctv_2/2024-03-28-103000/incoming_6.txt",
    )
    assert done.unknown == ("Moor/Dale - Joint Board",)
    assert dict(done.left_out) == {"of unknown bodies": 1, "other files": 1, "requests": 1}
    with pytest.raises(UsageError, match="leave --body out"):
        lay(batch(case), case, body="fells")


def test_no_member_leaves_its_folder(case):
    path = archive(
        case,
        {
            "correspondence.txt": LETTERS,
            "1_2_../../../../escaped.txt": "x",
            "../1_2_up.txt": "x",
            "/etc/1_2_root.txt": "x",
            "1_2_a:b\x07.txt": "x",
        },
    )
    done = lay(path, case)
    assert all(name.startswith("replies/northmere/cctv_cameras_12/") for name in done.written)
    assert all(".." not in Path(name).parts for name in done.written)
    assert not list(case.parent.glob("*escaped*"))
    assert (case / "replies/northmere/cctv_cameras_12/1_2_a_b_.txt").is_file()


def test_names_that_differ_by_capitals_only_stay_apart(case):
    path = archive(case, {"correspondence.txt": LETTERS, "1_2_a.txt": "x", "1_2_A.txt": "y"})
    names = [Path(name).name for name in lay(path, case).written]
    assert names == ["reply-01.txt", "1_2_a.txt", "1_2_A-2.txt"]


def test_links_are_not_written_through(case):
    path = one(case)
    folder = case / "replies/northmere/cctv_cameras_12"
    folder.mkdir(parents=True)
    (folder / "reply-01.txt").symlink_to(case.parent / "elsewhere.txt")
    with pytest.raises(UsageError, match="expected no other file"):
        lay(path, case)
    assert not (case.parent / "elsewhere.txt").exists()


def test_what_is_no_such_archive_is_told(case):
    with pytest.raises(UsageError, match="expected a readable file"):
        lay(case / "absent.zip", case)
    (case / "x.zip").write_bytes(b"<html>")
    with pytest.raises(UsageError, match="expected a zip file"):
        lay(case / "x.zip", case)
    with pytest.raises(UsageError, match=r"expected correspondence\.txt.*found a\.txt.*as it is below the replies"):
        lay(archive(case, {"a.txt": "x"}), case)
    path = one(case)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(SourceError, match="truncated archive"):
        lay(path, case)


def test_a_bomb_is_refused_before_anything_is_written(case):
    with pytest.raises(LimitError, match="archive bomb"):
        lay(one(case, **{"1_9_big.txt": b"\0" * 80_000_000}), case)
    assert not (case / "replies").exists()


def test_a_case_without_replies_is_told(case):
    (case / "case.toml").write_text(CASE.replace('path = "replies"', 'path = "replies/*.txt"'), encoding="utf-8")
    with pytest.raises(UsageError, match="expected a source of replies with a folder as its path"):
        lay(one(case), case)
