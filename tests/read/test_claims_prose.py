"""What sentences claim: who has how many of what, and what is denied."""

from __future__ import annotations

from decimal import Decimal

import pytest

from synopticon.model.records import Claim, Passage
from synopticon.read import read_document, reply_signals


def claims_of(text: str, kind: str = "replies", quoted: str = "") -> list[Claim]:
    passages, position = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        passages.append(Passage("d", "page=1", number, position, "paragraph", paragraph))
        position += len(paragraph) + 2
    if quoted:
        passages.append(Passage("d", "page=1", 99, position, "paragraph", quoted, role="quoted"))
    body = "northmere" if kind == "replies" else None
    records = read_document(
        document="d", body=body, source_kind=kind, received=None, language=None, passages=passages, tables=()
    )
    found = [record for record in records if isinstance(record, Claim)]
    whole = f"{text}\n\n{quoted}"
    for claim in found:
        start, end = claim.locator.rpartition("char=")[2].split(",")
        assert whole[int(start) : int(end)] == claim.quote
        assert len(claim.quote) <= 300
    return found


def said(text: str, kind: str = "replies") -> set[tuple[str, str, str | None, int | None]]:
    return {
        (claim.modality, claim.polarity, claim.maker, None if claim.quantity is None else int(claim.quantity))
        for claim in claims_of(text, kind)
        if claim.makers
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We own 41 Hikvision cameras.", {("owned", "affirmed", "hikvision", 41)}),
        ("41 of our 212 cameras are Hikvision.", {("owned", "affirmed", "hikvision", 41)}),
        (
            "Of the 212 cameras run by the Council, 41 are made by Hikvision and 9 by Dahua.",
            {("used", "affirmed", "hikvision", 41), ("used", "affirmed", "dahua", 9)},
        ),
        ("None of our 212 cameras are made by Hikvision.", {("owned", "negated", "hikvision", None)}),
        ("We replaced all Dahua units in 2018.", {("removed", "affirmed", "dahua", None)}),
        (
            "We replaced 30 Dahua cameras with 45 Hikvision cameras.",
            {("removed", "affirmed", "dahua", 30), ("owned", "affirmed", "hikvision", 45)},
        ),
        ("The contractor supplied 12 Dahua recorders.", {("delivered", "affirmed", "dahua", 12)}),
        ("A further 20 Hikvision cameras are planned for next year.", {("planned", "affirmed", "hikvision", 20)}),
        ("Before that the Trust had 52 Dahua cameras.", {("removed", "affirmed", "dahua", 52)}),
        ("The Council owns 69 Hikvision cameras, not 309 as stated.", {("owned", "affirmed", "hikvision", 69)}),
        (
            "The Council has 1,204 cameras, comprising 600 Hikvision and 400 Dahua units.",
            {("owned", "affirmed", "hikvision", 600), ("owned", "affirmed", "dahua", 400)},
        ),
        ("Dahua: 0", {("owned", "negated", "dahua", None)}),
        ("The Council does not own any Hikvision or Dahua cameras.", {("owned", "negated", "hikvision", None)}),
        (
            "Our contractor supplied 40 Hikvision cameras, which the\nCouncil now owns.",
            {("owned", "affirmed", "hikvision", 40)},
        ),
        ("لا يمتلك المجلس أي كاميرات من شركة داهوا.", {("owned", "negated", "dahua", None)}),
        ("يمتلك المجلس 120 كاميرا من صنع شركة هيكفيجن.", {("owned", "affirmed", "hikvision", 120)}),
        ("تمت إزالة جميع كاميرات داهوا في عام 2019.", {("removed", "affirmed", "dahua", None)}),
        (
            "我局拥有40台海康威视摄像头和12台大华录像机。",
            {("owned", "affirmed", "hikvision", 40), ("owned", "affirmed", "dahua", 12)},
        ),
        ("本局没有任何海康威视或大华的摄像机。", {("owned", "negated", "hikvision", None)}),
        ("计划明年采购30台海康威视摄像机。", {("planned", "affirmed", "hikvision", 30)}),
    ],
)
def test_a_sentence_says_who_has_how_many(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Disclosing whether Hikvision cameras are used would help those who wish to evade them.",
        "How many Hikvision cameras does the council own?",
        "You asked for the number of Dahua cameras owned.",
        "",
    ],
)
def test_a_supposition_or_request_is_no_admission(text):
    assert said(text) == set()


def test_a_list_gives_each_number_to_its_maker_and_kind():
    found = claims_of("Hikvision – 92 cameras, 14 brackets; Dahua: 5 recorders")
    assert [(c.maker, c.product_kind, c.quantity) for c in found] == [
        ("hikvision", "camera", Decimal(92)),
        ("hikvision", "bracket", Decimal(14)),
        ("dahua", "recorder", Decimal(5)),
    ]


def test_a_range_keeps_both_ends_and_no_value():
    (claim,) = claims_of("The Council owns between 51 and 54 Hikvision cameras.")
    assert (claim.quantity, claim.low, claim.high, claim.qualifier) == (None, 51, 54, "between")


def test_an_estimate_names_who_made_it_and_is_no_payment():
    text = "We own 90 Hikvision cameras. The purchase cost of these cameras is estimated by our works team at £18,000."
    claim = next(c for c in claims_of(text) if c.amount is not None)
    assert (claim.amount_kind, claim.estimated_by, claim.polarity) == ("estimate", "our works team", "estimated")


def test_a_yearly_maintenance_cost_buys_no_camera():
    (claim,) = claims_of("The annual maintenance cost for the CCTV system is £6,000.")
    assert (claim.product_kind, claim.basis, claim.amount_kind) == ("service_maintenance", "annual", "paid")


def test_the_fee_limit_of_a_refusal_is_no_money_spent():
    found = claims_of("Your request is refused because the cost of compliance would exceed the limit of £450.")
    assert [(c.modality, c.amount) for c in found] == [("refused", None)]


def test_a_supplier_is_named_and_is_not_the_maker():
    found = claims_of("Our contractor, Gatemoor Installations Ltd, supplied 14 Dahua cameras.")
    assert [(c.maker, c.supplier) for c in found] == [("dahua", "Gatemoor Installations Ltd")]


def test_a_report_keeps_denials_allegations_and_voices_apart():
    denied = claims_of("Huawei denied that it had signed a contract with the ministry.", "articles")
    assert [(c.maker, c.polarity) for c in denied] == [("huawei", "denied")]
    alleged = claims_of(
        "According to a person familiar with the matter, the ministry signed a contract with Huawei for 500 cameras.",
        "articles",
    )
    assert alleged[0].polarity == "alleged"
    assert alleged[0].attribution == "a person familiar with the matter"


def test_a_joint_statement_keeps_both_makers():
    (claim,) = claims_of("Sixteen councils own cameras made by Hikvision or Dahua.", "articles")
    assert claim.makers == ("hikvision", "dahua")


def test_answers_take_maker_and_verb_from_the_quoted_question():
    request = "1) How many Hikvision cameras do you own? 2) How many Dahua cameras? 3) What did they cost?"
    found = claims_of("1) 126\n\n2) None\n\n3) Not applicable", quoted=request)
    assert [(c.maker, c.quantity, c.polarity, c.quote) for c in found] == [
        ("hikvision", Decimal(126), "affirmed", "126"),
        ("dahua", None, "negated", "None"),
    ]


def test_a_quoted_request_alone_claims_nothing():
    assert claims_of("Thank you.", quoted="Some councils own 250 Hikvision cameras and 90 Dahua cameras.") == []


def test_a_bare_list_counts_what_the_request_asked_about():
    found = claims_of("Hikvision: 82\n\nDahua: 5", quoted="How many CCTV cameras of each make do you own?")
    assert [(c.maker, c.quantity, c.product_kind) for c in found] == [
        ("hikvision", 82, "camera"),
        ("dahua", 5, "camera"),
    ]


def test_a_yes_with_a_number_after_it_is_one_claim():
    (claim,) = claims_of("1) Does the council use Hikvision cameras? Yes. We have 23.")
    assert (claim.maker, claim.quantity, claim.modality) == ("hikvision", 23, "used")


def test_the_id_of_a_claim_is_the_same_in_a_second_run():
    text = "We own 41 Hikvision cameras and 3 Dahua cameras."
    assert [c.claim for c in claims_of(text)] == [c.claim for c in claims_of(text)]
    assert len({c.claim for c in claims_of(text)}) == 2


def test_no_quote_names_an_officer():
    found = claims_of(
        "Jane Smith, Information Officer, jane.smith@northmere.example, says we own 41 Hikvision cameras."
    )
    assert found
    assert all("Smith" not in c.quote and "@" not in c.quote for c in found)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("We do not hold this information.", "not_held"),
        ("The information is withheld under section 31 of the Act.", "refused"),
        ("The Council operates 120 cameras. The makes are withheld under section 31.", "partial"),
        ("The Council does not own any Hikvision cameras.", "usable"),
        ("This is an automatic acknowledgement of your request.", "silent"),
        ("We neither confirm nor deny that the information is held.", "refused"),
        ("نرفض تقديم هذه المعلومات.", "refused"),
        ("该信息不予公开。", "refused"),
    ],
)
def test_a_reply_has_the_state_that_its_words_give(text, state):
    assert reply_signals(claims_of(text)).state == state


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The City owns 49 Hikvision cameras in all: 22 here, 18 in the library and 9 at the depot.", [49]),
        ("The Council has Hikvision cameras: 12 in the car parks and 12 at the depot.", [12, 12]),
        ("The Trust removed 30 Dahua cameras, but still has 22 in operation.", [30, 22]),
        ("The Force uses Hikvision cameras (64).", [64]),
        ("There are 64 cameras. Of these, 12 are Hikvision.", [64, 12]),
        ("In our first reply we said that the Council owned 340 Hikvision cameras. The correct figure is 304.", [304]),
    ],
)
def test_numbers_without_a_noun_count_what_stands_before(text, expected):
    assert [claim.quantity for claim in claims_of(text) if claim.quantity is not None] == expected


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("(a) None.\n\n(b) None.\n\nThis is about CCTV cameras.", "usable"),
        ("The borough does not own or operate any CCTV cameras.", "usable"),
        ("Thank you for your e-mail. We have no cameras of either make.", "usable"),
        ("The Council does not hold the information that you have asked for.", "not_held"),
        (
            "The Council can neither confirm nor deny this. It is not to be taken as a sign that it owns Dahua.",
            "refused",
        ),
        ("Our estate is entirely Hikvision.", "usable"),
        ("لا تملك البلدية أي كاميرات من صنع هيكفيجن.", "usable"),
        ("关于您的问题，我单位没有大华摄像机。", "usable"),
        ("We do not have a central record of CCTV cameras.", "silent"),
    ],
)
def test_an_answer_that_denies_or_refuses_is_told(text, state):
    assert reply_signals(claims_of(text)).state == state


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The purchase of 200 Hikvision cameras was approved.", {("planned", "affirmed", "hikvision", 200)}),
        ("Critics allege that 500 Hikvision cameras were installed.", {("installed", "alleged", "hikvision", 500)}),
        ("The ministry agreed to buy 1,500 Dahua cameras.", {("contracted", "affirmed", "dahua", 1500)}),
        ("A spokesman for Hikvision did not respond.", {("not_responded", "affirmed", "hikvision", None)}),
        ("Lawmakers called on the government to ban Dahua.", {("asked", "affirmed", "dahua", None)}),
        (
            "Hikvision supplied 300 cameras and Dahua 150.",
            {("delivered", "affirmed", "hikvision", 300), ("delivered", "affirmed", "dahua", 150)},
        ),
        (
            "Hikvision and Dahua supplied 300 and 150 cameras respectively.",
            {("delivered", "affirmed", "hikvision", 300), ("delivered", "affirmed", "dahua", 150)},
        ),
        (
            "28 councils own Hikvision cameras and seven own Dahua. 30 own one or the other.",
            {
                ("owned", "affirmed", "hikvision", 28),
                ("owned", "affirmed", "dahua", 7),
                ("owned", "affirmed", "hikvision", 30),
            },
        ),
        ("وقعت المدينة عقدا مع شركة هواوي لتركيب 600 كاميرا.", {("contracted", "affirmed", "huawei", 600)}),
        ("نفت الوزارة شراء أي كاميرات من داهوا.", {("owned", "denied", "dahua", None)}),
        (
            "من بين 1200 كاميرا، 300 من صنع هيكفيجن و150 من صنع داهوا.",
            {("owned", "affirmed", "hikvision", 300), ("owned", "affirmed", "dahua", 150)},
        ),
        ("港务局取消了80台宇视摄像机的订单。", {("other", "affirmed", "uniview", 80)}),
        (
            "该市已用安讯士摄像机更换了120台海康威视摄像机。",
            {("owned", "affirmed", "axis", None), ("removed", "affirmed", "hikvision", 120)},
        ),
        ("活动人士指控称,有500台海康威视摄像机未经招标就安装了。", {("installed", "alleged", "hikvision", 500)}),
        (
            "其中28个拥有海康威视摄像机,7个拥有大华摄像机。",
            {("owned", "affirmed", "hikvision", 28), ("owned", "affirmed", "dahua", 7)},
        ),
    ],
)
def test_a_report_says_who_did_what(text, expected):
    assert said(text, "articles") == expected


def test_both_firms_are_the_two_named_before():
    found = claims_of(
        "Hikvision and Dahua sell here. Both companies were added to the Entity List in 2019.", "articles"
    )
    assert [(c.makers, c.date) for c in found if c.modality == "listed"] == [(("hikvision", "dahua"), "2019")]


def test_silence_and_refusal_are_counted_apart():
    found = claims_of("Nine councils did not reply, and four refused to say.", "articles")
    assert [(c.modality, c.quantity) for c in found] == [("not_responded", 9), ("refused", 4)]


def test_a_letter_without_a_known_source_is_read_as_a_letter():
    found = claims_of("Dear Applicant,\n\nThank you for your request. Hikvision cameras: 82", "articles")
    assert [(c.modality, c.maker, c.quantity) for c in found] == [("owned", "hikvision", 82)]


def test_text_without_the_subject_claims_nothing():
    assert claims_of("The company employs 42,000 people. The book sold 5,000 copies.", "articles") == []
