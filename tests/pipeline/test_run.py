"""A whole case, small: what is read, what is set aside, what is done again, and that the output is the same bytes."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.pipeline.made_up import case_of, write

from synopticon.engines import PoolEngine, SerialEngine
from synopticon.errors import BusyError, UsageError
from synopticon.pipeline import load_run, run_case
from synopticon.pipeline.run import Run, records
from synopticon.store.lock import writing

CASE = case_of("small", "A small made-up case", payer="northmere")
BODIES = """id,name,country,region,group,asked_on,channel
northmere,Northmere Council,GB,North,city,2024-01-08,email
southmere,Southmere Council,GB,South,city,2024-01-08,email
eastmere,Eastmere Council,GB,East,city,2024-01-08,email
"""
LEDGER = """Body Name,Date,Supplier Name,Description,Net Amount
Northmere Council,05/03/2024,Fenwick Alarms Ltd,Supply of 3 Hikvision cameras,900.00
Northmere Council,06/03/2024,Fenwick Paper Ltd,Stationery,12.00
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    write(case, "case.toml", CASE)
    write(case, "bodies.csv", BODIES)
    write(case, "replies/northmere/letter.txt", "12 March 2024\n\nThe council owns 40 Hikvision cameras.\n")
    write(case, "replies/southmere/letter.txt", "14 March 2024\n\nThe council does not own any Hikvision cameras.\n")
    write(case, "ledgers/2024.csv", LEDGER)
    return case


def serial(folder: Path, **options: object) -> Run:
    return run_case(folder, engine=SerialEngine(), **options)  # type: ignore[arg-type]


def hashes(run: Run) -> dict[str, str]:
    return {
        path.relative_to(run.out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(run.out.rglob("*"))
        if path.is_file()
    }


def reasons(run: Run) -> dict[str, str]:
    return {record.path: record.reason for record in records(run, "set_aside")}


def test_a_figure_stands_on_what_the_letters_say(folder: Path) -> None:
    run = serial(folder)
    (figure,) = records(run, "figures")
    assert (figure.numerator, figure.denominator, figure.base) == (1, 2, "usable")
    states = {body.body: body.reply_state for body in records(run, "bodies")}
    assert states == {"northmere": "usable", "southmere": "usable", "eastmere": "silent"}
    assert not run.needs_person
    assert (run.out / "site" / "index.html").is_file()


def test_every_quote_is_the_text_at_its_place(folder: Path) -> None:
    run = serial(folder)
    letter = (folder / "replies/northmere/letter.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256(letter.encode()).hexdigest()
    owned = [c for c in records(run, "claims") if c.document == digest and c.modality == "owned"]
    assert owned
    for claim in owned:
        start, end = map(int, claim.locator.removeprefix("char=").split(","))
        assert letter[start:end] == claim.quote


def test_a_ledger_row_gives_supplier_amount_and_place(folder: Path) -> None:
    paid = [claim for claim in records(serial(folder), "claims") if claim.modality == "paid"]
    assert [(c.body, c.maker, c.quantity, c.amount, c.supplier) for c in paid] == [
        ("northmere", "hikvision", 3, 900, "Fenwick Alarms Ltd")
    ]
    assert paid[0].locator.startswith("cell=2,4")


def test_rows_in_are_rows_out_and_rows_set_aside(folder: Path) -> None:
    counts = serial(folder).counts
    assert (counts["rows_in"], counts["rows_out"], counts["rows_set_aside"]) == (2, 2, 0)


def test_nothing_is_done_when_nothing_changed_and_only_the_changed_file_is_done_again(folder: Path) -> None:
    first = serial(folder)
    again = serial(folder)
    assert not first.is_unchanged
    assert again.is_unchanged
    assert hashes(first) == hashes(again)
    before = {path: path.stat().st_mtime_ns for path in (folder / ".synopticon/derived").rglob("done.json")}
    write(folder, "replies/southmere/letter.txt", "15 March 2024\n\nThe council owns 2 Hikvision cameras.\n")
    changed = serial(folder)
    after = {path: path.stat().st_mtime_ns for path in (folder / ".synopticon/derived").rglob("done.json")}
    assert not changed.is_unchanged
    assert all(after[path] == stamp for path, stamp in before.items())
    assert len(after) == len(before) + 2


def test_a_late_reply_makes_a_new_edition_and_the_old_one_stays(folder: Path) -> None:
    serial(folder)
    write(folder, "replies/eastmere/letter.txt", "2 May 2024\n\nWe have no Hikvision cameras.\n")
    editions = records(serial(folder), "figures")
    assert [(f.edition, f.numerator, f.denominator) for f in editions] == [(1, 1, 2), (2, 1, 3)]
    assert "1 of 2 became 1 of 3" in editions[1].note


def test_the_output_is_the_same_bytes_however_it_is_made(folder: Path, tmp_path: Path) -> None:
    one = serial(folder)
    copy = tmp_path / "elsewhere" / "other name"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("out", ".synopticon"))
    four = run_case(copy, engine=PoolEngine(4))
    assert hashes(one) == hashes(four)
    data = b"".join(path.read_bytes() for path in sorted(one.out.rglob("*")) if path.is_file())
    assert str(tmp_path).encode() not in data


def test_bad_files_are_set_aside_with_a_reason_and_the_rest_still_runs(folder: Path) -> None:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("letter.txt", "We own 7 Hikvision cameras. " * 500)
    write(folder, "replies/eastmere/broken.zip", sink.getvalue()[: len(sink.getvalue()) // 2])
    write(folder, "replies/eastmere/broken.pdf", b"%PDF-1.7\nthis is not a page tree")
    write(folder, "replies/eastmere/empty.txt", b"")
    write(folder, "ledgers/quote.csv", LEDGER + 'Northmere Council,07/03/2024,"Fenwick Alarms Ltd,never closed,5.00\n')
    run = run_case(folder, engine=PoolEngine(2))
    aside = reasons(run)
    assert {
        "replies/eastmere/broken.zip",
        "replies/eastmere/broken.pdf",
        "replies/eastmere/empty.txt",
        "ledgers/quote.csv",
    } <= set(aside)
    assert all(aside.values())
    assert run.needs_person
    statuses = {document.path: document.status for document in records(run, "documents")}
    assert statuses["replies/northmere/letter.txt"] == "read"
    assert statuses["replies/eastmere/broken.pdf"] == "set_aside"
    assert statuses["ledgers/quote.csv"] == "partly"
    counts = run.counts
    assert counts["rows_in"] == counts["rows_out"] + counts["rows_set_aside"]
    (figure,) = records(run, "figures")
    assert figure.numerator == 1


def test_a_ledger_that_lacks_a_column_is_read_for_what_it_has(folder: Path) -> None:
    write(folder, "ledgers/2024.csv", "Supplier Name,Description\nFenwick Alarms Ltd,Supply of 3 Hikvision cameras\n")
    run = serial(folder)
    claims = [claim for claim in records(run, "claims") if claim.maker == "hikvision" and claim.quantity == 3]
    assert claims
    assert all(claim.amount is None and claim.date is None for claim in claims)


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    run = run_case(folder, is_dry=True)
    assert run.counts["files"] == 3
    assert not (folder / "out").exists()
    assert not (folder / ".synopticon").exists()


def test_a_second_writer_is_told(folder: Path) -> None:
    with writing(folder / ".synopticon"), pytest.raises(BusyError, match="another run is writing"):
        serial(folder)


def test_a_case_without_sources_is_told(folder: Path) -> None:
    write(folder, "case.toml", '[case]\nid = "x"\nas_of = 2024-01-01\n')
    with pytest.raises(UsageError, match="expected at least one"):
        serial(folder)


def test_a_figure_of_an_unknown_column_is_told_with_the_nearest(folder: Path) -> None:
    write(folder, "case.toml", CASE.replace("{ maker =", "{ makr ="))
    with pytest.raises(UsageError, match="makr"):
        serial(folder)


def test_tables_of_a_case_that_was_not_run_are_asked_for(folder: Path) -> None:
    with pytest.raises(UsageError, match="synopticon run"):
        load_run(folder)


def test_an_interrupted_run_is_taken_up_where_it_was(folder: Path) -> None:
    clean = hashes(serial(folder))
    shutil.rmtree(folder / "out")
    shutil.rmtree(folder / ".synopticon")

    class Interrupt(SerialEngine):
        def map(self, function, items, *, seconds):
            for number, outcome in enumerate(super().map(function, items, seconds=seconds)):
                if number == 1:
                    raise KeyboardInterrupt
                yield outcome

    with pytest.raises(KeyboardInterrupt):
        run_case(folder, engine=Interrupt())
    assert not (folder / "out").exists()
    assert hashes(serial(folder)) == clean


def test_letters_with_names_leave_no_name_behind(folder: Path) -> None:
    write(
        folder,
        "replies/southmere/letter.txt",
        "Dear Applicant,\n\nThe council owns 3 Hikvision cameras, as Mr Aldous Wrenfold told you.\n\n"
        "Yours sincerely,\nPetronella Ashgrove\nInformation Officer\nTel: 01632 960111\np.ashgrove@southmere.example\n",
    )
    run = serial(folder)
    data = b"".join(
        path.read_bytes() for path in sorted(run.out.rglob("*")) if path.suffix != ".parquet" and path.is_file()
    )
    assert any(claim.body == "southmere" and claim.quantity == 3 for claim in records(run, "claims"))
    for secret in (b"Wrenfold", b"Petronella", b"Ashgrove", b"960111"):
        assert secret not in data
