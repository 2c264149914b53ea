"""The site in a real browser, opened from a folder."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from synopticon.publish import addresses
from tests.publish import made_up

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: apt install chromium"),
]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--enable-logging=stderr",
    "--v=0",
]


def _open(address: str, tmp_path: Path) -> tuple[str, list[str], set[str]]:
    """Return the page after its scripts ran, what it wrote to the console, and the hosts that were asked for."""
    log = tmp_path / "net.json"
    done = subprocess.run(
        [
            str(CHROMIUM),
            *FLAGS,
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--log-net-log={log}",
            "--dump-dom",
            address,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout, console, _hosts(log.read_text("utf-8"))


def _hosts(log: str) -> set[str]:
    """Return the hosts that were asked for, without those that the browser asks on its own account."""
    events = json.loads(log)["events"]
    urls = {event.get("params", {}).get("url") for event in events} - {None}
    hosts = {urlsplit(url).hostname or "" for url in urls if not url.startswith(("file:", "data:", "chrome"))}
    return {host for host in hosts if not host.endswith((".google.com", ".googleapis.com", ".gstatic.com"))}


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "figures/argus-owners.html",
        addresses.body("body-3"),
        addresses.document(made_up.digest("doc8")),
        "organisations.html",
    ],
)
def test_a_page_opens_from_a_folder_without_errors_or_requests(site, address, tmp_path):
    page, console, hosts = _open((site / address).as_uri(), tmp_path)
    assert console == []
    assert hosts == set()
    assert "</footer>" in page


def test_tables_can_be_filtered_and_sorted(site, tmp_path):
    page, console, _ = _open((site / "index.html").as_uri(), tmp_path)
    assert console == []
    assert page.count('class="sort"') > 5
    assert 'placeholder="Filter bodies"' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("眼科", "本局共有41台"),
        ("كاميرا", "تملك البلدية"),
        ("northmere", "Northmere Council"),
        ("script", "&lt;script&gt;"),
    ],
)
def test_the_search_finds_words_in_three_scripts(site, query, found, tmp_path):
    page, console, hosts = _open(f"{(site / 'search.html').as_uri()}?q={query}", tmp_path)
    results = page.split('id="results"')[1].split("</ol>")[0]
    assert console == []
    assert hosts == set()
    assert found in results
    assert "<script" not in results
