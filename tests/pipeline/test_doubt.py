"""Words that a recogniser was not sure of make no sure claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from synopticon.model.records import Claim, Passage
from synopticon.pipeline.doubt import with_doubt
from synopticon.read import read_document

TEXT = "The Council owns 28 Hikvision cameras."


def claim(unit: str, start: int, confidence: float | None) -> tuple[Claim, Passage]:
    passage = Passage("d", unit, 0, start, "paragraph", TEXT, "en", confidence=confidence)
    found = read_document(
        document="d",
        body="northmere",
        source_kind="replies",
        received=None,
        language="en",
        passages=[passage],
        tables=[],
    )
    return next(record for record in found if isinstance(record, Claim)), passage


@pytest.mark.parametrize(
    ("before", "sure", "after"),
    [
        ("high", 0.4, "medium"),
        ("medium", 0.4, "low"),
        ("low", 0.4, "low"),
        ("high", 0.9, "high"),
        ("high", None, "high"),
    ],
)
def test_a_doubtful_passage_lowers_its_claims_by_one_step(before: str, sure: float | None, after: str) -> None:
    made, passage = claim("page=1", 40, sure)
    (lowered,) = with_doubt([replace(made, confidence=before)], [passage])
    assert lowered == replace(made, confidence=after)


def test_claims_elsewhere_on_the_page_are_as_sure_as_they_were() -> None:
    made, _ = claim("page=1", 400, None)
    _, doubtful = claim("page=1", 40, 0.3)
    _, other = claim("page=2", 400, 0.3)
    assert list(with_doubt([made], [doubtful, other])) == [made]
