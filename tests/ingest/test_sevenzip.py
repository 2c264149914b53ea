"""7-Zip archives: every method of the standard library, solid blocks, limits, what is named and not read."""

from __future__ import annotations

import struct

import pytest
from tests.ingest.samples import LEDGER, LETTER, seven

from synopticon.errors import SourceError
from synopticon.ingest import limits, read_document
from synopticon.ingest.sevenzip import members
from synopticon.model.records import Grid, Passage, Row, SetAside

FILES = {"in/letter;1.txt": LETTER, "spend.csv": LEDGER}


def read(data):
    return list(read_document(data, document="d", name="x", source_kind="replies"))


def aside(found):
    return [(item.locator, item.reason) for item in found if isinstance(item, SetAside)]


@pytest.mark.parametrize("method", ["copy", "lzma", "lzma2", "deflate", "bzip2", "x86"])
def test_members_are_read_with_their_names_as_locators(method):
    found = read(seven(FILES, method=method, folders=("in",)))
    assert aside(found) == []
    assert next(item for item in found if isinstance(item, Passage)).unit == "member=in/letter%3B1.txt"
    assert [item.unit for item in found if isinstance(item, Grid)] == ["member=spend.csv"]
    assert sum(isinstance(item, Row) for item in found) == 2


def test_what_is_encrypted_or_packed_otherwise_is_named():
    assert aside(read(seven(FILES, method="aes"))) == [
        ("member=in/letter%3B1.txt", "encrypted"),
        ("member=spend.csv", "encrypted"),
    ]
    found = read(seven({"a.txt": LETTER}, method="ppmd"))
    assert aside(found) == [("member=a.txt", "unsupported method")]
    assert "7z x" in next(item.detail for item in found if isinstance(item, SetAside))


def test_a_changed_byte_is_told_for_each_member():
    data = bytearray(seven(FILES, method="copy"))
    data[32 + 3] ^= 1
    assert aside(read(bytes(data))) == [("member=in/letter%3B1.txt", "broken member")]


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "RATIO_FLOOR", 1 << 16)
    assert aside(read(seven({"a.csv": bytes(1 << 22)}))) == [("", "archive bomb")]


def test_too_many_members_and_boxes_in_boxes_are_refused(monkeypatch):
    data = seven({"a.csv": LEDGER})
    for _ in range(limits.DEPTH + 2):
        data = seven({"a": data})
    assert [reason for _, reason in aside(read(data))] == ["nested too deeply"]
    monkeypatch.setattr(limits, "MEMBERS", 2)
    assert aside(read(seven({str(n): "x" for n in range(3)}))) == [("", "too many members")]


def test_an_archive_without_its_end_is_set_aside():
    assert aside(read(seven(FILES)[:-5])) == [("", "truncated archive")]


def test_a_claim_of_an_endless_dictionary_is_refused():
    data = seven({"a.csv": LEDGER})
    at = data.index(b"\x05\x5d") + 2
    changed = data[:at] + struct.pack("<I", 0xFFFFFFF0) + data[at + 4 :]
    with pytest.raises(SourceError):
        list(members(changed))
