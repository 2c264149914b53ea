"""Finds the date that a letter or page gives itself, in its first lines."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from synopticon.ingest.phrases import month_names

_LINES, _WIDTH, _AROUND = 25, 90, 24
_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})(?!\d)")
_CHINESE = re.compile(r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")


def letter_date(text: str) -> str | None:
    """Return the first date that stands (nearly) alone on one of the first lines, ISO, else null.

    A date inside a sentence is a date that the letter speaks of, not its own.
    """
    for line in text[:4000].splitlines()[:_LINES]:
        bare = line.strip()
        if bare and len(bare) <= _WIDTH:
            found = _date_in(bare)
            if found is not None:
                return found
    return None


def _date_in(line: str) -> str | None:
    for pattern in (_worded(), _worded_american(), _CHINESE, _ISO, _SLASHED):
        match = pattern.search(line)
        if match is None or len(line) - len(match[0]) > _AROUND:
            continue
        month = month_names().get(match["m"].casefold()) or (int(match["m"]) if match["m"].isdecimal() else 0)
        try:
            found = date(int(match["y"]), month, int(match["d"]))
        except ValueError:
            continue
        if found.year >= 1990:
            return found.isoformat()
    return None


@cache
def _worded() -> re.Pattern[str]:
    day, year = r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?", r"(?P<y>\d{4})(?!\d)"
    return re.compile(rf"{day}\s+(?:of\s+|de\s+)?(?P<m>{_months()})\.?,?\s+(?:de\s+)?{year}", re.IGNORECASE)


@cache
def _worded_american() -> re.Pattern[str]:
    day, year = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"(?P<y>\d{4})(?!\d)"
    return re.compile(rf"\b(?P<m>{_months()})\.?\s+{day},?\s+{year}", re.IGNORECASE)


def _months() -> str:
    return "|".join(re.escape(name) for name in sorted(month_names(), key=lambda name: (-len(name), name)))
