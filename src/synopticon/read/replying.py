"""Numbers of a reply that need no noun, and those that are only a part of one before them."""

from __future__ import annotations

from decimal import Decimal

from synopticon.read.clauses import Clause
from synopticon.read.elliptic import is_bare
from synopticon.read.groups import Group
from synopticon.read.reply_words import ReplyMatcher, reply_matcher
from synopticon.read.spans import QuantitySpan

#: A clause with one name and one number alone is no longer than this: "As for Dahua: about 15, at the wharf".
_SHORT = 110
#: How far after a number the words stand that make it a part of the one before ("12 of them").
_OF_THEM = 12


def alone(clause: Clause, groups: list[Group]) -> list[QuantitySpan]:
    """Return the one bare number of a short clause that names one maker: "As regards A, twelve".

    A number with a noun of its own counts that noun; one that a word for papers or places heads is no count.
    """
    if len(groups) != 1 or len(groups[0].makers) != 1 or clause.end - clause.start > _SHORT:
        return []
    counts = [q for q in clause.quantities if q.kind == "count"]
    if len(counts) != 1 or any(q.kind not in {"count", "date"} for q in clause.quantities):
        return []
    q = counts[0]
    is_counter = q.unit is not None and clause.cues.has("counter", q.unit)
    if q.product_kind is not None or not (q.unit is None or is_counter or is_bare(clause, q, q.unit)):
        return []
    words = reply_matcher(clause.cues.language)
    before = clause.spot.plain[groups[0].end : q.start] if q.start >= groups[0].end else ""
    if not before or words is None or not words.has("as_for", clause.plain):
        return []
    return counts


def without_subsets(clause: Clause, counts: list[QuantitySpan], groups: list[Group]) -> list[QuantitySpan]:
    """Leave out the numbers that words make a part of the one before: "63 A cameras, 12 of them here and 4 there"."""
    words = reply_matcher(clause.cues.language)
    if words is None:
        return counts
    counts = [q for q in counts if not _counts_kinds(clause, q, words)]
    if len(counts) < 2:
        return counts
    kept = counts[:1]
    for q in counts[1:]:
        if not _is_part(clause, kept[-1], q, groups, words):
            kept.append(q)
    return kept


def _is_part(clause: Clause, whole: QuantitySpan, q: QuantitySpan, groups: list[Group], words: ReplyMatcher) -> bool:
    """Tell whether words between two numbers make the second a part of the first, and no maker stands after them."""
    found = words.find("subset", clause.spot.plain[whole.end : min(q.end + _OF_THEM, clause.end)])
    if found is None or not isinstance(whole.value, Decimal) or not isinstance(q.value, Decimal):
        return False
    place = min(whole.end + found.start(), q.start)
    return q.value <= whole.value and not any(group.start >= place for group in groups)


def with_closing(clause: Clause, counts: list[QuantitySpan], groups: list[Group]) -> list[QuantitySpan]:
    """Add the bare numbers that end a statement right after a name: "and of the latter, three"."""
    text = clause.spot.plain
    kept = list(counts)
    for q in clause.quantities:
        if (
            q in kept
            or q.kind != "count"
            or q.product_kind is not None
            or not (q.unit is None or is_bare(clause, q, q.unit))
        ):
            continue
        group = next((group for group in reversed(groups) if group.end <= q.start), None)
        if group is None or text[group.end : q.start].strip() not in {",", ":"}:
            continue
        if text[q.end : q.end + 1] in {"", ".", ";", ","} or q.end == clause.end:
            kept.append(q)
    return sorted(kept, key=lambda q: q.start)


def _counts_kinds(clause: Clause, q: QuantitySpan, words: ReplyMatcher) -> bool:
    """Tell whether a number counts makes or models: "two makes"."""
    after = clause.spot.plain[q.end : q.end + _OF_THEM]
    found = words.find("sorts", after)
    return found is not None and not after[: found.start()].strip()
