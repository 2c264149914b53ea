"""How commands print: JSON, tables of at most 80 columns, and progress on a terminal."""

from __future__ import annotations

import dataclasses
import itertools
import json
import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import click

WIDTH = 80


def to_json(record: object) -> dict[str, Any]:
    """Return the fields of a record as JSON can hold them; a whole number stays whole."""
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        raise TypeError(f"expected a record, found {type(record).__name__}")
    return {field.name: _value(getattr(record, field.name)) for field in dataclasses.fields(record)}


def _value(value: Any) -> Any:  # noqa: ANN401  # whatever a record holds
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    return value


def echo_json(value: object) -> None:
    """Print one value as JSON on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def echo_line(value: object) -> None:
    """Print one value as a line of JSON Lines."""
    click.echo(json.dumps(value, ensure_ascii=False))


def say(text: str) -> None:
    """Talk to the person, on standard error."""
    click.echo(text, err=True)


def columns_of(text: str) -> int:
    """Return how many terminal columns a text takes: two for each wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
        if unicodedata.category(c) not in {"Cf", "Mn", "Me"}
    )


def cut(text: str, width: int) -> str:
    """Return the text in one line of at most `width` columns; control characters are shown as a dot."""
    clean = "".join("·" if unicodedata.category(c) in {"Cc", "Cf"} else c for c in " ".join(text.split()))
    if columns_of(clean) <= width:
        return clean
    kept = ""
    for character in clean:
        if columns_of(kept + character) > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most `width` columns, broken at spaces, and within a word that is longer."""
    lines = [""]
    for word in cut(text, columns_of(text) + 1).split(" "):
        if columns_of(word) > width or not lines[-1]:
            lines[-1] += " " * bool(lines[-1])
            for character in word:
                if columns_of(lines[-1] + character) > width:
                    lines.append("")
                lines[-1] += character
        elif columns_of(lines[-1]) + 1 + columns_of(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = (), wraps: bool = False
) -> str:
    """Return a table of at most 80 columns; the widest columns give way first.

    Args:
        header: one word per column.
        rows: as many cells per row.
        right: numbers of the columns that are set to the right, from 0.
        wraps: what does not fit goes on below, in the place of being cut.
    """
    body = [[" ".join(str(cell).split()) for cell in row] for row in rows]
    widths = [max(columns_of(line[i]) for line in [list(header), *body]) for i in range(len(header))]
    room = WIDTH - 2 * (len(header) - 1)
    while sum(widths) > room:
        widest = widths.index(max(widths))
        if widths[widest] <= 6:
            break
        widths[widest] -= 1
    lines = []
    for line in [list(header), *body]:
        cells = [
            wrapped(cell, width) if wraps else [cut(cell, width)] for cell, width in zip(line, widths, strict=True)
        ]
        lines += [_line(parts, widths, right) for parts in itertools.zip_longest(*cells, fillvalue="")]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    filled = []
    for i, (shown, width) in enumerate(zip(cells, widths, strict=True)):
        space = " " * (width - columns_of(shown))
        filled.append(space + shown if i in right else shown + space)
    return "  ".join(filled).rstrip()


class ProgressLine:
    """One line on a terminal that says how far the work is; silent anywhere else."""

    def __init__(self) -> None:
        self.is_shown = sys.stderr.isatty()
        self.started = time.monotonic()
        self.last = 0.0

    def __call__(self, done: int, total: int, failed: int) -> None:
        """Show `done` of `total` documents, how many per second, and the time that is left."""
        now = time.monotonic()
        if not self.is_shown or (done < total and now - self.last < 0.1):
            return
        self.last = now
        rate = done / max(now - self.started, 1e-6)
        left = (total - done) / rate if rate else 0
        text = f"{done} of {total} documents, {failed} failed, {rate:.0f} a second, {left:.0f} s left"
        click.echo(f"\r{text:<{WIDTH - 1}}", err=True, nl=done == total)
