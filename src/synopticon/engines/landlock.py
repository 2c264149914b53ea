"""Landlock on Linux, by system call: from then on no file can be opened and no TCP port reached."""

from __future__ import annotations

import ctypes
import os
import sys

_CREATE_RULESET, _RESTRICT_SELF = 444, 446  # the same numbers on every processor
_ASK_VERSION = 1
#: Rights over files that each version of the interface knows, from the first; a later one adds a bit.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NETWORK_SINCE, _SCOPE_SINCE = 4, 6
#: Bind and connect of TCP; signals and abstract sockets beyond the process itself.
_NETWORK_RIGHTS, _SCOPES = 0b11, 0b11


def landlock_version() -> int:
    """Return the version of the interface that this kernel offers, 0 when it has none."""
    if not sys.platform.startswith("linux"):
        return 0
    return max(0, _call(_CREATE_RULESET, None, 0, _ASK_VERSION))


def forbid_files() -> int:
    """Take every right that Landlock governs from this process, for good; the caller has set no_new_privs.

    Returns:
        The version of the interface, 0 when the kernel has none and nothing was done.

    Raises:
        OSError: the kernel offers Landlock and refuses it.
    """
    version = landlock_version()
    if version == 0:
        return 0
    files = (1 << _FILE_RIGHTS[min(version, max(_FILE_RIGHTS))]) - 1
    network = _NETWORK_RIGHTS if version >= _NETWORK_SINCE else 0
    scopes = _SCOPES if version >= _SCOPE_SINCE else 0
    # The kernel takes a longer struct than it knows as long as the rest is zero.
    rules = (ctypes.c_uint64 * 3)(files, network, scopes)
    ruleset = _call(_CREATE_RULESET, rules, ctypes.sizeof(rules), 0)
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    try:
        if _call(_RESTRICT_SELF, ruleset, 0):
            raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    finally:
        os.close(ruleset)
    return version


def _call(number: int, *arguments: object) -> int:
    result: int = ctypes.CDLL(None, use_errno=True).syscall(number, *arguments)
    return result
