from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.errors import UsageError
from synopticon.store.case import parse_case, read_case

GOOD = """
[case]
id = "northmere-cctv"
title = "Who watches Northmere"
as_of = 2024-05-31
languages = ["en", "ar"]

[[source]]
kind = "replies"
path = "replies"
bodies = "bodies.csv"

[[source]]
kind = "ledger"
path = "ledgers/*.csv"
body = "northmere"

[[figure]]
id = "owners"
count = "bodies"
where = { maker = ["hikvision"], modality = ["owned", "installed"] }
of = "usable"
within = { region = "Capital" }
"""


def fault(text: str) -> str:
    with pytest.raises(UsageError) as caught:
        parse_case(text.encode())
    return str(caught.value)


def test_a_case_gives_its_sources_and_figures() -> None:
    case = parse_case(GOOD.encode())
    assert (case.id, case.as_of, case.languages) == ("northmere-cctv", "2024-05-31", ("en", "ar"))
    assert [(source.number, source.kind, source.body) for source in case.sources] == [
        (1, "replies", None),
        (2, "ledger", "northmere"),
    ]
    (figure,) = case.figures
    assert figure.where == (("maker", ("hikvision",)), ("modality", ("owned", "installed")))
    assert figure.within == (("region", ("Capital",)),)


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_key() -> None:
    message = fault(GOOD.replace("languages =", "langauges ="))
    assert "line 6" in message
    assert "'langauges'" in message
    assert "did you mean 'languages'?" in message


def test_an_unknown_key_in_a_later_figure_is_named_at_its_own_line() -> None:
    text = GOOD + '\n[[figure]]\nid = "second"\ncount = "units"\nwhere = {}\nwhithin = { region = "x" }\n'
    message = fault(text)
    place = next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("whithin"))
    assert f"line {place}:" in message
    assert "did you mean 'within'?" in message


def test_an_unknown_top_table_is_named() -> None:
    assert "unknown key 'figures' in the file; did you mean 'figure'?" in fault(GOOD + '\n[[figures]]\nid = "x"\n')


def test_every_fault_is_told_at_once() -> None:
    message = fault(GOOD.replace('count = "bodies"', 'count = "body"').replace('kind = "ledger"', 'kind = "ledgers"'))
    assert "2 to mend" in message
    assert "did you mean 'bodies'?" in message
    assert "did you mean 'ledger'?" in message


@pytest.mark.parametrize("day", ['"2024-02-30"', '"soon"', "12", '""'])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    assert "as_of: expected a day of the calendar" in fault(GOOD.replace("2024-05-31", day))


def test_a_toml_day_that_does_not_exist_is_refused() -> None:
    assert "expected TOML, found a fault" in fault(GOOD.replace("2024-05-31", "2024-02-30"))


def test_a_missing_as_of_is_told() -> None:
    assert "as_of: expected a day of the calendar as YYYY-MM-DD, found nothing" in fault(
        GOOD.replace("as_of = 2024-05-31\n", "")
    )


def test_a_day_on_the_command_line_takes_the_place_of_the_file_s() -> None:
    assert parse_case(GOOD.encode(), as_of="2021-02-18").as_of == "2021-02-18"
    with pytest.raises(UsageError, match=r"--as-of: expected a day"):
        parse_case(GOOD.encode(), as_of="2021-02-31")


@pytest.mark.parametrize("path", ["/etc/passwd", "../other", "a/../../b"])
def test_a_source_outside_the_case_is_refused(path: str) -> None:
    assert "expected a path inside the case folder" in fault(GOOD.replace('path = "replies"', f'path = "{path}"'))


def test_two_figures_with_one_id_are_refused() -> None:
    assert "two figures have the id 'owners'" in fault(GOOD + GOOD[GOOD.index("[[figure]]") :])


def test_single_brackets_are_explained() -> None:
    text = '[case]\nid = "x"\nas_of = 2024-01-01\n[source]\nkind = "ledger"\n'
    assert "expected [[source]] with double brackets" in fault(text)


def test_a_fault_of_toml_itself_is_told_with_its_place() -> None:
    assert "line 3" in fault('[case]\nid = "x"\nas_of = \n')


def test_bytes_that_are_not_utf_8_are_refused() -> None:
    with pytest.raises(UsageError, match=r"expected UTF-8 text, found byte 0xa3"):
        parse_case('[case]\nid = "£"'.encode("cp1252"))


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"expected a file case\.toml"):
        read_case(tmp_path)
    with pytest.raises(UsageError, match="found no folder"):
        read_case(tmp_path / "absent")


def test_units_can_be_held_against_a_column_and_nothing_else_can() -> None:
    text = GOOD + '\n[[figure]]\nid = "rate"\ncount = "units"\nper = "population"\n'
    assert parse_case(text.encode()).figures[-1].per == "population"
    with pytest.raises(UsageError, match=r"per: expected only in a figure with count = 'units'"):
        parse_case(text.replace('count = "units"', 'count = "bodies"').encode())
