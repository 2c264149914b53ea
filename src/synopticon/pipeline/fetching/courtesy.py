"""How often a host is asked, how long is waited after a refusal, and when asking ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from synopticon.errors import LimitError, SourceError
from synopticon.pipeline.fetching.transport import Answer, Trouble

#: Statuses below 500 after which a later try may do better.
_PASSING = {408, 425, 429}
#: Statuses from 500 up after which it will not.
_LASTING = {501, 505, 506, 510}
#: A connection that is refused is tried once more, no longer: nobody listens there.
_TRIES_REFUSED = 2


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as a parameter, so that tests need not wait.

    Attributes:
        now: the time of day, with its zone.
        passed: seconds from any fixed moment.
        sleep: waits for so many seconds.
    """

    now: Callable[[], datetime]
    passed: Callable[[], float]
    sleep: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a host is asked.

    Attributes:
        between: seconds from the start of one request to the start of the next.
        tries: how often one address is asked before it is given up.
        first_wait: seconds before the second try; each later wait is twice as long.
        longest_wait: no wait is longer; a host that asks for more is left alone.
        all_waits: seconds that the waits for one address may take together.
        busy: a status with which this host says that it was asked too often, null for none but the usual ones.
        busy_wait: seconds that it wants then.
    """

    between: float = 2.0
    tries: int = 6
    first_wait: float = 2.0
    longest_wait: float = 600.0
    all_waits: float = 1800.0
    busy: int | None = None
    busy_wait: float = 300.0

    def may_pass(self, status: int) -> bool:
        """Tell whether a later try may bring another answer than this status."""
        return status in _PASSING or (status >= 500 and status not in _LASTING) or status == self.busy


class Pace:
    """Waits between requests, and before a try that is repeated."""

    def __init__(self, manners: Manners, clock: Clock) -> None:
        self.manners = manners
        self.clock = clock
        self.between = manners.between
        self._last: float | None = None

    def turn(self) -> None:
        """Wait until the next request may start, and take it as started."""
        if self._last is not None:
            left = self._last + self.between - self.clock.passed()
            if left > 0:
                self.clock.sleep(left)
        self._last = self.clock.passed()

    def ask(
        self,
        url: str,
        once: Callable[[], Answer | Trouble],
        note: Callable[[Answer | Trouble, int], None],
        say: Callable[[str], None],
    ) -> Answer:
        """Ask until an answer comes that will not change, with growing waits.

        Args:
            url: for messages.
            once: asks one time.
            note: told every answer and the number of its try, from 1.
            say: told of every wait.

        Raises:
            SourceError: no such answer came in all tries.
            LimitError: the host asks for a longer wait than we hold out.
        """
        waited, what, number, is_refused = 0.0, "", 0, False
        for number in range(1, self.manners.tries + 1):
            self.turn()
            answer = once()
            note(answer, number)
            if isinstance(answer, Answer) and not self.manners.may_pass(answer.status):
                return answer
            what = answer.what if isinstance(answer, Trouble) else f"the answer was {answer.status}"
            is_refused = isinstance(answer, Trouble) and answer.is_refused
            if number == (min(_TRIES_REFUSED, self.manners.tries) if is_refused else self.manners.tries):
                if isinstance(answer, Trouble) and answer.error is not None:
                    raise answer.error
                break
            wait = self._wait(url, answer, number)
            waited += wait
            if waited > self.manners.all_waits:
                raise LimitError(
                    "given up", f"{url}: {what}; waited {waited - wait:.0f} s for it; run the same command again later"
                )
            say(f"{what}; trying again in {wait:.0f} s")
            self.clock.sleep(wait)
        raise SourceError(
            "not fetched",
            f"{url}: expected an answer, found in {number} {'try' if number == 1 else 'tries'} none; at last {what};"
            f"{' check the address and the port, or' if is_refused else ''} run the same command again later,"
            " it goes on from here",
        )

    def _wait(self, url: str, answer: Answer | Trouble, number: int) -> float:
        grown = min(self.manners.first_wait * 2.0 ** (number - 1), self.manners.longest_wait)
        if isinstance(answer, Trouble):
            return grown
        if answer.status == self.manners.busy:
            grown = max(grown, self.manners.busy_wait)
        asked = seconds_asked(answer.headers.get("retry-after", ""), self.clock.now())
        if asked is not None and asked > self.manners.longest_wait:
            raise LimitError(
                "asked to wait",
                f"{url} answered {answer.status} and asks to be left alone for {asked:.0f} s, more than the"
                f" {self.manners.longest_wait:.0f} s that are waited; run the same command again after that",
            )
        return grown if asked is None else max(asked, self.manners.first_wait)


def seconds_asked(text: str, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header, given as a number or a date, null when it is neither."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
