from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from synopticon.errors import BusyError
from synopticon.store.lock import writing

HOLD = """
import sys, time
from pathlib import Path
from synopticon.store.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_writer_is_told_who_holds_the_case_and_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match=rf"process {holder.pid}.*wait for it to end"), writing(tmp_path):
            pass
        holder.kill()
        holder.wait()
    with writing(tmp_path):
        pass


def test_a_writer_may_write_again_after_it_has_ended(tmp_path: Path) -> None:
    for _ in range(2):
        with writing(tmp_path):
            assert (tmp_path / "writer.lock").exists()
