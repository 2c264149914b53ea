"""Whatever is read stands where its locator says: every mention, quantity and claim, in every format.

Each place is looked up a second time by other means where there are any: a plain decoding, the csv, json, zipfile and
email modules, and the text of a page. Elsewhere the text is the one that the format gave.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from synopticon import demo, ingest
from synopticon.ingest.formats.pdf import page_text
from synopticon.model.locator import char_span, is_locator, span_of, unescaped, within
from synopticon.model.records import Claim, Grid, Mention, PageBoxes, Passage, Quantity, Row
from synopticon.pipeline.places import Places
from synopticon.read import read_document

SHARED = Path(__file__).parents[2] / "../shared"
#: Files beside the project, one of so many of each folder.
SAMPLED = {"founding": 1, "data": 40, "eval/corpora": 12}
LARGEST = 300_000


def records_of(data: bytes, name: str) -> tuple[list[Any], list[Any]]:
    """Return what a format gives of a document, and what is read from that."""
    items = list(ingest.read_document(data, document="d", name=name, source_kind="replies"))
    grids: dict[int, tuple[Grid, list[Row]]] = {item.grid: (item, []) for item in items if isinstance(item, Grid)}
    for item in items:
        if isinstance(item, Row):
            grids[item.grid][1].append(item)
    found = read_document(
        document="d",
        body=None,
        source_kind="replies",
        received=None,
        language=None,
        passages=[item for item in items if isinstance(item, Passage)],
        tables=[grids[number] for number in sorted(grids)],
    )
    places = Places(item for item in items if isinstance(item, PageBoxes))
    return items, list(places.with_boxes(found))


class Texts:
    """The texts of a document by unit, as its format gave them and as they are found by other means."""

    def __init__(self, data: bytes, name: str, items: list[Any]) -> None:
        self.data, self.name = data, name
        self.cells: dict[str, str] = {}
        self.passages: list[Passage] = [item for item in items if isinstance(item, Passage)]
        grids = {item.grid: item for item in items if isinstance(item, Grid)}
        for item in items:
            if isinstance(item, Row):
                for column, cell in enumerate(item.cells):
                    inner = item.locators[column] if item.locators else f"cell={item.row},{column + 1}"
                    self.cells[within(grids[item.grid].unit, inner)] = cell

    def at(self, locator: str) -> str | None:
        """Return the text at a locator as the format gave it."""
        found = span_of(locator)
        if found is None:
            return self.cells.get(locator)
        unit, start, end = found
        if unit in self.cells:
            return self.cells[unit][start:end]
        for passage in self.passages:
            if passage.unit == unit and passage.start <= start and end <= passage.start + len(passage.text):
                return passage.text[start - passage.start : end - passage.start]
        for place, text in self.cells.items():  # a span in a cell that is itself a span of its page
            other = span_of(place)
            if other and other[0] == unit and other[1] <= start and end <= other[2]:
                return text[start - other[1] : end - other[1]]
        return None


def looked_up(data: bytes, name: str, locator: str) -> str | None:
    """Return the text at a locator by other means than our formats, null where there are none."""
    found = span_of(locator)
    unit, start, end = found or (locator, 0, None)
    first, _, rest = unit.partition(";")
    if first.startswith("member=") and data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = unescaped(first.removeprefix("member="))
            inner = within(rest, "" if found is None else f"char={start},{end}")
            return looked_up(archive.read(member), member, inner)
    whole: str | None = None
    if first.startswith("page=") and data.startswith(b"%PDF"):
        whole = _page(data, int(first.removeprefix("page=")))
    elif first.startswith("json="):
        whole = _pointed(data, first.removeprefix("json="))
    elif first.startswith("cell=") and name.lower().endswith(".csv"):
        whole = _cell(_decoded(data), *map(int, first.removeprefix("cell=").split(",")))
    elif not unit and name.lower().endswith((".txt", ".md")):
        whole = _decoded(data)
    return None if whole is None else whole[start:end]


_page = lru_cache(200)(page_text)


def _decoded(data: bytes) -> str | None:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _cell(text: str | None, row: int, column: int) -> str | None:
    if text is None or '"' in text.split("\n", 1)[0]:
        return None
    delimiter = max(",;\t|", key=text.split("\n", 1)[0].count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[row - 1][column - 1]


def _pointed(data: bytes, pointer: str) -> str | None:
    value: Any = json.loads(data)
    for step in (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value if isinstance(value, str) else None


def wrong_places(data: bytes, name: str, counts: Counter[str]) -> Iterator[tuple[str, str, str, str | None]]:
    """Yield every record of a document whose text is not what stands at its locator."""
    items, records = records_of(data, name)
    texts = Texts(data, name, items)
    for record in records:
        kind = type(record).__name__
        words = record.quote if isinstance(record, Claim) else record.text
        assert is_locator(record.locator), record.locator
        counts[kind] += 1
        if texts.at(record.locator) != words:
            yield kind, record.locator, words, texts.at(record.locator)
            continue
        again = looked_up(data, name, record.locator)
        if again is not None:
            counts["again"] += 1
            if again != words:
                yield f"{kind} looked up", record.locator, words, again


def test_everything_read_in_the_demonstration_stands_at_its_place() -> None:
    counts: Counter[str] = Counter()
    wrong = [
        (name, *found)
        for name, data in demo.files()
        if not name.endswith((".toml", "bodies.csv"))
        for found in wrong_places(data, Path(name).name, counts)
    ]
    assert wrong == []
    assert counts["Claim"] > 200
    assert counts["Mention"] > 200
    assert counts["Quantity"] > 200
    assert counts["again"] > 300


@pytest.mark.parametrize("folder", SAMPLED)
def test_everything_read_in_files_beside_the_project_stands_at_its_place(folder: str) -> None:
    root = SHARED / folder
    if not root.is_dir():
        pytest.skip(f"needs the files of {folder} beside the project")
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.stat().st_size <= LARGEST)
    counts: Counter[str] = Counter()
    wrong = [
        (path.name, *found)
        for path in files[:: SAMPLED[folder]]
        for found in wrong_places(path.read_bytes(), path.name, counts)
    ]
    assert wrong == []
    assert sum(counts.values()) > 100


@pytest.mark.parametrize("kind", [Mention, Quantity, Claim])
def test_a_wrong_place_is_noticed(kind: type[Mention | Quantity | Claim]) -> None:
    data = b"The Council owns 28 Hikvision cameras.\n"
    items, records = records_of(data, "letter.txt")
    record = next(record for record in records if isinstance(record, kind))
    unit, start, end = span_of(record.locator) or ("", 0, 0)
    texts = Texts(data, "letter.txt", items)
    words = record.quote if isinstance(record, Claim) else record.text
    assert texts.at(char_span(unit, start + 1, end + 1)) != words
    assert looked_up(data, "letter.txt", char_span(unit, start + 1, end + 1)) != words
