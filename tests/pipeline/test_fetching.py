"""Fetching from a server that fails in every way it can; nothing here leaves this machine."""

from __future__ import annotations

import errno
import hashlib
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline import faulty
from tests.pipeline.faulty import Faulty, Hands, giving, package, packed, refusing

from synopticon.errors import BusyError, LimitError, SourceError, UsageError
from synopticon.pipeline.fetching import Caps, Harvest, Limits, Plan, harvest, harvesting, plan_of
from synopticon.pipeline.fetching.courtesy import Manners
from synopticon.store.lock import writing

#: Small and quick, so that what never ends ends soon.
QUICK = Limits(caps=Caps(page=200_000, bulk=2_000_000, idle=5, grace=0.4, slowest=1e9))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty.only_this_machine(monkeypatch)


@pytest.fixture
def server() -> Iterator[Faulty]:
    with faulty.serving() as running:
        yield running


@pytest.fixture
def hands() -> Hands:
    return Hands()


def get(server: Faulty, folder: Path, hands: Hands, *, path: str = "/1", **options: object) -> Harvest:
    plan = plan_of("ocds", url=f"{server.url}{path}")
    return harvest(plan, folder, clock=hands.clock, **options)  # type: ignore[arg-type]


def record(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / ".synopticon" / "fetch.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def two_pages(server: Faulty) -> tuple[bytes, bytes]:
    first, second = package(1, 2, following="/2"), package(3)
    server.scripts = {"/1": [giving(first, ETag='"abc"')], "/2": [giving(second)]}
    return first, second


def test_pages_follow_their_links_and_keep_their_bytes(server, tmp_path, hands):
    first, second = two_pages(server)
    done = get(server, tmp_path / "to", hands)
    assert (tmp_path / "to/page-0001.json").read_bytes() == first
    assert (tmp_path / "to/page-0002.json").read_bytes() == second
    assert (done.new, done.releases, done.bytes, done.stopped) == (2, 3, len(first) + len(second), "")
    assert server.asked == ["/robots.txt", "/1", "/2"]
    assert all(agent.startswith("synopticon/") for agent in server.agents)
    assert sorted(path.name for path in (tmp_path / "to").iterdir()) == [
        ".synopticon",
        "page-0001.json",
        "page-0002.json",
    ]


def test_the_record_says_what_came_from_where_and_when(server, tmp_path, hands):
    first, _ = two_pages(server)
    get(server, tmp_path, hands)
    pages = [line for line in record(tmp_path) if line["record"] == "page"]
    assert [page["file"] for page in pages] == ["page-0001.json", "page-0002.json"]
    assert pages[0]["url"] == f"{server.url}/1"
    assert pages[0]["sha256"] == hashlib.sha256(first).hexdigest()
    assert (pages[0]["status"], pages[0]["bytes"], pages[0]["etag"]) == (200, len(first), '"abc"')
    assert pages[0]["when"].startswith("2026-05-04T12:00:")
    assert pages[1]["etag"] is None


def test_requests_keep_their_distance(server, tmp_path, hands):
    two_pages(server)
    get(server, tmp_path, hands, manners=Manners(between=7))
    assert hands.waits == [7, 7]


def test_a_second_call_of_what_is_done_asks_for_nothing(server, tmp_path, hands):
    two_pages(server)
    get(server, tmp_path, hands)
    server.asked.clear()
    assert get(server, tmp_path, hands).new == 0
    assert server.asked == []


@pytest.mark.parametrize(("asked", "waited"), [("30", 30.0), ("Mon, 04 May 2026 12:01:10 GMT", 68.0), ("soon", 2.0)])
def test_the_wait_that_a_host_asks_for_is_kept(server, tmp_path, hands, asked, waited):
    server.scripts = {"/1": [refusing(429, Retry_After=asked), giving(package(1))]}
    assert get(server, tmp_path, hands, manners=Manners(between=2)).releases == 1
    assert hands.waits[1] == waited
    refused = [line for line in record(tmp_path) if line["record"] == "refused"]
    assert [(line["status"], line["attempt"]) for line in refused] == [(429, 1)]


def test_a_host_that_wants_hours_is_left_alone(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(503, Retry_After="7200")]}
    with pytest.raises(LimitError, match=r"left alone for 7200 s.*run the same command again"):
        get(server, tmp_path, hands)
    assert sum(hands.waits) < 10


def test_two_failures_of_the_server_are_outlived_with_growing_waits(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(500), refusing(502), giving(package(1))]}
    assert get(server, tmp_path, hands, manners=Manners(between=0, first_wait=3)).releases == 1
    assert [wait for wait in hands.waits if wait] == [3, 6]


def test_failures_without_end_end(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(500)]}
    with pytest.raises(SourceError, match=r"in 6 tries none; at last the answer was 500; run the same command again"):
        get(server, tmp_path, hands)
    assert server.asked.count("/1") == 6


def test_all_waits_together_have_a_limit(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(429, Retry_After="500")]}
    with pytest.raises(LimitError, match="waited 500 s for it"):
        get(server, tmp_path, hands, manners=Manners(all_waits=600))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_a_refusal_is_not_repeated(server, tmp_path, hands, status):
    server.scripts = {"/1": [refusing(status)]}
    with pytest.raises(SourceError, match=rf"/1: expected a page, found the answer {status}; check"):
        get(server, tmp_path, hands)
    assert server.asked.count("/1") == 1


def test_a_service_that_says_busy_in_its_own_way_is_given_the_rest_it_wants(server, tmp_path, hands):
    plan = plan_of(
        "contracts-finder", url=f"{server.url}/s", since=date(2024, 3, 1), until=date(2024, 3, 2), stages=("award",)
    )
    target = "/s?limit=100&stages=award&publishedFrom=2024-03-01T00:00:00&publishedTo=2024-03-03T00:00:00"
    server.scripts = {target: [refusing(403), giving(package(1))]}
    assert harvest(plan, tmp_path, clock=hands.clock).releases == 1
    assert 300 in hands.waits


@pytest.mark.parametrize("at", [0, 1, 200])
def test_a_body_that_is_cut_is_asked_for_again(server, tmp_path, hands, at):
    whole = package(1)
    server.scripts = {"/1": [faulty.cut(whole, at), giving(whole)]}
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.json").read_bytes() == whole
    trouble = next(line for line in record(tmp_path) if line["record"] == "trouble")
    assert f"expected {len(whole)} bytes, found {at}" in trouble["detail"]


def test_a_server_that_hangs_up_is_asked_again(server, tmp_path, hands):
    server.scripts = {"/1": [faulty.hanging_up, giving(package(1))]}
    assert get(server, tmp_path, hands).releases == 1


def test_a_body_that_is_always_cut_leaves_no_page(server, tmp_path, hands):
    server.scripts = {"/1": [faulty.cut(package(1), 100)]}
    with pytest.raises(SourceError, match="cut off: expected"):
        get(server, tmp_path, hands)
    assert not list(tmp_path.glob("page-*"))


def test_a_body_longer_than_promised_is_no_page(server, tmp_path, hands):
    whole = package(1)

    def short(self: faulty.Handler) -> None:
        self.begin(200, Content_Type="application/json", Content_Length="50")
        self.wfile.write(whole)

    server.scripts = {"/1": [short]}
    with pytest.raises(SourceError, match="broken JSON"):
        get(server, tmp_path, hands)
    assert not list(tmp_path.glob("page-*"))


def test_an_endless_body_is_cut(server, tmp_path, hands):
    server.scripts = {"/1": [faulty.endless]}
    with pytest.raises(LimitError, match=r"/1: expected at most 200,000 bytes.*--page-mb"):
        get(server, tmp_path, hands, limits=replace(QUICK, caps=replace(QUICK.caps, grace=30)))
    assert not list(tmp_path.glob("page-*"))


def test_a_size_that_is_too_much_is_refused_before_it_comes(server, tmp_path, hands):
    def huge(self: faulty.Handler) -> None:
        self.begin(200, Content_Type="application/json", Content_Length=str(10**12))

    server.scripts = {"/1": [huge]}
    with pytest.raises(LimitError, match="found 1,000,000,000,000 or more"):
        get(server, tmp_path, hands)


@pytest.mark.parametrize("script", [faulty.dripping(0.05), faulty.dripping_headers], ids=["body", "headers"])
def test_an_answer_that_comes_drop_by_drop_is_cut(server, tmp_path, hands, script):
    server.scripts = {"/1": [script, giving(package(1))]}
    assert get(server, tmp_path, hands, limits=QUICK).releases == 1
    trouble = next(line for line in record(tmp_path) if line["record"] == "trouble")
    assert "too slow" in trouble["detail"]


def test_redirects_on_the_host_are_followed_and_checked(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(302, Location="/2")], "/2": [giving(package(1))]}
    get(server, tmp_path, hands)
    page = next(line for line in record(tmp_path) if line["record"] == "page")
    assert (page["url"], page["answered"]) == (f"{server.url}/1", f"{server.url}/2")


def test_redirects_keep_their_distance_too(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(302, Location="/2")], "/2": [giving(package(1))]}
    get(server, tmp_path, hands, manners=Manners(between=9))
    assert hands.waits == [9, 9]


@pytest.mark.parametrize("body", [b'{"\\u001b[2Jx": 1}', b"<a/>"])
def test_what_a_host_says_cannot_steer_the_terminal(server, tmp_path, hands, body):
    server.scripts = {"/1": [giving(body, kind="text/html\x1b[31m" if body[:1] == b"<" else "application/json")]}
    with pytest.raises(SourceError) as caught:
        get(server, tmp_path, hands)
    assert "\x1b" not in str(caught.value)


def test_redirects_that_go_round_end(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(302, Location="/2")], "/2": [refusing(307, Location="/1")]}
    with pytest.raises(SourceError, match=r"expected an answer after at most 5 redirects"):
        get(server, tmp_path, hands)


def test_redirects_without_end_end(server, tmp_path, hands):
    server.scripts = {f"/{n}": [refusing(301, Location=f"/{n + 1}")] for n in range(1, 20)}
    with pytest.raises(SourceError, match="redirect loop"):
        get(server, tmp_path, hands)
    assert len(server.asked) == 1 + 6


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("http://northmere.example/2", "expected an address on http://127.0.0.1"),
        ("http://127.0.0.1:1/2", "expected an address on http://127.0.0.1"),
        ("file:///etc/passwd", "starts with https:// or http://"),
        ("ftp://127.0.0.1/2", "starts with https:// or http://"),
        ("http://a:b@127.0.0.1/2", "without a user name"),
    ],
)
@pytest.mark.parametrize("way", ["redirect", "next page"])
def test_no_link_leads_away(server, tmp_path, hands, target, word, way):  # noqa: PLR0917  # fixtures and what is tried
    server.scripts = {
        "/1": [refusing(302, Location=target) if way == "redirect" else giving(package(1, following=target))]
    }
    with pytest.raises(SourceError, match=word) as caught:
        get(server, tmp_path, hands)
    assert f"{way} of {server.url}/1" in str(caught.value)


def test_a_redirect_without_an_address_is_told(server, tmp_path, hands):
    server.scripts = {"/1": [refusing(302)]}
    with pytest.raises(SourceError, match="answered 302 without an address"):
        get(server, tmp_path, hands)


@pytest.mark.parametrize(
    ("body", "kind", "word"),
    [
        (b'{"releases": [', "application/json", "expected JSON, found broken JSON: .* in line 1"),
        (b"", "application/json", "broken JSON"),
        (b'{"releases": [{"ocid": "x", "tender": {"value": {"amount": 000}}}]}', "application/json", "broken JSON"),
        (b"[" * 100_000, "application/json", "broken JSON"),
        (b"[" * 900 + b"]" * 900, "application/json", "expected releases or records of OCDS, found list"),
        (b'{"message": "no such thing"}', "application/json", "expected releases or records of OCDS, found 'message'"),
        (b"<html>log in</html>", "text/html; charset=utf-8", "expected JSON, found 'text/html'.*browser"),
        (b"<a/>", "application/xml", "by hand"),
        (b'{"releases": [], "links": {"next": 7}}', "application/json", "expected an address at /links/next, found"),
    ],
)
def test_what_is_no_page_is_told_and_not_kept(server, tmp_path, hands, body, kind, word):  # noqa: PLR0917  # fixtures and what is tried
    server.scripts = {"/1": [giving(body, kind=kind)]}
    with pytest.raises(SourceError, match=word) as caught:
        get(server, tmp_path, hands)
    assert f"{server.url}/1" in str(caught.value)
    assert not list(tmp_path.glob("page-*"))


def test_a_broken_page_may_be_whole_the_next_time(server, tmp_path, hands):
    server.scripts = {"/1": [giving(package(1)[:-9]), giving(package(1))]}
    assert get(server, tmp_path, hands).releases == 1


@pytest.mark.parametrize("pointer", ["links", "next_page"])
def test_a_page_that_stays_broken_may_be_kept_and_passed(server, tmp_path, hands, pointer):
    key = {"links": "next", "next_page": "uri"}[pointer]
    broken = b'{"releases": [{"ocid": "x", "n": 000}], "%s": {"%s": "/2"}}' % (pointer.encode(), key.encode())
    server.scripts = {"/1": [giving(broken)], "/2": [giving(package(2))]}
    with pytest.raises(SourceError, match="broken JSON"):
        get(server, tmp_path, hands)
    done = get(server, tmp_path, hands, limits=Limits(keep_broken=True))
    assert (done.broken, done.releases, done.stopped) == (("page-0001.json",), 1, "")
    assert (tmp_path / "page-0001.json").read_bytes() == broken
    assert [line["record"] for line in record(tmp_path) if "file" in line] == ["broken", "page"]
    assert get(server, tmp_path, hands).broken == done.broken


@pytest.mark.parametrize("body", [b"<html>", b'{"message": "no"}', package(1, following="http://northmere.example/2")])
def test_only_broken_json_is_kept(server, tmp_path, hands, body):
    server.scripts = {"/1": [giving(body, kind="text/html" if body[:1] == b"<" else "application/json")]}
    with pytest.raises(SourceError, match=r"not data|not OCDS|bad link"):
        get(server, tmp_path, hands, limits=Limits(keep_broken=True))
    assert not list(tmp_path.glob("page-*"))


def test_links_that_go_round_are_an_error_and_what_came_stays(server, tmp_path, hands):
    server.scripts = {"/1": [giving(package(1, following="/2"))], "/2": [giving(package(2, following="/1"))]}
    with pytest.raises(SourceError, match=r"expected a next page that is new, found .*/1, which is page-0001\.json"):
        get(server, tmp_path, hands)
    assert [path.name for path in tmp_path.glob("page-*")] == ["page-0001.json"]


def test_a_page_that_leads_to_itself_is_an_error(server, tmp_path, hands):
    server.scripts = {"/1": [giving(package(1, following="/1"))]}
    with pytest.raises(SourceError, match="page loop"):
        get(server, tmp_path, hands)


def test_the_empty_end_of_a_feed_that_never_ends_is_its_end(server, tmp_path, hands):
    server.scripts = {"/1": [giving(package(1, following="/2"))], "/2": [giving(package(following="/2"))]}
    done = get(server, tmp_path, hands)
    assert (len(done.pages), done.releases, done.stopped) == (2, 1, "")
    assert server.asked.count("/2") == 1


def test_links_without_end_stop_at_the_limit_of_pages(server, tmp_path, hands):
    server.scripts = {f"/{n}": [giving(package(n, following=f"/{n + 1}"))] for n in range(1, 9)}
    assert get(server, tmp_path, hands, limits=Limits(pages=3)).stopped == "3 pages"
    assert get(server, tmp_path, hands, limits=Limits(pages=2)).stopped == "2 pages"
    assert len(list(tmp_path.glob("page-*"))) == 5


def test_time_and_bytes_have_limits_too(server, tmp_path, hands):
    server.scripts = {f"/{n}": [giving(package(n, following=f"/{n + 1}"))] for n in range(1, 9)}
    assert get(server, tmp_path / "a", hands, limits=Limits(seconds=60), manners=Manners(between=25)).new == 3
    size = len(package(1, following="/2"))
    assert get(server, tmp_path / "b", hands, limits=Limits(bytes=2 * size)).stopped.endswith("MiB")
    with pytest.raises(LimitError, match="too big"):
        get(server, tmp_path / "c", hands, limits=Limits(bytes=2 * size - 1))


def test_packing_for_the_way_is_undone(server, tmp_path, hands):
    whole = package(1)
    server.scripts = {"/1": [giving(packed(whole), Content_Encoding="gzip")]}
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.json").read_bytes() == whole


def test_packing_that_is_cut_is_asked_for_again(server, tmp_path, hands):
    whole = package(1)
    server.scripts = {
        "/1": [giving(packed(whole)[:-12], Content_Encoding="gzip"), giving(packed(whole), Content_Encoding="gzip")]
    }
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.json").read_bytes() == whole


def test_a_bomb_in_the_packing_is_refused(server, tmp_path, hands):
    server.scripts = {"/1": [giving(packed(b" " * 50_000_000), Content_Encoding="gzip")]}
    with pytest.raises(LimitError, match=r"expected at most 200,000 bytes"):
        get(server, tmp_path, hands, limits=replace(QUICK, caps=replace(QUICK.caps, grace=30)))
    assert (tmp_path / ".synopticon/incoming.part").stat().st_size <= 200_000


def test_a_bomb_in_a_file_is_refused(server, tmp_path, hands):
    server.scripts = {"/1": [giving(packed(b"\n" * 50_000_000), kind="application/gzip")]}
    with pytest.raises(LimitError, match="archive bomb"):
        get(server, tmp_path, hands, limits=Limits(bytes=1_000_000))


def test_a_long_line_in_a_file_is_refused(server, tmp_path, hands):
    server.scripts = {"/1": [giving(packed(b"{" + b" " * 3_000_000), kind="application/gzip")]}
    with pytest.raises(LimitError, match="lines of at most 200,000 bytes"):
        get(server, tmp_path, hands, limits=replace(QUICK, bytes=10**9, caps=replace(QUICK.caps, grace=30)))


def test_an_unknown_packing_is_told(server, tmp_path, hands):
    server.scripts = {"/1": [giving(b"x", Content_Encoding="br")]}
    with pytest.raises(SourceError, match="expected gzip or no packing, found 'br'"):
        get(server, tmp_path, hands)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"".join(json.dumps(faulty.release(n)).encode() + b"\n" for n in range(3)), "page-0001.jsonl"),
        (packed(b"".join(json.dumps(faulty.release(n)).encode() + b"\n" for n in range(3))), "page-0001.jsonl.gz"),
        (packed(package(1, 2, 3)), "page-0001.json.gz"),
        (json.dumps(json.loads(package(1, 2, 3)), indent=2).encode() + b"\n", "page-0001.json"),
        (json.dumps([faulty.release(n) for n in range(3)]).encode() + b"\n", "page-0001.json"),
    ],
)
def test_whole_publications_keep_their_form(server, tmp_path, hands, body, name):
    server.scripts = {"/1": [giving(body, kind="application/octet-stream")]}
    done = get(server, tmp_path, hands)
    assert (tmp_path / name).read_bytes() == body
    assert done.releases == 3


def test_a_broken_line_of_a_publication_is_named(server, tmp_path, hands):
    line = json.dumps(faulty.release(1)).encode() + b"\n"
    server.scripts = {"/1": [giving(packed(line + line + b'{"ocid"\n'), kind="application/gzip")]}
    with pytest.raises(SourceError, match="line 3: expected JSON"):
        get(server, tmp_path, hands)


def test_a_page_on_which_nothing_was_found_is_a_page(server, tmp_path, hands):
    server.scripts = {"/1": [giving(package())]}
    done = get(server, tmp_path, hands)
    assert (len(done.pages), done.releases) == (1, 0)


def test_a_page_in_another_encoding_is_kept_as_it_came(server, tmp_path, hands):
    body = package(1).replace(b"Northmere", b"Northm\xe9re")
    server.scripts = {"/1": [giving(body)]}
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.json").read_bytes() == body


def test_what_robots_may_not_have_is_not_asked_for(server, tmp_path, hands):
    rules = b"User-agent: *\nDisallow: /private\n"
    server.scripts = {
        "/robots.txt": [giving(rules, kind="text/plain")],
        "/1": [giving(package(1, following="/private/2"))],
    }
    with pytest.raises(
        SourceError, match=r"/private/2: expected that .*robots.txt allows it, found the rule '/private'"
    ):
        get(server, tmp_path, hands)
    assert server.asked == ["/robots.txt", "/1"]
    assert len(list(tmp_path.glob("page-*"))) == 1


def test_robots_may_not_be_redirected_to_what_they_may_not_have(server, tmp_path, hands):
    rules = b"User-agent: synopticon\nDisallow: /private\n"
    server.scripts = {
        "/robots.txt": [giving(rules, kind="text/plain")],
        "/1": [refusing(302, Location="/private")],
        "/private": [giving(package(1))],
    }
    with pytest.raises(SourceError, match="not allowed"):
        get(server, tmp_path, hands)
    assert "/private" not in server.asked


def test_a_delay_that_robots_are_asked_for_is_kept(server, tmp_path, hands):
    server.scripts = {"/robots.txt": [giving(b"User-agent: *\nCrawl-delay: 20\n", kind="text/plain")]}
    server.scripts |= {"/1": [giving(package(1, following="/2"))], "/2": [giving(package(2))]}
    get(server, tmp_path, hands)
    assert hands.waits == [20, 20]


def test_rules_that_cannot_be_had_forbid_everything(server, tmp_path, hands):
    server.scripts = {"/robots.txt": [refusing(503)], "/1": [giving(package(1))]}
    with pytest.raises(SourceError, match=r"robots\.txt: expected an answer"):
        get(server, tmp_path, hands)
    assert "/1" not in server.asked


def test_an_unknown_host_is_told(tmp_path, hands, monkeypatch):
    def nowhere(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(
        SourceError, match=r"expected a host at https://northmere.invalid, found none of that name; check"
    ):
        harvest(plan_of("ocds", url="https://northmere.invalid/1"), tmp_path, clock=hands.clock)
    assert hands.waits == []


def test_a_host_that_refuses_connections_is_given_up(tmp_path, hands):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(SourceError, match="the connection failed"):
            harvest(plan_of("ocds", url=f"http://127.0.0.1:{port}/1"), tmp_path, clock=hands.clock)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/a",
        "https://",
        "http://u:p@127.0.0.1/",
        "http://127.0.0.1/a b",
        "http://127.0.0.1:x/",
        "/etc/passwd",
        "http://127.0.0.1/\r\nX: y",
    ],
)
def test_only_addresses_of_the_web_are_asked(url):
    with pytest.raises(UsageError, match="expected an address"):
        plan_of("ocds", url=url)


class Killed(BaseException):
    """Ends the process at once, as far as a test can."""


_MOMENTS = {"save": 4, "look": 4, "append_record": 5, "write_state": 5, "get": 5}


@pytest.mark.parametrize(
    ("moment", "when"), [(moment, when) for moment, often in _MOMENTS.items() for when in range(1, often + 1)]
)
def test_a_fetch_that_is_killed_anywhere_goes_on_to_the_same_bytes(server, tmp_path, hands, monkeypatch, moment, when):  # noqa: PLR0917  # fixtures and what is tried
    server.scripts = {f"/{n}": [giving(package(n, following=f"/{n + 1}"))] for n in range(1, 4)} | {
        "/4": [giving(package(4))]
    }
    whole = get(server, tmp_path / "whole", hands)
    calls = 0
    original = getattr(harvesting, moment)

    def kill(*arguments: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == when:
            raise Killed
        return original(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(harvesting, moment, kill)
        with pytest.raises(Killed):
            get(server, tmp_path / "cut", hands)
    get(server, tmp_path / "cut", hands)
    for page in whole.pages:
        assert (tmp_path / "cut" / page.name).read_bytes() == (tmp_path / "whole" / page.name).read_bytes()
    assert len(list((tmp_path / "cut").glob("page-*"))) == 4
    states = [json.loads((tmp_path / one / ".synopticon/fetch-state.json").read_text()) for one in ("cut", "whole")]
    assert states[0] == states[1]
    assert all(line["record"] in {"page", "robots"} for line in record(tmp_path / "cut"))


def test_a_process_that_is_killed_goes_on_to_the_same_bytes(server, tmp_path, hands):
    """The real thing: the process is killed while a page is half there."""
    asked = threading.Event()

    def hang(self: faulty.Handler) -> None:
        self.begin(200, Content_Type="application/json", Content_Length=str(len(package(2, following="/3"))))
        self.wfile.write(package(2)[:200])
        asked.set()
        threading.Event().wait(10)

    first, second, third = package(1, following="/2"), package(2, following="/3"), package(3)
    server.scripts = {"/1": [giving(first)], "/2": [hang, giving(second)], "/3": [giving(third)]}
    command = [sys.executable, "-m", "synopticon", "fetch", "ocds", f"{server.url}/1", "--to", str(tmp_path / "to")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        assert asked.wait(60)
        process.kill()
    assert process.returncode != 0
    assert [path.name for path in (tmp_path / "to").glob("page-*")] == ["page-0001.json"]
    assert get(server, tmp_path / "to", hands).new == 2
    pages = sorted((tmp_path / "to").glob("page-*"))
    assert [page.read_bytes() for page in pages] == [first, second, third]
    assert server.asked.count("/1") == 1


def test_a_torn_line_of_the_record_is_taken_off(server, tmp_path, hands):
    server.scripts = {"/1": [giving(package(1, following="/2"))], "/2": [giving(package(2))]}
    get(server, tmp_path, hands, limits=Limits(pages=1))
    path = tmp_path / ".synopticon/fetch.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"record": "pa')
    get(server, tmp_path, hands)
    assert path.read_bytes().startswith(whole)
    assert len(record(tmp_path)) == len(whole.splitlines()) + 2


def test_a_page_that_was_changed_is_told(server, tmp_path, hands):
    two_pages(server)
    get(server, tmp_path, hands)
    (tmp_path / "page-0002.json").write_bytes(b"{}")
    with pytest.raises(UsageError, match=r"page-0002\.json: expected the page as it was fetched.*restore it"):
        get(server, tmp_path, hands)
    (tmp_path / "page-0002.json").unlink()
    with pytest.raises(UsageError, match="found no such file"):
        get(server, tmp_path, hands)


@pytest.mark.parametrize("state", [b"{", b"[]", b'{"format": 9}', b'{"format": 1}'])
def test_a_state_that_was_changed_is_told(server, tmp_path, hands, state):
    two_pages(server)
    get(server, tmp_path, hands)
    (tmp_path / ".synopticon/fetch-state.json").write_bytes(state)
    with pytest.raises(UsageError, match=r"fetch-state\.json: expected .*; (restore it, or )?use a new folder"):
        get(server, tmp_path, hands)


def test_a_folder_takes_one_fetch_only(server, tmp_path, hands):
    two_pages(server)
    get(server, tmp_path, hands)
    with pytest.raises(UsageError, match=r"expected in .* a fetch of .*/2, found one of .*/1; use another folder"):
        get(server, tmp_path, hands, path="/2")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/page-0001.json").write_bytes(b"{}")
    with pytest.raises(UsageError, match=r"found page-0001\.json from elsewhere"):
        get(server, tmp_path / "other", hands)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="expected a folder"):
        get(server, tmp_path / "file", hands)


def test_two_fetches_to_one_folder_do_not_meet(server, tmp_path, hands):
    two_pages(server)
    with writing(tmp_path / ".synopticon"), pytest.raises(BusyError):
        get(server, tmp_path, hands)


def test_a_disk_that_is_full_leaves_no_half_page(server, tmp_path, hands, monkeypatch):
    two_pages(server)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(harvesting, "save", full)
        with pytest.raises(UsageError, match="No space left on device; make room"):
            get(server, tmp_path, hands)
    assert not list(tmp_path.glob("page-*"))
    assert get(server, tmp_path, hands).new == 2


BULK = b"".join(json.dumps(faulty.release(n)).encode() + b"\n" for n in range(4000))


def ranged(body: bytes, *, most: int, etag: str = '"v1"', log: list[str | None] | None = None) -> faulty.Script:
    """Send at most so many bytes of a body, from where it is asked for."""

    def send(self: faulty.Handler) -> None:
        asked = self.headers.get("Range") if self.headers.get("If-Range") == etag else None
        if log is not None:
            log.append(asked)
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        more = {"Content_Range": f"bytes {start}-{len(body) - 1}/{len(body)}"} if asked else {}
        self.begin(
            206 if asked else 200,
            Content_Type="application/jsonl",
            Content_Length=str(len(body) - start),
            Accept_Ranges="bytes",
            ETag=etag,
            **more,
        )
        self.wfile.write(body[start : start + most])

    return send


def test_a_big_file_that_is_cut_goes_on_in_its_middle(server, tmp_path, hands):
    log: list[str | None] = []
    server.scripts = {"/1": [ranged(BULK, most=1_100_000, log=log)]}
    done = get(server, tmp_path, hands)
    assert log == [None, "bytes=1100000-", "bytes=2200000-"][: len(log)]
    assert len(log) == len(BULK) // 1_100_000 + 1
    assert (tmp_path / "page-0001.jsonl").read_bytes() == BULK
    assert done.pages[0].sha256 == hashlib.sha256(BULK).hexdigest()
    assert not (tmp_path / ".synopticon/incoming.part.json").exists()


def test_a_big_file_goes_on_in_the_next_call(server, tmp_path, hands):
    log: list[str | None] = []
    server.scripts = {"/1": [ranged(BULK, most=1_100_000), refusing(404)]}
    with pytest.raises(SourceError, match="404"):
        get(server, tmp_path, hands)
    server.scripts = {"/1": [ranged(BULK, most=10**9, log=log)]}
    get(server, tmp_path, hands)
    assert log == ["bytes=1100000-"]
    assert (tmp_path / "page-0001.jsonl").read_bytes() == BULK


def test_a_big_file_that_has_changed_meanwhile_comes_anew(server, tmp_path, hands):
    other = BULK.replace(b"Northmere", b"Southmere")
    server.scripts = {"/1": [ranged(BULK, most=1_100_000), ranged(other, most=10**9, etag='"v2"')]}
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.jsonl").read_bytes() == other


@pytest.mark.parametrize("content_range", ["bytes 0-9/10", "bytes 1100000-1100009/1100010", "", "x"])
def test_another_part_than_the_rest_is_not_put_behind(server, tmp_path, hands, content_range):
    def wrong(self: faulty.Handler) -> None:
        self.begin(206, Content_Type="application/jsonl", Content_Length="10", Content_Range=content_range)
        self.wfile.write(b"0123456789")

    server.scripts = {"/1": [ranged(BULK, most=1_100_000), wrong, ranged(BULK, most=10**9)]}
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.jsonl").read_bytes() == BULK


def test_a_host_that_does_not_have_the_rest_is_asked_for_the_whole(server, tmp_path, hands):
    server.scripts = {"/1": [ranged(BULK, most=1_100_000), refusing(416), ranged(BULK, most=10**9)]}
    get(server, tmp_path, hands)
    assert (tmp_path / "page-0001.jsonl").read_bytes() == BULK


def test_a_file_without_a_strong_validator_comes_anew(server, tmp_path, hands):
    log: list[str | None] = []
    server.scripts = {
        "/1": [ranged(BULK, most=1_100_000, etag='W/"v1"'), ranged(BULK, most=10**9, etag='W/"v1"', log=log)]
    }
    get(server, tmp_path, hands)
    assert log == [None]
    assert (tmp_path / "page-0001.jsonl").read_bytes() == BULK


def test_empty_packing_without_end_is_cut(server, tmp_path, hands):
    def empty(self: faulty.Handler) -> None:
        self.begin(200, Content_Type="application/json", Content_Encoding="gzip")
        while True:
            self.wfile.write(packed(b"") * 3000)

    server.scripts = {"/1": [empty]}
    with pytest.raises(LimitError, match="too big"):
        get(server, tmp_path, hands, limits=replace(QUICK, caps=replace(QUICK.caps, grace=30)))


def days(server: Faulty, since: str, until: str) -> Plan:
    return plan_of(
        "find-a-tender",
        url=f"{server.url}/p",
        since=date.fromisoformat(since),
        until=date.fromisoformat(until),
    )


def test_long_times_are_asked_for_in_parts(server, tmp_path, hands):
    plan = days(server, "2024-03-01", "2024-03-02")
    starts = [start.removeprefix(server.url) for start in plan.starts()]
    assert len(starts) == 8
    assert starts[0] == "/p?limit=100&updatedFrom=2024-03-01T00:00:00&updatedTo=2024-03-01T06:00:00"
    assert starts[-1].endswith("updatedFrom=2024-03-02T18:00:00&updatedTo=2024-03-03T00:00:00")
    server.scripts = {start: [giving(package(n))] for n, start in enumerate(starts)}
    server.scripts[starts[2]] = [giving(package(2, following="/p?cursor=MTAw"))]
    server.scripts["/p?cursor=MTAw"] = [giving(package(22))]
    done = harvest(plan, tmp_path, clock=hands.clock)
    assert (len(done.pages), done.releases) == (9, 9)
    assert [path for path in server.asked if "cursor" in path] == ["/p?cursor=MTAw"]
    assert min(hands.waits) == 10


def test_days_that_have_passed_since_are_added(server, tmp_path, hands):
    first, later = days(server, "2024-03-01", "2024-03-01"), days(server, "2024-03-01", "2024-03-02")
    server.scripts = {start.removeprefix(server.url): [giving(package(n))] for n, start in enumerate(later.starts())}
    assert harvest(first, tmp_path, clock=hands.clock).new == 4
    assert harvest(later, tmp_path, clock=hands.clock).new == 4
    assert harvest(first, tmp_path, clock=hands.clock).new == 0
    assert len(set(server.asked)) == 1 + 8
    with pytest.raises(UsageError, match=r"a fetch of .* since 2024-02-01, found one of .* since 2024-03-01"):
        harvest(days(server, "2024-02-01", "2024-03-02"), tmp_path, clock=hands.clock)


def test_days_and_stages_must_exist():
    with pytest.raises(UsageError, match=r"on or before the last day, 2024-03-01, found 2024-03-02"):
        plan_of("find-a-tender", since=date(2024, 3, 2), until=date(2024, 3, 1))
    with pytest.raises(UsageError, match="one of the stages planning, tender, award, implementation, found 'won'"):
        plan_of("find-a-tender", since=date(2024, 3, 1), until=date(2024, 3, 1), stages=("won",))
    with pytest.raises(
        UsageError, match=r"before today, 2024-03-01, found 2024-03-01; a day is fetched when it is over"
    ):
        plan_of("find-a-tender", since=date(2024, 3, 1), until=date(2024, 3, 1), today=date(2024, 3, 1))
    with pytest.raises(UsageError, match="give --since"):
        plan_of("find-a-tender")
