"""The stages in order: the only part that knows all the rooms.

`run_case` does a whole case; `read_files` reads documents without one; `load_run` gives back the tables of a run.
"""

from synopticon.pipeline.loose import read_files
from synopticon.pipeline.run import Run, load_run, run_case

__all__ = ["Run", "load_run", "read_files", "run_case"]
