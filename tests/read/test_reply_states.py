"""What replies in three languages say of the request: refused, held elsewhere, acknowledged, none, or answered."""

# letters stand as they were made up

from __future__ import annotations

import pytest

from synopticon.model.records import Claim, Passage
from synopticon.read import read_document, reply_signals

_REPLIES = [
    (
        "Your request for records about our surveillance cameras, including whether any are made by Hikvision or Dahua, is denied in full under section 7(b) of the Act.",
        "refused",
    ),
    (
        "The records you seek on Hikvision and Dahua cameras are exempt under Section 8(1)(a) of the RTI Act and cannot be supplied.",
        "refused",
    ),
    (
        "We consider that disclosure of camera manufacturers would prejudice the prevention of crime. Section 31(1)(a) is engaged and the balance of the public interest lies against disclosure.",
        "refused",
    ),
    (
        "The Force will not be releasing details of the makes of its CCTV cameras. The exemption at section 24 applies.",
        "refused",
    ),
    (
        "In accordance with s.17 FOIA this letter acts as a refusal notice in respect of your questions about Hikvision cameras.",
        "refused",
    ),
    (
        "Nothing in this letter should be taken as confirming or denying that Hikvision cameras are used by the Constabulary. Section 24(2).",
        "refused",
    ),
    ("We can neither confirm nor deny whether we hold any information on Dahua or Hikvision cameras.", "refused"),
    (
        "To answer would take more than 18 hours and exceed the cost limit in section 12, so we are not obliged to comply with your request about Hikvision cameras.",
        "refused",
    ),
    (
        "Your application concerning Hikvision cameras has been rejected as it is vexatious within section 14(1).",
        "refused",
    ),
    (
        "Access to the record is declined under section 37 of the Freedom of Information Act 2014. It concerns cameras of Hikvision.",
        "refused",
    ),
    (
        "Release of the information on camera brands (Hikvision, Dahua) could endanger public safety and is therefore precluded by Exemption 7(F).",
        "refused",
    ),
    (
        "I have decided to refuse access to the records concerning cameras made by Hikvision under section 32.",
        "refused",
    ),
    (
        "The agency claims exemption 7(E) over the entire contents of the camera inventory (Hikvision, Dahua).",
        "refused",
    ),
    (
        "We have 38 Hikvision cameras and 12 Axis cameras. The positions of the cameras are withheld under section 31.",
        "usable",
    ),
    ("(1) Hikvision cameras: 38.\n(2) Locations: exempt under section 31(1)(a).\n(3) Dahua cameras: none.", "usable"),
    ("We operate 214 CCTV cameras. The makes and models are exempt from disclosure under section 31.", "partial"),
    ("There are 214 cameras in our network. We will not name the manufacturers, for reasons of security.", "partial"),
    ("Total cameras: 214. Manufacturer: [REDACTED]. Model: [REDACTED].", "partial"),
    (
        "The cameras in our area are owned and operated by the county police, to whom you should direct your question about Hikvision.",
        "not_held",
    ),
    (
        "Public space CCTV is not our responsibility: it is run by Highmoor Council, which owns the cameras. We hold no information about Hikvision cameras.",
        "not_held",
    ),
    (
        "All cameras on this site belong to our landlord, Brackwater Estates plc, which runs them. We therefore do not know whether they are Hikvision.",
        "not_held",
    ),
    (
        "CCTV in the town centre is provided and managed by the Police Service. Please redirect your request on Hikvision and Dahua cameras to them.",
        "not_held",
    ),
    (
        "This information is not held by the Authority. The cameras were transferred to the City Council in 2015 and it maintains them.",
        "not_held",
    ),
    ("The Trust has no records falling within the scope of your request about Hikvision cameras.", "not_held"),
    (
        "Camera systems are the responsibility of our PFI partner, who has not told us the makes. Hikvision: information not held.",
        "not_held",
    ),
    (
        "The Commission does not have any CCTV of its own; the building's cameras are the landlord's. Hikvision or Dahua: not known to us.",
        "not_held",
    ),
    (
        "Thank you for your email. This mailbox is monitored Monday to Friday, 9am to 5pm. Your reference number is FOI-2291.",
        "silent",
    ),
    ("Your message has arrived and someone will look at it on the next working day. Please quote KTC-50611.", "silent"),
    (
        "Your request for information on Hikvision cameras has been logged under reference 4471 and allocated to a case officer. You will hear from us within 20 working days.",
        "silent",
    ),
    (
        "We write to let you know that your enquiry about Hikvision and Dahua cameras reached us on 5 September 2022. It is with the service concerned. Owing to leave we now expect to be in touch by 9 December 2022.",
        "silent",
    ),
    (
        "This is an automated response. Our offices are closed until Monday. If urgent, call the switchboard. Ref: 55120.",
        "silent",
    ),
    (
        "We are sorry that we have not been able to answer your request on Hikvision cameras yet and hope to do so shortly.",
        "silent",
    ),
    ("Received with thanks. Case no. 2022/881. A substantive reply will follow in due course.", "silent"),
    ("I am away from my desk until 3 October and will read your message when I am back.", "silent"),
    (
        "Under section 10(3) we are extending the time limit by a further 20 working days to consider the public interest test for your request on Hikvision cameras.",
        "silent",
    ),
    (
        "To help us find the records, could you clarify what period your request for Hikvision cameras covers? The clock stops until we hear from you.",
        "silent",
    ),
    (
        "Our estate contains no equipment from Hikvision or Dahua. A search of the register returned 0 results out of 164 entries.",
        "usable",
    ),
    ("You asked about Hikvision and Dahua cameras.\n\nNone of the cameras we run is by either firm.", "usable"),
    (
        "You asked about Hikvision and Dahua cameras.\n\nNot one of the 96 cameras we run carries either badge.",
        "usable",
    ),
    ("We are free of Dahua and Hikvision devices.", "usable"),
    ("Neither Hikvision nor Dahua features on our asset list.", "usable"),
    ("A search of our asset register for Hikvision and Dahua found nothing.", "usable"),
    ("Your request: How many cameras are made by Hikvision or Dahua?\n\nResponse: nil return.", "usable"),
    ("Hikvision cameras: 0. Dahua cameras: 0.", "usable"),
    ("There is no Hikvision or Dahua kit on any of our sites.", "usable"),
    ("We have never bought cameras from Hikvision or Dahua.", "usable"),
    ("We drew a blank on both makes: our inventory lists no Hikvision cameras and no Dahua cameras.", "usable"),
    ("Hikvision: –\nDahua: –", "usable"),
    ("The Council can confirm that it does not use Hikvision or Dahua cameras.", "usable"),
    ("We hold no Hikvision or Dahua cameras.", "usable"),
    ("نعتذر عن عدم تزويدكم بالمعلومات المطلوبة حول كاميرات هيكفيجن لأنها سرية وفق المادة 13 من القانون.", "refused"),
    ("نأسف لعدم إمكانية الإفصاح عن أنواع الكاميرات (هيكفيجن، داهوا) لأسباب أمنية.", "refused"),
    ("تقرر رفض طلبكم بشأن كاميرات هيكفيجن استنادا إلى المادة العاشرة من القانون.", "refused"),
    ("المعلومات المطلوبة عن كاميرات داهوا مصنفة على أنها سرية ولا يجوز نشرها.", "refused"),
    ("يتعذر علينا تزويدكم بأسماء الشركات المصنعة مثل هيكفيجن لدواع أمنية.", "refused"),
    ("لا يمكننا تأكيد أو نفي وجود كاميرات من صنع هيكفيجن.", "refused"),
    (
        "نفيدكم بأن البلدية لا تحتفظ بهذه المعلومات، إذ إن كاميرات الشوارع (هيكفيجن وغيرها) تملكها وتديرها مديرية الأمن العام، ويمكنكم مخاطبتها.",
        "not_held",
    ),
    (
        "كاميرات المراقبة في المدينة من اختصاص وزارة الداخلية وليست تابعة لنا. لا علم لنا إن كانت من هيكفيجن.",
        "not_held",
    ),
    ("لا تتوفر لدينا أي بيانات عن كاميرات هيكفيجن، فالكاميرات تعود ملكيتها إلى الشرطة.", "not_held"),
    ("إن الجهة المسؤولة عن كاميرات المراقبة هي مديرية الشرطة، ونرجو توجيه طلبكم حول هيكفيجن إليها.", "not_held"),
    ("شكرا لتواصلكم. تم تسجيل طلبكم برقم 5521 وسيتم الرد عليكم خلال 15 يوم عمل.", "silent"),
    ("هذا رد آلي. وصلتنا رسالتكم وسيطلع عليها أحد الموظفين في أقرب وقت. أوقات الدوام من الأحد إلى الخميس.", "silent"),
    ("نفيدكم بأن طلبكم بشأن كاميرات هيكفيجن قيد الدراسة وسنوافيكم بالرد لاحقا.", "silent"),
    ("لا توجد لدى البلدية أي كاميرات من صنع هيكفيجن أو داهوا.", "usable"),
    ("لم تشتر البلدية أي كاميرا من هيكفيجن أو داهوا.", "usable"),
    ("كاميراتنا خالية من أي أجهزة من صنع هيكفيجن وداهوا.", "usable"),
    ("لدى البلدية 150 كاميرا من صنع داهوا. وتنوي البلدية شراء 39 كاميرا من صنع هيكفيجن العام القادم.", "usable"),
    ("لدينا 15 كاميرا داهوا. وقد طرحت البلدية مناقصة لشراء 20 كاميرا هيكفيجن.", "usable"),
    ("您申请公开的海康威视、大华等品牌视频监控设备信息，公开后可能危及公共安全，本机关决定不予公开。", "refused"),
    ("您申请的海康威视摄像机信息属于不予公开范围。", "refused"),
    ("依政府資訊公開法第18條，台端所詢海康威視攝影機資料應限制公開，礙難提供。", "refused"),
    ("海康威视摄像机信息涉及公共安全，依法不能对外提供。", "refused"),
    ("经查，道路视频监控由市公安局建设和管理，不属于我办职责范围，请向其申请海康威视相关信息。", "not_held"),
    ("您申请的海康威视摄像机信息我局未制作、未保存，该信息不存在。", "not_held"),
    ("監視器係由警察局設置及維護，本所無海康威視相關資料。", "not_held"),
    ("我办没有自己的监控设备，辖区摄像机归公安分局所有，是否为海康威视我办不掌握。", "not_held"),
    ("您好，您的来信已收到，编号为20221，我们将在20个工作日内答复。", "silent"),
    ("自动回复：本邮箱工作时间为周一至周五9:00-17:00，我们会尽快处理您的邮件。", "silent"),
    ("您关于海康威视摄像机的申请已登记受理，因需征求第三方意见，答复期限延长20个工作日。", "silent"),
    ("本区共设置监控摄像机168台，品牌及型号不予公开。", "partial"),
    ("经核查，我办从未购置海康威视或大华品牌的摄像机。", "usable"),
    ("本局无海康威视、大华设备。", "usable"),
    ("在我局156台摄像机中，没有一台是海康威视或大华的。", "usable"),
    ("我办所有摄像机均非海康威视或大华产品。", "usable"),
    (
        "We are pleased to release the following. Hikvision cameras in use: 40. Supplier names have been withheld under exemption 4.",
        "usable",
    ),
    (
        "The information requested is as follows: 40 Hikvision cameras. The Council does not hold information on the cost.",
        "usable",
    ),
    (
        "Apologies for the delay in replying. The Library has 11 Dahua cameras. If you are unhappy you may appeal to the Commissioner.",
        "usable",
    ),
    ("Receipt of your request of 5 September is acknowledged. We have 11 Dahua cameras.", "usable"),
    (
        "Having checked with our facilities team, I can confirm that we do not use equipment from either company.",
        "usable",
    ),
    ("Nothing from Hikvision or Dahua is in use at any of our sites.", "usable"),
    ("The answer to all parts of your request on Hikvision and Dahua is nil.", "usable"),
    ("We could find no Hikvision or Dahua cameras in our inventory of 310 cameras.", "usable"),
    ("Hikvision - zero; Dahua - zero; Bosch - not counted.", "usable"),
    ("Our cameras are neither Hikvision nor Dahua; all are made by Bosch.", "usable"),
    ("It is not possible to provide this information because it would reveal our security arrangements.", "refused"),
    (
        "After careful consideration the Department has determined that responsive records concerning Hikvision cameras must be withheld in their entirety.",
        "refused",
    ),
    (
        "The request falls under the restrictions of article 4(1)(a) of Regulation 1049/2001 and access cannot be granted.",
        "refused",
    ),
    ("The Authority is not in a position to say what makes of cameras it uses.", "refused"),
    (
        "Disclosing which cameras we use would make them a target. We are therefore keeping this information confidential.",
        "refused",
    ),
    (
        "Regrettably your request has had to be turned down: compiling the makes of all cameras would take an estimated 41 hours.",
        "refused",
    ),
    (
        "The PIO has denied the information under section 8(1)(a) as it relates to strategic interests of the State.",
        "refused",
    ),
    ("The information is not disclosable in terms of section 41 of PAIA.", "refused"),
    (
        "We are a tenant in this building. The cameras are the landlord's and it has never told us what they are.",
        "not_held",
    ),
    ("The Parish has no cameras. CCTV in the village is run by the District Council.", "not_held"),
    (
        "Your application is transferred under section 6(3) of the RTI Act to the Commissioner of Police, who maintains the city's cameras.",
        "not_held",
    ),
    (
        "No such records exist in this office. The cameras of the city are under the control of the Traffic Police.",
        "not_held",
    ),
    (
        "We do not hold the requested records. You may wish to contact the Office of Emergency Management, which operates the camera network.",
        "not_held",
    ),
    (
        "The information requested is not available with this office; it may be obtained from the Smart City company.",
        "not_held",
    ),
    ("Responsibility for CCTV transferred to the Combined Authority in April 2019.", "not_held"),
    (
        "Your request has been given the number 22-1187. Under state law the City has ten business days to respond.",
        "silent",
    ),
    (
        "We acknowledge your letter about Hikvision cameras. It has been passed to the estates department, which will write to you.",
        "silent",
    ),
    (
        "Thanks for getting in touch with Northmere Council. We get a lot of messages and will come back to you as soon as we can. Call 020 7946 0000 in an emergency. Lines are open 8am-6pm.",
        "silent",
    ),
    ("This is to inform you that your query is under process and the reply will be sent in due course.", "silent"),
    ("The office is closed from 24 December to 2 January. Messages will be dealt with on our return.", "silent"),
    ("Ticket #88213 opened. Subject: CCTV makes. Priority: normal. An agent will respond.", "silent"),
    ("We need until 14 November to finish our search for Hikvision cameras.", "silent"),
    ("There are 420 cameras in total. For security reasons we do not disclose who makes them.", "partial"),
    ("الإجمالي 240 كاميرا مراقبة تديرها البلدية. أما الشركات المصنعة فلا يمكن الإفصاح عنها لأسباب أمنية.", "partial"),
    ("我局共有监控摄像头420个，厂商信息因涉及公共安全不予公开。", "partial"),
    ("بعد دراسة طلبكم تقرر عدم الموافقة على الإفصاح عن المعلومات المتعلقة بكاميرات داهوا.", "refused"),
    ("المعلومات المتعلقة بكاميرات هيكفيجن من المعلومات المستثناة من حق الاطلاع.", "refused"),
    ("لا تملك الهيئة كاميرات خاصة بها، وكاميرات الشوارع تتبع لقيادة الشرطة.", "not_held"),
    ("نعتذر، هذه المعلومات ليست من اختصاص البلدية بل من اختصاص وزارة الداخلية.", "not_held"),
    ("تم استلام بريدكم الإلكتروني وسنعاود التواصل معكم قريبا.", "silent"),
    ("نشكركم على رسالتكم. ساعات العمل من الثامنة صباحا حتى الثالثة ظهرا.", "silent"),
    ("لا نستخدم أيا من كاميرات هيكفيجن أو داهوا.", "usable"),
    ("لم يسبق للبلدية أن اقتنت أجهزة من هاتين الشركتين.", "usable"),
    ("您的申请我局已于10月8日收到，登记编号为2022-55。", "silent"),
    ("感谢来信，我们已转相关科室办理，请耐心等待。", "silent"),
    ("经查询资产系统，以上两个品牌的结果均为零。", "usable"),
    ("我校未使用上述两家公司的产品。", "usable"),
    ("摄像机由物业公司负责建设和维护，我单位不掌握其品牌。", "not_held"),
    ("該等攝影機屬警察局財產，請逕洽該局。", "not_held"),
    ("因涉及治安防控，所申请内容不宜公开。", "refused"),
    ("經審酌，提供海康威視設備資料恐影響治安，爰予否准。", "refused"),
]


def claims_of(text: str) -> list[Claim]:
    passages, position = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        passages.append(Passage("d", "", number, position, "paragraph", paragraph))
        position += len(paragraph) + 2
    records = read_document(
        document="d",
        body="northmere",
        source_kind="replies",
        received=None,
        language=None,
        passages=passages,
        tables=(),
    )
    return [record for record in records if isinstance(record, Claim)]


@pytest.mark.parametrize(("text", "state"), _REPLIES)
def test_the_state_of_a_reply_is_told_whatever_its_words(text: str, state: str) -> None:
    assert reply_signals(claims_of(text)).state == state


@pytest.mark.parametrize(("text", "state"), [pair for pair in _REPLIES if pair[1] in {"refused", "not_held", "silent"}])
def test_words_about_the_request_make_nobody_an_owner(text: str, state: str) -> None:
    held = [c for c in claims_of(text) if c.makers and c.modality in {"owned", "used", "installed"} and c.body]
    assert held == []


@pytest.mark.parametrize(
    "text",
    [
        "We have 328 Hikvision cameras. The shops in the arcade have their own Dahua cameras, which are nothing to do with us.",
        "There are 328 Hikvision cameras in the depot. Our contractor uses 40 Dahua cameras of its own on site.",
        "لدينا 328 كاميرا هيكفيجن. أما كاميرات المحلات التجارية الخاصة من داهوا فلا تخص البلدية.",
        "我局有海康威视摄像机328台。沿街商户自行安装的大华摄像机不属于我局。",
    ],
)
def test_cameras_of_neighbours_and_contractors_are_not_the_bodys(text: str) -> None:
    assert [(c.maker, c.quantity) for c in claims_of(text) if c.makers] == [("hikvision", 328)]


@pytest.mark.parametrize(
    "text",
    [
        "لدى البلدية 15 كاميرا داهوا. وتنوي البلدية شراء 39 كاميرا من صنع هيكفيجن العام القادم.",
        "لدينا 15 كاميرا داهوا. وقد طرحت البلدية مناقصة لشراء 20 كاميرا هيكفيجن.",
        "لدينا 15 كاميرا داهوا. والبلدية بصدد شراء 20 كاميرا هيكفيجن.",
        "We have 15 Dahua cameras. We intend to buy 20 Hikvision cameras.",
        "我局现有大华摄像机15台。计划采购海康威视摄像机20台。",
    ],
)
def test_what_is_going_to_be_bought_is_planned(text: str) -> None:
    found = {(c.maker, c.modality == "planned") for c in claims_of(text) if c.makers}
    assert found == {("dahua", False), ("hikvision", True)}


def test_the_subject_of_an_automatic_reply_tells_what_it_is() -> None:
    passages = [
        Passage("d", "", 0, 0, "heading", "Automatic reply: your question"),
        Passage("d", "", 1, 31, "paragraph", "Go raibh maith agat."),
    ]
    records = read_document(
        document="d",
        body="northmere",
        source_kind="replies",
        received=None,
        language="en",
        passages=passages,
        tables=(),
    )
    assert [record.basis for record in records if isinstance(record, Claim)] == ["acknowledgement"]


@pytest.mark.parametrize(
    "text",
    [
        "Hikvision: 5\n\nDahua: –",
        "Hikvision cameras in use: 5. Dahua cameras in use: none.",
        "海康威视摄像机:5台\n\n大华摄像机:无",
    ],
)
def test_a_stroke_or_a_word_for_nothing_beside_another_makers_number_is_none(text: str) -> None:
    found = {(c.maker, c.polarity) for c in claims_of(text) if c.makers}
    assert found == {("hikvision", "affirmed"), ("dahua", "negated")}


_MORE_STATES = [
    (
        (
            "Northmere Homes is a private company and is not covered by the Freedom of Information (Scotland) Act. "
            "We do not intend to share details of our CCTV, be it Hikvision or anything else."
        ),
        "refused",
    ),
    ("As a registered society we fall outside the scope of the Access Ordinance and choose not to respond.", "refused"),
    ("Northmere Ltd is not a public body within the meaning of the Act. Your letter has been noted.", "refused"),
    ("The Department can neither verify nor disclaim the existence of any such cameras (Hikvision).", "refused"),
    ("It is our policy not to discuss security. We can say neither yes nor no as to Hikvision.", "refused"),
    (
        (
            "Collating this would take 60 hours, well beyond the 40 hours allowed by the Ordinance. "
            "You may wish to narrow your request, for instance to one maker such as Dahua."
        ),
        "refused",
    ),
    (
        (
            "We only hold a total: 173 cameras. The makes are not recorded and could be anything - Hikvision, Bosch, "
            "who knows. The work cost GBP 52,000."
        ),
        "partial",
    ),
    ("There are 88 cameras in all. We have no breakdown by brand. They may be Dahua or something else.", "partial"),
    ("We have 350 cameras. None of the companies named in your request made any of them.", "usable"),
    ("12 cameras, none supplied by any of the five firms you ask about.", "usable"),
    ("The 77 cameras we own are all of other makes than the ones in question.", "usable"),
    ("We refer to your application dated 12 September. We are processing it and will revert in due course.", "silent"),
    ("Your mail is with our legal branch. A reply follows.", "silent"),
    ("Although we are not subject to the Act, we are happy to answer. We own 14 Hikvision cameras.", "usable"),
]


@pytest.mark.parametrize(("text", "state"), _MORE_STATES)
def test_the_act_of_a_letter_is_told_from_its_class_of_wording(text: str, state: str) -> None:
    assert reply_signals(claims_of(text)).state == state


def test_a_guess_at_a_make_owns_nothing_and_an_estimate_does() -> None:
    assert not [c for c in claims_of("The makes could be anything: Hikvision, Bosch, who knows.") if c.makers]
    assert [c.maker for c in claims_of("There are perhaps 30 Hikvision cameras.") if c.makers] == ["hikvision"]
    held = [c for c in claims_of("Our cameras are Hikvision (18). They may be replaced by Hanwha.") if c.makers]
    assert [(c.maker, c.quantity) for c in held if c.modality == "owned"] == [("hikvision", 18)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "As of 2019 the School had 88 Dahua cameras. They have all since been replaced with Hanwha; "
                "there are 91 of those today."
            ),
            {("removed", "dahua", 88), ("owned", "hanwha", 91)},
        ),
        (
            "In 2017 we ran 20 Hikvision and 5 Dahua cameras. Both have gone, and 30 Bosch cameras hang in their stead.",
            {("removed", "hikvision", 20), ("removed", "dahua", 5), ("owned", "bosch", 30)},
        ),
        (
            "We own 44 Axis cameras. In 2015 we had 12 Dahua cameras but these have since been removed.",
            {("owned", "axis", 44), ("removed", "dahua", 12)},
        ),
        (
            "We own 60 Hikvision cameras. Some of these have been replaced with newer models.",
            {("owned", "hikvision", 60)},
        ),
        ("We own 60 Hikvision cameras. They have not been removed.", {("owned", "hikvision", 60)}),
    ],
)
def test_what_a_later_sentence_takes_away_is_removed(text: str, expected: set[tuple[str, str, int]]) -> None:
    found = {(c.modality, c.maker, c.quantity) for c in claims_of(text) if c.makers}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cameras: Hikvision: 12 Dahua: 4 Axis: 0",
            {("hikvision", 12, 12), ("dahua", 4, 4), ("axis", None, None)},
        ),
        (
            "Cameras:\nHikvision - between 30 and 40\nDahua - fewer than 5\nBosch - more than 200",
            {("hikvision", 30, 40), ("dahua", None, 5), ("bosch", 200, None)},
        ),
        (
            (
                "Our cameras number 412. Of these the schedule attributes 37 to Hikvision; 362 to Bosch; and the remaining "
                "13 are of unknown make."
            ),
            {("hikvision", 37, 37), ("bosch", 362, 362)},
        ),
    ],
)
def test_each_number_of_a_list_belongs_to_its_own_maker(
    text: str, expected: set[tuple[str, int | None, int | None]]
) -> None:
    found = {(c.maker, c.low, c.high) for c in claims_of(text) if c.makers}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have 41 cameras. The manufacturer is Dahua.", {("owned", "dahua", 41)}),
        ("6 Dahua cameras at the depot. Everything else is Axis.", {("owned", "dahua", 6), ("owned", "axis", None)}),
        ("Q1 - 45. Q2 - Hikvision. Q3 - nil.", {("owned", "hikvision", None)}),
        ("Hikvision: yes. Dahua: no.", {("owned", "hikvision", None), ("owned", "dahua", None)}),
        ("The landlord's cameras are Hikvision (30), not ours; our own are 8 Axis.", {("owned", "axis", 8)}),
        ("Our contractor, Securo Ltd, has fitted 23 Hikvision cameras for us.", {("installed", "hikvision", 23)}),
        (
            "We have ordered 20 Hanwha cameras to replace our 18 Hikvision ones next spring.",
            {("planned", "hanwha", 20), ("owned", "hikvision", 18)},
        ),
    ],
)
def test_makers_told_in_few_words_are_read_with_what_stands_beside(
    text: str, expected: set[tuple[str, str, int | None]]
) -> None:
    assert {(c.modality, c.maker, c.quantity) for c in claims_of(text) if c.makers} == expected


@pytest.mark.parametrize(
    "text", ["Nil.", "The answer to each of your questions is no.", "No, we do not use any such equipment."]
)
def test_a_reply_of_a_few_words_that_denies_is_usable(text: str) -> None:
    assert reply_signals(claims_of(text)).state == "usable"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("المؤسسة شركة خاصة ولا تخضع لأحكام قانون حق الحصول على المعلومات.", "refused"),
        ("本署不会证实或否认是否使用海康威视产品。", "refused"),
        ("我局现有摄像机350台，均非贵方所列厂商产品。", "usable"),
        ("Nous avons 120 caméras. Aucune ne provient des fabricants que vous citez.", "usable"),
        ("Die Stadtwerke GmbH ist keine auskunftspflichtige Stelle im Sinne des Gesetzes.", "refused"),
        ("Tenemos 60 cámaras. Ninguna es de los fabricantes que menciona.", "usable"),
    ],
)
def test_clerks_of_other_countries_refuse_and_deny_in_the_same_ways(text: str, state: str) -> None:
    assert reply_signals(claims_of(text)).state == state


def test_the_rest_is_of_one_maker_in_chinese() -> None:
    found = {(c.maker, c.quantity) for c in claims_of("海康威视40台，其余为安讯士。") if c.makers}
    assert found == {("hikvision", 40), ("axis", None)}
