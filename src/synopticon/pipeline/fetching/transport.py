"""One request over the network: every redirect checked, every byte counted, never more than may be, never for ever."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from synopticon import __version__
from synopticon.errors import LimitError, SourceError, UsageError
from synopticon.pipeline.fetching.addresses import followed, place_of
from synopticon.pipeline.fetching.resuming import Part, forget, part_of, remember

_MOST_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
#: Content types of files that hold a whole publication rather than a page of it.
_BULK_TYPES = ("gzip", "jsonl", "ndjson", "x-jsonlines")
_HEADERS = {
    "User-Agent": f"synopticon/{__version__} (reader of public records; one request at a time)",
    "Accept": "application/json, application/gzip;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Caps:
    """How much one answer may be.

    Attributes:
        page: bytes of a page, as sent and as unpacked.
        bulk: bytes of a file that holds a whole publication.
        idle: seconds without a byte.
        grace: seconds that every answer may take.
        slowest: bytes a second that an answer must bring beyond them.
        longest: seconds that no answer may exceed.
    """

    page: int = 64 * 1024**2
    bulk: int = 4 * 1024**3
    idle: float = 60.0
    grace: float = 120.0
    slowest: float = 16 * 1024.0
    longest: float = 12 * 3600.0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose body, if the status is 200, is whole.

    Attributes:
        url: the address that answered, after redirects.
        headers: by lower-case name.
        sent: bytes that came over the network.
        size: bytes of the body, unpacked.
        sha256: of the body, unpacked.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    sent: int = 0
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """No whole answer came, and a later try may bring one; `error` is what is raised when none does.

    Attributes:
        is_refused: nobody listens at the address, which waiting hardly ever mends.
    """

    url: str
    what: str
    sent: int = 0
    error: SourceError | None = None
    is_refused: bool = False


def get(url: str, to: Path, *, caps: Caps, before: Callable[[str], None]) -> Answer | Trouble:
    """Ask for an address and write the body of a good answer to a file.

    Args:
        url: a checked address.
        to: what it holds is whole only when an `Answer` with the status 200 comes back; what is there of a big file
            that was cut off is gone on with.
        caps: how much the answer may be.
        before: told every address before it is asked; raises when it may not be.

    Raises:
        SourceError: the host does not exist, its certificate is wrong, or a redirect may not be followed.
        LimitError: the body is bigger than it may be.
    """
    visited = [url]
    while True:
        before(visited[-1])
        answer = _ask(visited[-1], to, caps)
        if isinstance(answer, Trouble) or answer.status not in _REDIRECTS:
            return answer
        link = answer.headers.get("location", "")
        if not link:
            raise SourceError("bad redirect", f"{visited[-1]} answered {answer.status} without an address; try later")
        target = followed(visited[-1], link, what="redirect")
        if target in visited or len(visited) > _MOST_HOPS:
            raise SourceError(
                "redirect loop",
                f"{url}: expected an answer after at most {_MOST_HOPS} redirects, found {' to '.join(visited)}"
                f" to {target}; try the last address in a browser",
            )
        visited.append(target)


def _ask(url: str, to: Path, caps: Caps) -> Answer | Trouble:
    watch = _Watch(caps)
    part = part_of(to, url)
    headers = _HEADERS | (part.headers if part else {})
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  # `checked` lets http and https pass only
    try:
        with watch, _opener(watch).open(request, timeout=caps.idle) as response:
            return _receive(url, response, to, caps, watch, part)
    except urllib.error.HTTPError as error:
        with contextlib.closing(error):
            if error.code == 416 and part is not None:
                forget(to)
                return Trouble(url, "the host does not have the rest of the file; it will be fetched anew")
            return Answer(url, error.code, _headers(error.headers))
    except urllib.error.URLError as error:
        reason = error.reason if isinstance(error.reason, Exception) else error
        return _trouble(url, reason, watch)
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        return _trouble(url, error, watch)


def _trouble(url: str, error: Exception, watch: _Watch) -> Trouble:
    place = place_of(url)
    if isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN:
        raise SourceError(
            "unknown host", f"expected a host at {place}, found none of that name; check the address and the network"
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        raise SourceError(
            "not trusted",
            f"expected a valid certificate from {place}, found a fault: {error.verify_message}; look closer",
        )
    if watch.is_over:
        return Trouble(url, f"the answer was too slow, {watch.got} bytes in {watch.passed:.0f} s", watch.got)
    if isinstance(error, http.client.IncompleteRead):
        return Trouble(url, f"the answer was cut off after {watch.got} bytes", watch.got)
    what = f"the connection failed: {str(error) or type(error).__name__}"
    return Trouble(url, what, watch.got, is_refused=isinstance(error, ConnectionRefusedError))


def _receive(  # noqa: PLR0917  # one answer, and all that bounds it
    url: str, response: http.client.HTTPResponse, to: Path, caps: Caps, watch: _Watch, part: Part | None
) -> Answer | Trouble:
    headers = _headers(response.headers)
    is_rest = response.status == 206 and part is not None
    if part is not None and is_rest and not part.is_continued_by(headers):
        forget(to)
        return Trouble(url, f"expected the rest of the file, found {headers.get('content-range', '')!r}")
    if response.status != 200 and not is_rest:
        return Answer(url, response.status, headers)
    wanted = _promised(headers)
    had = part.size if part is not None and is_rest else 0
    if wanted is not None:
        _within(url, had + wanted, caps, is_bulk=True)
    if not is_rest:
        remember(to, url, headers, None if headers.get("content-encoding") else wanted)
    is_bulk = is_rest or any(word in headers.get("content-type", "") for word in _BULK_TYPES)
    body = _body(url, headers, _pieces(url, response, caps, watch))
    size, sha256 = _write(url, body, to, caps, had=had, is_bulk=is_bulk)
    if watch.is_over:
        return Trouble(url, f"the answer was too slow, {watch.got} bytes in {watch.passed:.0f} s", watch.got)
    if wanted is not None and wanted != watch.got:
        return Trouble(url, f"the answer was cut off: expected {wanted} bytes, found {watch.got}", watch.got)
    return Answer(url, 200, headers, watch.got, size, sha256)


def _promised(headers: Mapping[str, str]) -> int | None:
    """Return how many bytes will come, null when the answer does not say."""
    text = headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and "transfer-encoding" not in headers else None


def _body(url: str, headers: Mapping[str, str], pieces: Iterator[bytes]) -> Iterator[bytes]:
    packing = headers.get("content-encoding", "").strip().lower()
    if packing not in {"", "identity", "gzip", "x-gzip"}:
        raise SourceError("bad answer", f"{url}: expected gzip or no packing, found {packing!r}; tell the publisher")
    return _unpacked(pieces) if "gzip" in packing else pieces


def _write(url: str, body: Iterator[bytes], to: Path, caps: Caps, *, had: int, is_bulk: bool) -> tuple[int, str]:
    """Write a body behind the bytes that were there; return size and hash of the whole."""
    digest, size = hashlib.sha256(), had
    with _writing(to), to.open("rb+" if had else "wb") as file:
        for piece in iter(lambda: file.read(_CHUNK), b"") if had else ():
            digest.update(piece)
    with to.open("ab") as file:
        for piece in body:
            is_bulk = is_bulk or (size == 0 and piece.startswith(_GZIP))
            size += len(piece)
            _within(url, size, caps, is_bulk=is_bulk)
            digest.update(piece)
            with _writing(to):
                file.write(piece)
                file.flush()
    return size, digest.hexdigest()


@contextlib.contextmanager
def _writing(to: Path) -> Generator[None, None, None]:
    """Tell a fault of the disk from one of the network."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"expected to write to {str(to)!r}: {error.strerror}; make room, and run again") from error


def _within(url: str, size: int, caps: Caps, *, is_bulk: bool) -> None:
    most = caps.bulk if is_bulk else caps.page
    if size > most:
        option = "--most-mb" if is_bulk else "--page-mb"
        raise LimitError(
            "too big",
            f"{url}: expected at most {most:,} bytes, found {size:,} or more, and read no further;"
            f" if that is right, allow more with {option}",
        )


def _pieces(url: str, response: http.client.HTTPResponse, caps: Caps, watch: _Watch) -> Iterator[bytes]:
    while piece := response.read1(_CHUNK):
        watch.got += len(piece)
        _within(url, watch.got, caps, is_bulk=True)
        yield piece


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Unpack a body that was packed for the way; a piece that unpacks to much comes in many small ones."""
    decoder = zlib.decompressobj(wbits=31)
    for piece in pieces:
        rest = piece
        while rest:
            if decoder.eof:
                decoder = zlib.decompressobj(wbits=31)
            yield decoder.decompress(rest, _CHUNK)
            rest = decoder.unconsumed_tail or decoder.unused_data
    if not decoder.eof:
        raise ConnectionError("the packed body ends before its end")


def _headers(headers: Any) -> dict[str, str]:  # noqa: ANN401  # what urllib gives has no common type
    return {str(name).lower(): str(value) for name, value in headers.items()}


class _Watch(contextlib.AbstractContextManager["_Watch"]):
    """Cuts a connection whose answer takes too long, wherever it hangs: in the headers, between chunks, in the body."""

    def __init__(self, caps: Caps) -> None:
        self.caps = caps
        self.got = 0
        self.is_over = False
        self.started = time.monotonic()
        self._sockets: list[socket.socket] = []
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    @property
    def passed(self) -> float:
        return time.monotonic() - self.started

    def add(self, connected: socket.socket) -> None:
        self._sockets.append(connected)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(min(1.0, self.caps.grace / 4)):
            if self.passed > min(self.caps.grace + self.got / self.caps.slowest, self.caps.longest):
                self.is_over = True
                for connected in self._sockets:
                    with contextlib.suppress(OSError):
                        # Below the encryption, which another thread is using.
                        socket.socket.shutdown(connected, socket.SHUT_RDWR)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves redirects to `get`, which checks them."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


class _PlainConnection(http.client.HTTPConnection):
    """A connection that a watch can cut."""

    watch: _Watch

    def connect(self) -> None:
        super().connect()
        self.watch.add(self.sock)


class _EncryptedConnection(http.client.HTTPSConnection):
    """The same over TLS."""

    watch: _Watch

    def connect(self) -> None:
        super().connect()
        self.watch.add(self.sock)


class _PlainHandler(urllib.request.HTTPHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self.watch = watch

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        def connection(host: str, **options: Any) -> _PlainConnection:  # noqa: ANN401  # as urllib calls it
            made = _PlainConnection(host, **options)
            made.watch = self.watch
            return made

        return self.do_open(connection, req)


class _EncryptedHandler(urllib.request.HTTPSHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self.watch = watch

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        def connection(host: str, **options: Any) -> _EncryptedConnection:  # noqa: ANN401  # as urllib calls it
            made = _EncryptedConnection(host, context=ssl.create_default_context(), **options)
            made.watch = self.watch
            return made

        return self.do_open(connection, req)


def _opener(watch: _Watch) -> urllib.request.OpenerDirector:
    """Return what opens addresses over http and https only; proxies are those of the system."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _NoRedirects(),
        _PlainHandler(watch),
        _EncryptedHandler(watch),
    ):
        opener.add_handler(handler)
    return opener
