"""Mails that a machine sent: told by their header, in EML and MSG, and not by what lists and offices set."""

from __future__ import annotations

import pytest
from tests.ingest.samples import MAIL, compound, message

from synopticon.ingest import Facts, read_document
from synopticon.model.records import Claim, Passage
from synopticon.read.documents import read_document as claims_of


def read(data):
    return list(
        read_document(data if isinstance(data, bytes) else data.encode(), document="d", name="x", source_kind="replies")
    )


def fields(found):
    return [(item.unit, item.start, item.text, item.language) for item in found if isinstance(item, Passage) and item.kind == "field"]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Auto-Submitted: auto-replied", "auto-submitted: auto-generated; owner-token=1", "X-Autoreply: yes", "X-Autorespond: RE: cameras", "Precedence: auto_reply"],
)  # fmt: skip
def test_the_header_of_a_machine_is_a_field_below_the_subject(line):
    found = read(MAIL + line + "\n\nYour request has reached us.\n")
    assert fields(found) == [("part=0", len("RE: cameras") + 1, line, "en")]
    assert any(item.note == "sent by a machine, by its header" for item in found if isinstance(item, Facts))


@pytest.mark.parametrize(
    "line", ["Auto-Submitted: no", "Precedence: bulk", "X-Auto-Response-Suppress: All", "X-Autoreply: no"]
)
def test_what_people_and_lists_set_is_no_mark(line):
    assert fields(read(MAIL + line + "\n\nWe own 28 cameras.\n")) == []


def test_an_outlook_message_keeps_the_header_it_came_with():
    streams = message("Your request has reached us.")
    streams["__substg1.0_007D001F"] = (
        "Received: x\r\n by y\r\nAuto-Submitted: auto-replied\r\nFrom: clerk@northmere.example\r\n".encode("utf-16-le")
    )
    found = read(compound(streams))
    assert fields(found) == [("part=0", len("RE: cameras") + 1, "Auto-Submitted: auto-replied", "en")]
    assert "clerk@" not in repr(found)


def test_a_broken_header_does_no_harm():
    assert fields(read(MAIL + "Auto-Submitted: =?utf-8?q?auto=2Dreplied?=\nX-Autoreply\xff\n\nx\n")) == [
        ("part=0", len("RE: cameras") + 1, "Auto-Submitted: auto-replied", "en")
    ]


@pytest.mark.parametrize("line", ["Auto-Submitted: auto-replied", "Precedence: auto_reply", "X-Autoreply: yes"])
def test_an_automatic_answer_that_says_nothing_is_an_acknowledgement(line):
    passages = [item for item in read(MAIL + line + "\n\nThank you.\n") if isinstance(item, Passage)]
    found = claims_of(document="d", body="northmere", source_kind="replies", received=None, language="en", passages=passages, tables=[])  # fmt: skip
    assert [(item.basis, item.locator) for item in found if isinstance(item, Claim)] == [
        ("acknowledgement", f"part=0;char=12,{12 + len(line)}")
    ]
