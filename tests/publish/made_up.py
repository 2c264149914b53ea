"""A made-up case of 52 bodies in three languages, with hostile strings wherever a source could put one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from typing import Any

from synopticon.model import records as r
from synopticon.model.case import Case, FigureSpec, SourceSpec
from synopticon.model.tables import PUBLISHED, TABLES
from synopticon.publish import ListStatus, RunInfo
from synopticon.store.tables import to_table

SCRIPT = "<script>alert('evil.example')</script>"
IMAGE = '"><img src=https://evil.example/x onerror=alert(1)>'
OVERRIDE = "invoice\u202egnp.exe"
LONG = "W" * 400
PERSON = "Aldous Quillfeather"
HOSTILE = (
    SCRIPT,
    IMAGE,
    OVERRIDE,
    LONG,
    '=HYPERLINK("http://evil.example")',
    "+1",
    "-2",
    "@x",
    "＝1",
    "\u2028</script>",
    "javascript:alert(1)",
    "a\x00b\x07",
    "{{ 7*7 }}{% raw %}",
)
STATES = ("usable", "usable", "usable", "usable", "partial", "refused", "silent", "usable", "not_held", "silent")
PLACES = [
    "Northmere",
    "Eastfell",
    "Greyford",
    "Ashwick",
    "Stonleigh",
    "Marlow-under-Edge",
    "Tarnby",
    "Holmfirth-on-Sea",
    "Wexcombe",
    "Brackenside",
    "Oldham-le-Vale",
    "Fenwick",
    "Kirkhaven",
]
KINDS = ("Council", "Borough", "County Council", "Health Trust")
MAKERS = (
    ("argus", "Argus Vision"),
    ("panopt", "Panopt Digital"),
    ("lumen", "Lumen Optics"),
    ("zhongyan", "中眼科技"),
    ("basar", "شركة البصر"),
)
ENGLISH = "We currently own {n} {m} cameras across our town centres and car parks."
ARABIC = "تملك البلدية {n} كاميرا من شركة البصر (Basar) في وسط المدينة."
CHINESE = "本局共有{n}台中眼科技生产的摄像机，安装于各主要路口。"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def case(**changes) -> Case:
    made = Case(
        id="made-up-shires",
        title="Who watches the Made-up Shires",
        as_of="2024-05-31",
        languages=("en",),
        sources=(SourceSpec(1, "replies", "replies", bodies="bodies.csv"),),
        figures=(
            FigureSpec(
                "argus-owners",
                "bodies",
                (("maker", ("argus",)), ("modality", ("owned", "installed"))),
                "usable",
                title="Bodies that own Argus Vision cameras",
            ),
            FigureSpec("argus-north", "bodies", (("maker", ("argus",)),), "asked", (("region", ("North",)),)),
            FigureSpec(
                "all-units", "units", (("modality", ("owned",)),), title="Cameras told in replies", unit="cameras"
            ),
            FigureSpec("paid", "amount", (("modality", ("paid",)),), title="Paid to suppliers", unit="GBP"),
        ),
    )
    return replace(made, **changes)


def bodies() -> list[r.Body]:
    made = []
    for number in range(52):
        name = f"{PLACES[number % 13]} {KINDS[number // 13]}"
        state = STATES[number % 10]
        document = digest(f"doc{number}")
        made.append(
            r.Body(
                f"body-{number}",
                name,
                "GB",
                ("North", "South", "Coast")[number % 3],
                None,
                f"2024-02-{number % 28 + 1:02}",
                "e-mail",
                state,
                None if state == "silent" else f"{document}#char=0,40",
                None
                if state == "silent"
                else (
                    "We neither confirm nor deny that the information is held."
                    if state == "refused"
                    else "Please find our answer to your request below."
                ),
            )
        )
    made[3] = replace(made[3], name=f"Évreux {SCRIPT}")
    made[7] = replace(made[7], body="../../Escape", name="بلدية الوادي الأخضر", region="Coast")
    made[12] = replace(made[12], name="青河市公安局")
    made[17] = replace(made[17], name=OVERRIDE)
    return made


def _claim(number: int, body: r.Body, **changes) -> r.Claim:
    made = r.Claim(
        claim=f"c{number:04}",
        body=body.body,
        subject=body.name,
        modality="owned",
        maker="argus",
        makers=("argus",),
        brand=None,
        model=None,
        product_kind="camera",
        capability=None,
        quantity=None,
        low=None,
        high=None,
        unit="cameras",
        qualifier="exact",
        amount=None,
        currency=None,
        amount_kind=None,
        estimated_by=None,
        date="2024",
        date_precision="year",
        polarity="affirmed",
        attribution=None,
        language="en",
        document=(body.state_evidence or "#").split("#")[0] or digest("ledger"),
        locator="char=120,190",
        quote="",
        extractor="prose",
        confidence="high",
    )
    return replace(made, **changes)


def claims() -> list[r.Claim]:
    made = []
    for number, body in enumerate(bodies()):
        if body.reply_state not in {"usable", "partial"}:
            continue
        count = Decimal(number * 37 % 400 + 3)
        maker = MAKERS[number % 3]
        told: dict[str, Any] = {"quantity": count, "low": count, "high": count}
        if number % 7 == 0:
            told |= {"high": None, "qualifier": "at_least"}
        if number % 11 == 0:
            told |= {"quantity": None, "low": Decimal(20), "high": Decimal(30), "qualifier": "between"}
        made.append(
            _claim(number, body, maker=maker[0], makers=(maker[0],), quote=ENGLISH.format(n=count, m=maker[1]), **told)
        )
        if number % 4 == 0:
            made.append(
                _claim(
                    100 + number,
                    body,
                    modality="paid",
                    maker=None,
                    makers=(),
                    quantity=None,
                    unit=None,
                    qualifier=None,
                    amount=Decimal("12500.5"),
                    currency="GBP",
                    amount_kind="paid",
                    supplier="Fenland Security Ltd",
                    document=digest("ledger"),
                    locator=f"row={number + 2}",
                    quote=f"Fenland Security Ltd,CCTV,12500.50,{number}",
                    extractor="ledger",
                )
            )
    every = bodies()
    made += [
        _claim(200, every[7], maker="basar", makers=("basar",), quantity=Decimal(28), qualifier="at_least", unit="كاميرا", language="ar", quote=ARABIC.format(n="٢٨")),
        _claim(201, every[12], maker="zhongyan", makers=("zhongyan",), quantity=Decimal(41), unit="台", language="zh", quote=CHINESE.format(n=41), document=digest("doc12")),
        _claim(202, every[3], quote=f"{SCRIPT} {IMAGE} {OVERRIDE} {LONG}", supplier=IMAGE, subject=SCRIPT, model=IMAGE, attribution=SCRIPT, locator="page=2;char=1,9"),
        _claim(203, every[0], makers=("argus", "panopt"), quantity=Decimal(12), quote="12 cameras are made by Argus or Panopt.", locator="char=300,340"),
        _claim(204, every[1], review_state="superseded", quote="We had 5 Argus cameras in 2019.", date="2019"),
        _claim(205, every[1], review_state="rejected", quote="REJECTED QUOTE"),
        _claim(206, every[2], review_state="held", quote="HELD QUOTE"),
        _claim(207, every[4], modality="paid", maker=None, makers=(), supplier=PERSON, amount=Decimal(-40), currency="GBP", amount_kind="invoice", quote=f"{PERSON},lens cleaning,-40.00", document=digest("ledger"), locator="row=99"),
        _claim(208, every[5], modality="refused", maker=None, makers=(), quote="We rely on section 31.", qualifier=None, unit=None),
        _claim(209, every[2], polarity="denied", modality="used", quote="The council denies using Argus."),
        _claim(210, every[4], qualifier="vague", low=Decimal(1000), quote="thousands of cameras"),
    ]  # fmt: skip
    made += [
        _claim(
            300 + n,
            every[8],
            modality="other",
            quote=text,
            locator=f"char={n * 500},{n * 500 + 3}",
            document=digest("doc8"),
        )
        for n, text in enumerate(HOSTILE)
    ]
    return made


def documents() -> list[r.Document]:
    made = []
    for number, body in enumerate(bodies()):
        if body.reply_state != "silent":
            made.append(
                r.Document(
                    digest(f"doc{number}"),
                    f"replies/body-{number}/letter.txt",
                    "text/plain",
                    1200 + number,
                    "1-replies",
                    body.body,
                    "read",
                    None,
                    "en",
                    None,
                    0,
                    0,
                    0,
                    "replies",
                )
            )
    made[3] = replace(
        made[3], path=f"replies/{SCRIPT}/{OVERRIDE}", notes=IMAGE, status="partly", reason="page without text"
    )
    made.append(
        r.Document(
            digest("ledger"),
            "ledgers/2024.csv",
            "text/csv",
            99,
            "2-ledger",
            None,
            "read",
            None,
            None,
            None,
            100,
            99,
            1,
            "ledger",
        )
    )
    made.append(
        r.Document(
            digest("scan"),
            "replies/body-9/scan.pdf",
            "application/pdf",
            99,
            "1-replies",
            "body-9",
            "set_aside",
            "no text layer",
            None,
            3,
            0,
            0,
            0,
            "replies",
        )
    )
    made.append(replace(made[0], path="replies/body-0/copy of letter.txt"))
    return made


def organisations() -> list[r.Organisation]:
    made = [
        r.Organisation(
            key, name, "maker", "CN" if key != "lumen" else "SE", None, None, False, 9, (name, f"{name} Co., Ltd.")
        )
        for key, name in MAKERS
    ]
    made.append(r.Organisation("argus-home", "ArgusHome", "brand", None, None, "argus", False, 2, ("ArgusHome",)))
    made += [
        r.Organisation(
            "fenland",
            "Fenland Security Ltd",
            "supplier",
            "GB",
            "GB-COH-01234567",
            None,
            False,
            13,
            ("Fenland Security Ltd", "FENLAND SECURITY LIMITED"),
            digest("ledger"),
            "row=2",
        ),
        r.Organisation(
            "aldous-quillfeather",
            PERSON,
            "supplier",
            None,
            None,
            None,
            True,
            1,
            (PERSON, "A. Quillfeather"),
            digest("ledger"),
            "row=99",
        ),
        r.Organisation(SCRIPT, IMAGE, "supplier", None, None, None, False, 1, (SCRIPT,)),
    ]
    return made


def matches() -> list[r.Match]:
    base = r.Match(
        "argus",
        "Argus Vision",
        "entity",
        1.0,
        "XX-ONE",
        "export_control",
        "xx-1",
        "Argus Vision Digital Technology Co., Ltd.",
        "2019-10-09",
        None,
        "2024-05-31",
        "argus",
        "all words aligned",
        "Argus Vision Digital Technology Co., Ltd. is on the Export List of Xanadu: exports to it need a licence.",
        "84 XR 54002",
    )
    return [
        base,
        replace(
            base,
            organisation="argus-home",
            name="ArgusHome",
            tier="brand_or_group",
            via="argus-home > argus",
            wording="",
        ),
        replace(
            base,
            organisation="panopt",
            name="Panopt",
            list="XX-TWO",
            legal_type="procurement_ban",
            listed_name="Panopt Digital",
            wording="Panopt Digital is sanctioned.",
            in_force_from="2024-08-01",
            is_in_force=False,
        ),
        replace(
            base,
            organisation="lumen",
            name="Lumen",
            tier="weak",
            listed_name="Lumen Weakmatch Trading",
            wording="Lumen Weakmatch",
        ),
        replace(
            base,
            organisation="basar",
            name="Basar",
            list="XX-SAN",
            legal_type="sanctions",
            listed_name="Basar",
            wording="Basar is subject to financial sanctions of Xanadu.",
        ),
        replace(base, organisation="aldous-quillfeather", name=PERSON, listed_name="Somebody"),
    ]


def figures() -> list[r.Figure]:
    held = [
        claim
        for claim in claims()
        if claim.maker == "argus"
        and claim.modality == "owned"
        and claim.review_state == "unreviewed"
        and claim.quantity
    ]
    owners = tuple(dict.fromkeys(claim.body or "" for claim in held))
    ids = tuple(claim.claim for claim in held)
    usable = sum(body.reply_state == "usable" for body in bodies())
    units = [
        claim
        for claim in claims()
        if claim.modality == "owned" and (claim.quantity or claim.low == 20) and claim.review_state == "unreviewed"
    ]
    total = sum((claim.quantity or claim.low or Decimal(0) for claim in units), Decimal(0))
    north = tuple(body.body for body in bodies() if body.region == "North" and body.body in owners)
    asked = sum(body.region == "North" for body in bodies())
    made = r.Figure(
        "argus-owners",
        2,
        "2024-05-31",
        Decimal(len(owners)),
        Decimal(usable),
        "usable",
        Decimal(len(owners)) / usable,
        None,
        None,
        "One late reply was added.",
        "bodies",
        "Bodies that own Argus Vision cameras",
        None,
        ids,
        owners,
    )
    return [
        replace(made, edition=1, numerator=Decimal(len(owners) - 1), note="First edition."),
        made,
        r.Figure("argus-north", 1, "2024-05-31", Decimal(len(north)), Decimal(asked), "asked", Decimal(len(north)) / asked, Decimal(len(north)) / asked, Decimal(len(north) + 2) / asked, "", "bodies", "", None, ids, north),
        r.Figure("all-units", 1, "2024-05-31", total, None, "none", total, total, total + 240, "", "units", "Cameras told in replies", "cameras", tuple(c.claim for c in units), tuple(dict.fromkeys(c.body or "" for c in units))),
        r.Figure("paid", 1, "2024-05-31", Decimal("112504.5"), None, "none", Decimal("112504.5"), None, None, "Net of tax.", "amount", "Paid to suppliers", "GBP", ("c0104", "c0100"), ("body-0", "body-4")),
    ]  # fmt: skip


def contradictions() -> list[r.Contradiction]:
    def told(key: str, differs: str, body: str | None, claims: tuple[str, ...], **changes) -> r.Contradiction:
        made = r.Contradiction(
            key, differs, "body", body, None, ("argus",), "camera", "3 against 12", claims, (digest("doc0"),)
        )
        return replace(made, **changes)

    return [
        told("x1", "value", "body-0", ("c0000", "c0203")),
        told("x2", "polarity", "body-8", ("c0300", "c0301"), why=SCRIPT),
        told("x3", "value", None, ("c0100", "c0104"), about="programme", subject=IMAGE, makers=(), product_kind=None),
        told("x4", "value", "body-1", ("c0205", "c0001")),
    ]


def set_aside() -> list[r.SetAside]:
    return [
        r.SetAside(digest("scan"), "", "no text layer", "3 pages of images", "replies/body-9/scan.pdf"),
        r.SetAside(digest("ledger"), "row=57", "unreadable amount", IMAGE, "ledgers/2024.csv"),
    ]


def tables() -> dict[str, Any]:
    made: dict[str, Any] = {
        "documents": documents(),
        "bodies": bodies(),
        "claims": claims(),
        "organisations": organisations(),
        "matches": matches(),
        "figures": figures(),
        "contradictions": contradictions(),
        "set_aside": set_aside(),
    }
    return {name: to_table(TABLES[name], made[name]) for name in PUBLISHED}


def empty_tables() -> dict[str, Any]:
    return {name: to_table(TABLES[name], []) for name in PUBLISHED}


def run(**changes) -> RunInfo:
    return replace(
        RunInfo(
            version="0.1.0",
            counts=(("documents", 48), ("passages", 312)),
            lists=(
                ListStatus(
                    "XX-ONE",
                    "Export List of Xanadu",
                    "export_control",
                    "Xanadu",
                    "2024-05-30",
                    700,
                    digest("list"),
                    "Gazette of Xanadu",
                ),
            ),
            notes=("Replies that came after the day are not in it.",),
        ),
        **changes,
    )
