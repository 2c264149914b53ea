"""Official files read, dated, checked and kept; broken and poisoned ones refused with the reason."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.screen import official

from synopticon.errors import SourceError, UsageError
from synopticon.model.records import Organisation
from synopticon.screen import added_entries, added_lists, match_organisations, screen_names, snapshots

TODAY = "2026-03-01"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYNOPTICON_HOME", str(tmp_path))
    return tmp_path


def read(data: bytes | str):
    content = data.encode() if isinstance(data, str) else data
    listing, code = snapshots.listing_of(content)
    return snapshots.read_snapshot(content, listing, code, day=listing.published(content) or TODAY)


def names(snapshot) -> list[tuple[str, ...]]:
    return [entry.names for entry in snapshot.entries]


def test_the_un_list_is_read_without_its_persons():
    snapshot = read(official.un(3))
    assert (snapshot.list, snapshot.day, dict(snapshot.left_out)) == ("UN-SC", "2026-02-27", {"person": 1})
    assert names(snapshot)[2] == ("QUILLON WORKS 0", "Vale House 2")
    assert snapshot.entries[0].since == "2014-06-30"


@pytest.mark.parametrize("data", [official.csl(), official.csl_json()])
def test_the_consolidated_screening_list_keeps_each_list_and_its_law(data):
    snapshot = read(data)
    first = snapshot.entries[0]
    assert (snapshot.list, first.code, first.legal_type, first.since) == (
        "US-CSL",
        "US-BIS-EL",
        "export_control",
        "2019-10-09",
    )
    assert first.names[:2] == ("Quillon Optics Co., Ltd.", "QUILLON")
    kept = " ".join(name for entry in names(snapshot) for name in entry)
    assert "QUILL, Mungo" not in kept
    assert "Abdulah" not in kept


def test_persons_and_ships_of_the_consolidated_list_are_counted():
    snapshot = read(official.csl())
    assert dict(snapshot.left_out) == {"person": 2, "thing": 1}
    assert {entry.code for entry in snapshot.entries} == {"US-BIS-EL", "US-BIS-DPL", "US-OFAC-SDN", "US-NS-CMIC"}


def test_the_ofac_files_are_read_together_and_as_xml():
    snapshot = read(official.sdn())
    assert snapshot.list == "US-OFAC-SDN"
    assert names(snapshot) == [("VALE AIRLINES", "VALE-AIR")]
    assert dict(snapshot.left_out) == {"person": 1, "thing": 1}
    assert names(read(official.SDN_XML)) == names(snapshot)
    assert read(official.SDN_XML).day == "2025-11-03"


def test_the_list_beside_the_sdn_holds_the_investment_ban():
    snapshot = read(official.cons())
    assert snapshot.list == "US-OFAC-CONS"
    assert [(entry.code, entry.legal_type) for entry in snapshot.entries] == [
        ("US-NS-CMIC", "investment_ban"),
        ("US-OFAC-SSI", "sanctions"),
    ]


def ods(text: str) -> bytes:
    rows = "".join(
        "<t:table-row>"
        + "".join(f"<t:table-cell><x:p>{cell}</x:p></t:table-cell>" for cell in line.split(","))
        + "</t:table-row>"
        for line in text.splitlines()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<o xmlns:t="urn:t" xmlns:x="urn:x"><t:table>{rows}</t:table></o>')
    return buffer.getvalue()


@pytest.mark.parametrize("data", [official.CON_LIST.encode(), official.UK_LIST.encode(), ods(official.UK_LIST)])
def test_the_uk_lists_are_read_in_three_formats(data):
    snapshot = read(data)
    assert snapshot.list == "GB-SANCTIONS"
    assert snapshot.day == "2025-11-20"
    assert names(snapshot) == [("VALE ENGINEERING BUREAU", "VALE BUREAU")]
    assert snapshot.entries[0].since == "2022-02-24"
    assert dict(snapshot.left_out)["person"] == 1


def test_the_eu_list_is_read_as_xml_and_as_csv():
    snapshot = read(official.EU_XML)
    assert (snapshot.list, snapshot.day) == ("EU-FSF", "2025-11-14")
    assert names(snapshot) == [("Vale Engineering Bureau", "Бюро Вейл")]
    assert snapshot.entries[0].since == "2022-02-26"
    assert names(read(official.EU_CSV)) == [("Vale Engineering Bureau", "Vale Bureau")]
    assert dict(read(official.EU_CSV).left_out) == {"person": 1}


def test_the_entity_list_is_read_from_the_table_of_the_regulation():
    snapshot = read(official.BIS)
    assert snapshot.list == "US-BIS-EL"
    assert names(snapshot) == [("Quillon Optics Co., Ltd.", "Quillon", "QO Systems"), ("Vale Technology",)]
    assert [entry.since for entry in snapshot.entries] == ["2019-10-09", "2019-10-09"]
    assert dict(snapshot.left_out) == {"person": 1}


def test_rules_of_the_covered_list_that_name_no_company_are_counted_not_kept():
    snapshot = read(official.FCC)
    assert names(snapshot) == [("Quillon Technologies Company",), ("Vale Digital Technology Company",)]
    assert [entry.since for entry in snapshot.entries] == ["2021-03-12", "2021-03-12"]
    assert dict(snapshot.left_out) == {"rule": 1}


def test_the_military_companies_are_read_from_text():
    snapshot = read(official.DOD)
    assert snapshot.day == "2025-01-07"
    assert names(snapshot) == [
        ("Quillon Aerospace Co., Ltd.", "QAC"),
        ("Quillon Engines Co., Ltd.",),
        ("Vale Digital Technology Co., Ltd.", "Vale Vision"),
    ]


def test_entities_of_others_and_lists_of_ones_own_are_read():
    assert names(read(official.FTM)) == [("Vale Works", "VALE WORKS", "VW")]
    assert dict(read(official.FTM).left_out) == {"person": 1, "thing": 1}
    own = read(official.OWN)
    assert names(own) == [("Quillon Holdings", "Kwillon")]
    assert own.entries[0].since == "2020-01-01"


# --- keeping --------------------------------------------------------------------------------------------------


def test_a_snapshot_is_kept_with_its_hash_and_without_its_bytes(house):
    snapshot = snapshots.add(official.un(), today=TODAY)
    assert snapshots.stored("UN-SC") == [snapshot]
    files = [path for path in house.rglob("*") if path.is_file()]
    assert [path.relative_to(house).as_posix() for path in files] == ["lists/UN-SC/2026-02-27.json"]
    assert b"MUNGO" not in files[0].read_bytes()
    (state,) = added_lists()
    assert (state.day, state.sha256, state.persons_dropped) == ("2026-02-27", snapshot.sha256, 1)


def test_adding_the_same_file_again_changes_nothing(house):
    snapshots.add(official.un(), today=TODAY)
    before = snapshots.fingerprint()
    snapshots.add(official.un(), today=TODAY)
    assert snapshots.fingerprint() == before != ""


def test_the_newest_snapshot_up_to_the_day_counts_and_the_rest_is_said(house):
    for day in ("2020-01-01", "2022-01-01"):
        snapshots.add(
            official.OWN.replace("Holdings", f"Holdings {day[:4]}").encode(), code="MINE", day=day, today=TODAY
        )
    entries, notes = added_entries("2021-06-01")
    assert {entry.listed_name for entry in entries} == {"Quillon Holdings 2020"}
    assert notes == ["MINE is read as of 2020-01-01, the newest up to 2021-06-01"]
    entries, notes = added_entries("2019-06-01")
    assert {entry.in_force_from for entry in entries} == {"2020-01-01"}
    assert notes == ["MINE is read as of 2020-01-01, its oldest file is after 2019-06-01"]
    assert added_entries(None)[1] == []


def test_who_has_no_day_on_a_later_file_is_not_known_to_have_been_listed_and_the_note_says_so(house):
    snapshots.add(b"id,name,since\nx,Quillon Vale,\ny,Marsh Works,\n", code="MINE", day="2022-01-01", today=TODAY)
    entries, notes = added_entries("2019-06-01")
    assert entries == []
    assert "MINE: 2 of its 2 organisations left out" in notes[1]
    assert list(screen_names(["Quillon Vale"], as_of="2019-06-01")) == [[]]
    assert next(screen_names(["Quillon Vale"], as_of="2022-01-01"))[0].list == "MINE"


def test_names_and_organisations_are_held_against_added_lists(house):
    snapshots.add(official.un(), today=TODAY)
    (found,) = screen_names(["Quillon Works 7"])
    assert (found[0].list, found[0].tier) == ("UN-SC", "entity")
    one = Organisation("org-x", "QUILLON WORKS 7 LTD", "supplier", None, None, None, names=("QUILLON WORKS 7 LTD",))
    match = match_organisations([one], as_of="2026-02-28")[0]
    assert (match.list, match.tier, match.legal_type) == ("UN-SC", "entity", "sanctions")
    assert "2026-02-28" in match.wording
    assert match_organisations([one], as_of="2013-01-01") == []


def test_a_maker_on_an_added_list_is_found_in_every_script(house):
    row = 'Entity List (EL) - Bureau of Industry and Security,,,,"Yitu Technology",,CN,84 FR 1,2019-10-09,,All,,,,,'
    snapshots.add(official.csl((row,)), today=TODAY, accept=True)
    entry = added_entries()[0]
    assert entry == [] or {one.maker for one in entry} == {"yitu"}


def test_what_is_built_in_is_not_doubled(house):
    snapshots.add(b"id,name\nx,Hikvision\n", code="US-BIS-EL-COPY", today=TODAY)
    (found,) = screen_names(["Hikvision"], top=50)
    assert len({(one.list, one.listing) for one in found}) == len(found)


def test_a_damaged_snapshot_is_an_error_that_says_what_to_do(house):
    snapshots.add(official.un(), today=TODAY)
    path = house / "lists/UN-SC/2026-02-27.json"
    path.write_bytes(path.read_bytes().replace(b"QUILLON WORKS 7", b"QUILLON WORKS 8"))
    with pytest.raises(UsageError, match="add the list again"):
        snapshots.stored("UN-SC")


def test_a_code_cannot_leave_the_folder(house):
    with pytest.raises(UsageError, match="letters, digits"):
        snapshots.add(official.OWN.encode(), code="../evil", today=TODAY)
    assert list(house.rglob("*.json")) == []


# --- refusing -------------------------------------------------------------------------------------------------

UN = official.un()
REFUSED = [
    ("nothing", b"", None, "empty"),
    ("only spaces", b"  \n\n", None, "empty"),
    ("an error page", b"<html><body>502 Bad Gateway</body></html>", None, "wrong format"),
    ("another list", official.csl(), "UN-SC", "wrong format"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "wrong format"),
    ("a cut XML", UN[: len(UN) // 2], None, "truncated"),
    ("a cut last tag", UN[:-12], None, "truncated"),
    ("entities declared", UN.replace(b"<CONSOLIDATED", b'<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED', 1), None, "wrong format"),
    ("no organisation", official.un(0, first=()), None, "empty"),
    ("half the list", official.un(80), None, "too short"),
    ("canaries gone", official.un(first=("SOMETHING", "ELSE")), None, "canary lost"),
    ("a day to come", official.un(day="2031-01-01"), None, "date in the future"),
    ("a cut CSV row", official.csl()[:-30], None, "truncated"),
    ("an open quote", official.csl() + b'Entity List (EL),,,,"Quillon', None, "truncated"),
    ("shifted columns", official.csl((official.CSL_ROWS[0] + ",extra,cells",)), None, "truncated"),
    ("rows without a name", official.csl(("Entity List (EL),,,,,,,,,,,,,,,",)), None, "wrong format"),
    ("cut JSON", official.csl_json()[:-20], "US-CSL", "truncated"),
    ("JSON of another shape", b'{"results": {"source": 1}, "federal_register_notice": "", "source": ""}', "US-CSL", "wrong format"),
    ("cut OFAC rows", official.sdn()[:-52], "US-OFAC-SDN", "truncated"),
    ("a short SDN", official.sdn(), None, "too short"),
    ("half a page", official.BIS.split("</table>")[0].encode(), "US-BIS-EL", "truncated"),
    ("entities with a cut line", official.FTM[:-9].encode(), None, "truncated"),
    ("a cut archive", ods(official.UK_LIST)[:-60], "GB-SANCTIONS", "truncated"),
    ("persons only", b"id,name\n1,Aldous Wrenfold-Pike\n2,J SMITH\n", None, "empty"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "reason"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_a_broken_or_poisoned_file_is_refused_with_the_reason(house, data, code, reason):
    with pytest.raises(SourceError) as refused:
        snapshots.add(data, code=code, today=TODAY)
    assert refused.value.reason == reason, str(refused.value)
    assert refused.value.detail
    assert list(house.rglob("*.json")) == []


def test_a_list_that_shrinks_by_more_than_a_tenth_is_refused_until_accepted(house):
    snapshots.add(official.un(200), today=TODAY)
    snapshots.add(official.un(181, day="2026-02-28"), today=TODAY)
    with pytest.raises(SourceError, match="expected about 181 organisations as on 2026-02-28, found 160"):
        snapshots.add(official.un(160, day="2026-03-01"), today=TODAY)
    accepted = snapshots.add(official.un(160, day="2026-03-01"), today=TODAY, accept=True)
    assert accepted.accepted[0].startswith("shrunk")
    assert [one.day for one in snapshots.stored("UN-SC")] == ["2026-02-27", "2026-02-28", "2026-03-01"]


@pytest.mark.parametrize("data", [b"", UN[:-12], official.un(0, first=())])
def test_what_cannot_be_read_is_not_kept_even_when_accepted(house, data):
    with pytest.raises(SourceError):
        snapshots.add(data, code="UN-SC" if data else None, today=TODAY, accept=True)
    assert list(house.rglob("*.json")) == []


def test_every_list_says_where_it_comes_from_and_what_law_it_is():
    known = snapshots.listings()
    assert len(known) >= 10
    for code, listing in known.items():
        assert code == listing.code
        assert listing.url == "" or listing.url.startswith("https://")
        assert listing.min_entries >= 1
        assert replace(listing) == listing


def test_the_official_samples_are_read(records_folder):
    folder = records_folder / "data/demo/lists"
    un = read((folder / "UN_consolidated.xml").read_bytes())
    assert (len(un.entries), dict(un.left_out)) == (273, {"person": 730})
    sdn = read(b"".join((folder / name).read_bytes() for name in ("ofac_sdn.csv", "ofac_alt.csv", "ofac_add.csv")))
    assert dict(sdn.left_out)["person"] + dict(sdn.left_out)["thing"] + len(sdn.entries) == 400
    cons = read(b"".join((folder / name).read_bytes() for name in ("ofac_cons_prim.csv", "ofac_cons_alt.csv")))
    assert (cons.list, len(cons.entries), dict(cons.left_out)) == ("US-OFAC-CONS", 322, {"person": 78})
    csl = read((folder / "us_csl_sample.csv").read_bytes())
    assert len(csl.entries) + sum(count for _, count in csl.left_out) <= 115
