"""The list of everything that a publication wrote, with hashes, and the removal of what an earlier one left behind.

A page of a claim that was withdrawn must not stay on the disk because nothing overwrites it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from synopticon.store.files import write_text

NAME = "SHA256SUMS"


def replace_manifest(out: Path, written: Iterable[Path], folders: Iterable[str]) -> Path:
    """Write the list of files below `out` and remove those that the last list names and this one does not.

    Only files in `folders`, the folders of the outputs, are ever removed; a file that no list names is not ours.
    """
    manifest, ours = out / NAME, set(folders)
    hashes = {path.relative_to(out).as_posix(): _sha256(path) for path in written}
    for name in sorted(_listed(manifest) - hashes.keys()):
        if _is_ours(name, ours):
            (out / name).unlink(missing_ok=True)
    write_text(manifest, "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())))
    return manifest


def _listed(manifest: Path) -> set[str]:
    if not manifest.is_file():
        return set()
    lines = manifest.read_text("utf-8", errors="replace").splitlines()
    return {name for _, mark, name in (line.partition("  ") for line in lines) if mark}


def _is_ours(name: str, folders: set[str]) -> bool:
    """Tell whether a listed name stays inside the folder of an output; lists can be edited by others."""
    parts = PurePosixPath(name).parts
    return len(parts) > 1 and parts[0] in folders and ".." not in parts and "\\" not in name


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
