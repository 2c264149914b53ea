"""By when the law asks a body to answer, and who is overdue on a given day.

The day of receipt is not counted. A request is taken as received on the day on which it was sent, which is right for
e-mail and portals; a letter arrives later, so a reminder should not leave on the first day after. Where no law is
known, the day is null and the note says why.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from synopticon.figures.progress import (
    CLARIFICATION,
    OVERDUE,
    UNREAD,
    Correspondence,
    correspondence,
    day_of,
    progress_of,
    unanswered,
)
from synopticon.figures.progress import REVIEW as UNDER_REVIEW
from synopticon.figures.states import has_replied, is_asked, is_unread
from synopticon.model.records import Body, Claim, Document
from synopticon.reference.calendars import RequestLaw, days_off, request_laws, years_of

_SATURDAY = 5
#: What a person may do about each state, once the day has come.
CHASE = "chase"
REVIEW = "review"
CLARIFY = "clarify"
_REVIEWED = frozenset({"refused", "partial"})


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which an answer is in time.

    Attributes:
        law: id of the law, null when none is known to hold.
        day: null when it cannot be told; `note` then says why.
        note: what can move the day, or why there is none.
    """

    law: str | None
    day: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the request to one body stands on a day.

    Attributes:
        state: silent, refused, not_held, partial, usable; null when something came that could not be read.
        answered_on: the day of the first reply that is more than an acknowledgement, where it is dated.
        days_over: days since the due day while nothing came, or by which the answer was late; null when in time.
        is_overdue: nothing but an acknowledgement came, and the due day is past; a body that waits for a
            clarification is not overdue.
        action: ``chase`` for an overdue body, ``clarify`` for one that asked what is meant, ``review`` for a refusal
            or partial answer whose review is not under way, else empty.
        progress: awaited, acknowledged, clarification_asked, overdue, unread, answered, late or
            under_review.
        evidence: the claim that an acknowledgement, a question or a review stands in.
    """

    body: str
    name: str
    country: str | None
    channel: str | None
    asked_on: date | None
    state: str | None
    answered_on: date | None
    due: Due
    days_over: int | None
    is_overdue: bool
    action: str
    progress: str
    evidence: Claim | None = None


def law_of(body: Body) -> RequestLaw | None:
    """Return the law that a body answers under: the one that its row names, else that of its country and region.

    A country's law that binds only some bodies is taken for those whose group the table of laws names; for any other
    body the column ``law`` of the table of bodies must say which holds.
    """
    named = columns_of(body).get("law", "")
    if named:
        return next((law for law in request_laws() if named.casefold() in {law.law, law.short.casefold()}), None)
    group = (body.group or "").casefold()
    fitting = [
        law
        for law in request_laws()
        if body.country is not None
        and law.country == body.country.upper()
        and law.region in {"", body.region or ""}
        and ("*" in law.groups or group in law.groups)
    ]
    return max(fitting, key=lambda law: bool(law.region), default=None)


def due_on(asked_on: date, law: RequestLaw) -> Due:
    """Return the last day on which an answer to a request of `asked_on` is in time.

    Working days are weekdays that are no holiday in any calendar of the law. Months end on the day of the same
    number, or on the last of a shorter month, moved on to a day that is no Saturday, Sunday or listed holiday.
    """
    day = _end(asked_on, law)
    spans = [years_of(name) for name in law.calendars]
    if any(span is None or not span[0] <= year <= span[1] for span in spans for year in (asked_on.year, day.year)):
        return Due(law.law, None, f"the holidays of {asked_on.year} to {day.year} are not listed for {law.short}")
    return Due(law.law, day, law.note)


def due_of(body: Body) -> Due:
    """Return the due day of a body, or why it has none."""
    law = law_of(body)
    if law is None:
        named = columns_of(body).get("law")
        what = f"the law {named!r} is not in the tables" if named else f"no law is known to bind it ({body.country})"
        return Due(None, None, f"{what}; name one in the column 'law' of the table of bodies")
    asked = day_of(body.asked_on)
    if asked is None:
        return Due(law.law, None, "the day on which it was asked is not known")
    return due_on(asked, law)


def standings(
    bodies: Iterable[Body],
    claims: Iterable[Claim],
    documents: Iterable[Document],
    *,
    on: date,
    is_later_known: bool = False,
) -> list[Standing]:
    """Return where the request to each body stands on a day, the longest overdue first, then as the bodies come.

    Args:
        bodies: those that were asked, with their states.
        claims: of the case; they tell acknowledgements from replies.
        documents: of the case, with the dates that they give themselves.
        on: the day; nothing is read from a clock.
        is_later_known: letters dated after the day count too; without it a body that only these answer is silent.
    """
    said, papers = list(claims), list(documents)
    if not is_later_known:
        known = [paper for paper in papers if (day_of(paper.received) or on) <= on]
        waiting = unanswered(said, papers, known)
        bodies = [replace(body, reply_state="silent") if body.body in waiting else body for body in bodies]
        papers = known
    courses = correspondence(said, papers)
    rows = [_standing(body, courses.get(body.body, Correspondence()), on) for body in bodies]
    return sorted(rows, key=lambda row: -(row.days_over or 0) if row.is_overdue else 0)


def with_progress(
    bodies: Iterable[Body], claims: Iterable[Claim], documents: Iterable[Document], *, on: date
) -> list[Body]:
    """Return the bodies, in the same order, with `due_on`, `answered_on`, `progress` and `progress_evidence`.

    Bodies that nobody asked keep null.

    Args:
        bodies: with their states.
        claims: of the case.
        documents: of the case, with the dates that they give themselves.
        on: the day of the account.
    """
    rows = list(bodies)
    found = {row.body: row for row in standings(filter(is_asked, rows), claims, documents, on=on, is_later_known=True)}
    return [_with_standing(body, found[body.body]) if body.body in found else body for body in rows]


def _with_standing(body: Body, row: Standing) -> Body:
    return replace(
        body,
        due_on=_iso(row.due.day),
        answered_on=_iso(row.answered_on),
        progress=row.progress,
        progress_evidence=f"{row.evidence.document}#{row.evidence.locator}" if row.evidence else None,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _standing(body: Body, course: Correspondence, on: date) -> Standing:
    due = due_of(body)
    is_answered = has_replied(body)
    progress = UNREAD if is_unread(body) else progress_of(course, is_answered=is_answered, due=due.day, on=on)
    end = course.answered_on if is_answered else on
    is_waiting = progress == CLARIFICATION
    is_over = due.day is not None and end is not None and end > due.day and not is_waiting
    return Standing(
        body=body.body,
        name=body.name,
        country=body.country,
        channel=body.channel,
        asked_on=day_of(body.asked_on),
        state=body.reply_state,
        answered_on=course.answered_on if is_answered else None,
        due=due,
        days_over=(end - due.day).days if is_over and end and due.day else None,
        is_overdue=progress == OVERDUE,
        action=_action(body, progress),
        progress=progress,
        # Where the letter that is the last word on the course was answered since, it tells nothing any more.
        evidence=course.claim if progress in (course.word, OVERDUE) else None,
    )


def _action(body: Body, progress: str) -> str:
    if progress == OVERDUE:
        return CHASE
    if progress == CLARIFICATION:
        return CLARIFY
    return REVIEW if body.reply_state in _REVIEWED and progress != UNDER_REVIEW else ""


def _end(start: date, law: RequestLaw) -> date:
    count = int(law.count)
    off = frozenset[date]().union(*(days_off(name) for name in law.calendars))
    if law.unit == "days":
        return start + timedelta(days=count)
    if law.unit == "months":
        return _next_working(_months_later(start, count), off)
    day = start
    while count:
        day += timedelta(days=1)
        count -= _is_working(day, off)
    return day


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _next_working(day: date, off: frozenset[date]) -> date:
    while not _is_working(day, off):
        day += timedelta(days=1)
    return day


def _is_working(day: date, off: frozenset[date]) -> bool:
    return day.weekday() < _SATURDAY and day not in off


def columns_of(body: Body) -> dict[str, str]:
    """Return the further columns of the table of bodies, such as ``law`` and ``language``, for one body."""
    return {key: value for key, _, value in (part.partition("=") for part in body.extra)}
