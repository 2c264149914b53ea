"""Every error that is raised on purpose.

The tree::

    SynopticonError
    ├── UsageError    the person can mend it: a key, a path, a date, an option
    │   └── BusyError     another process is writing to this case
    ├── SourceError   the material is not what it promises: a truncated zip, an unclosed quote
    │   └── LimitError    the material asks for more time, memory or depth than one document may have
    └── PluginError   one of our own files is wrong: a format without its record

A message says what was expected, what was found, where, and what to do; it starts in lower case and has
no trailing dot. Anything else that is raised is a bug and stays a builtin.
"""

from __future__ import annotations


class SynopticonError(Exception):
    """Root of all errors raised on purpose."""


class UsageError(SynopticonError):
    """The person can mend this: a wrong key, a missing path, a date that does not exist."""


class BusyError(UsageError):
    """Another process holds the case for writing."""


class SourceError(SynopticonError):
    """The material is not as promised; the document or row is set aside with this as its reason.

    Attributes:
        reason: a short fixed phrase for the `set_aside` table, such as ``truncated archive``.
        locator: where in the document, in the locator form of the public face, or the empty string.
    """

    def __init__(self, reason: str, detail: str = "", *, locator: str = "") -> None:
        """Keep the short reason apart from the detail, so that reasons can be counted."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
        self.locator = locator


class LimitError(SourceError):
    """The material asks for more time, memory, entries or depth than one document may have."""


class PluginError(SynopticonError):
    """A plug-in file of ours does not define the record that its folder promises."""
