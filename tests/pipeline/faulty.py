"""A web server on this machine whose answers are scripted, whole or broken, and a clock that never waits."""

from __future__ import annotations

import _socket
import contextlib
import gzip
import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from synopticon.pipeline.fetching import Clock

#: Writes one answer; `None` stands for none at all.
Script = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the scripts of the server: the first of an address, then the next, and the last for ever."""

    server: Faulty

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.append(self.headers.get("User-Agent", ""))
        scripts = self.server.scripts.get(self.path) or [refusing(404)]
        script = scripts.pop(0) if len(scripts) > 1 else scripts[0]
        with contextlib.suppress(ConnectionError):
            script(self)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def begin(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


class Faulty(ThreadingHTTPServer):
    """Keeps the scripts, and what was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.scripts: dict[str, list[Script]] = {}
        self.asked: list[str] = []
        self.agents: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up are what is tested."""


class Hands:
    """A clock whose hands move only when somebody waits."""

    def __init__(self) -> None:
        self.at = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds

    @property
    def clock(self) -> Clock:
        start = datetime(2026, 5, 4, 12, tzinfo=UTC)
        return Clock(lambda: start + timedelta(seconds=self.at), lambda: self.at, self.sleep)


@contextlib.contextmanager
def serving() -> Iterator[Faulty]:
    """Run a server as long as the block lasts."""
    server = Faulty()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let connections to this machine pass, and fail the test that opens another."""
    # The fixture for all tests has put its own in the place of the socket's; under it stands what the system has.
    original = _socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert address[0] == "127.0.0.1", f"a test tried to connect to {address!r}"
        original(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def release(number: int) -> dict[str, object]:
    """Return a made-up award with an officer in its contact point."""
    return {
        "ocid": f"ocds-made-{number:04d}",
        "id": f"{number}-award",
        "date": "2024-03-01T00:00:00Z",
        "tag": ["award"],
        "buyer": {"name": "Northmere Council", "id": "GB-1"},
        "parties": [
            {
                "id": "GB-1",
                "name": "Northmere Council",
                "roles": ["buyer"],
                "contactPoint": {"name": "Quilla Marsden", "email": "quilla.marsden@northmere.example"},
            }
        ],
        "tender": {"title": f"Supply of Hikvision CCTV cameras, lot {number}"},
        "awards": [
            {
                "id": f"a{number}",
                "title": f"Supply and installation of Hikvision CCTV cameras, lot {number}",
                "date": "2024-03-01T00:00:00Z",
                "value": {"amount": 1000 + number, "currency": "GBP"},
                "suppliers": [{"name": "Southfell Security Ltd"}],
            }
        ],
    }


def package(*numbers: int, following: str | None = None) -> bytes:
    """Return a release package with a link to the next one."""
    value: dict[str, object] = {"uri": "made-up", "version": "1.1", "releases": [release(number) for number in numbers]}
    if following is not None:
        value["links"] = {"next": following}
    return json.dumps(value).encode()


def giving(body: bytes, *, kind: str = "application/json", **headers: str) -> Script:
    """Answer with a whole body."""
    return _sending(body, len(body), Content_Type=kind, **headers)


def cut(body: bytes, at: int) -> Script:
    """Promise a body and hang up in its middle."""
    return _sending(body[:at], len(body), Content_Type="application/json")


def _sending(body: bytes, promised: int, **headers: str) -> Script:
    def send(self: Handler) -> None:
        self.begin(200, Content_Length=str(promised), **headers)
        self.wfile.write(body)

    return send


def refusing(status: int, **headers: str) -> Script:
    """Answer with a status and nothing else."""
    return lambda self: self.begin(status, Content_Length="0", **headers)


def endless(self: Handler) -> None:
    """Answer without an end."""
    self.begin(200, Content_Type="application/json")
    while True:
        self.wfile.write(b" " * 65536)


def dripping(pause: float) -> Script:
    """Answer drop by drop, without an end."""

    def drip(self: Handler) -> None:
        self.begin(200, Content_Type="application/json")
        while True:
            self.wfile.write(b" ")
            if threading.Event().wait(pause):
                return

    return drip


def dripping_headers(self: Handler) -> None:
    """Never come to the end of the headers."""
    self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        self.wfile.write(b"x")
        threading.Event().wait(0.05)


def hanging_up(self: Handler) -> None:
    """Say nothing and hang up."""
    self.connection.shutdown(socket.SHUT_RDWR)


def packed(body: bytes) -> bytes:
    """Return a body as gzip, the same for the same body."""
    return gzip.compress(body, mtime=0)
