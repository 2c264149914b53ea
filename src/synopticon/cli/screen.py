"""`synopticon screen`: names against lists."""

from __future__ import annotations

import codecs
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import click

_CHUNK = 1 << 20


@click.command("screen", short_help="Hold names against the lists, or against a list of your own.")
@click.argument("names", type=click.Path(path_type=Path, allow_dash=True), metavar="NAMES.csv")
@click.option("--column", required=True, metavar="C", help="The column of NAMES.csv that holds the names.")
@click.option("--against", type=click.Path(path_type=Path), metavar="LIST.csv", help="A list of your own: id,name.")
@click.option(
    "--as-of", metavar="YYYY-MM-DD", help="Only what is known to have been listed by, and in force on, this day."
)
@click.option(
    "--top",
    default=5,
    show_default=True,
    type=click.IntRange(1, 100),
    metavar="K",
    help="Organisations per name; all listings of each are shown.",
)
@click.option("--quick", is_flag=True, help="Leave `why` empty; several times faster on long files.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of CSV.")
def COMMAND(  # noqa: N802  # found by this name
    names: Path, *, column: str, against: Path | None, as_of: str | None, top: int, quick: bool, as_json: bool
) -> None:
    """Hold each name of NAMES.csv against the built-in and the added lists; one row per candidate, best first.

    An organisation that stands on several lists has a row for each, and counts once for --top.
    """
    from synopticon.cli._print import echo_line, say
    from synopticon.screen import SCHEMA, added_entries, screen
    from synopticon.store.case import check_day

    day = check_day(as_of, "--as-of") if as_of else None
    queries = _names(names, column)
    for note in added_entries(day)[1] if against is None else ():
        say(note)
    batches = screen(queries, against=against, as_of=day, top=top, explain=not quick)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if not as_json:
        writer.writerow(SCHEMA.names)
    for batch in batches:
        if as_json:
            for line in batch.to_pylist():
                echo_line(line)
        else:
            columns = (column.to_pylist() for column in batch.columns)
            writer.writerows(zip(*columns, strict=True))  # csv writes a null as nothing


def _names(path: Path, column: str) -> Iterator[str]:
    """Check the header at once and return the names, read as they are asked for."""
    import difflib

    from synopticon.errors import UsageError

    try:
        file: BinaryIO = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise UsageError(f"expected a CSV of names at {str(path)!r}, found none: {error.strerror}") from None
    rows = csv.reader(_lines(path, file))
    header = next(rows, [])
    if column not in header:
        near = difflib.get_close_matches(column, header, n=1)
        hint = f"; is {near[0]!r} meant?" if near else ""
        raise UsageError(f"{path}, line 1: expected a column {column!r}, found {', '.join(header) or 'none'}{hint}")
    place = header.index(column)
    return (row[place] if place < len(row) else "" for row in rows if row)


def _lines(path: Path, file: BinaryIO) -> Iterator[str]:
    """Yield the lines of a UTF-8 file; a wrong byte is an error that says where it stands."""
    from synopticon.errors import UsageError

    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    rest, seen = "", 0
    with file:
        while True:
            chunk = file.read(_CHUNK)
            waiting = len(decoder.getstate()[0])
            try:
                rest += decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                at = seen - waiting + error.start
                raise UsageError(
                    f"{path}: expected UTF-8 text, found another encoding at byte {at}; save it as UTF-8"
                ) from None
            seen += len(chunk)
            *lines, rest = rest.split("\n")
            yield from (line + "\n" for line in lines)
            if not chunk:
                if rest:
                    yield rest
                return
