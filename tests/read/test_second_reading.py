"""Numbers of reports held against what the text speaks of: what they count, whose it is, whether it is worth a claim."""

from __future__ import annotations

import pytest

from synopticon.model.records import Claim, Mention, Passage
from synopticon.read import read_document


def claims_of(text: str) -> list[Claim]:
    return [record for record in records_of(text) if isinstance(record, Claim)]


def records_of(text: str) -> list[object]:
    paragraphs = text.split("\n\n")
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage("d" * 64, "", 0, start, "paragraph", paragraph))
        start += len(paragraph) + 2
    return list(
        read_document(
            document="d" * 64,
            body=None,
            source_kind="articles",
            received=None,
            language="en",
            passages=passages,
            tables=[],
        )
    )


def counts(text: str) -> set[tuple[str | None, int, str | None]]:
    return {(claim.maker, int(claim.quantity), claim.unit) for claim in claims_of(text) if claim.quantity is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The port of Northmere will rip out 1,200 surveillance cameras.\n\nThe devices, made by Hikvision, "
            "were installed in 2018.",
            {("hikvision", 1200, "surveillance cameras")},
            id="the next sentence tells the maker",
        ),
        pytest.param(
            "Northmere bought 40 Hikvision cameras. As of today 31 have been taken down.",
            {("hikvision", 40, "cameras"), ("hikvision", 31, "cameras")},
            id="the noun is left out",
        ),
        pytest.param(
            "The port has cameras everywhere. It counts 690, all but eleven of them Bosch.",
            {("bosch", 690, "cameras")},
            id="all but eleven",
        ),
        pytest.param(
            "We asked 64 councils. Dahua cameras are in nineteen.",
            {("dahua", 19, "councils")},
            id="a maker is in so many bodies",
        ),
        pytest.param(
            "Hikvision leads with 14 councils, followed by Dahua with eight and Uniview with three.",
            {("hikvision", 14, "councils"), ("dahua", 8, "councils"), ("uniview", 3, "councils")},
            id="a list of makers and bodies",
        ),
        pytest.param(
            "Nine councils own Hikvision cameras and seven own Dahua cameras. Four have both.",
            {("hikvision", 9, "councils"), ("dahua", 7, "councils"), ("hikvision", 4, "councils")},
            id="both makers",
        ),
        pytest.param(
            "Northmere has 300 cameras. Of these, 120 are Hikvision and 80 are Axis.",
            {(None, 300, "cameras"), ("hikvision", 120, "cameras"), ("axis", 80, "cameras")},
            id="a total is nobody's",
        ),
        pytest.param(
            "The findings on Hikvision cameras rest on 212 documents and nineteen interviews.", set(), id="documents"
        ),
        pytest.param(
            "The number of Dahua cameras fell from 1,180 to 497.", {("dahua", 497, "cameras")}, id="a former number"
        ),
        pytest.param(
            "They fly 62 drones: 48 DJI, nine Skydio and five Autel.",
            {(None, 62, "drones"), ("dji", 48, "drones"), ("skydio", 9, "drones"), ("autel", 5, "drones")},
            id="one number for each name",
        ),
        pytest.param(
            "Northmere runs 2,300 cameras, most of them made by Axis.", {(None, 2300, "cameras")}, id="most of them"
        ),
        pytest.param(
            "Northmere has 74 Hikvision cameras and 9 Dahua cameras. Fifty-two of the former have been removed.",
            {("hikvision", 74, "cameras"), ("dahua", 9, "cameras"), ("hikvision", 52, "cameras")},
            id="the former",
        ),
    ],
)
def test_a_number_counts_what_the_text_speaks_of(text: str, expected: set[tuple[str | None, int, str | None]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Northmere turned down an offer of 150 free Dahua cameras.", "refused"),
        ("Northmere ordered 640 Dahua cameras.", "contracted"),
        ("Northmere will replace 58 Dahua cameras by March.", "planned"),
        ("Northmere has binned all 37 of its Hikvision cameras.", "removed"),
        ("So far 902 Hikvision cameras have been delivered.", "delivered"),
    ],
)
def test_the_deed_nearest_to_a_number_tells_what_is_done(text: str, modality: str) -> None:
    (claim,) = [claim for claim in claims_of(text) if claim.quantity is not None]
    assert claim.modality == modality


def test_a_fee_is_no_amount_for_equipment() -> None:
    claims = claims_of("Northmere paid £96,000 for its Hikvision cameras. A fee of £30 is due.")
    assert [(claim.maker, int(claim.amount)) for claim in claims if claim.amount is not None] == [("hikvision", 96000)]


def test_what_it_cost_to_remove_things_is_not_their_maker_s() -> None:
    claims = claims_of("Northmere ripped out its 95 Dahua cameras at a cost of £61,000.")
    assert {(claim.maker, claim.amount is not None) for claim in claims} == {("dahua", False), (None, True)}


def test_a_range_of_money_has_no_single_amount() -> None:
    claims = claims_of("Replacing the Hikvision cameras would cost between £2 million and £3 million.")
    (claim,) = [claim for claim in claims if claim.currency == "GBP"]
    assert (claim.amount, int(claim.low or 0), int(claim.high or 0)) == (None, 2_000_000, 3_000_000)


def test_a_code_right_after_a_maker_is_its_product() -> None:
    found = [r for r in records_of("They bought Hanwha cameras (XQV-9080R).") if isinstance(r, Mention)]
    assert [(m.kind, m.id, m.text) for m in found if m.kind == "product"] == [("product", "hanwha", "XQV-9080R")]


def test_a_text_without_equipment_is_left_as_it_is() -> None:
    assert claims_of("We sent the same five questions to 64 councils. Eight spent £4 million on roads.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Dahua sold Northmere 40 cameras. A rival sold it Hikvision recorders. The largest order covers 64 recorders.",
            ("hikvision", 64, "recorders"),
            id="the one maker of the sentence before",
        ),
        pytest.param(
            "Northmere has Hikvision and Bosch cameras.\n\nDahua, which lost, had offered 700 cameras.",
            ("dahua", 700, "cameras"),
            id="a clause that goes on about the maker",
        ),
    ],
)
def test_a_number_without_a_maker_of_its_own_takes_the_one_just_named(
    text: str, expected: tuple[str, int, str]
) -> None:
    assert expected in counts(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("Northmere has 31 Axis cameras in total, not 13.", 13, id="put right"),
        pytest.param("Northmere has 130 Axis cameras. That is 27 fewer than in May.", 27, id="a difference"),
    ],
)
def test_numbers_that_are_not_of_things_claim_nothing(text: str, wrong: int) -> None:
    assert wrong not in {number for _, number, _ in counts(text)}
    assert counts(text)
