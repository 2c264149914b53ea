"""Names that stand together in a clause, and the numbers that stand beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from synopticon.read.clauses import Clause
from synopticon.read.spans import MentionSpan, QuantitySpan

_NAMING = {"maker", "brand", "model", "product"}
_JOINER = re.compile(
    r"^[\s\"'()]*(?:,|/|&|、|و|أو|او|和|或|及|与|以及|and|or|and/or|nor|et|ou|ni|und|oder|sowie|noch|bzw|y|e|o)*[\s\"'()]*و?(?:ال)?$"
)
_ALTERNATIVE = re.compile(r"\b(?:or|nor|ou|oder|ni|noch|o)\b|أو|او|或|/")
_SEPARATED = re.compile(r"[,;:.()、，；。]|\b(?:and|or|to|et|ou|und|oder|sowie|y|o)\b|(?:^|\s)(?:و|ل|الي)\s|和|与|及")
#: How near after a name its own number stands: "大华则有57支".
_ADJOINING = 5
_TIES = {"owned", "used", "installed", "removed", "planned", "contracted", "delivered", "listed"}
_BREATH = 10
_STOP = re.compile(r"[,;，。；、]")
#: Between a number and the name that it counts there may stand a few words: "40 dome cameras made by A".
_REACH = 45
_ONE_WORD = 14


@dataclass(frozen=True, slots=True)
class Group:
    """Names that stand together; `is_alternative` when "or" joins them."""

    spans: tuple[MentionSpan, ...]
    is_alternative: bool = False

    @property
    def start(self) -> int:
        """Return where the first name begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return where the last name ends."""
        return self.spans[-1].end

    @property
    def makers(self) -> tuple[str, ...]:
        """Return the makers of the names, each once."""
        return tuple(dict.fromkeys(span.maker for span in self.spans if span.maker))


def groups_of(clause: Clause) -> list[Group]:
    """Join names that stand together: maker and model, or a list of makers without numbers between."""
    named = [m for m in clause.mentions if m.kind in _NAMING and m.maker]
    groups: list[Group] = []
    text = clause.spot.plain
    for span in named:
        if groups:
            last = groups[-1]
            if span.start < last.end:
                # Two names at one place: a word such as "both firms" stands for them.
                is_choice = clause.cues.has("either", text[last.start : last.end])
                groups[-1] = Group((*last.spans, span), last.is_alternative or is_choice)
                continue
            gap = text[last.end : span.start]
            if span.maker in last.makers and len(gap.split()) <= 2 and not any(letter.isdigit() for letter in gap):
                groups[-1] = Group((*last.spans, span), last.is_alternative)
                continue
            if _is_joined(clause, last, span, gap):
                groups[-1] = Group((*last.spans, span), last.is_alternative or bool(_ALTERNATIVE.search(gap)))
                continue
        groups.append(Group((span,)))
    return groups


def _is_joined(clause: Clause, last: Group, span: MentionSpan, gap: str) -> bool:
    if _JOINER.match(gap) and gap.strip(" \"'()"):
        if "," in gap and _is_counted_apart(clause, last, span):
            return False
        return not any(last.end <= q.start and q.end <= span.start for q in clause.quantities)
    # "شركة", "company": a generic word may stand before the second name.
    words = gap.split()
    if any(last.end <= q.start and q.end <= span.start for q in clause.quantities):
        return False
    return (
        len(words) in {1, 2}
        and bool(_JOINER.match(words[0]))
        and not any(letter.isdigit() for letter in gap)
        and len(gap) < 20
        and len(words[0]) <= 3
    )


def _is_counted_apart(clause: Clause, last: Group, span: MentionSpan) -> bool:
    """Tell whether two names in a row have a number each: "316 are A, B has 57"."""
    before = any(0 <= last.start - q.end <= _ONE_WORD and q.kind == "count" for q in clause.quantities)
    after = any(0 <= q.start - span.end <= _ADJOINING and q.kind == "count" for q in clause.quantities)
    return before and after


def beside(clause: Clause, groups: list[Group], q: QuantitySpan) -> Group | None:
    """Return the name that the number counts by standing right before it: "200 cameras made by A"."""
    group = next((group for group in groups if group.start >= q.end), None)
    if group is None or group.start - q.end > _REACH:
        return None
    gap = clause.spot.plain[q.end : group.start]
    if _SEPARATED.search(gap) or any(q.end <= other.start < group.start for other in clause.quantities):
        return None
    for m in sorted(clause.mentions, key=lambda m: -m.start):
        if m.kind in {"product", "capability"} and m.maker is None and q.end <= m.start and m.end <= group.start:
            gap = gap[: m.start - q.end] + gap[m.end - q.end :]
    while (found := clause.cues.find("made_by", gap)) is not None and found.end() > found.start():
        gap = gap[: found.start()] + gap[found.end() :]
    return group if len(gap.split()) <= 1 and len(gap.strip()) <= _ONE_WORD else None


def has_verb(clause: Clause, q: QuantitySpan, group: Group) -> bool:
    """Tell whether a verb of having or buying ties a number of bodies to a name; "70 pages … A" has none."""
    first, last = min(q.end, group.end), max(q.start, group.start)
    if clause.cues.verb_first:
        first = clause.start
    text = clause.spot.plain
    if clause.cues.find("tie", text, first, max(first, last)) is not None:
        return True
    return any(
        name in _TIES and pattern.search(text, first, max(first, last)) is not None
        for name, pattern in clause.cues.modalities
    )


def owns(clause: Clause, q: QuantitySpan, group: Group) -> bool:
    """Tell whether a number of bodies is the subject of a verb whose object is the name after it."""
    return any(clause.cues.find(cue, clause.spot.plain, q.end, group.start) is not None for cue in ("holding", "tie"))


def is_measured(clause: Clause, q: QuantitySpan, groups: list[Group]) -> bool:
    """Tell whether a number with a measure word and no noun stands in one breath with a name: "大华则有57支"."""
    if q.unit is None or len(q.unit) != 1 or not groups:
        return False
    return any(
        0 <= last - first <= _BREATH and not _STOP.search(clause.spot.plain, first, last)
        for g in groups
        for first, last in ((g.end, q.start), (q.end, g.start))
    )
