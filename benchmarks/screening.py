"""Screening on labelled sets of names, with peers in the same run.

    python -m benchmarks.screening [--sample 300]

Sets: aliases of listed organisations (beside the project), ledger spellings with look-alikes and names across scripts
(made by `benchmarks.name_sets`). For each: precision and recall at the published threshold on the half that the score
was fitted on and on the other, errors by stratum, precision by tier, names per second of one core. Then, on a sample
of each set, peers at their own best threshold: rapidfuzz's WRatio over all pairs; letter triples with tf-idf
(sparse_dot_topn); nomenklatura's logic-v2 on the twelve entries that our own search puts first. A peer that is not
installed is skipped: `pip install nomenklatura sparse-dot-topn scikit-learn`.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.name_sets import NameSet, Query, alias_set, ledger_names, ledger_set, script_sets
from synopticon.screen import THRESHOLD, ListEntry
from synopticon.screen.screener import TIERS, Screener, screener

_TOP = 12
_SEED = 7


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method puts first for a query."""

    listing: str
    score: float
    query: Query
    tier: str = ""


def half(query: Query) -> int:
    known = min(query.truth) if query.truth else query.name
    return hashlib.sha256(known.encode()).digest()[-1] % 2


def rates(answers: Sequence[Answer], threshold: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of accepting the best candidate from a score on."""
    accepted = [one for one in answers if one.listing and one.score >= threshold]
    right = sum(one.listing in one.query.truth for one in accepted)
    positives = sum(bool(one.query.truth) for one in answers)
    precision, recall = right / max(1, len(accepted)), right / max(1, positives)
    return precision, recall, 2 * right / max(1, len(accepted) + positives)


def best(answers: Sequence[Answer]) -> tuple[float, float, float, float]:
    """Return F1, precision, recall and threshold where F1 is best."""
    steps = sorted({round(one.score, 2) for one in answers})
    found = max(((rates(answers, step), step) for step in steps), key=lambda pair: pair[0][2])
    return found[0][2], found[0][0], found[0][1], found[1]


def held(targets: Sequence[tuple[str, str]]) -> Screener:
    return screener([ListEntry(listing, name, name) for listing, name in targets])


def ours(ready: Screener, queries: Sequence[Query]) -> tuple[list[Answer], list[list[int]], float]:
    start = time.process_time()
    found = ready.columns([query.name for query in queries], _TOP, explain=False)
    seconds = time.process_time() - start
    answers = [Answer("", -1.0, query) for query in queries]
    lists: list[list[int]] = [[] for _ in queries]
    for row, rank, entry, tier, score in zip(
        found.row.tolist(), found.rank.tolist(), found.entry.tolist(), found.tier.tolist(), found.score, strict=True
    ):
        lists[row].append(entry)
        if rank == 1:
            answers[row] = Answer(ready.entries[entry].listing, float(score), queries[row], TIERS[tier])
    return answers, lists, seconds


# --- peers --------------------------------------------------------------------------------------------------------

Peer = Callable[[NameSet, Sequence[Query], list[list[int]]], tuple[list[Answer], float]]


def wratio(names: NameSet, queries: Sequence[Query], _: list[list[int]]) -> tuple[list[Answer], float]:
    from rapidfuzz import fuzz, process, utils

    targets = [utils.default_process(name) for _, name in names.targets]
    start = time.process_time()
    answers: list[Answer] = []
    for query in queries:
        found = process.extractOne(utils.default_process(query.name), targets, scorer=fuzz.WRatio)
        answers.append(Answer(names.targets[found[2]][0], found[1] / 100, query))
    return answers, time.process_time() - start


def triples(names: NameSet, queries: Sequence[Query], _: list[list[int]]) -> tuple[list[Answer], float]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    start = time.process_time()
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3))
    targets = vectors.fit_transform([name for _, name in names.targets]).T.tocsr()
    found = sp_matmul_topn(vectors.transform([query.name for query in queries]), targets, top_n=1, n_threads=1).tocsr()
    seconds = time.process_time() - start
    answers: list[Answer] = []
    for row, query in enumerate(queries):
        start_at, end = found.indptr[row], found.indptr[row + 1]
        if end > start_at:
            at = found.indices[start_at]
            answers.append(Answer(names.targets[at][0], float(found.data[start_at]), query))
        else:
            answers.append(Answer("", -1.0, query))
    return answers, seconds


def logic_v2(names: NameSet, queries: Sequence[Query], lists: list[list[int]]) -> tuple[list[Answer], float]:
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    settings = algorithm.default_config()

    def entity(name: str, identity: str) -> object:
        return EntityProxy.from_dict({"id": identity, "schema": "Organization", "properties": {"name": [name]}})

    targets = [entity(name, listing) for listing, name in names.targets]
    algorithm.compare(targets[0], targets[1], settings)  # what it loads on first use is not counted
    start = time.process_time()
    answers: list[Answer] = []
    for place, (query, numbers) in enumerate(zip(queries, lists, strict=True)):
        asked = entity(query.name, f"query-{place}")  # names are remembered by id
        scored = [(algorithm.compare(asked, targets[number], settings).score, -number) for number in numbers]
        score, number = max(scored, default=(-1.0, 0))
        answers.append(Answer(names.targets[-number][0] if scored else "", score, query))
    return answers, time.process_time() - start


PEERS: dict[str, Peer] = {"WRatio": wratio, "tf-idf": triples, "logic-v2": logic_v2}


# --- report -------------------------------------------------------------------------------------------------------


def report(names: NameSet, sample: int) -> None:
    ready = held(names.targets)
    answers, lists, seconds = ours(ready, names.queries)
    print(f"\n{names.title}: {len(names.targets)} targets, {len(names.queries)} queries")
    print(f"  {len(names.queries) / seconds:.0f} queries per second of one core, twelve candidates each")
    positives = [number for number, query in enumerate(names.queries) if query.truth]
    listed = [{ready.entries[entry].listing for entry in entries} for entries in lists]
    reached = sum(bool(listed[number] & names.queries[number].truth) for number in positives)
    print(f"  right one among the first {_TOP}: {reached / len(positives):.3f}")
    for title, some in (
        ("all", answers),
        *((f"half {one}", [a for a in answers if half(a.query) == one]) for one in (0, 1)),
    ):
        f1, precision, recall, threshold = best(some)
        at = rates(some, THRESHOLD)
        print(f"  {title}: best F1 {f1:.3f} (P {precision:.3f} R {recall:.3f} at {threshold:.2f});", end=" ")
        print(f"at {THRESHOLD}: P {at[0]:.3f} R {at[1]:.3f} F1 {at[2]:.3f}")
    for tier in TIERS:
        some = [one for one in answers if one.tier == tier]
        if some:
            right = sum(one.listing in one.query.truth for one in some)
            print(f"  tier {tier}: {len(some)} first candidates, right {right / len(some):.3f}")
    _strata(answers)
    _peers(names, answers, lists, seconds / len(names.queries), sample)


def _strata(answers: Sequence[Answer]) -> None:
    wrong: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for one in answers:
        count[one.query.stratum] += 1
        accepted = one.score >= THRESHOLD
        wrong[one.query.stratum] += (
            (one.listing not in one.query.truth or not accepted) if one.query.truth else accepted
        )
    shown = ", ".join(f"{stratum} {wrong[stratum]}/{total}" for stratum, total in sorted(count.items()))
    print(f"  wrong at {THRESHOLD} by stratum: {shown}")


def _peers(names: NameSet, answers: list[Answer], lists: list[list[int]], ours_each: float, sample: int) -> None:
    chosen = sorted(random.Random(_SEED).sample(range(len(answers)), min(sample, len(answers))))
    queries = [names.queries[number] for number in chosen]
    some = [answers[number] for number in chosen]
    print(
        f"  sample of {len(chosen)}: ours best F1 {best(some)[0]:.3f}, at {THRESHOLD} {rates(some, THRESHOLD)[2]:.3f}"
    )
    for peer, run in PEERS.items():
        try:
            theirs, seconds = run(names, queries, [lists[number] for number in chosen])
        except ImportError as error:
            print(f"    {peer}: skipped, {error}")
            continue
        f1, precision, recall, threshold = best(theirs)
        each = seconds / len(queries)
        print(f"    {peer}: best F1 {f1:.3f} (P {precision:.3f} R {recall:.3f} at {threshold:.2f}), ", end="")
        print(f"{1 / each:.0f} queries per second, ours {each / ours_each:.1f} times that")
    pairs = sum(len(lists[number]) for number in chosen)
    print(f"    (logic-v2 compares {pairs / max(1, len(chosen)):.1f} entries a query)")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=300, help="queries that peers are asked")
    sample = parser.parse_args().sample
    aliases = alias_set()
    if aliases is None:
        print("aliases of listed organisations: skipped, the set is not beside the project")
    for names in ([aliases] if aliases else []) + [ledger_set(_SEED, ledger_names(_SEED), "ledger spellings")]:
        report(names, sample)
    for names in script_sets():
        report(names, sample)


if __name__ == "__main__":
    main()
