"""Who is said to say or own something: a body, a role or a document, and nothing else."""

from __future__ import annotations

import pytest

from synopticon.model.records import Claim, Passage
from synopticon.read import read_document
from synopticon.read.speakers import noun_phrase


def claims_of(text: str, kind: str = "articles") -> list[Claim]:
    records = read_document(
        document="d",
        body="northmere" if kind == "replies" else None,
        source_kind=kind,
        received=None,
        language=None,
        passages=[Passage("d", "page=1", 0, 0, "paragraph", text)],
        tables=(),
    )
    return [record for record in records if isinstance(record, Claim)]


@pytest.mark.parametrize(
    "words",
    [
        "The table", "Table 3", "No Dahua cameras were", "Hikvision and Dahua were", "and have been", "It does",
        "Please note that the Dahua cameras at the pool were", "Total", "The annual maintenance", "and not 31 as I",
        "下表", "另", "其中", "2021年度", "الجدول", "، لا", "كانت الكاميرات", "ومن المقرر شراء 75 كاميرا", "",
    ],
)  # fmt: skip
def test_what_cannot_speak_or_own_is_no_name(words):
    assert noun_phrase(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Council", "The Council"),
        ("Council currently", "Council"),
        ("The police force in Northmere has", "The police force in Northmere"),
        ("the report", "the report"),
        ("two officials", "two officials"),
        ("a person familiar with the matter", "a person familiar with the matter"),
        ("本局", "本局"),
        ("无锡市公安局", "无锡市公安局"),
        ("البلدية", "البلدية"),
    ],
)
def test_a_body_a_role_or_a_document_is_named_without_what_leads_to_the_verb(words, name):
    assert noun_phrase(words) == name


def test_a_table_is_no_source_and_a_report_is():
    assert {claim.attribution for claim in claims_of("The table shows 12 Dahua cameras in Northmere.")} == {None}
    assert {claim.attribution for claim in claims_of("The report said Northmere owns 12 Dahua cameras.")} == {
        "The report"
    }


def test_a_sentence_about_equipment_has_no_owner_in_it():
    claims = claims_of("Please note that the Dahua cameras at the pool were removed in 2020.", "replies")
    assert claims
    assert {claim.subject for claim in claims} == {None}


def test_a_reply_does_not_print_where_somebody_lives():
    claims = claims_of("We know of a resident who operates 3 Hikvision cameras at 12 High Street, NM1 1AA.", "replies")
    assert claims
    assert not any("12 High" in claim.quote or "NM1" in claim.quote for claim in claims)
