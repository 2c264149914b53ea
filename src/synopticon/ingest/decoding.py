"""Bytes to text: which encoding a file is in, and how sure that is.

A byte order mark decides; then strict UTF-8; then the pattern of NUL bytes of UTF-16; then a statistical guess, in
which Latin text that several Windows code pages fit equally well is taken for cp1252, the one with the pound sign where
publishers put it. A file in which UTF-8 and something else are mixed is read as UTF-8: the bytes that do not fit
become U+FFFD, because choosing one of the other encodings would be a guess about money and names.
"""

from __future__ import annotations

import codecs
import encodings
import io
import pkgutil
import re
from dataclasses import dataclass
from encodings.aliases import aliases
from functools import cache

from synopticon.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The UTF-8 mark read as cp1252 and written as UTF-8 once more.
_DOUBLE_BOM = "\u00ef\u00bb\u00bf".encode()
#: What programs mean when they declare these is the bigger set that holds them.
_WIDENED = {"latin_1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_NOT_TEXT = frozenset(
    {"aliases", "base64_codec", "bz2_codec", "charmap", "hex_codec", "idna", "mbcs", "oem", "punycode", "quopri_codec"}
    | {"rot_13", "undefined", "unicode_escape", "raw_unicode_escape", "uu_codec", "zlib_codec"}
)
_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WESTERN = re.compile(
    r"cp125[0247]|latin_?1|iso8859_(?:1|2|3|9|10|13|14|15|16)|mac_(?:roman|latin2|iceland|turkish)|cp(?:437|775|850|852|857|858|861|865|1140)|hp_roman8"
)
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file become text.

    Attributes:
        name: codec of the standard library.
        skip: bytes of byte order marks in front, which belong to no text.
        errors: the codec's error handler, ``strict`` or ``replace``.
        note: what a reader of the evidence must know of the decision, or the empty string.
    """

    name: str
    skip: int = 0
    errors: str = "strict"
    note: str = ""


def encoding_of(data: bytes) -> Encoding:
    """Decide the encoding of a text file; always the same answer for the same bytes."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _fits(data, name, len(mark))
    if data.startswith(_DOUBLE_BOM):
        found = encoding_of(data[len(_DOUBLE_BOM) :])
        return Encoding(found.name, found.skip + len(_DOUBLE_BOM), found.errors, "byte order mark encoded twice")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _fits(data, wide, 0)
    if data.isascii() or _decodes(data, "utf-8", 0):
        return Encoding("utf-8")
    return _guessed(data)


def decode(data: bytes) -> tuple[str, Encoding]:
    """Return the text of a file and the encoding it was read in; byte order marks are not part of the text."""
    encoding = encoding_of(data)
    return data[encoding.skip :].decode(encoding.name, encoding.errors), encoding


def opened(data: bytes, encoding: Encoding) -> io.TextIOWrapper:
    """Return the text as a stream of lines with their own line ends, for files too big to hold as text."""
    stream = io.BytesIO(data)
    stream.seek(encoding.skip)
    return io.TextIOWrapper(stream, encoding=encoding.name, errors=encoding.errors, newline="")


def codec_of(name: str | None) -> str | None:
    """Return the codec of a declared character set, null when there is none of that name.

    Asking Python for a codec that does not exist searches the disk, which a locked process may not do.
    """
    bare = encodings.normalize_encoding(name or "").lower()
    found = _WIDENED.get(aliases.get(bare, bare), aliases.get(bare, bare))
    return found if found in _codecs() and found not in _NOT_TEXT else None


@cache
def _codecs() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(encodings.__path__))


def is_text(data: bytes) -> bool:
    """Tell whether the first bytes look like text in some encoding, and not like a program's file."""
    head = data[:8192]
    if any(head.startswith(mark) for mark, _ in _BOMS) or _wide(head):
        return True
    nothing = head.count(0)
    return nothing <= len(head) // 5 and len(_CONTROL.findall(head)) - nothing <= max(1, len(head) // 200)


def _fits(data: bytes, name: str, skip: int) -> Encoding:
    if _decodes(data, name, skip):
        return Encoding(name, skip)
    return Encoding(name, skip, "replace", f"bytes that are not {name} are shown as U+FFFD")


def _decodes(data: bytes, name: str, skip: int) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    view = memoryview(data)
    try:
        for start in range(skip, len(data), _CHUNK):
            decoder.decode(view[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide(head: bytes) -> str:
    """Return the name of a two-byte encoding without a mark: every second byte of Latin text is NUL."""
    if len(head) < 4:
        return ""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _guessed(data: bytes) -> Encoding:
    sample = _around_high_bytes(data)
    fitting = sum(len(found) for found in _MULTIBYTE.findall(sample))
    high = len(_HIGH.findall(sample))
    if high and fitting > 0.5 * high and fitting < high:
        note = "mixed encodings: read as UTF-8, bytes that do not fit are shown as U+FFFD"
        return Encoding("utf-8", 0, "replace", note)
    name = _statistical(sample)
    if name == "utf-8" or not _decodes(data, name, 0):
        name = "cp1252"
    if _decodes(data, name, 0):
        return Encoding(name, note=f"encoding {name} found by its letters")
    return Encoding(name, 0, "replace", f"read as {name}, bytes that do not fit are shown as U+FFFD")


def _around_high_bytes(data: bytes) -> bytes:
    """Return the first lines that hold bytes beyond ASCII: they decide, and a guess over the whole file is slow."""
    lines: list[bytes] = []
    size = 0
    for line in io.BytesIO(data):
        if not line.isascii():
            lines.append(line[:4096])
            size += len(lines[-1])
            if size > _SAMPLE:
                break
    return b"".join(lines)


def _statistical(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # heavy: only for files that are not UTF-8

    found = from_bytes(sample).best()
    if found is None:
        return "cp1252"
    names = {found.encoding, *found.could_be_from_charset}
    is_western = any(_WESTERN.fullmatch(name) for name in names)
    if is_western and not _UNDEFINED_1252.search(sample):
        return "cp1252"
    if found.encoding in {"utf_8", "ascii"}:
        return "cp1252"
    return codecs.lookup(found.encoding).name


def require_text(data: bytes) -> None:
    """Raise `SourceError` when the bytes are no text."""
    if not is_text(data):
        raise SourceError("not text", "expected a text file, found binary data")
