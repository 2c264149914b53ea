"""Reads `case.toml`: every key is known or reported with its line and the nearest known key."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from synopticon.errors import UsageError
from synopticon.model.case import Case, FigureSpec, SourceSpec
from synopticon.model.vocabulary import BASES, COUNTS, SOURCE_KINDS

_TOP = ("case", "source", "figure")
_CASE = ("id", "title", "as_of", "languages", "notice")
_SOURCE = ("kind", "path", "body", "bodies", "exclude")
_FIGURE = ("id", "count", "where", "of", "within", "title", "unit", "per")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def read_case(folder: Path, *, as_of: str | None = None) -> Case:
    """Read and check the case of a folder.

    Args:
        folder: the case folder.
        as_of: an ISO day that takes the place of the one in the file.

    Raises:
        UsageError: the folder or file is missing, or something in it is not as the format asks; the message lists
            every fault with its line.
    """
    path = folder / "case.toml"
    if folder.is_file():
        raise UsageError(
            f"expected a case folder, found a file at {str(folder)!r}; name the folder that holds case.toml"
        )
    if not folder.is_dir():
        raise UsageError(
            f"expected a case folder, found no folder at {str(folder)!r}; check the path, or make one with"
            f" `synopticon init {folder}`"
        )
    if not path.is_file():
        raise UsageError(
            f"expected a file case.toml in {str(folder)!r}, found none; make a case with `synopticon init {folder}`"
        )
    return parse_case(path.read_bytes(), name=str(path), as_of=as_of)


def parse_case(data: bytes, *, name: str = "case.toml", as_of: str | None = None) -> Case:
    """Check the bytes of a case file; see `read_case`."""
    try:
        text = data.decode("utf-8-sig")
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name}: expected UTF-8 text, found byte {data[error.start]:#04x} at offset {error.start};"
            " save the file as UTF-8"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: expected TOML, found a fault: {_lower(str(error))}") from None
    return _Checker(name, text).case(document, as_of)


def check_day(text: str, what: str) -> str:
    """Return an ISO day as it is, or raise `UsageError` when there is no such day."""
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"{what}: expected a day of the calendar as YYYY-MM-DD, found {text!r}") from None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


class _Checker:
    """Collects every fault of one case file before it gives up, so that they can be mended in one go."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.faults: list[tuple[int, str]] = []

    def case(self, document: Mapping[str, Any], as_of: str | None) -> Case:
        self.known(document, _TOP, "the file", 0)
        head = self.table(document.get("case"), "[case]")
        start = self.line_of(r"\[case\]")
        self.known(head, _CASE, "[case]", start)
        sources = tuple(
            self.source(number, entry, self.line_of(r"\[\[source\]\]", number))
            for number, entry in enumerate(self.tables(document, "source"), 1)
        )
        figures = tuple(
            self.figure(entry, self.line_of(r"\[\[figure\]\]", number))
            for number, entry in enumerate(self.tables(document, "figure"), 1)
        )
        for identity in sorted({figure.id for figure in figures if [f.id for f in figures].count(figure.id) > 1}):
            self.fault(
                self.line_of(rf"id\s*=\s*[\"']{re.escape(identity)}[\"']"),
                f"two figures have the id {identity!r}; give each its own",
            )
        case = Case(
            id=self.identifier(head, "[case]", start),
            title=self.text(head, "title", start, default=str(head.get("id", ""))),
            as_of=check_day(as_of, "--as-of") if as_of else self.day(head, start),
            languages=self.texts(head.get("languages", []), "languages", start),
            sources=sources,
            figures=figures,
            notice=self.text(head, "notice", start, default=""),
        )
        if self.faults:
            where = "\n".join(
                f"  line {line}: {fault}" if line else f"  {fault}" for line, fault in sorted(self.faults)
            )
            raise UsageError(f"{self.name}: {len(self.faults)} to mend\n{where}")
        return case

    def source(self, number: int, entry: Mapping[str, Any], line: int) -> SourceSpec:
        self.known(entry, _SOURCE, "[[source]]", line)
        return SourceSpec(
            number=number,
            kind=self.one_of(entry, "kind", SOURCE_KINDS, line),
            path=self.inside(entry, "path", line) or "",
            body=self.text(entry, "body", line, default="") or None,
            bodies=self.inside(entry, "bodies", line, required=False),
            exclude=self.texts(entry.get("exclude", []), "exclude", line),
        )

    def figure(self, entry: Mapping[str, Any], line: int) -> FigureSpec:
        self.known(entry, _FIGURE, "[[figure]]", line)
        return FigureSpec(
            id=self.identifier(entry, "[[figure]]", line),
            count=self.one_of(entry, "count", COUNTS, line),
            where=self.filters(entry.get("where", {}), "where", line),
            of=self.one_of(entry, "of", BASES, line, default="none"),
            within=self.filters(entry.get("within", {}), "within", line),
            title=self.text(entry, "title", line, default=""),
            unit=self.text(entry, "unit", line, default="") or None,
            per=self.per(entry, line),
        )

    def per(self, entry: Mapping[str, Any], line: int) -> str | None:
        column = self.text(entry, "per", line, default="") or None
        if column and entry.get("count") != "units":
            place = self.line_of(r"per\s*=", after=line)
            self.fault(place, f"per: expected only in a figure with count = 'units', found per = {column!r}")
        return column

    def filters(self, value: Any, key: str, line: int) -> tuple[tuple[str, tuple[str, ...]], ...]:  # noqa: ANN401
        table = self.table(value, key, self.line_of(rf"{key}\s*=", after=line))
        return tuple(
            (str(column), self.texts(accepted, f"{key}.{column}", line)) for column, accepted in sorted(table.items())
        )

    def texts(self, value: Any, key: str, line: int) -> tuple[str, ...]:  # noqa: ANN401
        values = value if isinstance(value, list) else [value]
        if any(isinstance(part, dict | list) for part in values):
            self.fault(line, f"{key}: expected a word or a list of words, found {value!r}")
            return ()
        return tuple(str(part).lower() if isinstance(part, bool) else str(part) for part in values)

    def known(self, table: Mapping[str, Any], keys: Iterable[str], where: str, line: int) -> None:
        keys = tuple(keys)
        for key in table:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1, cutoff=0.5)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(keys)}"
                place = self.line_of(rf"\[*\s*\"?{re.escape(key)}\"?\s*[=\].]", after=line) or line
                self.fault(place, f"unknown key {key!r} in {where}{hint}")

    def table(self, value: Any, name: str, line: int = 0) -> Mapping[str, Any]:  # noqa: ANN401
        if isinstance(value, dict):
            return value
        self.fault(line, f"expected a table {name}, found {'nothing' if value is None else repr(value)}")
        return {}

    def tables(self, document: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        value = document.get(key, [])
        if isinstance(value, list) and all(isinstance(entry, dict) for entry in value):
            return value
        self.fault(self.line_of(rf"\[?\[?{key}"), f"expected [[{key}]] with double brackets, found [{key}]")
        return []

    def identifier(self, table: Mapping[str, Any], where: str, line: int) -> str:
        value = self.text(table, "id", line)
        if value and not _ID.fullmatch(value):
            self.fault(
                self.line_of(r"id\s*=", after=line),
                f"id in {where}: expected letters, digits, - _ . and nothing else, found {value!r}",
            )
        return value

    def text(self, table: Mapping[str, Any], key: str, line: int, *, default: str | None = None) -> str:
        value = table.get(key, default)
        if isinstance(value, str):
            return value
        found = "nothing" if value is None else repr(value)
        self.fault(
            self.line_of(rf"{key}\s*=", after=line) if value is not None else line,
            f"{key}: expected text in quotes, found {found}",
        )
        return ""

    def inside(self, table: Mapping[str, Any], key: str, line: int, *, required: bool = True) -> str | None:
        if not required and key not in table:
            return None
        value = self.text(table, key, line)
        if value and (Path(value).is_absolute() or ".." in Path(value).parts):
            self.fault(
                self.line_of(rf"{key}\s*=", after=line),
                f"{key}: expected a path inside the case folder, found {value!r}",
            )
        return value

    def one_of(
        self, table: Mapping[str, Any], key: str, words: tuple[str, ...], line: int, *, default: str | None = None
    ) -> str:
        value = table.get(key, default)
        if value in words:
            return str(value)
        near = difflib.get_close_matches(str(value), words, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        place = self.line_of(rf"{key}\s*=", after=line) if key in table else line
        self.fault(
            place,
            f"{key}: expected one of {', '.join(words)}, found {value!r}{hint}"
            if value is not None
            else f"expected a key {key!r}, one of {', '.join(words)}, found none",
        )
        return words[0]

    def day(self, head: Mapping[str, Any], line: int) -> str:
        value = head.get("as_of")
        place = self.line_of(r"as_of\s*=", after=line) or line
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value.isoformat()
        try:
            return dt.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            found = "nothing" if value is None else repr(value)
            self.fault(place, f"as_of: expected a day of the calendar as YYYY-MM-DD, found {found}")
            return ""

    def line_of(self, pattern: str, nth: int = 1, *, after: int = 0) -> int:
        """Return the 1-based line of the nth line that starts with the pattern, 0 when there is none."""
        found = 0
        for number, line in enumerate(self.lines, 1):
            if number > after and re.match(rf"\s*{pattern}", line):
                found += 1
                if found == nth:
                    return number
        return 0

    def fault(self, line: int, text: str) -> None:
        self.faults.append((line, text))
