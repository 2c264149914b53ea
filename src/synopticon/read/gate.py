"""Which sentences are worth reading: most of a text says nothing of the subject, and reading is dear."""

from __future__ import annotations

from bisect import bisect_left

from synopticon.read.clauses import Spot
from synopticon.read.cue import Matcher
from synopticon.read.reply_words import reply_matcher
from synopticon.read.spans import MentionSpan

#: How far before a sentence the thing may be named that an amount or a time in it is for.
BEFORE = 250
_COUNTING = {"count", "share", "money", "duration"}
_STATES = ("refused", "not_held", "acknowledgement", "correction")


class Gate:
    """Tells for one passage which of its sentences may state something.

    Args:
        spot: the passage with its names and numbers.
        cues: of the language of the passage; null lets everything through.
        is_reply: the passage belongs to the reply of one body, so its sentences may state what becomes of the request.
    """

    __slots__ = ("_named", "_numbers", "_open", "_places", "_words")

    def __init__(self, spot: Spot, cues: Matcher | None, *, is_reply: bool) -> None:
        text = spot.plain
        self._open = cues is None
        self._words = [m.start for m in spot.mentions if not str(m.product_kind).startswith("service")]
        self._named = [mention.start for mention in spot.mentions if is_reply or _is_name(mention)]
        self._numbers = [q.start for q in spot.quantities if q.kind in _COUNTING]
        self._places: list[int] = []
        if cues is None:
            return
        for cue in _STATES if is_reply else ("not_responded", "declined"):
            # One search tells for the whole passage; only where it finds something are all places looked for.
            if cues.has(cue, text):
                self._places += [found.start() for found in cues.all(cue, text)]
        words = reply_matcher(cues.language) if is_reply else None
        if words is not None:
            self._places += words.places(text)
        self._places.sort()

    @property
    def is_shut(self) -> bool:
        """Tell whether no sentence of the passage can state anything by itself."""
        return not (self._open or self._words or self._places)

    @property
    def counts(self) -> bool:
        """Tell whether the passage holds a number that may count something named in another passage."""
        return bool(self._numbers)

    def is_empty(self, *, is_told: bool) -> bool:
        """Tell whether no sentence at all would be let through, and none names anything."""
        return self.is_shut and not self._named and not (self._numbers and is_told)

    def lets(self, span: tuple[int, int], *, is_told: bool) -> bool:
        """Tell whether the sentence at `span` may state something.

        A number without a name counts where a word for equipment stands beside or shortly before it, or where
        `is_told`: an earlier passage has told what the numbers are of.
        """
        if self._open or _holds(self._named, *span) or _holds(self._places, *span):
            return True
        if self._numbers and _holds(self._words, *span):
            return True  # a later number may count what this sentence speaks of
        return _holds(self._numbers, *span) and (is_told or _holds(self._words, span[0] - BEFORE, span[1]))


def _is_name(mention: MentionSpan) -> bool:
    """Tell whether a mention states something without a number beside it; a plain "repairs" does not."""
    return mention.kind != "product" or mention.maker is not None or mention.product_kind == "platform"


def _holds(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
