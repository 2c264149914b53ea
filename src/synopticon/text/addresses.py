"""Where a text gives the address of a house or flat, a place on the map, or the number that an officer wears.

A camera at somebody's door leads to that person as surely as a name does. Names of places without a house number
("High Street car park") are no addresses: public equipment stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import ahocorasick_rs

from synopticon.text.names import words

_HOUSE = r"\d{1,5}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?"
_NAME = r"(?:[A-ZÀ-Þ][\w'’-]{0,24}\.?|\d{1,3}(?:st|nd|rd|th)|of|the|and|upon)"
_HAN = r"[\u3400-\u9fff]"
#: Capitalised words that make the last word of a name no street: "2 Hard Drive", "3 Crown Court".
_NO_STREET = (
    r"(?!(?i:hard|disk|disc|tape|state|flash|usb|ssd|hdd|[gt]b|optical|wheel|one|two|three|four|crown"
    r"|county|magistrates|supreme|tennis|squash|food|cameras?|cctv|systems?|recorders?)\b)"
)
#: What counts the places or the things rather than numbers a house: "12 High Street cameras", "3 Park Road sites".
_COUNTED = (
    r"(?! {1,2}(?:(?:\w{1,20} )?(?:cameras?|cctv|sites?|systems?|units?|devices?|recorders?|schemes?|depots?"
    r"|locations?)\b"
    r"|multi-?storey|car ?parks?\b|bus station|library|offices\b|stations?\b))"
)
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA"
    "|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR"
)
_POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPSTUW\d]? \d[ABD-HJLNP-UW-Z]{2}"
    r"|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d"
    rf"|(?:(?<=, )|(?<=[a-z] ))(?:{_STATES})[ ,]{{1,2}}\d{{5}}(?:-\d{{4}})?"
    r"|(?:(?<=, )|(?<=\n))(?:(?:D|F|I|E)-\d{5}|(?:A|B|CH|L|DK)-\d{4})(?= [A-Z][a-zß-ÿ]{2,20}))(?![\w-]|[.,]\d)"
)
_LABELLED_POSTCODE = re.compile(
    r"(?i:\b(?:post ?code|postal code|zip(?: code)?)|الرمز البريدي|邮编|郵編|邮政编码|郵政編碼)"
    r"[ \t]{0,2}(?:is |[:：] ?)?"
    r"([A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}|\d{4,6}(?:-\d{4})?)(?![\w-])"
)
_BOX = re.compile(
    r"(?<!\w)(?:(?i:p\.? ?o\.? ?box|apartado|postfach|bo[iî]te postale)|BP|ص\.? ?ب\.?|صندوق بريد|邮政信箱"
    r"|信箱)[ :.]{0,2}\d{1,7}(?!\d)"
)
_GERMAN = re.compile(
    r"(?<!\w)[A-ZÄÖÜ][\wäöüß-]{1,30}(?:straße|strasse|str\.|weg|platz|allee|gasse) \d{1,4}[a-z]?(?![\w]|[.,]\d"
    r"| [A-ZÄÖÜ])"
    r"(?:,[ \t]?\d{4,5} [A-ZÄÖÜ][a-zß-ÿ]{2,20})?"
)
_FRENCH = re.compile(
    r"(?<![\w.,])\d{1,4}(?: ?(?:bis|ter))?,? (?i:rue|avenue|boulevard|allée|chemin|impasse|quai) (?:(?:de|du"
    r"|des|la|le|les) |[ld]['’]){0,2}"
    r"[A-ZÀ-Þ][\w'’-]{1,24}(?: [A-ZÀ-Þ][\w'’-]{1,24}){0,2}(?:,[ \t]?\d{5} [A-ZÀ-Þ][a-zß-ÿ]{2,20})?"
)
_SPANISH = re.compile(
    r"(?<!\w)(?:(?i:calle|avenida|avda\.|plaza|paseo) |[cC]/ ?)(?:(?:de|del|la|las|los) ){0,2}[A-ZÀ-Þ][\w'’-]{1,24}"
    r"(?: (?:(?:de|del|la) )?[A-ZÀ-Þ][\w'’-]{1,24}){0,2},? (?:n[.ºo°]{1,2} ?)?\d{1,4}(?!\w|[.,]\d| [a-zà-ÿ])"
)
_ARABIC_NAME = r"[\u0621-\u064a]{2,20}"
_HAN_NUMBER = r"(?:\d{1,5}|[一二三四五六七八九十百]{1,5})"
_HAN_STREET = re.compile(
    rf"{_HAN}{{1,6}}(?:(?<![线線网網电電道公铁鐵思])路|街|大道|巷|弄|胡同|里)(?:{_HAN}{{0,3}}段)?{_HAN_NUMBER}(?:[-–之]\d{{1,4}})?[号號]"
    r"(?:之?\d{1,3}[楼樓])?"
)
_HAN_ROOM = re.compile(
    rf"(?:{_HAN_NUMBER}(?:号楼|號樓|栋|棟|幢|座|单元|單元)[,，]?){{1,3}}(?:\d{{1,2}}[层層楼樓])?\d{{1,5}}(?:室|房|号|號)(?!内|內|外)"
    rf"|{_HAN_NUMBER}(?:号楼|號樓|栋|棟|幢){_HAN_NUMBER}(?:单元|單元)"
    r"|(?<!\d)\d{3,4}室(?!内|內|外)"
)
_COORDINATE = re.compile(
    r"(?<![\w.])[-−]?\d{1,3}\.\d{3,15} ?°? ?[NSns]?(?:\s{0,2}[,;/]\s{0,2}"
    r"|\s{1,2})[-−]?\d{1,3}\.\d{3,15} ?°?(?: ?[EWew]\b)?(?![\w]|\.\d)"
    r"|(?<![\w.])[-−]\d{1,3}\.\d{4,15}(?!\w|\.\d|%| ?%)"
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,10})? ?° ?(?:\d{1,2}(?:\.\d{1,6})? ?['’′] ?)?(?:\d{1,2}(?:\.\d{1,6"
    r"})? ?(?:[\"”″]|'') ?)?[NSEWnsew]\b"
    r"|(?<!\w)[A-HJ-Z]{2} ?\d{5} ?\d{5}(?!\d)|///[a-z]{3,16}\.[a-z]{3,16}\.[a-z]{3,16}"
)
_LABELLED_COORDINATE = re.compile(
    r"(?i:\b(?:latitude|longitude|lat|long|lng|lon|easting|northing)|خط (?:ال)?(?:طول|عرض)"
    r"|经度|緯度|纬度|經度|东经|東經|北纬|北緯)"
    r"(?:[ \t]{1,2}(?:is|of|value))?[ \t]{0,2}[:：=]?[ \t]{0,2}([-−]?\d{1,7}(?:\.\d{1,15})?)(?!\w|\.\d)"
)
_NUMBERED = r"(?:[ \t]{1,2}|[ \t]?#[ \t]?|[ \t]?[:：][ \t]?)(?:(?i:no\.?|nos\.?|number|num\.?|id)[ \t]?[:.]?[ \t]?)?"
_BADGE_REST = r"(?<![\d.,])\d{2,7}(?![\w%]|[.,]\d)"
#: A word in capitals ("PC 1234") or a word for the number ("collar number 1234") stands before what an officer wears.
_BADGE = re.compile(
    rf"(?<!\w)(?:(?:W?PC|PS|PCSO|WPS|Sgt\.?|Sergeant|Constable|Officer){_NUMBERED}"
    r"|(?i:(?:police )?(?:badge|collar|shoulder|warrant|epaulette|staff|officer|constable"
    r"|payroll)(?:[ \t](?:no\.?|number|num\.?|id))"
    r"|badge|collar)(?:[ \t](?:is|was|of))?[ \t]{0,2}[:#：]?[ \t]{0,2}"
    r"|(?:ال)?رقم (?:الشارة|الوظيفي|شارة)[ :]{1,2}|(?:الشارة رقم|شارة رقم)[ :]{1,2}|(?:警号|警號|警员编号|警員編號|工号"
    r"|工號)(?:为|是|為)?[:： ]{0,2})"
    rf"(?P<number>[A-Z]{{0,2}}{_BADGE_REST})"
    r"(?! {1,2}(?:[A-Za-z-]{1,20} ){0,2}(?:cameras?|units?|devices?|recorders?|officers?|systems?|monitors?"
    r"|members?|per|of|years?)\b)"
)


@cache
def _streets() -> re.Pattern[str]:
    """Return the pattern of a house number and the name of a street in English, in capitals or not."""
    kinds = "|".join(sorted(words("street", "en"), key=len, reverse=True))
    end = rf"(?i:{kinds})\b\.?(?: [NSEW]{{1,2}}\b)?{_COUNTED}"
    # "In 2019 Park Road School had …" gives a year.
    number = rf"(?<![\w.,£$€#/-])(?:(?<!\b[Ii]n )(?<![Ss]ince )|(?!(?:19|20)\d\d\b)){_HOUSE},?[ \t]{{1,2}}"
    return re.compile(
        rf"{number}(?:{_NO_STREET}{_NAME}[ \t]{{1,2}}){{1,4}}?{end}"
        rf"|{number}The (?:Street|Avenue|Close|Drive|Green|Grove|Crescent|Lane|Square|Terrace|Mews|Walk)\b{_COUNTED}"
        rf"|(?<=\bat ){_HOUSE} (?:[a-z'’-]{{2,20}} ){{1,3}}?(?:street|road|avenue|lane|close|crescent|terrace"
        rf"|gardens)\b{_COUNTED}"
    )


@cache
def _dwellings() -> re.Pattern[str]:
    """Return the pattern of a flat by its number; a lower-case "flat" needs a house or a comma to be one."""
    return re.compile(
        r"(?<!\w)(?:(?:Flat|FLAT|Apartment|APARTMENT|Apt\.?|APT\.?|Maisonette|Bedsit)[ \t]{1,2}(?:(?:[Nn]o\.?"
        r"|#)[ \t]?)?"
        r"(?:\d{1,4}[A-Za-z]?|[A-Z])(?![\w%]|[.]\d)"
        r"|(?:flat|apartment|apt\.?)[ \t]{1,2}(?:no\.? ?|number |#)?\d{1,4}[A-Za-z]?(?=[,;.\n]|$| of | at ))"
    )


@cache
def _arabic() -> re.Pattern[str]:
    """Return the pattern of Arabic addresses: a street with a number of the house, or a flat or building by number."""
    building = "|".join(sorted(words("building", "ar"), key=len, reverse=True))
    one = rf"(?:(?:ال)?(?:{building})[ \t]{{1,2}}(?:رقم[ \t]{{1,2}})?\d{{1,5}}(?!\d|[.,]\d))"
    street = rf"(?:ال)?شارع(?:[ \t]{_ARABIC_NAME}){{1,3}}?"
    strict = r"(?:شقة|شقه|عمارة|عماره|بناية|بنايه|منزل|فيلا)"
    return re.compile(
        rf"(?<![\u0621-\u064a])(?:[وبلف])?(?:{street}[ \t]?[،,]?[ \t]?{one}(?:[ \t]?[،,]?[ \t]?{one}){{0,2}}"
        rf"|(?:ال)?{strict}[ \t]{{1,2}}(?:رقم[ \t]{{1,2}})?\d{{1,5}}(?!\d|[.,]\d)(?:[ \t]?[،,]?[ \t]?(?:{one}"
        rf"|{street}(?=[\s،,.]|$))){{0,2}})"
        rf"|(?<![\w.,])\d{{1,4}}[ \t]?[،,]?[ \t]{street}(?=[\s،,.]|$)"
    )


_CUES_ANY = ("flat", "apartment", "apt", "maisonette", "bedsit")


@cache
def _cues() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """Return an automaton over words of which an address must hold one, and for each the patterns it calls for."""
    kinds = {f" {word}": "street" for word in words("street", "en")}
    kinds |= dict.fromkeys(_CUES_ANY, "dwelling")
    kinds |= dict.fromkeys(("box", "apartado", "postfach", "postale", "bp ", "ص.", "صندوق", "信箱", "ص ب"), "box")
    kinds |= dict.fromkeys(("straße", "strasse", "str. ", "weg ", "platz ", "allee ", "gasse "), "german")
    kinds |= dict.fromkeys((" rue ", " avenue ", " boulevard ", " allée ", " chemin ", " impasse ", " quai "), "french")
    kinds |= dict.fromkeys(("calle ", "avenida ", "avda. ", "plaza ", "paseo ", "c/"), "spanish")
    kinds |= dict.fromkeys(("شارع", "شقة", "شقه", "عمارة", "عماره", "بناية", "بنايه", "منزل", "فيلا"), "arabic")
    kinds |= dict.fromkeys(("lat", "long", "lng", "lon", "easting", "northing", "خط ", "经", "經", "纬", "緯"), "place")
    kinds |= dict.fromkeys(
        ("pc", "ps ", "ps:", "ps#", "sgt", "sergeant", "constable", "officer", "badge", "collar"), "badge"
    )
    kinds |= dict.fromkeys(
        ("shoulder", "warrant", "epaulette", "staff", "payroll", "شارة", "الوظيفي", "警", "工号", "工號"), "badge"
    )
    kinds |= dict.fromkeys(("号", "號", "室", "栋", "棟", "幢", "座", "单元", "單元"), "han")
    # A word may call for two patterns: "avenue" stands in English and in French addresses.
    extra = {" avenue": "street", " boulevard": "street"}
    return ahocorasick_rs.AhoCorasick([*kinds, *extra]), (*kinds.values(), *extra.values())


_PATTERNS: dict[str, tuple[Callable[[], re.Pattern[str]], str]] = {
    "street": (_streets, "address"),
    "dwelling": (_dwellings, "address"),
    "box": (lambda: _BOX, "address"),
    "german": (lambda: _GERMAN, "address"),
    "french": (lambda: _FRENCH, "address"),
    "spanish": (lambda: _SPANISH, "address"),
    "arabic": (_arabic, "address"),
}


_ZEROS = tuple(chr(code) for code in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10))
_DIGITS = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
_DECIMALS = re.compile(r"\.\d{3}")
_GRID = re.compile(r"\d{5} ?\d{5}")


def with_ascii_digits(text: str) -> str:
    """Return the text with Arabic and other digits as ASCII ones, character for character."""
    return text if text.isascii() else text.translate(_DIGITS)


def postcode_spans(text: str) -> list[tuple[int, int, str]]:
    """Find postcodes as `address_spans` finds addresses."""
    if not _has_digit(text):
        return []
    spans = [(found.start(), found.end(), "postcode") for found in _POSTCODE.finditer(text)]
    low = text.lower()
    if any(map(low.__contains__, _POSTAL)):
        spans += [(found.start(1), found.end(1), "postcode") for found in _LABELLED_POSTCODE.finditer(text)]
    return spans


def _has_digit(text: str) -> bool:
    return any(map(text.__contains__, "0123456789"))


_POSTAL = ("post", "zip", "البريدي", "邮", "郵")


def address_spans(text: str) -> list[tuple[int, int, str]]:
    """Find addresses, coordinates and officers' numbers in text whose digits are plain ASCII.

    Returns:
        Spans ``(start, end, kind)``, half-open, in code points, not sorted; the kind is address, coordinate or
        identity. Text without a digit is not searched, but for three words that stand for a place.
    """
    spans: list[tuple[int, int, str]] = []
    if "///" in text or "°" in text or _DECIMALS.search(text) or _GRID.search(text):
        spans += [(found.start(), found.end(), "coordinate") for found in _COORDINATE.finditer(text)]
    if not _has_digit(text):
        return spans
    automaton, kinds = _cues()
    low = text.lower()
    called = {kinds[number] for number, _, _ in automaton.find_matches_as_indexes(low, overlapping=True)}
    for name in sorted(called & _PATTERNS.keys()):
        pattern, kind = _PATTERNS[name]
        spans += [(found.start(), found.end(), kind) for found in pattern().finditer(text)]
    if "han" in called:
        patterns = (_HAN_STREET, _HAN_ROOM)
        spans += [(f.start(), f.end(), "address") for pattern in patterns for f in pattern.finditer(text)]
    if "place" in called:
        spans += [(found.start(1), found.end(1), "coordinate") for found in _LABELLED_COORDINATE.finditer(text)]
    if "badge" in called:
        spans += [(found.start("number"), found.end("number"), "identity") for found in _BADGE.finditer(text)]
    return spans
