"""The lock is proven once before documents are parsed, and a lock that does not hold stops a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from synopticon.engines import escapes
from synopticon.engines.escapes import Attempt
from synopticon.errors import UsageError
from synopticon.pipeline import parsing, proof

needs_lock = pytest.mark.skipif(not parsing.lockdown().is_strong, reason="nothing locks processes here")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Count what is tried, in a home of its own, without trying it."""
    made: list[str] = []

    def self_test() -> list[Attempt]:
        made.append("escapes")
        return [Attempt("fork", is_blocked=True, how="refused")]

    def changed() -> list[str]:
        made.append("formats")
        return []

    monkeypatch.setenv("SYNOPTICON_HOME", str(tmp_path))
    monkeypatch.setattr(escapes, "self_test", self_test)
    monkeypatch.setattr(parsing, "changed_by_lock", changed)
    return made


@needs_lock
def test_the_lock_is_proven_once_for_a_version_and_a_kernel(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    proof.prove_lock()
    proof.prove_lock()
    assert calls == ["escapes", "formats"]
    monkeypatch.setattr("platform.release", lambda: "another kernel")
    proof.prove_lock()
    assert calls == ["escapes", "formats"] * 2


@needs_lock
def test_an_attempt_that_gets_through_stops_the_run_every_time(
    calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escapes, "self_test", lambda: [Attempt("list a folder", is_blocked=False, how="nothing")])
    for _ in range(2):
        with pytest.raises(UsageError, match="list a folder"):
            proof.prove_lock()
    assert calls == []


@needs_lock
def test_a_format_that_is_read_differently_stops_the_run(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "changed_by_lock", lambda: ["docx"])
    with pytest.raises(UsageError, match="docx"):
        proof.prove_lock()
    assert calls == ["escapes"]


@needs_lock
@pytest.mark.usefixtures("calls")
def test_a_home_that_cannot_be_written_to_does_not_matter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SYNOPTICON_HOME", str(tmp_path / "file"))
    proof.prove_lock()
    assert not (tmp_path / "file/proven").exists()
