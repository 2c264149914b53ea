"""The US Specially Designated Nationals list: sdn.csv with alt.csv, or sdn.xml."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.screen.listing import Listing, Row
from synopticon.screen.lists._ofac import parsed, programmes, published
from synopticon.screen.lists.us_ofac_consolidated import NON_SDN


def _is_like(data: bytes) -> bool:
    found = programmes(data)
    return bool(found) and sum(any(one in text for one in NON_SDN) for text in found) * 2 < len(found)


def _parse(data: bytes) -> Iterator[Row]:
    return parsed(data, lambda _: ("", ""))


LIST = Listing(
    code="US-OFAC-SDN",
    name="OFAC SDN List",
    jurisdiction="US",
    legal_type="sanctions",
    url="https://www.treasury.gov/ofac/downloads/sdn.csv",
    parts=("https://www.treasury.gov/ofac/downloads/alt.csv",),
    min_entries=3000,
    canaries=("BANCO NACIONAL DE CUBA", "AEROCARIBBEAN AIRLINES"),
    is_like=_is_like,
    parse=_parse,
    published=published,
)
