"""Writes the reference pages that are made from the code: commands, tables, formats. `tests/docs` checks them."""

from __future__ import annotations

import dataclasses
import inspect
import sys
import typing
from pathlib import Path

import click

from synopticon.cli import main
from synopticon.ingest.reading import formats
from synopticon.model.tables import PUBLISHED, TABLES

FOLDER = Path(__file__).parents[1] / "docs/reference"
NOTE = "<!-- Made by tools/make_reference_docs.py; change the code, not this page. -->\n\n"


def commands() -> str:
    """Return the help of every command."""
    parts = ["# Commands\n\n", NOTE]
    parts.append(
        "Each takes `--json`. Data goes to standard output, talk to standard error; `NO_COLOR` is respected, progress is\n"
        "shown on a terminal only. Exit codes: 0 done · 1 failed · 2 used wrongly · 3 done, and something needs a person.\n"
    )
    for path, command in _walk("synopticon", main):
        context = click.Context(
            command, info_name=path, max_content_width=80, terminal_width=80, help_option_names=["-h", "--help"]
        )
        parts.append(f"\n## `{path}`\n\n```\n{command.get_help(context)}\n```\n")
    return "".join(parts)


def _walk(path: str, command: click.Command) -> typing.Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            yield from _walk(f"{path} {name}", inner)


def tables() -> str:
    """Return the columns of every table with what the records say of them."""
    parts = ["# Tables\n\n", NOTE]
    parts.append(
        "`OUT/data` holds each published table as CSV and as Parquet with the same columns: UTF-8, LF, rows in a fixed\n"
        "order, lists joined by `|` in CSV, null as nothing. The others stay in the store of the case.\n"
    )
    for name, record in TABLES.items():
        where = "published" if name in PUBLISHED else "in the store"
        parts.append(f"\n## {name} ({where})\n\n{inspect.getdoc(record)}\n\n| column | type |\n|---|---|\n")
        hints = typing.get_type_hints(record)
        parts.extend(f"| {field.name} | {_type(hints[field.name])} |\n" for field in dataclasses.fields(record))
    return "".join(parts)


def _type(hint: object) -> str:
    text = getattr(hint, "__name__", None) if isinstance(hint, type) else None
    words = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "Decimal": "decimal"}
    if text in words:
        return words[text]
    if typing.get_origin(hint) is tuple:
        return "list of texts"
    inner = [part for part in typing.get_args(hint) if part is not type(None)]
    return f"{_type(inner[0])}, or null"


def file_formats() -> str:
    """Return the file formats that are read."""
    rows = [
        f"| {form.name} | {', '.join(form.suffixes)} | {', '.join(form.media_types)} | {form.needs or 'nothing'} |\n"
        for form in formats()
    ]
    return (
        "# File formats\n\n"
        + NOTE
        + "The type is found from the content; a suffix only decides between formats that fit equally well.\n\n"
        + "| format | suffixes | media types | needs |\n|---|---|---|---|\n"
        + "".join(rows)
    )


PAGES = {"commands.md": commands, "tables.md": tables, "formats.md": file_formats}

if __name__ == "__main__":
    for page, make in PAGES.items():
        (FOLDER / page).write_text(make(), encoding="utf-8")
        print(f"wrote {FOLDER / page}", file=sys.stderr)
