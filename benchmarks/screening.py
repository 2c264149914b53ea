"""Screening on a labelled set of names: targets `id,name`, queries with the right id; peers in the same run.

Prints the scorer's own table and the names per second, then precision and recall at the published threshold on both
halves of the set, split by the hash of the right listing (of the query, where none is right), and a peer that scores
every pair with rapidfuzz's WRatio, at its own best threshold. The set may stand beside the project.
"""

from __future__ import annotations

import csv
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from synopticon.screen import THRESHOLD, entries_from_csv, screen_names

FOLDER = Path(__file__).parents[1] / "../shared/eval/screening"
#: A best candidate: its listing, its score; then the right listings of the query.
Answer = tuple[str, float, frozenset[str]]
#: The peer compares every query with every target; a part of the queries is enough to rank it.
PEER_QUERIES = 400


def main() -> None:
    if not FOLDER.is_dir():
        print(f"skipped: no labelled names at {FOLDER}")
        return
    with tempfile.NamedTemporaryFile("w+", suffix=".csv", encoding="utf-8") as out:
        start = time.perf_counter()
        screen = [sys.executable, "-m", "synopticon", "screen", str(FOLDER / "queries.csv"), "--column", "query"]
        subprocess.run([*screen, "--against", str(FOLDER / "targets.csv"), "--top", "12"], stdout=out, check=True)
        seconds = time.perf_counter() - start
        rows = sum(1 for _ in (FOLDER / "queries.csv").open(encoding="utf-8")) - 1
        score = [sys.executable, str(FOLDER / "score_screen.py"), str(FOLDER / "queries.csv"), out.name]
        subprocess.run([*score, "--targets", str(FOLDER / "targets.csv")], check=True)
    print(f"{rows} names in {seconds:.1f} s, start of the program and reading of the list included")
    halves()
    peer()


def queries() -> list[tuple[str, frozenset[str]]]:
    with (FOLDER / "queries.csv").open(encoding="utf-8") as file:
        rows = [(row["query"], row["truth_id"]) for row in csv.DictReader(file)]
    return [(query, frozenset(truth.split("|")) - {""}) for query, truth in rows]


def half(query: str, truth: frozenset[str]) -> int:
    return hashlib.sha256((min(truth) if truth else query).encode()).digest()[-1] % 2


def rates(answers: Sequence[Answer], threshold: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of accepting the best candidate from a score on."""
    accepted = [(listing, truth) for listing, score, truth in answers if listing and score >= threshold]
    right = sum(listing in truth for listing, truth in accepted)
    positives = sum(bool(truth) for _, _, truth in answers)
    precision, recall = right / max(1, len(accepted)), right / max(1, positives)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def ours(asked: Sequence[tuple[str, frozenset[str]]]) -> tuple[list[Answer], float]:
    entries = entries_from_csv(FOLDER / "targets.csv")
    start = time.process_time()
    found = list(screen_names([query for query, _ in asked], against=entries, top=1))
    seconds = time.process_time() - start
    answers = [
        (one[0].listing if one else "", one[0].score if one else 0.0, truth)
        for one, (_, truth) in zip(found, asked, strict=True)
    ]
    return answers, seconds


def halves() -> None:
    asked = queries()
    answers, seconds = ours(asked)
    print(f"{len(asked) / seconds:.0f} queries per second of one core, index included")
    for part in (0, 1):
        some = [one for one, (query, truth) in zip(answers, asked, strict=True) if half(query, truth) == part]
        precision, recall, _ = rates(some, THRESHOLD)
        print(f"half {part}: {len(some)} queries, at {THRESHOLD} precision {precision:.3f} recall {recall:.3f}")


def peer() -> None:
    from rapidfuzz import fuzz, process, utils  # the peer; not needed to screen

    asked = queries()[:PEER_QUERIES]
    entries = entries_from_csv(FOLDER / "targets.csv")
    names = [utils.default_process(entry.name) for entry in entries]
    start = time.process_time()
    answers: list[Answer] = []
    for query, truth in asked:
        found = process.extractOne(utils.default_process(query), names, scorer=fuzz.WRatio)
        answers.append((entries[found[2]].listing, found[1] / 100, truth))
    peer_seconds = time.process_time() - start
    mine, seconds = ours(asked)
    best = max(rates(answers, step / 100)[2] for step in range(50, 101))
    our_best = max(rates(mine, step / 100)[2] for step in range(20, 100))
    print(f"first {len(asked)} queries: best F1 {our_best:.3f}, WRatio over all pairs {best:.3f};")
    print(f"  {peer_seconds / seconds:.1f} times its names per second (index included)")


if __name__ == "__main__":
    main()
