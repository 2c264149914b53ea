"""Notices English that a machine may have reworded or translated: such texts name things by names that nobody uses.

Programs that reword an article to sell it again put a synonym for every word they can, in numerals, names and fixed
terms too: "1.eight million", "the New York Occasions", "facial popularity". No single turn of phrase proves it, so a
text is only noted when several kinds of them come together.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

#: Characters of a text that are looked at.
_SAMPLE = 200_000
#: What the tell-tales must weigh together, and how many different strong ones there must be.
_ENOUGH, _STRONG = 4.0, 2
_WEIGHTS = {"numeral": 2.0, "nation": 2.0, "name": 1.5, "term": 1.5, "turn": 0.5}
_DIGIT = "(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_NUMERAL = re.compile(rf"(?<![\w.,])(?:\d{{1,3}}[.,]{_DIGIT}|{_DIGIT}[.,]\d{{1,3}})(?![\w-])", re.IGNORECASE)
_NATION = re.compile(
    r"\b(?:Chinese|French|Spanish|Arabic|Russian|German|Japanese|Korean|Italian) language"
    r" (?:authorities|government|embassy|state|police|officials?|compan(?:y|ies)|firms?|army|military|society)\b"
)
#: Before a word that stands for another in a name there must be the rest of the name.
_HEADS = {
    "occasions": r"(?:New York|Los Angeles|Financial|Monetary|Irish|Straits|Sunday)",
    "financial institution": r"(?:World|Central|Deutsche|Asian Development)",
    "courtroom": r"(?:Supreme|High|Excessive|Prime|Appeals|European)",
    "home": r"(?:White|Downing)",
    "countries": r"(?:United)",
    "fee": r"(?:European|Federal Communications|Federal Trade|Electoral|Securities and Exchange)",
    "workplace": r"(?:Overseas|Foreign|Home|Information Commissioner[’']s)",
    "occasion": r"(?:Communist|Labou?r|Conservative|Republican|Democratic)",
}


@cache
def _known() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = resources.files("synopticon.text").joinpath("spun.csv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {"term": [], "turn": []}
    names = []
    for row in csv.DictReader(text.splitlines()):
        phrase = re.escape(row["phrase"])
        if row["kind"] == "name":
            names.append(rf"{_HEADS[row['phrase']]} {phrase.title()}\b")
        else:
            found[row["kind"]].append(phrase)
    patterns = [(kind, re.compile(rf"\b(?:{'|'.join(list_)})\b", re.IGNORECASE)) for kind, list_ in found.items()]
    return ("numeral", _NUMERAL), ("nation", _NATION), ("name", re.compile(rf"\b(?:{'|'.join(names)})")), *patterns


def tell_tales(text: str) -> dict[str, tuple[str, ...]]:
    """Return the different tell-tales of an English text by kind, each as it stands, in their order."""
    sample = " ".join(text[:_SAMPLE].split())
    found: dict[str, tuple[str, ...]] = {}
    for kind, pattern in _known():
        seen: dict[str, str] = {}
        for match in pattern.finditer(sample):
            seen.setdefault(match[0].lower(), match[0])
        if seen:
            found[kind] = tuple(seen.values())
    return found


def wording_note(texts: Iterable[str]) -> str | None:
    """Return a note when the wording of English texts of one document may be made by a machine, with what says so."""
    found = tell_tales("\n".join(texts))
    strong = [phrase for kind, phrases in found.items() if kind != "turn" for phrase in phrases]
    weight = sum(_WEIGHTS[kind] * len(phrases) for kind, phrases in found.items())
    if len(strong) < _STRONG or weight < _ENOUGH:
        return None
    shown = ", ".join(f"“{phrase}”" for phrase in strong[:4])
    return f"the wording may be made by a machine, its numbers and names with it: {shown}"
