"""Made-up answers in six languages and many layouts: from the letter as it arrives to the state and the holdings.

The files beside this one hold one answer each after a line ``%% name [file] | state | holdings``: ``hik=12`` is the
maker (its first letters) and the number, ``?`` no number, ``~`` a qualified one, ``0`` none, ``*`` anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from synopticon.figures.settling import settle
from synopticon.figures.statements import is_live
from synopticon.figures.states import body_states
from synopticon.ingest.reading import read_document as ingest
from synopticon.model.records import Body, Claim, Document, Grid, Passage, Row
from synopticon.read import read_document
from synopticon.text.language import language_of

HERE = Path(__file__).parent
DOCUMENT = "d" * 64
HELD = {"owned", "installed", "used"}


def answers() -> Iterator[object]:
    for path in sorted(HERE.glob("answers_*.txt")):
        for block in f"\n{path.read_text('utf-8')}".split("\n%% ")[1:]:
            head, _, text = block.partition("\n")
            name, state, holdings = (part.strip() for part in head.split("|"))
            name, _, file = name.partition(" ")
            yield pytest.param(file or "answer.txt", text, state, holdings, id=f"{path.stem[8:]}-{name}")


def claims_of(file: str, text: str) -> list[Claim]:
    passages: list[Passage] = []
    tables: list[tuple[Grid, list[Row]]] = []
    greeting = "Dear applicant,\n\n" if file.endswith("answer.txt") and text.isascii() else ""
    data = f"{greeting}{text.strip()}\n\nFictional test material\n".encode()
    for item in ingest(data, document=DOCUMENT, name=file, source_kind="replies"):
        if isinstance(item, Passage):
            passages.append(item)
        elif isinstance(item, Grid):
            tables.append((item, []))
        elif isinstance(item, Row):
            tables[-1][1].append(item)
    records = read_document(
        document=DOCUMENT,
        body="northmere",
        source_kind="replies",
        received=None,
        language=language_of(text),
        passages=passages,
        tables=tables,
    )
    return [record for record in records if isinstance(record, Claim)]


def held_of(claims: list[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        is_held = claim.modality in HELD and claim.polarity in {"affirmed", "estimated"} and claim.quantity != 0
        if is_held and is_live(claim) and claim.maker and claim.product_kind in {None, "camera"}:
            found[claim.maker[:3]].append(claim)
    return found


@pytest.mark.parametrize(("file", "text", "state", "holdings"), [*answers()])
def test_an_answer_gives_its_state_and_what_is_held(file: str, text: str, state: str, holdings: str) -> None:
    read = ("read", None, None, None, 0, 0, 0, "replies")
    paper = Document(DOCUMENT, file, "text/plain", len(text), "1-replies", "northmere", *read)
    claims = settle(claims_of(file, text), [paper])
    asked = Body("northmere", "Northmere", None, None, None, "2024-01-01", None, None, None)
    (body,) = body_states([asked], claims, [paper])
    assert body.reply_state == state
    held = held_of(claims)
    wanted = dict(part.split("=") for part in holdings.split() if "/" not in part)
    assert set(held) <= set(wanted)
    for maker, number in wanted.items():
        counts = [claim.quantity for claim in held.get(maker, []) if claim.quantity is not None]
        if number == "0":
            assert counts == []
        elif number == "?":
            assert maker in held
            assert counts == []
        elif not number.startswith("*"):
            value = Decimal(number.strip("~<>="))
            lows = [claim.low for claim in held.get(maker, [])]
            assert sum(counts) == value or value in counts or value in lows, (counts, lows)
            assert number[0].isdigit() or held[maker][0].qualifier != "exact"
