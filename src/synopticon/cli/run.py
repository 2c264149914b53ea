"""`synopticon run`: a whole case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from synopticon.model.records import Document, SetAside
    from synopticon.pipeline import Run


@click.command("run", short_help="Read, link, screen, count and publish a case.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where to write; CASE/out by default.")
@click.option("--as-of", metavar="YYYY-MM-DD", help="Read the lists as they stood on this day.")
@click.option("--dry-run", is_flag=True, help="Say what would be read, read and write nothing.")
@click.option("--workers", type=click.IntRange(1, 64), help="How many processes; one per processor by default.")
@click.option("--only", type=click.Choice(["set-aside"]), help="Try again what could not be read the last time.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def COMMAND(  # noqa: N802  # found by this name
    case: Path,
    *,
    out: Path | None,
    as_of: str | None,
    dry_run: bool,
    workers: int | None,
    only: str | None,
    as_json: bool,
) -> None:
    """Do everything that CASE asks for. Only what changed is done again.

    Exit code 3 means: done, and something was set aside that a person should look at.
    """
    from synopticon.cli._print import ProgressLine, echo_json, say

    try:
        from synopticon.pipeline import run_case

        run = run_case(
            case,
            out=out,
            as_of=as_of,
            workers=workers,
            is_dry=dry_run,
            again=only == "set-aside",
            progress=ProgressLine(),
        )
    except KeyboardInterrupt:
        say("\nStopped. What is finished is kept, and the same command goes on from there.")
        click.get_current_context().exit(1)
    if dry_run:
        if as_json:
            echo_json({"files": run.counts["files"], "out": str(run.out)})
        else:
            say(f"{run.counts['files']} files would be read, and the site written to {run.out / 'site'}")
        return
    if as_json:
        echo_json(_report(run))
    else:
        _tell(run)
    if run.needs_person:
        click.get_current_context().exit(3)


def _report(run: Run) -> dict[str, object]:
    from synopticon.cli._print import to_json
    from synopticon.pipeline.run import records

    return {
        "case": run.case.id,
        "out": str(run.out),
        "site": str(run.out / "site" / "index.html"),
        "is_unchanged": run.is_unchanged,
        "counts": run.counts,
        "figures": [to_json(figure) for figure in records(run, "figures")],
        "set_aside": [to_json(record) for record in records(run, "set_aside")],
    }


def _tell(run: Run) -> None:
    from synopticon.cli._figures import figure_table
    from synopticon.cli._print import say, table
    from synopticon.pipeline.run import records

    counts = run.counts
    if run.is_unchanged:
        say("Nothing has changed since the last run.")
    say(
        f"{counts.get('documents', 0)} documents: {counts.get('read', 0)} read, {counts.get('partly', 0)} read in part,"
        f" {counts.get('set_aside', 0)} set aside"
    )
    say(f"{counts['rows_in']:,} rows in = {counts['rows_out']:,} rows out + {counts['rows_set_aside']:,} set aside")
    say(f"{counts['claims']:,} claims, {counts['organisations']:,} organisations, {counts['matches']:,} list matches")
    if any(document.sandbox == "weak" for document in records(run, "documents")):
        say("Parsers are only weakly held on this system; `synopticon doctor` says what is missing.")
    figures = records(run, "figures")
    if figures:
        say("")
        say(figure_table(figures))
    aside = records(run, "set_aside")
    if aside:
        say("")
        say(_what_is_aside(aside, records(run, "documents")))
        rows = [(record.path, record.reason, record.locator or record.detail) for record in aside[:12]]
        say(table(("set aside", "reason", "where"), rows))
        if len(aside) > len(rows):
            say(f"… and {len(aside) - len(rows)} more in {run.out / 'data' / 'set_aside.csv'}")
    say("")
    say(f"Open {run.out / 'site' / 'index.html'}")


def _what_is_aside(aside: Sequence[SetAside], documents: Sequence[Document]) -> str:
    """Say how the list of what was set aside goes with the count of documents: it names parts and others too."""
    from synopticon.store.files_of_case import UNKNOWN_BODY

    kinds: Counter[str] = Counter()
    status = {document.path: document.status for document in documents}
    for record in aside:
        if record.reason == UNKNOWN_BODY and status.get(record.path) != "set_aside":
            kinds["for documents that were read and speak for no known body"] += 1
        elif status.get(record.path) == "set_aside":
            kinds["for documents set aside"] += 1
        elif record.path in status:
            kinds["for parts of documents"] += 1
        else:
            kinds["for what is no document"] += 1
    parts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return click.wrap_text(f"{len(aside)} {'entry' if len(aside) == 1 else 'entries'} in the list: {parts}", 80)
