"""Tells from the header of a mail that a machine answered (RFC 3834 and what mail programs had before it)."""

from __future__ import annotations

from collections.abc import Iterable

#: Header fields that only machines set, and the values with which they say nothing; the first two words of RFC 3834.
_FIELDS = {
    "auto-submitted": frozenset({"", "no"}),
    "x-autoreply": frozenset({"", "no", "false", "0"}),
    "x-autorespond": frozenset({"", "no", "false", "0"}),
    "x-autoreply-from": frozenset({""}),
    "x-mail-autoreply": frozenset({"", "no", "false", "0"}),
}
_PRECEDENCE = "precedence"
_AUTOMATIC = frozenset({"auto_reply", "auto-reply"})
_LONG = 200


def automatic_line(header: Iterable[tuple[str, str]]) -> str | None:
    """Return the line of a header that says that a machine sent the mail, null when none does.

    Lists and newsletters have other marks (``Precedence: bulk``) and are not meant here.
    """
    for name, value in header:
        word = " ".join(value.split()).lower()
        first = word.partition(";")[0].strip()
        if name.lower() in _FIELDS and first not in _FIELDS[name.lower()]:
            return f"{name}: {' '.join(value.split())}"[:_LONG]
        if name.lower() == _PRECEDENCE and first in _AUTOMATIC:
            return f"{name}: {' '.join(value.split())}"[:_LONG]
    return None
