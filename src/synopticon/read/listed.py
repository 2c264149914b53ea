"""Lists in a letter: a maker above lines with numbers, and things told as "Make: …", "Model: …", "Qty: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from synopticon.model.records import Claim
from synopticon.read.claims import Count, Thing, exactly, make_claim, text_evidence
from synopticon.read.clauses import Spot
from synopticon.read.cue import matcher_of, plain
from synopticon.read.mentions import find_mentions
from synopticon.read.register_plan import is_equipment, state_in
from synopticon.read.reply_words import reply_matcher
from synopticon.read.rows_things import CellReader, thing_of
from synopticon.reference.headers import field_of

_LABEL = re.compile(r"[\s•*·–-]*([^\W\d][^:：=\n]{0,40}?)\s*[:：=]\s*(\S[^\n]*)")
_HEAD_WORDS = 3
_HEAD_LENGTH, _ENTRY_LENGTH = 80, 90
_WORD = re.compile(r"[^\W\d_]+")
#: "Town Hall: 14", "Museum (3)", "Main Street   6", "14 at the pool", "- 14 x Town Hall"
_AT_END = re.compile(
    r"[\s•*·–-]*(?P<name>[^\W\d_][^\n]{0,70}?)[\s:：=(–-]+(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6})"
    r"(?:\s*(?P<unit>[^\W\d_]{1,14}))?[\s).;,]*"
)
_AT_START = re.compile(
    r"[\s•*·–-]*(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6})\s*[x×–:-]?\s+(?P<name>[^\W\d_][^\n]{0,70}?)[\s.;,]*"
)
_DIGITS = re.compile(r"\d")
_FEWEST_ENTRIES = 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a list: a place and how many are there."""

    spot: Spot
    count: Decimal
    start: int
    end: int
    is_total: bool


def list_claims(document: str, body: str | None, spots: Sequence[Spot]) -> tuple[list[Claim], set[int]]:
    """Return what the lists among the passages of a reply claim, and the numbers of the passages that they are."""
    claims: list[Claim] = []
    read: set[int] = set()
    for claim, numbers in (*_sections(document, body, spots), *_blocks(document, body, spots)):
        claims.append(claim)
        read.update(numbers)
    return claims, read


# --- a maker above lines with numbers -------------------------------------------------------------------------


def _sections(document: str, body: str | None, spots: Sequence[Spot]) -> Iterator[tuple[Claim, set[int]]]:
    at = 0
    while at < len(spots):
        head = _head(spots[at])
        if head is None:
            at += 1
            continue
        entries: list[tuple[int, _Entry]] = []
        end = at + 1
        while end < len(spots) and (entry := _entry(spots[end])) is not None:
            entries.append((end, entry))
            end += 1
            if entry.is_total:
                break
        counted = _counted([entry for _, entry in entries])
        for entry in counted:
            claim = _section_claim(document, body, spots[at], head, entry)
            if claim is not None:
                yield claim, {at, *(number for number, _ in entries)}
        at = max(end, at + 1)


def _counted(entries: list[_Entry]) -> list[_Entry]:
    """Return the lines to count: all but the total, or the total where it is alone."""
    parts = [entry for entry in entries if not entry.is_total]
    return parts or entries[:1]


def _head(spot: Spot) -> Thing | None:
    """Return the thing that a passage names where it is the head of a list: one maker and hardly a word more."""
    text = spot.passage.text
    if spot.passage.role == "quoted" or len(text) > _HEAD_LENGTH or "\n" in text or _DIGITS.search(text):
        return None
    if text.rstrip().endswith((".", "?", "؟", "。", "？")):
        return None
    makers = {m.maker for m in spot.mentions if m.maker}
    if len(makers) != 1:
        return None
    rest = spot.plain
    for m in spot.mentions:
        rest = rest[: m.start] + " " * (m.end - m.start) + rest[m.end :]
    if len(_WORD.findall(rest)) > _HEAD_WORDS:
        return None
    cues = matcher_of(spot.language)
    if cues is not None and cues.has("negation", spot.plain):
        return None
    return thing_of(spot.mentions)


def _entry(spot: Spot) -> _Entry | None:
    """Return the line of a list that a passage is: words and one number, no maker, no sentence."""
    text = spot.passage.text
    if spot.passage.role == "quoted" or len(text) > _ENTRY_LENGTH or "\n" in text:
        return None
    if any(m.maker for m in spot.mentions):
        return None
    western = text.translate(_WESTERN)
    found = _AT_END.fullmatch(western) or _AT_START.fullmatch(western)
    if found is None or len(found["name"].split()) > _NAME_WORDS or _DIGITS.search(found["name"]):
        return None
    if any(q.kind != "count" for q in spot.quantities):
        return None
    words = reply_matcher(spot.language)
    name = plain(found["name"]).strip(" :-")
    is_total = words is not None and (hit := words.find("total", name)) is not None and hit.start() == 0
    number = Decimal(found["number"].replace(",", ""))
    return _Entry(spot, number, found.start("number"), found.end("number"), is_total)


_NAME_WORDS = 7
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def _section_claim(document: str, body: str | None, head: Spot, thing: Thing, entry: _Entry) -> Claim | None:
    passage = entry.spot.passage
    span = (0, len(passage.text))
    kinds = [m.product_kind for m in entry.spot.mentions if m.kind == "product" and m.product_kind]
    if kinds and is_equipment(kinds[-1]):
        thing = replace(thing, product_kind=kinds[-1])
    evidence = text_evidence(
        document, passage.unit, passage.start, passage.text, span, (entry.start, entry.end), head.language
    )
    if evidence is None:
        return None
    return make_claim(
        evidence,
        _state(head) or "owned",
        extractor="answer",
        thing=thing,
        count=exactly(entry.count) if entry.count else Count(),
        polarity="affirmed" if entry.count else "negated",
        confidence="high",
        body=body,
    )


def _state(head: Spot) -> str | None:
    cues = matcher_of(head.language)
    state = state_in(head.plain, cues) if cues is not None else None
    return state if state in {"removed", "planned"} else None


# --- things told label by label -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """A line ``label: value``: the passage it stands in, what the label means, where the value stands."""

    number: int
    spot: Spot
    field: str
    value: str
    start: int
    end: int


def _blocks(document: str, body: str | None, spots: Sequence[Spot]) -> Iterator[tuple[Claim, set[int]]]:
    """Yield the claim of each run of labelled lines that has a maker or model and a number; a label twice parts two."""
    block: dict[str, _Line] = {}
    for number, spot in enumerate(spots):
        lines = _labelled(number, spot)
        if not lines:
            yield from _block_claim(document, body, block)
            block = {}
        for line in lines:
            if line.field in block:
                yield from _block_claim(document, body, block)
                block = {}
            block[line.field] = line
    yield from _block_claim(document, body, block)


def _labelled(number: int, spot: Spot) -> list[_Line]:
    """Return the labelled lines of a passage; nothing when one of its lines is something else."""
    found: list[_Line] = []
    start = 0
    text = spot.passage.text
    if spot.passage.role == "quoted" or len(text) > 600:
        return []
    for piece in text.split("\n"):
        label = _LABEL.fullmatch(piece.rstrip())
        if label is None:
            return []
        field = field_of(label[1])
        found.append(
            _Line(number, spot, field or f"?{label[1].lower()}", label[2], start + label.start(2), start + label.end(2))
        )
        start += len(piece) + 1
    return found


def _block_claim(document: str, body: str | None, block: dict[str, _Line]) -> Iterator[tuple[Claim, set[int]]]:
    counted = block.get("quantity")
    named = [line for field in ("maker", "model", "product") if (line := block.get(field)) is not None]
    if counted is None or not any(line.field in {"maker", "model"} for line in named):
        return
    language = counted.spot.language
    reader = CellReader(language, "")
    count = reader.count(counted.value)
    mentions = [m for line in named for m in find_mentions(line.value, is_subject=True)]
    thing = thing_of(mentions)
    if count is None or not thing.makers:
        return
    passage = counted.spot.passage
    same = [line for line in named if line.spot is counted.spot]
    first = min((line.start for line in same), default=counted.start)
    first = passage.text.rfind("\n", 0, min(first, counted.start)) + 1
    last = max([counted.end, *(line.end for line in same)])
    evidence = text_evidence(
        document, passage.unit, passage.start, passage.text, (first, last), (counted.start, counted.end), language
    )
    if evidence is None:
        return
    status = block.get("status")
    cues = matcher_of(language)
    state = state_in(plain(status.value), cues) if status is not None and cues is not None else None
    claim = make_claim(
        evidence,
        state if state in {"removed", "planned"} else "owned",
        extractor="answer",
        thing=thing,
        count=count if count.value != 0 else Count(),
        polarity="negated" if count.value == 0 else "affirmed",
        confidence="high",
        body=body,
    )
    yield claim, {line.number for line in block.values()}
