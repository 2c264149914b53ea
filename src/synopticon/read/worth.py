"""Which numbers of a report are worth a claim: of equipment always, of bodies where they have or answer something."""

from __future__ import annotations

import re

from synopticon.read.binding import is_whole
from synopticon.read.clauses import Clause
from synopticon.read.counted import Counted
from synopticon.read.settings import Focus, Setting, things_in
from synopticon.read.spans import QuantitySpan
from synopticon.read.suppositions import is_supposition
from synopticon.read.whose import has_things


def is_supposed(clause: Clause) -> bool:
    """Tell whether a clause states nothing; "the number of cameras is 130" only looks like a request."""
    if not is_supposition(clause):
        return False
    told = any(clause.cues.has(cue, clause.plain) for cue in ("the_number", "number_verb"))
    return "?" in clause.plain or not told


def is_former(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number is no longer so: the first of "fell from 300 to 120"."""
    before = setting.plain[max(setting.start, q.start - 40) : q.start]
    cues = setting.clause.cues
    if _DIFFERENCE.match(setting.plain, q.end):
        return True
    if _CORRECTED.search(before) and any(o.kind == q.kind and o.end <= q.start for o in setting.clause.quantities):
        return True
    held = cues.last("versus", before)
    if held is not None and not before[held.end() :].strip() and len(held.group().split()) > 1:
        return True
    found = cues.last("changed_from", before)
    if found is None or before[found.end() :].strip():
        return False
    return setting.clause.cues.find("changed_to", setting.plain, q.end, min(setting.end, q.end + 25)) is not None


#: What only says how much two numbers differ: "270 fewer than a year ago".
_DIFFERENCE = re.compile(r"\s(?:fewer|less) than\b")
#: What is put right: "it has 31, not 13".
_CORRECTED = re.compile(r",\s(?:and )?not $")


def is_property(setting: Setting, q: QuantitySpan, counted: Counted) -> bool:
    """Tell whether a number is a property of a thing: "each with four", "four per tower"."""
    before = setting.plain[max(setting.start, q.start - 24) : q.start].rstrip()
    found = setting.clause.cues.last("spec", before)
    if found is not None and not before[found.end() :].strip() and counted.sort != "body":
        words = found.group().split()
        return words[0] in {"each", "per", "every", "times"} or words[-1] == "by" or counted.sort in {"unknown", "site"}
    after = setting.clause.cues.find("ratio_after", setting.plain, q.end, min(setting.end, q.end + 45))
    return after is not None and q.value == 1


def is_restated(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a share in brackets only says again what the number before it says: "164 (or 77%)"."""
    if q.kind != "share":
        return False
    before = setting.plain[max(setting.start, q.start - 8) : q.start]
    is_aside = "(" in before or (", or " in before and setting.plain[q.end : q.end + 1] == ",")
    return is_aside and any(o.kind == "count" and 0 <= q.start - o.end <= _RESTATED for o in setting.clause.quantities)


#: How far after a number its share may stand in brackets: "28 of the councils (65%)".
_RESTATED = 24


def share_of(setting: Setting, clause: Clause, q: QuantitySpan, focus: Focus) -> Counted:
    """Return what a share is of."""
    if clause.mentions or things_in(setting.clause.mentions) or setting.groups:
        return Counted("thing", "share")
    if clause.cues.find("the_share", clause.plain) is not None and focus.is_share:
        return Counted("thing", "share")
    done = clause.cues.find("thing_does", setting.plain, q.end, min(setting.end, q.end + 12))
    if done is not None and focus.noun is not None and not setting.plain[q.end : done.start()].strip():
        return Counted("thing", "share")
    near = setting.plain[max(setting.start, q.start - 40) : min(setting.end, q.end + 40)]
    if clause.cues.find("whole_noun", near) is not None and focus.noun is not None:
        return Counted("thing", "share")
    return Counted("unknown", "share")


def is_worthy(setting: Setting, clause: Clause, q: QuantitySpan, counted: Counted, focus: Focus) -> bool:
    """Tell whether a number is worth a claim: of equipment always, of bodies where they have or answer something."""
    cues = clause.cues
    if q.kind == "share":
        return counted.sort == "thing" and not _is_of_money(setting, q)
    if counted.sort == "thing":
        if q.value == 1 and q.product_kind is None and not setting.groups:
            return False
        if q.value == 1 and q.qualifier == "at_least":
            return False
        inside = any(q.end <= g.start and g.end <= (q.unit_start or 0) for g in setting.groups)
        return inside or not (is_whole(clause, q) or is_whole_of(setting, q))
    asked = cues.find("asked_of", setting.plain, q.end, min(setting.end, q.end + 14))
    if (
        is_whole(clause, q)
        or is_whole_of(setting, q)
        or q.value == 1
        or (asked is not None and asked.start() <= q.end + 2)
    ):
        return False
    if counted.sort == "body":
        if _OWNERS.match(setting.plain, q.unit_end or q.end):
            return False
        if cues.has("request", clause.plain) or _counts_more(setting, clause, q) or is_where(setting, q):
            return False
        text = clause.plain
        if any(o.kind == "money" and 0 <= o.start - q.end <= _SPENT for o in setting.clause.quantities):
            return False
        if cues.find("have_them", setting.plain, q.end, clause.end) is not None and (focus.holders or focus.makers):
            return True
        silent = any(cues.has(cue, text) for cue in ("not_responded", "declined"))
        return (
            silent
            or has_things(setting)
            or any(cues.has(cue, text) for cue in ("both", "neither", "either", "have_both"))
        )
    if counted.sort == "company":
        return any(name == "listed" and pattern.search(clause.plain) for name, pattern in cues.modalities) or any(
            m.kind == "list" for m in clause.mentions
        )
    if counted.sort == "site":
        before = setting.plain[setting.start : q.start]
        found = cues.last("found_in", before)
        return (
            found is not None
            and not before[found.end() :].strip()
            and (bool(setting.groups) or bool(things_in(setting.clause.mentions)))
            and not any(o.kind == "count" and o.start < q.start for o in setting.clause.quantities)
        )
    return False


#: Bodies whose things are spoken of: "1,450 districts' minutes".
_OWNERS = re.compile(r"['’](?:\s|s\s)")


def is_whole_of(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number is the whole of which another is a part: "seven of the islands' nine councils"."""
    counts = [o for o in setting.clause.quantities if o.kind in {"count", "share"}]
    before = [o for o in counts if o.end <= q.start]
    if before and _PART_OF.fullmatch(setting.plain, before[-1].end, q.start):
        return True
    return _OPENS.fullmatch(setting.plain, setting.start, q.start) is not None and any(o.start > q.end for o in counts)


_PART_OF = re.compile(r"\s(?:out )?of (?:the|its|our|their|all|these|those|his|her)(?: [\w'-]+){0,3}\s")
_OPENS = re.compile(r"\s*(?:and |but )?of (?:the|its|our|their|all|these|those|his|her)(?: [\w'-]+){0,3}\s")
#: A number of bodies this near before an amount are those who spent it.
_SPENT = 60


def is_where(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a number of bodies or places only tells where the things are that were counted before it."""
    before = setting.plain[setting.start : q.start]
    found = setting.clause.cues.last("found_in", before)
    if found is None or before[found.end() :].strip():
        return False
    place = setting.start + found.start()
    if any(g.end <= q.start and len(setting.plain[g.end : place].split()) <= 1 for g in setting.groups):
        return False
    return any(o.kind == "count" and o.start < q.start for o in setting.clause.quantities)


def _is_of_money(setting: Setting, q: QuantitySpan) -> bool:
    """Tell whether a share is one of money: "60% of the sum"."""
    near = setting.plain[q.end : min(setting.end, q.end + 30)]
    return setting.clause.cues.find("of_money", near) is not None


def _counts_more(setting: Setting, clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number of bodies only tells whose the things are that are counted after it."""
    following = [o for o in clause.quantities if o.kind == "count" and o.start > q.end]
    return bool(following) and following[0].product_kind is not None and not setting.groups


def is_unaware(setting: Setting, clause: Clause, q: QuantitySpan) -> bool:
    """Tell whether a number of bodies only could not say something."""
    others = [o.start for o in clause.quantities if o.start >= q.end and o.kind == "count"]
    last = min([*others, clause.end])
    return clause.cues.find("unaware", setting.plain, q.end, last) is not None
