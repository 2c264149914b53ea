"""Mailboxes (RFC 4155): every message is read as a mail of its own, below ``part=N``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from synopticon.ingest import limits
from synopticon.ingest.format import Content, Format, Item
from synopticon.model.locator import within

_START = re.compile(rb"\AFrom [^\r\n]{3,200}\d{4}[^\r\n]{0,20}\r?\n[!-9;-~]{1,60}:")
_NEXT = re.compile(rb"\r?\n\r?\n(?=From [^\r\n]{3,200}\d{4}[^\r\n]{0,20}\r?\n[!-9;-~]{1,60}:)")


def _recognises(data: bytes) -> int:
    return 3 if _START.match(data[:1024]) else 0


def _read(content: Content) -> Iterator[Item]:
    messages = _NEXT.split(content.data)
    limits.within_limit("messages", len(messages), limits.MEMBERS, locator=content.unit)
    for number, message in enumerate(messages, 1):
        # The first line belongs to the mailbox; a mail begins with its header.
        _, _, mail = message.partition(b"\n")
        unit = within(content.unit, f"part={number}")
        yield from content.read_part(
            replace(content, data=mail, name=f"{number}.eml", unit=unit, depth=content.depth + 1)
        )


FORMAT = Format(
    name="mbox",
    media_types=("application/mbox",),
    suffixes=(".mbox", ".mbx"),
    recognises=_recognises,
    read=_read,
)
