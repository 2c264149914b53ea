"""Persons in running text and in supplier names; quotations that leave them out."""

from __future__ import annotations

import time

import pytest

from synopticon.text.persons import is_private_person, person_spans, safe_window


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in person_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please ask Mrs Jane Fairweather about it.", [("Jane Fairweather", "name")]),
        ("Prepared by Osei Mensah-Hale for the board.", [("Osei Mensah-Hale", "name")]),
        ("Contact: Ruth Ombler\nTotal 12", [("Ruth Ombler", "name")]),
        ("my name is Tamsin Greel and", [("Tamsin Greel", "name")]),
        ("Officer: R. Quill", [("R. Quill", "name")]),
        ("write to j.quill@northmere.gov.uk today", [("j.quill@northmere.gov.uk", "email")]),
        ("call 0161 496 0123 or +44 7700 900123", [("0161 496 0123", "phone"), ("+44 7700 900123", "phone")]),
        ("هاتف: ٠١٦١٤٩٦٠١٢٣", [("٠١٦١٤٩٦٠١٢٣", "phone")]),
        ("قال السيد سامر الحلبي في بيان", [("سامر الحلبي", "name")]),
        ("联系人：王小明", [("王小明", "name")]),
        ("据李先生说", [("李", "name")]),
        ("阿不都热合曼·买买提说", [("阿不都热合曼·买买提", "name")]),
        ("at 51.50735, -0.12776 on the corner", [("51.50735, -0.12776", "coordinate")]),
        ("QQ 12 34 56 C", []),
        ("AB 12 34 56 C", [("AB 12 34 56 C", "identity")]),
    ],
)
def test_what_identifies_a_person_is_found(text, expected):
    spans = found(text)
    for piece, kind in expected:
        assert any(piece in quoted and kind == other for quoted, other in spans), spans
    if not expected:
        assert spans == []


def test_a_signature_beside_a_job_title_is_a_person():
    text = "Yours sincerely,\n\nTom Okafor\nInformation Governance Officer\nNorthmere Borough Council"
    assert [piece for piece, _ in found(text)] == ["Tom Okafor"]


@pytest.mark.parametrize(
    "text",
    [
        "The council bought 12 cameras from Axon Solutions Ltd for £12,345.67 in 2020.",
        "Contact: Information Governance Team",
        "Johnson Controls and Dell supplied 1,790 cameras.",
        "Thomas Cook Ltd",
        "高级经理 安全主任",
        "The Northmere Borough Council answered on 12 March 2021.",
        "Dear Sir or Madam",
        "Reference FOI-2021-00417, order 4500012345",
    ],
)
def test_organisations_and_numbers_are_not_persons(text):
    assert found(text) == []


def test_a_protected_name_is_not_a_person():
    text = "Contact: Morgan Vale"
    assert found(text) == [("Morgan Vale", "name")]
    assert person_spans(text, frozenset({"morgan vale"})) == []


@pytest.mark.parametrize(
    "name",
    [
        "Mr Aldous Wrenfold-Pike", "J SMITH", "SMITH JOHN", "SMITH, John A", "Jane Q Public", "MR & MRS JONES",
        "A & B SMITH T/A SMITH'S CATERING", "J & M JONES", "DR R QUILLON", "O'NEILL P", "Zhang Wei", "张伟", "欧阳志远",
        "个体工商户王芳", "محمد علي الحسن", "ESTATE OF ARTHUR QUILL", "C D Brown t/a Brown's Taxis",
    ],
)  # fmt: skip
def test_private_persons_are_recognised(name):
    assert is_private_person(name) is True


@pytest.mark.parametrize(
    "name",
    [
        "JOHN LEWIS PLC", "Baydale Control Systems Ltd", "WEXLEY COACHES", "PENFOLD PRINT", "Northmere City Council",
        "Hikvision", "HUAWEI", "شركة محمد علي للتجارة", "李明科技有限公司", "JAMES QUILL LIMITED", "ST MARY'S SCHOOL",
        "Quillon LLP", "BT OPENREACH", "E.ON Energy", "", "Acme GmbH", "Grande S.A.", "NHS TRUST",
    ],
)  # fmt: skip
def test_companies_and_bodies_are_not_private_persons(name):
    assert is_private_person(name) is not True


def test_a_window_holds_its_span_and_no_person():
    text = "Please contact Mrs Jane Fairweather on 0161 496 0123 about the 28 cameras. They were bought in 2019."
    start = text.index("28 cameras")
    window = safe_window(text, start, start + 10)
    assert window is not None
    quoted = text[window[0] : window[1]]
    assert "28 cameras" in quoted
    assert "Fairweather" not in quoted
    assert "0161" not in quoted


def test_a_window_over_a_person_is_refused():
    text = "Answered by Mr Arthur Quill of the team."
    start = text.index("Quill")
    assert safe_window(text, start, start + 5) is None


def test_a_window_is_bounded_and_cuts_no_word():
    text = "alpha beta gamma, " * 60 + "28 cameras" + ", delta epsilon zeta" * 60
    start = text.index("28 cameras")
    low, high = safe_window(text, start, start + 10) or (0, 0)
    assert 0 < high - low <= 200
    assert low <= start
    assert high >= start + 10
    assert text[low - 1] in " ,"
    assert not (text[high - 1].isalnum() and text[high].isalnum())


@pytest.mark.parametrize("span", [(-1, 3), (5, 900), (4, 2), (0, 201)])
def test_a_span_outside_the_text_or_too_long_has_no_window(span):
    assert safe_window("word " * 60, *span) is None


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "Mr ", "0", "a.b-", "a@", "Contact: ", "1-", "王", "محمد ", "A.", "Regards\n", "12.3456 ", "A van "],
)
def test_hostile_repetition_takes_linear_time(piece):
    def seconds(size: int) -> float:
        start = time.process_time()
        person_spans(piece * size)
        return time.process_time() - start

    small = max(seconds(4_000), 0.004)
    assert seconds(32_000) < 40 * small


@pytest.mark.parametrize(
    "name",
    [
        "Edwy Wrenfold-Pike", "BARNABY DHALIWAL-FINCH", "Iorwerth Pennant", "Nkechi Adaeze Obi", "Saoirse Ni Bhriain",
        "Abdulrahman Al-Qahtani", "Jaswinder Cheema", "Guoqiang Dai", "Zbigniew Kaczmarek", "Quorra Beridze",
        "Mary-Jane Quillon", "Orlaith McQuillon", "Tamsin Greel-Hobbs",
    ],
)  # fmt: skip
def test_rarer_names_of_many_origins_are_withheld(name):
    assert is_private_person(name) is True


@pytest.mark.parametrize(
    "name",
    [
        "Edwy Wrenfold-Pike Ltd", "Quillon-Vale Housing", "Northmere-upon-Vale", "Xq-Vale Signs", "PINDLE MCR",
        "Quillon Masons", "Vale Harbour-Works", "Northmere Scaffold-Hire",
    ],
)  # fmt: skip
def test_a_hyphen_does_not_make_a_firm_a_person(name):
    assert is_private_person(name) is not True
