"""Lays out the archive of a request site as replies of a case: what the body wrote, not what it was asked.

Sites that run Alaveteli, such as WhatDoTheyKnow, give two kinds of archive. That of one request holds
``correspondence.txt`` with all messages, and the attachments as ``1_3_name.pdf`` (number of the reply, number of the
part). That of a batch holds a folder ``Name of the body - request`` for each request, in it a folder for each moment,
in it ``incoming_1.txt``, ``outgoing_1.txt`` and ``attachments-1/``.

Requests, notes of readers and tables about a batch are left out and counted: a question is not an answer.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from synopticon.errors import UsageError
from synopticon.ingest import limits
from synopticon.ingest.decoding import decode
from synopticon.ingest.packages import is_package, open_package, read_member
from synopticon.model.case import Case
from synopticon.model.records import Body
from synopticon.pipeline.fetching.journal import FOLDER, append_record
from synopticon.store.case import read_case
from synopticon.store.files import write_bytes
from synopticon.store.files_of_case import bodies_of_case
from synopticon.text.fold import folded_key

_RULE = "-" * 31
#: All messages of a request; sites that could make PDF gave the second.
_LETTERS = ("correspondence.txt", "correspondence.pdf")
_LITTER = "__MACOSX/"
_ATTACHMENT = re.compile(r"\d+_\d+_.+")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}-\d{4,6}")
_LABELLED = re.compile(r"[^\s:][^:\n]{0,30}:(?: (?P<value>.*))?")
#: "Somebody left an annotation: (4 March 2024)", in whatever language the site speaks.
_NOTE = re.compile(r".{1,200}: ?\([^()]{4,40}\)")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of an archive, or a reply out of its correspondence.

    Attributes:
        request: the request that it belongs to, as the site names it.
        body: the public body as the site names it.
        path: where it goes, below the folder of the request.
        member: the file of the archive that it comes from.
    """

    request: str
    body: str
    path: str
    member: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What became of an archive.

    Attributes:
        written: files of the case, relative to its folder.
        kept: those that were there already with the same bytes.
        left_out: how many were not taken, by the reason.
        unknown: bodies of the archive that are not in the table of bodies; their replies were left out.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]
    unknown: tuple[str, ...]


@dataclass(slots=True)
class _Sorted:
    """What an archive holds, taken and left out."""

    pieces: list[Piece] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of the correspondence, and whether it goes to the body."""

    kind: str
    text: str
    to: str = ""


def lay_out(archive: Path, folder: Path, *, now: datetime, body: str | None = None) -> LaidOut:
    """Write the replies of an archive below the replies of a case, ``<body>/<request>/``.

    Args:
        archive: the zip as the site gave it.
        folder: the case; its first source of replies takes them.
        now: when it is done, for the record in ``<body>/<request>/.synopticon/fetch.jsonl``.
        body: id of the body, where the archive is of one request and its name is not in the table.

    Raises:
        UsageError: no such file, another kind of archive, an unknown body, or another file in the place of one.
        SourceError: the archive is broken, or unpacks to more than it may.
    """
    case = read_case(folder)
    place = _place(case, folder)
    bodies = bodies_of_case(folder, case)
    sorted_out = _sorted(archive, frozenset(folded_key(known.name) for known in bodies))
    ids = _ids({piece.body for piece in sorted_out.pieces}, bodies, body, archive)
    unknown = tuple(sorted(name for name, found in ids.items() if found is None))
    taken = [piece for piece in sorted_out.pieces if ids[piece.body] is not None]
    sorted_out.left_out["of unknown bodies"] += len(sorted_out.pieces) - len(taken)
    paths = [f"{place}/{ids[piece.body]}/{_name(piece.request)}/{piece.path}" for piece in taken]
    chosen = list(zip(_distinct(paths), taken, strict=True))
    for path, piece in chosen:
        _check_free(folder / path, piece.data)
    written, kept = _write(chosen, folder, archive, now)
    counts = tuple(sorted((reason, count) for reason, count in sorted_out.left_out.items() if count))
    return LaidOut(tuple(written), tuple(kept), counts, unknown)


def _place(case: Case, folder: Path) -> str:
    for source in case.sources:
        if source.kind == "replies" and not set(source.path) & set("*?["):
            return source.path.rstrip("/")
    raise UsageError(
        f"{folder / 'case.toml'}: expected a source of replies with a folder as its path, found none; add [[source]]"
        ' with kind = "replies" and path = "replies"'
    )


def _sorted(archive: Path, known: frozenset[str]) -> _Sorted:
    try:
        data = archive.read_bytes()
    except OSError as error:
        raise UsageError(f"expected a readable file at {str(archive)!r}: {error.strerror}; check the path") from error
    if not is_package(data):
        raise UsageError(f"expected a zip file, found something else at {str(archive)!r}; give the file as downloaded")
    members = dict(_members(data))
    letters = next((name for name in members if _file(name).lower() in _LETTERS), "")
    if letters:
        folder = letters[: -len(_file(letters))]
        inside = {name.removeprefix(folder): content for name, content in members.items() if name.startswith(folder)}
        return _of_request(inside, _file(letters), archive.stem, known)
    if any(_MOMENT.fullmatch(part) for name in members for part in name.split("/")):
        return _of_batch(members)
    shown = ", ".join(list(members)[:4]) or "nothing"
    raise UsageError(
        f"{archive}: expected correspondence.txt, or a folder for each request with folders by moment, found {shown};"
        " put another archive as it is below the replies of its body, it is read there"
    )


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    total = 0
    with open_package(data) as package:
        for info in package.infolist():
            if info.is_dir() or info.filename.startswith(_LITTER):
                continue
            content = read_member(package, info)
            total += len(content)
            limits.within_ratio(len(data), total)
            yield info.filename, content


def _of_request(members: dict[str, bytes], letters: str, request: str, known: frozenset[str]) -> _Sorted:
    found = _Sorted()
    is_text = letters.lower().endswith(".txt")
    found.left_out["correspondence that cannot be taken apart"] += not is_text
    sections = _sections(decode(members[letters])[0]) if is_text else []
    # The first message goes to the body, unless the site hides it.
    receivers = [section.to for section in sections if section.kind == "message"]
    body = next((to for to in receivers if folded_key(to) in known), next(iter(receivers), ""))
    number = 0
    for section in sections:
        is_reply = section.kind == "message" and folded_key(section.to) != folded_key(body)
        if is_reply:
            number += 1
            text = section.text.encode("utf-8")
            found.pieces.append(Piece(request, body, f"reply-{number:02d}.txt", letters, text))
        elif section.kind:
            found.left_out["requests" if section.kind in {"message", "sent again"} else "notes of readers"] += 1
    for name, data in members.items():
        if name == letters:
            continue
        if _ATTACHMENT.fullmatch(name):
            found.pieces.append(Piece(request, body, _name(name), name, data))
        else:
            found.left_out["other files"] += 1
    return found


def _sections(text: str) -> list[_Section]:
    """Cut the correspondence at its rules; a rule inside a message does not end it."""
    sections: list[_Section] = []
    for piece in re.split(rf"(?m)^{_RULE}[ \t]*\r?\n", text)[1:]:
        section = _section(piece)
        if not section.kind and sections:
            before = sections.pop()
            section = replace(before, text=f"{before.text}\n{_RULE}\n{piece.rstrip()}\n")
        sections.append(section)
    return sections


def _section(text: str) -> _Section:
    lines = text.splitlines()
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if filled and _NOTE.fullmatch(lines[filled[0]].strip()):
        return _Section("note", text)
    for index in filled[:3]:
        labelled = [_LABELLED.fullmatch(line.strip()) for line in lines[index : index + 3]]
        if len(labelled) == 3 and all(labelled):
            to = labelled[1]["value"] if labelled[1] else None
            return _Section("message", "\n".join(lines[index:]).rstrip() + "\n", (to or "").strip())
    if len(filled) == 2 and _LABELLED.fullmatch(lines[filled[0]].strip()):
        return _Section("sent again", text)
    return _Section("", text)


def _of_batch(members: dict[str, bytes]) -> _Sorted:
    found = _Sorted()
    for name, data in members.items():
        parts = name.split("/")
        moment = next((index for index, part in enumerate(parts) if _MOMENT.fullmatch(part)), 0)
        # The name of a body may hold a slash; that of a request never holds a blank.
        body, _, request = "/".join(parts[:moment]).rpartition(" - ")
        inner = parts[moment:]
        if not body or len(inner) < 2:
            found.left_out["other files"] += 1
        elif len(inner) == 2 and inner[1].startswith("outgoing_"):
            found.left_out["requests"] += 1
        else:
            path = "/".join(_name(part) for part in inner)
            found.pieces.append(Piece(request, body, path, name, data))
    return found


def _ids(names: set[str], bodies: list[Body], given: str | None, archive: Path) -> dict[str, str | None]:
    """Return the id of each body of the archive, null where the table has none of that name."""
    known = [body.body for body in bodies]
    if given is not None:
        if given in {"", ".", ".."} or set(given) & set("/\\\0:"):
            raise UsageError(f"expected for --body an id that can name a folder, found {given!r}; choose another")
        if known and given not in known:
            raise UsageError(f"expected for --body an id of the table of bodies, found {given!r}; add a row for it")
        if len(names) > 1:
            raise UsageError(
                f"expected an archive of one body with --body, found {len(names)} in {archive}; leave --body out"
            )
        return dict.fromkeys(names, given)
    keys = {folded_key(word): body.body for body in bodies for word in (body.body, body.name)}
    found = {name: keys.get(folded_key(name)) for name in names}
    if names and not any(found.values()):
        shown = ", ".join(repr(name) for name in sorted(names)[:3] if name) or "no name"
        raise UsageError(
            f"{archive}: expected a body of the table of bodies, found {shown}; add a row with this name, or name the"
            " id with --body"
        )
    return found


def _file(name: str) -> str:
    """Return the last part of the name of a member."""
    return name.rsplit("/", 1)[-1]


def _name(text: str) -> str:
    """Return a text as the name of a file that every system takes."""
    bare = _UNSAFE.sub("_", text).strip(" .") or "_"
    stem, dot, suffix = bare.rpartition(".")
    if len(bare) > _LONGEST_NAME and dot and len(suffix) <= 8:
        return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return bare[:_LONGEST_NAME]


def _distinct(paths: Iterable[str]) -> Iterator[str]:
    """Number the paths that come again, also where a system does not tell capitals."""
    seen: Counter[str] = Counter()
    for path in paths:
        seen[path.lower()] += 1
        again = seen[path.lower()]
        stem, dot, suffix = path.rpartition(".")
        yield path if again == 1 else f"{stem}-{again}.{suffix}" if dot and "/" not in suffix else f"{path}-{again}"


def _check_free(path: Path, data: bytes) -> None:
    if path.is_symlink() or (path.exists() and (not path.is_file() or path.read_bytes() != data)):
        raise UsageError(f"expected no other file at {str(path)!r}, found one; move it away, and run again")


def _write(
    chosen: Iterable[tuple[str, Piece]], folder: Path, archive: Path, now: datetime
) -> tuple[list[str], list[str]]:
    written: list[str] = []
    kept: list[str] = []
    whole = hashlib.sha256(archive.read_bytes()).hexdigest()
    for path, piece in chosen:
        if (folder / path).exists():
            kept.append(path)
            continue
        write_bytes(folder / path, piece.data, mode=0o600)  # it may name officers
        written.append(path)
        request = Path(*Path(path).parts[: len(Path(path).parts) - len(Path(piece.path).parts)])
        (folder / request / FOLDER).mkdir(exist_ok=True)
        append_record(
            folder / request,
            {
                "record": "member",
                "archive": archive.name,
                "archive_sha256": whole,
                "member": piece.member,
                "when": now.isoformat(timespec="seconds"),
                "file": path,
                "sha256": hashlib.sha256(piece.data).hexdigest(),
                "bytes": len(piece.data),
            },
        )
    return written, kept
