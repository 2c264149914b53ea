"""The US Treasury's consolidated list beside the SDN: sectoral lists, and the NS-CMIC list."""

from __future__ import annotations

from collections.abc import Iterator

from synopticon.screen.listing import Listing, Row
from synopticon.screen.lists._ofac import parsed, programmes, published

#: Programmes of the lists beside the SDN.
NON_SDN = ("NS-PLC", "UKRAINE-EO13662", "CMIC", "FSE-", "561-", "MBS", "HKAA")


def _is_like(data: bytes) -> bool:
    found = programmes(data)
    return bool(found) and sum(any(one in text for one in NON_SDN) for text in found) * 2 >= len(found)


def _kind(programs: str) -> tuple[str, str]:
    if "CMIC" in programs:
        return "US-NS-CMIC", "investment_ban"
    return ("US-OFAC-SSI", "sanctions") if "UKRAINE-EO13662" in programs else ("", "")


def _parse(data: bytes) -> Iterator[Row]:
    return parsed(data, _kind)


LIST = Listing(
    code="US-OFAC-CONS",
    name="OFAC Consolidated (non-SDN) List",
    jurisdiction="US",
    legal_type="sanctions",
    url="https://www.treasury.gov/ofac/downloads/consolidated/cons_prim.csv",
    parts=("https://www.treasury.gov/ofac/downloads/consolidated/cons_alt.csv",),
    min_entries=200,
    canaries=("GAZPROMBANK OAO|GAZPROMBANK JOINT STOCK COMPANY|CENTREX EUROPE ENERGY AND GAS AG",),
    is_like=_is_like,
    parse=_parse,
    published=published,
)
