"""Decisions of people: kept line by line beside the case, applied while what they rest on is the same."""

from __future__ import annotations

from synopticon.review.decisions import FOLDER, StateDecision, append, log_files, read_decisions
from synopticon.review.states import Decided, apply_states, decide

__all__ = ["FOLDER", "Decided", "StateDecision", "append", "apply_states", "decide", "log_files", "read_decisions"]
