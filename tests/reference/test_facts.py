"""What must hold inside and across the tables of facts."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from synopticon import reference
from synopticon.model.vocabulary import LEGAL_TYPES

SHARED = Path(__file__).parents[2] / "../shared"
TABLES: dict[str, Callable[[], tuple[Any, ...]]] = {
    "makers": reference.makers,
    "aliases": reference.aliases,
    "brands": reference.brands,
    "ownership": reference.ownership,
    "designations": reference.designations,
    "models": reference.models,
    "capabilities": reference.capabilities,
    "products": reference.products,
    "list_names": reference.list_names,
    "codes": reference.codes,
    "bodies": reference.bodies,
    "field_names": reference.field_names,
    "legal_types": reference.legal_types,
    "negatives": reference.negatives,
    "contexts": reference.context_words,
}
ALIAS_KINDS = {
    "full",
    "short",
    "former",
    "transliteration",
    "misspelling",
    "product",
    "subsidiary",
    "ambiguous",
    "never",
}


def folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_source_that_resolves(table: str) -> None:
    known = {row.source for row in reference.sources()}
    rows = TABLES[table]()
    assert rows
    assert [row for row in rows if not set(row.source.split(";")) <= known] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    assert [row for row, count in Counter(TABLES[table]()).items() if count > 1] == []


def test_ids_are_unique_and_resolve_across_tables() -> None:
    makers = [row.maker for row in reference.makers()]
    assert len(set(makers)) == len(makers)
    for rows in (reference.aliases(), reference.brands(), reference.models()):
        assert {row.maker for row in rows} <= set(makers)
    assert {row.maker for row in reference.designations() if row.maker} <= set(makers)
    assert {maker for row in reference.context_words() for maker in row.makers} <= set(makers)
    capabilities = {row.capability for row in reference.capabilities()}
    assert {row.parent for row in reference.capabilities() if row.parent} <= capabilities
    lists = {row.list for row in reference.designations()}
    assert {row.list for row in reference.list_names() if row.list} <= lists
    assert len({row.designation for row in reference.designations()}) == len(reference.designations())
    assert len({row.pattern for row in reference.models()}) == len(reference.models())


def test_every_maker_can_be_found_by_its_full_name_and_by_a_short_one() -> None:
    kinds = defaultdict(set)
    for row in reference.aliases():
        kinds[row.maker].add(row.kind)
    assert [row.maker for row in reference.makers() if not kinds[row.maker] & {"full", "short"}] == []
    without_short = {
        row.maker
        for row in reference.makers()
        if not kinds[row.maker] & {"short", "ambiguous", "product"} and row.confidence != "low"
    }
    assert without_short == set()


def test_a_brand_that_links_is_not_also_a_name_of_another_maker() -> None:
    names = defaultdict(set)
    for alias in reference.aliases():
        names[folded(alias.alias)].add(alias.maker)
    clashing = [
        row.name for row in reference.brands() if row.confidence != "low" and names[folded(row.name)] - {row.maker}
    ]
    assert clashing == []
    makers = defaultdict(set)
    for row in reference.brands():
        if row.confidence != "low":
            makers[row.brand].add(row.maker)
    assert {brand: found for brand, found in makers.items() if len(found) > 1} == {}
    assert makers["ezviz"] == {"hikvision"}


def test_closed_sets_hold() -> None:
    assert {row.kind for row in reference.aliases()} == ALIAS_KINDS
    assert {row.tier for row in reference.models()} == {"A", "B", "C"}
    assert {row.use for row in reference.codes()} == {"core", "beside", "note"}
    assert {row.scope for row in reference.designations()} == {"entity", "class"}
    assert {row.role for row in reference.context_words()} == {
        "subject",
        "other",
        "after",
        "after_doubtful",
        "not_after",
        "before",
    }
    assert {row.kind for row in reference.negatives()} == {"firm", "activity", "phrase"}
    for rows in (reference.makers(), reference.aliases(), reference.designations(), reference.models()):
        assert {row.confidence for row in rows} <= {"high", "medium", "low"}


def test_a_name_belongs_to_one_maker_unless_it_is_marked_ambiguous() -> None:
    makers = defaultdict(set)
    for row in reference.aliases():
        if row.kind not in {"ambiguous", "never"}:
            makers[folded(row.alias)].add(row.maker)
    assert {name: found for name, found in makers.items() if len(found) > 1} == {}


def test_a_barrier_is_never_also_a_name_of_the_same_maker() -> None:
    names = {(row.maker, folded(row.alias)) for row in reference.aliases() if row.kind != "never"}
    barriers = {(row.maker, folded(row.alias)) for row in reference.aliases() if row.kind == "never"}
    assert barriers.isdisjoint(names)
    assert {("yixin-sci", "易鑫"), ("cetc", "cec"), ("axon", "axon buildbase")} <= barriers


@pytest.mark.parametrize("alias", ["大华", "海康", "داوا", "Axon", "Flock", "Axis", "Bosch", "Pegasus", "NSO"])
def test_ordinary_words_need_the_subject_near(alias: str) -> None:
    assert {row.kind for row in reference.aliases() if folded(row.alias) == folded(alias)} == {"ambiguous"}


@pytest.mark.parametrize(
    ("maker", "names"),
    [
        ("hikvision", ("هيكفيجن", "هيكفيغن", "هيكفيشن", "هايكفيجن", "海康威视", "海康威視", "HIK Vision")),
        ("dahua", ("داهوا", "دهوا", "大华股份", "大華股份")),
        ("huawei", ("هواوي", "华为", "華為")),
        ("aws", ("أمازون", "أمازون ويب سيرفيسز", "Amazon", "AWS", "亚马逊")),
        ("google", ("جوجل", "غوغل", "قوقل", "谷歌")),
        ("sensetime", ("商汤", "商湯", "سينس تايم")),
        ("megvii", ("旷视", "曠視", "旷世科技")),
    ],
)
def test_makers_are_known_in_three_scripts(maker: str, names: tuple[str, ...]) -> None:
    known = {row.alias for row in reference.aliases() if row.maker == maker and row.kind not in {"never", "ambiguous"}}
    assert set(names) <= known


def in_force(maker: str, day: str) -> set[str]:
    return {
        row.list
        for row in reference.designations()
        if row.maker == maker
        and row.scope == "entity"
        and row.in_force_from is not None
        and row.in_force_from <= day
        and (row.in_force_to is None or day < row.in_force_to)
    }


@pytest.mark.parametrize(
    ("maker", "day", "lists"),
    [
        ("hikvision", "2019-10-08", {"US-NDAA-889"}),
        ("hikvision", "2021-02-18", {"US-BIS-EL", "US-NDAA-889"}),
        ("dahua", "2021-02-18", {"US-BIS-EL", "US-NDAA-889"}),
        ("hikvision", "2021-06-03", {"US-BIS-EL", "US-NDAA-889", "US-FCC-CL", "US-DOD-1260H", "US-NS-CMIC"}),
        ("dahua", "2022-10-04", {"US-BIS-EL", "US-NDAA-889", "US-FCC-CL"}),
        ("dahua", "2022-10-05", {"US-BIS-EL", "US-NDAA-889", "US-FCC-CL", "US-DOD-1260H"}),
        ("megvii", "2024-06-01", {"US-BIS-EL", "US-NS-CMIC", "US-DOD-1260H"}),
        ("megvii", "2025-01-07", {"US-BIS-EL", "US-NS-CMIC"}),
        ("sandvine", "2024-12-01", set()),
        ("axis", "2025-01-01", set()),
    ],
)
def test_lists_are_read_as_of_a_day(maker: str, day: str, lists: set[str]) -> None:
    assert in_force(maker, day) == lists


def test_intervals_run_forwards() -> None:
    for listed in reference.designations():
        assert listed.in_force_from
        assert listed.in_force_to is None or listed.in_force_from < listed.in_force_to
    for owned in reference.ownership():
        assert owned.since is None or owned.until is None or owned.since <= owned.until
    for body in reference.bodies():
        assert body.since is None or body.until is None or body.since <= body.until


def test_editions_of_a_list_are_folded_into_one_row_per_entity() -> None:
    rows = [(row.list, folded(row.listed_name)) for row in reference.designations() if row.scope == "entity"]
    assert [key for key, count in Counter(rows).items() if count > 1] == []
    drones = [
        row.listed_name
        for row in reference.designations()
        if row.list == "US-DOD-1260H" and row.maker == "dji" and "DJI" in row.listed_name
    ]
    assert drones == ["Shenzhen DJI Technology Co., Ltd."]


def test_a_cell_never_holds_two_entities_and_a_class_names_no_maker() -> None:
    for row in reference.designations():
        assert ";" not in row.listed_name
        assert " / " not in row.listed_name
        assert row.scope == "entity" or row.maker is None


def test_each_list_has_one_legal_type_name_and_jurisdiction() -> None:
    facts = defaultdict(set)
    for row in reference.designations():
        facts[row.list].add((row.list_name, row.legal_type, row.jurisdiction))
    assert {code: found for code, found in facts.items() if len(found) > 1} == {}


def test_the_wording_of_a_legal_type_avoids_its_forbidden_words() -> None:
    types = {row.legal_type: row for row in reference.legal_types()}
    assert tuple(types) == LEGAL_TYPES
    for row in types.values():
        said = row.wording.format(name="N", list_name="L", date="D", condition="C").casefold()
        assert row.forbidden
        assert set(row.forbidden).isdisjoint(said.replace(".", " ").replace(",", " ").replace(":", " ").split())
        for listed in reference.designations():
            if listed.legal_type == row.legal_type:
                assert set(row.forbidden).isdisjoint(listed.condition.casefold().replace(";", " ").split())
    assert {"sanctioned", "banned", "illegal"} <= set(types["export_control"].forbidden)


def test_words_for_things_are_unique_in_their_language_and_tell_the_subject() -> None:
    terms = Counter((row.language, folded(row.term)) for row in reference.products())
    assert [term for term, count in terms.items() if count > 1] == []
    by_term = {(row.language, row.term): row for row in reference.products()}
    assert by_term["ar", "كاميرات مراقبة"].product_kind == "camera"
    assert by_term["ar", "مسجلات الفيديو"].product_kind == "recorder"
    assert by_term["zh", "硬盘录像机"].product_kind == "recorder"
    assert by_term["en", "ANPR cameras"].product_kind == "camera"
    assert not by_term["en", "licences"].is_subject
    assert not {"council", "councils", "borough", "مجلس", "委员会"} & {row.term for row in reference.products()}


def test_a_look_alike_is_not_itself_a_name_or_a_word_of_the_subject() -> None:
    looks = {(row.language, folded(row.phrase)) for row in reference.negatives()}
    names = {(row.language, folded(row.alias)) for row in reference.aliases() if row.kind not in {"never", "ambiguous"}}
    words = {(row.language, folded(row.term)) for row in reference.products() if row.is_subject}
    assert looks.isdisjoint(names)
    assert looks.isdisjoint(words)


def test_councils_have_ids_dates_and_successors() -> None:
    bodies = {row.body: row for row in reference.bodies()}
    assert len(bodies) == len(reference.bodies())
    for row in bodies.values():
        assert set(row.replaced_by) <= set(bodies)
        assert not row.replaced_by or row.until
    london = [row for row in bodies.values() if row.kind == "London borough" and row.until is None]
    assert len(london) == 32
    assert "London Borough of Camden" in {bodies["gb-CMD"].name, *bodies["gb-CMD"].spellings}


@pytest.mark.skipif(not SHARED.exists(), reason="the marked reports are not beside the project")
def test_every_maker_of_the_marked_reports_is_findable() -> None:
    names = defaultdict(set)
    for row in reference.aliases():
        if row.kind not in {"never", "ambiguous"}:
            names[row.maker].add(folded(row.alias))
    marked = [
        json.loads(line)
        for line in (SHARED / "eval/reading/founding_gold.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    mentions = [
        row
        for row in marked
        if row["record"] == "mention"
        and row["kind"] in {"maker", "product", "system"}
        and row.get("in_reference") is not False
    ]
    assert len(mentions) > 50
    assert [row["text"] for row in mentions if not any(name in folded(row["text"]) for name in names[row["id"]])] == []


def test_a_term_of_a_capability_belongs_to_one_capability() -> None:
    terms = Counter((language, folded(term)) for row in reference.capabilities() for language, term in row.terms)
    assert [term for term, count in terms.items() if count > 1] == []
    assert [row.capability for row in reference.capabilities() if not row.terms] == []
