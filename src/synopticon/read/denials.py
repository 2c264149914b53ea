"""Sentences that deny all that was asked about without naming it: "neither brand", "0 results", "a nil return"."""

from __future__ import annotations

import re

from synopticon.model.records import Claim
from synopticon.read.claims import Thing, make_claim, text_evidence
from synopticon.read.clauses import Spot, cues_at
from synopticon.read.reply_words import reply_matcher
from synopticon.read.states import refusal_in

#: A line that has a maker's name and a stroke, a nought or a word for nothing.
_STROKE = re.compile(
    r"[\s:：=|–—-]*(?:[–—-]{1,3}|×|✗|✘|n/?a|nil|none|zero|0|无|無|没有|零|لا يوجد|لا شيء|صفر|٠)[\s.;,]*"
)
#: "Dahua cameras in use: none": words between the name and the colon.
_LABEL = re.compile(r"[^\d:：.;,]{1,60}([:：=].*)$", re.DOTALL)
_BULLET = re.compile(r"[\s•*·–-]*")


def denial_claims(document: str, body: str | None, spot: Spot, span: tuple[int, int]) -> list[Claim]:
    """Return the claim of a sentence that denies everything asked about, or the maker whose line says none.

    The first has no maker; its basis ``all_asked`` says that it answers what was asked.
    """
    text = spot.plain[slice(*span)]
    named = [m for m in spot.mentions if span[0] <= m.start and m.end <= span[1] and m.maker]
    cues = cues_at(spot, span)
    words = reply_matcher(cues.language) if cues is not None else None
    if cues is None or words is None or named or "?" in text:
        return []
    found = words.find("none", text)
    if found is None or words.has("absent", text) or refusal_in(text, cues, words) is not None:
        return []
    core = (span[0] + found.start(), span[0] + found.end())
    return _denied(document, body, spot, span, core, Thing())


def with_strokes(found: list[Claim], document: str, body: str | None, spot: Spot, span: tuple[int, int]) -> list[Claim]:
    """Return the claims of a sentence with those of its lines that end in a stroke, a nought or a word for nothing."""
    strokes = [claim for line in _lines(spot, span) for claim in _stroke_claims(document, body, spot, line)]
    found = [*found, *_yes_claims(found, document, body, spot, span)]
    said = {maker for claim in found if not _is_bare(claim) for maker in claim.makers}
    strokes = [claim for claim in strokes if claim.maker not in said]
    denied = {claim.maker for claim in strokes}
    return [*(claim for claim in found if claim.maker not in denied), *strokes]


def _is_bare(claim: Claim) -> bool:
    return claim.polarity == "affirmed" and claim.quantity is None and claim.low is None and claim.high is None


def _yes_claims(found: list[Claim], document: str, body: str | None, spot: Spot, span: tuple[int, int]) -> list[Claim]:
    """Return the holdings of makers whose name a sign and a plain yes follow: "A: yes. B: no."."""
    cues = cues_at(spot, span)
    said = {maker for claim in found for maker in claim.makers}
    claims: list[Claim] = []
    for m in spot.mentions:
        if cues is None or m.maker is None or m.maker in said or not (span[0] <= m.start and m.end <= span[1]):
            continue
        sign = _SIGN.match(spot.plain, m.end)
        yes = cues.find("yes", spot.plain, sign.end(), min(sign.end() + _YES, len(spot.plain))) if sign else None
        if sign is None or yes is None or yes.start() != sign.end() or not _STOP.match(spot.plain, yes.end()):
            continue
        core = (m.start, yes.end())
        passage = spot.passage
        evidence = text_evidence(document, passage.unit, passage.start, passage.text, core, core, spot.language)
        if evidence is not None:
            thing = Thing(makers=(m.maker,))
            claims.append(
                make_claim(evidence, "owned", extractor="answer", thing=thing, confidence="medium", body=body)
            )
    return claims


_SIGN = re.compile(r"\s{0,3}(?:[:：=|–-]|\?)\s{0,3}")
_STOP = re.compile(r"\s*(?:[.,;!)\n。，；(]|$)")
_YES = 20


def _lines(spot: Spot, span: tuple[int, int]) -> list[tuple[int, int]]:
    text, lines, start = spot.passage.text, [], span[0]
    for piece in text[slice(*span)].split("\n"):
        lines.append((start, start + len(piece)))
        start += len(piece) + 1
    return lines


def _stroke_claims(document: str, body: str | None, spot: Spot, line: tuple[int, int]) -> list[Claim]:
    """Return the denial of a line that is a maker's name and a stroke, a nought or a word for nothing."""
    named = [m for m in spot.mentions if line[0] <= m.start and m.end <= line[1] and m.maker]
    if len(named) != 1 or named[0].maker is None:
        return []
    start, end = named[0].start, named[0].end
    text = spot.passage.text
    before, after = text[line[0] : start], text[end : line[1]].lower()
    is_said = bool(_STROKE.fullmatch(after)) or ((label := _LABEL.match(after)) and _STROKE.fullmatch(label[1]))
    if not _BULLET.fullmatch(before) or not is_said:
        return []
    return _denied(document, body, spot, line, (start, line[1]), Thing(makers=(named[0].maker,)))


def _denied(  # noqa: PLR0917  # the parts of one statement
    document: str, body: str | None, spot: Spot, span: tuple[int, int], core: tuple[int, int], thing: Thing
) -> list[Claim]:
    passage = spot.passage
    evidence = text_evidence(document, passage.unit, passage.start, passage.text, span, core, spot.language)
    if evidence is None:
        return []
    return [
        make_claim(
            evidence,
            "owned",
            extractor="answer",
            thing=thing,
            polarity="negated",
            confidence="medium",
            body=body,
            basis="all_asked",
        )
    ]
