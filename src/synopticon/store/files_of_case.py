"""Finds the files of a case: which source each belongs to, and which body it speaks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.model.case import Case, SourceSpec
from synopticon.model.records import Body, SetAside
from synopticon.store.bodies import read_bodies

#: Reason of what was read, and speaks for nobody whom the case knows.
UNKNOWN_BODY = "unknown body"
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
        UsageError: a table is missing or not in order (see `read_bodies`), or gives an id twice with different words.
    """
    bodies: dict[str, Body] = {}
    for name in dict.fromkeys(source.bodies for source in case.sources if source.bodies):
        for body in read_bodies(folder / name, name):
            if bodies.setdefault(body.body, body) != body:
                raise UsageError(
                    f"{name}: the id {body.body!r} stands twice with different values; give each body one row"
                )
    return list(bodies.values())


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
            if not _is_text(relative):
                shown = relative.encode("utf-8", "backslashreplace").decode()
                aside.append(SetAside("", "", "name not readable", "expected a name in UTF-8; rename it", shown))
                continue
            if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
                aside.append(SetAside("", "", "link", "links are not followed; copy the file into the case", relative))
                continue
            body = source.body
            if body is None and source.kind == "replies":
                body = _body_of(relative, source)
                if (ids or source.bodies) and body not in ids:
                    aside.append(SetAside("", "", UNKNOWN_BODY, _unknown(body, source), relative))
                    body = None
            found.setdefault(relative, SourceFile(relative, source, body))
    return list(found.values()), aside


def _unknown(body: str | None, source: SourceSpec) -> str:
    table = source.bodies or "the table of bodies"
    if body is None:
        return f"it lies in no folder with an id of {table}"
    return f"the folder {body!r} is no id of {table}"


def _is_text(path: str) -> bool:
    # Names in another encoding come as lone surrogates, which no table can hold.
    return not any("\ud800" <= character <= "\udfff" for character in path)


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
