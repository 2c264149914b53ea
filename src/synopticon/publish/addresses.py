"""Where the page of each thing stands: names that every file system keeps and no id can escape from."""

from __future__ import annotations

import hashlib
import re

_SAFE = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,79})")
_OTHER = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def page_name(key: str) -> str:
    """Return a file name without suffix for an id.

    An id of lower case letters, digits, ``-`` and ``_`` is its own name. Any other keeps what it can and gets a
    hash, so that ids that differ only in case, script or dots do not meet in one file.
    """
    if _SAFE.fullmatch(key) and not _RESERVED.fullmatch(key):
        return key
    kept = _OTHER.sub("-", key.casefold()).strip("-")[:40].strip("-")
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{kept}-{digest}" if kept else digest


def figure(key: str) -> str:
    """Return the address of a figure's page, relative to the top of the site."""
    return f"figures/{page_name(key)}.html"


def body(key: str) -> str:
    """Return the address of a body's page."""
    return f"bodies/{page_name(key)}.html"


def maker(key: str) -> str:
    """Return the address of a maker's page."""
    return f"makers/{page_name(key)}.html"


def document(key: str) -> str:
    """Return the address of a document's page."""
    return f"documents/{page_name(key[:16])}.html"


def contradiction(key: str) -> str:
    """Return where a contradiction stands."""
    return f"contradictions.html#{page_name(key)}"


def claim(key: str) -> str:
    """Return the fragment under which a claim stands on the pages that show it."""
    return f"claim-{page_name(key)}"
