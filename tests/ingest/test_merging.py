"""OCDS: releases of one process merged by the standard's rules, every value at the place it was read from."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from synopticon.ingest import Facts, read_document
from synopticon.ingest.merging import merged, plain, unversioned
from synopticon.ingest.schema import schema
from synopticon.model.locator import unescaped
from synopticon.model.records import Grid, Passage, Row, SetAside

TENDER: dict[str, Any] = {
    "ocid": "ocds-x-1",
    "id": "1",
    "date": "2021-01-01T00:00:00Z",
    "tag": ["tender"],
    "buyer": {"name": "Northmere"},
    "tender": {"title": "CCTV", "value": {"amount": 2000, "currency": "GBP"}, "submissionMethod": ["written"]},
}
AWARD = {
    "ocid": "ocds-x-1",
    "id": "2",
    "date": "2021-03-01T00:00:00Z",
    "tag": ["award"],
    "awards": [
        {
            "id": "a",
            "status": "pending",
            "value": {"amount": 1500, "currency": "GBP"},
            "suppliers": [{"id": "s", "name": "Osprey"}],
        }
    ],
}
CHANGE = {
    "ocid": "ocds-x-1",
    "id": "3",
    "date": "2021-06-01T00:00:00Z",
    "tag": ["awardUpdate"],
    "tender": {"title": "CCTV for the quay"},
    "awards": [{"id": "a", "status": "active", "value": {"amount": 1800}}],
}  # fmt: skip


def merge(*releases, is_old=False):
    found = plain(merged([(release, f"/{at}") for at, release in enumerate(releases)], is_old=is_old))
    return {key: value for key, value in found.items() if key not in {"ocid", "id", "date", "tag"}}


def release(number, **members):
    return {"ocid": "x", "id": str(number), "date": f"2021-01-{number:02}", "tag": ["tender"], **members}


def read(value, name="x.json"):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    found = list(read_document(data, document="d", name=name, source_kind="notices"))
    grid = next(item for item in found if isinstance(item, Grid))
    return [dict(zip(grid.header, row.cells, strict=True)) for row in found if isinstance(row, Row)], found


def at(value, pointer):
    for key in pointer.split("/")[1:]:
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


@pytest.mark.parametrize(
    ("earlier", "later", "whole"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": None}}, {"a": {"c": 2}}),
        ({"a": {"b": 1}}, {"a": None}, {}),
        ({"a": {"b": 1}}, {"a": {}}, {"a": {"b": 1}}),
        ({"l": [{"id": "1", "v": 1}, {"id": "2", "v": 1}]}, {"l": [{"id": "2", "w": 2}]}, {"l": [{"id": "1", "v": 1}, {"id": "2", "v": 1, "w": 2}]}),
        ({"l": [{"id": "1", "v": 1}]}, {"l": [{"id": "1", "v": None}]}, {"l": [{"id": "1"}]}),
        ({"l": [{"v": 1}]}, {"l": [{"v": 2}]}, {"l": [{"v": 1}, {"v": 2}]}),
        ({"l": [{"id": "1"}]}, {"l": []}, {"l": [{"id": "1"}]}),
        ({"w": ["a", "b"]}, {"w": ["c"]}, {"w": ["c"]}),
        ({"submissionMethod": ["a"]}, {"submissionMethod": []}, {"submissionMethod": []}),
        ({"i": [{"id": "1", "additionalClassifications": [{"id": "7"}]}]}, {"i": [{"id": "1", "additionalClassifications": [{"id": "8"}]}]}, {"i": [{"id": "1", "additionalClassifications": [{"id": "8"}]}]}),
    ],
)  # fmt: skip
def test_a_later_release_changes_what_it_names(earlier, later, whole):
    assert merge(release(1, **earlier), release(2, **later)) == whole
    assert merge(release(2, **later), release(1, **earlier)) == whole


def test_suppliers_are_replaced_as_a_whole_in_version_one():
    first = release(1, awards=[{"id": "a", "suppliers": [{"name": "Osprey"}]}])
    second = release(2, awards=[{"id": "a", "suppliers": [{"name": "Larkfold"}]}])
    assert merge(first, second, is_old=True)["awards"][0]["suppliers"] == [{"name": "Larkfold"}]
    assert len(merge(first, second)["awards"][0]["suppliers"]) == 2


def test_numbers_as_ids_and_what_changes_its_kind_do_no_harm():
    assert merge(release(1, a={"b": 1}), release(2, a=[{"id": "1"}])) == {"a": [{"id": "1"}]}
    assert merge(release(1, a=[1]), release(2, a={"b": 1}), release(3, a="x")) == {"a": "x"}


def test_releases_of_one_process_in_a_package_give_one_row_with_the_places_of_their_values():
    package = {"version": "1.1", "releases": [CHANGE, TENDER, AWARD]}
    rows, found = read(package)
    assert [(row["title"], row["amount"], row["currency"], row["status"], row["supplier"]) for row in rows] == [
        ("CCTV for the quay", "1800", "GBP", "active", "Osprey")
    ]
    grid = next(item for item in found if isinstance(item, Grid))
    row = next(item for item in found if isinstance(item, Row))
    places = dict(zip(grid.header, row.locators, strict=True))
    assert places["title"] == "json=/releases/0/tender/title"
    assert places["amount"] == "json=/releases/0/awards/0/value/amount"
    assert places["currency"] == "json=/releases/2/awards/0/value/currency"
    assert places["body"] == "json=/releases/1/buyer/name"
    for name, text in rows[0].items():
        if text and name not in {"amount_kind", "supplier_number"}:
            assert str(at(package, unescaped(places[name].removeprefix("json=")))) == text
    assert any("3 releases" in (item.note or "") for item in found if isinstance(item, Facts))


def test_the_lines_of_json_lines_and_packed_ones_are_merged_too():
    lines = b"\n".join(json.dumps(one).encode() for one in (TENDER, AWARD, CHANGE))
    for data, name in ((lines, "x.jsonl"), (gzip.compress(lines, mtime=0), "x.jsonl.gz")):
        rows, found = read(data, name)
        assert [row["amount"] for row in rows] == ["1800"]
        row = next(item for item in found if isinstance(item, Row))
        assert row.locators[0] == "row=1;json=/buyer/name"
        assert row.locators[3] == "row=3;json=/tender/title"


def test_other_processes_are_left_alone():
    rows, _ = read({"releases": [TENDER, {**AWARD, "ocid": "ocds-x-2"}]})
    assert [(row["reference"], row["amount_kind"]) for row in rows] == [("ocds-x-1", "ceiling"), ("ocds-x-2", "award")]


def test_a_record_is_merged_when_nobody_compiled_it():
    rows, found = read({"version": "1.1", "records": [{"ocid": "ocds-x-1", "releases": [TENDER, AWARD, CHANGE]}]})
    assert [row["amount"] for row in rows] == ["1800"]
    row = next(item for item in found if isinstance(item, Row))
    assert row.locators[5] == "json=/records/0/releases/2/awards/0/value/amount"


def test_a_record_of_links_is_reported():
    record = {
        "ocid": "ocds-x-9",
        "releases": [{"url": "https://northmere.example/1", "date": "2021", "tag": ["tender"]}],
    }
    rows, found = read({"version": "1.1", "records": [record, {"ocid": "ocds-x-1", "compiledRelease": TENDER}]})
    assert [row["reference"] for row in rows] == ["ocds-x-1"]
    aside = [item for item in found if isinstance(item, SetAside)]
    assert [(item.locator, item.reason) for item in aside] == [("json=/records/0", "linked releases only")]
    assert "ocds-x-9" in aside[0].detail


def test_a_versioned_release_gives_the_last_value_and_its_place():
    def versions(*values):
        return [
            {"releaseID": str(n), "releaseDate": f"2021-01-0{n}", "releaseTag": ["tender"], "value": value}
            for n, value in enumerate(values, 1)
        ]

    value = {
        "ocid": "x",
        "tender": {"title": versions("CCTV", "CCTV for the quay"), "status": versions("active", None)},
        "awards": [{"id": "a", "value": {"amount": versions(1, 2), "currency": versions("GBP")}}],
    }  # fmt: skip
    assert plain(unversioned(value, "")) == {
        "ocid": "x",
        "tender": {"title": "CCTV for the quay"},
        "awards": [{"id": "a", "value": {"amount": 2, "currency": "GBP"}}],
    }
    rows, found = read({"records": [{"ocid": "x", "versionedRelease": value}]})
    row = next(item for item in found if isinstance(item, Row))
    assert rows[0]["title"] == "CCTV for the quay"
    assert row.locators[3] == "json=/records/0/versionedRelease/tender/title/1/value"
    assert row.locators[5] == "json=/records/0/versionedRelease/awards/0/value/amount/1/value"


def test_a_field_that_is_neither_used_nor_ignored_is_reported():
    value = {**TENDER, "doorColour": "green", "tender": {**TENDER["tender"], "items": [{"id": "1", "quantity": 28}]}}
    _, found = read(value)
    notes = " | ".join(item.note or "" for item in found if isinstance(item, Facts))
    assert "doorColour" in notes
    assert "tender/items/quantity" in notes
    assert "fields not used" not in " | ".join(item.note or "" for item in read(TENDER)[1] if isinstance(item, Facts))


def test_what_the_schema_calls_used_comes_out_and_what_it_calls_a_person_does_not():
    uses = [use for use in schema("ocds").uses if "*" not in use.path]
    for use in uses:
        planted = f"Planted {use.path} words that are many enough to be a long text of their own, with a blank"
        value = _planted(use.path, planted)
        found = read(value)[1]
        text = " ".join([*(cell for item in found if isinstance(item, Row) for cell in item.cells),
                         *(item.text for item in found if isinstance(item, Passage))])  # fmt: skip
        if use.use == "used" and use.field not in {"party", "award"} and not use.path.startswith("contracts"):
            assert planted in text, use.path
    for path in (
        "buyer/contactPoint/name",
        "parties/contactPoint/email",
        "parties/address/streetAddress",
        "parties/beneficialOwners/name",
        "parties/persones/name",
    ):
        known = schema("ocds").use_of(path)
        assert known is not None
        assert known.use == "person"
        assert "Planted" not in repr(
            read(_planted(path, "Planted person, with a name and an address long enough to be a long text of its own"))[
                1
            ]
        )


def _planted(path, text):
    lists = {
        "parties",
        "awards",
        "contracts",
        "items",
        "suppliers",
        "additionalClassifications",
        "lots",
        "beneficialOwners",
        "persones",
        "tag",
    }
    value: dict[str, Any] = {"ocid": "x", "tag": ["award"]}
    at: dict[str, Any] = value
    keys = path.split("/")
    for key in keys[:-1]:
        below: dict[str, Any] = {}
        at[key] = [below] if key in lists else below
        at = below
    at[keys[-1]] = [text] if keys[-1] in lists else text
    if "/amountNet" in path or path.endswith("/currency"):
        at.setdefault("amount", "" if "/amountNet" in path else "5")
    return value
