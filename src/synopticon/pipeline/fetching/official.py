"""Fetches the official file of a list, over https, when a person asks for it."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from synopticon.errors import SourceError, UsageError

#: No official list is larger.
LARGEST = 300 * 1024 * 1024
_SECONDS = 60.0
_CHUNK = 1 << 20
_MOST_HOPS = 5


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects on the same host; to another host only when allowed, and then says so."""

    max_redirections = _MOST_HOPS

    def __init__(self, *, may_leave: bool, say: Callable[[str], None]) -> None:
        self.may_leave = may_leave
        self.say = say

    def redirect_request(  # noqa: PLR0917  # as the class above has it
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _check(newurl)
        before, after = urlsplit(req.full_url).hostname, urlsplit(newurl).hostname
        if before != after:
            if not self.may_leave:
                raise SourceError("redirected", f"{before} leads to another host, {after}; allow it with --follow")
            self.say(f"{before} leads to {after}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.username is not None:
        raise UsageError(f"expected an address that starts with https:// and names a host, found {url!r}")


def fetch(
    url: str, *, may_leave: bool = False, largest: int = LARGEST, seconds: float = _SECONDS,
    say: Callable[[str], None] = lambda _: None,
) -> bytes:  # fmt: skip
    """Return the bytes at an address.

    Args:
        url: https only.
        may_leave: follow redirects to other hosts.
        largest: more bytes than this are an error.
        seconds: how long to wait for each answer.
        say: told of every other host that the file really comes from.

    Raises:
        UsageError: the address is not one of https.
        SourceError: the host does not answer, answers with an error, redirects elsewhere, or sends too much or too
            little.
    """
    _check(url)
    opener = urllib.request.build_opener(_Redirects(may_leave=may_leave, say=say))
    headers = {"User-Agent": "synopticon", "Accept-Encoding": "identity"}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  # `_check` lets https pass only
    try:
        with opener.open(request, timeout=seconds) as answer:
            return _read(answer, answer.headers.get("Content-Length"), largest)
    except urllib.error.HTTPError as error:
        raise SourceError("not fetched", f"{url} answered {error.code} {error.reason}; try later") from None
    except (OSError, ValueError) as error:
        raise SourceError("not fetched", f"{url}: {error}; fetch it by hand and use `synopticon lists add`") from None


def _read(answer: IO[bytes], promised: str | None, largest: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := answer.read(_CHUNK):
        size += len(part)
        if size > largest:
            raise SourceError("not fetched", f"expected at most {largest} bytes, found more; not read further")
        parts.append(part)
    if promised is not None and promised.isdigit() and int(promised) != size:
        raise SourceError("truncated", f"expected {promised} bytes, found {size}; try again")
    return b"".join(parts)
