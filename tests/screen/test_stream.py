"""Names in, Arrow record batches out."""

from __future__ import annotations

import pyarrow as pa
import pytest

import synopticon
from synopticon.errors import UsageError
from synopticon.screen import SCHEMA, ListEntry, screen

OWN = [("q1", "Quillon Holdings"), ("q1", "Kwillon Bank"), ("q2", "Vale Works")]


class Frame:
    """What another library's frame or series shows of itself: the Arrow C stream, nothing else."""

    def __init__(self, values):
        self.values = values

    def __arrow_c_stream__(self, requested_schema=None):
        return self.values.__arrow_c_stream__(requested_schema)


def best(names, **options):
    rows = screen(names, OWN, top=1, **options).read_all().to_pylist()
    return [(row["row"], row["rank"], row["listing"], row["tier"]) for row in rows]


EXPECTED = [(1, 1, "q1", "entity"), (2, 0, None, None), (3, 1, "q2", "entity")]
NAMES = ["QUILLON HOLDINGS LTD", None, "Vale Works"]


@pytest.mark.parametrize(
    "names",
    [
        NAMES,
        pa.array(NAMES),
        pa.chunked_array([NAMES[:1], NAMES[1:]]),
        pa.table({"name": NAMES, "amount": [1, 2, 3]}),
        pa.record_batch({"any": pa.array(NAMES)}),
        pa.table({"any": NAMES}).to_reader(),
        pa.array(NAMES, pa.large_string()),
        pa.array(NAMES).dictionary_encode(),
        Frame(pa.table({"query": NAMES, "x": NAMES[::-1]})),
        Frame(pa.chunked_array([NAMES])),
        iter(NAMES),
    ],
    ids=["list", "array", "chunks", "table", "batch", "reader", "large", "dictionary", "frame", "series", "iterator"],
)
def test_names_come_in_any_container(names):
    assert best(names) == EXPECTED


def test_the_column_is_named_where_there_are_several():
    table = pa.table({"a": ["x", "y"], "b": ["Vale Works", "Quillon Holdings"]})
    assert [row[2] for row in best(table, column="b")] == ["q2", "q1"]
    with pytest.raises(UsageError, match="a column"):
        best(table)
    with pytest.raises(UsageError, match="'c'"):
        best(table, column="c")


def test_a_bare_string_is_no_list_of_names():
    with pytest.raises(UsageError, match="one string"):
        screen("Vale Works", OWN).read_all()


@pytest.mark.parametrize("options", [{"top": 0}, {"batch_size": 0}])
def test_counts_are_positive(options):
    with pytest.raises(UsageError, match="at least 1"):
        screen(["x"], OWN, **options)


def test_a_list_comes_as_entries_pairs_table_or_path(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("id,name\nq1,Quillon Holdings\nq1,Kwillon Bank\nq2,Vale Works\n", encoding="utf-8")
    table = pa.table({"id": [one for one, _ in OWN], "name": [one for _, one in OWN]})
    entries = [
        ListEntry("q1", "Quillon Holdings", "Quillon Holdings"),
        ListEntry("q1", "Kwillon Bank", "Quillon Holdings", tier="alias"),
        ListEntry("q2", "Vale Works", "Vale Works"),
    ]
    results = [
        screen(["Kwillon Bank PLC", "vale works"], one).read_all() for one in (OWN, table, path, str(path), entries)
    ]
    assert all(result.equals(results[0]) for result in results)
    assert results[0]["tier"].to_pylist()[0] == "alias"
    with pytest.raises(UsageError, match="id and name"):
        screen(["x"], pa.table({"id": ["1"]}))


def test_names_are_read_only_as_batches_are_asked_for():
    read = []

    def names():
        for number in range(10):
            read.append(number)
            yield f"Vale Works {number}"

    batches = iter(screen(names(), OWN, batch_size=2))
    first = next(batches)
    assert len(read) == 2
    assert set(first["row"].to_pylist()) == {1, 2}
    assert [row for batch in batches for row in dict.fromkeys(batch["row"].to_pylist())] == list(range(3, 11))


def test_the_size_of_batches_changes_nothing():
    names = [f"{word} {form}" for word in ("Quillon", "Vale", "Kwilon", "Nothing") for form in ("Ltd", "Works", "Bank")]
    tables = [screen(names, OWN, batch_size=size).read_all() for size in (1, 5, 100)]
    assert tables[0].equals(tables[1])
    assert tables[0].equals(tables[2])


def test_the_columns_are_those_of_the_table_of_screen_and_no_name_gives_no_rows():
    empty = screen([], OWN).read_all()
    assert empty.schema.equals(SCHEMA)
    assert empty.num_rows == 0


def test_without_explanation_only_why_differs():
    full = screen(["Kwilon Bank"], OWN).read_all()
    quick = screen(["Kwilon Bank"], OWN, explain=False).read_all()
    assert full.drop_columns("why").equals(quick.drop_columns("why"))
    assert "kwillon" in full["why"][0].as_py()
    assert quick["why"].to_pylist() == [""]


def test_the_package_itself_can_be_called():
    found = synopticon.screen(["Hikvision"], as_of="2021-02-18").read_all()
    assert {"US-BIS-EL", "US-NDAA-889"} >= set(found.filter(pa.compute.field("tier") != "weak")["list"].to_pylist())
    with pytest.raises(AttributeError, match="screens"):
        _ = synopticon.screens


LISTED = [
    ListEntry("A:1", "Quillon Holdings", "Quillon Holdings", "A"),
    ListEntry("B:7", "Quillon Holdings", "QUILLON  Holdings", "B"),
    ListEntry("C:3", "Quillon Holding", "Quillon Holding", "C"),
    ListEntry("D:4", "Quillon Holdinger", "Quillon Holdinger", "D"),
]


@pytest.mark.parametrize("name", ["Quillon Holdings", "Quilon Holdings", "Quillon Holdigns Ltd"])
def test_all_listings_of_the_best_organisation_come_out_and_count_once(name):
    def lists(top):
        rows = screen([name, "Nothing Alike", name], LISTED, top=top).read_all().to_pylist()
        assert [row["rank"] for row in rows if row["row"] == 3] == list(range(1, len(rows) // 2 + 1))
        return [row["list"] for row in rows if row["row"] == 1]

    assert {"A", "B"} <= set(lists(4))
    first = screen([name], LISTED, top=4).read_all().to_pylist()[0]["list"]
    assert lists(1) == (["A", "B"] if first in "AB" else [first])
    assert len(lists(2)) == 3


def test_every_listing_of_a_known_maker_comes_out_whatever_the_number_asked_for():
    few = screen(["Hangzhou Hikvision Digital Technology Co Ltd"], top=1).read_all().column("list").to_pylist()
    many = screen(["Hangzhou Hikvision Digital Technology Co Ltd"], top=100).read_all().column("list").to_pylist()
    assert few == many
    assert "US-BIS-EL" in few


def test_each_id_of_a_list_of_ones_own_is_one_candidate():
    rows = screen(["Hikvision"], [("q1", "Hikvision"), ("q2", "Hikvision")], top=1).read_all().to_pylist()
    assert [row["listing"] for row in rows] == ["q1"]
