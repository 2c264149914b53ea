"""`synopticon why`: the chain of evidence of one figure or claim."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("why", short_help="Show the chain of evidence of a figure or claim.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("identity", metavar="ID")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the run wrote; CASE/out by default."
)
@click.option("--json", "as_json", is_flag=True, help="Print the chain as JSON.")
def COMMAND(case: Path, identity: str, *, out: Path | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Show what the figure or claim ID of CASE rests on, down to hash, place and quote."""
    from synopticon.cli._print import echo_json
    from synopticon.pipeline import load_run
    from synopticon.pipeline.evidence import chain_as_json, chain_as_text, chain_of

    chain = chain_of(load_run(case, out=out), identity)
    if as_json:
        echo_json(chain_as_json(chain))
    else:
        click.echo(chain_as_text(chain))
