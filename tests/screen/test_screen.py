"""Names held against official lists and lists of one's own."""

from __future__ import annotations

import pytest

from synopticon import reference
from synopticon.errors import UsageError
from synopticon.model.records import Organisation
from synopticon.screen import (
    THRESHOLD,
    ListEntry,
    built_in_entries,
    built_in_lists,
    entries_from_csv,
    match_organisations,
    screen_names,
)

HIKVISION = [
    ListEntry(
        "h1", "Hangzhou Hikvision Digital Technology Co., Ltd.", "Hangzhou Hikvision Digital Technology Co., Ltd."
    )
]


def best(name, against=HIKVISION):
    (found,) = screen_names([name], against=against)
    return found[0] if found else None


def organisation(identity, name, role="supplier", *, risk=False):
    return Organisation(identity, name, role, None, None, None, natural_person_risk=risk, names=(name,))


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", "entity"),
        ("Hangzhou Hikvision Digital Technology Company", "entity"),
        ("Hikvision", "alias"),
        ("海康威视", "alias"),
        ("杭州海康威视数字技术股份有限公司", "alias"),
        ("هيكفيجن", "alias"),
        ("Хиквижн", "alias"),
        ("HIK VISION UK LTD", "brand_or_group"),
        ("Hikvision UK Limited", "brand_or_group"),
        ("PRAMA HIKVISION INDIA PRIVATE LIMITED", "brand_or_group"),
        ("Hikvision Ruritania Oy", "brand_or_group"),
        ("EZVIZ", "brand_or_group"),
        ("Northmere Direct t/a Hikvision Outlet", "brand_or_group"),
    ],
)
def test_hikvision_is_found_across_spellings_and_scripts(name, tier):
    candidate = best(name)
    assert candidate is not None
    assert candidate.listing == "h1"
    assert candidate.tier == tier
    assert candidate.score >= THRESHOLD


@pytest.mark.parametrize(
    "name",
    [
        "Hangzhou Digital Technology Co., Ltd.",
        "Zhejiang Dahua Technology Co., Ltd.",
        "大华",
        "Digital Technology Ltd",
        "海康",
    ],
)
def test_another_firm_is_weak_or_nothing(name):
    candidate = best(name)
    assert candidate is None or candidate.tier == "weak"


@pytest.mark.parametrize(
    "name",
    [
        "Axon Solutions",
        "AXON SOLUTIONS LTD",
        "Axon Buildbase",
        "MANCHESTER CAMERATA",
        "SITEWATCH FIRE & SURVEILLANCE",
        "THE CCTV TRAINING ACADEMY",
    ],
)
def test_the_traps_are_never_above_weak(name):
    own = [ListEntry("a", "Axon Enterprise, Inc."), ListEntry("b", "Axon"), *HIKVISION]
    for against in (None, own):
        (found,) = screen_names([name], against=against, top=20)
        assert all(candidate.tier == "weak" for candidate in found)


def test_a_missing_distinctive_word_keeps_the_score_below_the_threshold():
    against = [ListEntry("s", "KHUZESTAN OXIN STEEL COMPANY"), ListEntry("l", "QUILLON EAST LEASING")]
    for name in ("KHUZESTAN ARVAND STEEL CO", "QUILLON BRANTHAM LEASING"):
        candidate = best(name, against)
        assert candidate is None or candidate.tier == "weak"


def test_look_alikes_that_may_never_be_merged_are_barred():
    makers = {
        candidate.listed_name
        for found in screen_names(["China Electronics Corporation", "易鑫科技"], top=20)
        for candidate in found
        if candidate.tier != "weak"
    }
    assert makers == set()


def test_candidates_are_ranked_one_per_listing_and_explained():
    (found,) = screen_names(["Hikvision Digital Tech"], top=10)
    assert [candidate.rank for candidate in found] == list(range(1, len(found) + 1))
    assert [candidate.score for candidate in found] == sorted((candidate.score for candidate in found), reverse=True)
    assert len({candidate.listing for candidate in found}) == len(found)
    assert all("Hikvision" in candidate.why for candidate in found[:1])


def test_a_typo_is_found_with_the_words_that_were_aligned():
    candidate = best(
        "Quillonvest Tradng LLC", [ListEntry("q", "QUILLONVEST TRADING LLC"), ListEntry("x", "OTHER TRADING LLC")]
    )
    assert candidate is not None
    assert candidate.listing == "q"
    assert candidate.tier == "entity"
    assert "quillonvest" in candidate.why


@pytest.mark.parametrize("name", ["", "   ", "Ltd", "???", "a" * 5000, "\x00", "李" * 500])
def test_odd_names_give_no_strong_candidate(name):
    (found,) = screen_names([name])
    assert all(candidate.tier == "weak" for candidate in found)


def test_every_named_entity_of_the_lists_is_loaded_and_finds_itself():
    named = [row for row in reference.designations() if row.scope == "entity"]
    assert {entry.listing for entry in built_in_entries()} == {row.designation for row in named}
    for row, found in zip(named, screen_names([row.listed_name for row in named], top=60), strict=True):
        mine = [candidate for candidate in found if candidate.listing == row.designation]
        assert mine, row.listed_name
        assert mine[0].tier == "entity"


def test_a_day_leaves_only_listings_in_force_on_it():
    (found,) = screen_names(["Hikvision"], as_of="2021-02-18", top=50)
    assert {candidate.list for candidate in found if candidate.tier != "weak"} == {"US-BIS-EL", "US-NDAA-889"}


@pytest.mark.parametrize("maker", ["hikvision", "dahua"])
def test_the_founding_day_has_two_lists_for_hikvision_and_dahua(maker):
    name = next(row.name for row in reference.makers() if row.maker == maker)
    matches = match_organisations([organisation(maker, name, "maker")], as_of="2021-02-18")
    assert {match.list for match in matches if match.tier in ("entity", "alias")} == {"US-BIS-EL", "US-NDAA-889"}
    assert {match.list for match in matches if match.tier != "weak"} == {"US-BIS-EL", "US-NDAA-889"}


def test_no_list_had_hikvision_before_its_first_day():
    matches = match_organisations([organisation("hikvision", "Hikvision", "maker")], as_of="2018-01-01")
    assert [match for match in matches if match.tier in ("entity", "alias")] == []


def test_the_wording_follows_the_legal_type_and_cites_the_publication():
    matches = match_organisations([organisation("hikvision", "Hikvision", "maker")], as_of="2024-05-31")
    assert matches
    forbidden = {row.legal_type: row.forbidden for row in reference.legal_types()}
    for match in matches:
        assert match.is_in_force
        assert match.citation
        assert not any(word in match.wording.casefold().split() for word in forbidden[match.legal_type]), match.wording
    export = next(match for match in matches if match.legal_type == "export_control" and match.tier == "entity")
    assert "sanction" not in export.wording.casefold()
    assert "2024-05-31" in export.wording


def test_a_group_match_says_that_the_firm_is_not_the_listed_one_and_shows_the_path():
    matches = match_organisations([organisation("org-x", "EZVIZ")], as_of="2024-05-31")
    groups = [match for match in matches if match.tier == "brand_or_group"]
    assert groups
    assert all(match.via == "ezviz > hikvision" for match in groups if match.listed_name == "Hikvision")
    assert all("not itself the listed entity" in match.wording for match in groups)


def test_private_persons_and_rules_that_name_no_company_are_never_matched():
    assert match_organisations([organisation("w", "Hikvision", risk=True)], as_of="2024-05-31") == []
    classes = {row.designation for row in reference.designations() if row.scope == "class"}
    assert not classes & {entry.listing for entry in built_in_entries()}


def test_a_list_of_ones_own_takes_several_names_per_id(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        "ID,Name,note\nq1,Quillon Holdings,x\nq1,Kwillon Bank,y\n,none,\nq2,Vale Works,\n", encoding="utf-8"
    )
    entries = entries_from_csv(path)
    assert [(entry.listing, entry.name, entry.tier) for entry in entries] == [
        ("q1", "Quillon Holdings", "entity"),
        ("q1", "Kwillon Bank", "alias"),
        ("q2", "Vale Works", "entity"),
    ]
    candidate = best("KWILLON BANK PLC", entries)
    assert candidate is not None
    assert (candidate.listing, candidate.tier, candidate.listed_name) == ("q1", "alias", "Quillon Holdings")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"ident,name\n1,x\n", "id"),
        (b"id,name\n", "at least one row"),
        (b"id,name\n1,\xff\xfe\n", "UTF-8"),
        (b"", "id and name"),
    ],
)
def test_a_wrong_list_is_an_error_that_says_what_to_do(tmp_path, content, word):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=word):
        entries_from_csv(path)


def test_an_absent_list_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="readable list"):
        entries_from_csv(tmp_path / "absent.csv")


def test_the_state_of_the_lists_counts_every_row():
    states = built_in_lists()
    assert sum(state.entries + state.classes for state in states) == len(reference.designations())
    assert [state.list for state in states] == sorted({row.list for row in reference.designations()})
    entity_list = next(state for state in states if state.list == "US-BIS-EL")
    assert entity_list.legal_type == "export_control"
    assert entity_list.earliest is not None


def test_a_telling_word_alone_finds_the_full_name_and_a_common_word_does_not():
    against = [
        ListEntry("q", "QUILLONVEST TRADING AND INDUSTRIAL GROUP"),
        ListEntry("p", "PRECISION INTERNATIONAL TRADING"),
    ]
    found = best("Quillonvest Ltd", against)
    assert found is not None
    assert (found.listing, found.tier) == ("q", "entity")
    other = best("Precision Cleaning Ltd", against)
    assert other is None or other.tier == "weak"


def test_a_misspelling_of_a_misspelling_is_not_a_name():
    entries = [ListEntry("h", "Hickvision", "Hikvision", is_exact_only=True, tier="alias")]
    assert best("Hickvision", entries) is not None
    assert best("Hickvisiom", entries) is None


def test_differing_numbers_and_places_are_said():
    candidate = best("Quillonvest Films 7 France", [ListEntry("q", "QUILLONVEST FILMS 8 SPAIN")])
    assert candidate is not None
    assert candidate.tier == "weak"
    assert "numbers differ" in candidate.why
    assert "places differ" in candidate.why


def test_the_same_names_give_the_same_candidates_in_any_order():
    names = ["Hikvision UK", "Axon Solutions", "海康威视", "Quillon Ltd", "Dahua"]
    forward = dict(zip(names, screen_names(names), strict=True))
    backward = dict(zip(names[::-1], screen_names(names[::-1]), strict=True))
    assert forward == backward


def test_a_listing_ends_on_the_first_day_on_which_it_is_no_longer_in_force():
    entry = ListEntry("q", "Quillon", in_force_from="2020-01-01", in_force_to="2024-10-01")
    assert [entry.is_in_force(day) for day in ("2019-12-31", "2020-01-01", "2024-09-30", "2024-10-01")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("maker", ["hanwha", "idis", "bosch"])
def test_a_maker_that_is_not_listed_gets_no_match_by_likeness(maker):
    name = next(row.name for row in reference.makers() if row.maker == maker)
    assert match_organisations([organisation(maker, name, "maker")], as_of="2024-05-31") == []


def test_a_maker_is_the_entity_of_its_own_listings_and_in_the_group_of_others():
    matches = match_organisations([organisation("dahua", "Dahua", "maker")], as_of="2026-01-01")
    own = {
        row.designation for row in reference.designations() if row.maker == "dahua" and "Wisdom" not in row.listed_name
    }
    assert {match.listing for match in matches if match.tier in ("entity", "alias")} == own
    others = [match for match in matches if match.listing not in own]
    assert others
    assert {match.tier for match in others} == {"brand_or_group"}


def test_a_misspelt_name_in_han_finds_its_maker():
    (found,) = screen_names(["旷世"])
    assert found[0].tier == "alias"
    assert found[0].via == "megvii"


@pytest.mark.parametrize(
    "name", ["Quillon 360 Ltd", "World Vision Northmere", "Body Positive Vale", "One Step At A Time"]
)
def test_ordinary_words_are_no_spelling_of_a_listed_name(name):
    (found,) = screen_names([name])
    assert all(candidate.tier == "weak" for candidate in found)


SCRIPTS = [
    ListEntry("h", "杭州奎龙威远数字技术股份有限公司"),
    ListEntry("w", "湖北华鑫光电有限公司"),
    ListEntry("k", "Beijing Kuilong Technology Co., Ltd."),
    ListEntry("b", "شركة برج الصقر للحماية"),
    ListEntry("r", "ФГУП КВИЛЛОНЭКСПОРТ"),
    ListEntry("a", "ABC Limited"),
]


@pytest.mark.parametrize(
    ("name", "listing", "tier"),
    [
        ("Kuilong Weiyuan", "h", "alias"),
        ("Hangzhou Kuilong Weiyuan Digital Technology Co Ltd", "h", "alias"),
        ("Hubei Huaxin Optoelectronics", "w", "alias"),
        ("Huaxin", "w", "weak"),
        ("北京奎龙科技有限公司", "k", "alias"),
        ("奎龙", "k", "weak"),
        ("Bourj al-Saqr Security", "b", "alias"),
        ("Kvilloneksport FGUP", "r", "entity"),
        ("A.B.C. Ltd", "a", "entity"),
    ],
)
def test_names_are_found_across_scripts_and_two_syllables_alone_are_weak(name, listing, tier):
    candidate = best(name, SCRIPTS)
    assert candidate is not None
    assert (candidate.listing, candidate.tier) == (listing, tier)


def test_a_reading_that_two_listings_share_is_weak():
    against = [ListEntry("x", "奎龙威远"), ListEntry("y", "魁隆威元")]
    candidate = best("Kuilong Weiyuan", against)
    assert candidate is None or candidate.tier == "weak"


def test_a_chinese_name_from_another_place_is_another_firm():
    assert best("Hubei Kuilong Weiyuan", [ListEntry("x", "杭州奎龙威远科技有限公司")]) is None
