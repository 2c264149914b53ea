"""Addresses, places on the map and officers' numbers in running text."""

from __future__ import annotations

import time

import pytest

from synopticon.text.persons import person_spans, safe_window


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind in person_spans(text)]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("3 Dahua cameras at 12 High Street, Northmere", "12 High Street"),
        ("3 Dahua cameras at 12a Mill Lane.", "12a Mill Lane"),
        ("installed at 12 high street next to", "12 high street"),
        ("outside 12-14 QUAY ROAD", "12-14 QUAY ROAD"),
        ("Flat 4B, Rose House", "Flat 4B"),
        ("it stood at 7 The Close,", "7 The Close"),
        ("PO Box 123, Northmere", "PO Box 123"),
        ("350 5th Ave, Northmere", "350 5th Ave"),
        ("1600 Quill Avenue NW", "1600 Quill Avenue NW"),
        ("Hauptstraße 12, 10999 Nordmeer", "Hauptstraße 12, 10999 Nordmeer"),
        ("au 12 rue de la Lune", "12 rue de la Lune"),
        ("Calle Luna 12, Villanorte", "Calle Luna 12"),
        ("في شارع النور، عمارة 12، شقة 5", "شارع النور، عمارة 12، شقة 5"),
        ("عند ١٢ شارع النور", "١٢ شارع النور"),
        ("在建设路12号有3台摄像机", "建设路12号"),
        ("位于5栋302室", "5栋302室"),
    ],
)
def test_the_address_of_a_house_is_found(text, piece):
    assert any(piece in quoted and kind == "address" for quoted, kind in found(text)), found(text)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("NM1 2AB", "NM1 2AB"),
        ("Northmere, NY 10118", "NY 10118"),
        ("Northmere K1A 0B1", "K1A 0B1"),
        ("Nordmeer, D-10999 Nordmeer", "D-10999"),
        ("postcode: nm12ab", "nm12ab"),
        ("الرمز البريدي 11564", "11564"),
        ("邮编：100000", "100000"),
    ],
)
def test_a_postcode_is_found(text, piece):
    assert any(piece in quoted and kind == "postcode" for quoted, kind in found(text)), found(text)


@pytest.mark.parametrize(
    ("text", "piece", "kind"),
    [
        ("PC 1234 attended", "1234", "identity"),
        ("collar number 5521", "5521", "identity"),
        ("warrant no. 44312", "44312", "identity"),
        ("رقم الشارة ٤٤١٢", "٤٤١٢", "identity"),
        ("警号012345", "012345", "identity"),
        ("51.5072,-0.1278", "51.5072,-0.1278", "coordinate"),
        ("longitude -0.1278", "-0.1278", "coordinate"),
        ("经度：116.4074", "116.4074", "coordinate"),
        ("خط الطول 46.6753", "46.6753", "coordinate"),
        ("51°30'26\"N", "51°30'26\"N", "coordinate"),
    ],
)
def test_the_number_of_an_officer_and_a_place_on_the_map_are_found(text, piece, kind):
    assert any(piece in quoted and kind == other for quoted, other in found(text)), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the High Street car park has 12 cameras",
        "12 High Street cameras are Hikvision",
        "50 cameras at Station Road and 12 at Mill Lane",
        "In 2019 Park Road School had 12 cameras",
        "2 Hard Drive, 3 Two Way radios",
        "a flat 10% fee, a flat 16 channel panel",
        "40 PC 1234 cameras",
        "growth of -0.1278% at 1.2345",
        "12000 HD cameras, 2019 IP cameras",
        "Auf der Hauptstraße 12 Kameras",
        "en la calle Mayor 12 cámaras",
        "في شارع الملك فهد 12 كاميرا",
        "人民路、解放路100个点位，16路录像机，16室内摄像机",
    ],
)
def test_streets_without_a_house_and_counts_are_no_addresses(text):
    assert found(text) == []


def test_a_quotation_stops_before_an_address():
    text = "We know of a resident who operates 3 Hikvision cameras at 12 High Street, NM1 2AB"
    start = text.index("3 Hikvision")
    window = safe_window(text, start, start + 11)
    assert window is not None
    quoted = text[window[0] : window[1]]
    assert "3 Hikvision" in quoted
    assert "12 High" not in quoted
    assert "NM1" not in quoted


def test_long_text_of_numbers_and_capitals_is_read_in_time():
    text = "12 Alpha Beta Gamma Delta Epsilon street 5 شارع النور 12 建设路 " * 2000
    start = time.perf_counter()
    person_spans(text)
    assert time.perf_counter() - start < 5
