"""The chain from a number to the words in the documents."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from synopticon.errors import UsageError
from synopticon.figures import chain, compute, next_edition, render, settle
from synopticon.model.records import Claim, Document, Figure, Match
from tests.figures.made_up import a_body, a_case, a_claim, a_document, a_figure

BODIES = [a_body("northmere", state_evidence="letter-hash#char=1,5", state_quote="We own 69."), a_body("southmere")]


def a_run() -> tuple[list[Figure], list[Claim], list[Document]]:
    documents = [a_document("old", "northmere", received="2020-11-20"), a_document("new", received="2020-12-06")]
    claims = [
        a_claim("northmere", quantity=309, document="old-hash", quote="The Council owns 309 cameras."),
        a_claim("northmere", quantity=69, document="new-hash", quote="We own 69,\n not 309, " + "really " * 30),
    ]
    settled = settle(claims, documents)
    figures = compute(a_case(a_figure(), a_figure("units", count="units", of="none")), settled, BODIES)
    return figures, settled, documents


MATCH = Match(
    organisation="hikvision",
    name="Hikvision",
    tier="entity",
    score=1.0,
    list="US-BIS-EL",
    legal_type="export_control",
    listing="x",
    listed_name="Hikvision",
    in_force_from="2019-10-09",
    in_force_to=None,
    as_of="2021-02-18",
    via="",
    why="",
    wording="needs a licence for exports from the United States",
)


def test_chain_leads_from_the_figure_to_the_words() -> None:
    figures, claims, documents = a_run()
    text = render(chain("owners", figures, claims, BODIES, documents, [MATCH]))
    for expected in (
        "Figure owners, edition 1, as of 2021-02-18",
        "1 of 2 = 50.0 %",
        "Base: usable. 1 of 2 bodies that gave a usable answer",
        "Body Northmere Council (northmere): usable",
        f"Claim {claims[1].claim}: affirmed owned hikvision camera 69 [unreviewed",
        "in replies/None/new (2020-12-06)",
        "sha256 new-hash",
        f"at {claims[1].locator}",
        "“We own 69, not 309,",
        "not counted, superseded",
        "needs a licence for exports",
    ):
        assert expected in text
    order = [text.index(word) for word in ("Base:", "Body", "Claim", "sha256", "not counted", "List, as of")]
    assert order == sorted(order)


def test_lines_fit_eighty_columns_except_unbreakable_ones() -> None:
    figures, claims, documents = a_run()
    for line in render(chain("units", figures, claims, BODIES, documents, [])).splitlines():
        assert len(line) <= 80 or " " not in line.strip()


def test_chain_of_a_claim_names_its_body_and_document() -> None:
    figures, claims, documents = a_run()
    text = render(chain(claims[0].claim, figures, claims, BODIES, documents, []))
    assert text.startswith(f"Claim {claims[0].claim}")
    assert "superseded" in text
    assert "its state rests on letter-hash… char=1,5: We own 69." in text


def test_chain_of_the_latest_edition_tells_the_earlier_ones() -> None:
    figures, claims, documents = a_run()
    changed = [replace(figure, numerator=figure.numerator + 1) for figure in figures if figure.numerator is not None]
    text = render(chain("owners", next_edition(figures, changed), claims, BODIES, documents, []))
    assert "edition 2" in text
    assert re.search(r"Edition 1, as of \d{4}-\d\d-\d\d, said: 1 of 2 = 50\.0 %", text)


def test_range_is_shown_as_one() -> None:
    claim = a_claim(quantity=None, qualifier="between", low=51, high=54)
    text = render(chain(claim.claim, [], [claim], [], [], []))
    assert "between 51 and 54" in text
    assert "in force" not in text


def test_claims_that_are_gone_are_counted() -> None:
    figures, claims, documents = a_run()
    text = render(chain("owners", figures, claims[:1], BODIES, documents, []))
    assert "1 of its claims are not in this table of claims" in text


def test_unknown_id_names_the_nearest() -> None:
    figures, claims, documents = a_run()
    with pytest.raises(UsageError, match="did you mean 'owners'"):
        chain("owner", iter(figures), claims, BODIES, documents, [])
