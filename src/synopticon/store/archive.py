"""Originals by SHA-256: kept as they came, read-only, checked whenever they are read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from synopticon.errors import SourceError
from synopticon.store.files import write_bytes


class Archive:
    """A folder of objects named by the hash of their bytes.

    Args:
        folder: holds ``ab/cdef…``; made when the first object is kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return where the object of this hash stands, whether or not it is there."""
        return self.folder / digest[:2] / digest[2:]

    def keep(self, data: bytes) -> str:
        """Keep the bytes and return their hash; keeping the same bytes again changes nothing."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if not path.exists():
            write_bytes(path, data, mode=0o444)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of this hash.

        Raises:
            SourceError: there is no such object, or its bytes no longer have this hash.
        """
        path = self.path(digest)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise SourceError(
                "original missing", f"expected an object at {path}, found none; run the case again"
            ) from None
        found = hashlib.sha256(data).hexdigest()
        if found != digest:
            raise SourceError(
                "original damaged", f"expected SHA-256 {digest}, found {found}; restore {path} from a copy"
            )
        return data

    def __len__(self) -> int:
        """Return how many objects there are."""
        return len(self._all())

    def _all(self) -> list[Path]:
        # What begins with a dot is half-written, and swept away by the next run.
        return sorted(path for path in self.folder.glob("??/*") if not path.name.startswith("."))

    def damaged(self) -> list[tuple[str, str]]:
        """Return (hash by name, hash found) of every object whose bytes have changed."""
        faults = []
        for path in self._all():
            name = path.parent.name + path.name
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != name:
                faults.append((name, found))
        return faults
