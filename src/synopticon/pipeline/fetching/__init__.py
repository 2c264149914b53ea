"""The only place that reaches the network, and only when a person gives a command that says so.

`fetch` gets the official file of a list. `harvest` gets the pages of a publisher of contracting data, one after
another, and goes on where it stopped. Of these files only `official` and `transport` open connections.
"""

from synopticon.pipeline.fetching.courtesy import Clock
from synopticon.pipeline.fetching.harvesting import Harvest, Limits, harvest
from synopticon.pipeline.fetching.official import fetch
from synopticon.pipeline.fetching.plan import Plan, plan_of
from synopticon.pipeline.fetching.transport import Caps

__all__ = ["Caps", "Clock", "Harvest", "Limits", "Plan", "fetch", "harvest", "plan_of"]
