"""Goes on in the middle of a file that was cut off, where the host can tell that it is still the same file.

Beside what has come in stands a note with the address and the validator of RFC 9110: a strong ETag, else the time of
the last change. With it a host sends the rest of the same bytes, or the whole anew.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

#: What is smaller is sooner fetched anew.
SMALLEST = 1 << 20
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})")


@dataclass(frozen=True, slots=True)
class Part:
    """The first bytes of a file.

    Attributes:
        validator: by which the host knows the file again.
        total: bytes of the whole file.
        size: bytes that are there.
    """

    url: str
    validator: str
    total: int
    size: int = 0

    @property
    def headers(self) -> dict[str, str]:
        """What asks for the rest."""
        return {"Range": f"bytes={self.size}-", "If-Range": self.validator, "Accept-Encoding": "identity"}

    def is_continued_by(self, headers: Mapping[str, str]) -> bool:
        """Tell whether an answer holds exactly the rest."""
        found = _RANGE.fullmatch(headers.get("content-range", "").strip())
        return found is not None and [int(number) for number in found.groups()] == [
            self.size,
            self.total - 1,
            self.total,
        ]


def part_of(to: Path, url: str) -> Part | None:
    """Return what is there of the file at an address, null when nothing can be continued."""
    try:
        held = json.loads(_note(to).read_text(encoding="utf-8"))
        part = Part(str(held["url"]), str(held["validator"]), int(held["total"]), to.stat().st_size)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return part if part.url == url and SMALLEST <= part.size < part.total else None


def remember(to: Path, url: str, headers: Mapping[str, str], total: int | None) -> None:
    """Note how a file that begins to come in can be continued, where that will be possible."""
    forget(to)
    etag = headers.get("etag", "").strip()
    validator = etag if etag.startswith('"') else headers.get("last-modified", "").strip()
    if validator and total is not None and total > SMALLEST and headers.get("accept-ranges", "").lower() == "bytes":
        note = asdict(Part(url, validator, total))
        _note(to).write_text(json.dumps(note), encoding="utf-8")


def forget(to: Path) -> None:
    """Take the note away, so that the file is fetched anew."""
    with contextlib.suppress(FileNotFoundError):
        _note(to).unlink()


def _note(to: Path) -> Path:
    return to.with_name(f"{to.name}.json")
