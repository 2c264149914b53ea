"""Locked processes: what they read comes back whole, what they try in vain, and that their death costs one document."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from synopticon import ingest
from synopticon.engines import escapes
from synopticon.engines.engine import LostProcessError
from synopticon.engines.landlock import landlock_version
from synopticon.engines.lockdown import UNLOCKED, Lockdown
from synopticon.engines.locked import Allowance, LockedReader, can_fork
from synopticon.engines.seccomp import filter_steps
from synopticon.engines.wire import BrokenWireError, Codec
from synopticon.errors import SourceError
from synopticon.ingest.format import Item
from synopticon.model.records import Grid, Passage, Row, SetAside
from synopticon.pipeline import parsing
from tests.engines.work import Note
from tests.ingest.samples import SMALLEST, UGLY

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system has no fork, and so no locked processes")
needs_lock = pytest.mark.skipif(
    landlock_version() == 0 or not sys.platform.startswith("linux"), reason="this kernel offers no Landlock"
)
ALLOWED = Allowance(seconds=5, memory=1 << 30, answer=1 << 22)


@pytest.fixture(scope="module")
def reader() -> Iterator[LockedReader]:
    made = LockedReader(
        "tests.engines.work:locked", prepare="tests.engines.work:nothing", kinds="tests.engines.work:Note"
    )
    yield made
    made.close()


def notes(reader: LockedReader, what: str, data: bytes = b"", allowance: Allowance = ALLOWED) -> list[Note]:
    return list(reader.read(data, {"what": what}, allowance))


def lost(reader: LockedReader, what: str, allowance: Allowance = ALLOWED) -> LostProcessError:
    with pytest.raises(LostProcessError) as caught:
        notes(reader, what, allowance=allowance)
    # Whatever it was, the next document is read.
    assert notes(reader, "echo", b"still here") == [Note("still here", 0, ("still here", "x"))]
    return caught.value


def test_records_come_back_as_they_were_in_any_script_and_with_half_characters(reader: LockedReader) -> None:
    text = "\n".join(["Hikvision", "هيكفيجن", "海康威视", "half \ud800 character", "null \0", "", "\u2028"] * 500)
    found = notes(reader, "echo", text.encode("utf-8", "surrogatepass"))
    assert [note.text for note in found] == text.split("\n")
    assert found[2] == Note("海康威视", 2, ("海康威视", "x"))


def test_one_process_reads_many_documents_but_not_all(reader: LockedReader) -> None:
    processes = [notes(reader, "who")[0].text for _ in range(120)]
    assert 3 <= len(set(processes)) <= 5
    assert str(os.getpid()) not in processes


def test_nothing_of_our_environment_goes_along(reader: LockedReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_THE_HOUSE", "x")
    assert set(notes(reader, "who")[0].parts) <= {"PYTHONPATH", "PYTHONHASHSEED", "TZ", "LC_ALL", "LC_CTYPE"}


def test_a_question_is_answered_outside_the_lock_and_the_time_is_not_counted(reader: LockedReader) -> None:
    def answer(question: bytes) -> object:
        time.sleep(0.3)
        if len(answered) == 1:
            answered.append(b"")
            raise SourceError("not readable", "the picture is broken")
        answered.append(question)
        return (question.decode(), os.getpid())

    answered: list[bytes] = []
    allowance = replace(ALLOWED, seconds=0.2, questions=3)
    found = list(reader.read(b"2 + 2", {"what": "ask"}, allowance, asks="ask", answer=answer))
    assert [note.text for note in found] == [str(("2 + 2", os.getpid())), "not readable", str(("2 + 2", os.getpid()))]
    assert found[1].parts == ("the picture is broken",)


@pytest.mark.parametrize(("questions", "has_answer"), [(2, True), (3, False)])
def test_who_asks_too_often_or_in_vain_is_ended(reader: LockedReader, questions: int, has_answer: bool) -> None:
    answer = (lambda question: question) if has_answer else None
    allowance = replace(ALLOWED, questions=questions)
    with pytest.raises(LostProcessError, match="what no parser sends"):
        list(reader.read(b"2 + 2", {"what": "ask"}, allowance, asks="ask", answer=answer))


@pytest.mark.parametrize(
    ("what", "reason", "detail"),
    [
        ("abort", "process died", "the parser was ended by SIGABRT"),
        ("spin", "time limit", "the document takes more than 1 s to parse"),
        ("memory", "memory limit", "the document asks for more memory than it may have"),
        ("raise", "error", "ValueError: three"),
        ("wrong type", "process died", "the parser sent what no parser sends"),
        ("much", "memory limit", "the document gives more records than it may"),
        ("no frame", "process died", "the parser sent what no parser sends"),
        ("endless frame", "process died", "the parser sent what no parser sends"),
    ],
)
def test_what_a_bad_document_does_costs_that_document(
    reader: LockedReader, what: str, reason: str, detail: str
) -> None:
    start = time.monotonic()
    error = lost(reader, what, replace(ALLOWED, seconds=1))
    assert (error.reason, error.detail, error.is_chance) == (reason, detail, False)
    assert time.monotonic() - start < 20


def test_a_process_that_only_waits_is_given_up_and_the_document_not_blamed(reader: LockedReader) -> None:
    error = lost(reader, "sleep", replace(ALLOWED, seconds=0.2))
    assert (error.reason, error.is_chance) == ("time limit", True)


def test_a_reading_that_is_left_half_way_does_not_spoil_the_next(reader: LockedReader) -> None:
    stream = reader.read(b"\n" * 50_000, {"what": "echo"}, replace(ALLOWED, answer=1 << 30))
    assert next(stream).number == 0
    stream.close()
    assert [note.text for note in notes(reader, "echo", b"a\nb")] == ["a", "b"]


def test_when_what_starts_the_processes_is_killed_one_document_is_lost_and_not_blamed() -> None:
    made = LockedReader(
        "tests.engines.work:locked", prepare="tests.engines.work:nothing", kinds="tests.engines.work:Note"
    )
    try:
        assert notes(made, "echo", b"a")
        zygote = made._zygote
        assert zygote is not None
        zygote.kill()
        zygote.wait()
        with pytest.raises(LostProcessError) as caught:
            notes(made, "echo", b"b")
        assert caught.value.is_chance
        assert [note.text for note in notes(made, "echo", b"c")] == ["c"]
    finally:
        made.close()


@needs_lock
def test_every_attempt_to_break_out_is_stopped() -> None:
    attempts = escapes.self_test()
    assert len(attempts) == 19
    assert [attempt for attempt in attempts if not attempt.is_blocked] == []


@needs_lock
def test_memory_that_could_be_executed_is_refused(reader: LockedReader) -> None:
    assert notes(reader, "run code") == [Note("refused")]


@pytest.mark.parametrize("name", ["read our own code", "list a folder", "write a file", "make a symbolic link", "fork"])
def test_the_same_attempts_are_seen_to_get_through_where_nothing_is_locked(name: str) -> None:
    (made,) = escapes.attempt(b"", name=name)
    assert not made.is_blocked


@needs_lock
def test_this_machine_holds_its_parsers_strongly() -> None:
    assert parsing.lockdown().word == "strong"


def test_weak_locks_are_called_weak_and_say_what_is_missing() -> None:
    assert UNLOCKED.describe() == "weak: a time limit only"
    assert Lockdown(0, seccomp=True, rlimits=True).word == "weak"
    assert Lockdown(1, seccomp=False, rlimits=True).describe() == "weak: Landlock 1, limits on memory and time"
    assert Lockdown(7, seccomp=True, rlimits=True).is_strong


@pytest.mark.parametrize("kind", SMALLEST)
def test_every_format_is_read_the_same_behind_the_lock(kind: str) -> None:
    for name, data in (SMALLEST[kind], UGLY[kind]):
        options: dict[str, Any] = {"document": hashlib.sha256(data).hexdigest(), "name": name, "source_kind": "replies"}
        assert list(parsing.read_document(data, **options)) == list(parsing.unlocked(data, **options))


def test_the_demonstration_is_read_the_same_behind_the_lock() -> None:
    assert parsing.changed_by_lock() == []


ITEMS: list[Item] = [
    Passage("d", "page=1", 0, 3, "paragraph", "نص", language="ar", grid=None),
    Grid("d", 0, "", "ledger", "t", ("a", "b"), ("", "supplier"), 1, is_hidden=True),
    Row("d", 0, 2, ("x", ""), ("cell=1,1", "cell=1,2"), is_total=True),
    SetAside("d", "", "reason", "detail"),
    ingest.Facts(media_type="text/csv", rows_in=7, is_partial=True),
]
CODEC = Codec((Passage, Grid, Row, SetAside, ingest.Facts))


def test_every_item_of_ingest_survives_the_wire() -> None:
    assert CODEC.decode(CODEC.encode(ITEMS)) == ITEMS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[",
        b"{}x",
        b"7",
        b"[[9,[]]]",
        b"[[-9,[]]]",
        b"[[3,[]]]",
        b'[[3,[["d"],[""],["r"]]]]',
        b'[[3,[["d"],[""],["r"],[1],[""]]]]',
        b'[[3,[["d"],[""],["r"],[null],[""]]]]',
        b'[[3,[["d"],[""],["r"],[["x"]],[""]]]]',
        b'[[3,[["d"],[""],["r"],["e","e"],[""]]]]',
        b'[[3,[["d"],[""],["r"],"e",[""]]]]',
        b'[[2,[["d"],[0],[2],[["x",1]],[[]],[false],[false]]]]',
        b'[[2,[["d"],[0],[2],["xy"],[[]],[false],[false]]]]',
        b'[[2,[["d"],[true],[2],[["x"]],[[]],[false],[false]]]]',
        b'[["3",[["d"],[""],["r"],["e"],[""]]]]',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenWireError):
        CODEC.decode(data)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_of_both_processors_fits_and_every_jump_lands_inside(machine: str) -> None:
    steps = filter_steps(machine, 4242)
    assert len(steps) < 4096
    for index, step in enumerate(steps):
        code, jumps = step[0], (step[2], step[3])
        if code in {0x15, 0x45}:
            assert all(index + 1 + jump < len(steps) for jump in jumps)
    assert steps[-1][0] == 0x06


def test_an_unknown_processor_has_no_filter() -> None:
    with pytest.raises(KeyError):
        filter_steps("vax", 1)
