"""`synopticon lists`: the official lists that names are held against."""

from __future__ import annotations

import click


@click.group("lists", short_help="The official lists: which, from when.")
def COMMAND() -> None:  # noqa: N802  # found by this name
    """Show the official lists that names are held against."""


@COMMAND.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def status(*, as_json: bool) -> None:
    """Show each list with its kind of law, its entries and its dates."""
    from synopticon.cli._print import echo_json, say, table, to_json
    from synopticon.screen import built_in_lists

    lists = built_in_lists()
    if as_json:
        echo_json([to_json(record) for record in lists])
        return
    rows = [
        (record.list, record.legal_type, str(record.entries), record.earliest or "", record.latest or "")
        for record in lists
    ]
    click.echo(table(("list", "kind of law", "entries", "first in force", "last change"), rows, right=(2,)))
    say("Built in, re-keyed from the publications that `sources` of --json names; not the whole lists.")
