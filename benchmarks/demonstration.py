"""How long the demonstration case takes from nothing to a finished site, and again with nothing changed."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5


def timed(*arguments: str) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "synopticon", *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(done.stderr)
    return time.perf_counter() - start


def main() -> None:
    first: list[float] = []
    again: list[float] = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as name:
            folder = str(Path(name) / "demo")
            timed("init", folder, "--demo")
            first.append(timed("run", folder))
            again.append(timed("run", folder))
    print(f"demonstration case, first run: median {statistics.median(first):.1f} s of {RUNS}")
    print(f"the same, nothing changed: median {statistics.median(again):.2f} s")


if __name__ == "__main__":
    main()
