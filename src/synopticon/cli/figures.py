"""`synopticon figures`: the figures of a case with their bases."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("figures", short_help="Show the figures of a case with their bases.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the run wrote; CASE/out by default."
)
@click.option("--json", "as_json", is_flag=True, help="Print all editions as JSON.")
def COMMAND(case: Path, *, out: Path | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Show every figure of CASE: its number, its base, and what the sources leave open."""
    from synopticon.cli._figures import figure_table
    from synopticon.cli._print import echo_json, say, to_json
    from synopticon.pipeline import load_run
    from synopticon.pipeline.run import records

    figures = records(load_run(case, out=out), "figures")
    if as_json:
        echo_json([to_json(figure) for figure in figures])
    elif not figures:
        say("This case asks for no figures; add a [[figure]] to its case.toml.")
    else:
        click.echo(figure_table(figures))
        for figure in figures:
            if figure.note:
                click.echo(f"\n{figure.figure}, edition {figure.edition}:")
                click.echo(click.wrap_text(figure.note, 80, "  ", "  "))
