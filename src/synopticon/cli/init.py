"""`synopticon init`: a new case."""

from __future__ import annotations

from pathlib import Path

import click

from synopticon.errors import UsageError

_CASE = """[case]
id = "{id}"
title = "{id}"
as_of = {today}          # lists are read as they stood on this day
languages = ["en"]          # hints only; each document is identified on its own

[[source]]
kind = "replies"            # replies | ledger | notices | register | articles | assets
path = "replies"            # replies/<body id>/... in any format
bodies = "bodies.csv"       # the bodies that were asked

# [[source]]
# kind = "ledger"
# path = "ledgers/*.csv"
# body = "northmere"        # where the files do not say who paid

[[figure]]
id = "hikvision-owners"
count = "bodies"            # bodies | units | amount
where = {{ maker = ["hikvision"], modality = ["owned", "installed"] }}
of = "usable"               # asked | replied | usable | none
"""


@click.command("init", short_help="Make a new case.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--demo", is_flag=True, help="A complete made-up campaign with replies in every format.")
@click.option("--as-of", metavar="YYYY-MM-DD", help="The day as of which lists are read; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def COMMAND(folder: Path, *, demo: bool, as_of: str | None, as_json: bool) -> None:  # noqa: N802  # found by this name
    """Make a new case in the folder DIR."""
    import datetime as dt

    from synopticon.cli._print import echo_json, say
    from synopticon.store.case import check_day
    from synopticon.store.files import write_text

    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"expected a new or empty folder, found files in {str(folder)!r}; choose another name")
    if demo:
        from synopticon.demo import copy_to

        copy_to(folder)
    else:
        day = check_day(as_of, "--as-of") if as_of else dt.datetime.now(tz=dt.UTC).date().isoformat()
        identity = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in folder.resolve().name)
        write_text(folder / "case.toml", _CASE.format(id=identity.strip("-._") or "case", today=day))
        write_text(folder / "bodies.csv", "id,name,country,region,group,asked_on,channel\n")
        (folder / "replies").mkdir(parents=True, exist_ok=True)
    if as_json:
        echo_json({"folder": str(folder), "demo": demo})
    else:
        say(f"Made {'the demonstration case' if demo else 'a new case'} in {folder}")
        say(f"Next: synopticon run {folder}")
