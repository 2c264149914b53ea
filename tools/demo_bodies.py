"""Who is asked in the made-up campaign, and what a right reading of the replies finds."""

from __future__ import annotations

from dataclasses import dataclass

COUNTRY = "XN"  # user-assigned in ISO 3166, so it can never be a real country
ASKED_ON = "2024-01-15"
AS_OF = "2024-05-31"
#: No law binds a made-up country; one of the tables is borrowed, so that deadlines and letters can be seen.
LAW = "gb-foia"
CAPITAL = "Capital"
NORTH = "North Shires"

#: id, name, group, reply state, channel. The first 32 lie in the Capital.
BODIES: tuple[tuple[str, str, str, str, str], ...] = (
    ("ambleworth", "Ambleworth Borough Council", "borough", "usable", "portal"),
    ("bexcombe", "Borough of Bexcombe", "borough", "usable", "email"),
    ("carrowgate", "Borough of Carrowgate", "borough", "usable", "portal"),
    ("dunsmere", "Dunsmere Borough Council", "borough", "usable", "email"),
    ("elmsgrove", "Elmsgrove Borough Council", "borough", "usable", "email"),
    ("fenwick-vale", "Borough of Fenwick Vale", "borough", "usable", "portal"),
    ("garlow", "Garlow Borough Council", "borough", "usable", "letter"),
    ("hallowfen", "Hallowfen Borough Council", "borough", "usable", "email"),
    ("ilderton-wharf", "Borough of Ilderton Wharf", "borough", "usable", "email"),
    ("jarrowby", "Jarrowby Borough Council", "borough", "usable", "email"),
    ("kettlesea", "Royal Borough of Kettlesea", "borough", "usable", "letter"),
    ("lambrook", "Lambrook Borough Council", "borough", "usable", "email"),
    ("mossbury", "Borough of Mossbury", "borough", "usable", "portal"),
    ("nunsgate", "Nunsgate Borough Council", "borough", "usable", "portal"),
    ("oxley-marsh", "Borough of Oxley Marsh", "borough", "usable", "portal"),
    ("pellham", "Pellham Borough Council", "borough", "usable", "letter"),
    ("quenby", "Quenby Borough Council", "borough", "usable", "email"),
    ("rathmoor", "Borough of Rathmoor", "borough", "usable", "letter"),
    ("sedgewater", "Sedgewater Borough Council", "borough", "usable", "email"),
    ("tarnhythe", "Borough of Tarnhythe", "borough", "usable", "portal"),
    ("underley", "Underley Borough Council", "borough", "usable", "email"),
    ("vauxley", "Borough of Vauxley", "borough", "usable", "email"),
    ("wharfgate", "Wharfgate Borough Council", "borough", "usable", "email"),
    ("yarnwick", "Yarnwick Borough Council", "borough", "usable", "email"),
    ("ashmarket", "Borough of Ashmarket", "borough", "usable", "letter"),
    ("brindlegate", "Royal Borough of Brindlegate", "borough", "usable", "email"),
    ("cobhurst", "Cobhurst Borough Council", "borough", "silent", "email"),
    ("drovers-hill", "Borough of Drovers Hill", "borough", "silent", "email"),
    ("eastmarch", "Eastmarch Borough Council", "borough", "refused", "letter"),
    ("foxhanger", "Borough of Foxhanger", "borough", "refused", "email"),
    ("gristhorne", "Gristhorne Borough Council", "borough", "not_held", "email"),
    ("highbarrow", "Borough of Highbarrow", "borough", "partial", "letter"),
    ("northmere", "Northmere City Council", "city", "usable", "email"),
    ("aldersyke", "Aldersyke City Council", "city", "usable", "portal"),
    ("birkendale", "Birkendale City Council", "city", "usable", "email"),
    ("corrieburn", "Corrieburn City Council", "city", "usable", "letter"),
    ("dunnoch", "Dunnoch City Council", "city", "usable", "letter"),
    ("eskwater", "Eskwater City Council", "city", "usable", "email"),
    ("farholme", "Farholme City Council", "city", "usable", "email"),
    ("glenmarrow", "Glenmarrow City Council", "city", "usable", "portal"),
    ("rawdat-sarim", "بلدية روضة صارم", "municipality", "usable", "letter"),
    ("tell-qanadil", "Tell Qanadil Municipality", "municipality", "usable", "email"),
    ("ayn-majadif", "بلدية عين المجاديف", "municipality", "usable", "email"),
    ("lanshiwan", "澜砚湾市政厅", "municipality", "usable", "letter"),
    ("qingyan", "Qingyan Municipality", "municipality", "usable", "email"),
    ("qishuang", "栖霜市政厅", "municipality", "refused", "letter"),
    ("inverlaw", "Inverlaw City Council", "city", "usable", "letter"),
    ("harrowdale", "Harrowdale City Council", "city", "usable", "email"),
    ("kirkmarten", "Kirkmarten City Council", "city", "usable", "letter"),
    ("langfell", "Langfell City Council", "city", "usable", "email"),
    ("merrowby", "Merrowby City Council", "city", "silent", "email"),
    ("netherby-moor", "Netherby Moor City Council", "city", "partial", "letter"),
)


#: The languages of bodies to which letters are not written in English.
LANGUAGES = {
    "rawdat-sarim": "ar",
    "tell-qanadil": "ar",
    "ayn-majadif": "ar",
    "lanshiwan": "zh",
    "qingyan": "zh",
    "qishuang": "zh",
}


@dataclass(frozen=True)
class Holding:
    """Equipment that a right reading says a body has; quantity null for a range or a vague word."""

    body: str
    maker: str
    quantity: int | None
    qualifier: str = "exact"
    low: int | None = None
    high: int | None = None
    product_kind: str = "camera"
    modality: str = "owned"
    brand: str | None = None


HOLDINGS: tuple[Holding, ...] = (
    Holding("ambleworth", "hikvision", 214),
    Holding("bexcombe", "hikvision", 40, "about"),
    Holding("carrowgate", "hikvision", 67),
    Holding("carrowgate", "dahua", 23),
    Holding("carrowgate", "axis", 29),
    Holding("carrowgate", "hanwha", 8),
    Holding("carrowgate", "hikvision", 55, product_kind="bracket"),
    Holding("carrowgate", "hikvision", 6, product_kind="monitor"),
    Holding("carrowgate", "hikvision", 3, product_kind="recorder"),
    Holding("dunsmere", "hikvision", 96),
    Holding("dunsmere", "axis", 31),
    Holding("elmsgrove", "hikvision", 57),
    Holding("elmsgrove", "bosch", 14),
    Holding("fenwick-vale", "hikvision", 128),
    Holding("fenwick-vale", "dahua", 12),
    Holding("fenwick-vale", "hanwha", 40),
    Holding("garlow", "hikvision", None, "between", 10, 15),
    Holding("hallowfen", "hikvision", 304),
    Holding("ilderton-wharf", "hikvision", 28, "at_least", 28),
    Holding("jarrowby", "hikvision", 17, brand="hilook"),
    Holding("jarrowby", "hikvision", 6, brand="ezviz"),
    Holding("kettlesea", "hikvision", 36),
    Holding("kettlesea", "dahua", 4),
    Holding("lambrook", "hikvision", 75),
    Holding("mossbury", "dahua", 44),
    Holding("mossbury", "axis", 9),
    Holding("nunsgate", "hikvision", 18),
    Holding("nunsgate", "hikvision", 2, product_kind="recorder"),
    Holding("nunsgate", "uniview", 5),
    Holding("nunsgate", "hanwha", 3),
    Holding("oxley-marsh", "hikvision", 61),
    Holding("oxley-marsh", "axis", 12),
    Holding("pellham", "hikvision", None, "vague"),
    Holding("rathmoor", "bosch", 64),
    Holding("sedgewater", "axis", 120),
    Holding("sedgewater", "hanwha", 33),
    Holding("tarnhythe", "axis", 52),
    Holding("tarnhythe", "bosch", 11),
    Holding("northmere", "hikvision", 1046),
    Holding("northmere", "axis", 272),
    Holding("aldersyke", "hikvision", 83),
    Holding("aldersyke", "axis", 10),
    Holding("birkendale", "hikvision", 150, "over", 150),
    Holding("corrieburn", "hikvision", 19),
    Holding("dunnoch", "hikvision", 49),
    Holding("eskwater", "dahua", 31),
    Holding("farholme", "hikvision", 64),
    Holding("farholme", "dahua", 9),
    Holding("glenmarrow", "hikvision", 140),
    Holding("glenmarrow", "dahua", 27),
    Holding("glenmarrow", "axis", 18),
    Holding("rawdat-sarim", "hikvision", 126),
    Holding("tell-qanadil", "hikvision", 70, "about"),
    Holding("ayn-majadif", "bosch", None, "vague"),
    Holding("lanshiwan", "hikvision", 58),
    Holding("lanshiwan", "axis", 25),
    Holding("qingyan", "hikvision", 35, "at_least", 35),
    Holding("inverlaw", "hikvision", 90, "at_most", None, 90),
    Holding("harrowdale", "hikvision", 88),
    Holding("harrowdale", "bosch", 7),
    Holding("kirkmarten", "axis", 73),
    Holding("langfell", "axon", 120),
)

#: Numbers that stand in the documents and must not be read as what a body owns.
TRAPS: tuple[dict[str, object], ...] = (
    {
        "body": "hallowfen",
        "maker": "hikvision",
        "never": [340, 644, 36],
        "why": "the first number is replaced by a correction",
    },
    {"body": "carrowgate", "maker": "hikvision", "never": [115, 122, 191], "why": "hidden sheet, brackets, total row"},
    {"body": "elmsgrove", "maker": "hikvision", "never": [88, 145], "why": "numbers in the request quoted below"},
    {"body": "wharfgate", "maker": "hikvision", "never": [500], "why": "numbers in the request quoted below"},
    {"body": "underley", "maker": "hikvision", "never": [60], "why": "planned, not owned"},
    {"body": "yarnwick", "maker": "hikvision", "never": [12], "why": "removed"},
    {"body": "rathmoor", "maker": "dahua", "never": [64, 41], "why": "replaced in 2019"},
    {
        "body": "brindlegate",
        "maker": "hikvision",
        "never": [230],
        "why": "the number of all cameras, none of either maker",
    },
    {
        "body": "northmere",
        "maker": "hikvision",
        "never": [2092, 1318],
        "why": "sentence, table rows and article say the same",
    },
    {
        "body": "aldersyke",
        "maker": "hikvision",
        "never": [120, 203],
        "why": "an article contradicts the council's own letter",
    },
    {"body": "dunnoch", "maker": "hikvision", "never": [98], "why": "the parts of a sum are in the sum"},
    {"body": "corrieburn", "maker": "hikvision", "never": [38], "why": "the scan repeats the typed letter"},
    {"body": "rawdat-sarim", "maker": "hikvision", "never": [252], "why": "an article repeats the letter"},
    {"body": "harrowdale", "maker": "hikvision", "never": [95], "why": "total row"},
)
