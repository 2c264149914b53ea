"""One suite for every engine; what a given engine cannot promise says why."""

from __future__ import annotations

import time

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
