"""What is installed on this machine, and what is lost without the rest."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from synopticon.engines import escapes
from synopticon.engines.lockdown import Lockdown
from synopticon.ingest import recognition, second
from synopticon.pipeline import parsing
from synopticon.screen import built_in_lists

_LIBRARIES = {
    "pyarrow": "nothing works",
    "ahocorasick-rs": "no names are found",
    "pypdfium2": "PDF files are set aside",
    "python-calamine": "spreadsheets are set aside",
    "lxml": "HTML and DOCX files are set aside",
    "charset-normalizer": "old encodings are set aside",
    "pycld2": "languages are told by script alone",
    "rapidfuzz": "misspelt names are not found",
    "jinja2": "no site is made",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report.

    Attributes:
        state: ``ok``, ``missing`` (something is lost), ``changed`` (not as it was written, and can be made again) or
            ``broken`` (nothing works, or what cannot be made again is damaged).
    """

    what: str
    state: str
    detail: str
    lost: str = ""


def findings() -> list[Finding]:
    """Look at this machine, and at nothing else."""
    return [*_python(), *_libraries(), *_disk(), *_programs(), *_second_parser(), *_isolation(), *_lists()]


def _python() -> Iterator[Finding]:
    yield Finding("Python", "ok", sys.version.split()[0])


def _libraries() -> Iterator[Finding]:
    for name, lost in _LIBRARIES.items():
        try:
            yield Finding(name, "ok", importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, "broken", "not installed; install the package again", lost)


def _disk() -> Iterator[Finding]:
    folder = Path.cwd()
    free = shutil.disk_usage(folder).free / 1e9
    try:
        with tempfile.NamedTemporaryFile(dir=folder):
            yield Finding("this folder", "ok", f"can be written to, {free:.0f} GB free")
    except OSError as error:
        yield Finding("this folder", "missing", f"cannot be written to: {error.strerror}", "cases cannot run here")


def _programs() -> Iterator[Finding]:
    program = recognition.program()
    if program is None:
        yield Finding("scans (Tesseract)", "missing", "not installed", "pages that are pictures are set aside")
    else:
        yield Finding("scans (Tesseract)", "ok", f"{program}, {recognition.version()}")
    for what, command in recognition.missing():
        yield Finding(f"scans: {what}", "missing", command, f"no {what}: such scans are set aside or read badly")


def _second_parser() -> Iterator[Finding]:
    known = second.version()
    if known:
        yield Finding("second PDF parser", "ok", f"pdfminer.six {known}")
    else:
        lost = "claims on PDF pages are not checked a second time"
        yield Finding("second PDF parser", "missing", "pip install 'synopticon[pdf-check]'", lost)


def _isolation() -> Iterator[Finding]:
    held = parsing.lockdown()
    yield Finding("parsers", "ok" if held.is_strong else "missing", held.describe(), _lost_without(held))
    if held.is_strong:
        attempts = escapes.self_test()
        through = [attempt.name for attempt in attempts if not attempt.is_blocked]
        detail = f"{len(attempts) - len(through)} of {len(attempts)} attempts to break out were stopped"
        yield Finding("lock", "broken" if through else "ok", detail, ", ".join(through))
    changed = parsing.changed_by_lock()
    detail = f"a file of each kind in the demonstration is read the same: {', '.join(changed) or 'yes'}"
    yield Finding("locked reading", "broken" if changed else "ok", detail, "these are read differently" * bool(changed))


def _lost_without(held: Lockdown) -> str:
    return "" if held.is_strong else "a document that takes over its parser can do what you can"


def _lists() -> Iterator[Finding]:
    statuses = built_in_lists()
    latest = max((status.latest or "" for status in statuses), default="")
    entries = sum(status.entries for status in statuses)
    yield Finding("lists", "ok", f"{len(statuses)} built in, {entries} entries, last change {latest}")
