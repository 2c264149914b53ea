"""The small parts: words, numbers, fragments, addresses, order, private names."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from synopticon.model import vocabulary
from synopticon.model.records import Claim, Match, Organisation
from synopticon.publish import addresses, charts, columns, fragments, legal, names, numbers, publication, voices, words
from synopticon.publish.order import by_name, natural
from synopticon.publish.privacy import WITHHELD, without_private_names
from synopticon.publish.view import view
from synopticon.store.tables import to_records, to_table
from tests.publish import made_up


@pytest.mark.parametrize(
    ("labels", "vocabulary_words"),
    [
        (words.MODALITIES, vocabulary.MODALITIES),
        (words.POLARITIES, vocabulary.POLARITIES),
        (words.QUALIFIERS, vocabulary.QUALIFIERS),
        (words.STATES, (*vocabulary.REPLY_STATES, words.UNREAD)),
        (words.STATE_ORDER, (*vocabulary.REPLY_STATES, words.UNREAD)),
        (words.STATE_MEANINGS, (*vocabulary.REPLY_STATES, words.UNREAD)),
        (words.PROGRESS, vocabulary.PROGRESS),
        (words.DECISIONS, vocabulary.DECISIONS),
        (words.BASES, vocabulary.BASES),
        (words.AMOUNT_KINDS, vocabulary.AMOUNT_KINDS),
        (names.legal_labels(), vocabulary.LEGAL_TYPES),
        (words.TIERS, vocabulary.TIERS),
        (words.REVIEW_STATES, vocabulary.REVIEW_STATES),
        (words.STATUSES, vocabulary.STATUSES),
        (words.SOURCE_KINDS, vocabulary.SOURCE_KINDS),
        (words.COUNTS, vocabulary.COUNTS),
    ],
)
def test_every_word_of_the_vocabulary_has_readable_words(labels, vocabulary_words):
    assert set(labels) == set(vocabulary_words)


def test_every_modality_stands_in_one_group():
    grouped = [modality for _, _, modalities in words.GROUPS for modality in modalities]
    assert sorted(grouped) == sorted(vocabulary.MODALITIES)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"quantity": Decimal(28), "qualifier": "at_least"}, "at least 28 cameras"),
        ({"quantity": Decimal(40), "qualifier": "about"}, "about 40 cameras"),
        ({"quantity": Decimal(1790), "qualifier": "exact"}, "1,790 cameras"),
        ({"low": Decimal(20), "high": Decimal(30), "qualifier": "between"}, "20–30 cameras"),
        ({"low": Decimal(1000), "qualifier": "vague"}, "an unstated number (1,000 or more) cameras"),
        ({"quantity": Decimal("0.5"), "qualifier": None, "unit": None, "product_kind": None}, "0.5"),
        ({"quantity": Decimal(12), "unit": "qty"}, "12 cameras"),
        ({"quantity": Decimal(12), "unit": "camera"}, "12 cameras"),
        ({"quantity": Decimal(1), "unit": "qty"}, "1 camera"),
        ({"quantity": Decimal(2), "unit": "qty", "product_kind": "switch"}, "2 switches"),
        ({"quantity": Decimal(2), "unit": "qty", "product_kind": "xyzzy"}, "2 × xyzzy"),
        ({"quantity": Decimal(12), "unit": "qty", "product_kind": None}, "12 qty"),
        ({"qualifier": None}, ""),
        ({"qualifier": "exact"}, ""),
    ],
)
def test_quantities_carry_their_qualifier(changes, told):
    claim = replace(made_up.claims()[0], quantity=None, low=None, high=None)
    assert numbers.quantity(replace(claim, **changes)) == told


def test_shares_are_rounded_half_up_to_one_decimal():
    assert numbers.share(Decimal("0.6505")) == "65.1\xa0%"
    assert numbers.share(Decimal(28) / Decimal(43)) == "65.1\xa0%"


def test_large_and_small_numbers_never_fall_into_exponents():
    assert numbers.number(Decimal("1E+6")) == "1,000,000"
    assert numbers.number(Decimal("0.000001")) == "0.000001"


def test_ranges_with_an_open_end_are_said_in_words():
    assert numbers.span(Decimal(5), None) == "5 or more"
    assert numbers.span(None, Decimal(5)) == "5 or fewer"
    assert numbers.span(Decimal(5), Decimal(5)) == ""


def test_joiners_between_letters_are_spelling_and_elsewhere_visible():
    assert "\u200c" in fragments.visible("می\u200cخواهم")
    assert "[ZWNJ]" in fragments.visible("Hik\u200cvision")
    assert "[RLM]" in fragments.plain("a\u200fb")


def test_visible_escapes_around_labels():
    assert str(fragments.visible("<b>\u202e</b>")) == (
        '&lt;b&gt;<span class="ctl" title="U+202E RIGHT-TO-LEFT OVERRIDE">[RLO]</span>&lt;/b&gt;'
    )


def test_an_attribute_cannot_be_broken_by_a_language():
    assert 'lang="&#34;&gt;x"' in fragments.quoted("text", '">x')


@pytest.mark.parametrize("key", ["../x", "CON", "con", "", "Northmere", "东", "a" * 300, "x.html", "a/b", "a\\b"])
def test_page_names_are_safe_and_stay_apart(key):
    name = addresses.page_name(key)
    assert name.replace("-", "").replace("_", "").isalnum()
    assert name.isascii()
    assert len(name) <= 80
    assert name != addresses.page_name(key.swapcase() + "y")


def test_an_id_that_is_safe_is_its_own_page_name():
    assert addresses.page_name("north-shires_1") == "north-shires_1"
    assert addresses.page_name("Northmere") != addresses.page_name("northmere")


def test_natural_order_counts_digits():
    assert sorted(["page=10;char=2,3", "page=2;char=10,11", "page=2;char=9,10"], key=natural) == [
        "page=2;char=9,10",
        "page=2;char=10,11",
        "page=10;char=2,3",
    ]
    assert by_name(["b10", "B2", "a"]) == ["a", "B2", "b10"]


def test_natural_order_survives_digits_beyond_any_number():
    assert sorted(["9" * 5000, "1", "x"], key=natural)


def _with_person(name, *names, quote):
    tables = made_up.empty_tables()
    flagged = Organisation("id-of-person", name, "supplier", None, "GB-1", None, True, 1, names)
    known = Organisation("dean", "Dean", "maker", None, None, None)
    tables["organisations"] = to_table(Organisation, [flagged, known])
    claim = replace(made_up.claims()[0], quote=quote, supplier=name, buyer="id-of-person")
    tables["claims"] = to_table(Claim, [claim])
    cleared = without_private_names(tables)
    return next(to_records(Claim, cleared["claims"])), list(to_records(Organisation, cleared["organisations"]))


def test_a_flagged_name_goes_whatever_its_case_and_spacing():
    claim, organisations = _with_person("Aldous Quillfeather", quote="paid to ALDOUS  QUILLFEATHER, 2019")
    assert claim.quote == f"paid to {WITHHELD}, 2019"
    assert claim.supplier == WITHHELD
    assert claim.buyer == "withheld-1"
    assert organisations[0].name == WITHHELD
    assert (organisations[0].organisation, organisations[0].identifier, organisations[0].names) == (
        "withheld-1",
        None,
        (),
    )


def test_a_flagged_name_inside_a_longer_word_or_of_one_word_stays_in_prose():
    claim, _ = _with_person("Ann Lee", "Lens", quote="Joann Leeds cleaned the Lens")
    assert claim.quote == "Joann Leeds cleaned the Lens"


def test_a_name_that_a_known_organisation_also_has_is_kept():
    claim, _ = _with_person("X Y", "Dean", quote="Dean")
    assert claim.quote == "Dean"


def test_tables_without_flagged_names_are_untouched():
    tables = made_up.empty_tables()
    assert without_private_names(tables) == tables


def test_a_chart_of_nothing_is_nothing():
    assert charts.bars("x", []) == ""
    assert charts.shares("x", [charts.Bar("a", Decimal(0))]) == ""


def test_chart_labels_are_escaped_and_cut():
    drawn = charts.bars("<t>", [charts.Bar("<script>" + "x" * 50, Decimal(-5), Decimal(1), Decimal(9))])
    assert "<script>" not in drawn
    assert 'width="0"' in drawn
    assert "…" in drawn


def test_makers_have_the_name_that_people_say():
    spoken = names.spoken_names()
    assert spoken["hikvision"] == "Hikvision"
    assert spoken["zte"] == "ZTE"


def test_lists_that_name_the_maker_come_before_those_of_its_group_and_past_ones_last():
    base = made_up.matches()[0]
    matches = [
        replace(base, list="C", is_in_force=False),
        replace(base, list="B", tier="brand_or_group"),
        replace(base, list="A"),
        replace(base, list="S", legal_type="sanctions"),
    ]
    tables = made_up.tables() | {"matches": to_table(Match, matches)}
    seen = view(publication(made_up.case(), tables, made_up.run()))
    assert [told.match.list for told in legal.wordings(seen, "argus")] == ["A", "S", "B", "C"]


def test_a_list_without_a_name_in_the_run_has_that_of_the_reference_tables():
    seen = view(publication(made_up.case(), made_up.empty_tables(), made_up.run()))
    assert seen.list_name("US-BIS-EL") == "US Entity List"
    assert seen.list_name("XX-ONE") == "Export List of Xanadu"
    assert seen.list_name("NONE") == "NONE"


@pytest.mark.parametrize(
    "text",
    ["Northmere Council", "the Ministry of Justice", "ICO", "Ville de Paris", "澜砚湾市政厅", "بلدية الوادي"],
)
def test_a_name_is_printed_as_a_voice(text):
    assert voices.is_like_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "The table",
        "No Argus cameras were",
        "we can",
        "Argus and Panopt were",
        "Hey there - our IT guy",
        "",
        "90",
        "28 台",
    ],
)
def test_the_start_of_a_sentence_is_no_voice(text):
    assert not voices.is_like_a_name(text)


def test_codes_that_name_no_country_are_not_printed():
    assert [names.country(code) for code in ("XN", "ZZ", "QM", None, "GB", "XK")] == ["", "", "", "", "GB", "XK"]


def test_a_rate_says_what_is_left_open_for_each_thousand():
    figure = replace(made_up.figures()[0], count="units", unit="cameras", per="population", numerator=Decimal(54))
    figure = replace(figure, denominator=Decimal(100_000), value=Decimal("0.00054"), low=Decimal("0.00052"), high=None)
    assert numbers.interval(figure) == "0.52 or more per 1,000 population"
    assert numbers.interval(replace(figure, low=figure.value, high=figure.value)) == ""


def test_a_kind_of_law_is_told_with_its_key_and_its_words():
    told = columns.describe("matches", "legal_type")
    assert all(f"{key} ({label})" in told for key, label in names.legal_labels().items())
