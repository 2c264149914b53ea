"""Precision, recall and F1 of reading on labelled documents in the JSON Lines of `synopticon read`.

    benchmarks/reading.py [GOLD.jsonl --texts FOLDER --scorer score_read.py]

By default the labelled reports that may stand beside the project. Prints the scorer's own table and the speed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHARED = Path(__file__).parents[1] / "../shared"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=SHARED / "eval/reading/founding_gold.jsonl")
    parser.add_argument("--texts", type=Path, default=SHARED / "founding")
    parser.add_argument("--scorer", type=Path, default=SHARED / "eval/reading/score_read.py")
    parser.add_argument("--errors", type=int, default=0, help="how many misses of each kind to list")
    arguments = parser.parse_args()
    if not arguments.gold.is_file():
        print(f"skipped: no labelled documents at {arguments.gold}")
        return
    from synopticon.cli.read import as_line
    from synopticon.model.records import SetAside
    from synopticon.pipeline.loose import read_bytes

    files = sorted(
        path for path in arguments.texts.iterdir() if path.suffix in {".txt", ".html", ".pdf", ".eml", ".csv"}
    )
    read_bytes(b"warm up: 40 Hikvision cameras", name="warm.txt")
    start = time.process_time()
    lines = [
        json.dumps(as_line(record), ensure_ascii=False)
        for path in files
        for record in read_bytes(path.read_bytes(), name=path.name)
        if not isinstance(record, SetAside)
    ]
    seconds = time.process_time() - start
    size = sum(path.stat().st_size for path in files)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(lines))
        file.flush()
        subprocess.run(
            [sys.executable, str(arguments.scorer), str(arguments.gold), file.name, "--texts", str(arguments.texts)]
            + (["--errors", str(arguments.errors)] if arguments.errors else []),
            check=True,
        )
    print(
        f"whole reading: {size / 1e6 / seconds:.2f} MB per CPU-second over {len(files)} documents, {size / 1e3:.0f} kB"
    )


if __name__ == "__main__":
    main()
