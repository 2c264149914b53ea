"""Lowers the confidence of claims that stand in words which the recogniser of a scan was not sure of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from synopticon.ingest.scans import DOUBTFUL
from synopticon.model.locator import span_of
from synopticon.model.records import Claim, Passage

_LOWER = {"high": "medium", "medium": "low"}


def with_doubt(claims: Iterable[Claim], passages: Iterable[Passage]) -> Iterator[Claim]:
    """Yield the claims, those from doubtful words with a confidence one step lower."""
    doubtful: dict[str, list[tuple[int, int]]] = {}
    for passage in passages:
        if passage.confidence is not None and passage.confidence < DOUBTFUL:
            doubtful.setdefault(passage.unit, []).append((passage.start, passage.start + len(passage.text)))
    for claim in claims:
        found = span_of(claim.locator)
        spans = doubtful.get(found[0], ()) if found else ()
        is_doubtful = found is not None and any(start <= found[1] and found[2] <= end for start, end in spans)
        lower = _LOWER.get(claim.confidence) if is_doubtful else None
        yield replace(claim, confidence=lower) if lower else claim
