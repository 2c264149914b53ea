"""How fast each part of reading is beside the library that it replaces, in one run on the same made-up text.

Peers are looked for in the environment that runs this script and left out with a word when absent:
`pip install spacy pysbd flashtext price-parser number-parser dateparser` (and a spaCy model, `en_core_web_sm`).
Two texts: *sparse*, where one sentence in thirty is of the subject, and *dense*, where every sentence is. The best of
three runs counts, in megabytes per second of one processor. Speed only: peers do less, or something else.
"""

from __future__ import annotations

import importlib
import importlib.util
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.reading import WORDS
from synopticon.model.records import Passage
from synopticon.read import read_document
from synopticon.read.lexicon import default_lexicon
from synopticon.read.mentions import find_mentions
from synopticon.read.quantities import find_quantities
from synopticon.text.fold import fold
from synopticon.text.sentences import sentences

RUNS = 3
DENSE = (
    "The Trust owns {n} Hikvision cameras, of which {m} were bought in 2019.",
    "It paid £{n},500 to its contractor for {m} Dahua recorders.",
    "About {n} of our cameras are made by Axis; none is used for face recognition.",
    "In March 2021 the board set aside $1.{m} million for {n} number plate readers.",
)
Row = tuple[str, str, Callable[[str], Any]]


def text_of(*, is_dense: bool, size: int) -> list[str]:
    """Return paragraphs of made-up English, the same in every run."""
    chance = random.Random(11)  # made-up text, not a secret
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        lines = []
        for _ in range(chance.randint(3, 7)):
            if is_dense or chance.random() < 1 / 30:
                lines.append(chance.choice(DENSE).format(n=chance.randint(2, 400), m=chance.randint(2, 99)))
            else:
                lines.append(" ".join(chance.choices(WORDS, k=chance.randint(8, 24))).capitalize() + ".")
        paragraphs.append(" ".join(lines))
    return paragraphs


def whole(text: str) -> int:
    passages = [Passage("d", "", n, 0, "paragraph", part) for n, part in enumerate(text.split("\n\n"))]
    arguments: dict[str, Any] = {"document": "d", "body": None, "received": None, "language": "en", "tables": ()}
    return sum(1 for _ in read_document(**arguments, source_kind="articles", passages=passages))


def ours() -> list[Row]:
    automaton = default_lexicon().automaton
    return [
        ("folding", "synopticon", fold),
        ("gazetteer", "synopticon", lambda text: automaton.find_matches_as_indexes(fold(text).text, overlapping=True)),
        ("names", "synopticon", lambda text: [find_mentions(part) for part in text.split("\n\n")]),
        ("sentences", "synopticon", sentences),
        ("quantities", "synopticon", lambda text: [find_quantities(p, language="en") for p in text.split("\n\n")]),
        ("whole reading", "synopticon", whole),
    ]


def theirs() -> list[Row]:
    rows: list[Row] = []
    names = sorted(default_lexicon().words)
    if module := found("flashtext"):
        keywords = module.KeywordProcessor()
        keywords.add_keywords_from_list(names)
        rows.append(("gazetteer", "flashtext", keywords.extract_keywords))
    if module := found("pysbd"):
        cutter = module.Segmenter(language="en")
        rows.append(("sentences", "pysbd", lambda text: [cutter.segment(part) for part in text.split("\n\n")]))
    if (numbers := found("number_parser")) and (prices := found("price_parser")):
        rows.append(
            (
                "quantities",
                "number-parser and price-parser",
                lambda text: [(numbers.parse(p), prices.Price.fromstring(p)) for p in text.split("\n\n")],
            )
        )
    if module := found("spacy"):
        blank = module.blank("en")
        blank.max_length = 10**8
        matcher = importlib.import_module("spacy.matcher").PhraseMatcher(blank.vocab, attr="LOWER")
        matcher.add("names", list(blank.pipe(names)))
        rows.append(("gazetteer", "spaCy PhraseMatcher", lambda text: matcher(blank(text))))
        if importlib.util.find_spec("en_core_web_sm"):
            small = module.load("en_core_web_sm")
            rows.append(("whole reading", "spaCy small", lambda text: list(small.pipe(text.split("\n\n")))))
        else:
            print("left out: spaCy small (no model en_core_web_sm here)")
    return rows


def found(name: str) -> Any:
    if importlib.util.find_spec(name) is None:
        print(f"left out: {name} (not installed)")
        return None
    return importlib.import_module(name)


def speed(work: Callable[[str], Any], text: str) -> float:
    """Return megabytes of text per second of one processor, the best of some runs."""
    work(text[:20_000])
    best = 1e9
    for _ in range(RUNS):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return len(text.encode()) / 1e6 / best


def main() -> None:
    rows = sorted([*ours(), *theirs()], key=lambda row: row[0])
    texts = {
        "sparse": "\n\n".join(text_of(is_dense=False, size=400_000)),
        "dense": "\n\n".join(text_of(is_dense=True, size=120_000)),
    }
    print(f"{'part':14} {'by':32} {'sparse':>8} {'dense':>8}  MB per second")
    for part, by, work in rows:
        print(f"{part:14} {by:32} " + " ".join(f"{speed(work, text):8.2f}" for text in texts.values()))


if __name__ == "__main__":
    main()
