"""The English letters of the made-up campaign that are mostly prose; each phrased by a different hand."""

from __future__ import annotations

from tools.demo_parts import Block, Cast, H, Letter, P, Q, T
from tools.demo_pdf import pdf, scan
from tools.demo_writers import docx, letter_text

Files = dict[str, bytes]

ASKED = Q(
    "Please tell me (a) how many surveillance cameras the council owns that were made by Hikvision, (b) how many "
    "that were made by Dahua, and (c) when they were bought, at what price and through which supplier."
)
REVIEW = P(
    "If you are not content with this answer you may ask for it to be looked at again by a senior officer within 40 "
    "working days, and after that you may complain to the Information Commissioner."
)
#: body: (name over the letter, officer, date, reference, layout)
_HEADS: dict[str, tuple[str, str, str, str, int]] = {
    "ambleworth": ("Ambleworth Borough Council", "Peregrine Ashdown-Tull", "6 February 2024", "Ref. IR/24/0193", 0),
    "bexcombe": ("Borough of Bexcombe", "Leocadia Thripp", "9 February 2024", "Our reference: BX-FOI-8812", 1),
    "dunsmere": ("Dunsmere Borough Council", "Barnabus Quoyle", "12 February 2024", "FOI 2024-311", 0),
    "garlow": ("Garlow Borough Council", "Tamsin Ogilby-Rees", "1 February 2024", "GBC/INF/77", 2),
    "hallowfen": ("Hallowfen Borough Council", "Crispian Vole", "7 February 2024", "HF/FOI/1204", 0),
    "ilderton-wharf": ("Borough of Ilderton Wharf", "Desdemona Pratchley", "13 February 2024", "IW-24-0056", 2),
    "jarrowby": ("Jarrowby Borough Council", "Ozias Fennimore", "29 January 2024", "JBC 4471", 0),
    "kettlesea": ("Royal Borough of Kettlesea", "Hephzibah Lorne", "5 February 2024", "RBK/0098/24", 1),
    "lambrook": ("Lambrook Borough Council", "Valentine Scrope", "14 February 2024", "LBK-FOI-24-160", 0),
    "pellham": ("Pellham Borough Council", "Araminta Duggleby", "8 February 2024", "P/24/71", 1),
    "quenby": ("Quenby Borough Council", "Lysander Moffat-Brine", "23 January 2024", "QB-2024-19", 0),
    "rathmoor": ("Borough of Rathmoor", "Eulalia Skerritt", "12 February 2024", "RM/INFO/3040", 2),
    "sedgewater": ("Sedgewater Borough Council", "Fitzroy Amphlett", "30 January 2024", "SW 24/88", 0),
    "underley": ("Underley Borough Council", "Cordelia Wixted", "15 February 2024", "UBC-0455", 1),
    "yarnwick": ("Yarnwick Borough Council", "Ignatius Purslow", "2 February 2024", "YW/2024/0063", 0),
    "ashmarket": ("Borough of Ashmarket", "Philomena Garth-Eden", "26 January 2024", "AM.FOI.209", 2),
    "brindlegate": ("Royal Borough of Brindlegate", "Thaddeus Ormerod-Lyle", "9 February 2024", "BG-24-5150", 0),
    "eastmarch": ("Eastmarch Borough Council", "Rosamund Tickell", "13 February 2024", "EM/24/FOI/66", 1),
    "gristhorne": ("Gristhorne Borough Council", "Ambrose Whitlow", "31 January 2024", "GR-IG-24-012", 0),
    "highbarrow": ("Borough of Highbarrow", "Clementine Yaxley", "12 February 2024", "HB 2024/370", 2),
    "northmere": ("Northmere City Council", "Gwendolen Starkadder", "14 February 2024", "NCC/FOI/24/0710", 0),
    "birkendale": ("Birkendale City Council", "Horatio Penhale", "6 February 2024", "BCC-24-0242", 0),
    "corrieburn": ("Corrieburn City Council", "Marigold Tunstead", "1 February 2024", "CCC/0033", 1),
    "dunnoch": ("Dunnoch City Council", "Alaric Bremner-Shaw", "7 February 2024", "DN-FOI-118", 0),
    "inverlaw": ("Inverlaw City Council", "Sidonie Carfax", "2 February 2024", "ICC 24-0801", 1),
    "harrowdale": ("Harrowdale City Council", "Leopoldine Argent", "25 January 2024", "HDC/2024/14", 2),
    "kirkmarten": ("Kirkmarten City Council", "Wolfram Easterby", "5 February 2024", "KM/FOI/0507", 1),
    "langfell": ("Langfell City Council", "Octavia Brundish", "8 February 2024", "LF-24-093", 0),
    "netherby-moor": ("Netherby Moor City Council", "Jocelyn Farthingale", "15 February 2024", "NM-0277-24", 1),
}


def letter(cast: Cast, body: str, *blocks: Block, **changes: object) -> Letter:
    """Return the letter of a body with its own letterhead, officer and reference."""
    sender, name, date, ref, layout = _HEADS[body]
    given: dict[str, object] = {"sender": sender, "date": date, "ref": ref, "layout": layout, **changes}
    return Letter(body=body, officer=cast.officer(body, str(given.pop("name", name))), blocks=blocks, **given)  # type: ignore[arg-type]  # a few fields of one record


def replies(cast: Cast) -> dict[str, Files]:
    """Return the files of every body that answered in a letter of its own."""
    return {**_owners(cast), **_northern_owners(cast), **_without(cast), **_not_usable(cast)}


def _owners(cast: Cast) -> dict[str, Files]:
    def one(body: str, *blocks: Block, **changes: object) -> Letter:
        return letter(cast, body, *blocks, **changes)

    ambleworth = one(
        "ambleworth",
        P(
            "I refer to your request, which reached us on 15 January 2024. Each of your questions is repeated below with our reply."
        ),
        H("(a) How many surveillance cameras made by Hikvision does the council own?"),
        P("Reply: 214."),
        H("(b) How many made by Dahua?"),
        P("Reply: None."),
        H("(c) When were they bought, at what price and through which supplier?"),
        P("Reply: between 2014 and 2021. The individual invoices are no longer kept, so no price can be given."),
        REVIEW,
    )
    bexcombe = one(
        "bexcombe",
        P("Thank you for writing to us about surveillance cameras."),
        P(
            "We do not keep a single list. From the maintenance records we estimate that the Council owns approximately "
            "40 Hikvision cameras, most of them in our three leisure centres. We found no Dahua cameras."
        ),
        P("The Council answered 1,611 requests in 2023 and is sorry that this one took 18 days."),
        REVIEW,
    )
    dunsmere = one(
        "dunsmere",
        P(
            "Your questions concern the makes of camera in the borough. The figures are those of the asset system on 1 February 2024."
        ),
        T(
            ("Manufacturer", "Number of cameras owned"),
            (("Hikvision", "96"), ("Axis Communications", "31"), ("Dahua", "0"), ("Total", "127")),
        ),
        REVIEW,
    )
    garlow = one(
        "garlow",
        P(
            "Cameras are moved between our workshops and the street, so that the number changes from week to week: the "
            "council owns between 10 and 15 cameras manufactured by Hikvision. It owns none that were manufactured by Dahua."
        ),
        P("Purchase records before 2019 were destroyed in line with our retention schedule."),
    )
    first = one(
        "hallowfen",
        ASKED,
        P(
            "(a) The Council owns 340 Hikvision cameras. (b) The Council owns no Dahua cameras. (c) The cost is not recorded by make."
        ),
        REVIEW,
    )
    correction = one(
        "hallowfen",
        P("CORRECTION TO OUR REPLY OF 7 FEBRUARY 2024"),
        P(
            "In our reply of 7 February 2024 we said that the Council owned 340 Hikvision cameras. That number was wrong, "
            "because it still contained 36 cameras that were scrapped in 2022."
        ),
        P(
            "The Council owns 304 Hikvision cameras. This letter replaces our earlier reply. The other answers are unchanged."
        ),
        date="21 February 2024",
        name="Jessamy Cutbill",
    )
    ilderton = one(
        "ilderton-wharf",
        P(
            "At least 28 of the Council's cameras were made by Hikvision. The survey of the housing blocks has not been "
            "finished, so the true number may be higher."
        ),
        P("No Dahua cameras were found in the part that has been surveyed."),
        REVIEW,
    )
    jarrowby = one(
        "jarrowby",
        P("In answer to your three questions:"),
        P(
            "The borough owns 17 HiLook cameras at its car parks and 6 EZVIZ cameras in the sheltered housing at Tanner's Row."
        ),
        P("It owns no Dahua cameras. All were bought online at different times; no contract was let."),
    )
    kettlesea = one(
        "kettlesea",
        P("The Royal Borough's answer to your letter is as follows."),
        P(
            "The Council owns thirty-six Hikvision cameras along the sea wall and four Dahua cameras in the lifeboat museum."
        ),
        P("They were bought piecemeal from 2016 onward and the prices were not kept."),
        REVIEW,
    )
    lambrook = one(
        "lambrook",
        ASKED,
        P(
            "Seventy-five Hikvision cameras were supplied and installed in 2018 by our contractor, Brackenfield Security "
            "Systems Ltd, at a total cost of £18,450 excluding VAT. The cameras are the property of the Council."
        ),
        P("The Council does not own any camera made by Dahua."),
        REVIEW,
    )
    pellham = one(
        "pellham",
        P(
            "A number of the Council's street cameras were made by Hikvision. No inventory by make exists, and to compile "
            "one would mean visiting every pole, so no count can be given."
        ),
        P("To the best of our knowledge the Council owns no Dahua cameras."),
    )
    return {
        "ambleworth": {"IR 24 0193 reply.pdf": pdf(ambleworth)},
        "bexcombe": {"response.pdf": pdf(bexcombe)},
        "dunsmere": {"FOI 2024-311.docx": docx(dunsmere)},
        "garlow": {"letter.pdf": pdf(garlow)},
        "hallowfen": {"reply.pdf": pdf(first), "correction.docx": docx(correction)},
        "ilderton-wharf": {"IW-24-0056.pdf": pdf(ilderton)},
        "jarrowby": {"reply.txt": letter_text(jarrowby).encode()},
        "kettlesea": {"kettlesea_letter.pdf": pdf(kettlesea)},
        "lambrook": {"LBK-FOI-24-160.pdf": pdf(lambrook)},
        "pellham": {"P-24-71.pdf": pdf(pellham)},
    }


def _northern_owners(cast: Cast) -> dict[str, Files]:
    def one(body: str, *blocks: Block, **changes: object) -> Letter:
        return letter(cast, body, *blocks, **changes)

    northmere = one(
        "northmere",
        P(
            "You asked about cameras of two manufacturers. The City Council owns 1,046 Hikvision cameras. It owns no Dahua cameras."
        ),
        P("The table shows where they stand, together with the Axis cameras, which we have added for completeness."),
        T(("Site", "Manufacturer", "Cameras"), _NORTHMERE),
        P("Recent purchases are published in our monthly list of payments."),
        REVIEW,
    )
    birkendale = one(
        "birkendale",
        P("Thank you for your request about CCTV."),
        P("The city owns over 150 Hikvision cameras, in 34 buildings. There are no cameras by Dahua in the estate."),
        ASKED,
    )
    corrieburn = one(
        "corrieburn",
        P("The signed original of this letter is enclosed as a scan; the text is the same."),
        P("The Council owns 19 Hikvision cameras. The Council owns no Dahua cameras."),
    )
    picture = scan([*_SCANNED, cast.officer("corrieburn", "Barnaby Tunstead-Ray").name])
    dunnoch = one(
        "dunnoch",
        Q(
            "You wrote: please tell me how many cameras made by Hikvision and by Dahua the city owns, and what they cost."
        ),
        P("The City owns 49 Hikvision cameras in all: 22 in the bus station, 18 in the library and 9 at the depot."),
        P("Dahua: none. We paid £9,310 for the cameras at the library in 2020; no other price is known."),
        REVIEW,
    )
    inverlaw = one(
        "inverlaw",
        P(
            "The City Council owns up to 90 Hikvision cameras; the exact number depends on how many spares the depot holds."
        ),
        P("We do not own any Dahua equipment."),
    )
    harrowdale = one(
        "harrowdale",
        P("The information that you asked for is held and is set out here."),
        T(
            ("Make", "Owned", "Leased"),
            (("Hikvision", "88", "0"), ("Bosch", "7", "0"), ("Dahua", "0", "0"), ("Total", "95", "0")),
        ),
        REVIEW,
    )
    return {
        "northmere": {"NCC FOI 24 0710.pdf": pdf(northmere)},
        "birkendale": {"response.txt": letter_text(birkendale, "| ").encode("utf-8-sig")},
        "corrieburn": {"letter.pdf": pdf(corrieburn), "signed original scan.pdf": picture},
        "dunnoch": {"DN-FOI-118.pdf": pdf(dunnoch)},
        "inverlaw": {"icc 24-0801.pdf": pdf(inverlaw)},
        "harrowdale": {"table.pdf": pdf(harrowdale)},
    }


_SITES = (
    "Quay Street", "Corn Exchange", "Abbey Precinct", "Castle Mound", "Station Square", "Tollgate", "Fishergate",
    "Miller's Cross", "Park Lane", "Guildhall", "Ropewalk", "North Bridge", "South Bridge", "Infirmary Road",
    "Canal Basin", "Priory Gardens",
)  # fmt: skip
_PER_SITE = (112, 64, 41, 18, 150, 33, 75, 28, 96, 87, 22, 61, 59, 104, 47, 49)
_AXIS = (
    ("Council House", 61), ("Museum", 52), ("Crematorium", 9), ("Registry", 14), ("Baths", 23), ("Arts Centre", 38),
    ("Record Office", 11), ("Civic Theatre", 30), ("Botanic Garden", 16), ("Observatory", 5), ("Foundry Yard", 13),
)  # fmt: skip
_NORTHMERE = (
    *((site, "Hikvision", str(count)) for site, count in zip(_SITES, _PER_SITE, strict=True)),
    *((site, "Axis", str(count)) for site, count in _AXIS),
    ("Total", "", "1,318"),
)
_SCANNED = (
    "Corrieburn City Council",
    "Fictional material for demonstration",
    "",
    "1 February 2024",
    "",
    "Dear Applicant",
    "",
    "The Council owns 19 Hikvision cameras.",
    "The Council owns no Dahua cameras.",
    "",
    "Yours faithfully",
    "",
)


def _without(cast: Cast) -> dict[str, Files]:
    def one(body: str, *blocks: Block, **changes: object) -> Letter:
        return letter(cast, body, *blocks, **changes)

    quenby = one(
        "quenby",
        P("Question (a): None.\nQuestion (b): None.\nQuestion (c): Not applicable."),
        ASKED,
    )
    rathmoor = one(
        "rathmoor",
        P(
            "Until five years ago the borough had 41 Dahua cameras. All Dahua units were replaced in 2019 and sent for "
            "recycling. The Council now owns 64 Bosch cameras."
        ),
        P("The Council has never owned any Hikvision camera."),
        REVIEW,
    )
    sedgewater = one(
        "sedgewater",
        P("The Council does not own cameras made by either of the two companies that you name."),
        P("For your information, it owns 120 Axis cameras and 33 Hanwha cameras."),
    )
    underley = one(
        "underley",
        P(
            "At present the Council owns no Hikvision cameras and no Dahua cameras. It intends to buy 60 Hikvision "
            "cameras in the coming financial year, if the budget allows; nothing has been ordered."
        ),
        REVIEW,
    )
    yarnwick = one(
        "yarnwick",
        P("The last 12 Hikvision cameras were removed in March 2023. None remains in use or in store."),
        P("No Dahua cameras are or were owned by the Council."),
        REVIEW,
    )
    ashmarket = one("ashmarket", P("(a) Nil."), P("(b) Nil."), P("(c) Does not arise."))
    brindlegate = one(
        "brindlegate",
        P("Not one of the 230 cameras that the Royal Borough owns was made by Hikvision or Dahua."),
        P("We hope that this is of help."),
    )
    kirkmarten = one(
        "kirkmarten",
        ASKED,
        P("The city owns 73 Axis cameras and no other make. There are therefore no Hikvision or Dahua cameras."),
        REVIEW,
    )
    langfell = one(
        "langfell",
        P("The City Council owns no fixed cameras made by Hikvision or by Dahua."),
        P(
            "Its wardens use 120 Axon body-worn cameras. The staff canteen is supplied by Axon Bakery Ltd, which is another firm."
        ),
    )
    return {
        "quenby": {"QB-2024-19.txt": letter_text(quenby).encode("cp1252")},
        "rathmoor": {"response.pdf": pdf(rathmoor)},
        "sedgewater": {"SW 24-88.pdf": pdf(sedgewater)},
        "underley": {"reply.pdf": pdf(underley)},
        "yarnwick": {"YW 2024 0063.docx": docx(yarnwick)},
        "ashmarket": {"am.foi.209.pdf": pdf(ashmarket)},
        "brindlegate": {"answer.docx": docx(brindlegate)},
        "kirkmarten": {"KM FOI 0507.pdf": pdf(kirkmarten)},
        "langfell": {"reply.txt": letter_text(langfell).encode("utf-16")},
    }


def _not_usable(cast: Cast) -> dict[str, Files]:
    def one(body: str, *blocks: Block, **changes: object) -> Letter:
        return letter(cast, body, *blocks, **changes)

    eastmarch = one(
        "eastmarch",
        ASKED,
        P(
            "The Council holds this information but has decided not to release it. It is exempt under section 31(1)(a) "
            "of the Act, because a list of makes would help those who wish to disable the cameras. We have weighed the "
            "public interest and find that it favours withholding."
        ),
        REVIEW,
    )
    gristhorne = one(
        "gristhorne",
        P(
            "The Council does not hold the information that you have asked for. The cameras in the borough are owned "
            "and run by the Capital Estates Partnership, to which you may wish to address your request."
        ),
        REVIEW,
    )
    highbarrow = one(
        "highbarrow",
        P("The Council owns 412 cameras."),
        P(
            "We are withholding the names of the manufacturers under section 24 of the Act, as their disclosure could "
            "harm the security of the network. Your questions (a) and (b) are therefore refused."
        ),
        REVIEW,
    )
    netherby = one(
        "netherby-moor",
        P(
            "The city's CCTV system has 186 cameras, bought between 2015 and 2022 from three manufacturers at a total cost of £71,400."
        ),
        P("The manufacturers' identities are commercially sensitive and are withheld under section 43(2)."),
        ASKED,
    )
    return {
        "eastmarch": {"EM 24 FOI 66 decision.pdf": pdf(eastmarch)},
        "gristhorne": {"response.pdf": pdf(gristhorne)},
        "highbarrow": {"HB 2024-370.pdf": pdf(highbarrow)},
        "netherby-moor": {"NM-0277-24.docx": docx(netherby)},
    }
