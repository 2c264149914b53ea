from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.errors import UsageError
from synopticon.model.case import Case, SourceSpec
from synopticon.store.files_of_case import bodies_of_case, files_of_case

HEADER = "id,name,country,region,group,asked_on,channel\n"


def case(*sources: SourceSpec) -> Case:
    return Case("c", "C", "2024-01-01", (), sources, ())


REPLIES = SourceSpec(1, "replies", "replies", bodies="bodies.csv")


def write(folder: Path, name: str, text: str = "x") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_first_folder_of_a_reply_is_its_body(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", HEADER + "northmere,Northmere Council,GB,North,city,2024-01-02,email\n")
    write(tmp_path, "replies/northmere/sub/letter.txt")
    bodies = bodies_of_case(tmp_path, case(REPLIES))
    files, aside = files_of_case(tmp_path, case(REPLIES), bodies)
    assert [(file.path, file.body) for file in files] == [("replies/northmere/sub/letter.txt", "northmere")]
    assert aside == []
    assert bodies[0].asked_on == "2024-01-02"


def test_a_folder_that_is_no_body_is_set_aside_and_still_read(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", HEADER + "northmere,Northmere,GB,,,,\n")
    write(tmp_path, "replies/southmere/letter.txt")
    files, aside = files_of_case(tmp_path, case(REPLIES), bodies_of_case(tmp_path, case(REPLIES)))
    assert [(file.body) for file in files] == [None]
    assert [(record.reason, record.path) for record in aside] == [("unknown body", "replies/southmere/letter.txt")]


def test_further_columns_of_the_bodies_are_kept(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", "id,name,population\nnorthmere,Northmere,1200\n")
    (body,) = bodies_of_case(tmp_path, case(REPLIES))
    assert body.extra == ("population=1200",)


def test_a_missing_column_of_the_bodies_is_named(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", "ident,name\nnorthmere,Northmere\n")
    with pytest.raises(UsageError, match=r"expected a column 'id', found ident, name; is 'ident' meant\?"):
        bodies_of_case(tmp_path, case(REPLIES))


def test_an_id_with_two_meanings_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", "id,name\na,Northmere\na,Southmere\n")
    with pytest.raises(UsageError, match="'a' stands twice"):
        bodies_of_case(tmp_path, case(REPLIES))


def test_a_file_belongs_to_the_first_source_that_names_it_and_the_output_is_never_read(tmp_path: Path) -> None:
    write(tmp_path, "ledgers/a.csv")
    write(tmp_path, "ledgers/b.csv")
    write(tmp_path, "out/data/claims.csv")
    write(tmp_path, "case.toml")
    write(tmp_path, ".DS_Store")
    sources = case(SourceSpec(1, "ledger", "ledgers/a.csv", body="northmere"), SourceSpec(2, "articles", "."))
    files, _ = files_of_case(tmp_path, sources, [], out=tmp_path / "out")
    assert [(file.path, file.source.number) for file in files] == [("ledgers/a.csv", 1), ("ledgers/b.csv", 2)]


def test_a_source_without_files_is_told(tmp_path: Path) -> None:
    _, aside = files_of_case(tmp_path, case(SourceSpec(1, "ledger", "ledgers/*.csv")), [])
    assert [(record.reason, record.path) for record in aside] == [("no file found", "ledgers/*.csv")]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    folder = tmp_path / "case"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "a.txt").symlink_to(outside)
    files, aside = files_of_case(folder, case(SourceSpec(1, "articles", "articles")), [])
    assert files == []
    assert [record.reason for record in aside] == ["link"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            HEADER + "a,Northmere,GB,,,2024-01-15,\nb,Southmere,GB,,,15/01/2024,\n",
            r"bodies\.csv, line 3: expected asked_on to be a day of the calendar as YYYY-MM-DD, found '15/01/2024'",
        ),
        (HEADER + "a,Northmere,GB,,,2024-02-30,\n", r"line 2: expected asked_on .* found '2024-02-30'"),
        (
            'id,name,country\na,Northmere,GB\nb,"Southmere,GB\n',
            r"bodies\.csv, line 3: expected every quote to be closed",
        ),
        (
            'id,name,country\nb,"Southmere,GB\nc,"Eastmere",GB\n',
            r"bodies\.csv, line 2: expected every quote to be closed",
        ),
        (
            "id,name,country\na,Northmere, City of,GB\n",
            r"line 2: expected one cell for each of the 3 columns, found 4; put a cell that holds the separator",
        ),
        ("id,name\n,Northmere\n", r"line 2: expected an id for 'Northmere', found none"),
        ("", r"line 1: expected a column 'id', found none"),
    ],
)
def test_a_table_of_bodies_that_cannot_be_meant_is_refused_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path, "bodies.csv", text)
    with pytest.raises(UsageError, match=words):
        bodies_of_case(tmp_path, case(REPLIES))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_the_separators_of_spreadsheets_are_read(tmp_path: Path, separator: str) -> None:
    write(tmp_path, "bodies.csv", separator.join(["id", "name", "asked_on"]) + "\r\n")
    with (tmp_path / "bodies.csv").open("a", encoding="utf-8") as file:
        file.write(separator.join(["a", '"Northmere, City of"', "2024-01-15"]) + "\r\n")
    (body,) = bodies_of_case(tmp_path, case(REPLIES))
    assert (body.body, body.name, body.asked_on) == ("a", "Northmere, City of", "2024-01-15")


@pytest.mark.parametrize(
    ("written", "read"), [("2024", "2024"), ("2024-01", "2024-01"), ("2024-01-15 00:00", "2024-01-15")]
)
def test_a_day_of_asking_may_be_cut_and_loses_its_time(tmp_path: Path, written: str, read: str) -> None:
    write(tmp_path, "bodies.csv", f"id,name,asked_on\na,Northmere,{written}\n")
    (body,) = bodies_of_case(tmp_path, case(REPLIES))
    assert body.asked_on == read


def test_a_table_without_rows_knows_no_body(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", HEADER)
    write(tmp_path, "replies/southmere/letter.txt")
    write(tmp_path, "replies/loose.txt")
    files, aside = files_of_case(tmp_path, case(REPLIES), bodies_of_case(tmp_path, case(REPLIES)))
    assert [file.body for file in files] == [None, None]
    assert [(record.reason, record.detail) for record in aside] == [
        ("unknown body", "it lies in no folder with an id of bodies.csv"),
        ("unknown body", "the folder 'southmere' is no id of bodies.csv"),
    ]


def test_a_name_that_is_no_text_is_set_aside(tmp_path: Path) -> None:
    write(tmp_path, "bodies.csv", HEADER)
    (tmp_path / "replies").mkdir()
    try:
        (tmp_path / "replies" / "r\udce9ponse.txt").write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    files, aside = files_of_case(tmp_path, case(REPLIES), [])
    assert files == []
    assert [(record.reason, record.path) for record in aside] == [("name not readable", "replies/r\\udce9ponse.txt")]
