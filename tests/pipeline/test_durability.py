"""What a case keeps survives a kill, a full disk and changed bits, and comes out the same however it is run."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.pipeline.made_up import case_of, write

from synopticon import cli
from synopticon.engines import PoolEngine, SerialEngine
from synopticon.errors import UsageError
from synopticon.pipeline import run_case
from synopticon.pipeline.run import records
from synopticon.pipeline.wholeness import findings_of_case

ROOT = Path(__file__).parents[2]
CASE = case_of("twenty", "Twenty made-up documents", payer="body-1")
#: Every write is tried when this is set to 1; that takes half an hour.
EVERY = int(os.environ.get("SYNOPTICON_EVERY_WRITE") or 80)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "made"
    bodies = ["id,name,country,region,group,asked_on,channel"]
    for number in range(1, 19):
        bodies.append(f"body-{number},Northmere {number} Council,GB,North,city,2024-01-08,email")
        says = f"owns {number} Hikvision cameras" if number % 3 else "does not own any Hikvision cameras"
        write(case, f"replies/body-{number}/letter.txt", f"12 March 2024\n\nThe council {says}.\n")
    write(case, "bodies.csv", "\n".join(bodies) + "\n")
    write(case, "case.toml", CASE)
    write(case, "replies/body-2/empty.txt", "")
    write(
        case,
        "ledgers/2024.csv",
        "Body Name,Date,Supplier Name,Description,Net Amount\n"
        "Northmere 1 Council,05/03/2024,Fenwick Alarms Ltd,Supply of 3 Hikvision cameras,900.00\n",
    )
    return case


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def states(folder: Path) -> dict[str, str]:
    return {finding.what: finding.state for finding in findings_of_case(folder)}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="each fault strikes a forked process, and this system has none")
@pytest.mark.parametrize("mode", ["kill", "full"])
def test_a_fault_at_any_write_is_told_and_the_next_run_ends_the_same(folder: Path, mode: str) -> None:
    # The first edition is there already: what the faults hit is the run that takes in the last letters.
    news = folder.parent / "news"
    for number in range(9, 19):
        shutil.move(folder / f"replies/body-{number}", news / f"replies/body-{number}")
    run_case(folder, engine=SerialEngine())
    folder.rename(folder.parent / "before")
    command = [sys.executable, "-m", "tests.pipeline.faults", str(folder.parent), mode, str(EVERY)]
    path = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["bad"] == []
    assert found["writes"] > 100
    assert found["tried"] == -(-found["writes"] // EVERY)


def test_the_output_does_not_hang_on_zone_locale_hash_seed_place_workers_or_order(folder: Path, tmp_path: Path) -> None:
    run_case(folder, engine=SerialEngine())
    expected = hashes(folder / "out")
    code = "import sys; from synopticon.cli import main; main(['run', sys.argv[1], '--workers', sys.argv[2]])"
    for number, settings in enumerate(
        (
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
            {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
        )
    ):
        copy = tmp_path / f"elsewhere {number}" / "case"
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        # Written in the opposite order, so that the folder gives them in another.
        for name in reversed([name for name in names if not name.startswith(("out/", ".synopticon/"))]):
            write(copy, name, (folder / name).read_text(encoding="utf-8"))
        path = os.pathsep.join(filter(None, sys.path))
        done = subprocess.run(
            [sys.executable, "-c", code, str(copy), str(1 + 3 * number)],
            cwd=tmp_path if number else "/",
            env={**os.environ, **settings, "PYTHONPATH": path},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 3, done.stderr.decode()  # one empty file needs a person
        assert hashes(copy / "out") == expected


def test_a_whole_case_is_found_whole(folder: Path) -> None:
    run_case(folder, engine=SerialEngine())
    assert set(states(folder).values()) == {"ok"}


def flip(path: Path, bit: int) -> None:
    mode = path.stat().st_mode
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    path.write_bytes(data)
    path.chmod(mode)


def test_every_flipped_bit_is_found(folder: Path) -> None:
    run_case(folder, engine=SerialEngine())
    store = folder / ".synopticon"
    kept = [path for path in (store / "objects").rglob("*") if path.is_file() and path.stat().st_size]
    kept += list((store / "derived").rglob("*.parquet"))
    kept += [path for path in (folder / "out").rglob("*") if path.is_file()]
    kept += [store / "editions.parquet"]
    assert len(kept) > 100
    for number, path in enumerate(sorted(kept)):
        before = path.read_bytes()
        flip(path, 7919 * number)
        assert set(states(folder).values()) > {"ok"}, path
        path.chmod(0o644)
        path.write_bytes(before)
    assert set(states(folder).values()) == {"ok"}


def test_changed_output_and_tables_are_made_again(folder: Path) -> None:
    run_case(folder, engine=SerialEngine())
    expected = hashes(folder / "out")
    flip(folder / "out/data/claims.csv", 800)
    flip(next((folder / ".synopticon/derived").rglob("claims.parquet")), 800)
    assert not run_case(folder, engine=SerialEngine()).is_unchanged
    assert hashes(folder / "out") == expected
    assert set(states(folder).values()) == {"ok"}


def test_changed_editions_stop_a_run_because_they_cannot_be_made_again(folder: Path) -> None:
    run_case(folder, engine=SerialEngine())
    flip(folder / ".synopticon/editions.parquet", 800)
    write(folder, "replies/body-3/more.txt", "14 March 2024\n\nThe council owns 2 Hikvision cameras.\n")
    with pytest.raises(UsageError, match=r"editions\.parquet has changed since it was written"):
        run_case(folder, engine=SerialEngine())
    assert states(folder)["editions"] == "broken"


def test_doctor_names_a_damaged_original_and_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_case(folder, engine=SerialEngine())
    path = next(path for path in (folder / ".synopticon/objects").rglob("*") if path.is_file() and path.stat().st_size)
    flip(path, 3)
    with pytest.raises(SystemExit) as ended:
        cli.main(["doctor", "--case", str(folder), "--json"])
    assert ended.value.code == 1
    (broken,) = [line for line in json.loads(capsys.readouterr().out) if line["state"] == "broken"]
    assert path.name in broken["detail"]


def test_a_case_that_was_never_run_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"found no folder at .* make one with `synopticon init"):
        findings_of_case(tmp_path / "nowhere")
    write(tmp_path, "case.toml", '[case]\nid = "c"\nas_of = 2024-05-31\n')
    with pytest.raises(UsageError, match="synopticon run"):
        findings_of_case(tmp_path)


def test_only_what_was_set_aside_is_tried_again(folder: Path) -> None:
    first = run_case(folder, engine=SerialEngine())
    assert [record.path for record in records(first, "set_aside")] == ["replies/body-2/empty.txt"]
    before = {path: path.stat().st_mtime_ns for path in (folder / ".synopticon/derived").rglob("done.json")}
    expected = hashes(folder / "out")
    again = run_case(folder, engine=SerialEngine(), again=True)
    after = {path: path.stat().st_mtime_ns for path in (folder / ".synopticon/derived").rglob("done.json")}
    assert not again.is_unchanged
    assert after.keys() == before.keys()
    assert sum(after[path] != stamp for path, stamp in before.items()) == 2
    assert hashes(folder / "out") == expected


def test_a_full_disk_stops_the_run_and_says_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("synopticon.store.derived.Work.done", full)
        with pytest.raises(UsageError, match=r"No space left on device; make room; what is done is kept"):
            run_case(folder, engine=SerialEngine())
    assert not (folder / "out").exists()
    assert not run_case(folder, engine=PoolEngine(2)).is_unchanged
