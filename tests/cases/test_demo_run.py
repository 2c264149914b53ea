"""The demonstration case from its letters to its figures: what a right reading gives, and that no name leaks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from synopticon import demo
from synopticon.ingest import read_document, second
from synopticon.ingest.recognition import missing
from synopticon.model.locator import char_span, span_of, within
from synopticon.model.records import Claim, Grid, Passage, Row
from synopticon.pipeline import run_case
from synopticon.pipeline.run import Run, records

TRUTH = demo.truth()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("demo") / "case"
    demo.copy_to(folder)
    return run_case(folder)


@pytest.mark.parametrize("wanted", TRUTH["figures"], ids=lambda figure: figure["figure"])
def test_every_figure_is_right(run: Run, wanted: dict[str, object]) -> None:
    (figure,) = [figure for figure in records(run, "figures") if figure.figure == wanted["figure"]]
    assert figure.numerator == Decimal(str(wanted["numerator"]))
    assert figure.denominator == wanted.get("denominator")


def test_every_body_has_its_state(run: Run) -> None:
    states = {body.body: body.reply_state for body in records(run, "bodies")}
    wanted = {body: entry["reply_state"] for body, entry in TRUTH["bodies"].items()}
    assert {body: states.get(body) for body in wanted} == wanted


def test_lists_match_as_of_the_day_and_only_then(run: Run) -> None:
    found = {(match.organisation, match.list) for match in records(run, "matches")}
    assert {(match["maker"], match["list"]) for match in TRUTH["matches"]} <= found
    assert not {(match["maker"], match["list"]) for match in TRUTH["matches_forbidden"]} & found


def test_no_name_number_or_address_of_a_person_reaches_the_output(run: Run) -> None:
    output = [path for path in run.out.rglob("*") if path.suffix in {".csv", ".html", ".js", ".json", ".svg", ".txt"}]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(output)).casefold()
    assert len(text) > 100_000
    assert len(TRUTH["canaries"]) > 100
    assert [canary["text"] for canary in TRUTH["canaries"] if canary["text"].casefold() in text] == []


def test_every_quote_is_the_text_at_its_place(run: Run) -> None:
    paths = {document.document: document.path for document in records(run, "documents")}
    kinds = {document.document: document.source_kind for document in records(run, "documents")}
    texts: dict[str, dict[str, str]] = {}
    wrong = []
    checked = 0
    for claim in records(run, "claims"):
        if claim.document not in texts:
            path = _original(run, claim.document)
            texts[claim.document] = dict(_texts(path, claim.document, Path(paths[claim.document]).name, kinds))
        if not texts[claim.document]:
            continue
        checked += 1
        if _text_at(texts[claim.document], claim) != claim.quote:
            wrong.append((paths[claim.document], claim.locator, claim.quote))
    assert wrong == []
    assert checked > 200


def test_a_second_parser_finds_every_quote_that_it_can_check(run: Run) -> None:
    told = [claim.second_reading for claim in records(run, "claims") if "page=" in claim.locator]
    assert len(told) > 80
    assert "differs" not in told
    if second.version():
        assert told.count("agrees") > 0.9 * len(told)


def _original(run: Run, document: str) -> Path:
    return run.out.parent / ".synopticon/objects" / document[:2] / document[2:]


def _texts(path: Path, document: str, name: str, kinds: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (locator, text) of every passage and cell; nothing for a scan, which is read elsewhere."""
    grids: dict[int, Grid] = {}
    for item in read_document(path.read_bytes(), document=document, name=name, source_kind=kinds[document]):
        if isinstance(item, Passage):
            yield f"{item.unit}|{item.start}", item.text
        elif isinstance(item, Grid):
            grids[item.grid] = item
        elif isinstance(item, Row):
            grid = grids[item.grid]
            for column, cell in enumerate(item.cells):
                inner = item.locators[column] if item.locators else f"cell={item.row},{column + 1}"
                yield within(grid.unit, inner), cell


def _text_at(texts: dict[str, str], claim: Claim) -> str | None:
    if claim.locator in texts:
        return texts[claim.locator]
    found = span_of(claim.locator)
    if found is None:
        return None
    unit, start, end = found
    if char_span(unit, start, end) in texts:  # a cell on a page
        return texts[char_span(unit, start, end)]
    if unit in texts:
        return texts[unit][start:end]
    for key, text in texts.items():
        place, _, first = key.rpartition("|")
        if place == unit and first.isdigit() and int(first) <= start and end <= int(first) + len(text):
            return text[start - int(first) : end - int(first)]
    return None


def test_the_scan_is_read_where_tesseract_is_and_set_aside_where_it_is_not(run: Run) -> None:
    scans = {document.path: document.status for document in records(run, "documents") if "scan" in document.path}
    assert set(scans.values()) == ({"set_aside"} if missing() else {"read"})


def test_the_one_contradiction_is_shown_with_both_voices_and_no_figure_takes_it(run: Run) -> None:
    (found,) = records(run, "contradictions")
    claims = {claim.claim: claim for claim in records(run, "claims")}
    assert (found.differs, found.about) == ("value", "subject")
    assert {claims[name].quantity for name in found.claims} == {83, 120}


def test_a_figure_for_each_inhabitant_names_year_and_source_of_the_numbers(run: Run) -> None:
    (figure,) = [figure for figure in records(run, "figures") if figure.per]
    assert figure.value == (figure.numerator / figure.denominator).quantize(Decimal("0.000001"))
    assert "population of 2021 from made-up census" in figure.note
