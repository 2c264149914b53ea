"""The whole pass over real ledgers beside DuckDB's bare regex scan of the same files.

Prints medians of alternating runs: a fresh case each time (nothing cached), two processes, peak memory of the main
process and of its children. The ledgers are kept beside the project; without them the script says so and ends.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LEDGERS = Path(__file__).parents[1] / "../shared/data/bench"
RUNS = 3
CASE = """
[case]
id = "ledgers"
title = "Ledgers"
as_of = 2024-01-01
"""
SOURCE = """
[[source]]
kind = "ledger"
path = "ledgers/{name}"
"""
SCAN = """
import duckdb, glob, sys, time
con = duckdb.connect()
con.execute("set threads = 2")
files = sorted(glob.glob(sys.argv[1] + "/*/clean/*.csv.gz"))
start = time.perf_counter()
rows = hits = 0
for file in files:
    n, h = con.execute(
        "select count(*), count(*) filter (regexp_matches(line, '(?i)hik ?vision|dahua|cctv|surveillance|camera|anpr'))"
        " from read_csv(?, columns={'line': 'varchar'}, delim='\\x01', quote='', escape='', header=false,"
        " auto_detect=false, ignore_errors=true, encoding='utf-8', strict_mode=false)", [file]).fetchone()
    rows += n; hits += h
print(rows, hits, time.perf_counter() - start)
"""


def whole_pass(folder: Path) -> tuple[float, dict[str, int], float]:
    """Run the case in a process of its own; return seconds, counts and peak memory in MB."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "synopticon", "run", str(folder), "--json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 3):
        sys.exit(done.stderr)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return seconds, json.loads(done.stdout)["counts"], peak


def make_case(folder: Path) -> None:
    text = CASE
    (folder / "ledgers").mkdir(parents=True)
    for council in sorted(LEDGERS.iterdir()):
        if council.is_dir():
            (folder / "ledgers" / council.name).mkdir()
            for file in sorted((council / "clean").glob("*.csv.gz")):
                shutil.copy(file, folder / "ledgers" / council.name)
            text += SOURCE.format(name=council.name)
    (folder / "case.toml").write_text(text, encoding="utf-8")


def scan() -> tuple[int, int, float]:
    done = subprocess.run([sys.executable, "-c", SCAN, str(LEDGERS)], capture_output=True, text=True, check=True)
    rows, hits, seconds = done.stdout.split()
    return int(rows), int(hits), float(seconds)


def main() -> None:
    if not LEDGERS.is_dir():
        print(f"skipped: the ledgers are not at {LEDGERS}")
        return
    ours: list[float] = []
    theirs: list[float] = []
    again: list[float] = []
    counts: dict[str, int] = {}
    peak = 0.0
    rows = hits = 0
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "case"
            make_case(folder)
            seconds, counts, peak = whole_pass(folder)
            ours.append(seconds)
            again.append(whole_pass(folder)[0])
        rows, hits, seconds = scan()
        theirs.append(seconds)
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    print(
        f"ledgers: {counts['documents']} files, {counts['rows_in']:,} rows in = {counts['rows_out']:,} rows out"
        f" + {counts['rows_set_aside']:,} set aside"
    )
    print(f"{counts['claims']:,} claims, {counts['organisations']:,} organisations")
    print(f"whole pass (hash, ingest, read, link, screen, publish): median {statistics.median(ours):.1f} s of {RUNS}")
    print(f"peak memory of the largest process: {peak:.0f} MB")
    print(f"run again, nothing changed: median {statistics.median(again):.1f} s")
    print(
        f"DuckDB regex scan of the same files: median {statistics.median(theirs):.1f} s, {rows:,} lines, {hits:,} hits"
    )
    print(f"ratio, pair by pair: median {ratio:.1f}")


if __name__ == "__main__":
    main()
