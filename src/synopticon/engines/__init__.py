"""Where the work on many documents is done: a pool of processes here, a cluster later."""

from synopticon.engines.engine import Engine, Outcome
from synopticon.engines.pool import PoolEngine
from synopticon.engines.serial import SerialEngine

__all__ = ["Engine", "Outcome", "PoolEngine", "SerialEngine"]
