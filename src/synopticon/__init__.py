"""Synopticon: public records in three scripts into findings about surveillance purchases, each with its evidence.

``synopticon.screen(names)`` holds names against the lists; it is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synopticon.screen.stream import screen as screen

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "screen":
        from importlib import import_module  # noqa: PLC0415  # the lists are read when they are asked for

        return import_module("synopticon.screen")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
