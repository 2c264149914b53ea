"""Statements of a report without a number: what was never bought, who makes the things, what nobody keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from synopticon.model.records import Claim
from synopticon.read.attribution import voice_of
from synopticon.read.claims import Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause
from synopticon.read.frames import Frame, body_of, date_of, subject_of
from synopticon.read.polarity import negation_in, polarity_of
from synopticon.read.segments import Segment
from synopticon.read.suppositions import is_supposition

_DEEDS = {"owned", "contracted", "delivered", "installed", "used", "planned", "talks", "paid", "removed"}
_COUNTED = {"count", "share", "money"}
#: How far behind the word that denies the verb may begin.
_REACH = 8
_LINK = 4


def unnumbered(frame: Frame, segments: Sequence[Segment], read: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    """Yield what the statements of a sentence say without a number.

    Args:
        frame: of the document.
        segments: the statements of a sentence.
        read: where in the passage the claims of the sentence stand that are known.
    """
    is_counted = False
    for segment in segments:
        clause = segment.clause
        follows, is_counted = is_counted, is_counted or any(q.kind in _COUNTED for q in clause.quantities)
        if any(q.kind in _COUNTED for q in clause.quantities) or is_supposition(clause):
            continue
        if follows and not clause.mentions:
            continue  # it only says more of the things counted before it
        if any(start < segment.end and segment.start < end for start, end in read):
            continue
        makers = tuple(dict.fromkeys(maker for group in segment.groups for maker in group.makers))
        if clause.cues.has("not_held", clause.plain):
            claim = _claim(frame, segment, "not_held", makers, "affirmed")
        elif (denied := _denied(clause)) is not None:
            claim = _claim(frame, segment, denied, makers, None)
            claim = claim if claim is not None and claim.polarity in {"negated", "denied"} else None
        elif makers and not follows and _is_made(segment):
            claim = _claim(frame, segment, "delivered", makers, None)
        else:
            continue
        if claim is not None:
            yield claim


def _denied(clause: Clause) -> str | None:
    """Return the deed that a statement says was not done, null where it denies nothing or something else."""
    found = negation_in(clause.cues, clause.plain)
    if found is None:
        return None
    for modality, pattern in clause.cues.modalities:
        if modality not in _DEEDS or (modality == "delivered" and not clause.mentions):
            continue
        hit = pattern.search(clause.plain, found.start())
        if hit is not None and hit.end() > found.end() and hit.start() <= found.end() + _REACH:
            return modality
    return None


def _is_made(segment: Segment) -> bool:
    """Tell whether words right before or behind a maker say that things are its: "made by A", "all of them A"."""
    clause, first = segment.clause, segment.groups[0]
    before = clause.plain[: first.start - segment.start].rstrip(' "\u300c\u201c:')
    for cue in ("told_after", "everyone"):
        found = clause.cues.last(cue, before)
        if found is not None and len(before) - found.end() <= _LINK:
            return True
    return False


def _claim(
    frame: Frame, segment: Segment, modality: str, makers: tuple[str, ...], polarity: str | None
) -> Claim | None:
    clause = segment.clause
    passage = clause.spot.passage
    core = (segment.groups[0].start, segment.groups[0].end) if segment.groups else (segment.end - 1, segment.end)
    evidence = text_evidence(
        frame.document,
        passage.unit,
        passage.start,
        passage.text,
        (segment.start, segment.end),
        core,
        clause.cues.language,
    )
    if evidence is None:
        return None
    voice = voice_of(clause)
    return make_claim(
        evidence,
        modality,
        extractor="prose",
        thing=Thing(makers=makers),
        polarity=polarity or polarity_of(clause, *core, has_number=False),
        confidence="low",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
    )
