"""The small rules of fetching: robots.txt, addresses, waits, and the table of services."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from synopticon.errors import SourceError, UsageError
from synopticon.pipeline.fetching.addresses import checked, followed
from synopticon.pipeline.fetching.courtesy import Manners, seconds_asked
from synopticon.pipeline.fetching.plan import manners_of, plan_of
from synopticon.pipeline.fetching.robots import rules_of
from synopticon.reference.endpoints import endpoints

RULES = b"""\xef\xbb\xbf# for all
User-agent: other
Disallow: /

user-agent: *   # with a note
User-Agent: more
Allow: /api/open
Disallow: /api/
Disallow: */download*
Disallow: /exact$
Disallow:
Crawl-delay: 3.5
Sitemap: https://example.org/sitemap.xml

User-agent: last
Disallow: /1
"""


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("/", ""),
        ("/1", ""),
        ("/api/closed", "/api/"),
        ("/api/open/1", ""),
        ("/request/x/download?a=1", "*/download*"),
        ("/exact", "/exact$"),
        ("/exact/more", ""),
        ("/API/closed", ""),
    ],
)
def test_the_longest_rule_for_everybody_wins(target, rule):
    assert rules_of(RULES).against(target) == rule


def test_our_own_group_takes_the_place_of_that_for_everybody():
    ours = rules_of(
        b"User-agent: *\nDisallow: /\nUser-agent: Synopticon\nDisallow: /x\nUser-agent: synopticon\nDisallow: /y"
    )
    assert [ours.against(target) for target in ("/", "/x", "/y")] == ["", "/x", "/y"]
    nothing = rules_of(b"User-agent: *\nDisallow: /\n\nUser-agent: synopticon\nAllow:\n")
    assert nothing.against("/a") == ""


def test_of_two_rules_of_one_length_the_one_that_allows_wins():
    assert rules_of(b"User-agent: *\nDisallow: /a\nAllow: /a").against("/a/b") == ""


@pytest.mark.parametrize(("line", "delay"), [("3.5", 3.5), ("900", 60.0), ("-1", 0.0), ("1e9", 0.0), ("soon", 0.0)])
def test_delays_are_kept_within_reason(line, delay):
    assert rules_of(f"User-agent: *\nCrawl-delay: {line}".encode()).delay == delay


def test_rules_that_are_none_forbid_nothing():
    for data in (b"", b"<html><body>Disallow: /</body></html>", b"\xff\xfe\x00Disallow: /", b"Disallow: /"):
        assert rules_of(data).against("/a") == ""


def test_a_hostile_rule_takes_no_time():
    rules = rules_of(b"User-agent: *\nDisallow: /" + b"*a" * 20_000 + b"$\n")
    began = time.process_time()
    assert rules.against("/" + "a" * 15_000 + "b") == ""
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("https://Example.org", "https://example.org/"),
        ("https://example.org:443/a#part", "https://example.org/a"),
        ("http://example.org:8080/a?b=c%20d", "http://example.org:8080/a?b=c%20d"),
        ("https://münchen.example/ü?q=ü", "https://xn--mnchen-3ya.example/%C3%BC?q=%C3%BC"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)
def test_addresses_are_sent_in_one_form(given, sent):
    assert checked(given) == sent


@pytest.mark.parametrize("given", ["https://a..b\u3002c/", "https://" + "ü" * 80 + ".example/", "http://[::1/", "\x7f"])
def test_addresses_that_are_none_are_told(given):
    with pytest.raises(UsageError, match="expected"):
        checked(given)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("/b", "https://example.org/b"),
        ("?p=2", "https://example.org/a?p=2"),
        ("https://EXAMPLE.org/c", "https://example.org/c"),
    ],
)
def test_links_of_a_page_are_resolved(link, target):
    assert followed("https://example.org/a?p=1", link, what="next page") == target


def test_links_may_lead_to_encryption_and_never_away_from_it():
    assert followed("http://example.org/a", "https://example.org/b", what="redirect") == "https://example.org/b"
    with pytest.raises(SourceError, match=r"expected https, found http://example.org/b, which is not encrypted"):
        followed("https://example.org/a", "http://example.org/b", what="redirect")
    with pytest.raises(SourceError, match=r"an address on https://example\.org, found https://www\.example\.org/b"):
        followed("https://example.org/a", "https://www.example.org/b", what="redirect")


def test_waits_are_read_as_seconds_or_as_dates():
    now = datetime(2026, 5, 4, 12, tzinfo=UTC)
    assert seconds_asked(" 120 ", now) == 120
    assert seconds_asked("Mon, 04 May 2026 12:00:30 GMT", now) == 30
    assert seconds_asked("Mon, 04 May 2026 14:00:30 +0200", now) == 30
    assert seconds_asked("Sun, 03 May 2026 12:00:00 GMT", now) == 0
    for text in ("", "-5", "1.5", "soon", "٣", "Mon, 99 May 2026 12:00:00 GMT"):
        assert seconds_asked(text, now) is None


def test_every_service_has_an_address_that_may_be_asked_and_a_page_that_documents_it():
    for service in endpoints().values():
        manners = manners_of(service)
        assert manners.between >= 1
        assert service.source.startswith("https://")
        assert all(pointer.startswith("/") for pointer in service.next_links)
        if service.url:
            assert checked(service.url) == service.url
            assert service.url.startswith("https://")
            assert service.since
            assert service.until
    assert manners_of(endpoints()["contracts-finder"]).may_pass(403)
    assert not Manners().may_pass(403)


def test_an_own_address_keeps_its_parameters():
    assert plan_of("ocds", url="https://example.org/a?token=1&x=").starts() == ["https://example.org/a?token=1&x="]
