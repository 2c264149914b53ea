"""The US Department of Defense's section 1260H list as text: one firm a line, its listed subsidiaries below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synopticon.errors import SourceError
from synopticon.screen.listing import Listed, Listing, Row
from synopticon.screen.lists._tables import day, distinct, text_of

_BULLET = re.compile(r"^[\s•·▪◦*o\-–]*(?:\d{1,3}[.)]\s+)?")
_OTHER = re.compile(
    r"\s*\((?:also known as|a\.?k\.?a\.?|formerly(?: known as)?|f\.?k\.?a\.?)?,?\s*([^()]{2,120})\)", re.IGNORECASE
)
_TALK = re.compile(
    r"\b(?:section|pursuant|department|secretary|fiscal year|public law|entities identified|list of|page|notice|"
    r"hereby|deputy|federal register|operating)\b",
    re.IGNORECASE,
)
_LONGEST = 160
_MARK = re.compile(r"1260H", re.IGNORECASE)


def _parse(data: bytes) -> Iterator[Row]:
    content = text_of(data)
    if not _MARK.search(content[:20_000]):
        raise SourceError("wrong format", "expected a text that names section 1260H, found none")
    if not content.endswith(("\n", "\r", "\f")) and len(content.rsplit("\n", 1)[-1]) < 4:
        raise SourceError("truncated", "the text breaks off in the middle of a line; fetch the file again")
    for line in content.splitlines():
        plain = _BULLET.sub("", line.strip()).strip(" ,;")
        if len(plain) < 3 or len(plain) > _LONGEST or (plain.endswith((".", ":")) and not _ends_in_form(plain)):
            continue
        if _TALK.search(plain) or not plain[0].isupper() or plain.isdigit() or day(plain):
            continue
        main = _OTHER.sub("", plain).strip(" ,;")
        names = distinct([main, *(found[1] for found in _OTHER.finditer(plain))])
        if names and any(character.isalpha() for character in main):
            yield Listed(main, names)


def _ends_in_form(line: str) -> bool:
    return line.casefold().endswith(("ltd.", "inc.", "corp.", "co.", "s.a.", "l.p.", "plc."))


def _published(data: bytes) -> str | None:
    return day(text_of(data[:4000]))


LIST = Listing(
    code="US-DOD-1260H",
    name="Section 1260H list of Chinese military companies",
    jurisdiction="US",
    legal_type="procurement_ban",
    url="",
    min_entries=40,
    canaries=(
        "Huawei Technologies Co., Ltd.|Huawei Investment & Holding Co., Ltd.",
        "Hangzhou Hikvision Digital Technology Co., Ltd.",
    ),
    is_like=lambda data: b"1260H" in data[:20_000] and b"<" not in data[:200],
    parse=_parse,
    published=_published,
)
