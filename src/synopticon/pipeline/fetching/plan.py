"""What is fetched: the addresses of the first pages, one for each part of the span of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from synopticon.errors import UsageError
from synopticon.pipeline.fetching.addresses import checked
from synopticon.pipeline.fetching.courtesy import Manners
from synopticon.reference.endpoints import Endpoint, endpoints

#: The stages of contracting that services let one choose from.
STAGES = ("planning", "tender", "award", "implementation")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is fetched.

    Attributes:
        endpoint: name of the service.
        url: a checked address, with what is always asked for.
        spans: (first day, last day) one after another, none where the service knows no time.
        stages: stages of contracting, none for all.
        next_links: JSON Pointers at which the next page may be named.
        step_hours: a span is asked for in parts of so many hours; 0 for as a whole.
    """

    endpoint: str
    url: str
    spans: tuple[tuple[str, str], ...] = ()
    stages: tuple[str, ...] = ()
    next_links: tuple[str, ...] = ()
    step_hours: int = 0

    def starts(self) -> list[str]:
        """Return the addresses of the first pages, in the order of time."""
        service = endpoints()[self.endpoint]
        if not self.spans:
            return [self.url]
        step = timedelta(hours=self.step_hours) if self.step_hours else None
        return [
            _with(self.url, {service.since: begin.isoformat(), service.until: end.isoformat()})
            for first, last in self.spans
            for begin, end in _parts(date.fromisoformat(first), date.fromisoformat(last), step)
        ]

    def continued(self, last: str) -> Plan:
        """Return the plan with the days after its last one up to another, unchanged when there are none."""
        if not self.spans or last <= self.spans[-1][1]:
            return self
        following = date.fromisoformat(self.spans[-1][1]) + timedelta(days=1)
        return replace(self, spans=(*self.spans, (following.isoformat(), last)))


def plan_of(
    endpoint: str,
    *,
    url: str | None = None,
    since: date | None = None,
    until: date | None = None,
    stages: Sequence[str] = (),
    today: date | None = None,
) -> Plan:
    """Return the plan for a service of `endpoints.csv`.

    Args:
        endpoint: its name there.
        url: an address in the place of the one there.
        since: the first day.
        until: the last day, whole.
        stages: stages of contracting, none for all.
        today: days from it on are refused: what they will hold is not there yet, and would never be asked for again.

    Raises:
        UsageError: an address that may not be asked, a day after the other, a stage that does not exist.
    """
    service = endpoints()[endpoint]
    address = checked(url or service.url)
    for stage in stages:
        if stage not in STAGES:
            raise UsageError(f"expected one of the stages {', '.join(STAGES)}, found {stage!r}")
    if service.parameters or stages:
        chosen = {"stages": ",".join(stages)} if stages else {}
        address = _with(address, {**dict(service.parameters), **chosen})
    spans: tuple[tuple[str, str], ...] = ()
    if service.since:
        if since is None or until is None:
            raise UsageError(f"expected the first and the last day for {service.title}, found none; give --since")
        if since > until:
            raise UsageError(f"expected --since on or before the last day, {until}, found {since}; choose another day")
        if today is not None and until >= today:
            raise UsageError(f"expected --until before today, {today}, found {until}; a day is fetched when it is over")
        spans = ((since.isoformat(), until.isoformat()),)
    return Plan(endpoint, address, spans, tuple(stages), service.next_links, int(service.step_hours or 0))


def manners_of(service: Endpoint) -> Manners:
    """Return how a service wants to be asked."""
    return Manners(
        between=float(service.seconds_between),
        busy=int(service.busy_status) if service.busy_status else None,
        busy_wait=float(service.busy_seconds or 0),
    )


def _parts(first: date, last: date, step: timedelta | None) -> list[tuple[datetime, datetime]]:
    """Cut whole days into parts; neighbours share an instant, because services differ on whether the end counts."""
    begin = datetime(first.year, first.month, first.day)  # noqa: DTZ001  # local time of the publisher
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)  # noqa: DTZ001  # the same
    parts: list[tuple[datetime, datetime]] = []
    while begin < end:
        middle = min(begin + step, end) if step else end
        parts.append((begin, middle))
        begin = middle
    return parts


def _with(url: str, parameters: dict[str, str]) -> str:
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in parameters]
    # The colons of times and the commas of lists stay as they are, as the services write them.
    query = urlencode([*kept, *parameters.items()], safe=":,", quote_via=quote)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
