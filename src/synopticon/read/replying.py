"""Numbers of a reply that need no noun, and those that are only a part of one before them."""

from __future__ import annotations

from decimal import Decimal

from synopticon.read.clauses import Clause
from synopticon.read.elliptic import is_bare
from synopticon.read.groups import Group
from synopticon.read.reply_words import reply_matcher
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
    if q.product_kind is not None or not (q.unit is None or is_bare(clause, q, q.unit)):
        return []
    words = reply_matcher(clause.cues.language)
    before = clause.spot.plain[groups[0].end : q.start] if q.start >= groups[0].end else ""
    if not before or words is None or not words.has("as_for", clause.plain):
        return []
    return counts


def without_subsets(clause: Clause, counts: list[QuantitySpan], groups: list[Group]) -> list[QuantitySpan]:
    """Leave out the numbers that words make a part of the one before: "63 A cameras, 12 of them here and 4 there"."""
    words = reply_matcher(clause.cues.language)
    if words is None or len(counts) < 2:
        return counts
    kept = counts[:1]
    for q in counts[1:]:
        whole = kept[-1]
        between = clause.spot.plain[whole.end : min(q.end + _OF_THEM, clause.end)]
        is_part = (
            words.has("subset", between)
            and not any(
                whole.end <= group.start and group.end <= clause.end and group.start > q.start for group in groups
            )
            and not any(whole.end <= group.start < q.start for group in groups)
            and isinstance(whole.value, Decimal)
            and isinstance(q.value, Decimal)
            and q.value <= whole.value
        )
        if not is_part:
            kept.append(q)
    return kept
