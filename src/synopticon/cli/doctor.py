"""`synopticon doctor`: what is installed, what is missing, what is lost without it; and whether a case is whole."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("doctor", short_help="Say what is installed and what is lost without the rest.")
@click.option("--case", type=click.Path(path_type=Path), help="Check the files of this case instead of the machine.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def COMMAND(*, case: Path | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Say what is installed, what is missing, and what is lost without it. Looks at this machine only.

    With --case: check every original and table of the case, and all that its runs wrote to any output, against its
    hash. Exit code 3 means: something has changed or is gone; 1: something is broken.
    """
    from synopticon.cli._print import echo_json, table
    from synopticon.pipeline.health import findings
    from synopticon.pipeline.wholeness import findings_of_case

    found = findings() if case is None else findings_of_case(case)
    if as_json:
        echo_json([{"what": f.what, "state": f.state, "detail": f.detail, "lost": f.lost} for f in found])
    else:
        rows = [(f.what, f.state, f.detail, f.lost) for f in found]
        click.echo(table(("what", "state", "detail", "lost without it"), rows, wraps=True))
    if any(f.state == "broken" for f in found):
        click.get_current_context().exit(1)
    if case is not None and any(f.state != "ok" for f in found):
        click.get_current_context().exit(3)
