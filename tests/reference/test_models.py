"""Patterns of model numbers: each finds its examples, and the right kind of thing wins."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from synopticon import reference
from synopticon.reference.records import ModelPattern

NAMES = Path(__file__).parents[2] / "../shared/data/demo/equipment/hikvision_model_names.txt"
COMPILED = [(row, re.compile(row.regex)) for row in reference.models()]


def best(text: str) -> tuple[ModelPattern, str] | None:
    found = [(row, match.group()) for row, pattern in COMPILED for match in pattern.finditer(text)]
    return min(found, key=lambda hit: (-len(hit[1]), hit[0].tier, hit[0].pattern), default=None)


@pytest.mark.parametrize("row", reference.models(), ids=lambda row: row.pattern)
def test_each_example_is_matched_whole_and_by_its_own_kind(row: ModelPattern) -> None:
    assert row.examples
    for example in row.examples:
        found = re.search(row.regex, f"Item: {example}, qty 4.")
        assert found is not None
        assert found.group() == example
        winner = best(example)
        assert winner is not None
        assert (winner[0].maker, winner[0].product_kind) == (row.maker, row.product_kind)


@pytest.mark.parametrize(
    ("text", "maker", "kind"),
    [
        ("4 x DS-1280ZJ-S wall", "hikvision", "bracket"),
        ("DS-D5022FN-C", "hikvision", "monitor"),
        ("DS-3E0318P-E/M(B)", "hikvision", "switch"),
        ("ds-2cd2143g0-i", "hikvision", "camera"),
        ("DS-7732NI-I4/16P", "hikvision", "recorder"),
        ("DS-K1T341AMF", "hikvision", "access_control"),
        ("DH-IPC-HFW1200S", "dahua", "camera"),
        ("IPC-HFW1200S", "dahua", "camera"),
        ("DHI-NVR5216-16P-EI", "dahua", "recorder"),
        ("AXIS Q6155-E", "axis", "camera"),
        ("P3245-LVE", "axis", "camera"),
        ("M3106-L Mk II", "axis", "camera"),
        ("XNV-8082R", "hanwha", "camera"),
        ("NBE-7604-AL-OC", "bosch", "camera"),
        ("5.0C-H5A-BO1-IR", "avigilon", "camera"),
        ("IPC2324LB-ADZK-G", "uniview", "camera"),
        ("TC-C34XS", "tiandy", "camera"),
    ],
)
def test_a_model_number_tells_maker_and_kind(text: str, maker: str, kind: str) -> None:
    winner = best(text)
    assert winner is not None
    assert (winner[0].maker, winner[0].product_kind) == (maker, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Invoice 2017/0034-B12 for road works",
        "DS-160 visa form and PIP assessment",
        "M25 J10-A3 improvement scheme, SN1-2019",
        "Section 106 agreement TC-2019-14",
        "SE1 7PB, E14 5HS, NW1 2DB",
        "Adults with LD-24 placements, IPC-610 standard",
    ],
)
def test_other_texts_have_no_model_that_stands_alone(text: str) -> None:
    assert [row.pattern for row, pattern in COMPILED if row.tier == "A" and pattern.search(text)] == []


@pytest.mark.parametrize("unit", ["DS-2CD1-", "IPC-HFW1-1", "DS-7616NI-(", "A1-", "0.0C-H5", "AXIS ", "XNV-1"])
def test_a_long_line_does_not_slow_a_pattern_down(unit: str) -> None:
    line = unit * (40_000 // len(unit))
    started = time.process_time()
    for _, pattern in COMPILED:
        for _ in pattern.finditer(line):
            pass
    assert time.process_time() - started < 10


@pytest.mark.skipif(not NAMES.exists(), reason="the list of real model names is not beside the project")
def test_nearly_all_real_names_of_one_maker_are_found_and_none_is_given_to_another() -> None:
    names = [name for name in NAMES.read_text(encoding="utf-8").splitlines() if name.strip()]
    winners = [best(name) for name in names]
    found = [winner[0] for winner in winners if winner is not None]
    assert {row.maker for row in found} == {"hikvision"}
    assert len(found) / len(names) > 0.97
    assert sum(row.tier in {"A", "B"} for row in found) / len(names) > 0.9
