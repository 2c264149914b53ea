"""Tables made from originals: one folder per piece of work, named by the hash of all that went into it.

The folder name is the manifest: if it is there and whole, the work is done; if anything that went in changes (the
document, the settings, the code, a library), the name changes and the work is done again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.resources
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

#: Libraries whose version may change what is read.
_LIBRARIES = (
    "pyarrow",
    "pypdfium2",
    "python-calamine",
    "lxml",
    "charset-normalizer",
    "pycld2",
    "ahocorasick-rs",
    "rapidfuzz",
)


@cache
def code_fingerprint(*packages: str) -> str:
    """Return a hash of these packages and files of ours and of the versions of Python and of the libraries they use."""
    digest = hashlib.sha256(f"python {sys.version_info.major}.{sys.version_info.minor}\n".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    root = Path(str(importlib.resources.files("synopticon")))
    for package in packages:
        entry = root / package
        for path in sorted(entry.rglob("*")) if entry.is_dir() else [entry]:
            if path.suffix in {".py", ".csv", ".yml", ".json", ".html", ".css", ".js"} and path.is_file():
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def work_key(stage: str, code: str, inputs: Iterable[str], settings: Mapping[str, str | None]) -> str:
    """Return the name of a piece of work: the hash of its stage, code, inputs and settings."""
    content = json.dumps([stage, code, list(inputs), dict(settings)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


class Derived:
    """The folder of all derived tables of a case. It can be deleted at any time; a run makes it again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, stage: str, key: str) -> Path:
        """Return where the tables of this work stand."""
        return self.folder / stage / key[:2] / key[2:]

    def has(self, stage: str, key: str) -> bool:
        """Tell whether this work is done and whole: every file has the hash that was written down with it."""
        folder = self.path(stage, key)
        try:
            hashes: dict[str, str] = json.loads((folder / "done.json").read_bytes())
            return all(
                hashlib.sha256((folder / name).read_bytes()).hexdigest() == known for name, known in hashes.items()
            )
        except (OSError, ValueError):
            return False

    def load(self, stage: str, key: str, table: str) -> pa.Table | None:
        """Return one table of done work, null when it had no rows."""
        path = self.path(stage, key) / f"{table}.parquet"
        return pq.read_table(path, memory_map=False) if path.exists() else None

    def work(self, stage: str, key: str) -> Work:
        """Return a new piece of work to write tables to; nothing is visible before it is done."""
        target = self.path(stage, key)
        target.parent.mkdir(parents=True, exist_ok=True)
        return Work(Path(tempfile.mkdtemp(prefix=".work-", dir=self.folder)), target)

    def forget(self, stage: str, key: str) -> None:
        """Drop this work, so that it is done again."""
        shutil.rmtree(self.path(stage, key), ignore_errors=True)

    def damaged(self) -> list[str]:
        """Return the work that is not whole, as ``stage/ab/cdef…``; a run does it again."""
        found = []
        for folder in sorted(self.folder.glob("*/??/*")):
            stage, start, rest = folder.relative_to(self.folder).parts
            if not self.has(stage, start + rest):
                found.append(f"{stage}/{start}/{rest}")
        return found

    def sweep(self) -> None:
        """Remove what interrupted runs left behind."""
        for path in self.folder.glob(".work-*"):
            shutil.rmtree(path, ignore_errors=True)


class Work:
    """Tables of one piece of work while they are being written. Large tables are appended batch by batch."""

    def __init__(self, folder: Path, target: Path) -> None:
        self.folder = folder
        self.target = target
        self._writers: dict[str, pq.ParquetWriter] = {}

    def append(self, name: str, table: pa.Table) -> None:
        """Add rows to the table of this name."""
        if name not in self._writers:
            self._writers[name] = pq.ParquetWriter(
                self.folder / f"{name}.parquet", table.schema, compression="zstd", write_statistics=False
            )
        self._writers[name].write_table(table)

    def done(self) -> None:
        """Close the tables, write down their hashes and put the folder in its place, all at once."""
        for writer in self._writers.values():
            writer.close()
        hashes = {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(self.folder.glob("*.parquet"))
        }
        (self.folder / "done.json").write_text(json.dumps(hashes, sort_keys=True), encoding="utf-8")
        if self.target.exists():
            shutil.rmtree(self.target)
        try:
            self.folder.replace(self.target)
        except OSError:
            # A process that outlived its run may have put the same work there in the meantime.
            if not (self.target / "done.json").exists():
                raise
            shutil.rmtree(self.folder)

    def drop(self) -> None:
        """Give the work up and leave nothing behind."""
        for writer in self._writers.values():
            writer.close()
        shutil.rmtree(self.folder, ignore_errors=True)
