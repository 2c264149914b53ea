"""Where publishers of contracting data answer, how they page and how often they may be asked, each with its source.

`endpoints.csv` holds one publisher per row; the row ``ocds`` holds the conventions for every other address.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from synopticon.errors import PluginError
from synopticon.reference._read import read_table


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A service that answers with pages of releases.

    Attributes:
        endpoint: its name on the command line.
        url: address of the first page, without parameters; empty where the user gives it.
        since: name of the parameter for the earliest time, empty when there is none.
        until: name of the parameter for the latest time.
        step_hours: a longer span of time is asked for in parts of so many hours; empty for never.
        parameters: what is always asked for.
        next_links: JSON Pointers at which the address of the next page may stand.
        seconds_between: from the start of one request to the start of the next.
        busy_status: a status below 500 with which it says that it was asked too often; empty for none but 429.
        busy_seconds: how long it then wants to be left alone.
        source: the page that documents it.
    """

    endpoint: str
    title: str
    url: str
    since: str
    until: str
    step_hours: str
    parameters: tuple[tuple[str, str], ...]
    next_links: tuple[str, ...]
    seconds_between: str
    busy_status: str
    busy_seconds: str
    note: str
    source: str


_MAY_BE_EMPTY = ("url", "since", "until", "step_hours", "busy_status", "busy_seconds")
_NUMBERS = ("step_hours", "seconds_between", "busy_status", "busy_seconds")


@cache
def endpoints() -> dict[str, Endpoint]:
    """Return the services by name, in the order of the file."""
    rows = read_table("endpoints.csv", Endpoint, may_be_empty=_MAY_BE_EMPTY)
    for row in rows:
        for column in _NUMBERS:
            if not getattr(row, column).isascii() or not (getattr(row, column) or "0").isdigit():
                raise PluginError(f"expected a whole number in column {column} of {row.endpoint} in endpoints.csv")
    return {row.endpoint: row for row in rows}
