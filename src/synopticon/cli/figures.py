"""`synopticon figures`: the figures of a case with their bases."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("figures", short_help="Show the figures of a case with their bases.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the run wrote; CASE/out by default."
)
@click.option("--prices", is_flag=True, help="Show unit prices in the place of the figures.")
@click.option("--currency", metavar="CODE", help="With --prices: convert, at the official mean rate of the year.")
@click.option("--prices-of", "year", type=int, metavar="YEAR", help="With --prices: restate, by official price levels.")
@click.option("--snapshots", is_flag=True, help="List what every set of figures was made from.")
@click.option("--restore", "number", type=int, metavar="N", help="With --to: write the case as it was at snapshot N.")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="With --restore: a new folder.")
@click.option("--json", "as_json", is_flag=True, help="Print all editions as JSON.")
def COMMAND(  # noqa: N802  # found by this name
    case: Path,
    *,
    out: Path | None,
    prices: bool,
    currency: str | None,
    year: int | None,
    snapshots: bool,
    number: int | None,
    to: Path | None,
    as_json: bool,
) -> None:
    """Show every figure of CASE: its number, its base, and what the sources leave open.

    Unit prices come from claims that give an amount and a number of one kind of thing. A conversion names the years,
    the tables and their sources; where a table has nothing for a year or currency the price stands as it is, with the
    reason.

    An earlier edition can be made again, also when documents were deleted or corrected since: --restore N --to DIR
    writes the case as it was at snapshot N, to be run there by the same version of the program.
    """
    if snapshots or number is not None:
        from synopticon.cli._snapshots import restore_snapshot, show_snapshots

        if number is None:
            show_snapshots(case, as_json=as_json)
        elif to is None:
            raise click.UsageError("--restore needs --to DIR, a new folder")
        else:
            restore_snapshot(case, number, to)
        return
    if prices:
        from synopticon.cli._prices import show_prices

        show_prices(case, out=out, currency=currency.upper() if currency else None, year=year, as_json=as_json)
        return
    if currency or year:
        raise click.UsageError("--currency and --prices-of go with --prices")
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
                click.echo(f"\n{figure.figure}, edition {figure.edition}, as of {figure.as_of}:")
                click.echo(click.wrap_text(figure.note, 80, "  ", "  "))
