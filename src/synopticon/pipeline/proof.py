"""Proves the lock before strangers' documents are parsed: once for each version of the code and of the kernel."""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
from pathlib import Path

from synopticon.engines import escapes
from synopticon.errors import UsageError
from synopticon.pipeline import parsing
from synopticon.screen.snapshots import home
from synopticon.store.derived import code_fingerprint

_CODE = ("errors.py", "model", "text", "reference", "ingest", "engines")


def prove_lock() -> None:
    """Make every attempt to break out, and read a file of each kind of the demonstration behind the lock and without.

    What was proven is noted in the user's folder and not tried again until the code, a library, Python or the kernel
    changes. Where no lock holds there is nothing to prove; documents are then marked ``weak``.

    Raises:
        UsageError: an attempt got through, or a file is read differently behind the lock.
    """
    held = parsing.lockdown()
    if not held.is_strong:
        return
    mark = _mark(held.describe())
    if mark.exists():
        return
    through = [attempt.name for attempt in escapes.self_test() if not attempt.is_blocked]
    if through:
        raise UsageError(
            f"expected the lock around parsers to hold, found that these got through: {', '.join(through)};"
            " run `synopticon doctor`, and read strangers' documents on another machine"
        )
    changed = parsing.changed_by_lock()
    if changed:
        raise UsageError(
            f"expected files to be read alike behind the lock, found that these are not: {', '.join(changed)};"
            " run `synopticon doctor`; a library may have been installed by halves"
        )
    with contextlib.suppress(OSError):  # a folder that cannot be written to costs a second each time
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()


def _mark(held: str) -> Path:
    content = json.dumps([code_fingerprint(*_CODE), platform.release(), platform.version(), platform.machine(), held])
    return home() / "proven" / hashlib.sha256(content.encode()).hexdigest()
