"""What one document may ask for, and the error when it asks for more."""

from __future__ import annotations

from synopticon.errors import LimitError

#: Files inside one archive or e-mail.
MEMBERS = 10_000
#: Containers around a file: a zip in an e-mail in a zip is two.
DEPTH = 5
#: Bytes of all members of one archive together; big archives may instead grow by `RATIO`.
UNPACKED = 4 * 1024**3
#: Unpacked bytes for each packed byte, judged only above `RATIO_FLOOR`.
RATIO = 200
RATIO_FLOOR = 64 * 1024**2
#: Characters of running text in one part of a document.
TEXT = 64 * 1024**2
#: Bytes of one line of a text table, characters of one of its cells, and its columns.
LINE = 16 * 1024**2
CELL = 1024**2
COLUMNS = 4096
#: Cells of one sheet, counted with the empty ones between its corners.
SHEET_CELLS = 20_000_000
PAGES = 20_000
#: Pages of one document that are read from pictures; each takes seconds.
SCANNED_PAGES = 200
#: Pages that are pictures, one after the other, on which nothing is recognised; then no further one is tried.
HOPELESS_PAGES = 5
#: Pixels of one picture: A3 at 600 dots per inch.
PIXELS = 80_000_000
#: Characters of one page.
PAGE_TEXT = 2 * 1024**2


def within_limit(what: str, found: int, limit: int, *, locator: str = "") -> None:
    """Raise `LimitError` when `found` is more than `limit`; `what` names the thing in the plural."""
    if found > limit:
        raise LimitError(f"too many {what}", f"expected at most {limit}, found {found}", locator=locator)


def within_ratio(packed: int, unpacked: int, *, locator: str = "") -> None:
    """Raise `LimitError` when something unpacks to more than one document may hold.

    Small members compress by any ratio without doing harm, so the ratio counts only above `RATIO_FLOOR` bytes.
    """
    if unpacked > UNPACKED or (unpacked > RATIO_FLOOR and unpacked > RATIO * max(packed, 1)):
        detail = f"{packed} bytes unpack to {unpacked} or more; at most {RATIO} times and {UNPACKED} bytes are read"
        raise LimitError("archive bomb", detail, locator=locator)
