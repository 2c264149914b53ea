"""`synopticon campaign`: who is overdue on a day, and the letters; nothing is sent, nothing is overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from synopticon.cli import main
from synopticon.cli._print import columns_of

CASE = """
[case]
id = "made-up"
title = "Cameras of two makers"
as_of = 2024-05-31
languages = ["en"]

[[source]]
kind = "replies"
path = "replies"
bodies = "bodies.csv"
"""
BODIES = """id,name,country,region,group,asked_on,channel,language,law
northmere,Northmere Council,GB,,council,2024-01-15,email,,
southby,Southby Council,GB,Scotland,council,2024-01-15,email,,
rawda,بلدية الروضة,XN,,municipality,2024-01-15,letter,ar,
eskwater,Eskwater Agency,US,,federal,2024-02-20,portal,,
unasked,Unasked Council,GB,,council,,,,
"""


def campaign(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["campaign", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    (folder / "replies" / "southby").mkdir(parents=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "bodies.csv").write_text(BODIES, encoding="utf-8")
    reply = "12 February 2024\n\nThe council owns 40 Hikvision cameras.\n"
    (folder / "replies" / "southby" / "reply.txt").write_text(reply, encoding="utf-8")
    return folder


def status(case: Path, on: str) -> dict[str, dict[str, object]]:
    result = campaign("status", case, "--on", on, "--json")
    return {row["body"]: row for row in json.loads(result.stdout)["bodies"]}


def test_help_of_both_commands_stays_within_80_columns() -> None:
    for name in ("status", "letters"):
        result = campaign(name, "--help")
        assert result.exit_code == 0
        assert "--json" in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 80


def test_before_a_run_every_body_that_was_asked_counts_as_silent(case: Path) -> None:
    result = campaign("status", case, "--on", "2024-03-01")
    assert result.exit_code == 3
    assert "has not been run" in result.stderr
    assert "Unasked" not in result.stdout
    assert max(columns_of(line) for line in result.stdout.splitlines()) <= 80


def test_the_state_of_a_body_comes_from_the_run_and_the_day_from_the_law(case: Path) -> None:
    CliRunner().invoke(main, ["run", str(case)])
    rows = status(case, "2024-03-01")
    assert rows["southby"]["state"] == "usable"
    assert rows["southby"]["action"] is None
    assert rows["northmere"]["due_on"] == "2024-02-12"
    assert rows["northmere"]["days_over"] == 18
    assert rows["northmere"]["action"] == "chase"
    assert "s.10(1)" in str(rows["northmere"]["statute"])
    assert rows["rawda"]["due_on"] is None
    assert rows["rawda"]["is_overdue"] is False
    assert rows["eskwater"]["due_on"] == "2024-03-19"
    assert next(iter(rows)) == "northmere"


def test_on_an_early_day_nobody_is_overdue(case: Path) -> None:
    result = campaign("status", case, "--on", "2024-01-20")
    assert result.exit_code == 0
    assert "0 overdue on 2024-01-20" in result.stderr


def test_a_day_that_does_not_exist_is_a_wrong_use(case: Path) -> None:
    result = campaign("status", case, "--on", "2024-02-30")
    assert result.exit_code == 2
    assert "--on" in result.stderr


def test_letters_are_written_in_the_language_of_each_body(case: Path, tmp_path: Path) -> None:
    CliRunner().invoke(main, ["run", str(case)])
    to = tmp_path / "letters"
    result = campaign("letters", case, "--to", to, "--on", "2024-03-01")
    assert result.exit_code == 0
    assert "nothing was sent" in result.stderr
    files = {path.relative_to(to).as_posix() for path in to.rglob("*.txt")}
    assert files == {
        "northmere/request.en.txt",
        "northmere/reminder.en.txt",
        "southby/request.en.txt",
        "rawda/request.ar.txt",
        "rawda/reminder.ar.txt",
        "eskwater/request.en.txt",
        "eskwater/reminder.en.txt",
        "unasked/request.en.txt",
    }
    assert "2024-02-12" in (to / "northmere" / "reminder.en.txt").read_text(encoding="utf-8")
    assert "بلدية الروضة" in (to / "rawda" / "request.ar.txt").read_text(encoding="utf-8")


def test_a_letter_that_is_there_is_left_as_it_is(case: Path, tmp_path: Path) -> None:
    to = tmp_path / "letters"
    campaign("letters", case, "--to", to, "--language", "fr", "--subject", "caméras")
    mine = to / "northmere" / "request.fr.txt"
    assert "caméras" in mine.read_text(encoding="utf-8")
    mine.write_text("mine", encoding="utf-8")
    report = json.loads(campaign("letters", case, "--to", to, "--language", "fr", "--json").stdout)
    assert report["written"] == []
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_language_without_letters_names_those_there_are(case: Path, tmp_path: Path) -> None:
    result = campaign("letters", case, "--to", tmp_path / "x", "--language", "xx")
    assert result.exit_code == 2
    assert "ar, de, en, fr, zh" in result.stderr
    assert not (tmp_path / "x").exists()


def test_a_case_that_asks_nobody_says_what_to_add(tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text('[case]\nid = "a"\ntitle = "A"\nas_of = 2024-05-31\n', encoding="utf-8")
    result = campaign("status", tmp_path)
    assert result.exit_code == 2
    assert "bodies.csv" in result.stderr


@pytest.mark.parametrize("name", ["..", "a/b"])
def test_an_id_that_would_leave_the_folder_is_refused(case: Path, tmp_path: Path, name: str) -> None:
    (case / "bodies.csv").write_text(f"id,name,country\n{name},Northmere,GB\n", encoding="utf-8")
    result = campaign("letters", case, "--to", tmp_path / "x")
    assert result.exit_code == 2
    assert list(tmp_path.rglob("*.txt")) == [case / "replies" / "southby" / "reply.txt"]


def confirm(case: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["campaign", "confirm", str(case), *map(str, arguments), "--on", "2024-03-02"])


def test_a_confirmed_state_is_applied_by_the_next_run_and_stale_when_a_letter_comes(case: Path) -> None:
    run = ["run", str(case), "--workers", "1"]
    CliRunner().invoke(main, run)
    result = confirm(case, "southby", "partial", "--because", "no makers in it", "--reviewer", "ab", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["was"] == "usable"
    assert status(case, "2024-03-01")["southby"]["state"] == "usable"
    CliRunner().invoke(main, run)
    row = status(case, "2024-03-01")["southby"]
    assert (row["state"], row["decision"], row["read_state"]) == ("partial", "changed", "usable")
    (case / "replies" / "southby" / "later.txt").write_text("We have received your letter.\n", encoding="utf-8")
    CliRunner().invoke(main, run)
    row = status(case, "2024-03-01")["southby"]
    assert (row["state"], row["decision"]) == ("usable", "stale")
    assert "stale: Southby Council" in campaign("status", case, "--on", "2024-03-01").stderr


def test_a_decision_on_an_unknown_body_names_the_nearest_and_writes_nothing(case: Path) -> None:
    assert "run `synopticon run" in confirm(case, "southby", "usable", "--because", "x", "--reviewer", "ab").stderr
    CliRunner().invoke(main, ["run", str(case), "--workers", "1"])
    result = confirm(case, "soutby", "usable", "--because", "x", "--reviewer", "ab")
    assert result.exit_code == 2
    assert "is 'southby' meant?" in result.stderr
    assert not (case / "reviews").exists()


def test_on_a_day_before_the_reply_the_body_had_not_answered(case: Path) -> None:
    CliRunner().invoke(main, ["run", str(case), "--workers", "1"])
    before, after = status(case, "2024-02-11")["southby"], status(case, "2024-02-12")["southby"]
    assert (before["state"], before["progress"], before["answered_on"]) == ("silent", "awaited", None)
    assert (after["state"], after["progress"], after["answered_on"]) == ("usable", "answered", "2024-02-12")


def test_a_decision_before_the_body_was_asked_is_refused(case: Path) -> None:
    CliRunner().invoke(main, ["run", str(case), "--workers", "1"])
    arguments = ["southby", "partial", "--because", "x", "--reviewer", "ab", "--on", "2024-01-14"]
    result = campaign("confirm", case, *arguments)
    assert result.exit_code == 2
    assert "on or after 2024-01-15" in result.stderr
    assert not (case / "reviews").exists()


def test_the_table_shows_ids_and_whole_names(case: Path) -> None:
    long = "The Worshipful and Ancient Royal Borough of Northmere with Southby and Eskwater on the Marsh"
    (case / "bodies.csv").write_text(f"id,name,country,asked_on\nnorthmere-marsh,{long},GB,2024-01-15\n")
    shown = campaign("status", case, "--on", "2024-03-01").stdout
    assert "northmere-marsh" in shown
    assert "…" not in shown
    assert set(long.split()) <= set(shown.split())
    assert max(map(columns_of, shown.splitlines())) <= 80


def test_the_letters_say_what_they_ask_for_and_how_to_ask_for_something_else(case: Path, tmp_path: Path) -> None:
    result = campaign("letters", case, "--to", tmp_path / "letters", "--on", "2024-03-01")
    assert "They ask for surveillance equipment" in result.stderr
    assert "--subject" in result.stderr
