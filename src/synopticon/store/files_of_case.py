"""Finds the files of a case: which source each belongs to, and which body it speaks for."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.model.case import Case, SourceSpec
from synopticon.model.records import Body, SetAside

_BODY_COLUMNS = ("id", "name", "country", "region", "group", "asked_on", "channel")
#: Files that systems leave behind; they are nobody's document.
_LITTER = {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a source, by its path relative to the case folder."""

    path: str
    source: SourceSpec
    body: str | None


def bodies_of_case(folder: Path, case: Case) -> list[Body]:
    """Read the tables of bodies that the sources name, each body once, in the order of the files.

    Raises:
        UsageError: a table is missing, lacks a column, or gives an id twice with different words.
    """
    bodies: dict[str, Body] = {}
    for name in dict.fromkeys(source.bodies for source in case.sources if source.bodies):
        for body in _read_bodies(folder / name, name):
            if bodies.setdefault(body.body, body) != body:
                raise UsageError(
                    f"{name}: the id {body.body!r} stands twice with different values; give each body one row"
                )
    return list(bodies.values())


def _read_bodies(path: Path, name: str) -> Iterator[Body]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"expected a table of bodies at {name!r}, as case.toml says, found no such file") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name}: expected UTF-8 text, found another encoding at byte {error.start}; save it as UTF-8"
        ) from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = [column.strip() for column in reader.fieldnames or []]
    for required in ("id", "name"):
        if required not in columns:
            near = difflib.get_close_matches(required, columns, n=1, cutoff=0.4)
            hint = f"; is {near[0]!r} meant?" if near else ""
            raise UsageError(
                f"{name}, line 1: expected a column {required!r}, found {', '.join(columns) or 'none'}{hint}"
            )
    for record in reader:
        row = {
            (key or "").strip(): (value or "").strip() for key, value in record.items() if not isinstance(value, list)
        }
        if not any(row.values()):
            continue
        if not row["id"]:
            raise UsageError(f"{name}, line {reader.line_num}: expected an id for {row['name']!r}, found none")
        extra = tuple(f"{key}={value}" for key, value in row.items() if key not in _BODY_COLUMNS and key)
        known = {key: row.get(key) or None for key in _BODY_COLUMNS[2:]}
        yield Body(
            body=row["id"], name=row["name"] or row["id"], reply_state=None, state_evidence=None, extra=extra, **known
        )


def files_of_case(
    folder: Path, case: Case, bodies: list[Body], *, out: Path | None = None
) -> tuple[list[SourceFile], list[SetAside]]:
    """List the files of all sources, each file once, and what was set aside before it was opened.

    A file belongs to the first source that names it. In a source of replies the first folder below its path is the id
    of the body. What stands below `out`, where a run writes, is never read.
    """
    ids = {body.body for body in bodies}
    found: dict[str, SourceFile] = {}
    aside: list[SetAside] = []
    own = {"case.toml", *(source.bodies for source in case.sources if source.bodies)}
    for source in case.sources:
        paths = sorted(
            path
            for path in _paths(folder, source)
            if path.relative_to(folder).as_posix() not in own and not (out and path.is_relative_to(out))
        )
        if not paths:
            aside.append(
                SetAside(
                    "",
                    "",
                    "no file found",
                    f"source {source.number} ({source.kind}) names {source.path!r}",
                    source.path,
                )
            )
        for path in paths:
            relative = path.relative_to(folder).as_posix()
            if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
                aside.append(SetAside("", "", "link", "links are not followed; copy the file into the case", relative))
                continue
            body = source.body
            if body is None and source.kind == "replies":
                body = _body_of(relative, source)
                if ids and body not in ids:
                    aside.append(
                        SetAside("", "", "unknown body", f"the folder {body!r} is no id of {source.bodies}", relative)
                    )
                    body = None
            found.setdefault(relative, SourceFile(relative, source, body))
    return list(found.values()), aside


def _paths(folder: Path, source: SourceSpec) -> Iterator[Path]:
    base = folder / source.path
    if base.is_dir():
        candidates: Iterator[Path] = base.rglob("*")
    elif base.is_file():
        candidates = iter([base])
    else:
        candidates = folder.glob(source.path)
    for path in candidates:
        if path.is_dir() and not path.is_symlink():
            if not base.is_dir():
                yield from (inner for inner in path.rglob("*") if _is_document(inner, folder, source))
        elif _is_document(path, folder, source):
            yield path


def _is_document(path: Path, folder: Path, source: SourceSpec) -> bool:
    relative = path.relative_to(folder)
    return (
        (path.is_file() or path.is_symlink())
        and path.name.lower() not in _LITTER
        and not path.name.startswith(("~$", ".~"))
        and ".synopticon" not in relative.parts
        and not any(relative.match(pattern) for pattern in source.exclude)
    )


def _body_of(relative: str, source: SourceSpec) -> str | None:
    inner = relative.removeprefix(source.path.rstrip("/") + "/")
    return inner.split("/", 1)[0] if "/" in inner else None
