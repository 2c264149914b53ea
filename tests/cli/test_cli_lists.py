"""The lists on the command line: added, refused, shown, fetched."""

from __future__ import annotations

import io
import json
import urllib.request
from email.message import Message
from http.client import HTTPMessage
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.screen import official

from synopticon.cli import main
from synopticon.errors import SourceError, UsageError
from synopticon.pipeline import fetching
from synopticon.pipeline.fetching import official as fetched


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYNOPTICON_HOME", str(tmp_path / "house"))
    return tmp_path


def run(*arguments: str | Path):
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_a_list_is_added_shown_and_used(house):
    (house / "un.xml").write_bytes(official.un())
    done = run("lists", "add", house / "un.xml")
    assert done.exit_code == 0, done.output
    assert "UN-SC of 2026-02-27: 160 organisations" in done.stdout
    assert "1 natural persons" in done.stderr
    shown = json.loads(run("lists", "status", "--json").stdout)
    added = next(record for record in shown if record["list"] == "UN-SC")
    assert (added["day"], added["entries"], added["persons_dropped"]) == ("2026-02-27", 160, 1)
    assert len(added["sha256"]) == 64
    assert "UN-SC" in run("lists", "status").stdout
    (house / "names.csv").write_text("name\nQuillon Works 7\n", encoding="utf-8")
    screened = run("screen", house / "names.csv", "--column", "name", "--as-of", "2026-03-05")
    assert ",entity," in screened.stdout
    assert "UN-SC is read as of 2026-02-27" in screened.stderr


def test_several_files_of_one_list_are_given_together(house):
    whole = official.sdn(3100).replace(b'"QUILLON WORKS 0"', b'"BANCO NACIONAL DE CUBA"')
    whole = whole.replace(b'"QUILLON WORKS 1"', b'"AEROCARIBBEAN AIRLINES"')
    main_rows = whole[: whole.index(b"36,12,")]
    (house / "sdn.csv").write_bytes(main_rows + b"\x1a")
    (house / "alt.csv").write_bytes(b'36,12,"aka","VALE-AIR",-0- \r\n\x1a')
    done = run("lists", "add", house / "sdn.csv", house / "alt.csv", "--date", "2026-01-01", "--json")
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert (report["entries"], report["names"], report["left_out"]) == (3101, 3102, {"person": 1, "thing": 1})


def test_a_refused_file_says_why_and_how_to_accept_it(house):
    (house / "un.xml").write_bytes(official.un(80))
    done = run("lists", "add", house / "un.xml")
    assert done.exit_code == 1
    assert "too short" in done.stderr
    assert "--accept" in done.stderr
    assert run("lists", "add", house / "un.xml", "--accept").exit_code == 0


def test_the_table_cuts_nothing_and_explains_own_lists_and_lists_of_rules(house):
    (house / "own.csv").write_text("id,name\nx,Quillon Vale\n", encoding="utf-8")
    assert run("lists", "add", house / "own.csv", "--as", "MINE").exit_code == 0
    shown = run("lists", "status")
    assert "…" not in shown.stdout
    assert "government_instruction" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert "0 entries: GB-" in shown.stderr
    assert "reputational: a list of your own" in shown.stderr


def test_a_refusal_says_once_what_is_wrong_and_what_to_do(house):
    (house / "own.csv").write_text("id,name\nx,Quillon Vale\n", encoding="utf-8")
    late = run("lists", "add", house / "own.csv", "--as", "MINE", "--date", "2099-01-01")
    assert late.exit_code == 1
    assert late.stderr.count("date in the future") == 1
    assert "--date" in late.stderr
    other = run("lists", "add", house / "own.csv", "--as", "UN-SC")
    assert other.exit_code == 1
    assert "synopticon lists update UN-SC" in other.stderr
    assert "a code of your own" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("lists", "add", "absent.xml"), "readable file"),
        (("lists", "update"), "code of a list"),
        (("lists", "update", "NO-SUCH"), "has an address"),
        (("lists", "add", "absent.xml", "--date", "2026-02-31"), "2026-02-31"),
    ],
)
def test_wrong_use_is_told(house, arguments, word):
    done = run(*arguments)
    assert done.exit_code == 2
    assert word in done.stderr


def test_an_update_fetches_checks_and_keeps(house, monkeypatch):
    asked: list[str] = []

    def fetch(url: str, **_: object) -> bytes:
        asked.append(url)
        return official.un()

    monkeypatch.setattr(fetching, "fetch", fetch)
    done = run("lists", "update", "UN-SC")
    assert done.exit_code == 0, done.output
    assert len(asked) == 1
    assert "160 organisations" in done.stdout
    assert f"fetching {asked[0]}" in done.stderr


def test_an_update_that_fails_leaves_what_was_there(house, monkeypatch):
    monkeypatch.setattr(fetching, "fetch", lambda url, **_: official.un())
    run("lists", "update", "UN-SC")
    monkeypatch.setattr(fetching, "fetch", lambda url, **_: b"<html>maintenance</html>")
    done = run("lists", "update")
    assert done.exit_code == 1
    assert "wrong format" in done.stderr
    assert len(json.loads(run("lists", "status", "--json").stdout)) > 1


@pytest.mark.parametrize(
    "url", ["http://example.org/a", "file:///etc/passwd", "ftp://example.org/a", "https://", "https://u:p@example.org/"]
)
def test_only_https_addresses_are_fetched(url):
    with pytest.raises(UsageError, match="https"):
        fetching.fetch(url)


class Answer(io.BytesIO):
    headers = Message()


class Opener:
    def __init__(self, data: bytes) -> None:
        self.data = data

    def open(self, request: urllib.request.Request, timeout: float) -> Answer:
        assert timeout > 0
        assert request.full_url.startswith("https://")
        return Answer(self.data)


def test_too_much_and_too_little_are_refused(monkeypatch):
    monkeypatch.setattr(urllib.request, "build_opener", lambda *_: Opener(b"x" * 100))
    assert fetching.fetch("https://example.org/a", largest=100) == b"x" * 100
    with pytest.raises(SourceError, match="at most 99 bytes"):
        fetching.fetch("https://example.org/a", largest=99)
    promised = Message()
    promised["Content-Length"] = "200"
    monkeypatch.setattr(Answer, "headers", promised)
    with pytest.raises(SourceError, match="expected 200 bytes, found 100"):
        fetching.fetch("https://example.org/a")


def test_a_redirect_to_another_host_is_refused_or_said():
    said: list[str] = []
    request = urllib.request.Request("https://example.org/a")
    stay = fetched._Redirects(may_leave=False, say=said.append)
    with pytest.raises(SourceError, match=r"another host, example\.net"):
        stay.redirect_request(request, io.BytesIO(), 302, "Found", HTTPMessage(), "https://example.net/a")
    with pytest.raises(UsageError, match="https"):
        stay.redirect_request(request, io.BytesIO(), 302, "Found", HTTPMessage(), "http://example.org/a")
    same = stay.redirect_request(request, io.BytesIO(), 302, "Found", HTTPMessage(), "https://example.org/b")
    assert same is not None
    leave = fetched._Redirects(may_leave=True, say=said.append)
    other = leave.redirect_request(request, io.BytesIO(), 302, "Found", HTTPMessage(), "https://example.net/a")
    assert other is not None
    assert said == ["example.org leads to example.net"]
