"""Laws that say by when a request must be answered, and the days on which nobody works, as data with their sources.

`deadlines/laws.csv` holds one law per row, `deadlines/holidays.csv` one holiday per row, weekdays only, for the years
that it covers. A deadline that needs a year outside them is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from synopticon.reference._read import read_table

UNITS = ("working_days", "days", "months")


@dataclass(frozen=True, slots=True)
class RequestLaw:
    """A law on requests for information.

    Attributes:
        law: id, as it may stand in the column ``law`` of a table of bodies.
        region: the part of the country in which it holds in the place of the country's own, else empty.
        groups: groups of bodies that it is taken for when nobody names a law: ``*`` for all, none for never.
        count: how many of `unit` after the day of receipt.
        unit: working_days, days or months.
        calendars: holidays of all of them are no working days.
        short: its name in a letter.
        note: what can move the day, and whom it does not bind.
    """

    law: str
    name: str
    country: str
    region: str
    groups: tuple[str, ...]
    count: str
    unit: str
    calendars: tuple[str, ...]
    short: str
    statute: str
    section: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A weekday on which the offices of a calendar are closed by law."""

    calendar: str
    day: str
    name: str
    source: str


@cache
def request_laws() -> tuple[RequestLaw, ...]:
    """Return the laws on requests, in the order of the file."""
    return read_table("deadlines/laws.csv", RequestLaw, may_be_empty=("region",))


@cache
def holidays() -> tuple[Holiday, ...]:
    """Return the holidays of all calendars, by calendar and day."""
    return read_table("deadlines/holidays.csv", Holiday, dates=("day",))


@cache
def days_off(calendar: str) -> frozenset[date]:
    """Return the holidays of a calendar; none when it is not known."""
    return frozenset(date.fromisoformat(row.day) for row in holidays() if row.calendar == calendar)


@cache
def years_of(calendar: str) -> tuple[int, int] | None:
    """Return the first and last year whose holidays are listed, or null when the calendar is not known."""
    years = sorted(day.year for day in days_off(calendar))
    return (years[0], years[-1]) if years else None
