"""The bundled demonstration case: a complete made-up campaign, and what a right reading of it gives.

Every body, supplier, person and number in it is invented. Makers are real companies; nothing is said of them here but
that made-up bodies own their cameras, and which official lists name them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files as _resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any


def files() -> Iterator[tuple[str, bytes]]:
    """Yield (path in the case, bytes) of every file of the case, in the order of their paths."""
    yield from sorted(_walk(_resources(__name__) / "case", ""))


def copy_to(folder: Path) -> int:
    """Write the case into `folder`, which is made if it is missing; return the number of files.

    Files of the same name are overwritten; whoever calls this decides whether the folder may be used.
    """
    count = 0
    for name, data in files():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        count += 1
    return count


def truth() -> dict[str, Any]:
    """Return what a right reading of the case gives: states, holdings, figures, matches, payments, canaries."""
    found: dict[str, Any] = json.loads((_resources(__name__) / "truth.json").read_text(encoding="utf-8"))
    return found


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, f"{name}/")
        else:
            yield name, entry.read_bytes()
