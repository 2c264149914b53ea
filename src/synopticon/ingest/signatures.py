"""Names the well-known kinds of file that cannot be read, so that the reason tells what to do."""

from __future__ import annotations

_SIGNATURES = (
    (b"Rar!\x1a\x07", "a RAR archive: unpack it and add its files"),
    (b"BZh", "a bzip2 file: unpack it"),
    (b"\xfd7zXZ\x00", "an xz file: unpack it"),
    (b"!BDN", "an Outlook mailbox (PST): export the messages as EML"),
    (b"GIF8", "a picture (GIF): save it as PNG"),
    (b"RIFF", "audio, video or a picture"),
    (b"ID3", "audio"),
    (b"ARROW1", "an Arrow table: export it as Parquet or CSV"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def name_of_unread(data: bytes) -> str:
    """Say in words what a file that no format recognises seems to be."""
    for mark, words in _SIGNATURES:
        if data.startswith(mark):
            return words
    if data.startswith(_OLE):
        return "an old Office file of another kind: save it as PDF"
    return f"begins with {data[:8].hex()}"
