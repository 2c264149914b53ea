"""`synopticon fetch`: public records from where they are published, on command only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from synopticon.pipeline.fetching import Harvest, Plan

CommandT = TypeVar("CommandT", bound=Callable[..., None])


@click.group("fetch", short_help="Get notices and replies into a case.")
def COMMAND() -> None:  # noqa: N802  # found by this name
    """Get records into a folder, one request at a time; a fetch that was cut off goes on. Each takes --json.

    Pages are kept as the publisher sends them. They can name officers in contact points: keep them in your case and
    do not pass them on; `run` drops persons when it reads.
    """


def _common(command: CommandT) -> CommandT:
    """Add the options that every fetch takes."""
    count = click.IntRange(1)
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print as JSON."),
        click.option("--keep-broken", is_flag=True, help="Keep a page that stays broken JSON, and go on."),
        click.option(
            "--most-minutes", metavar="N", type=count, default=720, help="Stop after so long; 720 by default."
        ),
        click.option("--page-mb", metavar="N", type=count, default=64, help="Refuse a bigger page; 64 by default."),
        click.option("--most-mb", metavar="N", type=count, default=4096, help="Stop at this size; 4096 by default."),
        click.option("--most-pages", metavar="N", type=count, default=100_000, help="Stop after so many pages."),
        click.option(
            "--to", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder to fetch to."
        ),
    ):
        command = option(command)
    return command


def _dated(command: CommandT) -> CommandT:
    """Add the options of services that are asked by day."""
    for option in (
        click.option("--endpoint", metavar="URL", help="Another address of the same service."),
        click.option("--stages", metavar="A,B", help="planning, tender, award, implementation; all by default."),
        click.option("--until", metavar="YYYY-MM-DD", help="The last day; yesterday by default."),
        click.option("--since", required=True, metavar="YYYY-MM-DD", help="The first day."),
    ):
        command = option(command)
    return command


@COMMAND.command("ocds")
@click.argument("url", metavar="URL")
@_common
def ocds(url: str, *, to: Path, as_json: bool, **limits: int) -> None:
    """Fetch releases or records of OCDS from URL, and the pages that it leads to.

    URL is a page of an interface that names the next one, or a whole publication such as full.jsonl.gz.
    """
    from synopticon.pipeline.fetching import plan_of

    _fetch(plan_of("ocds", url=url), to, limits, as_json=as_json)


@COMMAND.command("contracts-finder")
@_dated
@_common
def contracts_finder(*, to: Path, as_json: bool, since: str, until: str | None, stages: str | None,
                     endpoint: str | None, **limits: int) -> None:  # fmt: skip
    """Fetch notices of Contracts Finder (England), by the day of publication."""
    _fetch(_plan("contracts-finder", since, until, stages, endpoint), to, limits, as_json=as_json)


@COMMAND.command("find-a-tender")
@_dated
@_common
def find_a_tender(*, to: Path, as_json: bool, since: str, until: str | None, stages: str | None,
                  endpoint: str | None, **limits: int) -> None:  # fmt: skip
    """Fetch notices of Find a Tender (United Kingdom), by the day of the last update."""
    _fetch(_plan("find-a-tender", since, until, stages, endpoint), to, limits, as_json=as_json)


@COMMAND.command("whatdotheyknow", short_help="Lay out the zip of a request as replies of a case.")
@click.argument("archive", type=click.Path(path_type=Path), metavar="ZIP")
@click.option("--to", required=True, type=click.Path(path_type=Path), metavar="CASE", help="The case.")
@click.option("--body", metavar="ID", help="The body that answered; by its name in the table of bodies by default.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def whatdotheyknow(archive: Path, *, to: Path, body: str | None, as_json: bool) -> None:
    """Lay out ZIP, downloaded by hand from WhatDoTheyKnow or another site of its kind, as replies of CASE.

    Nothing goes over the network: the sites give their archives to people who are logged in, and ask robots to stay
    away. Requests and notes of readers are left out. Exit code 3 means: a body is not in the table of bodies.
    """
    from datetime import UTC, datetime

    from synopticon.cli._print import echo_json, say, to_json
    from synopticon.pipeline.fetching.correspondence import lay_out

    done = lay_out(archive, to, now=datetime.now(UTC), body=body)
    if as_json:
        echo_json(to_json(done) | {"left_out": dict(done.left_out)})
    else:
        say(f"{len(done.written)} files written to {to}, {len(done.kept)} were there already")
        if done.left_out:
            say("left out: " + ", ".join(f"{count} {reason}" for reason, count in done.left_out))
        for name in done.unknown:
            say(f"not in the table of bodies: {name}; add a row with this name, and run again")
        if done.written:
            say("They can name officers: keep them in your case; `run` drops persons when it reads.")
    if done.unknown:
        click.get_current_context().exit(3)


def _plan(name: str, since: str, until: str | None, stages: str | None, endpoint: str | None) -> Plan:
    from datetime import timedelta

    from synopticon.pipeline.fetching import plan_of
    from synopticon.store.case import check_day

    today = _today()
    last = date.fromisoformat(check_day(until, "--until")) if until else today - timedelta(days=1)
    return plan_of(
        name,
        url=endpoint,
        since=date.fromisoformat(check_day(since, "--since")),
        until=last,
        stages=tuple(stage.strip() for stage in (stages or "").split(",") if stage.strip()),
        today=today,
    )


def _today() -> date:
    from datetime import UTC, datetime

    return datetime.now(UTC).date()


def _fetch(plan: Plan, to: Path, limits: dict[str, int], *, as_json: bool) -> None:
    import sys
    import time
    from datetime import UTC, datetime

    from synopticon.cli._print import say
    from synopticon.pipeline.fetching import Caps, Clock, Limits, harvest

    done = harvest(
        plan,
        to,
        clock=Clock(now=lambda: datetime.now(UTC), passed=time.monotonic, sleep=time.sleep),
        limits=Limits(
            pages=limits["most_pages"],
            bytes=limits["most_mb"] * 1024**2,
            seconds=limits["most_minutes"] * 60.0,
            keep_broken=bool(limits["keep_broken"]),
            caps=Caps(page=limits["page_mb"] * 1024**2, bulk=limits["most_mb"] * 1024**2),
        ),
        say=say,
        progress=say if sys.stderr.isatty() else lambda _: None,
    )
    _report(done, as_json=as_json)


def _report(done: Harvest, *, as_json: bool) -> None:
    from synopticon.cli._print import echo_json, say

    if as_json:
        echo_json(
            {
                "folder": str(done.folder),
                "url": done.plan.url,
                "days": [list(span) for span in done.plan.spans],
                "pages": len(done.pages),
                "new_pages": done.new,
                "releases": done.releases,
                "bytes": done.bytes,
                "broken": list(done.broken),
                "is_complete": not done.stopped,
                "stopped_by": done.stopped or None,
            }
        )
    else:
        say(
            f"{len(done.pages)} pages in {done.folder}, {done.new} of them new: {done.releases:,} releases,"
            f" {done.bytes:,} bytes"
        )
        if done.releases:
            say("They can name officers in contact points: keep them in your case; `run` drops persons when it reads.")
    if done.broken:
        say(f"not JSON, and kept: {', '.join(done.broken)}; `run` sets them aside, tell the publisher")
    if done.stopped:
        say(f"Stopped after {done.stopped}; the same command goes on from there.")
    if done.stopped or done.broken:
        click.get_current_context().exit(3)
