"""The command line: data on standard output, talk on standard error, exit codes, 80 columns, clear errors."""

from __future__ import annotations

import csv
import errno
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from synopticon.cli import main
from synopticon.cli._print import columns_of, cut, table


def synopticon(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "demo"
    assert synopticon("init", folder, "--demo").exit_code == 0
    # With Tesseract on the machine the scan is read, without it it is set aside.
    assert synopticon("run", folder).exit_code == expected_code(folder)
    return folder


def expected_code(folder: Path) -> int:
    with (folder / "out/data/set_aside.csv").open(encoding="utf-8", newline="") as file:
        return 3 if list(csv.DictReader(file)) else 0


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_help_within_80_columns(name: str) -> None:
    result = synopticon(name, "--help")
    assert result.exit_code == 0
    assert max(len(line) for line in result.output.splitlines()) <= 80


@pytest.mark.parametrize("name", [name for name in main.commands if name != "lists"])
def test_every_command_takes_json(name: str) -> None:
    assert "--json" in synopticon(name, "--help").output


def test_a_new_case_can_be_run_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "new case"
    assert synopticon("init", folder, "--as-of", "2024-05-31").exit_code == 0
    result = synopticon("run", folder)
    assert result.exit_code == 3
    assert "no file found" in result.stderr


def test_a_folder_with_files_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = synopticon("init", tmp_path)
    assert result.exit_code == 2
    assert "expected a new or empty folder" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_run_says_what_was_read_and_set_aside_and_where_the_site_is(demo: Path) -> None:
    result = synopticon("run", demo)
    assert result.exit_code == expected_code(demo)
    assert result.stdout == ""
    assert "Nothing has changed since the last run." in result.stderr
    assert "rows in =" in result.stderr
    assert str(demo / "out" / "site" / "index.html") in result.stderr.replace("\n", "")


def test_the_report_as_json_holds_figures_and_what_was_set_aside(demo: Path) -> None:
    report = json.loads(synopticon("run", demo, "--json").stdout)
    assert {"counts", "figures", "set_aside", "site"} <= set(report)
    assert report["counts"]["rows_in"] == report["counts"]["rows_out"] + report["counts"]["rows_set_aside"]


def test_figures_show_their_base_within_80_columns(demo: Path) -> None:
    result = synopticon("figures", demo)
    assert result.exit_code == 0
    assert "28 of 43" in result.stdout
    assert "65.1 %" in result.stdout
    assert max(columns_of(line) for line in result.stdout.splitlines()) <= 80


def test_why_leads_from_a_figure_to_hash_place_and_quote(demo: Path) -> None:
    result = synopticon("why", demo, "hikvision-owners")
    assert result.exit_code == 0
    with (demo / "out/data/claims.csv").open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    counted = [claim for claim in claims if claim["maker"] == "hikvision" and claim["review_state"] == "unreviewed"]
    assert any(claim["document"] in result.stdout.replace("\n", "").replace(" ", "") for claim in counted)
    assert "28 of 43" in result.stdout
    assert max(columns_of(line) for line in result.stdout.splitlines()) <= 80


def test_why_of_something_unknown_names_the_nearest(demo: Path) -> None:
    result = synopticon("why", demo, "hikvision-owner")
    assert result.exit_code == 2
    assert "hikvision-owners" in result.stderr


def test_figures_of_a_case_that_was_not_run_say_what_to_do(tmp_path: Path) -> None:
    synopticon("init", tmp_path / "c")
    result = synopticon("figures", tmp_path / "c")
    assert result.exit_code == 2
    assert "synopticon run" in result.stderr


def test_read_prints_one_record_a_line_with_its_place(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("The council owns 40 Hikvision cameras.\n", encoding="utf-8")
    result = synopticon("read", letter)
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert {line["record"] for line in lines} == {"mention", "quantity", "claim"}
    text = letter.read_text(encoding="utf-8")
    for line in lines:
        start, end = map(int, line["locator"].removeprefix("char=").split(","))
        assert text[start:end] == line.get("quote", line.get("text"))
    (quantity,) = [line for line in lines if line["record"] == "quantity"]
    assert (quantity["value"], quantity["qualifier"], quantity["kind"]) == (40, "exact", "count")


def test_read_tells_what_it_set_aside_and_reads_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "b.txt").write_text("We own 3 Dahua cameras.", encoding="utf-8")
    result = synopticon("read", tmp_path)
    assert result.exit_code == 3
    assert "a.pdf: set aside" in result.stderr
    assert '"dahua"' in result.stdout


def test_read_of_a_missing_file_is_a_wrong_use(tmp_path: Path) -> None:
    result = synopticon("read", tmp_path / "absent.pdf")
    assert result.exit_code == 2
    assert "expected a file" in result.stderr


def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.csv"
    path.write_text("Supplier\n海康威视\nHIK VISION UK LTD\nNorthmere Bakery Ltd\n", encoding="utf-8")
    return path


def test_screen_gives_ranked_rows_and_rank_0_for_nothing(tmp_path: Path) -> None:
    result = synopticon("screen", names(tmp_path), "--column", "Supplier", "--as-of", "2021-02-18")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0]) == [
        *("row", "query", "rank", "tier", "score", "listing", "listed_name", "list", "legal_type"),
        *("in_force_from", "in_force_to", "via", "why"),
    ]
    by_query: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_query.setdefault(row["query"], []).append(row)
    assert {row["list"] for row in by_query["海康威视"]} >= {"US-BIS-EL", "US-NDAA-889"}
    assert by_query["海康威视"][0]["tier"] in ("entity", "alias")
    assert by_query["HIK VISION UK LTD"][0]["tier"] == "brand_or_group"
    assert [row["rank"] for row in by_query["Northmere Bakery Ltd"]] == ["0"]


def test_screen_of_an_unknown_column_names_the_columns(tmp_path: Path) -> None:
    result = synopticon("screen", names(tmp_path), "--column", "Suplier")
    assert result.exit_code == 2
    assert "is 'Supplier' meant?" in result.stderr


def test_screen_of_a_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    result = synopticon("screen", names(tmp_path), "--column", "Supplier", "--as-of", "2021-02-30")
    assert result.exit_code == 2
    assert "--as-of: expected a day" in result.stderr


def test_screen_against_a_list_of_one_s_own(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("id,name\nx1,Northmere Bakery Limited\n", encoding="utf-8")
    result = synopticon("screen", names(tmp_path), "--column", "Supplier", "--against", own, "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["query"], line["listing"]) for line in lines if line["rank"]] == [("Northmere Bakery Ltd", "x1")]


def test_lists_status_shows_every_list_with_its_kind_of_law() -> None:
    rows = json.loads(synopticon("lists", "status", "--json").stdout)
    assert {row["list"]: row["legal_type"] for row in rows}["US-BIS-EL"] == "export_control"
    shown = synopticon("lists", "status").stdout
    assert all(row["list"] in shown for row in rows)


def test_doctor_finds_this_machine_whole() -> None:
    result = synopticon("doctor", "--json")
    assert result.exit_code == 0
    assert all(line["state"] != "broken" for line in json.loads(result.stdout))
    assert max(columns_of(line) for line in synopticon("doctor").stdout.splitlines()) <= 80


def test_a_table_never_goes_beyond_80_columns_and_counts_wide_characters() -> None:
    text = table(("a", "b"), [("海康威视" * 20, "x" * 50), ("هيكفيجن", "1")], right=(1,))
    assert max(columns_of(line) for line in text.splitlines()) <= 80
    assert columns_of(cut("海康威视", 5)) <= 5
    assert "\x1b" not in cut("red \x1b[31m", 20)


def case_of(folder: Path, bodies: str, *figures: str) -> Path:
    """Make a case of replies with these rows of bodies and a figure for each of these makers."""
    folder.mkdir()
    asked = "".join(
        f'[[figure]]\nid = "{maker}"\ncount = "bodies"\nwhere = {{ maker = ["{maker}"] }}\n' for maker in figures
    )
    source = '[[source]]\nkind = "replies"\npath = "replies"\nbodies = "bodies.csv"\n'
    (folder / "case.toml").write_text(f'[case]\nid = "c"\nas_of = 2024-05-31\n{source}{asked}', encoding="utf-8")
    (folder / "bodies.csv").write_text(f"id,name,asked_on\n{bodies}", encoding="utf-8")
    for body in ("northmere", "southmere"):
        (folder / "replies" / body).mkdir(parents=True)
        text = f"The council owns 40 Hikvision cameras at {body}.\n"
        (folder / "replies" / body / "letter.txt").write_text(text, encoding="utf-8")
    return folder


def test_figures_stand_in_the_order_of_the_case_after_every_run(tmp_path: Path) -> None:
    folder = case_of(tmp_path / "c", "northmere,Northmere,\nsouthmere,Southmere,\n", "hikvision", "dahua")
    shown = [json.loads(synopticon("run", folder, "--json").stdout)["figures"] for _ in range(2)]
    shown.append(json.loads(synopticon("figures", folder, "--json").stdout))
    assert [[figure["figure"] for figure in figures] for figures in shown] == [["hikvision", "dahua"]] * 3
    assert "edition 1, as of 2024-05-31:" in synopticon("figures", folder).stdout


def test_the_list_of_what_was_set_aside_agrees_with_the_count_of_documents(tmp_path: Path) -> None:
    folder = case_of(tmp_path / "c", "northmere,Northmere,\n", "hikvision")
    (folder / "replies" / "northmere" / "empty.txt").write_bytes(b"")
    result = synopticon("run", folder)
    assert result.exit_code == 3
    assert "3 documents: 2 read, 0 read in part, 1 set aside" in result.stderr
    told = " ".join(result.stderr.split())
    assert (
        "2 entries in the list: 1 for documents set aside,"
        " 1 for documents that were read and speak for no known body" in told
    )


def test_doctor_looks_at_every_output_of_a_case(tmp_path: Path) -> None:
    folder = case_of(tmp_path / "c", "northmere,Northmere,\nsouthmere,Southmere,\n")
    for out in (tmp_path / "one", folder / "out"):
        assert synopticon("run", folder, "--out", out).exit_code == 0
    assert synopticon("doctor", "--case", folder).exit_code == 0
    with (tmp_path / "one/data/claims.csv").open("a", encoding="utf-8") as file:
        file.write("x\n")
    (folder / "out/data/bodies.csv").unlink()
    result = synopticon("doctor", "--case", folder, "--json")
    assert result.exit_code == 3
    found = {(line["state"], Path(line["detail"].split()[0]).name) for line in json.loads(result.stdout)}
    assert {("changed", "claims.csv"), ("missing", "bodies.csv")} <= found
    text = synopticon("doctor", "--case", folder).stdout
    assert max(columns_of(line) for line in text.splitlines()) <= 80
    assert "…" not in text


def test_a_case_that_was_moved_finds_its_own_output(tmp_path: Path) -> None:
    folder = case_of(tmp_path / "c", "northmere,Northmere,\nsouthmere,Southmere,\n")
    synopticon("run", folder)
    moved = folder.rename(tmp_path / "moved")
    assert synopticon("doctor", "--case", moved).exit_code == 0
    assert "Nothing has changed" in synopticon("run", moved).stderr


def test_a_run_that_is_stopped_says_that_the_same_command_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("synopticon.pipeline.run_case", stopped)
    result = synopticon("run", tmp_path)
    assert result.exit_code == 1
    assert "What is finished is kept, and the same command goes on from there" in result.stderr


def test_an_error_of_the_file_system_names_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(tmp_path / "c" / ".new-abc"))

    monkeypatch.setattr("tempfile.mkstemp", refused)
    result = synopticon("init", tmp_path / "c")
    assert result.exit_code == 2
    assert f"'{tmp_path / 'c'}': Read-only file system; a place that can be written to is needed" in result.stderr


def test_an_argument_that_is_no_text_is_refused() -> None:
    result = synopticon("lint", "28 of 43 \udcff")
    assert result.exit_code == 2
    assert "expected text in UTF-8" in result.stderr


def test_a_file_in_the_place_of_a_case_is_called_a_file(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text("x", encoding="utf-8")
    for command in (["run", tmp_path / "d.md"], ["doctor", "--case", tmp_path / "d.md"]):
        result = synopticon(*command)
        assert result.exit_code == 2
        assert "expected a case folder, found a file at" in result.stderr


def test_read_goes_on_past_a_missing_name_and_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We own 3 Dahua cameras.", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    result = synopticon("read", tmp_path / "absent.pdf", tmp_path / "empty", tmp_path / "a.txt")
    assert result.exit_code == 3
    assert "found nothing at" in result.stderr
    assert "expected files in the folder" in result.stderr
    assert '"dahua"' in result.stdout


def test_read_takes_standard_input() -> None:
    result = CliRunner().invoke(main, ["read", "-"], input="We own 3 Dahua cameras.")
    assert result.exit_code == 0
    assert '"dahua"' in result.stdout
    result = CliRunner().invoke(main, ["read", "-"], input=b"%PDF-1.4 broken")
    assert result.exit_code == 3
    assert result.stderr.startswith("-: set aside")


def test_a_table_can_wrap_its_cells() -> None:
    text = table(("what", "detail"), [("a", "/very/long" * 12 + " and 中文 words"), ("b", "short")], wraps=True)
    assert max(map(columns_of, text.splitlines())) <= 80
    assert "".join(text.split()).count("/very/long") == 12
    assert "…" not in text
