"""The fetch commands: options, exit codes, what is said, and the way from a faulty server to claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.pipeline import faulty
from tests.pipeline.faulty import Faulty, giving, package, refusing

from synopticon.cli import main
from synopticon.pipeline import fetching, run_case
from synopticon.pipeline.run import records

CASE = """
[case]
id = "north"
title = "North"
as_of = 2024-05-31

[[source]]
kind = "notices"
path = "notices"

[[figure]]
id = "hikvision-awards"
count = "amount"
where = { maker = ["hikvision"] }
of = "none"
"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty.only_this_machine(monkeypatch)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Faulty]:
    """Run a faulty server, and make waiting take no time."""
    hands = faulty.Hands()
    monkeypatch.setattr(fetching, "Clock", lambda **_: hands.clock)
    with faulty.serving() as running:
        yield running


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["fetch", *map(str, arguments)])


def test_from_a_faulty_server_to_the_claims_of_a_case(server, tmp_path):
    start = "/s?limit=100&updatedFrom=2024-03-01T00:00:00&updatedTo=2024-03-01T06:00:00"
    later = [f"/s?limit=100&updatedFrom=2024-03-01T{h:02d}:00:00&updatedTo=2024-03-{d}:00:00" for h, d in
             ((6, "01T12"), (12, "01T18"), (18, "02T00"))]  # fmt: skip
    first = package(1, 2, following="/s?cursor=MTAw")
    server.scripts = {
        start: [refusing(429, Retry_After="60"), refusing(500), faulty.cut(first, 300), giving(first)],
        "/s?cursor=MTAw": [giving(b"{"), giving(package(3))],
        **{target: [giving(package())] for target in later},
    }
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.toml").write_text(CASE, encoding="utf-8")
    done = run(
        "find-a-tender", "--since", "2024-03-01", "--until", "2024-03-01", "--to", case / "notices",
        "--endpoint", f"{server.url}/s", "--json",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert (report["pages"], report["new_pages"], report["releases"], report["is_complete"]) == (5, 5, 3, True)
    assert report["days"] == [["2024-03-01", "2024-03-01"]]
    assert "trying again in 60 s" in done.stderr
    result = run_case(case)
    claims = records(result, "claims")
    assert {claim.maker for claim in claims} == {"hikvision"}
    assert sorted(claim.amount for claim in claims if claim.amount is not None) == [1001, 1002, 1003]
    assert {claim.locator.split("/")[2] for claim in claims} <= {"0", "1"}
    documents = {document.path for document in records(result, "documents")}
    assert documents == {f"notices/page-000{n}.json" for n in range(1, 6)}
    out = "".join(path.read_text("utf-8") for path in (result.out / "data").glob("*.csv"))
    assert "Southfell Security" in out
    assert "Marsden" not in out
    assert "quilla" not in out.lower()


def test_stopping_at_a_limit_needs_a_person_and_goes_on(server, tmp_path):
    server.scripts = {"/1": [giving(package(1, following="/2"))], "/2": [giving(package(2))]}
    arguments = ("ocds", f"{server.url}/1", "--to", tmp_path / "to")
    stopped = run(*arguments, "--most-pages", "1")
    assert stopped.exit_code == 3
    assert "Stopped after 1 pages; the same command goes on from there" in stopped.stderr
    done = run(*arguments)
    assert done.exit_code == 0
    assert "2 pages" in done.stderr
    assert "name officers" in done.stderr
    assert done.stdout == ""


def test_a_broken_page_that_is_kept_needs_a_person_and_is_set_aside_by_a_run(server, tmp_path):
    server.scripts = {
        "/1": [giving(b'{"releases": [{"n": 000}], "links": {"next": "/2"}}')],
        "/2": [giving(package(2, 1, following="/3"))],
        "/3": [giving(package(1))],
    }
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    done = run("ocds", f"{server.url}/1", "--to", tmp_path / "notices", "--keep-broken", "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["broken"] == ["page-0001.json"]
    result = run_case(tmp_path)
    aside = records(result, "set_aside")
    assert [(record.path, record.reason) for record in aside] == [("notices/page-0001.json", "broken JSON")]
    # A notice that came twice counts once.
    assert [figure.numerator for figure in records(result, "figures")] == [1001 + 1002]


def test_a_failure_is_told_in_one_line(server, tmp_path):
    server.scripts = {"/1": [refusing(404)]}
    done = run("ocds", f"{server.url}/1", "--to", tmp_path)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].startswith("synopticon: refused: http://127.0.0.1")


def test_days_go_up_to_yesterday_by_default(server, tmp_path):
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    done = run("contracts-finder", "--since", yesterday.isoformat(), "--to", tmp_path, "--endpoint", f"{server.url}/s")
    assert done.exit_code == 1
    today = (yesterday + timedelta(days=1)).isoformat()
    assert server.asked[1] == f"/s?limit=100&publishedFrom={yesterday}T00:00:00&publishedTo={today}T00:00:00"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("ocds", "file:///etc/passwd", "--to", "x"), "starts with https:// or http://"),
        (("contracts-finder", "--since", "2024-02-31", "--to", "x"), "--since: expected a day"),
        (("find-a-tender", "--since", "2024-02-01", "--until", "soon", "--to", "x"), "--until: expected a day"),
        (("find-a-tender", "--since", "2024-02-01", "--until", "2024-01-01", "--to", "x"), "on or before the last day"),
        (("find-a-tender", "--since", "2024-02-01", "--until", "2999-01-01", "--to", "x"), "before today"),
        (("find-a-tender", "--since", "2024-02-01", "--stages", "won", "--to", "x"), "one of the stages"),
        (("find-a-tender", "--to", "x"), "--since"),
        (("ocds", "https://northmere.example/"), "--to"),
        (("whatdotheyknow", "absent.zip", "--to", "absent"), "expected a case folder"),
    ],
)
def test_wrong_use_is_told_and_makes_nothing(tmp_path, monkeypatch, arguments, word):
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == 2
    assert word in done.stderr
    assert list(tmp_path.iterdir()) == []
