"""`synopticon lists`: the official lists that names are held against."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from synopticon.screen.snapshots import Snapshot


@click.group("lists", short_help="The official lists: which, from when.")
def COMMAND() -> None:  # noqa: N802  # found by this name
    """Show, add and update the official lists that names are held against."""


@COMMAND.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def status(*, as_json: bool) -> None:
    """Show each list, built in or added, with its kind of law, its entries and its dates."""
    from synopticon.cli._print import echo_json, say, to_json
    from synopticon.cli._wrapped import wrapped_table
    from synopticon.screen import added_lists, built_in_lists

    lists = [*built_in_lists(), *added_lists()]
    if as_json:
        echo_json([to_json(record) for record in lists])
        return
    rows = [
        (
            record.list,
            record.legal_type,
            str(record.entries),
            f"{record.earliest or '-'}\n{record.latest or '-'}",
            f"{record.day}\n{(record.sha256 or '')[:8]}" if record.day else "built in",
        )
        for record in lists
    ]
    header = ("list", "kind of law", "entries", "first in force\nlast change", "file of\nSHA-256")
    click.echo(wrapped_table(header, rows, right=(2,)))
    rules = [record.list for record in lists if not record.entries]
    if rules:
        say(f"0 entries: {', '.join(rules)} name no organisation but rules, so that nothing is matched with them.")
    if any(record.legal_type == "reputational" for record in lists):
        say("reputational: a list of your own, without force of law.")
    say("What is built in is re-keyed from the publications that `sources` of --json names; not the whole lists.")


@COMMAND.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--as", "code", metavar="CODE", help="Which list it is; without it the format tells.")
@click.option(
    "--date", "day", metavar="YYYY-MM-DD", help="The day of the file; without it the day it gives, else today."
)
@click.option("--accept", is_flag=True, help="Add it in spite of what speaks against it.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def add(files: tuple[Path, ...], *, code: str | None, day: str | None, accept: bool, as_json: bool) -> None:
    """Check the official file of a list and keep its organisations as a dated snapshot.

    Several files of one list, such as sdn.csv and alt.csv, are given together. Natural persons are left out.
    """
    from synopticon.errors import UsageError
    from synopticon.screen import snapshots
    from synopticon.store.case import check_day

    chosen = check_day(day, "--date") if day else None
    parts: list[bytes] = []
    for file in files:
        try:
            parts.append(file.read_bytes())
        except OSError as error:
            raise UsageError(f"expected a readable file at {str(file)!r}: {error.strerror}; check the path") from error
    snapshot = snapshots.add(_joined(parts), code=code, day=chosen, today=_today(), accept=accept)
    _report(snapshot, as_json=as_json)


@COMMAND.command("update")
@click.argument("codes", nargs=-1, metavar="[CODE…]")
@click.option("--follow", is_flag=True, help="Follow a redirect to another host.")
@click.option("--accept", is_flag=True, help="Add a file in spite of what speaks against it.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def update(codes: tuple[str, ...], *, follow: bool, accept: bool, as_json: bool) -> None:
    """Fetch lists from the bodies that publish them: those named, else all that have been added.

    This uses the network.
    """
    from synopticon.cli._print import say
    from synopticon.errors import SourceError, UsageError
    from synopticon.pipeline.fetching import fetch
    from synopticon.screen import snapshots

    known = snapshots.listings()
    wanted = codes or tuple(code for code in snapshots.codes() if code in known and known[code].url)
    if not wanted:
        names = ", ".join(code for code, listing in known.items() if listing.url)
        raise UsageError(f"expected the code of a list, found none, and none has been added; known are {names}")
    failed: list[str] = []
    for code in wanted:
        listing = known.get(code)
        if listing is None or not listing.url:
            raise UsageError(f"expected a list that has an address, found {code!r}; use `synopticon lists add FILE`")
        try:
            parts = []
            for url in (listing.url, *listing.parts):
                say(f"fetching {url}")
                parts.append(fetch(url, may_leave=follow, say=say))
            _report(snapshots.add(_joined(parts), code=code, today=_today(), accept=accept), as_json=as_json)
        except SourceError as error:
            say(f"{code}: {error}")
            failed.append(code)
    if failed:
        raise SourceError("not updated", f"{', '.join(failed)}; the snapshots before stay as they are")


def _joined(parts: list[bytes]) -> bytes:
    """Put the files of one list one after another; the one file of a list stays as it is."""
    return parts[0] if len(parts) == 1 else b"".join(part.rstrip(b"\x1a\r\n") + b"\n" for part in parts)


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


def _report(snapshot: Snapshot, *, as_json: bool) -> None:
    from synopticon.cli._print import echo_json, say

    left_out = dict(snapshot.left_out)
    if as_json:
        echo_json(
            {
                "list": snapshot.list,
                "day": snapshot.day,
                "sha256": snapshot.sha256,
                "entries": len(snapshot.entries),
                "names": snapshot.names,
                "left_out": left_out,
                "accepted": list(snapshot.accepted),
            }
        )
        return
    count = len(snapshot.entries)
    click.echo(
        f"{snapshot.list} of {snapshot.day}: {count} organisations, {snapshot.names} names, SHA-256 {snapshot.sha256}"
    )
    if left_out:
        say("left out: " + ", ".join(f"{number} {_WORDS[reason]}" for reason, number in left_out.items()))
    for fault in snapshot.accepted:
        say(f"accepted: {fault}")


_WORDS = {"person": "natural persons", "thing": "ships, aircraft or other things", "rule": "rules that name no company"}
