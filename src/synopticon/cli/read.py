"""`synopticon read`: documents to JSON Lines, no case needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click


@click.command("read", short_help="Read documents to JSON Lines of mentions, quantities, claims.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--workers", type=click.IntRange(1, 64), help="How many processes; one per processor by default.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, which is also the default.")
def COMMAND(files: tuple[Path, ...], *, workers: int | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Read each FILE and print what it mentions, states and claims, one JSON object a line.

    A FILE that is a folder stands for all files below it, and - for standard input. Exit code 3 means: something was
    set aside, not found or empty, and the rest was read.
    """
    import tempfile

    from synopticon.cli._print import echo_line, say
    from synopticon.model.records import SetAside
    from synopticon.pipeline import read_files

    del as_json
    with tempfile.TemporaryDirectory(prefix="synopticon-") as folder:
        paths, faults = _paths(files, Path(folder))
        for fault in faults:
            say(fault)
        needs_person = bool(faults)
        for path, records in read_files(paths, workers=workers):
            for record in records:
                if isinstance(record, SetAside):
                    needs_person = True
                    where = f" at {record.locator}" if record.locator else ""
                    detail = f" ({record.detail})" if record.detail else ""
                    say(f"{paths[path]}: set aside{where}: {record.reason}{detail}")
                else:
                    echo_line(as_line(record))
    if needs_person:
        click.get_current_context().exit(3)


def _paths(files: Sequence[Path], folder: Path) -> tuple[dict[Path, str], list[str]]:
    """Return what is to be read with the name to call it by, and what cannot be; standard input is put in `folder`.

    Raises:
        UsageError: there is nothing at any of the names.
    """
    from synopticon.errors import UsageError

    paths: dict[Path, str] = {}
    missing: list[str] = []
    empty: list[str] = []
    for file in files:
        if str(file) == "-":
            (folder / "-").write_bytes(sys.stdin.buffer.read())
            paths[folder / "-"] = "-"
        elif not file.exists():
            missing.append(f"expected a file, found nothing at {str(file)!r}; check the name")
        elif file.is_dir():
            inner = sorted(path for path in file.rglob("*") if path.is_file())
            paths.update((path, str(path)) for path in inner)
            if not inner:
                empty.append(f"expected files in the folder {str(file)!r}, found none; nothing was read from it")
        else:
            paths[file] = str(file)
    if missing and not paths and not empty:
        raise UsageError("; ".join(missing))
    return paths, missing + empty


def as_line(record: object) -> dict[str, Any]:
    """Return a record in the form of the public face: with its kind first, a value as a number where it is one."""
    from synopticon.cli._print import to_json
    from synopticon.model.records import Quantity

    line = {"record": type(record).__name__.lower(), **to_json(record)}
    if isinstance(record, Quantity) and record.kind != "date" and record.value is not None:
        number = float(record.value)
        line["value"] = int(number) if number.is_integer() else number
    return line
