"""What locked parsing stops, costs and survives: `python benchmarks/sandbox.py [FOLDER …] [--every N]`.

Prints the attempts to break out, the time that the lock adds to a document of the demonstration case, and for each
folder what became of its files. Files whose reading is not the same behind the lock and without it are named.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from synopticon import demo, ingest
from synopticon.engines import PoolEngine, escapes
from synopticon.engines.engine import LostProcessError
from synopticon.model.records import Passage, Row, SetAside
from synopticon.pipeline import parsing
from synopticon.pipeline.limits import PARSER_MEMORY, seconds_for

ROUNDS = 5


@dataclass(frozen=True)
class Job:
    """A file to be read, and whether it is read without the lock as well."""

    path: str
    is_compared: bool


@dataclass(frozen=True)
class Result:
    """What came of it; `memory` is the most that its parser had held by then, in bytes."""

    outcome: str
    reason: str
    seconds: float
    is_same: bool
    memory: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--every", type=int, default=1, help="take every Nth file only")
    arguments.add_argument("--compare", action="store_true", help="read each file without the lock too (in a worker)")
    chosen = arguments.parse_args()
    print(f"lock: {parsing.lockdown().describe()}")
    attempts = escapes.self_test()
    print(f"attempts to break out: {sum(a.is_blocked for a in attempts)} of {len(attempts)} stopped")
    for attempt in attempts:
        if not attempt.is_blocked:
            print(f"  not stopped: {attempt.name}: {attempt.how}")
    cost()
    for folder in chosen.folders:
        survive(folder, chosen.every, is_compared=chosen.compare)


def cost() -> None:
    """Read each document locked and then unlocked, and print the difference of the pairs.

    Processor time, of both processes together, is what the lock costs; the time by the clock holds the waiting for
    other work on the machine too.
    """
    files = [(name, data) for name, data in demo.files() if not name.endswith((".toml", "bodies.csv"))]
    ingest.warm_up()
    pairs: list[tuple[float, float, float, float]] = []
    same = 0
    for turn in range(ROUNDS + 1):
        for name, data in files:
            document = hashlib.sha256(data).hexdigest()
            before, start, mine = parsing.time_of_parser(), time.perf_counter(), time.process_time()
            locked = list(parsing.read_document(data, document=document, name=name, source_kind="replies"))
            middle, after = time.perf_counter(), time.process_time()
            child = parsing.time_of_parser() - before
            free = list(parsing.unlocked(data, document=document, name=name, source_kind="replies"))
            end, last = time.perf_counter(), time.process_time()
            if turn:  # the first turn starts the processes
                same += locked == free
                if child >= 0:  # else the parser was replaced after this document
                    pairs.append((middle - start, end - middle, after - mine + child, last - after))
    median, mean = statistics.median, statistics.fmean
    clock = [1000 * (locked - free) for locked, free, _, _ in pairs]
    processor = [1000 * (locked - free) for _, _, locked, free in pairs]
    print(
        f"{len(files)} documents of the demonstration, {ROUNDS} times: {same} of {ROUNDS * len(files)} read the same;"
        f" unlocked {1000 * median(pair[1] for pair in pairs):.2f} ms median"
    )
    print(f"  the lock adds {median(processor):.2f} ms median, {mean(processor):.2f} mean of processor time,")
    print(f"  {median(clock):.2f} ms median, {mean(clock):.2f} mean by the clock")
    births = []
    for _ in range(20):
        start = time.perf_counter()
        parsing.renew()
        births.append(1000 * (time.perf_counter() - start))
    print(f"  a new locked process: {median(births):.2f} ms median by the clock; one for each document would add that")


def survive(folder: Path, every: int, *, is_compared: bool) -> None:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())[::every]
    jobs = [Job(str(path), is_compared) for path in paths]
    engine = PoolEngine(memory=PARSER_MEMORY, preload=("synopticon.pipeline.parsing",))
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    memory = 0
    start = time.monotonic()
    for outcome in engine.map(parse, jobs, seconds=seconds_for(0)):
        name = Path(outcome.item.path).relative_to(folder).as_posix()
        if outcome.value is None:
            outcomes["worker lost"] += 1
            print(f"  worker lost: {name}: {outcome.reason}: {outcome.detail}")
            continue
        result = outcome.value
        outcomes[result.outcome] += 1
        reasons[result.reason] += 1
        slowest = sorted([*slowest, (result.seconds, name)])[-3:]
        memory = max(memory, result.memory)
        if not result.is_same:
            print(f"  not the same: {name}")
    print(f"{folder}: {len(jobs)} files in {time.monotonic() - start:.0f} s, deaths of the main process 0")
    for name, count in outcomes.most_common():
        print(f"  {count:6} {name}")
    print("  of which: " + ", ".join(f"{count} {name}" for name, count in reasons.most_common(12) if name))
    print("  slowest: " + ", ".join(f"{seconds:.1f} s {name}" for seconds, name in reversed(slowest)))
    print(f"  largest resident memory of a parser that lived: {memory >> 20} MB")


def parse(job: Job) -> Result:
    path = Path(job.path)
    data = path.read_bytes()
    options = {"document": hashlib.sha256(data).hexdigest(), "name": path.name, "source_kind": "replies"}
    start = time.monotonic()
    try:
        found = list(parsing.read_document(data, **options))
    except LostProcessError as lost:
        return Result("lost its process", f"{lost.reason}: {lost.detail}", time.monotonic() - start, True, 0)
    seconds = time.monotonic() - start
    is_same = not job.is_compared or found == list(parsing.unlocked(data, **options))
    aside = [item.reason for item in found if isinstance(item, SetAside)]
    something = any(isinstance(item, Passage | Row) for item in found)
    outcome = "read" if not aside else "read in part" if something else "set aside"
    return Result(outcome, aside[0] if aside else "", seconds, is_same, parsing.memory_of_parser())


if __name__ == "__main__":
    main()
