"""What becomes of files of every kind, broken and hostile too: `python benchmarks/soak.py [--every N] [--mutants N]`.

Reads the test corpora beside the project (`../shared/eval/corpora`), hostile files and seeded mutants that the scripts
there write to a temporary folder, all as a run reads them, and prints for each format what came of its files, the
slowest and the largest. Without the files beside the project it says so and ends.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from synopticon.engines import PoolEngine
from synopticon.engines.engine import LostProcessError
from synopticon.errors import SourceError
from synopticon.ingest.format import Facts
from synopticon.ingest.reading import format_of
from synopticon.model.records import Passage, Row, SetAside
from synopticon.pipeline import parsing
from synopticon.pipeline.limits import PARSER_MEMORY, seconds_for

SHARED = Path(__file__).parents[1] / "../shared/eval"
SEED = 20240531
SECONDS, MEMORY = 20.0, 1 << 30


@dataclass(frozen=True)
class Result:
    """What came of a file; `memory` is the most that its parser had held by then, in bytes."""

    form: str
    outcome: str
    reason: str
    seconds: float
    processor: float
    memory: int


@dataclass
class Tally:
    """What came of the files of one format."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, float, str] = (0.0, 0.0, "")
    memory: int = 0


def work(path: str) -> Result:
    """Read one file as a run does; its parser is a new one, so that the memory is its own."""
    data = Path(path).read_bytes()
    try:
        form = format_of(data, Path(path).name).name
    except SourceError:
        form = "unknown"
    parsing.renew()
    options = {"document": hashlib.sha256(data).hexdigest(), "name": Path(path).name, "source_kind": "replies"}
    start, before = time.monotonic(), parsing.time_of_parser()
    reason, is_partial, something = "", False, False
    try:
        for item in parsing.read_document(data, **options):
            something = something or isinstance(item, Passage | Row)
            is_partial = is_partial or isinstance(item, SetAside) or (isinstance(item, Facts) and item.is_partial)
            reason = reason or (item.reason if isinstance(item, SetAside) else "")
    except LostProcessError as lost:
        return Result(form, "parser ended", f"{lost.reason}: {lost.detail}", time.monotonic() - start, 0.0, 0)
    outcome = "set aside" if not something else "partly" if is_partial else "read"
    spent = parsing.time_of_parser() - before
    return Result(form, outcome, reason, time.monotonic() - start, spent, parsing.memory_of_parser())


def made(folder: Path, mutants: int) -> Iterator[Path]:
    """Write the hostile files and the mutants, and yield them."""
    script = SHARED / "hostile"
    subprocess.run([sys.executable, script / "make_hostile.py", folder / "hostile"], check=True)
    good = sorted(path for path in (SHARED / "corpora").rglob("*") if path.is_file() and path.stat().st_size < 400_000)
    seeded: list[str | Path] = [str(SEED), str(mutants), folder / "mutants"]
    command = [sys.executable, script / "make_mutants.py", *seeded, *good]
    subprocess.run(command, check=True)
    for name in ("hostile", "mutants"):
        yield from sorted(path for path in (folder / name).rglob("*") if path.is_file())


def read_all(paths: list[Path], root: str) -> None:
    """Read files and print the table."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    reasons: Counter[str] = Counter()
    over: list[str] = []
    start = time.monotonic()
    engine = PoolEngine(memory=PARSER_MEMORY, preload=("synopticon.pipeline.parsing",))
    for outcome in engine.map(work, map(str, paths), seconds=seconds_for(0)):
        result = outcome.value or Result("worker", "worker lost", f"{outcome.reason}: {outcome.detail}", 0.0, 0.0, 0)
        tally = tallies[result.form]
        tally.outcomes[result.outcome] += 1
        tally.slowest = max(tally.slowest, (result.seconds, result.processor, Path(outcome.item).name))
        tally.memory = max(tally.memory, result.memory)
        if result.reason:
            reasons[result.reason] += 1
        if result.seconds > SECONDS or result.memory > MEMORY:
            over.append(f"{result.seconds:.0f} s, {result.memory >> 20} MB: {Path(outcome.item).name}: {result.reason}")
    kinds = ("read", "partly", "set aside", "parser ended", "worker lost")
    print(f"{root}: {len(paths)} files in {time.monotonic() - start:.0f} s, deaths of the main process 0")
    print(
        f"  {'format':10}" + "".join(f"{kind:>13}" for kind in kinds) + f"{'slowest s':>11}{'its CPU s':>11}{'MB':>6}"
    )
    for form, tally in sorted(tallies.items()):
        counts = "".join(f"{tally.outcomes[kind]:13}" for kind in kinds)
        print(f"  {form:10}{counts}{tally.slowest[0]:11.1f}{tally.slowest[1]:11.1f}{tally.memory >> 20:6}")
    print("  reasons: " + ", ".join(f"{count} {reason[:60]}" for reason, count in reasons.most_common(8)))
    print(f"  over {SECONDS:.0f} s or {MEMORY >> 20} MB: {len(over)}")
    for line in over:
        print(f"    {line}")


def main() -> None:
    """Read the command line and all files."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--every", type=int, default=1, help="take every Nth file only")
    arguments.add_argument("--mutants", type=int, default=2000)
    arguments.add_argument("--no-corpora", action="store_true", help="only the hostile files and the mutants")
    chosen = arguments.parse_args()
    if not (SHARED / "hostile").is_dir():
        sys.exit(f"expected test files beside the project at {SHARED}, found none; nothing was read")
    if not chosen.no_corpora:
        corpora = sorted(path for path in (SHARED / "corpora").rglob("*") if path.is_file())
        read_all(corpora[:: chosen.every], "corpora")
    with tempfile.TemporaryDirectory() as folder:
        read_all(list(made(Path(folder), chosen.mutants))[:: chosen.every], "hostile files and mutants")


if __name__ == "__main__":
    main()
