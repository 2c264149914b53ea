"""`synopticon doctor`: what is installed, what is missing, what is lost without it."""

from __future__ import annotations

import click


@click.command("doctor", short_help="Say what is installed and what is lost without the rest.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def COMMAND(*, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Say what is installed, what is missing, and what is lost without it. Looks at this machine only."""
    from synopticon.cli._print import echo_json, table
    from synopticon.pipeline.health import findings

    found = findings()
    if as_json:
        echo_json([{"what": f.what, "state": f.state, "detail": f.detail, "lost": f.lost} for f in found])
    else:
        click.echo(
            table(("what", "state", "detail", "lost without it"), [(f.what, f.state, f.detail, f.lost) for f in found])
        )
    if any(f.state == "broken" for f in found):
        click.get_current_context().exit(1)
