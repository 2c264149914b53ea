"""Pages that stay short whatever the size of the case, and pages on what changed and what contradicts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from synopticon.model.records import Body, Claim, Figure, Organisation
from synopticon.publish import publication, publish
from synopticon.publish.numbers import headline
from synopticon.publish.pages.editions import changes
from synopticon.publish.ranking import MOST_ROWS
from synopticon.publish.says import context_of
from synopticon.publish.view import view
from synopticon.store.tables import to_table
from tests.publish import made_up
from tests.publish.pages import read


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A case of ledgers: 300 buyers that nobody asked, 3,000 suppliers."""
    body, claim = made_up.bodies()[0], made_up.claims()[0]
    bodies = [
        replace(
            body, body=f"b{n}", name=f"Buyer {n}", asked_on=None, channel=None, reply_state=None, state_evidence=None
        )
        for n in range(300)
    ]
    claims = [
        replace(claim, claim=f"m{n}", body=f"b{n}", supplier="Supplier 7" if n == 1 else None) for n in range(300)
    ]
    row = next(row for row in made_up.organisations() if row.organisation == "fenland")
    suppliers = [
        replace(row, organisation=f"s{n}", name=f"Supplier {n}", names=(f"Supplier {n}",)) for n in range(3000)
    ]
    tables = made_up.empty_tables() | {
        "bodies": to_table(Body, bodies),
        "claims": to_table(Claim, claims),
        "organisations": to_table(Organisation, suppliers),
    }
    out = tmp_path_factory.mktemp("many")
    publish(out, case=made_up.case(figures=()), tables=tables, run=made_up.run())
    return out / "site"


def test_the_overview_shows_some_bodies_and_leads_to_all(many):
    overview = read(many / "index.html")
    assert sum(link.startswith("bodies/") for link in overview.links) <= 2 * MOST_ROWS
    assert {"bodies.html", "matrix.html"} <= set(overview.links)
    assert "All 300 bodies" in overview.words
    assert len({link for link in read(many / "bodies.html").links if link.startswith("bodies/")}) == 300
    assert len({link for link in read(many / "matrix.html").links if link.startswith("bodies/")}) == 300


def test_suppliers_without_a_claim_are_counted_and_stand_in_the_data(many):
    page = read(many / "organisations.html")
    assert "Supplier 7" in page.words
    assert "Supplier 8" not in page.words
    assert "2,999 more without a claim or a list match" in page.words
    assert "../data/organisations.csv" in page.links
    assert "Supplier 8" not in (many / "search.js").read_text("utf-8")
    assert (many / "organisations.html").stat().st_size < 100_000


def test_a_small_case_has_no_further_pages(site):
    assert not (site / "bodies.html").exists()
    assert not (site / "matrix.html").exists()


def test_editions_say_what_became_of_what(pages):
    told = pages["editions.html"].words
    assert "8 of 27 bodies became 9 of 27 bodies" in told
    assert "the first edition" in told
    assert "editions.html" in {link.split("/")[-1] for link in pages["figures/argus-owners.html"].links}


def test_bodies_that_came_and_went_are_named():
    seen = view(publication(made_up.case(), made_up.tables(), made_up.run()))
    old = next(figure for figure in made_up.figures() if figure.figure == "argus-owners")
    new = replace(old, bodies=(*old.bodies[1:], "body-1"), claims=old.claims[1:], low=Decimal("0.1"))
    told = "; ".join(changes(seen, old, new))
    assert "what the sources leave open is different" in told
    assert f"counts no longer: {seen.body_name(old.bodies[0])}" in told
    assert "counts now: Eastfell Council" in told
    assert "0 claims more, 1 fewer" in told


def test_contradictions_stand_side_by_side_and_are_linked_from_the_claims(pages):
    page = pages["contradictions.html"]
    assert "different numbers: 3 against 12" in page.words
    assert "x1" in page.ids
    assert "x4" not in page.ids  # one of its two sides was rejected in review
    body = pages["bodies/body-0.html"]
    assert "../contradictions.html#x1" in body.links
    assert "Contradicted: 3 against 12" in body.words
    assert "../contradictions.html#x1" in pages["makers/argus.html"].links


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"extractor": "register", "quote": "Argus", "model": "AV-2", "unit": None}, "AV-2 · camera · 2024"),
        (
            {"extractor": "register", "quote": "Argus", "context": "Make: Argus; Site: Depot"},
            "Make: Argus; Site: Depot",
        ),
        ({"extractor": "prose", "quote": "We own 5."}, ""),
        ({"extractor": "register", "quote": "five Argus cameras at the old depot"}, ""),
    ],
)
def test_a_bare_cell_says_what_stands_around_it(changes, told):
    assert context_of(replace(made_up.claims()[0], **changes)) == told


def test_units_for_each_thousand_are_no_share():
    figure = Figure(
        "rate", 1, "2024-05-31", Decimal(30), Decimal(20000), "none", Decimal("0.0015"), None, None, "", "units", "",
        "cameras", per="population",
    )  # fmt: skip
    assert headline(figure) == "30 cameras, 1.5 per 1,000 population"
