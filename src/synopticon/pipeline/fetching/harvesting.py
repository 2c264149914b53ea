"""Fetches page after page into a folder, one request at a time, and goes on where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from synopticon.errors import LimitError, SourceError, UsageError
from synopticon.pipeline.fetching.addresses import followed, place_of, target_of
from synopticon.pipeline.fetching.courtesy import Clock, Manners, Pace
from synopticon.pipeline.fetching.journal import (
    FOLDER,
    INCOMING,
    ROBOTS,
    Saved,
    State,
    append_record,
    read_state,
    save,
    write_state,
)
from synopticon.pipeline.fetching.pages import Page, look, look_broken
from synopticon.pipeline.fetching.plan import Plan, manners_of
from synopticon.pipeline.fetching.resuming import forget
from synopticon.pipeline.fetching.robots import Rules, rules_of
from synopticon.pipeline.fetching.transport import Answer, Caps, Trouble, get
from synopticon.reference.endpoints import endpoints
from synopticon.store.lock import writing

_ROBOTS = Caps(page=1 << 20, bulk=1 << 20)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where one call of the command stops; the same command goes on from there.

    Attributes:
        pages: pages of this call.
        bytes: bytes of all pages in the folder, and of what one file unpacks to.
        seconds: time of this call.
        caps: how much one answer may be.
        keep_broken: keep a page that stays broken JSON, and go on with the next; reading sets it aside.
    """

    pages: int = 100_000
    bytes: int = 4 * 1024**3
    seconds: float = 12 * 3600.0
    caps: Caps = field(default_factory=Caps)
    keep_broken: bool = False


@dataclass(frozen=True, slots=True)
class Harvest:
    """What stands in a folder after a call.

    Attributes:
        new: pages that this call has fetched.
        releases: releases or records on all pages.
        stopped: which limit has stopped it, the empty string when it is complete.
    """

    folder: Path
    plan: Plan
    pages: tuple[Saved, ...]
    new: int
    stopped: str = ""

    @property
    def broken(self) -> tuple[str, ...]:
        """Names of the pages that were kept although they are not JSON."""
        return tuple(page.name for page in self.pages if page.is_broken)

    @property
    def releases(self) -> int:
        """Releases and records of all pages, repeated ones counted each time."""
        return sum(page.releases for page in self.pages)

    @property
    def bytes(self) -> int:
        """Bytes of all pages."""
        return sum(page.bytes for page in self.pages)


def harvest(
    plan: Plan,
    folder: Path,
    *,
    clock: Clock,
    limits: Limits | None = None,
    manners: Manners | None = None,
    say: Callable[[str], None] = lambda _: None,
    progress: Callable[[str], None] = lambda _: None,
) -> Harvest:
    """Fetch what a plan asks for, but for what is in the folder already.

    Pages are named ``page-0001.json`` and so on, with their bytes as the publisher sends them; they may name officers.

    Args:
        plan: what is fetched; a folder takes one plan only, with days that may be added at its end.
        folder: made when it is missing.
        clock: the time, and how to wait.
        limits: where this call stops.
        manners: how the host is asked, in the place of what `endpoints.csv` says.
        say: told of waits, and of what is out of order.
        progress: told of every page.

    Raises:
        UsageError: the folder holds something else, or cannot be written.
        SourceError: a page cannot be had, or is not what it should be; what is done stays.
        LimitError: a page is bigger than it may be, or the host wants a longer rest.
        BusyError: another process is fetching to this folder.
    """
    chosen = limits or Limits()
    _check_folder(folder)
    pace = Pace(manners or manners_of(endpoints()[plan.endpoint]), clock)
    try:
        with writing(folder / FOLDER):
            state = _begun(plan, folder)
            write_state(folder, state)
            return _Fetch(state, folder, pace, chosen, clock, say, progress, clock.passed()).run()
    except OSError as error:
        # Faults of the network have become errors of ours before they come here.
        raise UsageError(
            f"expected to write to {str(folder)!r}: {error.strerror or error}; make room or choose another folder,"
            " and run again"
        ) from error


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"expected a folder for --to, found a file at {str(folder)!r}; choose another name")


def _begun(plan: Plan, folder: Path) -> State:
    """Return the state to go on from."""
    state = read_state(folder)
    if state is None:
        foreign = sorted(path.name for path in folder.glob("page-*"))
        if foreign:
            raise UsageError(
                f"expected no pages in {str(folder)!r}, found {foreign[0]} from elsewhere; use a new folder for --to"
            )
        return State(plan)
    held = state.plan
    if _question(held) != _question(plan):
        raise UsageError(
            f"expected in {str(folder)!r} a fetch of {_words(plan)}, found one of {_words(held)}; use another folder"
        )
    state.plan = held.continued(plan.spans[-1][1]) if plan.spans else held
    return state


def _question(plan: Plan) -> tuple[object, ...]:
    """Return what two fetches to one folder must have in common."""
    return plan.endpoint, plan.url, plan.stages, [first for first, _ in plan.spans[:1]]


def _words(plan: Plan) -> str:
    since = f" since {plan.spans[0][0]}" if plan.spans else ""
    return plan.url + since


@dataclass(slots=True)
class _Fetch:
    """One call: holds what changes from page to page."""

    state: State
    folder: Path
    pace: Pace
    limits: Limits
    clock: Clock
    say: Callable[[str], None]
    progress: Callable[[str], None]
    began: float
    rules: dict[str, Rules] = field(default_factory=dict)
    page: Page | None = None
    broken: Answer | None = None

    @property
    def incoming(self) -> Path:
        return self.folder / FOLDER / INCOMING

    def run(self) -> Harvest:
        """Fetch until the plan is done or a limit is reached."""
        starts = self.state.plan.starts()
        left = len(starts) - self.state.start
        if left > 1:
            self.say(f"{left} parts of time, at least {left * self.pace.between / 60:.0f} minutes")
        new = 0
        stopped = ""
        while self.state.start < len(starts):
            stopped = self._limit(new)
            if stopped:
                break
            url = self.state.next or starts[self.state.start]
            saved = self._fetch_page(url)
            new += 1
            part = f", part {saved.start + 1} of {len(starts)}" if len(starts) > 1 else ""
            self.progress(f"{saved.name}: {saved.releases} releases, {saved.bytes:,} bytes{part}")
        return Harvest(self.folder, self.state.plan, tuple(self.state.pages), new, stopped)

    @property
    def _passed(self) -> float:
        return self.clock.passed() - self.began

    @property
    def _left(self) -> int:
        return self.limits.bytes - sum(page.bytes for page in self.state.pages)

    def _limit(self, new: int) -> str:
        if new >= self.limits.pages:
            return f"{self.limits.pages} pages"
        if self._passed >= self.limits.seconds:
            return f"{self.limits.seconds / 60:.0f} minutes"
        if self._left <= 0:
            return f"{self.limits.bytes / 1024**2:.0f} MiB"
        return ""

    def _fetch_page(self, url: str) -> Saved:
        answer, page, is_broken = self._page(url)
        number = len(self.state.pages) + 1
        name = f"page-{number:04d}{page.suffix}"
        saved = Saved(name, url, answer.sha256, answer.size, page.releases, self.state.start, is_broken)
        following = self._following(saved, answer.url, page)
        save(self.folder, name)
        forget(self.incoming)
        self._record(url, "broken" if is_broken else "page", answer, file=name, sha256=saved.sha256, bytes=saved.bytes)
        self.state.pages.append(saved)
        self.state.next = following
        self.state.start += following is None
        write_state(self.folder, self.state)
        return saved

    def _page(self, url: str) -> tuple[Answer, Page, bool]:
        """Return the answer that will not change, what it holds, and whether it is broken and kept all the same."""
        try:
            answer = self.pace.ask(
                url, lambda: self._once(url), lambda got, number: self._note(url, got, number), self.say
            )
        except SourceError as error:
            if not self.limits.keep_broken or error.reason != "broken JSON" or self.broken is None:
                raise
            self.say(f"{error}; kept")
            return self.broken, look_broken(self.incoming, self.state.plan.next_links), True
        if self.page is None:
            raise SourceError(
                "refused", f"{url}: expected a page, found the answer {answer.status}; check address, days and stages"
            )
        return answer, self.page, False

    def _following(self, saved: Saved, url: str, page: Page) -> str | None:
        """Return the checked address of the next page of this part, null when there is none.

        Feeds that never end go on to name a next page where nothing is left; an empty one that leads back is the last.
        """
        if page.next is None:
            return None
        target = followed(url, page.next, what="next page")
        known = next((done.name for done in (saved, *self.state.pages) if done.url == target), "")
        if known and not page.releases and not saved.is_broken:
            return None
        if known:
            raise SourceError(
                "page loop",
                f"{url}: expected a next page that is new, found {target}, which is {known} already;"
                " tell the publisher, and fetch what is left with later days",
            )
        return target

    def _once(self, url: str) -> Answer | Trouble:
        """Ask one time, and look at what comes."""
        self.page = self.broken = None
        asked: list[str] = []

        def before(address: str) -> None:
            if asked:
                self.pace.turn()
            asked.append(address)
            self._check_robots(address)

        answer = get(url, self.incoming, caps=self._caps(), before=before)
        if isinstance(answer, Trouble) or answer.status != 200:
            return answer
        try:
            self.page = look(
                self.incoming,
                url,
                content_type=answer.headers.get("content-type", ""),
                next_links=self.state.plan.next_links,
                most=self.limits.bytes,
                page=self.limits.caps.page,
            )
        except LimitError:
            raise
        except SourceError as error:
            self.broken = answer
            forget(self.incoming)
            return Trouble(url, str(error), answer.sent, error)
        return answer

    def _caps(self) -> Caps:
        caps = self.limits.caps
        longest = min(caps.longest, max(self.limits.seconds - self._passed, caps.grace))
        return replace(caps, page=min(caps.page, self._left), bulk=min(caps.bulk, self._left), longest=longest)

    def _check_robots(self, url: str) -> None:
        place = place_of(url)
        if place not in self.rules:
            self.rules[place] = self._rules(f"{place}/robots.txt")
            self.pace.between = max(self.pace.between, self.rules[place].delay)
            self.pace.turn()
        rule = self.rules[place].against(target_of(url))
        if rule:
            raise SourceError(
                "not allowed",
                f"{url}: expected that {place}/robots.txt allows it, found the rule {rule!r} against it;"
                " ask the publisher, or get the file by hand",
            )

    def _rules(self, url: str) -> Rules:
        """Return the rules of a host; where it has none everything is allowed, where it fails nothing is.

        A redirect that is not followed counts as none, as RFC 9309 has it.
        """
        pace = Pace(replace(self.pace.manners, busy=None), self.clock)
        to = self.incoming.with_name(ROBOTS)
        try:
            answer = pace.ask(
                url,
                lambda: get(url, to, caps=_ROBOTS, before=lambda _: None),
                lambda got, number: self._note(url, got, number),
                self.say,
            )
        except LimitError:
            raise
        except SourceError as error:
            if error.reason in {"bad link", "redirect loop", "bad redirect"}:
                return Rules()
            raise
        self._record(url, "robots", answer)
        return rules_of(to.read_bytes()) if answer.status == 200 else Rules()

    def _note(self, url: str, got: Answer | Trouble, number: int) -> None:
        """Put on record an answer that is tried again, or that ends the fetch."""
        if isinstance(got, Trouble):
            self._record(url, "trouble", got, attempt=number, detail=got.what)
        elif got.status != 200 and not url.endswith("/robots.txt"):
            self._record(url, "refused", got, attempt=number)

    def _record(self, url: str, kind: str, got: Answer | Trouble, **more: object) -> None:
        line: dict[str, object] = {"record": kind, "url": url, "when": self.clock.now().isoformat(timespec="seconds")}
        if isinstance(got, Answer):
            line |= {
                "answered": got.url,
                "status": got.status,
                "etag": got.headers.get("etag"),
                "last_modified": got.headers.get("last-modified"),
                "content_type": got.headers.get("content-type"),
                "sent": got.sent,
            }
        append_record(self.folder, line | more)
