"""A campaign of requests: where each stands on a day, and the letters to be sent by hand."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from synopticon import review
from synopticon.errors import UsageError
from synopticon.figures.deadlines import Standing, standings
from synopticon.figures.letter_subjects import subject_of
from synopticon.figures.letters import Letter, language_for, reminder, request
from synopticon.figures.progress import day_of
from synopticon.figures.states import is_asked
from synopticon.model.case import Case
from synopticon.model.records import Body, Claim, Document
from synopticon.pipeline.run import STORE, load_run, records
from synopticon.store.case import read_case
from synopticon.store.files_of_case import bodies_of_case
from synopticon.store.lock import writing


@dataclass(frozen=True, slots=True)
class Campaign:
    """The bodies of a case with where the request to each stands.

    Attributes:
        is_read: a run has read the replies; without one every body counts as silent.
        on: the day of the account.
    """

    case: Case
    bodies: tuple[Body, ...]
    standings: tuple[Standing, ...]
    is_read: bool
    on: date


def campaign_of(folder: Path, *, on: date, out: Path | None = None) -> Campaign:
    """Return where the requests of a case stand on a day, from its last run when there is one.

    Raises:
        UsageError: the folder holds no case, or the case asks nobody.
    """
    case = read_case(folder)
    listed = bodies_of_case(folder, case)
    if not listed:
        raise UsageError(
            f"{folder / 'case.toml'}: expected a source of replies with a table of bodies, found none;"
            ' add bodies = "bodies.csv" to it'
        )
    bodies, claims, documents, is_read = listed, list[Claim](), list[Document](), False
    if ((out or folder / "out") / "data" / "bodies.parquet").is_file():
        run = load_run(folder, out=out)
        known: dict[str, Body] = {body.body: body for body in records(run, "bodies")}
        # Who is asked, when, and in which language is what the table says now; the states are those of the run.
        bodies = [_with_state(body, known.get(body.body)) for body in listed]
        claims, documents, is_read = records(run, "claims"), records(run, "documents"), True
    else:
        bodies = [_with_state(body, None) for body in listed]
    rows = standings((body for body in bodies if is_asked(body)), claims, documents, on=on)
    return Campaign(case, tuple(bodies), tuple(rows), is_read, on)


def letters_of(campaign: Campaign, *, language: str | None = None, subject: str | None = None) -> list[Letter]:
    """Return a request for each body, and a reminder for each that was asked on a known day and is silent.

    Without a subject they ask for the kinds and makers that the figures of the case name.

    Raises:
        UsageError: there is no template in the language.
    """
    letters: list[Letter] = []
    rows = {row.body: row for row in standings(campaign.bodies, (), (), on=campaign.on)}
    for body in campaign.bodies:
        chosen = language_for(body, wanted=language, of_case=campaign.case.languages)
        words = subject or subject_of(campaign.case.figures, chosen)
        row = rows[body.body]
        letters.append(request(body, row, subject=words, language=chosen))
        if row.asked_on is not None and body.reply_state == "silent":
            letters.append(reminder(body, row, subject=words, language=chosen))
    return letters


def confirm_state(
    folder: Path,
    body: str,
    state: str,
    *,
    because: str,
    reviewer: str,
    on: date,
    document: str | None = None,
    locator: str = "",
    out: Path | None = None,
) -> tuple[review.StateDecision, Path]:
    """Write down that a reviewer confirms or changes the state of a body; the next run reads it.

    The decision rests on `document` (a path or hash, that of the reading by default) at `locator`.

    Raises:
        UsageError: the case has not been run, has no such body, or a value is not of its form, such as a day before the
            body was asked.
        BusyError: a run is writing to this case.
    """
    run = load_run(folder, out=out)
    review.read_decisions(folder)
    bodies: dict[str, Body] = {row.body: row for row in records(run, "bodies")}
    if body not in bodies or not is_asked(bodies[body]):
        near = difflib.get_close_matches(body, [row.body for row in bodies.values() if is_asked(row)], n=1)
        hint = f"; is {near[0]!r} meant?" if near else ""
        raise UsageError(f"expected the id of a body that was asked, found {body!r}{hint}")
    asked_on = day_of(bodies[body].asked_on)
    if asked_on is not None and on < asked_on:
        raise UsageError(
            f"--on: expected a day on or after {asked_on.isoformat()}, when {body} was asked, found {on.isoformat()};"
            " give the day on which the decision was made"
        )
    decision = review.decide(
        bodies[body],
        records(run, "documents"),
        state=state,
        because=because,
        reviewer=reviewer,
        on=on.isoformat(),
        document=document,
        locator=locator,
    )
    with writing(folder / STORE):
        return decision, review.append(folder, decision)


def write_letters(letters: Iterable[Letter], folder: Path) -> tuple[list[Path], list[Path]]:
    """Write each letter to ``folder/<body>/``; return those written, and those kept because they were there already.

    Raises:
        UsageError: the id of a body cannot be the name of a folder, or the folder cannot be written.
    """
    written: list[Path] = []
    kept: list[Path] = []
    for letter in letters:
        if letter.body in {"", ".", ".."} or any(character in letter.body for character in "/\\\0:"):
            raise UsageError(f"expected an id that can name a folder, found {letter.body!r}; change it in the table")
        path = folder / letter.body / letter.file_name
        if path.exists():
            # A letter that somebody has signed or changed is theirs.
            kept.append(path)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(letter.text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"expected a folder to write to at {str(folder)!r}: {error.strerror}") from error
        written.append(path)
    return written, kept


def _with_state(body: Body, known: Body | None) -> Body:
    if known is None:
        return replace(body, reply_state="silent") if body.asked_on or body.channel else body
    return replace(
        body,
        reply_state=known.reply_state,
        state_evidence=known.state_evidence,
        state_quote=known.state_quote,
        decision=known.decision,
        decided_by=known.decided_by,
        decision_note=known.decision_note,
        read_state=known.read_state,
    )
