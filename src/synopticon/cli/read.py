"""`synopticon read`: documents to JSON Lines, no case needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command("read", short_help="Read documents to JSON Lines of mentions, quantities, claims.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--workers", type=click.IntRange(1, 64), help="How many processes; one per processor by default.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, which is also the default.")
def COMMAND(files: tuple[Path, ...], *, workers: int | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Read each FILE and print what it mentions, states and claims, one JSON object a line.

    A FILE that is a folder stands for all files below it.
    """
    from synopticon.cli._print import echo_line, say
    from synopticon.errors import UsageError
    from synopticon.model.records import SetAside
    from synopticon.pipeline import read_files

    del as_json
    paths: list[Path] = []
    for file in files:
        if not file.exists():
            raise UsageError(f"expected a file, found nothing at {str(file)!r}; check the name")
        paths.extend(sorted(path for path in file.rglob("*") if path.is_file()) if file.is_dir() else [file])
    needs_person = False
    for path, records in read_files(paths, workers=workers):
        for record in records:
            if isinstance(record, SetAside):
                needs_person = True
                where = f" at {record.locator}" if record.locator else ""
                say(f"{path}: set aside{where}: {record.reason}" + (f" ({record.detail})" if record.detail else ""))
            else:
                echo_line(as_line(record))
    if needs_person:
        click.get_current_context().exit(3)


def as_line(record: object) -> dict[str, Any]:
    """Return a record in the form of the public face: with its kind first, a value as a number where it is one."""
    from synopticon.cli._print import to_json
    from synopticon.model.records import Quantity

    line = {"record": type(record).__name__.lower(), **to_json(record)}
    if isinstance(record, Quantity) and record.kind != "date" and record.value is not None:
        number = float(record.value)
        line["value"] = int(number) if number.is_integer() else number
    return line
