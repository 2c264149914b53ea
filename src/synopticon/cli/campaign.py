"""`synopticon campaign`: who was asked, who is overdue, and the letters to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from synopticon.figures.deadlines import Standing
    from synopticon.model.records import Body
    from synopticon.pipeline.campaigns import Campaign

_OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Where the run wrote; CASE/out by default."
)
_ON = click.option("--on", metavar="YYYY-MM-DD", help="The day of the account; today by default.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("campaign", short_help="Show who is overdue; write requests and reminders.")
def COMMAND() -> None:  # noqa: N802  # found by this name
    """Follow the requests of a case: status, confirm, letters. All take --json. Nothing is ever sent."""


@COMMAND.command("status", short_help="Show asked, state, progress, due by law, overdue, whom to chase.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@_ON
@_OUT
@_JSON
def status(case: Path, *, on: str | None, out: Path | None, as_json: bool) -> None:
    """Show where the request to each body of CASE stands, the longest overdue first.

    An answer that is dated after the day of the account had not come by then. Under each name stands the id that
    `confirm` takes. Below the state of what was answered stands how far the request has come: awaited, acknowledged,
    clarification asked, overdue, answered, late, under review.

    Days come from the tables of laws; a body whose law is not known has none. Exit code 3 means: somebody is overdue.
    """
    from synopticon.cli._print import echo_json

    campaign = _campaign(case, on, out)
    bodies = {body.body: body for body in campaign.bodies}
    if as_json:
        echo_json(
            {"on": campaign.on.isoformat(), "bodies": [_as_json(row, bodies[row.body]) for row in campaign.standings]}
        )
    else:
        _tell(campaign)
    if any(row.is_overdue for row in campaign.standings):
        click.get_current_context().exit(3)


@COMMAND.command("confirm", short_help="Write down that a person confirms or changes a state.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@click.argument("body", metavar="BODY")
@click.argument("state", metavar="STATE")
@click.option("--because", required=True, help="The reason, in a few words.")
@click.option("--reviewer", required=True, metavar="ID", help="Initials or an id of your own choice.")
@click.option("--document", help="Path or hash of the document that it rests on; that of the reading by default.")
@click.option("--at", "locator", default="", metavar="LOCATOR", help="Where in the document.")
@click.option("--on", metavar="YYYY-MM-DD", help="The day of the decision; today by default.")
@_OUT
@_JSON
def confirm(
    case: Path,
    body: str,
    state: str,
    *,
    because: str,
    reviewer: str,
    document: str | None,
    locator: str,
    on: str | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Say that the replies of BODY amount to STATE: silent, refused, not_held, partial or usable.

    The decision is added to reviews/ID.jsonl of CASE; the next run reads it. It holds as long as the documents are
    those that were seen; after that it is shown as stale and not applied. Where reviewers differ both are shown, and
    the state stays as it was read.
    """
    from synopticon.cli._print import echo_json, say, to_json
    from synopticon.pipeline.campaigns import confirm_state

    decision, path = confirm_state(
        case,
        body,
        state,
        because=because,
        reviewer=reviewer,
        on=_day(on),
        document=document,
        locator=locator,
        out=out,
    )
    if as_json:
        echo_json({"decision": decision.id, "file": path.as_posix(), **to_json(decision)})
        return
    what = "confirms" if decision.was == decision.state else f"changes {decision.was or 'nothing read'} to"
    say(f"{decision.reviewer} {what} {decision.state} for {decision.body}; written to {path}; run the case to apply it")


@COMMAND.command("letters", short_help="Write the request and the reminder to each body.")
@click.argument("case", type=click.Path(path_type=Path), metavar="CASE")
@click.option("--to", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder to write to.")
@click.option("--language", metavar="xx", help="For all letters; that of each body by default.")
@click.option("--subject", help="The equipment asked for; by default the kinds and makers of the case's figures.")
@_ON
@_OUT
@_JSON
def letters(
    case: Path,
    *,
    to: Path,
    language: str | None,
    subject: str | None,
    on: str | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Write the letters of CASE as text files, one folder a body, to be read, signed and sent by hand.

    Every body gets a request; a body that was asked and is silent gets a reminder too. A file that is there already is
    left as it is.
    """
    from synopticon.cli._figures import counted
    from synopticon.cli._print import echo_json, say
    from synopticon.figures.letter_subjects import subject_of
    from synopticon.pipeline.campaigns import letters_of, write_letters

    campaign = _campaign(case, on, out)
    written, kept = write_letters(letters_of(campaign, language=language, subject=subject), to)
    if as_json:
        echo_json({"written": [path.as_posix() for path in written], "kept": [path.as_posix() for path in kept]})
        return
    reminders = sum(path.name.startswith("reminder.") for path in written)
    requests = len(written) - reminders
    say(f"{counted(requests, 'request')} and {counted(reminders, 'reminder')} written to {to}; nothing was sent")
    if subject is None:
        shown = subject_of(campaign.case.figures, language or "en")
        say(f"They ask for {shown}, after the figures of the case; --subject asks for something else.")
    if kept:
        say(f"{counted(len(kept), 'letter')} found there already and left as before")


def _campaign(case: Path, on: str | None, out: Path | None) -> Campaign:
    from synopticon.pipeline.campaigns import campaign_of

    return campaign_of(case, on=_day(on), out=out)


def _day(on: str | None) -> date:
    from synopticon.store.case import check_day

    # The account is of a day; today is only the default of the person at the keyboard.
    return date.fromisoformat(check_day(on, "--on")) if on else date.today()  # noqa: DTZ011  # the person's own day


def _as_json(row: Standing, body: Body) -> dict[str, Any]:
    from synopticon.reference.calendars import request_laws

    law = next((law for law in request_laws() if law.law == row.due.law), None)
    return {
        "body": row.body,
        "name": row.name,
        "country": row.country,
        "channel": row.channel,
        "asked_on": row.asked_on.isoformat() if row.asked_on else None,
        "state": row.state,
        "answered_on": row.answered_on.isoformat() if row.answered_on else None,
        "law": row.due.law,
        "statute": f"{law.statute}, {law.section}" if law else None,
        "due_on": row.due.day.isoformat() if row.due.day else None,
        "is_overdue": row.is_overdue,
        "days_over": row.days_over,
        "action": row.action or None,
        "note": row.due.note,
        "progress": row.progress,
        "evidence": f"{row.evidence.document}#{row.evidence.locator}" if row.evidence else None,
        "decision": body.decision,
        "decided_by": list(body.decided_by),
        "decision_note": body.decision_note,
        "read_state": body.read_state,
    }


def _tell(campaign: Campaign) -> None:
    from synopticon.cli._print import say
    from synopticon.cli._wrapped import wrapped_table

    decided = {body.body: f" ({body.decision})" for body in campaign.bodies if body.decision}
    rows = [
        (
            f"{row.name}\n{row.body}",
            (row.asked_on.isoformat() if row.asked_on else "-")
            + "\n"
            + (row.due.day.isoformat() if row.due.day else "not known"),
            f"{row.state or 'not read'}{decided.get(row.body, '')}\n{row.progress.replace('_', ' ')}",
            _days(row),
            row.action,
        )
        for row in campaign.standings
    ]
    header = ("body\nid", "asked\ndue by law", "state\nprogress", "days\nover", "do")
    click.echo(wrapped_table(header, rows, right=(3,)))
    overdue = sum(row.is_overdue for row in campaign.standings)
    say(f"{len(rows)} asked, {overdue} overdue on {campaign.on.isoformat()}")
    if not campaign.is_read:
        say("The case has not been run, so every body counts as silent; run it first.")
    for body in campaign.bodies:
        if body.decision in {"stale", "disputed"}:
            say(f"{body.decision}: {body.name}: {body.decision_note}")
    unknown = {row.due.note for row in campaign.standings if row.due.day is None}
    for note in sorted(unknown):
        say(f"no day: {note}")


def _days(row: Standing) -> str:
    if row.days_over is None:
        return ""
    return str(row.days_over) if row.is_overdue else f"late {row.days_over}"
