"""Many names against a long list: names per second and memory, beside the floor of an exact lookup.

    python -m benchmarks.screening_scale [--names 1000000] [--list 100000]

Names and list are made up from one seed: coined words, words of trade, legal forms. One name in fifty is a name of the
list with one slip; one in five shares a coined word with the list. The floor folds each name, drops repetitions and
looks it up in a dictionary. Each run is a process of its own, one after the other, and prints its largest memory.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.name_sets import coined

_SEED = 11
_COINED = 60_000
_TRADES = (  # noqa: SIM905  # words read best so
    "Electrical Services|Security Systems|Transport|Plumbing|Roofing|Fire Protection|Communications|Software|Care Home|"
    "Consulting|Engineering|Landscapes|Recruitment|Waste Management|Catering|Training|Highways|Lighting|Motors|Design|"
    "Construction|Media|Foods|Properties|Investments|Holdings|Group|Trading|Logistics|Technology|Energy|Health"
).split("|")
_FORMS = ("Limited", "Ltd", "LTD", "Ltd.", "PLC", "LLP", "")
_ENDS = "ey er ia on us ix um ack ard elle".split()  # noqa: SIM905
_SLIP_SHARE = 0.02
_BATCH = 50_000


def words(*, listed: bool) -> list[str]:
    """Return the coined words of the list, or of the names: one in five of those is a word of the list."""
    source = random.Random(_SEED)
    own = list(dict.fromkeys(coined(source) for _ in range(_COINED)))
    if listed:
        return own
    source = random.Random(_SEED + 3)
    return own + list(dict.fromkeys(coined(source) + source.choice(_ENDS) for _ in range(4 * len(own))))


def made(count: int, seed: int, stems: list[str]) -> Iterator[str]:
    """Yield made-up names; about one in five has two coined words."""
    source = random.Random(seed)
    choice, chance = source.choice, source.random
    for _ in range(count):
        name = choice(stems)
        if chance() < 0.2:
            name += (" & " if chance() < 0.5 else " ") + choice(stems)
        if chance() < 0.85:
            name += " " + choice(_TRADES)
        form = choice(_FORMS)
        yield f"{name} {form}" if form else name


def names(count: int, listed: list[str], stems: list[str]) -> Iterator[tuple[str, int]]:
    """Yield names with the number of the list's name that each was made from, -1 for none."""
    source = random.Random(_SEED + 2)
    for name in made(count, _SEED + 1, stems):
        if source.random() < _SLIP_SHARE:
            number = source.randrange(len(listed))
            right = listed[number]
            at = source.randrange(1, min(len(right), 7))
            yield (right[:at] + right[at + 1 :]).upper(), number
        else:
            yield name, -1


_DROPPED = re.compile(r"[^a-z0-9 ]+")


def folded(name: str) -> str:
    return " ".join(_DROPPED.sub(" ", name.lower()).split())


def floor(count: int, size: int) -> dict[str, float]:
    listed = list(dict.fromkeys(made(size, _SEED, words(listed=True))))
    stems = words(listed=False)
    held = [name for name, _ in names(count, listed, stems)]
    start = time.process_time()
    known = {folded(name): number for number, name in enumerate(listed)}
    unique = dict.fromkeys(held)
    found = {name: known.get(folded(name)) for name in unique}
    hits = sum(found[name] is not None for name in held)
    return {"seconds": time.process_time() - start, "hits": hits, "distinct": len(unique)}


def screened(count: int, size: int) -> dict[str, float]:
    from synopticon.screen import ListEntry
    from synopticon.screen.screener import screener

    listed = list(dict.fromkeys(made(size, _SEED, words(listed=True))))
    stems = words(listed=False)
    stream = names(count, listed, stems)
    start = time.process_time()
    ready = screener([ListEntry(str(number), name, name) for number, name in enumerate(listed)])
    built = time.process_time() - start
    spent = 0.0
    planted = right = accepted = 0
    while batch := [pair for _, pair in zip(range(_BATCH), stream, strict=False)]:
        start = time.process_time()
        result = ready.columns([name for name, _ in batch], 1, explain=False)
        spent += time.process_time() - start
        sure = {
            row: entry for row, entry, score in zip(result.row, result.entry, result.score, strict=True) if score >= 0.7
        }
        planted += sum(number >= 0 for _, number in batch)
        accepted += len(sure)
        right += sum(number >= 0 and sure.get(row) == number for row, (_, number) in enumerate(batch))
    return {"seconds": spent + built, "built": built, "planted": planted, "right": right, "accepted": accepted}


def peer_tfidf(count: int, size: int) -> dict[str, float]:
    """Letter triples, tf-idf, the best of each row by sparse_dot_topn on one thread."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    listed = list(dict.fromkeys(made(size, _SEED, words(listed=True))))
    stems = words(listed=False)
    pairs = list(names(count, listed, stems))
    start = time.process_time()
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), preprocessor=folded)
    right_side = vectors.fit_transform(listed).T.tocsr()
    left_side = vectors.transform([name for name, _ in pairs])
    best = sp_matmul_topn(left_side, right_side, top_n=1, n_threads=1)
    spent = time.process_time() - start
    found = dict(zip(best.nonzero()[0].tolist(), best.indices.tolist(), strict=False))
    right = sum(number >= 0 and found.get(row) == number for row, (_, number) in enumerate(pairs))
    return {"seconds": spent, "planted": sum(number >= 0 for _, number in pairs), "right": right}


RUNS = {"floor": floor, "screened": screened, "peer_tfidf": peer_tfidf}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--names", type=int, default=500_000)
    parser.add_argument("--list", type=int, default=100_000)
    parser.add_argument("--peer", type=int, default=10_000, help="names for the peer, which is slow")
    parser.add_argument("--run")
    chosen = parser.parse_args()
    if chosen.run:
        result = RUNS[chosen.run](chosen.names, chosen.list)
        result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({name: float(value) for name, value in result.items()}))
        return
    seconds: dict[str, float] = {}
    for run in RUNS:
        count = chosen.peer if run == "peer_tfidf" else chosen.names
        command = [sys.executable, "-m", "benchmarks.screening_scale", "--run", run, "--names", str(count)]
        done = subprocess.run([*command, "--list", str(chosen.list)], capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{run}: skipped, {done.stderr.strip().splitlines()[-1]}")
            continue
        result = json.loads(done.stdout)
        seconds[run] = result["seconds"] / count
        print(f"{run}: {count} names x {chosen.list}: {count / result['seconds']:.0f} names per second of one core,")
        print("  " + ", ".join(f"{name} {value:.0f}" for name, value in result.items()))
    if "floor" in seconds and "screened" in seconds:
        print(f"{seconds['screened'] / seconds['floor']:.1f} times the floor")
    if "peer_tfidf" in seconds and "screened" in seconds:
        print(f"{seconds['peer_tfidf'] / seconds['screened']:.1f} times the names per second of sparse_dot_topn")


if __name__ == "__main__":
    main()
