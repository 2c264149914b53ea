"""Precision, recall and F1 of reading on labelled documents, with the misses listed, and how fast reading is.

    benchmarks/reading.py [GOLD.jsonl --texts FOLDER] [--scorer SCRIPT] [--errors N] [--megabytes M]

GOLD is JSON Lines as `synopticon read` prints them, one record per labelled span or claim. The computation is our own:
a quantity or mention is right when it overlaps a labelled one of the same kind and value; a claim when it overlaps a
labelled one and says the same maker and number. Each is told by language, kind or modality. With --scorer another
program's table is printed as well; it is called as ``SCRIPT GOLD PREDICTED --texts FOLDER``.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[1] / "../shared"
Line = dict[str, Any]
Span = tuple[int, int]
SUFFIXES = {".txt", ".html", ".pdf", ".eml", ".csv"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=SHARED / "eval/reading/founding_gold.jsonl")
    parser.add_argument("--texts", type=Path, default=SHARED / "founding")
    parser.add_argument("--scorer", type=Path, help="another program that scores the same two files")
    parser.add_argument("--errors", type=int, default=5, help="how many misses of each kind to list")
    parser.add_argument("--megabytes", type=float, default=1.0, help="size of the generated text for the speed part")
    arguments = parser.parse_args()
    if arguments.gold.is_file():
        predicted = read_all(arguments.texts)
        gold = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        for name, of, same in (
            ("quantity", lambda line: line["kind"], same_quantity),
            ("mention", lambda line: line["kind"], same_mention),
            ("claim", lambda line: line["modality"], same_claim),
        ):
            report(name, of, same, gold, predicted, arguments.errors)
        if arguments.scorer is not None:
            other_scorer(arguments.scorer, arguments.gold, arguments.texts, predicted)
    else:
        print(f"no labelled documents at {arguments.gold}: only the speed is measured")
    speed(arguments.megabytes)


def read_all(folder: Path) -> list[Line]:
    """Return what is read of the documents of a folder, as `synopticon read` prints it."""
    from synopticon.cli.read import as_line
    from synopticon.model.records import SetAside
    from synopticon.pipeline.loose import read_bytes

    files = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    records = (record for path in files for record in read_bytes(path.read_bytes(), name=path.name))
    return [json.loads(json.dumps(as_line(r), ensure_ascii=False)) for r in records if not isinstance(r, SetAside)]


def place(line: Line) -> Span | None:
    """Return the characters that a record stands on, null without any."""
    before, sign, span = str(line.get("locator") or "").rpartition("char=")
    del before
    if not sign:
        return None
    start, _, end = span.partition(",")
    return int(start), int(end)


def overlap(a: Line, b: Line) -> int:
    first, second = place(a), place(b)
    if first is None or second is None or a["document"] != b["document"]:
        return 0
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def number(value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None


def same_quantity(gold: Line, found: Line) -> bool:
    if gold["kind"] != found["kind"] or gold.get("currency") != found.get("currency"):
        return False
    if gold["kind"] == "date":
        return str(gold["value"]) == str(found["value"])
    return number(gold["value"]) == number(found["value"]) or gold["value"] is found["value"] is None


def same_mention(gold: Line, found: Line) -> bool:
    return bool(gold["id"] == found["id"])


def same_claim(gold: Line, found: Line) -> bool:
    makers = set(gold.get("makers") or ([gold["maker"]] if gold.get("maker") else []))
    if makers and found.get("maker") not in makers:
        return False
    return all(number(gold.get(field)) == number(found.get(field)) for field in ("quantity", "amount"))


def report(  # noqa: PLR0917  # what is compared, how, and how much of it is printed
    name: str, of: Any, same: Any, gold: list[Line], predicted: list[Line], errors: int
) -> None:
    """Print precision, recall and F1 of one kind of record by language and by `of`, and the misses."""
    wanted = [line for line in gold if line["record"] == name and not line.get("trap_scope")]
    documents = {line["document"] for line in gold}
    found = [line for line in predicted if line["record"] == name and line["document"] in documents]
    pairs, used, spare = pair(wanted, found, same)
    tally: Counter[tuple[str, str, str]] = Counter()
    for at, line in enumerate(wanted):
        optional = line.get("optional") or line.get("scope") == "context"
        if at in pairs or not optional:
            for key in (("all", "all"), ("language", line.get("language") or "?"), ("kind", of(line))):
                tally[(*key, "hit" if at in pairs else "missed")] += 1
    for at in spare:
        for key in (("all", "all"), ("language", found[at].get("language") or "?"), ("kind", of(found[at]))):
            tally[(*key, "extra")] += 1
    print(f"{name:28}   P      R      F1     right  extra missed")
    for group, value in sorted({key[:2] for key in tally}):
        hit, missed, extra = (tally[group, value, what] for what in ("hit", "missed", "extra"))
        shown = [part / whole if whole else 0.0 for part, whole in ((hit, hit + extra), (hit, hit + missed))]
        f1 = 2 * hit / (2 * hit + missed + extra) if hit else 0.0
        print(f"  {group:9}{value:17} {shown[0]:.3f}  {shown[1]:.3f}  {f1:.3f}  {hit:6} {extra:6} {missed:6}")
    if name == "claim":
        for field in ("modality", "polarity"):
            right = sum(wanted[a][field] == found[b][field] for a, b in pairs.items())
            print(f"  {field} right in {right} of {len(pairs)} claims found")
    for at in [at for at in range(len(wanted)) if at not in pairs and at not in used][:errors]:
        print(f"    missed {str(wanted[at].get('quote') or wanted[at].get('text'))[:90]!r}")
    for at in spare[:errors]:
        print(f"    extra  {str(found[at].get('quote') or found[at].get('text'))[:90]!r}")


def pair(wanted: list[Line], found: list[Line], same: Any) -> tuple[dict[int, int], set[int], list[int]]:
    """Pair labelled and found records one to one, the longest overlap first.

    Returns the pairs, the optional labels that need no pair, and the found records that stand on no label.
    """
    candidates = sorted(
        (-overlap(a, b), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(found)
        if overlap(a, b) and same(a, b)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    free = {i for i, line in enumerate(wanted) if line.get("optional") or line.get("scope") == "context"}
    spare = [j for j, line in enumerate(found) if j not in taken and not any(overlap(wanted[i], line) for i in free)]
    return pairs, free, spare


def other_scorer(scorer: Path, gold: Path, texts: Path, predicted: list[Line]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(line, ensure_ascii=False) for line in predicted))
        file.flush()
        subprocess.run([sys.executable, str(scorer), str(gold), file.name, "--texts", str(texts)], check=True)


TEXT = """
the council of Northmere met on Tuesday and heard a report by its officers about housing and waste in the wards
residents asked whether the road works would be finished before winter and members noted the progress made with
libraries parks schools staff and the local plan the chair agreed the minutes of the last session in public
"""
WORDS = TEXT.split()


def speed(megabytes: float) -> None:
    """Time whole reading and the gazetteer on generated English in which one sentence in thirty is of the subject."""
    from synopticon.model.records import Passage
    from synopticon.read import read_document
    from synopticon.read.lexicon import default_lexicon
    from synopticon.read.mentions import find_mentions
    from synopticon.text.fold import fold

    chance = random.Random(7)  # made-up text, the same in every run
    passages: list[Passage] = []
    position = 0
    while position < megabytes * 1e6:
        sentences = [
            f"The Trust owns {chance.randint(2, 400)} Hikvision cameras."
            if chance.random() < 1 / 30
            else " ".join(chance.choices(WORDS, k=chance.randint(8, 24))).capitalize() + "."
            for _ in range(chance.randint(3, 7))
        ]
        text = " ".join(sentences)
        passages.append(Passage("d", "", len(passages), position, "paragraph", text))
        position += len(text) + 2
    automaton = default_lexicon().automaton
    whole = "\n\n".join(passage.text for passage in passages)
    arguments: dict[str, Any] = {"document": "d", "body": None, "received": None, "language": "en", "tables": ()}
    for name, work in (
        ("whole reading", lambda: list(read_document(**arguments, source_kind="articles", passages=passages))),
        ("mentions alone", lambda: [find_mentions(passage.text) for passage in passages]),
        ("gazetteer pass", lambda: automaton.find_matches_as_indexes(fold(whole).text, overlapping=True)),
    ):
        work()
        start = time.process_time()
        work()
        print(f"{name}: {position / 1e6 / (time.process_time() - start):.2f} MB per CPU-second")


if __name__ == "__main__":
    main()
