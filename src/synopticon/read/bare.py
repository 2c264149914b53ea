"""Statements of a report without a number: "all of them were A's", "the rest is B", "none has gone up"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from synopticon.model.records import Claim
from synopticon.read.attribution import voice_of
from synopticon.read.claims import Thing, make_claim, text_evidence
from synopticon.read.clauses import Clause
from synopticon.read.doings import deed_in
from synopticon.read.frames import Frame, body_of, date_of, subject_of
from synopticon.read.groups import Group
from synopticon.read.polarity import polarity_of
from synopticon.read.settings import Focus, Setting, place_of
from synopticon.read.suppositions import is_supposition

_NEAR = 60


def bare_claims(
    frame: Frame, setting: Setting, parts: Sequence[Clause], claims: Sequence[Claim], focus: Focus
) -> Iterator[Claim]:
    """Yield what the clauses of a sentence state without a number, where nothing else was read from them."""
    for clause in parts:
        if is_supposition(clause) or _is_read(setting, clause, claims):
            continue
        if any(q.kind in {"count", "share", "money"} for q in clause.quantities):
            continue
        own = [g for g in setting.groups if clause.start <= g.start and g.end <= clause.end]
        voice = voice_of(clause)
        own = [g for g in own if voice is None or not (voice.start <= g.start and g.end <= voice.end)]
        if own and _gives(clause, own[0]):
            claim = _claim(frame, setting, clause, own[0].makers, (own[0].start, own[0].end))
        elif not own and not setting.groups and (denied := _denies(clause)) is not None and focus.noun is not None:
            makers = focus.holders or (focus.known if len(focus.known) == 1 else ())
            claim = _claim(frame, setting, clause, makers, denied)
            claim = None if claim is None else replace(claim, polarity="negated")
        else:
            continue
        if claim is not None:
            yield claim


def _is_read(setting: Setting, clause: Clause, claims: Sequence[Claim]) -> bool:
    """Tell whether a claim was read from a clause."""
    places = (place_of(claim, setting.spot) for claim in claims)
    return any(place and place[0] < clause.end and clause.start < place[1] for place in places)


def _gives(clause: Clause, group: Group) -> bool:
    """Tell whether words before makers give things to them: "all of them were", "the rest", "no"."""
    text, cues = clause.spot.plain, clause.cues
    before = text[max(clause.start, group.start - _NEAR) : group.start]
    if any(m.kind == "list" for m in clause.mentions):
        return False
    for cue in ("everyone", "part_word", "other_makes", "none_of"):
        found = cues.last(cue, before)
        if found is not None and len(before[found.end() :].split()) <= _LINK and "," not in before[found.end() :]:
            return True
    return False


_LINK = 6


def _denies(clause: Clause) -> tuple[int, int] | None:
    """Return where a clause says of the things spoken of that none is so: "none has been mounted"."""
    if (told := _NOT_ANY.search(clause.plain)) is not None:
        return clause.start + told.start(), clause.start + told.end()
    lead = len(clause.plain) - len(clause.plain.lstrip(" ,;.\"'\n"))
    found = clause.cues.find("none_of", clause.plain)
    if found is None or found.start() > lead + _EARLY:
        return None
    return (clause.start + found.start(), clause.start + found.end()) if deed_in(clause) is not None else None


_EARLY = 12
#: Bodies that say of the things spoken of that they have none: "we do not own any".
_NOT_ANY = re.compile(
    r"\b(?:do|does|did|has|have|had)(?:n['’]t| not| never) (?:(?:currently|also|ever|yet) )?"
    r"(?:own|use|have|hold|operate|run|deploy|buy|install|owned|used|had|held|operated|deployed|bought|installed)"
    r" (?:any|them|it|these|those|one)\b(?! \w+ing\b)",
    re.IGNORECASE,
)


def _claim(
    frame: Frame, setting: Setting, clause: Clause, makers: tuple[str, ...], core: tuple[int, int]
) -> Claim | None:
    passage = setting.spot.passage
    span = (clause.start, clause.end)
    evidence = text_evidence(
        frame.document, passage.unit, passage.start, passage.text, span, core, clause.cues.language
    )
    if evidence is None:
        return None
    voice = voice_of(clause)
    return make_claim(
        evidence,
        deed_in(clause) or "owned",
        extractor="prose",
        thing=Thing(makers=makers),
        polarity=polarity_of(clause, *core, has_number=False),
        confidence="low",
        body=body_of(frame, clause),
        subject=subject_of(frame, clause),
        date=date_of(clause),
        attribution=voice.name if voice is not None else None,
    )
