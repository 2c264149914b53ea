"""The linter: what it finds in a sentence, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.figures.lint import SEVERITIES, Finding, all_rules
from synopticon.figures.lint.words import terms
from synopticon.pipeline.drafts import check_file, check_text

FOUNDING = Path(__file__).parents[2] / "../shared/founding"


def grave(text: str) -> list[Finding]:
    return [finding for finding in check_text(text) if finding.severity != "note"]


WRONG = [
    ("28 of 43 councils (56 %) own Hikvision cameras.", "wrong-share", "56 %", "65.1 %"),
    ("Of the 43 councils that replied, 28 (56 per cent) own them.", "wrong-share", "56 per cent", "65.1 %"),
    ("28 councils, 56 % of the 43 that replied, own them.", "wrong-share", "56 %", "65.1 %"),
    ("56 % of the 43 councils (28) own them.", "wrong-share", "56 %", "65.1 %"),
    ("28 (56 %) of the 43 councils own them.", "wrong-share", "56 %", "65.1 %"),
    ("28/43 (56 %)", "wrong-share", "56 %", "65.1 %"),
    ("28 of 43 councils own them. That is 56 per cent.", "wrong-share", "56 per cent", "65.1 %"),
    ("28 of the 43 councils own them, which amounts to 72 per cent.", "wrong-share", "72 per cent", "65.1 %"),
    ("The rate is 56 per cent (28 of 43).", "wrong-share", "56 per cent", "65.1 %"),
    ("About 40 % of councils (28 of 43) own them.", "wrong-share", "40 %", "65.1 %"),
    ("7 of 43 councils (16 %) refused and 35 of 43 (85.4 %) did not.", "wrong-share", "85.4 %", "81.4 %"),
    ("We asked 52. Of the 43 councils that replied, 28 own them (83 %).", "wrong-share", "83 %", "65.1 %"),
    ("43个议会中有28个（56%）使用这些设备。", "wrong-share", "56%", "65.1 %"),
    ("أجاب 43 من أصل 52 مجلساً، أي 63 في المئة.", "wrong-share", "63 في المئة", "82.7 %"),
    ("Half of the 43 councils (16) own them.", "wrong-fraction-word", "Half", "37.2 %"),
    ("16 of 43 councils, or half, own them.", "wrong-fraction-word", "half", "37.2 %"),
    ("Two in three councils (20 of 43) own them.", "wrong-fraction-word", "Two in three", "46.5 %"),
    ("More than half of the 60 colleges (27) own them.", "wrong-fraction-word", "half", "45.0 %"),
    ("A majority of councils (16 of 43) own them.", "wrong-fraction-word", "A majority", "37.2 %"),
    ("Two thirds of all 52 councils, 30, own either.", "wrong-fraction-word", "Two thirds", "57.7 %"),
    ("57.3 % of 20 councils own them.", "impossible-share", "57.3 %", "55.0 %"),
    ("50 of the 43 councils replied.", "part-over-whole", "50 of the 43", "43"),
    ("12 + 20 + 5 = 40 cameras.", "wrong-sum", "12 + 20 + 5 = 40", "37"),
    ("12 domes + 30 bullets = 45 cameras.", "wrong-sum", "12 domes + 30 bullets = 45", "42"),
    ("A total of 155 cameras: 79 in Southby, 56 in Thurmere and 21 in Eskwater.", "wrong-total", "155", "156"),
    ("79 in Southby, 56 in Thurmere and 21 in Eskwater, 155 in total.", "wrong-total", "155", "156"),
    ("The county paid £120,000, £80,000 and £50,000, a total of £240,000.", "wrong-total", "£240,000", "250,000"),
    ("共155台：79台、56台和21台。", "wrong-total", "155", "156"),
    ("Of 52 councils, 43 replied and the other 8 did not.", "wrong-remainder", "8", "9"),
    ("28 own Hikvision, 7 own Dahua and 36 own either.", "impossible-union", "36", "28 to 35"),
    ("Hikvision is named by 28, Dahua by 7; 25 own at least one of them.", "impossible-union", "25", "28 to 35"),
    ("28 own Hikvision and 7 own Dahua; 9 own both.", "impossible-union", "9", "0 to 7"),
    (
        "73 % of 325 councils, 60 % of 50 trusts and 61 % of all 375.",
        "sectors-against-total",
        "61 %",
        "70.8 % to 71.8 %",
    ),
    ("73 % of councils, 60 % of trusts; 85 % of all bodies.", "sectors-against-total", "85 %", "73.0 %"),
    ("60 % of the cameras are Hikvision, 30 % Dahua and 20 % Axis.", "parts-over-whole", "20 %", "100 %"),
    ("65 % said yes, 25 % said no and the remaining 15 % gave no answer.", "parts-of-whole", "15 %", "100 %"),
    ("The share rose from 30 % to 40 %, a rise of 10 %.", "per-cent-for-points", "10 %", "10 percentage points"),
    ("It climbed 5 percentage points, from 31 % to 38 %.", "wrong-change", "5 percentage points", "7"),
    ("The number rose from 40 to 50, an increase of 20 %.", "wrong-change", "20 %", "25.0 %"),
    ("It had 20 drones in 2019 and 28 in 2022, an increase of 50 %.", "wrong-change", "50 %", "40.0 %"),
    ("The number of cameras rose from 50 to 40.", "wrong-direction", "50 to 40", "a fall"),
    ("56 % of councils own them, up from 60 %.", "wrong-direction", "60 %", "a fall"),
    ("The cameras doubled from 100 to 320.", "wrong-factor", "doubled", "3.2"),
    ("The number went from 850 to 90,000, a tenfold rise.", "wrong-factor", "tenfold", "105.9"),
    ("1,790 cameras cost £350,000, or £216 each.", "wrong-unit-price", "£216", "195.53"),
    ("65 % of the 43 councils and 58 % of the 52 councils own them.", "mixed-bases", "52", "43 or 52"),
    ("50 cameras came under a £3m programme, or £60,000 each.", "programme-price", "£60,000", "devices"),
    ("Northmere has 120 cameras. Southby has 80. Together they have 210.", "wrong-total", "210", "120 + 80 = 200"),
    ("The 155 cameras comprise 79 in Southby, 56 in Thurmere and 25 in Eskwater.", "wrong-total", "155", "160"),
    ("155 cameras are spread over three places (79 + 56 + 25).", "wrong-total", "155", "160"),
    ("Southby (79), Thurmere (56) and Eskwater (25) have 155 cameras between them.", "wrong-total", "155", "160"),
    ("28 own Hikvision. Seven own Dahua. 36 own at least one of the two.", "impossible-union", "36", "28 to 35"),
    ("There were 52 requests, 43 replies, and so a response rate of 90 %.", "wrong-share", "90 %", "82.7 %"),
    ("43 of the 52 councils responded (a 90% response rate).", "wrong-share", "90%", "82.7 %"),
    ("We had 43 usable replies. Twenty-eight councils (80 %) own them.", "wrong-share", "80 %", "65.1 %"),
    ("Just over a quarter of trusts (22 of 50) own them.", "wrong-fraction-word", "quarter", "44.0 %"),
    ("Each of the 56 cameras cost £193, £9,690 in all.", "wrong-unit-price", "£193", "173.04"),
    (
        "Groups:\n- Councils: 73 % of 325\n- Trusts: 60 % of 50\n- Overall: 55 % of 375",
        "sectors-against-total",
        "55 %",
        "71.8",
    ),
    ("Hikvision is sanctioned by the United States.", "legal-word", "sanctioned", "export control"),
    ("Dahua, banned under the Entity List, sold 40 cameras.", "legal-word", "banned", "export control"),
]


@pytest.mark.parametrize(("text", "rule", "quote", "expected"), WRONG)
def test_what_is_wrong_is_found_with_its_place_and_what_is_right(
    text: str, rule: str, quote: str, expected: str
) -> None:
    (finding,) = [one for one in grave(text) if one.rule == rule]
    start, end = map(int, finding.locator.removeprefix("char=").split(","))
    assert text[start:end] == finding.quote
    assert quote in finding.quote
    assert expected in finding.expected
    assert finding.advice


RIGHT = [
    "Of 52 councils asked, 43 replied (83 per cent); 28 of the 43 (65 %) own Hikvision and seven (16 %) own Dahua.",
    "We asked 52 councils. By May 43 had answered, five had refused and four had not. Twenty-eight own them (65 %).",
    "In the capital, 16 of the 32 boroughs, half of them, own either maker.",
    "Northmere paid £9,690 for 56 cameras between 2015 and 2018, about £173 each.",
    "The county holds 79 cameras, Thurmere 56 and Southby 20: a total of 155.",
    "The number rose from 850 to 90,000, a hundredfold increase, in three years.",
    "The share went up from 30 % to 40 %, a rise of 10 percentage points, or a third.",
    "Hikvision is on the Entity List. It is not sanctioned, and buying from it is not illegal.",
    "75 of 176 countries used it in 2019 (43 %) and 97 of 179 in 2022 (54 %).",
    "Just over half of the 43 councils, 22, replied. Nearly two thirds of them (28 of 43) own Hikvision.",
    "In the north 12 of 20 councils own such cameras, in the south 15 of 23.",
    "The council spent 60 % of its budget on cameras, 25 % on recorders and 15 % on installation.",
    "Of the 12 sites, 5 have cameras and the other 7 do not. Ten of those 12 are in the city.",
    "A total of 52 councils were asked: 28 own Hikvision and 7 own Dahua.",
    "28 of the 43 councils own Hikvision, 7 own Dahua and 30 own either; so 5 own both.",
    "65 % own Hikvision, 16 % Dahua and 70 % either (base: 43 replies).",
    "Costs rose 5 % to £1.2m in 2021 and 10 % to £1.3m in 2022.",
    "Costs fell from £3.2m to £2.4m, a quarter less; staff fell by 10 % to 90.",
    "The survey of 2,000 adults found that 56 % had seen the cameras and 44 % had not.",
    "Scores run from 350 to 950, weighted 35 %, 25 %, 20 %, 15 % and 5 %.",
    "The number doubled from 400 to 790 and then halved to 400.",
    "Some 73 per cent of the 325 councils that answered (237) said yes.",
    "It has 1,790 cameras, 1 for every 100 people, and spends £350,000 a year on 14 staff.",
    "Three of the four lists name both makers; two of five name neither. It runs 24/7.",
    'The panel asked whether Hikvision was sanctioned; "Dahua is banned", one member had said.',
    "三分之二以上的议会（43个中的30个）使用这些设备，比2019年增加10个。",
    "ويملك 28 من أصل 43 مجلساً (65 في المئة) كاميرات، و7 مجالس كاميرات أخرى.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_clean_prose_gives_no_error_and_no_warning(text: str) -> None:
    assert grave(text) == []


@pytest.mark.parametrize(
    ("word", "part", "is_fine"),
    [
        ("half", 45, True),
        ("half", 55, True),
        ("half", 44, False),
        ("half", 56, False),
        ("a tenth", 12, True),
        ("a tenth", 13, False),
        ("a quarter", 30, True),
        ("a quarter", 31, False),
        ("exactly half", 52, False),
    ],
)
def test_a_fraction_in_words_has_five_points_of_room_or_a_fifth_of_itself(
    word: str, part: int, *, is_fine: bool
) -> None:
    assert bool(grave(f"{part} of 100 councils, or {word}, own them.")) is not is_fine


def test_a_wrong_share_names_the_base_that_would_explain_it() -> None:
    (finding,) = grave("Of 52 councils, 43 replied. 30 of the 52 councils, or 70 %, own either maker.")
    assert "base of 43" in finding.advice


def test_rounded_shares_without_a_base_show_the_bases_that_fit() -> None:
    (finding,) = check_text("33 %, 30 % and 78 % of forces use them.")
    assert (finding.rule, finding.severity) == ("share-without-base", "note")
    assert "36" in finding.advice


def test_a_share_whose_base_was_named_before_is_complete() -> None:
    assert check_text("We had 43 replies from councils. 65 % of councils own them.") == []


def test_a_table_whose_total_disagrees_is_found_in_its_cell(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    text = "# Cameras\n\n| place | cameras |\n|---|---|\n| Southby | 79 |\n| Thurmere | 56 |\n| Total | 136 |\n"
    draft.write_text(text, encoding="utf-8")
    (finding,) = check_file(draft)
    assert (finding.rule, finding.quote.strip(), finding.expected) == ("table-total", "136", "79 + 56 = 135")
    assert finding.locator


def test_findings_come_in_the_order_of_the_draft() -> None:
    text = "28 of 43 (56 %) said yes.\n\nA total of 9 sites: 4 in Southby, 3 in Thurmere and 3 in Eskwater."
    places = [int(finding.locator.removeprefix("char=").split(",")[0]) for finding in grave(text)]
    assert places == sorted(places)
    assert len(places) == 2


def test_html_is_read_and_the_locator_names_its_text(tmp_path: Path) -> None:
    draft = tmp_path / "draft.html"
    draft.write_text("<html><body><p>28 of 43 councils <b>(56 %)</b> own them.</p></body></html>", encoding="utf-8")
    (finding,) = check_file(draft)
    assert finding.quote == "56 %"


def test_every_rule_has_its_own_name_and_every_severity_is_known() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names)) >= 10
    found = {finding.severity for text, *_ in WRONG for finding in check_text(text)}
    assert found <= set(SEVERITIES)


def test_a_role_without_words_is_a_fault_of_the_table() -> None:
    with pytest.raises(Exception, match="expected rows of the role 'no such role'"):
        terms("no such role")


@pytest.mark.records
@pytest.mark.skipif(not FOUNDING.is_dir(), reason="the founding reports are not beside the project")
def test_the_founding_reports_give_no_error() -> None:
    files = sorted(FOUNDING.glob("*.txt"))
    errors = [(file.name, one) for file in files for one in check_file(file) if one.severity == "error"]
    assert len(files) == 5
    assert errors == []
