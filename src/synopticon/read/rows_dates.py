"""Dates that stand alone in a cell."""

from __future__ import annotations

import re
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: .*)?$")


@lru_cache(maxsize=4096)
def cell_date(text: str) -> str | None:
    """Return the date of a cell as an ISO string cut to what is said; days come before months; else null."""
    text = text.strip()
    if found := _ISO.match(text):
        return "-".join(part for part in found.groups() if part)
    if (found := _DAY_FIRST.match(text)) and 1 <= int(found[2]) <= 12 and 1 <= int(found[1]) <= 31:
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    from synopticon.read.quantities import find_quantities  # noqa: PLC0415  # only for dates in words

    dates = [span for span in find_quantities(text) if span.kind == "date" and isinstance(span.value, str)]
    return str(dates[0].value) if dates else None
