"""A memo looks like a mail, and is none."""

from __future__ import annotations

import pytest

from synopticon.ingest import read_document
from synopticon.model.records import Passage

MEMO = (
    "To: The board\nFrom: Head of facilities\nDate: 3 May 2023\nSubject: Cameras\n\nWe own 12 cameras made by Axis.\n"
)


def units(data: bytes) -> set[str]:
    items = read_document(data, document="d", name="a.txt", source_kind="articles")
    return {item.unit for item in items if isinstance(item, Passage)}


def test_a_memo_with_names_and_a_day_alone_is_plain_text() -> None:
    assert units(MEMO.encode()) == {""}


@pytest.mark.parametrize(
    "mail",
    [
        MEMO.replace("The board", "board@northmere.example"),
        MEMO.replace("3 May 2023", "Wed, 3 May 2023 10:12:00 +0100"),
        "MIME-Version: 1.0\n" + MEMO,
    ],
)
def test_an_address_a_full_time_or_a_line_of_a_mail_program_makes_it_a_mail(mail: str) -> None:
    assert all(unit.startswith("part=") for unit in units(mail.encode()))
