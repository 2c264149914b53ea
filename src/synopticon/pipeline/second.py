"""Has the pages that carry a claim read by a second parser, and writes beside each claim whether that agrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from synopticon.engines.engine import LostProcessError
from synopticon.ingest.second import NOT_CHECKED, Area, Spot
from synopticon.model.boxes import lines_of
from synopticon.model.locator import span_of
from synopticon.model.records import Claim
from synopticon.pipeline import parsing
from synopticon.pipeline.places import Places

#: Pages of one document that are read again; the second parser is slow.
_PAGES = 40
_TOO_MANY = f"{NOT_CHECKED}: more than {_PAGES} pages of the document carry claims"


def with_second_readings(
    claims: Sequence[Claim], places: Places, *, document: str, name: str, data: Callable[[], bytes]
) -> list[Claim]:
    """Return the claims with `second_reading` filled for those that stand on a page.

    Args:
        claims: of one document.
        places: its pages.
        document: SHA-256 of its bytes.
        name: its file name.
        data: gives the bytes, if they are needed.
    """
    spots = [spot for number, claim in enumerate(claims) for spot in _spots(number, claim, places)]
    if not spots:
        return list(claims)
    pages = list(dict.fromkeys(spot.unit for spot in spots))
    looked = set(pages[:_PAGES])
    told = {spot.number: _TOO_MANY for spot in spots}
    told |= _told([spot for spot in spots if spot.unit in looked], document=document, name=name, data=data())
    return [
        replace(claim, second_reading=told[number]) if number in told else claim for number, claim in enumerate(claims)
    ]


def _spots(number: int, claim: Claim, places: Places) -> list[Spot]:
    found = span_of(claim.locator)
    page = None if found is None else places.page(found[0])
    if found is None or page is None:
        return []
    unit, start, end = found
    return [Spot(number, unit, claim.quote, tuple(_points(area) for area in lines_of(page, start, end)))]


def _points(area: tuple[int, int, int, int]) -> Area:
    x0, y0, x1, y1 = area
    return x0 / 10, y0 / 10, x1 / 10, y1 / 10


def _told(spots: list[Spot], *, document: str, name: str, data: bytes) -> dict[int, str]:
    try:
        found = parsing.second_readings(data, spots, document=document, name=name)
        return {reading.number: reading.outcome for reading in found}
    except LostProcessError as lost:
        if lost.is_chance:
            raise
        return dict.fromkeys((spot.number for spot in spots), f"{NOT_CHECKED}: {lost.reason}")
