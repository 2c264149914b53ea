"""Precision, recall and F1 of screening on a labelled set of names: targets `id,name`, queries with the right id.

Prints the scorer's own table and the names per second. The set may stand beside the project.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "../shared/eval/screening"


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


if __name__ == "__main__":
    main()
