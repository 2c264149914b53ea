"""One suite for every engine; what a given engine cannot promise says why."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from synopticon.engines import Engine, PoolEngine, SerialEngine
from tests.engines import work

ENGINES = {"serial": SerialEngine(), "pool": PoolEngine(2)}
every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)


@every_engine
def test_every_item_has_one_outcome(engine: Engine) -> None:
    outcomes = list(engine.map(work.double, range(20), seconds=30))
    assert sorted(outcome.item for outcome in outcomes) == list(range(20))
    assert all(outcome.value == 2 * outcome.item and outcome.reason is None for outcome in outcomes)


@every_engine
def test_no_items_give_no_outcomes(engine: Engine) -> None:
    assert list(engine.map(work.double, [], seconds=30)) == []


@every_engine
def test_an_error_costs_its_item_only(engine: Engine) -> None:
    outcomes = {outcome.item: outcome for outcome in engine.map(work.fail_at_three, range(6), seconds=30)}
    assert (outcomes[3].reason, outcomes[3].detail) == ("error", "ValueError: three")
    assert [outcomes[n].value for n in (0, 1, 2, 4, 5)] == [0, 1, 2, 4, 5]


@every_engine
def test_memory_that_is_not_there_costs_its_item_only(engine: Engine) -> None:
    outcomes = {outcome.item: outcome for outcome in engine.map(work.eat_memory_at_three, range(6), seconds=30)}
    assert outcomes[3].reason == "memory limit"
    assert outcomes[5].value == 5


# The serial engine has no process that could be lost, so it cannot promise the next two.


def test_a_killed_process_costs_its_item_only() -> None:
    outcomes = {outcome.item: outcome for outcome in PoolEngine(2).map(work.die_at_three, range(8), seconds=30)}
    assert len(outcomes) == 8
    assert (outcomes[3].reason, outcomes[3].detail) == ("process died", "the parser was ended by SIGKILL")
    assert all(outcomes[n].value == n for n in outcomes if n != 3)


def test_an_item_that_takes_too_long_costs_itself_only() -> None:
    start = time.monotonic()
    outcomes = {outcome.item: outcome for outcome in PoolEngine(2).map(work.sleep_at_three, range(8), seconds=3)}
    assert outcomes[3].reason == "time limit"
    assert all(outcomes[n].value == n for n in outcomes if n != 3)
    assert time.monotonic() - start < 30


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the processes where Linux lists them")
def test_workers_end_when_the_main_process_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys, time\n"
        "from synopticon.engines import PoolEngine\n"
        "from tests.engines import work\n"
        "if __name__ == '__main__':\n"
        "    list(PoolEngine(2).map(work.note_process_and_sleep, [sys.argv[1]] * 2, seconds=60))\n"
    )
    script = tmp_path / "main.py"
    script.write_text(code, encoding="utf-8")
    path = os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, sys.path)])
    started = tmp_path / "started"
    started.mkdir()
    main = subprocess.Popen([sys.executable, script, started], env={**os.environ, "PYTHONPATH": path})
    assert wait_until(lambda: len(list(started.iterdir())) == 2)
    workers = [int(entry.name) for entry in started.iterdir()]
    main.kill()
    main.wait()
    assert wait_until(lambda: not any(is_running(worker) for worker in workers))


def wait_until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def is_running(process: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
