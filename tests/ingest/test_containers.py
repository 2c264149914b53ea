"""Archives and mail: members and parts, limits, quoted words and signatures."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile

import pytest
from tests.ingest.samples import LEDGER, LETTER, MAIL, package

from synopticon.ingest import Facts, limits, read_document
from synopticon.model.records import Grid, Passage, Row, SetAside


def read(data, name="x", kind="replies"):
    return list(
        read_document(data if isinstance(data, bytes) else data.encode(), document="d", name=name, source_kind=kind)
    )


def aside(found):
    return [(item.locator, item.reason) for item in found if isinstance(item, SetAside)]


def passages(found):
    return [item for item in found if isinstance(item, Passage)]


def test_members_are_read_with_their_names_as_locators():
    found = read(package({"in/letter;1.txt": LETTER, "spend.csv": LEDGER, "__MACOSX/._a": "x"}))
    assert passages(found)[0].unit == "member=in/letter%3B1.txt"
    assert [item.unit for item in found if isinstance(item, Grid)] == ["member=spend.csv"]
    assert [item.rows_in for item in found if isinstance(item, Facts) and item.rows_in is not None] == [2]


def test_grids_are_numbered_over_all_members():
    found = read(package({"a.csv": LEDGER, "b.csv": LEDGER}))
    assert [item.grid for item in found if isinstance(item, Grid)] == [0, 1]
    assert [item.grid for item in found if isinstance(item, Row)] == [0, 0, 1, 1]


def test_a_zip_with_an_unpacked_pdf_is_still_a_zip():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as made:
        made.writestr("a.pdf", b"%PDF-1.4 rubbish")
    assert aside(read(sink.getvalue())) == [("member=a.pdf", "unreadable PDF")]


def test_a_truncated_zip_is_set_aside():
    assert aside(read(package({"a.csv": LEDGER * 50})[:-30])) == [("", "truncated archive")]


def test_a_broken_member_does_not_stop_the_others():
    data = package({"a.csv": LEDGER * 50, "b.csv": LEDGER})
    at = data.index(b"a.csv") + 20
    found = read(data[:at] + bytes(10) + data[at + 10 :])
    assert aside(found) == [("member=a.csv", "broken member")]
    assert sum(isinstance(item, Row) for item in found) == 2


def test_an_encrypted_member_is_named():
    data = bytearray(package({"a.csv": LEDGER}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    assert aside(read(bytes(data))) == [("member=a.csv", "encrypted")]


def test_overlapping_members_are_refused():
    data = bytearray(package({"a.csv": LEDGER * 50, "b.csv": LEDGER}))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    struct.pack_into("<I", data, second + 42, struct.unpack_from("<I", data, first + 42)[0])
    assert aside(read(bytes(data))) == [("", "overlapping members")]


@pytest.mark.parametrize("wrap", [lambda data: package({"a": data}), lambda data: gzip.compress(data, mtime=0)])
def test_boxes_in_boxes_end_at_the_limit(wrap):
    data = LEDGER.encode()
    for _ in range(limits.DEPTH + 2):
        data = wrap(data)
    found = read(data)
    assert [reason for _, reason in aside(found)] == ["nested too deeply"]
    assert not any(isinstance(item, Row) for item in found)


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = gzip.compress(bytes(limits.RATIO_FLOOR + 2**21), mtime=0)
    assert aside(read(bomb)) == [("", "archive bomb")]
    assert aside(read(package({"a.csv": bytes(limits.RATIO_FLOOR + 2**21)}))) == [("member=a.csv", "archive bomb")]


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MEMBERS", 2)
    assert aside(read(package({str(n): "x" for n in range(3)}))) == [("", "too many members")]


def test_the_reply_the_signature_and_the_request_below_are_told_apart():
    body = (
        "Dear Applicant,\n\nWe own 28 cameras.\n\nKind regards,\nA. Clerk\nNorthmere Council\n\n-----Original Message-----\n"
        "From: asker\nSent: 2 November 2020\n\n> How many cameras do you own?\n"
    )
    found = passages(read(MAIL + "\n" + body))
    roles = {item.text.split("\n")[0]: item.role for item in found}
    assert roles["We own 28 cameras."] == "text"
    assert roles["Kind regards,"] == roles["A. Clerk"] == "signature"
    assert roles["-----Original Message-----"] == roles["> How many cameras do you own?"] == "quoted"
    assert found[0].unit == "part=0"
    text = body
    assert all(text[item.start : item.start + len(item.text)] == item.text for item in found[1:])


@pytest.mark.parametrize(
    ("start", "mark"),
    [
        ("On 2 Nov 2020, at 10:14, asker wrote:", "On 2 Nov"),
        ("From: asker\nSent: 2 November 2020\nTo: foi", "From:"),
        ("Von: asker\nGesendet: 2. November 2020\nAn: foi", "Von:"),
        ("من: السائل\nإلى: المجلس\nالموضوع: كاميرات", "من:"),
        ("---------- Forwarded message ---------", "-----"),
    ],
)
def test_earlier_messages_are_quoted_in_any_language(start, mark):
    found = passages(
        read(
            MAIL
            + "Content-Type: text/plain; charset=utf-8\n\nWe own 28 cameras.\n\n"
            + start
            + "\n\nYou own 250 cameras.\n"
        )
    )
    roles = {item.text: item.role for item in found}
    assert roles["We own 28 cameras."] == "text"
    assert roles["You own 250 cameras."] == "quoted"
    assert any(item.text.startswith(mark) and item.role == "quoted" for item in found)


def test_the_plain_body_is_preferred_and_attachments_are_read():
    mail = MAIL + (
        'Content-Type: multipart/mixed; boundary="m"\n\n--m\nContent-Type: multipart/alternative; boundary="a"\n\n'
        "--a\nContent-Type: text/plain\n\nPlain 28.\n--a\nContent-Type: text/html\n\n<p>Marked 28.</p>\n--a--\n"
        '--m\nContent-Type: application/octet-stream; name="t.csv"\nContent-Disposition: attachment; filename="t.csv"\n\n'
        "Make,Quantity\nHikvision,28\n--m--\n"
    )
    found = read(mail)
    assert [item.text for item in passages(found)] == ["RE: cameras", "Plain 28."]
    assert [item.unit for item in passages(found)] == ["part=0", "part=1.1"]
    assert [item.unit for item in found if isinstance(item, Grid)] == ["part=2"]
    assert [item.received for item in found if isinstance(item, Facts) and item.received] == ["2020-11-25"]


def test_sender_and_receiver_are_never_given_out():
    found = read(MAIL + "\nWe own 28 cameras.\n")
    assert "asker@" not in repr(found)
    assert "A Clerk" not in repr(found)


def test_every_message_of_a_mailbox_is_read():
    one = "From - Wed Nov 25 10:14:00 2020\n" + MAIL + "\nWe own {}.\n\n"
    found = read(one.format(28) + one.format(29))
    assert [(item.unit, item.text) for item in passages(found)] == [
        ("part=1;part=0", "RE: cameras"),
        ("part=1;part=1", "We own 28."),
        ("part=2;part=0", "RE: cameras"),
        ("part=2;part=1", "We own 29."),
    ]
