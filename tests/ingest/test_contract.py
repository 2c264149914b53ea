"""What holds for every format; a new format file is tested here on arrival."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from tests.ingest.samples import SMALLEST, UGLY, recognise

from synopticon.ingest import Facts, Item, read_document
from synopticon.ingest.reading import formats
from synopticon.model.locator import is_locator
from synopticon.model.records import Grid, Passage, Row, SetAside
from synopticon.model.vocabulary import GRID_KINDS

CASES = [(known.name, *samples[known.name]) for known in formats() for samples in (SMALLEST, UGLY)]


def items(data: bytes, name: str) -> list[Item]:
    digest = hashlib.sha256(data).hexdigest()
    return list(read_document(data, document=digest, name=name, source_kind="replies", recognise=recognise))


def test_every_format_ships_a_smallest_and_an_ugly_sample() -> None:
    names = {known.name for known in formats()}
    assert set(SMALLEST) == names
    assert set(UGLY) == names


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_the_content_and_not_the_name_finds_the_format(kind: str, name: str, data: bytes) -> None:
    best = max(known.recognises(data) for known in formats())
    assert next(known for known in formats() if known.name == kind).recognises(data) == best


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_something_is_read_and_its_media_type_told(kind: str, name: str, data: bytes) -> None:
    found = items(data, name)
    expected = next(known for known in formats() if known.name == kind).media_types
    told = [item.media_type for item in found if isinstance(item, Facts) and item.media_type]
    assert told[-1] in expected
    assert any(isinstance(item, Passage | Row) for item in found)


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_numbers_locators_and_widths_hold(kind: str, name: str, data: bytes) -> None:
    found = items(data, name)
    passages = [item for item in found if isinstance(item, Passage)]
    grids = [item for item in found if isinstance(item, Grid)]
    assert [item.ordinal for item in passages] == list(range(len(passages)))
    assert [item.grid for item in grids] == list(range(len(grids)))
    assert all(map(is_locator, [item.unit for item in passages] + [item.unit for item in grids]))
    for grid, row in rows_with_grids(found):
        assert row.grid == grid.grid
        assert len(row.cells) == len(grid.header) == len(grid.fields)
        assert len(row.locators) in {0, len(row.cells)}
        assert all(is_locator(locator) and locator for locator in row.locators)
        assert grid.kind in GRID_KINDS
    assert all(passage.text.strip() for passage in passages)


def rows_with_grids(found: list[Item]) -> Iterator[tuple[Grid, Row]]:
    grid: Grid | None = None
    for item in found:
        if isinstance(item, Grid):
            grid = item
        elif isinstance(item, Row):
            assert grid is not None
            yield grid, item


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_rows_in_are_rows_out_and_rows_set_aside(kind: str, name: str, data: bytes) -> None:
    found = items(data, name)
    rows_in = [item.rows_in for item in found if isinstance(item, Facts) and item.rows_in is not None]
    rows = sum(1 for item in found if isinstance(item, Row))
    aside = sum(1 for item in found if isinstance(item, SetAside) and "row=" in item.locator)
    assert rows_in == [rows + aside]


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_rows_of_a_grid_stand_in_order(kind: str, name: str, data: bytes) -> None:
    for (grid, row), (other, later) in pairwise(rows_with_grids(items(data, name))):
        assert grid.grid != other.grid or row.row < later.row


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_reading_twice_gives_the_same(kind: str, name: str, data: bytes) -> None:
    assert items(data, name) == items(data, name)


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_every_cut_of_a_file_ends_in_items_and_never_in_an_error(kind: str, name: str, data: bytes) -> None:
    for end in range(0, len(data), max(1, len(data) // 25)):
        found = items(data[:end], name)
        assert all(item.reason for item in found if isinstance(item, SetAside))


@pytest.mark.parametrize(("kind", "name", "data"), CASES)
def test_a_flipped_byte_ends_in_items_and_never_in_an_error(kind: str, name: str, data: bytes) -> None:
    for at in range(0, len(data), max(1, len(data) // 40)):
        mutant = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        assert items(mutant, name)


@pytest.mark.parametrize("name", ["empty.csv", "empty.pdf", "empty"])
def test_an_empty_file_is_set_aside(name: str) -> None:
    found = [item for item in items(b"", name) if isinstance(item, SetAside)]
    assert [(item.locator, item.reason) for item in found] == [("", "empty file")]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"Rar!\x1a\x07\x00rest", "RAR"), (b"GIF89a\x00\x00", "GIF"), (b"SIMPLE\x00\x01\x02", "begins with")],
)
def test_a_file_of_another_kind_is_set_aside_with_what_to_do(data: bytes, words: str) -> None:
    found = [item for item in items(data + bytes(64), "x.csv") if isinstance(item, SetAside)]
    assert [item.reason for item in found] == ["unsupported format"]
    assert words in found[0].detail


LOCKED = """
import sys
from synopticon.ingest import read_document, warm_up
from tests.ingest.samples import SMALLEST, UGLY

warm_up()
forbidden = []

def watch(event, arguments):
    if event in {"open", "socket.connect", "socket.bind", "subprocess.Popen", "os.system", "import"}:
        forbidden.append((event, arguments[0]))

cases = [*SMALLEST.values(), *UGLY.values()]
sys.addaudithook(watch)
for name, data in cases:
    list(read_document(data, document="d", name=name, source_kind="replies"))
print(sorted({str(event) for event in forbidden}))
"""


def test_reading_opens_no_file_and_no_socket_once_warmed_up() -> None:
    root = Path(__file__).parents[2]
    environment = {"PYTHONPATH": f"{root / 'src'}:{root}", "PATH": ""}
    run = subprocess.run([sys.executable, "-c", LOCKED], env=environment, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.strip() == "[]"
