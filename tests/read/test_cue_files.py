"""Every language file holds patterns that compile, and none that matches nothing at all."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from synopticon.discover import discover
from synopticon.read import cues, replies
from synopticon.read.cue import Cues, compiled
from synopticon.read.reply_words import ReplyWords

RECORDS: list[Cues | ReplyWords] = [*discover(cues, "CUES", Cues), *discover(replies, "REPLY", ReplyWords)]


def patterns_of(record: Cues | ReplyWords) -> list[tuple[str, str]]:
    named = [(field.name, getattr(record, field.name)) for field in fields(record) if field.name != "language"]
    return [(name, value) for name, value in named if isinstance(value, str)] + [*getattr(record, "modalities", ())]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: f"{type(record).__name__}-{record.language}")
def test_every_pattern_compiles_and_none_matches_the_empty_text(record: Cues | ReplyWords) -> None:
    for name, pattern in patterns_of(record):
        found = compiled(pattern, has_spaces=record.has_spaces)
        assert isinstance(found, re.Pattern), name
        assert found.search("") is None, name
