"""The chain of evidence of a figure or claim of a run."""

from __future__ import annotations

from typing import Any

from synopticon import figures as figures_room
from synopticon.figures.why import Chain
from synopticon.pipeline.run import Run, records


def chain_of(run: Run, identity: str) -> Chain:
    """Return what a figure or claim rests on.

    Raises:
        UsageError: the run has no figure or claim of this id; the message names the nearest.
    """
    return figures_room.chain(
        identity,
        *(records(run, name) for name in ("figures", "claims", "bodies", "documents", "matches")),
    )


def chain_as_text(chain: Chain) -> str:
    """Return the chain for a terminal of 80 columns."""
    return figures_room.render(chain)


def chain_as_json(chain: Chain) -> dict[str, Any]:
    """Return the chain as JSON can hold it."""
    return {"title": chain.title, "lines": [{"depth": depth, "text": text} for depth, text in chain.lines]}
