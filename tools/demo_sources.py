"""The other sources of the made-up campaign: ledgers in three dialects, notices, articles in three languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from tools.demo_languages import FICTION_AR, FICTION_ZH
from tools.demo_parts import Cast, H, P, Person, T, plain
from tools.demo_tables import FICTION
from tools.demo_writers import Cells, html_page, text_csv

#: Payments that a right reading of a ledger finds for cameras: body, supplier, net amount, what was left out.
PAYMENTS: tuple[dict[str, str | None], ...] = (
    {
        "body": "northmere",
        "supplier": "Calder & Pyke Integrated Systems Ltd",
        "net": "55378.90",
        "currency": "GBP",
        "left_out": "a VAT row of 9,642.08, an entry of 6,200.00 with its reversal, cleaning, pruning, training",
    },
    {
        "body": "lambrook",
        "supplier": "Brackenfield Security Systems Ltd",
        "net": "21904.50",
        "currency": None,  # the file does not say
        "left_out": "a VAT row of 2,890.90",
    },
    {
        "body": "glenmarrow",
        "supplier": "Skellow Vision Ltd",
        "net": "17181.97",
        "currency": "GBP",
        "left_out": "a credit note of 1,363.97 against an invoice of the same amount",
    },
)
#: Firms whose names look like the subject and are not.
LOOK_ALIKES = ("Axon Bakery Ltd", "Camerata of Fenwick", "Dahlia & Hua Florists", "Hixon Vision Opticians")
#: Rows: day, supplier, purpose, amount. The ledgers below write them in their own ways.
Entry = tuple[str, str, str, str]


def files(cast: Cast) -> dict[str, bytes]:
    """Return all files outside `replies`, by their path in the case."""
    return {
        "ledgers/northmere-payments-2023-24.csv": _northmere(cast),
        "ledgers/lambrook-spend.csv": _lambrook(cast),
        "ledgers/glenmarrow_over_500.csv": _glenmarrow(cast),
        "notices/releases.json": _releases(cast),
        "notices/qingyan-zhaobiao.html": _tender_page(cast),
        "articles/campaign-counts.txt": _article_en(cast),
        "articles/leaflet-aldersyke.txt": _leaflet(),
        "articles/hamla-kamirat.html": _article_ar(),
        "articles/talks-tell-qanadil.txt": _article_talks_ar(),
        "articles/jiankong-diaocha.txt": _article_zh(cast),
    }


def _northmere(cast: Cast) -> bytes:
    cast.plant("name", "Mr Ephraim Stubbings", "northmere")
    cast.plant("name", "Ottilie Brannock", "northmere")
    maker = "Calder & Pyke Integrated Systems Ltd"
    entries: tuple[Entry, ...] = (
        ("04/10/2023", "Axon Bakery Ltd", "Buffet for civic reception", "612.40"),
        ("11/10/2023", maker, "Supply and installation of CCTV cameras, city centre", "48210.40"),
        ("11/10/2023", maker, "VAT on invoice CP-2291", "9642.08"),
        ("19/10/2023", "Larchwood Arboriculture Ltd", "Tree pruning near CCTV columns", "3875.00"),
        ("02/11/2023", "Mr Ephraim Stubbings", "Window cleaning, Guildhall", "540.00"),
        ("09/11/2023", "Camerata of Fenwick", "Concert series grant", "7500.00"),
        ("15/11/2023", maker, "CCTV cameras, Quay Street", "6200.00"),
        ("16/11/2023", maker, "CCTV cameras, Quay Street - reversal of entry in error", "-6200.00"),
        ("16/11/2023", maker, "CCTV cameras, Quay Street", "6020.00"),
        ("30/11/2023", "Spotless Halls Ltd", "Cleaning of CCTV control room", "1290.75"),
        ("07/12/2023", "Ottilie Brannock", "Piano tuning", "565.00"),
        ("12/01/2024", maker, "CCTV cameras for Canal Basin, three units", "1148.50"),
        ("25/01/2024", "Wayfarer Coaches Ltd", "Home to school transport", "11204.16"),
    )
    rows: list[tuple[str, ...]] = [
        ("Northmere City Council",),
        ("Payments to suppliers over £500, October 2023 to January 2024",),
        (FICTION,),
        (),
        ("Body Name", "Payment Date", "Supplier Name", "Purpose of Spend", "Net Amount (£)", "Transaction Number"),
    ]
    rows += [
        ("Northmere City Council", day, supplier, purpose, f"{Decimal(amount):,.2f}", str(710050 + number))
        for number, (day, supplier, purpose, amount) in enumerate(entries)
    ]
    return text_csv(rows, encoding="cp1252")


def _lambrook(cast: Cast) -> bytes:
    cast.plant("name", "Miss Lettice Corrigan", "lambrook")
    maker = "Brackenfield Security Systems Ltd"
    rows: list[tuple[str, ...]] = [
        ("Date", "Service", "Supplier", "Description", "Amount excl. VAT", "Invoice", "Note"),
        (
            "2023-11-03",
            "Community Safety",
            maker,
            "Replacement CCTV cameras, Lambrook Rise",
            "14454.50",
            "BF-0418",
            FICTION,
        ),
        ("2023-11-03", "Community Safety", maker, "VAT on invoice BF-0418", "2890.90", "BF-0418", ""),
        (
            "2023-11-14",
            "Culture",
            "Dahlia & Hua Florists",
            "Flowers for the opening of the gallery",
            "845.00",
            "77",
            "",
        ),
        ("2023-12-01", "Catering", "Miss Lettice Corrigan", "Christmas cakes", "612.00", "LC9", ""),
        ("2024-01-17", "Community Safety", maker, "Supply of CCTV cameras, cemetery", "7450.00", "BF-0466", ""),
        ("2024-01-29", "Highways", "Drainsight Surveys Ltd", "CCTV survey of culverts", "5320.00", "DS118", ""),
    ]
    return text_csv(rows, delimiter=";", encoding="utf-8-sig")


def _glenmarrow(cast: Cast) -> bytes:
    cast.plant("name", "Jasper Inchbald", "glenmarrow")
    maker = "Skellow Vision Ltd"
    entries: tuple[Entry, ...] = (
        ("03/11/2023", maker, "12 x Hikvision DS-2CD2143G2-I cameras", "1363.97"),
        ("08/11/2023", maker, "Credit note: 12 x Hikvision DS-2CD2143G2-I cameras", "-1363.97"),
        ("21/11/2023", maker, "CCTV cameras for tramway stops", "16020.00"),
        ("05/12/2023", "Hixon Vision Opticians", "Eye tests for display screen users", "1180.00"),
        ("13/12/2023", maker, "10 x Hikvision DS-2CD2143G2-I cameras", "1161.97"),
        ("10/01/2024", "Jasper Inchbald", "Portrait of the provost", "2400.00"),
        ("24/01/2024", "Beacon Training College", "CCTV operator licence course", "3660.00"),
    )
    rows: Cells = [
        ("Directorate", "Supplier", "Payment date", "Narrative", "Value GBP", "Comment"),
        *(
            ("Place", supplier, day, purpose, f" {Decimal(amount):,.2f} ", FICTION if number == 0 else "")
            for number, (day, supplier, purpose, amount) in enumerate(entries)
        ),
    ]
    return text_csv(rows, newline="\n")


# --- notices


def _releases(cast: Cast) -> bytes:
    package = {
        "uri": "https://notices.example/north-shires",
        "version": "1.1",
        "publishedDate": "2024-03-01T00:00:00Z",
        "publisher": {"name": "North Shires Notices (fictional material for demonstration)"},
        "releases": list(_notices(cast)),
    }
    return json.dumps(package, ensure_ascii=False, indent=1).encode() + b"\n"


def _notices(cast: Cast) -> Iterator[dict[str, object]]:
    firm = "Calder & Pyke Integrated Systems Ltd"
    made = cast.officer("northmere", "Ursula Kettering-Voss")
    award = _release(
        1, "award", "Northmere City Council", made, "Replacement of city centre CCTV cameras", "32323500", "Video-surveillance system",
        "Removal of old and installation of new public space cameras, with five years of maintenance.", 60000, [firm],
    )  # fmt: skip
    value = {"amount": 52000, "currency": "GBP"}
    supplier = {"id": "S-1", "name": firm}
    award["awards"] = [
        {"id": "1", "status": "active", "date": "2023-08-21T00:00:00Z", "value": value, "suppliers": [supplier]}
    ]
    yield award
    yield _release(
        2, "tender", "Underley Borough Council", cast.officer("underley", "Lancelot Brodie-Nash"), "Supply of network cameras",
        "32323500", "Video-surveillance system", "Supply of 60 network cameras, Hikvision or equivalent, in two lots.", 24500, [],
    )  # fmt: skip
    yield _release(
        3, "tender", "Elmsgrove Borough Council", cast.officer("elmsgrove", "Marguerite Fazackerley"), "Tree pruning near CCTV columns",
        "77211500", "Tree-maintenance services", "Crown lifting of 140 limes that hide the view of street cameras.", 18000, [],
    )  # fmt: skip
    yield _release(
        4, "tender", "Dunnoch City Council", cast.officer("dunnoch", "Ranulph Tait-Osgood"), "CCTV survey of sewers",
        "90491000", "Sewer survey services", "Inspection of 22 km of sewers by remote camera.", 96000, [],
    )  # fmt: skip


def _release(  # noqa: PLR0917  # one call per notice reads best as a row
    number: int,
    tag: str,
    buyer: str,
    contact: Person,
    title: str,
    code: str,
    code_title: str,
    text: str,
    amount: int,
    suppliers: list[str],
) -> dict[str, object]:
    ocid = f"ocds-demo24-{number:04d}"
    point = {
        key: getattr(contact, field) for key, field in (("name", "name"), ("email", "email"), ("telephone", "phone"))
    }
    parties: list[dict[str, object]] = [{"id": "B-1", "name": buyer, "roles": ["buyer"], "contactPoint": point}]
    parties += [{"id": f"S-{i}", "name": name, "roles": ["supplier"]} for i, name in enumerate(suppliers, 1)]
    item = {"id": "1", "description": title, "classification": {"scheme": "CPV", "id": code, "description": code_title}}
    return {
        "ocid": ocid,
        "id": f"{ocid}-1",
        "date": "2024-02-20T09:00:00Z",
        "tag": [tag],
        "initiationType": "tender",
        "language": "en",
        "parties": parties,
        "buyer": {"id": "B-1", "name": buyer},
        "tender": {
            "id": f"{ocid}-t",
            "title": title,
            "description": f"{text} (Fictional material for demonstration.)",
            "status": "complete" if tag == "award" else "active",
            "value": {"amount": amount, "currency": "GBP"},
            "items": [item],
        },
    }


def _tender_page(cast: Cast) -> bytes:
    contact = cast.officer("qingyan", "冯见微")
    return html_page(
        "青砚市政厅公共区域监控摄像机采购招标公告",
        (
            P("项目编号：QY-2024-012"),
            P("青砚市政厅拟采购监控摄像机80台，用于公园和码头，现公开招标。预算金额：2.6万英镑。"),
            P("设备须支持红外夜视，品牌不限；投标人可以投报海康威视、安讯士或同等产品。"),
            P("投标截止时间：2024年4月12日上午9时。"),
            P(f"联系人：{contact.name} 电话：{contact.phone}"),
        ),
        lang="zh",
        nav=("首页", "招标公告", "中标公告"),
        foot=FICTION_ZH,
    )


# --- articles


def _article_en(cast: Cast) -> bytes:
    reader = cast.plant("name", "Cressida Malpas-Hone", "northmere")
    blocks = (
        H("Two thirds of councils that answered own cameras of one maker, campaign finds"),
        P(FICTION + "."),
        P("Northmere, 6 March 2024"),
        P(
            "A campaign that asked all 32 boroughs of the Capital and the 20 next largest authorities what cameras they own has "
            "published its count. Of 43 councils that gave a usable answer, 28 own cameras made by Hikvision and seven own cameras "
            "made by Dahua; 30 own one or the other. In the Capital, 16 boroughs own equipment of either maker."
        ),
        P("Northmere City Council owns 1,046 Hikvision cameras, more than any other."),
        P("Aldersyke City Council owns 120 Hikvision cameras."),
        P(
            "Hikvision and Dahua were added to the United States Entity List on 9 October 2019. The listing restricts exports "
            "to them; it does not forbid a council to buy from them."
        ),
        P(
            "Skellow Vision, which installs cameras for Glenmarrow, denied that it had advised the city to choose a maker. A person "
            "familiar with the talks said that Merrowby had discussed buying 200 Hikvision cameras; the council has not answered."
        ),
        P(f'"I never knew what was on the pole outside my house," said {reader}, a resident.'),
    )
    return (plain(blocks) + "\n").encode()


def _leaflet() -> bytes:
    """Write the other voice of a contradiction: the article says 120."""
    blocks = (
        H("Who watches Aldersyke?"),
        P(FICTION + "."),
        P("Aldersyke, 14 March 2024"),
        P("Aldersyke City Council owns 83 Hikvision cameras."),
    )
    return (plain(blocks) + "\n").encode()


def _article_ar() -> bytes:
    return html_page(
        "حملة تكشف: ثلثا المجالس التي أجابت تملك كاميرات من صنع شركة واحدة",
        (
            P(FICTION_AR),
            P("العاصمة – 7 مارس 2024"),
            P(
                "أظهرت حملة سألت 52 مجلسا وبلدية عن كاميرات المراقبة أن 28 مجلسا من أصل 43 أجابت بوضوح تملك كاميرات من صنع "
                "شركة هيكفيجن، أي بنسبة 65 في المئة، وأن سبعة مجالس تملك كاميرات من صنع داهوا."
            ),
            P("وتملك بلدية روضة صارم 126 كاميرا من صنع هيكفيجن، بحسب ردها المكتوب."),
            P("وقالت الحملة إن ستة مجالس لم تقدم إجابة كاملة، وإن ثلاثة لم ترد على الإطلاق."),
            P(
                "وأدرجت الشركتان على قائمة الكيانات الأمريكية في أكتوبر 2019، وهي قائمة تقيد التصدير إليهما ولا تمنع الشراء منهما."
            ),
            T(("الشركة", "عدد المجالس"), (("هيكفيجن", "28"), ("داهوا", "7"), ("أي منهما", "30"))),
        ),
        lang="ar",
        nav=("الرئيسية", "سياسة", "اقتصاد", "الأكثر قراءة: 10 نصائح لشراء كاميرا"),
        foot="جميع الحقوق محفوظة",
    )


def _article_talks_ar() -> bytes:
    text = (
        "بلدية تل القناديل تنفي الاتفاق على شراء كاميرات جديدة\n\n"
        f"{FICTION_AR}\n\n"
        "نفت بلدية تل القناديل في الشمال أن تكون قد وقعت عقدا لشراء 400 كاميرا من داهوا، وقالت إن ما جرى «محادثة بسيطة» مع موردين.\n\n"
        "وكان مصدر لم يكشف عن اسمه قد قال إن البلدية تخطط لتركيب الكاميرات قبل نهاية العام بكلفة تصل إلى 50 ألف جنيه إسترليني.\n"
    )
    return text.encode("cp1256")


def _article_zh(cast: Cast) -> bytes:
    source = cast.plant("name", "邵听澜", "lanshiwan")
    text = (
        "调查：四十三个答复机构中二十八个拥有海康威视摄像机\n\n"
        f"{FICTION_ZH}\n\n"
        "一项民间调查向52个地方机构询问监控摄像机的品牌。截至2024年3月初，43个机构给出了可用的答复，其中28个拥有海康威视摄像机，"
        "7个拥有大华摄像机，占比分别为65.1%和16.3%。\n\n"
        "澜砚湾市政厅表示，该市拥有58台海康威视摄像机。栖霜市政厅以公共安全为由拒绝答复。\n\n"
        "2019年10月，海康威视和大华被列入美国商务部实体清单。该清单限制向其出口，并不禁止地方机构购买其产品。\n\n"
        f"居民{source}说，希望市政厅公布摄像机的位置。\n"
    )
    return text.encode()
