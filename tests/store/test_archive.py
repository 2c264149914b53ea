from __future__ import annotations

import stat
from pathlib import Path

import pytest

from synopticon.errors import SourceError
from synopticon.store.archive import Archive


def test_an_original_is_kept_read_only_under_its_hash(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.keep(b"a letter")
    assert digest == archive.keep(b"a letter")
    assert archive.get(digest) == b"a letter"
    assert stat.S_IMODE(archive.path(digest).stat().st_mode) == 0o444
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [digest[2:]]


def test_a_flipped_bit_is_found_whenever_the_original_is_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.keep(b"a letter")
    path = archive.path(digest)
    path.chmod(0o644)
    path.write_bytes(b"a lettes")
    with pytest.raises(SourceError, match="original damaged: expected SHA-256"):
        archive.get(digest)
    assert [name for name, _ in archive.damaged()] == [digest]


def test_a_missing_original_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="original missing"):
        Archive(tmp_path).get("ab" * 32)
