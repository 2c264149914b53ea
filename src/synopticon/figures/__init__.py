"""Claims to figures: what counts once, what each reply amounts to, every number with its base and edition."""

from __future__ import annotations

from synopticon.figures.compute import base_of, compute
from synopticon.figures.contradictions import contradictions
from synopticon.figures.deadlines import with_progress
from synopticon.figures.editions import next_edition
from synopticon.figures.question import check
from synopticon.figures.recompute import ShareCheck, check_share, fitting_bases
from synopticon.figures.settling import settle
from synopticon.figures.states import body_states
from synopticon.figures.why import Chain, chain, render

__all__ = [
    "Chain",
    "ShareCheck",
    "base_of",
    "body_states",
    "chain",
    "check",
    "check_share",
    "compute",
    "contradictions",
    "fitting_bases",
    "next_edition",
    "render",
    "settle",
    "with_progress",
]
