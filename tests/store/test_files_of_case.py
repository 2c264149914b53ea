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
