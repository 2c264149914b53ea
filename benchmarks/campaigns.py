"""Made-up campaigns with their truth, held against it by their own scorer, in both editions.

They may stand beside the project; another folder of the same form can be named.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "../shared/eval/campaigns"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not folder.is_dir():
        print(f"skipped: no campaigns at {folder}")
        return
    for campaign in sorted(path.parent for path in folder.glob("*/truth.json")):
        with tempfile.TemporaryDirectory() as name:
            case = Path(name) / "case"
            shutil.copytree(campaign / "case", case)
            for edition in (1, 2):
                if edition == 2:
                    shutil.copytree(campaign / "late/replies", case / "replies", dirs_exist_ok=True)
                subprocess.run([sys.executable, "-m", "synopticon", "run", str(case)], capture_output=True, check=False)
                score = [sys.executable, str(folder / "score_campaign.py"), str(case / "out/data")]
                done = subprocess.run(
                    [*score, str(campaign / "truth.json"), "--edition", str(edition)],
                    capture_output=True,
                    text=True,
                    check=False,
                )
                print(f"{campaign.name}, edition {edition}: {done.stdout.splitlines()[-1]}")


if __name__ == "__main__":
    main()
