"""Which addresses may be asked: http and https, no user names, and links that stay on the host where they stand."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from synopticon.errors import SourceError, UsageError

_PORTS = {"http": 80, "https": 443}
#: Left as they are: what separates the parts of an address, and what is encoded already.
_SAFE = "%/:=&?~+!$,;'@()*[]"


def checked(url: str) -> str:
    """Return an address in the form in which it is sent, without its fragment.

    Raises:
        UsageError: it is not one of http or https, names no host, or carries a user name.
    """
    if any(ord(character) <= 0x20 or ord(character) == 0x7F for character in url):
        raise UsageError(f"expected an address without blanks or control characters, found {url!r}; check it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UsageError(f"expected an address such as https://example.org/releases, found {url!r}; check it") from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise UsageError(f"expected an address that starts with https:// or http://, found {url!r}; check it")
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"expected an address without a user name, found one for {parts.hostname!r}; take it out")
    host = _host(parts.hostname, url)
    place = host if port is None or port == _PORTS[parts.scheme] else f"{host}:{port}"
    return urlunsplit((parts.scheme, place, quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE), ""))


def origin_of(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of a checked address."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme]


def place_of(url: str) -> str:
    """Return scheme, host and port as the address writes them, such as ``https://example.org``."""
    return url[: url.index("/", url.index("//") + 2)]


def target_of(url: str) -> str:
    """Return path and query of a checked address, as rules for robots name them."""
    return url[len(place_of(url)) :]


def followed(url: str, link: str, *, what: str) -> str:
    """Return the address that a link on a page leads to.

    Args:
        url: the page.
        link: as it stands there, absolute or relative.
        what: what the link is, such as ``next page``, for the message.

    Raises:
        SourceError: it leads to another host, away from https, or nowhere.
    """
    try:
        target = checked(urljoin(url, link))
    except (UsageError, ValueError) as error:
        raise SourceError("bad link", f"{what} of {url}: {error}") from None
    before, after = origin_of(url), origin_of(target)
    if before == after or (before[1] == after[1] and (before[0], after[0]) == ("http", "https")):
        return target
    if before[0] == "https" and after[0] == "http":
        raise SourceError(
            "bad link", f"{what} of {url}: expected https, found {target}, which is not encrypted; tell the publisher"
        )
    raise SourceError(
        "bad link",
        f"{what} of {url}: expected an address on {place_of(url)}, found {target};"
        " if that is where the data stands, give its address",
    )


def _host(name: str, url: str) -> str:
    if ":" in name:
        return f"[{name}]"
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        raise UsageError(f"expected a host name, found {name!r} in {url!r}; check the address") from None
