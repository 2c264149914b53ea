"""What all tests share: no network, and where the real public records stand, if they do."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RECORDS = ROOT / "../shared"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test that opens a connection. Pipes between processes are not touched."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"a test tried to connect to {address!r}")
        original(self, address)  # type: ignore[arg-type]

    original = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True, scope="session")
def _own_lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the lists that this machine's user has added out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SYNOPTICON_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def records_folder() -> Path:
    """Return the folder of real public records, or skip."""
    if not (RECORDS / "data").is_dir():
        pytest.skip(f"the real public records are not at {RECORDS}")
    return RECORDS
