"""How what a text speaks of moves on from sentence to sentence."""

from __future__ import annotations

import re

from synopticon.model.records import Claim
from synopticon.read.counted import is_place
from synopticon.read.register_columns import subject_kind
from synopticon.read.settings import Focus, Setting, things_in


def move(setting: Setting, focus: Focus, counted: list[Claim]) -> None:
    """Let the focus move on over a sentence; makers that are denied do not come into it."""
    denied = {
        maker for claim in setting.claims if claim.polarity in {"negated", "denied"} for maker in claim.makers
    } - {maker for claim in [*setting.claims, *counted] if claim.polarity == "affirmed" for maker in claim.makers}
    named = tuple(dict.fromkeys(m.maker for m in setting.clause.mentions if m.maker))
    fresh = tuple(maker for maker in named if maker not in denied)
    focus.named = (*(maker for maker in focus.named if maker not in named), *named)
    focus.makers = fresh or focus.makers
    focus.known = tuple(dict.fromkeys((*focus.known, *fresh)))
    if not focus.title and fresh and setting.spot.passage.start < _TITLE:
        focus.title = fresh
    before = focus.passage[1] if focus.passage[0] == id(setting.spot) else ()
    if named or focus.near[0] != id(setting.spot) or not _GOES_ON.match(setting.plain, setting.start):
        opens = bool(setting.groups) and setting.groups[0].start - setting.start <= _OPENING
        focus.near = (id(setting.spot), fresh or (named if opens else ()))
    focus.passage = (id(setting.spot), tuple(dict.fromkeys((*before, *fresh))))
    things = [claim for claim in counted if claim.unit not in {None, "share"} and claim.polarity != "negated"]
    things = [claim for claim in things if claim.product_kind is not None or claim.makers]
    for claim in things:
        if claim.quantity is not None:
            focus.sets[claim.quantity] = claim.makers
        for name in _NAMES.findall(setting.spot.passage.text[setting.start : setting.end]):
            focus.owners[name] = claim.makers
    if things:
        several = len({claim.makers for claim in things if claim.makers}) > 1
        focus.holders = () if several else things[-1].makers
        focus.lasting = next((claim.makers for claim in reversed(things) if claim.makers), focus.lasting)
        focus.is_shared = several or not things[-1].makers
    elif len(fresh) == 1 or (fresh and len(setting.groups) == 1):
        focus.holders, focus.is_shared, focus.lasting = fresh, False, fresh
    focus.is_share = any(claim.unit == "share" for claim in counted) or focus.is_share
    _move_noun(setting, focus)


#: A sentence that begins so goes on about what the one before it spoke of.
_GOES_ON = re.compile(r"[\s\"']*(?:It|They|He|She)\b", re.IGNORECASE)
#: What stands so near the beginning of a sentence is what it is about.
_OPENING = 5
#: Makers named so near the beginning of a text are in its title.
_TITLE = 40
_NAMES = re.compile(r"(?:[A-Z][a-z]+ (?:of |and |for |the )*){1,5}[A-Z][a-z]+")


def _move_noun(setting: Setting, focus: Focus) -> None:
    places = [q.unit_start for q in setting.clause.quantities if is_place(setting, q)]
    things = [m for m in things_in(setting.clause.mentions) if m.start not in places]
    counts = [q for q in setting.clause.quantities if q.kind == "count" and q.product_kind is not None]
    plural = [m for m in things if m.text.lower().endswith("s") or " " in m.text or m.product_kind == "camera"]
    plural = [m for m in plural if not m.text.isupper() or focus.noun is None]
    if len({m.product_kind for m in plural}) > 1 and (main := [m for m in plural if m.product_kind == subject_kind()]):
        plural = main
    elif counts and (same := [m for m in things if m.product_kind == counts[-1].product_kind]):
        plural = same
    if plural:
        focus.noun, focus.kind = plural[-1].text.lower(), plural[-1].product_kind
    if focus.bodies is None or focus.counted != "body":
        found = [hit for hit in setting.clause.cues.all("bodies", setting.clause.plain) if _is_many(hit.group())]
        focus.bodies = found[-1].group() if found else focus.bodies


def _is_many(word: str) -> bool:
    return word.endswith("s") or " " in word or not word.isascii() or word == "body"
