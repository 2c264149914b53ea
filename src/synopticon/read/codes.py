"""Model numbers that no table knows: a code right after a maker's name is one of its products."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.read.clauses import Spot

_CODE = re.compile(r"(?<![\w/-])[A-Z]{2,6}[A-Za-z]?-?\d[A-Z0-9/-]{1,16}(?![\w])")
#: Letters that begin the numbers of norms, laws and requests.
_NORMS = re.compile(r"(?:ISO|IEC|EN|BS|DIN|IP|IK|FIPS|CPV|FY|FOI|RFI|RTI|SN|NDAA|GDPR|UTC|PO|HS|CR|HR|SB|AB|HB)-?\d")
_REACH, _WORDS = 45, 5
_STOP = re.compile(r"[.;:!?]\s|\n")


def codes_of(spot: Spot) -> Iterator[tuple[int, int, str]]:
    """Yield where such codes stand, with the maker: "Hanwha Vision (XNV-8080R)", "A network recorders, type NVR52"."""
    text = spot.passage.text
    taken = [(m.start, m.end) for m in spot.mentions]
    for m in spot.mentions:
        if m.maker is None or m.kind not in {"maker", "brand"}:
            continue
        found = _CODE.search(text, m.end, min(len(text), m.end + _REACH))
        if found is None or _NORMS.match(found.group()) or sum(c.isdigit() for c in found.group()) < _DIGITS:
            continue
        gap = text[m.end : found.start()]
        if (
            _STOP.search(gap)
            or len(gap.split()) > _WORDS
            or any(a < found.end() and found.start() < b for a, b in taken)
        ):
            continue
        yield found.start(), found.end(), m.maker


_DIGITS = 3
