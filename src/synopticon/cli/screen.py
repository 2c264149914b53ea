"""`synopticon screen`: names against lists."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import click

_COLUMNS = (
    "row",
    "query",
    "rank",
    "tier",
    "score",
    "listing",
    "listed_name",
    "list",
    "legal_type",
    "in_force_from",
    "in_force_to",
    "via",
    "why",
)


@click.command("screen", short_help="Hold names against the lists, or against a list of your own.")
@click.argument("names", type=click.Path(path_type=Path, allow_dash=True), metavar="NAMES.csv")
@click.option("--column", required=True, metavar="C", help="The column of NAMES.csv that holds the names.")
@click.option("--against", type=click.Path(path_type=Path), metavar="LIST.csv", help="A list of your own: id,name.")
@click.option("--as-of", metavar="YYYY-MM-DD", help="Only what was in force on this day.")
@click.option(
    "--top", default=5, show_default=True, type=click.IntRange(1, 100), metavar="K", help="Candidates per name."
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of CSV.")
def COMMAND(  # noqa: N802  # found by this name
    names: Path, *, column: str, against: Path | None, as_of: str | None, top: int, as_json: bool
) -> None:
    """Hold each name of NAMES.csv against the built-in and the added lists; one row per candidate, best first."""
    from synopticon.cli._print import echo_line, say
    from synopticon.screen import added_entries, entries_from_csv, screen_names
    from synopticon.store.case import check_day

    day = check_day(as_of, "--as-of") if as_of else None
    entries = entries_from_csv(against) if against else None
    queries = _names(names, column)
    for note in added_entries(day)[1] if entries is None else ():
        say(note)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if not as_json:
        writer.writerow(_COLUMNS)
    for row, (query, candidates) in enumerate(
        zip(queries, screen_names(queries, against=entries, as_of=day, top=top), strict=True), 1
    ):
        lines = [
            {"row": row, "query": query, **{name: getattr(candidate, name) for name in _COLUMNS[2:]}}
            for candidate in candidates
        ] or [{"row": row, "query": query, "rank": 0} | dict.fromkeys(_COLUMNS[3:])]
        for line in lines:
            if as_json:
                echo_line(line)
            else:
                writer.writerow("" if value is None else value for value in line.values())


def _names(path: Path, column: str) -> list[str]:
    import difflib
    import io

    from synopticon.errors import UsageError

    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"expected a CSV of names at {str(path)!r}, found none: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path}: expected UTF-8 text, found another encoding at byte {error.start}; save it as UTF-8"
        ) from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = reader.fieldnames or []
    if column not in header:
        near = difflib.get_close_matches(column, header, n=1)
        hint = f"; is {near[0]!r} meant?" if near else ""
        raise UsageError(f"{path}, line 1: expected a column {column!r}, found {', '.join(header) or 'none'}{hint}")
    return [record[column] or "" for record in reader]
