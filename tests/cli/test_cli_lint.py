"""`synopticon lint`: a file, a text, standard input, a case; exit codes and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from synopticon.cli import main


def lint(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["lint", *map(str, arguments)], input=stdin, catch_exceptions=False)


def test_a_text_with_an_error_gives_3_and_says_what_to_write() -> None:
    result = lint("28 of 43 councils (56 %) own Hikvision cameras.")
    assert result.exit_code == 3
    assert "error: wrong-share  [line 1, char=19,23]" in result.stdout
    assert 'write "28 of 43 (65 %)"' in result.stdout
    assert "1 error, 0 warnings, 0 notes" in result.stderr
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_a_clean_text_gives_0_and_nothing_on_standard_output() -> None:
    result = lint("28 of 43 councils (65 %) own Hikvision cameras.")
    assert (result.exit_code, result.stdout) == (0, "")


def test_warnings_alone_give_0() -> None:
    result = lint("65 % of the 43 councils and 58 % of the 52 councils own them.")
    assert result.exit_code == 0
    assert "warning: mixed-bases" in result.stdout


def test_json_is_one_finding_a_line() -> None:
    result = lint("28 of 43 (56 %). Half of the 43 councils (16) own them.", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["rule"] for line in lines] == ["wrong-share", "wrong-fraction-word"]
    assert set(lines[0]) == {"rule", "severity", "locator", "quote", "expected", "found", "advice", "sentence", "line"}


def test_a_file_is_read_by_its_content(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("# Draft\n\n28 of 43 councils (56 %) own them.\n", encoding="utf-8")
    result = lint(draft)
    assert result.exit_code == 3
    assert "[line 3, char=28,32]" in result.stdout


def test_standard_input_is_read(tmp_path: Path) -> None:
    assert lint("-", stdin="28 of 43 councils (56 %) own them.\n").exit_code == 3


@pytest.mark.parametrize("name", ["absent.docx", "drafts/absent.md", "draft"])
def test_a_missing_file_is_a_wrong_use(name: str) -> None:
    result = lint(name)
    assert result.exit_code == 2
    assert "expected a" in result.stderr


def test_a_file_that_cannot_be_read_fails(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b"")
    result = lint(draft)
    assert result.exit_code == 1
    assert "empty file" in result.stderr


def test_a_day_that_does_not_exist_is_a_wrong_use() -> None:
    assert lint("28 of 43", "--as-of", "2024-02-30").exit_code == 2


def test_the_figures_of_a_case_are_compared(demo_case: Path) -> None:
    shown = CliRunner().invoke(main, ["figures", str(demo_case), "--json"]).stdout
    (owners,) = [figure for figure in json.loads(shown) if figure["figure"] == "hikvision-owners"]
    part, whole = owners["numerator"], owners["denominator"]
    right = lint(f"{part} of {whole} bodies own Hikvision cameras.", "--case", demo_case)
    wrong = lint(f"{part - 1} of {whole} bodies own Hikvision cameras.", "--case", demo_case)
    assert right.exit_code == 0
    assert wrong.exit_code == 3
    assert "hikvision-owners" in wrong.stdout


@pytest.fixture(scope="module")
def demo_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lint") / "demo"
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(folder), "--demo"]).exit_code == 0
    assert runner.invoke(main, ["run", str(folder)]).exit_code in {0, 3}
    return folder
