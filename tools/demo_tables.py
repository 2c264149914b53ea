"""The replies of the made-up campaign that came as tables, web pages, e-mails and an archive."""

from __future__ import annotations

from datetime import UTC, datetime

from tools.demo_letters import ASKED, Files
from tools.demo_parts import Cast, H, Letter, P, T
from tools.demo_pdf import pdf
from tools.demo_writers import archive, email, html_page, ods, text_csv, xls, xlsx

FICTION = "Fictional material for demonstration: body, names and numbers are made up"


def replies(cast: Cast) -> dict[str, Files]:
    """Return the files of every body that answered with a table, a page or an e-mail."""
    return {**_registers(cast), **_lists(cast), **_mails(cast), **_refusing_mails(cast)}


def _registers(cast: Cast) -> dict[str, Files]:
    keeper = cast.officer("carrowgate", "Seraphina Mulholland-Pike")
    carrowgate = xlsx(
        {
            "Live estate": [
                ("Borough of Carrowgate",),
                ("Public realm CCTV: live estate at 31 January 2024",),
                (f"Kept by {keeper.name}, {keeper.phone}",),
                (),
                ("Asset no", "Model no", "Qty", "Location type", "Year fitted"),
                ("CG-001", "DS-2CD2386G2-IU", 34, "Street", 2021),
                ("CG-002", "DS-2CD2T86G2-4I", 21, "Street", 2021),
                ("CG-003", "DS-2DE4425IW-DE", 12, "Park", 2020),
                ("CG-004", "IPC-HFW2431S-S-S2", 16, "Car park", 2019),
                ("CG-005", "IPC-HDBW3441E-AS", 7, "Car park", 2022),
                ("CG-006", "DS-1280ZJ-DM18", 55, "Various", 2021),
                ("CG-007", "DS-D5022FN-C", 6, "Control room", 2018),
                ("CG-008", "DS-7732NI-K4", 3, "Control room", 2018),
                ("CG-009", "AXIS P3245-LVE", 29, "Library", 2020),
                ("CG-010", "XNV-6080R", 8, "Library", 2017),
                ("Total", None, 191, None, None),
            ],
            "About": [(FICTION,), ("Quantities are items in service on the day of the extract.",)],
            "Decommissioned": [
                ("Removed from service, kept for audit",),
                ("Model no", "Qty", "Removed"),
                ("DS-2CD2032-I", 48, "2020-06"),
                ("IPC-HFW1200S", 10, "2020-06"),
            ],
        },
        hidden=["Decommissioned"],
        bold_rows={"Live estate": 5, "Decommissioned": 2},
    )
    tarnhythe = xlsx(
        {
            "Answer": [
                ("Borough of Tarnhythe: reply TH-24-0017",),
                (FICTION,),
                ("Manufacturer", "Cameras owned"),
                ("Hikvision", 0),
                ("Dahua", 0),
                ("Axis", 52),
                ("Bosch", 11),
            ]
        },
        bold_rows={"Answer": 3},
    )
    glenmarrow = xlsx(
        {
            "Sites": [
                ("Glenmarrow City Council",),
                (f"Surveillance cameras by site. {FICTION}",),
                (),
                ("Site", "Make", "Model", "Number of units", "Status"),
                ("Harbour", "Hikvision", "DS-2CD2347G2-LU", 72, "In use"),
                ("Harbour", "Dahua", "IPC-HDW2431T-AS", 15, "In use"),
                ("Market Hall", "Hikvision", "DS-2CD2143G2-I", 68, "In use"),
                ("Market Hall", "Axis", "AXIS M3085-V", 18, "In use"),
                ("Tramway", "Dahua", "IPC-HFW2831T-ZS", 12, "In use"),
                (None, None, "Grand total", 185, None),
            ]
        },
        bold_rows={"Sites": 4},
    )
    return {
        "carrowgate": {"CCTV assets Jan 2024.xlsx": carrowgate},
        "tarnhythe": {"TH-24-0017.xlsx": tarnhythe},
        "glenmarrow": {"cameras_by_site.xlsx": glenmarrow},
        "nunsgate": {"camera list.xls": xls({"Cameras": _nunsgate(cast)})},
        "aldersyke": {"response.ods": ods({"Cameras": _aldersyke(cast)})},
    }


def _nunsgate(cast: Cast) -> list[tuple[object, ...]]:
    manager = cast.plant("name", "Evangeline Roper-Stott", "nunsgate")
    rows: list[tuple[object, ...]] = [
        ("Nunsgate Borough Council: one line for each device. " + FICTION,),
        ("Device", "Building", "Make", "Type", "Installed", "Site manager"),
    ]
    kinds = (
        *(("Hikvision", "Dome camera"),) * 11,
        *(("Uniview", "Bullet camera"),) * 5,
        *(("Hikvision", "Bullet camera"),) * 7,
        *(("Hikvision", "Network video recorder"),) * 2,
        *(("Hanwha", "PTZ camera"),) * 3,
    )
    buildings = ("Town Hall", "Baths", "Depot", "Library")
    for number, (make, kind) in enumerate(kinds):
        rows.append((f"NG{number + 1:03d}", buildings[number % 4], make, kind, 2015 + number % 7, manager))
    return rows


def _aldersyke(cast: Cast) -> list[tuple[object, ...]]:
    officer = cast.officer("aldersyke", "Digory Hollis-Want")
    return [
        ("Aldersyke City Council", None, None),
        (FICTION, None, None),
        ("Manufacturer", "Model", "Number"),
        ("Hikvision", "DS-2CD2T47G2-L", 46),
        ("Hikvision", "DS-2CD2087G2-LU", 37),
        ("Axis", "AXIS P1468-LE", 10),
        (f"Questions to {officer.name}, {officer.email}", None, None),
    ]


def _lists(cast: Cast) -> dict[str, Files]:
    mossbury = text_csv(
        [
            ("Manufacturer", "Type", "Quantity", "Cost", "Remark"),
            ("Dahua", "Dome camera", "30", "£4,350.00", FICTION),
            ("Dahua", "Bullet camera", "14", "£2,310.50", ""),
            ("Hikvision", "Camera", "0", "", "none owned"),
            ("Axis", "PTZ camera", "9", "£10,800.00", ""),
        ],
        delimiter=";",
        encoding="utf-8-sig",
    )
    disclosure = cast.officer("fenwick-vale", "Quentin Halloran-Bly")
    fenwick = html_page(
        "Disclosure log: CCTV by manufacturer",
        (
            P("Borough of Fenwick Vale. Reference FV/24/0229, answered on 9 February 2024."),
            H("What was asked"),
            ASKED,
            H("What we answered"),
            P(
                "The Council owns the cameras in this table. They were bought between 2017 and 2023 through a purchasing consortium."
            ),
            T(("Manufacturer", "Cameras"), (("Hikvision", "128"), ("Dahua", "12"), ("Hanwha", "40"))),
            P(f"Answered by {disclosure.name}, {disclosure.phone}, {disclosure.email}"),
        ),
        nav=("Home", "Council tax", "Bins", "500 things to do in the borough", "Contact"),
        foot=FICTION,
    )
    sender = cast.officer("oxley-marsh", "Wilhelmina Dace")
    oxley = archive(
        {
            "Disclosure 0117/read me.txt": (
                "Borough of Oxley Marsh\n\nThe spreadsheet lists the cameras that the borough owns, with the prices paid, "
                f"excluding VAT.\nNo Dahua cameras are owned.\n\n{sender.name}\n{sender.phone}\n\n{FICTION}\n"
            ).encode("cp1252"),
            "Disclosure 0117/cameras.csv": text_csv(
                [
                    ("Make", "Location", "Cameras", "Unit price", "Line total"),
                    ("Hikvision", "High Street", 41, "£148.00", "£6,068.00"),
                    ("Hikvision", "Bus interchange", 20, "£152.50", "£3,050.00"),
                    ("Axis", "Civic centre", 12, "£610.00", "£7,320.00"),
                ],
                encoding="cp1252",
            ),
        }
    )
    return {
        "mossbury": {"cameras.csv": mossbury},
        "fenwick-vale": {"disclosure FV-24-0229.html": fenwick},
        "oxley-marsh": {"Disclosure 0117.zip": oxley},
    }


def _mails(cast: Cast) -> dict[str, Files]:
    writer = cast.officer("elmsgrove", "Persephone Gantry")
    elmsgrove = email(
        sender=f"{writer.name} <{writer.email}>",
        to="Campaign <requests@campaign.example>",
        subject="RE: Freedom of Information request - cameras (EG-5521)",
        when=datetime(2024, 2, 8, 14, 2, 11, tzinfo=UTC),
        text=(
            "Dear Applicant\n\nThe cameras that the borough owns are listed in the attached file. Dahua does not occur in it.\n\n"
            f"Kind regards\n{writer.name}\nElmsgrove Borough Council\nTel {writer.phone}\n\n{FICTION}\n\n"
            "-----Original Message-----\nFrom: Campaign <requests@campaign.example>\nSent: 15 January 2024 09:00\n"
            "To: Information Team\nSubject: Freedom of Information request - cameras\n\n"
            "Please tell me how many cameras made by Hikvision and by Dahua the borough owns. To show what is meant: "
            "Harrowdale City Council owns 88 Hikvision cameras.\n"
        ),
        transfer="base64",
        attachments=[
            (
                "cameras held.csv",
                "text/csv",
                text_csv(
                    [
                        ("Make", "Model", "Number held", "Site"),
                        ("Hikvision", "DS-2CD2143G2-I", 22, "Market"),
                        ("Hikvision", "DS-2CD2347G2-LU", 35, "Parks"),
                        ("Bosch", "NBE-3502-AL", 14, "Parks"),
                    ]
                ),
            )
        ],
    )
    pier = cast.officer("eskwater", "Tobiah Lanyon-Cree")
    eskwater_text = (
        f"Dear requester,\n\nThere are 31 Dahua cameras on the pier, all owned by the City Council. We have no Hikvision cameras.\n\n"
        f"{pier.name}\nEskwater City Council, {pier.phone}\n\n{FICTION}\n"
    )
    eskwater = email(
        sender=f"{pier.name} <{pier.email}>",
        to="requests@campaign.example",
        subject="Cameras: our answer",
        when=datetime(2024, 2, 12, 10, 40, 5, tzinfo=UTC),
        text=eskwater_text,
        html="<html><body>"
        + "".join(f"<p>{line}</p>" for line in eskwater_text.split("\n") if line)
        + "</body></html>",
        transfer="base64",
    )
    return {
        "elmsgrove": {"RE cameras.eml": elmsgrove},
        "eskwater": {"answer.eml": eskwater},
        "farholme": {"FOI reply.eml": _farholme(cast)},
        "vauxley": {"reply.eml": _vauxley(cast)},
        "wharfgate": {"RE_ request WG-90.eml": _wharfgate(cast)},
    }


def _farholme(cast: Cast) -> bytes:
    officer = cast.officer("farholme", "Sabrina Oakshott-Vane")
    enclosed = Letter(
        "farholme",
        "Farholme City Council",
        "14 February 2024",
        "FH/24/0101",
        (
            P("You asked which cameras of two makes the city owns."),
            P("We own 64 Hikvision cameras. We own 9 Dahua cameras. The price of each purchase is not recorded."),
        ),
        officer,
        layout=1,
    )
    return email(
        sender=f"Information Team <{officer.email}>",
        to="requests@campaign.example",
        subject="Your request – reply enclosed",
        when=datetime(2024, 2, 14, 16, 20, 33, tzinfo=UTC),
        text=f"Please see the enclosed letter – it answers all of your questions.\n\n{officer.name}\n{officer.phone}\n\n{FICTION}\n",
        charset="cp1252",
        attachments=[("FH 24 0101.pdf", "application/pdf", pdf(enclosed))],
    )


def _vauxley(cast: Cast) -> bytes:
    officer = cast.officer("vauxley", "Roderick Pashley-Moon")
    return email(
        sender=f"{officer.name} <{officer.email}>",
        to="requests@campaign.example",
        subject="VX-24-31 your request of 15 January",
        when=datetime(2024, 1, 22, 11, 5, 0, tzinfo=UTC),
        text=(
            "Hello,\n\nThe borough does not own or operate any CCTV cameras, so the answer to each of your questions is none. "
            "The cameras that can be seen in the high street belong to shopkeepers.\n\n"
            f"{officer.name}\nBorough of Vauxley\n{officer.phone}\n\n{FICTION}\n"
        ),
    )


def _wharfgate(cast: Cast) -> bytes:
    officer = cast.officer("wharfgate", "Euphemia Standish-Roe")
    return email(
        sender=f"{officer.name} <{officer.email}>",
        to="Campaign <requests@campaign.example>",
        subject="RE: request WG-90",
        when=datetime(2024, 2, 1, 9, 31, 47, tzinfo=UTC),
        text=(
            "Dear Applicant,\n\nThank you for your e-mail. We have no cameras of either make; your figures are not ours.\n\n"
            f"{officer.name}\nWharfgate Borough Council\n\n{FICTION}\n\n"
            "On 15 January 2024 at 09:00, Campaign <requests@campaign.example> wrote:\n"
            "> We have been told that Wharfgate owns 500 Hikvision cameras and 120 Dahua\n"
            "> cameras. Please confirm how many cameras made by Hikvision and by Dahua\n"
            "> the council owns.\n"
        ),
    )


def _refusing_mails(cast: Cast) -> dict[str, Files]:
    officer = cast.officer("foxhanger", "Mortimer Blythe-Acton")
    foxhanger = email(
        sender=f"{officer.name} <{officer.email}>",
        to="requests@campaign.example",
        subject="Response FX 0061",
        when=datetime(2024, 2, 13, 15, 0, 9, tzinfo=UTC),
        text=(
            "Dear Applicant,\n\nThe Council can neither confirm nor deny whether it holds the information that you have asked for. "
            "The duty in section 1(1)(a) of the Act does not apply, by virtue of section 31(3). This is not to be taken as a sign that "
            f"it owns Hikvision or Dahua cameras, or that it does not.\n\n{officer.name}\nBorough of Foxhanger\n{officer.phone}\n\n{FICTION}\n"
        ),
    )
    drovers = email(
        sender="Borough of Drovers Hill <no-reply@drovers-hill.example>",
        to="requests@campaign.example",
        subject="Automatic reply: Freedom of Information request: Hikvision and Dahua cameras",
        when=datetime(2024, 1, 15, 9, 0, 41, tzinfo=UTC),
        headers={"Auto-Submitted": "auto-replied"},
        text=(
            "Thank you for your e-mail, which has been received. You can expect an answer within 20 working days. "
            f"Please do not reply to this message.\n\n{FICTION}\n"
        ),
    )
    return {"foxhanger": {"FX 0061.eml": foxhanger}, "drovers-hill": {"acknowledgement.eml": drovers}}
