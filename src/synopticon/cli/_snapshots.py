"""How the snapshots of a case look on a terminal, and how one is restored."""

from __future__ import annotations

import dataclasses
from pathlib import Path


def show_snapshots(case: Path, *, as_json: bool) -> None:
    """Print what every set of figures of a case was made from."""
    import click

    from synopticon.cli._print import echo_json, say, table
    from synopticon.pipeline.run import STORE
    from synopticon.pipeline.snapshots import snapshots

    found = snapshots(case / STORE)
    if as_json:
        echo_json([dataclasses.asdict(one) for one in found])
    elif not found:
        say("This case has no snapshots; run it first.")
    else:
        rows = [
            (str(one.number), one.as_of, str(len(one.inputs)), one.code[:12], _editions(one.editions)) for one in found
        ]
        click.echo(table(("no", "as of", "files", "program", "newest editions"), rows, right=(0, 2)))


def restore_snapshot(case: Path, number: int, to: Path) -> None:
    """Write the case as it was, and say how to run it and whether this is the same version of the program."""
    from synopticon.cli._print import say
    from synopticon.pipeline.snapshots import restore
    from synopticon.store.derived import code_fingerprint

    found = restore(case, number, to)
    say(f"{len(found.inputs)} files written to {to}; run `synopticon run {to} --as-of {found.as_of}`")
    if found.code != code_fingerprint("."):
        say("Another version of the program made these figures; this one may read the documents differently.")


def _editions(editions: object) -> str:
    counts = dict(editions) if isinstance(editions, dict) else {}
    later = [f"{figure} {edition}" for figure, edition in sorted(counts.items()) if edition > 1]
    return ", ".join(later) or "all 1"
